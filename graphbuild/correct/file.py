"""``corrections.ttl`` of an output: read as a whole, only ever added to."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from graphbuild.amend import Correction
from graphbuild.amend.apply import FILE
from graphbuild.amend.nouns import Accept
from graphbuild.amend.standing import standing
from graphbuild.correct.decode import decode
from graphbuild.correct.encode import HEAD, encode, head
from graphbuild.correct.parse import parse
from graphbuild.errors import CorrectionError
from graphbuild.store.append import append
from graphbuild.store.disk import contents

Decide = Callable[[tuple[Correction, ...]], Correction]  # from what stands in the file, what is to be added


def read(output: Path) -> tuple[Correction, ...]:
    """All corrections of an output, in the order of their times; none where there is no file.

    Raises ``CorrectionError`` that names the line for a file that cannot be used, ``StoreError`` for
    one that cannot be read.
    """
    data = contents(output / FILE)
    return decode(parse(data)) if data.strip() else ()


def record(output: Path, decide: Decide, *, base: str) -> tuple[Correction, bool]:
    """Add one correction to the file, and say which it is and whether it is new.

    What already stands in force is not written again. What is written has been read back first, so
    that a build can always use what a program has written.
    """
    made: list[tuple[Correction, bool]] = []

    def addition(before: bytes) -> bytes:
        known = decode(parse(before)) if before.strip() else ()
        correction = decide(known)
        same = next((c for c in standing(known) if _says(c, correction)), None)
        same = same or next((c for c in known if c.id == correction.id), None)
        made.append((same or correction, same is None))
        return b"" if same else _block(before, correction, base)

    append(output / FILE, addition)
    return made[0]


def _says(known: Correction, correction: Correction) -> bool:
    """Whether a correction is known already. Who has compared a claim with its article makes a difference."""
    alone = not isinstance(known.change, Accept) or known.by == correction.by
    return alone and known.change == correction.change


def _block(before: bytes, correction: Correction, base: str) -> bytes:
    names = head(base)
    opening = f"{HEAD}\n{names}" if not before.strip() else "" if _knows(before, names) else f"\n{names}"
    gap = "" if not before or before.endswith(b"\n") else "\n"
    block = encode(correction, base=base)
    if decode(parse(f"{names}{block}".encode())) != (correction,):
        raise CorrectionError(f"{correction} does not read back as it was written. Please report it.")
    return f"{gap}{opening}\n{block}".encode()


def _knows(before: bytes, names: str) -> bool:
    """Whether the file's prefixes mean at its end what a block takes them to mean."""
    ours, theirs = (
        ox.parse(data, ox.RdfFormat.TURTLE, base_iri="http://a/") for data in (names.encode(), before)
    )
    for _ in (*ours, *theirs):
        pass
    return ours.prefixes.items() <= theirs.prefixes.items()
