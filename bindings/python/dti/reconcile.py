# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Reconciliation: whether published and stated figures hold together, and which of them are most likely wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dti import _dti
from dti._core import handle_of, member, whole
from dti.enums import QuantityKind
from dti.framework import Framework
from dti.reconciliation import Reconciliation

__all__ = ["Reconciliation", "Statement", "reconcile"]


@dataclass(frozen=True)
class Statement:
    """A single figure, from a newspaper or a speech, say: one of points, value or rank."""

    code: str
    """Of a node, in the default numbering."""
    text: str
    """As printed, such as "0,5808"."""
    quantity: QuantityKind | str = QuantityKind.POINTS
    """What it states: "points", "value" or "rank"."""
    unit: str | None = None
    """Id or name of the unit; None: one unit without a name."""
    year: int | None = None
    """Year assessed; None: not said."""
    decimals: int = 0
    """Precision meant, if it is more than is printed: 4 for "0,8" that stands for 0.8000."""
    source: str | None = None
    """Title of where it stands; None: not said."""

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"text: expected str, as it is printed, not {type(self.text).__name__}")


def reconcile(
    *things: Any,
    statements: Iterable[Statement] = (),
    framework: Framework | None = None,
    most: int = 3,
    progress: Callable[[int, int], object] | None = None,
) -> Reconciliation:
    """Reconcile what was stated. Every figure stands for an interval, right to its last digit; all arithmetic is exact.

    Hundreds of figures in conflict take seconds; other threads run meanwhile, and Ctrl-C stops it.

    Args:
        things: results (of their dossiers what is stated on their track, or on the highest one), tables, targets.
        statements: single figures besides.
        framework: what was assessed; None: that of the things, the default one if there are none.
        most: how many figures to look for at most that are wrong together, 1 to 3.
        progress: called now and then with the steps that are done, and the most that are ever taken: nearly all figures need
            far less. What it raises ends the search and comes out of it.

    Raises:
        VersionError: things of different frameworks.
        UnresolvedError: there is no node with the code of a statement. InvalidValueError: it is no figure.
        LimitError: too many figures, or ties between them.
    """
    handles = [_handle(thing) for thing in things]
    if framework is None:
        framework = things[0].framework if things else Framework.builtin()
    figures = _dti.Figures.new(handle_of(framework, Framework, "framework"))
    for handle in handles:
        _ADDERS[type(handle)](figures, handle)
    for statement in statements:
        _add(figures, statement)
    return Reconciliation._made(figures.reconcile(whole(most, "most"), progress), framework)


_ADDERS: dict[type, Callable[[Any, Any], None]] = {
    _dti.Result: _dti.Figures.add_dossier,
    _dti.Table: _dti.Figures.add_table,
    _dti.Targets: _dti.Figures.add_targets,
}


def _handle(thing: Any) -> Any:
    handle = getattr(thing, "_c", None)
    if type(handle) in _ADDERS and type(thing).__module__ != "dti._dti":
        return handle
    hint = "; statements= takes those" if isinstance(thing, Statement) else ""
    raise TypeError(f"expected Result, Table or Targets, not {type(thing).__name__}{hint}")


def _add(figures: Any, statement: Statement) -> None:
    if not isinstance(statement, Statement):
        raise TypeError(f"statements: expected Statement, not {type(statement).__name__}")
    year = 0 if statement.year is None else whole(statement.year, "year")
    quantity = member(QuantityKind, statement.quantity)
    decimals = whole(statement.decimals, "decimals")
    figures.add(statement.unit, year, statement.code, quantity, statement.text, decimals, statement.source)
