"""The page of quality is what its command says now."""

from pathlib import Path

import pytest

from graphbuild.evaluate.quality import page
from graphbuild.evaluate.registers import register
from graphbuild.model import Kind
from graphbuild.relate.frames.ways import table, ways

ROOT = Path(__file__).parents[2]


def test_the_page_is_what_its_command_writes():
    written = (ROOT / "docs" / "quality.md").read_text(encoding="utf-8")
    assert page(ROOT / "tests" / "quality" / "gold", unread="*-own-01[1-5]") == written, "run `make quality`"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Titre\n\nUne phrase. "
            + "Une autre phrase du même paragraphe, assez longue pour un article. " * 4,
            "report",
        ),
        ("Titre\n\nQui paie ?\n\nL’État paie tout.\n\nCombien ?\n\nTrois millions.", "interview"),
        ("Titre\n\n• A : 2 millions\n\n• B : 3 millions\n\n• C : 4 millions", "list"),
        (
            "Orange achète Free\n\nFree achète SFR\n\nSFR ferme\n\nRenault investit\n\nAirbus livre",
            "headlines",
        ),
    ],
)
def test_the_shape_of_a_text_tells_its_register(text, expected):
    assert register(text) == expected


def test_every_way_is_counted_once():
    fines = ways(Kind.FINE, "fr")
    assert fines.total == sum(fines[:4])
    assert fines.examples > 5
    (line,) = [line for line in table() if line.startswith("fine         fr")]
    assert line.split()[2:] == [str(fines.total), *map(str, fines)]
