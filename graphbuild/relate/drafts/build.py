"""From a match to a claim draft: each argument lands in the role that the frame gives its slot."""

from graphbuild.model import Amount, Certainty, EntityType, Kind, Polarity, Sentence, Status
from graphbuild.relate import frames as fr
from graphbuild.relate.drafts.beside import beside
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.drafts.titles import office
from graphbuild.relate.drafts.word_order import (
    amount_behind,
    behind,
    named_before,
    object_behind,
    subject_before,
    whose,
)
from graphbuild.relate.frames import Frame
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.reality import Reality, reality
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.control import governor, subjects
from graphbuild.relate.syntax.phrases import amounts_at, entities_at, words_at
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.tree import OBJECTS, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_passive, is_verb

PERSONAL = frozenset({"salary", "wealth"})
UNPRICED = frozenset({Kind.LAUNCH, Kind.LOCATION, Kind.OPERATION, Kind.OWNERSHIP, Kind.POSITION})
MONEY_ONLY = frozenset(
    {Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING, Kind.FINE, Kind.ACQUISITION}
)
VALUE_REACH = 14  # tokens
BODY_SLOTS = frozenset({"of", "at", "de", "chez", "à", "poss", "compound"})  # where a title says whose it is
VALUE_SLOTS = frozenset({"obj", "attr", "acomp", "npadvmod", "à", "de", "to", "at", "oprd", "of", ""})
FORMER = {
    "fr": frozenset({"ancien", "ancienne", "ex", "anciens", "ex-"}),
    "en": frozenset({"former", "ex", "formerly", "outgoing"}),
}


def draft(tree: Tree, match: Match, sentence: Sentence) -> Draft | None:
    """The claim that a match makes; it may lack what `complete` asks for. None where it says nothing."""
    frame = match.frame
    args = _arguments(tree, match)
    result = Draft(frame.kind, frame.rule, match.head, sentence, _reality(tree, match), frame)
    if frame.titled and not match.verbal:
        office(tree, result, match)
        _texts(tree, result, match)
        return result if result.roles.get("person") else None
    if not match.verbal:
        _land_self(tree, result, match)
    for arg in args:
        _land(tree, result, frame, arg, verbal=match.verbal)
    if not match.verbal:
        _land_noun(tree, result, match)
    _land_linear(tree, result, match)
    _used_by(tree, result, args)
    _texts(tree, result, match)
    if frame.kind in UNPRICED or (frame.kind in MONEY_ONLY and result.amount and not result.amount.is_money):
        result.amount = None
    return result if result.roles or result.amount else None


def _used_by(tree: Tree, result: Draft, args: list[Arg]) -> None:
    """ "X utilisera des puces fabriquées par Y": who uses what is supplied is the customer."""
    if result.kind is not Kind.SUPPLY or any(result.roles.get(r) for r in ("customer", "project")):
        return
    for thing in (a.token for a in args if a.slot == "obj"):
        verb = tree.tokens[thing].head
        if (
            tree.tokens[thing].dep in OBJECTS
            and is_verb(tree, verb)
            and tree.tokens[verb].lemma in syntax_words(tree.language).use_verbs
        ):
            for user in subjects(tree, verb):
                place(tree, result, "goal", user)


def _reality(tree: Tree, match: Match) -> Reality:
    """A title or description in passing is a fact of its own, whatever the sentence's verb says of it."""
    if match.verbal or "self" not in match.frame.noun_slots:
        return reality(tree, match.head, done=match.frame.status)
    if match.frame.titled and (verb := _post_verb(tree, match)):
        return reality(tree, verb.head, done=verb.frame.status)
    before = {
        tree.word(t) for t in range(max(tree.sentence(match.head).first, match.words[0] - 2), match.words[0])
    }
    status = Status.CANCELLED if before & FORMER[tree.language] else Status.DONE
    return Reality(status, Polarity.POSITIVE, Certainty.ASSERTED)


def _post_verb(tree: Tree, match: Match) -> Match | None:
    """ "resigned as chief executive", "a été nommé directeur": the verb that gives or ends the title."""
    for at in list(tree.ancestors(match.head))[:2]:
        found = [
            f
            for phrase, f in fr.frames(tree.language).verbs.get(tree.tokens[at].lemma, ())
            if f.kind is Kind.POSITION and len(phrase) == 1
        ]
        named = tree.preposition(match.head) in {"as", "comme", "de", "à"} or tree.tokens[match.head].dep in {
            "oprd",
            "xcomp",
            "attr",
            "obj",
        }
        if found and is_verb(tree, at) and named and found[0].status is not Status.DONE:
            return Match(found[0], at, (at,), verbal=True)
    return None


def _arguments(tree: Tree, match: Match) -> list[Arg]:
    """Arguments of the governing word, and of the nouns inside a phrase ("prend le contrôle de X")."""
    found = arguments(tree, match.head)
    for word in (w for w in match.words if w != match.head):
        found += [a for a in arguments(tree, word) if a.slot not in {"vsubj", "subj", "self"}]
    if match.verbal and is_participle(tree, match.head):
        role = match.frame.slots.get("obj", "")
        named = [t for t in named_before(tree, match.head) if _fits(tree, match.frame.kind, role, t)]
        if named:
            found = [Arg("obj", named[0]), *(a for a in found if a.slot != "obj")]
    found = [a for a in dict.fromkeys(found) if a.token not in match.words]
    return sorted(found, key=lambda a: a.slot != "obj")  # the object's amount before any other


def _fits(tree: Tree, kind: Kind, role: str, token: int) -> bool:
    """Whether something at a token may land where a slot leads."""
    wanted = _landings(kind, role)
    return any(fr.accepts(kind, r, e.type) for e in entities_at(tree, token) for r in wanted)


def _role(frame: Frame, arg: Arg, *, verbal: bool) -> str | None:
    if verbal:
        return frame.slots.get(arg.slot) or fr.default_slot(frame.kind, arg.slot)
    return frame.noun_slots.get(arg.slot)


def _land(tree: Tree, result: Draft, frame: Frame, arg: Arg, *, verbal: bool) -> None:
    amounts = (
        amounts_at(tree, arg.token)
        if arg.slot not in {"subj", "vsubj", "self", "poss"} or frame.slots.get("subj") == "amount"
        else amounts_at(tree, arg.token, wide=False)
    )
    allowed = not verbal or not frame.amounts or arg.slot in frame.amounts
    if amounts and result.amount is None and allowed and arg.slot not in {"contre", "against", "from"}:
        result.amount = tree.amount(amounts[0])
    role = _role(frame, arg, verbal=verbal)
    if role and role not in {"-", "amount"}:
        place(tree, result, role, arg.token)


def place(tree: Tree, result: Draft, role: str, token: int) -> None:
    """Put what stands at a token into a role, by type; a goal lands where its type belongs.

    "a|b" tries both; "owner:person" takes only a person; title, purpose and item take the words.
    """
    kind = result.kind
    for name, only in ((n.split(":") + [""])[:2] for n in role.split("|")):
        found = [e for e in entities_at(tree, token) if only in {"", e.type.value}]
        for entity in found:
            target = fr.goal(kind, entity.type) if name == "goal" else name
            if target and fr.accepts(kind, target, entity.type):
                result.fill(target, [entity])
        if name == "title" and tree.tokens[token].pos in {"NOUN", "PROPN"}:
            result.texts.setdefault("title", _title_words(tree, token))
            for arg in (
                a for a in arguments(tree, token) if a.slot in BODY_SLOTS and not result.keys("organization")
            ):
                place(tree, result, "organization", arg.token)
        if (
            name in {"goal", "purpose", "item"}
            and (text := fr.text_role(kind))
            and not found
            and _sayable(tree, token)
        ):
            result.texts.setdefault(text, words_at(tree, token))
        if any(result.keys(r) & {e.key for e in found} for r in result.roles):
            return


def _title_words(tree: Tree, i: int) -> str:
    """ "directrice générale" of "directrice générale d'Engie", "chief executive": up to the name of the body."""
    last = tree.sentence(i).last
    end = i
    while (
        end + 1 < last
        and tree.tokens[end + 1].pos in {"ADJ", "ADP", "DET", "NOUN"}
        and not tree.mentions(end + 1)
    ):
        end += 1
    while end > i and tree.tokens[end].pos in {"ADP", "DET"}:
        end -= 1
    first = min([i, *(c for c in tree.children(i, "amod", "compound") if tree.tokens[c].text.islower())])
    return tree.text(first, end)


def _sayable(tree: Tree, i: int) -> bool:
    """Whether a token can head a purpose: no amount, pronoun, number or date."""
    token = tree.tokens[i]
    return (
        token.amount is None
        and token.pos in {"NOUN", "PROPN", "VERB", "ADJ"}
        and token.lemma not in syntax_words(tree.language).time_nouns
    )


def _land_linear(tree: Tree, result: Draft, match: Match) -> None:
    """Roles that syntax left empty, by word order."""
    slots = match.frame.slots if match.verbal else match.frame.noun_slots
    empty = {
        slot
        for slot, role in slots.items()
        if role != "-" and not any(result.roles.get(r) for r in _landings(result.kind, role))
    }
    loose = {"de", "of"} if match.verbal else set()  # behind a verb they belong to some noun
    found = list(
        behind(
            tree,
            match,
            frozenset(empty - loose - {"subj", "obj", "self", "poss", "appos", "compound", "y", "there"}),
        )
    )
    if match.verbal and "obj" in empty and not any(a.slot == "obj" for a in arguments(tree, match.head)):
        found += object_behind(tree, match)
    if match.verbal and "subj" in empty and not is_passive(tree, match.head):
        found += subject_before(tree, match.head)
    elif match.verbal and "subj" in empty:
        found += [Arg("subj", a.token) for a in behind(tree, match, frozenset({"par", "by"}))]
    if "de" in empty and (owner := whose(tree, match.words[0])) is not None:
        found.append(Arg("de", owner))
    for arg in found:
        _land(tree, result, match.frame, arg, verbal=match.verbal)
    if (
        match.verbal
        and result.amount is None
        and (at := amount_behind(tree, match)) is not None
        and not _elsewhere(tree, match, at)
    ):
        result.amount = tree.amount(at)


def _elsewhere(tree: Tree, match: Match, at: int) -> bool:
    """Whether syntax puts an amount in a slot where the frame's cannot stand: "raised its forecast to A"."""
    slots = match.frame.amounts
    return bool(slots) and any(a.token == at and a.slot not in slots for a in arguments(tree, match.head))


def _landings(kind: Kind, role: str) -> set[str]:
    """The roles where a slot's filler may land."""
    goals = {r for t in EntityType if (r := fr.goal(kind, t))}
    names = [name.split(":")[0] for name in role.split("|")]
    return {r for name in names for r in (goals if name == "goal" else {name})}


def _land_self(tree: Tree, result: Draft, match: Match) -> None:
    """What the noun itself names or describes: "sa filiale" is one thing, whose it is another."""
    if role := match.frame.noun_slots.get("self"):
        for mention in tree.mentions(match.head):
            entity = tree.entities[mention.entity]
            if fr.accepts(result.kind, role, entity.type):
                result.fill(role, [entity])
    whose = match.frame.noun_slots.get("poss")
    if whose and result.roles and any(a.slot == "poss" for a in arguments(tree, match.head)):
        for subject in _clause_subjects(tree, match.head):
            place(tree, result, whose, subject)


def _land_noun(tree: Tree, result: Draft, match: Match) -> None:
    """What a noun says of itself: its own mention, the subject of the verb that carries it, its amount."""
    frame, head = match.frame, match.head
    if role := frame.noun_slots.get("self"):
        if not result.keys(role) or role in {frame.noun_slots.get("de"), frame.noun_slots.get("of")}:
            result.fill(role, beside(tree, match, lambda e: fr.accepts(result.kind, role, e.type)))
    own = amounts_at(tree, head)
    if own and result.amount is None:
        result.amount = tree.amount(own[0])
    _value(tree, result, match)
    verb = governor(tree, head)
    if verb is not None and (role := _carrier_role(tree, frame, verb)):
        args = arguments(tree, head)
        if not is_passive(tree, verb) and not any(
            a.slot == "vsubj" and entities_at(tree, a.token) for a in args
        ):
            args += [Arg("vsubj", a.token) for a in subject_before(tree, verb)]
        for arg in args:
            if arg.slot == "vsubj" and _announces(tree, verb, arg.token, frame):
                continue
            if arg.slot == "vsubj" and not (
                frame.measure and frame.measure not in PERSONAL and _is_person(tree, arg.token)
            ):
                place(tree, result, role, arg.token)
            elif arg.slot in {"à", "to"} and role == frame.giver and frame.receiver:
                place(tree, result, frame.receiver, arg.token)
            elif (
                arg.slot in {"de", "from", "auprès de", "par", "by", "avec", "with"}
                and role == frame.receiver
                and frame.giver
            ):
                place(tree, result, frame.giver, arg.token)


def _value(tree: Tree, result: Draft, match: Match) -> None:
    """ "son chiffre d'affaires a atteint A", "résultat net en hausse à A": the amount that the noun's verb gives."""
    head, frame = match.head, match.frame
    token = tree.tokens[head]
    if result.amount is None and token.dep in SUBJECTS and is_verb(tree, token.head):
        for arg in arguments(tree, token.head):
            amounts = amounts_at(tree, arg.token, wide=False)
            if amounts and arg.slot in VALUE_SLOTS and result.amount is None:
                result.amount = tree.amount(amounts[0])
    if frame.measure and result.amount is None:
        result.amount = _next_amount(tree, match)
    if frame.measure and frame.actor and result.amount is not None and "organization" not in result.roles:
        for subject in (
            s for s in _clause_subjects(tree, head) if frame.measure in PERSONAL or not _is_person(tree, s)
        ):
            place(tree, result, "organization", subject)


def _next_amount(tree: Tree, match: Match) -> Amount | None:
    """The first amount behind a measure's name, no other name of a measure between."""
    last = tree.sentence(match.head).last
    for i in range(match.words[-1] + 1, min(last, match.words[-1] + VALUE_REACH)):
        if tree.amount(i) is not None:
            return tree.amount(i)
        if tree.word(i) in {";", ":"} or _is_measure(tree, i):
            return None
    return None


def _is_measure(tree: Tree, i: int) -> bool:
    found = fr.frames(tree.language).nouns.get(tree.tokens[i].lemma, ())
    return any(frame.measure for _, frame in found)


def _announces(tree: Tree, verb: int, subject: int, frame: Frame) -> bool:
    """A person who unveils an investment speaks of it; whose money it is, is not said."""
    speaks = tree.tokens[verb].lemma in syntax_words(tree.language).announcing_verbs
    return speaks and frame.kind is not Kind.PARTNERSHIP and _is_person(tree, subject)


def _is_person(tree: Tree, i: int) -> bool:
    """Who gives a company's figure is no company: a person as subject is the speaker."""
    return any(e.type is EntityType.PERSON for e in entities_at(tree, i))


def _clause_subjects(tree: Tree, i: int) -> list[int]:
    """The subjects of the nearest verb above that has one other than the noun itself."""
    for above in tree.ancestors(i):
        if is_verb(tree, above):
            return [s for s in subjects(tree, above) if s != i]
    return []


def _carrier_role(tree: Tree, frame: Frame, verb: int) -> str | None:
    """Which role the subject of the carrying verb has; an onlooker ("approves the loan") has none."""
    words = syntax_words(tree.language)
    if tree.tokens[verb].lemma in words.onlooker_verbs:
        return None
    if tree.tokens[verb].lemma in syntax_words(tree.language).get_verbs and frame.receiver:
        return frame.receiver
    return frame.actor or frame.giver


def _texts(tree: Tree, result: Draft, match: Match) -> None:
    frame = match.frame
    if frame.measure:
        result.texts["measure"] = frame.measure
    if frame.titled:
        result.texts["title"] = tree.text(match.words[0], match.words[-1])


def complete(result: Draft) -> bool:
    """All that the frame needs is there, and at least two things are said."""
    if result.frame.titled and result.roles.get("person"):
        return True
    have = (
        {role for role, found in result.roles.items() if found}
        | set(result.texts)
        | ({"amount"} if result.amount else set())
    )
    if result.reality.polarity is Polarity.NEGATIVE:
        have.add("amount")  # "n'a rien versé": the denial needs no sum
    fillers = sum(map(len, result.roles.values())) + len(result.texts) + (result.amount is not None)
    return (
        fillers >= 2
        and bool(result.roles or result.amount)
        and all(set(need.split("|")) & have for need in result.frame.needs)
    )
