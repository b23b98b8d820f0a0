"""The page itself: PyVis fills our template, and everything it needs is inside the file.

Nothing that an article says becomes markup: it travels as JSON in a data block, escaped so that
it cannot leave that block, and the page's script inserts it as text. A content security policy
with the hashes of our scripts forbids everything else, the network included.
"""

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pyvis  # type: ignore[import-untyped]  # has no type information, nor have its modules
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pyvis.edge import Edge  # type: ignore[import-untyped]
from pyvis.network import Network  # type: ignore[import-untyped]
from pyvis.node import Node  # type: ignore[import-untyped]

from graphbuild.data import table
from graphbuild.show.plan import Plan

if TYPE_CHECKING:
    import networkx as nx

PAGE = files("graphbuild") / "data" / "page"
VIS = "templates/lib/vis-9.1.2/vis-network.min.js"  # inside the installed PyVis
SCRIPTS = (
    *(
        "words",
        "store",
        "source",
        "facts",
        "filter",
        "shapes",
        "canvas",
        "look",
        "backdrop",
        "streams",
        "camera",
    ),
    *("labels", "placing", "stamps", "pieces", "articles", "index", "panel", "walk", "grow", "copy"),
    *("table", "turtle", "pictures", "save", "legend", "drawer", "timeline", "address", "onfoot", "main"),
)
# What could end a data block, or a line in an old engine, or is not a character at all.
UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 10**8,
    },
    "nodes": {"chosen": False, "borderWidth": 2, "borderWidthSelected": 2},
    "edges": {"chosen": False, "selectionWidth": 0, "hoverWidth": 0, "arrowStrikethrough": False},
}


def network(graph: "nx.MultiDiGraph[str]", where: Plan, lines: AbstractSet[int]) -> Network:
    """A PyVis network of the opening picture of a ``view``: the first nodes of the plan and these lines.

    PyVis's own ``add_node`` and ``add_edge`` search a list each time; this is the same, linear.
    """
    net = Network(directed=True, cdn_resources="in_line")
    shown = set(where.ranked[: where.shown])
    for key in (key for key in graph if key in shown):
        (x, y), data = where.places[key], graph.nodes[key]
        thing = data["thing"]
        node = Node(key, "dot", thing.label, group=thing.type, size=data["size"], x=x, y=y)
        net.nodes.append(node.options)
        net.node_ids.append(key)
        net.node_map[key] = node.options
    for number, (tail, head, data) in enumerate(graph.edges(data=True)):
        if number in lines:
            arrow = data["arrow"]
            known = {"facts": [fact.id for fact in arrow.facts], "main": arrow.main, "mutual": arrow.mutual}
            edge = Edge(tail, head, directed=True, id=number, width=data["width"], **known)
            net.edges.append(edge.options)
    net.options = OPTIONS
    return net


def render(net: Network, data: Mapping[str, Any], parcels: Iterable[Mapping[str, Any]] = ()) -> str:
    """The page as one HTML text: ``net`` is the picture, ``data`` what stands beside it at first.

    ``parcels`` are what it unpacks when it has drawn; they are read once.
    """
    net.set_template_dir(str(PAGE), "page.html")
    net.templateEnv = Environment(
        loader=FileSystemLoader(str(PAGE)),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    style, library, script = asset(PAGE / "page.css"), vis_network(), own_script()
    net.templateEnv.filters["block"] = block
    net.templateEnv.globals.update(
        data=data,
        parcels=[packed(parcel) for parcel in parcels],
        words=words(),
        style=style,
        library=library,
        script=script,
        policy=policy(style, library, script),
    )
    html: str = net.generate_html(notebook=False)
    return html


def block(value: object) -> str:
    r"""``value`` as JSON that no HTML parser can mistake for the end of its data block.

    >>> block("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def packed(value: object) -> str:
    """``value`` as JSON, deflated, in base64: a fifth of its size, for what is read after the first look."""
    return base64.b64encode(zlib.compress(block(value).encode("utf-8"))).decode("ascii")


def policy(style: str, *scripts: str) -> str:
    """The content security policy: these scripts and this style, and nothing from anywhere."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def words() -> dict[str, Any]:
    """What the page itself says, by language: ``data/page/words.*.toml``."""
    return {code: table(f"page/words.{code}.toml") for code in ("en", "fr")}


def own_script() -> str:
    """The page's own script: its parts, in order, inside one function."""
    parts: Iterable[str] = (asset(PAGE / "js" / f"{name}.js") for name in SCRIPTS)
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();"


def vis_network() -> str:
    """vis-network as PyVis brought it. Read when drawing: no copy of it is kept here."""
    return asset(files(pyvis) / VIS)


def asset(path: Any) -> str:
    """A text file with plain line ends, refused if it would break out of its element."""
    text: str = path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    if re.search(r"</(?:script|style)|<!--", text, re.IGNORECASE) and path.name != "page.html":
        raise ValueError(f"{path.name} would end its own element in the page")
    return text


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
