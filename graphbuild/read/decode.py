"""From bytes to text: UTF-8, or what is surely something else, or a clear refusal."""

import codecs
import re

from graphbuild.errors import DocumentError

UTF8 = "utf-8"
BOMS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
)
# One byte a character. General detectors take French in Windows-1252 for Windows-1250, Icelandic
# Macintosh or Urdu; what settles it is which reading is written with French and English letters.
SINGLE_BYTE = ("cp1252", "iso8859-15", "mac_roman", "cp850")  # of equals, the first
COMMON = frozenset("éèàçêâîôûùëïœÉÈÀÇÊÎŒ’‘“”«»–—…•€£°\u00a0")
RARE = frozenset("äáãåæíñóõöøßúüÿÂÄÁÅÆËÏÔÓÖØÙÛÜŸ$¥©®™ºª§±×²³½¼¾·‹›")  # names, signs: half a doubt each
DOUBT_AT_MOST = 0.15  # on average over the characters outside ASCII
# A sign between letters ("soci‚t‚"), an accented capital after a small letter ("fermÇe"), a letter
# before a number ("œ500") come from a wrong guess.
MISPLACED = re.compile(
    r"(?<=[^\W\d_])[^\w\s'’‘-](?=[^\W\d_])|(?<=[a-zà-ÿ])[À-ÖØ-ÞŒŸ]|(?<!\w)[À-ÖØ-öø-ÿŒœŸ](?=\d)"
)
ACCENTS_AT_MOST = 0.5  # share of letters outside ASCII: French has 4 %, Russian in the wrong code page 100 %
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
REMEDY = "save it as UTF-8 text"


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """Return the text of ``data`` without byte order mark, and the name of its encoding.

    ``declared`` is what the file says of itself (an HTML ``charset``). Raises DocumentError for an
    empty or binary file and for one whose encoding is not certain.
    """
    if not data:
        raise DocumentError("is empty", "remove it, or put the article's text into it")
    for magic, kind in MAGIC:
        if data.startswith(magic):
            raise DocumentError(f"is {kind}, not text", "export its text and give that")
    text, encoding = _decode_any(data, declared)
    if "\0" in text or len(CONTROLS.findall(text)) > len(text) / 50:
        raise DocumentError("is binary: it holds control characters", "give a text file")
    return text, encoding


def _decode_any(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data, encoding).removeprefix("\ufeff"), encoding
    if utf16 := _unmarked_utf16(data):
        return _strict(data, utf16), utf16
    try:
        return data.decode(UTF8), UTF8
    except UnicodeDecodeError as error:
        return _not_utf8(data, declared, error)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"is broken {encoding.upper()}: {error.reason} at byte {error.start}", REMEDY
        ) from error


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without its mark from binary: Western text has a zero in nearly every other byte."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    enough = len(data) * 0.4
    if len(data) % 2 == 0 and odd > enough and not even:
        return "utf-16-le"
    return "utf-16-be" if len(data) % 2 == 0 and even > enough and not odd else None


def _not_utf8(data: bytes, declared: str | None, error: UnicodeDecodeError) -> tuple[str, str]:
    broken = DocumentError(f"is neither UTF-8 (byte {error.start}) nor surely another encoding", REMEDY)
    if b"\0" in data:
        raise DocumentError("is binary: it holds zero bytes", "give a text file") from error
    # Damaged UTF-8 must not be taken for Windows-1252, where its good letters would become "Ã©"
    lenient = data.decode(UTF8, "replace")
    bad = lenient.count("\ufffd")
    if sum(ord(c) > 127 for c in lenient) - bad > bad:
        raise DocumentError(f"is broken UTF-8 at byte {error.start}", REMEDY) from error
    names = [*([declared] if declared else []), *SINGLE_BYTE]
    tried = {name: doubt(data, name) for name in names if _one_byte(name)}
    best = min(tried, key=lambda name: tried[name])
    if tried[best] > DOUBT_AT_MOST:
        raise broken from error
    return data.decode(best), codecs.lookup(best).name


def _one_byte(name: str) -> bool:
    """Whether ``name`` is a plain code page; codecs such as idna or unicode_escape are none."""
    try:
        return bool(re.match(r"cp\d|iso8859|mac", codecs.lookup(name).name))
    except LookupError:
        return False


def doubt(data: bytes, encoding: str) -> float:
    """Return how little like French or English ``data`` reads, from 0; 1 or more is not at all."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 1.0
    foreign = [c for c in text if ord(c) > 127]
    letters = sum(map(str.isalpha, text))
    if sum(map(str.isalpha, foreign)) > letters * ACCENTS_AT_MOST:
        return 1.0
    doubts = sum(0.0 if c in COMMON else 0.5 if c in RARE else 1.0 for c in foreign)
    return (doubts + len(MISPLACED.findall(text.translate(ASCII_SIGNS)))) / max(len(foreign), 1)


# Signs of ASCII stand between letters in web addresses ("a.b/c@d"); those say nothing of the encoding.
ASCII_SIGNS = {ord(c): " " for c in '!"#$%&()*+,./:;<=>?@[\\]^`{|}~'}
