"""Money and physical capacities in French and English newspaper text, read by a grammar of their own.

Text → ``plain`` (one for one) → ``tokens`` → ``drafts`` (number, scale, currency, hedge, range) → ``context``
(what is left out, what is shared, what is no money) → amounts. What the words mean is in graphbuild/data/amounts
and in CLDR. Time grows with the length of the text, whatever the text.
"""

from collections.abc import Sequence

from graphbuild.model import Amount, Span
from graphbuild.recognise.amounts.context import settle, to_amounts
from graphbuild.recognise.amounts.drafts import read_drafts
from graphbuild.recognise.amounts.lexicon import lexicon
from graphbuild.recognise.amounts.plain import plain
from graphbuild.recognise.amounts.scene import scene
from graphbuild.recognise.amounts.tokens import Tokens

__all__ = ["find_amounts"]


def find_amounts(text: str, *, language: str, chrome: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """Every amount of ``text``, in order, without overlaps; spans are offsets of ``text`` as given.

    ``language`` is "fr" or "en" (OntologyError otherwise). ``chrome`` are the spans of page chrome: amounts
    in there are found too, but lend no currency to the article.

    >>> [a] = find_amounts("L’UE investira plus de 200 milliards d’euros.", language="fr")
    >>> a.value, a.unit, a.comparator.value
    (Decimal('200000000000'), 'EUR', '>')
    """
    tokens = Tokens(plain(text))
    stage = scene(tokens, lexicon(language))
    drafts = list(read_drafts(tokens, stage.lexicon))
    return to_amounts(settle(drafts, stage, chrome), stage)
