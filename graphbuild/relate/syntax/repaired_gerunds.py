"""What a sum is spent on: "spend $27bn building factories" tells of the spending, not of the sum."""

from dataclasses import replace

from graphbuild.model import Token

Tokens = tuple[Token, ...]


def gerunds_of_sums(tokens: Tokens) -> Tokens:
    """A gerund right behind the sum that a verb has as its object hangs on the verb."""
    result = list(tokens)
    for t in tokens:
        head = tokens[t.head]
        spent = head.amount is not None and head.dep in {"dobj", "npadvmod"}
        if t.dep == "acl" and t.text.endswith("ing") and spent and t.i == head.i + 1:
            result[t.i] = replace(t, dep="advcl", head=head.head)
    return tuple(result)
