"""Names in a list, by where they stand: "A, B et C" is one list, whatever the parser hung B and C on."""

from graphbuild.model import EntityType, Form, Mention
from graphbuild.relate.lexicon import syntax_words
from graphbuild.relate.syntax.tree import SUBJECTS, Tree

ACTORS = frozenset({EntityType.ORGANIZATION, EntityType.PLACE})
UNPLACED = frozenset({"", "par", "de", "auprès de", "avec", "entre", "by", "of", "with", "from", "between"})
BEFORE_NAME = frozenset({"DET", "ADJ", "NOUN"})  # "et le chinois C", "et le groupe C"
LEAD_IN = 3
LONGEST = 24  # items of a list
PASSED = 5  # tokens of an item that is passed over
IN_ITEM = frozenset({"DET", "ADJ", "NOUN", "PROPN", "X", "NUM"})


def listed_behind(tree: Tree, i: int) -> list[Mention]:
    """The names that are listed behind the one at a token; empty where no "et" or "and" closes a list.

    What is no name, or one of another sort, is passed over: "retailers such as A, the app B, C and others".
    """
    first = _name_near(tree, i)
    if first is None:
        return []
    found: list[Mention] = []
    end = tree.token_at(first.span.end - 1)
    for n in range(LONGEST):
        at = end + 1
        if not _inside(tree, i, at):
            return []
        closes = tree.tokens[at].pos == "CCONJ" or tree.word(at) == "&"
        if not closes and tree.word(at) != ",":
            return []
        if not closes and n > 0 and _inside(tree, i, at + 1) and tree.tokens[at + 1].pos == "CCONJ":
            at, closes = at + 1, True  # the comma of Oxford
        item = _item(tree, i, first, at + 1)
        if closes:
            known = item is not None or _is_rest(tree, i, at + 1) or _passed_over(tree, i, at + 1) is not None
            return [*found, *([item] if item else [])] if known else []
        past = tree.token_at(item.span.end - 1) if item else _passed_over(tree, i, at + 1)
        if past is None:
            return []
        end = past
        found += [item] if item else []
    return []


def _passed_over(tree: Tree, i: int, at: int) -> int | None:
    """The last token of an item that is no name of the list's sort; None where none stands there."""
    last = tree.sentence(i).last
    end = at
    while (
        end < min(last, at + PASSED) and tree.tokens[end].pos in IN_ITEM and tree.tokens[end].amount is None
    ):
        end += 1
    stops = end < last and (tree.word(end) in {",", "&"} or tree.tokens[end].pos == "CCONJ")
    capital = any(tree.tokens[t].text[:1].isupper() for t in range(at, end))
    subject = any(tree.tokens[t].dep in SUBJECTS for t in range(at, end))
    return (
        end - 1 if end > at and stops and capital and not subject and not opens_pair(tree, end - 1) else None
    )


def opens_pair(tree: Tree, c: int) -> bool:
    """Whether a name has an amount right behind it and one before: "X paiera A et Y B", with no verb."""
    names = [m for m in tree.mentions(c) if m.form in {Form.NAME, Form.SHORT}]
    if not names or tree.tokens[c].amount is not None:
        return False
    first, last = tree.token_at(names[0].span.start), tree.token_at(names[0].span.end - 1)
    sentence = tree.sentence(c)
    while first > sentence.first and (tree.tokens[first - 1].pos in BEFORE_NAME or owner(tree, first - 1)):
        first -= 1
    words = syntax_words(tree.language)
    joined = first > sentence.first and tree.word(first - 1) in {",", ";", *words.and_words}
    behind = last + 1 < sentence.last and _is_share(tree, last + 1)
    return joined and behind and any(_is_share(tree, t) for t in range(sentence.first, first))


def _is_share(tree: Tree, i: int) -> bool:
    """An amount or a percentage: "X détient 66 % de Y et l'État 34 %"."""
    percent = tree.tokens[i].pos == "NUM" and tree.word(min(i + 1, len(tree.tokens) - 1)) in {"%", "percent"}
    return tree.tokens[i].amount is not None or percent


def owner(tree: Tree, i: int) -> bool:
    """A possessive or the name it is of: "Japan's X"."""
    return tree.word(i) in {"'s", "'"} or tree.word(i + 1) in {"'s", "'"}


def _inside(tree: Tree, i: int, at: int) -> bool:
    return at < tree.sentence(i).last


def _name_near(tree: Tree, i: int) -> Mention | None:
    """The name at a token, or right behind the common noun there: "la région X"."""
    for t in range(i, min(i + LEAD_IN, tree.sentence(i).last)):
        if (name := _name_at(tree, t)) is not None or tree.tokens[t].pos not in BEFORE_NAME:
            return name
    return None


def _name_at(tree: Tree, i: int) -> Mention | None:
    return next((m for m in tree.mentions(i) if m.form is not Form.PRONOUN), None)


def _item(tree: Tree, i: int, first: Mention, at: int) -> Mention | None:
    """The next name of the list that starts at a token, an article and a common noun before it."""
    for t in range(at, min(at + LEAD_IN + 1, tree.sentence(i).last)):
        mention = _name_at(tree, t)
        if mention is not None and mention.form is not Form.DESCRIPTION and not opens_pair(tree, t):
            return mention if _belongs(tree, i, first, mention) else None
        if tree.tokens[t].pos not in BEFORE_NAME or tree.tokens[t].amount is not None:
            return None
        if (
            tree.tokens[t].pos == "NOUN"
            and tree.tokens[t].lemma not in syntax_words(tree.language).light_nouns
        ):
            return None
    return None


def _is_rest(tree: Tree, i: int, at: int) -> bool:
    """As in "A, B et les régions", "A, B and others": the list ends with somebody without a name."""
    noun = next(
        (t for t in range(at, min(at + LEAD_IN, tree.sentence(i).last)) if _is_unnamed(tree, t)), None
    )
    return noun is not None and tree.tokens[noun].dep not in SUBJECTS


def _is_unnamed(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.amount is None and token.pos in {"NOUN", "PRON"} and "Number=Plur" in token.morph


def _belongs(tree: Tree, i: int, first: Mention, other: Mention) -> bool:
    """Whether two names can be of one list: of one sort, and the second no subject of a verb of its own."""
    kinds = {tree.entities[m.entity].type for m in (first, other)}
    if len(kinds) > 1 and not (kinds <= ACTORS and tree.preposition(i) in UNPLACED):
        return False
    head = tree.tokens[tree.head_of(other.span)]
    return head.dep not in SUBJECTS or head.head == tree.tokens[i].head
