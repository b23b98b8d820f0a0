"""Text as the parsers were trained on it, one code point for one code point, so that offsets hold."""

import unicodedata

# Typographic signs of newspapers to the plain ones of the training corpora. Same length, always.
SIGNS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "…": ".",
        "•": "-",
        "\t": " ",
    },
)


def plain(text: str) -> str:
    """The text with plain apostrophes, quotes, dashes and spaces; ``len(plain(t)) == len(t)``."""
    return "".join(
        " " if c != "\n" and unicodedata.category(c) in {"Zs", "Cc"} else c for c in text.translate(SIGNS)
    )
