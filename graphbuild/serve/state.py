"""What a request needs of the server that answers it."""

from dataclasses import dataclass

from starlette.requests import Request

from graphbuild.serve.edition import Edition, Editions
from graphbuild.serve.service import Service


@dataclass(frozen=True, slots=True)
class State:
    """The server, as one request sees it."""

    service: Service
    edition: Edition


def state(request: Request) -> State:
    """The state for a request: the edition stays the same until it is answered."""
    editions: Editions = request.app.state.editions
    return State(editions.service, editions.current)
