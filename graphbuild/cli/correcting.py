"""``graphbuild correct``: what a person decides, written beside the graph."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graphbuild import api
from graphbuild.cli.building import print_built
from graphbuild.cli.options import output_option
from graphbuild.cli.progress import watched
from graphbuild.cli.tables import print_table
from graphbuild.correct import requests
from graphbuild.model import Certainty, Comparator, EntityType, Kind, Polarity, Status
from graphbuild.report import printable

if TYPE_CHECKING:
    from graphbuild.correct.requests import Money, Request

Command = TypeVar("Command", bound=Callable[..., Any])


class Number(click.ParamType[Decimal]):
    """A plain number; 20e9 and 20_000_000_000 are numbers too."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        try:
            return Decimal(value)
        except InvalidOperation:
            self.fail(f"{value!r} is no number. Write it plainly, such as 20000000000 or 20e9.", param, ctx)


def signed(command: Command) -> Command:
    """Who, why, when, and in which output: what every correction says."""
    options = (
        click.option("--because", required=True, metavar="REASON", help="Why."),
        click.option("--by", required=True, metavar="NAME", help="Who corrects."),
        click.option("--when", metavar="TIME", help="When, in ISO 8601 (UTC).  [default: now]"),
        output_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def amounts(command: Command) -> Command:
    """How far an amount is exact, and which words say it."""
    options = (
        click.option(
            "--comparator",
            type=click.Choice([c.value for c in Comparator]),
            default="=",
            show_default=True,
            help="= exactly, ~ about ...",
        ),
        click.option("--max", "high", type=Number(), metavar="NUMBER", help="The upper value of a range."),
        click.option(
            "--words", help="The article's words for the amount.  [default: those of the claim's amount]"
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group()
def correct() -> None:
    """Correct the graph for good: each correction is kept in corrections.ttl with who, when and why.

    An entity is a name, an alias or an IRI; TYPE:NAME where a name means several things, "NAME @ ARTICLE"
    where it is meant in one article only. A claim is named by the last column of `graphbuild ask evidence`;
    its first letters are enough. What was corrected is in the graph after `graphbuild correct apply`, or
    after the next build. No correction is ever deleted: undo takes it back.

    \b
    Example:
      graphbuild correct same "UE" "European Union" --because "the same body" --by "Marie Dupont"
      graphbuild correct reject investment-8a5c --because "a rumour about another year" --by "Marie Dupont"
      graphbuild correct list
    """  # noqa: D301 - click wants a real backspace


@correct.command()
@click.argument("one")
@click.argument("other")
@signed
def same(one: str, other: str, **said: Any) -> None:
    """Say that two names are one entity.

    \b
    Example:
      graphbuild correct same "BPI" "Bpifrance" --because "its short name" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Same(one, other), **said)


@correct.command()
@click.argument("one")
@click.argument("other")
@signed
def different(one: str, other: str, **said: Any) -> None:
    """Say that two names are two entities: they are taken apart, and kept apart.

    \b
    Example:
      graphbuild correct different "Martin @ a.txt" "Martin @ b.txt" --because "two men" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Different(one, other), **said)


@correct.command()
@click.argument("entity")
@click.argument("type_", metavar="TYPE", type=click.Choice([t.value for t in EntityType]))
@signed
def retype(entity: str, type_: str, **said: Any) -> None:
    """Say what sort of thing an entity is.

    \b
    Example:
      graphbuild correct retype "Stargate" project --because "a programme, no company" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Retype(entity, EntityType(type_)), **said)


@correct.command()
@click.argument("entity")
@click.argument("name")
@signed
def rename(entity: str, name: str, **said: Any) -> None:
    """Say what an entity is called; its other names stay as aliases.

    \b
    Example:
      graphbuild correct rename "Nvidia Corp" "Nvidia" --because "as everybody says" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Rename(entity, name), **said)


@correct.command()
@click.argument("claim")
@signed
def reject(claim: str, **said: Any) -> None:
    """Say that no source says this; the claim stays to be seen and supports nothing.

    \b
    Example:
      graphbuild correct reject loan-52a6 --because "a loan to another company" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Reject(claim), **said)


@correct.command()
@click.argument("claim")
@click.argument("value", type=Number(), required=False)
@click.argument("unit", required=False)
@click.option("--none", "nothing", is_flag=True, help="The claim has no amount.")
@amounts
@signed
def amount(claim: str, value: Decimal | None, unit: str | None, *, nothing: bool, **rest: Any) -> None:
    """Say what the amount of a claim is: VALUE in units, UNIT a currency (EUR) or a physical unit (GW).

    \b
    Example:
      graphbuild correct amount loan-52a6 20000000 EUR --because "million, not billion" --by "Marie Dupont"
      graphbuild correct amount loan-52a6 --none --because "it is the share price" --by "Marie Dupont"
    """  # noqa: D301
    money, said = taken(value, unit, **rest)
    if nothing is not (money is None):
        raise click.UsageError("Give VALUE and UNIT, or --none.")
    tell(requests.FixAmount(claim, money), **said)


@correct.command()
@click.argument("claim")
@click.argument("role_", metavar="ROLE")
@click.argument("entities", nargs=-1, metavar="[ENTITY]...")
@click.option("--none", "nothing", is_flag=True, help="Nobody fills the role.")
@signed
def role(claim: str, role_: str, entities: tuple[str, ...], *, nothing: bool, **said: Any) -> None:
    """Say who fills a role of a claim: payer, beneficiary, project ...; or the words of purpose, title, item.

    TYPE:NAME may name somebody of whom no article has spoken.

    \b
    Example:
      graphbuild correct role loan-52a6 payer "Bpifrance" --because "it lends" --by "Marie Dupont"
      graphbuild correct role loan-52a6 project --none --because "none is named" --by "Marie Dupont"
    """  # noqa: D301
    if nothing is bool(entities):
        raise click.UsageError("Give who fills the role, or --none.")
    tell(requests.FixRole(claim, role_, entities), **said)


@correct.command()
@click.argument("kind", type=click.Choice([k.value for k in Kind]), metavar="KIND")
@click.option("--document", required=True, metavar="ID", help="The article, by its id.")
@click.option("--quote", required=True, help="The words that say it, as they stand in the article.")
@click.option("--role", "roles", multiple=True, metavar="ROLE=ENTITY", help="Who is in it; once for each.")
@click.option("--amount", "money", nargs=2, metavar="VALUE UNIT", help="How much, such as 20000000 EUR.")
@amounts
@click.option(
    "--status",
    type=click.Choice([s.value for s in Status]),
    default="done",
    show_default=True,
    help="How far it has come.",
)
@click.option("--denied", is_flag=True, help="The article says that it is not so.")
@click.option("--hedged", is_flag=True, help="A rumour, or said with reserve.")
@click.option("--speaker", metavar="WORDS", help="Who says it, if not the article itself.")
@click.option("--date", help="When it holds: 2025, 2025-02 or 2025-02-11.")
@click.option(
    "--start", type=click.IntRange(min=0), help="Where the quote begins, if it stands at several places."
)
@signed
def add(
    kind: str, document: str, quote: str, roles: tuple[str, ...], *, denied: bool, hedged: bool, **rest: Any
) -> None:
    """Add a claim that was not found, with the words of the article that say it.

    KIND is one of investment, grant, loan, fundraising, acquisition, contract, fine, result, position,
    partnership, ownership, supply, location, operation, launch.

    \b
    Example:
      graphbuild correct add loan --document a.txt --quote "La BPI prête 20 millions à Verkor" \\
        --role payer=BPI --role beneficiary=Verkor --amount 20000000 EUR --words "20 millions" \\
        --because "was missed" --by "Marie Dupont"
    """  # noqa: D301
    value, unit = rest.pop("money") or (None, None)
    status, speaker, date, start = (rest.pop(name) for name in ("status", "speaker", "date", "start"))
    number = None if value is None else Number().convert(value, None, None)
    money, said = taken(number, unit, **rest)
    request = requests.Add(
        kind=Kind(kind),
        document=document,
        quote=quote,
        roles=tuple(filled(role) for role in roles),
        amount=money,
        status=Status(status),
        polarity=Polarity.NEGATIVE if denied else Polarity.POSITIVE,
        certainty=Certainty.HEDGED if hedged else Certainty.ASSERTED,
        speaker=speaker,
        date=date,
        start=start,
    )
    tell(request, **said)


@correct.command()
@click.argument("correction")
@signed
def undo(correction: str, **said: Any) -> None:
    """Take a correction back, by its name in `graphbuild correct list`; undo an undo to have it again.

    \b
    Example:
      graphbuild correct undo reject-748a --because "the article was right" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Undo(correction), **said)


@correct.command("apply")
@output_option
def apply_(output: Path | None) -> None:
    """Build again from the articles that the output holds, with all corrections; nothing is read anew.

    \b
    Example:
      graphbuild correct apply -o output/

    Exit code 0: applied; what could not be is listed. 1: the graph is not valid. 2: nothing was changed.
    """  # noqa: D301
    with watched() as watch:
        built = api.apply_corrections(output=output, watch=watch)
    print_built(built, built.report.summary()[1:])  # nothing was read


@correct.command("list")
@output_option
def list_(output: Path | None) -> None:
    """List all corrections with what has become of each.

    applied: it is in the graph. waiting: apply, or the next build, brings it there. target gone: what it
    is about is not there any more. undone, overruled: by which correction. kept out: its result does not
    fit the shapes.

    \b
    Example:
      graphbuild correct list -o output/
    """  # noqa: D301
    states = api.corrections(output=output)
    rows = [
        (
            s.id.rpartition("/")[2],
            f"{s.state}: {s.detail}" if s.detail else s.state,
            s.when[:10],
            s.by,
            s.summary,
            s.because,
        )
        for s in states
    ]
    if rows:
        print_table(("correction", "state", "when", "by", "what", "why"), rows)
    click.echo(f"{len(rows)} correction{'s' * (len(rows) != 1)}", err=True)


def taken(value: Decimal | None, unit: str | None, **rest: Any) -> "tuple[Money | None, dict[str, Any]]":
    """The amount of a command line, if there is one, and what is left of its options."""
    comparator, high, words = (rest.pop(name) for name in ("comparator", "high", "words"))
    if value is None or unit is None:
        if value is not None:
            raise click.UsageError("An amount needs a unit, such as EUR or GW.")
        return None, rest
    return requests.Money(value, unit, Comparator(comparator), high, words), rest


def filled(role: str) -> tuple[str, str]:
    """``payer=BPI`` in its parts."""
    name, equals, who = role.partition("=")
    if not equals or not name.strip() or not who.strip():
        raise click.UsageError(f"{role!r} is no role. Write ROLE=ENTITY, such as payer=BPI.")
    return name.strip(), who.strip()


def tell(request: "Request", *, because: str, by: str, when: str | None, output: Path | None) -> None:
    """Write the correction down and say what happens next."""
    recorded = api.correct(request, by=by, because=because, when=when, output=output)
    name = recorded.id.rpartition("/")[2]
    if not recorded.new:
        click.echo(f"{name} says so already.")
        return
    click.echo(printable(f"{name}: {recorded.summary}"))
    click.echo(
        "Written into corrections.ttl. `graphbuild correct apply` applies it, and so does the next build."
    )
