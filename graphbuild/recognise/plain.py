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


# Unicode's blanks and control characters, and halves of surrogate pairs, which spaCy cannot even hash.
REPLACED = {"Zs": " ", "Cc": " ", "Cs": "\ufffd"}


def plain(text: str) -> str:
    """The text with plain apostrophes, quotes, dashes and spaces; ``len(plain(t)) == len(t)``."""
    return "".join(
        c if c == "\n" else REPLACED.get(unicodedata.category(c), c) for c in text.translate(SIGNS)
    )
