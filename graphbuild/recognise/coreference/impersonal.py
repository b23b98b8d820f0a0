"""Pronouns that stand for nobody: "il faut", "it is expected that", "it was Jobs who", "two thirds of it"."""

from graphbuild.recognise.coreference.scene import Scene

CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "csubj:pass"})
IDIOMATIC = frozenset({"do", "make"})  # "talented enough to do it"


def impersonal(scene: Scene, i: int) -> bool:
    """Whether the pronoun at token i refers to no entity."""
    return (
        _expletive(scene, i)
        or _passive_of_saying(scene, i)
        or _stressed(scene, i)
        or _of_a_sum(scene, i)
        or _cleft(scene, i)
        or _predicated(scene, i)
        or _asked(scene, i)
    )


def _expletive(scene: Scene, i: int) -> bool:
    lower, token = scene.lower(i), scene.tokens[i]
    if lower not in {"il", "it"}:
        return token.dep.startswith("expl")
    verb = scene.tokens[token.head]
    below = [scene.tokens[c] for c in scene.children.get(verb.i, ())]
    if verb.lemma in scene.words.expletives or any(t.text.lower() == "y" for t in below):
        return True
    if token.dep.startswith("expl") and verb.text.lower() in scene.words.lacking:
        return True
    if scene.language == "en" and token.dep.startswith("expl"):
        return True  # in French the parser calls "il" empty before any verb: "il a vendu"
    if verb.lemma == "be" and scene.same_sentence(verb.i, verb.i + 1) and scene.lower(verb.i + 1) == "to":
        return False  # "announced that it was to acquire X"
    clauses = CLAUSES | {"dep"} if token.dep.startswith("expl") else CLAUSES
    clause = any(t.dep in clauses and t.i > verb.i and t.pos in {"VERB", "AUX", "ADJ"} for t in below)
    passive = (
        token.dep in {"nsubjpass", "nsubj:pass"}
        or any(t.dep == "aux:pass" for t in below)
        or verb.lemma in {"be", "être"}
        or verb.pos == "ADJ"
    )
    return clause and passive


def _passive_of_saying(scene: Scene, i: int) -> bool:
    """As in "a-t-il été précisé": what was said is all around."""
    verb = scene.tokens[i].head
    passive = any(scene.tokens[c].dep == "aux:pass" for c in scene.children.get(verb, ()))
    return passive and scene.tokens[i].text.startswith("-") and scene.tokens[verb].lemma in scene.words.saying


def _stressed(scene: Scene, i: int) -> bool:
    """As in "l'État, lui, ne paiera pas": it only says the subject again."""
    before, after = (
        scene.lower(i - 1) if i else "",
        scene.lower(i + 1) if scene.same_sentence(i, i + 1) else "",
    )
    repeats = scene.language == "fr" and scene.lower(i) in {"lui", "elle", "eux", "elles"}
    return repeats and (before == after == "," or after == "aussi")


def _of_a_sum(scene: Scene, i: int) -> bool:
    """As in "none of it", "$5m of it", "most of them", "to do it": a sum or a deed."""
    if scene.lower(i) not in {"it", "them"}:
        return False
    up = scene.tokens[i].head
    of = scene.lower(up) == "of" and up > 0
    partitive = of and (
        scene.lower(up - 1) in scene.words.portions or scene.tokens[up - 1].amount is not None
    )
    return partitive or (scene.lower(i) == "it" and scene.tokens[up].lemma in IDIOMATIC and up < i)


def _cleft(scene: Scene, i: int) -> bool:
    """As in "it was Jobs who decided"."""
    verb = scene.tokens[i].head
    if scene.lower(i) != "it" or scene.tokens[verb].lemma != "be":
        return False
    named = [c for c in scene.children.get(verb, ()) if c > verb and c in scene.names]
    return any(scene.lower(k) in {",", "who", "that", "which"} for c in named for k in (c + 1,))


def _predicated(scene: Scene, i: int) -> bool:
    """As in "it is the largest buyout ever", "elle est une réponse": what is called so is nobody named."""
    if scene.lower(i) not in {"it", "il", "elle"} or not scene.tokens[i].dep.startswith("nsubj"):
        return False
    noun = _predicate(scene, i)
    if noun is None or noun in scene.names or scene.tokens[noun].pos != "NOUN":
        return False
    words = {scene.tokens[noun].lemma, scene.lower(noun)}
    known = scene.words.anaphoric.keys() | scene.words.families.keys() | scene.lexicon.nouns.keys()
    return not words & known


def _predicate(scene: Scene, i: int) -> int | None:
    """The noun with an article that the pronoun is said to be."""
    head = scene.tokens[i].head
    below = scene.children.get(head, ())
    if scene.language == "fr":  # the noun is the head, "être" its copula
        copula = any(scene.tokens[c].dep == "cop" for c in below)
        articled = any(scene.tokens[c].dep == "det" for c in below)
        return head if copula and articled else None
    if scene.tokens[head].lemma != "be":
        return None
    nouns = (c for c in below if scene.tokens[c].dep == "attr" and c > head)
    return next((c for c in nouns if scene.determiner(c) in {"a", "an", "the", "another"}), None)


def _asked(scene: Scene, i: int) -> bool:
    """The clitic of a question: "Où va-t-il ?" asks of what was just spoken of."""
    sentence = scene.sentences[scene.tokens[i].sentence]
    return scene.tokens[i].text.startswith("-") and scene.tokens[sentence.last - 1].text == "?"
