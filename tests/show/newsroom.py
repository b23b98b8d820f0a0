"""A graph made by hand, by the public vocabulary: what the page is drawn from, before any pipeline.

``Newsroom`` writes triples the way ``graphbuild build`` does, from texts of our own.
"""

from dataclasses import dataclass, field
from urllib.parse import quote_plus

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef

from graphbuild.model import Document

GB = Namespace("https://w3id.org/graphbuild/ontology#")
ID = Namespace("https://w3id.org/graphbuild/id/")


def home(key):
    """The IRI of an article."""
    return ID[f"document/{quote_plus(key)}"]


@dataclass
class Newsroom:
    graph: Graph = field(default_factory=Graph)
    texts: dict[str, Document] = field(default_factory=dict)
    count: int = 0

    def article(self, key, text, *, title=None, language="en", published=None, url=None):
        self.texts[key] = Document(key, text, language, title, published, url)
        node = home(key)
        self.graph.add((node, RDF.type, GB.Document))
        self.graph.add((node, DCTERMS.identifier, Literal(key)))
        self.graph.add((node, DCTERMS.language, Literal(language)))
        if title:
            self.graph.add((node, DCTERMS.title, Literal(title)))

    def entity(self, kind, name, *aliases, same=None):
        node = ID[f"entity/{len(set(self.graph.subjects(RDFS.label, None)))}"]
        self.graph.add((node, RDF.type, GB[kind]))
        self.graph.add((node, RDFS.label, Literal(name)))
        for alias in aliases:
            self.graph.add((node, SKOS.altLabel, Literal(alias)))
        if same:
            self.graph.add((node, OWL.sameAs, URIRef(same)))
        return node

    def passage(self, key, quote):
        text = self.texts[key].text
        start = text.index(quote)
        node = URIRef(f"{home(key)}#char={start},{start + len(quote)}")
        self.graph.add((node, RDF.type, GB.Passage))
        self.graph.add((node, GB.inDocument, home(key)))
        self.graph.add((node, GB.start, Literal(start)))
        self.graph.add((node, GB.end, Literal(start + len(quote))))
        self.graph.add((node, GB.quote, Literal(quote)))
        return node

    def mention(self, key, quote, entity):
        node = self.passage(key, quote)
        self.graph.add((node, RDF.type, GB.Mention))
        self.graph.add((node, GB.refersTo, entity))

    def amount(self, key, quote, value, unit, comparator="=", high=None):
        passage = self.passage(key, quote)
        node = URIRef(str(passage).replace("#char", "#amount"))
        money = len(unit) == 3 and unit.isupper()
        self.graph.add((node, RDF.type, GB.Amount))
        self.graph.add((node, GB.value, Literal(value, datatype=XSD.decimal)))
        self.graph.add((node, GB.currency if money else GB.unit, Literal(unit)))
        self.graph.add((node, GB.comparator, Literal(comparator)))
        self.graph.add((node, GB.quote, Literal(quote)))
        self.graph.add((node, GB.evidence, passage))
        if high:
            self.graph.add((node, GB.maxValue, Literal(high, datatype=XSD.decimal)))
        return node

    def claim(self, key, kind, quote, roles, **more):
        """One claim of one article; ``more``: amount, status, polarity, certainty, speaker, part_of, date."""
        self.count += 1
        node = ID[f"claim/{self.count}"]
        self.graph.add((node, RDF.type, GB.Claim))
        self.graph.add((node, GB.inDocument, home(key)))
        for words in [quote] if isinstance(quote, str) else quote:
            self.graph.add((node, GB.evidence, self.passage(key, words)))
        self._common(node, kind, roles, more)
        self.graph.add((node, GB.polarity, Literal(more.get("polarity", "positive"))))
        self.graph.add((node, GB.certainty, Literal(more.get("certainty", "asserted"))))
        if speaker := more.get("speaker"):
            self.graph.add(
                (node, GB.attributedTo, speaker if isinstance(speaker, URIRef) else Literal(speaker))
            )
        if date := more.get("date"):
            self.graph.add((node, GB.date, Literal(date)))
        return node

    def fact(self, kind, roles, *claims, **more):
        """What the claims say in common."""
        self.count += 1
        node = ID[f"fact/{self.count}"]
        self.graph.add((node, RDF.type, GB.Fact))
        for claim in claims:
            self.graph.add((node, GB.statedBy, claim))
        self._common(node, kind, roles, more)
        return node

    def stated(self, key, kind, quote, roles, **more):
        """A claim and the fact that it alone states."""
        claim = self.claim(key, kind, quote, roles, **more)
        shared = {k: v for k, v in more.items() if k in {"amount", "status"}}
        fact = self.fact(kind, roles, claim, **shared)
        if whole := more.get("whole"):
            self.graph.add((fact, GB.partOf, whole))
        return fact

    def conflict(self, one, other):
        self.graph.add((one, GB.conflictsWith, other))
        self.graph.add((other, GB.conflictsWith, one))

    def _common(self, node, kind, roles, more):
        self.graph.add((node, RDF.type, GB[kind]))
        for role, fillers in roles.items():
            for filler in fillers if isinstance(fillers, list) else [fillers]:
                self.graph.add((node, GB[role], filler if isinstance(filler, URIRef) else Literal(filler)))
        if amount := more.get("amount"):
            self.graph.add((node, GB.amount, amount))
        self.graph.add((node, GB.status, GB[more.get("status", "Done")]))


FRENCH = """L’UE investira plus de 200 milliards de dollars dans l’intelligence artificielle

À Paris, l’Union européenne a annoncé un investissement de 200 milliards d’euros dans l’IA, dont 20 milliards \
d’euros iront à quatre gigafactories.

Ursula von der Leyen, présidente de la Commission européenne, a présenté le plan InvestAI lors du Sommet pour \
l’action sur l’IA.

La France, de son côté, a annoncé 109 milliards d’euros d’investissements privés sur son sol. Le pays fournira \
un gigawatt d’électricité à un centre de calcul mené par FluidStack, équipé de puces de Nvidia.

Selon le quotidien Les Échos, Mistral AI serait en discussion pour lever près de 2 milliards d’euros auprès du \
fonds MGX. « Nous ne rachèterons pas Mistral AI », a assuré Microsoft."""

ENGLISH = """OpenAI and SoftBank join forces on $500bn Stargate plan

OpenAI and SoftBank have announced a $500 billion partnership to build data centres in the United States under the \
name Stargate. Oracle will operate the first site, in Abilene.

SoftBank intends to invest between $15 billion and $25 billion in OpenAI, people familiar with the talks said.

Nvidia, whose revenue reached $60.9 billion last year, supplies the chips. The company cancelled a plan to buy Arm \
for $40 billion. Its chief executive, Jensen Huang, spoke at the Paris summit."""

THIRD = """Brookfield to put €20bn into French data centres

The Canadian fund Brookfield will invest at least €20 billion in France by 2030, its president said.

MGX could pay up to €50 billion for a one-gigawatt campus near Paris.

The European Union has signed off €200 billion for InvestAI. Microsoft said it had invested 13 billion dollars in \
OpenAI. Microsoft was fined €60 million by the CNIL over cookies."""


def newsroom() -> Newsroom:  # noqa: PLR0915  # one long table of what the articles say
    """Three articles, two languages: parts, a conflict, a rumour, a denial, a cancellation, a range."""
    n = Newsroom()
    n.article(
        "fr-1",
        FRENCH,
        title="L’UE investira plus de 200 milliards de dollars dans l’IA",
        language="fr",
        published="2025-02-12",
        url="https://example.org/fr/investai",
    )
    n.article(
        "en-1",
        ENGLISH,
        title="OpenAI and SoftBank join forces on $500bn Stargate plan",
        published="2025-01-22",
        url="https://example.org/en/stargate",
    )
    n.article("en-2", THIRD, title="Brookfield to put €20bn into French data centres", published="2025-02")
    eu = n.entity(
        "Organization", "Union européenne", "UE", "European Union", same="https://www.wikidata.org/wiki/Q458"
    )
    invest = n.entity("Project", "InvestAI")
    giga = n.entity("Project", "gigafactories")
    ursula = n.entity("Person", "Ursula von der Leyen")
    commission = n.entity("Organization", "Commission européenne")
    summit = n.entity("Event", "Sommet pour l’action sur l’IA", "Paris summit")
    france = n.entity("Place", "France", "Le pays")
    paris = n.entity("Place", "Paris")
    fluid = n.entity("Organization", "FluidStack")
    centre = n.entity("Project", "centre de calcul de FluidStack")
    nvidia = n.entity("Organization", "Nvidia")
    mistral = n.entity("Organization", "Mistral AI")
    mgx = n.entity("Organization", "MGX")
    echos = n.entity("Organization", "Les Échos")
    microsoft = n.entity("Organization", "Microsoft")
    openai = n.entity("Organization", "OpenAI")
    softbank = n.entity("Organization", "SoftBank")
    stargate = n.entity("Project", "Stargate")
    oracle = n.entity("Organization", "Oracle")
    abilene = n.entity("Place", "Abilene")
    states = n.entity("Place", "United States", "États-Unis")
    arm = n.entity("Organization", "Arm")
    huang = n.entity("Person", "Jensen Huang")
    brookfield = n.entity("Organization", "Brookfield")
    campus = n.entity("Project", "one-gigawatt campus near Paris")
    chips = n.entity("Product", "puces de Nvidia")
    cnil = n.entity("Organization", "CNIL")

    title, body, lady, country, talks = FRENCH.split("\n\n")
    dollars = n.amount("fr-1", "plus de 200 milliards de dollars", "200000000000", "USD", ">")
    euros = n.amount("fr-1", "200 milliards d’euros", "200000000000", "EUR")
    signed = n.amount("en-2", "€200 billion", "200000000000", "EUR")
    roles = {"payer": eu, "project": invest, "purpose": "intelligence artificielle"}
    c1 = n.claim("fr-1", "Investment", title, roles, amount=dollars, status="Announced")
    c2 = n.claim("fr-1", "Investment", body, roles, amount=euros, status="Announced", speaker=eu)
    c3 = n.claim(
        "en-2",
        "Investment",
        "The European Union has signed off €200 billion for InvestAI.",
        roles,
        amount=signed,
        status="Committed",
    )
    n.conflict(c1, c2)
    f1 = n.fact("Investment", roles, c1, amount=dollars, status="Announced")
    f2 = n.fact("Investment", roles, c2, c3, amount=euros, status="Committed")
    n.conflict(f1, f2)
    part = n.amount("fr-1", "20 milliards d’euros", "20000000000", "EUR")
    n.stated(
        "fr-1", "Investment", body, {"payer": eu, "project": giga}, amount=part, status="Announced", whole=f2
    )
    n.stated("fr-1", "Position", lady, {"person": ursula, "organization": commission, "title": "présidente"})
    n.stated("fr-1", "Launch", lady, {"agent": ursula, "project": invest})
    n.mention("fr-1", "Ursula von der Leyen", ursula)
    n.stated("fr-1", "Siting", lady, {"sited": summit, "place": paris})
    land = "La France, de son côté, a annoncé 109 milliards d’euros d’investissements privés sur son sol."
    n.stated(
        "fr-1",
        "Investment",
        land,
        {"place": france, "purpose": "investissements privés"},
        amount=n.amount("fr-1", "109 milliards d’euros", "109000000000", "EUR"),
        status="Announced",
        speaker=france,
    )
    power = country.removeprefix(land + " ")
    n.stated(
        "fr-1",
        "Supply",
        power,
        {"supplier": france, "project": centre, "item": "électricité"},
        amount=n.amount("fr-1", "un gigawatt", "1", "GW"),
        status="Announced",
    )
    n.stated("fr-1", "Operation", power, {"operator": fluid, "project": centre}, status="Announced")
    n.stated(
        "fr-1", "Supply", power, {"supplier": nvidia, "project": centre, "item": "puces"}, status="Announced"
    )
    n.stated("fr-1", "Launch", power, {"agent": nvidia, "project": chips})
    rumour = talks.partition(" « ")[0]
    n.stated(
        "fr-1",
        "Fundraising",
        rumour,
        {"beneficiary": mistral, "payer": mgx},
        amount=n.amount("fr-1", "près de 2 milliards d’euros", "2000000000", "EUR", "~"),
        status="Planned",
        certainty="hedged",
        speaker=echos,
    )
    n.stated(
        "fr-1",
        "Acquisition",
        "« Nous ne rachèterons pas Mistral AI », a assuré Microsoft.",
        {"payer": microsoft, "target": mistral},
        polarity="negative",
        speaker=microsoft,
        status="Announced",
    )
    gate = ENGLISH.split("\n\n")[1].partition(" Oracle")[0]
    n.stated(
        "en-1",
        "Partnership",
        [ENGLISH.partition("\n\n")[0], gate],
        {"partner": [openai, softbank], "project": stargate, "purpose": "data centres"},
        amount=n.amount("en-1", "$500 billion", "500000000000", "USD"),
        status="Announced",
    )
    n.stated("en-1", "Siting", gate, {"sited": stargate, "place": states})
    site = "Oracle will operate the first site, in Abilene."
    n.stated("en-1", "Operation", site, {"operator": oracle, "project": stargate}, status="Announced")
    n.stated("en-1", "Siting", site, {"sited": stargate, "place": abilene}, status="Announced")
    n.stated(
        "en-1",
        "Investment",
        "SoftBank intends to invest between $15 billion and $25 billion in OpenAI, people familiar with the "
        "talks said.",
        {"payer": softbank, "beneficiary": openai},
        status="Planned",
        amount=n.amount(
            "en-1", "between $15 billion and $25 billion", "15000000000", "USD", "range", high="25000000000"
        ),
        speaker="people familiar with the talks",
    )
    sales = "Nvidia, whose revenue reached $60.9 billion last year, supplies the chips."
    n.stated(
        "en-1",
        "FinancialResult",
        sales,
        {"organization": nvidia, "measure": "revenue"},
        amount=n.amount("en-1", "$60.9 billion", "60900000000", "USD"),
        date="2024",
    )
    n.stated("en-1", "Supply", sales, {"supplier": nvidia, "project": stargate, "item": "chips"})
    n.stated(
        "en-1",
        "Acquisition",
        "The company cancelled a plan to buy Arm for $40 billion.",
        {"payer": nvidia, "target": arm},
        status="Cancelled",
        amount=n.amount("en-1", "$40 billion", "40000000000", "USD"),
    )
    n.stated(
        "en-1",
        "Position",
        "Its chief executive, Jensen Huang, spoke at the Paris summit.",
        {"person": huang, "organization": nvidia, "title": "chief executive"},
    )
    n.stated(
        "en-2",
        "Investment",
        "The Canadian fund Brookfield will invest at least €20 billion in France by 2030, "
        "its president said.",
        {"payer": brookfield, "place": france},
        status="Announced",
        amount=n.amount("en-2", "at least €20 billion", "20000000000", "EUR", ">="),
    )
    n.stated(
        "en-2",
        "Investment",
        "MGX could pay up to €50 billion for a one-gigawatt campus near Paris.",
        {"payer": mgx, "project": campus, "place": paris},
        certainty="hedged",
        status="Planned",
        amount=n.amount("en-2", "up to €50 billion", "50000000000", "EUR", "<="),
    )
    n.stated(
        "en-2",
        "Investment",
        "Microsoft said it had invested 13 billion dollars in OpenAI.",
        {"payer": microsoft, "beneficiary": openai},
        speaker=microsoft,
        amount=n.amount("en-2", "13 billion dollars", "13000000000", "USD"),
    )
    n.stated(
        "en-2",
        "Fine",
        "Microsoft was fined €60 million by the CNIL over cookies.",
        {"payer": microsoft, "authority": cnil, "purpose": "cookies"},
        amount=n.amount("en-2", "€60 million", "60000000", "EUR"),
    )
    return n
