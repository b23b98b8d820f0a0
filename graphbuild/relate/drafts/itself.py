"""What a noun is said of: itself, the names it lists, who is one: "X operates as a unit of Y"."""

from graphbuild.model import Entity, Kind
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.landing import may_fill
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.frames import accepts
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.phrases import entities_at, examples_at, own_unit
from graphbuild.relate.syntax.tree import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_verb


def land_self(tree: Tree, result: Draft, match: Match) -> None:
    """What the noun itself names or describes: "sa filiale" is one thing, whose it is another."""
    role, _, only = match.frame.noun_slots.get("self", "").partition(":")
    if not role:
        return
    here = own_unit(tree, match.head) or _as_such(tree, match.head) or _own_entities(tree, match.head)
    if any(e.named for e in _predicated_of(tree, match.head)):
        here = [e for e in here if e.named]  # "X is a unit of Y": X is meant
    for entity in (e for e in here if accepts(result.kind, role, e.type) and may_fill(tree, role, e)):
        investor = match.frame.in_passing and result.kind is Kind.INVESTMENT
        unnamed = investor and not entity.named  # "its investors cheered" says nothing
        if only in {"", entity.type.value} and not unnamed:
            result.fill(role, [entity], Way("self", match.head))


def _predicated_of(tree: Tree, noun: int) -> list[Entity]:
    """Of whom a noun is the predicate: "X became a unit of Y"."""
    verb = tree.tokens[noun].head
    said = tree.language == "en" and tree.tokens[noun].dep == "attr" and is_verb(tree, verb)
    return [e for s in subjects(tree, verb) for e in entities_at(tree, s)] if said else []


def _own_entities(tree: Tree, noun: int) -> list[Entity]:
    """What a noun is; nothing of its own where names behind say it: "its subsidiaries include X"."""
    listing = tree.tokens[tree.tokens[noun].head].lemma in syntax_words(tree.language).including_verbs
    if listing and tree.tokens[noun].dep in SUBJECTS:
        return []
    own = [tree.entities[m.entity] for m in tree.mentions(noun)]
    named = [] if any(e.named for e in own) or tree.language != "en" else examples_at(tree, noun)
    return named or own


def _as_such(tree: Tree, noun: int) -> list[Entity]:
    """As in "X operates as a unit of Y", "chose X as its supplier", "counts X among its clients"."""
    verb = _said_as(tree, noun)
    if verb is None:
        return []
    counted = tree.tokens[verb].lemma in syntax_words(tree.language).counting_verbs
    objects = tree.children(verb, *OBJECTS) or tree.children(verb, *PASSIVE_SUBJECTS)
    meant = objects or ([] if counted else subjects(tree, verb))
    return [e for t in meant for e in entities_at(tree, t)]


def _said_as(tree: Tree, noun: int) -> int | None:
    """The verb that says what something is: "operates as a unit", "counts X among its clients"; else None."""
    preposition = tree.tokens[noun].head
    verb = tree.tokens[preposition].head
    if tree.language != "en" or tree.tokens[noun].dep != "pobj" or not is_verb(tree, verb):
        return None
    counted = tree.tokens[verb].lemma in syntax_words(tree.language).counting_verbs
    return verb if tree.word(preposition) == "as" or (tree.word(preposition) == "among" and counted) else None


def is_had(tree: Tree, noun: int) -> bool:
    """As in "X has customers including Y"."""
    token = tree.tokens[noun]
    return token.dep in OBJECTS and tree.tokens[token.head].lemma in syntax_words(tree.language).having_verbs


def told_by(tree: Tree, noun: int) -> int | None:
    """The verb on which it rests that a description is true: "is no unit of Y"; None in passing.

    A plain "is" adds nothing: "X is a shareholder of Y, however he could sell" is true of now.
    """
    token = tree.tokens[noun]
    said = token.dep == "attr" and bool(tree.children(token.head, "aux", "neg"))
    lists = tree.tokens[token.head].lemma in syntax_words(tree.language).including_verbs
    if is_had(tree, noun) or said or (lists and token.dep in SUBJECTS):
        return token.head
    return _said_as(tree, noun)
