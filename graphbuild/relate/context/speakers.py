"""Who says it: "selon X", "X a annoncé que", "..., a déclaré X"; nobody where X speaks of itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.model import Kind, Speaker
from graphbuild.relate.context.quotes import beside_quote
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.stance.mood import conditional, is_finite, is_infinitive
from graphbuild.relate.stance.words import is_reporting, stance_words
from graphbuild.relate.syntax.control import subjects
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import OBJECTS, RELATIVE_CLAUSES, SUBJECTS, Tree
from graphbuild.relate.syntax.verbs import is_participle, is_passive, is_verb
from graphbuild.relate.syntax.wording import words_at

DEPTH = 8
PHRASE = 4  # tokens from "selon" to its noun
WIDE = 120  # characters of a speaker's words
THINGS = frozenset({"place", "project", "target", "owned", "item"})  # roles that do not speak for the claim


@dataclass(frozen=True)
class Voices:
    """Which persons speak for which organizations, by the positions that the article gives."""

    leads: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, drafts: Sequence[Draft]) -> "Voices":
        pairs = {
            (p, o)
            for d in drafts
            if d.kind is Kind.POSITION
            for p in d.keys("person")
            for o in d.keys("organization")
        }
        return cls(frozenset(pairs))

    def own(self, who: str, fillers: set[str]) -> bool:
        return who in fillers or any((who, filler) in self.leads for filler in fillers)


def anchor(tree: Tree, draft: Draft) -> int:
    """The token that a claim hangs on: its predicate, or its amount where it has none."""
    if draft.head >= 0:
        return draft.head
    return tree.token_at(draft.amount.span.start if draft.amount else draft.sentence.span.start)


def speaker(tree: Tree, draft: Draft, voices: Voices) -> Speaker | None:
    """Who says the claim, None where nobody does or its own principal."""
    at = anchor(tree, draft)
    fillers = {e.key for role, found in draft.roles.items() if role not in THINGS for e in found}
    for candidate in _candidates(tree, at):
        found = _speaker(tree, candidate, fillers, voices)
        if found is not None:
            return None if _own_figure(draft, found) else found
    return None


def _own_figure(draft: Draft, said: Speaker) -> bool:
    """A figure of nobody that an organization tells is its own."""
    return (
        draft.kind is Kind.RESULT
        and "organization" not in draft.roles
        and (said.entity or "").startswith("organization:")
    )


def _speaker(tree: Tree, i: int, fillers: set[str], voices: Voices) -> Speaker | None:
    """A candidate as a speaker, unless the claim is its own affair."""
    words = stance_words(tree.language)["speech"]
    entities = entities_at(tree, i)
    if any(voices.own(e.key, fillers) for e in entities) or _speaks_for(tree, i, fillers):
        return None
    if entities:
        return Speaker(_said_as(tree, i), entities[0].key)
    token = tree.tokens[i]
    if (
        token.pos not in {"NOUN", "PROPN", "ADJ"}
        or tree.word(i) in words["own"]
        or token.lemma in words["own"]
    ):
        return None
    if token.amount is not None or tree.word(i) in words["no_speaker"] or token.lemma in words["no_speaker"]:
        return None
    return Speaker(_said_as(tree, i))


def _said_as(tree: Tree, i: int) -> str:
    mentions = tree.mentions_headed(i)
    return (mentions[0].span.of(tree.reading.document.text) if mentions else words_at(tree, i))[:WIDE]


def _speaks_for(tree: Tree, i: int, fillers: set[str]) -> bool:
    """As in "le porte-parole de X", "its chief executive", "Y, PDG de X": X speaks, of itself."""
    spokes = stance_words(tree.language)["speech"]["spokes"]
    near = [i, *tree.children(i, "appos", "compound", "nmod", "flat:name", "amod")]
    titles = [t for t in near if tree.word(t) in spokes or tree.tokens[t].lemma in spokes]
    if not titles:
        return False
    orgs = {m.entity for title in titles for t in tree.subtree(title) for m in tree.mentions(t)} | {
        m.entity for t in tree.subtree(i) for m in tree.mentions(t)
    }
    named = {key for key in orgs if key.startswith("organization:")}
    return bool(orgs & fillers) or not named


def _candidates(tree: Tree, at: int) -> Iterator[int]:
    """The nouns that may say it, the surest first."""
    yield from _according(tree, at)
    yield from _signed(tree, at)
    if is_verb(tree, at) and _ends_clause(tree, at) and tree.tokens[at].dep not in RELATIVE_CLAUSES:
        return
    yield from _reporters(tree, at)
    yield from _estimators(tree, at)
    yield from _inverted(tree, at)
    yield from beside_quote(tree, at)


def segment_of(tree: Tree, at: int) -> range:
    """The stretch of the sentence around a token that no semicolon or bullet cuts."""
    sentence = tree.sentence(at)
    cuts = [t for t in range(sentence.first, sentence.last) if tree.word(t) in {";", "•"}]
    first = max((t + 1 for t in cuts if t < at), default=sentence.first)
    return range(first, min((t for t in cuts if t > at), default=sentence.last))


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
    for phrase in stance_words(tree.language)["speech"]["according"]:
        words = phrase.split()
        reach = range(t, min(t + len(words), stop))
        if [tree.word(x) for x in reach] == words:
            return _noun_after(tree, t + len(words), stop)
    return None


def _noun_after(tree: Tree, first: int, stop: int) -> int | None:
    """The head of the noun phrase that starts at a token."""
    for t in range(first, min(first + PHRASE, stop)):
        token = tree.tokens[t]
        mentions = tree.mentions(t)
        if mentions and token.pos in {"NOUN", "PROPN", "ADJ", "X", "PRON", "VERB"}:
            return tree.head_of(mentions[0].span)
        if token.pos in {"NOUN", "PROPN"}:
            after = t + 1
            named = after < stop and tree.tokens[after].pos == "PROPN" and bool(tree.mentions(after))
            return tree.head_of(tree.mentions(after)[0].span) if named else t
    return None


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
        ):
            yield from subjects(tree, above)
        if _ends_clause(tree, child):
            return
        child = above


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
        if is_passive(tree, verb):
            yield from _agent(tree, verb)
        elif is_finite(tree, verb) or is_infinitive(tree, verb) or tree.tokens[verb].dep == "conj":
            yield from (s for s in subjects(tree, verb) if s in segment and not _is_antecedent(tree, verb, s))


def _is_antecedent(tree: Tree, verb: int, subject: int) -> bool:
    """As in "a round which would value it at": the deal or its leader values nothing."""
    return tree.tokens[verb].dep in RELATIVE_CLAUSES and tree.tokens[verb].head == subject


def _agent(tree: Tree, verb: int) -> list[int]:
    agents = tree.children(verb, "obl:agent")
    return agents + [n for c in tree.children(verb, "agent") for n in tree.children(c, "pobj")]


def _inverted(tree: Tree, at: int) -> Iterator[int]:
    """As in "..., a déclaré X", "..., X said": behind a comma, dash or closing quote."""
    words = stance_words(tree.language)["speech"]["inverted"]
    segment = segment_of(tree, at)
    for v in segment:
        if (
            not (is_verb(tree, v) and tree.tokens[v].lemma in words)
            or v == at
            or not _parenthetical(tree, v, segment)
        ):
            continue
        own = [s for s in tree.children(v, *SUBJECTS) if s in segment]
        after = _noun_after(tree, v + 1, segment.stop)
        if own and all(tree.tokens[s].pos != "PRON" for s in own):
            yield from own
        elif after is not None:
            yield after
        else:
            yield from (s for s in subjects(tree, v) if s in segment)


def _parenthetical(tree: Tree, v: int, segment: range) -> bool:
    """Whether a verb of saying opens an inserted clause: a comma or quote is right before it."""
    told = [c for c in tree.children(v, "ccomp", *OBJECTS) if c > v]
    if any(not tree.mentions(c) for c in told):
        return False
    at = v - 1
    while at in segment and (
        tree.tokens[at].pos in {"AUX", "PRON", "ADV"}
        or tree.word(at) in {"-", "-t-il", "t"}
        or at in tree.children(v)
    ):
        at -= 1
    if at in segment and tree.mentions(at):
        at = tree.token_at(tree.mentions(at)[0].span.start) - 1
    while at in segment and tree.tokens[at].pos in {"DET", "ADJ", "NOUN", "PROPN"}:
        at -= 1
    return (
        at in segment
        and at > segment.start
        and tree.word(at) in {",", "»", "”", '"', "-", "–", "—", "?", "!", ".", ",\u00a0"}
    )


def is_rumour(tree: Tree, said: Speaker) -> bool:
    """As in "des sources", "la presse": nobody in particular vouches for it."""
    rumours = stance_words(tree.language)["certainty"]["rumours"]
    return said.entity is None and any(
        word in rumours for word in said.text.lower().replace("’", "'").split()
    )
