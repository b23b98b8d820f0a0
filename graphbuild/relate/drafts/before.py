"""What the parser hung elsewhere, found before the verb or noun by word order: the subject, "X, dont ..."."""

from collections.abc import Iterator

from graphbuild.model import EntityType
from graphbuild.relate.drafts.behind import starts_clause
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.tree import RELATIVE_CLAUSES, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_verb

THINGS = frozenset({EntityType.PROJECT, EntityType.PRODUCT})
PHRASE = 5  # tokens of a noun phrase before a participle
DONT_REACH = 7  # tokens from "dont" to what it belongs to
IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "X", "ADV"})
AGREEMENT = ("Gender=", "Number=")


def named_before(tree: Tree, i: int) -> list[int]:
    """The things that a participle follows at once, nearest first: "un projet de calcul IA mené par X"."""
    comma = tree.word(i - 1) in {",", "-", "–", "—", "("}
    at = i - 2 if comma else i - 1
    found: list[int] = []
    for t in range(at, max(tree.sentence(i).first, at - PHRASE) - 1, -1):
        if tree.tokens[t].pos not in IN_PHRASE or tree.tokens[t].amount is not None:
            break
        if tree.mentions_headed(t) and not tree.is_pronoun_mention(t) and _agrees(tree, t, i):
            found.append(t)
    if not comma:
        return found
    # Behind a comma the whole noun phrase is meant, and never the place inside it.
    return [t for t in found[::-1] if _type(tree, t) is not EntityType.PLACE or _is_free(tree, t, 0)]


def _agrees(tree: Tree, noun: int, participle: int) -> bool:
    """Gender and number, where the parser knows both."""
    if tree.tokens[noun].pos != "NOUN":
        return True
    for feature in AGREEMENT:
        one = {f for f in tree.tokens[noun].morph if f.startswith(feature)}
        other = {f for f in tree.tokens[participle].morph if f.startswith(feature)}
        if one and other and one != other:
            return False
    return True


def whose(tree: Tree, i: int) -> int | None:
    """As in "X, dont la capitalisation ...", "X, dont il détient 45 %": the name before "dont"; else None."""
    first = tree.sentence(i).first
    for at in range(i - 1, max(first, i - DONT_REACH), -1):
        if tree.word(at) == "dont":
            before = at - 2 if tree.word(at - 1) in {",", "(", "–", "-"} else at - 1
            mentions = tree.mentions(before) if before >= first else []
            return _what_stands_there(tree, tree.head_of(mentions[0].span)) if mentions else None
        if tree.tokens[at].amount is not None or starts_clause(tree, at) or _is_lone_verb(tree, at):
            return None
    return None


def _what_stands_there(tree: Tree, place: int) -> int:
    """As in "une usine à X, dont le coût": the works before the name of their place are meant."""
    if _type(tree, place) is not EntityType.PLACE:
        return place
    at = tree.token_at(tree.mentions(place)[0].span.start) - 1
    while at > 0 and tree.tokens[at].pos in {"ADP", "DET", "ADJ"}:
        at -= 1
    governed = tree.tokens[tree.token_at(tree.mentions(place)[0].span.start) - 1].pos in {"ADP", "DET"}
    things = [m for m in tree.mentions(at) if tree.entities[m.entity].type in THINGS]
    return at if governed and things else place


def _is_lone_verb(tree: Tree, i: int) -> bool:
    is_link = tree.tokens[i].lemma in syntax_words(tree.language).copular
    return tree.tokens[i].pos == "VERB" and not is_participle(tree, i) and not is_link


def subject_before(tree: Tree, head: int) -> Iterator[Arg]:
    """The nearest name before a finite verb that no preposition governs, and what it is listed with."""
    token = tree.tokens[head]
    if is_participle(tree, head) or "VerbForm=Inf" in token.morph or token.dep in RELATIVE_CLAUSES:
        return
    first = tree.sentence(head).first
    bracketed = False
    for i in range(head - 1, first - 1, -1):
        bracketed = tree.word(i) == ")" or (bracketed and tree.word(i) != "(")
        if bracketed:  # "X (groupe Y) investit"
            continue
        if starts_clause(tree, i) or _is_other_verb(tree, i):
            return
        if tree.mentions_headed(i) and _is_free(tree, i, first):
            yield from (Arg("subj", t) for t in _listed(tree, i, first))
            return


def _is_other_verb(tree: Tree, i: int) -> bool:
    return is_verb(tree, i) and tree.tokens[i].pos != "AUX" and not is_participle(tree, i)


def _is_free(tree: Tree, i: int, first: int) -> bool:
    """No preposition governs the name, by the word before it."""
    at = tree.token_at(tree.mentions_headed(i)[0].span.start) - 1
    while at >= first and (tree.tokens[at].pos in {"DET", "ADJ", "NUM"} or _is_title(tree, at, i)):
        at -= 1
    return at < first or tree.tokens[at].pos not in {"ADP", "SCONJ"}


def _is_title(tree: Tree, at: int, name: int) -> bool:
    """As in "by Crown Prince X", "by chief executive Y"."""
    return tree.tokens[at].head == name and tree.tokens[at].dep == "compound"


def _listed(tree: Tree, i: int, first: int) -> list[int]:
    """Of "A, B et C" from its last name: all of them, by the commas and the conjunction between them."""
    found = [i]
    while (left := _left_of(tree, found[-1], first, listing=len(found) > 1)) is not None:
        if _type(tree, left) is not _type(tree, i):
            break
        found.append(tree.head_of(tree.mentions(left)[0].span))
    return found


def _left_of(tree: Tree, i: int, first: int, *, listing: bool) -> int | None:
    """The last token of the name that a conjunction (or, further left, a comma) joins to the one at i."""
    at = tree.token_at(tree.mentions(i)[0].span.start) - 1
    while at >= first and tree.tokens[at].pos == "DET":
        at -= 1
    joined = at > first and (tree.tokens[at].pos == "CCONJ" or (listing and tree.word(at) == ","))
    return at - 1 if joined and tree.mentions(at - 1) else None


def _type(tree: Tree, i: int) -> EntityType:
    return tree.entities[tree.mentions(i)[0].entity].type
