"""A correction in a line, in English and in French; the words are in ``data/corrections.toml``."""

from typing import Final

from graphbuild.amend.matching import shown
from graphbuild.amend.nouns import (
    Accept,
    Add,
    Change,
    Different,
    FixAmount,
    FixRole,
    Reject,
    Rename,
    Retype,
    Same,
    Sum,
    Undo,
)
from graphbuild.data import table

LANGUAGES: Final = ("en", "fr")
# The verbs of `graphbuild correct`.
VERBS: Final[dict[type[Change], str]] = {
    Same: "same",
    Different: "different",
    Retype: "retype",
    Rename: "rename",
    Reject: "reject",
    Accept: "accept",
    FixAmount: "amount",
    FixRole: "role",
    Add: "add",
    Undo: "undo",
}


def in_words(change: Change, language: str) -> str:
    """What a change says.

    >>> in_words(Undo("https://example.org/correction/reject-1a2b"), "en")
    'reject-1a2b is taken back'
    """
    words = table("corrections.toml")
    return str(words[VERBS[type(change)]][language]).format(**_parts(change, language))


def _parts(change: Change, language: str) -> dict[str, str]:  # noqa: PLR0911 - one a sort of change
    words = table("corrections.toml")
    none = str(words["nothing"][language])
    match change:
        case Same(one, other) | Different(one, other):
            return {"one": one.name, "other": other.name}
        case Retype(entity, kind):
            return {"one": entity.name, "type": words["types"][language][kind]}
        case Rename(entity, name):
            return {"one": entity.name, "other": name}
        case FixAmount(claim, amount):
            return {"amount": _sum(amount) or none, "words": shown(claim.passages[0].quote)}
        case FixRole(claim, role, fillers, said):
            who = said or ", ".join(named.name for named in fillers) or none
            return {"role": role, "who": who, "words": shown(claim.passages[0].quote)}
        case Reject(claim) | Accept(claim) | Add(claim):
            return {"words": shown(claim.passages[0].quote)}
        case Undo(correction):
            return {"one": correction.rpartition("/")[2]}


def _sum(amount: Sum | None) -> str:
    if amount is None:
        return ""
    sign = "" if amount.comparator in {"=", "range"} else f"{amount.comparator} "
    high = f"–{amount.max_value:f}" if amount.max_value is not None else ""
    return f"{sign}{amount.value:f}{high} {amount.unit}"
