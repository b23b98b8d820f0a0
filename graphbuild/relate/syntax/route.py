"""The way through the parser's tree from one word to another, for people to read."""

from itertools import pairwise

from graphbuild.relate.syntax.tree import Tree


def route(tree: Tree, start: int, end: int | None) -> str:
    """As in "investira –obl:arg→ usine": down with →, up with ←; "" where syntax does not lead there."""
    if end is None or start < 0 or start == end:
        return ""
    up = [start, *tree.ancestors(start)]
    down = [end, *tree.ancestors(end)]
    meeting = next((t for t in up if t in down), None)
    if meeting is None:
        return ""
    climbed = up[: up.index(meeting) + 1]
    descended = down[: down.index(meeting)][::-1]
    steps = [tree.tokens[start].text]
    steps += [f"←{tree.tokens[a].dep}– {tree.tokens[b].text}" for a, b in pairwise(climbed)]
    steps += [f"–{tree.tokens[t].dep}→ {tree.tokens[t].text}" for t in descended]
    return " ".join(steps)
