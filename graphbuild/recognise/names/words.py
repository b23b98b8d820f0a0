"""The words of a parsed block, with what the name rules ask of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.model import Span
from graphbuild.recognise.parse import Parsed

CAPITAL = re.compile(r"(?:[A-ZÀ-ÞŒŠŽŁŚ]|[a-z]{1,2}[A-Z]|\d{1,3}[A-Z][A-Za-z]*$)[\w.'’&+/-]*$")
OPENERS = frozenset('"([-:*•>|/')
ACRONYM_CHARS = 5
TITLE_CASE_WORDS, TITLE_CASE_SHARE = 5, 0.8


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a block. ``ent`` is spaCy's entity around it as (first, last), or None."""

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    dep: str
    head: int
    span: Span
    label: str
    ent: tuple[int, int] | None
    unit: bool
    glued: bool  # no white space before it
    starts: bool  # first of a sentence or of a quotation
    stop: bool  # a function word

    @property
    def capital(self) -> bool:
        return not self.unit and not self.text.endswith("'") and bool(CAPITAL.match(self.text))

    @property
    def acronym(self) -> bool:
        return 1 < len(self.text) <= ACRONYM_CHARS and self.text.isupper() and self.text.isalpha()


def words_of(draft: Parsed) -> list[Word]:
    """The words of one parsed block."""
    ents = {i: ent for ent in draft.doc.ents for i in range(ent.start, ent.end)}
    result: list[Word] = []
    for token in draft.doc:
        ent, place = ents.get(token.i), draft.places[token.i]
        result.append(
            Word(
                i=token.i,
                text=token.text,
                lower=token.lower_,
                lemma=token.lemma_.lower(),
                pos=token.pos_,
                dep=token.dep_,
                head=token.head.i,
                span=place,
                label=ent.label_ if ent else "",
                ent=(ent.start, ent.end) if ent else None,
                unit=draft.units[token.i] is not None,
                glued=bool(result) and result[-1].span.end == place.start,
                starts=bool(token.is_sent_start)
                or (bool(result) and result[-1].text in OPENERS and not result[-1].glued),
                stop=token.is_stop,
            ),
        )
    return result


def title_cased(words: Sequence[Word]) -> bool:
    """Whether a block is a headline in title case, where a capital says nothing."""
    alpha = [word for word in words if word.text.isalpha()]
    if len(alpha) > 2 and all(word.text.isupper() for word in alpha):
        return True
    content = [word for word in alpha if not word.stop]
    capitals = sum(word.capital for word in content)
    one = not any(word.starts for word in words[1:]) and words[-1].text != "."
    return one and len(content) >= TITLE_CASE_WORDS and capitals > TITLE_CASE_SHARE * len(content)
