"""The claim that a correction is about, found again in what the program reads now."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graphbuild.amend.nouns import ClaimChange, FixAmount, FixRole, Named, Said
from graphbuild.amend.places import all_of, locate
from graphbuild.model import Claim, Extract, Form, Span, claim_id, fold

EDITED = "its words no longer stand in the article: {words}"
UNREAD = "no such claim is read in these words any more: {words}"
SEVERAL = "several claims in these words fit: {ids}"
NAMING = frozenset({Form.NAME, Form.SHORT})  # "elle" and "the group" are anybody's
QUOTE = 120  # characters of the words that a message shows

Surfaces = Mapping[str, frozenset[str]]  # Entity.key -> the folded forms that name it in its article


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a claim was not found."""

    problem: str


def surfaces(extract: Extract) -> Surfaces:
    """How an article names each of its entities."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in extract.entities:
        found[entity.key].update(fold(name) for name in (entity.name, *entity.aliases))
    for mention in extract.mentions:
        if mention.form not in NAMING:
            continue
        found[mention.entity].add(fold(mention.span.of(extract.document.text)))
    return {key: frozenset(names) for key, names in found.items()}


def find(change: ClaimChange, extract: Extract) -> Claim | Missing:
    """The one claim that the change is about, as the program reads it.

    It is of the same kind, rests on the same words, and says at least what the claim said when it was
    corrected, but for what the correction replaces: who rejects "A gives B 5 million" has not
    rejected "B gets 5 million". Where several do, the one most alike; where that is open, none.
    """
    said = _but_for(change)
    places = all_of(said.passages, extract.document.text)
    words = shown(said.passages[0].quote)
    if places is None:
        return Missing(EDITED.format(words=words))
    near = [c for c in extract.claims if c.kind is said.kind and _rests_on(c, places)]
    exact = [c for c in near if _id(c, extract) == said.id]
    if exact:
        return exact[0]
    known = surfaces(extract)
    amount = _moved(change.claim, places, extract)
    fitting = [c for c in near if _says(c, said, known) and (said.amount is None or _there(c, amount))]
    return _most_alike(fitting, replace(change.claim, amount=None), known, amount, extract) or Missing(
        SEVERAL.format(ids=", ".join(sorted(_id(c, extract) for c in fitting)))
        if fitting
        else UNREAD.format(words=words)
    )


def _but_for(change: ClaimChange) -> Said:
    """What must still be said: all but what the change replaces."""
    said = change.claim
    match change:
        case FixAmount():
            return replace(said, amount=None)
        case FixRole(role=role):
            return replace(said, roles=tuple((name, who) for name, who in said.roles if name != role))
    return said


def _rests_on(claim: Claim, places: tuple[Span, ...]) -> bool:
    return all(any(span.overlaps(place) for span in claim.evidence) for place in places)


def _id(claim: Claim, extract: Extract) -> str:
    return claim_id(claim.kind, extract.document.id, claim.key)


def _moved(said: Said, places: tuple[Span, ...], extract: Extract) -> Span | None:
    """Where the words of the claim's amount stand now."""
    shift = places[0].start - said.passages[0].start
    return locate(said.amount, extract.document.text, shift=shift) if said.amount else None


def _there(claim: Claim, amount: Span | None) -> bool:
    return amount is not None and claim.amount is not None and claim.amount.overlaps(amount)


def _says(claim: Claim, said: Said, known: Surfaces) -> bool:
    return all(means(named, claim.fillers(role), known) for role, who in said.roles for named in who)


def means(named: Named, keys: tuple[str, ...], known: Surfaces) -> bool:
    """Whether one of these entities of an article is the one named."""
    names = {fold(name) for name in named.names}
    return any(names & known.get(key, frozenset()) for key in keys)


def _most_alike(
    fitting: list[Claim], said: Said, known: Surfaces, amount: Span | None, extract: Extract
) -> Claim | None:
    """The claim that has most in common with what was said and least beside it, if there is one such."""
    ranked = sorted(
        ((_alike(c, said, known, amount), _id(c, extract), c) for c in fitting), key=lambda x: x[:2]
    )
    if len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]:
        return None
    return ranked[-1][2] if ranked else None


def _alike(claim: Claim, said: Said, known: Surfaces, amount: Span | None) -> tuple[int, int, int]:
    """Amount at its place; roles and texts in common; and, as little as possible, what is not."""
    shared = sum(means(named, claim.fillers(role), known) for role, who in said.roles for named in who)
    shared += len(set(said.texts) & set(claim.texts))
    more = sum(len(keys) for _, keys in claim.roles) + len(claim.texts) - shared
    same_amount = _there(claim, amount) if amount else claim.amount is None
    return int(same_amount), shared, -more


def shown(words: str) -> str:
    """Words of an article on one line, short enough for a message."""
    flat = " ".join(words.split())
    return f"“{flat if len(flat) <= QUOTE else flat[: QUOTE - 1] + '…'}”"
