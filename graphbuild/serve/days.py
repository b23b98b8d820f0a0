"""How the pages write a day: "18 février 2025", "18 February 2025", or as much as is known of it."""

import re
from datetime import date
from typing import Final

from babel.dates import format_date, format_skeleton

DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?")
LOCALES: Final = {"en": "en_GB", "fr": "fr_FR"}


def day(text: str | None, language: str) -> str:
    """A day, month or year of ISO 8601 in words; anything else as it is."""
    match = DAY.fullmatch(text or "")
    if match is None or match[2] is None:
        return text or ""
    try:
        found = date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return text or ""
    if match[3] is None:
        return str(format_skeleton("yMMMM", found, locale=LOCALES[language]))
    return str(format_date(found, "long", locale=LOCALES[language]))
