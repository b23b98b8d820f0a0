"""Who belongs together: communities of a drawing, by the Leiden method (igraph)."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import igraph  # type: ignore[import-untyped]  # has no type information

Tie = tuple[int, int]

SEED = 20250212
ROUNDS = 4  # of Leiden; it settles after two or three


@contextmanager
def seeded() -> Iterator[None]:
    """Give igraph a dice of its own, so that the same graph falls the same way."""
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311  # a drawing, not a secret
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def communities(size: int, ties: Sequence[Tie], weights: Sequence[float]) -> list[list[int]]:
    """Nodes 0 to ``size`` - 1 in communities, the biggest first; a node without ties is one of its own."""
    net = igraph.Graph(n=size, edges=list(ties))
    with seeded():
        found = net.community_leiden(
            objective_function="modularity", weights=list(weights), n_iterations=ROUNDS
        )
    return sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
