"""Adding articles and correcting claims, where the server was started with ``--edit``."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote, unquote

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from graphbuild.model import digest
from graphbuild.serve.accept import best_type
from graphbuild.serve.answers import RefusedError, patiently
from graphbuild.serve.jobs import Job, Jobs, pathless, run
from graphbuild.serve.keys import FIELD, Keys, LoginError
from graphbuild.serve.pages import language_of, page, words
from graphbuild.serve.state import state

SUFFIXES: Final = frozenset({".txt", ".md", ".html", ".htm", ".jsonl"})
MOST_FILES: Final = 50
NAME: Final = "by"  # the cookie that remembers who corrects
MOST_LETTERS: Final = 200  # of that name
FIELDS: Final = ("title", "url", "published", "language")
COMPARATORS: Final = ("=", "~", ">", ">=", "<", "<=")


async def adding(request: Request) -> Response:
    """The page on which articles are pasted, chosen or dropped."""
    return await _page(request, "add.html", room="/edit/", jobs=[*_jobs(request).known.values()][::-1])


async def login(request: Request) -> Response:
    """Show the secret once; the browser keeps a session."""
    keys = _keys(request)
    session = keys.session(request)
    if request.method == "POST":
        keys.same_origin(request)
        async with request.form(max_files=0, max_fields=10) as form:
            if keys.open(str(form.get("token", "")), session):
                answer: Response = RedirectResponse("/edit/", 303)
                keys.keep(answer, session)
                return answer
    status = 401 if request.method == "POST" else 200
    answer = page(request, "login.html", status=status, wrong=request.method == "POST", room="/edit/")
    keys.keep(answer, session)
    return answer


async def add(request: Request) -> Response:
    """Accept articles. Each is a job; the answer names them, or leads to the first."""
    _keys(request).admit(request)  # before anything of the body is read
    async with request.form(max_files=MOST_FILES, max_fields=20, max_part_size=_most(request)) as form:
        _keys(request).admit_change(request, str(form.get(FIELD, "")))
        files = [file for file in form.getlist("file") if isinstance(file, UploadFile) and file.filename]
        jobs = [await _uploaded(request, file) for file in files]
        if str(form.get("text", "")).strip():
            jobs.append(_pasted(request, form))
    if not jobs:
        raise RefusedError(400, "There is no article in it: paste a text, or choose a file.")
    if best_type(request.headers.get("accept"), ["application/json", "text/html"]) == "text/html":
        return RedirectResponse(f"/edit/jobs/{jobs[0].id}", 303)
    return JSONResponse({"jobs": [job.id for job in jobs]}, 202)


async def job_page(request: Request) -> Response:
    """What has become of a job."""
    return await _page(request, "job.html", room="/edit/", job=_job(request))


async def events(request: Request) -> Response:
    """What becomes of a job, as it becomes it: server-sent events."""
    _keys(request).admit(request)
    job, stopping = _job(request), request.app.state.editions.stopping

    async def lines() -> AsyncIterator[str]:
        async for event in job.told(stopping):
            yield f"data: {json.dumps(_linked(request, event))}\n\n" if event else ": still at work\n\n"

    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)


async def article(request: Request) -> Response:
    """An article with what was understood, each claim to accept, reject or fix."""
    iri = state(request).edition.base + request.path_params["name"]
    _keys(request).admit(request)
    said, _ = await patiently(request, state(request).edition.read({"do": "node", "iri": iri}))
    if not said["article"]:
        raise RefusedError(404, "There is no article under this address.")
    states = await _chore(request, {"do": "corrections", "language": language_of(request)})
    claims = [claim for claim in said["article"]["claims"] if claim["headline"]]
    return await _page(
        request,
        "edit.html",
        room="/edit/",
        article=said["article"],
        iri=iri,
        claims=[_shown(claim, states, said["article"]["marks"]) for claim in claims],
        corrections=states,
        by=unquote(request.cookies.get(NAME, ""))[:MOST_LETTERS],
        comparators=COMPARATORS,
    )


async def correct(request: Request) -> Response:
    """Write corrections of one claim, as its form asks for them."""
    _keys(request).admit(request)
    async with request.form(max_files=0, max_fields=60) as form:
        _keys(request).admit_change(request, str(form.get(FIELD, "")))
        given = {name: str(value).strip() for name, value in form.items()}
    by, because = given.get("by", ""), given.get("because", "")
    if not by or not because:
        raise RefusedError(400, "A correction says by whom it is, and why.")
    asked = _asked(given)
    if not asked:
        raise RefusedError(400, "Nothing in this form differs from what the graph says.")
    done = [
        await _chore(request, {"do": "correct", "request": a, "by": by, "because": because}) for a in asked
    ]
    answer: Response = JSONResponse({"corrections": done})
    if best_type(request.headers.get("accept"), ["application/json", "text/html"]) == "text/html":
        place = f"{given['back']}#{_fragment(given)}" if _is_inside(given.get("back", "")) else ""
        answer = RedirectResponse(f"/edit/{place}", 303)
    answer.set_cookie(NAME, quote(by), httponly=True, samesite="strict", path="/edit")
    return answer


async def apply(request: Request) -> Response:
    """Build again with the corrections as they stand."""
    _keys(request).admit(request)
    async with request.form(max_files=0, max_fields=5) as form:
        _keys(request).admit_change(request, str(form.get(FIELD, "")))
    job = _jobs(request).apply(words(language_of(request))["apply"])
    return RedirectResponse(f"/edit/jobs/{job.id}", 303)


def _asked(given: Mapping[str, str]) -> list[dict[str, Any]]:
    """The corrections that a form asks for: where a value is not what it was."""
    claim = given.get("claim", "")
    match given.get("action"):
        case "reject" | "accept" as action:
            return [{"action": action, "claim": claim}]
        case "undo":
            return [{"action": "undo", "correction": given.get("correction", "")}]
        case "fix":
            changed = [name for name in given if given.get(f"was.{name}", given[name]) != given[name]]
            roles = [name.removeprefix("role.") for name in changed if name.startswith("role.")]
            asked: list[dict[str, Any]] = [
                {"action": "role", "claim": claim, "role": role, "fillers": _fillers(given[f"role.{role}"])}
                for role in roles
            ]
            if {"value", "unit", "comparator"} & set(changed):
                amount = {name: given.get(name, "") for name in ("value", "unit", "comparator")}
                asked.append({"action": "amount", "claim": claim, **amount})
            return asked
        case _:
            return []


def _fragment(given: Mapping[str, str]) -> str:
    """Where on the page the reader was: at a claim, or among the corrections."""
    return quote(given.get("claim", "").rpartition("/")[2] or "corrections")


def _fillers(text: str) -> list[str]:
    return [filler.strip() for filler in text.split(";") if filler.strip()]


def _is_inside(back: str) -> bool:
    return back.startswith("article/") and "//" not in back and "\\" not in back and ".." not in back


def _shown(
    claim: Mapping[str, Any], states: Sequence[Mapping[str, Any]], marks: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """A claim with what its form needs, its words, and what people decided about it and did not take back."""
    at = next((f"{mark['start']},{mark['end']}" for mark in marks if mark["claim"] == claim["iri"]), "")
    name = claim["iri"].rpartition("/")[2]
    decided = [state for state in states if state["claim"] == name and state["state"] != "undone"]
    return {**claim, "short": name, "roles": _roles(claim["headline"]), "decided": decided, "at": at}


def _roles(headline: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(role, "; ".join(end["name"] for end in ends)) for role, ends in headline["roles"].items()]


async def _chore(request: Request, chore: Mapping[str, Any]) -> Any:
    service = state(request).service
    async for event in run(chore, service, cwd=_jobs(request).incoming):
        if "error" in event:
            raise RefusedError(400, pathless(event["error"], service))
        if "result" in event:
            return event["result"]
    raise RefusedError(500, "This was interrupted.")


async def _page(request: Request, template: str, **values: Any) -> Response:
    """A page for somebody who may change something."""
    keys = _keys(request)
    try:
        keys.admit(request)
    except LoginError:
        return RedirectResponse("/edit/login", 303)
    session = keys.session(request)
    answer = page(request, template, csrf=keys.csrf(session), **values)
    answer.headers["cache-control"] = "no-store"
    keys.keep(answer, session)
    return answer


def _pasted(request: Request, form: FormData) -> Job:
    text = str(form["text"]).replace("\r\n", "\n")
    given = {name: str(form.get(name, "")).strip() for name in FIELDS}
    title = given["title"] or text.strip().partition("\n")[0][:80]
    line = {"id": f"pasted-{digest(text)}", "text": text, **{k: v for k, v in given.items() if v}}
    data = json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    return _jobs(request).accept("pasted.jsonl", data, title)


async def _uploaded(request: Request, file: UploadFile) -> Job:
    name = PurePath((file.filename or "").replace("\\", "/")).name
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise RefusedError(415, f"{name[:80]!r} is none of {', '.join(sorted(SUFFIXES))}.")
    data = await file.read()
    most = state(request).service.settings.max_bytes
    if len(data) > most:
        raise RefusedError(413, f"{name[:80]!r} is larger than {most} bytes.")
    return _jobs(request).accept(name, data, name)


def _linked(request: Request, event: Mapping[str, Any]) -> Mapping[str, Any]:
    """An event with the pages of the articles that it names."""
    base = state(request).edition.base
    articles = event.get("result", {}).get("articles", ())
    return {**event, "pages": [f"/edit/article/{iri.removeprefix(base)}" for iri in articles]}


def _most(request: Request) -> int:
    return state(request).service.settings.max_bytes


def _job(request: Request) -> Job:
    job = _jobs(request).known.get(request.path_params["id"])
    if job is None:
        raise RefusedError(404, "There is no such job; it may have ended before this server started.")
    return job


def _jobs(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


def _keys(request: Request) -> Keys:
    keys: Keys = request.app.state.keys
    return keys
