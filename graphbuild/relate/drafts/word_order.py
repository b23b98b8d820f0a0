"""What the parser hung elsewhere, found by word order: "auprès de X" behind the verb, X before it.

Only fills roles that syntax left empty, and never looks past another finite verb of the sentence.
"""

from collections.abc import Iterator

from graphbuild.model import Form
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.tree import CONTRACTED, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_verb

NOUN_REACH = 6  # tokens from a preposition to the name that it governs
OBJECT_REACH = 4
AMOUNT_REACH = 6
PHRASE = 5  # tokens of a noun phrase before a participle
COMPOUND = frozenset(
    {
        "according",
        "due",
        "thanks",
        "prior",
        "next",
        "owing",
        "up",
        "conformément",
        "grâce",
        "quant",
        "suite",
        "face",
        "contrairement",
    }
)
STOPS = frozenset(
    {";", ":", "qui", "que", "dont", "which", "who", "where", "où", "tandis", "while", "but", "mais"}
)


def behind(tree: Tree, match: Match, prepositions: frozenset[str]) -> Iterator[Arg]:
    """Names behind the match, each with one of these prepositions."""
    for i in _rightwards(tree, match):
        for prep in prepositions:
            last = _ends(tree, i, prep)
            if last is not None and (noun := _name_after(tree, last)) is not None:
                yield Arg(prep, noun)


def object_behind(tree: Tree, match: Match) -> Iterator[Arg]:
    """A name right behind the verb without preposition: "a condamné jeudi Meta"."""
    start = match.words[-1] + 1
    for i in range(start, min(start + OBJECT_REACH, tree.sentence(match.head).last)):
        if (
            tree.tokens[i].pos in {"ADP", "VERB", "AUX", "SCONJ", "CCONJ"}
            or tree.tokens[i].amount is not None
        ):
            return
        if any(m.form in {Form.NAME, Form.SHORT} for m in tree.mentions(i)):
            yield Arg("obj", i)
            return


def amount_behind(tree: Tree, match: Match) -> int | None:
    """The first amount behind a verb, no other verb and no other noun phrase's preposition between."""
    last = tree.sentence(match.head).last
    for i in range(match.words[-1] + 1, min(last, match.words[-1] + 1 + AMOUNT_REACH)):
        if tree.tokens[i].amount is not None:
            return i
        if tree.tokens[i].pos in {"VERB", "CCONJ", "SCONJ"} or tree.word(i) in STOPS:
            return None
    return None


def named_before(tree: Tree, i: int) -> list[int]:
    """The things that a participle follows at once, nearest first: "un projet de calcul IA mené par X"."""
    comma = tree.word(i - 1) in {",", "-", "–", "—", "("}
    at = i - 2 if comma else i - 1
    found: list[int] = []
    for t in range(at, max(tree.sentence(i).first, at - PHRASE) - 1, -1):
        if (
            tree.tokens[t].pos not in {"NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "X", "ADV"}
            or tree.tokens[t].amount is not None
        ):
            break
        if tree.mentions_headed(t) and not tree.is_pronoun_mention(t) and _agrees(tree, t, i):
            found.append(t)
    return found[::-1] if comma else found  # behind a comma the whole noun phrase is meant


def _agrees(tree: Tree, noun: int, participle: int) -> bool:
    """Gender and number, where the parser knows both."""
    for feature in ("Gender=", "Number="):
        one = {f for f in tree.tokens[noun].morph if f.startswith(feature)}
        other = {f for f in tree.tokens[participle].morph if f.startswith(feature)}
        if tree.tokens[noun].pos == "NOUN" and one and other and one != other:
            return False
    return True


def whose(tree: Tree, i: int) -> int | None:
    """ "X, dont la capitalisation ...", "X, dont il détient 45 %": the name before "dont"."""
    first = tree.sentence(i).first
    for at in range(i - 1, max(first, i - 7), -1):
        if tree.word(at) == "dont":
            before = at - 2 if tree.word(at - 1) in {",", "(", "–", "-"} else at - 1
            return (
                tree.head_of(tree.mentions(before)[0].span)
                if before >= first and tree.mentions(before)
                else None
            )
        if (
            tree.tokens[at].amount is not None
            or tree.word(at) in STOPS
            or (tree.tokens[at].pos == "VERB" and not is_participle(tree, at))
        ):
            return None
    return None


def subject_before(tree: Tree, head: int) -> Iterator[Arg]:
    """The nearest name before a finite verb that no preposition governs."""
    if (
        is_participle(tree, head)
        or "VerbForm=Inf" in tree.tokens[head].morph
        or tree.tokens[head].dep in RELATIVE_CLAUSES
    ):
        return
    first = tree.sentence(head).first
    for i in range(head - 1, first - 1, -1):
        if tree.word(i) in STOPS or (
            is_verb(tree, i) and tree.tokens[i].pos != "AUX" and not is_participle(tree, i)
        ):
            return
        if tree.mentions_headed(i) and _free(tree, i, first):
            yield from (Arg("subj", t) for t in _coordinated(tree, i, first))
            return


def _free(tree: Tree, i: int, first: int) -> bool:
    """No preposition governs the name, by syntax or by the word before it."""
    span = tree.mentions_headed(i)[0].span
    at = tree.token_at(span.start) - 1
    while at >= first and tree.tokens[at].pos in {"DET", "ADJ", "NUM"}:
        at -= 1
    return at < first or tree.tokens[at].pos not in {"ADP", "SCONJ"}


def _coordinated(tree: Tree, i: int, first: int) -> list[int]:
    """ "A, B et C" from its last name: all of them, by the commas and the conjunction between them."""
    found, conjunction = [i], False
    while True:
        start = tree.token_at(tree.mentions(found[-1])[0].span.start)
        at = start - 1
        while at >= first and tree.tokens[at].pos == "DET":
            at -= 1
        joined = at > first and (tree.tokens[at].pos == "CCONJ" or (conjunction and tree.word(at) == ","))
        if (
            not joined
            or not tree.mentions(at - 1)
            or tree.entities[tree.mentions(at - 1)[0].entity].type
            != tree.entities[tree.mentions(i)[0].entity].type
        ):
            return found
        conjunction = True
        found.append(tree.head_of(tree.mentions(at - 1)[0].span))


def _rightwards(tree: Tree, match: Match) -> Iterator[int]:
    last = tree.sentence(match.head).last
    for i in range(match.words[-1] + 1, last):
        token = tree.tokens[i]
        finite = (
            is_verb(tree, i)
            and token.pos == "VERB"
            and not is_participle(tree, i)
            and any(tree.tokens[c].dep in SUBJECTS for c in tree.children(i))
        )
        if tree.word(i) in STOPS or finite:
            return
        yield i


def _ends(tree: Tree, i: int, prep: str) -> int | None:
    """The last token of a preposition that starts at i."""
    words = prep.split()
    here = [
        CONTRACTED.get(tree.word(t), tree.word(t)) for t in range(i, min(i + len(words), len(tree.tokens)))
    ]
    compound = i > 0 and tree.word(i - 1) in COMPOUND  # "according to X" goes nowhere
    return i + len(words) - 1 if words and here == words and not compound else None


def _name_after(tree: Tree, i: int) -> int | None:
    for t in range(i + 1, min(i + 1 + NOUN_REACH, tree.sentence(i).last)):
        if tree.mentions(t):
            return tree.head_of(tree.mentions(t)[0].span)
        if tree.tokens[t].pos not in {"DET", "ADJ", "NUM", "NOUN"} or tree.tokens[t].amount is not None:
            return None
    return None
