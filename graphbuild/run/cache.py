"""Extracts kept between builds, one file each, under the name of all that decided them.

An entry is a checksum and MessagePack, decoded into the types of ``model`` and nothing else: no code can
come out of it. What is damaged or cut short is as good as not there.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from graphbuild.model import Amount, Claim, Document, Entity, Extract, Mention
from graphbuild.run.fingerprint import fingerprint
from graphbuild.store.disk import explained, remove

Found = tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Amount, ...], tuple[Claim, ...]]
CHECKSUM = 16  # bytes
DECODER = msgspec.msgpack.Decoder(Found)
ENCODER = msgspec.msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class Cache:
    """The extracts of an output; ``folder`` need not be there yet."""

    folder: Path

    def get(self, document: Document) -> Extract | None:
        """The extract of a document; None where it is not kept, or not whole."""
        try:
            data = self._file(document).read_bytes()
        except OSError:  # not there, or not ours to read
            return None
        if _checksum(data[CHECKSUM:]) != data[:CHECKSUM]:
            return None
        try:
            return Extract(document, *DECODER.decode(data[CHECKSUM:]))
        except msgspec.DecodeError:
            return None

    def put(self, extract: Extract) -> None:
        """Keeps an extract, whole or not at all. Raises ``StoreError`` when the disk refuses."""
        body = ENCODER.encode((extract.entities, extract.mentions, extract.amounts, extract.claims))
        file = self._file(extract.document)
        beside = file.with_suffix(f".{os.getpid()}.new")
        with explained(self.folder):
            self._make_way(file)
            try:
                beside.write_bytes(_checksum(body) + body)
                beside.replace(file)
            finally:
                beside.unlink(missing_ok=True)

    def prune(self, documents: Iterable[Document]) -> None:
        """Deletes what none of the documents uses, and what a build that was killed left half written."""
        used = {self._file(document) for document in documents}
        with explained(self.folder):
            for file in self._files():
                if file not in used:
                    remove(file)

    def _file(self, document: Document) -> Path:
        name = fingerprint(document)
        return self.folder / name[:2] / name[2:]

    def _files(self) -> Iterator[Path]:
        """What is kept; behind a link, which a stranger's output may have, nothing is ours."""
        folders = () if self.folder.is_symlink() else self.folder.glob("??")
        return (file for folder in folders if not folder.is_symlink() for file in folder.glob("*"))

    def _make_way(self, file: Path) -> None:
        """What stands where an entry belongs, and is none, gives way."""
        for folder in (self.folder, file.parent):
            if not folder.is_dir():
                remove(folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_dir():
            remove(file)


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=CHECKSUM).digest()
