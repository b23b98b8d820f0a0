"""The ASGI application: which path is answered by what."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graphbuild.errors import GraphBuildError
from graphbuild.serve import editing
from graphbuild.serve.answers import RefusedError, explained, refused
from graphbuild.serve.asking import asked, editor, listed
from graphbuild.serve.doors import Doors
from graphbuild.serve.edition import Editions, close, opened
from graphbuild.serve.exploring import added, explored
from graphbuild.serve.finding import searched
from graphbuild.serve.jobs import Jobs
from graphbuild.serve.keys import Keys
from graphbuild.serve.linked import based, identified
from graphbuild.serve.service import Service
from graphbuild.serve.sparql import sparql
from graphbuild.serve.starting import start
from graphbuild.serve.vocabulary import ontology
from graphbuild.serve.watching import Figures, Watched, health, metrics


async def sheet(_request: Request) -> Response:
    """The style sheet of the page, which the server's pages share."""
    return FileResponse(str(files("graphbuild") / "data" / "page" / "page.css"))


STATIC: Final = files("graphbuild") / "data" / "serve" / "static"
ROUTES: Final = (
    Route("/", start),
    Route("/sparql", sparql, methods=["GET", "POST"]),
    Route("/health", health),
    Route("/metrics", metrics),
    Route("/search", searched),
    Route("/explore", explored),
    Route("/explore/part", added),
    Route("/query", editor),
    Route("/questions", listed),
    Route("/questions/{name}", asked),
    Route("/id/{name:path}", identified),
    Route("/ontology", ontology),
    Route("/static/page.css", sheet),
    Mount("/static", StaticFiles(directory=str(STATIC))),
    Route("/{path:path}", based),
)


EDITING: Final = (
    Route("/edit/", editing.adding),
    Route("/edit/login", editing.login, methods=["GET", "POST"]),
    Route("/edit/add", editing.add, methods=["POST"]),
    Route("/edit/jobs/{id}", editing.job_page),
    Route("/edit/jobs/{id}/events", editing.events),
    Route("/edit/article/{name:path}", editing.article),
    Route("/edit/correct", editing.correct, methods=["POST"]),
    Route("/edit/apply", editing.apply, methods=["POST"]),
)


def application(service: Service) -> Starlette:
    """The application for one output. Its workers start with it and end with it."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        with TemporaryDirectory(prefix="graphbuild-") as folder:
            scratch = Path(folder)
            editions = app.state.editions = Editions(service, scratch, await opened(service, scratch))
            watching = asyncio.create_task(editions.watch())
            jobs = app.state.jobs = Jobs(service, editions)
            if service.edit:
                jobs.resume()
            working = asyncio.create_task(jobs.work())
            yield
            editions.stopping.set()
            working.cancel()
            await asyncio.wait({watching, working})
            await close(editions.current)

    figures = Figures()
    app = Starlette(
        routes=[*(EDITING if service.edit else ()), *ROUTES],
        middleware=[Middleware(Watched, figures=figures), Middleware(Doors, service=service)],
        exception_handlers={RefusedError: refused, GraphBuildError: explained},
        lifespan=lifespan,
    )
    app.state.figures = figures
    app.state.keys = Keys(service)
    return app
