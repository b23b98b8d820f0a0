"""Two small articles of our own, as extracts made by hand: what the graph and the questions are tested on."""

from decimal import Decimal

from graphbuild.graph import build_graph
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

FRENCH = (
    "L’Union européenne investira plus de 200 milliards de dollars dans InvestAI.\n\n"
    "L’Union européenne a annoncé 200 milliards d’euros pour InvestAI, dont 20 milliards pour des gigafactories. "
    "Selon Nadia Ferrand, présidente d’Octave, Octave livrerait 1 GW à InvestAI. "
    "La France ne versera pas 3 milliards d’euros à InvestAI."
)
ENGLISH = (
    "Acme Corp invests between $30 million and $50 million in Orion. "
    "Acme Corp owns Widget Ltd and was fined $5 million by the Bureau. "
    "Bolt Inc dropped its $7 million bid for Widget Ltd. "
    "Octave and Acme Corp announced a partnership on Orion."
)
TYPES = {
    "Union européenne": EntityType.ORGANIZATION,
    "InvestAI": EntityType.PROJECT,
    "gigafactories": EntityType.PROJECT,
    "Nadia Ferrand": EntityType.PERSON,
    "Octave": EntityType.ORGANIZATION,
    "France": EntityType.PLACE,
    "Acme Corp": EntityType.ORGANIZATION,
    "Orion": EntityType.PROJECT,
    "Widget Ltd": EntityType.ORGANIZATION,
    "Bureau": EntityType.ORGANIZATION,
    "Bolt Inc": EntityType.ORGANIZATION,
}
DENIED = Stance(Status.ANNOUNCED, Polarity.NEGATIVE)
ANNOUNCED = Stance(Status.ANNOUNCED)
CANCELLED = Stance(Status.CANCELLED)


def key(name: str) -> str:
    return entity_key(TYPES[name], name)


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def sentence(text: str, start: str) -> Span:
    """The sentence that begins with these words."""
    first = text.index(start)
    return Span(first, text.index(".", first) + 1)


def roles(**names: str | tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    several = {role: (n,) if isinstance(n, str) else n for role, n in names.items()}
    return tuple(sorted((role, tuple(sorted(key(n) for n in ns))) for role, ns in several.items()))


def claim(text, kind, says, stance=None, *, amount=None, texts=(), part_of=None, date=None, **names):
    """A claim whose evidence is the sentence that begins with ``says``; ``amount`` in its words."""
    return Claim(
        kind=kind,
        roles=roles(**names),
        texts=tuple(sorted(dict(texts).items())),
        amount=place(text, amount) if amount else None,
        stance=stance or Stance(),
        evidence=(sentence(text, says),),
        rule="hand",
        date=date,
        part_of=part_of,
    )


def money(text, words, value, unit, comparator=Comparator.EXACT, high=None) -> Amount:
    return Amount(place(text, words), Decimal(value), unit, comparator, Decimal(high) if high else None)


def extract(document: Document, amounts, claims) -> Extract:
    """Everything whose name stands in the text is an entity, mentioned where it first stands."""
    names = [name for name in TYPES if name in document.text]
    return Extract(
        document=document,
        entities=tuple(Entity(key(name), TYPES[name], name) for name in names),
        mentions=tuple(Mention(place(document.text, name), key(name), Form.NAME) for name in names),
        amounts=tuple(amounts),
        claims=tuple(claims),
    )


def french() -> Extract:
    text = FRENCH
    whole = claim(
        text, Kind.INVESTMENT, "L’Union européenne a", ANNOUNCED,
        amount="200 milliards d’euros", payer="Union européenne", project="InvestAI",
    )  # fmt: skip
    rumour = Stance(
        Status.ANNOUNCED, certainty=Certainty.HEDGED, speaker=Speaker("Nadia Ferrand", key("Nadia Ferrand"))
    )
    return extract(
        Document("ue.txt", text, "fr", title="L’UE et l’IA", published="2025-02-11", url="https://example.org/ue"),
        [
            money(text, "plus de 200 milliards de dollars", "200E9", "USD", Comparator.MORE),
            money(text, "200 milliards d’euros", "200E9", "EUR"),
            money(text, "20 milliards", "20E9", "EUR"),
            money(text, "1 GW", "1", "GW"),
            money(text, "3 milliards d’euros", "3E9", "EUR"),
        ],
        [
            claim(text, Kind.INVESTMENT, "L’Union européenne investira", ANNOUNCED,
                  amount="plus de 200 milliards de dollars", payer="Union européenne", project="InvestAI"),
            whole,
            claim(text, Kind.INVESTMENT, "L’Union européenne a", ANNOUNCED, amount="20 milliards",
                  payer="Union européenne", project="gigafactories", part_of=whole.key),
            claim(text, Kind.SUPPLY, "Selon", rumour, amount="1 GW", supplier="Octave", project="InvestAI"),
            claim(text, Kind.POSITION, "Selon", person="Nadia Ferrand", organization="Octave",
                  texts={"title": "présidente"}, date="2025"),
            claim(text, Kind.GRANT, "La France", DENIED, amount="3 milliards d’euros", payer="France", project="InvestAI"),
        ],
    )  # fmt: skip


def english() -> Extract:
    text = ENGLISH
    reach = "between $30 million and $50 million"
    return extract(
        Document("acme", text, "en", title='Acme "invests" <b>big</b>', published="2025-03", source="news/acme.txt"),
        [
            money(text, reach, "30E6", "USD", Comparator.RANGE, "50E6"),
            money(text, "$5 million", "5E6", "USD"),
            money(text, "$7 million", "7E6", "USD"),
        ],
        [
            claim(text, Kind.INVESTMENT, "Acme Corp invests", amount=reach, payer="Acme Corp", project="Orion"),
            claim(text, Kind.OWNERSHIP, "Acme Corp owns", owner="Acme Corp", owned="Widget Ltd"),
            claim(text, Kind.FINE, "Acme Corp owns", Stance(Status.COMMITTED), amount="$5 million",
                  payer="Acme Corp", authority="Bureau"),
            claim(text, Kind.ACQUISITION, "Bolt Inc", CANCELLED, amount="$7 million", payer="Bolt Inc", target="Widget Ltd"),
            claim(text, Kind.PARTNERSHIP, "Octave and", ANNOUNCED, partner=("Octave", "Acme Corp"), project="Orion"),
        ],
    )  # fmt: skip


def corpus() -> tuple[Extract, ...]:
    return french(), english()


def graph_of(*extracts: Extract, **options):
    identities = resolve(extracts)
    return build_graph(extracts, identities, ledger(extracts, identities), **options)
