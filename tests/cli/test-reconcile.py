#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""dti reconcile, met from outside: the plan of Quảng Nam, published tables, targets, headline figures. Prints TAP.

usage: test-reconcile.py DTI ROOT [--update]
"""

import csv
import io
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is

from harness import FAULT, FINE, USAGE, contains, golden, main, words

QUANGNAM = "examples/data/quangnam-2022.json"
DANANG = "examples/data/targets-danang-2022.json"
TAYNINH = ["--figure", "dti=0.5638", "--figure", "digital-government=0.66", "--figure", "digital-economy=0.5612", "--figure", "digital-society=0.1089"]


def found(dti, *arguments, status=FAULT):
    return dti.run("reconcile", *arguments, "--lang", "en", "--format", "json").expect(status).json()


def suspects(document, repair):
    """A set of (code, printed) that would have to be corrected."""
    figures = {figure["figure"]: figure for figure in document["figures"]}
    firsts = [figures[suspect["figures"][0]] for suspect in repair["suspects"]]
    return {(figure.get("code", figure.get("input", "")), figure.get("printed", "assumed")) for figure in firsts}


def problem(document, *parts):
    fitting = [item for item in document["problems"] if all(part in item["text"] for part in parts)]
    assert len(fitting) == 1, (parts, [item["text"] for item in document["problems"]])
    return fitting[0]


# The plan, the tables of both years and the targets: all that structure.md names, and nothing else


def test_great_one(dti):
    document = found(dti, QUANGNAM, "2021", "2022", DANANG)
    texts = [item["text"] for item in document["problems"]]
    expected = (
        ("0.5786", "0.5791"),  # the mean
        ("stated points together", "points too many"),  # 3.00 in the foundation
        ("rank 15", "rank 16", "share"),  # three at 15, one at 16
        ("2 at the maximum", "at most 1"),  # group 3: six of seven are listed below
        ("32 → 24", "up 8 places", "up 18 places"),
        ("7 without points or below half",),
        ("72.33 points",),
        ("41.35 points is printed",),  # 8.2 is 20, not 19.88
        ("0.275", "41.35"),
        ("1 at the maximum", "0 at the maximum"),  # group 8
        ("7.87 points is printed", "7.85"),
        ("1.92 %", "1.86 to 1.91"),
        ("1.2 points",),
        ("2.5 points", "must be 0 points"),  # 6.2
        ("7.7 %", "8.20"),  # Đà Nẵng
    )
    for parts in expected:
        problem(document, *parts)
    assert len(texts) == len(expected), texts
    assert all(item["complete"] for item in document["problems"]) and document["complete_up_to"] == 3
    remarks = [item for item in document["identities"] if item["verdict"] == "implausible"]
    assert [(item["unit"], item["year"], item["code"]) for item in remarks] == [("gso:26", 2021, "dti")], remarks
    incomplete = [item for item in document["identities"] if item["verdict"] == "incomplete"]
    assert [item["code"] for item in incomplete] == ["3", "4", "6"], incomplete


def test_most_suspect(dti):
    document = found(dti, QUANGNAM)

    def first(*parts):
        return suspects(document, problem(document, *parts)["repairs"][0])

    assert first("0.5786", "0.5791") == {("dti", "0,5791")}
    assert first("stated points together") == {("4", "44,77")}
    assert first("7.87 points is printed") == {("3.2", "7.87")}
    assert first("32 → 24") == {("5", "18")}
    for parts in (("1.92 %", "1.86"), ("1.2 points",)):
        assert {text for _, text in first(*parts)} == {"assumed"}, first(*parts)
    repair = problem(document, "stated points together")["repairs"][0]
    low, high = (float(repair["suspects"][0]["must_be"][key]) for key in ("low", "high"))
    assert 41.7 < low < high < 41.9, repair  # 44.77 less 2.96 to 3.03, and within what the four indices leave
    assert "do not confirm" in repair["text"], repair["text"]
    (below,) = problem(document, "41.35 points is printed")["repairs"][0]["suspects"]
    assert first("41.35 points is printed") == {("8.2", "19,88")}
    assert 19.97 < below["must_be"]["low"] < 20 == below["must_be"]["high"], below
    assert first("0.275", "41.35") == {("8", "0,275")}
    assert "cut instead of rounded" in problem(document, "0.275", "41.35")["text"]


def pages(dti):
    return {
        "reconcile-quangnam.txt": dti.run("reconcile", QUANGNAM).expect(FAULT).out,
        "reconcile-quangnam-en.md": dti.run("reconcile", QUANGNAM, "--lang", "en", "--format", "md").expect(FAULT).out,
        "reconcile-tayninh.txt": dti.run("reconcile", *TAYNINH).expect(FAULT).out,
    }


def test_golden(dti):
    golden(dti, pages(dti))


# No false alarm


def test_sound(dti):
    page = words(dti.run("reconcile", "2021").expect(FINE).out)
    contains(page, "Không có mâu thuẫn", "Vĩnh Phúc", "0,4880")
    assert page.count("khác xa mức thường gặp") == 1, page
    document = found(dti, "2022")
    units = {item.get("unit", "") for item in document["identities"] if item["verdict"] != "unconfirmed"}
    assert units <= {"", "gso:49"}, units  # none of the five sound rows
    own = found(dti, QUANGNAM, "--alone")
    codes = {item.get("code") for item in own["identities"] if item["verdict"] == "violated"}
    assert "4.10" not in codes and "5" not in {item.get("code") for item in own["identities"] if item["kind"] in ("sum", "rest") and item["verdict"] != "holds"}, codes


# Headline figures


def test_headlines(dti):
    document = found(dti, *TAYNINH)
    parts = {tuple(part["codes"]): part["points"] for part in document["parts"]}
    activity = parts[("6",)]
    assert 293 < activity["low"] < 295 < activity["high"] < 297, activity
    assert all(item["kind"] == "limit" for item in document["identities"]), document["identities"]
    assert suspects(document, document["problems"][0]["repairs"][0]) == {("digital-society", "0.1089")}
    # The pillar "digital government" and the main indicator "digital government activities" are easily mixed up.
    (reading,) = document["readings"]
    read_as = {(pair["printed"], pair["code"]) for pair in reading["read_as"]}
    assert read_as == {("digital-government", "6"), ("digital-economy", "7"), ("digital-society", "8")}, reading
    # 563.8 of 1000 less 0.66 × 200, 0.5612 × 150, 0.1089 × 150
    low, high = (reading["rest"]["points"][key] for key in ("low", "high"))
    assert low < 563.8 - 132 - 84.18 - 16.335 < high < reading["rest"]["maximum"] == 500, reading
    assert "0.66" in reading["text"] and reading["text"].startswith("Nothing needs correcting"), reading
    page = words(dti.run("reconcile", "--figure", "dti=0,5638,6=0,66", "--figure", "7=0,5612", "--figure", "8=0,1089").expect(FINE).out)
    contains(page, "Không có mâu thuẫn")
    page = words(dti.run("reconcile", *TAYNINH).expect(FAULT).out)
    contains(page, "chỉ có thể từ 0 đến 200", "Không phải sửa số nào nếu 0,66; 0,5612; 0,1089 là giá trị của các chỉ số chính 6, 7, 8")


def test_most(dti):
    for most, largest in (("1", 1), ("2", 2), ("3", 3)):
        document = found(dti, *TAYNINH, "--most", most)
        sizes = {len(repair["suspects"]) for repair in document["problems"][0]["repairs"]}
        assert document["complete_up_to"] == largest and max(sizes) <= largest and 1 in sizes, sizes


def test_data(dti):
    rows = list(csv.DictReader(io.StringIO(dti.run("reconcile", *TAYNINH, "--format", "csv").expect(FAULT).out)))
    assert [row["kind"] for row in rows if row["record"] == "identity"] == ["limit"] * 3, rows
    assert [row["printed"] for row in rows if row["record"] == "suspect" and row["repair"] == "1"] == ["0.1089"], rows
    everything = list(csv.DictReader(io.StringIO(dti.run("reconcile", *TAYNINH, "--format", "csv", "--all").expect(FAULT).out)))
    assert {row["verdict"] for row in everything if row["record"] == "identity"} == {"violated", "holds"}, everything


# Wrong use


def test_usage(dti):
    contains(dti.run("reconcile").expect(USAGE).err, "--figure")
    contains(dti.run("reconcile", "--figure", "dti").expect(USAGE).err, "«dti»")
    contains(dti.run("reconcile", "--figure", "nothing=0.5").expect(USAGE).err, "nothing")
    contains(dti.run("reconcile", "--figure", "digital-goverment=0.6").expect(USAGE).err, "«digital-government»")
    contains(dti.run("reconcile", "--figure", "dti=x").expect(USAGE).err, "«x»")
    dti.run("reconcile", *TAYNINH, "--most", "4").expect(USAGE)
    contains(dti.run("reconcile", "examples/data/evidence-nq-36-2021.json").expect(FAULT).err, "hồ sơ, bảng")


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
