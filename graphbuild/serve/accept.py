"""Which of our formats and languages a client likes best: RFC 9110, sections 12.4.2 to 12.5.4."""

from collections.abc import Mapping, Sequence


def liked(header: str) -> list[tuple[str, float]]:
    """What an Accept or Accept-Language header lists, with its quality; what is malformed is left out.

    >>> liked("text/turtle, */*;q=0.1")
    [('text/turtle', 1.0), ('*/*', 0.1)]
    """
    found = []
    for part in header.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = next((p[2:] for p in parameters if p[:2].lower() == "q="), "1")
        try:
            value = float(quality)
        except ValueError:
            continue
        if name and 0 <= value <= 1:
            found.append((name.lower(), value))
    return found


def best_type(header: str | None, offered: Sequence[str]) -> str | None:
    """The media type of ``offered`` that is liked best, the earlier where two are; None if none is.

    >>> best_type("application/*;q=0.9, text/csv;q=0.5", ["text/csv", "application/json"])
    'application/json'
    """
    wishes = dict(liked(header)) if header and header.strip() else {"*/*": 1.0}
    quality = {kind: _quality(kind, wishes) for kind in offered}
    best = max(offered, key=lambda kind: quality[kind])
    return best if quality[best] > 0 else None


def _quality(kind: str, wishes: Mapping[str, float]) -> float:
    """The most specific range that covers it decides."""
    ranges = (kind, f"{kind.partition('/')[0]}/*", "*/*")
    return next((wishes[name] for name in ranges if name in wishes), 0.0)


def best_language(header: str | None, offered: Sequence[str]) -> str:
    """The language of ``offered`` that is liked best; the first where none is.

    >>> best_language("de, fr-CA;q=0.8, en;q=0.5", ["en", "fr"])
    'fr'
    """
    quality = dict.fromkeys(offered, 0.0)
    for name, value in liked(header or ""):
        code = name.partition("-")[0]
        for language in offered if name == "*" else [code]:
            if language in quality:
                quality[language] = max(quality[language], value)
    return max(offered, key=lambda language: quality[language])
