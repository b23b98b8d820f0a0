"""Whose "we" it is in an interview: that of the organization which the person who answers heads."""

from graphbuild.model import EntityType
from graphbuild.recognise.coreference.salience import Memory
from graphbuild.recognise.coreference.scene import Scene

QUESTIONS = 2
QUESTION_SENTENCES = 3
BETWEEN = 12


def house(memory: Memory) -> str:
    """The organization of the first person named in an interview; "" when it is not clear."""
    scene = memory.scene
    if len(questions(scene)) < QUESTIONS:
        return ""
    for i, key in sorted(scene.names.items()):
        if memory.profiles[key].kind is EntityType.PERSON and scene.names.get(i + 1) != key:
            return _headed(memory, i)
    return ""


def questions(scene: Scene) -> frozenset[int]:
    """The blocks that ask: short ones that end with a question mark."""
    count: dict[int, int] = {}
    ends: dict[int, str] = {}
    for sentence in scene.sentences:
        count[sentence.block] = count.get(sentence.block, 0) + 1
        ends[sentence.block] = sentence.span.of(scene.text).rstrip(' "»”')[-1:]
    asking = (
        block for block, end in ends.items() if end in {"?", "…"} and count[block] <= QUESTION_SENTENCES
    )
    return frozenset(block for block in asking if block != scene.headline)


def _headed(memory: Memory, i: int) -> str:
    """The organization behind a title or a verb of leading: "Claire Vasseur, présidente d'Arvane"."""
    scene, leads = memory.scene, False
    for j in range(i + 1, min(i + BETWEEN, len(scene.tokens))):
        if not scene.same_sentence(i, j):
            break
        lemma = scene.tokens[j].lemma
        title = scene.lexicon.nouns.get(lemma) or scene.lexicon.nouns.get(scene.lower(j))
        leads = leads or title is EntityType.PERSON or lemma in scene.words.leading
        if j in scene.names:
            profile = memory.profiles[scene.names[j]]
            return scene.names[j] if leads and profile.kind is EntityType.ORGANIZATION else ""
    return ""
