"""Facts read from RDF, their arrows, their places: all without a browser."""

import itertools
import random
from dataclasses import replace

import pytest
from newsroom import GB, ID, Newsroom, newsroom
from rdflib import Graph, Literal

from graphbuild.data import table
from graphbuild.model import Kind
from graphbuild.show.contents import terms
from graphbuild.show.draw import draw
from graphbuild.show.facts import Fact, Sum, Thing
from graphbuild.show.layout import layout
from graphbuild.show.page import SCRIPTS, asset, block, policy, vis_network, words
from graphbuild.show.reading import read_facts, read_things
from graphbuild.show.view import arrows, drawing, view, weight

CODES = {kind.value for kind in Kind}


def fact(kind, amounts=(), conflicts=(), *, id="f", **roles):  # noqa: A002  # the field's name
    filled = tuple((role, tuple(keys.split())) for role, keys in roles.items())
    return Fact(id, kind, filled, (), tuple(amounts), "done", "certain", (), tuple(conflicts))


def pairs(one):
    return [(arrow.tail, arrow.head, arrow.main) for arrow in arrows(one)]


def test_every_kind_has_its_arrows_from_its_own_roles():
    rules = {kind: rule for kind, rule in drawing().items() if kind != "worth"}
    assert set(rules) == CODES == set(table("kinds.toml"))
    for kind, rule in rules.items():
        assert (set(rule["tail"]) | set(rule["head"])) - {"purpose"} == set(
            table("kinds.toml")[kind]["roles"]
        ), kind
        assert ("purpose" in rule["head"]) == bool(
            {"purpose", "item"} & set(table("kinds.toml")[kind]["texts"])
        ), kind


def test_money_goes_to_the_first_who_gets_it_and_the_rest_hangs_on():
    assert pairs(fact("investment", payer="eu", project="plan", place="paris")) == [
        ("eu", "plan", True),
        ("plan", "paris", False),
    ]


def test_a_joint_sum_stands_on_one_line_only():
    assert pairs(fact("fundraising", payer="a b", beneficiary="c")) == [("a", "c", True), ("b", "c", False)]


def test_partners_are_joined_to_the_first_and_to_the_project():
    lines = arrows(fact("partnership", partner="a b c", project="p"))
    assert [(x.tail, x.head, x.main) for x in lines] == [
        ("a", "b", True),
        ("a", "c", False),
        ("b", "p", False),
    ]
    assert all(x.mutual for x in lines[:2])


def test_a_fact_that_nobody_does_still_joins_what_it_names():
    assert pairs(fact("investment", project="plan", place="paris")) == [("plan", "paris", True)]


def test_a_fact_of_one_entity_is_no_arrow_but_that_entitys_own():
    one = fact("result", [Sum("5", "EUR")], organization="acme")
    assert pairs(one) == []
    graph = view([Thing("acme", "organization", "Acme")], [one])
    assert graph.nodes["acme"]["alone"] == [one]


def test_what_a_sum_is_for_is_its_other_end_where_no_entity_is():
    things = [Thing(key, "organization", key) for key in ("eu", "france")]
    texts = (("purpose", "L’IA"),)
    gives = [
        replace(fact("grant", [Sum(value, "EUR")], id=name, payer=payer), texts=texts)
        for name, payer, value in [("f", "eu", "1"), ("g", "eu", "2"), ("h", "france", "3")]
    ]
    graph = view(things, gives)
    leaves = [key for key, data in graph.nodes(data=True) if data["thing"].type == "purpose"]
    assert len(leaves) == 2, "the same words of two payers are two ends"
    assert sorted(tail for tail, head in graph.edges() if head in leaves) == ["eu", "eu", "france"]
    assert not any(data["alone"] for _, data in graph.nodes(data=True))


def test_words_without_a_sum_draw_nothing():
    graph = view(
        [Thing("a", "organization", "a")], [replace(fact("grant", payer="a"), texts=(("purpose", "x"),))]
    )
    assert list(graph) == ["a"]


def test_nobody_is_joined_to_themselves():
    assert pairs(fact("investment", payer="a", project="a", place="a")) == []


def test_facts_that_disagree_share_one_line_and_others_do_not():
    things = [Thing(key, "organization", key) for key in "ab"]
    lines = [
        fact("grant", [Sum("1", "EUR")], ["g"], id="f", payer="a", beneficiary="b"),
        fact("grant", [Sum("2", "EUR")], ["f"], id="g", payer="a", beneficiary="b"),
        fact("grant", [Sum("3", "EUR")], id="h", payer="a", beneficiary="b"),
    ]
    for order in itertools.permutations(lines):
        graph = view(things, order)
        groups = sorted(sorted(x.id for x in arrow.facts) for _, _, arrow in graph.edges(data="arrow"))
        assert groups == [["f", "g"], ["h"]]


def test_bigger_sums_weigh_more_whatever_the_currency_sign():
    sums = [Sum("1000", "EUR"), Sum("1000000", "EUR"), Sum("150000000000", "JPY"), Sum("5000000000", "USD")]
    sizes = [weight([s]) for s in sums]
    assert sizes == sorted(sizes)
    assert sizes[0] == 0
    assert sizes[-1] < 1
    assert (
        weight([Sum("1", "GW")]) == weight([]) == weight([Sum("0", "EUR")]) == weight([Sum("-5", "EUR")]) == 0
    )
    assert weight([Sum("9" * 40, "EUR")]) == 1


def test_amounts_are_never_nodes():
    n = newsroom()
    graph = view(read_things(n.graph), read_facts(n.graph))
    assert {data["thing"].type for _, data in graph.nodes(data=True)} <= {
        *("organization", "person", "place", "project", "event", "product", "purpose")
    }
    assert all(key.startswith((str(ID["entity/"]), "purpose:")) for key in graph)


def test_stances_of_the_sample():
    stances = sorted(f.stance for f in read_facts(newsroom().graph) if f.stance != "certain")
    assert stances == ["cancelled", "denied", "planned", "rumoured", "rumoured"]


def test_the_firmest_claim_decides_and_the_furthest_status():
    n = Newsroom()
    n.article("a", "Acme pays. Acme may pay.")
    acme = n.entity("Organization", "Acme")
    may = n.claim("a", "Grant", "Acme may pay.", {"payer": acme}, certainty="hedged", status="Planned")
    pays = n.claim("a", "Grant", "Acme pays.", {"payer": acme}, status="Committed")
    node = n.fact("Grant", {"payer": acme}, may, pays)
    n.graph.remove((node, GB.status, None))
    [one] = read_facts(n.graph)
    assert (one.stance, one.status) == ("certain", "committed")


def test_values_that_are_no_numbers_are_no_amounts():
    n = Newsroom()
    n.article("a", "Acme pays NaN and 5.")
    acme = n.entity("Organization", "Acme")
    for quote, value in [("NaN", "NaN"), ("5", "1e5")]:
        amount = n.amount("a", quote, value, "EUR")
        n.stated("a", "Grant", "Acme pays NaN and 5.", {"payer": acme}, amount=amount)
    assert sorted(s.value for f in read_facts(n.graph) for s in f.amounts) == ["100000"]


def test_the_order_of_the_triples_does_not_matter():
    n = newsroom()
    triples = list(n.graph)
    random.Random(7).shuffle(triples)  # noqa: S311  # any order will do
    other = Graph()
    for triple in triples:
        other.add(triple)
    assert draw(other, n.texts) == draw(n.graph, dict(reversed(n.texts.items())))


@pytest.mark.parametrize("size", [1, 2, 3, 30, 400])
def test_everything_gets_a_place_of_its_own(size):
    things = [Thing(f"e{i:03}", "organization", f"Company number {i}") for i in range(size)]
    ring = [
        fact("grant", id=f"f{i}", payer=f"e{i:03}", beneficiary=f"e{(i * 7 + 1) % size:03}")
        for i in range(size)
    ]
    places = layout(view(things, ring))
    assert len(places) == len(set(places.values())) == size
    assert places == layout(view(things, list(reversed(ring))))


def test_names_do_not_overlap_where_they_are_laid_out():
    n = newsroom()
    places = list(layout(view(read_things(n.graph), read_facts(n.graph))).values())
    for (x, y), (ox, oy) in itertools.combinations(places, 2):
        assert abs(x - ox) > 60 or abs(y - oy) > 40


def test_both_languages_say_the_same_things():
    def keys(table, path=""):
        for key, value in table.items():
            if isinstance(value, dict):
                yield from keys(value, f"{path}{key}.")
            else:
                yield f"{path}{key}"

    said = words()
    assert sorted(keys(said["en"])) == sorted(keys(said["fr"]))
    for code in said:
        assert set(said[code]["kinds"]) == CODES
        roles = {role for kind in table("kinds.toml").values() for role in (*kind["roles"], *kind["texts"])}
        assert set(said[code]["roles"]) == roles
        assert set(said[code]["measures"]) == set(table("kinds.toml")["result"]["measures"])


def test_a_block_of_data_is_json_whatever_is_in_it():
    assert block("</script>\u2028\ud800&<!--") == '"\\u003c/script\\u003e\\u2028\\ud800\\u0026\\u003c!--"'
    assert block("é😀") == '"é😀"'


def test_the_policy_names_what_runs_and_nothing_else():
    text = policy("body{}", "a", "b")
    assert text.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in text
    assert "http" not in text


def test_the_page_names_no_host_to_load_from():
    html = draw(Graph(), {})
    own = html.replace(vis_network(), "")
    for namespace in terms()["prefixes"].values():  # names in an export, not addresses
        own = own.replace(namespace, "")
    assert "http" not in own.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "").replace(
        '"http:", "https:"', ""
    ).replace("http and https", "")


def test_every_script_of_the_page_is_in_it():
    folder = {path.name.removesuffix(".js") for path in asset.__globals__["PAGE"].joinpath("js").iterdir()}
    assert folder == set(SCRIPTS)


def test_labels_in_other_types_than_text_do_not_break_reading():
    n = Newsroom()
    n.entity("Organization", "Acme")
    n.graph.add((ID["entity/x"], GB.refersTo, Literal("?")))
    assert [thing.label for thing in read_things(n.graph)] == ["Acme"]
