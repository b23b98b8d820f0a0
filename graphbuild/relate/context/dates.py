"""When it happened: a date in the claim's own clause, absolute or counted from the day of publication.

Own small grammar over the words; month and day names are CLDR's (babel). Deadlines ("d'ici à 2030",
"by 2030"), spans ("over five years") and what is not sure give None.
"""

from graphbuild.model import Kind, Status
from graphbuild.relate.context.calendar_words import expressions, plain
from graphbuild.relate.context.segments import segment_of
from graphbuild.relate.context.speakers import anchor
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.stance.mood import mood
from graphbuild.relate.stance.tense import is_finite
from graphbuild.relate.syntax.tree import RELATIVE_CLAUSES, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_verb

AHEAD = frozenset({Status.ANNOUNCED, Status.PLANNED, Status.REQUESTED})


def date_of(tree: Tree, draft: Draft, published: str | None) -> str | None:
    """The date of a claim's fact as ISO date, year-month or year; None where it is not sure."""
    at = anchor(tree, draft)
    clause = _clause(tree, at) & set(segment_of(tree, at))
    low = plain(tree.sentence(at).span.of(tree.reading.document.text))
    start = tree.sentence(at).span.start
    position = tree.tokens[at].span.start - start
    ahead = list(expressions(low, tree.language, published, ahead=True))
    best: tuple[tuple[int, int, int], str] | None = None
    for found in expressions(low, tree.language, published, ahead=False):
        token = tree.token_at(start + found.start)
        if token not in clause or not _reaches(tree, draft, at, token):
            continue
        iso = found.iso
        if _looks_ahead(tree, draft, at, token):
            iso = next((f.iso for f in ahead if f.start == found.start), "")
        rank = (_cost(tree, at, token), -len(iso), abs(found.start - position))
        if iso and (best is None or rank < best[0]):
            best = (rank, iso)
    return best[1] if best else None


def _cost(tree: Tree, at: int, token: int) -> int:
    """Dates that hang on the predicate itself first."""
    return 0 if at in {token, *tree.ancestors(token)} else 1


def _verb_of(tree: Tree, token: int) -> int | None:
    return next((a for a in tree.ancestors(token) if is_verb(tree, a)), None)


def _reaches(tree: Tree, draft: Draft, at: int, token: int) -> bool:
    """Not behind "fondée en 2019", not in another's parenthesis."""
    if draft.kind is Kind.RESULT and tree.tokens[at].dep in {"pobj", "nmod"} and _cost(tree, at, token):
        return False  # "grilled in September over the price"
    verb = _verb_of(tree, token)
    if verb is not None and verb != at and is_participle(tree, verb) and verb not in {*tree.children(at)}:
        return False
    between = range(min(at, token) + 1, max(at, token))
    return (
        not any(tree.word(t) in {"(", ")"} for t in between)
        and not _of_another(tree, draft, at, token)
        and not _of_event(tree, at, token)
    )


def _of_another(tree: Tree, draft: Draft, at: int, token: int) -> bool:
    """As in "... 1 bn, of which 105 m in June": another sum stands between ours and the date."""
    own = tree.token_of(draft.amount) if draft.amount else at
    between = range(min(own, token) + 1, max(own, token))
    return any(tree.tokens[t].amount is not None and t not in {own, at} for t in between)


def _of_event(tree: Tree, at: int, token: int) -> bool:
    """As in "at a meeting in Johannesburg in November": the meeting's date."""
    if tree.language != "en":
        return False
    held = next((a for a in tree.ancestors(token) if tree.tokens[a].pos != "ADP"), at)
    return (
        tree.tokens[held].pos == "NOUN"
        and tree.tokens[held].amount is None
        and held != at
        and held not in set(tree.ancestors(at))
        and tree.tokens[held].dep == "pobj"
    )


def _looks_ahead(tree: Tree, draft: Draft, at: int, token: int) -> bool:
    """Whether "en mai" is the next May: with a future, or behind what is only announced."""
    finite = next(
        (a for a in [token, *tree.ancestors(token)] if is_verb(tree, a) and is_finite(tree, a)), None
    )
    if finite is None:
        return False
    behind = finite != at and token > at
    return mood(tree, finite).status in AHEAD or (behind and draft.reality.status in AHEAD)


def _clause(tree: Tree, at: int) -> set[int]:
    """The tokens of the clause around a predicate: down to finite clauses, up to the verb that carries it."""
    top = at
    for _ in range(8):
        token = tree.tokens[top]
        if token.head == top or (is_verb(tree, top) and (is_finite(tree, top) or _own_participle(tree, top))):
            break
        top = token.head
    own, inside = {at, *tree.ancestors(at)}, set[int]()
    stack = [top]
    while stack:
        t = stack.pop()
        inside.add(t)
        stack.extend(c for c in tree.children(t) if c in own or not _other_clause(tree, c))
    return inside


def _own_participle(tree: Tree, i: int) -> bool:
    return is_participle(tree, i) and tree.tokens[i].dep in {"acl", "amod", "advcl"}


def _other_clause(tree: Tree, c: int) -> bool:
    """A clause of its own."""
    token = tree.tokens[c]
    clausal = (
        token.dep in {*RELATIVE_CLAUSES, "ccomp", "advcl", "parataxis"}
        or _own_participle(tree, c)
        or (token.dep in {"conj", "appos"} and is_verb(tree, c))
    )
    return clausal and is_verb(tree, c)
