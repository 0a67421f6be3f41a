# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Losses: where points were lost, why, who answers for it, and what the next step would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from dti import _dti, _frames, _html
from dti._core import Derived, LangLike, Written, format_points, handle_or_none, lang_of, member, points
from dti._parts import Parts
from dti.indicator import Indicator
from dti.enums import LossesBy, LossesOrder
from dti.loss import Cut, Loss, LossGroup
from dti.result import Result

if TYPE_CHECKING:
    from dti.table import Table


class Losses(Derived, Written, Parts[Loss]):
    """The losses of a result, on its track: a sequence of what cannot be divided further, the largest first.

    An item is the loss of a component, what the stated components of a main indicator leave open, or the loss of a node whose
    parts stand in no source. The items below a node add up to its maximum minus its points, exactly. Immutable; made by
    ``Result.losses()``.
    """

    __slots__ = ("_result", "_table")
    _c: _dti.Losses
    _result: Result
    _table: Table | None

    @classmethod
    def _new(cls, result: Result, table: Table | None) -> Self:
        from dti.table import Table

        made = cls._wrap(_dti.Losses.new(result._c, handle_or_none(table, Table, "table")))
        made._result = result
        made._table = table
        return made

    def _key(self) -> tuple[Result, Table | None]:
        return (self._result, self._table)

    @property
    def result(self) -> Result:
        """What lost them."""
        return self._result

    @property
    def table(self) -> Table | None:
        """Where the unit stands among others; None without."""
        return self._table

    def __len__(self) -> int:
        return self._c.count()

    def _part(self, index: int) -> Loss:
        return Loss(self, index)

    def sum(self, code: Indicator | str) -> float:
        """The losses of all items below a node: its maximum minus its points.

        0 of a component whose loss lies in what its main indicator has unallocated.

        Raises:
            NotFoundError: there is no such code.
        """
        return points(self.exact_sum(code))

    def exact_sum(self, code: Indicator | str) -> int:
        """The losses of all items below a node, in 10⁻⁹ point."""
        return self._c.sum(self._result.framework._node(code))

    def by(self, what: LossesBy | str) -> tuple[LossGroup, ...]:
        """The items put together by "main", "agency" or "cause".

        By main indicator in the order of the framework; by agency and by cause the largest loss first. An item with several
        agencies stands with each of them; the items of nobody stand last.
        """
        by = member(LossesBy, what)
        return tuple(LossGroup(self, by, index) for index in range(self._c.group_count(by)))

    def steps(self, order: LossesOrder | str = "largest") -> tuple[Loss, ...]:
        """The items that have a next step, in an order.

        Args:
            order: "largest": what brings the most points first. "easiest": one document, one answer, one unit that earns a
                whole tier first, then units and items, then percentage points and tiers that are further away.
        """
        asked = member(LossesOrder, order)
        return tuple(Loss(self, self._c.step(asked, index)) for index in range(self._c.step_count()))

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """The differences between the stated tracks, in the order of the framework."""
        return tuple(Cut(self, index) for index in range(self._c.cut_count()))

    def to_json(self, lang: LangLike = "vi", *, numbering: str | None = None) -> str:
        """The losses as a document of format "dti-losses/1".

        Args:
            lang: language of names and sentences.
            numbering: numbering of the codes; None: the dossier's.

        Raises:
            NotFoundError: the framework has no such numbering.
        """
        return self._c.write(numbering, lang_of(lang))

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per item, the largest loss first.

        Columns: code, name, kind, points, certain, share (of the overall loss), cause, agencies (ids), gain (of the next
        step, to its component), step (in words).
        """
        heads = ("code", "name", "kind", "points", "certain", "share", "cause", "agencies", "gain", "step")
        return _frames.frame(heads, (_row(loss, lang) for loss in self))

    def __repr__(self) -> str:
        first = f", most in {self[0].code}: {self[0].points:g}" if self else ""
        return f"<Losses {self._result.dossier.unit} {self._result.dossier.year}: {len(self)} items{first}>"

    def _repr_html_(self) -> str:
        dossier = self._result.dossier
        title = f"{dossier.name} {dossier.year} ({self._result.track_name()}): {len(self)} chỗ mất điểm"
        heads = ("Mã", "Tên", "Điểm mất", "Tỷ trọng", "", "Nguyên nhân", "Cơ quan", "Bước tiếp theo")
        most = max(self[0].exact_points, 1) if self else 1
        return _html.table(title, heads, (_shown(loss, most, dossier.numbering) for loss in self))


def _row(loss: Loss, lang: LangLike) -> tuple[object, ...]:
    step = loss.step
    return (
        *(loss.code, loss.name_in(lang), loss.kind.name.lower(), loss.points, loss.certain, loss.share),
        *(_dti.cause_id(loss.cause), " ".join(agency.id for agency in loss.agencies)),
        *(loss.gain() if step else None, step.text(lang) if step else ""),
    )


def _shown(loss: Loss, most: int, numbering: str) -> tuple[object, ...]:
    lost = format_points(loss.exact_points, loss.score.result.framework.digits[0])
    share = f"{loss.share:.1%}".replace(".", ",").replace("%", " %")
    bar = _html.Bar(loss.exact_points / most, share, width=5)
    agencies = ", ".join(agency.name for agency in loss.agencies)
    numbers = (_html.Number(lost), _html.Number(share), bar)
    return (loss.node.code_in(numbering), loss.name, *numbers, loss.cause_name(), agencies, loss.step or "")
