# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Data frames. pandas is imported when the first one is asked for, never before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any


def pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise ImportError("data frames need pandas: apt-get install python3-pandas, or pip install pandas") from error
    return pandas


def frame(columns: Sequence[str], rows: Iterable[Sequence[object]], index: str | None = None) -> Any:
    """A pandas.DataFrame of rows, with one of its columns as index."""
    made = pandas().DataFrame.from_records([tuple(row) for row in rows], columns=list(columns))
    return made.set_index(index) if index else made
