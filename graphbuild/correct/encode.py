"""A correction as Turtle that a person can read and edit."""

from collections.abc import Iterator
from dataclasses import replace

from rdflib import URIRef

from graphbuild.amend.nouns import (
    Accept,
    Add,
    Change,
    Correction,
    Different,
    FixAmount,
    FixRole,
    Named,
    Quoted,
    Reject,
    Rename,
    Retype,
    Roles,
    Said,
    Same,
    Sum,
    Undo,
)
from graphbuild.amend.words import LANGUAGES, VERBS, in_words
from graphbuild.graph.corrections import ACTION
from graphbuild.graph.literals import decimal
from graphbuild.graph.turtle import quoted_text
from graphbuild.graph.vocabulary import ENTITY_CLASS, GB, PREFIXES, STATUS_TERM, kind_classes, role_property
from graphbuild.model import Amount, Span, Stance, digest

HEAD = """\
# What people corrected: one block for each decision, added by `graphbuild correct` and applied by the next
# `graphbuild build`. Nothing here is ever changed by a program, only added to. You may write into it by hand:
# the terms are those of the graph, and ontology/corrections.ttl says what a block must have.
"""
Rows = list[tuple[str, str]]  # (predicate, what it says)


def identified(base: str, change: Change, *, by: str, when: str, because: str) -> Correction:
    """The correction under a name that is made of all that it says."""
    bare = Correction("", change, by, when, because)
    return replace(bare, id=f"{base}correction/{VERBS[type(change)]}-{digest(repr(bare))[:10]}")


def head(base: str) -> str:
    """What stands at the top of the file, and again where a prefix has got another meaning."""
    names = {prefix: PREFIXES[prefix] for prefix in ("dcterms", "gb", "prov", "rdfs", "skos", "xsd")}
    return "".join(
        f"@prefix {p}: <{iri}> .\n" for p, iri in sorted({**names, "corr": f"{base}correction/"}.items())
    )


def encode(made: Correction, *, base: str) -> str:
    """One block; its first line is a comment that says it in words."""
    english, _ = (in_words(made.change, language) for language in LANGUAGES)
    rows = [
        ("a", f"gb:Correction, {_term(ACTION[type(made.change)])}"),
        ("prov:wasAssociatedWith", f"[ a prov:Agent ; rdfs:label {quoted_text(made.by)} ]"),
        ("prov:endedAtTime", f"{quoted_text(made.when)}^^xsd:dateTime"),
        ("rdfs:comment", quoted_text(made.because)),
        *_change(made.change, base),
    ]
    comment = quoted_text(english)[1:-1].replace('\\"', '"')
    return (
        f"# {comment}\n{_correction(made.id, base)}\n" + " ;\n".join(f"    {p} {o}" for p, o in rows) + " .\n"
    )


def _change(change: Change, base: str) -> Rows:  # noqa: PLR0911 - one a sort of change
    match change:
        case Same(one, other) | Different(one, other):
            return [("gb:corrects", f"{_entity(one)}, {_entity(other)}")]
        case Retype(entity, kind):
            return [("gb:corrects", _entity(entity)), ("gb:states", f"[ a {_term(ENTITY_CLASS[kind])} ]")]
        case Rename(entity, name):
            return [("gb:corrects", _entity(entity)), ("gb:states", f"[ rdfs:label {quoted_text(name)} ]")]
        case Reject(claim):
            return [("gb:corrects", _claim(claim))]
        case Accept(claim, amount):
            return [("gb:accepts", _claim(claim, [*_new(amount, None)]))]
        case FixAmount(claim, amount):
            stated = (
                [("gb:states", f"[ gb:amount {_sum(amount)} ]")] if amount else [("gb:removes", "gb:amount")]
            )
            return [("gb:corrects", _claim(claim)), *stated]
        case FixRole(claim, role, fillers, words):
            rows = [*_roles(((role, fillers),)), *_texts(((role, words),) if words else ())]
            emptied = [("gb:removes", _term(role_property(role)))]
            return [("gb:corrects", _claim(claim)), *([("gb:states", _inline(rows))] if rows else emptied)]
        case Add(claim, stance, amount, date):
            return [("gb:states", _claim(claim, [*_stance(stance), *_new(amount, date)]))]
        case Undo(correction):
            return [("gb:undoes", _correction(correction, base))]


def _claim(said: Said, more: Rows | None = None) -> str:
    """A description of several lines: a claim is the longest thing in the file."""
    home = [("dcterms:identifier", quoted_text(said.article.id))]
    home += [("gb:sha256", quoted_text(said.article.sha256))] if said.article.sha256 else []
    rows = [("a", _term(kind_classes()[said.kind]))]
    rows += [("dcterms:identifier", quoted_text(said.id))] if said.id else []
    rows += [("gb:inDocument", _inline(home))]
    rows += [("gb:evidence", _inline(_words(passage))) for passage in said.passages]
    rows += [*_roles(said.roles), *_texts(said.texts)]
    rows += [("gb:amount", _inline(_words(said.amount)))] if said.amount else []
    return "[\n" + " ;\n".join(f"        {p} {o}" for p, o in [*rows, *(more or [])]) + "\n    ]"


def _stance(stance: Stance) -> Rows:
    speaker = [("gb:attributedTo", quoted_text(stance.speaker.text))] if stance.speaker else []
    return [
        ("gb:status", _term(STATUS_TERM[stance.status])),
        ("gb:polarity", quoted_text(stance.polarity)),
        ("gb:certainty", quoted_text(stance.certainty)),
        *speaker,
    ]


def _new(amount: Sum | None, date: str | None) -> Iterator[tuple[str, str]]:
    if amount:
        yield "gb:amount", _sum(amount)
    if date:
        yield "gb:date", quoted_text(date)


def _sum(amount: Sum) -> str:
    place = Amount(Span(0, 1), amount.value, amount.unit)
    rows = [("gb:value", _number(amount.value))]
    rows += [("gb:maxValue", _number(amount.max_value))] if amount.max_value is not None else []
    rows += [("gb:currency" if place.is_money else "gb:unit", quoted_text(amount.unit))]
    return _inline([*rows, ("gb:comparator", quoted_text(amount.comparator)), *_words(amount.words)])


def _number(value: object) -> str:
    return str(decimal(value))  # type: ignore[arg-type]


def _words(quoted: Quoted) -> Rows:
    return [
        ("gb:start", str(quoted.start)),
        ("gb:end", str(quoted.end)),
        ("gb:quote", quoted_text(quoted.quote)),
    ]


def _roles(roles: Roles) -> Rows:
    return [(_term(role_property(role)), ", ".join(map(_entity, who))) for role, who in roles if who]


def _texts(texts: tuple[tuple[str, str], ...]) -> Rows:
    return [(_term(role_property(role)), quoted_text(words)) for role, words in texts]


def _entity(named: Named) -> str:
    rows = [("a", _term(ENTITY_CLASS[named.type])), ("rdfs:label", quoted_text(named.name))]
    rows += [("skos:altLabel", ", ".join(map(quoted_text, named.also)))] if named.also else []
    if named.document is not None:
        rows += [("gb:inDocument", _inline([("dcterms:identifier", quoted_text(named.document))]))]
    return _inline(rows)


def _inline(rows: Rows) -> str:
    return f"[ {' ; '.join(f'{p} {o}' for p, o in rows)} ]"


def _term(iri: URIRef) -> str:
    return f"gb:{iri.removeprefix(GB)}"


def _correction(iri: str, base: str) -> str:
    name = iri.removeprefix(f"{base}correction/")
    plain = name != iri and name.replace("-", "").isalnum() and name.isascii()
    return f"corr:{name}" if plain else f"<{iri}>"
