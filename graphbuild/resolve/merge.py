"""From what each record means to the canonical entities of the corpus."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from graphbuild.model import Extract
from graphbuild.resolve.canonical import canonical_of, keyed
from graphbuild.resolve.cluster import Clusters, cluster
from graphbuild.resolve.decisions import decisions
from graphbuild.resolve.evidence import Meaning, meanings
from graphbuild.resolve.nouns import Canonical, Identities
from graphbuild.resolve.place import Placed, place
from graphbuild.resolve.records import Record, records
from graphbuild.resolve.rulings import NONE, Rulings, chosen, retyped
from graphbuild.resolve.surnames import surnames


def resolve(extracts: Sequence[Extract], rulings: Rulings = NONE) -> Identities:
    """Say who is who over the corpus; pure, and the order of the extracts does not matter.

    Entities of two documents become one canonical only for a reason that is recorded: the same type
    and name, public names of one body or country, an acronym that the corpus spells out, or a ruling
    of a person. What is only described, or named by a surname or by a word that many bodies share,
    stays in its document.
    """
    meant = meanings(retyped(records(extracts), rulings))
    placed = place(meant, rulings)
    nodes = {*placed.node.values(), *(node for link in placed.links for node in (link.one, link.other))}
    public = {m.node: m.reference.id for m in meant.values() if m.reference and m.node in nodes}
    written = cluster(nodes, placed.links, placed.apart, public)
    meant_by_surname, refused = surnames(meant, written.root)
    clusters = cluster(nodes, (*placed.links, *meant_by_surname), placed.apart, public)
    who = _who(meant, placed, clusters, _renamed(meant, rulings))
    return Identities(
        canonicals=tuple(sorted(set(who.values()), key=lambda canonical: canonical.key)),
        decisions=decisions(meant, placed, replace(clusters, refused=(*clusters.refused, *refused)), who),
        members=MappingProxyType({(r.document, r.member): canonical for r, canonical in who.items()}),
        unmet=tuple(sorted(key for key, found in chosen(meant, rulings).items() if not found)),
    )


def _who(
    meant: Mapping[Record, Meaning], placed: Placed, clusters: Clusters, names: Mapping[Record, str]
) -> dict[Record, Canonical]:
    """The canonical entity of each record."""
    groups: dict[str, dict[Record, Meaning]] = defaultdict(dict)
    for record, meaning in meant.items():
        groups[clusters.root[placed.node[record]]][record] = meaning
    # a node that a person split off is no longer what its name says to the public
    public = {m.node: m.reference for m in meant.values() if m.reference and m.node in clusters.root}
    references = defaultdict(list)
    for node, reference in public.items():
        references[clusters.root[node]].append(reference)
    found = {root: canonical_of(group, references[root]) for root, group in groups.items()}
    unique = keyed(found, groups)
    called = {
        root: _named(unique[root], sorted({names[record] for record in group if record in names}))
        for root, group in groups.items()
    }
    return {record: called[root] for root, group in groups.items() for record in group}


def _renamed(meant: Mapping[Record, Meaning], rulings: Rulings) -> dict[Record, str]:
    about = chosen(meant, rulings)
    return {record: name for key, name in sorted(rulings.renamed) for record in about[key]}


def _named(canonical: Canonical, names: Sequence[str]) -> Canonical:
    """The canonical under the name that a person gave it; what it was called is an alias from now on."""
    if not names or names[0] == canonical.name:
        return canonical
    others = {*canonical.aliases, canonical.name} - {names[0]}
    return replace(canonical, name=names[0], aliases=tuple(sorted(others)))
