"""What a running server says of itself: a log line a request, figures for a monitor, whether it is well."""

import json
import logging
import sys
import time
from dataclasses import dataclass, field
from typing import Any, Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphbuild.errors import QueryError
from graphbuild.serve.state import state

ROOMS: Final = frozenset(
    {"sparql", "id", "search", "query", "questions", "ontology", "static", "edit", "explore"}
)
METHODS: Final = frozenset({"GET", "HEAD", "POST"})
TOLD: Final = ("event", "detail", "mark", "method", "path", "status", "ms", "bytes", "client")
log = logging.getLogger("graphbuild.serve.request")


class Lines(logging.Formatter):
    """One JSON object a line, so that nothing of a request can pretend to be another line."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        said |= {name: getattr(record, name) for name in TOLD if hasattr(record, name)}
        if record.exc_info:
            said["exception"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=True)


def log_to_standard_error() -> None:
    """Send what the server and all it stands on have to say to standard error, each as a line of JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    # The root: asyncio and what else speaks up must not write a bare line between ours.
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    logging.getLogger("graphbuild.serve").setLevel(logging.INFO)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted; paths by their first word, so that nobody can fill the memory with names."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    requests: Counter = field(init=False)
    seconds: Histogram = field(init=False)
    under_way: Gauge = field(init=False)
    quads: Gauge = field(init=False)
    changes: Gauge = field(init=False)

    def __post_init__(self) -> None:
        def make(kind: type, name: str, about: str, *labels: str) -> Any:
            return kind(f"graphbuild_{name}", about, labels, registry=self.registry)

        kinds = {
            "requests": make(Counter, "requests", "Requests answered.", "room", "method", "status"),
            "seconds": make(Histogram, "request_seconds", "Time until the whole answer was sent.", "room"),
            "under_way": make(Gauge, "requests_under_way", "Requests that are being answered."),
            "quads": make(Gauge, "quads", "Statements in the output that is served."),
            "changes": make(
                Gauge, "output_changes", "How often a build has replaced the output since the start."
            ),
        }
        for name, value in kinds.items():
            object.__setattr__(self, name, value)


class Watched:
    """ASGI middleware: counts and logs every request, refused ones too."""

    def __init__(self, app: ASGIApp, figures: Figures) -> None:
        self.app = app
        self.figures = figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status, size = time.perf_counter(), 500, 0

        async def seen(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        with self.figures.under_way.track_inprogress():
            try:
                await self.app(scope, receive, seen)
            finally:
                self._told(scope, status, size, time.perf_counter() - began)

    def _told(self, scope: Scope, status: int, size: int, seconds: float) -> None:
        room = scope["path"].split("/")[1]
        room = room if room in ROOMS else "other"
        method = scope["method"] if scope["method"] in METHODS else "other"
        self.figures.requests.labels(room, method, str(status)).inc()
        self.figures.seconds.labels(room).observe(seconds)
        client = (scope.get("client") or ("",))[0]
        said = {
            "method": method,
            "path": scope["path"][:300],
            "status": status,
            "bytes": size,
            "client": client,
        }
        log.info("answered", extra={"event": "request", "ms": round(seconds * 1000, 1), **said})


async def health(request: Request) -> Response:
    """200 where questions are answered now, 503 where they are not."""
    here = state(request)
    try:
        await here.edition.read({"do": "about"}, limit=5)
    except QueryError:
        return JSONResponse({"status": "failing"}, 503, headers={"cache-control": "no-store"})
    counts = {name: here.edition.counts[name] for name in ("quads", "documents", "claims", "facts")}
    return JSONResponse({"status": "ok", **counts}, headers={"cache-control": "no-store"})


async def metrics(request: Request) -> Response:
    """The figures, as Prometheus reads them."""
    figures: Figures = request.app.state.figures
    figures.quads.set(state(request).edition.counts["quads"])
    figures.changes.set(request.app.state.editions.changes)
    body = generate_latest(figures.registry)
    return Response(body, headers={"content-type": CONTENT_TYPE_LATEST, "cache-control": "no-store"})
