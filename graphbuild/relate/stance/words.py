"""Looking words up in ``data/stance``: the class of a governor, verbs of saying."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from graphbuild.data import table
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb


def stance_words(language: str) -> Mapping[str, Any]:
    """``data/stance/<language>.toml``."""
    return table(f"stance/{language}.toml")


@cache
def _phrases(language: str, table: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (further words, class), the longest phrases first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, entries in stance_words(language)[table].items():
        for entry in entries if name != "reporting" else ():
            first, *rest = entry.split()
            found.setdefault(first, []).append((tuple(rest), name))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def listed(tree: Tree, i: int, table: str) -> str | None:
    """The class ("planned", "denied") under which a word, with what follows it, stands in a table."""
    phrases = _phrases(tree.language, table)
    word = tree.word(i)
    bare = {f"{word.removesuffix(end)}e" for end in ("ed", "es", "ing") if word.endswith(end)}  # "hoped"
    for key in dict.fromkeys((tree.tokens[i].lemma, word, verb_lemma(tree, i), *sorted(bare))):
        for rest, name in phrases.get(key, ()):
            if _follow(tree, i, rest):
                return name
    return None


def verb_lemma(tree: Tree, i: int) -> str:
    """The lemma, mended where the lemmatizer erred ("cherche" left as it is, "hopes" -> "hop")."""
    lemma, word = tree.tokens[i].lemma, tree.word(i)
    if tree.language == "fr":
        return word + "r" if lemma == word and word.endswith("e") and is_verb(tree, i) else lemma
    return word.removesuffix("s") if word == lemma + "es" or word == lemma + "s" else lemma


def _follow(tree: Tree, i: int, rest: tuple[str, ...]) -> bool:
    """Whether the further words of a phrase stand behind its first, articles aside."""
    at = i
    for wanted in rest:
        reach = range(at + 1, min(at + 5, tree.sentence(i).last))
        at = next((t for t in reach if wanted in {tree.tokens[t].lemma, tree.word(t)}), -1)
        if at < 0:
            return False
    return True


def is_reporting(tree: Tree, i: int) -> bool:
    words = stance_words(tree.language)["matrix"]["reporting"]
    return verb_lemma(tree, i) in words or any(
        " " in w and w.split()[0] == tree.tokens[i].lemma and _follow(tree, i, tuple(w.split()[1:]))
        for w in words
    )
