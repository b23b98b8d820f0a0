"""The server: a built graph as a local web application. SPARQL, linked data, search, the explorer.

Nothing is imported here: ``import graphbuild`` and ``graphbuild --help`` must stay fast.
``graphbuild.serve.run.run`` serves; ``graphbuild.serve.app.application`` is the ASGI application.
"""
