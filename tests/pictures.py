"""The pictures of the page in README.md: ``make screenshots``, and a part of ``make example``.

The sample articles' page in Chromium, in three states; small files, as they are committed.
"""

import struct
import zlib
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "output" / "example"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-lcd-text")  # letters in greys only: half the size
MOST = 300_000  # bytes of all of them


def _sentence(tab: Page) -> None:
    """The biggest investment is chosen, with its sentence."""
    tab.locator("a.row", has_text="Union européenne").first.click()


def _filtered(tab: Page) -> None:
    """Only investments and offices, with the drawer of filters open."""
    tab.click("#open-filters")
    for kind in ("investment", "position"):
        tab.click(f'#kinds [data-name="{kind}"]')


def _nothing(tab: Page) -> None:
    """As it opens."""


VIEWS = (
    ("graph.png", {"locale": "en-GB", "viewport": {"width": 1280, "height": 820}}, _sentence),
    ("graph-filters.png", {"locale": "fr-FR", "viewport": {"width": 1180, "height": 700}, "color_scheme": "dark"}, _filtered),
    ("graph-phone.png", {"locale": "fr-FR", "viewport": {"width": 390, "height": 780}}, _nothing),
)  # fmt: skip


def photograph(page: Path, folder: Path) -> None:
    """Take all pictures of a page. Raises ``ValueError`` where they are too big to be committed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for name, options, act in VIEWS:
            tab = browser.new_context(reduced_motion="reduce", **options).new_page()
            tab.goto(page.absolute().as_uri())
            tab.wait_for_function("() => graphbuild.labels()?.length > 0")
            act(tab)
            tab.wait_for_timeout(1000)
            (folder / name).write_bytes(smaller(tab.screenshot()))
        browser.close()
    size = sum((folder / name).stat().st_size for name, _, _ in VIEWS)
    if size > MOST:
        raise ValueError(f"The pictures have {size} bytes together, more than {MOST}")


def smaller(png: bytes) -> bytes:
    """A picture of Chromium's (8 bits a channel, not interlaced) with 160 colours."""
    parts, at = [], 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        parts.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += 12 + size
    wide, high, depth, kind = struct.unpack(">IIBB", parts[0][1][:10])
    assert (depth, kind) in {(8, 2), (8, 6)}, "not what Chromium writes"
    rows = _rows(
        zlib.decompress(b"".join(data for name, data in parts if name == b"IDAT")),
        wide,
        high,
        3 if kind == 2 else 4,
    )
    colours, where, often = np.unique(
        rows.reshape(-1, rows.shape[2])[:, :3], axis=0, return_inverse=True, return_counts=True
    )
    palette = _palette(colours.astype(np.int32), often)
    nearest = (
        ((colours[:, None].astype(np.int32) - palette[None]) ** 2).sum(axis=2).argmin(axis=1).astype(np.uint8)
    )
    lines = np.zeros((high, wide + 1), np.uint8)
    lines[:, 1:] = nearest[where.reshape(-1)].reshape(high, wide)
    header = struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)
    chunks = [
        (b"IHDR", header),
        (b"PLTE", palette.astype(np.uint8).tobytes()),
        (b"IDAT", zlib.compress(lines.tobytes(), 9)),
        (b"IEND", b""),
    ]
    return png[:8] + b"".join(
        struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks
    )


def _palette(colours: np.ndarray, often: np.ndarray) -> np.ndarray:
    """The colours that are frequent and far from those taken before: small shapes keep theirs."""
    far, taken = np.full(len(colours), np.inf), [int(often.argmax())]
    for _ in range(159):
        far = np.minimum(far, ((colours - colours[taken[-1]]) ** 2).sum(axis=1))
        taken.append(int((far * np.sqrt(often)).argmax()))
    return colours[sorted(set(taken))]


def _rows(data: bytes, wide: int, high: int, channels: int) -> np.ndarray:
    """The pixels, with the filter of each line undone."""
    lines = np.frombuffer(data, np.uint8).reshape(high, wide * channels + 1)
    before, rows = np.zeros((wide, channels), np.int32), np.zeros((high, wide, channels), np.uint8)
    for y, line in enumerate(lines):
        now = line[1:].reshape(wide, channels).astype(np.int32)
        if line[0] == 1:
            now = np.cumsum(now, axis=0) % 256
        elif line[0] == 2:
            now = (now + before) % 256
        elif line[0] > 2:
            now = _by_neighbours(now, before, paeth=line[0] == 4)
        rows[y], before = now, now
    return rows


def _by_neighbours(now: np.ndarray, above: np.ndarray, *, paeth: bool) -> np.ndarray:
    """A line that was told by its left and upper neighbours: their mean, or Paeth's choice of one."""
    left = corner = [0] * now.shape[1]
    found = []
    for told, up in zip(now.tolist(), above.tolist(), strict=True):
        guess = (
            [_paeth(*three) for three in zip(left, up, corner, strict=True)]
            if paeth
            else [(a + b) // 2 for a, b in zip(left, up, strict=True)]
        )
        left, corner = [(t + g) % 256 for t, g in zip(told, guess, strict=True)], up
        found.append(left)
    return np.array(found, np.int32)


def _paeth(left: int, up: int, corner: int) -> int:
    goal = left + up - corner
    return min((left, up, corner), key=lambda value: abs(goal - value))
