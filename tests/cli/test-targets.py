#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""dti targets, met from outside: four provinces, tables and dossiers beside them. Prints TAP.

usage: test-targets.py DTI ROOT [--update]
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

DANANG, THANHHOA, QUANGNAM, TAYNINH = (
    "examples/data/targets-%s.json" % name for name in ("danang-2022", "thanhhoa", "quangnam-2023", "tayninh-2023"))
DOSSIER = "examples/data/quangnam-2022.json"
AFTER = ["--today", "2023-02-01"]


def assessed(dti, *arguments):
    document = dti.run("targets", *arguments, "--format", "json").expect(FINE).json()
    return document, {target["id"]: target for target in document["assessed"]}


def rows(dti, *arguments):
    page = dti.run("targets", *arguments, "--format", "csv").expect(FINE).out
    return {row["id"]: row for row in csv.DictReader(io.StringIO(page))}


# Đà Nẵng


def test_danang(dti):
    page = words(dti.run("targets", DANANG, *AFTER).expect(FINE).out)
    contains(page, "Nguồn nêu đạt 19/20 chỉ tiêu; số liệu có được xác nhận 4", "không đạt – 1", "đạt 4 19", "chưa xác định được 16 –")
    contains(page, "Lý do nguồn nêu: Việt Nam chưa triển khai đấu giá băng tần 5G nên chưa thể triển khai rộng rãi")
    contains(page, "47500/579000 là 8,20 %, không phải 7,7 % như nguồn ghi; kết luận không đổi")
    document, target = assessed(dti, DANANG, *AFTER)
    assert document["counts"] == {"open": 16, "achieved": 4, "on-course": 0, "behind": 0, "missed": 0}, document["counts"]
    assert document["stated_counts"]["achieved"] == 19 and document["stated_counts"]["missed"] == 1
    achieved = {"online-services-used": "90.43", "online-files": "71", "digital-economy-share": "12.57", "digital-workforce": "7.7"}
    for name, actual in achieved.items():
        assert target[name]["status"] == "achieved" and target[name]["actual"]["amount"] == decimal.Decimal(actual), target[name]
    assert target["5g-coverage"]["status"] == "open" and target["5g-coverage"]["stated"]["status"] == "missed"


# Thanh Hóa: ranks of published tables


def test_thanhhoa(dti):
    for today, rank, ten, five, line in (
            ("2023-08-08", 15, "behind", "behind", "11.5"), ("2025-12-31", 5, "on-course", "on-course", "10.5"), ("2026-01-01", 5, "open", "on-course", "10.5")):
        _, target = assessed(dti, THANHHOA, "--today", today)
        assert (target["top-10"]["status"], target["top-5"]["status"]) == (ten, five), (today, target["top-10"])
        assert target["top-10"]["actual"]["amount"] == rank and target["top-10"]["expected"] == decimal.Decimal(line), target["top-10"]
    assert target["top-10"]["baseline"] == {
        "year": 2021, "amount": 12, "text": "12", "bound": "exact", "table": "vn-dti-province-2021", "out_of": 63}, target["top-10"]["baseline"]


def test_without_tables(dti):
    document, target = assessed(dti, THANHHOA, "--no-tables", *AFTER)
    assert document["tables"] == [] and target["top-10"]["actual"] is None
    document, target = assessed(dti, THANHHOA, "2021", "2022", "--no-tables", "--today", "2025-01-01")
    assert [table["id"] for table in document["tables"]] == ["vn-dti-province-2021", "vn-dti-province-2022"]
    assert target["top-10"]["status"] == "behind"


def test_one_status(dti):
    assert list(rows(dti, THANHHOA, "--today", "2023-08-08", "--status", "behind")) == ["top-10", "top-5"]
    assert not rows(dti, DANANG, *AFTER, "--status", "missed")
    page = dti.run("targets", DANANG, *AFTER, "--status", "achieved", "--lang", "en").expect(FINE).out
    contains(words(page), "at least 85 %", "90.43 % (2022)")
    assert "5G" not in page


# Dossiers


def test_a_dossier(dti):
    document, target = assessed(dti, QUANGNAM, DOSSIER, "--no-tables", "--today", "2024-01-01")
    assert document["dossiers"][0]["id"] == "quangnam-2022" and document["findings"] == []
    assert target["expert-hiring"]["actual"] == {"year": 2022, "done": False, "dossier": "quangnam-2022"}
    assert "dossier" not in target["adults-with-smartphone"]["actual"], "the plan's own figure counts"
    with tempfile.TemporaryDirectory() as folder:
        text = json.loads((pathlib.Path(dti.root) / DOSSIER).read_text(encoding="utf-8"))
        text["inputs"] = [dict(figure, value=64.5) if figure["id"] == "adults-with-smartphone-share" else figure for figure in text["inputs"]]
        path = pathlib.Path(folder) / "other.json"
        path.write_text(json.dumps(text), encoding="utf-8")
        page = dti.run("targets", QUANGNAM, path, "--no-tables").expect(FINE).out
        contains(words(page), "năm 2022: 63,56 theo «quangnam-2023» nhưng 64,5 theo «quangnam-2022»; số đầu được dùng")


def test_what_is_refused(dti):
    contains(dti.run("targets", DANANG, DOSSIER).expect(USAGE).err, "gso:49", "gso:48")
    contains(dti.run("targets", DANANG, "--today", "1/2/2023").expect(USAGE).err, "1/2/2023")
    contains(dti.run("targets", DANANG, "--status", "late").expect(USAGE).err, "late")
    dti.run("targets").expect(USAGE)
    dti.run("targets", "no-such.json").expect(FILE)
    contains(dti.run("targets", DANANG, "no-such.json").expect(FILE).err, "no-such.json")
    contains(dti.run("targets", DOSSIER).expect(FAULT).err, "dti-targets/1")


def test_check(dti):
    for path in (DANANG, THANHHOA, QUANGNAM, TAYNINH):
        contains(dti.run("check", path).expect(FINE).out, path + ": chỉ tiêu")
    run = dti.run("check", "tests/data/invalid/targets-due-before-set/input.json", "--framework", "tests/data/tiny-framework.json").expect(FAULT)
    contains(run.out, "input.json:11:", "DTI-0897")


# Pages


GOLDEN = {
    "targets-danang-vi.txt": [DANANG, *AFTER],
    "targets-thanhhoa-2023-vi.txt": [THANHHOA, "--today", "2023-08-08"],
    "targets-thanhhoa-2025-en.txt": [THANHHOA, "--today", "2025-08-08", "--lang", "en"],
    "targets-quangnam-vi.txt": [QUANGNAM, DOSSIER, "--today", "2024-01-15"],
    "targets-tayninh-en.txt": [TAYNINH, "--today", "2024-01-15", "--lang", "en"],
    "targets-md-vi.txt": [DANANG, *AFTER, "--format", "md"],
    "targets-csv-en.txt": [THANHHOA, "--today", "2023-08-08", "--format", "csv", "--lang", "en"],
}


def test_lines_fit(dti):
    for columns in (80, 100, 140):
        for arguments in list(GOLDEN.values())[:5]:
            for line in dti.run("targets", *arguments, columns=columns).expect(FINE).out.splitlines():
                assert line == line.rstrip(), "spaces at the end of %r" % line
                assert width(line) <= columns, "%d columns at %d: %s" % (width(line), columns, line)


def test_nothing_is_lost(dti):
    """Every target stands on the page and in the data, whatever its status."""
    for path in (DANANG, THANHHOA, QUANGNAM, TAYNINH):
        document = json.loads((pathlib.Path(dti.root) / path).read_text(encoding="utf-8"))
        page = words(dti.run("targets", path, columns=400).expect(FINE).out)
        assert list(rows(dti, path)) == [target["id"] for target in document["targets"]]
        for target in document["targets"]:
            contains(page, words(target["text"]["vi"]))


def pages(dti):
    return {name: dti.run("targets", *arguments).expect(FINE).out for name, arguments in GOLDEN.items()}


def test_golden(dti):
    golden(dti, pages(dti))


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
