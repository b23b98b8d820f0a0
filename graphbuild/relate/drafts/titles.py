"""Offices: who holds a title, and where. By where the words stand, since taggers stumble over titles.

"X, PDG de Y" · "le PDG de Y, X" · "Y CEO X" · "Y's chief executive, X" · "le président iranien X"
"""

from collections.abc import Iterator, Sequence

from graphbuild.model import Entity, EntityType, Form, Mention, fold
from graphbuild.relate.drafts.beside import beside
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.drafts.payers import is_a
from graphbuild.relate.drafts.shared_titles import is_plural, sharers
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.nations import nations
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.tree import Tree

BODIES = frozenset({EntityType.ORGANIZATION, EntityType.PLACE, EntityType.PROJECT})
WHERE = ("de", "of", "at", "poss", "chez", "à", "for", "in", "with")  # slots, the surest first
QUALIFIERS = frozenset({"ADJ", "NOUN", "PART", "PUNCT"})  # "Y's former interim chief executive"
BORDERS = frozenset({",", "(", ")", "-", "–", ";", ":"})
BEFORE_REACH = 4  # tokens from a title back to the name of its body
BEHIND_REACH = 6
NATION_REACH = 2


def office(tree: Tree, draft: Draft, match: Match) -> None:
    """Fill the person and the organization of a position."""
    people = _holders(tree, match)
    draft.fill("person", people, Way("beside the title", match.head))
    if people:
        bodies = _bodies(tree, match, {p.key for p in people})
        draft.fill("organization", bodies, Way("complement of the title", match.head))


def add_employer(tree: Tree, result: Draft, args: Sequence[Arg]) -> None:
    """As in "X a nommé Y directeur général": an office of X's, unless X is a State, which names many."""
    if not result.frame.employs or result.roles.get("organization") or not result.roles.get("person"):
        return
    for arg in (a for a in args if a.slot == "subj"):
        bodies = [e for e in entities_at(tree, arg.token) if e.type is EntityType.ORGANIZATION]
        result.fill(
            "organization", [e for e in bodies if not is_a("public", e)], Way("names to it", arg.token)
        )


def _holders(tree: Tree, match: Match) -> list[Entity]:
    """Who the title is said of: inside its own words, beside it, by syntax."""
    if is_plural(tree, match.head):
        return sharers(tree, match.head)
    people = [e for e in _described(tree, match) if e.type is EntityType.PERSON]
    people = people or beside(tree, match, lambda e: e.type is EntityType.PERSON)
    if people:
        return people
    said = [a.token for a in arguments(tree, match.head) if a.slot in {"self", "appos"}]
    token = tree.tokens[match.head]
    if token.dep == "conj" and not tree.children(match.head, "det"):  # "X, présidente de Y et maire de Z"
        said += [i for i in [token.head] if tree.mentions(i)]
    return [e for i in said for e in _own_names(tree, i)]


def _own_names(tree: Tree, i: int) -> list[Entity]:
    """The persons at a token, what is listed with them left out where it is a name itself."""
    found = [tree.entities[m.entity] for m in tree.mentions(i)] or entities_at(tree, i)
    return [e for e in found if e.type is EntityType.PERSON]


def _described(tree: Tree, match: Match) -> Iterator[Entity]:
    """The entities whose mention holds a word of the title: "le président Macron"."""
    for i in match.words:
        for mention in tree.mentions(i):
            wider = not set(tree.tokens_in(mention.span)) <= set(match.words)
            if wider or mention.form is Form.DESCRIPTION:
                yield tree.entities[mention.entity]


def _bodies(tree: Tree, match: Match, people: set[str]) -> list[Entity]:
    """The body of an office: its complement, its possessor, the name or nationality beside it."""
    args = [a for word in dict.fromkeys((match.head, *match.words)) for a in arguments(tree, word)]
    for slot in WHERE:
        for arg in (a for a in args if a.slot == slot):
            found = [e for e in entities_at(tree, arg.token) if _is_body(e) and e.key not in people]
            if found:
                return found
    return _complement(tree, match) or _left(tree, match) or _nation(tree, match)


def _body(tree: Tree, i: int) -> Mention | None:
    """The widest mention of a body at a token."""
    return next((m for m in tree.mentions(i) if _is_body(tree.entities[m.entity])), None)


def _is_body(entity: Entity) -> bool:
    """Nobody presides over a building site that has no name."""
    return entity.type in BODIES and (entity.named or entity.type is not EntityType.PROJECT)


def _complement(tree: Tree, match: Match) -> list[Entity]:
    """As in "cofondateur et président de Verkor": the name behind the next "de"."""
    start = match.words[-1] + 1
    for i in range(start, min(tree.sentence(match.head).last, start + BEHIND_REACH)):
        if (body := _body(tree, i)) is not None:
            before = tree.word(tree.token_at(body.span.start) - 1)
            return [tree.entities[body.entity]] if before in syntax_words(tree.language).body_links else []
        if tree.tokens[i].pos in {"VERB", "AUX", "PRON"} or tree.word(i) in {",", ";", "("}:
            return []
    return []


def _left(tree: Tree, match: Match) -> list[Entity]:
    """As in "Apple CEO", "US health secretary": the name before the title, only qualifiers between."""
    start = match.words[0] - 1
    for i in range(start, max(tree.sentence(match.head).first, start - BEFORE_REACH) - 1, -1):
        if (body := _body(tree, i)) is not None:
            return [tree.entities[body.entity]]
        shared = tree.word(i) in syntax_words(tree.language).and_words  # "Y's chair and chief executive"
        if not shared and (tree.tokens[i].pos not in QUALIFIERS or tree.word(i) in BORDERS):
            return []
    return []


def _nation(tree: Tree, match: Match) -> list[Entity]:
    """As in "le président iranien": the country of a nationality, where the article names the country."""
    first, last = match.words[0] - NATION_REACH, match.words[-1] + NATION_REACH
    for i in range(max(0, first), min(len(tree.tokens), last + 1)):
        countries = nations(tree.language).get(tree.word(i), frozenset())
        for entity in tree.reading.entities if countries else ():
            called = {fold(n) for n in (entity.name, *entity.aliases)}
            if entity.type is EntityType.PLACE and countries & called:
                return [entity]
    return []
