"""Whether a draft says enough to be a claim."""

from graphbuild.model import EntityType, Kind, Polarity
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.payers import are

SEVERAL = 2
WITH = frozenset({"with", "avec", "alongside"})


def complete(result: Draft) -> bool:
    """All that the frame needs is there, and at least two things are said."""
    return not lacks(result)


def lacks(result: Draft) -> list[str]:
    """What a claim would need to be complete, as the frame says it: "amount", "payer|beneficiary"."""
    if result.frame.titled and result.roles.get("person"):
        return []
    said = {role for role, found in result.roles.items() if found} | set(result.texts)
    # "n'a rien versé": the denial of a payment needs no sum; a figure that is not given is no figure.
    denied = result.reality.polarity is Polarity.NEGATIVE and result.kind is not Kind.RESULT
    have = said | ({"amount"} if result.amount or denied else set())
    fillers = sum(map(len, result.roles.values())) + len(result.texts) + (result.amount is not None)
    grounded = bool(result.roles or result.amount)
    if result.kind is Kind.PARTNERSHIP and (
        len(result.roles.get("partner", ())) < SEVERAL or one_side(result)
    ):
        return ["a second partner"]
    if result.frame.payers and not are(result.frame.payers, result.roles.get("payer", [])):
        return [f"a payer of the sort {result.frame.payers}"]
    if result.kind is Kind.ACQUISITION and "payer" not in said and not result.amount and _goods(result):
        return ["payer|amount"]  # "it would stop selling the device" is trade
    missing = [need for need in result.frame.needs if not set(need.split("|")) & have]
    return missing or ([] if fillers >= 2 and grounded else ["a second thing said"])


def one_side(result: Draft) -> bool:
    """As in "the firm works with A and B": these are partners of the firm, not of each other."""
    ways = [result.ways.get(("partner", e.key)) for e in result.roles.get("partner", ())]
    return all(way is not None and way.how.split(",")[0] in WITH for way in ways)


def _goods(result: Draft) -> bool:
    """Whether products are all that is sold."""
    targets = result.roles.get("target", [])
    return bool(targets) and all(entity.type is EntityType.PRODUCT for entity in targets)
