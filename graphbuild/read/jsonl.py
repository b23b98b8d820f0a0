"""JSON Lines: one article a line, its text kept exactly as given."""

import codecs
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from graphbuild.errors import DocumentError
from graphbuild.read.article import Article
from graphbuild.read.values import one_line, web_address, when
from graphbuild.report import Issue, Report

CHUNK = 1 << 20
WANTED = 'a line is {"id": "...", "text": "..."} and, if known, "language", "title", "published", "url"'
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_jsonl(lines: Iterable[bytes], name: str, *, max_bytes: int, report: Report) -> Iterator[Article]:
    """Yield the article of each line; a line that cannot be used becomes an Issue ``name:LINE``.

    ``lines`` come from ``bounded_lines``: one longer than ``max_bytes`` has been cut.
    """
    found = False
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.startswith(UTF16):
            raise DocumentError("is UTF-16; JSON Lines is UTF-8", "save it as UTF-8")
        label = f"{name}:{number}"
        try:
            if not is_blank(line):
                found = True
                yield parse_line(_whole(line, max_bytes), label, name)
        except DocumentError as error:
            report.add(Issue(label, error.problem, error.remedy))
    if not found:
        raise DocumentError("is empty", "remove it, or put articles into it; " + WANTED)


def bounded_lines(stream: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """Yield the lines of ``stream``; of one that is too long, its first ``max_bytes + 1`` bytes."""
    return iter(lambda: _next_line(stream, max_bytes), b"")


def is_blank(line: bytes) -> bool:
    """Whether a line holds nothing, but perhaps the byte order mark of its file."""
    return not line.removeprefix(codecs.BOM_UTF8).strip()


def _whole(line: bytes, max_bytes: int) -> bytes:
    if len(line) > max_bytes:
        raise DocumentError(f"is longer than {max_bytes} bytes", "split it, or raise max_bytes")
    return line.removeprefix(codecs.BOM_UTF8)


def _next_line(stream: BinaryIO, max_bytes: int) -> bytes:
    line = stream.readline(max_bytes + 1)
    rest = line
    while len(line) > max_bytes and rest and not rest.endswith(b"\n"):
        rest = stream.readline(CHUNK)
    return line


def parse_line(line: bytes, label: str, source: str) -> Article:
    """Read one line; raises DocumentError naming the field that is wrong."""
    values = _object(line)
    warnings: list[tuple[str, str]] = []
    return Article(
        id=_required(values, "id"),
        text=_required(values, "text"),
        label=label,
        source=source,
        language=_string(values, "language"),
        title=_optional(values, "title", warnings, one_line),
        published=_optional(values, "published", warnings, when),
        url=_optional(values, "url", warnings, web_address),
        warnings=tuple(warnings),
    )


def _object(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line.decode("utf-8"), object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        raise DocumentError(f"is broken UTF-8 at byte {error.start}", "save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise DocumentError(f"is not valid JSON: {error.msg} at character {error.pos}", WANTED) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits; 100,000 brackets
        raise DocumentError("is JSON too deep or with too long a number", WANTED) from error
    if not isinstance(values, dict):
        raise DocumentError(f"is a JSON {_json_type(values)}, not an object", WANTED)
    return values


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, of which nobody could say which value is meant where a field stands twice."""
    values = dict(pairs)
    if len(values) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise DocumentError(f"has {json.dumps(twice[:80])} twice", "leave one of the two")
    return values


def _required(values: dict[str, Any], key: str) -> str:
    value = _string(values, key)
    if value is None:
        raise DocumentError(f'has no "{key}"', WANTED)
    if key == "id" and (not value.strip() or re.search(r"[\x00-\x1f\x7f]", value)):
        raise DocumentError('has an "id" that is blank or holds control characters', "give a plain id")
    return value


def _string(values: dict[str, Any], key: str) -> str | None:
    value = values.get(key)
    if value is not None and not isinstance(value, str):
        raise DocumentError(f'has a "{key}" that is a {_json_type(value)}, not a string', WANTED)
    if value is not None and re.search("[\ud800-\udfff]", value):
        raise DocumentError(
            f'has half a character (a lone surrogate escape such as "\\ud83d") in "{key}"',
            "write the character itself, or both halves",
        )
    return value


def _optional(
    values: dict[str, Any], key: str, warnings: list[tuple[str, str]], check: Callable[[str], str]
) -> str | None:
    """Return a string that the article can do without; what is wrong with it becomes a warning."""
    try:
        value = _string(values, key)
        return (check(value) or None) if value else None
    except DocumentError as error:
        warnings.append((f"{error.problem}: it was left out", error.remedy))
        return None


def _json_type(value: object) -> str:
    names: dict[type, str] = {
        dict: "object",
        list: "list",
        str: "string",
        bool: "true or false",
        type(None): "null",
    }
    return names.get(type(value), "number")
