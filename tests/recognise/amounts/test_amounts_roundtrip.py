"""A value written in every way that French and English papers write sums is read back exactly."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model import Comparator
from graphbuild.recognise.amounts import find_amounts

SPACES = (" ", "\u00a0", "\u202f", "\u2009")
SCALES = {
    "fr": {
        3: ("mille euros", "k€", "K€"),
        6: ("millions d'euros", "millions d’euros", "M€", "M EUR", "M d'euros", "millions €"),
        9: ("milliards d'euros", "milliards d’euros", "Md€", "Mds€", "mds d'euros", "Mrd EUR", "G€"),
    },
    "en": {
        3: ("thousand euros", "k€"),
        6: ("million euros", "m euros", "mn EUR", "million-euro"),
        9: ("billion euros", "bn euros", "bn EUR", "billion-euro"),
    },
}
PREFIXES = {3: ("thousand", "k", "K"), 6: ("million", "m", "M", "mn"), 9: ("billion", "bn", "B")}
HEDGES = {
    "fr": {
        "plus de ": ">",
        "au moins ": ">=",
        "moins de ": "<",
        "jusqu'à ": "<=",
        "environ ": "~",
        "quelque ": "~",
        "": "=",
    },
    "en": {
        "more than ": ">",
        "at least ": ">=",
        "less than ": "<",
        "up to ": "<=",
        "about ": "~",
        "just over ": ">",
        "": "=",
    },
}
numbers = st.decimals(min_value=Decimal("1.001"), max_value=999, places=3).map(lambda d: d.normalize())


def figures(value: Decimal, language: str, space: str = " ") -> str:
    """As a paper groups and points it: 12 345,6 or 12,345.6."""
    grouped = f"{value:,f}"
    if language == "en":
        return grouped
    return grouped.replace(",", space).replace(".", ",")


def only(text: str, language: str):
    [amount] = find_amounts(text, language=language)
    return amount


@settings(max_examples=150, deadline=None)
@given(
    data=st.data(), number=numbers, language=st.sampled_from(("fr", "en")), power=st.sampled_from((3, 6, 9))
)
def test_a_number_with_a_scale_and_a_currency(data, number, language, power):
    unit = data.draw(st.sampled_from(SCALES[language][power]))
    hedge, comparator = data.draw(st.sampled_from(sorted(HEDGES[language].items())))
    space = data.draw(st.sampled_from(SPACES))
    quote = f"{hedge}{figures(number, language)}{'-' if '-' in unit else space}{unit}"
    text = f"« {quote} », a-t-on dit." if language == "fr" else f"It is {quote}, he said."
    amount = only(text, language)
    assert (amount.value, amount.unit) == (number * 10**power, "EUR")
    assert amount.comparator == Comparator(comparator)
    assert amount.span.of(text) == quote


@settings(max_examples=150, deadline=None)
@given(data=st.data(), number=numbers, power=st.sampled_from((3, 6, 9)))
def test_a_sign_before_the_number(data, number, power):
    sign, code = data.draw(
        st.sampled_from(
            [("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("C$", "CAD"), ("CHF ", "CHF"), ("US$", "USD")]
        )
    )
    scale = data.draw(st.sampled_from(PREFIXES[power]))
    gap = " " if len(scale) > 2 else data.draw(st.sampled_from(("", " ")))
    quote = f"{sign}{figures(number, 'en')}{gap}{scale}"
    amount = only(f"They paid {quote} for it.", "en")
    assert (amount.value, amount.unit) == (number * 10**power, code)


@settings(max_examples=150, deadline=None)
@given(
    value=st.decimals(min_value=1, max_value=10**12, places=2),
    language=st.sampled_from(("fr", "en")),
    space=st.sampled_from(SPACES),
)
def test_all_digits_written_out(value, language, space):
    quote = (
        f"{figures(value, language, space)}{space}€" if language == "fr" else f"€{figures(value, language)}"
    )
    amount = only(f"({quote})", language)
    assert amount.value == value
    assert amount.span.of(f"({quote})") == quote


@settings(max_examples=100, deadline=None)
@given(low=st.integers(2, 400), step=st.integers(1, 400), language=st.sampled_from(("fr", "en")))
def test_ranges_share_scale_and_currency(low, step, language):
    high = low + step
    texts = {
        "fr": (
            f"entre {low} et {high} milliards d'euros",
            f"{low} à {high} Md€",
            f"de {low} à {high} M€",
            f"{low}-{high} M€",
        ),
        "en": (
            f"between €{low} and €{high} billion",
            f"€{low}-{high}bn",
            f"from €{low} to €{high} million",
            f"€{low} to {high} million",
        ),
    }
    for quote in texts[language]:
        amount = only(f"Total : {quote}.", language)
        scale = (
            10**9
            if any(word in quote for word in ("milliard", "Md", "b")) and " million" not in quote
            else 10**6
        )
        assert (amount.value, amount.max_value) == (low * scale, high * scale), quote
        assert amount.comparator is Comparator.RANGE


def french(n: int) -> str:
    """A number below a million in words."""
    ones = [
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf",
    ]
    tens = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
    if n < 20:
        return ones[n]
    if n < 70:
        rest = n % 10
        return tens[n // 10] + ("" if not rest else " et un" if rest == 1 else f"-{ones[rest]}")
    if n < 80:
        return "soixante et onze" if n == 71 else f"soixante-{ones[n - 60]}"
    if n < 100:
        return "quatre-vingts" if n == 80 else f"quatre-vingt-{ones[n - 80]}"
    if n < 1000:
        head = "cent" if n < 200 else f"{ones[n // 100]} cents" if n % 100 == 0 else f"{ones[n // 100]} cent"
        return head if n % 100 == 0 else f"{head} {french(n % 100)}"
    head = (
        "mille"
        if n < 2000
        else f"{french(n // 1000).removesuffix('s') if n // 1000 % 100 in (0, 80) else french(n // 1000)} mille"
    )
    return head if n % 1000 == 0 else f"{head} {french(n % 1000)}"


def english(n: int) -> str:
    ones = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10] + (f"-{ones[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ones[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    return f"{english(n // 1000)} thousand" + (
        f" {'and ' if n % 1000 < 100 else ''}{english(n % 1000)}" if n % 1000 else ""
    )


@settings(max_examples=300, deadline=None)
@given(number=st.integers(2, 999_999))
def test_numbers_in_words(number):
    assert only(f"Il faut {french(number)} euros.", "fr").value == number
    assert only(f"It takes {english(number)} euros.", "en").value == number


@pytest.mark.parametrize("number", [2, 16, 21, 71, 80, 81, 91, 99, 100, 101, 180, 200, 999])
def test_numbers_in_words_with_a_scale(number):
    assert only(f"Il faut {french(number)} millions d'euros.", "fr").value == number * 10**6
    assert only(f"It takes {english(number)} billion euros.", "en").value == number * 10**9
