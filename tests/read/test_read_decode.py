import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import DocumentError
from graphbuild.read.decode import decode

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda t: t[0] != "\ufeff"
)
WORDS = ["à", "l’État", "société", "où", "« ça »", "3 €", "été", "garçon", "plus – usine", "naïf", "août"]
FRENCH = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


@settings(deadline=None)  # the machine may be busy
@given(text=PRINTABLE)
def test_utf8_is_exact(text):
    magic = ("%PDF-", "{\\rtf", "GIF8")
    if not text.startswith(magic):
        assert decode(text.encode()) == (text, "utf-8")


@settings(deadline=None)  # the machine may be busy
@given(text=PRINTABLE, encoding=st.sampled_from(["utf-16", "utf-32", "utf-8-sig"]))
def test_marked_text_is_exact_and_loses_its_mark(text, encoding):
    assert decode(text.encode(encoding))[0] == text


@settings(deadline=None)  # the machine may be busy
@given(tail=FRENCH, encoding=st.sampled_from(["cp1252", "mac_roman"]))
def test_french_of_old_systems(tail, encoding):
    text = "L’Union européenne a décidé, à l’unanimité, d’investir dans la société créée à Évry : " + tail
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    "text", ["Été à Orléans", "Siège à Angoulême : 3 M€", "The firm’s £3bn bet — said the CEO."]
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_short_texts_of_old_systems(text, encoding):
    assert decode(text.encode(encoding))[0] == text


def test_french_of_dos():
    text = "L'usine a été fermée à Évry : c'est la société mère qui l'a décidé, dit-on."
    assert decode(text.encode("cp850")) == (text, "cp850")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Компания инвестирует 5 миллиардов рублей в завод", "cp1251"),
        ("Η εταιρεία επενδύει σε νέο εργοστάσιο", "cp1253"),
        ("英伟达投资五十亿美元建设新工厂", "gb18030"),
        ("株式会社は新工場に五十億円を投資", "shift_jis"),
    ],
)
def test_other_scripts_are_refused_not_mangled(text, encoding):
    with pytest.raises(DocumentError, match=r"nor surely another encoding|is binary"):
        decode(text.encode(encoding))


@settings(deadline=None)  # the machine may be busy
@given(data=st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_clear_refusal(data):
    with contextlib.suppress(DocumentError):  # anything else would be a crash
        text, encoding = decode(data)
        assert "\0" not in text
        assert text.encode(encoding)
