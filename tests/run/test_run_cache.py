"""Extracts are kept whole, found again only for the same words and versions, and never believed when damaged."""

import json
import subprocess
import sys
from pathlib import Path

import newswire
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphbuild
from graphbuild import store
from graphbuild.model import Document
from graphbuild.recognise.pipelines import PACKAGES as PIPELINES
from graphbuild.run import Cache, extract, fingerprint
from graphbuild.run.fingerprint import PACKAGES
from graphbuild.store.layout import SEAL

TEXT = "La France a investi 109 milliards d’euros dans Mistral AI, soit environ 113 milliards de dollars (9 à 10 GW)."
DOCUMENT = Document(id="a", text=TEXT, language="fr", published="2025-02-10", source="a.txt")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def kept(tmp_path) -> Cache:
    cache = Cache(tmp_path / "extracts")
    cache.put(extract(DOCUMENT))
    return cache


def entries(cache):
    return [path for path in cache.folder.rglob("*") if path.is_file()]


def test_what_is_kept_is_what_was_extracted(kept):
    assert kept.get(DOCUMENT) == extract(DOCUMENT)
    assert extract(DOCUMENT).claims


@pytest.mark.parametrize("number", range(0, 40, 3))
def test_every_noun_survives_being_kept(number, tmp_path):
    row = newswire.article(number, lines=12)
    document = Document(**row)
    cache = Cache(tmp_path)
    cache.put(extract(document))
    assert cache.get(document) == extract(document)


def test_what_does_not_decide_the_extract_does_not_make_it_anew(kept):
    moved = Document(
        id="b", text=TEXT, language="fr", published="2025-02-10", url="https://a.example", title="T"
    )
    assert kept.get(moved).document == moved
    assert kept.get(moved).claims == kept.get(DOCUMENT).claims


@pytest.mark.parametrize("change", [{"text": TEXT + " "}, {"language": "en"}, {"published": None}])
def test_another_text_language_or_day_is_another_extract(kept, change):
    values = {"id": "a", "text": TEXT, "language": "fr", "published": "2025-02-10"}
    assert kept.get(Document(**(values | change))) is None


def test_another_version_of_a_model_or_of_the_code_is_another_extract(kept, monkeypatch):
    monkeypatch.setattr(fingerprint, "versions", lambda: "another")
    assert kept.get(DOCUMENT) is None


def test_every_package_that_reads_a_language_counts():
    assert {name.replace("_", "-") for name in PIPELINES.values()} <= {*PACKAGES}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_entry_is_as_good_as_none(tmp_path_factory, data):
    cache = Cache(tmp_path_factory.mktemp("extracts"))
    cache.put(extract(DOCUMENT))
    (file,) = entries(cache)
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    hurt = data.draw(
        st.sampled_from(
            [
                whole[:at],
                whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
                whole + b"x",
                b"",
                b"\x80" * 40,
            ]
        )
    )
    file.write_bytes(hurt)
    assert cache.get(DOCUMENT) is None
    cache.put(extract(DOCUMENT))
    assert cache.get(DOCUMENT) == extract(DOCUMENT)


def test_what_no_document_uses_and_what_a_dead_build_left_is_cleared_away(kept):
    other = Document(id="b", text="Nvidia a investi 3 millions d’euros.", language="fr")
    kept.put(extract(other))
    (kept.folder / "ab").mkdir(exist_ok=True)
    (kept.folder / "ab" / "half.123.new").write_bytes(b"half")
    kept.prune([DOCUMENT])
    assert kept.get(DOCUMENT)
    assert kept.get(other) is None
    assert len(entries(kept)) == 1


def test_an_unchanged_corpus_loads_no_language_model(tmp_path):
    feed, output = tmp_path / "wire.jsonl", tmp_path / "output"
    feed.write_text(newswire.feed(0, 4), encoding="utf-8")
    program = (
        "import sys, graphbuild; graphbuild.build(sys.argv[1], output=sys.argv[2]);"
        "print('spacy' in sys.modules)"
    )
    command = [sys.executable, "-c", program, feed, output]
    said = []
    for _ in range(2):
        said.append(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
        (output / SEAL).unlink()  # or the second build would not even look for extracts
    assert said == [b"True\n", b"False\n"]


def test_a_text_that_comes_back_after_a_detour_is_made_from_its_own_words(tmp_path):
    feed, output = tmp_path / "wire.jsonl", tmp_path / "output"
    graphs = []
    for words in ("3 millions", "4 millions", "3 millions"):
        row = {"id": "a", "text": f"La France a investi {words} d’euros dans Mistral AI.", "language": "fr"}
        feed.write_text(json.dumps(row), encoding="utf-8")
        graphbuild.build(feed, output=output)
        graphs.append((output / store.GRAPH).read_text(encoding="utf-8"))
    assert graphs[0] == graphs[2] != graphs[1]
    assert '"4000000"' in graphs[1]
    assert '"3000000"' not in graphs[1]
