"""The trained tagger: what it adds to lists and parser, when it is loaded, and that it is trained the same twice."""

import subprocess
import sys
from pathlib import Path

import pycrfsuite
import pytest

from graphbuild.model import Document
from graphbuild.recognise import recognise
from graphbuild.recognise.names.learned import MODELS, tagger

ROOT = Path(__file__).parents[3]
TRAIN = ROOT / "graphbuild" / "data" / "names" / "train.py"

# Names that no list has and that the parser alone mistakes for others.
TOLD = [
    ("L'équipe de Vauvray a battu celle de Mérigné sur le score de trois à un.", "Mérigné", "place"),
    ("Interrogé par la rédaction, Destouches a refusé de répondre.", "Destouches", "person"),
    ("Bien entendu, Grosjean reste en prison à Valdoie.", "Grosjean", "person"),
    ("Un nageur de Cormelles, Ducrocq, a gagné la course.", "Cormelles", "place"),
]
# Names of companies and projects that resemble people and places: the tagger's vote alone does not decide.
KEPT = [
    ("Trois jours après l’annonce de Brightwater Compute, l’heure est aux comptes.", "Brightwater Compute"),
    ("L’État a versé 3 millions d’euros à l’entreprise Lormeau.", "Lormeau"),
    ("Le gouvernement français a signé.", "gouvernement français"),
]
ARTICLES = {
    "gare": (
        "Lise Marnat habite Bréval.\nElle dirige Tolvex.\n",
        "Person:0:11 Location:19:25 Organization:40:46",
    ),
    "pont": ("Le pont de Sarvenne plaît à Paul Quéron.\n", "Location:11:19 Person:28:39"),
    "lac": ("Selon Odarel, Jeanne Tissot quitte Mornac.\n", "Organization:6:12 Person:14:27 Location:35:41"),
}


def types(text: str) -> dict[str, str]:
    return {e.name: e.type.value for e in recognise(Document("t", text, "fr")).entities}


@pytest.mark.parametrize(("text", "name", "kind"), TOLD)
def test_a_name_that_no_list_has_is_typed_by_what_stands_around_it(text: str, name: str, kind: str) -> None:
    assert types(text).get(name) == kind


@pytest.mark.parametrize(("text", "name"), KEPT)
def test_bodies_stay_bodies(text: str, name: str) -> None:
    assert types(text).get(name) == "organization"


def test_only_french_has_a_model_and_english_does_not_open_it() -> None:
    assert set(MODELS) == {"fr"}
    code = (
        "from graphbuild.model import Document; from graphbuild.recognise import recognise\n"
        "import pycrfsuite\n"
        "pycrfsuite.Tagger = None\n"  # opening a model would now fail
        "print([e.name for e in recognise(Document('t', 'Acme bought Orvalis.', 'en')).entities])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "Orvalis" in done.stdout


def test_the_model_knows_our_types() -> None:
    model = tagger("fr")
    assert model is not None
    kinds = {label[2:] for label in model.labels()} - {""}
    assert kinds == {"person", "organization", "place", "product", "event"}


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, (text, marks) in ARTICLES.items():
        lines = [
            f"T{n}\t{kind} {start} {end}\t{text[int(start) : int(end)]}"
            for n, (kind, start, end) in enumerate(mark.split(":") for mark in marks.split())
        ]
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.ann").write_text("\n".join(lines), encoding="utf-8")
    for model in ("one", "two"):
        command = [sys.executable, str(TRAIN), str(tmp_path), str(tmp_path / model)]
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    trained = pycrfsuite.Tagger()
    trained.open(str(tmp_path / "one"))
    assert {"O", "B-person", "I-person", "B-place"} <= set(trained.labels())
