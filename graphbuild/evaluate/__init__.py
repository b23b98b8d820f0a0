"""How good the reading is: annotated articles against the graph that is built from their texts.

Nothing is imported here: ``import graphbuild`` passes through this door and must stay fast.
"""
