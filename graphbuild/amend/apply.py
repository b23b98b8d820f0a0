"""Extracts and corrections in; corrected extracts, rulings on names and what came of each out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graphbuild.amend import claims, entities
from graphbuild.amend.nouns import ClaimChange, Correction, Named, Outcome, Undo
from graphbuild.amend.standing import standing
from graphbuild.model import Extract
from graphbuild.report import Issue
from graphbuild.resolve import Canonical, Identities, Rulings, resolve

FILE = "corrections.ttl"
ABSENT = "the article {id} is not among those that were read"
WAITS = "build with that article again, or take it back with `graphbuild correct undo {id}`"
NOTHING = "it undoes {id}, which is no correction of this file"


@dataclass(frozen=True, slots=True)
class Amended:
    """The corpus as a person has corrected it, and what is left for the resolve room to do.

    ``corrections`` are those that stand. ``outcomes`` are known already; see ``settled`` for the rest.
    """

    extracts: tuple[Extract, ...]
    corrections: tuple[Correction, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    rulings: Rulings = field(default_factory=Rulings)
    overruled: tuple[Outcome, ...] = ()
    keys: entities.Keys = field(default_factory=dict)


def amend(extracts: Sequence[Extract], corrections: Iterable[Correction]) -> Amended:
    """Apply what stands; pure, and neither the order of the extracts nor that of the corrections matters.

    Work grows with the corrections and with the articles that they are about. Raises
    ``CorrectionError`` where corrections undo each other in a circle.
    """
    given = tuple(dict.fromkeys(corrections))
    if not given:
        return Amended(tuple(extracts))
    stand = standing(given)
    mended, told = _claims(extracts, stand)
    keys = entities.keys(mended, stand)
    rulings, overruled = entities.rulings((c for c in stand if entities.named_in(c)), keys)
    return Amended(mended, stand, (*told, *_vain(given)), rulings, overruled, keys)


def identified(amended: Amended) -> Identities:
    """Who is who in the corrected corpus, with what people decided about names."""
    rulings = amended.rulings
    if rulings.retyped:
        before = resolve(amended.extracts, replace(rulings, retyped=frozenset()))
        rulings = entities.whole(rulings, amended.extracts, before)
    return resolve(amended.extracts, rulings)


def settled(amended: Amended, identities: Identities) -> tuple[Outcome, ...]:
    """What came of every correction that stands, each once, in the order of their times."""
    named = entities.outcomes(amended.corrections, amended.keys, identities, amended.overruled)
    return tuple(sorted((*amended.outcomes, *named), key=lambda outcome: outcome.correction.order))


def known_as(amended: Amended, identities: Identities) -> dict[Named, tuple[Canonical, ...]]:
    """Who each name of a correction is in the corpus."""
    return entities.known_as(amended.keys, amended.extracts, identities)


def issues(outcomes: Iterable[Outcome]) -> Iterator[Issue]:
    """For the report: each correction that could not be applied, and what can be done about it."""
    for outcome in outcomes:
        if outcome.problem:
            made = outcome.correction
            problem = f"{made.short} ({made.by}, {made.when[:10]}: {made.because}) is not applied: "
            yield Issue(FILE, problem + outcome.problem, outcome.remedy)


def _claims(
    extracts: Sequence[Extract], stand: Sequence[Correction]
) -> tuple[tuple[Extract, ...], list[Outcome]]:
    """The extracts with their claims corrected."""
    homes = _homes(extracts)
    by_document: dict[str, list[Correction]] = defaultdict(list)
    outcomes: list[Outcome] = []
    for correction in stand:
        if isinstance(correction.change, ClaimChange):
            article = correction.change.claim.article
            home = homes.get(article.id) or homes.get(article.sha256 or "")
            if home is not None:
                by_document[home].append(correction)
            else:
                problem, remedy = ABSENT.format(id=article.id), WAITS.format(id=correction.short)
                outcomes.append(Outcome(correction, problem, remedy))
    made: list[Extract] = []
    for extract in extracts:
        mended = extract
        if extract.document.id in by_document:
            mended, told = claims.amended(extract, by_document[extract.document.id])
            outcomes += told
        made.append(mended)
    return tuple(made), outcomes


def _homes(extracts: Sequence[Extract]) -> dict[str, str]:
    """Document ids by themselves and by the hash of their text: an article may have got another id."""
    documents = sorted((extract.document for extract in extracts), key=lambda document: document.id)
    by_text = {document.sha256: document.id for document in reversed(documents)}
    return by_text | {document.id: document.id for document in documents}


def _vain(given: Sequence[Correction]) -> Iterator[Outcome]:
    known = {correction.id for correction in given}
    for correction in given:
        if isinstance(correction.change, Undo) and correction.change.correction not in known:
            problem = NOTHING.format(id=correction.change.correction)
            yield Outcome(correction, problem, f"correct or remove {correction.short} in {FILE}")
