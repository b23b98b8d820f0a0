"""A person's decisions: from their words and an output to ``corrections.ttl``, and back.

What is asked for is in ``requests``; nothing heavy is loaded with it.
"""
