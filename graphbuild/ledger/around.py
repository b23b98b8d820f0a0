"""What an article names around a claim: by this two articles show that they speak of one thing.

A claim often leaves out what was said before. The bodies, projects and places that its paragraph, the
headline and the lead name stand for that; what the lead tells, the whole article is about. Countries and
public bodies say too little: half of all articles name them.
"""

from bisect import bisect_right
from functools import cache
from itertools import accumulate

from graphbuild.model import Claim, EntityType, Extract, Form, Mention, Span
from graphbuild.resolve import Canonical, Identities
from graphbuild.resolve.gazetteer import LANGUAGES, look_up

SAYING = frozenset({EntityType.ORGANIZATION, EntityType.PROJECT, EntityType.PLACE, EntityType.PRODUCT})
NAMED = frozenset({Form.NAME, Form.SHORT})
SHORTEST = 60  # letters of a lead: a place with a date, or a heading, is none


class Around:
    """The paragraphs of one article, and whom each names."""

    def __init__(self, extract: Extract, identities: Identities) -> None:
        lines = extract.document.text.splitlines(keepends=True)
        self._starts = list(accumulate(map(len, lines), initial=0))[:-1] or [0]
        written = [i for i, line in enumerate(lines) if any(c.isalpha() for c in line)]
        self._first = next(iter(written), 0)
        self._lead = next((i for i in written[1:] if len(lines[i]) >= SHORTEST), self._first)
        self._title = _bare(extract.document.title or "")
        self._text = extract.document.text
        self._named: dict[int, set[str]] = {}
        known = {entity.key: entity for entity in extract.entities}
        for mention in extract.mentions:
            entity = known.get(mention.entity)
            if entity and entity.named and entity.type in SAYING and mention.form in NAMED:
                self._note(mention, identities.entity_of(extract.document.id, entity.key))

    def _note(self, mention: Mention, canonical: Canonical) -> None:
        if not is_public(canonical.type, canonical.name):
            self._named.setdefault(self._line(mention.span.start), set()).add(canonical.key)

    def _line(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def of(self, claim: Claim) -> frozenset[str]:
        """The keys of whom the claim's paragraphs, the headline and the lead name; all for the lead."""
        lines = {self._line(span.start) for span in claim.evidence}
        told = self._named if lines <= {self._first, self._lead} else {self._first, self._lead, *lines}
        return frozenset(key for line in told for key in self._named.get(line, ()))

    def is_headline(self, claim: Claim) -> bool:
        """Whether the claim is told by the article's headline alone: what the article says again."""
        return all(self._heads(span) for span in claim.evidence)

    def _heads(self, span: Span) -> bool:
        return self._line(span.start) == self._first or _bare(span.of(self._text)) == self._title


def _bare(words: str) -> str:
    return " ".join(words.split()).strip("# ")


@cache
def is_public(kind: EntityType, name: str) -> bool:
    """Whether it is a country or a public body, which many articles name."""
    for language in LANGUAGES:
        hit = look_up(kind, name, language)
        if hit and not hit.reference.id.startswith("place:"):
            return True
    return False
