"""How often a sum is paid, by the words beside it: "15 millions par an", "£120m a year"."""

from graphbuild.recognise.amounts.scene import Scene

REACH = 10  # tokens of a bracket


def period(start: int, end: int, scene: Scene) -> str | None:
    """The ISO 8601 duration in which tokens[start:end] are paid; None where no word beside them says it."""
    tokens, lexicon = scene.tokens, scene.lexicon
    found = lexicon.periods.at(tokens, _out_of_brackets(start, end, scene))
    found = found or lexicon.periods_before.before(tokens, start)
    return found[0] or None if found else None


def _out_of_brackets(start: int, end: int, scene: Scene) -> int:
    """The first token behind an amount and the bracket that converts it, or that it stands in itself."""
    tokens = scene.tokens
    if tokens[end].word == ")" and tokens[start - 1].word == "(":
        return end + 1
    if tokens[end].word == "(":
        return next((i + 1 for i in range(end + 1, end + REACH) if tokens[i].word == ")"), end)
    return end
