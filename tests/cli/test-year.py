#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""A year's work with the dti command, from empty forms to what goes to the ministry. Prints TAP.

usage: test-year.py DTI ROOT [--update]

The figures are made up so that all of them agree: counts are 100, shares 100 %, every district has 1. Then some are made to disagree.
"""

import contextlib
import csv
import datetime
import io
import json
import pathlib
import random
import re
import sys
import tempfile
import unicodedata

sys.dont_write_bytecode = True  # the source tree stays as it is

from harness import FAULT, FILE, FINE, USAGE, contains, golden, main, width, words

FRAMEWORK = "vn-dti-province-922"
COLLECTION = "libdti/collections/vn-quangnam-2023.json"
LATE_REPORTER = "huyen-tay-giang"  # hands in nothing at first
SPENDING = "budget-spending-total"  # asked of two agencies, who disagree
FIGURES = {SPENDING: 1000, "civil-servants": 1000, "public-employees": 1000, "postmart-transactions": 50, "voso-transactions": 50}
PLAN = {
    "format": "dti-evidence/1",
    "id": "plan-2021-2025",
    "numbering": "province",
    "components": ["2.2"],
    "kind": "plan",
    "number": "1234/KH-UBND",
    "date": "2021-05-10",
    "until": "2025-12-31",
    "titles": {"vi": "Kế hoạch chuyển đổi số giai đoạn 2021–2025"},
    "issuer": "provincial-peoples-committee",
    "signer": {"name": "Nguyễn Văn A", "mark": "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"},
    "file": {"name": "1234-kh-ubnd.pdf", "size": 482113, "media_type": "application/pdf", "sha256": "sha256:" + "1" * 64},
    "reporter": "so-thong-tin-va-truyen-thong",
}
POLICY = {
    "format": "dti-evidence/1",
    "id": "policy",
    "numbering": "province",
    "components": ["2.8"],
    "kind": "resolution",
    "number": "56/NQ-HĐND",
    "date": "2023-06-01",
    "issuer": "provincial-peoples-council",
    "file": {"name": "56-nq-hdnd.pdf", "sha256": "sha256:" + "2" * 64},
    "reporter": "so-tai-chinh",
}
CLERK = ["--by", "Trần Thị B", "--agency", "so-tai-chinh", "--at", "2024-01-12T09:00:00+07:00"]
REVIEWER = ["--by", "Lê Văn C", "--at", "2024-01-20T14:10:00+07:00"]


class Year:
    """A folder in which the year's work is done: paths in what the command prints are relative to it."""

    def __init__(self, dti, folder):
        self.dti = dti
        self.folder = pathlib.Path(folder)
        self.collection = json.loads((dti.root / COLLECTION).read_text(encoding="utf-8"))
        framework = json.loads((dti.root / ("libdti/frameworks/%s.json" % FRAMEWORK)).read_text(encoding="utf-8"))
        self.inputs = {entry["id"]: entry for entry in framework["inputs"]}

    def run(self, *arguments, **more):
        return self.dti.run(*arguments, folder=self.folder, **more)

    def write(self, name, content):
        (self.folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        return name

    def read(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def figure(self, row, reporter):
        """What a row of a form is filled with."""
        if "parts" in row:
            return {"parts": [1 if reporter["form"] == "XIII" else 25] * len(row["parts"])}
        if "list" in row:
            return {"list": [{"name": "Hệ thống A", "counts": True}]}
        entry = self.inputs[row["input"]]
        if entry["kind"] == "choice":
            return {"value": entry["choices"][-1]["id"]}
        if row["input"] in FIGURES:
            return {"value": FIGURES[row["input"]]}
        shared = {"XIII": 1, "XVI": 50}.get(reporter["form"], 100)
        return {"value": {"yes-no": True, "text": "Quảng Nam"}.get(entry["kind"], shared)}

    def rows(self, reporter):
        form = next(form for form in self.collection["forms"] if form["id"] == reporter["form"])
        return [(section["id"] + "." + row["number"], row) for section in form["sections"] for row in section["rows"]]

    def form(self, reporter, **changed):
        """A form filled in; `changed` has other figures by input, None for what is left out."""
        rows = [
            {"row": key, **({"value": changed[row["input"]]} if row["input"] in changed else self.figure(row, reporter))}
            for key, row in self.rows(reporter)
            if changed.get(row["input"], 0) is not None
        ]
        return {
            "format": "dti-form/1",
            "collection": {name: self.collection[name] for name in ("id", "version")},
            "reporter": reporter["id"],
            "unit": {"id": "gso:49"},
            "year": 2023,
            "date": "2024-01-10",
            "rows": rows,
        }

    def cell(self, line, rows, reporter):
        """What people type into the column of values, and into the one of names where they list things."""
        key, _, part = line["Mã dòng"].partition("/")
        row = rows[key]
        figure = self.figure(row, reporter)
        if "parts" in figure:
            line["Số liệu"] = str(figure["parts"][int(part) - 1]) if part else ""
        elif "list" in figure:
            line["Tên chỉ số"], line["Số liệu"] = ("Hệ thống A", "có") if part == "1" else (line["Tên chỉ số"], "")
        elif not part:
            choices = {choice["id"]: choice["names"]["vi"] for choice in self.inputs[row["input"]].get("choices", [])}
            line["Số liệu"] = "có" if figure["value"] is True else choices.get(figure["value"], str(figure["value"]))

    def fill_in(self, path, reporter, changed):
        """An empty form in CSV filled in."""
        rows = dict(self.rows(reporter))
        reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        lines = list(reader)
        for line in lines:
            self.cell(line, rows, reporter)
            line["Ngày báo cáo"] = "10/01/2024"
            value = changed.get(rows[line["Mã dòng"].partition("/")[0]]["input"], line["Số liệu"])
            line["Số liệu"] = "" if value is None else str(value)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(lines)

    def fill(self):
        """The forms of all but one reporter, as CSV. The statistical office disagrees about the budget and leaves out the population."""
        self.run("forms", self.collection["id"], "--all", "--year", "2023", "--bom", "-o", "forms").expect(FINE)
        names = []
        for reporter in self.collection["reporters"]:
            changed = {SPENDING: 1200, "population": None} if reporter["id"] == "cuc-thong-ke-tinh" else {}
            name = "forms/gso-49-2023-%s-%s.csv" % (reporter["form"], reporter["id"])
            self.fill_in(self.folder / name, reporter, changed)
            names += [name] if reporter["id"] != LATE_REPORTER else []
        return names

    def reporter(self, name):
        return next(reporter for reporter in self.collection["reporters"] if reporter["id"] == name)


@contextlib.contextmanager
def begin(dti):
    """An empty dossier, forms filled in, two records of evidence."""
    with tempfile.TemporaryDirectory() as folder:
        year = Year(dti, folder)
        new = ["new", FRAMEWORK, "--unit", "gso:49", "--year", "2023", "--name", "Quảng Nam"]
        assert not year.run(*new, "-o", "empty.json").expect(FINE).out
        assert (year.folder / "empty.json").read_text(encoding="utf-8") == year.run(*new).expect(FINE).out
        year.forms = year.fill()
        year.write("plan.json", PLAN)
        year.write("policy.json", POLICY)
        yield year


@contextlib.contextmanager
def collected(dti):
    """All of it merged into 2023.json."""
    with begin(dti) as year:
        year.merged = year.run("merge", "empty.json", *year.forms, "plan.json", "policy.json", "-o", "2023.json").expect(FINE)
        yield year


@contextlib.contextmanager
def reviewed(dti):
    """The plan accepted, the policy rejected."""
    with collected(dti) as year:
        year.run("review", "2023.json", "plan-2021-2025", "submit", *CLERK, "-o", "2023.json").expect(FINE)
        year.run("review", "2023.json", "policy", "submit", *CLERK, "-o", "2023.json").expect(FINE)
        year.run("review", "2023.json", "plan-2021-2025", "accept", *REVIEWER, "-o", "2023.json").expect(FINE)
        reason = "Chưa có tỷ lệ chi cụ thể"
        year.run("review", "2023.json", "policy", "reject", *REVIEWER, "--reason", reason, "-o", "2023.json").expect(FINE)
        yield year


def score(year, name="2023.json"):
    return year.run("score", name, "--format", "json").expect(FINE).json()


def nodes(result):
    return {node["code"]: node for node in result["nodes"]}


def inputs(dossier):
    return {entry["id"]: entry for entry in dossier["inputs"]}


# Merging


def test_merge_says_what_changed_and_what_disagrees(dti):
    with collected(dti) as year:
        assert not year.merged.out
        vi = words(year.merged.err)
        cells = sum(len(year.rows(reporter)) for reporter in year.collection["reporters"] if reporter["id"] != LATE_REPORTER)
        # One cell was left empty, and one of form II holds four figures.
        contains(vi, "Biểu mẫu: 33 tệp, %d ô mới" % (cells - 1 + 4), "Tài liệu kiểm chứng: 2 mới hoặc cập nhật, 0 đã có.")
        # The statistical office against two rows of the department of finance, and all that waits for the eighteenth district.
        contains(vi, "[%s]: Cục Thống kê tỉnh, biểu IX, dòng IV.1 báo cáo 1200, nhưng Sở Tài chính, biểu IV, dòng I.2 báo cáo 1000" % SPENDING)
        contains(vi, "[%s]: Cục Thống kê tỉnh, biểu IX, dòng IV.1 báo cáo 1200, nhưng Sở Tài chính, biểu IV, dòng IV.2 báo cáo 1000" % SPENDING)
        sums = len(year.rows(year.reporter(LATE_REPORTER)))
        assert vi.count("mới có 17 trên 18 báo cáo") == sums, vi
        # A hundred plans and policies are reported, of which none was accepted yet.
        contains(vi, "«five-year-plans» được báo cáo là 100", "«minimum-spending-policies» được báo cáo là 100")
        assert vi.count("cảnh báo") == sums + 4, vi
        contains(vi, "Chưa khớp nhau: %d chỗ." % (sums + 4))


def test_merge_knows_neither_order_nor_repetition(dti):
    with collected(dti) as year:
        whole = (year.folder / "2023.json").read_bytes()
        files = year.forms + ["plan.json", "policy.json"]
        random.Random(7).shuffle(files)
        year.run("merge", "empty.json", *files[:20], "-o", "part.json").expect(FINE)
        year.run("merge", "part.json", *files[15:], "-o", "part.json").expect(FINE)
        assert (year.folder / "part.json").read_bytes() == whole
        again = year.run("merge", "2023.json", *files, "-o", "2023.json").expect(FINE)
        contains(again.err, "Không có gì mới.")
        assert (year.folder / "2023.json").read_bytes() == whole
        piped = year.run("merge", "-", *files, stdin=(year.folder / "empty.json").read_bytes()).expect(FINE)
        assert piped.out.encode() == whole


def test_a_refused_file_keeps_everything_as_it_was(dti):
    with collected(dti) as year:
        whole = (year.folder / "2023.json").read_bytes()
        wrong = year.form(year.reporter("so-noi-vu"))
        wrong["year"] = 2022
        year.write("wrong-year.json", wrong)
        wrong["year"], wrong["rows"][0]["row"] = 2023, "IX.99"
        year.write("wrong-row.json", wrong)
        (year.folder / "half.json").write_text('{"format": "dti-form/1",', encoding="utf-8")
        before = sorted(path.name for path in year.folder.iterdir())
        run = year.run("merge", "2023.json", "half.json", "wrong-row.json", "2023.json", "-o", "2023.json").expect(FAULT)
        contains(run.err, "dti: half.json:1:", "wrong-row.json:", "IX.99", "2023.json: là hồ sơ", "không ghi gì")
        contains(year.run("merge", "2023.json", "wrong-year.json", "-o", "2023.json").expect(FAULT).err, "2022")
        year.run("merge", "2023.json", "absent.json", "-o", "2023.json").expect(FILE)
        year.run("merge", "2023.json", "plan.json", "-o", "no/such/folder.json").expect(FILE)
        assert (year.folder / "2023.json").read_bytes() == whole
        assert sorted(path.name for path in year.folder.iterdir()) == before, "something was left behind"


def test_output_keeps_links_and_permissions(dti):
    with begin(dti) as year:
        target, link = year.folder / "target.json", year.folder / "link.json"
        target.write_text("old", encoding="utf-8")
        target.chmod(0o640)
        link.symlink_to("target.json")
        year.run("merge", "empty.json", "plan.json", "-o", "link.json").expect(FINE)
        assert link.is_symlink() and target.stat().st_mode & 0o777 == 0o640
        assert json.loads(target.read_text(encoding="utf-8"))["evidence"][0]["id"] == PLAN["id"]
        through = year.run("merge", "empty.json", "plan.json", "-o", "/dev/stdout").expect(FINE)
        assert through.out == target.read_text(encoding="utf-8")
        if pathlib.Path("/dev/full").exists():
            contains(year.run("merge", "empty.json", "plan.json", "-o", "/dev/full").expect(FILE).err, "/dev/full")


def test_a_later_revision_supersedes(dti):
    with collected(dti) as year:
        later = year.form(year.reporter("cuc-thong-ke-tinh"))
        later["date"] = "2024-01-18"
        year.write("later.json", later)
        run = year.run("merge", "2023.json", "later.json", "-o", "2023.json").expect(FINE)
        assert "DTI-0964" not in run.err, run.err
        spending = inputs(year.read("2023.json"))[SPENDING]
        assert spending["value"] == 1000
        values = [(report["reporter"], report["value"]) for report in spending["reports"]]
        assert ("cuc-thong-ke-tinh", 1200) in values and ("cuc-thong-ke-tinh", 1000) in values, values


def test_check_finds_what_merging_found(dti):
    with collected(dti) as year:
        run = year.run("check", "2023.json", "plan.json", dti.root / COLLECTION, year.forms[1]).expect(FINE)
        warnings = [line for line in run.out.splitlines() if line.startswith("2023.json") and " cảnh báo DTI-" in line]
        assert len(warnings) == len(set(warnings)) == int(re.search(r"Chưa khớp nhau: (\d+)", words(year.merged.err)).group(1)), run.out
        contains(run.out, "Sở Tài chính, biểu IV, dòng I.2", "2023.json: hồ sơ: 0 lỗi, %d cảnh báo, " % len(warnings))
        contains(run.out, "plan.json: tài liệu kiểm chứng: 0 lỗi", ": bộ biểu mẫu: 0 lỗi", ".csv: biểu: 0 lỗi")
        wrong = dict(PLAN, signer={"role": "head", "mark": "KT. CHỦ TỊCH"})
        year.write("wrong.json", wrong)
        contains(year.run("check", "wrong.json").expect(FAULT).out, "wrong.json:", "wrong.json: tài liệu kiểm chứng: 1 lỗi")


def test_check_against_last_year(dti):
    """310 is more than three times 100, 290 is not; a share that falls from 100 % to 65 % fell by more than 30 points."""
    with collected(dti) as year:
        last = year.read("2023.json")
        last["year"] = 2022
        for entry in last["inputs"]:
            entry.pop("reports", None)
            if entry["id"] in ("physical-servers", "workstations", "fibre-households-share"):
                entry["value"] = {"physical-servers": 310, "workstations": 290, "fibre-households-share": 65}[entry["id"]]
        year.write("2022.json", last)
        plain = year.run("check", "2023.json").expect(FINE).out.splitlines()
        more = year.run("check", "2023.json", "--last-year", "2022.json").expect(FINE).out.splitlines()
        jumps = [line for line in more if line not in plain and "DTI-" in line]
        assert len(jumps) == 2 and "[physical-servers]" in "".join(jumps) and "[fibre-households-share]" in "".join(jumps), jumps


def test_tables_of_points(dti):
    """The ministry's appraisal comes in as a table; what goes out as one comes in again."""
    with collected(dti) as year:
        table = "Mã;Điểm tối đa;Tự đánh giá;Bộ thẩm định;Nguyên nhân\n2.2;10;10;7,5;Chưa đủ nội dung\n2.3;10;10;10;\n"
        (year.folder / "appraisal.csv").write_text(table, encoding="utf-8")
        run = year.run("merge", "2023.json", "appraisal.csv", "-o", "appraised.json").expect(FINE)
        contains(words(run.err), "Bảng điểm: 4 điểm được nêu, 1 nguyên nhân.")
        node = nodes(score(year, "appraised.json"))["2.2"]
        assert str(node["tracks"]["appraised"]) == "7.5" and node["tracks"]["self"] == 10
        sheet = year.run("submission", "appraised.json", "--format", "csv").expect(FAULT).out
        again = year.run("merge", "appraised.json", "-", "-o", "appraised.json", stdin=sheet.encode()).expect(FINE)
        assert nodes(score(year, "appraised.json"))["2.2"]["tracks"] == node["tracks"], again.err
        contains(year.run("check", "appraisal.csv").expect(FAULT).err, "appraisal.csv: là bảng điểm")
        (year.folder / "wrong.csv").write_text(table.replace("7,5", "17,5x"), encoding="utf-8")
        contains(year.run("merge", "2023.json", "wrong.csv").expect(FAULT).err, "dti: wrong.csv:2:", "17,5x")


def test_a_form_is_known_by_more_than_one_spelling_of_its_titles(dti):
    with collected(dti) as year:
        text = (year.folder / year.forms[1]).read_text(encoding="utf-8-sig").replace("Đơn vị báo cáo,", "CƠ  QUAN BÁO CÁO,", 1)
        (year.folder / "form.csv").write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
        contains(year.run("merge", "2023.json", "form.csv", "-o", "x.json").expect(FINE).err, "Không có gì mới.")
        contains(year.run("check", "form.csv").expect(FINE).out, "form.csv: biểu: 0 lỗi")


# Who owes what


def test_status(dti):
    with collected(dti) as year:
        out = year.run("status", "2023.json", "--today", "2024-01-15").expect(FINE).out
        total = sum(len(year.rows(reporter)) for reporter in year.collection["reporters"])
        owed = len(year.rows(year.reporter(LATE_REPORTER)))
        contains(out, "còn 15 ngày", "32/34 đơn vị đã báo cáo đủ; %d/%d dòng đã có" % (total - owed - 1, total))
        lines = [line.split("  ")[1] for line in out.splitlines() if re.match(r"  \S.* +[IVX]+ +\d+/\d+ ", line)]
        assert len(lines) == 34, out
        contains(year.run("status", "2023.json", "--today", "2024-01-29").expect(FINE).out, "còn 1 ngày")
        contains(year.run("status", "2023.json", "--today", "2024-01-30").expect(FINE).out, "đã hết hạn")
        contains(year.run("status", "2023.json", "--today", "2024-02-02").expect(FINE).out, "quá hạn 3 ngày")


def test_status_as_a_document(dti):
    with collected(dti) as year:
        status = year.run("status", "2023.json", "--today", "2024-01-15", "--format", "json").expect(FINE).json()
        assert status["format"] == "dti-progress/1" and status["days_left"] == 15
        by_id = {entry["id"]: entry for entry in status["reporters"]}
        late = by_id[LATE_REPORTER]
        assert late["reported"] == 0 and len(late["missing"]) == late["rows"] == len(year.rows(year.reporter(LATE_REPORTER)))
        assert [row["row"] for row in by_id["cuc-thong-ke-tinh"]["disputed"]] == ["IV.1"]
        assert {row["row"] for row in by_id["so-tai-chinh"]["disputed"]} == {"I.2", "IV.2"}
        # The table has them in the order of what waits for them.
        out = year.run("status", "2023.json", "--today", "2024-01-15", columns=200).expect(FINE).out
        names = [re.split(r"  +", line.strip())[0] for line in out.splitlines() if re.search(r" \d+/\d+ ", line[:100])]
        stakes = {entry["name"]: entry["at_stake"] for entry in status["reporters"]}
        order = [stakes[name] for name in names if name in stakes]
        assert len(order) == 34 and order == sorted(order, reverse=True) and order[0] > order[-1], order


def test_status_of_one_reporter(dti):
    with collected(dti) as year:
        out = words(year.run("status", "2023.json", "--today", "2024-01-15", "--reporter", "cuc-thong-ke-tinh").expect(FINE).out)
        contains(out, "Cục Thống kê tỉnh (biểu IX)", "Số liệu chưa báo cáo", "Số liệu mâu thuẫn với đơn vị khác")
        contains(out, "Sở Tài chính, biểu IV, dòng I.2, ngày 10/1/2024: 1000", "Cục Thống kê tỉnh, biểu IX, dòng IV.1, ngày 10/1/2024: 1200")
        missing = next(row for _, row in year.rows(year.reporter("cuc-thong-ke-tinh")) if row["input"] == "population")
        contains(out, missing["names"]["vi"])
        done = words(year.run("status", "2023.json", "--reporter", "huyen-dai-loc").expect(FINE).out)
        contains(done, "Đã báo cáo 7/7 dòng")
        wrong = year.run("status", "2023.json", "--reporter", "so-noi-v").expect(USAGE)
        contains(wrong.err, "«so-noi-v»", "«so-noi-vu»")


def test_status_without_a_collection(dti):
    with begin(dti) as year:
        other = year.read("empty.json")
        other["unit"] = {"id": "gso:48"}
        year.write("other.json", other)
        contains(year.run("status", "other.json").expect(USAGE).err, "gso:48", "--collection")
        contains(year.run("status", "empty.json", "--today", "15/1/2024").expect(USAGE).err, "15/1/2024")
        contains(year.run("status", "empty.json", "--collection", "vn-quangnam-2032").expect(FILE).err, "«vn-quangnam-2023»")


# Deciding


def test_decide(dti):
    with collected(dti) as year:
        decide = ["decide", "2023.json", SPENDING, "--by", "Lê Văn C", "--at", "2024-01-16T08:00:00+07:00", "--reason", "Số quyết toán"]
        run = year.run(*decide, "--reporter", "so-tai-chinh", "-o", "decided.json").expect(FINE)
        contains(run.err, SPENDING, "Lê Văn C quyết định lấy số của «so-tai-chinh» – Số quyết toán")
        spending = inputs(year.read("decided.json"))[SPENDING]
        assert spending["value"] == 1000 and len(spending["reports"]) == 3, spending
        assert "DTI-0964" not in year.run("check", "decided.json").expect(FINE).out
        year.run(*decide, "--value", "1100,5", "-o", "own.json").expect(FINE)
        assert inputs(year.read("own.json"))[SPENDING]["value"] == 1100.5
        # A report that comes later opens the matter again.
        later = year.form(year.reporter("cuc-thong-ke-tinh"), **{SPENDING: 1300})
        later["date"] = "2024-01-18"
        year.write("later.json", later)
        contains(year.run("merge", "decided.json", "later.json").expect(FINE).err, "DTI-0964", "1300")


def test_decisions_that_cannot_be(dti):
    with collected(dti) as year:
        decide = ["decide", "2023.json", SPENDING, "--by", "Lê Văn C", "--reason", "Số quyết toán"]
        for arguments, status, pieces in (
            (decide, USAGE, ["--reporter, --derived hoặc --value"]),
            (decide + ["--reporter", "so-tai-chinh", "--value", "1"], USAGE, ["--reporter, --derived hoặc --value"]),
            (decide + ["--value", "1.234"], USAGE, ["«1.234»"]),
            (decide + ["--value", "1,234"], USAGE, ["«1,234»"]),
            (decide + ["--value", "12x"], USAGE, ["«12x»"]),
            (decide + ["--reporter", "so-noi-vu"], FAULT, ["so-noi-vu"]),
            (["decide", "2023.json", "budget-spending-totl", *decide[3:], "--derived"], USAGE, ["«budget-spending-total»"]),
            (decide[:-2] + ["--value", "1"], USAGE, ["--reason"]),
            (decide[:3] + ["--reason", "x", "--value", "1"], USAGE, ["--by"]),
        ):
            run = year.run(*arguments).expect(status)
            assert not run.out
            contains(run.err, *pieces)


# Evidence


def test_points_at_risk(dti):
    """The plan carries 2.2, whose 10 points were at risk before it was accepted; the policy carries nothing."""
    with collected(dti) as year:
        before = nodes(score(year))
    with reviewed(dti) as year:
        after = nodes(score(year))
        assert before["2.2"]["tracks"]["computed"] == after["2.2"]["tracks"]["computed"] == 10
        assert before["2.2"]["tracks"]["supported"] == 0 and after["2.2"]["tracks"]["supported"] == 10
        assert after["dti"]["tracks"]["supported"] - before["dti"]["tracks"]["supported"] == 10
        assert after["2.8"]["tracks"]["supported"] == 0
        out = words(year.run("evidence", "2023.json").expect(FINE).out)
        contains(out, "2 tài liệu kiểm chứng: 1 đã chấp nhận, 0 chờ thẩm tra, 1 bị từ chối, 0 chưa nộp")
        contains(out, "plan-2021-2025 1234/KH-UBND, 10/5/2021 đã chấp nhận 2.2 –", "Kế hoạch của UBND cấp tỉnh; người ký: Nguyễn Văn A, cấp phó (KT. CHỦ TỊCH PHÓ CHỦ TỊCH)")
        contains(out, "policy 56/NQ-HĐND, 1/6/2023 bị từ chối 2.8 10,00", "Chưa có tỷ lệ chi cụ thể")


def test_history_of_a_record(dti):
    with reviewed(dti) as year:
        out = words(year.run("evidence", "2023.json", "policy").expect(FINE).out)
        contains(out, "9:00 12/1/2024 nộp Trần Thị B, Sở Tài chính sha256:", "14:10 20/1/2024 từ chối Lê Văn C sha256:", "Lý do: Chưa có tỷ lệ chi cụ thể")
        en = words(year.run("evidence", "2023.json", "policy", "--lang", "en").expect(FINE).out)
        contains(en, "2024-01-12 09:00 submit Trần Thị B", "2024-01-20 14:10 reject Lê Văn C")
        again = ["review", "2023.json", "policy", "resubmit", "--by", "Trần Thị B", "--at", "2024-01-20T18:30:00Z"]
        year.run(*again, "-o", "again.json").expect(FINE)
        contains(words(year.run("evidence", "again.json", "policy").expect(FINE).out), "1:30 21/1/2024 nộp lại")  # in Vietnam
        contains(year.run("evidence", "2023.json", "polcy").expect(USAGE).err, "«polcy»", "«policy»")
        contains(year.run("evidence", "empty.json").expect(FINE).out, "không lưu tài liệu kiểm chứng")


def test_steps_that_cannot_be(dti):
    with reviewed(dti) as year:
        illegal = year.run("review", "2023.json", "policy", "accept", *REVIEWER).expect(FAULT)
        assert not illegal.out
        contains(illegal.err, "«chấp nhận»", "«bị từ chối»", "nộp lại")
        contains(year.run("review", "2023.json", "policy", "resubmit", *CLERK).expect(FAULT).err, "sớm hơn")
        contains(year.run("review", "2023.json", "plan-2021-2025", "reject", *REVIEWER).expect(FAULT).err, "lý do")
        contains(year.run("review", "2023.json", "policy", "acept", *REVIEWER).expect(USAGE).err, "«accept»", "resubmit")
        contains(year.run("review", "2023.json", "policy", "submit").expect(USAGE).err, "--by")
        # The word of a message is understood as well as its id.
        year.run("review", "2023.json", "policy", "nộp lại", *REVIEWER, "-o", "again.json").expect(FINE)
        assert year.read("again.json")["evidence"][1]["history"][-1]["action"] == "resubmit"


def test_now_is_that_of_vietnam(dti):
    vietnam = datetime.timezone(datetime.timedelta(hours=7))
    with collected(dti) as year:
        year.run("review", "2023.json", "policy", "submit", "--by", "Trần Thị B", "-o", "2023.json").expect(FINE)
        at = next(record for record in year.read("2023.json")["evidence"] if record["id"] == "policy")["history"][0]["at"]
        assert at.endswith("+07:00")
        assert abs(datetime.datetime.fromisoformat(at) - datetime.datetime.now(vietnam)) < datetime.timedelta(minutes=5), at
        days = (datetime.datetime.now(vietnam).date(), datetime.datetime.fromisoformat(at).date())  # midnight may pass
        today = year.run("status", "2023.json", "--format", "json").expect(FINE).json()["today"]
        assert today in [day.isoformat() for day in days], today


def test_confirmed_conditions(dti):
    with collected(dti) as year:
        year.run("review", "2023.json", "policy", "submit", *CLERK, "-o", "2023.json").expect(FINE)
        accept = ["review", "2023.json", "policy", "accept", *REVIEWER]
        for options, expected in (
            (["--confirm", "states-ratio"], ["states-ratio"]),
            (["--confirm", "a, states-ratio", "--confirm=b"], ["a", "states-ratio", "b"]),
        ):
            year.run(*accept, *options, "-o", "accepted.json").expect(FINE)
            record = next(record for record in year.read("accepted.json")["evidence"] if record["id"] == "policy")
            assert record["history"][-1]["names"] == expected, record["history"][-1]
            assert nodes(score(year, "accepted.json"))["2.8"]["tracks"]["supported"] == 10
        year.run(*accept, "-o", "accepted.json").expect(FINE)
        assert nodes(score(year, "accepted.json"))["2.8"]["tracks"]["supported"] == 0


def test_merging_a_record_again(dti):
    """A record that went on in the dossier is known; one that was changed behind its history is refused."""
    with reviewed(dti) as year:
        whole = (year.folder / "2023.json").read_bytes()
        contains(year.run("merge", "2023.json", "plan.json", "-o", "2023.json").expect(FINE).err, "Không có gì mới.")
        assert (year.folder / "2023.json").read_bytes() == whole
        year.write("other.json", dict(PLAN, number="4321/KH-UBND"))
        run = year.run("merge", "2023.json", "other.json", "-o", "2023.json").expect(FAULT)
        contains(run.err, "plan-2021-2025")
        assert (year.folder / "2023.json").read_bytes() == whole


def test_states_of_a_record_come_in_any_order(dti):
    with reviewed(dti) as year:
        states = []
        for steps, record in ((0, PLAN), (2, None)):
            if record is None:
                record = next(entry for entry in year.read("2023.json")["evidence"] if entry["id"] == PLAN["id"])
            states.append(year.write("plan-%d.json" % steps, {"format": "dti-evidence/1", **record}))
        for order in (states, states[::-1], states + states):
            year.run("merge", "empty.json", *order, "-o", "x.json").expect(FINE)
            assert [len(record.get("history", [])) for record in year.read("x.json")["evidence"]] == [2]


# Stages, submission, reply


def test_submission_that_is_not_complete(dti):
    with reviewed(dti) as year:
        page = year.run("submission", "2023.json").expect(FAULT)
        contains(page.out, "Chưa đủ để gửi Bộ")
        document = year.run("submission", "2023.json", "--format", "json").expect(FAULT)
        submission = json.loads(document.out)
        # What lacks evidence is one sentence on the page, and a finding each for programs: every component but the plan's.
        absent = re.findall(r"DTI-1060[^\n]* ([0-9.]+) \(", document.err)
        listed = re.search(r"DTI-1060: (\d+) chỉ số chưa có tài liệu kiểm chứng[^:]*: ([0-9., ]+?) lỗi", words(page.out))
        assert listed and listed[2].split(", ") == absent and int(listed[1]) == len(absent) > 50 and "2.2" not in absent, listed
        assert submission["format"] == "dti-submission/1" and submission["complete"] is False
        contains(page.out, submission["digest"])
        contains(words(page.out), "Kiểm chứng: 1234/KH-UBND (đã chấp nhận)")
        year.run("submission", "2023.json", "-o", "submission.json").expect(FAULT)
        assert year.read("submission.json") == submission
        contains(document.err, "DTI-")
        contains(year.run("submission", "2023.json", "--format", "table", "-o", "page.txt").expect(USAGE).err, "--format")


def test_stages_lock_the_dossier(dti):
    with reviewed(dti) as year:
        at = ["--by", "Nguyễn Văn A", "-o", "2023.json", "--at"]
        contains(year.run("stage", "2023.json", "send", *at, "2024-01-25T08:00:00+07:00").expect(FAULT).err, "«gửi Bộ»", "tự chấm điểm")
        for day, action in (("25", "self-score"), ("26", "approve"), ("27", "send")):
            run = year.run("stage", "2023.json", action, *at, "2024-01-%sT08:00:00+07:00" % day).expect(FINE)
            contains(run.err, "Nguyễn Văn A")
        locked = (year.folder / "2023.json").read_bytes()
        later = year.form(year.reporter(LATE_REPORTER))
        year.write("late.json", later)
        contains(year.run("merge", "2023.json", "late.json", "-o", "2023.json").expect(FAULT).err, "rút lại")
        assert (year.folder / "2023.json").read_bytes() == locked
        # The deadline is that of the built-in collection: 00:00 of 30 January.
        year.run("stage", "2023.json", "recall", *at, "2024-01-30T00:00:00+07:00").expect(FAULT)
        year.run("stage", "2023.json", "recall", *at, "2024-01-29T23:59:59+07:00").expect(FINE)
        year.run("merge", "2023.json", "late.json", "-o", "2023.json").expect(FINE)


def test_reply(dti):
    with reviewed(dti) as year:
        dossier = year.read("2023.json")
        dossier["stated"] = [{"code": "1.3", "track": "appraised", "quantity": "points", "text": "0"}]
        year.write("appraised.json", dossier)
        by = ["--by", "Lê Văn C", "-o", "appraised.json", "--reason", "Còn văn bản chưa được tính"]
        year.run("reply", "appraised.json", "1.3", "disagree", *by, "--at", "2024-05-02T08:00:00+07:00").expect(FINE)
        year.run("reply", "appraised.json", "1.3", "supply", *by, "--record", "plan-2021-2025", "--at", "2024-05-03T08:00:00+07:00").expect(FINE)
        year.run("reply", "appraised.json", "1.3", "change", *by, "--points", "7,5", "--at", "2024-05-04T08:00:00+07:00").expect(FINE)
        reply = year.read("appraised.json")["replies"][0]
        assert [step["action"] for step in reply["history"]] == ["disagree", "supply", "change"]
        assert reply["history"][1]["names"] == ["plan-2021-2025"] and reply["history"][2]["points"] == "7,5"
        contains(year.run("reply", "appraised.json", "1.33", "agree", *by).expect(USAGE).err, "«1.3»")
        contains(year.run("reply", "appraised.json", "1.3", "agree", *by).expect(FAULT).err, "«đồng ý»")


# How it looks

PAGES = {
    "status": ["status", "2023.json", "--today", "2024-01-15"],
    "status-reporter": ["status", "2023.json", "--today", "2024-01-15", "--reporter", "cuc-thong-ke-tinh"],
    "evidence": ["evidence", "2023.json"],
    "evidence-record": ["evidence", "2023.json", "policy"],
}


def pages(dti):
    with reviewed(dti) as year:
        found = {"merge-%s.txt" % lang: year.run("merge", "empty.json", *year.forms, "plan.json", "-o", "x.json", "--lang", lang).err for lang in ("vi", "en")}
        for name, arguments in PAGES.items():
            for lang in ("vi", "en"):
                found["%s-%s.txt" % (name, lang)] = year.run(*arguments, "--lang", lang).expect(FINE).out
        for lang in ("vi", "en"):
            page = year.run("submission", "2023.json", "--lang", lang).expect(FAULT).out
            found["submission-%s.txt" % lang] = re.sub("sha256:[0-9a-f]{64}", "sha256:…", page)  # it covers the version
        return found


def test_golden(dti):
    golden(dti, pages(dti))


def test_lines_fit(dti):
    with reviewed(dti) as year:
        for columns in (80, 100, 140):
            for arguments in [*PAGES.values(), ["submission", "2023.json"]]:
                for line in year.run(*arguments, columns=columns).out.splitlines():
                    assert line == line.rstrip(), "spaces at the end of %r" % line
                    assert width(line) <= columns or " " not in line.strip(), "%d columns at %d: %s" % (width(line), columns, line)


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
