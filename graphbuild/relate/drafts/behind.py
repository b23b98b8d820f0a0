"""What the parser hung elsewhere, found behind the verb or noun by word order: "auprès de X".

Only for roles that syntax left empty, and never past another finite verb of the sentence.
"""

from collections.abc import Iterator

from graphbuild.model import Form
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.portions import is_portion
from graphbuild.relate.syntax.relatives import Arg
from graphbuild.relate.syntax.tree import SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_verb

NOUN_REACH = 6  # tokens from a preposition to the name that it governs
OBJECT_REACH = 4
AMOUNT_REACH = 6
CUTS = frozenset({";", ":"})
LOOSE = frozenset({"de", "of"})
NO_OBJECT = frozenset({"ADP", "VERB", "AUX", "SCONJ", "CCONJ"})


def starts_clause(tree: Tree, i: int) -> bool:
    """Whether something else begins at a token: "; ", "qui", "while"."""
    return tree.word(i) in CUTS or tree.word(i) in syntax_words(tree.language).clause_starts


def names_behind(tree: Tree, match: Match, prepositions: frozenset[str]) -> Iterator[Arg]:
    """Names behind the match, each with one of these prepositions."""
    for i in _rightwards(tree, match):
        for preposition in sorted(prepositions):
            last = _last_of(tree, i, preposition)
            if last is None or (preposition in LOOSE and not _joins(tree, match, i)):
                continue
            if (noun := _name_after(tree, last)) is not None:
                yield Arg(preposition, noun)


def _joins(tree: Tree, match: Match, i: int) -> bool:
    """Whether "de" stands right behind the noun, its adjective or its amount; else it is another noun's."""
    before = [t for t in range(match.words[-1] + 1, i) if tree.tokens[t].pos != "ADJ"]
    return not before or tree.tokens[before[-1]].amount is not None


def object_behind(tree: Tree, match: Match) -> Iterator[Arg]:
    """A name right behind the verb without preposition: "a condamné jeudi Meta"."""
    start = match.words[-1] + 1
    for i in range(start, min(start + OBJECT_REACH, tree.sentence(match.head).last)):
        if tree.tokens[i].pos in NO_OBJECT or tree.tokens[i].amount is not None:
            return
        if any(m.form in {Form.NAME, Form.SHORT} for m in tree.mentions(i)):
            yield Arg("obj", i)
            return


def amount_behind(tree: Tree, match: Match) -> int | None:
    """The first amount behind a verb, no other verb and no conjunction between; else None."""
    start = match.words[-1] + 1
    for i in range(start, min(start + AMOUNT_REACH, tree.sentence(match.head).last)):
        if tree.tokens[i].amount is not None:
            return i
        if tree.tokens[i].pos in {"VERB", "CCONJ", "SCONJ"} or starts_clause(tree, i):
            return None
    return None


def _rightwards(tree: Tree, match: Match) -> Iterator[int]:
    """The tokens behind the match, up to the next clause."""
    for i in range(match.words[-1] + 1, tree.sentence(match.head).last):
        if (
            starts_clause(tree, i)
            or _has_own_subject(tree, i)
            or _pairs_anew(tree, i)
            or _goes_on(tree, match, i)
            or _is_said_of_name(tree, i)
        ):
            return
        yield i


def _pairs_anew(tree: Tree, i: int) -> bool:
    """As in "5 M€ viennent de A et 3 M€ de B", "including $2m from B": what follows is of that amount."""
    token = tree.tokens[i]
    listed = token.dep == "conj" and token.head != i
    return token.amount is not None and (listed or is_portion(tree, i))


def _goes_on(tree: Tree, match: Match, i: int) -> bool:
    """As in "sells to X, which was bought by Y, and hopes to win": a verb beside one that stands higher."""
    token = tree.tokens[i]
    verb = token.pos == "VERB" and token.dep == "conj" and not is_participle(tree, i)
    return verb and token.head in set(tree.ancestors(match.head))


def _is_said_of_name(tree: Tree, i: int) -> bool:
    """As in "succède à X, parti chez Y": what follows is the participle's."""
    token = tree.tokens[i]
    apposed = token.dep == "acl" and is_participle(tree, i) and tree.word(i - 1) == ","
    return apposed and token.head == i - 2 and bool(tree.mentions(token.head))


def _has_own_subject(tree: Tree, i: int) -> bool:
    finite = is_verb(tree, i) and tree.tokens[i].pos == "VERB" and not is_participle(tree, i)
    return finite and bool(tree.children(i, *SUBJECTS))


def _last_of(tree: Tree, i: int, preposition: str) -> int | None:
    """The last token of a preposition that starts at i; None where another one stands there."""
    words = preposition.split()
    here = [tree.uncontracted(t) for t in range(i, min(i + len(words), len(tree.tokens)))]
    compound = i > 0 and tree.word(i - 1) in syntax_words(tree.language).compound_openers
    return i + len(words) - 1 if words and here == words and not compound else None


def _is_of_a_noun(tree: Tree, name: int) -> bool:
    """As in "for Airbus suppliers": the name only tells whose or which, and is none of them."""
    noun = tree.tokens[name].head
    many = "Number=Plur" in tree.tokens[noun].morph
    return tree.tokens[name].dep == "compound" and noun == name + 1 and many and not tree.mentions(noun)


def _name_after(tree: Tree, i: int) -> int | None:
    """The head of the name that a preposition at i governs."""
    for t in range(i + 1, min(i + 1 + NOUN_REACH, tree.sentence(i).last)):
        if tree.tokens[t].dep == "poss" or tree.word(t) in {"'s", "'"}:
            continue  # "to the city's food bank" is not to the city
        if tree.mentions(t):
            head = tree.head_of(tree.mentions(t)[0].span)
            another = tree.tokens[head].dep == "poss" or _is_of_a_noun(tree, head)
            return None if another else head  # "to Moldova's grid operator"
        if tree.tokens[t].pos not in {"DET", "ADJ", "NUM", "NOUN"} or tree.tokens[t].amount is not None:
            return None
    return None
