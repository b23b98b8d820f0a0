"""What an article says an entity is: "Orsted, the Danish utility", "le constructeur américain Tesla"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphbuild.model import Entity, EntityType, Span, fold
from graphbuild.recognise.coreference.agreement import shown_gender
from graphbuild.recognise.coreference.scene import Scene
from graphbuild.recognise.names.knowledge import companies, countries, first_names, known

APPOSITION_WORDS = 6
RELATIVES = frozenset({"whose", "dont", "which", "who", "qui"})
OWNING = frozenset({"'s", "'"})
ORG, PERSON, PLACE = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE


@dataclass(slots=True)
class Profile:
    """Filled while the article is read. ``gender`` is "Masc", "Fem" or "" (unknown)."""

    entity: Entity
    nouns: set[str] = field(default_factory=set)
    country: str = ""
    gender: str = ""
    aliases: set[str] = field(default_factory=set)
    institution: bool = False
    is_country: bool = False
    plural: bool = False
    families: set[int] = field(default_factory=set)

    @property
    def kind(self) -> EntityType:
        return self.entity.type


@dataclass(frozen=True, slots=True)
class Apposition:
    """A description that stands beside the name of its entity; ``separate`` when a comma parts them."""

    entity: str
    noun: int
    core: Span
    separate: bool


def profile_of(entity: Entity, scene: Scene) -> Profile:
    """What the name itself tells."""
    profile, key = Profile(entity), fold(entity.name)
    words = key.split()
    heads = {fold(head) for head in scene.lexicon.heads}
    if entity.type is ORG:
        headed = any(word in heads for word in words) or key in known()
        profile.institution = (headed and key not in companies()) or entity.name in scene.lexicon.alone
        profile.institution = profile.institution or words[-1] in scene.words.public
        profile.nouns.update(word for word in words if word in heads)
        named = [countries().get(word) or scene.lexicon.demonyms.get(word, "") for word in words]
        profile.country = next((code for code in named if code), "")
    if entity.type is PLACE:
        profile.nouns.update(words)
        forms = [fold(form) for form in (entity.name, *entity.aliases)]
        code = next((countries()[form] for form in forms if form in countries()), "")
        profile.is_country, profile.country = bool(code), code
    if entity.type is PERSON:
        profile.gender = {"m": "Masc", "f": "Fem"}.get(first_names().get(entity.name.split()[0], ""), "")
    return profile


def learn(scene: Scene, profiles: Mapping[str, Profile]) -> list[Apposition]:
    """Fills the profiles from appositions and articles; the appositions found, in order."""
    found = []
    for i, key in sorted(scene.names.items()):
        profile = profiles[key]
        _gender(scene, i, profile)
        if scene.names.get(i - 1) != key:
            found += list(_before(scene, i, profile))
        if scene.names.get(i + 1) != key:
            found += list(_after(scene, i, profile))
    return found


def _gender(scene: Scene, i: int, profile: Profile) -> None:
    """The words around a name show its gender: "la BEI", "le Mexique", "Mme Claude Adam"."""
    shown = shown_gender(scene, i)
    if shown and (profile.kind is PERSON or not profile.gender):
        profile.gender = shown
    before = scene.lower(i - 1) if i else ""
    if scene.language == "fr" and profile.kind is not PERSON and not profile.gender:
        profile.gender = {"la": "Fem", "le": "Masc", "du": "Masc", "au": "Masc"}.get(before, "")


def _before(scene: Scene, i: int, profile: Profile) -> Iterator[Apposition]:
    """The noun right before the name, with its adjectives: "le laboratoire français Sanofi"."""
    j, country = i - 1, ""
    while scene.same_sentence(i, j) and (
        scene.lower(j) in scene.words.naming or scene.lower(j) in {'"', "«", "“"}
    ):
        j -= 1
    while scene.same_sentence(i, j) and j not in scene.names and scene.adjective(j):
        country = country or scene.lexicon.demonyms.get(scene.lower(j), "")
        j -= 1
    if not scene.same_sentence(i, j) or j in scene.names:
        return
    j = _before_trade(scene, j, profile)
    first = j if _noun_of(scene, j, profile) else j + 1 if country else None
    if first is None:
        return
    if first == j:
        profile.nouns.add(_lemma(scene, j))
        if profile.kind is PERSON and "Gender=Fem" in scene.tokens[j].morph:
            profile.gender = profile.gender or "Fem"
        first = _left_edge(scene, j)
    if profile.kind is ORG or first == j:
        profile.country = profile.country or country or _country(scene, first, j)
    core = Span(scene.tokens[first].span.start, scene.tokens[i].span.end)
    profile.aliases.add(core.of(scene.text))
    yield Apposition(profile.entity.key, max(j, first), core, separate=False)


def _before_trade(scene: Scene, j: int, profile: Profile) -> int:
    """As in "le campus de calcul X", "le géant du luxe X": the noun before the complement at j, else j."""
    link = j - 2 if scene.lower(j - 1) in {"la", "l'"} else j - 1
    noun = scene.same_sentence(j, link - 1) and scene.tokens[j].pos == "NOUN"
    if not noun or scene.lower(link) not in {"de", "d'", "du", "des"} or _noun_of(scene, j, profile):
        return j
    return link - 1 if _noun_of(scene, link - 1, profile) else j


def _after(scene: Scene, i: int, profile: Profile) -> Iterator[Apposition]:
    """The noun behind a comma or a dash: "Verkor, fabricant grenoblois de batteries"."""
    if not scene.same_sentence(i, i + 1) or scene.lower(i + 1) not in {",", "(", "-", "–", "—", ":"}:
        return
    first = _behind_owner(scene, i + 2)
    for j in range(first, min(first + APPOSITION_WORDS, len(scene.tokens))):
        if not scene.same_sentence(i, j) or j in scene.names or scene.lower(j) in RELATIVES:
            return
        token = scene.tokens[j]
        follows = scene.tokens[j + 1].pos if scene.same_sentence(i, j + 1) else ""
        if (
            token.pos == "NOUN"
            and _noun_of(scene, j, profile)
            and (scene.language == "fr" or follows != "NOUN")
            and not _says(scene, j)
        ):
            yield _separate(scene, j, profile)
            return
        if token.pos not in {"DET", "ADJ", "NUM", "ADV"} and not (
            token.pos == "NOUN" and scene.language == "en"
        ):
            return


def _behind_owner(scene: Scene, i: int) -> int:
    """Behind the name of whose it is: "Horizon, Danone's dairy business", "Lormeau, an Amazon subsidiary"."""
    start = i + (scene.tokens[min(i, len(scene.tokens) - 1)].pos == "DET")
    end = start
    while scene.same_sentence(i, end) and end in scene.names:
        end += 1
    if scene.language != "en" or end == start or not scene.same_sentence(i, end):
        return i
    if scene.lower(end) in OWNING:
        return end + 1
    return end if start > i and scene.tokens[end].pos in {"NOUN", "ADJ"} else i


def _says(scene: Scene, j: int) -> bool:
    """As in "a round led by X, the company said": the subject of the verb right behind describes nobody."""
    token = scene.tokens[j]
    return (
        token.dep.startswith("nsubj") and token.head == j + 1 and scene.tokens[j + 1].pos in {"VERB", "AUX"}
    )


def _separate(scene: Scene, j: int, profile: Profile) -> Apposition:
    first, last = core_of(scene, j)
    profile.nouns.add(_lemma(scene, j))
    profile.country = profile.country or _country(scene, first, last)
    gender = "Fem" if "Gender=Fem" in scene.tokens[j].morph else ""
    if profile.kind is PERSON:
        profile.gender = profile.gender or gender
    core = Span(scene.tokens[first].span.start, scene.tokens[last].span.end)
    profile.aliases.add(core.of(scene.text))
    return Apposition(profile.entity.key, j, core, separate=True)


def core_of(scene: Scene, i: int) -> tuple[int, int]:
    """First and last token of a noun with the adjectives at its sides (English: its compounds too)."""
    last = i + 1 if _says_which(scene, i, i + 1) else i
    while scene.language == "fr" and scene.same_sentence(i, last + 1) and _follows(scene, last + 1):
        last += 1
    return _left_edge(scene, i), last


def _says_which(scene: Scene, i: int, j: int) -> bool:
    """As in "la division cybersécurité", "son pôle santé": a bare noun says which part of a company."""
    part = scene.language == "fr" and scene.tokens[i].lemma in scene.words.parts and scene.same_sentence(i, j)
    if not part or j in scene.names or scene.tokens[j].amount is not None:
        return False
    return scene.tokens[j].pos == "NOUN" and scene.tokens[j].head in {i, scene.tokens[i].head}


def _follows(scene: Scene, i: int) -> bool:
    """An adjective or an abbreviation behind a French noun: "infrastructure IA"."""
    token = scene.tokens[i]
    short = token.text.isupper() and token.text.isalpha() and token.pos in {"NOUN", "PROPN", "X"}
    return i not in scene.names and (scene.adjective(i) or short)


def _left_edge(scene: Scene, i: int) -> int:
    j = i
    while scene.same_sentence(i, j - 1) and j - 1 not in scene.names and _modifier(scene, j - 1, i):
        j -= 1
    return j


def _modifier(scene: Scene, j: int, noun: int) -> bool:
    token = scene.tokens[j]
    if token.pos == "NUM" and token.span.end == scene.tokens[j + 1].span.start:
        return True
    if token.amount is not None or token.head not in range(j + 1, noun + 1):
        return False
    return scene.adjective(j) or (
        scene.language == "en" and token.dep in {"compound", "amod", "nmod"} and token.pos != "DET"
    )


def _country(scene: Scene, first: int, last: int) -> str:
    codes = (scene.lexicon.demonyms.get(scene.lower(k), "") for k in range(max(first, 0), last + 1))
    return next((code for code in codes if code), "")


def _noun_of(scene: Scene, j: int, profile: Profile) -> bool:
    """Whether a noun can describe an entity of this type."""
    if scene.tokens[j].pos not in {"NOUN", "ADJ", "PROPN"}:
        return False
    words = {_lemma(scene, j), scene.lower(j)}
    kinds = {table.get(word) for word in words for table in (scene.words.anaphoric, scene.lexicon.nouns)}
    part = profile.kind is ORG and bool(words & scene.words.parts)
    return (
        part
        or profile.kind in kinds
        or (profile.kind is EntityType.PROJECT and any(w in scene.words.families for w in words))
    )


def _lemma(scene: Scene, i: int) -> str:
    known_nouns = scene.words.anaphoric | scene.words.families
    lower, lemma = scene.lower(i), scene.tokens[i].lemma
    return lower if lower in known_nouns else lemma
