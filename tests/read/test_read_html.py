"""Pages of our own writing, and pages made to hurt."""

import time
from pathlib import Path

import pytest

from graphbuild.errors import DocumentError
from graphbuild.read.files import Source
from graphbuild.read.html import MAX_TAGS, read_html, tame

PAGES = Path(__file__).parent / "pages"
SOURCE = Source(id="page.html", name="page.html")
EN = "The company said that it had bought Brindel for 40 million euros from its former owners in Lyon. "


def page(name):
    return read_html((PAGES / name).read_bytes(), SOURCE)


def blocks(markup):
    return read_html(markup.encode(), SOURCE).text.split("\n\n")


def test_french_page():
    article = page("fr-batteries.html")
    assert article.title == "Voltaria investit 1,2 milliard d’euros dans une usine de batteries à Dunkerque"
    assert article.published == "2025-03-18"
    assert article.url == "https://courrier-energie.example/industrie/voltaria-dunkerque"
    found = article.text.split("\n\n")
    assert found[0] == article.title
    assert found.count(article.title) == 1
    assert "Une aide publique de 150 millions d’euros" in found
    assert "- La capacité doit atteindre 16 GWh par an au terme de la première tranche." in found
    assert "Nous avons choisi la France pour son électricité." in found
    for chrome in ("cookies", "Accueil", "1 € par mois", "lithium", "Newsletter", "Tous droits", "script"):
        assert chrome not in article.text


def test_english_page():
    article = page("en-port.html")
    assert article.title == "Harlow Shipping to buy Norcrest Ports for $3.4 billion"
    assert article.published == "2024-11-05"
    found = article.text.split("\n\n")
    assert found[0] == article.title
    assert len(found) == 6
    assert found[-1].endswith("called the price <steep>.")
    for chrome in ("privacy", "cookies", "Subscribe", "ferries", "Facebook", "Copyright", "schema.org"):
        assert chrome not in article.text


def test_a_short_page_keeps_its_sentences_whole():
    markup = "<html><body><h1>Orval buys</h1><p>It paid <b>40</b> million\neuros to <a href='/x'>Brindel</a>.</p></body></html>"
    assert blocks(markup) == ["Orval buys", "It paid 40 million euros to Brindel."]


def test_a_fragment_is_a_page():
    assert blocks(f"<p>{EN}</p>") == [EN.strip()]


def test_the_title_without_the_name_of_the_site():
    markup = f"<html><head><title>Orval buys Brindel at last - The Gazette</title></head><body><article><h1>Orval buys Brindel at last</h1><p>{EN * 4}</p></article></body></html>"
    assert blocks(markup)[0] == "Orval buys Brindel at last"
    assert "Gazette" not in blocks(markup)[1]


def test_rows_of_a_table_are_lines_of_words():
    markup = f"<html><body><article><p>{EN * 4}</p><table><tr><th>Year</th><th>Sales</th></tr><tr><td>2024</td><td>3 billion</td></tr></table></article></body></html>"
    assert "2024 | 3 billion" in blocks(markup)
    assert not any("---" in block for block in blocks(markup))


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-15", "utf-8", "utf-16"])
def test_declared_and_marked_encodings(encoding):
    text = "Le groupe a été racheté pour 3 milliards d'euros à Mâcon."
    markup = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={encoding}"></head><body><p>{text}</p></body></html>'
    assert text in read_html(markup.encode(encoding), SOURCE).text


def test_an_xml_declaration_does_not_spoil_the_letters():
    markup = '<?xml version="1.0" encoding="iso-8859-1"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Le groupe a été racheté à Mâcon.</p></body></html>'
    assert "été racheté à Mâcon" in read_html(markup.encode("utf-8"), SOURCE).text


@pytest.mark.parametrize("codec", ["idna", "unicode_escape", "zlib", "nonsense", "utf-7"])
def test_a_declared_encoding_cannot_choose_an_odd_codec(codec):
    markup = f'<html><head><meta charset="{codec}"></head><body><p>Le groupe a été racheté à Mâcon.</p></body></html>'
    assert "été racheté à Mâcon" in read_html(markup.encode("cp1252"), SOURCE).text


def test_metadata_that_is_odd_is_left_out():
    markup = f'<html><head><link rel="canonical" href="javascript:alert(1)"><meta property="article:published_time" content="soon"></head><body><p>{EN * 4}</p></body></html>'
    article = read_html(markup.encode(), SOURCE)
    assert (article.published, article.url) == (None, None)


P = f"<p>{EN * 3}</p>"
BOMBS = {
    "100,000 levels": "<html><body>" + "<div>" * 100_000 + P,
    "2,000 levels": "<html><body>" + "<div>" * 2_000 + P + "</div>" * 2_000,
    "many tags": "<html><body><p>" + "<b>a</b> " * 200_000,
    "many paragraphs": "<html><body>" + "<p>a b c</p>" * 200_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_at_once(name):
    began = time.process_time()
    with pytest.raises(DocumentError, match=r"deep|more than 30000 HTML tags"):
        read_html(BOMBS[name].encode(), SOURCE)
    assert time.process_time() - began < 5


HEAVY = {
    "gigantic attribute": f"<html><body><p title='{'x' * 12_000_000}'>{EN}</p>{P}</body></html>",
    "gigantic picture": f"<html><body>{P}<img src='data:image/png;base64,{'A/b=' * 2_000_000}'>{P}</body></html>",
    "100,000 attributes": "<html><body><p "
    + " ".join(f"a{i}=1" for i in range(100_000))
    + f">{EN}</p>{P}</body></html>",
    "a million <": "<html><body>" + P + "<" * 1_000_000 + "</body></html>",
    "half a million comments": "<html><body>" + P + "<!--" * 500_000,
    "one long paragraph": f"<html><body><p>{EN * 20_000}</p></body></html>",
    "250 levels": "<html><body>" + "<div>" * 200 + P + "</div>" * 200 + "</body></html>",
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_page_is_read_in_bounded_time(name):
    began = time.process_time()
    assert EN.strip() in read_html(HEAVY[name].encode(), SOURCE).text
    assert time.process_time() - began < 10


def test_entities_do_not_expand():
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    markup = f'<!DOCTYPE html [<!ENTITY l0 "lol">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]><html><body><p>&l11; &f;</p>{P}</body></html>'
    text = read_html(markup.encode(), SOURCE).text
    assert EN.strip() in text
    assert "lollol" not in text
    assert "root:" not in text


def test_the_largest_page_that_is_read():
    tame("<br>" * MAX_TAGS)
    with pytest.raises(DocumentError):
        tame("<br>" * (MAX_TAGS + 1))
