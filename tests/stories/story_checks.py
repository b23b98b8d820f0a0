"""Every expectation as a question to the graph: the answer is what is wrong, or nothing."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from story_graph import PEOPLE, Found, Statement, plain
from story_pack import Wanted, identities, stories, wanted

from graphbuild import totals

Check = Callable[[Found], str]
STANCES = {"denied": ("negative", None), "hedged": ("positive", "hedged"), "any": ("positive", None)}
NOTED = {"currency": "currency", "figure": "cannot", "denial": "denies"}


def checks() -> dict[str, Check]:
    """Every expectation by its name: ``story.table.id``, with the article or the part where there are several."""
    told = {name: check for story, tables in stories().items() for name, check in _story(story, tables)}
    return told | dict(_identities())


def _story(story: str, tables: dict) -> Iterator[tuple[str, Check]]:
    facts = {table["id"]: wanted(story, table) for table in tables["fact"]}
    for fact in facts.values():
        yield from _fact(fact)
    for table in tables.get("conflict", ()):
        pair = [facts[one] for one in table["between"]]
        yield f"{story}.conflict.{table['id']}", partial(_conflict, pair=pair, why=table["why"])
    for table in tables.get("agree", ()):
        named = [facts[one] for one in table["facts"]]
        yield f"{story}.agree.{table['id']}", partial(_agree, facts=named)
    for table in tables.get("part", ()):
        for part in table["parts"]:
            check = partial(_part, part=facts[part], whole=facts[table["whole"]])
            yield f"{story}.part.{table['id']}.{part}", check
    for table in tables.get("total", ()):
        yield f"{story}.total.{table['id']}", partial(_total, table=table)
    for table in tables.get("breakdown", ()):
        yield f"{story}.breakdown.{table['id']}", partial(_breakdown, table=table)
    for table in tables.get("never", ()):
        if "part" in table:
            check = partial(_no_part, part=facts[table["part"]], whole=facts[table["whole"]])
        else:
            check = partial(_never, fact=wanted(story, table))
        yield f"{story}.never.{table['id']}", check


def _fact(fact: Wanted) -> Iterator[tuple[str, Check]]:
    start = f"{fact.story}.fact.{fact.id}"
    for article, stance in fact.reported_by.items():
        yield f"{start}.{article}", partial(_claimed, fact=fact, article=article, stance=stance)
    if len(fact.reported_by) > 1:
        yield f"{start}.one", partial(_one, fact=fact)
    if fact.sources:
        yield f"{start}.sources", partial(_sources, fact=fact)
    if fact.history:
        yield f"{start}.history", partial(_history, fact=fact)


def _claimed(found: Found, *, fact: Wanted, article: str, stance: str) -> str:
    claims = [c for c in found.claims if c.article == article]
    fitting = [c for c in claims if found.fits(c, fact)]
    if not fitting:
        return _nearest(found, claims, fact)
    if any(_stands(c, stance) for c in fitting):
        return ""
    held = ", ".join(f"{c.status} {c.polarity} {c.certainty}" for c in fitting)
    return f"status or stance: {held} instead of {stance}"


def _stands(claim: Statement, stance: str) -> bool:
    statuses, _, word = stance.partition(" ")
    polarity, certainty = STANCES.get(word, ("positive", "asserted"))
    fits = certainty is None or claim.certainty == certainty
    return claim.status in statuses.split("|") and claim.polarity == polarity and fits


def _nearest(found: Found, claims: list[Statement], fact: Wanted) -> str:
    """The claim of the article that misses by least, and by what."""
    differing = sorted((found.differs(c, fact) for c in claims), key=lambda told: (len(told), told))
    possible = len(fact.roles) + bool(fact.amounts) + bool(fact.kinds)
    if not differing or len(differing[0]) > possible / 2:
        return "no such claim"
    return "nearest claim has " + "; ".join(differing[0])


def _fitting(found: Found, fact: Wanted) -> list[Statement]:
    """The claims that can be about an expected fact: a role may be missing where the sum is right."""
    return [c for c in found.claims if c.article in fact.reported_by and found.may_be(c, fact)]


def facts_of(found: Found, fact: Wanted) -> list[str]:
    """The facts of the graph that hold the claims of an expected one, the one with most claims first."""
    held = [found.fact_of[c.iri] for c in _fitting(found, fact) if c.iri in found.fact_of]
    return sorted(set(held), key=lambda iri: (-held.count(iri), iri))


def _one(found: Found, *, fact: Wanted) -> str:
    articles = {c.article for c in _fitting(found, fact)}
    if len(articles) < 2:
        return f"claimed by {len(articles)} of {len(fact.reported_by)} articles"
    facts = facts_of(found, fact)
    return "" if len(facts) == 1 else f"{len(facts)} facts"


def _sources(found: Found, *, fact: Wanted) -> str:
    facts = facts_of(found, fact)
    counted = found.one(facts[0], "sources") if facts else "0"
    return "" if counted == str(fact.sources) else f"{counted} sources instead of {fact.sources}"


def _history(found: Found, *, fact: Wanted) -> str:
    facts = facts_of(found, fact)
    if not facts:
        return "no fact"
    told = steps(found, facts[0])
    for expected in fact.history:
        day, statuses = expected.split(" ")
        first = min((said for said, status in told if status in statuses.split("|")), default="never")
        if first != day:
            return f"{statuses} first said {first} instead of {day}"
    last = fact.history[-1].split(" ")[1].split("|")
    return "" if found.facts[facts[0]].status in last else f"ends as {found.facts[facts[0]].status}"


def steps(found: Found, fact: str) -> list[tuple[str, str]]:
    """The history of a fact: the day its article appeared, and the status."""
    reports = found.get(fact, "history")
    told = [
        (c, found.one(r, "status").split("#")[-1].lower()) for r in reports for c in found.get(r, "statedBy")
    ]
    return sorted((found.published(claim), status) for claim, status in told)


def conflicts(found: Found, one: Wanted, other: Wanted) -> list[str]:
    """The disagreements between claims or facts that fit the one and the other."""
    told = []
    for conflict in found.all("Conflict"):
        sides = [c for c in found.claims if c.iri in found.get(conflict, "between")]
        if any(found.may_be(a, one) and found.may_be(b, other) for a in sides for b in sides if a != b):
            told.append(conflict)
    return told


def _conflict(found: Found, *, pair: list[Wanted], why: str) -> str:
    met = conflicts(found, *pair)
    if why == "denial":
        met = [c for c in met if len({found.one(i, "polarity") for i in found.get(c, "between")}) == 2]
    if not met:
        return "not called a disagreement"
    notes = [found.note(c) for c in met]
    return "" if any(NOTED[why] in note for note in notes) else f"the note says: {notes[0]}"


def _agree(found: Found, *, facts: list[Wanted]) -> str:
    if not all(_fitting(found, fact) for fact in facts):
        return "nothing found to agree on"
    told = [found.note(c) for a in facts for b in facts for c in conflicts(found, a, b)]
    return f"called a disagreement: {told[0]}" if told else ""


def parts(found: Found, part: Wanted, whole: Wanted) -> bool:
    wholes = set(facts_of(found, whole))
    return any(set(found.get(iri, "partOf")) & wholes for iri in facts_of(found, part))


def _part(found: Found, *, part: Wanted, whole: Wanted) -> str:
    if not facts_of(found, part) or not facts_of(found, whole):
        return "the part is not found" if facts_of(found, whole) else "the whole is not found"
    return "" if parts(found, part, whole) else "not called a part"


def _no_part(found: Found, *, part: Wanted, whole: Wanted) -> str:
    return "called a part" if parts(found, part, whole) else ""


def _total(found: Found, *, table: dict) -> str:
    """What is wrong with a total: `graphbuild totals` of the party, and what it says to have left out."""
    by = "payer" if "payer" in table else "project"
    named = set(found.named(table[by]))
    told = totals(by=by, kinds=table["kind"].split("|"), output=found.output)
    columns = {"certain": "firm", "planned": "planned", "rumoured": "rumoured"}
    given = {column: "0" for column in columns.values() if column in table}
    for line in told.lines:
        if line.currency == table["currency"] and named & {party.id for party in line.group[0]}:
            figure = str(line.low) if line.low == line.high else f"{line.low} to {line.high}"
            column = columns[line.column.value]
            given[column] = figure if given.get(column, "0") == "0" else f"{given[column]} and {figure}"
    dropped = {
        str(one.money.value)
        for one in told.judged
        if one.left_out == "cancelled" and named & {party.id for party in one.sum.parties.get(by, ())}
    }
    wrong = [f"{column} {given.get(column)}" for column in given if given[column] != table.get(column, "0")]
    missing = table.get("cancelled", "0") not in dropped | {"0"}
    return "; ".join([*wrong, *(["not told as cancelled"] if missing else [])])


def _breakdown(found: Found, *, table: dict) -> str:
    told = [
        note for document, note, _ in totals(output=found.output).mismatches if table["article"] in document
    ]
    if not told:
        return "nothing is told of it"
    short = {f"{Decimal(table[name]) / 10**9:f}".rstrip("0") for name in ("adds_up_to", "stated")}
    return "" if all(words in told[0] for words in short) else f"says {told[0]}"


def _never(found: Found, *, fact: Wanted) -> str:
    wrong = [f for f in found.facts.values() if f.holds and found.fits(f, fact)]
    told = [
        f"{c.article}: {found.one(found.one(c.iri, 'evidence'), 'quote')}" for c in _claims_of(found, wrong)
    ]
    return "; ".join(sorted(told))


def _claims_of(found: Found, facts: list[Statement]) -> list[Statement]:
    said = {claim for fact in facts for claim in found.get(fact.iri, "statedBy")}
    return [c for c in found.claims if c.iri in said]


def _identities() -> Iterator[tuple[str, Check]]:
    told = identities()
    for table in told["same"]:
        yield f"identities.same.{table['id']}", partial(_same, names=table["names"])
    for table in told["apart"]:
        yield f"identities.apart.{table['id']}", partial(_apart, names=table["names"])
    for table in told["namesake"]:
        yield f"identities.namesake.{table['id']}", partial(_namesake, table=table)
    for table in told["mention"]:
        name = f"identities.mention.{table['article']}.{plain(table['words']).replace(' ', '-')}"
        yield name, partial(_mention, table=table)


def _same(found: Found, *, names: list[str]) -> str:
    bodies = {name: set(found.named(name)) for name in names}
    missing = [name for name, iris in bodies.items() if not iris]
    if missing:
        return f"not found: {', '.join(missing)}"
    every = set.union(*bodies.values())
    return (
        ""
        if len(every) == 1
        else f"{len(every)} bodies: {', '.join(sorted(found.names(i)[0] for i in every))}"
    )


def _apart(found: Found, *, names: list[str]) -> str:
    one, other = (set(found.named(name)) for name in names)
    if not one or not other:
        return f"not found: {names[0] if not one else names[1]}"
    return "one body" if one & other else ""


def _namesake(found: Found, *, table: dict) -> str:
    for kind, key in ((PEOPLE[0], "organization_in"), (PEOPLE[2], "place_in")):
        bodies = [iri for iri in found.all(kind) if plain(table["name"]) in map(plain, found.names(iri))]
        spoken = {
            found.article(m) for m in found.all("Mention") if set(found.get(m, "refersTo")) & set(bodies)
        }
        missing = set(table[key]) - spoken
        if missing:
            return f"no {kind.lower()} in {', '.join(sorted(missing))}"
    return ""


def _mention(found: Found, *, table: dict) -> str:
    text = found.texts[table["article"]]
    start = text.index(table["words"])
    here = [m for m in found.all("Mention") if found.article(m) == table["article"]]
    spans = [(int(found.one(m, "start")), int(found.one(m, "end")), m) for m in here]
    met = [
        m for begin, end, m in spans if begin <= start < end or start <= begin < start + len(table["words"])
    ]
    named = {name for m in met for body in found.get(m, "refersTo") for name in map(plain, found.names(body))}
    return "" if plain(table["means"]) in named else f"means {', '.join(sorted(named)) or 'nobody'}"
