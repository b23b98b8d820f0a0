"""Whom a person means: a label, an alias or an IRI, as a name that is found again in the next build."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from graphbuild.amend.nouns import Correction, Named, Rename, Retype
from graphbuild.correct.nodes import Nodes
from graphbuild.errors import AmbiguousError, CorrectionError
from graphbuild.graph import iris
from graphbuild.model import EntityType, entity_key, fold

TYPED = re.compile(rf"({'|'.join(EntityType)}):(.+)", re.DOTALL)
IRI = re.compile(r"https?://\S+")
NEAR = 5  # names that a message suggests


def entity(words: str, nodes: Nodes, known: Sequence[Correction]) -> Named:
    """The entity that these words mean. Its names are those under which it is read, not those given to it.

    Raises ``AmbiguousError`` with the choices, ``CorrectionError`` where nobody is called so.
    """
    return named(node_of(words, nodes), nodes, known)


def or_new(words: str, nodes: Nodes, known: Sequence[Correction]) -> Named:
    """The same; ``type:name`` may also be somebody of whom no article has spoken yet."""
    try:
        return entity(words, nodes, known)
    except AmbiguousError:
        raise
    except CorrectionError:
        if match := TYPED.fullmatch(words):
            return Named(EntityType(match[1]), match[2].strip())
        raise


def pair(one: str, other: str, nodes: Nodes, known: Sequence[Correction]) -> tuple[Named, Named]:
    """Two entities, or two names of one entity, in an order that does not depend on who comes first."""
    first, second = (node_of(words, nodes) for words in (one, other))
    if first != second:
        found = [named(node, nodes, known) for node in (first, second)]
    else:
        found = [_under(words, first, nodes) for words in (one, other)]
    both = sorted((_only_in(words, who) for words, who in zip((one, other), found, strict=True)), key=repr)
    if both[0] == both[1]:
        raise CorrectionError(
            f"{one!r} and {other!r} are one name. Give two names, or NAME @ ARTICLE for one of them."
        )
    return both[0], both[1]


def node_of(words: str, nodes: Nodes) -> str:
    """The IRI of the entity."""
    if IRI.fullmatch(words):
        if nodes.entity_type(words) is None:
            raise CorrectionError(
                f"There is no entity <{words}> in the graph. Look names up with `graphbuild ask about`."
            )
        return words
    kind, name, article = _parts(words)
    found = _called(name, nodes, kind, article)
    if not found:
        raise CorrectionError(_nobody(words, name, nodes))
    if len(found) > 1:
        raise AmbiguousError(
            f"{words!r} means several things. Give one of these IRIs, or type:name, or NAME @ ARTICLE:",
            tuple(sorted((node, _described(node, nodes)) for node in found)),
        )
    return found[0]


def named(node: str, nodes: Nodes, known: Sequence[Correction]) -> Named:
    """The names of a node: as they were before a person retyped or renamed it."""
    made = set(nodes.corrections(node))
    for correction in known:
        if correction.id in made and isinstance(correction.change, Retype | Rename):
            return correction.change.entity
    kind, label = nodes.entity_type(node), nodes.label(node)
    if kind is None:
        raise CorrectionError(f"<{node}> is no entity.")
    # what means somebody in one article only has the article in its key, and so in its IRI
    base = f"{node.rpartition('/entity/')[0]}/"
    everywhere = node == str(iris.entity_iri(base, entity_key(kind, label), label))
    articles = nodes.articles(node)
    scope = articles[0] if not everywhere and len(articles) == 1 else None
    return Named(kind, label, tuple(a for a in nodes.aliases(node) if fold(a) != fold(label)), scope)


def _parts(words: str) -> tuple[EntityType | None, str, str | None]:
    """``type:name @ article`` in its parts."""
    name, at, article = words.rpartition(" @ ")
    rest = name if at else words
    match = TYPED.fullmatch(rest)
    kind = EntityType(match[1]) if match else None
    return kind, (match[2] if match else rest).strip(), article.strip() if at else None


def _called(name: str, nodes: Nodes, kind: EntityType | None, article: str | None) -> list[str]:
    """Who bears the name, as the first of its names if anybody does."""
    wanted = fold(name)
    bearers = {(node, first) for node, known, first in nodes.called() if fold(known) == wanted}
    fitting = {
        (node, first)
        for node, first in bearers
        if (kind is None or nodes.entity_type(node) is kind)
        and (article is None or article in nodes.articles(node))
    }
    firsts = sorted(node for node, first in fitting if first)
    return firsts or sorted({node for node, _ in fitting})


def _under(words: str, node: str, nodes: Nodes) -> Named:
    """One of several names of a node, alone."""
    kind = nodes.entity_type(node)
    _, name, _ = _parts(words)
    spelled = next((a for a in (nodes.label(node), *nodes.aliases(node)) if fold(a) == fold(name)), name)
    return Named(kind or EntityType.ORGANIZATION, nodes.label(node) if IRI.fullmatch(words) else spelled)


def _only_in(words: str, who: Named) -> Named:
    """In one article only, where a person says so."""
    _, _, article = _parts(words) if not IRI.fullmatch(words) else (None, "", None)
    return who if article is None else Named(who.type, who.name, who.also, article)


def _described(node: str, nodes: Nodes) -> str:
    articles = nodes.articles(node)
    where = articles[0] if len(articles) == 1 else f"{len(articles)} articles"
    return f"{nodes.label(node)} ({nodes.entity_type(node)}, in {where})"


def _nobody(words: str, name: str, nodes: Nodes) -> str:
    near = _near(fold(name), nodes.called())
    hint = f" Near: {', '.join(near)}." if near else " List names with `graphbuild ask about --entity ...`."
    return f"No entity of the graph is called {words!r}.{hint}"


def _near(wanted: str, called: Iterable[tuple[str, str, bool]]) -> list[str]:
    """Names that hold what was typed, then those that are spelled almost so."""
    names = {fold(known): known for _, known, _ in sorted(called)}
    holding = sorted((name for name in names if wanted in name), key=lambda name: (len(name), name))
    alike = get_close_matches(wanted, sorted(names), n=NEAR, cutoff=0.75)
    return [names[name] for name in dict.fromkeys((*holding, *alike))][:NEAR]
