"""Claims made ready for comparison: entities resolved, amounts at hand, words reduced."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import Any

from graphbuild.data import table
from graphbuild.ledger.nouns import ClaimRef, Money, money_of
from graphbuild.model import Claim, Extract, Kind, Span, fold
from graphbuild.resolve import Identities

STEM = 5  # letters that related words share: développer, développement
SHORTEST = 3  # a content word has at least as many letters

Link = tuple[str, ...]  # what two claims must share to be worth comparing


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim of the corpus.

    ``text`` is the hash of its document's text; ``wholes`` what it is a part of; ``also`` the same sum in
    other currencies, as the article gives them in parentheses; ``speaker`` a canonical's key, or words.
    """

    ref: ClaimRef
    text: str
    language: str
    published: str | None
    claim: Claim
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    money: Money | None
    also: tuple[Money, ...]
    conversion_of: Span | None
    wholes: frozenset[str]
    speaker: str | None

    @property
    def order(self) -> tuple[str, ClaimRef]:
        """A place in the corpus that depends on content first."""
        return self.text, self.ref

    @property
    def sums(self) -> tuple[Money, ...]:
        """The amount in every currency that the article itself gives it in."""
        return (self.money, *self.also) if self.money else ()

    def fillers(self, role: str) -> frozenset[str]:
        return frozenset(next((keys for name, keys in self.roles if name == role), ()))

    def words(self, role: str) -> frozenset[str]:
        """The stems of a text role's content words; a measure is one word."""
        return stems(self.claim.words(role) or "")

    def shares(self, role: str) -> frozenset[str]:
        """What of a role can be shared: keys of canonicals, or stems of words."""
        return self.fillers(role) or self.words(role)


def rules() -> dict[str, dict[str, Any]]:
    """data/identity/facts.toml: by kind, what makes two claims speak of one thing."""
    return table("identity/facts.toml")


@cache
def stems(words: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in fold(words).split() if len(word) >= SHORTEST or word.isdigit())


def entries(extracts: Sequence[Extract], identities: Identities) -> list[Entry]:
    """All claims of the corpus, in an order that does not depend on that of the extracts."""
    found = {entry.ref: entry for extract in extracts for entry in _of(extract, identities)}
    return sorted(found.values(), key=lambda entry: entry.order)


def _of(extract: Extract, identities: Identities) -> Iterator[Entry]:
    document = extract.document
    amounts = {amount.key: amount for amount in extract.amounts}
    claims = {claim.key: claim for claim in extract.claims}
    for key, claim in claims.items():
        amount = amounts.get(claim.amount_key) if claim.amount_key else None
        yield Entry(
            ref=ClaimRef(document.id, key),
            text=document.sha256,
            language=document.language,
            published=document.published,
            claim=claim,
            roles=_canonical_roles(claim, document.id, identities),
            money=money_of(amount, claim.kind) if amount else None,
            also=tuple(
                money_of(a, claim.kind) for a in extract.amounts if amount and a.conversion_of == amount.span
            ),
            conversion_of=amount.conversion_of if amount else None,
            wholes=_wholes(claim, claims),
            speaker=_speaker(claim, document.id, identities),
        )


def _canonical_roles(
    claim: Claim, document: str, identities: Identities
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (role, tuple(sorted({identities.entity_of(document, key).key for key in keys})))
        for role, keys in claim.roles
    )


def _wholes(claim: Claim, claims: Mapping[str, Claim]) -> frozenset[str]:
    """The keys of the claims that this one is a part of, directly or not; a circle ends the walk."""
    above: set[str] = set()
    while (whole := claim.part_of) and whole in claims and whole not in above:
        above.add(whole)
        claim = claims[whole]
    return frozenset(above)


def _speaker(claim: Claim, document: str, identities: Identities) -> str | None:
    """Who says it: the same body in every article, or the words for who does."""
    speaker = claim.stance.speaker
    if speaker is None or speaker.entity is None:
        return fold(speaker.text) if speaker else None
    return identities.entity_of(document, speaker.entity).key


def links(entry: Entry, purpose: str) -> Iterator[Link]:
    """What an entry must share with another: one filler of each role of one of the kind's role sets.

    ``purpose`` is "same" or "conflict". ("partner", "partner") means two different partners.
    """
    for roles in rules()[entry.claim.kind][purpose]:
        if len(set(roles)) < len(roles):
            for pair in combinations(sorted(entry.fillers(roles[0])), len(roles)):
                yield (*roles, *pair)
        else:
            for fillers in product(*(sorted(entry.shares(role)) for role in roles)):
                yield (*roles, *fillers)
    if purpose == "conflict" and entry.money:
        # one article, one party, one number: enough to notice that its currency changes
        number = entry.ref.document, f"{entry.money.value.normalize():f}"
        yield from ((*number, role, filler) for role, fillers in entry.roles for filler in fillers)


def once(kind: Kind) -> bool:
    return bool(rules()[kind].get("once", False))
