"""Contracts whose infinitive says what is supplied to whom: "X won a contract to supply Y to Z"."""

from collections.abc import Sequence

from graphbuild.model import Kind
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.syntax.tree import OBJECTS, Tree

WAY = Way("whom the contract supplies")


def with_customers(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Give each contract the customer, the project, the item and the sum of the supply it is for."""
    supplies = [d for d in drafts if d.kind is Kind.SUPPLY and d.head >= 0]
    for contract in (d for d in drafts if d.kind is Kind.CONTRACT and d.head >= 0):
        for supply in (s for s in supplies if _is_for(tree, contract.head, s.head)):
            if _seat_supplier(contract, supply):
                _take(contract, supply)


def _is_for(tree: Tree, contract: int, supply: int) -> bool:
    """Whether the verb hangs behind the contract's noun, or on the verb that carries it."""
    above = tree.tokens[supply].head
    carried = above == tree.tokens[contract].head and tree.tokens[contract].dep in OBJECTS
    carried |= tree.tokens[above].head == contract and tree.tokens[above].dep in OBJECTS  # "was awarded A to"
    infinitive = any(tree.word(c) in {"to", "pour"} for c in tree.children(supply, "aux", "mark", "case"))
    return infinitive and contract < supply and (above == contract or carried)


def _seat_supplier(contract: Draft, supply: Draft) -> bool:
    """As in "X signed a contract to provide Y": who supplies is no customer; False where others supply."""
    suppliers = supply.keys("supplier")
    if not contract.roles.get("beneficiary") and suppliers == contract.keys("payer"):
        contract.roles["beneficiary"] = contract.roles.pop("payer", [])
    return bool(suppliers) and suppliers == contract.keys("beneficiary")


def _take(contract: Draft, supply: Draft) -> None:
    if not contract.roles.get("payer"):
        contract.fill("payer", supply.roles.get("customer", []), WAY)
    contract.fill("project", supply.roles.get("project", []), WAY)
    if supply.texts.get("item"):
        contract.texts["item"] = supply.texts["item"]
    if contract.amount is None:
        contract.amount, supply.amount = supply.amount, None
