"""Which claim a person means, and how it is described so that it is found again."""

from dataclasses import replace
from decimal import Decimal

from rdflib import PROV

from graphbuild.amend.nouns import Accept, Article, Named, Quoted, Roles, Said, Sum
from graphbuild.correct.entities import IRI
from graphbuild.correct.nodes import Nodes
from graphbuild.data import table
from graphbuild.errors import AmbiguousError, CorrectionError
from graphbuild.graph.vocabulary import GB, kind_classes, role_property
from graphbuild.model import Comparator, Kind, fold

SHORTEST = 4  # characters of a claim's short name


def claim(words: str, nodes: Nodes) -> Said:
    """The claim that these words mean, as it was read.

    Raises ``AmbiguousError`` with the choices, ``CorrectionError`` where there is none, or where a
    person has added it.
    """
    return said(_as_read(node_of(words, nodes), nodes), nodes)


def accepted(words: str, nodes: Nodes) -> Accept:
    """The claim that these words mean, as it is now, with its amount as it is understood.

    Raises like ``claim``, and ``CorrectionError`` where a person has put it aside.
    """
    node = node_of(words, nodes)
    if by := nodes.values(node, PROV.wasInvalidatedBy):
        instead = [n for n in nodes.subjects(PROV.wasRevisionOf, node) if str(GB.Claim) in nodes.types(n)]
        remedy = f"What is read now is {_short(instead[0])}." if instead else "Take that back first."
        raise CorrectionError(f"{_short(node)} was put aside by {_short(by[0])}. {remedy}")
    described, amount = said(node, nodes), nodes.value(node, GB.amount)
    if amount is None or described.amount is None:
        return Accept(described)
    return Accept(replace(described, amount=None), _sum(amount, described.amount, nodes))


def _short(node: str) -> str:
    return node.rpartition("/")[2]


def _sum(amount: str, words: Quoted, nodes: Nodes) -> Sum:
    value, high = nodes.value(amount, GB.value), nodes.value(amount, GB.maxValue)
    unit = nodes.value(amount, GB.currency) or nodes.value(amount, GB.unit)
    comparator = Comparator(nodes.value(amount, GB.comparator) or "=")
    return Sum(words, Decimal(value or ""), unit or "", comparator, Decimal(high) if high else None)


def node_of(words: str, nodes: Nodes) -> str:
    """The IRI of the claim: what is read, and also what a person has put aside."""
    name = words.rpartition("/")[2] if IRI.fullmatch(words) else words.removeprefix("claim:").strip()
    found = nodes.claims(name) if len(name) >= SHORTEST else []
    exact = [node for node in found if words == node or node.rpartition("/")[2] == name]
    found = exact or ([] if IRI.fullmatch(words) else found)
    if not found:
        raise CorrectionError(
            f"There is no claim {words!r} in the graph. "
            "The last column of `graphbuild ask evidence --entity NAME` has the names of claims."
        )
    if len(found) > 1:
        choices = tuple(
            (node, nodes.value(quote, GB.quote) or "")
            for node in found
            for quote in _passages(node, nodes)[:1]
        )
        raise AmbiguousError(f"{words!r} is the beginning of several claims:", choices)
    return found[0]


def _as_read(node: str, nodes: Nodes) -> str:
    """The claim as the program read it, where a person has mended it."""
    made = nodes.values(node, PROV.wasGeneratedBy)
    read = nodes.value(node, PROV.wasRevisionOf)
    if made and read is None:
        raise CorrectionError(
            f"{node.rpartition('/')[2]} was added by a person. Take it back with `graphbuild correct undo "
            f"{made[0].rpartition('/')[2]}`, and add it anew if it is to say something else."
        )
    return read or node


def said(node: str, nodes: Nodes) -> Said:
    """The claim by its article, its words, its kind and who is in it."""
    kind = kind_of(node, nodes)
    home = nodes.value(node, GB.inDocument) or ""
    passages = tuple(sorted(quoted(passage, nodes) for passage in _passages(node, nodes)))
    amount = nodes.value(node, GB.amount)
    words = nodes.value(amount, GB.evidence) if amount else None
    return Said(
        article=Article(nodes.article(node), nodes.value(home, GB.sha256)),
        kind=kind,
        passages=passages,
        roles=_roles(node, kind, home, passages, nodes),
        texts=tuple(
            sorted(
                (role, text)
                for role in table("kinds.toml")[kind]["texts"]
                for text in nodes.values(node, role_property(role))[:1]
            )
        ),
        amount=quoted(words, nodes) if words else None,
        id=node.rpartition("/")[2],
    )


def kind_of(node: str, nodes: Nodes) -> Kind:
    types = nodes.types(node)
    return next(kind for kind, term in kind_classes().items() if str(term) in types)


def quoted(passage: str, nodes: Nodes) -> Quoted:
    start, quote = nodes.value(passage, GB.start), nodes.value(passage, GB.quote) or ""
    return Quoted(int(start or 0), int(start or 0) + len(quote), quote)


def _passages(node: str, nodes: Nodes) -> list[str]:
    return nodes.values(node, GB.evidence)


def _roles(node: str, kind: Kind, home: str, passages: tuple[Quoted, ...], nodes: Nodes) -> Roles:
    """Who is in the claim, under the names that its words give them."""
    found = []
    for role in table("kinds.toml")[kind]["roles"]:
        who = [_filler(entity, home, passages, nodes) for entity in nodes.values(node, role_property(role))]
        found += [(role, tuple(sorted(who, key=repr)))] if who else []
    return tuple(sorted(found))


def _filler(entity: str, home: str, passages: tuple[Quoted, ...], nodes: Nodes) -> Named:
    kind, label = nodes.entity_type(entity), nodes.label(entity)
    if kind is None:
        raise CorrectionError(f"<{entity}> is no entity; build again.")
    forms = {form for p in passages for form in nodes.forms(entity, home, p.start, p.end)}
    return Named(kind, label, tuple(sorted(form for form in forms if fold(form) != fold(label))))
