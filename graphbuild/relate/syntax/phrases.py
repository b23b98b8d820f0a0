"""Whom and what a noun phrase stands for: entities, through coordination and light nouns."""

from collections.abc import Iterator

from graphbuild.model import Entity, EntityType, Form
from graphbuild.relate.lexicon import companies, syntax_words
from graphbuild.relate.syntax.control import own_units
from graphbuild.relate.syntax.french_forms import is_title
from graphbuild.relate.syntax.lists import listed_behind, opens_pair
from graphbuild.relate.syntax.nations import nations
from graphbuild.relate.syntax.tree import RELATIVE_CLAUSES, Tree
from graphbuild.relate.syntax.verbs import is_verb

THROUGH_DEPTH = 4  # light nouns inside each other
LIST_DEPTH = 12  # conjuncts
EXAMPLES_REACH = 8  # tokens from a plural to the names of some of it
NAME_REACH = 3  # tokens from a common noun to the name in apposition
PLACES_BACK = 12  # mentions from "y" back to its place
WHERE = frozenset({EntityType.PLACE, EntityType.PROJECT})


def entities_at(tree: Tree, i: int, depth: int = 0) -> list[Entity]:
    """The entities that the noun phrase headed by a token stands for, coordination included."""
    found = own_unit(tree, i) or _named_behind(tree, i) or _named_among(tree, i)
    found = found or _own(tree, i) or _apposed(tree, i)
    found = found or _through(tree, i, depth)
    found = found or examples_at(tree, i)
    for c in tree.children(i, "conj"):
        other = opens_pair(tree, c)
        if (
            depth < LIST_DEPTH
            and not is_verb(tree, c)
            and not other
            and not _is_other_clause(tree, i, c, found)
        ):
            found += entities_at(tree, c, depth + 1)
    if found and depth == 0:
        found += [tree.entities[m.entity] for m in listed_behind(tree, i)]
    return list(dict.fromkeys(found))


def own_unit(tree: Tree, i: int) -> list[Entity]:
    """As in "Alphabet's Waymo unit": the name between the possessor and the noun."""
    return [e for c in own_units(tree, i) for e in _own(tree, c) if e.named][:1]


def _named_behind(tree: Tree, i: int) -> list[Entity]:
    """As in "a Swiss impact fund, X": the description is of the name in apposition, of the same type."""
    described = [tree.entities[m.entity] for m in tree.mentions_headed(i) if m.form is Form.DESCRIPTION]
    if not described or described[0].named or described[0].type is not EntityType.ORGANIZATION:
        return []
    behind = [(c, e) for c in tree.children(i, "appos") for e in _own(tree, c) if e.named]
    alike = [(c, e) for c, e in behind if e.type is described[0].type]
    listed = next((c for c, _ in alike if c == i + 1 and "Number=Plur" in tree.tokens[i].morph), None)
    if listed is not None:  # "from investors X and Y"
        return entities_at(tree, listed)
    return [e for c, e in alike if tree.word(c - 1) == ","][:1]


def _named_among(tree: Tree, i: int) -> list[Entity]:
    """As in "investors including X and Y": those who are named, not the plural that they are some of."""
    own = _own(tree, i)
    return examples_at(tree, i) if own and not any(e.named for e in own) else []


def examples_at(tree: Tree, i: int) -> list[Entity]:
    """As in "funds such as X and Y", "des banques, dont X et Y": the names behind a plural."""
    if "Number=Plur" not in tree.tokens[i].morph or tree.tokens[i].pos != "NOUN":
        return []
    cues = syntax_words(tree.language).examples
    for t in range(i + 1, min(i + EXAMPLES_REACH, tree.sentence(i).last - 1)):
        if tree.tokens[t].pos in {"VERB", "AUX"} and tree.word(t) not in cues:
            return []
        for words in (1, 2):
            if " ".join(tree.word(k) for k in range(t, t + words)) in cues:
                return _names_from(tree, t + words, tree.sentence(i).last)
    return []


def _names_from(tree: Tree, t: int, last: int) -> list[Entity]:
    """The name at a token before ``last``, an article left out, and those listed with it."""
    at = t + 1 if t < last and tree.tokens[t].pos == "DET" else t
    named = [m for m in tree.mentions(at) if at < last and m.form in {Form.NAME, Form.SHORT}]
    if not named:
        return []
    return entities_at(tree, tree.head_of(named[0].span))


def _is_other_clause(tree: Tree, i: int, c: int, found: list[Entity]) -> bool:
    """As in "Aux États-Unis, OpenAI et SoftBank ...": a place so placed is not listed with companies."""
    if _behind_clause(tree, i, c):
        return True
    placed = tree.preposition(i) and found and all(e.type is EntityType.PLACE for e in found)
    listed = (tree.entities[m.entity] for m in tree.mentions(c))
    return bool(placed) and any(e.type is not EntityType.PLACE for e in listed)


def _behind_clause(tree: Tree, i: int, c: int) -> bool:
    """As in "X, que dirige Y, et Z": the comma closes the clause of Y, and Z is listed with X."""
    inside = tree.tokens[tree.tokens[i].head].dep in RELATIVE_CLAUSES
    joints = [t for t in tree.children(c, "cc") if t < c]
    return inside and bool(joints) and tree.word(joints[0] - 1) == ","


def _own(tree: Tree, i: int) -> list[Entity]:
    """The entities that the token itself names, describes or points at."""
    here = tree.mentions(i)
    headed = [m for m in here if tree.head_of(m.span) == i]
    headed = headed or [m for m in here if m.form is not Form.DESCRIPTION]
    if not headed:
        return _place_pronoun(tree, i)
    widest = headed[0].span
    return [tree.entities[m.entity] for m in headed if m.span == widest]


def _apposed(tree: Tree, i: int) -> list[Entity]:
    """As in "le groupe X", "la start-up X": the name is right behind the common noun."""
    if tree.tokens[i].pos not in {"NOUN", "ADJ"} or tree.tokens[i].amount is not None:
        return []
    if named := _right_behind(tree, i) or _in_front(tree, i) or _called(tree, i):
        return named
    for c in tree.children(i):
        if _is_bare_name(tree, i, c) and (named := _own(tree, c)):
            return named
    return []


def _called(tree: Tree, i: int) -> list[Entity]:
    """As in "a plan called X", "un programme baptisé X"."""
    naming = syntax_words(tree.language).naming_verbs
    for c in tree.children(i, "acl", "amod"):
        if tree.tokens[c].lemma in naming and c + 1 < tree.sentence(i).last:
            return [tree.entities[m.entity] for m in tree.mentions(c + 1)][:1]
    return []


def _is_bare_name(tree: Tree, i: int, c: int) -> bool:
    token = tree.tokens[c]
    parted = tree.word(c - 1) == "," and token.dep in {"nmod", "appos"}  # "le directeur adjoint de Y, X"
    near = (0 < c - i <= NAME_REACH or (parted and c > i)) and not tree.preposition(c)
    return near and token.pos == "PROPN" and token.dep not in {"conj", "nsubj"}


def _right_behind(tree: Tree, i: int) -> list[Entity]:
    """As in "le fonds français Meridiam": the name behind the noun and its adjectives."""
    start = _behind_trade(tree, i) + 1
    for t in range(start, min(start + NAME_REACH, tree.sentence(i).last)):
        named = [m for m in tree.mentions(t) if m.form in {Form.NAME, Form.SHORT}]
        starting = [tree.entities[m.entity] for m in named if tree.token_at(m.span.start) == t]
        if starting and not _is_party(tree, i, starting[0]):
            return starting[:1]
        if not starting and tree.tokens[t].pos != "ADJ" and not _complement(tree, t):
            return []
    return []


def _behind_trade(tree: Tree, i: int) -> int:
    """Where the trade of a company ends: "le géant du luxe X", "le spécialiste de la batterie X"; else i."""
    company = tree.language == "fr" and tree.tokens[i].lemma in companies("fr")
    last = tree.sentence(i).last - 1
    if not company or i + 1 > last or tree.uncontracted(i + 1) != "de":
        return i
    noun = min(i + 2, last)
    noun = min(noun + (tree.tokens[noun].pos == "DET"), last)
    token = tree.tokens[noun]
    trade = token.pos == "NOUN" and token.amount is None and token.lemma not in companies("fr")
    return noun if trade and not tree.mentions(noun) else i


def _is_party(tree: Tree, i: int, entity: Entity) -> bool:
    """As in "le député LR Paul Morel": a body behind the title of a person."""
    title = is_title(tree.tokens[i].lemma) or is_title(tree.word(i))
    return tree.language == "fr" and entity.type is EntityType.ORGANIZATION and title


def _in_front(tree: Tree, i: int) -> list[Entity]:
    """As in "the COP30 summit", "the Brugge cheese brand": the name in front of such a noun is its own."""
    if tree.tokens[i].lemma not in syntax_words(tree.language).named_nouns:
        return []
    found = [e for c in tree.children(i, "compound", "nmod") for e in _own(tree, c) if e.named][:1]
    return _not_its_town(tree, i, found)


def _complement(tree: Tree, t: int) -> bool:
    """As in "le campus de calcul X": the token is in a bare "de calcul"."""
    first = t if tree.word(t) in {"de", "d'"} else t - 1
    bare = tree.word(first) in {"de", "d'"} and first + 1 < tree.sentence(t).last
    noun = tree.tokens[first + 1] if bare else None
    return noun is not None and noun.pos == "NOUN" and noun.amount is None and not tree.mentions(noun.i)


def _through(tree: Tree, i: int, depth: int) -> list[Entity]:
    """As in "la construction de X", "une tranche de X": the complement is meant."""
    words = syntax_words(tree.language)
    counted = tree.tokens[i].pos == "NUM" and tree.tokens[i].amount is None  # "three of its plants"
    light = (
        counted
        or tree.tokens[i].lemma in words.activity_nouns | words.light_nouns | words.aimed_nouns
        or _are_people(tree, i)
    )
    if depth >= THROUGH_DEPTH or not light:
        return []
    meant = [e for c in of(tree, i) for e in entities_at(tree, c, depth + 1)]
    meant = meant or [
        e for c in tree.children(i, "det", "poss") for e in _own(tree, c)
    ]  # "51 % de son capital"
    meant = [e for e in meant if e.type is not EntityType.PERSON]
    return _not_its_town(tree, i, meant)


def _not_its_town(tree: Tree, i: int, found: list[Entity]) -> list[Entity]:
    """As in "le groupe de Lyon", "a Wisconsin company": a company is not where it comes from."""
    whose = tree.tokens[i].lemma in companies(tree.language)
    return [e for e in found if not (whose and e.type is EntityType.PLACE)]


def _are_people(tree: Tree, i: int) -> bool:
    """As in "les Américains de BlackRock": where the people of a company come from."""
    return "Number=Plur" in tree.tokens[i].morph and tree.tokens[i].lemma.lower() in nations(tree.language)


def of(tree: Tree, i: int) -> Iterator[int]:
    """The nouns behind the "de" or "of" of a noun; behind the "for" of plans."""
    planned = tree.tokens[i].lemma in syntax_words(tree.language).aimed_nouns
    for c in tree.children(i):
        if tree.preposition(c) == "de":
            yield c
        elif tree.tokens[c].dep == "prep" and (tree.word(c) == "of" or (planned and tree.word(c) == "for")):
            yield from tree.children(c, "pobj")


def _place_pronoun(tree: Tree, i: int) -> list[Entity]:
    """As in "y investir", "chips there": the last place (or project) named before."""
    if tree.word(i) not in syntax_words(tree.language).place_pronouns:
        return []
    before = tree.mentions_before(tree.tokens[i].span.start, PLACES_BACK)
    near = [tree.entities[m.entity] for m in before]
    return [e for e in near if e.type in WHERE][-1:]
