"""What tests of several rooms share."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from small import fill


@pytest.fixture
def small_output(tmp_path: Path) -> Path:
    """One claim of one article, as a build would leave it."""
    output = tmp_path / "output"
    fill(output)
    return output


@pytest.fixture
def machine() -> Iterator[tuple[str, list[str]]]:
    """Another machine, as far as a question knows: its address, and the calls that it got."""
    calls: list[str] = []

    class Called(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            calls.append(self.path)
            self.send_error(500)

        do_GET = do_POST  # noqa: N815 - the name that the library calls

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Called) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", calls
        server.shutdown()
