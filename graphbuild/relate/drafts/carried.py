"""What a noun says of itself, and what the verb that carries it adds: "X accorde un prêt à Y"."""

from collections.abc import Iterator
from dataclasses import replace

from graphbuild.model import EntityType, Kind
from graphbuild.relate.drafts.before import subject_before
from graphbuild.relate.drafts.behind import names_behind
from graphbuild.relate.drafts.beside import beside
from graphbuild.relate.drafts.complete import one_side
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.itself import is_had
from graphbuild.relate.drafts.landing import place
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.drafts.payers import is_a
from graphbuild.relate.frames import Frame, accepts, frames
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.control import governor, is_possessed, subjects
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.tree import OBJECTS, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_passive, is_verb

PERSONAL = frozenset({"salary", "wealth"})  # measures of persons
TO = frozenset({"à", "to"})
ALONG = 4  # tokens from "along" to the name
WITH = frozenset({"avec", "with"})
OF = frozenset({"de", "of", "poss", "compound", "at", "chez"})
FROM = frozenset({"de", "from", "auprès de", "par", "by", "avec", "with"})


def land_owner(tree: Tree, result: Draft, match: Match) -> None:
    """As in "X et sa filiale Y": whose it is, where the possessive itself is not known, is the subject."""
    owner = match.frame.noun_slots.get("poss")
    had = is_had(tree, match.head) and "self" in match.frame.noun_slots
    if owner and not _known(result, owner) and result.roles and (is_possessed(tree, match.head) or had):
        for subject in clause_subjects(tree, match.head):
            place(tree, result, owner, subject, how="possessor, the subject of the clause")


def _known(result: Draft, role: str) -> bool:
    """Whether a role has who it wants; partners are told apart by nothing, so one is not enough."""
    known = result.keys(role.partition(":")[0])
    return len(known) > 1 if result.kind is Kind.PARTNERSHIP else bool(known)


def land_beside(tree: Tree, result: Draft, match: Match) -> None:
    """Whom a description is said of, by where it stands; whose it is comes on top of what it is said of."""
    slots = match.frame.noun_slots
    role, _, only = slots.get("self", "").partition(":")
    others = {slots.get(s, "").partition(":")[0] for s in ("de", "of")}
    if role and (not result.keys(role) or role in others):
        found = beside(
            tree, match, lambda e: only in {"", e.type.value} and accepts(result.kind, role, e.type)
        )
        result.fill(role, found, Way("beside the noun", match.head))


def land_carrier(tree: Tree, result: Draft, match: Match) -> None:
    """Who does what the noun says: the subject of the verb that carries it, and that verb's complements."""
    verb = governor(tree, match.head)
    role = _carrier_role(tree, match.frame, verb) if verb is not None else None
    itself = result.kind is Kind.PARTNERSHIP and tree.tokens[match.head].dep == "attr"
    if verb is None or role is None or itself:  # "X is a joint venture of A and B": A's partner is B
        return
    own = set(result.roles) - {"partner"} if match.frame.receiver else set()
    words = syntax_words(tree.language)
    others = (
        result.kind is Kind.OPERATION and tree.tokens[verb].lemma in words.entrusting | words.financing_verbs
    )
    for arg in _carrier_arguments(tree, match.head, verb):
        target = role if _wins_along(tree, match.head, verb, arg) else _target(match.frame, role, arg)
        if arg.slot == "vsubj" and others:
            continue  # "X confie à Y la construction de Z": Y builds; "X finance la construction de Z"
        if arg.slot == "vsubj" and target in own:
            continue  # "digère l'amende infligée par Y", "lines up a loan from Y": it is Y's already
        if arg.slot == "vsubj" and target == "payer" and result.kind is Kind.INVESTMENT:
            target = "project|payer"  # "ce site représente un investissement de A"
        speaks = arg.slot == "vsubj" and _only_speaks(tree, match.frame, verb, arg.token)
        if target and not speaks and not (arg.slot == "vsubj" and _is_unnamed_head(tree, arg.token)):
            place(tree, result, target, arg.token, how=f"{arg.slot} of {tree.tokens[verb].lemma}")
        elif target:
            for house in _houses(tree, arg.token):
                place(tree, result, target, house, how="whom the speaker leads")
    if role == match.frame.receiver:
        _land_giver_behind(tree, result, match, verb)


def _wins_along(tree: Tree, noun: int, verb: int, arg: Arg) -> bool:
    """As in "a remporté avec X un contrat", "won a contract along with X": both did, nobody gave it."""
    if arg.slot not in WITH or tree.tokens[verb].lemma not in syntax_words(tree.language).winning_verbs:
        return False
    along = {tree.word(t) for t in range(max(0, arg.token - ALONG), arg.token)}
    return verb < arg.token < noun or bool(along & {"along", "together", "ensemble"})


def land_along(tree: Tree, result: Draft, match: Match) -> None:
    """As in "En partenariat avec X, Y ouvrira ...": who does it is the other partner."""
    along = result.kind is Kind.PARTNERSHIP and tree.preposition(match.head) in {"en", "in"}
    if along and result.keys("partner") and one_side(result):
        for subject in clause_subjects(tree, match.head):
            place(tree, result, "partner", subject, how="subject of the clause")


def land_passed(tree: Tree, result: Draft, match: Match) -> None:
    """As in "the contract went to X", "l'aide ira à X": what the noun says goes or comes."""
    token = tree.tokens[match.head]
    verb = token.head
    passes = tree.tokens[verb].lemma in syntax_words(tree.language).passing_verbs
    if token.dep not in SUBJECTS or not passes:
        return
    for arg in arguments(tree, verb):
        role = match.frame.receiver if arg.slot in TO else match.frame.giver if arg.slot in FROM else None
        if role:
            place(tree, result, role, arg.token, how=f"{arg.slot} of {tree.tokens[verb].lemma}")


def is_turned(tree: Tree, match: Match) -> bool:
    """As in "X paie une amende à Y": the subject receives what the noun says, "à" leads to who gives it."""
    verb = governor(tree, match.head)
    return (
        verb is not None
        and match.frame.receiver is not None
        and _carrier_role(tree, match.frame, verb) == match.frame.receiver
    )


def _land_giver_behind(tree: Tree, result: Draft, match: Match, verb: int) -> None:
    """As in "X décroche un contrat auprès de Y", where syntax has no complement: by word order."""
    giver, receiver = match.frame.giver, match.frame.receiver
    if giver and receiver and not result.roles.get(giver):
        start = replace(match, words=(min(verb, *match.words),))  # "a décroché auprès de Y un contrat"
        for arg in names_behind(tree, start, FROM - {"de"}):
            role = receiver if _wins_along(tree, match.head, verb, arg) else giver
            place(tree, result, role, arg.token, how=f"{arg.slot}, by word order")


def _carrier_role(tree: Tree, frame: Frame, verb: int) -> str | None:
    """Which role the subject of the carrying verb has; an onlooker ("approves the loan") has none."""
    words, lemma = syntax_words(tree.language), tree.tokens[verb].lemma
    looks_on = lemma in words.onlooker_verbs or gives_leave(tree, verb)
    if looks_on or (frame.kind is Kind.GRANT and lemma in words.approving_verbs):
        return None
    if lemma in frame.led:
        return frame.giver
    gives = frame.kind is not Kind.FINE and lemma in words.paying_verbs
    if lemma in words.get_verbs and not gives and (frame.receiver or lemma in words.answering_verbs):
        return frame.receiver
    return frame.actor or frame.giver


def gives_leave(tree: Tree, verb: int) -> bool:
    """As in "donne son feu vert à une aide", "gave its blessing to the grant": leave is no money."""
    leave = syntax_words(tree.language).approving_nouns
    return any(tree.tokens[c].lemma in leave for c in tree.children(verb, *OBJECTS))


def _carrier_arguments(tree: Tree, noun: int, verb: int) -> list[Arg]:
    """The noun's arguments; with the name before the verb where syntax knows no subject."""
    args = arguments(tree, noun)
    known = any(a.slot == "vsubj" and entities_at(tree, a.token) for a in args)
    shared = tree.tokens[verb].dep == "conj" and any(
        a.slot == "vsubj" for a in args
    )  # "a perdu X et accuse A"
    if known or shared or is_passive(tree, verb):
        return args
    return [*args, *(Arg("vsubj", a.token) for a in subject_before(tree, verb))]


def _target(frame: Frame, role: str, arg: Arg) -> str | None:
    """Where an argument of the carrying verb goes, given its subject's role: the other side of the deal."""
    if arg.slot == "vsubj":
        return role
    if role == frame.giver and (arg.slot in TO or (arg.slot in WITH and frame.kind is Kind.CONTRACT)):
        return frame.receiver
    return frame.giver if arg.slot in FROM | TO and role == frame.receiver else None


def _only_speaks(tree: Tree, frame: Frame, verb: int, subject: int) -> bool:
    """A person who unveils an investment speaks of it; whose money or figure it is, is not said."""
    if not is_person(tree, subject):
        return False
    unveils = tree.tokens[verb].lemma in syntax_words(tree.language).announcing_verbs
    tells_figure = frame.measure is not None and frame.measure not in PERSONAL
    return tells_figure or (unveils and frame.kind is not Kind.PARTNERSHIP)


def _is_unnamed_head(tree: Tree, i: int) -> bool:
    """As in "le patron de X a confirmé un investissement": a title without a name, and it is no company's."""
    return tree.tokens[i].lemma.lower() in syntax_words(tree.language).house_heads and not entities_at(
        tree, i
    )


def _houses(tree: Tree, speaker: int) -> Iterator[int]:
    """As in "X, PDG de Y, a annoncé un investissement": the head of a company speaks for it."""
    heads = syntax_words(tree.language).house_heads
    for i in [speaker, *tree.children(speaker, "appos", "nmod", "compound")]:
        if tree.tokens[i].lemma.lower() not in heads:
            continue
        of = [a.token for a in arguments(tree, i) if a.slot in OF]
        beside = tree.children(speaker, "compound")  # "Apple CEO Tim Cook"
        yield from (c for c in dict.fromkeys([*of, *beside]) if _is_company(tree, c))


def _is_company(tree: Tree, i: int) -> bool:
    found = entities_at(tree, i)
    bodies = all(e.type is EntityType.ORGANIZATION and e.named for e in found)
    return bool(found) and bodies and not any(is_a("public", e) for e in found)


def speaks_in_office(tree: Tree, verb: int, subject: int) -> bool:
    """As in "la ministre X a promis une aide": an office announces, and it is not its holder who pays."""
    if tree.tokens[verb].lemma not in syntax_words(tree.language).announcing_verbs:
        return False
    nouns = frames(tree.language).nouns
    around = [subject, *tree.children(subject, "appos", "compound", "nmod", "flat:name")]
    titled = any(
        f.titled for i in around for w in {tree.tokens[i].lemma, tree.word(i)} for _, f in nouns.get(w, ())
    )
    return titled and is_person(tree, subject)


def is_person(tree: Tree, i: int) -> bool:
    """Who gives a company's figure is no company: a person as subject is the speaker."""
    return any(e.type is EntityType.PERSON for e in entities_at(tree, i))


def clause_subjects(tree: Tree, i: int) -> list[int]:
    """The subjects of the nearest verb above, the noun itself left out."""
    for above in tree.ancestors(i):
        if is_verb(tree, above):
            return [s for s in subjects(tree, above) if s != i]
    return []
