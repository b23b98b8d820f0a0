"""The indexed tree: bounded whatever the parser says."""

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Block, BlockKind, Document, Reading, Sentence, Span, Token
from graphbuild.recognise import recognise
from graphbuild.relate.syntax.arguments import arguments
from graphbuild.relate.syntax.control import governor, subjects
from graphbuild.relate.syntax.tree import Tree

DEPS = (
    "nsubj",
    "obj",
    "dobj",
    "conj",
    "acl:relcl",
    "relcl",
    "acl",
    "nmod",
    "pobj",
    "prep",
    "xcomp",
    "ROOT",
    "appos",
)
POS = ("VERB", "NOUN", "PROPN", "ADP", "ADJ")
LEMMAS = ("de", "of", "voir", "condamner", "order", "clôture", "closing", "qui", "que", "who")


def tree(heads: list[int], kinds: list[tuple[str, str, str]], language: str = "en") -> Tree:
    """A sentence of words that hang where ``heads`` says, round in circles if need be."""
    words = [lemma for *_, lemma in kinds]
    text = " ".join(words)
    starts = [sum(len(w) + 1 for w in words[:i]) for i in range(len(words))]
    tokens = tuple(
        Token(
            i, w, w, kinds[i][0], kinds[i][1], heads[i], frozenset(), Span(starts[i], starts[i] + len(w)), 0
        )
        for i, w in enumerate(words)
    )
    whole = Span(0, len(text))
    sentence = Sentence(0, whole, 0, 0, len(tokens))
    document = Document("tree", text, language)
    return Tree(Reading(document, (Block(whole, BlockKind.PARAGRAPH),), (sentence,), tokens, (), (), ()))


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    size = draw(st.integers(1, 8))
    heads = draw(st.lists(st.integers(0, size - 1), min_size=size, max_size=size))
    kind = st.tuples(st.sampled_from(POS), st.sampled_from(DEPS), st.sampled_from(LEMMAS))
    kinds = draw(st.lists(kind, min_size=size, max_size=size))
    return tree(heads, kinds, draw(st.sampled_from(["fr", "en"])))


@given(trees())
def test_walks_end_and_visit_each_token_once(made: Tree) -> None:
    for token in made.tokens:
        for walk in (list(made.ancestors(token.i)), list(made.subtree(token.i))):
            assert len(walk) == len(set(walk)) <= len(made.tokens)
        assert token.i not in made.ancestors(token.i)


@given(trees())
def test_arguments_are_found_whatever_the_parser_says(made: Tree) -> None:
    for token in made.tokens:
        found = [a.token for a in arguments(made, token.i)] + subjects(made, token.i)
        assert set(found) <= set(range(len(made.tokens)))
        assert governor(made, token.i) in {None, *range(len(made.tokens))}


def test_two_words_under_each_other() -> None:
    made = tree([1, 0], [("NOUN", "nmod", "de"), ("NOUN", "nmod", "de")], "fr")
    assert list(made.ancestors(0)) == [1]
    assert set(made.subtree(0)) == {0, 1}


def test_prepositions_are_the_same_in_both_schemes() -> None:
    french = Tree(recognise(Document("t", "Renault investit en faveur de Verkor et aux États-Unis.", "fr")))
    english = Tree(recognise(Document("t", "Ford invested in Microsoft.", "en")))
    assert french.preposition(french.token_at(french.reading.document.text.index("États"))) == "à"
    assert english.preposition(english.token_at(english.reading.document.text.index("Microsoft"))) == "in"
