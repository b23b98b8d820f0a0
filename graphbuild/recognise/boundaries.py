"""Where a sentence may begin: the parser decides, but only where the signs allow, and not too late."""

from collections.abc import Sequence

SENTENCE_END = frozenset('.!?:;"')
# No newspaper writes more words in a sentence, and the time of the rules grows with their square.
LONGEST = 150
# Where a longer run of words is cut: behind the first of these that can be found.
CUTS = (frozenset(".!?"), frozenset(";:"), frozenset(","))


def sentence_starts(words: Sequence[str], glued: Sequence[bool]) -> list[bool | int | None]:
    """For each word whether a sentence begins there: yes, no, or let the parser say.

    ``glued[i]`` says that word i and the one before it are one noun, which no sentence may divide.
    """
    starts: list[bool | int | None] = [_may_start(words, i) for i in range(len(words))]
    begin = 0
    while len(words) - begin > LONGEST:
        begin = _cut(words, glued, begin)
        starts[begin] = True
    return starts


def _may_start(words: Sequence[str], i: int) -> bool | None:
    if i == 0:
        return True
    may = words[i - 1][-1] in SENTENCE_END and (words[i][:1].isupper() or not words[i][:1].isalnum())
    return None if may else False


def _cut(words: Sequence[str], glued: Sequence[bool], begin: int) -> int:
    """The word before which the sentence that starts at ``begin`` ends, however it goes on."""
    window = range(begin + LONGEST, begin + LONGEST // 2, -1)
    places = [i for i in window if not glued[i]]
    for signs in CUTS:
        found = next((i for i in places if words[i - 1] in signs), None)
        if found is not None:
            return found
    return places[0] if places else begin + LONGEST
