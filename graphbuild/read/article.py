"""What every format of input is turned into, before it is known to be usable."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what its input says about it, not yet checked.

    ``label`` is the input as the user named it, with ``:LINE`` for a line of a JSONL file: messages
    use it. ``source`` is the same without the line. ``warnings`` are (problem, remedy) pairs about
    something that was dropped or guessed. ``language`` is None where the input does not give one.
    """

    id: str
    text: str
    label: str
    source: str
    language: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    warnings: tuple[tuple[str, str], ...] = ()
