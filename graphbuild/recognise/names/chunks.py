"""Where names may stand: runs of capitalised words, and bodies named by a noun ("ministère de l'Économie")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.model import EntityType, Span, fold
from graphbuild.recognise.names.knowledge import WORDS_OF_A_TRIGGER, Lexicon, countries, first_names, known
from graphbuild.recognise.names.words import Word

NAME_PARTICLES = frozenset(
    {"von", "van", "der", "den", "bin", "ben", "al", "el", "da", "di", "dos", "ten", "ter"}
)
OF = {"fr": frozenset({"de", "du", "des", "d'", "pour", "sur"}), "en": frozenset({"of", "for"})}
ARTICLES = frozenset({"le", "la", "les", "l'", "the"})
NUMBER_CHARS = 4
KNOWN_WORDS = 8
FIRST_AND_LAST = 2
LOWER_COMPLEMENTS = 2


@dataclass(frozen=True, slots=True)
class Chunk:
    """``words[first:last]`` may be a name; ``headed`` says its type when a noun in it does."""

    words: Sequence[Word]
    first: int
    last: int
    headed: EntityType | None = None

    @property
    def inside(self) -> Sequence[Word]:
        return self.words[self.first : self.last]

    @property
    def span(self) -> Span:
        return Span(self.words[self.first].span.start, self.words[self.last - 1].span.end)

    @property
    def text(self) -> str:
        parts = [("" if word.glued and n else " ") + word.text for n, word in enumerate(self.inside)]
        return "".join(parts).strip()


def chunks(words: Sequence[Word], lexicon: Lexicon, language: str) -> Iterator[Chunk]:
    """Candidates of one block in order, without overlaps."""
    i = 0
    while i < len(words):
        famous = _famous(words, i)
        headed = _headed(words, i, lexicon, language)
        if famous and (headed is None or headed.last <= famous):
            yield Chunk(words, i, famous)
            i = famous
        elif headed:
            yield headed
            i = headed.last
        elif _begins(words, i):
            end = _run(words, i, lexicon, language)
            tail = _tail(words, i, end, lexicon)
            if tail:
                yield tail
            else:
                yield from _pieces(words, i, end, lexicon, language)
            i = tail.last if tail else end
        else:
            i += 1


def _famous(words: Sequence[Word], i: int) -> int:
    """Where a well-known name of several words with one in lower case ends: "Nations unies"."""
    if not words[i].capital:
        return 0
    for end in range(min(len(words), i + KNOWN_WORDS), i + 1, -1):
        lower = any(not w.capital and w.text.isalpha() for w in words[i:end])
        if lower and not any(w.unit for w in words[i:end]) and _is_known(words, i, end):
            return end
    return 0


def _tail(words: Sequence[Word], i: int, end: int, lexicon: Lexicon) -> Chunk | None:
    """A run closed by a noun in lower case: "Swedish government", "Fécamp wind farm"."""
    for size in range(WORDS_OF_A_TRIGGER, 0, -1):
        kind = lexicon.tails.get(tuple(w.lower for w in words[end : end + size]))
        if kind:
            start = _trim(words, i, end, lexicon)[0]
            return Chunk(words, start if start < end else end - 1, end + size, kind)
    return None


def _begins(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if not word.capital:
        return False
    if word.stop and not (word.acronym and not word.starts):
        return not word.starts and i + 1 < len(words) and words[i + 1].capital and not word.text.endswith("'")
    return True


def _run(words: Sequence[Word], i: int, lexicon: Lexicon, language: str) -> int:
    """Where the run of capitalised words that begins at i ends."""
    j = i + 1
    while j < len(words) and not words[j].starts:
        if language == "fr" and _famous(words, i) == j:
            break
        width = _continues(words, i, j, lexicon, language)
        if not width:
            break
        j += width
    return j


def _continues(words: Sequence[Word], i: int, j: int, lexicon: Lexicon, language: str) -> int:
    """How many words at j belong to the run that began at i."""
    word = words[j]
    following = words[j + 1] if j + 1 < len(words) else None
    if words[j - 1].lower in lexicon.legal and word.text != ".":
        return 0
    if word.lower in NAME_PARTICLES and following is not None and following.lower in NAME_PARTICLES:
        return 1
    if word.capital and word.ent is not None and word.ent[0] <= j - 1:
        return 1
    if word.capital and not (word.stop and not word.acronym and not (following and following.capital)):
        return 1
    if (
        word.text.isdigit()
        and len(word.text) <= NUMBER_CHARS
        and not word.unit
        and not (following and following.text == "-")
    ):
        counts = following is not None and following.pos in {"NOUN", "ADJ", "NUM"} and not following.capital
        return int(not counts)
    if word.lower in lexicon.directions and _is_known(words, i, j):
        return 1
    if word.text == "-" and word.glued and following is not None and following.glued:
        beyond = words[j + 3] if j + 3 < len(words) and words[j + 2].text == "-" else None
        return 2 if following.capital else 4 if beyond is not None and beyond.glued and beyond.capital else 0
    if following is None or not following.capital or following.starts:
        return 0
    together = word.ent is not None and word.ent[0] <= j - 1 and j + 1 < word.ent[1]
    if word.text in {"&", "+"} or word.lower in NAME_PARTICLES:
        return 2
    if (
        word.lower in lexicon.particles
        and together
        and (word.lower not in {"et", "and"} or _heads_in(words, word.ent, lexicon))
    ):
        return 2
    if word.lower in OF["en"] and any(w.lower in lexicon.heads for w in words[i:j]):
        return 2
    return 0


def _heads_in(words: Sequence[Word], ent: tuple[int, int] | None, lexicon: Lexicon) -> bool:
    return ent is not None and any(w.lower in lexicon.heads for w in words[slice(*ent)])


def _headed(words: Sequence[Word], i: int, lexicon: Lexicon, language: str) -> Chunk | None:
    """A body named by its head noun that begins at i: "Caisse des dépôts", "Bank of the South"."""
    word = words[i]
    if word.unit:
        return None
    kind = lexicon.heads.get(word.lower) or lexicon.heads.get(word.lemma)
    end = i + 1
    if kind and language == "fr" and (word.capital or word.lower in lexicon.lower_heads):
        end = _complements(words, i + 1, lexicon, capital=word.capital)
        if any(w.capital or w.lower in lexicon.demonyms for w in words[i + 1 : end]):
            return Chunk(words, i, end, kind)
    if word.text in lexicon.alone:
        return Chunk(words, i, i + 1, EntityType.ORGANIZATION) if not _more(words, i + 1, language) else None
    return Chunk(words, i, end, kind) if end > i + 1 and word.capital and not word.starts else None


def _more(words: Sequence[Word], i: int, language: str) -> bool:
    return (
        i < len(words)
        and (words[i].lower in OF[language] or words[i].capital or words[i].pos == "ADJ")
        and not words[i].unit
    )


def _complements(words: Sequence[Word], i: int, lexicon: Lexicon, *, capital: bool) -> int:
    """Where the adjectives and complements of a French head noun end."""
    lower_nouns, nationality = 0, False
    head = i - 1
    while i < len(words) and not words[i].starts and not (i > head + 1 and _is_known(words, head, i)):
        word = words[i]
        j = _after_preposition(words, i, joined=lower_nouns > 0 or words[i - 1].capital)
        noun = words[j] if j < len(words) else None
        if word.unit or noun is None or noun.unit:
            break
        if j == i and (
            word.lower in lexicon.demonyms or (word.pos == "ADJ" and not word.capital and capital)
        ):
            nationality, i = nationality or word.lower in lexicon.demonyms, i + 1
        elif noun.capital and not noun.stop:
            i = _famous(words, j) or _run(words, j, lexicon, "fr")
        elif (
            word.lower == "à"
            and noun is word
            and i + 1 < len(words)
            and words[i + 1].pos == "NOUN"
            and not capital
        ):
            i += 2
        elif (
            j > i
            and noun.pos in {"NOUN", "PROPN"}
            and capital
            and lower_nouns < LOWER_COMPLEMENTS
            and noun.text.isalpha()
        ):
            lower_nouns, i = lower_nouns + 1, j + 1
        else:
            break
    return i


def _after_preposition(words: Sequence[Word], i: int, *, joined: bool) -> int:
    """Past "de la", "pour l'", "et des": the place of the noun that follows, else i."""
    j = i
    if (
        joined
        and words[j].lower == "et"
        and j + 1 < len(words)
        and words[j + 1].lower in {"de", "du", "des", "d'"}
    ):
        j += 1
    if j < len(words) and words[j].lower in OF["fr"]:
        j += 1
        while j < len(words) and words[j].lower in ARTICLES:
            j += 1
    return j


def _pieces(words: Sequence[Word], i: int, end: int, lexicon: Lexicon, language: str) -> Iterator[Chunk]:
    """A run cut at titles ("Apple CEO Steve Jobs"), without leading nationality or title."""
    if _is_known(words, i, end):
        yield Chunk(words, i, end)
        return
    known_prefix = next(
        (
            j
            for j in range(end - 2, i, -1)
            if _is_known(words, i, j)
            and (words[j].text in first_names() or fold(words[i].text) in countries())
            and end - j == FIRST_AND_LAST
            and not any(w.lower in lexicon.heads for w in words[j:end])
        ),
        None,
    )
    if known_prefix:
        yield Chunk(words, i, known_prefix)
        i = known_prefix
    cuts = [
        j
        for j in range(i, end)
        if _title(words[j], lexicon) and (j == i or words[j - 1].lower not in OF[language] | ARTICLES)
    ]
    for first, last in zip([i, *(c + 1 for c in cuts)], [*cuts, end], strict=True):
        start, stop = _trim(words, first, last, lexicon)
        if start < stop:
            yield Chunk(words, start, stop, _inner_head(words[start:stop], lexicon, language))


def _is_known(words: Sequence[Word], i: int, end: int) -> bool:
    return fold(Chunk(words, i, end).text) in known()


def _title(word: Word, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.titles or lexicon.nouns.get(word.lower) is EntityType.PERSON


def _trim(words: Sequence[Word], i: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Without nationality, sentence openers and loose connectors at the ends."""
    while i < end and not _is_known(words, i, end) and _loose(words, i, end, lexicon):
        i += 1
    while i < end and (words[end - 1].lower in lexicon.particles or words[end - 1].text in {"-", "&"}):
        end -= 1
    return i, end


def _loose(words: Sequence[Word], i: int, end: int, lexicon: Lexicon) -> bool:
    word, rest = words[i], words[i + 1 : end]
    if word.lower in lexicon.demonyms and not word.acronym:
        return not any(w.lower in lexicon.heads for w in rest) and not (
            word.ent and word.ent[0] <= i and word.label == "ORG" and rest
        )
    if word.lower in {"the", "le", "la", "les", "l'"}:
        return word.starts
    if (
        word.starts
        and rest
        and word.pos in {"VERB", "AUX", "ADP", "ADV", "SCONJ", "CCONJ", "PRON", "DET", "INTJ"}
        and (word.ent is None or word.pos == "VERB")
    ):
        return True
    if (
        word.ent is not None
        and word.ent[0] <= i < word.ent[1] - 1
        and word.label == "ORG"
        and not word.starts
    ):
        return False
    return word.lower in lexicon.stop or word.text in {"-", "&"} or (word.starts and word.stop)


def _inner_head(inside: Sequence[Word], lexicon: Lexicon, language: str) -> EntityType | None:
    """The type that a noun inside the name gives: "European Investment Bank", "Banque Zitouna"."""
    if len(inside) == 1:
        return None
    ends = (inside[-1], inside[0]) if language == "en" else (inside[0],)
    heads = [lexicon.heads[w.lower] for w in ends if w.lower in lexicon.heads]
    if language == "en" and not heads:
        heads = [
            lexicon.heads[w.lower]
            for w, after in zip(inside, inside[1:], strict=False)
            if w.lower in lexicon.heads and after.lower in OF["en"]
        ]
    return heads[0] if heads else None
