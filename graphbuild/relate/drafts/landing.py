"""How an argument lands in a role: by the frame's slot, and by the type of what stands there."""

from collections.abc import Iterator
from itertools import takewhile

from graphbuild.model import Entity, EntityType, Form, Kind
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.frames import Frame, accepts, default_slot, frames, goal, landings, text_role
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.tense import is_infinitive
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.sums import amounts_at
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.wording import words_at

BODY_SLOTS = frozenset({"of", "at", "de", "chez", "à", "poss", "compound"})  # where a title says whose it is
ACTOR_SLOTS = frozenset(
    {"subj", "vsubj", "self", "poss"}
)  # an amount inside these names the actor, unless it is one
SHARE_SLOTS = frozenset({"in", "of", "dans", "de"})
EARLIER = frozenset({"contre", "against", "from"})  # the value of before
SAYABLE = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
IN_TITLE = frozenset({"ADJ", "ADP", "DET", "NOUN"})
LINKS = frozenset({"de", "du", "des", "d'", "d’", "of", "in", "en", "à", "au", "aux"})
GIVEN = frozenset({Kind.GRANT, Kind.LOAN})
IGNORED = frozenset({"-", "amount"})


def land(tree: Tree, result: Draft, arg: Arg, *, verbal: bool, how: str = "") -> None:
    """Put one argument where the draft's frame wants its slot: its amount, its entities, its words.

    ``how`` it was found is said where it was not by syntax alone.
    """
    frame = result.frame
    if result.amount is None and _may_hold_amount(frame, arg, verbal=verbal):
        wide = arg.slot not in ACTOR_SLOTS or frame.slots.get("subj") == "amount"
        amounts = (
            [] if verbal and of_other_kind(tree, frame, arg.token) else amounts_at(tree, arg.token, wide=wide)
        )
        result.amount = tree.amount(amounts[0]) if amounts else None
    role = _role(frame, arg, verbal=verbal)
    if verbal and role and _only_says_where(tree, result.head, arg):
        return
    if role and role not in IGNORED:
        place(tree, result, role, arg.token, how=how or arg.slot)


def _only_says_where(tree: Tree, verb: int, arg: Arg) -> bool:
    """As in "La fondation X, à Zurich, versera A": between commas a place receives nothing."""
    if arg.slot not in {"à", "en", "in", "at"} or arg.token > verb:
        return False
    places = [m for m in tree.mentions(arg.token) if tree.entities[m.entity].type is EntityType.PLACE]
    before = range(arg.token, max(arg.token - 3, 0), -1)
    opening = next((t for t in before if tree.tokens[t].pos == "ADP"), 0)
    return bool(places) and opening > 0 and tree.word(opening - 1) == "," and tree.word(arg.token + 1) == ","


def of_other_kind(tree: Tree, frame: Frame, token: int) -> bool:
    """Whether a verb's object is a noun of another kind: "a reçu une offre de 5 millions" is no grant."""
    kinds = kinds_of(tree, token)
    return frame.light and bool(kinds) and frame.kind not in kinds


def kinds_of(tree: Tree, token: int) -> set[Kind]:
    """What claims a noun makes by itself: a subvention is a grant."""
    found = frames(tree.language).nouns.get(tree.tokens[token].lemma, ())
    return {frame.kind for phrase, frame in found if len(phrase) == 1}


def _may_hold_amount(frame: Frame, arg: Arg, *, verbal: bool) -> bool:
    allowed = not verbal or not frame.amounts or arg.slot in frame.amounts
    return allowed and arg.slot not in EARLIER


def _role(frame: Frame, arg: Arg, *, verbal: bool) -> str | None:
    if verbal:
        return frame.slots.get(arg.slot) or default_slot(frame.kind, arg.slot)
    return frame.receiver if arg.slot == "getter" else frame.noun_slots.get(arg.slot)


def place(tree: Tree, result: Draft, role: str, token: int, *, how: str) -> None:
    """Put what stands at a token into a role, by type; a goal lands where its type belongs.

    "a|b" tries both; "owner:person" takes only a person; title, purpose and item take the words.
    """
    if _is_intention(tree, token) or (role == "beneficiary" and _is_round(tree, result, token)):
        return
    for name, only in _alternatives(role):
        meant = entities_at(tree, token) or (_share_of(tree, token) if name == "target" else [])
        here = (e for e in meant if only in {"", e.type.value})
        found = [e for e in here if may_fill(tree, name, e)]
        found = found or _apposed(tree, token)
        _fill(result, name, found, Way(how, token))
        if name == "title":
            _place_title(tree, result, token)
        text = text_role(result.kind) if name in {"goal", "purpose", "item"} else None
        money = text == "purpose" and kinds_of(tree, token) & GIVEN  # "A in grants" are for no grants
        idiom = how == "à" and not _is_determined(tree, token)  # "à parité", "à terme"
        if (
            text
            and not money
            and not idiom
            and (not found or name in {"item", "purpose"})
            and _is_sayable(tree, token)
        ):
            result.texts.setdefault(text, words_at(tree, token))
        if any(result.keys(r) & {e.key for e in found} for r in result.roles):
            return


def _is_intention(tree: Tree, token: int) -> bool:
    """As in "has scrapped plans to buy X": a plan to do something is no project of its own."""
    planned = tree.tokens[token].lemma in syntax_words(tree.language).plan_nouns
    said = tree.children(token, "acl", "xcomp") if planned else []
    return any(is_infinitive(tree, c) for c in said) and not any(
        m.form in {Form.NAME, Form.SHORT} for m in tree.mentions(token)
    )


def _is_round(tree: Tree, result: Draft, token: int) -> bool:
    """As in "raised funding in a round led by X, as well as Y": a round is nobody who raises."""
    return result.kind is Kind.FUNDRAISING and result.kind in kinds_of(tree, token)


def _share_of(tree: Tree, token: int) -> list[Entity]:
    """As in "a stake in X was bought by Y": who has it bought into X."""
    if tree.tokens[token].lemma not in syntax_words(tree.language).share_nouns:
        return []
    return [
        e for arg in arguments(tree, token) if arg.slot in SHARE_SLOTS for e in entities_at(tree, arg.token)
    ]


def may_fill(tree: Tree, role: str, entity: Entity) -> bool:
    """A part of a company is bought, a subsidiary paid too, and neither acts; a mere role is nobody."""
    words = syntax_words(tree.language)
    if is_asset(entity, words.subsidiary_nouns):
        return role in {"target", "owned", "beneficiary", "goal"}
    return role == "target" if is_asset(entity, words.part_nouns) else not is_role_word(tree, entity)


def is_asset(entity: Entity, nouns: frozenset[str]) -> bool:
    """As in "sa division vétérinaire": a described part of a company, by its noun."""
    if entity.named or entity.type is not EntityType.ORGANIZATION:
        return False
    before = takewhile(lambda word: word not in LINKS, entity.name.lower().split())
    return any(word in nouns or word.removesuffix("s") in nouns for word in before)


def _apposed(tree: Tree, token: int) -> list[Entity]:
    """As in "its biggest shareholder, X, has agreed": the name beside a word that is nobody."""
    if not tree.mentions(token):
        return []
    beside = (e for c in tree.children(token, "appos") for e in entities_at(tree, c))
    return [e for e in beside if e.named and not is_role_word(tree, e)]


def is_role_word(tree: Tree, entity: Entity) -> bool:
    """Whether an entity is only a role in lower case, such as "le premier actionnaire": that is nobody.

    But who invests is somebody, named or not: "raised $5m from investors".
    """
    nouns = frames(tree.language).nouns
    words = entity.name.split()
    if not entity.named:  # "actionnaires d'Orange"
        words = [words[0].lower(), words[0].lower().removesuffix("s")]
    nobody = not entity.named or entity.name.islower()
    frames_of = (frame for word in words for _, frame in nouns.get(word, ()))
    role = any(frame.in_passing and frame.kind is not Kind.INVESTMENT for frame in frames_of)
    return nobody and role and entity.type in {EntityType.ORGANIZATION, EntityType.PERSON}


def _alternatives(role: str) -> Iterator[tuple[str, str]]:
    """As in "owner:person|owned": each role with the one type that it takes, "" for any."""
    for alternative in role.split("|"):
        name, _, only = alternative.partition(":")
        yield name, only


def _fill(result: Draft, name: str, found: list[Entity], way: Way) -> None:
    for entity in found:
        target = goal(result.kind, entity.type) if name == "goal" else name
        if target and accepts(result.kind, target, entity.type):
            result.fill(target, [entity], way)


def _place_title(tree: Tree, result: Draft, token: int) -> None:
    """The words of an office, and the body that its complement names."""
    if tree.tokens[token].pos not in {"NOUN", "PROPN"}:
        return
    if not any(e.named and e.type is not EntityType.PERSON for e in entities_at(tree, token)):
        result.texts.setdefault("title", _title_words(tree, token))  # "quitte la direction de X"
    for arg in arguments(tree, token):
        if arg.slot in BODY_SLOTS and not result.keys("organization"):
            place(tree, result, "organization", arg.token, how=f"{arg.slot} the title")


def _title_words(tree: Tree, i: int) -> str:
    """As in "directrice générale" of "directrice générale d'Engie": up to the name of the body."""
    last = tree.sentence(i).last
    end = i
    while end + 1 < last and tree.tokens[end + 1].pos in IN_TITLE and not tree.mentions(end + 1):
        if tree.tokens[end + 1].head == tree.tokens[i].head != end + 1:
            break  # "directeur général en remplacement de X" is the verb's
        end += 1
    while end > i and tree.tokens[end].pos in {"ADP", "DET"}:
        end -= 1
    before = [c for c in tree.children(i, "amod", "compound") if tree.tokens[c].text.islower()]
    return tree.text(min([i, *before]), end)


def _is_sayable(tree: Tree, i: int) -> bool:
    """Whether a token can head a purpose: no amount, pronoun, number or date."""
    token = tree.tokens[i]
    words = syntax_words(tree.language)
    meant = token.lemma not in words.time_nouns | words.no_purposes
    return token.amount is None and token.pos in SAYABLE and meant and not token.text.endswith("-")


def _is_determined(tree: Tree, i: int) -> bool:
    return bool(tree.children(i, "det")) or any(
        tree.word(c) in {"au", "aux"} for c in tree.children(i, "case")
    )


def may_land(tree: Tree, kind: Kind, role: str, token: int) -> bool:
    """Whether something at a token may land where a slot with this role leads."""
    wanted = landings(kind, role)
    return any(accepts(kind, r, e.type) for e in entities_at(tree, token) for r in wanted)
