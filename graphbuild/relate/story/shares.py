"""Which amounts are told as a part of another: "dont", "of which", "Sur ces 3 milliards", "en paiera 2"."""

from graphbuild.model import Sentence
from graphbuild.relate.lexicon import link_words, syntax_words
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.complements import complements
from graphbuild.relate.syntax.portions import is_portion, is_told_as_portion
from graphbuild.relate.syntax.tree import SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import VERBS, auxiliaries, is_verb

LEAD = 5  # tokens from "sur" to the sum that it opens a sentence with


def is_part(tree: Tree, i: int) -> bool:
    """Whether the words around an amount, or the word above it, make it a part of one named before."""
    if is_portion(tree, i) or takes_from(tree, i):
        return True
    return sliced(tree, i) != i or composing(tree, i) is not None


def opening(tree: Tree, sentence: Sentence) -> int | None:
    """The sum that a sentence opens with as a whole, as in "Of that, ...", "Sur ces 3 milliards, ..."."""
    words = link_words(tree.language)
    first = sentence.first
    if tree.word(first) not in words.whole:
        return None
    pointed = False
    for i in range(first + 1, min(first + LEAD, sentence.last - 1)):
        pointed = pointed or tree.word(i) in words.pointing
        named = tree.tokens[i].amount is not None or (pointed and tree.tokens[i].lemma in words.sums)
        if named or (pointed and tree.word(i + 1) == ","):
            return i
        if tree.tokens[i].pos in VERBS:
            return None
    return None


def is_divided(tree: Tree, i: int) -> bool:
    """As in "some $400m of the $800m": a sum told before, of which another is taken."""
    token = tree.tokens[i]
    above = tree.tokens[tree.tokens[token.head].head if token.dep == "pobj" else token.head]
    of = tree.word(token.head) == "of" if token.dep == "pobj" else tree.preposition(i) == "de"
    known = any(c < i for c in tree.children(i, "det", "poss")) or tree.word(i - 1) in {"du", "des"}
    return of and known and above.amount is not None and above.i < i


def goes_on(tree: Tree, i: int) -> bool:
    """Whether an amount goes on with a list: right behind "et" or a comma, an article between."""
    at = i - 1
    while at > 0 and tree.tokens[at].pos in {"DET", "ADP", "ADV"}:
        at -= 1
    return tree.tokens[at].pos == "CCONJ" or tree.word(at) in {",", ";"}


def takes_from(tree: Tree, i: int) -> bool:
    """As in "la Ville en paiera 7 millions": what the verb takes is out of what was just named."""
    verb = tree.tokens[i].head
    words, amount = syntax_words(tree.language).out_of, tree.amount(i)
    if not words or amount is None or not amount.is_money or verb >= i or not is_verb(tree, verb):
        return False
    start = min([verb, *auxiliaries(tree, verb)])
    return tree.word(start - 1) in words and tree.tokens[start - 1].pos == "PRON"


def sliced(tree: Tree, i: int) -> int:
    """The noun that says that an amount is not all, as in "une première tranche de 150 M€"; else itself."""
    head = tree.tokens[i].head
    if tree.tokens[i].dep == "pobj":
        head = tree.tokens[head].head
    slices = link_words(tree.language).slices
    return head if tree.tokens[head].lemma in slices and tree.tokens[head].amount is None else i


def composing(tree: Tree, i: int) -> int | None:
    """The verb of "L'opération se compose de A et de B", whose subject is the sum named before; else None."""
    words = link_words(tree.language)
    verb = next((t for t in tree.ancestors(i) if is_verb(tree, t)), None)
    if verb is None or verb > i or tree.tokens[verb].lemma not in words.compose:
        return None
    subjects = tree.children(verb, *SUBJECTS)
    return verb if any(tree.tokens[s].lemma in words.sums | words.deals for s in subjects) else None


def origin(tree: Tree, i: int) -> int | None:
    """Whom an amount comes from: "150 milliards viendraient de X", "including $2m from X"; None if unsaid."""
    verb = tree.tokens[i].head
    words = link_words(tree.language)
    if tree.tokens[i].dep in SUBJECTS and tree.tokens[verb].lemma in words.coming:
        return next((a.token for a in arguments(tree, verb) if a.slot in words.origins), None)
    if not is_told_as_portion(tree, i):
        return None
    hung = next((c.token for c in complements(tree, i) if c.slot in words.portion_origins), None)
    return hung if hung is not None else _origin_behind(tree, i)


def _origin_behind(tree: Tree, i: int) -> int | None:
    """The name right behind "A auprès de", whatever the parser made of it."""
    for phrase in link_words(tree.language).portion_origins:
        words = phrase.split()
        end = i + 1 + len(words)
        if [tree.uncontracted(t) for t in range(i + 1, min(end, tree.sentence(i).last))] != words:
            continue
        named = [t for t in range(end, min(end + 2, tree.sentence(i).last)) if tree.mentions(t)]
        return tree.head_of(tree.mentions(named[0])[0].span) if named else None
    return None
