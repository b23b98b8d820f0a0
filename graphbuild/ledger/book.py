"""From claims to the ledger: facts with their sources, histories, parts and conflicts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graphbuild.ledger.agreement import day
from graphbuild.ledger.amounts import precision
from graphbuild.ledger.breakdowns import mismatches
from graphbuild.ledger.cluster import Cluster, clusters
from graphbuild.ledger.conflicts import conflicts
from graphbuild.ledger.copies import Sketch, independent, sketch
from graphbuild.ledger.counting import counted
from graphbuild.ledger.echoes import echoes, revisions
from graphbuild.ledger.ends import with_ends
from graphbuild.ledger.entries import Entry, entries
from graphbuild.ledger.history import current, history
from graphbuild.ledger.keys import keyed
from graphbuild.ledger.known import Known
from graphbuild.ledger.memory import UNKNOWN, Block, gathered_again, known_of, name_of
from graphbuild.ledger.notes import note
from graphbuild.ledger.nouns import Fact, Ledger, Money
from graphbuild.ledger.parts import understood, wholes
from graphbuild.ledger.passing import passed_on
from graphbuild.ledger.shares import shared_out
from graphbuild.ledger.united import united
from graphbuild.model import Extract, Kind, Polarity
from graphbuild.resolve import Identities

TELLING = (Kind.LOAN, Kind.GRANT, Kind.INVESTMENT)


def ledger(extracts: Sequence[Extract], identities: Identities) -> Ledger:
    """Add the claims of the corpus up to facts; pure, and the order of the extracts does not matter.

    ``identities`` must know every entity of the extracts (KeyError otherwise). Each claim is in
    exactly one fact. Nobody wins a conflict: both facts stay.
    """
    texts = {extract.document.id: extract.document.text for extract in extracts}
    return added_up(entries(extracts, identities), texts).ledger


def added_up(claims: Sequence[Entry], texts: Mapping[str, str], before: Block = UNKNOWN) -> Block:
    """The ledger of some claims: of all, or of a block that no other claim touches (see ``blocks``).

    What ``before`` remembers, of whatever claims, is not worked out again.
    """

    @cache  # only facts that several articles tell ask for it
    def sketch_of(document: str) -> Sketch:
        return sketch(texts[document])

    gathered, parts = gathered_again(with_ends(claims), lambda part: united(clusters(part)), before)
    by_key = keyed(gathered)
    names = {key: name_of(cluster.members, key) for key, cluster in by_key.items()}
    known = known_of(names, before)
    within = understood(by_key, known)
    links = Links(wholes(by_key, within), _repeated(by_key, known), revisions(by_key, known))
    told = (known.facts.get(key) or _fact(key, cluster, sketch_of) for key, cluster in sorted(by_key.items()))
    facts = [_linked(fact, links) for fact in told]
    disputes = conflicts(by_key, known)
    return Block(Ledger(counted(facts, disputes), disputes, mismatches(by_key)), parts, names, within)


def _repeated(by_key: Mapping[str, Cluster], known: Known) -> dict[str, str]:
    """What each fact tells again; so does what adds up others' shares or pays them out."""
    found = echoes(by_key, known)
    told = {key: cluster for key, cluster in by_key.items() if key not in found}
    through = passed_on(told)
    return shared_out({key: cluster for key, cluster in told.items() if key not in through}) | through | found


@dataclass(frozen=True, slots=True)
class Links:
    """By the key of a fact, that of its whole, of what it repeats, of what revises it."""

    wholes: Mapping[str, str]
    echoes: Mapping[str, str]
    revisions: Mapping[str, str]


def _linked(fact: Fact, links: Links) -> Fact:
    """The fact among those that there are now; what it counts as follows from them all."""
    return replace(
        fact,
        part_of=links.wholes.get(fact.key),
        repeats=links.echoes.get(fact.key),
        revised_by=links.revisions.get(fact.key),
        counts_as=None,
        left_out=None,
        story=None,
    )


def _fact(key: str, cluster: Cluster, sketch_of: Callable[[str], Sketch]) -> Fact:
    """What is decided by the claims of a fact alone."""
    members = sorted(cluster.members, key=lambda entry: entry.ref)
    stances = [entry.claim.stance for entry in members]
    steps = history(members)
    amount = _amount(members)
    positive = any(stance.polarity is Polarity.POSITIVE for stance in stances)
    return Fact(
        key=key,
        kind=_kind(members),
        roles=_roles(members),
        texts=_texts(members),
        amount=amount,
        polarity=Polarity.POSITIVE if positive else Polarity.NEGATIVE,
        certainty=stances[0].certainty,
        status=current(steps),
        history=steps,
        claims=tuple(entry.ref for entry in members),
        sources=independent({entry.ref.document for entry in members}, sketch_of),
        notes=_notes(members, amount),
    )


def _notes(members: list[Entry], amount: Money | None) -> tuple[tuple[str, str], ...]:
    """What the fact's amount was compared with in each other currency, and at which rate."""
    chosen = next((entry for entry in members if entry.money == amount), None)
    if chosen is None:
        return ()
    own = {money.unit for entry in members if entry.money == amount for money in entry.sums}
    others = {entry.money.unit: entry for entry in reversed(members) if entry.money}
    return tuple(
        note("one_sum", amount, other.money, day(chosen, other))
        for unit, other in sorted(others.items())
        if unit not in own and own.isdisjoint(money.unit for money in other.sums)
    )


def _kind(members: list[Entry]) -> Kind:
    """The kind that most claims call it, then the most telling one."""
    seen = Counter(entry.claim.kind for entry in members)
    return min(seen, key=lambda kind: (-seen[kind], TELLING.index(kind) if kind in TELLING else 0))


def _roles(members: list[Entry]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every filler that a claim gives, by role; of those who pay from one purse, who stands for it."""
    fillers: dict[str, set[str]] = defaultdict(set)
    for entry in members:
        for role, keys in entry.roles:
            fillers[role].update(keys)
    if "payer" in fillers:
        fillers["payer"] -= _organs(members)
    return tuple((role, tuple(sorted(keys))) for role, keys in sorted(fillers.items()))


def _organs(members: list[Entry]) -> set[str]:
    """The payers that act for a country which itself, or whose State, is a payer, too."""
    acting = {told for entry in members for told in entry.acting}
    first: dict[str, int] = {}
    for code, place, _ in acting:
        first[code] = min(place, first.get(code, place))
    return {key for code, place, key in acting if place > first[code]}


def _texts(members: list[Entry]) -> tuple[tuple[str, str], ...]:
    """One wording a role: the one most claims use, then the longest, then the first of the alphabet."""
    wordings: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in members:
        for role, words in entry.claim.texts:
            wordings[role][words] += 1
    return tuple(
        (role, min(seen, key=lambda words: (-seen[words], -len(words), words)))
        for role, seen in sorted(wordings.items())
    )


def _amount(members: list[Entry]) -> Money | None:
    """The most precise amount, then the most frequent."""
    seen = Counter(entry.money for entry in members if entry.money)
    return min(seen, key=lambda money: (precision(money), -seen[money], repr(money)), default=None)
