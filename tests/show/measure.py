"""How fast the page is, beside plain PyVis: ``make speed``.

Opens both in Chromium, one after the other on the same machine, and prints when the first useful
picture (shapes and their names) stood there, and how many frames a second panning and zooming give.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from crowd import Crowd, crowd
from playwright.sync_api import Page, sync_playwright
from pyvis.network import Network

from graphbuild.show.draw import page

CHROMIUM = "/usr/bin/chromium"
SIZES = ((200, 300), (2000, 6000), (20000, 60000))
PATIENCE = 60  # seconds that a page may take to draw
SECONDS = 3  # of panning, and of zooming

FRAMES = """async ([network, seconds]) => {
    const net = network === "page" ? graphbuild.network : globalThis.network;
    const { x, y } = net.getViewPosition(), scale = net.getScale();
    const run = (move) => new Promise((done) => {
        let frames = 0;
        const count = () => { frames++; };
        net.on("afterDrawing", count);
        const begin = performance.now();
        const step = (now) => {
            const t = (now - begin) / 1000;
            if (t > seconds) { net.off("afterDrawing", count); done(frames / t); return; }
            net.moveTo({ ...move(t), animation: false });
            requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
    });
    const pan = await run((t) => ({ position: { x: x + Math.sin(t * 4) * 200 / scale, y: y + Math.cos(t * 3) * 120 / scale }, scale }));
    const zoom = await run((t) => ({ position: { x, y }, scale: scale * 2 ** (1 + Math.sin(t * 2)) }));
    return [pan, zoom];
}"""


READY = {
    "page": "() => (globalThis.graphbuild?.labels() ?? []).length > 20",
    "pyvis": "() => globalThis.network && document.getElementById('loadingBar')?.style.display === 'none'",
}


def measured(path: Path, what: str) -> dict[str, float]:
    """Seconds from opening to the first useful picture; frames a second of panning and zooming."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_context(viewport={"width": 1400, "height": 880}).new_page()
        start = time.perf_counter()
        tab.goto(path.as_uri(), wait_until="commit")
        tab.wait_for_function(READY[what], timeout=PATIENCE * 1000, polling=50)
        first = time.perf_counter() - start
        settled(tab)
        pan, zoom = tab.evaluate(FRAMES, [what, SECONDS])
        browser.close()
    return {"first picture s": round(first, 2), "pan fps": round(pan, 1), "zoom fps": round(zoom, 1)}


def within_patience(path: Path, what: str) -> dict[str, float] | str:
    """The same in a process of its own: a page that never stops computing also stops its browser from ending."""
    command = [sys.executable, __file__, "--one", str(path), what]
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        out, _ = child.communicate(timeout=PATIENCE + 4 * SECONDS + 10)
        return json.loads(out) if child.returncode == 0 else f"no picture within {PATIENCE} s"
    except subprocess.TimeoutExpired:
        return f"no picture within {PATIENCE} s, and the page no longer answers"
    finally:
        end(child.pid)


def end(pid: int) -> None:
    """End a process of ours and all that it started."""
    for child in subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    ).stdout.split():
        end(int(child))
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def settled(tab: Page) -> None:
    """Until everything that the page carries has been unpacked."""
    tab.evaluate("globalThis.graphbuild ? graphbuild.complete() : null")
    tab.wait_for_timeout(500)


def plain(data: Crowd) -> str:
    """The same nodes and lines drawn by PyVis as it comes; its own loops, which search lists, are left out."""
    net = Network(directed=True, cdn_resources="in_line")
    for thing in data.things:
        net.node_map[thing.id] = {"id": thing.id, "label": thing.label, "shape": "dot"}
        net.nodes.append(net.node_map[thing.id])
    net.edges = [{"from": fact.entities[0], "to": fact.entities[1], "arrows": "to"} for fact in data.facts]
    return str(net.generate_html(notebook=False))


def compared(nodes: int, lines: int, folder: Path) -> dict[str, object]:
    """Our page and plain PyVis with the same data."""
    data = crowd(nodes, lines)
    ours, theirs = folder / "page.html", folder / "pyvis.html"
    start = time.perf_counter()
    ours.write_text(page(data.things, data.facts, data.texts), encoding="utf-8")
    made = time.perf_counter() - start
    theirs.write_text(plain(data), encoding="utf-8")
    return {
        "page": within_patience(ours, "page"),
        "plain PyVis": within_patience(theirs, "pyvis"),
        "page MB": round(ours.stat().st_size / 1e6, 1),
        "drawn in s": round(made, 1),
    }


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(Path(sys.argv[2]), sys.argv[3])))  # noqa: T201
        return
    sizes = [tuple(map(int, size.split("x"))) for size in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as folder:
        for nodes, lines in sizes:
            found = json.dumps(compared(nodes, lines, Path(folder)))
            print(f"{nodes} nodes, {lines} lines: {found}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
