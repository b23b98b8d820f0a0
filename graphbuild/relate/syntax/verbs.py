"""What a verb is in this sentence: finite or not, passive or not, alone or with auxiliaries."""

from graphbuild.relate.syntax.tree import PASSIVE_SUBJECTS, Tree

VERBS = frozenset({"VERB", "AUX"})


def is_verb(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.pos in VERBS or any(f.startswith("VerbForm=") for f in token.morph)


def auxiliaries(tree: Tree, i: int) -> list[int]:
    return [c for c in tree.children(i) if tree.tokens[c].dep.startswith("aux")]


def is_unfinished(tree: Tree, i: int) -> bool:
    """As in "to be bought", "in the process of being bought", "en passe d'être racheté"; not "will be"."""
    own = auxiliaries(tree, i)
    if tree.language == "en" and any("VerbForm=Fin" in tree.tokens[c].morph for c in own):
        return False
    forms = {"VerbForm=Inf", "VerbForm=Ger"}
    return any(forms & set(tree.tokens[c].morph) or tree.word(c) in {"to", "being"} for c in own)


def is_reflexive(tree: Tree, i: int) -> bool:
    """As in "s'offre X", "s'est vu": with "se" among its own words; always False in English."""
    return any(tree.word(c) in {"se", "s'"} for c in tree.children(i))


def is_participle(tree: Tree, i: int) -> bool:
    """A past participle that stands alone ("promis par", "based in"), without auxiliary."""
    token = tree.tokens[i]
    past = {"VerbForm=Part", "Tense=Past"} <= token.morph or token.pos == "ADJ"
    return past and not auxiliaries(tree, i)


def is_passive(tree: Tree, i: int) -> bool:
    """Also of a participle alone; never with "avoir", whatever the parser calls the subject."""
    perfect = any(tree.tokens[c].lemma == "avoir" for c in tree.children(i, "aux:tense"))
    if perfect and not tree.children(i, "aux:pass"):
        return False
    deps = {tree.tokens[c].dep for c in tree.children(i)}
    marked = bool(deps & {"aux:pass", "auxpass", *PASSIVE_SUBJECTS})
    return marked or (is_participle(tree, i) and tree.tokens[i].dep != "conj")
