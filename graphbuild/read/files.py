"""From what the user typed (files, folders, globs) to a sorted list of files, each with its id."""

import glob
import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from graphbuild.errors import DocumentError
from graphbuild.report import Issue, Report

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl")
# As in store/layout.py, which stands above this room.
BUILD_MARK = ".graphbuild.lock"
BUILT = frozenset(
    {
        "graph.ttl",
        "graph.html",
        "documents.jsonl",
        "report.json",
        "quarantine.ttl",
        "store",
        ".graphbuild.pieces",
        ".graphbuild.seal",
    }
)
# What lies beside articles and is none, with no readable ending: nobody misses it.
NOTICE = re.compile(r"(?:README|LICEN[CS]E)\b|corrections\.ttl$", re.IGNORECASE)
LINK = ("is a link that leads out of the folder", "name the file that it leads to")
FORMATS = "readable are .txt, .md, .html, .htm and .jsonl files"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read: ``id`` is its document's id, ``name`` the path as the user gave it.

    ``name`` is for the system, ``label`` the same for people and for the graph.
    """

    id: str
    name: str

    @property
    def label(self) -> str:
        return printable_name(self.name)

    @property
    def path(self) -> Path:
        return Path(self.name)


def expand(inputs: Sequence[str], report: Report) -> list[Source]:
    """All files that ``inputs`` name, once each, in an order that does not depend on theirs.

    A file's id is its path relative to the folder given, or the path as given; a file reached in
    two ways takes the shorter id. What cannot be found or is no readable format is reported.
    """
    found: dict[str, Source] = {}
    for given in sorted(set(inputs)):
        try:
            for source in _expand_one(given, report):
                real = os.path.realpath(source.name)
                found[real] = min(found.get(real, source), source, key=lambda s: (len(s.id), s))
        except DocumentError as error:
            report.add(Issue(printable_name(given), error.problem, error.remedy))
    return sorted(found.values())


def _expand_one(given: str, report: Report) -> Iterator[Source]:
    if "\0" in given or not given:
        raise DocumentError("is not a path", "give a file, a folder, a glob or -")
    path = Path(given)
    if path.is_dir():
        yield from _folder(path, report)
    elif path.is_file():
        yield _file(path)
    elif os.path.lexists(given):
        raise DocumentError(
            "is not a regular file, or is a link that leads nowhere", "give a file or a folder"
        )
    elif glob.has_magic(given):
        yield from _glob(given, report)
    else:
        raise DocumentError("does not exist", "check the path")


def _file(path: Path) -> Source:
    if path.suffix.lower() not in SUFFIXES:
        kind = f"the ending {path.suffix}" if path.suffix else "no ending"
        raise DocumentError(f"has {kind}, which is not a format that is read", FORMATS)
    return Source(_id(path), str(path))


def _glob(pattern: str, report: Report) -> Iterator[Source]:
    matches = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 -- absolute globs too
    files = [match for match in matches if match.is_file() and match.suffix.lower() in SUFFIXES]
    yield from map(_file, files)
    # "**" has already gone into every folder that it names
    folders = [] if "**" in pattern else [match for match in matches if match.is_dir()]
    for folder in folders:
        yield from _folder(folder, report)
    if not files and not folders:
        raise DocumentError("matches no file that can be read", f"check the pattern; {FORMATS}")


def _folder(folder: Path, report: Report) -> Iterator[Source]:
    """Yield the folder's readable files; hidden ones and links to folders or out of it are left alone."""
    ignored: Counter[str] = Counter()
    count = 0
    home = folder.resolve()
    for directory, names, files in os.walk(folder, onerror=lambda error: _unreadable(error, report)):
        # What an earlier build left in its folder is no article.
        built = BUILT if BUILD_MARK in files else frozenset()
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in built)
        kept = (name for name in files if not name.startswith(".") and name not in built)
        for file in sorted(Path(directory, name) for name in kept):
            if _leads_out(file, home):
                report.add(Issue(printable_name(str(file)), *LINK))
            elif _special(file):
                ignored["no regular file"] += 1
            elif file.suffix.lower() in SUFFIXES:
                count += 1
                yield Source(_id(file.relative_to(folder)), str(file))
            elif not NOTICE.match(file.name):
                ignored[file.suffix.lower() or "no ending"] += 1
    if not count:
        raise DocumentError("is a folder without a file that can be read", FORMATS)
    if ignored:
        kinds = ", ".join(f"{kind} ({number})" for kind, number in sorted(ignored.items()))
        report.add(
            Issue(
                printable_name(str(folder)),
                f"files of other formats were left out: {kinds}",
                FORMATS,
                "warning",
            )
        )


def _leads_out(file: Path, home: Path) -> bool:
    """Whether it is a link to what nobody has named: a folder of articles may come from a stranger."""
    return file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(home)


def _special(file: Path) -> bool:
    """Whether it is a pipe, a socket or a device, at which reading might wait for ever."""
    try:
        return not stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False  # whoever opens it says why it cannot be read


def _unreadable(error: OSError, report: Report) -> None:
    report.add(
        Issue(
            printable_name(str(error.filename)),
            f"folder cannot be opened: {error.strerror}",
            "check its permissions",
        )
    )


def _id(path: PurePath) -> str:
    """Return the path with slashes, without what only says where this machine keeps it."""
    parts = (path.name,) if path.is_absolute() else [part for part in path.parts if part != ".."]
    return unicodedata.normalize("NFC", printable_name("/".join(parts)))


def printable_name(name: str) -> str:
    """Return a file name as text: bytes that are no UTF-8 and control characters become U+FFFD."""
    text = os.fsencode(name).decode("utf-8", "replace") if not name.isprintable() else name
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "\ufffd", text)
