"""Every example of the data files, one by one."""

from decimal import Decimal

import pytest

from graphbuild.data import table
from graphbuild.recognise.amounts import find_amounts
from graphbuild.recognise.amounts.lexicon import LANGUAGES

EXAMPLES = [
    (language, example) for language in LANGUAGES for example in table(f"amounts/{language}.toml")["examples"]
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES, ids=[e["text"][:40] for _, e in EXAMPLES])
def test_an_example_of_the_data_files(language, example):
    text = example["text"]
    found = [
        (
            a.span.of(text),
            a.value,
            a.max_value,
            a.unit,
            a.comparator.value,
            a.conversion_of and a.conversion_of.of(text),
            a.period,
        )
        for a in find_amounts(text, language=language)
    ]
    assert found == [
        (
            wanted["quote"],
            Decimal(wanted["value"]),
            Decimal(wanted["max"]) if "max" in wanted else None,
            wanted["unit"],
            wanted["comparator"],
            wanted.get("converts"),
            wanted.get("period"),
        )
        for wanted in example["amounts"]
    ]


def test_there_are_examples_of_sums_and_of_what_is_no_sum():
    for language in LANGUAGES:
        examples = table(f"amounts/{language}.toml")["examples"]
        assert any(not example["amounts"] for example in examples)
        assert {a["comparator"] for e in examples for a in e["amounts"]} >= {
            "=",
            ">",
            "<=",
            "~",
            "range",
            "<",
            ">=",
        }
