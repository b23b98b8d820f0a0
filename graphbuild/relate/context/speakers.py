"""Who says it; nobody where X speaks of itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.model import Kind, Speaker
from graphbuild.relate.context.candidates import candidates
from graphbuild.relate.drafts.draft import Draft
from graphbuild.relate.stance.words import stance_words
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree
from graphbuild.relate.syntax.wording import words_at

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


def speaker(tree: Tree, draft: Draft, voices: Voices) -> Speaker | None:
    """Who says the claim, None where nobody does or its own principal."""
    at = anchor(tree, draft)
    fillers = {e.key for role, found in draft.roles.items() if role not in THINGS for e in found}
    for candidate in candidates(tree, at):
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
    apposed = [e for c in tree.children(i, "appos") for e in entities_at(tree, c)]
    entities = entities_at(tree, i) or apposed
    if any(voices.own(e.key, fillers) for e in apposed):
        return None
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
    holds = any(
        tree.tokens[t].amount is not None for t in tree.subtree(i)
    )  # "valorise l'entité 16 milliards"
    return None if holds else Speaker(_said_as(tree, i))


def _said_as(tree: Tree, i: int) -> str:
    mentions = tree.mentions_headed(i)
    words = mentions[0].span.of(tree.reading.document.text) if mentions else words_at(tree, i)
    return words.removeprefix("-")[:WIDE]  # "rappelle-t-il"


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


def is_rumour(tree: Tree, said: Speaker) -> bool:
    """As in "des sources", "la presse": nobody in particular vouches for it."""
    rumours = stance_words(tree.language)["certainty"]["rumours"]
    return said.entity is None and any(
        word in rumours for word in said.text.lower().replace("’", "'").split()
    )


def anchor(tree: Tree, draft: Draft) -> int:
    """The token that a claim hangs on: its predicate, or its amount where it has none."""
    if draft.head >= 0:
        return draft.head
    return tree.token_of(draft.amount) if draft.amount else draft.sentence.first
