"""Who is who across documents: extracts in, canonical entities and the reasons out."""

from graphbuild.resolve.merge import resolve
from graphbuild.resolve.nouns import Canonical, Decision, Identities, Member

__all__ = ["Canonical", "Decision", "Identities", "Member", "resolve"]
