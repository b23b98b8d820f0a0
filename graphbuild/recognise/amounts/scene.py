"""Where a token stands: its sentence and paragraph, and what is said around it."""

from dataclasses import dataclass

from graphbuild.model import Span
from graphbuild.recognise.amounts.drafts import Draft, stands_for_sum
from graphbuild.recognise.amounts.lexicon import Lexicon
from graphbuild.recognise.amounts.tokens import Tokens

ENDS = frozenset(".!?…")
REACH = 40  # tokens back in a sentence that say what a number is about
NEAR = 6  # tokens around a currency word that can give it another sense


@dataclass(frozen=True, slots=True)
class Scene:
    """The tokens with the number of the sentence of each, and the first token of each sentence."""

    tokens: Tokens
    lexicon: Lexicon
    sentence: list[int]
    first: list[int]

    def same_sentence(self, i: int, j: int) -> bool:
        return self.sentence[i] == self.sentence[j]

    def next_sentence(self, i: int, j: int) -> bool:
        """Whether token j stands in the sentence of token i, or in the one right behind it."""
        return self.sentence[i] <= self.sentence[j] <= self.sentence[i] + 1

    def span(self, i: int) -> Span:
        """The sentence of token i, in the plain text."""
        number = self.sentence[i]
        last = self.first[number + 1] if number + 1 < len(self.first) else self.tokens.length
        return Span(self.tokens[self.first[number]].start, self.tokens[last - 1].end)

    def words_around(self, start: int, end: int) -> list[str]:
        """The words of the sentence before and after a draft, within reach."""
        number = self.sentence[start]
        first = max(self.first[number], start - REACH)
        last = self.first[number + 1] if number + 1 < len(self.first) else self.tokens.length
        return [t.word for t in (*self.tokens[first:start], *self.tokens[end : min(last, end + REACH)])]


def scene(tokens: Tokens, lexicon: Lexicon) -> Scene:
    """Number the sentences: a line break ends one, and so does a full stop before a capital."""
    sentence, first = [], [0]
    for i, token in enumerate(tokens):
        sentence.append(len(first) - 1)
        if token.kind == "line" or (
            token.word in ENDS and not tokens.glued(i + 1) and not tokens[i + 1].raw[:1].islower()
        ):
            first.append(i + 1)
    return Scene(tokens, lexicon, sentence, first)


def speaks_of_money(draft: Draft, scene: Scene, *, strictly: bool = False) -> bool:
    """The sentence is of budgets, prices, investments; ``strictly``: of nothing else."""
    stems = scene.lexicon.stems["strict_cues" if strictly else "cues"]
    return any(word.startswith(stems) for word in scene.words_around(draft.start, draft.end))


def speaks_of_things(draft: Draft, scene: Scene) -> bool:
    """The sentence counts people, views, tonnes."""
    stems = scene.lexicon.stems["things"]
    return any(word.startswith(stems) for word in scene.words_around(draft.start, draft.end))


def is_anaphoric(draft: Draft, scene: Scene) -> bool:
    """Whether it goes on counting what the number before counted: "dont 4 millions", "against 3 million"."""
    return scene.tokens[draft.start - 1].word in scene.lexicon.sets["anaphora"]


def takes_up(draft: Draft, scene: Scene) -> bool:
    """A bare number that stands for a sum: "contre 728 un an plus tôt", "qui en réclamait dix"."""
    tokens, lexicon = scene.tokens, scene.lexicon
    if not _is_bare(draft, scene):
        return False
    if lexicon.bare_after.before(tokens, draft.start):
        return _is_closed(draft, scene)
    return stands_for_sum(tokens, draft.start, lexicon) and _is_closed(draft, scene)


def continues(before: Draft, draft: Draft, scene: Scene) -> bool:
    """Whether it ends a change: "de 4,2 milliards à 3,6"."""
    link = scene.lexicon.ranges["to"].at(scene.tokens, before.end)
    opener = scene.lexicon.ranges["from"].before(scene.tokens, before.start)
    joined = link is not None and opener is not None and link[1] == draft.start
    return joined and _is_bare(draft, scene) and _is_closed(draft, scene)


def is_parallel(before: Draft, draft: Draft, scene: Scene) -> bool:
    """Whether the same word follows both: "11 milliards pour le rail et 7 pour la route"."""
    tokens, sets = scene.tokens, scene.lexicon.sets
    word = tokens[draft.end].word
    after = tokens[draft.end + 1]
    alike = word in sets["parallel"] and (
        after.kind == "word" or (after.raw.isdigit() and len(after.raw) == 4)
    )
    return alike and word == tokens[before.end].word and _is_bare(draft, scene)


def _is_bare(draft: Draft, scene: Scene) -> bool:
    quantity = draft.quantity
    sole = quantity.scale == 1 and not (quantity.article or quantity.year or draft.high)
    return sole and not scene.tokens.hyphen(draft.end)


def _is_closed(draft: Draft, scene: Scene) -> bool:
    """Nothing after the number that it could count."""
    after = scene.tokens[draft.end]
    if after.kind == "word":
        return after.word in scene.lexicon.sets["bare_followers"]
    return after.kind in {"line", "sign"} and after.word not in {"-", "/", "°", "º", ":", "%", "'"}


def is_refused(draft: Draft, scene: Scene) -> bool:
    """Whether it is no amount: "pas un euro"; "a dollar" where it is no price."""
    tokens, lexicon, operand = scene.tokens, scene.lexicon, draft.operand
    before = tokens[draft.start - 1].word
    if operand.quantity.article and before in lexicon.sets["refused_before"]:
        return True
    if operand.quantity.year and operand.currency and not operand.prefixed and before in {"in", "en"}:
        return True  # "in 2015 dollars"
    if operand.symbolic or not operand.quantity.article or operand.quantity.scale != 1 or operand.unit:
        return (
            operand.quantity.article and tokens.hyphen(operand.quantity.end) and operand.quantity.scale != 1
        )
    hedged = draft.start < operand.start
    return not (hedged or before in lexicon.sets["one_after"])


def is_vetoed(draft: Draft, scene: Scene) -> bool:
    """Books and not pounds sterling, weight and not money: another word of the sentence says so."""
    currency = draft.operand.currency
    if currency is None or not currency.vetoes:
        return False
    around = range(draft.operand.start - NEAR, draft.operand.end + NEAR)
    return any(scene.tokens[k].word.startswith(currency.vetoes) for k in around)
