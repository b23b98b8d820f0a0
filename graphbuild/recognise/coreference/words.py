"""The nouns, pronouns and possessives of ``data/names/descriptions.toml``."""

from dataclasses import dataclass
from functools import cache

from graphbuild.data import table
from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.knowledge import synonyms

TYPES = {
    "company": EntityType.ORGANIZATION,
    "place": EntityType.PLACE,
    "person": EntityType.PERSON,
    "product": EntityType.PRODUCT,
    "event": EntityType.EVENT,
}


@dataclass(frozen=True, slots=True)
class Descriptions:
    """``anaphoric`` nouns stand for a name; ``families`` number the near synonyms of described projects."""

    anaphoric: dict[str, EntityType]
    families: dict[str, int]
    bodies: frozenset[str]
    parts: frozenset[str]  # nouns for a part of a company
    plural: frozenset[tuple[str, ...]]
    not_body: frozenset[tuple[str, ...]]
    definite: frozenset[str]
    pointing: frozenset[str]
    pronouns: frozenset[str]
    possessives: frozenset[str]
    expletives: frozenset[str]
    lacking: frozenset[str]  # forms that are impersonal only where the parser says so: "il reste 5 M€"
    leading: frozenset[str]  # verbs of heading an organization
    ours: frozenset[str]  # the first person plural
    strict: frozenset[str]
    trades: frozenset[str]  # strict nouns that also stand for the body which a story is about
    public: frozenset[str]  # last words of the names of what is no company
    vague: frozenset[str]  # nouns that any company may be called by
    anybody: frozenset[str]  # nouns that the person of a story may be called by
    naming: frozenset[str]
    other: frozenset[str]
    idioms: frozenset[str]
    saying: frozenset[str]  # verbs of telling
    blaming: frozenset[str]  # verbs whose object did what follows: "accuse X of"
    portions: frozenset[str]  # before "of it": part of a sum, not of a company
    latter: frozenset[str]  # last words of "this one" and "the latter"
    paired: frozenset[str]  # with "two", nouns for the bodies in question
    couple: frozenset[str]  # the two in question, without a noun: "the pair"
    personal: frozenset[str]  # what only people have: "son ancien employeur"
    corporate: frozenset[str]  # what only bodies have
    dealings: frozenset[str]  # verbs of which only bodies are the subject
    genders: dict[str, str]  # form of address to "Masc" or "Fem"
    towns: frozenset[str]
    nations: frozenset[str]
    fixed: dict[str, str]  # noun to the folded name that it always means


def _phrases(words: str) -> frozenset[tuple[str, ...]]:
    """Of "conseil·régional taxpayers" the two phrases."""
    return frozenset(tuple(phrase.split("·")) for phrase in words.split())


@cache
def descriptions(language: str) -> Descriptions:
    """The words of "fr" or "en"."""
    data: dict[str, str] = table("names/descriptions.toml")[language]
    return Descriptions(
        anaphoric={word: kind for name, kind in TYPES.items() for word in data[name].split()},
        families={w: n for n, line in enumerate(data["project"].strip().split("\n")) for w in line.split()},
        bodies=frozenset(data["organization"].split()),
        parts=frozenset(data["part"].split()),
        plural=_phrases(data["plural"]),
        not_body=_phrases(data["not_body"]),
        definite=frozenset(data["definite"].split()),
        pointing=frozenset(data["pointing"].split()),
        pronouns=frozenset(data["pronoun"].split()),
        possessives=frozenset(data["possessive"].split()),
        leading=frozenset(data["leading"].split()),
        ours=frozenset(data["ours"].split()),
        lacking=frozenset(data["lacking"].split()),
        expletives=frozenset(data["expletive"].split()),
        strict=frozenset(data["strict"].split()),
        trades=frozenset(data["trade"].split()),
        public=frozenset(data["public"].split()),
        vague=frozenset(data["vague"].split()),
        anybody=frozenset(data["anybody"].split()),
        naming=frozenset(data["naming"].split()),
        towns=frozenset(data["town"].split()),
        nations=frozenset(data["nation"].split()),
        idioms=frozenset(data["idiom"].split()),
        saying=frozenset(table(f"stance/{language}.toml")["matrix"]["reporting"]),
        blaming=frozenset(data["blaming"].split()),
        portions=frozenset(data["portion"].split()),
        latter=frozenset(data["latter"].split()),
        paired=frozenset(data["paired"].split()),
        couple=frozenset(data["couple"].split()),
        personal=frozenset(data["personal"].split()),
        corporate=frozenset(data["corporate"].split()),
        dealings=frozenset(data["dealing"].split()),
        genders={word: name for name in ("Masc", "Fem") for word in data[name].split()},
        other=frozenset(data["other"].split()),
        fixed={
            noun: synonyms()[fold(name)]
            for noun, name in (pair.split("=") for pair in data["fixed"].split("|"))
        },
    )
