# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Rankings: who stands where among many units, how far it is to the next one, and what is usual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from dti import _dti, _frames, _html
from dti._core import Derived, LangLike, Written, lang_of, member, missing, points_or_none, whole
from dti._parts import Part, Parts
from dti.enums import Basis, RankingBy, RankMethod
from dti.indicator import Indicator
from dti.rows import Row, value_text
from dti.units import Unit

if TYPE_CHECKING:
    from dti.table import Table


class Ranking(Derived, Written, Parts["Place"]):
    """The units of a table in order: a sequence of places, ranked units best first, then those that are not ranked.

    With groups: group by group. It rests on exact points where they were computed, else on printed values, else on printed
    ranks, and says which (:attr:`basis`). Immutable. Made by :meth:`Table.ranking`.
    """

    __slots__ = ("_table", "_by")
    _c: _dti.Ranking
    _table: Table
    _by: RankingBy | tuple[int, ...]

    @classmethod
    def _new(cls, table: Table, node: int, by: RankingBy | str | Sequence[int], method: RankMethod, basis: Basis) -> Self:
        numbers = None
        if isinstance(by, (str, RankingBy)):
            kind = member(RankingBy, by)
            if kind is RankingBy.CALLER:
                raise ValueError("by: expected a whole number for each row")
        else:
            kind = RankingBy.CALLER
            numbers = tuple(whole(number, "by", 0, 2**32 - 1) for number in by)
            if len(numbers) != len(table.rows):
                raise ValueError(f"by: {len(numbers)} numbers for {len(table.rows)} rows")
        made = cls._wrap(_dti.Ranking.new(table._c, node, method, basis, kind, numbers))
        made._table = table
        made._by = kind if numbers is None else numbers
        return made

    def _key(self) -> tuple[Table, int, RankingBy | tuple[int, ...], RankMethod, Basis]:
        return (self._table, self._c.node(), self._by, self.method, self.basis)

    @property
    def table(self) -> Table:
        """What was ranked."""
        return self._table

    @property
    def indicator(self) -> Indicator:
        """By what."""
        return self._table.framework.node(self._c.node())

    @property
    def basis(self) -> Basis:
        """What the ranks rest on."""
        return Basis(self._c.basis())

    @property
    def method(self) -> RankMethod:
        """How ties are ranked."""
        return RankMethod(self._c.method())

    def __len__(self) -> int:
        return self._c.count()

    def _part(self, index: int) -> Place:
        return Place(self, index)

    def of(self, unit: Unit | str) -> Place:
        """The place of a unit, by id, name or another spelling: ``ranking.of("Quảng Nam").rank``.

        Raises:
            NotFoundError: there is no such unit, or several fit, or it is not in the table.
        """
        place = self._c.find(self._table.units._entry_of(unit, self._table._c.day()))
        if place is None:
            missing(unit.id if isinstance(unit, Unit) else unit, self._table.id, (each.name for each in self))
        return Place(self, place)

    @property
    def ranked(self) -> tuple[Place, ...]:
        """The places that have a rank."""
        return tuple(place for place in self if place.rank is not None)

    @property
    def missing(self) -> tuple[Place, ...]:
        """The places without: units of the register that the table has no figure of."""
        return tuple(place for place in self if place.rank is None)

    @property
    def groups(self) -> tuple[RankingGroup, ...]:
        """The groups that were ranked apart; without groups one that holds all."""
        return tuple(RankingGroup(self, group) for group in range(self._c.group_count()))

    def mean(self) -> float | None:
        """Mean of the amounts of all, in points; None without amounts. With groups ask each of :attr:`groups`."""
        return self._whole().mean()

    def stated_mean(self) -> float | None:
        """The mean of all units as somebody printed it, in points; None if nobody did."""
        return self._whole().stated_mean()

    def quantile(self, part: int, whole: int) -> float | None:
        """Quantile of the amounts of all, in points: the 1st of 4 is the lower quartile. See :meth:`RankingGroup.quantile`."""
        return self._whole().quantile(part, whole)

    def _whole(self) -> RankingGroup:
        groups = self.groups
        if len(groups) != 1:
            raise ValueError(f"{len(groups)} groups are ranked apart; ask each of ranking.groups")
        return groups[0]

    def to_json(self, *, numbering: str | None = None) -> str:
        """The ranking as its document; codes in a numbering, None: the table's."""
        return self._c.write(numbering)

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per place: unit (the name, index), id, rank, worst, tied, points, value, band,
        group."""
        spoken = lang_of(lang)
        heads = ("unit", "id", "rank", "worst", "tied", "points", "value", "band", "group")
        rows = (
            (
                place.unit.name_in(spoken),
                place.unit.id,
                place.rank,
                place.worst,
                place.tied,
                place.points,
                place.value,
                place.band,
                place.group.name_in(spoken),
            )
            for place in self
        )
        frame = _frames.frame(heads, rows, index="unit")
        kind = "Float64" if self.method is RankMethod.FRACTIONAL else "Int64"
        return frame.astype({"rank": kind, "worst": kind, "points": "float64", "value": "float64"})

    def __repr__(self) -> str:
        year = self._table.year
        counts = f"{len(self.ranked)} of {len(self)} units"
        return f"<Ranking of {year} by {self.indicator.code}: {counts}, {self.basis.name.lower()}>"

    _HEADS = ("Hạng", "Đơn vị", "Giá trị", "Điểm", "Nhóm")

    def _html_rows(self, places: Sequence[Place] | None = None) -> list[tuple[object, ...]]:
        return [
            (place.rank, place.name, value_text(place.value), place.points, place.group.name or place.unit.group_name)
            for place in (self if places is None else places)
        ]

    def _repr_html_(self) -> str:
        basis = _dti.basis_name(self.basis, lang_of("vi"))
        note = f"Theo {basis}; {len(self.ranked)} trong {len(self)} đơn vị có hạng."
        title = f"{self.indicator.name}, {self._table.year}"
        return _html.table(title, self._HEADS, self._html_rows(), note=note, most=100)


class RankingGroup(Part):
    """Units that are ranked together: a region, the caller's group, or all."""

    __slots__ = ()
    _c: _dti.Ranking
    _of: Ranking

    @property
    def name(self) -> str:
        """Name in Vietnamese; "" without groups, and of those that have none."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language."""
        return self._c.group_name(self._i, lang_of(lang))

    @property
    def size(self) -> int:
        """Number of its units, ranked or not."""
        return self._c.group_size(self._i)

    @property
    def ranked(self) -> int:
        """Number of its units that have a rank."""
        return self._c.group_ranked(self._i)

    @property
    def places(self) -> tuple[Place, ...]:
        """Its places, in order."""
        first = self._c.group_first(self._i)
        return self._of[first : first + self.size]

    @property
    def amount_count(self) -> int:
        """Number of its units that have amounts: what mean and quantiles rest on."""
        return self._c.amount_count(self._i)

    def exact_mean(self) -> int | None:
        """Mean of the amounts in 10⁻⁹ point, rounded once; None without amounts."""
        return self._c.mean(self._i) if self.amount_count else None

    def mean(self) -> float | None:
        """Mean of the amounts, in points; None without amounts."""
        return points_or_none(self.exact_mean())

    def stated_mean(self) -> float | None:
        """Its mean as somebody printed it, of all its units, in points; None if nobody did."""
        return points_or_none(self._c.stated_mean(self._i))

    def quantile(self, part: int, whole: int) -> float | None:
        """Quantile of the amounts, in points, by linear interpolation (R's type 7); None without amounts.

        Args:
            part: the 1st of 4 is the lower quartile, the 1st of 2 the median; 0 to whole.
            whole: 1 to 1,000,000.

        Raises:
            ValueError: other parts.
        """
        return points_or_none(self.exact_quantile(part, whole))

    def exact_quantile(self, part: int, whole: int) -> int | None:
        """The same in 10⁻⁹ point."""
        if not (0 < _count(whole) <= 1_000_000 and 0 <= _count(part) <= whole):
            raise ValueError(f"quantile {part} of {whole}: expected 0 ≤ part ≤ whole, 1 ≤ whole ≤ 1000000")
        return self._c.quantile(self._i, part, whole) if self.amount_count else None

    def __repr__(self) -> str:
        return f"<RankingGroup {self.name!r}: {self.ranked} of {self.size} units ranked>"

    def _repr_html_(self) -> str:
        note = f"{self.ranked} trong {self.size} đơn vị có hạng."
        return _html.table(self.name, self._of._HEADS, self._of._html_rows(self.places), note=note)


_count = whole


class Place(Part):
    """Where one unit stands."""

    __slots__ = ()
    _c: _dti.Ranking
    _of: Ranking

    @property
    def ranking(self) -> Ranking:
        """What it is part of."""
        return self._of

    @property
    def unit(self) -> Unit:
        """The unit."""
        return Unit(self._of.table.units, self._c.unit(self._i))

    @property
    def id(self) -> str:
        """Id of the unit."""
        return self.unit.id

    @property
    def name(self) -> str:
        """Name of the unit in Vietnamese."""
        return self.unit.name

    @property
    def row(self) -> Row | None:
        """Row of the unit in the table; None if it has none."""
        row = self._c.row(self._i)
        return None if row is None else Row(self._of.table, row)

    @property
    def rank(self) -> int | float | None:
        """Rank, from 1; a float of fractional ranks, which may end in .5; None of who is not ranked."""
        return self._rank(self._c.rank(self._i))

    @property
    def worst(self) -> int | float | None:
        """The worst rank that it would have if all that are missing in its group were before it; None of who is not ranked."""
        return self._rank(self._c.worst(self._i))

    def _rank(self, rank: float) -> int | float | None:
        if not rank:
            return None
        return rank if self._of.method is RankMethod.FRACTIONAL else int(rank)

    @property
    def tied(self) -> int:
        """Number of units that share the rank, itself included."""
        return self._c.tie(self._i)

    @property
    def exact_points(self) -> int | None:
        """Points in 10⁻⁹ point, also where the ranks rest on ranks and an amount is known; None if none is."""
        return self._c.points(self._i) if self._c.has_points(self._i) else None

    @property
    def points(self) -> float | None:
        """Points; None if none are known."""
        return points_or_none(self.exact_points)

    @property
    def value(self) -> float | None:
        """Points ÷ maximum, from 0 to 1; None if none is known."""
        exact = self.exact_points
        most = self._of.indicator.exact_max_points
        return None if exact is None else exact / most if most else 0.0

    @property
    def band(self) -> str | None:
        """Id of the grade band of the framework that it falls into; None if none, or if it cannot be told."""
        band = self._c.band(self._i)
        return None if band is None else self._of.table.framework.bands[band][0]

    @property
    def group(self) -> RankingGroup:
        """The group in which it is ranked; without groups one that holds all."""
        return RankingGroup(self._of, self._c.group(self._i))

    def exact_distance(self, rank: int) -> int | None:
        """What it lacks to have as many points as the unit on a rank of its group, in 10⁻⁹ point."""
        return self._c.distance(self._i, whole(rank, "rank", 1, 2**32 - 1))

    def distance(self, rank: int) -> float | None:
        """Points short of a rank of its group, 0 if it has that or a better one; None if amounts are not known.

        Args:
            rank: from 1; behind a tie of two on rank 4 they hold rank 5 too.
        """
        return points_or_none(self.exact_distance(rank))

    @property
    def next(self) -> Place | None:
        """The next better unit of its group; None of the best and of who is not ranked."""
        place = self._c.next(self._i)
        return None if place is None else Place(self._of, place)

    @property
    def side(self) -> int | None:
        """Where it stands against the mean of its group: −1 below, 0 at, 1 above; None if it cannot be told."""
        return self._c.side(self._i)

    def __repr__(self) -> str:
        return f"<Place {self.rank if self.rank is not None else '–'}: {self.name!r}>"
