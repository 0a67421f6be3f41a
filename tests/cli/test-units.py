#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""dti units as those who use it meet it: who there was on a day, names looked up, what is refused.

usage: test-units.py DTI SOURCE_ROOT [--update]

--update writes the golden files anew from what the command prints now: read them before you keep them.
"""

import csv
import io
import json
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is

from harness import FAULT, FILE, FINE, USAGE, contains, golden, main, width, words

BEFORE, AFTER = "2024-12-31", "2025-07-02"
TINY = "tests/data/tiny-units.json"


def rows(run):
    return list(csv.DictReader(io.StringIO(run.expect(FINE).out)))


def test_sixty_three_and_thirty_four(dti):
    for day, count in ((BEFORE, 63), ("2025-06-30", 63), ("2025-07-01", 34), (AFTER, 34)):
        found = rows(dti.run("units", "--day", day, "--format", "csv"))
        assert len(found) == count, day
        assert len({row["id"] for row in found}) == count
        assert len({row["code_iso"] for row in found}) == count
    contains(dti.run("units", "--day", BEFORE).expect(FINE).out, "Ngày 31/12/2024: 63 đơn vị.")
    contains(dti.run("units", "--day", BEFORE, "--lang", "en").expect(FINE).out, "On 2024-12-31: 63 in all.")


def test_today_is_the_default(dti):
    assert len(rows(dti.run("units", "--format", "csv"))) == 34
    contains(dti.run("units").expect(FINE).out, ": 34 đơn vị.")


def test_csv(dti):
    old = {row["id"]: row for row in rows(dti.run("units", "--day", BEFORE, "--format", "csv"))}
    new = {row["id"]: row for row in rows(dti.run("units", "--day", AFTER, "--format", "csv", "--lang", "en"))}
    quang_nam = old["gso:49"]
    assert quang_nam["name"] == "Quảng Nam" and quang_nam["name_en"] == "Quang Nam"
    assert quang_nam["code_gso"] == "49" and quang_nam["code_iso"] == "VN-27"
    assert quang_nam["group"] == "nam-trung-bo" and quang_nam["group_name"] == "Nam Trung Bộ"
    assert quang_nam["from"] == "" and quang_nam["until"] == "2025-06-30"
    assert quang_nam["successors"] == "gso:48" and quang_nam["assumed"] == ""
    da_nang = new["gso:48"]
    assert da_nang["from"] == "2025-07-01" and da_nang["until"] == ""
    assert da_nang["predecessors"] == "gso:48;gso:49" and da_nang["assumed"] == "codes;group"
    assert old["gso:91"]["name"] == "Kiên Giang" and new["gso:91"]["name"] == "An Giang"
    assert dti.run("units", "--format", "csv", "--bom").expect(FINE).out.startswith("\ufeffid,name,")


def test_json(dti):
    document = dti.run("units", "TT-Huế", "gso:01", "--day", BEFORE, "--format", "json").expect(FINE).json()
    assert document["format"] == "dti-unit-list/1" and document["register"]["id"] == "vn-provinces"
    hue, hanoi = document["units"]
    assert hue["id"] == "gso:46" and hue["successors"][0]["names"]["vi"] == "Huế"
    assert hanoi["names"] == {"vi": "Hà Nội", "en": "Hanoi"} and "until" not in hanoi and "successors" not in hanoi
    assert len(dti.run("units", "--day", AFTER, "--format", "json").expect(FINE).json()["units"]) == 34


def test_names(dti):
    for name, day, ids in (
        ("Đà Nẵng", BEFORE, "gso:48"), ("da nang", AFTER, "gso:48"), ("tphcm", BEFORE, "gso:79"), ("iso:vn-27", BEFORE, "gso:49"),
        ("Thừa Thiên – Huế", BEFORE, "gso:46"), ("tinh Quang Tri", AFTER, "gso:44"), ("tinh Quang Tri", BEFORE, "gso:45"),
    ):
        assert [row["id"] for row in rows(dti.run("units", name, "--day", day, "--format", "csv"))] == [ids], name
    # Without a day what was is found too, and of those that follow each other the last.
    page = words(dti.run("units", "Quảng Nam", "Đà Nẵng").expect(FINE).out)
    contains(page, "Quảng Nam (gso:49)", "đến hết 30/6/2025", "Sau đó Đà Nẵng (gso:48), từ 1/7/2025")
    contains(page, "Hợp thành từ Đà Nẵng (gso:48), Quảng Nam (gso:49)", "* giả định", "theo nguồn")


def test_what_is_assumed_is_marked(dti):
    lines = dti.run("units", "--day", AFTER).expect(FINE).out.splitlines()
    da_nang = next(line for line in lines if "gso:48" in line)
    hanoi = next(line for line in lines if "gso:01" in line)
    assert "VN-DN*" in da_nang and "*" not in hanoi
    contains("\n".join(lines), "* Giả định: chưa có nguồn nào nêu.")
    old = dti.run("units", "--day", BEFORE).expect(FINE).out
    assert "*" not in old


def test_wrong_names(dti):
    run = dti.run("units", "49", "Quảng Nm", "Hà Nội", "Quảng Nam", "--day", AFTER).expect(FAULT)
    assert run.out == ""  # nothing half done
    contains(run.err, "DTI-1104 «49»", "gso:49 (Quảng Nam); iso:VN-49 (Vĩnh Long)")
    contains(run.err, "DTI-1101", "DTI-1103 Ngày 2/7/2025 không có đơn vị nào là «Quảng Nam»")
    assert len(run.err.splitlines()) == 3
    contains(dti.run("units", "Ninh", "--lang", "en").expect(FAULT).err, "did you mean: ", "Bac Ninh (gso:24, from 2025-07-01)")


def test_a_name_of_another_register(dti):
    contains(dti.run("units", "Bộ Y tế").expect(FAULT).err, "DTI-1100", "vn-agencies")
    contains(dti.run("units", "Quảng Nam", "--units", "vn-agencies", "--lang", "en").expect(FAULT).err, '"Quảng Nam" is in another register: vn-provinces')


def test_wrong_days(dti):
    for arguments in (["units", "--day", "1/7/2025"], ["units", "Huế", "--day", "2025-02-29"]):
        contains(dti.run(*arguments).expect(FAULT).err, "DTI-0311", "không phải một ngày có thật")


def test_other_registers(dti):
    assert len(rows(dti.run("units", "--units", "vn-agencies", "--day", "2023-12-31", "--format", "csv"))) == 16
    assert len(rows(dti.run("units", "--units", "vn-agencies", "--day", "2025-03-01", "--format", "csv"))) == 15
    contains(dti.run("units", "--units", "vn-agencies", "bộ tt&tt").expect(FINE).out, "Bộ Thông tin và Truyền thông (org:bo-thong-tin")
    assert rows(dti.run("units", "--units", "vn-country", "--format", "csv"))[0]["id"] == "iso:vn"
    tiny = rows(dti.run("units", "--units", TINY, "--day", "2015-06-01", "--format", "csv"))
    assert [row["id"] for row in tiny] == ["gso:503", "gso:504"] and tiny[0]["code_post"] == "51"
    piped = (dti.root / TINY).read_bytes()
    contains(dti.run("units", "--units", "-", "Gia", stdin=piped).expect(FINE).out, "Gia (gso:506)")
    assert "0 đơn vị" in dti.run("units", "--units", "-", "--day", "2015-06-01", stdin=json.dumps(only_later(piped)).encode()).expect(FINE).out


def only_later(text):
    document = json.loads(text)
    document["units"] = [dict(document["units"][-1], predecessors=["gso:507"])]
    del document["units"][0]["predecessors"]
    return document


def test_absent_registers(dti):
    contains(dti.run("units", "--units", "vn-province").expect(FILE).err, "«vn-provinces»?", "vn-agencies")
    contains(dti.run("units", "--units", "none.json", "--lang", "en").expect(FILE).err, 'no file is called "none.json"')
    contains(dti.run("units", "--units", "tests/data/tiny-form.json").expect(FAULT).err, "DTI-0315", "dti-units/1")
    dti.run("units", "--unit", "gso:49").expect(USAGE)


def test_check(dti):
    run = dti.run("check", "libdti/units/vn-provinces.json", "libdti/units/vn-agencies.json").expect(FINE)
    contains(run.out, "vn-provinces.json: danh mục đơn vị: 0 lỗi", "vn-agencies.json: danh mục đơn vị: 0 lỗi")
    run = dti.run("check", "tests/data/invalid/units-periods-overlap/input.json").expect(FAULT)
    contains(run.out + run.err, "DTI-1117")


def test_lines_fit(dti):
    for columns in (80, 100, 140):
        for arguments in (["--day", AFTER], ["Đà Nẵng", "TP.HCM"], ["--units", "vn-agencies"], ["--help"], ["Bà Rịa - Vũng Tàu", "--lang", "en"]):
            for line in dti.run("units", *arguments, columns=columns).expect(FINE).out.splitlines():
                assert line == line.rstrip(), "spaces at the end of %r" % line
                is_whole = line.startswith("  dti ") or " " not in line.strip()  # commands to be copied, words longer than a line
                assert is_whole or width(line) <= columns, "%d columns at %d: %s" % (width(line), columns, line)


GOLDEN = {
    "units-vi.txt": ["units", "--day", AFTER],
    "units-en.txt": ["units", "--day", BEFORE, "--lang", "en"],
    "units-entry-vi.txt": ["units", "Đà Nẵng", "Thừa Thiên Huế", "gso:49"],
    "units-entry-en.txt": ["units", "Da Nang", "Hanoi", "--lang", "en"],
    "units-md-vi.txt": ["units", "--day", AFTER, "--format", "md"],
    "units-agencies-vi.txt": ["units", "--units", "vn-agencies", "--day", "2023-12-31"],
}


def pages(dti):
    """What the golden files hold, by name."""
    return {name: dti.run(*arguments).expect(FINE).out for name, arguments in GOLDEN.items()}


def test_golden(dti):
    golden(dti, pages(dti))


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
