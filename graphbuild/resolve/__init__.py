"""Who is who across documents: extracts in, canonical entities and the reasons out."""

from graphbuild.resolve.merge import resolve
from graphbuild.resolve.nouns import Canonical, Decision, Identities, Member, reason_in
from graphbuild.resolve.rulings import CORRECTED, Rulings

__all__ = [
    "CORRECTED",
    "Canonical",
    "Decision",
    "Identities",
    "Member",
    "Rulings",
    "reason_in",
    "resolve",
]
