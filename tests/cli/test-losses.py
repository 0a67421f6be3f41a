#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""dti losses, met from outside: the eight tables of the plan row by row, sums, groups, steps, ranks. Prints TAP.

usage: test-losses.py DTI ROOT [--update]
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
PLAN = "tests/data/plan/quangnam-7501-2023-iii.csv"
DATA = "examples/data/"

# What the plan prints otherwise than the catalogue: the same indicator, spelt or cut in another way.
NAMES = {
    "5.7": ("TT- BTTTT", "TT-BTTTT", "a number that was broken at the end of a line"),
    "7.2": ("~ CNTT", "- CNTT", "a dash that was read as ~"),
    "8.1": ("danh tính số/ tài khoản", "danh tính số/tài khoản", "a blank after the stroke"),
}

# What is odd in the rows themselves and stands in the dossier as printed; dti reconcile tells what of it cannot be right.
ODD = {
    "3.2": ("7.87", "by the rule 7.85: 78,53 % of 10 points"),
    "4.10": ("0.005", "more decimals than elsewhere; cut from 0.0055"),
    "5.4": ("0.003", "more decimals than elsewhere"),
    "5.12": ("1.2", "4,5/239 is 1,88 %, printed 1,92 %; neither gives 1.2"),
    "6.2": ("2.5", "points, although nothing was deployed"),
}

# Of each main indicator, what the plan says beyond its rows: maximum − points, of which so much is in no row.
BEYOND = {"1": "0", "2": "0", "3": "0.02", "4": "17.015", "5": "-0.007", "6": "3.54", "7": "0.33", "8": "-0.01"}


def losses(dti, *arguments, dossier=DOSSIER):
    return dti.run("losses", dossier, *arguments, "--format", "json").expect(FINE).json()


def plan_rows(dti):
    lines = (dti.root / PLAN).read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    for above, row in zip(rows, rows[1:]):
        row["cause"] = row["cause"] or above["cause"]
    return rows


def rest_of(item):
    return item["kind"] == "unallocated"


# The plan


def test_the_eight_tables(dti):
    document = losses(dti, "--track", "appraised")
    wanted = plan_rows(dti)
    assert len(wanted) == 48 and len(document["groups"]["main"]) == 8, (len(wanted), document["groups"]["main"])
    found = []
    for group in document["groups"]["main"]:
        items = [document["items"][int(index)] for index in group["items"]]
        rows = [item for item in items if not rest_of(item)]
        assert items[: len(rows)] == rows, "the rest stands before a row in %s" % group["code"]
        assert [row["code"] for row in wanted if row["code"].split(".")[0] == group["code"]] == [row["code"] for row in rows], group["code"]
        rest = sum((item["loss"] for item in items if rest_of(item)), decimal.Decimal(0))
        assert rest == decimal.Decimal(BEYOND[group["code"]]), (group["code"], rest)
        found += rows
    named, odd = set(), set()
    for row, item in zip(wanted, found):
        code, name = row["code"], row["name"]
        assert item["max_points"] == decimal.Decimal(row["maximum"]), (code, item)
        assert item["points"] == decimal.Decimal(row["points"]), (code, item)
        assert item["explanation"] == row["cause"], (code, item["explanation"], row["cause"])
        if item["name"] != name:
            printed, ours, _ = NAMES[code]
            assert item["name"] == name.replace(printed, ours), (code, item["name"], name)
            named.add(code)
        if code in ODD:
            assert row["points"] == ODD[code][0], code
            odd.add(code)
    assert named == set(NAMES) and odd == set(ODD), (named, odd)


def test_sums(dti):
    for path in sorted(dti.root.glob(DATA + "*.json")):
        if json.loads(path.read_text(encoding="utf-8")).get("format") != "dti-dossier/1":
            continue
        for track in ("self", "appraised", "final", "computed", "supported"):
            run = dti.run("losses", str(path), "--track", track, "--format", "json")
            if run.status == FAULT:
                continue  # nothing is stated there
            document = run.expect(FINE).json()
            for main_indicator in document["groups"]["main"]:
                total = sum(document["items"][int(index)]["loss"] for index in main_indicator["items"])
                node = next(node for node in document["sums"] if node["code"] == main_indicator["code"])
                assert total == main_indicator["loss"] == node["loss"] == node["max_points"] - node["points"], (path.name, track, node)


def test_orders_are_of_items(dti):
    document = losses(dti)
    items = document["items"]
    with_step = {index for index, item in enumerate(items) if item["step"]}
    for order in ("largest", "easiest"):
        assert set(document["steps"][order]) == with_step and len(document["steps"][order]) == len(with_step), order
    assert items[int(document["steps"]["easiest"][0])]["code"] == "3.5"
    gains = {gain["code"]: gain["points"] for gain in next(item for item in items if item["code"] == "6.12")["step"]["gains"]}
    quarter = decimal.Decimal("0.25")
    assert gains == {"6.12": quarter, "6": quarter, "dti": quarter, "digital-government": quarter}, gains
    assert document["table"]["id"] == "vn-dti-province-2022" and losses(dti, "--no-tables")["table"] is None
    assert all(gain["rank"] is None for item in items if item["step"] for gain in item["step"]["gains"])


# Ranks where they are certain


def test_ranks(dti):
    """The plan of Quảng Nam as if it were that of Cần Thơ, fifth, where the points of all before it are printed."""
    with tempfile.TemporaryDirectory() as folder:
        text = (dti.root / DOSSIER).read_text(encoding="utf-8").replace('"gso:49"', '"gso:92"', 1)
        path = pathlib.Path(folder, "cantho.json")
        path.write_text(text, encoding="utf-8")
        document = losses(dti, dossier=str(path))
        ranks = {}
        for item in document["items"]:
            for gain in item["step"]["gains"] if item["step"] else ():
                if gain["code"] == "dti":
                    ranks[item["code"]] = gain["rank"]
        # Cần Thơ 692.35 to 692.45; above it 697.45 to 697.55, 702.35 to 702.45, 716.25 to 716.35, 800.15 to 800.25
        assert ranks["3.5"] == {"before": 5, "after": 3} and ranks["6.12"] == {"before": 5, "after": 5} and ranks["2.8"] is None, ranks
        page = words(dti.run("losses", str(path), "--order", "easiest").expect(FINE).out)
        contains(page, "Hạng: Chỉ số chuyển đổi số (DTI) 5 → 3", "chỉ nêu khi chắc chắn")


# Pages


def test_pages(dti):
    page = words(dti.run("losses", DOSSIER).expect(FINE).out)
    contains(page, "Mất 416,17 trên 1000 điểm, còn 583,83 điểm", "8 Hoạt động xã hội số 41,35 150 108,65 26,1 % 583,83")
    contains(page, "3. Hạ tầng số: mất 32,36 điểm", "Sở Kế hoạch và Đầu tư 8 74,14 43,80", "không có đủ giá trị của các đơn vị khác")
    agency = words(dti.run("losses", DOSSIER, "--by", "agency", "--top", "1").expect(FINE).out)
    contains(agency, "Sở Tài chính: 83,74 điểm, trong đó 43,80 điểm chung với cơ quan khác", "Còn 5 chỗ khác")
    cause = words(dti.run("losses", DOSSIER, "--by", "cause", "--lang", "en").expect(FINE).out)
    contains(cause, "of components without stated points: 20.89 points", "below target:")
    steps = dti.run("losses", DOSSIER, "--order", "largest", "--top", "2").expect(FINE).out
    assert "Theo cơ quan" not in steps and "dễ nhất trước" not in steps, steps
    flat = words(dti.run("losses", DOSSIER, "--order", "loss", "--top", "3").expect(FINE).out)
    contains(flat, "Các chỗ mất điểm, nhiều nhất trước", "Còn 51 chỗ khác")


def test_tracks(dti):
    """Self-assessed beside appraised: the ministry cut 2.8 by 10, and says why."""
    document = json.loads((dti.root / DOSSIER).read_text(encoding="utf-8"))
    document["stated"] += [
        {"code": code, "track": "self", "quantity": "points", "text": points} for code, points in (("2.8", "10"), ("1.3", "5"), ("3.5", "15"))]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "tracks.json")
        path.write_text(json.dumps(document), encoding="utf-8")
        found = losses(dti, dossier=str(path))
        assert [(cut["code"], cut["from"], cut["to"], cut["points"]) for cut in found["cuts"]] == [
            ("1.3", "self", "appraised", 5), ("2.8", "self", "appraised", 10)], found["cuts"]
        causes = {item["code"]: item["cause"] for item in found["items"] if not rest_of(item)}
        assert causes["1.3"] == "cut" and causes["2.8"] == "no-document" and causes["8.1"] == "stated", causes
        page = words(dti.run("losses", str(path)).expect(FINE).out)
        contains(page, "Điểm thay đổi qua các lần chấm", "tự đánh giá → thẩm định 10,00 0,00 -10,00", "bị hạ so với điểm tự đánh giá")


def test_data(dti):
    page = dti.run("losses", DOSSIER, "--format", "csv").expect(FINE).out
    rows = list(csv.DictReader(io.StringIO(page)))
    assert len(rows) == 54 and sum(decimal.Decimal(row["loss"]) for row in rows) == decimal.Decimal("416.17")
    first = next(row for row in rows if row["code"] == "6.12")
    assert (first["main"], first["cause"], first["step_gain"], first["step_overall"], first["rank"]) == ("6", "below-target", "0.25", "0.25", ""), first
    assert next(row for row in rows if row["code"] == "4" and row["kind"] == "unallocated")["loss"] == "17.015"


def test_wrong_usage(dti):
    for arguments, piece in (
            (["--by", "agent"], "agency"), (["--order", "easy"], "easiest"), (["--top", "many"], "many"), (["--track", "best"], "best")):
        run = dti.run("losses", DOSSIER, *arguments)
        assert run.status == USAGE, (arguments, run.status)
        contains(run.err, piece)
    assert dti.run("losses").status == USAGE
    assert dti.run("losses", "no-such-file.json").status == FILE
    assert dti.run("losses", DOSSIER, "--table", "1999").status == FILE


def test_narrow(dti):
    for columns in ("60", "100"):
        page = dti.run("losses", DOSSIER, columns=columns).expect(FINE).out
        assert all(width(line) <= int(columns) for line in page.splitlines()), columns


def pages(dti):
    return {
        "losses-vi.txt": dti.run("losses", DOSSIER).expect(FINE).out,
        "losses-agency-en.txt": dti.run("losses", DOSSIER, "--by", "agency", "--lang", "en", "--top", "3").expect(FINE).out,
        "losses-vi.md": dti.run("losses", DOSSIER, "--by", "cause", "--top", "2", "--format", "md").expect(FINE).out,
    }


def test_golden(dti):
    golden(dti, pages(dti))


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
