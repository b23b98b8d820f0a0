from decimal import Decimal

from graphbuild.recognise.amounts import find_amounts


def test_a_hedged_sum_with_no_break_spaces():
    text = "L’UE investira plus de 200 milliards d’euros."
    [amount] = find_amounts(text, language="fr")
    assert (amount.value, amount.unit, amount.comparator) == (Decimal(200_000_000_000), "EUR", ">")
    assert amount.span.of(text) == "plus de 200 milliards d’euros"
