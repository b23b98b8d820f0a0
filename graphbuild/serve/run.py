"""Serving over HTTP/1.1, until somebody says stop."""

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette

from graphbuild.errors import SettingsError
from graphbuild.serve.app import application
from graphbuild.serve.edition import mark_of
from graphbuild.serve.patience import Impatient
from graphbuild.serve.service import Service, checked
from graphbuild.serve.watching import log_to_standard_error

MAX_HEAD = 65_536  # bytes of the request line and headers
BACKLOG = 512


class Server(uvicorn.Server):
    """Says where it listens, and tells the application before it waits for open connections to end."""

    def __init__(self, config: uvicorn.Config, app: Starlette, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.app = app
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.app.state.editions.stopping.set()
        await super().shutdown(sockets)


def run(service: Service, *, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; requests that are being answered are finished first.

    ``ready`` is called with the address as soon as it answers. Raises ``StoreError`` when there is no
    output, ``SettingsError`` when the address cannot be listened on or what is asked for would be unsafe.
    """
    log_to_standard_error()
    app = application(checked(service))
    mark_of(service.output)
    listening = _listening(service)
    config = uvicorn.Config(
        app,
        http=Impatient,  # h11: refuses what is ambiguous, and has no C of its own
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=MAX_HEAD,
        timeout_graceful_shutdown=int(service.time_limit) + 5,
        limit_concurrency=BACKLOG,
    )
    address = _address(service.host, listening.getsockname()[1])
    # Once it has stopped in good order, uvicorn raises the signal again, which says nothing new.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    with suppress(KeyboardInterrupt):
        Server(config, app, lambda: ready(address)).run(sockets=[listening])


def _listening(service: Service) -> socket.socket:
    family = socket.AF_INET6 if ":" in service.host else socket.AF_INET
    try:
        listening = socket.create_server((service.host, service.port), family=family, backlog=BACKLOG)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(
            f"Cannot listen on {service.host} port {service.port}: {reason}. "
            "Name another with --host or --port; port 0 takes a free one."
        ) from error
    # What is accepted inherits it; else the second packet of an answer waits 40 ms for the first.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
