# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The notebooks run from the first cell to the last, as they are, and show what they promise."""

import pathlib
import re

import pytest

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel")
pytest.importorskip("matplotlib")
pytest.importorskip("openpyxl")
pytest.importorskip("pandas")

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "examples/notebooks"

# File, pictures drawn, and words and figures that a reader must find: 6.12 by the plan, the ranks as published and what is short
# of rank 25 (607,7 − 580,8), the conflict of the made-up forms and the points of one of them, the misprint of 3.2.
NOTEBOOKS = [
    ("1-score-and-explain", 2, ["583,83 điểm trên 1000", "được 12,79 điểm", "Hiện nay 12,79 điểm; với 70 % sẽ là 17,50 điểm"]),
    (
        "2-forms-to-dossier",
        0,
        [
            "34 biểu",
            "gặp «12o0», cần một số",
            "1 cảnh báo",
            "100 % của 10 điểm là 10 điểm",
            "10,00 đến 1000,00",
            "Lê Văn C chấp nhận",
        ],
    ),
    (
        "3-ranks-over-years",
        3,
        ["Quảng Nam: hạng 31, giá trị 0,5808", "Thừa Thiên Huế", "gso:49", "Hạng 25: còn thiếu 26,90 điểm", "32 → 24"],
    ),
    ("4-losses-and-figures", 1, ["lẽ ra phải là 41,77", "7,87 điểm lẽ ra phải là 7,85 điểm", "## I. Kết quả chung"]),
]


def test_all_are_tested():
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == [name for name, _, _ in NOTEBOOKS]


@pytest.mark.parametrize("name, pictures, words", NOTEBOOKS, ids=[name for name, _, _ in NOTEBOOKS])
def test_runs(name, pictures, words):
    book = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    nbformat.validate(book)
    cells = [cell for cell in book.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in cells), "notebooks are kept without what they show"
    nbclient.NotebookClient(book, timeout=240, kernel_name="python3", resources={"metadata": {"path": FOLDER}}).execute()
    outputs = [output for cell in cells for output in cell.outputs]
    shown = "".join(
        output.get("text", "") + "".join(str(part) for part in output.get("data", {}).values()) for output in outputs
    )
    assert sum("image/png" in output.get("data", {}) for output in outputs) == pictures
    assert not any(output.output_type == "error" or output.get("name") == "stderr" for output in outputs), shown
    for word in words:
        assert word in shown, word
    printed = "".join(output.get("text", "") for output in outputs)
    assert not re.search(r"\d\.\d+ (điểm|%|tỷ)|giá trị \d\.", printed), "numbers are printed as they are written in Vietnamese"
    assert not re.search(r"<\w+ [^>]*>|Axes", printed), "words are printed, and no objects"
