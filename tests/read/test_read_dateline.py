"""The day that an article names at its start."""

import pytest

from graphbuild.read.dateline import dateline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("PARIS, 11 février 2025 — Le plan est prêt.", "2025-02-11"),
        ("Un titre\n\nRennes, le 1er mars 2025 - La région paie.", "2025-03-01"),
        ("24 janvier 2016. – L'Iran achète.", "2016-01-24"),
        ("October 6, 2011 — The company said.", "2011-10-06"),
        ("LONDON, 3 April 2025 (wire)", None),
        ("LONDON (AP), April 3, 2025 - BP pays.", "2025-04-03"),
        ("Menu\nPublié le 18 février 2025 à 07 h 30\n\nLe plan.", "2025-02-18"),
        ("Published on 5 May 2024\nThe plan.", "2024-05-05"),
        ("---\ntitle: x\ndate: 2025-09-09\n---\n\nLe tour de table.", "2025-09-09"),
        ("Le pont a ouvert le 3 mai 2019.", None),
        ("PARIS, 31 février 2025 — Rien.", None),
        ("PARIS, 11 février 2025 — A.\nPublié le 12 février 2025", None),
        ("Le maire cède\n\nRennes, le 14 août 2025\n\nLe feuilleton est terminé.", "2025-08-14"),
        ("No merger\n\nNEW YORK, Sept 17, 2025 - Two groups part.", "2025-09-17"),
        ("A loan\n\nBy Martha Kendrick, Newcastle, 6 February 2025\n\nThree banks lend.", "2025-02-06"),
        ("Des drones\n\nAthènes, correspondance, 22 octobre 2025\n\nLe ministre signe.", "2025-10-22"),
        ("A raise\n\nApril 9, 2025\n\nA start-up has raised money.", "2025-04-09"),
        ("The bridge opened in Leeds on May 3, 2019\n\nIt is long.", None),
        ("Le pont a été ouvert, le 3 mai 2019\n\nIl est long.", None),
        ("", None),
    ],
)
def test_dateline(text, day):
    assert dateline(text) == day
