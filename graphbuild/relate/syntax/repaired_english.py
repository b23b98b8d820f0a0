"""What the English parser often takes for something else: headlines' verbs, some passives."""

from dataclasses import replace

from graphbuild.model import Token
from graphbuild.relate.frames import frames
from graphbuild.relate.lexicon import syntax_words

LINKS = frozenset({"compound", "nmod", "amod", "poss"})
OBJECTS = frozenset({"appos", "dobj", "npadvmod", "nmod"})
RELATIVES = frozenset({"who", "whom", "which", "that", "whose", "where"})
FOLLOWS = frozenset({"PROPN", "NUM", "DET", "ADJ", "NOUN"})
PRESENT = frozenset({"Tense=Pres", "VerbForm=Fin", "Number=Sing", "Person=3"})
FINED = frozenset({"fine", "fin"})  # the lemmatiser makes "fin" of "fined"

Tokens = tuple[Token, ...]


def headline_verbs(tokens: Tokens) -> Tokens:
    """A plural noun right behind the name that opens its sentence, where nothing else is said of the name."""
    result = list(tokens)
    for token in tokens:
        lemma = token.text.removesuffix("s")
        if not _may_be_verb(tokens, token) or lemma not in frames("en").verbs:
            continue
        result[token.i] = replace(token, pos="VERB", lemma=lemma, morph=PRESENT, dep="ROOT", head=token.i)
        for t in _of_sentence(tokens, token):
            if t.head == token.i and t.i < token.i and t.dep in LINKS:
                result[t.i] = replace(t, dep="nsubj")
            elif t.head == token.i and t.i > token.i and t.dep in OBJECTS:
                result[t.i] = replace(t, dep="dobj")
    return tuple(result)


def per_cent(tokens: Tokens) -> Tokens:
    """As in "45 per cent of X": the same word as "percent"."""
    return tuple(
        replace(t, lemma="percent") if t.text == "cent" and t.i and tokens[t.i - 1].text == "per" else t
        for t in tokens
    )


def late_objects(tokens: Tokens) -> Tokens:
    """As in "bought X for A, its biggest deal": a second object behind a comma tells of the first."""
    result = list(tokens)
    objects = [t for t in tokens if t.dep == "dobj" and t.pos in {"NOUN", "PROPN"}]
    for late in objects:
        first = next((t for t in objects if t.head == late.head and t.i < late.i), None)
        if first is None or late.amount is not None:
            continue
        between = tokens[first.i : late.i]
        joined = any(t.dep == "cc" for t in between)
        if not joined and [t.text for t in between].count(",") == 1:
            result[late.i] = replace(late, dep="appos", head=first.i)
    return tuple(result)


def passive_infinitives(tokens: Tokens) -> Tokens:
    """As in "talks to be bought by X", parsed as a relative clause: it completes the noun."""
    result = list(tokens)
    marked = {t.head for t in tokens if t.dep == "aux" and t.text.lower() == "to"}
    related = {t.head for t in tokens if t.text.lower() in RELATIVES}
    for t in tokens:
        if t.dep == "relcl" and t.i in marked - related:
            result[t.i] = replace(t, dep="acl")
    return tuple(result)


def split_passives(tokens: Tokens) -> Tokens:
    """As in "X is 51% owned by Y", parsed as what X is like: a passive as any other."""
    result = list(tokens)
    told = {t.head for t in tokens if t.dep == "agent"}
    for t in tokens:
        be = tokens[t.head]
        if t.dep != "acomp" or t.i not in told or be.lemma != "be" or "VerbForm=Part" not in t.morph:
            continue
        for c in _of_sentence(tokens, t):
            if c.head == be.i and c.i not in {be.i, t.i}:
                dep = "nsubjpass" if c.dep == "nsubj" else c.dep
                result[c.i] = replace(result[c.i], head=t.i, dep=dep)
        result[t.i] = replace(t, dep=be.dep, head=t.i if be.head == be.i else be.head)
        result[be.i] = replace(be, dep="auxpass", head=t.i)
    return tuple(result)


def headline_passives(tokens: Tokens) -> Tokens:
    """As in "X fined A by Y", "X given A by Y", "X ordered to pay A": headlines leave "was" out."""
    result = list(tokens)
    for verb in (t for t in tokens if t.pos == "VERB"):
        below = [t for t in _of_sentence(tokens, verb) if t.head == verb.i and t.i != verb.i]
        said = {t.dep for t in below}
        if "nsubj" not in said or said & {"aux", "auxpass"}:
            continue
        agents = [t for t in below if t.text.lower() == "by" and _leads_to_actor(tokens, t)]
        if "agent" in said or _suffers(tokens, verb, below, told=bool(agents)):
            for t in below:
                dep = "nsubjpass" if t.dep == "nsubj" else "agent" if t in agents else t.dep
                result[t.i] = replace(t, dep=dep)
    return tuple(result)


def _leads_to_actor(tokens: Tokens, by: Token) -> bool:
    return any(t.head == by.i and t.dep == "pobj" and t.amount is None for t in _of_sentence(tokens, by))


def _suffers(tokens: Tokens, verb: Token, below: list[Token], *, told: bool) -> bool:
    """Whether a past form without "was" is a passive: behind "by" stands who gives or fines."""
    if "Tense=Past" not in verb.morph:
        return False
    objects = [t for t in below if t.dep in {"dobj", "npadvmod"}]
    if verb.lemma == "order":
        return not objects and any(t.dep == "xcomp" for t in below)
    first = min((t.i for t in objects), default=verb.i)
    if not objects or any(t.pos in {"PROPN", "PRON"} for t in tokens[verb.i + 1 : first]):
        return False  # "fined Google A"
    sums = {
        t.head for t in _of_sentence(tokens, verb) if t.amount is not None and t.dep in LINKS | {"nummod"}
    }
    money = all(t.amount is not None or t.i in sums for t in objects)
    alone = verb.lemma in FINED and len(objects) == 1 and objects[0].amount is not None
    return alone or (told and money and verb.lemma in syntax_words("en").headline_passives)


def _may_be_verb(tokens: Tokens, token: Token) -> bool:
    if token.pos != "NOUN" or token.dep != "ROOT" or not token.text.endswith("s") or not token.text.islower():
        return False
    sentence = _of_sentence(tokens, token)
    before, after = tokens[token.i - 1], tokens[token.i + 1 : token.i + 2]
    named = before.i < token.i and before.sentence == token.sentence and before.pos == "PROPN"
    only = all(t.head in {before.i, token.i} for t in sentence if t.i < before.i)
    finite = any("VerbForm=Fin" in t.morph for t in sentence)
    followed = bool(after) and after[0].sentence == token.sentence and after[0].pos in FOLLOWS
    return named and before.head == token.i and only and followed and not finite


def _of_sentence(tokens: Tokens, token: Token) -> Tokens:
    first = last = token.i
    while first > 0 and tokens[first - 1].sentence == token.sentence:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].sentence == token.sentence:
        last += 1
    return tokens[first : last + 1]
