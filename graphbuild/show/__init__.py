"""The page: a graph as one HTML file to open, send or publish; no network, no server."""

from graphbuild.show.draw import draw

__all__ = ["draw"]
