"""Who may change something: this machine or whoever has the secret, and only from a page of ours."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from graphbuild.serve.answers import RefusedError
from graphbuild.serve.service import Service, is_loopback

COOKIE: Final = "graphbuild"
FIELD, HEADER = "csrf", "x-csrf-token"


class LoginError(RefusedError):
    """The secret is missing."""

    def __init__(self) -> None:
        super().__init__(401, "Changing the graph needs the secret that this server was started with.")


@dataclass(frozen=True, slots=True)
class Keys:
    """What this server process gave to browsers; nothing of it outlives the process."""

    service: Service
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    trusted: set[str] = field(default_factory=set)  # sessions that showed the secret

    def session(self, request: Request) -> str:
        """The browser's session, a new one where it has none."""
        return request.cookies.get(COOKIE) or secrets.token_urlsafe(24)

    def csrf(self, session: str) -> str:
        """What a page of ours puts into its forms; no other page can read it."""
        return hmac.new(self.secret, session.encode(), hashlib.sha256).hexdigest()

    def keep(self, answer: Response, session: str) -> None:
        answer.set_cookie(COOKIE, session, httponly=True, samesite="strict", path="/edit")

    def admit(self, request: Request) -> None:
        """Raise ``RefusedError`` for whoever may not even see the pages for changing."""
        client = request.client.host if request.client else ""
        if self.service.token is None:
            if not is_loopback(client):
                raise RefusedError(403, "Without a secret only this machine itself may change the graph.")
        elif not self._bearer(request) and request.cookies.get(COOKIE) not in self.trusted:
            raise LoginError

    def admit_change(self, request: Request, given: str) -> None:
        """The same for a change; ``given`` is what came in the form."""
        self.admit(request)
        if self._bearer(request):  # no browser adds that by itself
            return
        self.same_origin(request)
        session = request.cookies.get(COOKIE, "")
        sent = request.headers.get(HEADER, given)
        if not session or not hmac.compare_digest(sent.encode(), self.csrf(session).encode()):
            raise RefusedError(403, "This form is not from this server, or is too old. Load the page again.")

    def same_origin(self, request: Request) -> None:
        """Raise ``RefusedError`` where another site's page sends the request."""
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        foreign = origin is not None and urlsplit(origin).netloc != request.headers["host"]
        if foreign or site not in {None, "same-origin", "none"}:
            raise RefusedError(403, "Another site's page sent this.")

    def open(self, given: str, session: str) -> bool:
        """Whether this is the secret; then the session has shown it."""
        token = self.service.token or ""
        right = bool(token) and hmac.compare_digest(given.encode(), token.encode())
        if right:
            self.trusted.add(session)
        return right

    def _bearer(self, request: Request) -> bool:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        token = self.service.token
        same = token is not None and hmac.compare_digest(given.strip().encode(), token.encode())
        return scheme.lower() == "bearer" and same
