"""What points at names without being a noun for them: "ce dernier", "les deux groupes", "le japonais"."""

from collections.abc import Sequence

from graphbuild.model import EntityType
from graphbuild.recognise.coreference.agreement import gender_of, may_mean
from graphbuild.recognise.coreference.binding import beside
from graphbuild.recognise.coreference.profiles import Profile
from graphbuild.recognise.coreference.salience import Memory, unique

ORG, PERSON = EntityType.ORGANIZATION, EntityType.PERSON
DEMONSTRATIVES = frozenset({"ce", "cette", "the"})
BOTH = frozenset({"deux", "two", "both"})
FAR = 4  # sentences back to the two that are meant
BEFORE_COUPLE = frozenset({"the", "les", "le", "tous", "toutes"})
SINGULAR = frozenset({"le", "l'", "la", "du", "au", "the"})


def latter(memory: Memory, i: int) -> list[str]:
    """The body or person named last before "ce dernier", "celle-ci", "the latter"."""
    scene, here = memory.scene, memory.scene.tokens[i].sentence
    if not (scene.lower(i - 1) in DEMONSTRATIVES or scene.lower(i).endswith("-ci")) or _has_noun(memory, i):
        return []
    near = scene.lower(i).endswith("-ci")
    for j in range(i - 1, scene.sentences[max(0, here - 1)].first - 1, -1):
        token = scene.tokens[j]
        known = [s.entity for s in memory.seen if s.token == j]
        meant = [k for k in known if _can_act(memory.profiles[k])]
        if meant:
            return [meant[0]] if _agrees(memory.profiles[meant[0]], scene.lower(i)) else []
        if (
            not known
            and token.pos == "NOUN"
            and (near or _stands_for_some(memory, j))
            and may_mean(scene, scene.lower(i), j)
        ):
            return []
    return []


def _can_act(profile: Profile) -> bool:
    return profile.kind is PERSON or (profile.kind is ORG and not profile.institution)


def _has_noun(memory: Memory, i: int) -> bool:
    """As in "ce dernier trimestre": an adjective."""
    scene = memory.scene
    return scene.same_sentence(i, i + 1) and scene.tokens[i + 1].pos == "NOUN"


def _agrees(profile: Profile, word: str) -> bool:
    gender = gender_of(word)
    return not gender or profile.gender in {"", gender}


def _stands_for_some(memory: Memory, j: int) -> bool:
    """Whether a common noun is one of a body or a person, which may be meant instead; for "-ci" any is."""
    words, nouns = memory.scene.words.anaphoric, memory.scene.lexicon.nouns
    lemma, lower = memory.scene.tokens[j].lemma, memory.scene.lower(j)
    kinds = {table.get(word) for table in (words, nouns) for word in (lemma, lower)}
    return bool(kinds & {ORG, PERSON})


def both(memory: Memory, i: int) -> list[str]:
    """The two that "les deux groupes", "the two companies" mean: the only two bodies in question."""
    scene, token = memory.scene, memory.scene.tokens[i]
    lemma = token.lemma if token.lemma in scene.words.anaphoric else scene.lower(i)
    body = scene.words.anaphoric.get(lemma) is ORG and lemma not in scene.words.strict
    if not body and lemma not in scene.words.paired:
        return []
    numbered = {scene.lower(c) for c in scene.children.get(i, ()) if c < i} | {scene.lower(i - 1)}
    if not numbered & BOTH or "Number=Sing" in token.morph or _qualified(memory, i):
        return []
    return _only_two(memory, i)


def couple(memory: Memory, i: int) -> list[str]:
    """The two companies that the subject "the two", "tous deux" or "the pair" mean; none after two people."""
    scene = memory.scene
    pointed = scene.lower(i) in scene.words.couple and scene.lower(i - 1) in BEFORE_COUPLE
    if not pointed or not scene.same_sentence(i, i + 1) or scene.tokens[i + 1].pos not in {"AUX", "VERB"}:
        return []
    people = unique([key for key in _near(memory, i) if memory.profiles[key].kind is PERSON])
    return _only_two(memory, i) if len(people) < 2 else []


def _only_two(memory: Memory, i: int) -> list[str]:
    return _pair([key for key in _near(memory, i) if _company(memory.profiles[key])])


def _near(memory: Memory, i: int) -> list[str]:
    """Who has been spoken of in the story, a few sentences back."""
    scene = memory.scene
    story, here = scene.story(i), scene.tokens[i].sentence
    return [s.entity for s in memory.seen if s.story == story and here - s.sentence <= FAR]


def _pair(keys: Sequence[str]) -> list[str]:
    group = unique(keys)
    return group if len(group) == 2 else []


def _company(profile: Profile) -> bool:
    return profile.kind is ORG and profile.entity.named and not profile.institution


def _qualified(memory: Memory, i: int) -> bool:
    """As in "les deux filiales de X", "the two companies that": others."""
    scene = memory.scene
    deps = {scene.tokens[c].dep for c in scene.children.get(i, ()) if c > i}
    amod = {scene.lower(c) for c in scene.children.get(i, ())} & scene.words.other
    return bool(amod) or any(d.startswith(("acl", "relcl", "nmod", "prep")) for d in deps)


def national(memory: Memory, i: int) -> str | None:
    """The company that "le japonais" means: the only one of which the text has said it is."""
    scene = memory.scene
    code = scene.lexicon.demonyms.get(scene.lower(i), "") if scene.language == "fr" else ""
    plural = "Number=Plur" in scene.tokens[i].morph or scene.lower(i).endswith("es")
    alone = not scene.same_sentence(i, i + 1) or scene.tokens[i + 1].pos not in {"NOUN", "PROPN", "ADJ"}
    if not code or plural or not alone or i + 1 in scene.names or scene.lower(i - 1) not in SINGULAR:
        return None
    if scene.tokens[i].dep.startswith("amod") or scene.lower(i - 1) == "la":
        return None
    barred = beside(memory, i)
    return memory.best(
        i, lambda p: _company(p) and p.country == code and p.entity.key not in barred, reach=FAR
    )
