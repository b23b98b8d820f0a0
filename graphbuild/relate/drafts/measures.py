"""The amount of a noun, and of a company's figure: "son chiffre d'affaires a atteint A"."""

from graphbuild.model import Amount
from graphbuild.relate.drafts.carried import PERSONAL, clause_subjects, is_person
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.drafts.landing import place
from graphbuild.relate.drafts.match import Match
from graphbuild.relate.frames import frames
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.sums import amounts_at
from graphbuild.relate.syntax.tree import SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_verb

REACH = 14  # tokens from a measure's name to its amount
VALUE_SLOTS = frozenset({"obj", "attr", "acomp", "npadvmod", "à", "de", "to", "at", "oprd", "of", ""})


def land_value(tree: Tree, result: Draft, match: Match) -> None:
    """The amount inside the noun phrase, that its verb gives, or that follows; and whose figure it is."""
    if result.amount is None:
        own = amounts_at(tree, match.head)
        result.amount = tree.amount(own[0]) if own else told_by_verb(tree, match.head)
    if not match.frame.measure:
        return
    if result.amount is None:
        result.amount = _next_amount(tree, match)
    if match.frame.actor and result.amount is not None and "organization" not in result.roles:
        for subject in clause_subjects(tree, match.head) if _is_told_of_subject(tree, match.head) else ():
            if match.frame.measure in PERSONAL or not is_person(tree, subject):
                place(tree, result, "organization", subject, how="subject of the clause")


def _is_told_of_subject(tree: Tree, noun: int) -> bool:
    """Not as in "rejette une taxe sur les fortunes", "efface A de dette": whose figure that is, is open."""
    others = syntax_words(tree.language).undoing_verbs
    for above in tree.ancestors(noun):
        if is_verb(tree, above):
            apart = tree.preposition(noun) in {
                "sur",
                "on",
                "of",
                "out of",
            }  # "sur un budget de A, X apporte B"
            return tree.tokens[above].lemma not in others and not apart
        if tree.tokens[noun].dep == "nmod" and tree.preposition(noun) not in {"", "de", "en", "à", "avec"}:
            return False
        noun = above
    return True


def told_by_verb(tree: Tree, noun: int) -> Amount | None:
    """As in "le résultat net a atteint A": the amount among the arguments of the noun's verb."""
    token = tree.tokens[_sum_of(tree, noun)]
    if token.dep not in SUBJECTS or not is_verb(tree, token.head):
        return None
    for arg in arguments(tree, token.head):
        amounts = amounts_at(tree, arg.token, wide=False)
        if amounts and arg.slot in VALUE_SLOTS:
            return tree.amount(amounts[0])
    return None


def _sum_of(tree: Tree, noun: int) -> int:
    """As in "le montant du contrat atteint A", "the value of the contract": the sum is the noun's."""
    head = tree.tokens[noun].head
    if tree.language == "en":
        head = tree.tokens[head].head if tree.word(head) == "of" else noun
    elif tree.preposition(noun) != "de":
        return noun
    return head if tree.tokens[head].lemma in syntax_words(tree.language).value_nouns else noun


def _next_amount(tree: Tree, match: Match) -> Amount | None:
    """The first amount behind a measure's name, no other measure and not the main clause's verb between."""
    last = tree.sentence(match.head).last
    # Of "la biotech, qui n'avait plus de trésorerie, a obtenu A" only "avait" governs "trésorerie".
    outer = [t for t in tree.ancestors(match.head) if is_verb(tree, t)][1:]
    for i in range(match.words[-1] + 1, min(last, match.words[-1] + REACH)):
        if tree.amount(i) is not None:
            return tree.amount(i)
        if tree.word(i) in {";", ":"} or _is_measure(tree, i) or i in outer:
            return None
    return None


def _is_measure(tree: Tree, i: int) -> bool:
    found = frames(tree.language).nouns.get(tree.tokens[i].lemma, ())
    return any(frame.measure for _, frame in found)
