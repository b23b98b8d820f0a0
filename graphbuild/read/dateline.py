"""The day of publication that an article names itself: a dateline, front matter, "Publié le 12 mai 2025"."""

import re
from datetime import date
from functools import cache

from babel import Locale

HEAD = 600  # characters of a text where a dateline may stand
LANGUAGES = ("fr", "en")
# Only a place may stand before a dateline's day: "PARIS, le 11 février 2025 —".
PLACE = re.compile(r"(?:[^\W\d_][\w'’. -]{1,40}(?:\([^)\n]{2,20}\) ?)?,\s)?(?:(?:le|on)\s)?(?:\w+\s)?")
DASH = re.compile(r"[.,]?\s*(?:\([^)\n]{2,20}\)\s*|/[^/\n]{2,25}/\s*)?[–—-]")
# Names of people, places and desks, with commas between, and the day at the end of the line:
# "By Martha Kendrick, Newcastle, 6 February 2025", "Athènes, correspondance, 22 octobre 2025".
WORD = r"[A-ZÀ-Ý][\w'’.-]*"
NAMES = (
    rf"(?:(?i:by|par|de|from)\s)?{WORD}(?:\s(?:(?:de|du|la|le|et|and|of|sur)\s)?{WORD}){{0,3}}"
    rf"(?:\s\({WORD}\))?"
)
DESK = r"(?i:(?:our\s)?correspond\w+|envoyée?s?\sspécia\w+)"
DAY = r"(?i:[a-z]+day\s|[a-zà-ÿ]+di\s|dimanche\s)"
SIGNED = re.compile(rf"(?:(?:{NAMES}|{DESK}),\s){{0,3}}(?:le\s|on\s)?{DAY}?")
ENDS = re.compile(r"\s*(?:\n|$)")
STAMP = re.compile(r"(?:publié|mis en ligne|published|posted)(?:\s(?:le|on))?\s(?:\w+\s)?$", re.IGNORECASE)
FRONT = re.compile(r"^(?:date|published)\s*:\s*[\"']?(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE | re.MULTILINE)


def dateline(text: str) -> str | None:
    """Return the ISO day named at the start of a text, None where none is or where two differ.

    >>> dateline("PARIS, 11 février 2025 — L'Union européenne va investir.")
    '2025-02-11'
    >>> dateline("The bridge opened on May 3, 2019.") is None
    True
    """
    head = text[:HEAD]
    days = {_day(m) for m in _dates().finditer(head) if _is_dateline(head, m)}
    days |= {_valid(m[1]) for m in FRONT.finditer(head)}
    days.discard(None)
    return days.pop() if len(days) == 1 else None


def _is_dateline(text: str, match: re.Match[str]) -> bool:
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    alone = PLACE.fullmatch(before) is not None and DASH.match(text, match.end()) is not None
    signed = SIGNED.fullmatch(before) is not None and ENDS.match(text, match.end()) is not None
    return alone or signed or STAMP.search(before) is not None


def _day(match: re.Match[str]) -> str | None:
    day, month, year = match.group(1, 2, 3) if match[1] else match.group(5, 4, 6)
    return _valid(f"{int(year):04}-{_months()[month.lower()]:02}-{int(day):02}")


def _valid(text: str) -> str | None:
    """The day, None where the calendar has none such."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    names = (Locale(code).months["format"]["wide"] for code in LANGUAGES)
    short = (Locale(code).months["format"]["abbreviated"] for code in LANGUAGES)
    found = {name.lower(): number for table in (*names, *short) for number, name in table.items()}
    return {name.removesuffix("."): number for name, number in found.items()} | {"sept": 9}


@cache
def _dates() -> re.Pattern[str]:
    """Days as both languages write them: "11 février 2025", "February 11, 2025"."""
    name = "|".join(sorted(_months(), key=len, reverse=True))
    european = rf"\b(\d{{1,2}})(?:er)?\s({name})\.?\s(\d{{4}})\b"
    american = rf"\b({name})\.?\s(\d{{1,2}}),\s(\d{{4}})\b"
    return re.compile(f"{european}|{american}", re.IGNORECASE)
