#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""dti report: the analysis of Quảng Nam and the reply of the example, as Markdown and HTML. Prints TAP.

usage: test-report.py DTI ROOT [--update]
"""

import pathlib
import re
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

from harness import FAULT, FILE, FINE, USAGE, contains, golden, main

QUANGNAM = "examples/data/quangnam-2022.json"
REPLY = "examples/data/example-reply-2023.json"
TWO_YEARS = ["vn-dti-province-2021", "vn-dti-province-2022"]


def report(dti, *arguments):
    return dti.run("report", *arguments).expect(FINE).out


def test_goldens(dti):
    golden(dti, pages(dti))


def test_html_by_the_name_of_the_file(dti):
    """The page in a file is the page on standard output; the name decides unless --format does."""
    wanted = report(dti, REPLY, "--kind", "explanation", "--format", "html")
    markdown = report(dti, REPLY, "--kind", "explanation")
    assert wanted.startswith("<!DOCTYPE html>\n") and markdown.startswith("# ")
    with tempfile.TemporaryDirectory() as folder:
        for name, asked, expected in (
            ("a.html", [], wanted),
            ("a.htm", [], wanted),
            ("a.md", [], markdown),
            ("html", [], markdown),
            ("b.html", ["--format", "md"], markdown),
            ("b.txt", ["--format", "html"], wanted),
        ):
            path = pathlib.Path(folder) / name
            run = dti.run("report", REPLY, "--kind", "explanation", *asked, "--output", path).expect(FINE)
            assert not run.out and not run.err, run.err
            assert path.read_text(encoding="utf-8") == expected, name


def test_a_file_is_written_as_a_whole_or_not_at_all(dti):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "report.md"
        path.write_text("old", encoding="utf-8")
        dti.run("report", REPLY, "--kind", "explanation", "--date", "2024-02-30", "-o", path).expect(USAGE)
        assert path.read_text(encoding="utf-8") == "old"
        assert [entry.name for entry in pathlib.Path(folder).iterdir()] == ["report.md"]
        contains(dti.run("report", REPLY, "-o", pathlib.Path(folder) / "no/such/report.md").expect(FILE).err, "no/such/report.md")


def test_html_stands_alone(dti):
    """No script, nothing that is fetched from elsewhere."""
    for page in (report(dti, QUANGNAM, "--format", "html"), report(dti, REPLY, "--kind", "explanation", "--format", "html", "--lang", "en")):
        assert "<script" not in page.lower()
        fetched = re.findall(r"""(?:src|href)\s*=\s*["'](?!#)([^"']*)""", page) + re.findall(r"@import|url\((?!#)", page)
        assert not fetched, fetched
    assert '<html lang="en"' in page


def test_built_in_tables_are_used_and_can_be_left_out(dti):
    """With tables the paper has ranks of 2021, which the dossier does not know; the foot names what was used."""
    page = report(dti, QUANGNAM)
    contains(page, *TWO_YEARS)
    alone = report(dti, QUANGNAM, "--no-tables")
    assert not any(name in alone for name in TWO_YEARS)
    one = report(dti, QUANGNAM, "--no-tables", "--table", "2022")
    assert TWO_YEARS[1] in one and TWO_YEARS[0] not in one
    file = report(dti, QUANGNAM, "--no-tables", "--table", "libdti/tables/vn-dti-province-2022.json")
    assert file == one, "the file and what is built in are one"
    assert report(dti, QUANGNAM, "--table", "2022", "--table", "2021") == page, "named twice is used once"


def test_the_same_input_gives_the_same_bytes(dti):
    assert report(dti, QUANGNAM, "--format", "html") == report(dti, QUANGNAM, "--format", "html")


def test_a_reply_without_self_assessment(dti):
    page = report(dti, QUANGNAM, "--kind", "explanation")
    contains(page, "Hồ sơ không có điểm tự đánh giá.", "| 3.2 |")


def test_a_collection_tells_what_was_due(dti):
    """What is late is told; without a collection nothing is, and no day is made up."""
    late = report(dti, REPLY, "--kind", "explanation", "--collection", "vn-quangnam-2023")
    contains(late, "trước ngày 30/1/2024", "nộp muộn, lúc 15:00:00 26/5/2024")
    plain = report(dti, REPLY, "--kind", "explanation")
    assert "30/1/2024" not in plain and "nộp muộn" not in plain


def test_refused(dti):
    for arguments, status, pieces in (
        ([], USAGE, ["HỒ-SƠ"]),
        (["no-such.json"], FILE, ["no-such.json"]),
        (["examples/data/bacninh-2020.json", "--kind", "explanation", "--track", "self"], FAULT, ["tự đánh giá"]),
        ([REPLY, "--kind", "reply"], USAGE, ["«reply»", "analysis, explanation"]),
        ([REPLY, "--format", "pdf"], USAGE, ["«pdf»", "md, html"]),
        ([REPLY, "--date", "15/06/2024"], USAGE, ["15/06/2024"]),
        ([REPLY, "--numbering", "mine"], USAGE, ["«mine»"]),
        ([REPLY, "--table", "1999"], FILE, ["1999"]),
        ([REPLY, "--table", "2022"], USAGE, ["«2022»", "ex:sample-province"]),
        ([QUANGNAM, "--table", "2020"], USAGE, ["«2020»", "vn-dti-province-1726", "vn-dti-province-922"]),
        (["-", "--bounds", "-"], USAGE, ["«-»"]),
    ):
        run = dti.run("report", *arguments).expect(status)
        assert not run.out, run.out[:200]
        contains(run.err, *pieces)


def test_nothing_appraised(dti):
    """A dossier before its appraisal has nothing to reply to, and says so."""
    empty = dti.run("new", "vn-dti-province-922", "--unit", "gso:49", "--year", "2023").expect(FINE).out.encode()
    run = dti.run("report", "-", "--kind", "explanation", stdin=empty).expect(FAULT)
    assert not run.out
    contains(run.err, "DTI-1657", "chưa có điểm thẩm định")


def pages(dti):
    html = report(dti, REPLY, "--kind", "explanation", "--date", "2024-06-15", "--format", "html")
    head = re.sub(r"(<style>).*?(</style>)", r"\1…\2", html, flags=re.DOTALL)
    return {
        "report-quangnam-vi.md.txt": report(dti, QUANGNAM, "--date", "2023-11-03"),
        "report-quangnam-en.md.txt": report(dti, QUANGNAM, "--date", "2023-11-03", "--lang", "en"),
        "report-reply-vi.md.txt": report(dti, REPLY, "--kind", "explanation", "--date", "2024-06-15"),
        "report-reply-en.md.txt": report(dti, REPLY, "--kind", "explanation", "--date", "2024-06-15", "--lang", "en"),
        "report-reply-head-vi.html.txt": "".join(head.splitlines(keepends=True)[:40]),
    }


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
