"""What a pronoun or description cannot stand for: whatever else has a place beside the same verb."""

from collections.abc import Iterator

from graphbuild.recognise.coreference.salience import Memory
from graphbuild.recognise.coreference.scene import Scene

CLIMB = 4
SUBJECTS = ("nsubj", "csubj")
# An infinitive has the subject of the verb above it: "X a proposé de racheter le groupe".
CONTROLLED = frozenset({"xcomp", "ccomp", "acl", "advcl", "conj", "pcomp", "obl:arg", "dep"})


def beside(memory: Memory, i: int) -> frozenset[str]:
    """The entities beside token i under its verb, with the subject of that verb: "X bought the company"."""
    scene = memory.scene
    owners = _owners(scene, i)
    verb = _verb(scene, i)
    if verb is None:
        return owners
    places = {j for j in (*scene.children.get(verb, ()), *_subjects(scene, verb)) if j != i}
    # "l'allemand Siemens Energy": the name hangs on the noun right before it.
    phrases = places | {j + 1 for j in places if j + 1 in scene.names and scene.tokens[j + 1].head == j}
    named = {scene.names[j] for j in phrases if j in scene.names}
    return owners | named | {seen.entity for seen in memory.seen if seen.token in places}


def _owners(scene: Scene, i: int) -> frozenset[str]:
    """Whose the phrase is that token i stands in: "Elliott's stake in the company"."""
    found = set()
    for _ in range(CLIMB):
        up = scene.tokens[i].head
        if up == i or scene.tokens[up].pos not in {"NOUN", "ADP", "PROPN"}:
            break
        owners = (c for c in scene.children.get(up, ()) if scene.tokens[c].dep == "poss" and c != i)
        found |= {scene.names[c] for c in owners if c in scene.names}
        i = up
    return frozenset(found)


def _verb(scene: Scene, i: int) -> int | None:
    """The verb that token i is an argument of, through a preposition; None inside another noun phrase."""
    up = scene.tokens[i].head
    if scene.tokens[up].pos == "ADP" and up != i:
        up = scene.tokens[up].head
    return up if up != i and scene.tokens[up].pos in {"VERB", "AUX"} else None


def _subjects(scene: Scene, verb: int) -> Iterator[int]:
    """The subject of a verb, or of the nearest verb above that lends it its own."""
    for _ in range(CLIMB):
        own = [j for j in scene.children.get(verb, ()) if scene.tokens[j].dep.startswith(SUBJECTS)]
        if own or scene.tokens[verb].dep not in CONTROLLED:
            yield from own
            return
        verb = scene.tokens[verb].head
