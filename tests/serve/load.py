"""How fast the server is: ``python tests/serve/load.py [--quads N] [--requests N] [--at-once N]``.

It writes an output of about N statements, serves it as a person would, and measures, all in one run:
searching; a mixture of requests, many at once; and the same questions put to the store directly, in
this process, by as many threads.
"""

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from pyoxigraph import QueryResultsFormat, Store

from graphbuild import store
from graphbuild.graph.vocabulary import PREFIXES
from graphbuild.model import Document, digest

sys.path.insert(0, str(Path(__file__).parent))
from conftest import serving

BASE = "https://w3id.org/graphbuild/id/"
MENTIONS, CLAIMS = 8, 3  # of one article
QUADS_EACH = 156  # statements an article, its share of the entities included
SYLLABLES = (
    "ma",
    "lor",
    "vi",
    "ten",
    "sa",
    "bru",
    "é",
    "chi",
    "ran",
    "do",
    "pel",
    "ux",
    "ni",
    "gar",
    "ô",
    "lis",
)
HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + f"@base <{BASE}> .\n"
QUESTION = """SELECT ?fact ?value ?currency ?words {{
  ?fact a gb:Fact ; gb:payer <{iri}> ; gb:amount ?sum .
  ?sum gb:value ?value ; gb:currency ?currency ; gb:quote ?words .
}} ORDER BY DESC(?value) LIMIT 20"""


@dataclass(frozen=True)
class Corpus:
    """What there is to ask about: the IRIs and names of entities, the IRIs of articles."""

    entities: Sequence[tuple[str, str]]
    articles: Sequence[str]


def words(seed: random.Random, number: int) -> str:
    return " ".join("".join(seed.choices(SYLLABLES, k=seed.randint(1, 3))) for _ in range(number))


def corpus(output: Path, quads: int) -> Corpus:
    """Write an output with about so many statements; the same number gives the same output."""
    seed = random.Random(1)
    names = [words(seed, 2).title() + f" {i}" for i in range(max(10, quads // 300))]
    entities = [(f"{BASE}entity/e-{digest(name)[:10]}", name) for name in names]
    parts = [HEAD]
    parts += [
        f'<{iri}> a gb:Organization ; rdfs:label "{name}" ; skos:altLabel "{name} SA" .\n'
        for iri, name in entities
    ]
    documents, articles = [], []
    for number in range(max(1, quads // QUADS_EACH)):
        document, triples = article(seed, number, entities)
        documents.append(document)
        articles.append(f"{BASE}document/{document.id}")
        parts.append(triples)
    with store.staged(output) as folder:
        store.write(folder, turtle="".join(parts), documents=documents)
        store.write_page(folder, "<!doctype html>")
    return Corpus(entities, articles)


def article(seed: random.Random, number: int, entities: Sequence[tuple[str, str]]) -> tuple[Document, str]:
    """One article with its mentions, claims and facts, in the terms of the vocabulary."""
    text, said, home = "", [], f"{BASE}document/d-{number}"
    for _ in range(MENTIONS):
        text += words(seed, 12) + " "
        iri, name = seed.choice(entities)
        start, text = len(text), text + name
        passage = f"{home}#char={start},{len(text)}"
        said.append(
            f"<{passage}> a gb:Passage, gb:Mention ; gb:inDocument <{home}> ; gb:start {start} ; gb:end {len(text)} ;"
            f' gb:quote "{name}" ; gb:refersTo <{iri}> .\n'
        )
        text += " investit. "
    for i in range(CLAIMS):
        payer, receiver = (seed.choice(entities)[0] for _ in range(2))
        claim, fact, sum_ = (f"{BASE}{room}/investment-{number}-{i}" for room in ("claim", "fact", "amount"))
        roles = f"gb:payer <{payer}> ; gb:beneficiary <{receiver}> ; gb:amount <{sum_}>"
        stance = 'gb:status gb:Announced ; gb:polarity "positive" ; gb:certainty "asserted"'
        passage = f"{home}#char={i * 10},{i * 10 + 60}"
        said.append(
            f"<{claim}> a gb:Claim, gb:Investment ; gb:inDocument <{home}> ; {roles} ; {stance} ; gb:evidence <{passage}> ;"
            f' gb:rule "bench" .\n<{fact}> a gb:Fact, gb:Investment ; {roles} ; {stance} ; gb:statedBy <{claim}> ;'
            f" gb:sources 1 .\n<{sum_}> a gb:Amount ; gb:inDocument <{home}> ; gb:value {seed.randint(1, 10**9)}.0 ;"
            f' gb:currency "EUR" ; gb:comparator "=" ; gb:quote "une somme" .\n<{passage}> a gb:Passage ;'
            f" gb:inDocument <{home}> ; gb:start {i * 10} ; gb:end {i * 10 + 60} ; gb:quote {json.dumps(text[i * 10 : i * 10 + 60], ensure_ascii=False)} .\n"
        )
    said.append(
        f'<{home}> a gb:Document ; dcterms:identifier "d-{number}" ; dcterms:title "Article {number}" .\n'
    )
    return Document(f"d-{number}", text, "fr", title=f"Article {number}"), "".join(said)


def mixture(known: Corpus, number: int) -> Iterator[tuple[str, str, str]]:
    """Requests as (sort, path, Accept)."""
    seed = random.Random(2)
    for _ in range(number):
        iri, name = seed.choice(known.entities)
        here = "/id/" + iri.removeprefix(BASE)
        there = "/id/" + seed.choice(known.articles).removeprefix(BASE)
        question = QUESTION.format(iri=iri)
        yield seed.choice(
            [
                ("SPARQL", f"/sparql?{urlencode({'query': question})}", "application/sparql-results+json"),
                ("SPARQL", f"/sparql?{urlencode({'query': question})}", "text/csv"),
                ("a node as a page", here, "text/html"),
                ("a node as Turtle", here, "text/turtle"),
                ("an article as a page", there, "text/html"),
                ("search", f"/search?q={quote(name)}", "application/json"),
                (
                    "search",
                    f"/search?q={quote(seed.choice(SYLLABLES) + seed.choice(SYLLABLES))}",
                    "application/json",
                ),
                ("the first page", "/", "text/html"),
            ]
        )


async def get(
    port: int, requests: Iterator[tuple[str, str, str]], told: list[tuple[str, int, float]]
) -> None:
    """Ask one after the other on one connection; ``told`` gets (sort, status, seconds)."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for sort, path, accept in requests:
        began = time.perf_counter()
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {accept}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = next(line for line in head.split("\r\n") if line.startswith("content-length:"))
        await reader.readexactly(int(length.partition(":")[2]))
        told.append((sort, int(head.split(" ", 2)[1]), time.perf_counter() - began))
    writer.close()


def at_once(number: int, work: Callable[[], Awaitable[None]]) -> None:
    async def all_of_them() -> None:
        await asyncio.gather(*(work() for _ in range(number)))

    asyncio.run(all_of_them())


def directly(folder: Path, known: Corpus, number: int, threads: int) -> list[float]:
    """The same questions to the store itself."""
    opened, seed = Store.read_only(str(folder / "store")), random.Random(3)
    asked = [QUESTION.format(iri=seed.choice(known.entities)[0]) for _ in range(number)]

    def ask(question: str) -> float:
        began = time.perf_counter()
        opened.query(question, prefixes=PREFIXES).serialize(format=QueryResultsFormat.JSON)
        return time.perf_counter() - began

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(ask, asked))


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[18] * 1000


def line(name: str, values: Sequence[float]) -> str:
    middle = statistics.median(values) * 1000
    return f"{name:24} {len(values):6}  median {middle:7.1f} ms  p95 {p95(values):7.1f} ms  most {max(values) * 1000:7.1f} ms"


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--at-once", type=int, default=32)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), chosen)


def measure(folder: Path, chosen: argparse.Namespace) -> None:
    known = corpus(folder / "output", chosen.quads)
    began = time.perf_counter()
    with serving(folder / "output", log=folder / "log") as server, server.client() as client:
        counts = client.get("/health").json()
        print(
            f"{counts['quads']} quads, {counts['documents']} articles; ready after {time.perf_counter() - began:.1f} s"
        )
        told: list[tuple[str, int, float]] = []
        asyncio.run(get(server.port, iter(searched(known, 200)), told))
        alone = [seconds for _, _, seconds in told]
        print(line("search, one at a time", alone))
        told = []
        requests = iter(list(mixture(known, chosen.requests)))
        began = time.perf_counter()
        at_once(chosen.at_once, lambda: get(server.port, requests, told))
        took = time.perf_counter() - began
        wrong = [status for _, status, _ in told if status != 200]
        print(
            f"{len(told)} requests, {chosen.at_once} at once: {len(wrong)} errors, {len(told) / took:.0f} a second"
        )
        for sort in sorted({sort for sort, _, _ in told}):
            print(line(f"  {sort}", [seconds for other, _, seconds in told if other == sort]))
        everything = [seconds for _, _, seconds in told]
        print(line("  all", everything))
    direct = directly(folder / "output", known, chosen.requests, chosen.at_once)
    print(line("the store directly", direct))
    asked = [seconds for sort, _, seconds in told if sort == "SPARQL"]
    first = directly(folder / "output", known, len(alone), 1)
    print(line("  one at a time", first))
    print(
        f"p95 to that of the store: SPARQL {p95(asked) / p95(direct):.1f}, all {p95(everything) / p95(direct):.1f}; "
        f"one at a time: search {p95(alone) / p95(first):.1f}"
    )
    print(f"search: p95 {p95(alone):.1f} ms, which is {'under' if p95(alone) < 50 else 'NOT under'} 50 ms")


def searched(known: Corpus, number: int) -> list[tuple[str, str, str]]:
    seed = random.Random(4)
    common = [a + b for a in SYLLABLES for b in SYLLABLES]
    some = [name for _, name in seed.sample(known.entities, min(number // 2, len(known.entities)))]
    some += ["investit", "article", *seed.choices(common, k=number // 2)]
    return [("search", f"/search?q={quote(word)}", "application/json") for word in some]


if __name__ == "__main__":
    main()
