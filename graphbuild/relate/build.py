"""From a match to a claim draft: each argument lands in the role that the frame gives its slot."""

from graphbuild.model import Amount, Sentence, Status
from graphbuild.relate import frames as fr
from graphbuild.relate.clause import Arg, arguments, governor, is_verb
from graphbuild.relate.draft import Draft
from graphbuild.relate.fill import amounts_at, entities_at, words_at
from graphbuild.relate.frames import Frame
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.match import Match
from graphbuild.relate.stance import reality
from graphbuild.relate.tree import Tree

FORMER = {"fr": frozenset({"ancien", "ancienne", "ex", "anciens", "ex-"}), "en": frozenset({"former", "ex", "formerly", "outgoing"})}


def draft(tree: Tree, match: Match, sentence: Sentence) -> Draft | None:
    """The claim that a match makes, or None where what the frame needs is missing."""
    frame = match.frame
    args = _arguments(tree, match)
    result = Draft(frame.kind, frame.rule, match.head, sentence, reality(tree, match.head, done=frame.status), frame)
    for arg in args:
        _land(tree, result, frame, arg, verbal=match.verbal)
    if not match.verbal:
        _land_noun(tree, result, match)
    _texts(tree, result, match)
    return result if _complete(result) else None


def _arguments(tree: Tree, match: Match) -> list[Arg]:
    """Arguments of the governing word, and of the noun that ends a verb phrase ("prend le contrôle de X")."""
    found = arguments(tree, match.head)
    for word in match.words[1:] if match.verbal else ():
        found += [a for a in arguments(tree, word) if a.slot not in {"vsubj", "subj", "self"}]
    return [a for a in dict.fromkeys(found) if a.token not in match.words]


def _role(frame: Frame, arg: Arg, *, verbal: bool) -> str | None:
    if verbal:
        return frame.slots.get(arg.slot)
    return frame.noun_slots.get(arg.slot)


def _land(tree: Tree, result: Draft, frame: Frame, arg: Arg, *, verbal: bool) -> None:
    amounts = amounts_at(tree, arg.token) if arg.slot not in {"subj", "vsubj", "self", "poss"} or frame.slots.get("subj") == "amount" else amounts_at(tree, arg.token, wide=False)
    if amounts and result.amount is None and arg.slot not in {"contre", "against", "from"}:
        result.amount = tree.amount(amounts[0])
    role = _role(frame, arg, verbal=verbal)
    if role and role not in {"-", "amount"}:
        place(tree, result, role, arg.token)


def place(tree: Tree, result: Draft, role: str, token: int) -> None:
    """Put what stands at a token into a role, by type; a goal lands where its type belongs."""
    kind = result.kind
    for name in role.split("|"):
        found = entities_at(tree, token)
        for entity in found:
            target = fr.goal(kind, entity.type) if name == "goal" else name
            if target and fr.accepts(kind, target, entity.type):
                result.fill(target, [entity])
        if name in {"goal", "purpose", "item"} and (text := fr.text_role(kind)) and not found and tree.amount(token) is None:
            result.texts.setdefault(text, words_at(tree, token))
        if any(result.keys(r) & {e.key for e in found} for r in result.roles):
            return


def _land_noun(tree: Tree, result: Draft, match: Match) -> None:
    """What a noun says of itself: its own mention, the subject of the verb that carries it, its amount."""
    frame, head = match.frame, match.head
    if role := frame.noun_slots.get("self"):
        for mention in tree.mentions(head):
            entity = tree.entities[mention.entity]
            if fr.accepts(result.kind, role, entity.type) and mention.span != tree.tokens[head].span:
                result.fill(role, [entity])
    own = amounts_at(tree, head)
    if own and result.amount is None:
        result.amount = tree.amount(own[0])
    verb = governor(tree, head)
    if verb is not None and (role := _carrier_role(tree, frame, verb)):
        for arg in arguments(tree, head):
            if arg.slot == "vsubj":
                place(tree, result, role, arg.token)
            elif arg.slot in {"à", "to"} and role == frame.giver and frame.receiver:
                place(tree, result, frame.receiver, arg.token)
            elif arg.slot in {"de", "from", "auprès de", "par", "by"} and role == frame.receiver and frame.giver:
                place(tree, result, frame.giver, arg.token)


def _carrier_role(tree: Tree, frame: Frame, verb: int) -> str | None:
    """Which role the subject of the carrying verb has."""
    if tree.tokens[verb].lemma in syntax_words(tree.language).get_verbs and frame.receiver:
        return frame.receiver
    return frame.actor or frame.giver


def _texts(tree: Tree, result: Draft, match: Match) -> None:
    frame = match.frame
    if frame.measure:
        result.texts["measure"] = frame.measure
    if frame.titled:
        result.texts["title"] = tree.text(match.words[0], match.words[-1])


def _complete(result: Draft) -> bool:
    """All that the frame needs is there, and at least two things are said."""
    have = {role for role, found in result.roles.items() if found} | set(result.texts) | ({"amount"} if result.amount else set())
    fillers = sum(map(len, result.roles.values())) + len(result.texts) + (result.amount is not None)
    return fillers >= 2 and bool(result.roles or result.amount) and all(set(need.split("|")) & have for need in result.frame.needs)
