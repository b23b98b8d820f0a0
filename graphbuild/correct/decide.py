"""From what a person asks to the change that is written down: names and claims looked up, words checked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graphbuild import store
from graphbuild.amend import nouns
from graphbuild.amend.nouns import Article, Change, Correction, Named, Quoted, Roles, Said, Sum
from graphbuild.amend.standing import taken_back
from graphbuild.correct import claims, entities, quotes, requests
from graphbuild.correct.nodes import Nodes
from graphbuild.correct.requests import Money, Request
from graphbuild.data import table
from graphbuild.errors import AmbiguousError, CorrectionError
from graphbuild.model import Comparator, Document, Kind, Speaker, Stance

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a correction is made: an output, its graph, what was corrected before."""

    output: Path
    nodes: Nodes
    known: Sequence[Correction]

    def entity(self, words: str) -> Named:
        return entities.entity(words, self.nodes, self.known)

    def or_new(self, words: str) -> Named:
        return entities.or_new(words, self.nodes, self.known)

    def pair(self, one: str, other: str) -> tuple[Named, Named]:
        return entities.pair(one, other, self.nodes, self.known)

    def document(self, words: str) -> Document:
        """The article of this id, or the only one whose id ends so."""
        near = []
        for document in store.documents(self.output):
            if document.id == words:
                return document
            near += [document] if document.id.endswith(words) else []
        if len(near) > 1:
            raise AmbiguousError(
                f"{words!r} ends the names of several articles:", tuple((d.id, d.title or "") for d in near)
            )
        if not near:
            raise CorrectionError(
                f"There is no article {words!r} in {self.output}. `graphbuild ask sources` lists them."
            )
        return near[0]


def change(request: Request, place: Place) -> Change:  # noqa: C901, PLR0911 - one a sort of request
    """The change that is asked for, described so that it is found again after any later build.

    Raises ``AmbiguousError`` and ``CorrectionError`` where it cannot be told what is meant.
    """
    match request:
        case requests.Same(one, other):
            return nouns.Same(*_two(place, one, other))
        case requests.Different(one, other):
            return nouns.Different(*place.pair(one, other))
        case requests.Retype(entity, kind):
            return nouns.Retype(place.entity(entity), kind)
        case requests.Rename(entity, name):
            return nouns.Rename(place.entity(entity), _name(name))
        case requests.Reject(claim):
            return nouns.Reject(claims.claim(claim, place.nodes))
        case requests.Accept(claim):
            return _accepted(claim, place)
        case requests.FixAmount(claim, amount):
            return _amount(claims.claim(claim, place.nodes), amount, place)
        case requests.FixRole(claim, role, fillers):
            return _role(claims.claim(claim, place.nodes), role, fillers, place)
        case requests.Add():
            return _added(request, place)
        case requests.Undo(correction):
            return _undo(correction, place.known)


def _two(place: Place, one: str, other: str) -> tuple[Named, Named]:
    nodes = {entities.node_of(words, place.nodes) for words in (one, other)}
    if len(nodes) == 1 and " @ " not in one + other:
        raise CorrectionError(f"{one!r} and {other!r} are one entity in the graph already.")
    return place.pair(one, other)


def _name(name: str) -> str:
    if not name.strip():
        raise CorrectionError("The name is empty. Give the name that is right.")
    return " ".join(name.split())


def _accepted(claim: str, place: Place) -> nouns.Accept:
    asked = claims.accepted(claim, place.nodes)
    _unrejected(asked.claim, place)
    return asked


def _amount(said: Said, amount: Money | None, place: Place) -> nouns.FixAmount:
    _unrejected(said, place)
    if amount is None:
        return nouns.FixAmount(said, None)
    return nouns.FixAmount(said, _sum(amount, said.passages, said.amount, said.article.id, place))


def _sum(
    amount: Money, passages: tuple[Quoted, ...], current: Quoted | None, article: str, place: Place
) -> Sum:
    if amount.words is not None:
        words = quotes.within(amount.words, passages, place.document(article))
    elif current is not None:
        words = current
    else:
        raise CorrectionError(
            "Say which words of the article are the amount (--words): none is known for this claim."
        )
    _check(amount)
    return Sum(words, amount.value, amount.unit, amount.comparator, amount.max_value)


def _check(amount: Money) -> None:
    numbers = [n for n in (amount.value, amount.max_value) if n is not None]
    if not all(n.is_finite() and abs(n.adjusted()) < 30 for n in numbers):
        raise CorrectionError(f"{amount.value} is no amount. Write a plain number, such as 20000000000.")
    if (amount.comparator is Comparator.RANGE) is (amount.max_value is None):
        raise CorrectionError(
            "A range, and only a range, has an upper value (--comparator range --max NUMBER)."
        )
    if amount.max_value is not None and amount.max_value < amount.value:
        raise CorrectionError(f"The upper value {amount.max_value} is below the value {amount.value}.")
    if not re.fullmatch(r"[A-Za-z]{1,10}(/[A-Za-z]{1,10})?", amount.unit):
        raise CorrectionError(f"{amount.unit!r} is neither an ISO 4217 code (EUR) nor a physical unit (GW).")


def _role(said: Said, role: str, fillers: tuple[str, ...], place: Place) -> nouns.FixRole:
    _unrejected(said, place)
    _known_role(said.kind, role)
    if role in table("kinds.toml")[said.kind]["texts"]:
        if len(fillers) > 1:
            raise CorrectionError(f"{role} takes words, once. Put them in quotes.")
        return nouns.FixRole(said, role, words=_words(role, fillers[0]) if fillers else None)
    return nouns.FixRole(said, role, tuple(sorted({place.or_new(words) for words in fillers}, key=repr)))


def _known_role(kind: Kind, role: str) -> None:
    roles = (*table("kinds.toml")[kind]["roles"], *table("kinds.toml")[kind]["texts"])
    if role not in roles:
        raise CorrectionError(f"A claim of the kind {kind} has no {role!r}. It has: {', '.join(roles)}.")


def _words(role: str, words: str) -> str:
    measures = table("kinds.toml")["result"]["measures"]
    if role == "measure" and words not in measures:
        raise CorrectionError(f"{words!r} is no measure. The measures are: {', '.join(measures)}.")
    return _name(words)


def _added(asked: requests.Add, place: Place) -> nouns.Add:
    document = place.document(asked.document)
    passage = quotes.place(asked.quote, document, start=asked.start)
    if asked.date is not None and not DATE.fullmatch(asked.date):
        raise CorrectionError(
            f"{asked.date!r} is no date. Write a year, a month or a day: 2025, 2025-02, 2025-02-11."
        )
    said = Said(
        article=Article(document.id, document.sha256),
        kind=asked.kind,
        passages=(passage,),
        roles=_fillers(asked, place),
        texts=_texts(asked),
    )
    amount = _sum(asked.amount, said.passages, None, document.id, place) if asked.amount else None
    if sum(len(who) for _, who in said.roles) + len(said.texts) + (amount is not None) < 2:
        raise CorrectionError("A claim says at least two things: two roles, or a role and an amount.")
    speaker = Speaker(asked.speaker) if asked.speaker else None
    stance = Stance(asked.status, asked.polarity, asked.certainty, speaker)
    return nouns.Add(said, stance, amount, asked.date)


def _fillers(asked: requests.Add, place: Place) -> Roles:
    texts = table("kinds.toml")[asked.kind]["texts"]
    found: dict[str, set[Named]] = {}
    for role, words in asked.roles:
        _known_role(asked.kind, role)
        if role not in texts:
            found.setdefault(role, set()).add(place.or_new(words))
    return tuple((role, tuple(sorted(who, key=repr))) for role, who in sorted(found.items()))


def _texts(asked: requests.Add) -> tuple[tuple[str, str], ...]:
    texts = table("kinds.toml")[asked.kind]["texts"]
    return tuple(sorted((role, _words(role, words)) for role, words in asked.roles if role in texts))


def _unrejected(said: Said, place: Place) -> None:
    gone = taken_back(place.known)
    for correction in place.known:
        rejection = correction.change
        if (
            isinstance(rejection, nouns.Reject)
            and rejection.claim.id == said.id
            and correction.id not in gone
        ):
            raise CorrectionError(
                f"This claim was rejected by {correction.by} ({correction.short}). Take that back first: "
                f"`graphbuild correct undo {correction.short}`."
            )


def _undo(words: str, known: Sequence[Correction]) -> nouns.Undo:
    found = [c for c in known if words in {c.id, c.short}] or [c for c in known if c.short.startswith(words)]
    if not found:
        raise CorrectionError(f"There is no correction {words!r}. `graphbuild correct list` has their names.")
    if len(found) > 1:
        raise AmbiguousError(
            f"{words!r} is the beginning of several corrections:", tuple((c.id, c.because) for c in found)
        )
    if by := taken_back(known).get(found[0].id):
        raise CorrectionError(f"{found[0].short} is undone already, by {by.short}.")
    return nouns.Undo(found[0].id)
