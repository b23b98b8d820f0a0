"""Roles that one claim leaves to its neighbours: "son bénéfice a atteint A et sa dette B"; "Il en coûtera C"."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Entity, EntityType, Form, Kind, Sentence
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.story.topic import PROJECT_MEASURES
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_verb

FIGURES = frozenset({EntityType.PROJECT, EntityType.PRODUCT})
MONEY = frozenset({Kind.INVESTMENT, Kind.GRANT, Kind.LOAN})


def carry(tree: Tree, sentence: Sentence, drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
    """Whose figure it is, from the same sentence, then from the sentence before in the same block."""
    for draft in drafts:
        if draft.kind is Kind.RESULT and not draft.roles:
            draft.fill("organization", _whose(tree, sentence, draft, drafts, before))
        elif draft.kind in MONEY and not any(draft.roles.get(r) for r in ("project", "beneficiary", "place")):
            _same_goal(draft, before, sentence)


def other_estimates(
    tree: Tree, sentence: Sentence, drafts: Sequence[Draft], before: Sequence[Draft]
) -> list[Draft]:
    """ "Des industriels évoquent plutôt 4,5 milliards", "other estimates run to £18bn": the same figure, otherwise."""
    taken = {d.amount.span for d in drafts if d.amount}
    verbs = link_words(tree.language)["estimate"]
    found = []
    for i in range(sentence.first, sentence.last):
        amount = tree.amount(i)
        heads = [t for t in tree.ancestors(i) if is_verb(tree, t)][:1]
        if amount is None or amount.span in taken or not heads or tree.tokens[heads[0]].lemma not in verbs:
            continue
        near = [
            d
            for d in [*before, *drafts]
            if d.kind is Kind.RESULT and d.amount and 0 <= sentence.i - d.sentence.i <= 1
        ]
        model = next(
            (
                d
                for d in reversed(near)
                if d.amount and d.amount.unit == amount.unit and d.amount.span < amount.span
            ),
            None,
        )
        if model:
            roles = {role: list(entities) for role, entities in model.roles.items()}
            found.append(
                replace(model, sentence=sentence, head=i, amount=amount, roles=roles, evidence=[], whole=None)
            )
    return found


def same_number(drafts: Sequence[Draft]) -> None:
    """A plan's price that repeats the number of its investment in another currency is that investment, misreported."""
    for draft in drafts:
        if draft.kind is Kind.RESULT and draft.texts.get("measure") == "cost" and draft.amount:
            for other in drafts:
                if other.kind is Kind.INVESTMENT and other.amount and _mixed_up(draft, other):
                    draft.kind, draft.texts = Kind.INVESTMENT, {}
                    draft.roles = {role: list(found) for role, found in other.roles.items()} | {
                        "project": draft.roles["organization"]
                    }
                    break


def _mixed_up(price: Draft, investment: Draft) -> bool:
    a, b = price.amount, investment.amount
    same = (
        a is not None
        and b is not None
        and a.value == b.value
        and a.unit != b.unit
        and a.is_money
        and b.is_money
    )
    return same and bool(price.roles.get("organization"))


def _whose(
    tree: Tree, sentence: Sentence, draft: Draft, drafts: Sequence[Draft], before: Sequence[Draft]
) -> list[Entity]:
    if draft.texts.get("measure") in PROJECT_MEASURES:
        return _nearest_thing(tree, sentence, draft)
    beside = [
        d
        for d in drafts
        if d.kind is Kind.RESULT
        and d.roles.get("organization")
        and d.texts.get("measure") not in PROJECT_MEASURES
    ]
    if beside:
        return beside[0].roles["organization"]
    last = [
        d for d in before if d.kind is Kind.RESULT and d.roles.get("organization") and _next_to(d, sentence)
    ]
    return (
        last[-1].roles["organization"]
        if last and last[-1].texts.get("measure") not in PROJECT_MEASURES
        else []
    )


def _nearest_thing(tree: Tree, sentence: Sentence, draft: Draft) -> list[Entity]:
    """The project or product named nearest before the amount in the sentence."""
    end = draft.amount.span.start if draft.amount else sentence.span.end
    things = [
        m
        for m in tree.reading.mentions
        if sentence.span.contains(m.span) and m.span.end <= end and tree.entities[m.entity].type in FIGURES
    ]
    named = [m for m in things if m.form is not Form.DESCRIPTION] or things
    return [tree.entities[named[-1].entity]] if named else []


def _same_goal(draft: Draft, before: Sequence[Draft], sentence: Sentence) -> None:
    """Money named without its goal, right after money with one, goes the same way."""
    last = [d for d in before if d.kind in MONEY and _next_to(d, sentence)]
    for role in ("project", "beneficiary"):
        found = last[-1].roles.get(role, []) if last else []
        if found and not {e.key for e in found} & {e.key for r in draft.roles.values() for e in r}:
            draft.fill(role, found)


def _next_to(draft: Draft, sentence: Sentence) -> bool:
    return draft.sentence.block == sentence.block and 0 < sentence.i - draft.sentence.i <= 2
