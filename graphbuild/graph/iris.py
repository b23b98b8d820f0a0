"""IRIs, derived from content. Any name or id gives a legal one; two that differ never meet.

A readable slug helps people; the hash beside it decides. Passages are RFC 5147 fragments of
their document, so the same stretch of text has one IRI whoever points at it.
"""

import re
import unicodedata
from functools import lru_cache

from rdflib import URIRef

from graphbuild.model import AmountKey, Kind, Span, Status, claim_id, digest
from graphbuild.resolve import Decision

SLUG_LENGTH = 48
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ð": "d"})
# A web address: host and port, then anything. Other sorts of addresses are kept as text.
ADDRESS = re.compile(r"(https?://[A-Za-z0-9._-]+(?::\d+)?)((?:[/?#].*)?)", re.DOTALL)
# What must be percent-encoded after the host: all but RFC 3986's characters, and a % that encodes nothing.
UNSAFE = re.compile(r"[^A-Za-z0-9._~:/?@!$&'()*+,;=%#-]|%(?![0-9A-Fa-f]{2})|#(?=.*#)", re.DOTALL)


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens, at most 48, possibly empty.

    >>> slug("L’Union européenne"), slug("Łódź")
    ('l-union-europeenne', 'lodz')
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:SLUG_LENGTH].strip("-")


@lru_cache(maxsize=65_536)  # an article's name is asked for with each of its passages
def named(base: str, room: str, name: str, content: str) -> URIRef:
    """``base/room/slug-hash``; the hash is of ``content``."""
    return URIRef(f"{base}{room}/{'-'.join(filter(None, (slug(name), digest(content)[:10])))}")


def document_iri(base: str, document_id: str) -> URIRef:
    return named(base, "document", document_id, document_id)


def entity_iri(base: str, key: str, name: str) -> URIRef:
    return named(base, "entity", name, key)


def claim_iri(base: str, kind: Kind, document_id: str, key: str) -> URIRef:
    return URIRef(f"{base}claim/{claim_id(kind, document_id, key)}")


def fact_iri(base: str, kind: Kind, key: str) -> URIRef:
    return URIRef(f"{base}fact/{kind.value}-{digest(key)}")


def passage_iri(document: URIRef, span: Span) -> URIRef:
    """Name the stretch of a document's text at ``span`` (code points, half-open)."""
    return URIRef(f"{document}#char={span.start},{span.end}")


def amount_iri(document: URIRef, amount: AmountKey) -> URIRef:
    """Name an amount by its place, and by the correction where a person says what its words mean."""
    span, correction = amount
    by = f",{digest(correction)[:10]}" if correction else ""
    return URIRef(f"{document}#amount={span.start},{span.end}{by}")


def status_iri(fact: URIRef, status: Status, claim: URIRef) -> URIRef:
    """One status of a fact, as one claim reports it."""
    return URIRef(f"{fact}#{status.value}-{str(claim).rsplit('-', 1)[-1]}")


def agent_iri(base: str, name: str) -> URIRef:
    """Name a person who corrects, who is nobody of the news."""
    return named(base, "agent", name, name)


def safe_iri(address: str) -> URIRef | None:
    """Make an IRI of a web address from outside; None if it is none.

    >>> str(safe_iri("https://example.org/a b?c=é#d"))
    'https://example.org/a%20b?c=%C3%A9#d'
    """
    match = ADDRESS.fullmatch(address)
    return URIRef(match[1] + UNSAFE.sub(_percent, match[2])) if match else None


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def decision_iri(base: str, decision: Decision) -> URIRef:
    """Name what was decided of two names; whichever comes first."""
    parts = (
        decision.type.value,
        *sorted((decision.one, decision.other)),
        *sorted(decision.keys),
        decision.reason,
    )
    return URIRef(f"{base}identity/{digest(chr(10).join(parts))}")


def conflict_iri(base: str, one: URIRef, other: URIRef) -> URIRef:
    """Name the conflict of two claims, whichever comes first and wherever the base is."""
    both = sorted(claim.removeprefix(base) for claim in (one, other))
    return URIRef(f"{base}conflict/{digest(' '.join(both))}")


def mismatch_iri(base: str, whole: URIRef) -> URIRef:
    """Name the breakdown of a claim's sum that does not add up."""
    return URIRef(f"{base}mismatch/{digest(whole.removeprefix(base))}")
