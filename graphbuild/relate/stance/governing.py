"""What one word above a claim adds to its stance: its class, its tense, its negation."""

from typing import Any

from graphbuild.model import Status
from graphbuild.relate.stance.matrix import combined, is_hearsay, is_measure, lexical_level
from graphbuild.relate.stance.mood import Level, is_modal, mood
from graphbuild.relate.stance.negation import is_negated
from graphbuild.relate.stance.tense import group, is_infinitive, is_perfect_infinitive
from graphbuild.relate.stance.words import is_reporting, listed, stance_words
from graphbuild.relate.syntax.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import auxiliaries, is_verb

STATUSES = frozenset(s.value for s in Status)
PURPOSE_DEPS = frozenset({"acl", "advcl", "obl", "obl:arg", "obl:mod"})


def governing(tree: Tree, i: int, child: int, *, clausal: bool) -> Level:
    """What a governor adds: its lexical class, its tense and its negation."""
    own = mood(tree, i) if is_verb(tree, i) or tree.children(i, "cop") else Level()
    subject = tree.tokens[child].dep in SUBJECTS - PASSIVE_SUBJECTS
    if subject and not is_measure(tree, child) and (found := listed(tree, i, "subject")) in STATUSES:
        return Level(own.status or Status(str(found)), hedged=own.hedged, negative=own.negative)
    dropped = listed(tree, i, "matrix") == "cancelled"  # "decided against investing" tells no decision to
    reporting = is_reporting(tree, i) and (clausal or is_measure(tree, child)) and not dropped
    planned = is_infinitive(tree, child) and not is_perfect_infinitive(tree, child)  # "dit vouloir"
    if reporting and not planned:
        return Level(None, hedged=is_hearsay(tree, i))
    lexical = _lexical_of(tree, i, child, clausal=clausal)
    if is_hearsay(tree, i):
        status = lexical.status if lexical and not reporting else None
        return Level(status, hedged=True, negative=own.negative)
    modal = is_modal(tree, i) and own.status is not None
    if clausal and not modal and _is_wish(tree, i, child):
        return Level(Status.REQUESTED, hedged=own.hedged)
    if modal or (lexical is None and not clausal):
        return own
    perfect = is_perfect_infinitive(tree, child)
    return combined(lexical, own, perfect=perfect) if lexical else _purpose(tree, i, child, own)


def _is_wish(tree: Tree, i: int, child: int) -> bool:
    """As in "wants X to invest": what another is to do is asked for."""
    wishes = stance_words(tree.language)["wishes"]
    return tree.tokens[i].lemma in wishes and bool(tree.children(child, *SUBJECTS))


def _lexical_of(tree: Tree, i: int, child: int, *, clausal: bool) -> Level | None:
    """The class of a governor or of its complement ("is due to"); a figure that is told stays a fact."""
    beside = (
        c for c in tree.children(i, "acomp", "xcomp", "oprd") if c != child and not is_infinitive(tree, c)
    )
    levels = (lexical_level(tree, c, clausal=clausal) for c in beside)
    complement = next((level for level in levels if level), None)
    lexical = complement or lexical_level(tree, i, clausal=clausal, child=child)
    told = lexical is not None and lexical.status in {Status.COMMITTED, Status.ANNOUNCED, Status.CANCELLED}
    if told and is_measure(tree, child):
        return None
    ended = not is_verb(tree, child) and listed(tree, child, "matrix") == "kept"
    # "annonce la clôture du tour": what is announced has happened
    return None if ended and lexical and lexical.status is Status.ANNOUNCED else lexical


def _purpose(tree: Tree, i: int, child: int, own: Level) -> Level:
    """As in "pour racheter X": what something else is done for is planned; "pour avoir racheté" is not."""
    token = tree.tokens[child]
    if token.dep not in PURPOSE_DEPS or not is_infinitive(tree, child) or is_perfect_infinitive(tree, child):
        return own
    marks = {tree.word(c) for c in tree.children(child, "mark", "case", "aux")}
    if not marks & {"pour", "afin", "de", "to", "à"}:
        return own
    certainty = stance_words(tree.language)["certainty"]
    happened = tree.tokens[child].lemma in certainty["performed"] or _is_sequel(tree, child, certainty)
    if own.status or (happened and _is_past(tree, i)):
        return own
    return Level(Status.PLANNED, hedged=own.hedged, negative=own.negative and is_negated(tree, i))


def _is_sequel(tree: Tree, i: int, certainty: dict[str, Any]) -> bool:
    """As in "a dirigé Y avant de rejoindre X": what came afterwards."""
    first = min([i, *tree.children(i)])
    near = {tree.word(t) for t in range(max(tree.sentence(i).first, first - 1), i)}
    return bool(near & set(certainty["sequel"]))


def _is_past(tree: Tree, i: int) -> bool:
    """As in "appeared in March to unveil X": who came to say it said it."""
    return any({"Tense=Past", "Tense=Imp"} & tree.tokens[t].morph for t in group(tree, i))


def before_infinitive(tree: Tree, i: int) -> Level | None:
    """The verb right before an infinitive that the parser took for something else."""
    words = stance_words(tree.language)["certainty"]["before"]
    perfect = is_perfect_infinitive(tree, i)
    if tree.language != "fr" or not (perfect or "VerbForm=Inf" in tree.tokens[i].morph):
        return None
    at = min([i, *auxiliaries(tree, i)]) - 1
    while at >= tree.sentence(i).first and tree.word(at) in words["between"]:
        at -= 1
    if at < tree.sentence(i).first or (at == tree.tokens[i].head and is_verb(tree, at)):
        return None
    found = next(
        (
            name
            for name in ("planned", "announced", "hedged", "cancelled", "denied")
            if tree.word(at) in words[name]
        ),
        None,
    )
    if found == "denied":
        return Level(None if perfect else Status.PLANNED, negative=True)
    return (
        Level(Status.PLANNED if found == "hedged" else Status(found), hedged=found == "hedged")
        if found
        else None
    )
