# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Dossiers as tables: data frames with a row per input, out and in, and the page of a notebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dti import _dti, _frames, _html
from dti._core import LangLike, lang_of, member
from dti.builder import DossierBuilder
from dti.enums import InputKind, Lang, State
from dti.indicator import Input
from dti.values import ValueLike

if TYPE_CHECKING:
    from dti.dossier import Dossier

_HEADS = ("input", "name", "value", "state", "unit", "agency", "form", "row", "reason", "source", "place")


def frame_of(dossier: Dossier, lang: LangLike) -> Any:
    """A row for each input of a dossier."""
    spoken = lang_of(lang)
    rows = (
        (
            figure.id,
            figure.input.name_in(spoken),
            figure.value,
            figure.state.name.lower().replace("_", "-"),
            figure.input.unit_in(spoken),
            figure.agency,
            figure.form,
            figure.row,
            figure.reason_in(spoken),
            figure.source,
            figure.place,
        )
        for figure in dossier.inputs.values()
    )
    table = list(rows)
    made = _frames.frame(_HEADS, table, index="input")
    # One column of numbers, answers and texts: each stays what it is.
    made["value"] = _frames.pandas().Series([row[2] for row in table], index=made.index, dtype=object)
    return made


def page_of(dossier: Dossier) -> str:
    """What is reported; what is missing is counted, and listed only where nothing is reported."""
    figures = list(dossier.inputs.values())
    counts = Counter(figure.state for figure in figures)
    title = f"{dossier.name} {dossier.year}: {counts[State.PRESENT]} trong {len(figures)} số liệu"
    words = (f"{_dti.state_name(state, Lang.VI)}: {counts[state]}" for state in State if state and counts[state])
    shown = [figure for figure in figures if figure.state is State.PRESENT] or figures
    rows = ((f.name, f.text, f.agency_name, f.id) for f in shown)
    return _html.table(title, ("Tên", "Số liệu", "Cơ quan báo cáo", "Mã"), rows, note="; ".join(words))


def fill(builder: DossierBuilder, frame: Any) -> None:
    """Puts the rows of a frame (or of a series of values) into a builder."""
    pandas = _frames.pandas()
    if isinstance(frame, pandas.Series):
        frame = frame.to_frame("value")
    if not isinstance(frame, pandas.DataFrame):
        raise TypeError(f"frame: expected a pandas.DataFrame or Series, not {type(frame).__name__}")
    if "input" in frame.columns:
        frame = frame.set_index("input")
    if "value" not in frame.columns:
        raise ValueError(f"frame: expected a column 'value', found {', '.join(map(repr, frame.columns)) or 'none'}")
    twice = frame.index[frame.index.duplicated()]
    if len(twice):
        raise ValueError(f"frame: {twice[0]!r} stands there twice")
    for id, row in _rows(frame):
        value = _value(builder.framework.inputs[id], row)
        reason = row.get("reason") if isinstance(value, State) else None
        builder.set(id, value, reason=reason, agency=row.get("agency"))


def _rows(frame: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    pandas = _frames.pandas()
    columns = [name for name in ("value", "state", "reason", "agency") if name in frame.columns]
    for position, id in enumerate(frame.index):
        cells = {name: frame[name].iloc[position] for name in columns}
        empty = {name for name, cell in cells.items() if pandas.api.types.is_scalar(cell) and pandas.isna(cell)}
        yield id, {name: cell for name, cell in cells.items() if name not in empty}


def _value(input: Input, row: dict[str, Any]) -> ValueLike:
    said = row.get("state")
    state = None if said is None else member(State, said)
    value: Any = row.get("value")
    if value is None:
        if state is State.PRESENT:
            raise ValueError(f"{input.id}: the state says 'present', and there is no value")
        return State.MISSING if state is None else state
    if state not in (None, State.PRESENT):
        raise ValueError(f"{input.id}: the state says {said!r}, and there is a value")
    if input.kind is InputKind.YES_NO and not isinstance(value, str) and value in (0, 1):
        return bool(value)  # a column of numbers has made 1.0 of True
    plain: ValueLike = value
    return plain
