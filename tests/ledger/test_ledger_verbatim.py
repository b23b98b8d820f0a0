"""A text that is printed three times says nothing three times."""

import json
from importlib.resources import files

import graphbuild


def test_verbatim_copies_add_no_money(tmp_path):
    text = (files("graphbuild") / "samples" / "investai.fr.txt").read_text(encoding="utf-8")
    lines = [json.dumps({"id": f"d{n}", "text": text, "language": "fr"}) for n in range(3)]
    (tmp_path / "one.jsonl").write_text(lines[0], encoding="utf-8")
    (tmp_path / "three.jsonl").write_text("\n".join(lines), encoding="utf-8")
    graphbuild.build([tmp_path / "one.jsonl"], output=tmp_path / "a")
    graphbuild.build([tmp_path / "three.jsonl"], output=tmp_path / "b")
    for question in ("totals-per-payer", "money-per-project"):
        one, three = (graphbuild.ask(question, {}, output=tmp_path / name).rows for name in "ab")
        assert three == one
    count = "SELECT (COUNT(?f) AS ?n) { ?f a gb:Fact }"
    facts = [graphbuild.query(count, output=tmp_path / name).rows for name in "ab"]
    assert facts[0] == facts[1]
