"""From a match to the draft of a claim: each argument lands in the role that the frame gives its slot."""

from collections.abc import Sequence
from dataclasses import replace

from graphbuild.model import Entity, EntityType, Kind, Sentence
from graphbuild.relate.drafts.before import named_before
from graphbuild.relate.drafts.brackets import in_brackets
from graphbuild.relate.drafts.carried import (
    TO,
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
from graphbuild.relate.drafts.itself import land_self
from graphbuild.relate.drafts.landing import is_asset, kinds_of, land, may_land, place
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.drafts.measures import land_value
from graphbuild.relate.drafts.payers import are, is_a
from graphbuild.relate.drafts.standing import standing
from graphbuild.relate.drafts.titles import office
from graphbuild.relate.drafts.unit_prices import is_unit_price
from graphbuild.relate.frames import has_figure
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.sums import amount_above
from graphbuild.relate.syntax.tree import OBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_passive, is_verb
from graphbuild.relate.syntax.wording import words_at

UNPRICED = frozenset({Kind.LAUNCH, Kind.LOCATION, Kind.OPERATION, Kind.OWNERSHIP, Kind.POSITION})
MONEY_ONLY = frozenset(
    {Kind.INVESTMENT, Kind.GRANT, Kind.LOAN, Kind.FUNDRAISING, Kind.FINE, Kind.ACQUISITION}
)
GIFTS = ({Kind.GRANT}, {Kind.LOAN})
OWNER_SLOTS = frozenset({"de", "of", "poss"})
AGENT = frozenset({"par", "by"})
MERGERS = frozenset({"en/acquisition/merge", "en/acquisition/merger"})
OUTSIDE = frozenset({"vsubj", "subj", "self"})  # slots of the phrase's head alone


def draft(tree: Tree, match: Match, sentence: Sentence) -> Draft | None:
    """The claim that a match makes; it may lack what `complete` asks for. None where it says nothing."""
    frame = match.frame
    if match.verbal and _carries_other(tree, match):
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
    _add_seller(tree, result)
    _order_of_goods(tree, result)
    _seat_bought(result)
    _seat_merged(result)
    _seat_customer(result)
    _seat_bank(result)
    _seat_fined(tree, result, match)
    in_brackets(tree, result)
    if frame.titled and not match.verbal:
        return result if result.roles.get("person") else None
    return result if result.roles or result.amount else None


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


def _add_seller(tree: Tree, result: Draft) -> None:
    """As in "X a racheté la branche agroalimentaire de Y": who had the part of a company sells it."""
    targets = result.roles.get("target", [])
    if result.kind is not Kind.ACQUISITION or result.roles.get("beneficiary"):
        return
    words = syntax_words(tree.language)
    for part in (e for e in targets if is_asset(e, words.part_nouns | words.subsidiary_nouns)):
        way = result.ways.get(("target", part.key))
        for arg in arguments(tree, way.token) if way is not None and way.token is not None else ():
            if arg.slot in OWNER_SLOTS:
                place(tree, result, "beneficiary", arg.token, how=f"{arg.slot} the part")


def _order_of_goods(tree: Tree, result: Draft) -> None:
    """As in "a vendu 80 Rafale à X", "achète 114 Airbus": pieces are ordered, no company is bought."""
    targets = result.roles.get("target", [])
    way = result.ways.get(("target", targets[0].key)) if targets else None
    if result.kind is not Kind.ACQUISITION or way is None or way.token is None:
        return
    goods = all(t.type is EntityType.PRODUCT for t in targets)
    if not _is_counted(tree, way.token) and not (goods and "Number=Plur" in tree.tokens[way.token].morph):
        return
    if not goods and any(not t.named for t in targets):
        return  # "racheter 288 magasins"
    result.kind = Kind.CONTRACT
    result.frame = replace(result.frame, kind=Kind.CONTRACT, needs=("payer|beneficiary", "item"))
    makers = result.roles.pop("target")
    if not goods:
        result.fill("beneficiary", makers, Way("whose make is ordered", way.token))
    result.texts["item"] = words_at(tree, way.token)


def _is_counted(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].amount is None for c in tree.children(i, "nummod"))


def _seat_bought(result: Draft) -> None:
    """As in "X's acquisition by Y": of whom it is and by whom, the first is bought."""
    if result.kind is not Kind.ACQUISITION or result.roles.get("target"):
        return
    payers = result.roles.get("payer", [])
    by = [e for e in payers if result.ways["payer", e.key].how.partition(",")[0] in AGENT]
    whose = [e for e in payers if result.ways["payer", e.key].how == "poss"]
    if by and whose:
        result.roles |= {"payer": by, "target": whose}


def _seat_merged(result: Draft) -> None:
    """As in "X and Y merged", "the merger of X and Y": the first is said to take the others in."""
    if result.rule not in MERGERS or {"payer", "target"} <= result.roles.keys():
        return
    merged = result.roles.get("payer") or result.roles.get("target") or []
    companies = [e for e in merged if e.type is EntityType.ORGANIZATION and e.named]
    if len(companies) > 1 and len(companies) == len(merged):
        result.roles |= {"payer": merged[:1], "target": merged[1:]}


def _seat_customer(result: Draft) -> None:
    """As in "le Maroc a signé un contrat avec Alstom": a State is the customer, whoever signs."""
    suppliers = result.roles.get("beneficiary", [])
    if result.kind is not Kind.CONTRACT or not are("public", suppliers):
        return
    customers = result.roles.get("payer", [])
    if customers and not any(is_a("public", customer) for customer in customers):
        result.roles |= {"payer": suppliers, "beneficiary": customers}


def _of_verb(tree: Tree, result: Draft, match: Match) -> None:
    args = _arguments(tree, match)
    for arg in args:
        pays = arg.slot == "subj" and result.kind not in UNPRICED
        if not (pays and speaks_in_office(tree, match.head, arg.token)):
            land(tree, result, arg, verbal=True)
    fill_by_order(tree, result, match)
    _add_user(tree, result, args)


def _of_noun(tree: Tree, result: Draft, match: Match) -> None:
    args = _arguments(tree, match)
    above = amount_above(tree, match.head)
    result.amount = None if above is None else tree.amount(above)  # "A in grants and B in loans"
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
    _add_user(tree, result, args)


def _arguments(tree: Tree, match: Match) -> list[Arg]:
    """Arguments of the governing word, and of the nouns inside a phrase ("prend le contrôle de X")."""
    found = arguments(tree, match.head)
    for word in (w for w in match.words if w != match.head):
        found += [a for a in arguments(tree, word) if a.slot not in OUTSIDE]
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


def _seat_bank(result: Draft) -> None:
    """As in "la BEI a signé un prêt avec X": of a bank and a company that sign a loan, the bank lends."""
    lenders, borrowers = result.roles.get("payer", []), result.roles.get("beneficiary", [])
    turned = are("bank", borrowers) and lenders and not any(is_a("bank", e) for e in lenders)
    own = not lenders and are("bank", borrowers) and _possessed(result, borrowers)
    if result.kind is Kind.LOAN and (turned or own):
        del result.roles["beneficiary"]
        result.roles |= {"payer": borrowers} | ({"beneficiary": lenders} if lenders else {})


def _possessed(result: Draft, borrowers: Sequence[Entity]) -> bool:
    """As in "la BEI annule son prêt": whose a loan is, where that is a bank, lends it."""
    ways = [result.ways.get(("beneficiary", e.key)) for e in borrowers]
    return all(way is not None and way.how == "poss" for way in ways)


def _seat_fined(tree: Tree, result: Draft, match: Match) -> None:
    """As in "Barclays hit with £40m fine: FCA": with nobody between "hit" and "with", its subject is hit."""
    bare = match.verbal and len(match.words) > 1 and tree.word(match.words[1]) == "with"
    if result.kind is not Kind.FINE or not bare or match.words[1] != match.words[0] + 1:
        return
    if is_passive(tree, match.head):
        return
    named, behind = result.roles.pop("authority", []), result.roles.pop("payer", [])
    fined = [e for e in named if result.ways["authority", e.key].how.startswith("subj")]
    fines = [*(e for e in named if e not in fined), *behind]
    result.roles |= {role: found for role, found in (("payer", fined), ("authority", fines)) if found}
