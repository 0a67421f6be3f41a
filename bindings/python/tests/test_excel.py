# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Forms in Excel: what is written comes back, from LibreOffice too, and goes into a dossier."""

import os
import re
import shutil
import subprocess

import pytest

import dti

pytest.importorskip("openpyxl")
import openpyxl  # noqa: E402
from excel_book import KEY, VALUE, Book, shuffle  # noqa: E402

from dti import excel  # noqa: E402
from dti.excel.faults import MESSAGES  # noqa: E402

pytest_plugins = "excel_book"


def test_what_is_written(collection, path):
    made = openpyxl.load_workbook(excel.write_form(collection, "so-thong-tin-va-truyen-thong", None, 2023, path))
    sheet, hidden = made["Biểu I"], made["dti"]
    assert hidden.sheet_state == "veryHidden" and sheet.sheet_state == "visible" and made.security.lockStructure
    assert hidden["B3"].value == collection.digest and hidden["B7"].value == 2023
    assert sheet.protection.sheet and sheet.protection.password is None
    assert sheet.column_dimensions["A"].hidden and sheet.column_dimensions["B"].hidden
    rows = {sheet.cell(row, KEY).value: row for row in range(1, sheet.max_row + 1)}
    at = rows["VII.12"]
    texts = [sheet.cell(at, column).value for column in range(1, 9)]
    assert texts[:3] == ["VII.12", "files-processed-online-share", "VII.12"]
    assert texts[3:] == ["Tỷ lệ hồ sơ xử lý trực tuyến", "Tỷ lệ (%)", None, None, None]
    locks = [sheet.cell(at, column).protection.locked for column in range(1, 9)]
    assert locks == [True] * 5 + [False] * 3
    assert set(collection.forms["I"].rows) <= set(rows)
    titles = rows["Mã dòng"]
    assert sheet.freeze_panes == f"C{titles + 1}" and sheet.print_title_rows == f"${titles}:${titles}"
    assert (int(sheet.page_setup.paperSize), sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, 1, 0)
    shown = " ".join(str(cell.value) for row in sheet["C1:H12"] for cell in row if cell.value)
    assert "NĂM 2023" in shown and "Quảng Nam" in shown and "30/01/2024" in shown


def test_validation_by_kind(collection, tiny, path):
    def validation(book, sheet, key):
        rows = {sheet.cell(row, KEY).value: row for row in range(1, sheet.max_row + 1)}
        cell = f"F{rows[key]}"
        return next(each for each in sheet.data_validations.dataValidation if cell in each.sqref)

    made = openpyxl.load_workbook(excel.write_form(collection, "so-thong-tin-va-truyen-thong", None, 2023, path))
    sheet, hidden = made["Biểu I"], made["dti"]
    count = validation(made, sheet, "I.4")
    assert (count.type, count.operator, count.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert "số nguyên từ 0" in count.error and count.prompt and count.errorStyle in (None, "stop")
    ratio = validation(made, sheet, "VII.12")
    assert (ratio.type, ratio.operator, ratio.formula1, ratio.formula2) == ("decimal", "between", "0", "100")
    choice = validation(made, sheet, "VII.2")
    answers = [cell[0].value for cell in hidden[choice.formula1.removeprefix("dti!").replace("$", "")]]
    assert choice.type == "list" and answers == list(collection.forms["I"].rows["VII.2"].input.choices.values())
    answer = validation(made, sheet, "VII.1")
    assert [cell[0].value for cell in hidden[answer.formula1.removeprefix("dti!").replace("$", "")]] == ["Có", "Không"]
    for each in sheet.data_validations.dataValidation:
        assert len(each.prompt) <= 255 and len(each.error) <= 225 and len(each.promptTitle) <= 32

    made = openpyxl.load_workbook(excel.write_form(tiny, "so-noi-vu", "gso:49", 2022, path))
    money = validation(made, made["Biểu A"], "II.4")
    assert money.type == "decimal"


def test_a_form_comes_back_the_same(filled, tiny, path):
    for form in (filled, dti.Form.new(tiny, "so-noi-vu", "gso:49", 2022)):
        excel.write_form(tiny, "so-noi-vu", "gso:49", 2022, path, form=form)
        assert excel.read_form(path, tiny) == form and excel.check_form(path, tiny) == ()


def test_all_forms_of_a_province(collection, tmp_path):
    paths = excel.write_forms(collection, "gso:49", 2023, tmp_path / "bieu-mau")
    assert [path.stem for path in paths] == list(collection.reporters)
    (tmp_path / "bieu-mau" / "~$so-noi-vu.xlsx").write_bytes(b"open elsewhere")
    forms = excel.read_forms(tmp_path / "bieu-mau", year=2023)
    assert {form.reporter.id for form in forms} == set(collection.reporters)
    for form in forms:
        assert form == dti.Form.new(collection, form.reporter, "gso:49", 2023)


def test_wrong_arguments(tiny, filled, path):
    with pytest.raises(dti.NotFoundError, match="so-noi-vu"):
        excel.write_form(tiny, "so-noi-v", "gso:49", 2022, path)
    with pytest.raises(ValueError, match="2023"):
        excel.write_form(tiny, "so-noi-vu", "gso:49", 2023, path, form=filled)
    with pytest.raises(TypeError):
        excel.write_form("vn-quangnam-2023", "so-noi-vu", None, 2023, path)
    with pytest.raises(TypeError, match="collection"):
        excel.read_form(path, "vn-quangnam-2023")
    assert not path.exists(), "nothing is written of a form that cannot be made"


@pytest.mark.parametrize("reordered", [False, True])
def test_saved_by_libreoffice(filled, tiny, path, tmp_path, reordered):
    office = shutil.which("soffice")
    if not office:
        pytest.skip("no LibreOffice")
    book = Book(tiny, path, filled)
    if reordered:
        shuffle(book, 3)
    book["II.4"] = "=1+0.234"
    book.save()
    command = [
        office,
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    # What a sanitizer puts before the interpreter is not for others.
    env = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    subprocess.run([*command, "--outdir", tmp_path / "out", path], check=True, capture_output=True, timeout=240, env=env)
    form = excel.read_form(tmp_path / "out" / "form.xlsx", tiny)
    if not reordered:
        assert form == filled
    assert form.rows["II.4"].value == 1.234 and form.rows["I.1"].value == filled.rows["I.1"].value
    assert form.rows["II.7"].state is dti.State.NOT_ASSESSED


def fill(path, figures):
    """A workbook filled in by hand: figures by key of row."""
    made = openpyxl.load_workbook(path)
    sheet = made.worksheets[0]
    figures = dict(figures, **{"@date": "15/01/2024"})
    for row in range(1, sheet.max_row + 1):
        key = sheet.cell(row, KEY).value
        if key in figures:
            sheet.cell(row, VALUE).value = figures.pop(key)
    assert not figures
    made.save(path)


def test_from_empty_forms_to_points(framework, collection, tmp_path):
    folder = tmp_path / "bieu-mau"
    excel.write_forms(collection, "gso:49", 2023, folder)
    fill(folder / "so-thong-tin-va-truyen-thong.xlsx", {"VII.12": "51,16", "VII.1": "Có"})
    fill(folder / "huyen-dai-loc.xlsx", {"I.2": 3})
    fill(folder / "thanh-pho-hoi-an.xlsx", {"I.2": "4"})
    dossier, report = dti.Dossier.build(framework, "gso:49", 2023).merge(excel.read_forms(folder, year=2023))
    assert dossier.inputs["files-processed-online-share"].value == 51.16
    # 20 points at 80 %: 51.16 ÷ 80 × 20, as the ministry printed it for 2022.
    result = dossier.score(collection=collection)
    assert result["6.12"].exact_points == 12_790_000_000
    assert result.overall.points >= 12.79 and not report.errors
    districts = dossier.inputs[collection.forms["XIII"].rows["I.2"].input.id]
    said = {each.reporter: each.value for each in districts.reports if each.value is not None}
    assert said == {"huyen-dai-loc": 3, "thanh-pho-hoi-an": 4}


def test_the_guide_lists_every_fault(root):
    """Ids are stable: what the table of the guide says, the package says."""
    guide = (root / "docs/python.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| (XLSX-\d\d) \| (.+) \|$", guide, re.MULTILINE))
    assert [int(id[5:]) for id in listed] == list(range(1, 19))
    said = {id: " | ".join(text.format(found="…", expected="…") for text in both) for id, both in MESSAGES.items()}
    assert listed == said
