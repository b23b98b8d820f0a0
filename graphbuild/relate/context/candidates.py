"""The nouns of a sentence that may say a claim: "selon X", "X a annoncé que", "estimée par X"."""

from collections.abc import Iterator

from graphbuild.relate.context.inverted import inverted
from graphbuild.relate.context.quotes import beside_quote
from graphbuild.relate.context.segments import noun_after, segment_of
from graphbuild.relate.stance.tense import conditional, is_finite, is_infinitive
from graphbuild.relate.stance.words import is_reporting, stance_words
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.tree import OBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_passive, is_verb

DEPTH = 8


def candidates(tree: Tree, at: int) -> Iterator[int]:
    """The nouns that may say it, the surest first."""
    yield from _according(tree, at)
    yield from _signed(tree, at)
    if is_verb(tree, at) and _ends_clause(tree, at) and tree.tokens[at].dep not in RELATIVE_CLAUSES:
        return
    yield from _reporters(tree, at)
    yield from _estimators(tree, at)
    yield from inverted(tree, at)
    yield from beside_quote(tree, at)


def _according(tree: Tree, at: int) -> Iterator[int]:
    """The nouns behind "selon", "according to", nearest first."""
    segment = segment_of(tree, at)
    inside = _bracket(tree, at, segment)
    found = [n for t in inside if (n := _behind_according(tree, t, segment.stop)) is not None]
    yield from sorted(found, key=lambda n: abs(n - at))


def _bracket(tree: Tree, at: int, segment: range) -> list[int]:
    """The tokens of a segment outside parentheses, or inside the one that holds the claim."""
    depth, level = 0, {}
    for t in segment:
        depth += tree.word(t) == "("
        level[t] = depth
        depth -= tree.word(t) == ")"
    return [t for t in segment if level[t] <= level[at]]


def _signed(tree: Tree, at: int) -> Iterator[int]:
    """As in "Boeing wins order - sources": the end of a headline behind a dash."""
    sentence, rumours = tree.sentence(at), stance_words(tree.language)["certainty"]["rumours"]
    last = next(
        (t for t in range(sentence.last - 1, sentence.first, -1) if tree.tokens[t].pos != "SPACE"), at
    )
    if tree.word(last) in rumours and tree.word(last - 1) in {"-", "–", "—", ":"} and at < last:
        yield last


def _behind_according(tree: Tree, t: int, stop: int) -> int | None:
    """The head noun behind an according phrase that starts at a token."""
    speech = stance_words(tree.language)["speech"]
    for phrase in (*speech["according"], *speech["citing"]):
        words = phrase.split()
        reach = range(t, min(t + len(words), stop))
        if [tree.word(x) for x in reach] == words:
            noun = noun_after(tree, t + len(words), stop)
            return noun if phrase in speech["according"] or _is_source(tree, noun) else None
    return None


def _is_source(tree: Tree, noun: int | None) -> bool:
    """Whether a noun behind "citing" is somebody, sources or a paper, and no reason."""
    if noun is None:
        return False
    words = stance_words(tree.language)
    told = {tree.word(noun), tree.tokens[noun].lemma}
    return bool(tree.mentions(noun)) or bool(
        told & {*words["certainty"]["rumours"], *words["speech"]["papers"]}
    )


def _reporters(tree: Tree, at: int) -> Iterator[int]:
    """Subjects of the verbs of saying above: "X a annoncé que", "Y said X"."""
    child, segment = at, segment_of(tree, at)
    for above in list(tree.ancestors(at))[:DEPTH]:
        dep = tree.tokens[child].dep
        clause = dep in {"ccomp", "xcomp", "parataxis", "dep"} and is_verb(tree, child)
        if (
            clause
            and above in segment
            and is_reporting(tree, above)
            and is_verb(tree, above)
            and not is_passive(tree, above)
            and not _does_it(tree, child, above)
        ):
            yield from subjects(tree, above)
        if _ends_clause(tree, child):
            return
        child = above


def _does_it(tree: Tree, i: int, above: int) -> bool:
    """As in "X agreed to lend A", "X dit vouloir investir": who says it does it, and speaks of itself."""
    own = tree.children(i, *SUBJECTS)
    return (
        is_infinitive(tree, i) and not own and not tree.children(above, *OBJECTS, "iobj", "dative", "obl:arg")
    )


def _ends_clause(tree: Tree, i: int) -> bool:
    """A relative clause or a past participle on a noun: what is said above says nothing of it."""
    return tree.tokens[i].dep in RELATIVE_CLAUSES or (
        is_participle(tree, i) and tree.tokens[i].dep in {"acl", "amod", "advcl"}
    )


def _estimators(tree: Tree, at: int) -> Iterator[int]:
    """Who puts a figure on it or demands it: "RTE évalue le coût à", "estimée par Forbes"."""
    words = stance_words(tree.language)["speech"]["estimating"]
    child, segment = at, segment_of(tree, at)
    for verb in [at, *list(tree.ancestors(at))[:3]]:
        if tree.tokens[child].dep in RELATIVE_CLAUSES and child != verb and not conditional(tree, child):
            return
        child = verb
        if not is_verb(tree, verb) or tree.tokens[verb].lemma not in words or verb not in segment:
            continue
        if _puts_money(tree, verb):
            continue
        if is_passive(tree, verb):
            yield from _agent(tree, verb)
        elif tree.children(verb, "expl:comp", "expl:pass", "expl:subj"):
            continue  # "le projet se chiffre à A"
        elif is_finite(tree, verb) or is_infinitive(tree, verb) or tree.tokens[verb].dep == "conj":
            yield from (s for s in subjects(tree, verb) if s in segment and not _is_antecedent(tree, verb, s))


def _puts_money(tree: Tree, verb: int) -> bool:
    """As in "put $3bn into X": a verb that gives a figure only where a certain preposition follows."""
    needed = stance_words(tree.language)["speech"]["figure_at"].get(tree.tokens[verb].lemma)
    behind = range(verb + 1, tree.sentence(verb).last)
    return needed is not None and all(tree.word(t) != needed for t in behind)


def _is_antecedent(tree: Tree, verb: int, subject: int) -> bool:
    """As in "a round which would value it at": the deal or its leader values nothing."""
    return tree.tokens[verb].dep in RELATIVE_CLAUSES and tree.tokens[verb].head == subject


def _agent(tree: Tree, verb: int) -> list[int]:
    agents = tree.children(verb, "obl:agent")
    return agents + [n for c in tree.children(verb, "agent") for n in tree.children(c, "pobj")]
