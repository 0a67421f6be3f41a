#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""dti rank, met from outside: published tables and dossiers, one unit at a glance. Prints TAP.

usage: test-rank.py DTI ROOT [--update]
"""

import csv
import decimal
import io
import json
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

from harness import FAULT, FILE, FINE, USAGE, contains, golden, main, width, words

DOSSIER = "examples/data/quangnam-2022.json"


def places(dti, *arguments):
    document = dti.run("rank", *arguments, "--format", "json").expect(FINE).json()
    return document, {place["unit"]: place for place in document["places"]}


def rows(dti, *arguments):
    page = dti.run("rank", *arguments, "--format", "csv").expect(FINE).out
    return {row["unit"]: row for row in csv.DictReader(io.StringIO(page))}


# Published tables


def test_2022(dti):
    """Ranks as printed on dti.gov.vn; the distance is 0.6077 − 0.5808 of 1000 points."""
    page = dti.run("rank", "2022", "--unit", "Quảng Nam", "--goal", "25").expect(FINE).out
    contains(words(page), "Theo thứ hạng đã công bố", "63 trong 63", "Quảng Nam: hạng 31/63; hạng 5/8 trong Nam Trung Bộ", "26,9 điểm (0,0269)")
    contains(words(page), "hạng 15: Yên Bái, Thanh Hóa", "0,5786", "Trên trung bình: 32", "31 Quảng Nam ◀ 0,5808")
    contains(words(dti.run("rank", "2022", "--unit", "gso:83").expect(FINE).out), "Bến Tre: hạng 51/63; hạng 10/13 trong Đồng bằng sông Cửu Long")


def test_2022_as_data(dti):
    document, place = places(dti, "2022")
    assert (document["basis"], document["ranked"], document["missing"]) == ("ranks", 63, 0)
    assert [place[unit]["rank"] for unit in ("gso:48", "gso:49", "gso:38", "gso:15")] == [1, 31, 15, 15]
    assert place["gso:49"]["points"] == decimal.Decimal("580.8") and place["gso:49"]["side"] == "above"
    assert document["groups"][0]["stated_mean"]["points"] == decimal.Decimal("578.6")
    row = rows(dti, "2022")["gso:49"]
    assert (row["rank"], row["out_of"], row["basis"], row["value"], row["side"]) == ("31", "63", "ranks", "0.5808", "above"), row
    assert len(rows(dti, "2022")) == 63


def test_regions(dti):
    document, place = places(dti, "2022", "--by", "region")
    assert (document["by"], place["gso:49"]["rank"], place["gso:83"]["rank"]) == ("group", 5, 10)
    sizes = {group["names"]["en"]: group["size"] for group in document["groups"]}
    assert sizes["South Central Coast"] == 8 and sizes["Mekong River Delta"] == 13 and sum(sizes.values()) == 63, sizes
    assert rows(dti, "2022", "--by", "region")["gso:83"]["out_of"] == "13"


def test_a_partial_table(dti):
    """Of 2021 the ranks of 28 are known: Quảng Nam is 2nd of the 4 of its region, at worst 6th of 8."""
    document, place = places(dti, "2021", "--by", "region")
    assert (document["ranked"], document["missing"]) == (28, 35)
    assert (place["gso:49"]["rank"], place["gso:49"]["worst"]) == (2, 6)
    page = dti.run("rank", "2021", "--unit", "Quảng Nam").expect(FINE).out
    contains(words(page), "hạng 25/63; hạng 2/4 (mới biết 4 trong 8 đơn vị; thấp nhất có thể: 6)", "35 đơn vị chưa biết hạng", "liền trên trong số đã biết")
    assert places(dti, "2021")[1]["gso:49"]["worst"] == 25


def test_values_of_2021_give_the_printed_ranks(dti):
    """Where both were printed: 1 to 17, with 12, 12, 14."""
    printed, computed = places(dti, "2021")[1], places(dti, "2021", "--basis", "printed")[1]
    first = [unit for unit, place in printed.items() if place["rank"] and place["rank"] <= 17]
    assert len(first) == 17
    for unit in first:
        assert printed[unit]["rank"] == computed[unit]["rank"], unit


def test_methods(dti):
    for method, expected in (("competition", [15, 15, 17]), ("dense", [15, 15, 16]), ("fractional", [decimal.Decimal("15.5")] * 2 + [17])):
        place = places(dti, "2022", "--method", method)[1]
        assert [place[unit]["rank"] for unit in ("gso:38", "gso:15", "gso:93")] == expected, method


def test_another_indicator(dti):
    document, place = places(dti, "2022", "--code", "digital-government")
    assert document["node"]["code"] == "digital-government" and place["gso:49"]["rank"] == 30
    other = places(dti, "2022", "--code", "7", "--numbering", "official")[0]
    assert other["node"]["code"] == "7" and other["node"]["names"] == places(dti, "2022", "--code", "6")[0]["node"]["names"]


def test_a_unit_that_is_not_there(dti):
    for name, hint in (("Quang", "Quảng Nam (gso:49)"), ("Atlantis", "Atlantis")):
        run = dti.run("rank", "2022", "--unit", name).expect(USAGE)
        assert run.out == "" and hint in run.err, run.err
    contains(dti.run("rank", "2022", "--unit", "quảng  nam").expect(FINE).out, "Quảng Nam: hạng 31/63")


# Dossiers


def cohort(dti, folder):
    """Three provinces with Quảng Nam's dossier; Đà Nẵng's first main indicator has 10 points more."""
    paths = []
    for number, unit in enumerate(("gso:49", "gso:48", "gso:83")):
        dossier = json.loads((dti.root / DOSSIER).read_text(encoding="utf-8"))
        dossier["unit"]["id"] = unit
        for figure in dossier["stated"]:
            if unit == "gso:48" and figure["code"] == "1" and figure["quantity"] == "points":
                figure["text"] = "90"
        path = "%s/%d.json" % (folder, number)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(dossier, file)
        paths.append(path)
    return paths


def test_dossiers(dti):
    with tempfile.TemporaryDirectory() as folder:
        paths = cohort(dti, folder)
        document, place = places(dti, *paths)
        assert (document["basis"], document["ranked"], document["missing"]) == ("points", 3, 60)
        points = {unit: place[unit]["points"] for unit in ("gso:48", "gso:49", "gso:83")}
        assert points == {"gso:48": decimal.Decimal("593.83"), "gso:49": decimal.Decimal("583.83"), "gso:83": decimal.Decimal("583.83")}, points
        assert [place[unit]["rank"] for unit in points] == [1, 2, 2] and [place[unit]["tie"] for unit in points] == [1, 2, 2]
        assert [place[unit]["side"] for unit in points] == ["above", "below", "below"]
        assert place["gso:49"]["next"] == "gso:48" and place["gso:49"]["distance_to_next"] == 10
        # In the other order of the command line the same comes out.
        assert places(dti, *reversed(paths))[1] == place
        page = words(dti.run("rank", *paths, "--unit", "Bến Tre", "--goal", "1").expect(FINE).out)
        contains(page, "Theo điểm tính chính xác: 3 trong 63", "60 đơn vị không có số liệu", "hạng 2/3", "10 điểm (0,0100)")


def test_dossiers_that_cannot_be_ranked_together(dti):
    with tempfile.TemporaryDirectory() as folder:
        paths = cohort(dti, folder)
        run = dti.run("rank", paths[0], paths[1], paths[0]).expect(FAULT)
        assert run.out == "" and "Quảng Nam" in run.err, run.err
        run = dti.run("rank", paths[0], "2022").expect(FILE)
        assert run.out == "", run.out
        # What the rules give for Quảng Nam is open in parts: no rank of that.
        run = dti.run("rank", *paths, "--track", "computed").expect(FAULT)
        assert run.out == "" and "gso:49" in run.err or "Quảng Nam" in run.err, run.err


def test_standard_input(dti):
    text = (dti.root / DOSSIER).read_bytes()
    assert dti.run("rank", "-", stdin=text).expect(FINE).out == dti.run("rank", DOSSIER).expect(FINE).out
    table = (dti.root / "libdti/tables/vn-dti-province-2022.json").read_bytes()
    assert dti.run("rank", "-", stdin=table).expect(FINE).out == dti.run("rank", "2022").expect(FINE).out


# Pages


def test_wrong_usage(dti):
    for arguments, hint in (
        (["2022", "2021"], "2022"), (["2022", "--goal", "3"], "--unit"), (["2022", "--unit", "gso:49", "--goal", "0"], "«0»"),
        (["2022", "--unit", "gso:49", "--goal", "1,5"], "«1,5»"), (["2022", "--code", "nope"], "nope"), (["2022", "--method", "fair"], "fair"),
        (["2022", "--numbering", "roman"], "roman"), ([], "BẢNG"),
    ):
        run = dti.run("rank", *arguments).expect(USAGE)
        assert run.out == "" and hint in run.err, (arguments, run.err)
    for arguments, hint in ((["1999"], "2020, 2021, 2022, 2023, 2024"), (["2022", "--units", "nowhere"], "vn-provinces"), (["vn-dti-provnce-2022"], "vn-dti-province-2022")):
        run = dti.run("rank", *arguments).expect(FILE)
        assert run.out == "" and hint in run.err, (arguments, run.err)


def test_likely_mistakes(dti):
    """A name for a code, a ministry among provinces, targets for a table, a workbook for CSV: each is answered by what to do."""
    contains(dti.run("rank", "2022", "--code", "Chính quyền số").expect(USAGE).err, "ý bạn là «digital-government»")
    contains(dti.run("rank", "2022", "--code", "Digital government", "--lang", "en").expect(USAGE).err, '"digital-government"')
    contains(dti.run("rank", "2022", "--unit", "Bộ Y tế").expect(USAGE).err, "DTI-1100", "«Bộ Y tế» có trong một danh mục khác: vn-agencies")
    assert "danh mục khác" not in dti.run("rank", "2022", "--unit", "Nơi Nào").expect(USAGE).err
    contains(dti.run("rank", "examples/data/targets-danang-2022.json").expect(FAULT).err, "là chỉ tiêu; ở đây cần một bảng")
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/bang.xlsx"
        with open(path, "wb") as file:
            file.write(b"PK\x03\x04\x14\x00")
        contains(dti.run("rank", path).expect(FAULT).err, "bang.xlsx: là tệp bảng tính", "CSV UTF-8")


def test_a_table_of_a_spreadsheet(dti):
    """As Excel exports it in Vietnam: a byte order mark, semicolons, decimal commas, CRLF; dti check knows it for a table."""
    text = "\ufeffTỉnh, thành phố;Mã chỉ số;Loại số liệu;Số liệu;Năm;Bộ chỉ số;Danh mục đơn vị\r\nQuảng Nam;dti;giá trị;0,5808;2022;vn-dti-province-922;vn-provinces\r\nTP.HCM;dti;giá trị;0,7163;;;\r\n"
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/bang.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        found = rows(dti, path)
        assert (found["gso:79"]["rank"], found["gso:49"]["rank"], found["gso:49"]["value"]) == ("1", "2", "0.5808"), found
        contains(dti.run("check", path).expect(FINE).out, "bảng số liệu nhiều đơn vị")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text.replace("0,5808", "1.234,5"))
        contains(dti.run("check", path).expect(FAULT).out, ":2:", "DTI-0503")


def test_nothing_to_rank_by(dti):
    """Đô thị thông minh has no points: the page says so and does not list 63 names."""
    page = dti.run("rank", "2022", "--code", "6", "--numbering", "official").expect(FINE).out
    contains(page, "Bảng không có số liệu nào để xếp hạng theo chỉ số này.")
    assert "Hà Nội" not in page and len(page.splitlines()) < 8, page


GOLDEN = {
    "rank-vi.txt": ["2022", "--unit", "Quảng Nam", "--goal", "25"],
    "rank-en.txt": ["2021", "--unit", "Quang Nam", "--goal", "12", "--lang", "en"],
    "rank-region-vi.txt": ["2021", "--by", "region", "--basis", "printed"],
    "rank-en.md.txt": ["2021", "--code", "digital-government", "--basis", "printed", "--format", "md", "--lang", "en"],
}


def test_lines_fit(dti):
    for columns in (80, 100, 140):
        for arguments in list(GOLDEN.values())[:3]:
            for line in dti.run("rank", *arguments, columns=columns).expect(FINE).out.splitlines():
                assert line == line.rstrip(), "spaces at the end of %r" % line
                assert width(line) <= columns, "%d columns at %d: %s" % (width(line), columns, line)


def test_nobody_is_lost(dti):
    """Every unit of the day stands on the page, ranked or not."""
    names = {row["unit_name"] for row in rows(dti, "2021").values()}
    assert len(names) == 63
    page = words(dti.run("rank", "2021").expect(FINE).out)
    for name in names:
        assert name in page, name


def pages(dti):
    return {name: dti.run("rank", *arguments).expect(FINE).out for name, arguments in GOLDEN.items()}


def test_golden(dti):
    golden(dti, pages(dti))


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
