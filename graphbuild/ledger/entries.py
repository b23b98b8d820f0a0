"""Claims made ready for comparison: entities resolved, amounts at hand, words reduced."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import Any

from graphbuild.data import table
from graphbuild.ledger.around import Around, is_public
from graphbuild.ledger.nouns import ClaimRef, Money, money_of
from graphbuild.ledger.splits import split_of, together_of
from graphbuild.model import Claim, Extract, Kind, Polarity, Span, Status, digest, fold
from graphbuild.resolve import Identities
from graphbuild.resolve.purses import purse, purses, rank

STEM = 5  # letters that related words share: développer, développement
SHORTEST = 3  # a content word has at least as many letters

PUBLIC = "public:"  # before the purse of a country or of a body that pays for much

Link = tuple[str, ...]  # what two claims must share to be worth comparing


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A claim of the corpus.

    ``text`` is the hash of its document's text; ``wholes`` what it is a part of; ``also`` the same sum in
    other currencies, as the article gives them in parentheses; ``speaker`` a canonical's key, or words.
    ``purses`` are the named payers, a State's organs as the State (see ``resolve.purses``), and ``acting``
    the payers that act for a country: its code, who stands for it first, and the payer's key; ``around`` are
    the names that stand beside the claim (see ``ledger.around``); ``headline`` says that the headline alone
    tells it. ``said`` is the hash of its sentences, ``cues`` what of data/identity/cues.toml they hold;
    ``split`` is a sum that its sentence breaks down, and what the parts come to, and ``together``
    what several pay in it, a share each (see ``ledger.splits``).
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
    purses: tuple[str, ...] = ()
    acting: tuple[tuple[str, int, str], ...] = ()
    around: tuple[str, ...] = ()
    said: str = ""
    headline: bool = False
    cues: tuple[str, ...] = ()
    split: tuple[Money, Money] | None = None
    together: Money | None = None

    @property
    def order(self) -> tuple[str, ClaimRef]:
        """A place in the corpus that depends on content first."""
        return self.text, self.ref

    @property
    def sums(self) -> tuple[Money, ...]:
        """The amount in every currency that the article itself gives it in."""
        return (self.money, *self.also) if self.money else ()

    @property
    def dropped(self) -> bool:
        """Whether the money is denied or called off: it is no part of anything, and goes through nobody."""
        stance = self.claim.stance
        return stance.status is Status.CANCELLED or stance.polarity is Polarity.NEGATIVE

    def fillers(self, role: str) -> frozenset[str]:
        return _fillers(self, role)

    def named(self, role: str) -> frozenset[str]:
        """The names that fill a role: what an article only describes is known by it alone.

        Without their types, of which one article guesses this and one that: RhinH2 the project, the company.
        """
        return _named(self, role)

    def words(self, role: str) -> frozenset[str]:
        """The stems of a text role's content words; a measure is one word."""
        return _words(self, role)

    def shares(self, role: str) -> frozenset[str]:
        """What of a role can be shared: keys of canonicals, or stems of words."""
        return self.fillers(role) or self.words(role)


@cache
def _fillers(entry: Entry, role: str) -> frozenset[str]:
    return frozenset(next((keys for name, keys in entry.roles if name == role), ()))


@cache
def _named(entry: Entry, role: str) -> frozenset[str]:
    here = f"@{local(entry.text)}"
    return frozenset(untyped(key) for key in entry.fillers(role) if not key.endswith(here))


@cache
def _words(entry: Entry, role: str) -> frozenset[str]:
    return stems(entry.claim.words(role) or "")


def forget() -> None:
    """Let go of what is kept of each entry while a ledger is made: every pair of claims asks for it again."""
    for kept in (_fillers, _named, _words, links):
        kept.cache_clear()


def rules() -> dict[str, dict[str, Any]]:
    """data/identity/facts.toml: by kind, what makes two claims speak of one thing."""
    return table("identity/facts.toml")


def untyped(key: str) -> str:
    """The name in the key of an entity."""
    return key.partition(":")[2]


@cache
def local(text: str) -> str:
    """What the keys of all that never leaves an article end with, by the hash of its text."""
    return digest(text)


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
    around = Around(extract, identities)
    together = together_of(claims.values(), extract.amounts)
    for key, claim in claims.items():
        amount = amounts.get(claim.amount_key) if claim.amount_key else None
        words = " ".join(fold(span.of(document.text)) for span in claim.evidence)
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
            purses=_purses(claim, extract, identities),
            acting=_acting(claim, document.id, identities),
            around=tuple(sorted({untyped(key) for key in around.of(claim)})),
            headline=around.is_headline(claim),
            said=digest(words),
            cues=cues(words),
            split=split_of(document.text, claim, extract.amounts),
            together=together.get(claim.evidence),
        )


def _canonical_roles(
    claim: Claim, document: str, identities: Identities
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (role, tuple(sorted({identities.entity_of(document, key).key for key in keys})))
        for role, keys in claim.roles
    )


def cues(words: str) -> tuple[str, ...]:
    """The names in data/identity/cues.toml of the cues in folded words, sorted."""
    here = f" {words} "
    return tuple(name for name, written in _known_cues() if any(cue in here for cue in written))


@cache
def _known_cues() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The cues by name, as they stand between words."""
    known = table("identity/cues.toml")
    return tuple(
        (name, tuple(f" {cue} " for cue in known[name])) for name in sorted(known) if name != "examples"
    )


def _purses(claim: Claim, extract: Extract, identities: Identities) -> tuple[str, ...]:
    """Whose money it is: the keys of the payers with a name, or the countries that they act for."""
    found: set[str] = set()
    here = f"@{local(extract.document.sha256)}"
    for key in claim.fillers("payer"):
        payer = identities.entity_of(extract.document.id, key)
        if not payer.key.endswith(here):
            own = PUBLIC + payer.key if is_public(payer.type, payer.name) else payer.key
            found |= {own} if purse(payer.name) is None else set()
            found |= {PUBLIC + code for code in purses((payer.name, *payer.aliases))}
    return tuple(sorted(found))


def _acting(claim: Claim, document: str, identities: Identities) -> tuple[tuple[str, int, str], ...]:
    payers = {identities.entity_of(document, key) for key in claim.fillers("payer")}
    acting = ((code, rank(payer.name), payer.key) for payer in payers for code in purses((payer.name,)))
    return tuple(sorted(acting))


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


@cache
def links(entry: Entry, purpose: str) -> tuple[Link, ...]:
    """What an entry must share with another: one filler of each role of one of the kind's role sets.

    ``purpose`` is "same" or "conflict". ("partner", "partner") means two different partners.
    """
    return tuple(_links(entry, purpose))


def _links(entry: Entry, purpose: str) -> Iterator[Link]:
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
