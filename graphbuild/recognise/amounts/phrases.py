"""Tables of phrases of several words, looked up at a place of a text."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from graphbuild.recognise.amounts.tokens import Tokens, tokens_of

Sense = TypeVar("Sense")


class Phrases(Generic[Sense]):
    """Phrase → sense, longest first. Hyphens inside words are optional; in ``exact`` tables case counts."""

    def __init__(self, senses: Iterable[tuple[str, Sense]], *, exact: bool = False) -> None:
        self.exact = exact
        self.by_first: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
        self.by_last: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
        for phrase, sense in dict(senses).items():
            words = tuple(t.raw if exact else t.word for t in tokens_of(phrase) if t.raw != "-")
            self.by_first.setdefault(words[0], []).append((words, sense))
            self.by_last.setdefault(words[-1], []).append((words, sense))
        for index in (self.by_first, self.by_last):
            for found in index.values():
                found.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def word(self, tokens: Tokens, i: int) -> str:
        return tokens[i].raw if self.exact else tokens[i].word

    def at(self, tokens: Tokens, i: int) -> tuple[Sense, int] | None:
        """The longest phrase that begins at token i: its sense and the token after it."""
        found = self.by_first.get(tokens[i].raw if self.exact else tokens[i].word)
        if found is None:  # nearly always: this is asked of every number of a text
            return None
        for words, sense in found:
            j = self._run(tokens, i, words)
            if j is not None:
                return sense, j
        return None

    def before(self, tokens: Tokens, i: int) -> tuple[Sense, int] | None:
        """The longest phrase that ends just before token i: its sense and its first token."""
        found = self.by_last.get(tokens[i - 1].raw if self.exact else tokens[i - 1].word)
        if found is None:
            return None
        for words, sense in found:
            j = self._run_back(tokens, i - 1, words)
            if j is not None:
                return sense, j
        return None

    def _run(self, tokens: Tokens, i: int, words: tuple[str, ...]) -> int | None:
        for n, word in enumerate(words):
            if n and tokens.hyphen(i):
                i += 1
            if self.word(tokens, i) != word:
                return None
            i += 1
        return i

    def _run_back(self, tokens: Tokens, i: int, words: tuple[str, ...]) -> int | None:
        for n, word in enumerate(reversed(words)):
            if n and tokens.hyphen(i):
                i -= 1
            if self.word(tokens, i) != word:
                return None
            i -= 1
        return i + 1
