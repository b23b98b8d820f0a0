"""Claims that lean on another in the same sentence: parts, lists, "contre 728 un an plus tôt"."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Amount, Kind, Sentence, Status
from graphbuild.relate.drafts.complete import complete
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.landing import place
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.reality import Reality, reality
from graphbuild.relate.story.additions import added
from graphbuild.relate.story.bills import share_of_bill
from graphbuild.relate.story.gapped import as_much, gapped
from graphbuild.relate.story.links import is_after_colon, is_earlier, is_from_to, is_in_list
from graphbuild.relate.story.shares import is_divided, opening, origin, sliced
from graphbuild.relate.story.siblings import (
    INHERITED,
    as_part,
    attach,
    fits_in,
    has_goal,
    inherit,
    last_before,
    nearest_before,
    part_reality,
    sibling,
)
from graphbuild.relate.story.whole import whole_of
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.complements import complements
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_verb

GIVEN = frozenset({Kind.LOAN, Kind.GRANT})
GOAL_REACH = 6  # tokens from an amount to what it is for


def with_parts(
    tree: Tree,
    sentence: Sentence,
    drafts: Sequence[Draft],
    before: Sequence[Draft],
    lacking: Sequence[Draft] = (),
) -> list[Draft]:
    """The drafts of a sentence, with the claims that its other amounts make beside them.

    ``before`` are the claims of earlier sentences: "Sur cette enveloppe, A iront à X" is a part of the last.
    ``lacking`` are those of this sentence that may yet become whole, and then have parts.
    """
    result = list(drafts)
    led = opening(tree, sentence)
    for i, amount in tree.amounts_in(sentence):
        if amount.conversion_of is not None or is_divided(tree, i):
            continue
        own = next((d for d in result if d.amount is not None and d.amount.span == amount.span), None)
        whole = whole_of(tree, i, led, [*result, *lacking], before)
        if own is None:
            taken = _of_whole(tree, lacking, amount, whole)
            result += taken or _beside(tree, sentence, result, i, amount, whole)
        elif whole is not None and whole is not own:
            as_part(tree, own, whole)
    return [*result, *as_much(tree, result, sentence)]


def _of_whole(tree: Tree, lacking: Sequence[Draft], amount: Amount, whole: Draft | None) -> list[Draft]:
    """A loan or grant that lacks its people, as part of a sum: they are those of the sum.

    "Y reçoit 50 M€ de X, dont 30 de prêts": the same give and take; but "X investira 250 M€, dont 80
    empruntés": who spends the whole borrows the part.
    """
    own = next((d for d in lacking if d.kind in GIVEN and d.amount and d.amount.span == amount.span), None)
    told = own is not None and (own.kind is Kind.LOAN or tree.tokens[own.head].pos == "NOUN")  # "17 de dons"
    if own is None or not told or whole is None or own.roles.get("beneficiary"):
        return []
    given = whole.kind in GIVEN
    if given:
        for role in ("payer", "beneficiary", "project"):
            own.fill(role, whole.roles.get(role, []), Way("as of the whole"))
    elif own.kind is Kind.LOAN and whole.roles.get("payer"):
        own.fill("beneficiary", whole.roles["payer"], Way("who spends the whole"))
        own.reality = whole.reality  # it is borrowed when it is spent
    if given and own.reality.status is Status.DONE:
        own.reality = whole.reality
    attach(own, whole)
    return [own] if complete(own) else []


def _beside(
    tree: Tree, sentence: Sentence, drafts: Sequence[Draft], i: int, amount: Amount, whole: Draft | None
) -> list[Draft]:
    """The claim of an amount that no frame took, if it makes one."""
    nearest = last_before(drafts, amount)
    if nearest is not None and is_earlier(tree, i):
        whole = None  # "22 millions, up from 15": what was once is no part of what is
    new = gapped(tree, nearest, sentence, i, amount) if nearest else None
    if new is None and whole is not None:
        new = _part(tree, whole, sentence, i, amount)
    elif new is None:
        new = _leaning(tree, sentence, drafts, i)
    return [new] if new else []


def _leaning(tree: Tree, sentence: Sentence, drafts: Sequence[Draft], i: int) -> Draft | None:
    """The claim of an amount that no frame took, after one that a frame took."""
    amount = tree.amount(i)
    before = nearest_before(drafts, amount) if amount else None
    if amount is None or before is None:
        return None
    if is_from_to(tree, before, i) or is_earlier(tree, i):
        return _changed(tree, before, sentence, i, amount)
    if (told := added(tree, before, i)) is not None:
        return replace(sibling(before, sentence, amount, inherit=before.roles), reality=told)
    if before.head >= 0 and _has_unnamed_subject(tree, i):
        return None
    if is_after_colon(tree, before, i):
        return _part(tree, before, sentence, i, amount)
    return _next_of_list(tree, before, sentence, i, amount) if is_in_list(tree, before, i, amount) else None


def _changed(tree: Tree, before: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft | None:
    """What a sum was once: "22 millions, up from 15"; or is now: "passera de 400 à 420 millions"."""
    new = sibling(before, sentence, amount, inherit=before.roles)
    if is_from_to(tree, before, i):
        before.reality, before.dated = _once(before.reality), False
        return new
    if not _is_next_sum(tree, before, i):
        return None
    once = replace(new, dated=False)
    spent = before.head >= 0 and is_verb(tree, before.head)
    return replace(once, reality=_once(once.reality)) if spent else once


def _is_next_sum(tree: Tree, before: Draft, i: int) -> bool:
    """Whether no other sum stands between a claim's and an earlier one: "cut it to B from A" is of B."""
    last = tree.token_of(before.amount) if before.amount else i
    between = (a for t in range(last + 1, i) if (a := tree.amount(t)) is not None)
    return all(a.conversion_of is not None for a in between)


def _once(told: Reality) -> Reality:
    """An earlier sum is past, whatever is to come: "will spend A, up from B"."""
    ahead = told.status in {Status.ANNOUNCED, Status.PLANNED, Status.COMMITTED}
    return replace(told, status=Status.DONE) if ahead else told


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


def _part(tree: Tree, whole: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft | None:
    """As in "dont A pour X": for its own goal, else for that of the whole; None where it says nothing."""
    if whole.kind is Kind.RESULT and is_after_colon(tree, whole, i):
        return None
    model = share_of_bill(tree, whole, i)
    new = _with_own_goal(tree, model, sentence, i, amount)
    if not fits_in(new, whole):
        return None
    inherit(new, model)
    attach(new, whole)
    return new if any(new.roles.values()) or new.texts or not complete(whole) else None


def _next_of_list(tree: Tree, before: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft | None:
    """As in "A à X, B à Y": the same for another goal or of another actor, None where none is named."""
    if before.kind is Kind.RESULT:
        return None
    new = _with_own_goal(tree, before, sentence, i, amount)
    other = any(set(new.keys(role)) - set(before.keys(role)) for role in INHERITED)
    return new if has_goal(new) or other else None


def _with_own_goal(tree: Tree, before: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft:
    """A sibling for what the amount's own complements name."""
    new = sibling(before, sentence, amount, inherit=INHERITED)
    top = sliced(tree, i)
    verb = tree.tokens[top].head
    if tree.tokens[top].dep in SUBJECTS and verb != before.head and is_verb(tree, verb):
        new.reality = part_reality(reality(tree, verb, done=Status.DONE), before)  # "A has been paid"
        _place_goals(tree, new, verb)
    _place_own_actors(tree, new, i)
    _place_origin(tree, new, i)
    _place_goals(tree, new, i)
    if not has_goal(new):
        _place_goal_behind(tree, new, sentence, i)
    return new


def _place_origin(tree: Tree, new: Draft, i: int) -> None:
    """As in "150 milliards viendraient d'entreprises": others pay this part than the whole."""
    if (giver := origin(tree, i)) is not None and new.kind is not Kind.RESULT:
        new.roles.pop("payer", None)
        place(tree, new, "payer", giver, how="where the amount comes from")


def _place_goals(tree: Tree, new: Draft, i: int) -> None:
    """What the complements of an amount, or of the verb that it is the subject of, say that it is for.

    Its own come first: "A à X, B à Y" has one verb with two goals.
    """
    words = syntax_words(tree.language).goal_prepositions
    own = [arg for arg in complements(tree, i) if arg.slot in words]
    for arg in own or arguments(tree, i):
        if arg.slot in words:
            place(tree, new, "goal", arg.token, how=f"{arg.slot} the amount")


def _place_own_actors(tree: Tree, new: Draft, i: int) -> None:
    """As in "5 M€ viennent de A et 3 M€ de B": each amount has its own A, where the verb's slot says so."""
    for arg in arguments(tree, i):
        role = new.frame.slots.get(arg.slot)
        if role in INHERITED and entities_at(tree, arg.token):
            new.roles.pop(role, None)
            place(tree, new, role, arg.token, how=f"{arg.slot} the amount")


def _place_goal_behind(tree: Tree, new: Draft, sentence: Sentence, i: int) -> None:
    """As in "20 milliards pour X": the noun right behind the amount, whatever the parser made of it."""
    prepositions = {*syntax_words(tree.language).goal_prepositions, ""}
    for at in range(i + 1, min(i + 1 + GOAL_REACH, sentence.last)):
        if tree.tokens[at].pos in {"VERB", "AUX", "PUNCT", "CCONJ"} or tree.tokens[at].amount is not None:
            return
        if tree.mentions(at) and tree.preposition(at) in prepositions and entities_at(tree, at):
            place(tree, new, "goal", at, how="right behind the amount")
            return
