"""The named questions as forms, and the page on which anybody asks in SPARQL.

What somebody types into a form is bound to a variable by the engine; it never becomes part of a question.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from graphbuild.ask.answer import Answer
from graphbuild.ask.questions import Question, questions
from graphbuild.graph.vocabulary import GB, PREFIXES
from graphbuild.serve import terms
from graphbuild.serve.accept import best_type
from graphbuild.serve.answers import RefusedError, patiently
from graphbuild.serve.cells import heading, shown
from graphbuild.serve.pages import LANGUAGES, language_of, page, words
from graphbuild.serve.sparql import ROWS
from graphbuild.serve.state import state

PAGE: Final = "text/html"
MOST_ROWS: Final = 1_000  # on a page; a download has all
MOST_LETTERS: Final = 500
EDITOR: Final = files("graphbuild") / "data" / "serve" / "static" / "editor"
DOWNLOADS: Final = {"csv": "text/csv", "tsv": "text/tab-separated-values", "json": "application/json"}


@cache
def known() -> Mapping[str, Question]:
    """The named questions by name."""
    return {question.name: question for question in questions()}


async def listed(request: Request) -> Response:
    """All questions, with what they answer."""
    return page(request, "questions.html", room="/questions", questions=titled(language_of(request)))


async def asked(request: Request) -> Response:
    """One question: its form, and its answer where it needs no more values, or all of them are given."""
    question = known().get(request.path_params["name"])
    if question is None:
        raise RefusedError(404, "No question has this name. /questions lists all.")
    given = {p.name: request.query_params.get(p.name, "")[:MOST_LETTERS] for p in question.parameters}
    media = DOWNLOADS.get(request.query_params.get("as", "")) or best_type(
        request.headers.get("accept"), [PAGE, *ROWS]
    )
    if media is None:
        raise RefusedError(406, f"An answer can be had as {', '.join([PAGE, *ROWS])}.")
    complete = all(value.strip() for value in given.values())
    if media != PAGE and not complete:
        raise RefusedError(400, f"{question.name} needs a value for {', '.join(given)}.")
    answer = await _answer(request, question, given) if complete else None
    if media != PAGE and answer is not None:
        return _download(answer, media, question.name)
    return _shown(request, question, given, answer)


async def _answer(request: Request, question: Question, given: Mapping[str, str]) -> Answer:
    job: dict[str, Any] = {"do": "query", "sparql": question.sparql, "bindings": given}
    job |= {"default": None, "named": None, "rows": "json", "triples": None}
    here = state(request)
    head, body = await patiently(request, here.edition.ask(job, limit=here.service.time_limit))
    return Answer(head["form"], body).without(tuple(given))


def _download(answer: Answer, media: str, name: str) -> Response:
    form = ROWS[media]
    headers = {"content-type": media, "vary": "Accept"}
    headers["content-disposition"] = f'inline; filename="{name}.{form}"'
    return Response(answer.serialise(form), headers=headers)


def _shown(request: Request, question: Question, given: Mapping[str, str], answer: Answer | None) -> Response:
    results = json.loads(answer.payload) if answer else {"head": {"vars": []}, "results": {"bindings": []}}
    columns, rows = results["head"]["vars"], results["results"]["bindings"]
    language = language_of(request)
    return page(
        request,
        "question.html",
        room="/questions",
        question=question,
        about=question.french if language == "fr" else question.english,
        given=given,
        answered=answer is not None,
        title=title(question, language),
        columns=[heading(name, question.name, language) for name in columns],
        rows=[[shown(row, name, language) for name in columns] for row in rows[:MOST_ROWS]],
        total=len(rows),
        downloads=DOWNLOADS,
    )


async def editor(request: Request) -> Response:
    """The page for questions in SPARQL."""
    language = language_of(request)
    return page(
        request,
        "query.html",
        room="/query",
        query=request.query_params.get("query", ""),
        built=(EDITOR / "yasqe.min.js").is_file(),
        examples=[{"title": q["title"], "sparql": q["sparql"]} for q in titled(language) if not q["asks"]],
        known={"prefixes": PREFIXES, "terms": _completions(language)},
    )


def title(question: Question, language: str) -> str:
    """What the question is called for this reader."""
    return str(words(language)["question_titles"].get(question.name, question.title))


def titled(language: str) -> list[dict[str, Any]]:
    return [
        {
            "name": q.name,
            "title": title(q, language),
            "about": q.french if language == "fr" else q.english,
            "asks": [p.name for p in q.parameters],
            "sparql": q.sparql,
        }
        for q in known().values()
    ]


@cache
def _completions(language: str) -> Sequence[Mapping[str, str]]:
    """Our terms with what they mean, for the editor."""
    assert language in LANGUAGES  # noqa: S101 - one of two, so that the cache stays small
    iris = sorted({iri for iri, _ in terms.said(terms.LABEL) if iri.startswith(str(GB))})
    return [{"term": f"gb:{iri.removeprefix(str(GB))}", "label": terms.label(iri, language)} for iri in iris]
