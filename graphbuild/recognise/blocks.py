"""Headlines, headings, paragraphs, bullets and page chrome: blocks before sentences."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graphbuild.model import Block, BlockKind, Span
from graphbuild.read.chrome import is_chrome, is_masthead

BULLET = re.compile(r"^\s*(?:[•‣◦·▪*]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*")
MARKDOWN_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
ENDS_LIKE_A_SENTENCE = re.compile(r"[.!?…»\"”:;,]\s*$")
WORDY = re.compile(r"[^\W_]")  # "* * *" and "-----" are no words
HEADING_CHARS = 140
LEAD_CHARS = 100
SHORTER = 2  # times: a line that ends so early was ended by its author
TITLES = (BlockKind.HEADLINE, BlockKind.HEADING)
TOP = 10  # blocks among which the name of the site and the headline stand
DAY = r"(?:(?:le |on )?(?:\w+ )?\d{1,2}(?:er)? \w+\.?(?: \d{4})?|\w+ \d{1,2}(?:, \d{4})?)"
CAPS = r"[^\W\d_a-zß-öø-ÿ][^\Wa-zß-öø-ÿ]*"
PLACE = r"[^\W\d_a-z][\w'’-]+(?:[ -][^\W\d_a-z]?[\w'’-]+){0,3}"
AGENCY = r"(?:\([^)\n]{2,20}\)|/[^/\n]{2,25}/)"
COMPANY = rf"{CAPS}(?:[ '’&.-]{{1,2}}{CAPS}){{0,4}}(?: {AGENCY})?"
STATE = rf"(?:{PLACE}|(?:[A-Z]\.){{2,3}})"
CITY = (
    rf"{CAPS}(?:[ -]{CAPS}){{0,2}}, {STATE}\.?(?: {AGENCY})?|{PLACE} \((?:[A-Z]{{2,6}}|Reuters|Bloomberg)\)"
)
DATED = rf"(?:{PLACE},? (?:{AGENCY}[ ,]*)?)?{DAY}[.,]?(?: {AGENCY})?"
# "Penn & Yardley. The housebuilder ...": no title before a name ("Prof. Martin", "Sen. Lee").
CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’-]+"
RUN_IN = rf"{CAPITAL}(?: (?:& )?{CAPITAL}){{0,3}}(?<=\w{{4}})(?<!Prof)(?<!Capt)(?<!Sept)"
LEAD = re.compile(
    rf"(?:(?P<lead>{DATED}|{CITY}|{COMPANY})\s*(?:[–—-]|--)\s+(?=\S)"
    rf"|(?P<name>{COMPANY})(?<=\w\w\w)(?:\. +(?=[^\W\d_a-z])|\s*: +)"
    rf"|(?P<run>{RUN_IN})\. +(?=[^\W\d_a-z]))"
)


# The time of parser and rules grows faster than a block: longer ones, which no newspaper prints, are cut,
# where it does least harm: behind a sentence, at a semicolon, at a comma, between two words.
LONGEST = 3000
CUTS = tuple(
    re.compile(pattern)
    for pattern in (r"[^\W\d_]{3}[.!?…]+[»”\")]?(?=\s)", r"[;:](?=\s)", r",(?=\s)", r"\S(?=\s)")
)


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order, without overlaps; white space is in none of them."""
    blocks: list[Block] = []
    first = True
    for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        blocks += _paragraph(text, paragraph.start(), paragraph.end(), first=first)
        first = first and all(block.kind is BlockKind.CHROME for block in blocks)
    blocks = _without_masthead(text, _without_repeats(text, blocks))
    parts = (part for block in blocks for part in _lead(text, block))
    return tuple(piece for part in parts for piece in _pieces(text, part))


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """The block, in pieces of at most ``LONGEST`` characters."""
    start, end = block.span.start, block.span.end
    while end - start > LONGEST:
        cut = _cut(text, start)
        yield Block(Span(start, start + len(text[start:cut].rstrip())), block.kind)
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    yield Block(Span(start, end), block.kind)


def _cut(text: str, start: int) -> int:
    """The best place to end a piece that begins at ``start``, not before the middle of the longest one."""
    for pattern in CUTS:
        places = [found.end() for found in pattern.finditer(text, start + LONGEST // 2, start + LONGEST)]
        if places:
            return places[-1]
    return start + LONGEST


def _lead(text: str, block: Block) -> list[Block]:
    """A dateline ("PARIS, 11 février 2025 —") or story lead ("BOEING -") is a block before its sentence."""
    found = LEAD.match(text, block.span.start, min(block.span.end, block.span.start + LEAD_CHARS))
    if found is None or block.kind is BlockKind.CHROME:
        return [block]
    end = found.end(found.lastgroup or "name")
    return [
        Block(Span(block.span.start, end), BlockKind.HEADING),
        Block(Span(found.end(), block.span.end), block.kind),
    ]


def _paragraph(text: str, start: int, end: int, *, first: bool) -> list[Block]:
    """One paragraph: its lines are blocks when any of them is a bullet, chrome or heading."""
    lines = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S[^\n]*", text[start:end])]
    kinds = [_line_kind(text[a:b], alone=len(lines) == 1) for a, b in lines]
    if first and kinds and kinds[0] in {BlockKind.HEADING, BlockKind.PARAGRAPH} and _headline(text, lines):
        kinds[0] = BlockKind.HEADLINE
    if len(lines) > 1 and kinds[0] is BlockKind.PARAGRAPH and _is_title(*(text[a:b] for a, b in lines[:2])):
        kinds[0] = BlockKind.HEADING
    if all(kind is BlockKind.PARAGRAPH for kind in kinds):
        return [Block(_trim(text, start, end), BlockKind.PARAGRAPH)]
    return [Block(_trim(text, a, b), kind) for (a, b), kind in zip(lines, kinds, strict=True)]


def _headline(text: str, lines: list[tuple[int, int]]) -> bool:
    return (
        len(lines) <= 2
        and lines[0][1] - lines[0][0] <= 2 * HEADING_CHARS
        and not text[lines[0][0] : lines[0][1]].rstrip().endswith(".")
    )


def _is_title(line: str, following: str) -> bool:
    """Whether a first line is too short to have been wrapped there: "À propos de X" over its paragraph."""
    short = len(line) * SHORTER < len(following) and not ENDS_LIKE_A_SENTENCE.search(line)
    return short and following[0].isupper()


def _line_kind(line: str, *, alone: bool) -> BlockKind:
    if is_chrome(line) or not WORDY.search(line):
        return BlockKind.CHROME
    if BULLET.match(line):
        return BlockKind.BULLET
    if MARKDOWN_HEADING.match(line) or (
        alone and len(line) <= HEADING_CHARS and not ENDS_LIKE_A_SENTENCE.search(line)
    ):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _trim(text: str, start: int, end: int) -> Span:
    """Without white space at the ends, bullet sign or heading marks at the start."""
    line = text[start:end]
    mark = BULLET.match(line) or MARKDOWN_HEADING.match(line)
    start += mark.end() if mark and mark.end() < len(line) else 0
    return Span(start, start + len(text[start:end].rstrip()))


def _without_masthead(text: str, blocks: list[Block]) -> list[Block]:
    """The name of the site above everything is chrome, and what follows is the headline."""
    lines = [block.span.of(text) for block in blocks[:TOP]]
    read = [i for i, block in enumerate(blocks[:TOP]) if block.kind is not BlockKind.CHROME]
    if len(read) < 2 or blocks[read[0]].kind not in TITLES or not is_masthead(lines[read[0] :]):
        return blocks
    name, headline = read[:2]
    kind = BlockKind.HEADLINE if blocks[headline].kind in TITLES else blocks[headline].kind
    blocks[name] = replace(blocks[name], kind=BlockKind.CHROME)
    blocks[headline] = replace(blocks[headline], kind=kind)
    return blocks


def _without_repeats(text: str, blocks: list[Block]) -> list[Block]:
    """What a page prints twice is read once; the repeat counts as chrome."""
    seen: set[str] = set()
    result = []
    for block in blocks:
        words = " ".join(block.span.of(text).casefold().split())
        repeat = words in seen
        seen.add(words)
        result.append(Block(block.span, BlockKind.CHROME) if repeat else block)
    return result
