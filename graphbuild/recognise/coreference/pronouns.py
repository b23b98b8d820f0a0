"""Pronouns and possessives to the entities they stand for."""

from collections.abc import Callable, Iterator

from graphbuild.model import EntityType
from graphbuild.recognise.coreference.agreement import PLURAL, gender_of, may_mean
from graphbuild.recognise.coreference.profiles import Profile
from graphbuild.recognise.coreference.salience import LOCAL, Memory
from graphbuild.recognise.coreference.scene import Scene

ORG, PERSON, PLACE = EntityType.ORGANIZATION, EntityType.PERSON, EntityType.PLACE
THINGS = frozenset({ORG, PLACE, EntityType.PROJECT, EntityType.PRODUCT})
PEOPLE = frozenset({PERSON})
RECEIVERS = frozenset({ORG, PLACE, PERSON})
ENGLISH_PEOPLE = frozenset({"he", "she", "his", "her", "him"})
REACH = 1
CLIMB = 10
REASONS = frozenset({"pour", "for", "over", "of", "de", "d'"})
OBJECTS = frozenset({"obj", "dobj", "iobj", "dative", "obl:arg", "expl:comp"})
OPENING = frozenset({"ADP", "SCONJ", "VERB", "ADV"})


def antecedents(memory: Memory, i: int) -> list[str]:
    """The entities that the pronoun or possessive at token i stands for; none when it is not clear."""
    scene, lower = memory.scene, memory.scene.lower(i)
    clitic = scene.tokens[i].text.startswith("-")
    barred = _arguments(memory, i) | _speakers(memory, i) | ({memory.house} if memory.in_answer(i) else set())
    fits = _fits(lower, barred=barred, kinds=_kinds(scene, i))
    group = memory.coordinated(i, fits) if lower in PLURAL else []
    if group or (lower in PLURAL and scene.language == "fr"):
        return group
    told = next((key for key in _told(memory, i) if fits(memory.profiles[key])), None)
    if told:
        return [told]
    if not (_object(scene, i) or clitic):
        for subject in _governing_subjects(scene, i):
            known = [key for key in memory.at(subject) if fits(memory.profiles[key])]
            if known or (not memory.at(subject) and may_mean(scene, lower, subject)):
                return known
    ahead = _announced(scene, i)
    if ahead and fits(memory.profiles[ahead]):
        return [ahead]
    best = memory.best(i, fits, reach=REACH, weights=LOCAL, bonus=_likely)
    return [best] if best and not _rivalled(memory, i, best) else []


def _told(memory: Memory, i: int) -> Iterator[str]:
    """Entities that the grammar points at, whoever else is named."""
    same = _same_place(memory, i)
    if same:
        yield same
    yield from _conjoined(memory, i)
    yield from _blamed(memory, i)


def _conjoined(memory: Memory, i: int) -> list[str]:
    """As in "Erik Lang and his coaches": a possessive behind "and" is the name's before it."""
    scene, noun = memory.scene, memory.scene.tokens[i].head
    joined = scene.lower(i) in scene.words.possessives and scene.tokens[noun].dep == "conj"
    first = scene.tokens[noun].head
    return [scene.names[first]] if joined and first in scene.names else []


def _blamed(memory: Memory, i: int) -> list[str]:
    """As in "la Cnil a condamné X pour avoir caché ses comptes": the object did it."""
    scene, j = memory.scene, i
    for _ in range(CLIMB):
        up = scene.tokens[j].head
        if scene.tokens[up].lemma in scene.words.blaming and scene.tokens[up].pos == "VERB":
            objects = [c for c in scene.children[up] if c < i and scene.tokens[c].dep in {"obj", "dobj"}]
            reasons = {scene.lower(k) for c in objects for k in range(c + 1, i)} & REASONS
            return [key for c in objects for key in memory.at(c)] if reasons else []
        j = up
    return []


def _rivalled(memory: Memory, i: int, best: str) -> bool:
    """Whether a noun that names nobody is as good: "L'opération compte 5 M€. Elle ..."."""
    scene, here = memory.scene, memory.scene.tokens[i].sentence
    if not scene.tokens[i].dep.startswith("nsubj") or any(
        s.entity == best and s.sentence == here for s in memory.seen
    ):
        return False
    before = scene.sentences[here - 1] if here else None
    if before is None:
        return False
    subjects = (
        j
        for j in range(before.first, before.last)
        if scene.tokens[j].dep.startswith("nsubj") and scene.tokens[scene.tokens[j].head].dep == "ROOT"
    )
    first = next(subjects, None)
    if first is None or scene.tokens[first].pos != "NOUN" or scene.lower(i) in ENGLISH_PEOPLE:
        return False
    return not memory.at(first) and may_mean(scene, scene.lower(i), first)


def _kinds(scene: Scene, i: int) -> frozenset[EntityType]:
    """Of what a pronoun can be said: who "a-t-il dit" means speaks, what has subsidiaries is no person."""
    head = scene.tokens[i].head
    words = {scene.tokens[head].lemma, scene.lower(head)}
    owns = scene.lower(i) in scene.words.possessives
    if scene.tokens[i].text.startswith("-") or (owns and words & scene.words.personal):
        return PEOPLE
    subject = scene.tokens[i].dep in {"nsubj", "expl:subj"}
    if (owns and words & scene.words.corporate) or (subject and words & scene.words.dealings):
        return THINGS
    return THINGS | PEOPLE


def _fits(
    pronoun: str, *, barred: frozenset[str], kinds: frozenset[EntityType] = THINGS | PEOPLE
) -> Callable[[Profile], bool]:
    """Whether a profile agrees with a pronoun, is of a kind that it can be said of, and is not barred."""
    wanted = kinds & (
        PEOPLE
        if pronoun in ENGLISH_PEOPLE
        else RECEIVERS
        if pronoun == "lui"
        else THINGS
        if pronoun in {"it", "its", "they", "their", "them"}
        else THINGS | PEOPLE
    )
    gender = gender_of(pronoun)

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
    if scene.tokens[verb].dep in {"acl:relcl", "relcl"} and scene.tokens[i].dep.startswith("nsubj"):
        beside |= set(memory.at(scene.tokens[verb].head))  # "La PME, qu'elle a reprise"
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


def _governing_subjects(scene: Scene, i: int) -> Iterator[int]:
    """The subjects before token i of the clauses above it, other than itself, the nearest first."""
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
                and not _speaks(scene, child, i)
            ):
                yield child
        if up == j:
            return
        j = up


def _speakers(memory: Memory, i: int) -> set[str]:
    """Whoever says the quotation that a pronoun stands in: not "he" there, but "I"."""
    scene = memory.scene
    if not scene.quoted(i):
        return set()
    here = scene.sentences[scene.tokens[i].sentence]
    outside = (j for j in range(here.first, here.last) if not scene.quoted(j) and scene.subject(j))
    saying = (j for j in outside if scene.tokens[scene.tokens[j].head].lemma in scene.words.saying)
    return {key for j in saying for key in (memory.at(j) or [scene.names.get(j, "")])}


def _speaks(scene: Scene, subject: int, i: int) -> bool:
    """Whether a pronoun in a quotation has its subject outside: who speaks says "I" there, not "he"."""
    return scene.quoted(i) != 0 and scene.quoted(subject) != scene.quoted(i)


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
