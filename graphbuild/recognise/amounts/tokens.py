"""Words, figures and signs of a text, with their places."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from graphbuild.recognise.amounts.plain import Plain

# Linear: every alternative consumes what it scans, and a group of thousands never overlaps the next.
TOKEN = re.compile(
    r"(?P<figures>[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,][0-9]+(?![0-9.,]*[0-9]))?|[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[^\W\d_]+)|(?P<line>\n)|(?P<sign>[^\s])"
)


class Token(NamedTuple):
    """``word`` is lower case, ``raw`` as written; ``start`` and ``end`` are offsets of the plain text."""

    word: str
    raw: str
    start: int
    end: int
    kind: str  # figures, word, line or sign


END = Token("", "", -1, -1, "line")


class Tokens:
    """The tokens of a text; reading beyond either end gives END."""

    def __init__(self, plain: Plain) -> None:
        self.plain = plain
        self.sterling = "£" in plain.text
        self.items: Sequence[Token] = tuple(tokens_of(plain.text))

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, i: int) -> Token:
        return self.items[i] if 0 <= i < len(self.items) else END

    def glued(self, i: int) -> bool:
        """Nothing stands between this token and the one before."""
        return 0 < i < len(self.items) and self.items[i - 1].end == self.items[i].start

    def hyphen(self, i: int) -> bool:
        """A hyphen inside a word: "soixante-quinze", "30-billion-euro"."""
        return self[i].word == "-" and self.glued(i) and self.glued(i + 1)


def tokens_of(text: str) -> list[Token]:
    return [
        Token(m[0].lower(), m[0], m.start(), m.end(), m.lastgroup or "sign") for m in TOKEN.finditer(text)
    ]
