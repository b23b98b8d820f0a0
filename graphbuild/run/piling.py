"""What is made and kept to the end is no garbage: the collector of cycles need not look for any in it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector: it would go through all that piles up again and again, and find nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def kept_apart() -> Iterator[None]:
    """What ``set_aside`` was called for stays out of the collector's sight until the end."""
    try:
        yield
    finally:
        gc.unfreeze()


def set_aside() -> None:
    """All that is there now is kept to the end."""
    gc.freeze()
