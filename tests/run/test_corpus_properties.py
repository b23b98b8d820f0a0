"""A corpus that grows, changes and shrinks is what it would be if it had been built at once.

Random corpora of real articles, random orders, batches and detours; each step runs the whole way, and what
it leaves is compared, byte for byte, with a build of the same articles from nothing.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rdflib import DCTERMS, RDF, RDFS, Graph

import graphbuild
from graphbuild import store
from graphbuild.errors import DocumentError
from graphbuild.graph import GB

# Short articles that touch each other: one name in two languages, an acronym spelled out by one alone, copies,
# figures that disagree, a promise and what became of it, people by surname.
TEXTS = {
    "a": ("L’Union européenne (UE) investira 200 milliards d’euros dans l’intelligence artificielle.",
          "L’Union européenne (UE) investira 150 milliards d’euros dans l’intelligence artificielle."),
    "b": ("The European Union will invest 200 billion euros in artificial intelligence.",
          "The EU will invest 200 billion dollars in artificial intelligence."),
    "c": ("L’UE investira plus de 100 milliards d’euros dans l’intelligence artificielle.",
          "L’UE renonce à investir 200 milliards d’euros dans l’intelligence artificielle."),
    "d": ("Nvidia a investi 50 millions d’euros dans Mistral AI.", "Nvidia a investi 65 millions d’euros dans Mistral AI."),
    "e": ("Nvidia Corp. invested 50 million euros in Mistral AI.", "Nvidia raised €50 million from Mistral AI."),
    "f": ("Nvidia a investi 50 millions d’euros dans Mistral AI.", "Nvidia investirait 50 millions d’euros dans Mistral AI."),
    "g": ("Ursula von der Leyen a été nommée présidente de la Commission européenne.",
          "Mme von der Leyen préside la Commission européenne."),
    "h": ("Le Commissariat à l’énergie atomique (CEA) a accordé 3 millions d’euros à Orano.",
          "Le CEA a accordé 3 millions d’euros à Orano."),
    "i": ("France 2030 a accordé 12 millions d’euros à Verkor.", "France 2025 a accordé 12 millions d’euros à Verkor."),
    "j": ("Airbus a racheté Airbus Defence and Space pour 2 milliards d’euros.", "Airbus a racheté Orano."),
}  # fmt: skip
LANGUAGES = {"b": "en", "e": "en"}
FILES = ("graph.ttl", "graph.html", "documents.jsonl")

Corpus = frozenset[tuple[str, int]]  # (id, which of its two texts)

batches = st.dictionaries(st.sampled_from(sorted(TEXTS)), st.integers(0, 1), min_size=1, max_size=5)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("build"), batches),
        st.tuples(st.just("prune"), batches),
        st.tuples(st.just("remove"), batches),
    ),
    min_size=1,
    max_size=5,
)
slow = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # A failure of seconds is not worth minutes of shrinking.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@contextmanager
def folder() -> Iterator[Path]:
    """A working folder of its own: where an input lies is a part of what is built."""
    path, here = Path(tempfile.mkdtemp(prefix="graphbuild-test-")), Path.cwd()
    os.chdir(path)
    try:
        yield path
    finally:
        os.chdir(here)
        shutil.rmtree(path)


def build(output: Path, batch: dict[str, int], **options: object) -> "graphbuild.pipeline.Built":
    feed = Path("feed.jsonl")
    rows = [{"id": k, "text": TEXTS[k][v], "language": LANGUAGES.get(k, "fr")} for k, v in batch.items()]
    feed.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    built = graphbuild.build(feed, output=output, **options)
    assert built.findings == ()
    return built


def exported(output: Path) -> dict[str, bytes]:
    quads = "".join(sorted(f"{quad}\n" for quad in store.open_store(output)))
    return {name: (output / name).read_bytes() for name in FILES} | {"store": quads.encode()}


@cache
def from_nothing(corpus: Corpus) -> dict[str, bytes]:
    with folder() as place:
        build(place / "output", dict(corpus))
        return exported(place / "output")


def same(output: Path, corpus: dict[str, int]) -> None:
    made = exported(output)
    for name, wanted in from_nothing(frozenset(corpus.items())).items():
        assert made[name] == wanted, name


@slow
@given(steps)
def test_whatever_the_steps_a_corpus_is_what_its_articles_make_it(taken):
    held: dict[str, int] = {}
    with folder() as place:
        output = place / "output"
        for step, batch in taken:
            if step == "remove":
                batch = batch.keys() & held.keys()  # noqa: PLW2901 - others are an error, tested below
                if batch:
                    assert graphbuild.remove(batch, output=output).findings == ()
                held = {key: text for key, text in held.items() if key not in batch}
            else:
                build(output, batch, prune=step == "prune")
                held = batch if step == "prune" else held | batch
            if held:
                same(output, held)


@slow
@given(batches, st.permutations(sorted(TEXTS)))
def test_any_order_and_any_batches_give_the_same_bytes(corpus, order):
    with folder() as place:
        for key in (key for key in order if key in corpus):
            build(place / "output", {key: corpus[key]})
        same(place / "output", corpus)


@slow
@given(batches, batches)
def test_what_was_added_and_removed_was_never_there(corpus, extra):
    extra = {key: text for key, text in extra.items() if key not in corpus}
    with folder() as place:
        build(place / "output", corpus | extra)
        if extra:
            assert graphbuild.remove(extra, output=place / "output").findings == ()
        same(place / "output", corpus)


@slow
@given(batches)
def test_what_is_given_again_changes_nothing(corpus):
    with folder() as place:
        build(place / "output", corpus)
        again = build(place / "output", corpus)
        assert (again.changes.unchanged, again.changes.added) == (tuple(sorted(corpus)), ())
        same(place / "output", corpus)


@slow
@given(batches, st.data())
def test_an_entity_or_a_fact_lives_as_long_as_an_article_supports_it(corpus, data):
    with folder() as place:
        output = place / "output"
        build(output, corpus)
        gone = data.draw(st.sets(st.sampled_from(sorted(corpus)), max_size=len(corpus) - 1))
        if gone:
            assert graphbuild.remove(gone, output=output).findings == ()
        graph = store.graph(output)
        homes = {
            node: str(graph.value(node, DCTERMS.identifier)) for node in graph.subjects(RDF.type, GB.Document)
        }
        assert {*homes.values()} == corpus.keys() - gone
        for fact in graph.subjects(RDF.type, GB.Fact):
            claims = list(graph.objects(fact, GB.statedBy))
            assert claims
            assert all(graph.value(claim, GB.inDocument) in homes for claim in claims)
        spoken_of = {*graph.objects(None, GB.refersTo)} | {*_fillers(graph)}
        assert {*_entities(graph)} == spoken_of


def _entities(graph: Graph):
    return (node for node in graph.subjects(RDFS.label, None) if "/entity/" in str(node))


def _fillers(graph: Graph):
    for claim in graph.subjects(RDF.type, GB.Claim):
        yield from (value for value in graph.objects(claim, None) if "/entity/" in str(value))


def test_a_corpus_may_become_empty_and_grow_again():
    with folder() as place:
        output = place / "output"
        build(output, {"a": 0, "d": 0})
        left = graphbuild.remove(["a", "d"], output=output)
        assert left.changes.removed == ("a", "d")
        assert dict(left.found)["claim"] == 0
        assert not len(store.graph(output))
        assert graphbuild.check(output=output) == ()
        build(output, {"d": 0})
        same(output, {"d": 0})


def test_an_article_that_is_not_there_cannot_be_removed():
    with folder() as place:
        output = place / "output"
        build(output, {"a": 0, "d": 0})
        with pytest.raises(DocumentError, match=r"There is no article 'x', 'z' in .*nothing was removed"):
            graphbuild.remove(["z", "a", "x"], output=output)
        same(output, {"a": 0, "d": 0})


def test_what_an_update_did_is_told():
    with folder() as place:
        output = place / "output"
        assert build(output, {"a": 0, "d": 0, "e": 0}).changed() == []
        built = build(output, {"a": 1, "d": 0, "g": 0})
        assert built.changes.replaced == ("a",)
        assert built.changed() == ["Since the build before: 1 added, 1 replaced, 2 unchanged."]
        assert graphbuild.remove("g", output=output).changed() == [
            "Since the build before: 1 removed, 3 unchanged."
        ]


def test_a_file_reached_through_another_folder_is_one_article(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXTS["a"][0], encoding="utf-8")
    (tmp_path / "news" / "d.txt").write_text(TEXTS["d"][0], encoding="utf-8")
    for given_first, given_next in (("news", "news/a.txt"), ("news/a.txt", "news")):
        output = tmp_path / "output"
        shutil.rmtree(output, ignore_errors=True)
        graphbuild.build(given_first, output=output)
        (tmp_path / "news" / "a.txt").write_text(TEXTS["a"][1], encoding="utf-8")
        graphbuild.build(given_next, output=output)
        assert [document.id for document in store.documents(output)] == ["a.txt", "d.txt"]
        assert next(store.documents(output)).text == TEXTS["a"][1]


def test_another_file_of_the_same_name_takes_the_place_and_says_so(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(TEXTS["a"][name == "two"], encoding="utf-8")
        built = graphbuild.build(tmp_path / name, output=tmp_path / "output")
    (issue,) = built.report.issues
    assert issue.severity == "warning"
    assert "replaces the article 'a.txt'" in issue.problem
    assert "one/a.txt" in issue.problem


def test_a_fact_that_grows_is_checked_beside_claims_that_others_contradict(tmp_path):
    feed, output = tmp_path / "feed.jsonl", tmp_path / "output"
    for name, millions in (("a", 5), ("b", 40), ("c", 5)):  # c adds to the fact of a, which b contradicts
        text = f"Le chiffre d’affaires de Verkor a atteint {millions} millions d’euros."
        row = {"id": name, "text": text, "language": "fr", "published": "2025-03-03"}
        feed.write_text(json.dumps(row), encoding="utf-8")
        built = graphbuild.build(feed, output=output)
        assert built.findings == ()
    assert ("disagreement", 2) in built.found
    assert graphbuild.check(output=output) == ()
