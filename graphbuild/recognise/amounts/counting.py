"""Numbers that count things: "150 millions de personnes", "two million subscribers"."""

from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.quantity import DE
from graphbuild.recognise.amounts.tokens import Tokens

PARTITIVE = DE | {"des"}


def is_counted(tokens: Tokens, end: int, lexicon: Lexicon) -> bool:
    """Whether the large number that ends before token ``end`` counts what follows it, and is no money."""
    if tokens.hyphen(end):
        return True
    if lexicon.language == "fr":
        linked = tokens[end].word in PARTITIVE
        return linked and _is_thing(tokens, end + (2 if tokens[end + 1].word == "'" else 1), lexicon)
    if tokens[end].word == "of":
        return _is_thing(tokens, end + 1, lexicon)
    word = tokens[end].word
    return tokens[end].kind == "word" and word not in lexicon.sets["followers"] and not word.endswith("ly")


def _is_thing(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
    token = tokens[i]
    if token.word in lexicon.sets["possessives"]:
        return tokens[i + 1].word.startswith(lexicon.stems["things"])  # "100 millions de ses titres"
    return token.kind == "word" and token.word not in lexicon.sets["money_nouns"] and not _is_name(token.raw)


def _is_name(raw: str) -> bool:
    """A giver as in "deux milliards de Google"; "deux millions de Français", "de TGV" are counted."""
    return raw[:1].isupper() and not raw.isupper() and raw[-1] not in "sx"
