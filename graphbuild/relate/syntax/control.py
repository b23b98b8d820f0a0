"""Who is understood as the subject of a verb without one, and which verb carries a noun."""

from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.complements import spilled
from graphbuild.relate.syntax.dependents import dependents, own_subjects
from graphbuild.relate.syntax.relatives import Arg, has_relative
from graphbuild.relate.syntax.tree import OBJECTS, PASSIVE_SUBJECTS, RELATIVE_CLAUSES, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_passive, is_unfinished, is_verb

DEPTH = 6  # how far up subjects are looked for
CHAIN = 20  # nouns that are listed with or complete each other; repaired heads may go round
PLAIN_CLAUSES = frozenset(
    {"xcomp", "ccomp", "advcl", "acl", "amod", "pcomp", "conj", "dep", "parataxis", "ROOT"}
)
CLAUSES = PLAIN_CLAUSES | RELATIVE_CLAUSES


def subjects(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """The subject tokens of a verb, or of the clause that a noun stands in."""
    if depth > DEPTH:
        return []
    own = own_subjects(tree, i)
    return own or [a.token for a in controller(tree, i, depth=depth) if a.slot == "subj"]


def controller(tree: Tree, i: int, *, depth: int = 0) -> list[Arg]:
    """What is understood with a verb from outside its clause: a "subj", or the "à" of "s'est vu infliger"."""
    token = tree.tokens[i]
    if depth > DEPTH or token.head == i:
        return []
    if _modifies(tree, i):
        return [Arg("subj", named_beside(tree, token.head))]
    return _from_above(tree, i, depth) if token.dep in CLAUSES else []


def named_beside(tree: Tree, noun: int) -> int:
    """As in "X, a start-up based in Y": what is said of the words beside a name is said of the name."""
    head = tree.tokens[noun].head
    beside = tree.tokens[noun].dep == "appos" and not tree.mentions(noun) and bool(tree.mentions(head))
    return head if beside else noun


def _modifies(tree: Tree, i: int) -> bool:
    """Whether the noun that a clause hangs on is its subject."""
    token = tree.tokens[i]
    if token.dep in RELATIVE_CLAUSES and not is_bare_infinitive(tree, i):
        return True
    return token.dep == "acl" and "VerbForm=Inf" not in token.morph and not is_unfinished(tree, i)


def _from_above(tree: Tree, i: int, depth: int) -> list[Arg]:
    """As in "X veut racheter Y", "condamne X à verser A", "le projet de X de racheter Y", "X est prêt à"."""
    token, words = tree.tokens[i], syntax_words(tree.language)
    head = token.head
    lemma = tree.tokens[head].lemma
    if lemma in words.reflexive_recipients and "VerbForm=Inf" in token.morph:
        return [Arg("à", s) for s in subjects(tree, head, depth + 1)]
    if lemma in words.object_control and (controlled := _controlled(tree, head, i)):
        return controlled
    if (receiving := _receiving(tree, i)) is not None:
        return receiving
    standing = tree.tokens[head].pos == "ADJ" or bool(tree.children(head, "case"))  # "en discussions pour"
    if standing and tree.children(head, "cop") and not tree.children(head, "det"):
        return [Arg("subj", s) for s in subjects(tree, head, depth + 1)]
    clause = head if is_verb(tree, head) else _gerund_clause(tree, i)
    if clause is None:
        if token.dep == "pcomp":
            head = tree.tokens[head].head  # "in the process of buying Y"
        return [Arg("subj", t) for t in _owners(tree, head, depth)[:1]] or _by_preposition(tree, head, depth)
    return [Arg("subj", s) for s in subjects(tree, clause, depth + 1)]


def _receiving(tree: Tree, i: int) -> list[Arg] | None:
    """Who is given work or money does what it is for: "awards X a contract to build Y"; None: nobody is."""
    head, words = tree.tokens[i].head, syntax_words(tree.language)
    giver = head if is_verb(tree, head) else governor(tree, head)
    if giver is None:
        return None
    if tree.tokens[giver].lemma in words.entrusting:
        return _controlled(tree, giver, i) or (None if giver == head else [])
    return (_given(tree, giver, i) or None) if tree.tokens[giver].lemma in words.giving_verbs else None


def _gerund_clause(tree: Tree, i: int) -> int | None:
    """The verb of the clause that a gerund opens: "by lending A to X, the bank took a risk"; else None."""
    preposition = tree.tokens[i].head
    opens = tree.word(preposition) in syntax_words(tree.language).gerund_prepositions
    above = tree.tokens[preposition].head
    return above if tree.tokens[i].dep == "pcomp" and opens and is_verb(tree, above) else None


def _controlled(tree: Tree, verb: int, infinitive: int) -> list[Arg]:
    """The object of "condamner", "order": it is the subject of the infinitive."""
    args = dependents(tree, verb, passive=is_passive(tree, verb))
    times = syntax_words(tree.language).time_nouns  # "a autorisé jeudi X à vendre"
    free = [a for a in args if a.token != infinitive and tree.tokens[a.token].lemma not in times]
    found = [a for a in free if a.slot in {"obj", "à", "to"}]
    return [Arg("subj", a.token) for a in found[:1]]


def _given(tree: Tree, verb: int, infinitive: int) -> list[Arg]:
    """As in "prête 5 millions à X pour construire Y": who is given the money builds."""
    args = list(dependents(tree, verb, passive=is_passive(tree, verb)))
    args += [below for a in args if a.slot == "obj" for below in spilled(tree, a.token)]
    return [Arg("subj", a.token) for a in args if a.slot in {"à", "to"} and a.token < infinitive][:1]


def is_bare_infinitive(tree: Tree, i: int) -> bool:
    """As in "a deal to buy X": no relative clause of the deal, whatever the parser says."""
    infinitive = "VerbForm=Inf" in tree.tokens[i].morph
    if is_passive(tree, i) and is_unfinished(tree, i):
        return not has_relative(tree, i)  # "talks to be bought"
    return infinitive and not has_relative(tree, i) and bool(tree.children(i, *OBJECTS))


def _by_preposition(tree: Tree, noun: int, depth: int) -> list[Arg]:
    """As in "X is in talks to buy Y": the subject of the verb that the noun hangs on by a preposition."""
    above = tree.tokens[tree.tokens[noun].head].head
    if tree.tokens[noun].dep != "pobj" or not is_verb(tree, above):
        return []
    return [Arg("subj", s) for s in subjects(tree, above, depth + 1)]


def _owners(tree: Tree, noun: int, depth: int) -> list[int]:
    """Whose a noun is: "son projet", else who does what it is the object of: "X a annoncé le projet"."""
    verb = governor(tree, noun)
    return [*possessives(tree, noun), *(agents(tree, verb, depth + 1) if verb is not None else [])]


def possessives(tree: Tree, noun: int) -> list[int]:
    """The "X's" and "son" of a noun."""
    words = syntax_words(tree.language).possessives
    near = tree.children(noun, "poss", "det")
    return [c for c in near if tree.tokens[c].dep == "poss" or tree.word(c) in words]


def is_possessed(tree: Tree, noun: int) -> bool:
    """Whether a noun is somebody's who is not named beside it: "sa filiale", "its unit"."""
    words = syntax_words(tree.language).possessives
    return any(tree.word(c) in words for c in tree.children(noun))


def own_units(tree: Tree, noun: int) -> list[int]:
    """The words between a possessor and what they name: "Waymo" of "Alphabet's Waymo unit"."""
    owned = tree.tokens[noun].lemma in syntax_words(tree.language).owned_nouns
    return tree.children(noun, "compound", "nmod") if owned and tree.children(noun, "poss") else []


def agents(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Who does it: the subject of an active verb, the agent of a passive one."""
    if is_passive(tree, verb):
        return [a.token for a in dependents(tree, verb, passive=True) if a.slot == "subj"]
    return subjects(tree, verb, depth)


def governor(tree: Tree, i: int, chain: int = 0) -> int | None:
    """The verb whose object (or passive subject, or participle's noun) this noun is; else None."""
    token = tree.tokens[i]
    if chain > CHAIN:
        return None
    if token.dep in OBJECTS | PASSIVE_SUBJECTS | {"attr"} and is_verb(tree, token.head):
        return token.head
    if token.dep == "conj" and not is_verb(tree, token.head):
        return governor(tree, token.head, chain + 1)
    carrier = tree.tokens[token.head].head if token.dep == "pobj" else token.head
    if (
        token.dep.startswith(("obl", "pobj"))
        and tree.tokens[carrier].lemma in syntax_words(tree.language).carrier_verbs
    ):
        return carrier
    if token.dep in {"nmod", "pobj"} and (above := _completed(tree, i)) is not None:
        return governor(tree, above, chain + 1)
    clauses = [c for c in tree.children(i, "acl", "amod") if is_participle(tree, c)]
    clauses += [c for c in tree.children(i, *RELATIVE_CLAUSES) if _has_relative_object(tree, c)]
    return clauses[0] if clauses else None


def _has_relative_object(tree: Tree, clause: int) -> bool:
    """As in "le prêt que X a obtenu"."""
    return any(tree.word(o) in {"que", "qu'", "that", "which"} for o in tree.children(clause, *OBJECTS))


def _completed(tree: Tree, i: int) -> int | None:
    """The noun that this one completes: "la clôture d'un tour de table", "650 M€ de subventions"."""
    head = tree.tokens[i].head
    if tree.language == "en" and tree.tokens[i].dep == "pobj":
        above = tree.tokens[tree.tokens[head].head]
        of = tree.word(head) == "of" or (tree.word(head) == "in" and above.amount is not None)
        return _stage(tree, above.i) if of and above.i != i else None
    if tree.tokens[head].amount is not None and tree.preposition(i) in {"de", "en"}:
        return head
    return _stage(tree, head) if tree.preposition(i) == "de" and head != i else None


def _stage(tree: Tree, noun: int) -> int | None:
    """A noun that says nothing beside its complement: an amount, a stage of a deal, an activity."""
    words = syntax_words(tree.language)
    empty = words.phase_nouns | words.light_nouns | words.activity_nouns
    return noun if tree.tokens[noun].amount is not None or tree.tokens[noun].lemma in empty else None
