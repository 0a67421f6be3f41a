# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Units: who is assessed, through changes of name, code and border."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, Self

from dti import _dti, _frames, _html
from dti._core import (
    DayLike,
    Document,
    LangLike,
    PathLike,
    Titled,
    builtin_names,
    bytes_of,
    date_or_none,
    day_or_none,
    day_text,
    known,
    lang_of,
    member,
    options,
    path_of,
    read,
    whole,
)
from dti._parts import Named, Part, place_of
from dti.enums import Lang, Provenance, UnitPart
from dti.report import Report


class Units(Titled, Named["Unit"]):
    """A register of units: a mapping by id, ``units["gso:48"]``, in the order of the document.

    An id outlives what it stands for: an *entry* is a unit in a period, and one id may have several. The mapping gives the
    last entry of an id; :attr:`entries` are all of them, :meth:`at` those of a day, and :meth:`resolve` finds what somebody
    means by a name. Immutable; equal if the digests are; shared between threads.
    """

    __slots__ = ("_text",)
    _c: _dti.Units
    _text: bytes | None

    @classmethod
    def _made(cls, handle: Any, text: bytes | None = None) -> Self:
        made = cls._wrap(handle)
        made._text = text
        return made

    @classmethod
    def builtin(cls, id: str = "vn-provinces") -> Self:
        """A register that is built into the library; ids are listed by :meth:`builtins`.

        Raises:
            NotFoundError: there is none of that id.
        """
        return cls._made(_dti.Units.builtin(known(id, cls.builtins()), options()))

    @staticmethod
    def builtins() -> tuple[str, ...]:
        """Ids of the registers that are built in."""
        return builtin_names(_dti.Units.builtin_count(), _dti.Units.builtin_id)

    @classmethod
    def parse(cls, text: Document, *, source: str | None = None) -> Self:
        """Read a document of format "dti-units/1".

        Raises:
            DtiError: the first fault, with its place; :meth:`check` tells all of them.
        """
        handle = _dti.Units.parse(text, options(source))
        return cls._made(handle, bytes_of(text))

    @classmethod
    def load(cls, path: PathLike) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        text = read(path, lambda name: _dti.Units.load(name, options()))
        return cls.parse(text, source=path_of(path))

    @staticmethod
    def check(text: Document, *, source: str | None = None) -> Report:
        """Every finding of a document."""
        return Report._wrap(_dti.Units.check(text, options(source)))

    def __reduce__(self) -> Any:
        return (Units.builtin, (self.id,)) if self._text is None else (Units.parse, (self._text,))

    @property
    def level(self) -> str:
        """Level, such as "province"."""
        return self._c.level()

    @property
    def systems(self) -> dict[str, str]:
        """Systems of codes, id to name in Vietnamese; the first is that of the ids."""
        return {self._c.system_id(i): self._c.system_name(i, Lang.VI) for i in range(self._c.system_count())}

    @property
    def groups(self) -> dict[str, str]:
        """Groups, such as regions: id to name in Vietnamese."""
        return self.groups_in("vi")

    def groups_in(self, lang: LangLike) -> dict[str, str]:
        """Groups with their names in a language."""
        spoken = lang_of(lang)
        return {self._c.group_id(i): self._c.group_name(i, spoken) for i in range(self._c.group_count())}

    def _find(self, id: str) -> int | None:
        return self._c.find(id, None)

    def _part(self, index: int) -> Unit:
        return Unit(self, index)

    @property
    def _where(self) -> str:
        return self.id

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(self._c.unit_id(entry) for entry in range(self._c.count())))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def entries(self) -> tuple[Unit, ...]:
        """All entries in the order of the document: an id in every period that it was used in."""
        return tuple(Unit(self, entry) for entry in range(self._c.count()))

    def entry(self, index: int) -> Unit:
        """An entry by its position.

        Raises:
            IndexError: out of range.
        """
        return Unit(self, place_of(index, self._c.count()))

    def at(self, day: DayLike) -> tuple[Unit, ...]:
        """The units that are valid on a day."""
        on = day_text(day)
        return tuple(unit for unit in self.entries if self._c.is_valid(unit.index, on))

    def find(self, id: str, day: DayLike | None = None) -> Unit | None:
        """The entry of an id that is valid on a day, by default the last one; None if there is none."""
        entry = self._c.find(id, day_or_none(day))
        return None if entry is None else Unit(self, entry)

    def resolve(self, text: str, day: DayLike | None = None) -> Unit:
        """The unit that somebody means by an id, a code, a name or another spelling, in any case, composed or decomposed.

        Args:
            text: such as "gso:49", "iso:VN-27", "Quảng Nam", "TP.HCM".
            day: only what is valid then; None: the last entry of whatever is found.

        Raises:
            NotFoundError: none or several fit; the candidates are told.
            InvalidValueError: the day is none.
        """
        if not isinstance(text, str):
            raise TypeError(f"expected the name or id of a unit, not {type(text).__name__}")
        return Unit(self, self._c.resolve(text, day_or_none(day)))

    def _entry_of(self, unit: Unit | str, day: str | None) -> int:
        """The entry that a user means on a day: of text what it resolves to; of a Unit its own, or, if that is of another
        time, the one that it was or became by renaming."""
        if not isinstance(unit, Unit):
            return self.resolve(unit, day).index
        if unit.units != self:
            raise ValueError(f"{unit!r} is of the register {unit.units.id}, not of {self.id}")
        if day is None or unit.is_valid(day):
            return unit.index
        return next((other.index for other in self.at(day) if self._c.is_same(unit.index, other.index)), unit.index)

    def to_json(self, units: Sequence[Unit] | None = None) -> str:
        """A document of format "dti-unit-list/1": all that is known of each, by default of all entries."""
        entries = None if units is None else [self._entry_of(unit, None) for unit in units]
        return self._c.write(entries)

    def to_frame(self, day: DayLike | None = None, *, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per entry, or per unit of a day: id (the index), name, group, valid_from, valid_until,
        predecessors, successors (tuples of ids)."""
        spoken = lang_of(lang)
        heads = ("id", "name", "group", "valid_from", "valid_until", "predecessors", "successors")
        rows = (
            (
                unit.id,
                unit.name_in(spoken),
                unit.group_name_in(spoken),
                unit.valid_from,
                unit.valid_until,
                tuple(other.id for other in unit.predecessors),
                tuple(other.id for other in unit.successors),
            )
            for unit in (self.entries if day is None else self.at(day))
        )
        return _frames.frame(heads, rows, index="id")

    def __repr__(self) -> str:
        return f"<Units {self.id} {self.version}: {len(self)} ids, {self._c.count()} entries>"

    def _repr_html_(self) -> str:
        rows = ((unit.id, unit.name, unit.group_name, unit.valid_from, unit.valid_until) for unit in self.entries)
        return _html.table(f"{self.title} ({self.id})", ("Mã", "Tên", "Vùng, nhóm", "Từ ngày", "Đến hết ngày"), rows)


class Unit(Part):
    """An entry of a register: a unit in a period."""

    __slots__ = ()
    _c: _dti.Units
    _of: Units

    @property
    def units(self) -> Units:
        """The register."""
        return self._of

    @property
    def id(self) -> str:
        """Id, such as "gso:49"."""
        return self._c.unit_id(self._i)

    @property
    def name(self) -> str:
        """Name in Vietnamese."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name in a language; Vietnamese where there is no other."""
        return self._c.unit_name(self._i, lang_of(lang))

    def code(self, system: str) -> str | None:
        """Code in a system: ``unit.code("iso")`` is "VN-27"; None if it has none there."""
        text: str = self._c.unit_code(self._i, system)
        return text or None

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other spellings, such as "TT-Huế"."""
        return tuple(self._c.unit_alias(self._i, i) for i in range(self._c.unit_alias_count(self._i)))

    @property
    def group(self) -> str | None:
        """Id of its group, such as a region; None if none is known."""
        group = self._c.unit_group(self._i)
        return None if group is None else self._c.group_id(group)

    @property
    def group_name(self) -> str | None:
        """Name of its group in Vietnamese; None if none is known."""
        return self.group_name_in("vi")

    def group_name_in(self, lang: LangLike) -> str | None:
        """Name of its group in a language."""
        group = self._c.unit_group(self._i)
        return None if group is None else self._c.group_name(group, lang_of(lang))

    @property
    def parent(self) -> str | None:
        """Id of the unit of a higher level that it belongs to; None if none."""
        text: str = self._c.unit_parent(self._i)
        return text or None

    @property
    def valid_from(self) -> datetime.date | None:
        """First day of the entry; None: open."""
        return date_or_none(self._c.unit_from(self._i))

    @property
    def valid_until(self) -> datetime.date | None:
        """Last day of the entry; None: open."""
        return date_or_none(self._c.unit_until(self._i))

    def is_valid(self, day: DayLike | None = None) -> bool:
        """Whether it is valid on a day; None: whether it is the last entry of its id."""
        return self._c.is_valid(self._i, day_or_none(day))

    @property
    def predecessors(self) -> tuple[Unit, ...]:
        """The entries that it was formed from."""
        count = self._c.unit_predecessor_count(self._i)
        return tuple(Unit(self._of, self._c.unit_predecessor(self._i, i)) for i in range(count))

    @property
    def successors(self) -> tuple[Unit, ...]:
        """The entries that were formed from it."""
        count = self._c.unit_successor_count(self._i)
        return tuple(Unit(self._of, self._c.unit_successor(self._i, i)) for i in range(count))

    def is_same(self, other: Unit) -> bool:
        """Whether both are one unit that goes on: the same entry, or joined by renamings alone."""
        return self._c.is_same(self._i, self._of._entry_of(other, None))

    def population(self, year: int) -> int | None:
        """Inhabitants in a year; None if not known."""
        count: int = self._c.unit_population(self._i, whole(year, "year", 0, 9999))
        return count or None

    def provenance(self, part: UnitPart | str = UnitPart.ID) -> Provenance:
        """Where a part of it ("id", "names", "codes", "group", "predecessors") comes from."""
        return Provenance(self._c.unit_provenance(self._i, member(UnitPart, part)))

    def provenance_source(self, part: UnitPart | str = UnitPart.ID, lang: LangLike = "vi") -> str | None:
        """Title of the source behind that provenance; None if there is none."""
        return self._c.unit_provenance_source(self._i, member(UnitPart, part), lang_of(lang)) or None

    def provenance_note(self, part: UnitPart | str = UnitPart.ID, lang: LangLike = "vi") -> str | None:
        """Remark beside that provenance: why something is assumed; None if there is none."""
        return self._c.unit_provenance_note(self._i, member(UnitPart, part), lang_of(lang)) or None

    def __repr__(self) -> str:
        until = self.valid_until
        return f"<Unit {self.id}: {self.name!r}{f', until {until}' if until else ''}>"
