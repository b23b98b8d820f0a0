"""Claims that lean on another in the same sentence: parts of a whole, lists, and "contre 728 un an plus tôt"."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Amount, Form, Kind, Sentence
from graphbuild.relate.drafts.build import place
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.lexicon import link_words
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.phrases import amounts_at, entities_at
from graphbuild.relate.syntax.tree import CONTRACTED, Tree

GOALS = frozenset(
    {
        "à",
        "pour",
        "dans",
        "en",
        "en faveur de",
        "sur",
        "à profit de",
        "vers",
        "to",
        "for",
        "in",
        "into",
        "on",
        "at",
    }
)
INHERITED = ("payer", "organization", "authority")
GOAL_ROLES = ("project", "beneficiary", "place")


def with_parts(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence, with the claims that its other amounts make beside them."""
    result = respective(tree, sentence, drafts)
    used = {d.amount.span for d in result if d.amount}
    for i in range(sentence.first, sentence.last):
        amount = tree.amount(i)
        if amount is None or amount.conversion_of is not None:
            continue
        if amount.span not in used and (found := _leaning(tree, sentence, result, i, amount)):
            result.append(found)
        own = next((d for d in result if d.amount is not None and d.amount.span == amount.span), None)
        if own and _introduced(tree, i, "part"):
            _attach(own, _whole(result, amount))
    return result


def respective(tree: Tree, sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """ "X and Y got A and B respectively": a claim for each pair."""
    words = link_words(tree.language)["respective"]
    if not any(tree.word(i) in words for i in range(sentence.first, sentence.last)):
        return list(drafts)
    return [new for d in drafts for new in (_distributed(tree, d) or [d])]


def _distributed(tree: Tree, draft: Draft) -> list[Draft]:
    if draft.amount is None:
        return []
    at = tree.token_at(draft.amount.span.start)
    amounts = [a for t in amounts_at(tree, at, wide=False) if (a := tree.amount(t))]
    role = next((r for r, found in draft.roles.items() if len(found) == len(amounts) > 1), None)
    if role is None:
        return []
    pairs = zip(draft.roles[role], amounts, strict=True)
    return [
        replace(
            draft,
            head=draft.head if n == 0 else -1 - a.span.start,
            amount=a,
            roles={**draft.roles, role: [e]},
        )
        for n, (e, a) in enumerate(pairs)
    ]


def _leaning(tree: Tree, sentence: Sentence, drafts: Sequence[Draft], i: int, amount: Amount) -> Draft | None:
    """The claim of an amount that no frame took, after one that a frame took."""
    before = _whole(drafts, amount)
    if before is None:
        return None
    if _introduced(tree, i, "earlier") or _from_to(tree, before, i):
        return _sibling(before, sentence, amount, inherit=tuple(before.roles))
    if gapped := _gapped(tree, before, sentence, i, amount):
        return gapped
    part = _introduced(tree, i, "part") or _after_colon(tree, before, i) or before.whole is not None
    if not part and not _in_list(tree, before, i, amount):
        return None
    return _listed(tree, before, sentence, i, part=part)


def _listed(tree: Tree, before: Draft, sentence: Sentence, i: int, *, part: bool) -> Draft | None:
    """A part ("dont A pour X") or the next of a list ("A à X, B à Y"): its own goal, else that of the whole."""
    amount = tree.amount(i)
    whole = (before.whole if before.head < 0 else None) or before
    if amount is None or (before.kind is Kind.RESULT and not _introduced(tree, i, "part")):
        return None
    new = _sibling(before, sentence, amount, inherit=INHERITED)
    for arg in arguments(tree, i):
        if arg.slot in GOALS:
            place(tree, new, "goal", arg.token)
    if not _has_goal(new):
        _goal_behind(tree, new, i, sentence)
    if not part:
        return new if _has_goal(new) else None
    if not _smaller(new, whole):
        return None
    if not _has_goal(new):
        for role in GOAL_ROLES:
            new.fill(role, whole.roles.get(role, []))
    _attach(new, whole)
    return new if sum(map(len, new.roles.values())) + len(new.texts) else None


def _has_goal(draft: Draft) -> bool:
    return any(draft.roles.get(role) for role in GOAL_ROLES)


def _from_to(tree: Tree, before: Draft, i: int) -> bool:
    """ "est passé de 6,8 à 8,3 millions": both values, a claim each."""
    if before.amount is None or "measure" not in before.texts:
        return False
    at = tree.token_at(before.amount.span.start)
    words = (
        CONTRACTED.get(tree.word(at - 1), tree.word(at - 1)),
        CONTRACTED.get(tree.word(i - 1), tree.word(i - 1)),
    )
    return i - at <= 3 and words in {("de", "à"), ("from", "to")}


def _gapped(tree: Tree, model: Draft, sentence: Sentence, i: int, amount: Amount) -> Draft | None:
    """ "X a prêté 80 millions, Y 57 millions": the verb is understood, the subject is another."""
    role = model.frame.slots.get("subj", "")
    if (
        model.frame.kind != model.kind
        or role not in model.roles
        or model.amount is None
        or model.amount.unit != amount.unit
    ):
        return None
    at = i - 2 if tree.word(i - 1) in {",", ":"} else i - 1
    named = [
        m
        for m in tree.mentions(at)
        if m.form in {Form.NAME, Form.SHORT} and m.span.end >= tree.tokens[at].span.end
    ]
    if not named or tree.entities[named[0].entity].key in model.keys(role):
        return None
    start = tree.token_at(named[0].span.start) - 1
    while start > sentence.first and tree.tokens[start].pos in {"DET", "ADJ"}:
        start -= 1
    between = range(tree.token_at(model.amount.span.start) + 1, i)
    if tree.word(start) not in {",", ";", "et", "and", "while", ":"} or any(
        tree.tokens[t].pos in {"VERB", "AUX"} for t in between
    ):
        return None
    new = _sibling(model, sentence, amount, inherit=tuple(r for r in model.roles if r != role))
    new.fill(role, [tree.entities[named[0].entity]])
    new.whole = model.whole
    return new


def _goal_behind(tree: Tree, new: Draft, i: int, sentence: Sentence) -> None:
    """ "20 milliards pour X": preposition and noun right behind the amount, whatever the parser made of it."""
    for at in range(i + 1, min(i + 7, sentence.last)):
        if tree.tokens[at].pos in {"VERB", "AUX", "PUNCT", "CCONJ"} or tree.tokens[at].amount is not None:
            return
        if tree.mentions(at) and tree.preposition(at) in {*GOALS, ""} and entities_at(tree, at):
            place(tree, new, "goal", at)
            return


def _sibling(model: Draft, sentence: Sentence, amount: Amount, *, inherit: Sequence[str]) -> Draft:
    return replace(
        model,
        sentence=sentence,
        head=-1 - amount.span.start,
        amount=amount,
        roles={role: list(model.roles[role]) for role in inherit if role in model.roles},
        texts={k: v for k, v in model.texts.items() if k == "measure"},
        evidence=[],
        whole=None,
    )


def _attach(part: Draft, whole: Draft | None) -> None:
    if whole is None or whole is part or not _smaller(part, whole):
        return
    part.whole = whole
    if part.kind == whole.kind:
        for role in INHERITED:
            if role not in part.roles and role in whole.roles:
                part.fill(role, whole.roles[role])


def _smaller(part: Draft, whole: Draft) -> bool:
    a, b = part.amount, whole.amount
    return a is not None and b is not None and a.unit == b.unit and a.value <= (b.max_value or b.value)


def _whole(drafts: Sequence[Draft], amount: Amount) -> Draft | None:
    """The claim whose amount stands nearest before this one, parts of something else left out."""
    before = [d for d in drafts if d.amount and d.amount.span.end <= amount.span.start]
    nearest = max(before, key=lambda d: d.amount.span if d.amount else amount.span, default=None)
    return nearest.whole if nearest and nearest.whole and _level(nearest, amount) else nearest


def _level(nearest: Draft, amount: Amount) -> bool:
    """A list of parts has one whole: the second part is a part of the same."""
    return nearest.amount is not None and nearest.head < 0


def _introduced(tree: Tree, i: int, how: str) -> bool:
    """Whether "dont", "of which", "including" (part) or "contre", "from" (earlier) leads to the amount."""
    words = link_words(tree.language)[how]
    first = tree.sentence(i).first
    text = " ".join(tree.word(t) for t in range(max(first, i - 4), i))
    return any(
        f" {text} ".endswith(f" {word} ") or f" {word} le " in f" {text} " or f" {word} the " in f" {text} "
        for word in words
    ) or any(f" {word} " in f" {text} " and how == "part" for word in words)


def _after_colon(tree: Tree, before: Draft, i: int) -> bool:
    start = tree.token_at(before.amount.span.start) if before.amount else i
    return any(tree.word(t) == ":" for t in range(start, i))


def _in_list(tree: Tree, before: Draft, i: int, amount: Amount) -> bool:
    """ "8,5 milliards à Intel, 6,6 milliards à TSMC": no other verb between the two amounts."""
    if before.amount is None or before.amount.unit != amount.unit:
        return False
    start = tree.token_at(before.amount.span.start)
    between = range(start + 1, i)
    if _after_colon(tree, before, i):
        return True
    return not any(tree.tokens[t].pos in {"VERB", "AUX"} or tree.word(t) in {";", "."} for t in between)
