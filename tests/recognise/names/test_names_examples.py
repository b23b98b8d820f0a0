"""Every example sentence of the name data gives the name it marks, with the type of its entry."""

import re

import pytest

from graphbuild.data import table
from graphbuild.model import Document
from graphbuild.recognise import recognise

MARK = re.compile(r"\[([^\]|]+)(?:\|([^\]]+))?\]")


def examples() -> list[tuple[str, str, str]]:
    """(language, type, marked sentence) of every example in the data."""
    found = []
    for language in ("fr", "en"):
        data = table(f"names/{language}.toml")
        for entry in [*data["before"], *data["after"], *data.get("tail", [])]:
            found += [(language, entry["type"], sentence) for sentence in entry.get("examples", [])]
    return found


def test_there_are_examples_for_every_type_but_events() -> None:
    assert {kind for _, kind, _ in examples()} == {"person", "place", "organization", "project", "product"}


@pytest.mark.parametrize(("language", "kind", "marked"), examples())
def test_example(language: str, kind: str, marked: str) -> None:
    mark = MARK.search(marked)
    assert mark is not None, f"no [name] in {marked!r}"
    text = MARK.sub(r"\1", marked)
    reading = recognise(Document("example", text, language))
    assert (mark[2] or mark[1], kind) in {(e.name, e.type.value) for e in reading.entities}
