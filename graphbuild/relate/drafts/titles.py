"""Offices: who holds a title, and where. By where the words stand, since taggers stumble over titles.

"X, PDG de Y" · "le PDG de Y, X" · "Y CEO X" · "Y's chief executive, X" · "le président iranien X"
"""

from functools import cache

from babel import Locale

from graphbuild.model import Entity, EntityType, fold
from graphbuild.relate.drafts.beside import beside
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.lexicon import load
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree

BODIES = frozenset({EntityType.ORGANIZATION, EntityType.PLACE, EntityType.PROJECT})
WHERE = ("de", "of", "at", "poss", "chez", "à", "for", "in", "with")
QUALIFIERS = frozenset({"ADJ", "NOUN", "PUNCT"})  # "Y's former interim chief executive"
REACH = 3


def office(tree: Tree, draft: Draft, match: Match) -> None:
    """Fill the person, the organization and the whole title of a position."""
    people = _holders(tree, match)
    draft.fill("person", people)
    if people:
        draft.fill("organization", _bodies(tree, match, {p.key for p in people}))


def _holders(tree: Tree, match: Match) -> list[Entity]:
    described = [
        tree.entities[m.entity]
        for i in match.words
        for m in tree.mentions(i)
        if not set(tree.tokens_in(m.span)) <= set(match.words) or m.form.value == "description"
    ]
    people = [e for e in described if e.type is EntityType.PERSON]
    people = people or beside(tree, match, lambda e: e.type is EntityType.PERSON)
    for arg in [] if people else arguments(tree, match.head):
        if arg.slot in {"self", "appos"}:
            people += [e for e in entities_at(tree, arg.token) if e.type is EntityType.PERSON]
    return people


def _bodies(tree: Tree, match: Match, people: set[str]) -> list[Entity]:
    """The organization or place of an office: its complement, its possessor, the name or nationality beside it."""
    args = [a for word in dict.fromkeys((match.head, *match.words)) for a in arguments(tree, word)]
    for slot in WHERE:
        for arg in args:
            found = [e for e in entities_at(tree, arg.token) if e.type in BODIES and e.key not in people]
            if arg.slot == slot and found:
                return found
    return _complement(tree, match) or _left(tree, match) or _nation(tree, match)


def _complement(tree: Tree, match: Match) -> list[Entity]:
    """ "cofondateur et président de Verkor": the name behind the next "de"."""
    last = tree.sentence(match.head).last
    for i in range(match.words[-1] + 1, min(last, match.words[-1] + 1 + 2 * REACH)):
        for mention in tree.mentions(i):
            entity = tree.entities[mention.entity]
            before = tree.word(tree.token_at(mention.span.start) - 1)
            if entity.type in BODIES:
                return (
                    [entity]
                    if before in {"de", "d'", "du", "la", "l'", "des", "of", "the", "at", "from"}
                    else []
                )
        if tree.tokens[i].pos in {"VERB", "AUX", "PRON"} or tree.word(i) in {",", ";", "("}:
            return []
    return []


def _left(tree: Tree, match: Match) -> list[Entity]:
    """ "Apple CEO", "US health secretary": the name before the title, only qualifiers between."""
    first = tree.sentence(match.head).first
    for i in range(match.words[0] - 1, max(first, match.words[0] - 1 - REACH) - 1, -1):
        bodies = [tree.entities[m.entity] for m in tree.mentions(i) if tree.entities[m.entity].type in BODIES]
        if bodies:
            return bodies[:1]
        if tree.tokens[i].pos not in QUALIFIERS or tree.word(i) in {",", "(", ")", "-", "–", ";", ":"}:
            return []
    return []


def _nation(tree: Tree, match: Match) -> list[Entity]:
    """ "le président iranien": the country of a nationality, where the article names the country."""
    near = range(max(0, match.words[0] - 2), min(len(tree.tokens), match.words[-1] + 3))
    for i in near:
        names = nations(tree.language).get(tree.word(i))
        for entity in tree.reading.entities if names else ():
            if entity.type is EntityType.PLACE and names & {fold(n) for n in (entity.name, *entity.aliases)}:
                return [entity]
    return []


@cache
def nations(language: str) -> dict[str, frozenset[str]]:
    """Nationality adjectives to the folded names of their country in either language."""
    locales = [Locale(code) for code in ("fr", "en")]
    table = {}
    for code, adjectives in load("names/demonyms.toml").items():
        names = frozenset(fold(locale.territories[code]) for locale in locales if code in locale.territories)
        table |= {word.lower(): names for word in adjectives.get(language, "").split()}
    return table
