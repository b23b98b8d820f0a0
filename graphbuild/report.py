"""What a run read, what it skipped and why. No clock in here: the same inputs give the same report."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["skipped", "warning", "quarantined"]

# How a summary names each severity, in the order in which it is told.
HEADINGS: dict[Severity, str] = {
    "skipped": "skipped",
    "quarantined": "kept out of the graph",
    "warning": "used, with a warning",
}


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One input or claim that could not be used as it is.

    ``source`` is the input as the user named it (``news.jsonl:12`` for line 12), or a claim.
    ``problem`` says what happened, ``remedy`` what the user can do about it.
    """

    source: str
    problem: str
    remedy: str
    severity: Severity = "skipped"


@dataclass(slots=True)
class Report:
    """Collects, during a run, the ids of the documents that were read and the issues."""

    read: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def add(self, issue: Issue) -> None:
        self.issues.append(issue)

    def drop(self, document_id: str, issue: Issue) -> None:
        """Say of a document that was read why it is not used after all."""
        if document_id in self.read:
            self.read.remove(document_id)
        self.add(issue)

    def as_json(self) -> dict[str, Any]:
        """Give the report as JSON values, sorted, so that equal runs write equal files."""
        return {
            "read": sorted(self.read),
            "counts": {"read": len(self.read), **self.counts()},
            "issues": [
                {"severity": i.severity, "source": i.source, "problem": i.problem, "remedy": i.remedy}
                for i in sorted(self.issues)
            ],
        }

    def counts(self) -> dict[str, int]:
        """How many issues there are of each severity, zero included."""
        found = Counter(issue.severity for issue in self.issues)
        return {severity: found[severity] for severity in HEADINGS}

    def summary(self, *, limit: int = 20) -> list[str]:
        """Plain lines for a person: what was read, then each issue, at most ``limit`` a severity."""
        lines = [_count(len(self.read), "document") + " read"]
        for severity, heading in HEADINGS.items():
            group = sorted(issue for issue in self.issues if issue.severity == severity)
            if group:
                lines.append(f"{len(group)} {heading}:")
                lines += [f"  {_line(issue)}" for issue in group[:limit]]
            if len(group) > limit:
                lines.append(f"  ... and {len(group) - limit} more, all of them in report.json")
        return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _line(issue: Issue) -> str:
    tail = f" ({issue.remedy})" if issue.remedy else ""
    return printable(f"{issue.source}: {issue.problem}{tail}")


def printable(text: str) -> str:
    r"""``text`` on one line, control characters escaped: a file name must not drive the terminal.

    >>> printable("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return "".join(c if c.isprintable() or c == "\u00a0" else ascii(c)[1:-1] for c in text)
