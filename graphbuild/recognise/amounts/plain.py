"""Text in the form the grammar reads, and the way back to the offsets of the text as given."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

SPACES = dict.fromkeys(
    map(ord, "\u00a0\u202f\u2009\u2007\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000\u200b\u2060\ufeff\t"),
    " ",
)
ONE_FOR_ONE = SPACES | {
    ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'", ord("`"): "'", ord("´"): "'",
    ord("‑"): "-", ord("‐"): "-", ord("−"): "-", ord("–"): "-", ord("—"): "—",
    ord("＄"): "$", ord("￡"): "£", ord("￥"): "¥", ord("﹩"): "$",
    ord("\r"): "\n", ord("\u2028"): "\n", ord("\u2029"): "\n",
    ord("\x85"): "\n", ord("\x0b"): "\n", ord("\x0c"): "\n",
}  # fmt: skip


class Plain(NamedTuple):
    """Plain spaces, apostrophes and hyphens, composed accents; ``offsets`` is None if one for one."""

    text: str
    offsets: Sequence[int] | None

    def offset(self, i: int) -> int:
        """The place in the text as given (a start, or an end: the accents belong to the letter before)."""
        return i if self.offsets is None else self.offsets[i]


def plain(text: str) -> Plain:
    """Replace typographic variants one for one; compose combining accents, keeping the way back."""
    mapped = text.translate(ONE_FOR_ONE)
    if unicodedata.is_normalized("NFC", mapped) or not any(map(unicodedata.combining, mapped)):
        return Plain(mapped, None)
    return _composed(mapped)


def _composed(text: str) -> Plain:
    """Join each letter with the accent after it where Unicode has one character for the pair."""
    letters: list[str] = []
    offsets: list[int] = []
    for i, letter in enumerate(text):
        if letters and unicodedata.combining(letter):
            pair = unicodedata.normalize("NFC", letters[-1] + letter)
            if len(pair) == 1:
                letters[-1] = pair
                continue
        letters.append(letter)
        offsets.append(i)
    return Plain("".join(letters), [*offsets, len(text)])
