"""Roles that syntax left empty, filled by word order, each only with what its slot takes."""

from collections.abc import Iterator

from graphbuild.model import Amount, Kind
from graphbuild.relate.drafts.before import subject_before, whose
from graphbuild.relate.drafts.behind import amount_behind, names_behind, object_behind
from graphbuild.relate.drafts.carried import is_person
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.landing import land, of_other_kind
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.frames import landings
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.sums import amounts_at
from graphbuild.relate.syntax.tree import SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_passive

NO_PREPOSITION = frozenset({"subj", "obj", "self", "poss", "appos", "compound", "y", "there"})
AGENT = frozenset({"par", "by"})


def fill_by_order(tree: Tree, result: Draft, match: Match) -> None:
    """Land what stands behind and before the match in the slots that are empty; then its amount."""
    for arg in list(_found(tree, result, match)):
        land(tree, result, arg, verbal=match.verbal, how=f"{arg.slot}, by word order")
    if match.verbal and result.amount is None:
        at = amount_behind(tree, match)
        if at is not None and not _stands_elsewhere(tree, match, at):
            result.amount = tree.amount(at)
    if match.verbal and result.amount is None:
        result.amount = _of_deal(tree, match)


def _of_deal(tree: Tree, match: Match) -> Amount | None:
    """As in "sold ten jets in a deal worth A", "bâtira le pont, un marché de A": the deal's sum."""
    deals = syntax_words(tree.language).deal_nouns
    near = [a.token for a in arguments(tree, match.head)]
    near += [c for a in near for c in tree.children(a, "appos")]
    for token in (t for t in near if tree.tokens[t].lemma in deals):
        for at in amounts_at(tree, token):
            return tree.amount(at)
    return None


def _found(tree: Tree, result: Draft, match: Match) -> Iterator[Arg]:
    empty = _empty_slots(result, match)
    loose = {"de", "of"} if match.verbal else set()  # behind a verb they belong to some noun
    yield from names_behind(tree, match, frozenset(empty - loose - NO_PREPOSITION))
    if match.verbal and "obj" in empty and not any(a.slot == "obj" for a in arguments(tree, match.head)):
        yield from object_behind(tree, match)
    if match.verbal and "subj" in empty:
        yield from _subject(tree, match)
    if "de" in empty and (owner := whose(tree, match.words[0])) is not None:
        yield Arg("de", owner)


def _empty_slots(result: Draft, match: Match) -> set[str]:
    slots = match.frame.slots if match.verbal else match.frame.noun_slots
    return {
        slot
        for slot, role in slots.items()
        if role != "-" and not any(result.roles.get(r) for r in landings(result.kind, role))
    }


def _subject(tree: Tree, match: Match) -> Iterator[Arg]:
    if is_passive(tree, match.head):
        yield from (Arg("subj", a.token) for a in names_behind(tree, match, AGENT))
    else:
        subjects = tree.children(match.head, *SUBJECTS)
        bare = [c for c in subjects if not any(tree.mentions(t) for t in (c, *_beside(tree, c)))]
        if bare:
            return  # somebody else, whom nobody names
        announces = tree.tokens[match.head].lemma in syntax_words(tree.language).announcing_verbs
        unveils = announces and match.frame.kind is not Kind.LAUNCH
        found = subject_before(tree, match.head)
        yield from (a for a in found if not (unveils and is_person(tree, a.token)))


def _beside(tree: Tree, noun: int) -> list[int]:
    """What hangs on a noun without preposition, as the name of "La présidente de Y, X, ..."."""
    return [c for c in tree.children(noun, "appos", "nmod", "flat:name", "conj") if not tree.preposition(c)]


def _stands_elsewhere(tree: Tree, match: Match, at: int) -> bool:
    """Whether syntax puts an amount in a slot where the frame's cannot stand: "raised its forecast to A"."""
    if any(of_other_kind(tree, match.frame, t) for t in range(match.words[-1] + 1, at)):
        return True  # "a reçu une offre de 500 millions"
    slots, top = match.frame.amounts, at
    while tree.tokens[top].dep == "nmod" and tree.tokens[top].head != match.head:
        top = tree.tokens[top].head  # "met X à disposition contre une redevance de A"
    return bool(slots) and any(a.token == top and a.slot not in slots for a in arguments(tree, match.head))
