"""Dates in words to ISO dates: an own small grammar; the names of months and days are CLDR's (babel)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from babel import Locale

from graphbuild.data import table

DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression: where it stands (characters of the sentence), its ISO date."""

    start: int
    end: int
    iso: str


def plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def expressions(text: str, language: str, published: str | None, *, ahead: bool = False) -> Iterator[Found]:
    """The dates of a stretch of text, left to right, those inside a longer one left out.

    ``published`` (ISO, any precision) is what relative ones count from; ``ahead`` looks forward
    where a month or weekday alone may be either side.
    """
    low = plain(text)
    taken: list[range] = []
    for pattern, kind in _patterns(language):
        for m in pattern.finditer(low):
            here = range(m.start(), m.end())
            if any(set(here) & set(t) for t in taken):
                continue
            taken.append(here)
            if _is_deadline(low, m.start(), language) or _goes_on(low, m.end(), language):
                continue
            if iso := _iso(kind, m, language, published, ahead=ahead):
                yield Found(m.start(), m.end(), iso)


def _goes_on(low: str, end: int, language: str) -> bool:
    """Two dates in one, as in "in March and June", are none."""
    months, _ = _names(language)
    after = re.match(r"\s+(?:and|et|ou|or|puis)\s+(?:en\s+|in\s+)?(\w+)", low[end:])
    return after is not None and bool(after[1] in months or re.fullmatch(r"(?:19|20)\d\d", after[1]))


def _is_deadline(low: str, start: int, language: str) -> bool:
    """As in "d'ici à", "by", "since", "until", "over": no date of the fact."""
    before = low[max(0, start - 40) : start]
    table = words(language)
    return any(re.search(rf"\b{word}\s*$", before) for word in table["deadline"]) or any(
        re.search(rf"\b{word}\b[^,;]*$", before) for word in table["since"]
    )


@cache
def words(language: str) -> Mapping[str, list[str]]:
    """``data/stance/dates.toml`` of one language."""
    found: Mapping[str, list[str]] = table("stance/dates.toml")[language]
    return found


@cache
def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Months (1-12) and weekdays (0-6) by name and abbreviation, from CLDR."""
    locale = Locale(language)
    months: dict[str, int] = {}
    days: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        months |= {str(name).lower().rstrip("."): n for n, name in locale.months["format"][width].items()}
        days |= {str(name).lower().rstrip("."): n for n, name in locale.days["format"][width].items()}
    long_days = {str(name).lower(): n for n, name in locale.days["format"]["wide"].items()}
    return {m: n for m, n in months.items() if len(m) > 2}, long_days


COUNTED = ("last_month", "this_month", "last_year", "this_year", "next_year", "yesterday", "today")
YEAR, NUMBER = r"(?P<y>(?:19|20)\d\d)", r"(?P<d>[0-3]?\d)"


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The grammar as (pattern, kind of date), the longest forms first."""
    months, days = _names(language)
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    w = {key: "|".join(map(re.escape, value)) for key, value in words(language).items()}
    rows = [(pattern, "day") for pattern in _full_dates(language, month, w["coming"])]
    rows += [(pattern, "month") for pattern in _months(language, month, w)]
    rows += [(rf"\b(?:{w[key]})\b", key.replace("_", " ")) for key in COUNTED]
    rows.append((rf"\b(?P<w>{'|'.join(days)})\b(?: (?P<next>{w['coming']}|{w['gone']}))?", "weekday"))
    rows.append((rf"\b(?:{w['in_year']}) {YEAR}\b(?![-–/]\d)", "year"))
    return tuple((re.compile(pattern), kind) for pattern, kind in rows)


def _full_dates(language: str, month: str, coming: str) -> list[str]:
    """As in "le 12 octobre 2021", "October 12, 2021"."""
    if language == "fr":
        return [
            rf"\b{NUMBER}(?:er)? (?P<m>{month})\.? {YEAR}\b",
            rf"\b{NUMBER}(?:er)? (?P<m>{month})\b(?: (?P<next>{coming}))?",
        ]
    return [
        rf"\b(?P<m>{month})\.? {NUMBER}(?:st|nd|rd|th)?,? {YEAR}\b",
        rf"\b{NUMBER}(?:st|nd|rd|th)? (?:of )?(?P<m>{month})\.?,? {YEAR}\b",
        rf"\b(?P<m>{month})\.? {NUMBER}(?:st|nd|rd|th)?\b(?! ?(?:percent|%|million|billion))",
        rf"\b{NUMBER}(?:st|nd|rd|th)? (?:of )?(?P<m>{month})\b",
    ]


def _months(language: str, month: str, w: Mapping[str, str]) -> list[str]:
    """As in "mars 2024", "en mars prochain", "last March"."""
    last = rf"(?P<m>{month}) (?P<next>{w['gone']})" if language == "fr" else rf"(?P<next>last) (?P<m>{month})"
    return [
        rf"\b(?P<m>{month})\.?,? (?:of )?{YEAR}\b",
        rf"\b(?:{w['in']}) (?P<m>{month})\b(?: (?P<next>{w['coming']}|{w['gone']}))?",
        rf"\b{last}\b",
    ]


def _iso(kind: str, m: re.Match[str], language: str, published: str | None, *, ahead: bool) -> str | None:  # noqa: PLR0911 - one kind of expression a line
    groups = m.groupdict()
    months, days = _names(language)
    if kind == "year":
        return groups["y"]
    if groups.get("y"):
        return _written(groups["y"], months[groups["m"]], groups.get("d"))
    base = _day(published)
    if kind in {"last year", "this year", "next year"}:
        shift = {"last year": -1, "this year": 0, "next year": 1}[kind]
        return _year(int(published[:4]) + shift) if published else None
    if base is None:
        return None
    if kind in {"day", "month"}:
        return _nearest(months[groups["m"]], groups.get("d"), base, ahead=ahead)
    if kind == "weekday":
        return _weekday(days[groups["w"]], groups.get("next"), base, language)
    return _counted(kind, base)


def _counted(kind: str, base: date) -> str | None:
    """Yesterday, today, this and last month."""
    if kind == "yesterday":
        return _after(base, -1)
    if kind == "today":
        return base.isoformat()
    if kind == "this month":
        return base.isoformat()[:7]
    last = _after(base.replace(day=1), -1)
    return last[:7] if last else None


def _after(base: date, days: int) -> str | None:
    """A day so many days later; none before the first year or after the last."""
    try:
        return (base + timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def _year(year: int) -> str | None:
    return f"{year:04}" if MINYEAR <= year <= MAXYEAR else None


def _written(year: str, month: int, day: str | None) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat() if day else f"{year}-{month:02}"
    except ValueError:  # "31 juin": no such day, no date
        return None


def _nearest(month: int, day: str | None, base: date, *, ahead: bool) -> str | None:
    """A month without a year: the last one, or the next one for what lies ahead; this month is this month."""
    if day is not None:
        years = (base.year, base.year + 1) if ahead else (base.year, base.year - 1)
        made = [w for y in years if (w := _written(f"{y:04}", month, day))]
        fitting = [w for w in made if (w >= base.isoformat() if ahead else w <= base.isoformat())]
        return fitting[0] if fitting else None
    year = base.year
    if ahead and month < base.month:
        year += 1
    if not ahead and month > base.month:
        year -= 1
    return f"{_year(year)}-{month:02}" if _year(year) else None


def _weekday(wanted: int, which: str | None, base: date, language: str) -> str | None:
    """A weekday alone: the last one, today included; never guessed for what lies ahead."""
    back = (base.weekday() - wanted) % DAYS_IN_WEEK
    if which and which in words(language)["coming"]:
        return _after(base, (wanted - base.weekday()) % DAYS_IN_WEEK or DAYS_IN_WEEK)
    if which:
        return _after(base, -(back or DAYS_IN_WEEK))
    return _after(base, -back)


def _day(published: str | None) -> date | None:
    """The day of publication, None where only its month or year is known."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:  # a year or month is no day to count from
        return None
