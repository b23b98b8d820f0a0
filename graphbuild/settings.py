"""``graphbuild.toml`` and the command line, merged into one frozen ``Settings``.

base = "https://example.org/news/"   # IRI under which the graph's nodes live
output = "output"                    # folder that a build writes
max_bytes = 20_000_000               # longest file or JSONL line that is read
max_chars = 200_000                  # longest article that is read, in characters
languages = ["fr", "en"]             # articles in another language are skipped
jobs = 1                             # processes that read articles at once
"""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from graphbuild.errors import SettingsError

FILE_NAME = "graphbuild.toml"
LANGUAGES = ("fr", "en")
# RFC 3987: no space, control character, <>"{}|\^` in an IRI. No "#": passages are fragments of documents.
BASE_IRI = re.compile(r'https?://[^\s\x00-\x20\x7f<>"{}|\\^`/?#]+(?:/[^\s\x00-\x20\x7f<>"{}|\\^`#?]*)?/')


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a user can decide. Sizes are bytes and code points."""

    base: str = "https://w3id.org/graphbuild/id/"
    output: Path = Path("output")
    max_bytes: int = 20_000_000
    max_chars: int = 200_000
    languages: tuple[str, ...] = LANGUAGES
    jobs: int = 1


KEYS = tuple(field.name for field in fields(Settings))


def load_settings(path: Path | None = None, **overrides: Any) -> Settings:
    """Load ``path`` (default: ``graphbuild.toml`` of the working folder, if it is there).

    ``overrides`` come from the command line and win; None means "not given". Raises SettingsError
    for an unreadable file, an unknown key, a wrong type or a value that is not allowed.
    """
    values = _from_file(path)
    where = dict.fromkeys(values, str(path or FILE_NAME))
    given = {key: value for key, value in overrides.items() if value is not None}
    values.update(given)
    where.update(dict.fromkeys(given, "the command line"))
    return Settings(**{key: _checked(key, value, where[key]) for key, value in values.items()})


def _from_file(path: Path | None) -> dict[str, Any]:
    file = path or Path(FILE_NAME)
    if path is None and not file.exists():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"The settings file {file} cannot be read: {error.strerror}. Check its path and permissions."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"The settings file {file} is not valid TOML: {error}. Correct it.") from error


def _checked(key: str, value: Any, where: str) -> Any:
    if key not in KEYS:
        raise SettingsError(
            f"Unknown setting {key!r} in {where}. Allowed: {', '.join(KEYS)}. Remove it or correct its name."
        )
    check = {"base": _base, "output": _output, "languages": _languages}.get(key, _positive)
    try:
        return check(value)
    except ValueError as error:
        raise SettingsError(f"Setting {key!r} in {where} is {value!r}. {error}") from None


def _base(value: Any) -> str:
    if not isinstance(value, str) or not BASE_IRI.fullmatch(value):
        raise ValueError(
            "It must be a string: an absolute http or https IRI that ends in /, without spaces, ? and #"
            ' or any of <>"{}|\\^`, such as "https://example.org/news/".'
        )
    return value


def _output(value: Any) -> Path:
    if not isinstance(value, str | Path) or not str(value) or "\0" in str(value):
        raise ValueError('It must be a string: the path of a folder, such as "output".')
    return Path(value)


def _positive(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("It must be a whole number, 1 or more, such as 200000.")
    return value


def _languages(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not value or any(v not in LANGUAGES for v in value):
        raise ValueError('It must be a list of one or more of "fr" and "en", such as ["fr", "en"].')
    return tuple(language for language in LANGUAGES if language in value)
