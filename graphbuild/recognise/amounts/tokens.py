"""Words, figures and signs of a text, with their places."""

import re
from typing import NamedTuple

from graphbuild.recognise.amounts.plain import Plain

# Linear: every alternative consumes what it scans, and a group of thousands never overlaps the next.
TOKEN = re.compile(
    r"(?P<figures>[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,][0-9]+(?![0-9.,]*[0-9]))?|[0-9]+(?:[.,][0-9]+)*"
    r"|(?<![\w.,])[.,][0-9]{2,}+(?![0-9.,]*[0-9]))"
    r"|(?P<word>[^\W\d_]+)|(?P<line>\n\s*)|(?P<sign>[^\s])"
)


class Token(NamedTuple):
    """``word`` is lower case, ``raw`` as written; ``start`` and ``end`` are offsets of the plain text."""

    word: str
    raw: str
    start: int
    end: int
    kind: str  # figures, word, line or sign


END = Token("", "", -1, -1, "line")
PADDING = 16  # more than any phrase is long: reading beyond either end gives END


class Tokens(list[Token]):
    """The tokens of a text, then END some times. A list: the grammar reads it millions of times."""

    def __init__(self, plain: Plain) -> None:
        super().__init__(tokens_of(plain.text))
        self.plain = plain
        self.length = len(self)
        self.sterling = "£" in plain.text
        self.extend([END] * PADDING)

    def glued(self, i: int) -> bool:
        """Nothing stands between this token and the one before."""
        return self[i - 1].end == self[i].start

    def hyphen(self, i: int) -> bool:
        """A hyphen inside a word: "soixante-quinze", "30-billion-euro"."""
        return self[i].word == "-" and self.glued(i) and self.glued(i + 1)


def tokens_of(text: str) -> list[Token]:
    return [
        Token(m[0].lower(), m[0], m.start(), m.end(), m.lastgroup or "sign") for m in TOKEN.finditer(text)
    ]
