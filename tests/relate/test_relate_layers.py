"""The data of syntax, and the order of the rooms inside relate."""

import re
from dataclasses import fields
from pathlib import Path

import grimp
import pytest

import graphbuild.relate
from graphbuild.errors import OntologyError
from graphbuild.relate import lexicon
from graphbuild.relate.lexicon import LinkWords, SyntaxWords, link_words, syntax_words

RELATE = Path(graphbuild.relate.__file__).parent
LAYERS = ("trace", "context", "story", "drafts", "stance", "syntax", "frames", "lexicon")


def test_imports_inside_relate_go_one_way() -> None:
    graph = grimp.build_graph("graphbuild")
    layers = [f"graphbuild.relate.{name}" for name in LAYERS]
    assert graph.find_illegal_dependencies_for_layers(layers=layers) == set()
    here = {p.stem for p in RELATE.iterdir() if not p.name.startswith("__")}
    assert here == set(LAYERS)


@pytest.mark.parametrize("shape", [SyntaxWords, LinkWords])
def test_every_class_of_words_is_used(shape: type[SyntaxWords | LinkWords]) -> None:
    code = "\n".join(p.read_text("utf-8") for p in RELATE.rglob("*.py") if p.name != "lexicon.py")
    unused = [f.name for f in fields(shape) if not re.search(rf"\.{f.name}\b", code)]
    assert unused == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_sections_of_both_languages_are_whole(language: str) -> None:
    assert all(getattr(link_words(language), f.name) for f in fields(LinkWords))
    assert syntax_words(language).relatives


def test_a_complex_preposition_is_known_by_its_first_words() -> None:
    for language in ("fr", "en"):
        begun = [p.rsplit(" ", 1)[0] for p in syntax_words(language).complex_prepositions]
        assert len(begun) == len(set(begun))


def test_an_unknown_class_of_words_is_an_error() -> None:
    with pytest.raises(OntologyError, match="oddities"):
        lexicon._classes({"oddities": []}, LinkWords, "links.xx")


def test_every_group_of_words_has_its_example() -> None:
    lines = (RELATE.parent / "data" / "syntax.toml").read_text("utf-8").splitlines()
    keys = [n for n, line in enumerate(lines) if re.match(r"\w+ = \[", line)]
    assert keys
    assert [lines[n] for n in keys if not lines[n - 1].startswith("# ")] == []
