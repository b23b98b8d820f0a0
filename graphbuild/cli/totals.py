"""``graphbuild totals``."""

import sys
from typing import Any

import click

from graphbuild import api
from graphbuild.cli.options import language_option, output_option, time_limit_option
from graphbuild.cli.tables import print_table
from graphbuild.report import printable

GROUPS = ("payer", "beneficiary", "project", "year", "currency", "kind")
KINDS = ("investment", "grant", "loan", "fundraising", "acquisition", "contract", "fine")


@click.command()
@click.option(
    "--by", type=click.Choice(GROUPS), multiple=True, default=("payer",), show_default=True,
    help="What to add up by; may be given several times.",
)  # fmt: skip
@click.option("--of", metavar="NAME", help="Only the sums of this payer, beneficiary or project.")
@click.option("--in", "into", metavar="CURRENCY", help="Convert to this currency, such as EUR.")
@click.option(
    "--kind", "kinds", type=click.Choice(KINDS), multiple=True, default=KINDS[:4], show_default=True,
    help="The kinds of payments to add up; may be given several times.",
)  # fmt: skip
@click.option("--explain", is_flag=True, help="List each sum: what it counts as, or why it is left out.")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "tsv", "json"]), default="table",
    show_default=True, help="How to write the answer.",
)  # fmt: skip
@language_option
@output_option
@time_limit_option
def totals(explain: bool, form: str, language: str, **asked: Any) -> None:  # noqa: FBT001 - a flag
    """Add up who puts how much into what, counting nothing twice.

    Certain, planned and rumoured money stand apart. A part is in its whole, the same money told again
    counts once, and what is denied or cancelled does not. Where sources disagree, the total is a range.
    A lower bound stays one (at least). Results, prices and valuations are no money put into something.

    \b
    Example:
      graphbuild totals
      graphbuild totals --by project --in EUR
      graphbuild totals --by year --of "Union européenne" --explain --language fr
    """  # noqa: D301 - click wants a real backspace
    found = api.totals(**asked)
    if form != "table":
        sys.stdout.flush()
        sys.stdout.buffer.write((found.explained() if explain else found.answer()).serialise(form))
        sys.stdout.buffer.flush()
        return
    from graphbuild.cli import told

    if explain:
        print_table(told.reasons(language), [told.reason(one, found, language) for one in found.judged])
        return
    converted = asked["into"] is not None
    if found.lines:
        print_table(told.columns(found, language), told.rows(found, language, converted=converted))
    for line in told.remarks(found, language, converted=converted):
        click.echo(printable(line))
