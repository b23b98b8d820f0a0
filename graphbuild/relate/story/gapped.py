"""A verb said once for several: "X a prêté 80 millions, Y 57 millions"."""

from collections.abc import Iterator, Sequence

from graphbuild.model import Amount, Entity, Form, Sentence
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.lexicon import link_words, syntax_words
from graphbuild.relate.story.links import has_verb
from graphbuild.relate.story.siblings import sibling
from graphbuild.relate.syntax.lists import owner
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_passive


def gapped(tree: Tree, model: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft | None:
    """The claim of an amount right behind another's subject, the verb understood; None where it is not so."""
    role = _role_before_verb(tree, model)
    same_verb = model.frame.kind == model.kind and role in model.roles
    if not same_verb or model.amount is None or model.amount.is_money != amount.is_money:
        return None
    between = range(tree.token_of(model.amount) + 1, i)
    giver = _named_right_before(tree, sentence, i)
    if giver is None or giver.key in model.keys(role) or any(has_verb(tree, t) for t in between):
        return None
    new = sibling(model, sentence, amount, inherit=[r for r in model.roles if r != role])
    new.fill(role, [giver], Way("right before the amount, the verb understood", i - 1))
    new.whole = model.whole  # a part of the same whole
    new.texts |= {k: v for k, v in model.texts.items() if k in {"purpose", "item"}}
    return new


def as_much(tree: Tree, models: Sequence[Draft], sentence: Sentence) -> Iterator[Draft]:
    """As in "X a donné 2 millions ; Y et Z, autant": the sum of the one before, from others."""
    words = link_words(tree.language).as_much
    for i in range(sentence.first + 1, sentence.last):
        if tree.word(i) not in words:
            continue
        said = [d for d in models if d.amount and d.amount.span.end <= tree.tokens[i].span.start]
        model = max(said, key=lambda d: d.amount.span if d.amount else sentence.span, default=None)
        role = _role_before_verb(tree, model) if model else ""
        givers = _listed_before(tree, sentence, i) if model and role in model.roles else []
        if model is None or model.amount is None or not givers:
            continue
        new = sibling(model, sentence, model.amount, inherit=[r for r in model.roles if r != role])
        new.head = -1 - i
        new.fill(role, givers, Way("as much, the verb understood", i - 1))
        new.whole = model.whole
        yield new


def _listed_before(tree: Tree, sentence: Sentence, i: int) -> list[Entity]:
    """The name that ends right before a token, and the one that it is listed with."""
    last = _named_right_before(tree, sentence, i)
    if last is None:
        return []
    at = i - 2 if tree.word(i - 1) in {",", ":"} else i - 1
    ending = tree.mentions(at)
    if not ending:  # an adjective or an adverb stands between ("the new owners Y and Z also, as much")
        return [last]
    start = tree.token_at(ending[0].span.start) - 1
    while start > sentence.first and tree.tokens[start].pos == "DET":
        start -= 1
    if tree.word(start) not in syntax_words(tree.language).and_words:
        return [last]
    first = [tree.entities[m.entity] for m in tree.mentions(start - 1) if m.form in {Form.NAME, Form.SHORT}]
    return [*first[:1], last]


def _role_before_verb(tree: Tree, model: Draft) -> str:
    """The role of the subject, and of a passive's: "X was fined A and Y B"."""
    passive = model.head >= 0 and is_passive(tree, model.head)
    alternatives = model.frame.slots.get("obj" if passive else "subj", "").split("|")
    return next((role for role in alternatives if role in model.roles), alternatives[0])


def _named_right_before(tree: Tree, sentence: Sentence, i: int) -> Entity | None:
    """The name that ends right before an amount ("a further A") and starts behind a comma or "et"."""
    at = i - 2 if tree.word(i - 1) in {",", ":"} else i - 1
    while at > sentence.first and tree.tokens[at].pos in {"DET", "ADJ", "ADV"} and not tree.mentions(at):
        at -= 1
    names = [m for m in tree.mentions(at) if m.form in {Form.NAME, Form.SHORT}]
    ending = [m for m in names if m.span.end >= tree.tokens[at].span.end]
    if not ending:
        return None
    start = tree.token_at(ending[0].span.start) - 1
    while start > sentence.first and (
        tree.tokens[start].pos in {"DET", "ADJ"} or owner(tree, start) or _is_light(tree, start)
    ):
        start -= 1
    separated = (
        tree.word(start) in {",", ";", ":"} or tree.word(start) in syntax_words(tree.language).and_words
    )
    return tree.entities[ending[0].entity] if separated else None


def _is_light(tree: Tree, i: int) -> bool:
    """As in "la région Y", "le groupe X": a noun that only says what the name behind it is."""
    return tree.tokens[i].pos == "NOUN" and tree.tokens[i].lemma in syntax_words(tree.language).light_nouns
