"""Claims that lean on another in the same sentence: parts, lists, "contre 728 un an plus tôt"."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Amount, Kind, Sentence, Status
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.landing import place
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.reality import reality
from graphbuild.relate.story.gapped import gapped
from graphbuild.relate.story.links import is_after_colon, is_earlier, is_from_to, is_in_list, is_part
from graphbuild.relate.story.siblings import INHERITED, attach, fits_in, nearest_before, sibling
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_verb

GOAL_ROLES = ("project", "beneficiary", "place")
LAST = 3  # claims back to the whole of another sentence
GOAL_REACH = 6  # tokens from an amount to what it is for


def with_parts(
    tree: Tree, sentence: Sentence, drafts: Sequence[Draft], before: Sequence[Draft]
) -> list[Draft]:
    """The drafts of a sentence, with the claims that its other amounts make beside them.

    ``before`` are the claims of earlier sentences: "Sur cette enveloppe, A iront à X" is a part of the last.
    """
    result = list(drafts)
    used = {d.amount.span for d in result if d.amount}
    for i in range(sentence.first, sentence.last):
        amount = tree.amount(i)
        if amount is None or amount.conversion_of is not None:
            continue
        if amount.span not in used and (found := _leaning(tree, sentence, result, i)):
            result.append(found)
        own = next((d for d in result if d.amount is not None and d.amount.span == amount.span), None)
        if own and is_part(tree, i):
            attach(own, nearest_before(result, amount) or nearest_before(before[-LAST:], amount))
    return result


def _leaning(tree: Tree, sentence: Sentence, drafts: Sequence[Draft], i: int) -> Draft | None:
    """The claim of an amount that no frame took, after one that a frame took."""
    amount = tree.amount(i)
    before = nearest_before(drafts, amount) if amount else None
    if amount is None or before is None:
        return None
    if is_earlier(tree, i) or is_from_to(tree, before, i):
        return replace(sibling(before, sentence, amount, inherit=before.roles), dated=False)
    if other := gapped(tree, before, sentence, i, amount):
        return other
    if before.head >= 0 and _has_unnamed_subject(tree, i):
        return None
    if is_part(tree, i) or is_after_colon(tree, before, i) or before.whole is not None:
        return _part(tree, before, sentence, i, amount)
    return _next_of_list(tree, before, sentence, i, amount) if is_in_list(tree, before, i, amount) else None


def _has_unnamed_subject(tree: Tree, i: int) -> bool:
    """As in "X donnera A, les communes voisines B": somebody else gives B, whom the article does not name."""
    noun = i - 1
    while noun > 0 and tree.tokens[noun].pos == "ADJ":
        noun -= 1
    bare = tree.tokens[noun].pos in {"NOUN", "PROPN"} and tree.tokens[noun].amount is None
    start = noun
    while start > 0 and tree.tokens[start].pos in {"NOUN", "PROPN", "ADJ", "DET"}:
        start -= 1
    return bare and start < noun and tree.word(start) in {",", "et", "and", ";"}


def _part(tree: Tree, before: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft | None:
    """As in "dont A pour X": for its own goal, else for that of the whole; None where it says nothing."""
    whole = (before.whole if before.head < 0 else None) or before
    if before.kind is Kind.RESULT and not is_part(tree, i):
        return None
    new = _with_own_goal(tree, before, sentence, i, amount)
    if not fits_in(new, whole):
        return None
    if not _has_goal(new):
        for role in GOAL_ROLES:
            new.fill(role, whole.roles.get(role, []), Way("as its whole"))
    attach(new, whole)
    return new if any(new.roles.values()) or new.texts else None


def _next_of_list(tree: Tree, before: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft | None:
    """As in "A à X, B à Y": the same for another goal or of another actor, None where none is named."""
    if before.kind is Kind.RESULT:
        return None
    new = _with_own_goal(tree, before, sentence, i, amount)
    other = any(set(new.keys(role)) - set(before.keys(role)) for role in INHERITED)
    return new if _has_goal(new) or other else None


def _with_own_goal(tree: Tree, before: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft:
    """A sibling for what the amount's own complements name."""
    new = sibling(before, sentence, amount, inherit=INHERITED)
    verb = tree.tokens[i].head
    if tree.tokens[i].dep in SUBJECTS and verb != before.head and is_verb(tree, verb):
        new.reality = reality(tree, verb, done=Status.DONE)  # "of which A has already been paid"
    _place_own_actors(tree, new, i)
    for arg in arguments(tree, i):
        if arg.slot in syntax_words(tree.language).goal_prepositions:
            place(tree, new, "goal", arg.token, how=f"{arg.slot} the amount")
    if not _has_goal(new):
        _place_goal_behind(tree, new, sentence, i)
    return new


def _place_own_actors(tree: Tree, new: Draft, i: int) -> None:
    """As in "5 M€ viennent de A et 3 M€ de B": each amount has its own A, where the verb's slot says so."""
    for arg in arguments(tree, i):
        role = new.frame.slots.get(arg.slot)
        if role in INHERITED and entities_at(tree, arg.token):
            new.roles.pop(role, None)
            place(tree, new, role, arg.token, how=f"{arg.slot} the amount")


def _has_goal(draft: Draft) -> bool:
    return any(draft.roles.get(role) for role in GOAL_ROLES)


def _place_goal_behind(tree: Tree, new: Draft, sentence: Sentence, i: int) -> None:
    """As in "20 milliards pour X": the noun right behind the amount, whatever the parser made of it."""
    prepositions = {*syntax_words(tree.language).goal_prepositions, ""}
    for at in range(i + 1, min(i + 1 + GOAL_REACH, sentence.last)):
        if tree.tokens[at].pos in {"VERB", "AUX", "PUNCT", "CCONJ"} or tree.tokens[at].amount is not None:
            return
        if tree.mentions(at) and tree.preposition(at) in prepositions and entities_at(tree, at):
            place(tree, new, "goal", at, how="right behind the amount")
            return
