"""Claims without a verb: "X's Y" owns, a "704 MW scheme" has a capacity, a "$6.5bn factory" its cost."""

from collections.abc import Iterator, Sequence

from graphbuild.model import Amount, Entity, EntityType, Form, Kind, Mention, Sentence, Status
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.frames import Frame
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.reality import Reality, reality
from graphbuild.relate.story.places import compounds
from graphbuild.relate.story.sites import built_at, names_in, sites
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree

OWNED = Frame("implicit/possessive", Kind.OWNERSHIP)
CAPACITY = Frame("implicit/capacity", Kind.RESULT, measure="capacity")
COST = Frame("implicit/cost", Kind.RESULT, measure="cost")
OWNERS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
ATTRIBUTIVE = frozenset({"compound", "nummod", "amod", "nmod", "quantmod"})
NEAR = 5  # tokens from a sum to the noun that it measures


def implicit(
    tree: Tree, sentence: Sentence, drafts: Sequence[Draft], lacking: Sequence[Draft]
) -> list[Draft]:
    """The claims that names and amounts of a sentence make by standing together.

    Also where what nobody is named for stands: "l'usine sera construite à X".
    """
    return [
        *_possessives(tree, sentence),
        *compounds(tree, sentence),
        *sites(tree, sentence, drafts),
        *_capacities(tree, sentence, drafts),
        *_costs(tree, sentence, drafts),
        *(site for d in [*drafts, *lacking] if (site := built_at(d))),
    ]


def _possessives(tree: Tree, sentence: Sentence) -> Iterator[Draft]:
    """As in "Richard Branson's Virgin Group": English only; French says it with a noun."""
    for mention in names_in(tree, sentence):
        owned, head = tree.entities[mention.entity], tree.head_of(mention.span)
        if owned.type is not EntityType.ORGANIZATION or mention.form is Form.DESCRIPTION:
            continue
        above = [tree.tokens[head].head] if tree.tokens[head].dep == "appos" else []
        houses = [h for h in [*above, *tree.children(head, "appos")] if _is_house(tree, h)]
        for c in (c for i in (head, *houses) for c in tree.children(i, "poss")):
            owners = [e for e in entities_at(tree, c) if e.type in OWNERS and e.key != owned.key]
            if owners and tree.tokens[c].pos == "PROPN":
                roles = {"owner": owners, "owned": [owned]}
                yield Draft(OWNED.kind, OWNED.rule, head, sentence, Reality(), OWNED, roles)


def _is_house(tree: Tree, i: int) -> bool:
    """As in "X's chemicals group, Y", "Y, X's company": a noun that any body of his may be called by."""
    words = syntax_words(tree.language)
    above = any(tree.word(c) in words.upper_nouns for c in tree.children(i, "compound", "amod", "nmod"))
    return tree.tokens[i].lemma in words.house_nouns and not above


def _capacities(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A physical amount that no frame took belongs to the project of its noun phrase or sentence."""
    for i, amount in _left_over(tree, sentence, drafts):
        projects = [] if amount.is_money else _projects_of(tree, sentence, i)
        if projects:
            stance = reality(tree, i, done=Status.DONE)
            yield _figure(CAPACITY, sentence, i, amount, stance, projects)


def _costs(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """As in "a $6.5bn factory", "une usine de A": money beside a project's own noun is what it costs."""
    for i, amount in _left_over(tree, sentence, drafts):
        token = tree.tokens[i]
        beside = _before_noun(tree, i) if tree.language == "en" else _behind_noun(tree, i)
        planned = tree.tokens[token.head].lemma in syntax_words(tree.language).plan_nouns
        projects = _projects_at(tree, token.head) if beside and amount.is_money and not planned else []
        if projects:
            stance = reality(tree, token.head, done=Status.DONE)
            yield _figure(COST, sentence, -i - 1, amount, stance, projects)


def _before_noun(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return 0 < token.head - i <= NEAR and token.dep in ATTRIBUTIVE


def _behind_noun(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return 0 < i - token.head <= NEAR and token.dep == "nmod" and tree.preposition(i) == "de"


def _figure(
    frame: Frame, sentence: Sentence, head: int, amount: Amount, stance: Reality, things: list[Entity]
) -> Draft:
    texts = {"measure": frame.measure or ""}
    return Draft(
        frame.kind, frame.rule, head, sentence, stance, frame, {"organization": things}, texts, amount
    )


def _left_over(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[tuple[int, Amount]]:
    """The amounts of a sentence that no claim has, with their tokens."""
    taken = {d.amount.span for d in drafts if d.amount}
    yield from ((i, amount) for i, amount in tree.amounts_in(sentence) if amount.span not in taken)


def _projects_at(tree: Tree, i: int) -> list[Entity]:
    return [e for e in entities_at(tree, i) if e.type is EntityType.PROJECT]


def _projects_of(tree: Tree, sentence: Sentence, i: int) -> list[Entity]:
    """The project that the amount's own noun names; else the nearest one before it in the sentence."""
    own = _projects_at(tree, tree.tokens[i].head)
    return own or [tree.entities[m.entity] for m in _projects_before(tree, sentence, i)][-1:]


def _projects_before(tree: Tree, sentence: Sentence, i: int) -> list[Mention]:
    before = [m for m in names_in(tree, sentence) if m.span.end <= tree.tokens[i].span.start]
    return [m for m in before if tree.entities[m.entity].type is EntityType.PROJECT]
