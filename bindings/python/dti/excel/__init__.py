# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Forms as Excel workbooks: written for each agency, and read back from whatever Excel or LibreOffice saved.

>>> import dti
>>> from dti import excel
>>> collection = dti.Collection.builtin("vn-quangnam-2023")
>>> paths = excel.write_forms(collection, "gso:49", 2023, "bieu-mau")  # one workbook per reporter
>>> form = excel.read_form("bieu-mau/so-noi-vu.xlsx")

Needs openpyxl, which is imported when it is first used.
"""

from dti.excel.faults import Fault, WorkbookError
from dti.excel.read import check_form, read_form, read_forms
from dti.excel.write import write_form, write_forms

__all__ = ["Fault", "WorkbookError", "check_form", "read_form", "read_forms", "write_form", "write_forms"]
