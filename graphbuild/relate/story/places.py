"""Which place is meant: "Waco, Texas"; what a place says before a noun: "Dresden-based X"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graphbuild.model import Entity, EntityType, Form, Kind, Mention, Sentence
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.payers import is_a
from graphbuild.relate.frames import Frame
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.reality import Reality
from graphbuild.relate.story.sites import names_in
from graphbuild.relate.syntax.tree import Tree

BASED = Frame("implicit/based", Kind.LOCATION)
OWNED = Frame("implicit/owned", Kind.OWNERSHIP)
BACKED = Frame("implicit/backed", Kind.INVESTMENT)
BACKERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
ROLES = {Kind.LOCATION: "sited", Kind.OWNERSHIP: "owned", Kind.INVESTMENT: "beneficiary"}
OWNERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE})
BETWEEN = frozenset({"DET", "ADJ", "ADP", "NOUN"})
BEFORE_NAME = frozenset({"ADJ", "NOUN"})
REACH = 5  # tokens from one place to the wider one, from "-based" to the name


def narrow(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> None:
    """Only the most specific place is meant: of "Waco, au Texas" and "Taylor, Texas" the town."""
    wider = _wider(tree, sentence)
    for draft in drafts:
        places = draft.roles.get("place", [])
        kept = [p for p in places if not (wider.get(p.key, set()) & {q.key for q in places})]
        if kept and len(kept) < len(places):
            draft.roles["place"] = kept


def _wider(tree: Tree, sentence: Sentence) -> dict[str, set[str]]:
    """Each place with those that stand right before it and lie in it."""
    places = [m for m in names_in(tree, sentence) if tree.entities[m.entity].type is EntityType.PLACE]
    found: dict[str, set[str]] = {}
    for town, region in pairwise(places):
        if _lies_in(tree, sentence, town, region):
            found.setdefault(region.entity, set()).add(town.entity)
    return found


def _lies_in(tree: Tree, sentence: Sentence, town: Mention, region: Mention) -> bool:
    """As in "Fouju, en Seine-et-Marne", "Waco, Texas", and not "in Italy, Belgium and Indiana"."""
    at, end = tree.token_at(town.span.end - 1) + 1, tree.token_at(region.span.start)
    between = tree.tokens[at + 1 : end]
    if not at < end < at + REACH or tree.word(at) != "," or any(t.pos not in BETWEEN for t in between):
        return False
    after = tree.token_at(region.span.end - 1) + 1
    listed = after < sentence.last and tree.tokens[after].pos == "CCONJ"
    return bool(between) or not (listed or _listed_on(tree, sentence, after))


def _listed_on(tree: Tree, sentence: Sentence, at: int) -> bool:
    """Whether a comma and one more place follow: "Italy, Belgium, Spain and Indiana"."""
    more = at + 1 < sentence.last and tree.word(at) == "," and bool(tree.mentions(at + 1))
    return more and tree.entities[tree.mentions(at + 1)[0].entity].type is EntityType.PLACE


def compounds(tree: Tree, sentence: Sentence) -> Iterator[Draft]:
    """What English says in one word before a noun: "Dresden-based X", "Tata-owned X", "Tata-backed X"."""
    words = syntax_words(tree.language)
    for i in range(sentence.first + 1, sentence.last):
        before = [tree.entities[m.entity] for m in tree.mentions(i - 1) if m.form in {Form.NAME, Form.SHORT}]
        places = [e for e in before if e.type is EntityType.PLACE][:1]
        if tree.word(i) in words.based_words | words.based_nouns and places:
            yield from _said(tree, sentence, i, BASED, {"place": places})
        elif tree.word(i) in words.owned_words and (owners := [e for e in before if e.type in OWNERS][:1]):
            yield from _said(tree, sentence, i, OWNED, {"owner": owners})
        elif tree.word(i) in words.backed_words and (backers := _backers(before)):
            yield from _said(tree, sentence, i, BACKED, {"payer": backers})


def _backers(named: Sequence[Entity]) -> list[Entity]:
    """Who puts money into what he backs: "Tata-backed X"; what a State or a church backs may be an idea."""
    return [e for e in named if e.type in BACKERS and not is_a("public", e)][:1]


def _said(
    tree: Tree, sentence: Sentence, i: int, frame: Frame, roles: dict[str, list[Entity]]
) -> Iterator[Draft]:
    """The claim about the body whose name or noun stands behind the word at i."""
    role = ROLES[frame.kind]
    known = [e for found in roles.values() for e in found]
    for t in range(i, min(i + 1 + REACH, sentence.last)):
        bodies = [tree.entities[m.entity] for m in tree.mentions(t)]
        found = [e for e in bodies if e.type is EntityType.ORGANIZATION and e not in known]
        if found:
            yield Draft(frame.kind, frame.rule, i, sentence, Reality(), frame, {**roles, role: found[:1]})
        if bodies or (t > i and tree.tokens[t].pos not in BEFORE_NAME):
            return
