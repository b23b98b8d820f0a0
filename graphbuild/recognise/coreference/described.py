"""Things nobody names but something is said of: "une usine en Floride", "collectivités locales"."""

from graphbuild.model import Entity, EntityType, Span, entity_key
from graphbuild.recognise.coreference.profiles import core_of
from graphbuild.recognise.coreference.scene import Scene

PREPOSITIONS = frozenset(
    {
        "de",
        "d'",
        "du",
        "des",
        "à",
        "au",
        "aux",
        "en",
        "contre",
        "of",
        "in",
        "at",
        "for",
        "near",
        "entre",
        "between",
    }
)
RECEIVERS = frozenset({"à", "au", "aux"})
COMPLEMENTS = 2
LONGEST = 9


def family(scene: Scene, i: int) -> int | None:
    """The family of near synonyms of a project noun; None for other words."""
    families = scene.words.families
    token = scene.tokens[i]
    if i in scene.names or token.pos not in {"NOUN", "PROPN"} or token.amount is not None:
        return None
    if any(_stands_at(scene, i, phrase) for phrase in scene.words.not_body):
        return None  # "un tour de table" is no tower
    return families.get(scene.lower(i), families.get(token.lemma))


def _stands_at(scene: Scene, i: int, phrase: tuple[str, ...]) -> bool:
    end = min(i + len(phrase), len(scene.tokens))
    return tuple(scene.lower(t) for t in range(i, end)) == phrase


def body(scene: Scene, i: int) -> bool:
    """Whether a noun is an unnamed body that can pay or receive."""
    token = scene.tokens[i]
    if i in scene.names or token.pos != "NOUN":
        return False
    pairs = {(scene.lower(i),), (scene.lower(i), scene.lower(i + 1) if i + 1 < len(scene.tokens) else "")}
    pairs.add((scene.lower(i - 1) if i else "", scene.lower(i)))
    if pairs & scene.words.not_body:
        return False
    return token.lemma in scene.words.bodies or bool(pairs & scene.words.plural) or _part(scene, i)


def _part(scene: Scene, i: int) -> bool:
    """As in "sa division vétérinaire", "Ashland's adhesives business", "30 magasins": a part of a company."""
    if scene.tokens[i].lemma not in scene.words.parts or i + 1 in scene.names:
        return False
    counted = any(scene.tokens[c].pos == "NUM" for c in scene.children.get(i, ()))
    return counted or not bare(scene, i)


def describe(scene: Scene, i: int, kind: EntityType) -> Entity:
    """The entity of a described thing: its noun with adjectives and up to two complements."""
    first, last = core_of(scene, i)
    end, complements = last, 0
    while complements < COMPLEMENTS and end - first < LONGEST:
        following = _complement(scene, i, end + 1)
        if following is None:
            break
        end, complements = following, complements + 1
    name = _words(scene, first, end)
    short = {_words(scene, first, last), _words(scene, i, end)} - {name, _words(scene, i, i)}
    return Entity(entity_key(kind, name), kind, name, tuple(sorted(short)), named=False)


def core_span(scene: Scene, i: int) -> Span:
    """The noun with its adjectives, without complements: what a mention covers."""
    first, last = core_of(scene, i)
    return Span(scene.tokens[first].span.start, scene.tokens[last].span.end)


def bare(scene: Scene, i: int) -> bool:
    """A noun without complement, relative clause or adjective: "l'usine"."""
    first, last = core_of(scene, i)
    return first == i == last and _complement(scene, i, i + 1) is None


def _words(scene: Scene, first: int, last: int) -> str:
    return " ".join(scene.text[scene.tokens[first].span.start : scene.tokens[last].span.end].split())


def _complement(scene: Scene, head: int, i: int) -> int | None:
    """The last token of a complement of ``head`` that begins at i, if one does."""
    if not scene.same_sentence(head, i) or scene.lower(i) not in PREPOSITIONS:
        return None
    j = i + 1
    while scene.same_sentence(head, j) and scene.tokens[j].pos in {"DET", "ADJ"} and j not in scene.names:
        j += 1
    if not scene.same_sentence(head, j) or scene.tokens[j].amount is not None:
        return None
    token = scene.tokens[j]
    if j not in scene.names and (token.pos not in {"NOUN", "PROPN"} or token.text.isdigit()):
        return None
    if scene.lower(i) in RECEIVERS and scene.names.get(j, "").startswith(("organization:", "person:")):
        return None  # "vend ses usines à X"
    near = i == head + 1 and j == i + 1 and j in scene.names
    if not near and not _inside(scene, j, head):
        return None
    while scene.names.get(j) is not None and scene.names.get(j + 1) == scene.names[j]:
        j += 1
    return j if j in scene.names else core_of(scene, j)[1]


def _inside(scene: Scene, j: int, head: int) -> bool:
    """Whether the parser hangs token j below ``head``."""
    for _ in range(LONGEST):
        up = scene.tokens[j].head
        if up == head:
            return True
        if up == j:
            return False
        j = up
    return False
