#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The dti command, met from outside: what it prints, where, and with which exit code. Prints TAP.

usage: test-cli.py DTI ROOT [--update]

--update writes the golden files anew from what the command prints now: read them before you keep them.
"""

import decimal
import json
import os
import pathlib
import re
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

from harness import FAULT, FILE, FINE, USAGE, contains, golden, main, width, words

FRAMEWORK = "vn-dti-province-922"
DOSSIER = "examples/data/quangnam-2022.json"
BACNINH = "examples/data/bacninh-2020.json"
COHORT = "tests/data/cohort-%s.json"
COLLECTION = "vn-quangnam-2023"
CATALOGUE = "libdti/frameworks/%s.json" % FRAMEWORK
COMMANDS = [
    "frameworks", "show", "new", "check", "score", "explain", "bounds",
    "forms", "merge", "status", "decide", "evidence", "review", "submission", "stage", "reply",
    "units", "rank", "compare", "targets",
]
ESCAPE = "\x1b"


# Numbers


def nodes(result):
    return {node["code"]: node for node in result["nodes"]}


def test_appraised_numbers(dti):
    result = dti.run("score", DOSSIER, "--track", "appraised", "--format", "json").expect(FINE).json()
    node = nodes(result)
    expected = {
        "dti": "583.83", "1": "80", "2": "80", "3": "67.64", "4": "44.77", "5": "52.29", "6": "145.45", "7": "72.33", "8": "41.35",
        "digital-government": "470.15", "digital-economy": "397.03", "digital-society": "366.05",
    }
    for code, points in expected.items():
        assert node[code]["points"] == decimal.Decimal(points), (code, node[code]["points"])
    values = {"dti": 0.58383, "1": 0.8, "2": 0.8, "3": 0.6764, "4": 0.4477, "5": 0.5229, "6": 0.72725, "7": 0.4822, "8": 0.275667}
    for code, value in values.items():
        assert abs(float(node[code]["value"]) - value) < 5e-7, (code, node[code]["value"])
    stated = [figure for figure in node["dti"]["stated"] if figure["text"] == "0,5808"]
    assert len(stated) == 1, node["dti"]["stated"]
    assert stated[0]["difference"] == decimal.Decimal("0.00303"), stated


def test_computed_numbers(dti):
    result = dti.run("score", DOSSIER, "--track", "computed", "--format", "json").expect(FINE).json()
    node = nodes(result)
    printed = {
        "3.1": "6.36", "3.3": "6.53", "3.6": "8.57", "3.7": "3.33", "4.7": "1.64", "4.10": "0.005", "5.1": "2.00", "5.7": "5.00",
        "5.8": "3.75", "5.9": "0.33", "6.11": "6.70", "6.12": "12.79", "7.1": "7.13", "7.2": "7.78", "7.3": "1.29", "7.6": "3.77",
        "7.7": "8.82",
    }
    for code, points in printed.items():
        text = decimal.Decimal(points)
        places = decimal.Decimal(1).scaleb(text.as_tuple().exponent)
        # 4.10 is cut in the plan, the others are rounded.
        mode = decimal.ROUND_DOWN if code == "4.10" else decimal.ROUND_HALF_UP
        assert node[code]["points"].quantize(places, mode) == text, (code, node[code]["points"])
    assert node["3.2"]["points"] == decimal.Decimal("7.853"), node["3.2"]["points"]
    findings = [finding for finding in result["findings"] if "3.2" in finding["text"] and "7.87" in finding["text"].replace(",", ".")]
    assert findings, result["findings"]


def test_default_track_is_the_highest_stated(dti):
    by_default = dti.run("score", DOSSIER, "--format", "json").expect(FINE).out
    assert by_default == dti.run("score", DOSSIER, "--track", "appraised", "--format", "json").out


def test_absent_track(dti):
    run = dti.run("score", DOSSIER, "--track", "final").expect(FAULT)
    assert not run.out
    assert re.match(r"dti: .*DTI-0600 ", run.err), run.err


# Explanations


def test_explain(dti):
    vi = words(dti.run("explain", DOSSIER, "6.12").expect(FINE).out)
    contains(vi, "51,16 %", "80 %", "20 điểm", "12,79", "Sở Thông tin và Truyền thông", "0,25 điểm")
    en = words(dti.run("explain", DOSSIER, "6.12", "--lang", "en").expect(FINE).out)
    contains(en, "51.16 %", "80 %", "20 points", "12.79", "Department of Information and Communications", "0.25 points")


def test_explain_by_the_other_numbering(dti):
    official = dti.run("explain", DOSSIER, "7.12", "--numbering", "official").expect(FINE).out
    assert official == dti.run("explain", DOSSIER, "6.12").out.replace("6.12", "7.12", 1)


def test_explain_in_capitals(dti):
    capitals = dti.run("explain", DOSSIER, "DTI").expect(FINE).out
    assert capitals == dti.run("explain", DOSSIER, "dti").expect(FINE).out


def test_explain_every_node(dti):
    framework = json.loads((dti.root / CATALOGUE).read_text(encoding="utf-8"))
    codes = [main["codes"]["province"] for main in framework["indicators"]] + [index["code"] for index in framework["indices"]]
    for code in codes + ["1.10", "9.1"]:
        contains(dti.run("explain", DOSSIER, code).expect(FINE).out, code + " ")


# Cohorts


def cohort(*arguments):
    """A command on the dossier of a framework with cohort rules."""
    return [arguments[0], COHORT % "dossier", *arguments[1:], "--framework", COHORT % "framework"]


def test_without_bounds_there_is_nothing_to_compare_with(dti):
    vi = words(dti.run(*cohort("explain", "1.1")).expect(FINE).out)
    contains(vi, "Tính: chưa tính được, chưa đánh giá; chưa có mức so sánh (thấp nhất, cao nhất) của các đơn vị")
    en = words(dti.run(*cohort("explain", "1.1"), "--lang", "en").expect(FINE).out)
    contains(en, "Calculation: not possible, not assessed; there are no bounds of a cohort to measure against")
    assert dti.run(*cohort("score"), "--format", "json").expect(FINE).json()["bounds"] is None


def dossiers(folder, *figures):
    """Dossiers of units that have these shares of coverage, in per cent, and all else alike; None is missing."""
    text = json.loads((pathlib.Path(__file__).resolve().parent.parent / "data" / "cohort-dossier.json").read_text(encoding="utf-8"))
    for number, figure in enumerate(figures, 1):
        text["unit"] = {"id": "gso:%d" % number}
        text["inputs"][0] = {"id": "coverage", **({"state": "missing"} if figure is None else {"value": figure})}
        path = pathlib.Path(folder) / ("unit-%d.json" % number)
        path.write_text(json.dumps(text), encoding="utf-8")
        yield path


def test_bounds(dti):
    with tempfile.TemporaryDirectory() as folder:
        paths = list(dossiers(folder, 40, 80, None, 20))
        framework = ["--framework", COHORT % "framework"]
        bounds = dti.run("bounds", *paths, *framework).expect(FINE).json()
        assert bounds["format"] == "dti-bounds/1" and bounds["framework"]["id"] == "cohort"
        # 30 / 200 late, 300 − 150 left, 150 spent: all units alike but for the first figure.
        expected = {"1.1": ("0.2", "0.8", 3), "1.2": ("0.15", "0.15", 4), "1.3": ("150", "150", 4), "1.4": ("150", "150", 4)}
        found = {entry["code"]: entry for entry in bounds["bounds"]}
        assert found.keys() == expected.keys(), found
        for code, (low, high, count) in expected.items():
            entry = found[code]
            assert (entry["low"], entry["high"], entry["count"]) == (decimal.Decimal(low), decimal.Decimal(high), count), entry
        path = pathlib.Path(folder) / "bounds.json"
        for option in (["-o", path], ["--output=%s" % path]):
            assert not dti.run("bounds", *paths, *framework, *option).expect(FINE).out
        assert json.loads(path.read_text(encoding="utf-8"), parse_float=decimal.Decimal, parse_int=decimal.Decimal) == bounds
        # 40 of 80 per cent earn half of 10 points.
        result = dti.run("score", paths[0], *framework, "--bounds", path, "--format", "json").expect(FINE).json()
        assert nodes(result)["1.1"]["points"] == 5, nodes(result)["1.1"]
        en = words(dti.run("explain", paths[0], "1.1", *framework, "--bounds", path, "--lang", "en").expect(FINE).out)
        contains(en, "Calculation: 40 % against the highest of 3 units, 80 %, of 10 points is 5 points")


def test_forms_are_listed(dti):
    lines = dti.run("forms", COLLECTION, columns=200).expect(FINE).out.splitlines()
    assert len(lines) == 1 + 34, lines
    assert lines[2].split() == ["so-noi-vu", "Sở", "Nội", "vụ", "II", "12"], lines[2]
    contains(dti.run("forms", COLLECTION, "--lang", "en").expect(FINE).out, "Department of Home Affairs")
    contains(dti.run("forms", "vn-quangnam-203").expect(FILE).err, "«vn-quangnam-203»", "«%s»" % COLLECTION)


def test_forms_go_out_and_come_back(dti):
    """A form is written, filled in as people do, and checked; the faults have their places."""
    form = dti.run("forms", COLLECTION, "--reporter", "vnpt-quang-nam", "--year", "2023").expect(FINE).out
    titles, line = form.splitlines()
    assert titles.split(",")[11:] == ["measure", "value", "note"], titles
    assert line.endswith(",Hộ,,"), line
    row = line.replace(",2023,,1,", ",2023,15/01/2024,1,")
    good = "\n".join([titles, row.replace(",Hộ,,", ",Hộ,123456,")])
    contains(dti.run("check", "-", stdin=good.encode()).expect(FINE).out, "-: biểu: 0 lỗi, 0 cảnh báo, 0 ghi chú")
    bad = "\n".join([titles, row.replace(",Hộ,,", ",Hộ,123.456,")])
    run = dti.run("check", "-", "--lang", "en", stdin=bad.encode()).expect(FAULT)
    contains(run.out, '-:2:%d: error DTI-0940: Form XVI, row I.1: "123.456" reads two ways' % len(row), "-: form: errors 1")
    marked = dti.run("forms", COLLECTION, "--reporter", "vnpt-quang-nam", "--year", "2023", "--bom").expect(FINE).out
    assert marked.startswith("\ufeffBộ biểu mẫu,Biểu,Đơn vị báo cáo,"), marked
    assert marked.splitlines()[1:] == form.splitlines()[1:]
    document = dti.run("forms", COLLECTION, "--reporter", "so-noi-vu", "--year", "2023", "--format", "json").expect(FINE).json()
    assert document["format"] == "dti-form/1" and len(document["rows"]) == 12
    contains(dti.run("check", "-", stdin=json.dumps(document, default=int).encode()).expect(FINE).out, "-: biểu: 0 lỗi")


def test_all_forms_are_written(dti):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "forms"
        for _ in range(2):  # into a folder that is not there, and into one that is
            contains(dti.run("forms", COLLECTION, "--all", "--year", "2023", "-o", path).expect(FINE).out, "34")
        names = sorted(file.name for file in path.iterdir())
        assert len(names) == 34 and "gso-49-2023-XIII-huyen-nui-thanh.csv" in names, names
        dti.run("check", *path.iterdir()).expect(FINE)
        dti.run("forms", COLLECTION, "--all", "--year", "2023", "-o", path / "no" / "such").expect(FILE)


def test_forms_of_another_collection(dti):
    files = ["tests/data/tiny-collection.json", "--framework", "tests/data/tiny-framework.json"]
    contains(dti.run("forms", *files).expect(FINE).out, "huyen-mot")
    dti.run("forms", *files, "--reporter", "huyen-mot", "--year", "2022").expect(USAGE)  # it belongs to no unit
    dti.run("forms", *files, "--reporter", "huyen-mot", "--year", "2022", "--unit", "gso:49").expect(FINE)
    run = dti.run("check", "tests/data/tiny-form.json", "--collection", *files).expect(FINE)
    contains(run.out, "tiny-form.json: biểu: 0 lỗi")
    contains(dti.run("check", "tests/data/tiny-form.json").expect(FAULT).out, "DTI-0901")
    run = dti.run("check", *files, "--lang", "en").expect(FINE)
    contains(run.out, "remark DTI-0908", "tiny-collection.json: collection: errors 0, warnings 0, remarks 4")


def test_bounds_of_no_cohort(dti):
    run = dti.run("bounds", DOSSIER).expect(FINE)
    assert json.loads(run.out)["bounds"] == []
    contains(run.err, FRAMEWORK)


def test_cohorts_that_cannot_be(dti):
    with tempfile.TemporaryDirectory() as folder:
        framework = ["--framework", COHORT % "framework"]
        first, second = dossiers(folder, 40, 80)
        twice = dti.run("bounds", first, second, first, *framework, "--lang", "en").expect(FAULT)
        assert not twice.out and "every unit counts once" in twice.err, twice.err
        second.write_text(second.read_text(encoding="utf-8").replace("2022", "2021"), encoding="utf-8")
        other = dti.run("bounds", first, second, *framework, "--lang", "en").expect(FAULT)
        assert not other.out and "only dossiers of one year are compared" in other.err, other.err
        mixed = dti.run("bounds", DOSSIER, first).expect(FAULT)
        assert not mixed.out
        contains(mixed.err, "DTI-0500", str(first))
        dti.run("bounds", first, "absent.json", *framework).expect(FILE)
        absent = dti.run("bounds", first, *framework, "-o", pathlib.Path(folder) / "no" / "such.json").expect(FILE)
        contains(absent.err, "such.json")


def test_bounds_are_named_in_the_result(dti):
    bounds = COHORT % "bounds"
    result = dti.run(*cohort("score"), "--bounds", bounds, "--format", "json").expect(FINE).json()
    assert re.fullmatch("sha256:[0-9a-f]{64}", result["bounds"]["digest"]), result["bounds"]
    text = (dti.root / bounds).read_bytes()
    assert dti.run(*cohort("score"), "--bounds=-", "--format", "json", stdin=text).expect(FINE).json() == result


def test_bounds_of_something_else(dti):
    run = dti.run("score", DOSSIER, "--bounds", COHORT % "bounds", "--lang", "en").expect(FAULT)
    assert not run.out
    contains(run.err, "dti: %s:3:23: DTI-0500 " % (COHORT % "bounds"), '"cohort"', '"%s"' % FRAMEWORK)
    dti.run("score", DOSSIER, "--bounds", "absent.json").expect(FILE)
    run = dti.run("score", DOSSIER, "--bounds", DOSSIER).expect(FAULT)
    contains(run.err, "DTI-0315", "«dti-dossier/1»", "«dti-bounds/1»")


# Wrong documents


def replaced(text, old, new, count=1):
    assert old in text, old
    return text.replace(old, new, count)


def place(text, piece):
    """Line and column, from 1, of a piece of a text."""
    before = text[: text.index(piece)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def wrong_documents(root):
    """name, text or bytes, message id, what the line must say, piece of the text that the place must be in or None"""
    dossier = (root / DOSSIER).read_text(encoding="utf-8")
    catalogue = (root / CATALOGUE).read_text(encoding="utf-8")
    yield "wrong-type", replaced(dossier, '"year": 2022', '"year": "2022"'), "DTI-0303", ["year"], '"2022"'
    yield "unknown-key", replaced(dossier, '"numbering": ', '"numbring": '), "DTI-0301", ["numbring", "numbering"], '"numbring": "province"'
    yield "duplicate-key", replaced(dossier, '"year": 2022,', '"year": 2022, "year": 2022,'), "DTI-0210", ["year"], '"year": 2022,\n'
    yield "impossible-date", replaced(dossier, "2023-11-03", "2023-02-30"), "DTI-0311", ["2023-02-30"], '"2023-02-30"'
    yield "not-utf-8", dossier.replace("Quảng", "Qu\udcffng", 1).encode("utf-8", "surrogateescape"), "DTI-0207", ["FF"], "\udcff"
    yield "cut", dossier[: len(dossier) // 2], None, [], None
    code = re.search(r'"province": "1\.2"', catalogue).group()
    wrong = replaced(catalogue, code, '"province": "1.1"')
    yield "duplicate-code", wrong, "DTI-0402", ["1.1", "province"], None
    yield "negative-maximum", replaced(catalogue, '"max_points": 10,', '"max_points": -5,'), "DTI-0304", ["-5"], "-5,"
    tree = json.loads(catalogue)
    persons = [entry for entry in tree["inputs"] if entry["kind"] == "count" and entry.get("unit") == "person"]
    a, b = persons[:2]
    a["derive"] = {"sum": [b["id"], persons[2]["id"]]}
    b["derive"] = {"sum": [a["id"], persons[3]["id"]]}
    yield "cycle", json.dumps(tree, ensure_ascii=False, indent=1), "DTI-0403", [a["id"], b["id"]], None


def test_wrong_documents(dti):
    with tempfile.TemporaryDirectory() as folder:
        for name, content, message, pieces, spot in wrong_documents(dti.root):
            path = pathlib.Path(folder) / (name + ".json")
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
            for lang, kind in (("vi", "lỗi"), ("en", "error")):
                lines = dti.run("check", path, "--lang", lang).expect(FAULT).out.splitlines()
                pattern = r"%s:(\d+):(\d+): %s (DTI-\d{4}): (.+)" % (re.escape(str(path)), kind)
                found = [re.fullmatch(pattern, line) for line in lines]
                found = [match for match in found if match and message in (None, match.group(3))]
                assert found, "%s: no line with %s in\n%s" % (name, message, "\n".join(lines))
                contains(found[0].group(4), *pieces)
                if spot:
                    text = content.decode("utf-8", "surrogateescape") if isinstance(content, bytes) else content
                    line, column = place(text, spot)
                    assert int(found[0].group(1)) == line, (name, found[0].group(0), line)
                    assert column <= int(found[0].group(2)) < column + len(spot), (name, found[0].group(0), column)


def test_findings_stand_in_the_order_of_lines(dti):
    """As they are found, an unknown key at the end comes before a wrong date within."""
    text = (dti.root / DOSSIER).read_text(encoding="utf-8")
    text = replaced(replaced(text, "2023-11-03", "2023-02-30"), '"year": 2022,', '"year": "2022",')
    end = text.rindex("}")
    text = text[:end].rstrip() + ',\n  "last": 1' + text[end:]
    lines = dti.run("check", "-", stdin=text.encode()).expect(FAULT).out.splitlines()
    found = [int(line.split(":")[1]) for line in lines[:-1]]
    assert found == [place(text, piece)[0] for piece in ('"year"', "2023-02-30", '"last"')], lines


def test_wrong_dossier_is_not_scored(dti):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bad.json"
        path.write_text('{"format": "dti-dossier/1",\n  "ghi chú": 1}', encoding="utf-8")
        for command in (["score", path], ["explain", path, "1"]):
            run = dti.run(*command).expect(FAULT)
            assert not run.out
            assert re.match(r"dti: %s:\d+:\d+: DTI-\d{4} " % re.escape(str(path)), run.err), run.err


def test_all_files_are_checked(dti):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bad.json"
        path.write_text("{", encoding="utf-8")
        run = dti.run("check", path, "absent.json", DOSSIER, CATALOGUE).expect(FILE)
        contains(run.out, "bad.json: hồ sơ: 1 lỗi", DOSSIER + ": hồ sơ: 0 lỗi", CATALOGUE + ": bộ chỉ số: 0 lỗi")
        contains(run.err, "absent.json")


def test_check_of_the_real_documents(dti):
    dti.run("check", DOSSIER).expect(FINE)
    run = dti.run("check", CATALOGUE, "--lang", "en").expect(FINE)
    contains(run.out, "assumed", "no form, system or survey asks for it")


# Files and usage


def test_unreadable_files(dti):
    for arguments in (["score", "absent.json"], ["check", "absent.json"], ["explain", "examples", "1"], ["show", "absent.json"]):
        run = dti.run(*arguments).expect(FILE)
        assert not run.out and run.err.startswith("dti: "), run.err


def test_full_disk(dti):
    if not os.path.exists("/dev/full"):
        return "no /dev/full"
    with open("/dev/full", "wb") as full:
        run = dti.run("show", FRAMEWORK, stdout=full).expect(FILE)
    assert run.err.startswith("dti: "), run.err


def test_standard_input(dti):
    text = (dti.root / DOSSIER).read_bytes()
    assert dti.run("score", "-", stdin=text, columns=80).expect(FINE).out.splitlines()[0] == "Quảng Nam, năm 2022"
    dti.run("check", "-", stdin=text).expect(FINE)
    catalogue = (dti.root / CATALOGUE).read_bytes()
    assert dti.run("show", "-", "6.12", stdin=catalogue).expect(FINE).out == dti.run("show", FRAMEWORK, "6.12").out
    by_file = dti.run("score", DOSSIER, "--framework", CATALOGUE, "--format", "json").expect(FINE).out
    assert by_file == dti.run("score", DOSSIER, "--format", "json").out


USAGE_ERRORS = [
    ([], ["thiếu lệnh", "dti --help"]),
    (["scor"], ["«scor»", "«score»", "dti --help"]),
    (["nonsense"], ["«nonsense»"]),
    (["--langg", "en", "score"], ["--langg", "--lang"]),
    (["--lang", "fr", "score", DOSSIER], ["fr", "vi, en"]),
    (["score"], ["HỒ-SƠ", "dti score --help"]),
    (["score", DOSSIER, "extra"], ["extra"]),
    (["score", DOSSIER, "--trak", "self"], ["--trak", "--track"]),
    (["score", DOSSIER, "--track"], ["--track", "appraised"]),
    (["score", DOSSIER, "--track", "apraised"], ["apraised", "«appraised»"]),
    (["score", DOSSIER, "--track="], ["--track"]),
    (["score", DOSSIER, "--help=yes"], ["--help", "yes"]),
    (["score", DOSSIER, "--format", "xml"], ["xml", "table, json"]),
    (["score", DOSSIER, "--unit", "x"], ["dti score", "--unit"]),
    (["score", DOSSIER, "--numbering", "oficial"], ["oficial", "«official»"]),
    (["score", "-", "--framework", "-"], ["«-»"]),
    (["score", DOSSIER, "--bounds"], ["--bounds", "TỆP"]),
    (["score", "-", "--bounds", "-"], ["«-»", "dti score --help"]),
    (["explain", DOSSIER, "1", "--framework", "-", "--bounds", "-"], ["«-»", "dti explain --help"]),
    (["forms"], ["BỘ-BIỂU-MẪU", "dti forms --help"]),
    (["forms", COLLECTION, "--all", "--year", "2023"], ["--output"]),
    (["forms", COLLECTION, "--reporter", "so-noi-vu"], ["--year"]),
    (["forms", COLLECTION, "--reporter", "so-noi-vu", "--all", "--year", "2023", "-o", "x"], ["--reporter", "--all"]),
    (["forms", COLLECTION, "--reporter", "so-noi", "--year", "2023"], ["«so-noi»", "dti forms --help"]),
    (["forms", COLLECTION, "--format", "table"], ["csv, json"]),
    (["bounds"], ["HỒ-SƠ", "dti bounds --help"]),
    (["bounds", "-", DOSSIER, "-"], ["«-»", "dti bounds --help"]),
    (["bounds", DOSSIER, "-o"], ["--output", "TỆP"]),
    (["explain", DOSSIER], ["MÃ"]),
    (["explain", DOSSIER, "6.99"], ["6.99", FRAMEWORK]),
    (["explain", DOSSIER, "1.100"], ["1.100", "«1.10»"]),
    (["show", FRAMEWORK, "99"], ["99"]),
    (["new", FRAMEWORK], ["--unit"]),
    (["new", FRAMEWORK, "--unit", "gso:49"], ["--year"]),
    (["new", FRAMEWORK, "--unit", "gso:49", "--year", "22"], ["22"]),
    (["new", FRAMEWORK, "--unit", "Quảng Nam", "--year", "2023"], ["Quảng Nam"]),
    (["check"], ["TỆP"]),
    (["check", "-", "-"], ["«-»"]),
]


def test_wrong_usage(dti):
    for arguments, pieces in USAGE_ERRORS:
        run = dti.run(*arguments)
        assert run.status == USAGE and not run.out, (arguments, run.status, run.out, run.err)
        assert run.err.startswith("dti: "), run.err
        contains(run.err, *pieces)


def test_wrong_usage_in_english(dti):
    for arguments in (["--lang", "en", "scor"], ["scor", "--lang=en"]):
        contains(dti.run(*arguments).expect(USAGE).err, 'there is no command "scor"; did you mean "score"?', 'See "dti --help".')


def test_unknown_framework(dti):
    contains(dti.run("show", "vn-dti-provinc-922").expect(FILE).err, "«vn-dti-provinc-922»", "«%s»" % FRAMEWORK)


def test_options_anywhere(dti):
    plain = dti.run("score", DOSSIER, "--lang", "en").expect(FINE).out
    for arguments in (["--lang", "en", "score", DOSSIER], ["score", "--lang=en", DOSSIER], ["score", "--lang", "en", "--", DOSSIER]):
        assert dti.run(*arguments).expect(FINE).out == plain


def test_help(dti):
    for lang, usage, exits in (("vi", "Cách dùng", "Mã kết thúc"), ("en", "Usage", "Exit codes")):
        program = dti.run("--help", "--lang", lang).expect(FINE).out
        contains(program, usage, exits, *COMMANDS)
        for command in COMMANDS:
            page = dti.run(command, "--help", "--lang", lang).expect(FINE).out
            contains(page, "dti " + command, usage, exits, "--lang vi|en", "--help")
            assert page == dti.run(command, "-h", "--lang", lang).out
    assert re.fullmatch(r"dti \d+\.\d+\.\d+ \(libdti \d+\.\d+\.\d+\)\n", dti.run("--version").expect(FINE).out)


# Frameworks


def test_frameworks(dti):
    contains(dti.run("frameworks").expect(FINE).out, FRAMEWORK, "1.0.0", "2021–2023", "922/QĐ-BTTTT")
    out = " ".join(dti.run("frameworks").expect(FINE).out.split())
    contains(out, "vn-dti-province-1726 1.0.0 2020 ", "vn-dti-province-405", "chưa tìm được danh mục bên dưới 8 chỉ số")


def test_show_tree(dti):
    out = dti.run("show", FRAMEWORK).expect(FINE).out
    codes = re.findall(r"^  (\d+\.\d+) ", out, re.M)
    assert len(codes) == 98 == len(set(codes)), len(codes)
    assert codes.index("1.10") == codes.index("1.9") + 1
    official = dti.run("show", FRAMEWORK, "--numbering", "official").expect(FINE).out
    mains = re.findall(r"^  (\d+)  ", official, re.M)
    assert mains == [str(number) for number in range(1, 10)], mains


def test_show_node(dti):
    out = words(dti.run("show", FRAMEWORK, "6.12").expect(FINE).out)
    contains(out, "6.12 (theo bảng của các tỉnh)", "7.12 (theo Quyết định 922)", "Tỷ lệ hồ sơ xử lý trực tuyến", "80 %", "files-processed-online-share", "Nguồn gốc")
    official = words(dti.run("show", FRAMEWORK, "7.12", "--numbering", "official").expect(FINE).out)
    assert official == out.replace("6.12 Tỷ", "7.12 Tỷ").replace("Thuộc 6 ", "Thuộc 7 ")
    contains(words(dti.run("show", FRAMEWORK, "6.2", "--lang", "en").expect(FINE).out), "deployed", "assumed", "Provenance")


# New dossiers


def test_what_is_absent_is_said(dti):
    out = " ".join(dti.run("show", "vn-dti-province-1726").expect(FINE).out.split())
    contains(out, "400 × digital-government + 300 ×", "7 chỉ số bên dưới, chưa có nguồn", "Dấu × là trọng số")
    assert "Chỉ số chính và thành phần" not in out
    out = " ".join(dti.run("show", "vn-dti-province-1726", "digital-society").expect(FINE).out.split())
    contains(out, "7 chỉ số bên dưới không có trong nguồn nào", "Hoạt động xã hội số")
    for framework in sorted((dti.root / "libdti" / "frameworks").glob("*.json")):
        contains(dti.run("check", str(framework)).expect(FINE).out, ": 0 lỗi, 0 cảnh báo")
        year = str(json.loads(framework.read_text(encoding="utf-8"))["years"]["from"])
        new = dti.run("new", framework.stem, "--unit", "gso:49", "--year", year).expect(FINE).out.encode()
        contains(dti.run("check", "-", stdin=new).expect(FINE).out, "-: hồ sơ: 0 lỗi, 0 cảnh báo")
        contains(dti.run("score", "-", stdin=new).expect(FINE).out, "Mới xác định được 0,0 %")


def test_new(dti):
    run = dti.run("new", FRAMEWORK, "--unit", "gso:49", "--year", "2023", "--name", "Quảng Nam").expect(FINE)
    dossier = json.loads(run.out)
    assert dossier["format"] == "dti-dossier/1" and dossier["year"] == 2023
    assert dossier["unit"]["id"] == "gso:49" and dossier["unit"]["names"]["vi"] == "Quảng Nam"
    framework = json.loads((dti.root / CATALOGUE).read_text(encoding="utf-8"))
    assert [entry["id"] for entry in dossier["inputs"]] == [entry["id"] for entry in framework["inputs"]]
    assert all(entry["state"] == "missing" and "value" not in entry for entry in dossier["inputs"])
    check = dti.run("check", "-", stdin=run.out.encode()).expect(FINE)
    contains(check.out, "-: hồ sơ: 0 lỗi, 0 cảnh báo")


def test_new_filled_in(dti):
    empty = dti.run("new", FRAMEWORK, "--unit", "gso:49", "--year", "2022").expect(FINE).out
    dossier = json.loads(empty)
    for entry in dossier["inputs"]:
        if entry["id"] == "files-processed-online-share":
            del entry["state"]
            entry["value"] = 51.16
    text = json.dumps(dossier).encode()
    result = dti.run("score", "-", "--format", "json", stdin=text).expect(FINE).json()
    assert nodes(result)["6.12"]["points"] == decimal.Decimal("12.79")
    contains(dti.run("score", "-", stdin=text).expect(FINE).out, "12,79")


# Overlays

def test_what_is_assumed_without_a_reason(dti):
    """No dash that nothing follows."""
    page = dti.run("check", "tests/data/walk-before.json", "--lang", "en").expect(FINE).out
    contains(page, "DTI-0451: 1: the code is assumed – no reason is given\n")
    assert "– \n" not in page


LOCAL = "examples/data/overlay-local-set.json"
TINY = "tests/data/tiny-framework.json"
CONTRADICTION = "tests/data/invalid/overlay-remove-input-that-a-rule-reads/input.json"
OFFICIAL = "tests/data/overlay-official-maximum.json"


def test_show_overlay(dti):
    out = words(dti.run("show", LOCAL).expect(FINE).out)
    contains(out, "Sửa đổi bộ chỉ số «%s», phiên bản 1.0.0" % FRAMEWORK, "10.1 Tỷ lệ thôn, tổ dân phố có tổ công nghệ số cộng đồng thêm mới")
    contains(words(dti.run("show", LOCAL, "10.1").expect(FINE).out), "[hamlets-with-digital-team]")
    changes = words(dti.run("show", OFFICIAL, "--lang", "en").expect(FINE).out).split("Changes of the base")[1]
    contains(changes.split("Overall")[0], "provenance of maximum: assumed → official")
    assert "1.2" not in changes.split("Overall")[0], changes
    assert "Sửa đổi" not in dti.run("show", FRAMEWORK).out


def test_check_overlay(dti):
    run = dti.run("check", LOCAL).expect(FINE)
    contains(run.out, "0 lỗi, 0 cảnh báo, 7 ghi chú", "bỏ qua")
    run = dti.run("check", CONTRADICTION, "--base", TINY).expect(FAULT)
    line = next(i for i, text in enumerate((dti.root / TINY).read_text(encoding="utf-8").splitlines(), 1) if '{"input": "incidents"}' in text)
    contains(run.out, "%s:%d:" % (TINY, line), "lỗi DTI-0400", "%s: bộ chỉ số: 1 lỗi" % CONTRADICTION)
    contains(words(run.err), "«%s»" % TINY, CONTRADICTION)
    run = dti.run("show", CONTRADICTION, "--base", TINY, "--lang", "en").expect(FAULT)
    contains(words(run.err), "dti: %s:%d:" % (TINY, line), "which is sound in itself")
    contains(dti.run("check", CONTRADICTION).expect(FAULT).out, "lỗi DTI-1320", "«tiny»")
    contains(dti.run("check", CONTRADICTION, "--base", FRAMEWORK).expect(FAULT).out, "lỗi DTI-1321")


def test_fault_in_a_base_that_is_built_in(dti):
    overlay = json.loads((dti.root / OFFICIAL).read_text(encoding="utf-8"))
    overlay["indicators"][0]["max_points"] = 12
    run = dti.run("check", "-", stdin=json.dumps(overlay).encode()).expect(FAULT)
    contains(run.out, FRAMEWORK + "/indicators/0/max_points: lỗi DTI-0406")


def test_score_with_an_overlay(dti):
    run = dti.run("score", DOSSIER, "--framework", LOCAL).expect(FAULT)
    contains(run.err, "DTI-1341", "example-local-set", "sha256:")
    empty = json.loads(dti.run("new", LOCAL, "--unit", "gso:49", "--year", "2022").expect(FINE).out)
    for entry in empty["inputs"]:
        if entry["id"].startswith("hamlets"):
            del entry["state"]
            entry["value"] = 50 if entry["id"] == "hamlets" else 40
    result = dti.run("score", "-", "--framework", LOCAL, "--format", "json", stdin=json.dumps(empty).encode()).expect(FINE).json()
    assert nodes(result)["10.1"]["points"] == nodes(result)["dti-local"]["points"] == 40, nodes(result)["10.1"]


# How it looks


def test_lines_fit(dti):
    for columns in (80, 100, 140):
        for arguments in (
            ["score", DOSSIER], ["score", DOSSIER, "--track", "computed"], ["score", DOSSIER, "--lang", "en"],
            ["explain", DOSSIER, "6.12"], ["show", FRAMEWORK], ["show", FRAMEWORK, "2.8"], ["score", "--help"], ["--help"],
            ["frameworks"],
        ):
            for line in dti.run(*arguments, columns=columns).expect(FINE).out.splitlines():
                assert line == line.rstrip(), "spaces at the end of %r" % line
                # Commands to be copied are not broken, nor are words longer than a line.
                is_whole = line.startswith("  dti ") or " " not in line.strip()
                assert is_whole or width(line) <= columns, "%d columns at %d: %s" % (width(line), columns, line)


def test_no_escapes_in_a_pipe(dti):
    for arguments in (["score", DOSSIER], ["show", FRAMEWORK], ["show", FRAMEWORK, "6.12"], ["check", CATALOGUE], ["--help"], ["scor"]):
        run = dti.run(*arguments)
        assert ESCAPE not in run.out + run.err, arguments


def test_terminal(dti):
    try:
        coloured = dti.on_terminal("score", DOSSIER)
    except OSError as error:
        return "no terminal: %s" % error
    contains(coloured, ESCAPE + "[1m", ESCAPE + "[31m")
    plain = dti.on_terminal("score", DOSSIER, NO_COLOR="1")
    assert ESCAPE not in plain
    assert re.sub(ESCAPE + r"\[\d+m", "", coloured) == plain
    assert plain == dti.run("score", DOSSIER, columns=90).out, "the width is not the terminal's"


def test_documents_cannot_steer_the_terminal(dti):
    dossier = json.loads((dti.root / DOSSIER).read_text(encoding="utf-8"))
    dossier["unit"]["names"]["vi"] = "Quảng\u001b[2J Nam\u202e\u0007"
    run = dti.run("score", "-", stdin=json.dumps(dossier).encode()).expect(FINE)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", run.out)
    contains(run.out, "Quảng\ufffd[2J Nam\ufffd\ufffd")


def test_combining_and_wide_characters_are_aligned(dti):
    tree = json.loads((dti.root / CATALOGUE).read_text(encoding="utf-8"))
    tree["indicators"][0]["children"][0]["names"]["vi"] = "数字化意识"
    out = dti.run("show", "-", stdin=json.dumps(tree).encode()).expect(FINE).out
    ends = {width(line) for line in out.splitlines() if re.match(r"  \d+\.\d+ .* [CNSG?]$", line)}
    assert len(ends) == 1, ends


GOLDEN = {
    "score-vi.txt": ["score", DOSSIER],
    "score-en.txt": ["score", DOSSIER, "--lang", "en"],
    "weighted-vi.txt": ["explain", BACNINH, "dti"],
    "weighted-en.txt": ["score", BACNINH, "--lang", "en"],
    "absent-vi.txt": ["show", "vn-dti-province-405"],
    "absent-en.txt": ["explain", BACNINH, "digital-economy", "--lang", "en"],
}


def pages(dti):
    """What the golden files hold, by name."""
    return {name: dti.run(*arguments).expect(FINE).out for name, arguments in GOLDEN.items()}


def test_golden(dti):
    golden(dti, pages(dti))


if __name__ == "__main__":
    sys.exit(main(globals(), pages, *sys.argv[1:]))
