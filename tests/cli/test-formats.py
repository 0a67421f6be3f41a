#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What the dti command writes for documents (Markdown) and for other programs (CSV). Prints TAP.

usage: test-formats.py DTI ROOT [--update]

Markdown is read by markdown-it if it is there (Debian: python3-markdown-it).
"""

import collections
import csv
import decimal
import html.parser
import io
import json
import pathlib
import re
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

from harness import FINE, USAGE, contains, golden, main

try:
    from markdown_it import MarkdownIt
except ImportError:
    MarkdownIt = None

DOSSIER = "examples/data/quangnam-2022.json"
CATALOGUE = "libdti/frameworks/vn-dti-province-922.json"
COHORT = ["tests/data/cohort-dossier.json", "--framework", "tests/data/cohort-framework.json"]
OBSERVATION = "framework,unit,year,numbering,code,track,points,max_points,value,state".split(",")
RESULTS = [
    [DOSSIER], [DOSSIER, "--track", "computed"], [DOSSIER, "--lang", "en"], [DOSSIER, "--numbering", "official"],
    COHORT, [*COHORT, "--bounds", "tests/data/cohort-bounds.json"],
]

# Names that would be something else to a reader who is not careful.
AWKWARD = [
    "A | B \\| C", "<script>alert(1)</script> &amp; &#38; R&D", "`mã` **đậm** *nghiêng* _gạch_ ~~xóa~~", "[tên](http://x) ![ảnh](y) $a$",
    "1. Một", "# Tiêu đề #", "- mục", "> trích", "+ thêm", "---", "dòng một\ndòng hai | ba", "a,b;\"c\" 'd'", "=1+2", "@SUM(A1)",
    "tệp_của_tôi.json _", "\\", "\\\\|", "|", "``", "cuối\\", "*", "a\n- b\n# c", "C#", "12) Mười hai", "::: :---:", "<br>", "*a **b", "~",
]


# CSV


def table(text):
    """Rows of a CSV text by title; strictly as RFC 4180 has it."""
    bare = re.sub('"(?:[^"]|"")*"', "", text)
    assert text.endswith("\r\n") and "\n" not in bare.replace("\r\n", ""), "lines must end with CRLF"
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows), [len(row) for row in rows]
    assert all(re.fullmatch("[a-z][a-z0-9_]*", title) for title in rows[0]), rows[0]
    assert len(set(rows[0])) == len(rows[0]), rows[0]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def number(cell):
    return decimal.Decimal(cell) if cell else None


def raw(dti, *arguments):
    """The output byte by byte: the harness would make one of different line ends."""
    return dti.run(*arguments).expect(FINE).out


def check_figures(node, row, result):
    """One row against the same node of the JSON result."""
    points = node["tracks"][result["track"]]
    assert number(row["points"]) == points, (row, node)
    assert number(row["max_points"]) == node["max_points"], (row, node)
    value = node["value"] if points is not None else None
    assert number(row["value"]) == value, (row, node)
    for name in ("lower", "upper", "coverage"):
        assert number(row[name]) == node[name], (name, row, node)
    for track in ("self", "appraised", "final", "computed", "supported"):
        assert number(row[track]) == node["tracks"][track], (track, row, node)
    assert row["state"] == node["state"] and row["kind"] == node["kind"], (row, node)
    assert row["max_points_provenance"] == node["provenance"]["max_points"], (row, node)
    assert row["rule_provenance"] == (node["provenance"]["rule"] or ""), (row, node)


def test_data_is_the_result(dti):
    for arguments in RESULTS:
        result = dti.run("score", *arguments, "--format", "json").expect(FINE).json()
        rows = table(raw(dti, "score", *arguments, "--format", "csv"))
        assert list(rows[0])[: len(OBSERVATION)] == OBSERVATION, list(rows[0])
        assert len(rows) == len(result["nodes"]), (len(rows), len(result["nodes"]))
        keys = {tuple(row[title] for title in ("framework", "unit", "year", "numbering", "code", "track")) for row in rows}
        assert len(keys) == len(rows), "a row is known by its key"
        lang = "en" if "en" in arguments else "vi"
        for row, node in zip(rows, result["nodes"]):
            assert row["framework"] == result["framework"]["id"] and row["framework_version"] == result["framework"]["version"], row
            assert row["unit"] == result["unit"]["id"] and row["year"] == str(result["year"]), row
            assert row["code"] == node["code"] and row["numbering"] == result["numbering"], row
            assert row["track"] == result["track"] and row["name"] == node["names"][lang], row
            check_figures(node, row, result)


def test_data_adds_up(dti):
    """Points are exact: those of the main indicators are those of the index, to the last digit, as the definition has it."""
    rows = table(raw(dti, "score", DOSSIER, "--track", "computed", "--format", "csv"))
    mains = sum(decimal.Decimal(row["points"]) for row in rows if row["kind"] == "main" and row["points"])
    (overall,) = [row for row in rows if row["code"] == "dti"]
    assert mains == decimal.Decimal(overall["points"]) == decimal.Decimal("144.305254927"), (mains, overall)


def test_what_has_no_points_has_none_in_the_data(dti):
    """A 0 would count in a mean: 50 components are not assessed on the appraised track."""
    rows = table(raw(dti, "score", DOSSIER, "--format", "csv"))
    empty = [row for row in rows if row["kind"] == "component" and row["points"] == ""]
    assert len(empty) == 50 and {row["state"] for row in empty} == {"not-assessed"}, empty
    lost = [row for row in rows if row["code"] == "8.1"]
    assert lost[0]["points"] == "0" and lost[0]["state"] == "present", lost


def test_byte_order_mark(dti):
    plain = raw(dti, "score", DOSSIER, "--format", "csv")
    assert plain.startswith("framework,unit,")
    assert raw(dti, "score", DOSSIER, "--format", "csv", "--bom") == "\ufeff" + plain


def awkward(root, folder):
    """A dossier and its framework with awkward names: of the unit, the framework, its indicators, and in what is quoted.
    For each awkward name of the unit and of the framework: that name, the names of indicators, the dossier, and what to score."""
    framework = json.loads((root / CATALOGUE).read_text(encoding="utf-8"))
    dossier = json.loads((root / DOSSIER).read_text(encoding="utf-8"))
    names = {}
    for main_indicator in framework["indicators"]:
        for child in [main_indicator, *main_indicator["children"]]:
            child["names"]["vi"] = names.setdefault(child["codes"]["province"], AWKWARD[len(names) % len(AWKWARD)])
    for number_, entry in enumerate(dossier["explanations"]):
        entry["text"]["vi"] = AWKWARD[number_ % len(AWKWARD)]
    del dossier["framework"]["digest"]
    files = [pathlib.Path(folder) / "framework.json", pathlib.Path(folder) / "dossier.json"]
    for unit in AWKWARD:
        dossier["unit"]["names"]["vi"] = framework["titles"]["vi"] = unit
        files[0].write_text(json.dumps(framework), encoding="utf-8")
        files[1].write_text(json.dumps(dossier), encoding="utf-8")
        yield unit, names, dossier, [files[1], "--framework", files[0]]


def test_data_keeps_awkward_names(dti):
    with tempfile.TemporaryDirectory() as folder:
        for unit, names, _, arguments in awkward(dti.root, folder):
            rows = table(raw(dti, "score", *arguments, "--format", "csv"))
            assert all(row["unit_name"] == unit for row in rows), rows[0]
            found = {row["code"]: row["name"] for row in rows if row["kind"] in ("main", "component")}
            assert found == names, {code: (name, found.get(code)) for code, name in names.items() if found.get(code) != name}


# Markdown


def cells(line):
    """The cells of a line of a table, told apart as every reader does."""
    assert line.startswith("|") and line.endswith("|"), line
    found, cell, at = [], "", 1
    while at < len(line):
        if line[at] == "\\" and at + 1 < len(line):
            cell += line[at : at + 2]
            at += 2
        elif line[at] == "|":
            found.append(cell)
            cell = ""
            at += 1
        else:
            cell += line[at]
            at += 1
    assert cell == "", line
    return found


def check_structure(page):
    """One title, blocks with one empty line between them, tables whose rows have as many cells as their titles."""
    assert page.startswith("# ") and page.endswith("\n") and "\n\n\n" not in page and not page.endswith("\n\n"), page[-100:]
    assert "\x1b" not in page and not re.search(r"[ \t]$", page, re.M), "no styles, no spaces at the end"
    assert len(re.findall("^# ", page, re.M)) == 1, page[:200]
    tables = 0
    for block in page[:-1].split("\n\n"):
        lines = block.split("\n")
        if block.startswith("|"):
            tables += 1
            rows = [cells(line) for line in lines]
            assert all(len(row) == len(rows[0]) for row in rows), (rows[0], [len(row) for row in rows])
            assert len(rows) > 2 and all(re.fullmatch(" (---|---:) ", cell) for cell in rows[1]), rows[:3]
        elif block.startswith("- "):
            assert all(line.startswith("- ") for line in lines), block
        else:
            assert len(lines) == 1, block
    return tables


def test_structure(dti):
    for arguments in RESULTS:
        tables = check_structure(dti.run("score", *arguments, "--format", "md").expect(FINE).out)
        assert tables == 3, tables  # indices, main indicators, losses: main indicator 2 of the cohort loses something even without bounds


class Reader(html.parser.HTMLParser):
    """The text of a page as a reader sees it: blocks, and tables as rows of cells."""

    def __init__(self):
        super().__init__()
        self.blocks = []  # (tag, text)
        self.tables = []
        self.tags = collections.Counter()
        self.text = None

    def handle_starttag(self, tag, attributes):
        self.tags[tag] += 1
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag == "br":
            self.text += "\n"
        elif tag in ("p", "h1", "h2", "li", "td", "th"):
            self.text = ""

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][-1].append(self.text.replace("\n ", "\n"))
        if tag in ("p", "h1", "h2", "li", "td", "th") and self.text is not None:
            self.blocks.append((tag, self.text.replace("\n ", "\n")))
            self.text = None

    def handle_data(self, data):
        if self.text is not None:
            self.text += data


def read(page):
    reader = Reader()
    reader.feed(MarkdownIt("commonmark").enable("table").enable("strikethrough").render(page))
    return reader


def test_page_says_what_the_terminal_says(dti):
    """Word for word, but for where remarks stand, and for hints how to go on with the command."""
    if not MarkdownIt:
        return "needs markdown-it"
    for arguments in RESULTS:
        page = read(dti.run("score", *arguments, "--format", "md").expect(FINE).out)
        assert set(page.tags) <= {"p", "h1", "h2", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "br", "strong"}, page.tags
        terminal = dti.run("score", *arguments, columns=1000).expect(FINE).out
        terminal = re.sub(r'^[«"]dti .*\n', "", re.sub(r" \(--track \w+\)", "", terminal), flags=re.M)
        # As many, and the same: only the order differs.
        expected = collections.Counter(terminal.split())
        found = collections.Counter(word for _, text in page.blocks for word in text.split())
        assert expected == found, (expected - found, found - expected)
    return None


def seen(name):
    """What is left of a name when lines are broken and spaces at their ends are not seen."""
    return "\n".join(line.strip() for line in name.split("\n"))


def test_page_keeps_awkward_names(dti):
    with tempfile.TemporaryDirectory() as folder:
        for unit, names, dossier, arguments in awkward(dti.root, folder):
            page = dti.run("score", *arguments, "--format", "md").expect(FINE).out
            assert check_structure(page) == 3
            assert not re.search(r"[^\\]\$", page), "formulas, as GitHub reads them"
            if MarkdownIt:
                check_awkward(read(page), unit, names, dossier)
    return None if MarkdownIt else "the structure is fine; what is read needs markdown-it"


def check_awkward(page, unit, names, dossier):
    assert page.blocks[:2] == [("h1", "%s, năm 2022" % seen(unit)), ("p", seen(unit))], (page.blocks[:2], unit)
    assert not set(page.tags) & {"a", "img", "em", "code", "pre", "s", "blockquote", "ol", "hr", "script", "h3"}, page.tags
    mains = {row[0]: row[1] for row in page.tables[1][1:]}
    assert mains == {code: seen(name) for code, name in names.items() if code in mains} and len(mains) == 9, mains
    quotes = {code: entry["text"]["vi"] for entry in dossier["explanations"] for code in entry["codes"]}
    rows = page.tables[2][1:]
    assert len(rows) == 15, len(rows)
    for row in rows:
        assert row[1].startswith(seen(names[row[0]]) + "\n"), (row, names[row[0]])
        if row[0] in quotes:
            assert "“%s”" % seen(quotes[row[0]]) in row[1], (row, quotes[row[0]])


# Both


def test_one_way_to_ask(dti):
    run = dti.run("score", DOSSIER, "--format", "markdown").expect(USAGE)
    contains(run.err, "markdown", "table, json, csv, md")
    assert dti.run("score", DOSSIER, "--format", "table").out == dti.run("score", DOSSIER).out
    contains(dti.run("status", DOSSIER, "--format", "md").expect(USAGE).err, "table, json")


def test_width_does_not_matter(dti):
    for form in ("md", "csv"):
        assert len({dti.run("score", DOSSIER, "--format", form, columns=columns).out for columns in (40, 100, 300)}) == 1, form


def test_no_styles_on_a_terminal(dti):
    try:
        page, data = (dti.on_terminal("score", DOSSIER, "--format", form) for form in ("md", "csv"))
    except OSError as error:
        return "no terminal: %s" % error
    assert page == dti.run("score", DOSSIER, "--format", "md").out
    assert "\x1b" not in data and data.splitlines()[0].startswith("framework,unit,"), data[:200]
    return None


GOLDEN = {
    "score-md-vi.txt": ["score", DOSSIER, "--format", "md"],
    "score-md-en.txt": ["score", DOSSIER, "--format", "md", "--lang", "en"],
    "score-csv-vi.txt": ["score", DOSSIER, "--format", "csv"],
    "score-csv-en.txt": ["score", *COHORT, "--format", "csv", "--lang", "en"],
}


def pages(dti):
    """What the golden files hold, by name; lines end as everywhere in the tree."""
    return {name: dti.run(*arguments).expect(FINE).out.replace("\r\n", "\n") for name, arguments in GOLDEN.items()}


def test_golden(dti):
    golden(dti, pages(dti))


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
