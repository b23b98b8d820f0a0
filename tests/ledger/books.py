"""Small corpora for the tests of the ledger: what each article says, without the language work."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from graphbuild.ledger import ledger
from graphbuild.model import (
    Amount,
    Certainty,
    Claim,
    Comparator,
    Document,
    Entity,
    EntityType,
    Extract,
    Form,
    Kind,
    Mention,
    Polarity,
    Span,
    Speaker,
    Stance,
    Status,
    entity_key,
)
from graphbuild.resolve import resolve

TEXT_ROLES = {"purpose", "title", "measure", "item"}
TYPES = {"project": "project", "person": "person", "place": "place", "target": "organization"}


@dataclass(frozen=True)
class Said:
    """One claim before it has a place: ``amount`` like "> 100e9 EUR" or "30e9..50e9 EUR", "15e6 EUR/P1Y"."""

    kind: str
    amount: str | None = None
    roles: dict = field(default_factory=dict)
    status: str = "announced"
    polarity: str = "positive"
    certainty: str = "asserted"
    date: str | None = None
    speaker: str | None = None
    part_of: int | None = None  # index of the whole in its article
    conversion_of: int | None = None


def says(kind, amount=None, **given):
    plain = {key: given.pop(key) for key in list(given) if key in Said.__dataclass_fields__}
    return Said(kind, amount, given, **plain)


def article(document_id, *said, text=None, language="fr", published=None, beside=(), sentences=None):
    """An extract whose text is its own words, unless given; ``beside`` are companies that it names, too.

    Each claim has a sentence of its own, unless ``sentences`` is 1.
    """
    words = text or " ".join(f"{document_id}{i}mot" for i in range(40))
    words = " ".join((words, *beside))
    document = Document(document_id, words, language, published=published)
    entities, amounts, claims = {}, [], []
    for i, one in enumerate(said):
        amount = _amount(one.amount, Span(2 * i, 2 * i + 1)) if one.amount else None
        if amount and one.conversion_of is not None:
            amount = replace(amount, conversion_of=Span(2 * one.conversion_of, 2 * one.conversion_of + 1))
        claim = _claim(one, amount, i, entities)
        whole = claims[one.part_of].key if one.part_of is not None else None
        evidence = (Span(0, len(words)),) if sentences == 1 else claim.evidence
        claims.append(replace(claim, part_of=whole, evidence=evidence))
        amounts += [amount] if amount else []
    mentions = []
    for name in beside:
        start = words.index(name)
        mentions.append(Mention(Span(start, start + len(name)), _entity("beside", name, entities), Form.NAME))
    return Extract(document, tuple(entities.values()), tuple(mentions), tuple(amounts), tuple(claims))


def book(*articles):
    return ledger(articles, resolve(articles))


def _claim(said, amount, place, entities):
    roles, texts = [], []
    for role, given in sorted(said.roles.items()):
        if role in TEXT_ROLES:
            texts.append((role, given))
            continue
        names = [given] if isinstance(given, str) else given
        roles.append((role, tuple(sorted(_entity(role, name, entities) for name in names))))
    stance = Stance(
        Status(said.status),
        Polarity(said.polarity),
        Certainty(said.certainty),
        Speaker(said.speaker) if said.speaker else None,
    )
    return Claim(
        kind=Kind(said.kind),
        roles=tuple(roles),
        texts=tuple(texts),
        amount=amount.span if amount else None,
        stance=stance,
        evidence=(Span(2 * place, 2 * place + 2),),
        rule="test",
        date=said.date,
    )


def _entity(role, name, entities):
    kind = EntityType(TYPES.get(role, "organization"))
    key = entity_key(kind, name)
    entities[key] = Entity(key, kind, name)
    return key


def _amount(words, span):
    words, _, period = words.partition("/")
    *hedge, number, unit = words.split()
    low, _, high = number.partition("..")
    comparator = Comparator.RANGE if high else Comparator(hedge[0] if hedge else "=")
    return Amount(
        span, Decimal(low), unit, comparator, Decimal(high) if high else None, period=period or None
    )
