"""What belongs to a verb or a noun: its arguments, whatever the construction.

Active, passive, participle, relative clause, infinitive under another verb, coordination and
"s'est vu infliger" all end in the same slots: "subj", "obj", "self" (what a noun is said of),
"poss" (whose), "compound", "appos", or the preposition ("dans", "auprès de", "for").
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.tree import OBJECTS, PASSIVE_SUBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree

DEPTH = 6  # how far up subjects are looked for
VERBS = frozenset({"VERB", "AUX"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "amod", "pcomp", "conj", "dep", "parataxis", "ROOT", *RELATIVE_CLAUSES})


@dataclass(frozen=True, slots=True)
class Arg:
    """One argument: its slot, and the token that fills it."""

    slot: str
    token: int


def is_verb(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.pos in VERBS or any(f.startswith("VerbForm=") for f in token.morph)


def is_participle(tree: Tree, i: int) -> bool:
    """A past participle that stands alone ("promis par", "based in"), without auxiliary."""
    token = tree.tokens[i]
    past = "VerbForm=Part" in token.morph and "Tense=Past" in token.morph or token.pos == "ADJ"
    return past and not auxiliaries(tree, i)


def auxiliaries(tree: Tree, i: int) -> list[int]:
    return [c for c in tree.children(i) if tree.tokens[c].dep.startswith("aux")]


def is_passive(tree: Tree, i: int) -> bool:
    """Also of a participle alone; never with "avoir" ("Oracle a racheté", whatever the parser calls Oracle)."""
    perfect = any(tree.tokens[c].lemma == "avoir" for c in tree.children(i, "aux:tense"))
    if perfect and not tree.children(i, "aux:pass"):
        return False
    deps = {tree.tokens[c].dep for c in tree.children(i)}
    return bool(deps & {"aux:pass", "auxpass", *PASSIVE_SUBJECTS}) or (is_participle(tree, i) and tree.tokens[i].dep != "conj")


def arguments(tree: Tree, i: int) -> list[Arg]:
    """Every argument of the verb or noun at i, nearest construction first."""
    found = list(_verb_arguments(tree, i) if is_verb(tree, i) else _noun_arguments(tree, i))
    return list(dict.fromkeys(found))


def _verb_arguments(tree: Tree, i: int) -> Iterator[Arg]:
    passive = is_passive(tree, i)
    direct = [*_direct(tree, i, passive=passive)]
    yield from direct
    yield from _from_outside(tree, i, direct, passive=passive)
    for arg in direct:
        if arg.slot in {"obj", "subj"}:
            yield from _spilled(tree, arg.token)


def _direct(tree: Tree, i: int, *, passive: bool) -> Iterator[Arg]:
    objects = [c for c in tree.children(i) if tree.tokens[c].dep in OBJECTS]
    for c in tree.children(i):
        dep = tree.tokens[c].dep
        if dep in SUBJECTS and _placed(tree, c):
            # "Aux États-Unis, OpenAI et SoftBank ...": what a preposition governs is no subject, what follows it is
            yield from _prepositional(tree, c, agent=False)
            yield from (Arg("obj" if passive else "subj", k) for k in _behind_preposition(tree, c))
        elif dep in SUBJECTS:
            # "Intel was granted $8bn", "Thales was awarded a contract"
            given = passive and any(tree.tokens[o].amount is not None or tree.language == "en" for o in objects)
            yield from _resolved(tree, "to" if given else "obj" if passive else "subj", c)
        elif dep in OBJECTS:
            dative = len(objects) > 1 and c == objects[0] and tree.tokens[c].amount is None
            yield from _resolved(tree, "to" if dative else "obj", c)
        elif dep in {"iobj", "dative"}:
            yield from _resolved(tree, tree.preposition(c) or ("à" if tree.language == "fr" else "to"), c)
        elif dep in {"attr", "oprd", "npadvmod", "acomp"}:
            yield Arg(dep, c)
        elif dep == "mark" and tree.word(c) in {"que", "qu'"} and tree.tokens[i].dep in RELATIVE_CLAUSES:
            yield from _resolved(tree, "obj", c)
        elif dep == "xcomp" and tree.tokens[c].pos == "NOUN" and not tree.preposition(c):
            yield Arg("attr", c)
        elif dep in {"xcomp", "advcl", "acl"} and is_verb(tree, c):
            yield from _infinitive(tree, i, c)
        else:
            yield from _oblique(tree, c, passive=passive)


def _placed(tree: Tree, c: int) -> bool:
    """Whether a preposition governs what the parser took for a subject."""
    return tree.language == "fr" and tree.preposition(c) not in {"", "de"}


def _behind_preposition(tree: Tree, c: int) -> list[int]:
    """The real subjects that the parser listed with a preposition's noun."""
    return [k for k in tree.children(c, "conj") if not tree.preposition(k)]


def _infinitive(tree: Tree, i: int, c: int) -> Iterator[Arg]:
    """"condamné à verser A" (slot "inf"), "pour construire l'usine" (slot "pour"): the infinitive's own object."""
    words = syntax_words(tree.language)
    purpose = any(tree.word(m) in {"pour", "to", "afin"} for m in tree.children(c, "mark", "aux"))
    if tree.tokens[i].lemma in words.object_control or (purpose and tree.tokens[c].lemma in words.activity_verbs):
        slot = "inf" if tree.tokens[i].lemma in words.object_control else "pour" if tree.language == "fr" else "for"
        yield from (Arg(slot, o) for o in tree.children(c, *OBJECTS))


def _oblique(tree: Tree, c: int, *, passive: bool) -> Iterator[Arg]:
    """A prepositional argument in either annotation scheme."""
    dep = tree.tokens[c].dep
    if dep in {"prep", "agent", "dative"}:
        for noun in tree.children(c, "pobj", "pcomp"):
            yield from _prepositional(tree, noun, agent=passive or dep == "agent")
    elif dep == "obl:agent" or (dep.startswith(("obl", "nmod")) and tree.preposition(c)):
        yield from _prepositional(tree, c, agent=passive or dep == "obl:agent")


def _prepositional(tree: Tree, noun: int, *, agent: bool) -> Iterator[Arg]:
    """The slot of a noun behind its preposition; "en faveur de X" is one preposition."""
    prep = tree.preposition(noun)
    inner = _complex(tree, prep, noun)
    if inner:
        yield from (Arg(slot, at) for slot, at in inner)
        return
    yield from _resolved(tree, "subj" if agent and prep in {"par", "by"} else prep, noun)


def _complex(tree: Tree, prep: str, noun: int) -> list[tuple[str, int]]:
    """The X of "en faveur de X", with its whole preposition."""
    whole = f"{prep} {tree.word(noun)}"
    link = next((p for p in syntax_words(tree.language).complex_prepositions if p.rsplit(" ", 1)[0] == whole), None)
    if link is None:
        return []
    return [(link, arg.token) for arg in _complements(tree, noun) if arg.slot == link.rsplit(" ", 1)[1]]


def _complements(tree: Tree, i: int) -> Iterator[Arg]:
    """The prepositional complements of a noun."""
    for c in tree.children(i):
        dep = tree.tokens[c].dep
        if dep in {"prep", "agent"}:
            for noun in tree.children(c, "pobj", "pcomp"):
                yield from _resolved(tree, tree.preposition(noun), noun)
        elif dep.startswith(("nmod", "obl")) and tree.preposition(c):
            yield from _prepositional(tree, c, agent=False)


def _resolved(tree: Tree, slot: str, c: int) -> Iterator[Arg]:
    """A relative pronoun is replaced by what it stands for."""
    if tree.word(c) not in syntax_words(tree.language).relatives:
        yield Arg(slot, c)
        return
    clause = next((a for a in [c, *tree.ancestors(c)] if tree.tokens[a].dep in RELATIVE_CLAUSES), None)
    if clause is not None:
        yield Arg(slot, _antecedent(tree, tree.tokens[clause].head, c))


def _antecedent(tree: Tree, head: int, pronoun: int) -> int:
    """Of "A et B, qui pilote C" the last one: what stands right before the pronoun."""
    before = pronoun - 1
    while before > head and tree.tokens[before].pos in {"PUNCT", "ADP"}:
        before -= 1
    if is_verb(tree, head):
        return before if tree.mentions(before) else head
    near = next((t for t in [before, tree.tokens[before].head] if tree.tokens[t].dep == "conj"), None)
    singular = "Number=Plur" not in tree.tokens[tree.tokens[pronoun].head].morph
    return near if near is not None and near > head and singular and tree.mentions(near) else head


def _spilled(tree: Tree, i: int) -> Iterator[Arg]:
    """Complements that the parser hung on the object ("200 milliards dans l'IA") are the verb's too."""
    for arg in _complements(tree, i):
        if arg.slot not in {"de", "of"} or tree.tokens[i].amount is not None:  # "3 millions de la fondation X"
            yield arg


def _from_outside(tree: Tree, i: int, direct: list[Arg], *, passive: bool) -> Iterator[Arg]:
    """Subjects and objects that stand outside the clause."""
    slots = {arg.slot for arg in direct}
    token = tree.tokens[i]
    if "subj" not in slots and (inverted := _inverted(tree, i)) is not None:
        yield Arg("subj", inverted)
        return
    if tree.tokens[token.head].lemma in syntax_words(tree.language).reflexive_recipients and "à" not in slots:
        yield from (Arg(slot, s) for slot, s in _controller(tree, i, depth=0) if slot == "à")
    if _bare_infinitive(tree, i):
        yield from (Arg(slot, s) for slot, s in _controller(tree, i, depth=0) if slot not in slots)
    elif token.dep in RELATIVE_CLAUSES and not slots & {"subj"} and not passive and not _has_relative(tree, i):
        yield Arg("obj" if "subj" in slots else "subj", token.head)
    elif token.dep in RELATIVE_CLAUSES and "obj" not in slots and not _has_relative(tree, i):
        yield Arg("obj", token.head)
    elif is_participle(tree, i) and token.dep in {"acl", "amod", "acl:relcl", "relcl", "appos"}:
        yield Arg("obj", token.head)
    elif is_participle(tree, i) and token.dep in {"advcl", "dep", "nmod", "conj"} and "obj" not in slots:
        yield from (Arg("obj", s) for s in subjects(tree, token.head))
    elif "subj" not in slots and not passive:
        yield from (Arg(slot, s) for slot, s in _controller(tree, i, depth=0))
    elif passive and "obj" not in slots and token.dep in {"conj", "xcomp"}:
        yield from (Arg("obj", s) for _, s in _controller(tree, i, depth=0))


def _inverted(tree: Tree, i: int) -> int | None:
    """"que préside X": the name right behind the verb of an object relative is its subject."""
    if tree.tokens[i].dep not in RELATIVE_CLAUSES or not any(tree.word(o) in {"que", "qu'"} for o in tree.children(i, *OBJECTS, "mark")):
        return None
    behind = range(i + 1, min(i + 4, tree.sentence(i).last))
    named = next((t for t in behind if tree.mentions(t) or tree.tokens[t].pos in {"PUNCT", "VERB", "ADP"}), None)
    return named if named is not None and tree.mentions(named) else None


def _has_relative(tree: Tree, i: int) -> bool:
    words = syntax_words(tree.language).relatives
    return any(tree.word(c) in words or any(tree.word(g) in words for g in tree.children(c)) for c in tree.children(i))


def subjects(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """The subject tokens of a verb (or of the clause that a noun stands in)."""
    if depth > DEPTH:
        return []
    direct = [c for c in tree.children(i) if tree.tokens[c].dep in SUBJECTS]
    real = [k for c in direct for k in (_behind_preposition(tree, c) if _placed(tree, c) else [c])]
    own = [a.token for c in real for a in _resolved(tree, "subj", c)]
    if own:
        return own
    return [token for slot, token in _controller(tree, i, depth=depth) if slot == "subj"]


def _controller(tree: Tree, i: int, *, depth: int) -> list[tuple[str, int]]:
    """Who is understood as the subject of a verb without one, with its slot."""
    token, words = tree.tokens[i], syntax_words(tree.language)
    if depth > DEPTH or token.head == i:
        return []
    head = token.head
    if (token.dep in RELATIVE_CLAUSES and not _bare_infinitive(tree, i)) or (
        token.dep == "acl" and "VerbForm=Inf" not in token.morph
    ):
        return [("subj", head)]
    if token.dep not in CLAUSES:
        return []
    if tree.tokens[head].lemma in words.reflexive_recipients and "VerbForm=Inf" in token.morph:
        return [("à", s) for s in subjects(tree, head, depth + 1)]
    if tree.tokens[head].lemma in words.object_control:
        controlled = [a for a in _direct(tree, head, passive=is_passive(tree, head)) if a.slot in {"obj", "à", "to"} and a.token != i]
        if controlled:
            return [("subj", a.token) for a in controlled[:1]]
    if not is_verb(tree, head):
        owners = [a for a in _noun_arguments(tree, head) if a.slot in {"poss", "vsubj"}]
        return [("subj", a.token) for a in owners[:1]] or _above(tree, head, depth)
    return [("subj", s) for s in subjects(tree, head, depth + 1)]


def _bare_infinitive(tree: Tree, i: int) -> bool:
    """"a deal to buy X": no relative clause of the deal, whatever the parser says."""
    return "VerbForm=Inf" in tree.tokens[i].morph and not _has_relative(tree, i) and bool(tree.children(i, *OBJECTS))


def _above(tree: Tree, noun: int, depth: int) -> list[tuple[str, int]]:
    """"X is in talks to buy Y": the subject of the verb that the noun hangs on by a preposition."""
    head = tree.tokens[noun].head
    if tree.tokens[noun].dep != "pobj" or not is_verb(tree, tree.tokens[head].head):
        return []
    return [("subj", s) for s in subjects(tree, tree.tokens[head].head, depth + 1)]


def _noun_arguments(tree: Tree, i: int) -> Iterator[Arg]:
    yield from _complements(tree, i)
    yield from _under_amounts(tree, i)
    for c in tree.children(i, "acl", "amod", "relcl", "acl:relcl"):
        if is_participle(tree, c):
            yield from _of_participle(tree, c)
    for c in tree.children(i):
        dep = tree.tokens[c].dep
        if dep == "poss" or (dep == "det" and tree.word(c) in syntax_words(tree.language).possessives):
            yield Arg("poss", c)
        elif dep in {"compound", "nmod", "nummod", "quantmod"} and not tree.preposition(c):
            yield Arg("compound", c)
        elif dep in {"appos", "flat:name", "flat"}:
            yield Arg("appos", c)
        elif dep in SUBJECTS:
            yield from _resolved(tree, "self", c)
    yield from _said_of(tree, i)
    yield from _support(tree, i)


def _under_amounts(tree: Tree, i: int) -> Iterator[Arg]:
    """"un investissement de 15 M€ du groupe": what hangs on the amount belongs to the noun."""
    for c in (a.token for a in [*_complements(tree, i)] if tree.tokens[a.token].amount is not None):
        yield from _complements(tree, c)
        for participle in tree.children(c, "acl", "amod"):
            if is_participle(tree, participle):
                yield from _of_participle(tree, participle)


def _of_participle(tree: Tree, c: int) -> Iterator[Arg]:
    """"un prêt promis par X": the participle's complements are the noun's; its agent is "par"."""
    for arg in _direct(tree, c, passive=True):
        if arg.slot == "subj":
            yield Arg("par" if tree.language == "fr" else "by", arg.token)
        elif arg.slot not in {"obj"}:
            yield arg


def _said_of(tree: Tree, i: int) -> Iterator[Arg]:
    """What a noun is said of: the name in apposition, the subject of "is"."""
    token = tree.tokens[i]
    if token.dep == "appos":
        yield Arg("self", token.head)
    elif token.dep == "attr":
        yield from (Arg("self", s) for s in subjects(tree, token.head))
    elif token.dep in SUBJECTS:
        predicates = tree.children(token.head, "attr") if tree.language == "en" else [token.head] if tree.children(token.head, "cop") else []
        yield from (Arg("self", p) for p in predicates)
    elif token.dep == "conj" and not is_verb(tree, token.head):
        yield from (a for a in _said_of(tree, token.head))


def _support(tree: Tree, i: int) -> Iterator[Arg]:
    """The subject and complements of the verb whose object the noun is ("accorde un prêt à X")."""
    verb = governor(tree, i)
    if verb is None:
        return
    yield from (Arg("vsubj", s) for s in _agents(tree, verb))
    for arg in _verb_arguments(tree, verb):
        if arg.token != i and arg.slot not in {"subj", "obj", "attr"}:
            yield arg


def _agents(tree: Tree, verb: int) -> list[int]:
    """Who does it: the subject of an active verb, the agent of a passive one."""
    if is_passive(tree, verb):
        return [a.token for a in _direct(tree, verb, passive=True) if a.slot == "subj"]
    return subjects(tree, verb)


def governor(tree: Tree, i: int) -> int | None:
    """The verb whose object (or passive subject, or participle's noun) this noun is."""
    token = tree.tokens[i]
    if token.dep in OBJECTS | PASSIVE_SUBJECTS | {"attr"} and is_verb(tree, token.head):
        return token.head
    if token.dep == "conj" and not is_verb(tree, token.head):
        return governor(tree, token.head)
    if token.dep.startswith("obl") and tree.tokens[token.head].lemma in syntax_words(tree.language).carrier_verbs:
        return token.head
    if token.dep in {"nmod", "pobj"} and (above := _phase(tree, i)) is not None:
        return governor(tree, above)
    clauses = [c for c in tree.children(i, "acl", "amod") if is_participle(tree, c)]
    clauses += [c for c in tree.children(i, *RELATIVE_CLAUSES) if any(tree.word(o) in {"que", "qu'", "that", "which"} for o in tree.children(c, *OBJECTS))]
    return clauses[0] if clauses else None


def _phase(tree: Tree, i: int) -> int | None:
    """"la clôture d'un tour de table", "650 M€ de subventions": the noun that this noun completes."""
    head = tree.tokens[i].head
    if tree.language == "en" and tree.tokens[i].dep == "pobj":
        above = tree.tokens[tree.tokens[head].head]
        head = above.i if tree.word(head) == "of" or (tree.word(head) == "in" and above.amount is not None) else i
    elif tree.tokens[head].amount is not None and tree.preposition(i) in {"de", "en"}:
        return head
    elif tree.preposition(i) != "de":
        return None
    words = syntax_words(tree.language)
    if head != i and tree.tokens[head].amount is not None:
        return head
    return head if head != i and tree.tokens[head].lemma in words.phase_nouns | words.light_nouns | words.activity_nouns else None
