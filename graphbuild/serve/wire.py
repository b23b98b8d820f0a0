"""Messages between the server and its workers: two lengths, a JSON object, bytes."""

import asyncio
import json
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO, Final

LENGTHS: Final = struct.Struct("!IQ")  # of the JSON object, of the bytes after it


def packed(head: Mapping[str, Any], body: bytes = b"") -> bytes:
    """One message, ready to be written."""
    said = json.dumps(head).encode()
    return LENGTHS.pack(len(said), len(body)) + said + body


def taken(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message on a blocking stream, without its bytes; None at its end."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head: dict[str, Any] = json.loads(stream.read(LENGTHS.unpack(lengths)[0]))
    return head


async def received(stream: asyncio.StreamReader) -> tuple[dict[str, Any], bytes]:
    """The next message on an asynchronous stream; ``EOFError`` when the other side is gone."""
    head, body = LENGTHS.unpack(await stream.readexactly(LENGTHS.size))
    said: dict[str, Any] = json.loads(await stream.readexactly(head))
    return said, await stream.readexactly(body)
