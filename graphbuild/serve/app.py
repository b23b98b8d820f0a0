"""The ASGI application: which path is answered by what."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from graphbuild.errors import GraphBuildError
from graphbuild.serve.answers import RefusedError, explained, refused
from graphbuild.serve.doors import Doors
from graphbuild.serve.edition import Editions, close, opened
from graphbuild.serve.service import Service
from graphbuild.serve.sparql import sparql

ROUTES = (Route("/sparql", sparql, methods=["GET", "POST"]),)


def application(service: Service) -> Starlette:
    """The application for one output. Its workers start with it and end with it."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        editions = app.state.editions = Editions(service, await opened(service))
        watching = asyncio.create_task(editions.watch())
        yield
        editions.stopping.set()
        await watching
        await close(editions.current)

    return Starlette(
        routes=ROUTES,
        middleware=[Middleware(Doors, service=service)],
        exception_handlers={RefusedError: refused, GraphBuildError: explained},
        lifespan=lifespan,
    )
