"""The syntax of a reading, indexed: children, subtrees, prepositions, and what stands where.

Two annotation schemes come in (Universal Dependencies for French, spaCy's own for English); one
set of questions goes out.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from graphbuild.model import Amount, Entity, Form, Mention, Reading, Sentence, Span, Token
from graphbuild.relate.lexicon import contractions, syntax_words
from graphbuild.relate.syntax.repair import repaired

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "relcl"})
NAME_PARTS = frozenset({"flat:name", "flat:foreign", "flat", "fixed", "compound"})

SIDE = 6  # characters of "anti-"


@dataclass(frozen=True)
class Tree:
    """A reading with its syntax indexed. Everything is by token index."""

    reading: Reading

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        return repaired(self._proper, self.reading.document.language)

    @property
    def _proper(self) -> tuple[Token, ...]:
        """The tokens, those that are a whole name tagged as such: "KKR" is no common noun."""
        names = {m.span for m in self.reading.mentions if m.form in {Form.NAME, Form.SHORT}}
        return tuple(
            replace(t, pos="PROPN") if t.pos == "NOUN" and t.span in names else t for t in self.reading.tokens
        )

    @property
    def language(self) -> str:
        return self.reading.document.language

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        table: dict[int, list[int]] = defaultdict(list)
        for token in self.tokens:
            if token.head != token.i:
                table[token.head].append(token.i)
        return table

    def children(self, i: int, *deps: str) -> list[int]:
        found = self._children.get(i, [])
        return [c for c in found if self.tokens[c].dep in deps] if deps else found

    def subtree(self, i: int) -> Iterator[int]:
        """The token and all under it; bounded, in no promised order."""
        stack, seen = [i], {i}
        while stack:
            at = stack.pop()
            yield at
            below = [c for c in self.children(at) if c not in seen]
            seen.update(below)
            stack.extend(below)

    def ancestors(self, i: int) -> Iterator[int]:
        """From the head upwards, the token itself left out; bounded, as repaired heads may go round."""
        seen = {i}
        while (head := self.tokens[i].head) not in seen:
            i = head
            seen.add(i)
            yield i

    def sentence(self, i: int) -> Sentence:
        return self.reading.sentences[self.tokens[i].sentence]

    def word(self, i: int) -> str:
        """Lower case, plain apostrophe."""
        return self.tokens[i].text.lower().replace("’", "'")

    def preposition(self, i: int) -> str:
        """What introduces a noun: "dans", "à", "auprès de"; "" where nothing does."""
        if self.language == "en":
            head = self.tokens[i].head
            governed = self.tokens[i].dep in {"pobj", "pcomp"} and head != i
            return self._english_preposition(head) if governed else ""
        cases = [c for c in self.children(i, "case") if c < i]
        words = [cases[0], *self.children(cases[0], "fixed")] if cases else []
        return " ".join(self.uncontracted(c) for c in words)

    def _english_preposition(self, i: int) -> str:
        near = [c for c in self.children(i, "prep", "advmod", "pcomp") if c < i]
        openers = syntax_words("en").preposition_openers
        return " ".join([*(self.word(c) for c in near if self.word(c) in openers), self.word(i)])

    def uncontracted(self, i: int) -> str:
        """A word, a French contraction as its preposition: "aux" is "à"."""
        word = self.word(i)
        return contractions(self.language).get(word, word)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.span.start for token in self.tokens]

    def token_at(self, offset: int) -> int:
        """The token that covers (or last starts before) an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def token_of(self, amount: Amount) -> int:
        """The token that an amount is; a verb that bounds it ("dépassera 10 milliards") is one of its own."""
        return self.token_at(amount.span.end - 1)

    def tokens_in(self, span: Span) -> range:
        first, last = self.token_at(span.start), self.token_at(span.end - 1)
        return range(first, last + 1)

    def head_of(self, span: Span) -> int:
        """The token of a span whose head is outside it."""
        inside = self.tokens_in(span)
        for i in inside:
            if self.tokens[i].head not in inside or self.tokens[i].head == i:
                return i
        return inside[-1]

    @cached_property
    def _mentions(self) -> dict[int, list[Mention]]:
        table: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.reading.mentions:
            if self._is_sided(mention):
                continue
            for i in self.tokens_in(mention.span):
                table[i].append(mention)
        return table

    def _is_sided(self, mention: Mention) -> bool:
        """As in "a pro-X group": what is for or against somebody is not he."""
        before = self.reading.document.text[max(0, mention.span.start - SIDE) : mention.span.start].lower()
        return any(before.endswith(side) for side in syntax_words(self.language).sides)

    def mentions(self, i: int) -> list[Mention]:
        """The mentions that cover a token, the longest names first."""
        return sorted(self._mentions.get(i, []), key=lambda m: (m.span.start - m.span.end, m.span, m.entity))

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.reading.mentions]

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions inside a span, in their order."""
        first, last = (bisect_left(self._mention_starts, end) for end in (span.start, span.end))
        return [m for m in self.reading.mentions[first:last] if m.span.end <= span.end]

    def mentions_before(self, offset: int, most: int) -> list[Mention]:
        """The last mentions that begin and end before an offset, at most so many."""
        last = bisect_left(self._mention_starts, offset)
        return [m for m in self.reading.mentions[max(0, last - most) : last] if m.span.end <= offset]

    def mentions_headed(self, i: int) -> list[Mention]:
        """The mentions whose head is this token."""
        return [m for m in self.mentions(i) if self.head_of(m.span) == i]

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {entity.key: entity for entity in self.reading.entities}

    def amount(self, i: int) -> Amount | None:
        index = self.tokens[i].amount
        return None if index is None else self.reading.amounts[index]

    def amounts_in(self, sentence: Sentence) -> Iterator[tuple[int, Amount]]:
        """The amounts of a sentence with their tokens."""
        for i in range(sentence.first, sentence.last):
            amount = self.amount(i)
            if amount is not None:
                yield i, amount

    def text(self, first: int, last: int) -> str:
        """The document's own words from one token to another, both included."""
        return self.reading.document.text[self.tokens[first].span.start : self.tokens[last].span.end]

    def is_pronoun_mention(self, i: int) -> bool:
        return any(m.form is Form.PRONOUN for m in self.mentions(i))
