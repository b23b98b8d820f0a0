"""Questions to a built graph: SPARQL, and the named questions of ``ontology/queries``.

Nothing is imported here: ``import graphbuild`` passes through this door and must stay fast.
"""
