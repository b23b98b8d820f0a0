"""Who sits in which role, where the words leave two ways to read it: who lends, who buys, who is fined."""

from collections.abc import Sequence

from graphbuild.model import Entity, EntityType, Kind
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.landing import kinds_of
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.drafts.payers import are, is_a
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.verbs import is_passive

AGENT = frozenset({"par", "by"})
LENDING = frozenset({"poss", "vsubj of partager", "vsubj of share", "vsubj of split"})
SIGNING = frozenset(
    f"vsubj of {verb}"
    for verb in ("signer", "conclure", "sceller", "parapher", "sign", "conclude", "seal", "agree")
)
PARTIES = frozenset({"payer", "beneficiary"})
GIVEN_TO = frozenset({"à", "to", "iobj", "dative"})
FORMS = frozenset({"forme", "form"})
FORM_REACH = 12  # tokens from an amount to the form that it takes
MERGERS = frozenset({"en/acquisition/merge", "en/acquisition/merger"})


def seat(tree: Tree, result: Draft, match: Match) -> None:
    """Put those who were read into the wrong one of two roles into the other."""
    _seat_own(result)
    _seat_bought(result)
    _seat_merged(result)
    _seat_customer(result)
    _seat_bank(result)
    _seat_instrument(tree, result)
    _seat_fined(tree, result, match)


def _seat_own(result: Draft) -> None:
    """As in "X rachète ses propres actions": who pays is bought as well."""
    role, payers = result.frame.befalls, result.roles.get("payer")
    if role and payers:
        result.roles[role] = list(payers)
        result.ways |= {(role, e.key): result.ways["payer", e.key] for e in payers}


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


def _seat_bank(result: Draft) -> None:
    """As in "la BEI a signé un prêt avec X": of a bank and a company that sign a loan, the bank lends."""
    lenders, borrowers = result.roles.get("payer", []), result.roles.get("beneficiary", [])
    given = any(_how(result, e) in GIVEN_TO for e in borrowers)  # "la Confédération a garanti A à UBS"
    turned = are("bank", borrowers) and lenders and not given and not any(is_a("bank", e) for e in lenders)
    own = not lenders and are("bank", borrowers) and _lends(result, borrowers)
    if result.kind is Kind.LOAN and (turned or own):
        del result.roles["beneficiary"]
        result.roles |= {"payer": borrowers} | ({"beneficiary": lenders} if lenders else {})
    elif result.kind is Kind.LOAN and not (lenders and borrowers) and _is_signed(result):
        _part_banks(result, [*lenders, *borrowers])


def _part_banks(result: Draft, signed: Sequence[Entity]) -> None:
    """As in "la BAD et le gouvernement ont signé un prêt": the bank lends to the others."""
    banks = [e for e in signed if is_a("bank", e)]
    others = [e for e in signed if e not in banks]
    if banks and others:
        result.roles |= {"payer": banks, "beneficiary": others}


def _is_signed(result: Draft) -> bool:
    """Whether those who were read sign or agree it; of "la BEI et l'État accordent un prêt" both lend."""
    return all(way.how in SIGNING for (role, _), way in result.ways.items() if role in PARTIES)


def _lends(result: Draft, borrowers: Sequence[Entity]) -> bool:
    """As in "la BEI annule son prêt", "les banques se partagent un prêt": where it is a bank's, it lends."""
    return all(_how(result, e) in LENDING for e in borrowers)


def _seat_instrument(tree: Tree, result: Draft) -> None:
    """As in "accorde 900 000 €, sous forme d'avance remboursable": the form of an aid says what it is."""
    if result.kind is not Kind.GRANT or result.amount is None:
        return
    first = tree.token_of(result.amount)
    for i in range(first + 1, min(tree.sentence(first).last, first + FORM_REACH)):
        if tree.tokens[i].pos == "VERB" or tree.amount(i) is not None:
            return
        if tree.word(i) in FORMS and any(kinds_of(tree, t) == {Kind.LOAN} for t in tree.subtree(i)):
            result.kind = Kind.LOAN
            return


def _how(result: Draft, borrower: Entity) -> str:
    way = result.ways.get(("beneficiary", borrower.key))
    return way.how if way is not None else ""


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
