"""Candidates that are no names: nationalities, dates, chrome, common words with the capital of a sentence."""

import re
from collections.abc import Sequence

from graphbuild.model import EntityType, fold
from graphbuild.recognise.names.knowledge import cities, companies, is_common, known
from graphbuild.recognise.names.lines import Chunk

NOT_A_NAME = re.compile(r"(?:[IVXLC]+|\W+|\d+|[A-Za-z])\.?")
FUNDING_ROUND = re.compile(r"Series|(?:Series|Série) [A-J]\d?")
COUNTRY_ADJECTIVES = frozenset({"US", "U.S.", "UK", "U.K.", "EU"})
OF_A_PLACE = ("ian", "ish", "ese", "ean")
SPELLED = 8
PLACES = frozenset({"GPE", "LOC"})
PORTFOLIO = 12  # words from an office to the last of its subjects
OFFICES = frozenset({"charge", "chargé", "chargée", "portefeuille", "responsible"})


def refused(chunk: Chunk) -> bool:
    """Whether one candidate is no name, whatever stands elsewhere."""
    lowers, lexicon = [word.lower for word in chunk.inside], chunk.line.lexicon
    if _adjective(chunk) or FUNDING_ROUND.fullmatch(chunk.text):
        return True
    if fold(chunk.text) in known():
        return False
    if _portfolio(chunk):
        return True
    several = len(lowers) > 1
    if (
        several
        and all(w.text.isupper() for w in chunk.inside)
        and any(w.stop and w.lower not in lexicon.particles for w in chunk.inside)
    ):
        return True  # "WHO PAYS"
    if chunk.headed and several:
        return False
    return all(w in lexicon.stop or w in lexicon.demonyms for w in lowers) or bool(
        NOT_A_NAME.fullmatch(chunk.text)
    )


def abbreviates(chunk: Chunk) -> bool:
    """An acronym that stands in parentheses for common words: "courant porteur en ligne (CPL)"."""
    before = chunk.before
    if before is None or before.text != "(" or not chunk.inside[0].acronym:
        return False
    left = chunk.line.words[max(0, chunk.first - SPELLED) : chunk.first - 1]
    spelled = [w for w in left if w.text.isalpha() and not w.stop][-len(chunk.text) :]
    if not spelled or any(w.capital for w in spelled):
        return False
    return spelled[-1].lower[0] in chunk.text.lower()


def exists(key: str, group: Sequence[Chunk]) -> bool:
    """Whether any occurrence shows that it is more than a common word at the start of a sentence."""
    return (
        key in known()
        or _dateline(key, group[0])
        or any(chunk.headed or len(chunk.inside) > 1 or _proper(chunk) for chunk in group)
    )


def _dateline(key: str, chunk: Chunk) -> bool:
    """A city in capitals that opens a block: "STOCKHOLM, March 12"."""
    mark = chunk.after.text if chunk.after else ""
    return (
        chunk.before is None and chunk.text.isupper() and key in cities() and mark in {"", ",", "-", ".", "("}
    )


def _adjective(chunk: Chunk) -> bool:
    """US, UK or Californian before a common noun: "US offshore wind farms"."""
    after = chunk.after
    one = len(chunk.inside) == 1 and chunk.line.language == "en" and fold(chunk.text) not in known()
    if (
        one
        and chunk.inside[0].pos == "ADJ"
        and after is not None
        and after.pos == "NOUN"
        and not after.capital
    ):
        return chunk.inside[0].lower.endswith(OF_A_PLACE)
    if chunk.text not in COUNTRY_ADJECTIVES or chunk.inside[0].label == "ORG" or after is None or after.unit:
        return False
    return after.text.islower() and after.pos in {"NOUN", "ADJ"}


def _portfolio(chunk: Chunk) -> bool:
    """A minister's subject: "vice-présidente en charge de l'Emploi, de la Formation"."""
    word, line = chunk.inside[0], chunk.line
    body = word.text in line.lexicon.alone or fold(chunk.text) in companies()
    if len(chunk.inside) > 1 or body or word.acronym or not is_common(word.lower, line.language):
        return False
    for i in range(chunk.first - 1, max(-1, chunk.first - 1 - PORTFOLIO), -1):
        left = line.words[i]
        if left.lower in OFFICES or line.lexicon.nouns.get(left.lower) is EntityType.PERSON:
            return i < chunk.first - 1
        if left.pos not in {"ADP", "DET", "CCONJ", "PUNCT", "PROPN", "NOUN", "ADJ"}:
            return False
        if not (left.capital or left.stop or left.text == ","):
            return False
    return False


def _listed(chunk: Chunk) -> bool:
    """As in "Orange et Iliad ont": another name follows behind "et"."""
    link, other = chunk.after, chunk.line.word(chunk.last + 1)
    return link is not None and link.lower in {"et", "and"} and other is not None and other.capital


def _proper(chunk: Chunk) -> bool:
    word, language = chunk.inside[0], chunk.line.language
    common = not word.acronym and (is_common(word.lower, language) or is_common(word.lemma, language))
    if not word.starts or not common:
        return True
    if chunk.after is not None and chunk.after.text == ":":
        return False
    after = chunk.after
    doing = word.dep.startswith("nsubj") or (after is not None and after.pos in {"VERB", "AUX"})
    if fold(chunk.text) in companies() and (doing or _listed(chunk)):
        return True
    if word.pos not in {"PROPN", "X"}:
        return False
    town = word.label in PLACES and fold(chunk.text) in cities()  # "London start-up X", "Berlin-based X"
    return town or word.dep.startswith("nsubj") or word.label == "ORG"
