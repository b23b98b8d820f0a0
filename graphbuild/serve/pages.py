"""Pages for people: Jinja fills the templates of ``data/serve/pages``; everything is escaped there."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from graphbuild.data import table
from graphbuild.graph.vocabulary import GB
from graphbuild.serve import terms
from graphbuild.serve.accept import best_language
from graphbuild.serve.days import day
from graphbuild.serve.money import full, small
from graphbuild.serve.search import CLOSE, OPEN
from graphbuild.serve.state import state

LANGUAGES: Final = ("en", "fr")
ROOMS: Final = ("/explore", "/questions", "/query", "/ontology")
EDIT: Final = ("/edit/",)
# As in the picture: a shape for each type, so that colour is never the only difference.
SHAPES: Final = {
    "organization": '<rect x="-5.3" y="-5.3" width="10.6" height="10.6" rx="1.3"/>',
    "person": '<circle r="5.8"/>',
    "place": '<polygon points="6.4,0 3.2,5.5 -3.2,5.5 -6.4,0 -3.2,-5.5 3.2,-5.5"/>',
    "project": '<polygon points="7.2,0 0,7.2 -7.2,0 0,-7.2"/>',
    "event": '<polygon points="0,-7.3 2.1,-3 7,-2 3.5,1 4.3,6 0,3.7 -4.3,6 -3.5,1 -7,-2 -2.1,-3"/>',
    "product": '<polygon points="0,-7.5 6.5,3.8 -6.5,3.8"/>',
}


def page(
    request: Request, template: str, *, status: int = 200, room: str = "", **values: Any
) -> HTMLResponse:
    """A page in the language of the reader. ``?lang=`` chooses one, and is remembered."""
    language = language_of(request)
    known = words(language)
    base, edit = state(request).edition.base, state(request).service.edit

    def here(**changed: str) -> str:
        fields = [(k, v) for k, v in request.query_params.multi_items() if k not in changed]
        return f"{request.url.path}?{urlencode([*fields, *changed.items()])}".rstrip("?")

    html = environment().get_template(template).render(
        language=language,
        languages=LANGUAGES,
        t=known,
        kinds=table(f"page/words.{language}.toml")["kinds"],
        rooms=[(path, known[path.strip("/")]) for path in (*ROOMS, *(EDIT if edit else ()))],
        edit=edit,
        room=room,
        base=base,
        here=here,
        local=lambda iri: local(iri, base),
        roles_named=lambda role, kind: role_named(role, kind, language),
        label=lambda iri: terms.label(iri, language),
        small=lambda amount: small(amount, language),
        full=lambda amount: full(amount, language),
        day=lambda text: day(text, language),
        **values,
    )  # fmt: skip
    answer = HTMLResponse(html, status, headers={"vary": "Accept, Accept-Language, Cookie"})
    if request.query_params.get("lang") in LANGUAGES:
        answer.set_cookie("lang", language, httponly=True, samesite="lax")
    return answer


@cache
def environment() -> Environment:
    """The templates, read once."""
    made = Environment(
        loader=FileSystemLoader(str(files("graphbuild") / "data" / "serve" / "pages")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(shapes=SHAPES, outward=outward, marked=marked, found=found)
    return made


def words(language: str) -> Mapping[str, Any]:
    """What the pages say."""
    return table(f"serve/words.{language}.toml")


def language_of(request: Request) -> str:
    """The reader's language: chosen, remembered, or as the browser says."""
    for wish in (request.query_params.get("lang"), request.cookies.get("lang")):
        if wish in LANGUAGES:
            return str(wish)
    return best_language(request.headers.get("accept-language"), LANGUAGES)


def local(iri: str, base: str) -> str:
    """Where a node is shown: here, if it is one of ours; nothing but http and https leads anywhere else."""
    if iri.startswith(base):
        return f"/id/{iri.removeprefix(base)}"
    if iri.startswith(str(GB)):
        return f"/ontology#{iri.removeprefix(str(GB))}"
    return iri if iri.startswith(("http://", "https://")) else "#"


def role_named(role: str, kind: str, language: str) -> str:
    """What a role is called for a kind of claim, as in the picture."""
    named = table(f"page/words.{language}.toml")
    return str(named["roles_of"].get(kind, {}).get(role) or named["roles"].get(role, role))


def outward(address: str, text: str) -> Markup:
    """A link to the web, only where it is one."""
    if not address.startswith(("http://", "https://")):
        return Markup("<bdi>{}</bdi>").format(address)
    return Markup('<a href="{}" rel="noopener noreferrer">{} ↗</a>').format(address, text)


def marked(article: Mapping[str, Any]) -> Markup:
    """A text with what claims rest on highlighted; each passage can be linked to by its fragment."""
    text, marks = article["text"], [m for m in article["marks"] if 0 <= m["start"] < m["end"]]
    cuts = sorted({0, len(text), *(min(m[k], len(text)) for m in marks for k in ("start", "end"))})
    known: set[str] = set()
    pieces = [_piece(text[a:b], a, b, marks, known) for a, b in pairwise(cuts)]
    return Markup("").join(pieces)


def _piece(text: str, start: int, end: int, marks: list[Mapping[str, Any]], known: set[str]) -> Markup:
    anchors = sorted({f"char={m['start']},{m['end']}" for m in marks if m["start"] == start} - known)
    known.update(anchors)
    before = Markup("").join(Markup('<a id="{}"></a>').format(anchor) for anchor in anchors)
    inside = any(m["start"] <= start and end <= m["end"] for m in marks)
    return before + (Markup("<mark>{}</mark>").format(text) if inside else escape(text))


def found(shown: str) -> Markup:
    """An excerpt with the words that were searched."""
    safe = str(escape(shown)).replace(OPEN, "<mark>").replace(CLOSE, "</mark>")
    return Markup(safe)  # noqa: S704 - escaped above; only our own element comes in
