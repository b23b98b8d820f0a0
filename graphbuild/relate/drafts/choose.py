"""Which of several drafts of one predicate, or about one amount, stands."""

from collections.abc import Sequence

from graphbuild.model import Kind, Status
from graphbuild.relate.drafts.complete import complete
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.supplies import with_customers
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.tree import Tree

BESIDE = frozenset({Kind.PARTNERSHIP, Kind.LOCATION})  # "bâtissent ensemble une usine à X" says three things
SPENDING = frozenset({Kind.INVESTMENT, Kind.GRANT})
NESTED = ("xcomp", "advcl", "acl", "obl:mod", "obl:arg")
STEP_BACK = 3  # of a draft's weight: one role and a text


def choose(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """One claim a predicate, one claim an amount: the fullest; a light verb steps back for a noun.

    Those that are not complete give what they know to the one that stands on the same predicate or amount.
    """
    drafts = _with_prices(tree, drafts)
    with_customers(tree, drafts)
    _leave_sums(drafts)
    kept: list[Draft] = []
    for d in sorted(drafts, key=_rank):
        if winner := next(iter(rivals(d, kept)), None):
            _lend(tree, d, winner)
        elif complete(d):
            kept.append(d)
    return sorted((d for d in kept if not _is_dropped_money(d, kept)), key=lambda d: (d.head, d.rule))


def _leave_sums(drafts: Sequence[Draft]) -> None:
    """As in "A et B investiront ensemble 3 M€": the sum is of what they do, and not of doing it together."""
    told = {(d.head, d.amount) for d in drafts if d.amount and d.kind not in BESIDE and complete(d)}
    for d in (d for d in drafts if d.kind in BESIDE and (d.head, d.amount) in told):
        d.amount = None


def _is_dropped_money(work: Draft, drafts: Sequence[Draft]) -> bool:
    """As in "Intel abandons its $30bn plant": the money dropped says that the work is."""
    return work.reality.status is Status.CANCELLED and any(
        d.kind is Kind.INVESTMENT and d.reality.status is Status.CANCELLED and d.amount is not None
        for d in drafts
        if work.kind is Kind.OPERATION and work.keys("project") & d.keys("project")
    )


def _with_prices(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """As in "débourse A pour racheter X": what is spent is the price, and no investment of its own."""
    bought = {d.head: d for d in drafts if d.kind is Kind.ACQUISITION and d.amount is None and complete(d)}
    paid: set[int] = set()
    for d in (d for d in drafts if d.kind in SPENDING and d.amount is not None):
        purchase = next((bought[c] for c in tree.children(d.head, *NESTED) if c in bought), None)
        if purchase is not None:
            purchase.amount, purchase.reality = d.amount, d.reality
            paid.add(id(d))
    return [d for d in drafts if id(d) not in paid]


def _rank(d: Draft) -> tuple[bool, bool, int, int, str]:
    """The complete before those that only lend, the frame that looks at who pays before one that does not."""
    return not complete(d), d.frame.payers is None, STEP_BACK * d.frame.light - d.weight, d.head, d.rule


def _lend(tree: Tree, d: Draft, winner: Draft) -> None:
    """As in "l'amende a été infligée par X": the verb knows a role that the noun does not.

    As in "Brussels approves German aid for Y": who approves aid does not pay it.
    """
    approves = d.head >= 0 and tree.tokens[d.head].lemma in syntax_words(tree.language).approving_verbs
    kept = {"payer"} if approves and winner.kind is Kind.GRANT else set()
    if d.kind is winner.kind and d.texts.get("measure") == winner.texts.get("measure"):
        for role in (
            r for r, found in d.roles.items() if found and not winner.roles.get(r) and r not in kept
        ):
            winner.fill(role, d.roles[role], d.ways.get((role, d.roles[role][0].key), Way("as its verb")))


def unsaid(drafts: Sequence[Draft], said: Sequence[Draft]) -> list[Draft]:
    """The drafts whose predicate and amount no said claim has."""
    taken = {anchor for d in said for anchor in _anchors(d)}
    return [d for d in drafts if not _anchors(d) & taken]


def rivals(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that rest on the predicate or the amount of this one."""
    return [d for d in drafts if d is not draft and _anchors(d) & _anchors(draft)]


def _anchors(d: Draft) -> set[object]:
    """What only one claim may rest on: its predicate, its amount."""
    predicate = (d.head, d.kind if d.kind in BESIDE else None)
    return {predicate, d.amount.span} if d.amount else {predicate}
