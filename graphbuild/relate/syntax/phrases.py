"""From a token to what fills a role: entities (through coordination and light nouns), amounts, words."""

from collections.abc import Iterator

from graphbuild.model import Entity, EntityType, Form, Mention
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb

DEPTH = 4
CLAUSAL = frozenset({"acl", "acl:relcl", "relcl", "advcl", "ccomp", "parataxis"})
WIDE = 160  # characters of a text role


def entities_at(tree: Tree, i: int, depth: int = 0) -> list[Entity]:
    """The entities that the noun phrase headed by a token stands for, coordination included."""
    found = _own(tree, i) or _apposed(tree, i) or _through(tree, i, depth)
    for c in tree.children(i, "conj"):
        if not is_verb(tree, c) and depth < 12 and not _other_clause(tree, i, c, found):
            found += entities_at(tree, c, depth + 1)
    return list(dict.fromkeys(found))


def _other_clause(tree: Tree, i: int, c: int, found: list[Entity]) -> bool:
    """ "Aux États-Unis, OpenAI et SoftBank ...": a place behind a preposition is not listed with companies."""
    placed = bool(tree.preposition(i)) and all(e.type is EntityType.PLACE for e in found) and bool(found)
    return placed and any(tree.entities[m.entity].type is not EntityType.PLACE for m in tree.mentions(c))


def _own(tree: Tree, i: int) -> list[Entity]:
    """The entities that the token itself names, describes or points at."""
    here = tree.mentions(i)
    headed = [m for m in here if tree.head_of(m.span) == i] or [
        m for m in here if m.form is not Form.DESCRIPTION
    ]
    if not headed:
        return _place_pronoun(tree, i)
    widest = headed[0].span
    return [tree.entities[m.entity] for m in headed if m.span == widest]


def _apposed(tree: Tree, i: int) -> list[Entity]:
    """ "le groupe X", "la start-up X": the name is right behind the common noun."""
    if tree.tokens[i].pos not in {"NOUN", "ADJ"} or tree.tokens[i].amount is not None:
        return []
    if named := _right_behind(tree, i):
        return named
    for c in tree.children(i):
        if (
            0 < c - i <= 3
            and not tree.preposition(c)
            and tree.tokens[c].dep not in {"conj", "nsubj"}
            and tree.tokens[c].pos == "PROPN"
            and (named := _own(tree, c))
        ):
            return named
    return []


def _right_behind(tree: Tree, i: int) -> list[Entity]:
    """ "le fonds français Meridiam": the name behind the noun and its adjectives, whatever the parser made of it."""
    for t in range(i + 1, min(i + 4, tree.sentence(i).last)):
        for mention in tree.mentions(t):
            if mention.form in {Form.NAME, Form.SHORT} and tree.token_at(mention.span.start) == t:
                return [tree.entities[mention.entity]]
        if tree.tokens[t].pos != "ADJ":
            return []
    return []


def _through(tree: Tree, i: int, depth: int) -> list[Entity]:
    """ "la construction de X", "une tranche de X": the complement is meant."""
    words = syntax_words(tree.language)
    if depth >= DEPTH or tree.tokens[i].lemma not in words.activity_nouns | words.light_nouns:
        return []
    return [e for c in _of(tree, i) for e in entities_at(tree, c, depth + 1)]


def _of(tree: Tree, i: int) -> Iterator[int]:
    for c in tree.children(i):
        if tree.preposition(c) == "de":
            yield c
        elif tree.tokens[c].dep == "prep" and tree.word(c) == "of":
            yield from tree.children(c, "pobj")


def _place_pronoun(tree: Tree, i: int) -> list[Entity]:
    """ "y investir", "chips there": the last place (or project) named before."""
    if tree.word(i) not in syntax_words(tree.language).places_pronouns:
        return []
    before: list[Mention] = [m for m in tree.reading.mentions if m.span.end <= tree.tokens[i].span.start]
    wanted = {EntityType.PLACE, EntityType.PROJECT}
    near = [m for m in before[-12:] if tree.entities[m.entity].type in wanted]
    return [tree.entities[near[-1].entity]] if near else []


def amounts_at(tree: Tree, i: int, *, wide: bool = True) -> list[int]:
    """The tokens that are amounts: the token, what it is coordinated with, or what it is a sum of."""
    if tree.tokens[i].amount is not None:
        return [i, *(c for c in tree.children(i, "conj") if tree.tokens[c].amount is not None)]
    if not wide or is_verb(tree, i):
        return []
    near = [
        c
        for c in tree.children(i, "nummod", "compound", "nmod", "appos", "amod", "quantmod", "npadvmod")
        if tree.tokens[c].amount is not None
    ]
    near = [
        c for c in near if tree.preposition(c) in {"", "de", "à", "pour", "d'un montant de", "à hauteur de"}
    ]
    if (sum_of := amount_above(tree, i)) is not None:
        near.append(sum_of)
    near += [c for c in _of(tree, i) if tree.tokens[c].amount is not None]
    near += [
        c
        for p in tree.children(i, "prep")
        if tree.word(p) in {"worth", "at", "for"}
        for c in tree.children(p, "pobj")
        if tree.tokens[c].amount is not None
    ]
    light = [
        c
        for c in [*_of(tree, i), *tree.children(i, "appos")]
        if tree.tokens[c].lemma in syntax_words(tree.language).light_nouns
    ]
    return list(dict.fromkeys([*near, *(a for c in light for a in amounts_at(tree, c, wide=True))]))


def amount_above(tree: Tree, i: int) -> int | None:
    """ "650 M€ de subventions", "$5bn in loans": the amount that a noun says the nature of."""
    head = tree.tokens[i].head
    if tree.tokens[i].dep == "pobj" and tree.word(head) in {"in", "of"}:
        head = tree.tokens[head].head
    elif tree.preposition(i) not in {"de", "en"}:
        return None
    return head if head != i and tree.tokens[head].amount is not None else None


def words_at(tree: Tree, i: int) -> str:
    """The words of a noun phrase or infinitive, without article, cut at the first clause border."""
    inside = sorted(t for t in tree.subtree(i) if tree.tokens[t].sentence == tree.tokens[i].sentence)
    run = [i]
    for t in range(i + 1, (inside[-1] if inside else i) + 1):
        if t not in inside or tree.tokens[t].pos == "PUNCT" or tree.tokens[t].dep in CLAUSAL:
            break
        run.append(t)
    first = i
    while (
        first - 1 in inside
        and tree.tokens[first - 1].pos in {"ADJ", "NUM", "NOUN", "PROPN", "ADV"}
        and tree.tokens[first - 1].dep != "case"
    ):
        first -= 1
    return tree.text(first, run[-1])[:WIDE].strip()
