"""All that the grammar knows about a language: data files and CLDR, read once."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from babel import Locale

from graphbuild.data import table
from graphbuild.errors import OntologyError
from graphbuild.model import Comparator
from graphbuild.recognise.amounts import currencies
from graphbuild.recognise.amounts.phrases import Phrases

LANGUAGES = ("en", "fr")
STEMS = ("cues", "strict_cues", "things", "en_verbs")


@dataclass(frozen=True, slots=True)
class Currency:
    """What a currency word can mean. ``share`` is 0.01 for cents; ``doubtful`` words have other senses."""

    codes: tuple[str, ...]
    default: str | None = None
    share: Decimal = Decimal(1)
    doubtful: bool = False
    placed: bool = False
    vetoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrase tables and word sets of one language; see the data files for what each holds."""

    language: str
    decimal: str
    home: str | None
    small: Phrases[int]
    articles: frozenset[str]
    number_and: frozenset[str]
    hundred: frozenset[str]
    hundred_alone: bool
    hundreds: tuple[int, int]
    thousand: frozenset[str]
    halves: Phrases[Decimal]
    fractions: Phrases[Decimal]
    collectives: Phrases[int]
    scales: Phrases[Decimal]
    scales_letter: Phrases[Decimal]
    hedges: Phrases[Comparator]
    hedges_after: Phrases[Comparator]
    asides: Phrases[bool]
    periods: Phrases[str]
    periods_before: Phrases[str]
    ranges: dict[str, Phrases[bool]]
    change: tuple[str, ...]
    signs: Phrases[Currency]
    scaled_signs: Phrases[tuple[Decimal, Currency]]
    names: Phrases[Currency]
    after_sign: Phrases[Currency]
    units: Phrases[str]
    unit_signs: Phrases[str]
    sets: dict[str, frozenset[str]]
    stems: dict[str, tuple[str, ...]]
    bare_after: Phrases[bool]
    percent: Phrases[bool]
    demonyms: dict[str, tuple[str, ...]]  # what CLDR and the papers' names say beside the currency word
    places: dict[str, tuple[str, ...]]
    starts: frozenset[str]  # words and signs that can begin an amount


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of "fr" or "en"; OntologyError for any other language."""
    if language not in LANGUAGES:
        message = f"no amount grammar for language {language!r}; there is one for: {', '.join(LANGUAGES)}"
        raise OntologyError(message)
    words, shared = table(f"amounts/{language}.toml"), table("amounts/signs.toml")
    numbers, context = words["numbers"], words["context"]
    small, signs = Phrases(small_numbers(numbers).items()), sign_table(shared)
    fractions, collectives = decimals(numbers["fractions"]), Phrases(numbers["collectives"].items())
    return Lexicon(
        language=language,
        decimal=words["decimal"],
        home=words.get("home"),
        small=small,
        articles=frozenset(numbers["articles"]),
        number_and=frozenset(numbers["and"]),
        hundred=frozenset(numbers["hundred"]),
        hundred_alone=numbers["hundred_alone"],
        hundreds=(numbers["hundreds"][0], numbers["hundreds"][1]),
        thousand=frozenset(numbers["thousand"]),
        halves=decimals(numbers["halves"]),
        fractions=fractions,
        collectives=collectives,
        scales=decimals(words["scales"] | words["scales_short"]),
        scales_letter=decimals(words["scales_letter"], exact=True),
        hedges=Phrases((k, Comparator(v)) for k, v in words["hedges"].items()),
        hedges_after=Phrases((k, Comparator(v)) for k, v in words["hedges_after"].items()),
        asides=yes(context["asides"]),
        periods=Phrases(words["periods"].items()),
        periods_before=Phrases(words["periods_before"].items()),
        ranges={k: yes(v) for k, v in words["ranges"].items() if k != "change"},
        change=tuple(words["ranges"]["change"]),
        signs=signs,
        scaled_signs=Phrases(scaled_codes(shared), exact=True),
        after_sign=Phrases((k, Currency((v,), v)) for k, v in words["after_sign"].items()),
        names=name_table(language, words, shared),
        units=Phrases(words["units"].items()),
        unit_signs=Phrases(shared["units"].items(), exact=True),
        sets={
            k: frozenset(v)
            for k, v in context.items()
            if k not in {*STEMS, "bare_after", "percent", "asides"}
        },
        stems={k: tuple(context[k]) for k in STEMS},
        bare_after=yes(context["bare_after"]),
        percent=yes(context["percent"]),
        demonyms=demonyms(language, words["currencies"]),
        places={code: tuple(names) for code, names in words["places"].items()},
        starts=frozenset().union(
            *(t.by_first for t in (small, fractions, collectives)),
            (word.lower() for word in signs.by_first),
            (word.lower() for word, _ in scaled_codes(shared)),
            numbers["hundred"] if numbers["hundred_alone"] else (),
            numbers["thousand"],
            context["definite"],
        ),
    )


def yes(phrases: list[str]) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in phrases)


def decimals(table: dict[str, str], *, exact: bool = False) -> Phrases[Decimal]:
    return Phrases(((k, Decimal(v)) for k, v in table.items()), exact=exact)


def small_numbers(numbers: dict[str, Any]) -> dict[str, int]:
    """Every number below a hundred in words, from the ones and the tens."""
    ones, tens, reach = numbers["ones"], numbers["tens"], numbers["tens_reach"]
    found = dict(ones)
    for ten, value in tens.items():
        found[ten] = value
        for one, unit in ones.items():
            if 0 < unit <= reach.get(ten, 9) and (one not in numbers["articles"] or len(one) > 1):
                for link in ("", *(f" {word}" for word in numbers["and"] if unit in {1, 11})):
                    found[f"{ten}{link} {one}"] = value + unit
    return found


def sign_table(shared: dict[str, Any]) -> Phrases[Currency]:
    """Signs and codes, upper and lower case as written."""
    doubtful, never = set(shared["codes"]["doubtful"]), set(shared["codes"]["never"])
    senses = {
        code: Currency((code,), code, doubtful=code in doubtful, placed=code in doubtful)
        for code in sorted(set(Locale("en").currencies) - never)
        if code in currencies.current_codes() or code in {"FRF", "DEM", "ITL", "ESP"}
    }
    for code, sign in sorted(Locale("en").currency_symbols.items()):
        if not sign.isascii() and code in currencies.current_codes() and "\u00a0" not in sign:
            senses[sign] = Currency((code,), code)
    for sign, codes in shared["signs"].items():
        options = tuple(codes.split("|"))
        default = options[0] if sign in {"¥", "Rs", "Rs."} else None
        senses[sign] = Currency(options, default, doubtful=sign in doubtful, placed=sign in doubtful)
    for sign, code in shared["minor_signs"].items():
        senses[sign] = Currency((), code, Decimal("0.01"))
    return Phrases(senses.items(), exact=True)


def scaled_codes(shared: dict[str, Any]) -> list[tuple[str, tuple[Decimal, Currency]]]:
    """MEUR, kCHF: a letter for the scale and a code in one word."""
    codes = sorted(currencies.current_codes() - set(shared["codes"]["doubtful"]))
    letters = shared["codes"]["scale_letters"]
    return [
        (letter + code, (Decimal(scale), Currency((code,), code)))
        for letter, scale in letters.items()
        for code in codes
    ]


def name_table(language: str, words: dict[str, Any], shared: dict[str, Any]) -> Phrases[Currency]:
    """Currency words: CLDR's names, bare words with all who share them, newspaper names, hundredths."""
    doubtful, placed = set(shared["words"]["doubtful"]), set(shared["words"]["placed"])
    defaults, heads = words["defaults"], currencies.heads(language)
    senses = {name: Currency((code,), code) for name, code in currencies.full_names(language).items()}
    same = {
        word: tuple(sorted({c for n in names for c in heads[n]})) for word, names in words["same"].items()
    }
    for head, codes in (heads | same).items():
        default = (
            defaults.get(head)
            or defaults.get(head.removesuffix("s"))
            or (codes[0] if len(codes) == 1 else None)
        )
        options = (default,) if default and head in words["always"] else codes
        senses[head] = Currency(
            options,
            default,
            doubtful=head in doubtful,
            placed=head in placed,
            vetoes=tuple(words["vetoes"].get(head, ())),
        )
    for name, shared_by in words["currencies"].items():
        options = tuple(shared_by.split("|"))
        senses[name] = Currency(options, options[0], doubtful=name in doubtful)
    for name, code in words["minor"].items():
        senses[name] = Currency((), code, Decimal("0.01"))
    return Phrases(senses.items())


def demonyms(language: str, names: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """SEK → ("suédoise",): the adjectives by which an article names a currency's country."""
    heads = {head.removesuffix("s") for head in currencies.heads(language)}
    found = {code: set(currencies.adjectives(code, language)) for code in currencies.current_codes()}
    for name, codes in names.items():
        words = name.split()
        beside = words[1:] if language == "fr" else words[:-1]
        found.setdefault(codes.partition("|")[0], set()).update(word for word in beside if len(word) >= 4)
    return {
        code: tuple(sorted(word for word in words if word.removesuffix("s") not in heads))
        for code, words in sorted(found.items())
    }
