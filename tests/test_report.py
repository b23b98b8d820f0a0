import doctest

from graphbuild import report as report_module
from graphbuild.report import Issue, Report, printable


def filled(issues):
    report = Report()
    report.read += ["b.txt", "a.txt"]
    for issue in issues:
        report.add(issue)
    return report


ISSUES = [
    Issue("z.txt", "is empty", "remove it"),
    Issue("claim 12", "has no evidence", "see output/report.json", "quarantined"),
    Issue("b.txt", "is not UTF-8", "save it as UTF-8", "warning"),
    Issue("news.jsonl:3", "is not valid JSON", "", "skipped"),
]


def test_json_does_not_depend_on_the_order_of_events():
    assert filled(ISSUES).as_json() == filled(ISSUES[::-1]).as_json()


def test_json_says_what_was_read_and_what_not():
    values = filled(ISSUES).as_json()
    assert values["read"] == ["a.txt", "b.txt"]
    assert values["counts"] == {"read": 2, "skipped": 2, "quarantined": 1, "warning": 1}
    assert {
        "severity": "skipped",
        "source": "z.txt",
        "problem": "is empty",
        "remedy": "remove it",
    } in values["issues"]


def test_summary_names_each_input_what_happened_and_what_to_do():
    assert filled(ISSUES).summary() == [
        "2 documents read",
        "2 skipped:",
        "  news.jsonl:3: is not valid JSON",
        "  z.txt: is empty (remove it)",
        "1 kept out of the graph:",
        "  claim 12: has no evidence (see output/report.json)",
        "1 used, with a warning:",
        "  b.txt: is not UTF-8 (save it as UTF-8)",
    ]


def test_summary_of_a_quiet_run_is_one_line():
    report = Report()
    report.read.append("a")
    assert report.summary() == ["1 document read"]


def test_summary_is_bounded_and_says_how_much_it_left_out():
    report = filled([Issue(f"{i:03}.txt", "is empty", "remove it") for i in range(50)])
    lines = report.summary(limit=3)
    assert lines[1] == "50 skipped:"
    assert lines[-1] == "  ... and 47 more, all of them in report.json"
    assert len(lines) == 6


def test_a_file_name_cannot_drive_the_terminal():
    line = filled([Issue("a\x1b[2J\nb.txt", "is empty", "remove it")]).summary()[2]
    assert line == r"  a\x1b[2J\nb.txt: is empty (remove it)"
    assert printable("prix\u00a0: 3 €, ‘oui’") == "prix\u00a0: 3 €, ‘oui’"


def test_examples_of_the_documentation():
    assert doctest.testmod(report_module).failed == 0
