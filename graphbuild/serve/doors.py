"""What a request must pass before anything of it is read: its name for us, its headers, its size."""

from ipaddress import ip_address
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graphbuild.serve.answers import said
from graphbuild.serve.patience import SlowError, hurried
from graphbuild.serve.service import LOCAL_NAMES, Service

MAX_QUESTION: Final = 2**20  # bytes of a body
UPLOADS: Final = "/edit/add"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not "no-referrer": then browsers send "Origin: null" with our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}


class TooMuchError(Exception):
    """A body that is larger than it may be."""


class Doors:
    """ASGI middleware: refuses before the application sees anything, and closes every answer's windows."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self.app = app
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers, most = Headers(scope=scope), self._most(scope["path"])
        if refusal := self._refusal(headers, most):
            await said(*refusal)(scope, receive, _closing(_covered(send)))
            return
        try:
            await self.app(scope, _counted(hurried(receive), most), _covered(send))
        except TooMuchError:
            await said(413, _too_large(most))(scope, receive, _closing(_covered(send)))
        except SlowError:
            await said(408, "The rest of the body has not come.")(scope, receive, _closing(_covered(send)))

    def _most(self, path: str) -> int:
        return self.service.settings.max_bytes * 2 if path == UPLOADS else MAX_QUESTION

    def _refusal(self, headers: Headers, most: int) -> tuple[int, str] | None:
        hosts, lengths = headers.getlist("host"), headers.getlist("content-length")
        if len(hosts) != 1 or not known_host(hosts[0], self.service):
            # DNS rebinding: a page of a stranger's whose name leads here all of a sudden.
            return 421, "This server is not reached under that name. Its --name option can add one."
        if headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            # It could read nothing, but make us work; who follows a link from there comes by itself.
            return 403, "Another site's page asked this."
        if len(lengths) > 1 or (lengths and "transfer-encoding" in headers):
            return 400, "The length of the body is given twice."
        if headers.get("content-encoding", "identity").lower() != "identity":
            return 415, "Compressed bodies are not read. Send it as it is."
        if lengths and int(lengths[0]) > most:
            return 413, _too_large(most)
        return None


def known_host(host: str, service: Service) -> bool:
    """Whether a Host header names this server: by address, or by a name that it was told.

    A stranger's page can make a name of its own lead here, but never an address.
    """
    name = _without_port(host).lower().rstrip(".")
    if name in {*LOCAL_NAMES, service.host.lower(), *(n.lower() for n in service.names)}:
        return True
    try:
        return bool(ip_address(name))
    except ValueError:
        return False


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _too_large(most: int) -> str:
    return f"The body is larger than {most} bytes."


def _counted(receive: Receive, most: int) -> Receive:
    seen = 0

    async def counting() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise TooMuchError
        return message

    return counting


def _covered(send: Send) -> Send:
    async def covering(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return covering


def _closing(send: Send) -> Send:
    """After a refusal the rest of the request is not read, so the connection ends."""

    async def closing(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["connection"] = "close"
        await send(message)

    return closing
