"""The page: a graph as one HTML file to open, send or publish; no network, no server.

Nothing is imported here: ``import graphbuild`` passes through this door and must stay fast.
``graphbuild.show.draw.draw`` draws.
"""
