"""Who leaves an office: "X, PDG de Y, démissionne" ends what the title says; who is replaced has left."""

from collections.abc import Iterator, Sequence

from graphbuild.model import EntityType, Kind, Polarity, Status
from graphbuild.relate.drafts.draft import Draft, Way
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.stance.reality import Reality
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.phrases import entities_at
from graphbuild.relate.syntax.tree import Tree

FIRM = frozenset({Status.ANNOUNCED, Status.COMMITTED, Status.DONE})


def succession(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence, each end of an office with its title, and with them who is replaced."""
    lasting = syntax_words(tree.language).lasting_titles
    titles = [d for d in drafts if d.frame.titled and d.texts["title"].casefold() not in lasting]
    over: set[int] = set()
    for end in (d for d in drafts if _is_end(d)):
        for title in (t for t in titles if _is_of(tree, end, t)):
            _take(end, title)
            if end.reality.status is Status.CANCELLED and end.reality.polarity is Polarity.POSITIVE:
                over.add(id(title))
    kept = [d for d in drafts if id(d) not in over]
    return [*kept, *(p for d in kept if d.frame.replaces for p in _replaced(tree, d, kept))]


def _is_end(d: Draft) -> bool:
    return d.kind is Kind.POSITION and d.frame.status is Status.CANCELLED and not d.frame.titled


def _is_of(tree: Tree, end: Draft, title: Draft) -> bool:
    """Whether it is this office that ends: of the same person, and of no other body or name."""
    bodies, words = end.keys("organization"), end.texts.get("title")
    if bodies and title.keys("organization") and not bodies & title.keys("organization"):
        return False
    if words is not None and words.casefold() != title.texts["title"].casefold():
        return False
    holders = title.keys("person")
    named = any(arg.token == title.head for arg in arguments(tree, end.head))
    return bool(end.keys("person") & holders) if end.keys("person") else named


def _take(end: Draft, title: Draft) -> None:
    """What the title knows: who, of what, and its words."""
    for role in ("person", "organization"):
        if not end.roles.get(role):
            end.fill(role, title.roles.get(role, []), Way("as the title says", title.head))
    end.texts.setdefault("title", title.texts["title"])


def _replaced(tree: Tree, new: Draft, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """As in "named X chief executive, replacing Z": the office that X gets was that of Z."""
    base = next((d for d in (new, *drafts) if _gives(d, new)), None)
    if base is None or new.reality.polarity is not Polarity.POSITIVE or new.reality.status not in FIRM:
        return
    for arg in (a for a in arguments(tree, new.head) if a.slot in new.frame.replaces):
        people = [e for e in entities_at(tree, arg.token) if e.type is EntityType.PERSON]
        reality = Reality(Status.CANCELLED, certainty=new.reality.certainty)
        gone = Draft(Kind.POSITION, new.rule, arg.token, new.sentence, reality, new.frame)
        gone.fill(
            "person",
            [e for e in people if e.key not in base.keys("person")],
            Way("who is replaced", arg.token),
        )
        gone.fill("organization", base.roles.get("organization", []), Way("of who comes", base.head))
        alone = len(base.roles.get("person", ())) == 1 and "title" in base.texts  # "co-CEOs" came after one
        gone.texts |= {"title": base.texts["title"]} if alone else {}
        if gone.roles.get("person"):
            yield gone


def _gives(d: Draft, new: Draft) -> bool:
    """Whether a draft says which office somebody gets whom another says to replace somebody."""
    office = d.roles.get("organization") or d.texts.get("title")
    gets = d.kind is Kind.POSITION and d.reality.status in FIRM and d.keys("person") & new.keys("person")
    return bool(gets and office and not (d.frame.titled and d is not new))
