#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""dti compare, met from outside: the tables of Quảng Nam's plan, mergers, crosswalks, dossiers. Prints TAP.

usage: test-compare.py DTI ROOT [--update]
"""

import csv
import decimal
import io
import json
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

from harness import FAULT, FILE, FINE, USAGE, contains, golden, main, width, words

DOSSIER = "examples/data/quangnam-2022.json"

# Plan 7501/KH-UBND of Quảng Nam, II.1 to II.3: ranks of 2021 and 2022, rise or fall. The plan prints a rise by 18 for 5, An toàn thông
# tin mạng, where its ranks give 8.
RANKS = {
    "dti": (25, 31, -6), "digital-government": (27, 30, -3), "digital-economy": (19, 45, -26), "digital-society": (19, 41, -22),
    "1": (10, 54, -44), "2": (1, 15, -14), "3": (45, 21, 24), "4": (52, 59, -7), "5": (32, 24, 8), "6": (35, 14, 21), "7": (31, 49, -18), "8": (22, 33, -11),
}
VALUES = {
    "dti": ("0.4329", "0.5808", "0.1479"), "digital-government": ("0.4689", "0.6674", "0.1985"),
    "digital-economy": ("0.4581", "0.6062", "0.1481"), "digital-society": ("0.4594", "0.5585", "0.0991"),
}


def rows(dti, *arguments):
    page = dti.run("compare", *arguments, "--format", "csv").expect(FINE).out
    return {(row["unit"], row["code"]): row for row in csv.DictReader(io.StringIO(page))}


def test_the_tables_of_the_plan(dti):
    found = rows(dti, "2021", "2022", "--unit", "Quảng Nam")
    for code, (before, after, rise) in RANKS.items():
        row = found["gso:49", code]
        assert (row["before_rank"], row["after_rank"], row["rank_change"]) == (str(before), str(after), str(rise)), row
    for code, (before, after, change) in VALUES.items():
        row = found["gso:49", code]
        most = decimal.Decimal(row["before_max_points"])
        assert decimal.Decimal(row["before_points"]) == decimal.Decimal(before) * most, row
        assert decimal.Decimal(row["after_points"]) == decimal.Decimal(after) * most, row
        assert decimal.Decimal(row["value_change"]) == decimal.Decimal(change), row


def test_the_wrong_change_is_reported_and_not_copied(dti):
    page = words(dti.run("compare", "2021", "2022", "--unit", "gso:49").expect(FINE).out)
    contains(page, "An toàn thông tin mạng 32 24 +8", "An toàn thông tin mạng: hạng 32 → 24 là tăng 8 bậc, nguồn in 18")
    assert "+18" not in page
    document = dti.run("compare", "2021", "2022", "--unit", "gso:49", "--format", "json").expect(FINE).json()
    assert [finding["id"] for finding in document["findings"]] == ["DTI-1239"], document["findings"]
    assert [unit["unit"] for unit in document["units"]] == ["gso:49"]


def test_a_merged_unit(dti):
    """Đà Nẵng and Quảng Nam of 2022, by hand: the mean of 0.8253 and 0.6764 of 100 points is 75.085, and so on."""
    found = rows(dti, "2022", "2024", "--unit", "Đà Nẵng")
    for code, points in (("1", "90"), ("2", "85"), ("3", "75.085"), ("4", "64.82"), ("5", "64.035")):
        row = found["gso:48", code]
        assert decimal.Decimal(row["before_points"]) == decimal.Decimal(points), row
        assert (row["is_derived"], row["before_rank"], row["rank_change"]) == ("true", "", ""), row
    page = words(dti.run("compare", "2022", "2024", "--unit", "Đà Nẵng").expect(FINE).out)
    contains(page, "ngày 1/7/2025", "trung bình không trọng số", "Đà Nẵng suy ra từ Đà Nẵng, Quảng Nam", "Hai năm dùng hai bộ chỉ số")


def test_inhabitants(dti):
    """(82.53 × 1 + 67.64 × 3) ÷ 4 = 71.3625."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "people.csv"
        path.write_text("\ufeffunit,population\r\ngso:48,100\r\nQuảng Nam,300\r\n", encoding="utf-8")
        found = rows(dti, "2022", "2024", "--unit", "gso:48", "--merge", "population", "--population", str(path))
        assert decimal.Decimal(found["gso:48", "3"]["before_points"]) == decimal.Decimal("71.3625")
        excel = "\ufeffĐơn vị;Dân số\r\nĐà Nẵng;100\r\nQuảng Nam;300\r\n"
        path.write_text(excel, encoding="utf-8")
        assert rows(dti, "2022", "2024", "--unit", "gso:48", "--merge", "population", "--population", str(path)) == found
        for text, hint in (("unit,population\ngso:48 100\n", "gso:48 100"), ("gso:48,1.000\n", "1.000"), ("gso:48,0\n", "«0»"), ("gso:48,1\ngso:48,2\n", "gso:48"), ("nowhere,5\n", "nowhere")):
            path.write_text(text, encoding="utf-8")
            run = dti.run("compare", "2022", "2024", "--merge", "population", "--population", str(path))
            assert run.status in (FAULT, USAGE) and run.out == "" and hint in run.err, (text, run.err)


def test_two_methods(dti):
    """2020 and 2021 are built in two ways: ranks are compared, values stand side by side."""
    row = rows(dti, "2020", "2021", "--unit", "Bắc Ninh")["gso:27", "dti"]
    assert (row["before_rank"], row["after_rank"], row["rank_change"], row["value_change"], row["comparable"]) == ("3", "4", "-1", "", "rank"), row
    contains(words(dti.run("compare", "2020", "2021", "--unit", "Bắc Ninh").expect(FINE).out), "chỉ so sánh thứ hạng", "0,3026", "0,4014")


def test_a_table_against_itself(dti):
    for row in rows(dti, "2022", "2022").values():
        assert row["rank_change"] in ("", "0") and row["value_change"] in ("", "0"), row


def test_dossiers(dti):
    """The unit of both is the one that is shown; nothing moved."""
    page = words(dti.run("compare", DOSSIER, DOSSIER, "--track", "appraised").expect(FINE).out)
    contains(page, "Quảng Nam: so sánh năm 2022 và năm 2022", "Nhận thức số 0,8000 0,8000 0,0000 80,00 80,00")
    assert "Hạng" not in page  # one unit has no rank


def test_most_improved(dti):
    page = words(dti.run("compare", "2021", "2022", "--sort", "rank", "--top", "1").expect(FINE).out)
    contains(page, "Tăng bậc nhiều nhất", "Quảng Ngãi – – – 60 26 +34", "Giảm bậc nhiều nhất", "31 51 -20")


def test_another_crosswalk(dti):
    walk = {
        "format": "dti-crosswalk/1", "id": "mine", "version": "1", "titles": {"vi": "Của tôi"},
        "from": {"id": "vn-dti-province-1726", "version": "1.0.0"}, "to": {"id": "vn-dti-province-922", "version": "1.0.0"},
        "pairs": [{"kind": "same", "from": ["dti"], "to": ["dti"], "comparable": "value", "provenance": {"kind": "assumed"}}],
    }
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "walk.json"
        path.write_text(json.dumps(walk), encoding="utf-8")
        row = rows(dti, "2020", "2021", "--unit", "Bắc Ninh", "--crosswalk", str(path))["gso:27", "dti"]
        assert decimal.Decimal(row["value_change"]) == decimal.Decimal("0.118"), row  # 0.5276 − 0.4096
        run = dti.run("compare", "2021", "2022", "--crosswalk", str(path)).expect(FAULT)
        assert run.out == "" and "vn-dti-province-1726" in run.err, run.err


def test_titles_in_markdown(dti):
    """What is broken on a terminal is one word in a report."""
    contains(dti.run("compare", "2021", "2022", "--top", "3", "--format", "md").expect(FINE).out, "| Giá trị 2021 | Giá trị 2022 | Tăng/giảm |")


def test_wrong_usage(dti):
    for arguments, hint in (
        (["2022"], "SAU"), (["2021", "2022", "--top", "0"], "«0»"), (["2021", "2022", "--top", "x"], "«x»"),
        (["2021", "2022", "--unit", "gso:49", "--top", "3"], "--unit"), (["2021", "2022", "--sort", "size"], "size"),
        (["2021", "2022", "--unit", "Nowhere"], "Nowhere"), (["2021", "2022", "--numbering", "roman"], "roman"),
        (["2022", "2024", "--population", "x.csv"], "--merge"), (["2022", "2024", "--merge", "population"], "--population"), (["-", "-"], "«-»"),
    ):
        run = dti.run("compare", *arguments).expect(USAGE)
        assert run.out == "" and hint in run.err, (arguments, run.err)
    run = dti.run("compare", "2022", "2021").expect(FAULT)
    assert run.out == "" and "DTI-1234" in run.err, run.err
    run = dti.run("compare", "1999", "2021").expect(FILE)
    assert run.out == "" and "2020, 2021, 2022" in run.err, run.err


GOLDEN = {
    "compare-vi.txt": ["2021", "2022", "--unit", "Quảng Nam"],
    "compare-en.txt": ["2021", "2022", "--unit", "Quang Nam", "--lang", "en"],
    "compare-merged-vi.txt": ["2022", "2024", "--unit", "Đà Nẵng"],
    "compare-top-vi.txt": ["2021", "2022", "--sort", "value", "--top", "5"],
    "compare-en.md.txt": ["2020", "2021", "--unit", "Bac Ninh", "--format", "md", "--lang", "en"],
}


def test_lines_fit(dti):
    for columns in (80, 100, 140):
        for arguments in list(GOLDEN.values())[:4]:
            for line in dti.run("compare", *arguments, columns=columns).expect(FINE).out.splitlines():
                assert line == line.rstrip(), "spaces at the end of %r" % line
                assert width(line) <= columns, "%d columns at %d: %s" % (width(line), columns, line)


def pages(dti):
    return {name: dti.run("compare", *arguments).expect(FINE).out for name, arguments in GOLDEN.items()}


def test_golden(dti):
    golden(dti, pages(dti))


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
