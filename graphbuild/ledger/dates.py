"""Dates as precise as they were written: "2024", "2024-05", "2024-05-17"."""

from datetime import date

DAYS_NEAR = 3  # "hier" and "mardi" in two papers
DAYS_ANSWER = 183  # a denial answers what was written half a year ago at the most
DAYS_STORY = 7  # two undated articles of one week may tell one story


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be one: an unknown date agrees, a year agrees with its days."""
    if not one or not other:
        return True
    return one.startswith(other) or other.startswith(one) or days_apart(one, other, DAYS_NEAR)


def days_apart(one: str | None, other: str | None, most: int) -> bool:
    """Whether both are known to the day and at most so many days apart."""
    first, second = _day(one), _day(other)
    return first is not None and second is not None and abs((first - second).days) <= most


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
