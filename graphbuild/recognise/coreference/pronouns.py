"""Pronouns and possessives to the entities they stand for."""

from collections.abc import Callable

from graphbuild.model import EntityType
from graphbuild.recognise.coreference.profiles import Profile
from graphbuild.recognise.coreference.salience import LOCAL, Memory
from graphbuild.recognise.coreference.scene import Scene

ORG, PERSON, PLACE = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE
THINGS = frozenset({ORG, PLACE, EntityType.PROJECT, EntityType.PRODUCT})
PEOPLE = frozenset({PERSON})
RECEIVERS = frozenset({ORG, PLACE, PERSON})
PLURAL = frozenset({"ils", "elles", "they", "them", "their", "leur", "leurs", "ceux-ci", "celles-ci"})
MASCULINE = frozenset({"il", "he", "his", "him", "celui-ci"})
FEMININE = frozenset({"elle", "she", "her", "celle-ci"})
ENGLISH_PEOPLE = frozenset({"he", "she", "his", "her", "him"})
REACH = 1
CLIMB = 6
OBJECTS = frozenset({"obj", "dobj", "iobj", "dative", "obl:arg", "expl:comp"})
OPENING = frozenset({"ADP", "SCONJ", "VERB", "ADV"})


def antecedents(memory: Memory, i: int) -> list[str]:
    """The entities that the pronoun or possessive at token i stands for; none when it is not clear."""
    scene, lower = memory.scene, memory.scene.lower(i)
    clitic = scene.tokens[i].text.startswith("-")
    fits = _fits(lower, barred=_arguments(memory, i), people=clitic)
    group = memory.coordinated(i, fits) if lower in PLURAL else []
    if group or (lower in PLURAL and scene.language == "fr"):
        return group
    beside = _apposed(scene, i)
    governing = None if _object(scene, i) or beside or clitic else _governing_subject(scene, i)
    if governing is not None:
        known = memory.at(governing)
        if not known and governing not in scene.names:
            return []
        return [key for key in known if fits(memory.profiles[key])]
    same = _same_place(memory, i)
    if same and fits(memory.profiles[same]):
        return [same]
    ahead = _announced(scene, i)
    if ahead and fits(memory.profiles[ahead]):
        return [ahead]
    best = memory.best(i, fits, reach=REACH, weights=LOCAL, bonus=_likely)
    return [best] if best else []


def _fits(pronoun: str, *, barred: frozenset[str], people: bool = False) -> Callable[[Profile], bool]:
    """``people``: who "a-t-il dit" means speaks."""
    wanted = (
        PEOPLE
        if people or pronoun in ENGLISH_PEOPLE
        else RECEIVERS
        if pronoun == "lui"
        else THINGS
        if pronoun in {"it", "its", "they", "their", "them"}
        else THINGS | PEOPLE
    )
    gender = "Masc" if pronoun in MASCULINE else "Fem" if pronoun in FEMININE else ""

    def fits(profile: Profile) -> bool:
        if (
            profile.entity.key in barred
            or profile.kind not in wanted
            or (profile.kind is PLACE and not profile.is_country)
        ):
            return False
        unknown = profile.gender == "" and profile.kind in {ORG, PLACE, PERSON}
        return not gender or unknown or profile.gender == gender

    return fits


def _likely(profile: Profile) -> float:
    """People are meant more often than bodies, and bodies more often than things."""
    return {PERSON: 0.8, ORG: 0.4}.get(profile.kind, 0.0)


def _arguments(memory: Memory, i: int) -> frozenset[str]:
    """Entities beside a pronoun under the same verb: it cannot be one of them ("they own it")."""
    scene = memory.scene
    if scene.lower(i) in scene.words.possessives:
        apposed = _apposed(scene, i)
        above = {scene.names[j] for j in _above(scene, i) if j in scene.names}
        return frozenset(above | ({apposed} if apposed else set()))
    verb = scene.tokens[i].head
    opening = _opening_phrase(scene, i)
    if opening:
        return frozenset(scene.names[j] for j in opening if j in scene.names)
    beside = {scene.names[j] for j in scene.children.get(verb, ()) if j in scene.names}
    for _ in range(CLIMB):  # "X is to lend it A": the subject stands with the verb above
        if scene.tokens[verb].dep != "xcomp" or not _object(scene, i):
            break
        verb = scene.tokens[verb].head
        served = (j for j in scene.children.get(verb, ()) if scene.tokens[j].dep.startswith("nsubj"))
        beside |= {scene.names[j] for j in served if j in scene.names}
    return frozenset(
        beside | {s.entity for s in memory.seen if scene.tokens[s.token].head == verb and s.token != verb}
    )


def _opening_phrase(scene: Scene, i: int) -> range:
    """As in "Dirigé par X, il investit": what stands before is said of the pronoun."""
    first = scene.sentences[scene.tokens[i].sentence].first
    opening = scene.tokens[first].morph >= {"VerbForm=Part", "Tense=Past"}
    subject = scene.tokens[i].dep.startswith("nsubj") and scene.lower(i - 1) == ","
    return range(first, i) if opening and subject and i > first else range(0)


def _same_place(memory: Memory, i: int) -> str | None:
    """As in "le ministère lui a commandé A. La BEI lui avait prêté B": it goes on to be given to."""
    scene = memory.scene
    if scene.lower(i) != "lui" or not _object(scene, i):
        return None
    near = (s for s in reversed(memory.seen) if scene.tokens[i].sentence - s.sentence == 1)
    return next((s.entity for s in near if scene.lower(s.token) == "lui" and _object(scene, s.token)), None)


def _object(scene: Scene, i: int) -> bool:
    """Whether a pronoun is an object, which the subject of its own verb cannot be: "they own it"."""
    return scene.tokens[i].dep in OBJECTS


def _apposed(scene: Scene, i: int) -> str | None:
    """The name beside which a possessive describes: "MaiaSpace, sa filiale" is somebody else's."""
    if scene.lower(i) not in scene.words.possessives or not scene.same_sentence(i, i - 2):
        return None
    return scene.names.get(i - 2) if scene.lower(i - 1) == "," else None


def _announced(scene: Scene, i: int) -> str | None:
    """The main subject that a possessive in front of it points at: "Via sa filiale, Meta teste"."""
    sentence = scene.sentences[scene.tokens[i].sentence]
    if scene.lower(i) not in scene.words.possessives or scene.tokens[sentence.first].pos not in OPENING:
        return None
    for j in range(i + 1, sentence.last):
        token = scene.tokens[j]
        if token.dep.startswith("nsubj") and j in scene.names and scene.tokens[token.head].dep == "ROOT":
            first = j
            while scene.names.get(first - 1) == scene.names[j]:
                first -= 1
            return scene.names[j] if scene.lower(first - 1) == "," else None
    return None


def _above(scene: Scene, i: int) -> list[int]:
    """The tokens over token i up to its verb: "Volkswagen, its largest shareholder"."""
    result = []
    for _ in range(CLIMB):
        i = scene.tokens[i].head
        if scene.tokens[i].pos in {"VERB", "AUX"} or i in result:
            break
        result.append(i)
    return result


def _governing_subject(scene: Scene, i: int) -> int | None:
    """The subject before token i of the nearest clause above it, other than itself; None if there is none."""
    j = i
    for _ in range(CLIMB):
        up = scene.tokens[j].head
        for child in scene.children.get(up, ()):
            token = scene.tokens[child]
            if (
                token.dep.startswith("nsubj")
                and child < i
                and child != j
                and not _relative(scene, child)
                and not _holds(scene, child, i)
            ):
                return child
        if up == j:
            return None
        j = up
    return None


def _holds(scene: Scene, top: int, i: int) -> bool:
    """Whether token i is part of the phrase headed by ``top``."""
    for _ in range(CLIMB):
        if i == top:
            return True
        if scene.tokens[i].head == i:
            return False
        i = scene.tokens[i].head
    return False


def _relative(scene: Scene, i: int) -> bool:
    return (
        scene.lower(i) in {"qui", "que", "dont", "who", "which", "that", "il", "it"}
        and scene.tokens[i].dep != "nsubj:pass"
        and (scene.lower(i) not in {"il", "it"} or scene.tokens[i].dep.startswith("expl"))
    )
