"""From a match to the draft of a claim: each argument lands in the role that the frame gives its slot."""

from graphbuild.model import Entity, EntityType, Kind, Sentence
from graphbuild.relate.drafts.before import named_before
from graphbuild.relate.drafts.brackets import in_brackets
from graphbuild.relate.drafts.carried import (
    TO,
    gives_leave,
    is_turned,
    land_along,
    land_beside,
    land_carrier,
    land_owner,
    land_passed,
    speaks_in_office,
)
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.drafts.fallbacks import fill_by_order
from graphbuild.relate.drafts.goods import order_of_goods
from graphbuild.relate.drafts.itself import land_self
from graphbuild.relate.drafts.landing import is_asset, kinds_of, land, may_land, place
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.drafts.means import land_means
from graphbuild.relate.drafts.measures import land_value, told_by_verb
from graphbuild.relate.drafts.seats import seat
from graphbuild.relate.drafts.standing import standing
from graphbuild.relate.drafts.titles import add_employer, office
from graphbuild.relate.drafts.unit_prices import is_unit_price
from graphbuild.relate.frames import frames, has_figure
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.control import governor, subjects
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.sums import amount_above
from graphbuild.relate.syntax.tree import OBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_verb

UNPRICED = frozenset({Kind.LAUNCH, Kind.LOCATION, Kind.OPERATION, Kind.OWNERSHIP, Kind.POSITION})
MONEY_ONLY = frozenset(
    {Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING, Kind.FINE, Kind.ACQUISITION}
)
GIFTS = ({Kind.GRANT}, {Kind.LOAN})
ACTING = frozenset({"payer", "beneficiary", "operator", "owner", "partner", "customer", "supplier"})
AIMS = frozenset({"acl", "advcl", "relcl"})
INNER = 8  # tokens from a described thing to the place in its name
OWNER_SLOTS = frozenset({"de", "of", "poss"})
OUTSIDE = frozenset({"vsubj", "subj", "self"})  # slots of the phrase's head alone


def draft(tree: Tree, match: Match, sentence: Sentence) -> Draft | None:
    """The claim that a match makes; it may lack what `complete` asks for. None where it says nothing."""
    frame = match.frame
    if match.verbal and (_carries_other(tree, match) or gives_leave(tree, match.head)):
        return None
    if not match.verbal and frame.light and _has_own_verb(tree, match):
        return None
    result = Draft(frame.kind, frame.rule, match.head, sentence, standing(tree, match), frame)
    if frame.titled and not match.verbal:
        office(tree, result, match)
    elif match.verbal:
        _of_verb(tree, result, match)
    else:
        _of_noun(tree, result, match)
    _add_texts(tree, result, match)
    _drop_foreign_amount(tree, result)
    _drop_strangers(result)
    _drop_public_payer(tree, result, match)
    _drop_inner(result)
    _add_seller(tree, result)
    order_of_goods(tree, result)
    seat(tree, result, match)
    in_brackets(tree, result)
    if frame.titled and not match.verbal:
        return result if result.roles.get("person") else None
    if _only_an_aim(tree, result):
        return None
    return result if result.roles or result.amount else None


def _has_own_verb(tree: Tree, match: Match) -> bool:
    """As in "un programme de A, financé par X": the verb says it already, and how real it is."""
    verb = governor(tree, match.head)
    found = frames(tree.language).verbs.get(tree.tokens[verb].lemma, ()) if verb is not None else ()
    return any(len(phrase) == 1 and frame.kind is match.frame.kind for phrase, frame in found)


def _only_an_aim(tree: Tree, result: Draft) -> bool:
    """As in "prête A à X pour financer ses achats": what another sum is for, and no sum of its own."""
    verb = tree.tokens[result.head]
    aim = verb.dep in AIMS and ("VerbForm=Inf" in verb.morph or tree.word(verb.i - 1) == "to")
    return aim and result.kind is Kind.INVESTMENT and set(result.roles) <= {"payer"} and not result.amount


def _carries_other(tree: Tree, match: Match) -> bool:
    """As in "a attribué une subvention à X": what it says is a grant, as its object does."""
    if match.frame.kind is not Kind.CONTRACT:
        return False
    goods = (a.token for a in arguments(tree, match.head) if a.slot == "obj" and a.token not in match.words)
    return any(kinds_of(tree, token) in GIFTS for token in goods)


def _drop_public_payer(tree: Tree, result: Draft, match: Match) -> None:
    """As in "la France a annoncé 109 milliards d'investissements privés": not the country's own money."""
    last = min(tree.sentence(match.head).last, match.words[-1] + 2)
    private = any(
        tree.word(i) in syntax_words(tree.language).private for i in range(match.words[0] - 1, last)
    )
    if private and result.kind is Kind.INVESTMENT:
        payers = result.roles.pop("payer", [])
        way = Way("private money, not the country's")
        result.fill("payer", [e for e in payers if e.type is not EntityType.PLACE], way)
        result.fill("place", [e for e in payers if e.type is EntityType.PLACE], way)


def _drop_inner(result: Draft) -> None:
    """As in "céder ses activités aux États-Unis", "build a hospital in Accra": the place only says where."""
    described = [
        (w, e) for r, found in result.roles.items() for e in found if (w := result.ways.get((r, e.key)))
    ]
    for role in ACTING & set(result.roles):
        kept = [e for e in result.roles[role] if not _is_inner(result.ways.get((role, e.key)), e, described)]
        result.roles[role] = kept


def _is_inner(way: Way | None, place: Entity, described: list[tuple[Way, Entity]]) -> bool:
    """Whether a place stands inside the words of a described filler, behind its noun."""
    if way is None or way.token is None or place.type is not EntityType.PLACE:
        return False
    within = (e for w, e in described if w.token is not None and 0 < way.token - w.token <= INNER)
    return any(not e.named and f" {place.name}" in e.name for e in within)


def _add_seller(tree: Tree, result: Draft) -> None:
    """As in "X a racheté la branche agroalimentaire de Y": who had the part of a company sells it."""
    targets = result.roles.get("target", [])
    if result.kind is not Kind.ACQUISITION or result.roles.get("beneficiary"):
        return
    for target in targets:
        way = result.ways.get(("target", target.key))
        part = _part_of(tree, target, way.token) if way is not None and way.token is not None else None
        for arg in arguments(tree, part) if part is not None else ():
            if arg.slot in OWNER_SLOTS:
                place(tree, result, "beneficiary", arg.token, how=f"{arg.slot} the part")


def _part_of(tree: Tree, target: Entity, i: int) -> int | None:
    """The noun that calls a target part of a company, its own or beside it: "X, la branche bio de Y"."""
    nouns = syntax_words(tree.language).part_nouns | syntax_words(tree.language).subsidiary_nouns
    if is_asset(target, nouns):
        return i
    behind = range(i, tree.sentence(i).last)
    called = (t for t in behind if any(m.entity == target.key for m in tree.mentions(t)))
    return next((t for t in called if tree.tokens[t].lemma in nouns), None)


def _of_verb(tree: Tree, result: Draft, match: Match) -> None:
    args = _arguments(tree, match)
    for arg in args:
        pays = arg.slot == "subj" and result.kind not in UNPRICED
        if not (pays and speaks_in_office(tree, match.head, arg.token)):
            land(tree, result, arg, verbal=True)
    fill_by_order(tree, result, match)
    _add_user(tree, result, args)
    add_employer(tree, result, args)


def _is_financed(tree: Tree, match: Match) -> bool:
    """As in "finance the purchase with A from X": who lends for a deal and how much is no price of it."""
    verb = governor(tree, match.head)
    words = syntax_words(tree.language).financing_verbs
    return match.frame.kind is Kind.ACQUISITION and verb is not None and tree.tokens[verb].lemma in words


def _of_noun(tree: Tree, result: Draft, match: Match) -> None:
    args = _arguments(tree, match)
    if _is_financed(tree, match):
        for arg in (a for a in args if a.slot in OWNER_SLOTS):
            land(tree, result, arg, verbal=False)
        return
    above = amount_above(tree, match.head)
    result.amount = None if above is None else tree.amount(above)  # "A in grants and B in loans"
    if match.frame.measure and result.amount is None:
        result.amount = told_by_verb(tree, match.head)  # "le coût, évalué à A, grimpe à B"
    land_self(tree, result, match)
    turned = is_turned(tree, match)
    for arg in (a for a in args if not (turned and a.slot in TO)):
        land(tree, result, arg, verbal=False)
    land_beside(tree, result, match)
    land_owner(tree, result, match)
    land_value(tree, result, match)
    land_carrier(tree, result, match)
    land_along(tree, result, match)
    land_passed(tree, result, match)
    fill_by_order(tree, result, match)
    land_means(tree, result, match)
    _add_user(tree, result, args)


def _arguments(tree: Tree, match: Match) -> list[Arg]:
    """Arguments of the governing word, and of the nouns inside a phrase ("prend le contrôle de X")."""
    own = arguments(tree, match.head)
    inner = [a for w in match.words if w != match.head for a in arguments(tree, w) if a.slot not in OUTSIDE]
    figures = [
        a for a in inner if tree.tokens[a.token].amount is not None
    ]  # "payer une amende de A, en plus de B"
    found = [*figures, *own, *inner]
    if match.verbal and is_participle(tree, match.head):
        found = _with_named_object(tree, match, found)
    found = [a for a in dict.fromkeys(found) if a.token not in match.words]
    particle = tree.word(match.words[-1]) if match.verbal and len(match.words) > 1 else ""
    if particle not in {"", *match.frame.slots} and not any(
        a.slot == "obj" for a in found
    ):  # "pulled in A", parsed as a preposition
        found = [Arg("obj", a.token) if a.slot == particle else a for a in found]
    return sorted(found, key=lambda a: a.slot != "obj")  # the object's amount before any other


def _with_named_object(tree: Tree, match: Match, args: list[Arg]) -> list[Arg]:
    """A participle is said of the thing right before it, whatever the parser hung it on."""
    role = match.frame.slots.get("obj", "")
    for t in named_before(tree, match.head):
        if may_land(tree, match.frame.kind, role, t):
            return [Arg("obj", t), *(a for a in args if a.slot != "obj")]
    return args


def _add_user(tree: Tree, result: Draft, args: list[Arg]) -> None:
    """As in "X utilisera des puces fabriquées par Y": who uses what is supplied is the customer."""
    if result.kind is not Kind.SUPPLY or result.roles.get("customer") or result.roles.get("project"):
        return
    use = syntax_words(tree.language).use_verbs
    for thing in (a.token for a in args if a.slot == "obj" and tree.tokens[a.token].dep in OBJECTS):
        verb = tree.tokens[thing].head
        if is_verb(tree, verb) and tree.tokens[verb].lemma in use:
            for user in subjects(tree, verb):
                place(tree, result, "goal", user, how=f"subject of {tree.tokens[verb].lemma}")


def _add_texts(tree: Tree, result: Draft, match: Match) -> None:
    if match.frame.measure:
        result.texts["measure"] = match.frame.measure
    if match.frame.titled:
        result.texts["title"] = tree.text(match.words[0], match.words[-1])


def _drop_foreign_amount(tree: Tree, result: Draft) -> None:
    """A launch has no price, an investment no gigawatts, and what a share costs is not what is paid."""
    if result.amount is None:
        return
    foreign = not result.amount.is_money or is_unit_price(tree, result.amount)
    if result.kind in UNPRICED or (result.kind in MONEY_ONLY and foreign):
        result.amount = None


def _drop_strangers(result: Draft) -> None:
    """Whose the figure cannot be: "a line to Chingola, whose cost is A"."""
    if result.kind is not Kind.RESULT:
        return
    measure, found = result.texts.get("measure", ""), result.roles.pop("organization", [])
    kept = [e for e in found if has_figure(measure, e.type)]
    if kept:
        result.roles["organization"] = kept
