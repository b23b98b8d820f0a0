"""``graphbuild correct`` on claims: rejected, accepted, an amount or a role mended, one added."""

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import click

from graphbuild.cli.signing import Command, signed, tell
from graphbuild.correct import requests
from graphbuild.model import Certainty, Comparator, Kind, Polarity, Status

if TYPE_CHECKING:
    from graphbuild.correct.requests import Money


class Number(click.ParamType[Decimal]):
    """A plain number; 20e9 and 20_000_000_000 are numbers too."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        try:
            return Decimal(value)
        except InvalidOperation:
            self.fail(f"{value!r} is no number. Write it plainly, such as 20000000000 or 20e9.", param, ctx)


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


@click.command()
@click.argument("claim")
@signed
def reject(claim: str, **said: Any) -> None:
    """Say that no source says this; the claim stays to be seen and supports nothing.

    \b
    Example:
      graphbuild correct reject loan-52a6 --because "a loan to another company" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Reject(claim), **said)


@click.command()
@click.argument("claim")
@signed
def accept(claim: str, **said: Any) -> None:
    """Say that a claim is right as it is understood. It is marked so; it counts no more for that.

    \b
    Example:
      graphbuild correct accept loan-52a6 --because "compared with the article" --by "Marie Dupont"
    """  # noqa: D301
    tell(requests.Accept(claim), **said)


@click.command()
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


@click.command()
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


@click.command()
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
