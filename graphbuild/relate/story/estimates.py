"""Other values of a figure: another's estimate, and one number told in two currencies."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Amount, Kind, Sentence, Speaker
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb
from graphbuild.relate.syntax.wording import words_at


def other_estimates(
    tree: Tree, sentence: Sentence, drafts: Sequence[Draft], before: Sequence[Draft]
) -> list[Draft]:
    """As in "Des industriels évoquent plutôt A", "other estimates run to A": the same figure, otherwise."""
    taken = {d.amount.span for d in drafts if d.amount}
    found = []
    for i, amount in tree.amounts_in(sentence):
        if amount.span in taken or not _is_estimated(tree, i):
            continue
        if (model := _figure_before([*before, *drafts], sentence, amount)) is not None:
            roles = {role: list(entities) for role, entities in model.roles.items()}
            other = replace(model, sentence=sentence, head=i, amount=amount, roles=roles)
            other.evidence, other.whole, other.ways = [], None, dict(model.ways)
            other.speaker = _estimator(tree, i)
            found.append(other)
    return found


def _verb_above(tree: Tree, i: int) -> int | None:
    return next((t for t in tree.ancestors(i) if is_verb(tree, t)), None)


def _estimator(tree: Tree, i: int) -> Speaker | None:
    """Whose estimate an amount is: "des industriels", "other estimates"."""
    verb = _verb_above(tree, i)
    found = subjects(tree, verb) if verb is not None else []
    if not found:
        return None
    named = entities_at(tree, found[0])
    return Speaker(words_at(tree, found[0]), named[0].key if named else None)


def _is_estimated(tree: Tree, i: int) -> bool:
    """Whether the verb above an amount gives a figure a value: "évoquer", "run"."""
    verb = _verb_above(tree, i)
    return verb is not None and tree.tokens[verb].lemma in link_words(tree.language).estimate


def _figure_before(drafts: Sequence[Draft], sentence: Sentence, amount: Amount) -> Draft | None:
    """The last figure in the same unit, of this sentence or the one before; None where there is none."""
    for d in reversed(drafts):
        near = d.kind is Kind.RESULT and 0 <= sentence.i - d.sentence.i <= 1
        if near and d.amount and d.amount.unit == amount.unit and d.amount.span < amount.span:
            return d
    return None


def same_number(drafts: Sequence[Draft]) -> None:
    """A price with the number of an investment but another currency is that investment, misreported."""
    for price in drafts:
        if price.kind is not Kind.RESULT or price.texts.get("measure") != "cost":
            continue
        investment = next((d for d in drafts if d.kind is Kind.INVESTMENT and _is_mixed_up(price, d)), None)
        if investment is not None:
            roles = {role: list(found) for role, found in investment.roles.items()}
            price.kind, price.texts = Kind.INVESTMENT, {}
            price.roles = roles | {"project": price.roles["organization"]}


def _is_mixed_up(price: Draft, investment: Draft) -> bool:
    a, b = price.amount, investment.amount
    if a is None or b is None or not (a.is_money and b.is_money):
        return False
    return a.value == b.value and a.unit != b.unit and bool(price.roles.get("organization"))
