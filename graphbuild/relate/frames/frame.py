"""Frames: a verb or noun, what its slots mean, and example sentences. All of it is data.

``data/frames/<language>/*.toml`` holds them, one file a kind.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from graphbuild.data import table
from graphbuild.errors import OntologyError
from graphbuild.model import Kind, Status

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """What one group of verbs and nouns means.

    ``slots`` (for the verbs) and ``noun_slots`` (for the nouns) map a slot of `arguments` to a role, to
    "goal" (see ports) or to "-" (ignored). ``giver``, ``receiver`` and ``actor`` say which role the
    subject of a verb has that carries one of the nouns: "accorde un prêt", "obtient un prêt",
    "annonce un prêt"; who ``led`` it with one of these verbs is the giver: "le tour a été mené par
    X". ``needs`` must all be filled ("a|b" is either). ``amounts`` are the slots where
    the verb's amount may stand (none named: anywhere). ``status`` is what a plain
    past or present tense amounts to. ``corporate`` titles belong to the company that an
    article is about where it names none. ``light`` verbs step back when their object is a noun of a frame.
    ``payers`` names the sort (of ``payers.toml``) that who pays must be of: what a State brings is a grant.
    ``vague`` verbs mean their kind only with all that they need: no sum alone makes a claim of them.
    ``besides``: its phrases only add how it is done, and what the verb says by itself stands too.
    Who ``employs`` is the body of the office where no other is named.
    ``replaces`` are the slots of whom somebody comes after in an office.
    ``befalls`` is the role that who pays has as well: a company buys back its own shares.
    ``reflexive`` verbs mean this only with "se" (true: "s'offrir X") or only without it (false).
    """

    rule: str
    kind: Kind
    verbs: tuple[Phrase, ...] = ()
    nouns: tuple[Phrase, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)
    noun_slots: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    giver: str | None = None
    receiver: str | None = None
    actor: str | None = None
    led: tuple[str, ...] = ()
    status: Status = Status.DONE
    measure: str | None = None
    titled: bool = False
    light: bool = False
    reflexive: bool | None = None
    payers: str | None = None
    befalls: str | None = None
    corporate: bool = False
    vague: bool = False
    besides: bool = False
    replaces: tuple[str, ...] = ()
    employs: bool = False
    examples: tuple[Mapping[str, str], ...] = ()

    @property
    def in_passing(self) -> bool:
        """Whether its nouns only say what something is ("sa filiale"); a work with its sum is a deed."""
        return "self" in self.noun_slots and "amount" not in self.needs


@dataclass(frozen=True)
class Frames:
    """All frames of a language, by the first word of each phrase."""

    verbs: Mapping[str, tuple[tuple[Phrase, Frame], ...]]
    nouns: Mapping[str, tuple[tuple[Phrase, Frame], ...]]


@cache
def all_frames(language: str) -> tuple[Frame, ...]:
    """Every frame of the language, sorted by file and place."""
    folder = files("graphbuild.data").joinpath("frames", language)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(
        _frame(entry, f"{language}/{name.removesuffix('.toml')}/{n}")
        for name in names
        for n, entry in enumerate(table(f"frames/{language}/{name}")["frame"], start=1)
    )


@cache
def frames(language: str) -> Frames:
    verbs: dict[str, list[tuple[Phrase, Frame]]] = defaultdict(list)
    nouns: dict[str, list[tuple[Phrase, Frame]]] = defaultdict(list)
    for frame in all_frames(language):
        for phrase in frame.verbs:
            verbs[phrase[0]].append((phrase, frame))
        for phrase in frame.nouns:
            nouns[phrase[0]].append((phrase, frame))
    return Frames({k: tuple(v) for k, v in verbs.items()}, {k: tuple(v) for k, v in nouns.items()})


def _frame(entry: dict[str, Any], place: str) -> Frame:
    known = {*Frame.__dataclass_fields__, "id"} - {"rule"}
    if unknown := set(entry) - known:
        raise OntologyError(f"data/frames/{place}: unknown key {sorted(unknown)}; allowed: {sorted(known)}")
    entry = dict(entry)
    for key in ("verbs", "nouns"):
        entry[key] = tuple(tuple(_words(phrase)) for phrase in entry.get(key, ()))
    entry["kind"] = Kind(entry["kind"])
    entry["status"] = Status(entry.get("status", "done"))
    for key in ("needs", "examples", "amounts", "led", "replaces"):
        entry[key] = tuple(entry.get(key, ()))
    rule = place.rsplit("/", 1)[0] + "/" + entry.pop("id", place.rsplit("/", 1)[1])
    return Frame(rule=rule, **entry)


def _words(phrase: str) -> list[str]:
    """As the tokenizer cuts: "chiffre d'affaires" is chiffre, d', affaires."""
    return phrase.lower().replace("d'", "d' ").replace("l'", "l' ").split()
