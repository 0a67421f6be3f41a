# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Dossiers: what was found for one unit in one year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Self

from dti import _dti
from dti._core import (
    Digested,
    Document,
    LangLike,
    PathLike,
    Written,
    handle_of,
    handle_or_none,
    handles_of,
    lang_of,
    member,
    options,
    path_of,
)
from dti.builder import DossierBuilder
from dti.changes import ChangeBlock, Changes
from dti.dossier_frame import fill, frame_of, page_of
from dti.enums import Stage, State, Track
from dti.evidence import Evidence
from dti.figures import Figure, Figures
from dti.framework import Framework
from dti.history import History
from dti.report import Report
from dti.values import ValueLike

if TYPE_CHECKING:
    from dti.bounds import Bounds
    from dti.collection import Collection
    from dti.form import Form
    from dti.result import Result


class Dossier(Digested, Written):
    """What was found for one unit in one year: figures, stated points, evidence, replies, stages.

    Immutable: what changes one gives another. Equal if the digests of content and stages are; shared between threads. Made by :meth:`load`,
    :meth:`parse` and :meth:`build`, and of other dossiers by :meth:`with_` and :meth:`change`.
    """

    __slots__ = ("_framework", "_document")
    _c: _dti.Dossier
    _framework: Framework
    _document: dict[str, Any] | None

    @classmethod
    def _made(cls, handle: Any, framework: Framework | None = None) -> Self:
        made = cls._wrap(handle)
        made._framework = framework or Framework._made(handle.framework())
        made._document = None
        return made

    @classmethod
    def parse(cls, text: Document, framework: Framework | None = None, *, source: str | None = None) -> Self:
        """Read a document of format "dti-dossier/1".

        Args:
            text: the document, str or UTF-8 bytes.
            framework: what it is bound to; None: the built-in one that it names.
            source: name of the document in messages.

        Raises:
            DtiError: the first fault, with its place; :meth:`check` tells all of them.
            VersionError: the framework is another than the one that it names.
        """
        handle = handle_or_none(framework, Framework, "framework")
        return cls._made(_dti.Dossier.parse(text, handle, options(source)), framework)

    @classmethod
    def load(cls, path: PathLike, framework: Framework | None = None) -> Self:
        """Read a document from a file.

        Raises:
            FileError: it cannot be read; MissingFileError, which is a FileNotFoundError too: there is none.
            DtiError: as :meth:`parse`.
        """
        handle = handle_or_none(framework, Framework, "framework")
        return cls._made(_dti.Dossier.load(path_of(path), handle, options()), framework)

    @classmethod
    def build(
        cls,
        framework: Framework,
        unit: str,
        year: int,
        inputs: Mapping[str, ValueLike] | None = None,
        *,
        id: str | None = None,
        name: str | None = None,
        name_en: str | None = None,
        stated: Mapping[str, Mapping[str, str]] | None = None,
    ) -> Dossier:
        """A dossier of figures at hand; :class:`DossierBuilder` makes one row by row.

        Args:
            framework: what it is bound to.
            unit, year: what is assessed, such as "gso:49" in 2022.
            inputs: id of the input to its value, as :meth:`DossierBuilder.set` takes it. What is not named is missing.
            id: of the dossier; None: unit and year.
            name, name_en: of the unit.
            stated: track to code to points as printed: ``{"appraised": {"6.12": "12,79"}}``.

        Raises:
            NotFoundError, TypeError, DtiError: as :meth:`DossierBuilder.set`.
        """
        builder = DossierBuilder.new(framework, unit, year, id=id, name=name, name_en=name_en)
        for input, value in dict(inputs or {}).items():
            builder[input] = value
        for track, texts in (stated or {}).items():
            for code, text in texts.items():
                builder.state(code, text, track=track)
        return builder.build()

    @classmethod
    def from_frame(
        cls,
        frame: Any,
        framework: Framework,
        unit: str,
        year: int,
        *,
        id: str | None = None,
        name: str | None = None,
        name_en: str | None = None,
    ) -> Dossier:
        """A dossier of a pandas.DataFrame with a row per input, or of a Series.

        The index, or a column "input", has ids, the column "value" values as :meth:`build` takes them; columns "state",
        "reason" and "agency" count if they are there. A cell without a value is missing.

        Raises:
            ValueError: no column of values, an input twice, a value and a state that says otherwise; also as :meth:`build`.
        """
        builder = DossierBuilder.new(framework, unit, year, id=id, name=name, name_en=name_en)
        fill(builder, frame)
        return builder.build()

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per input: input (the index), name, value, state, unit, agency, form, row, reason,
        source, place."""
        return frame_of(self, lang)

    @staticmethod
    def check(text: Document, framework: Framework | None = None, *, source: str | None = None) -> Report:
        """Every finding of a document: faults, breached constraints, figures that contradict what they derive from."""
        handle = handle_or_none(framework, Framework, "framework")
        return Report._wrap(_dti.Dossier.check(text, handle, options(source)))

    def to_json(self) -> str:
        """The document; read again it has the same digest."""
        return self._c.write()

    # The digest of a dossier is what its stages speak of, so it cannot cover them.
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dossier):
            return NotImplemented
        return self._c is other._c or (self.digest == other.digest and self.stages == other.stages)

    __hash__ = Digested.__hash__

    def __reduce__(self) -> Any:
        return (Dossier.parse, (self.to_json(), self._framework))

    @property
    def framework(self) -> Framework:
        """The framework it is bound to."""
        return self._framework

    @property
    def id(self) -> str:
        """Id, such as "quangnam-2022"."""
        return self._c.id()

    @property
    def unit(self) -> str:
        """Id of the unit, such as "gso:49"."""
        return self._c.unit_id()

    @property
    def name(self) -> str:
        """Name of the unit in Vietnamese; its id if it has no name."""
        return self.name_in("vi")

    def name_in(self, lang: LangLike) -> str:
        """Name of the unit in a language; Vietnamese where there is no other."""
        return self._c.unit_name(lang_of(lang))

    @property
    def year(self) -> int:
        """The year assessed."""
        return self._c.year()

    @property
    def numbering(self) -> str:
        """Numbering of the codes in the document."""
        return self._c.numbering()

    @property
    def inputs(self) -> Mapping[str, Figure]:
        """Figures by the ids of inputs, in the order of the framework; those that are missing are there too."""
        return Figures(self)

    @property
    def _written(self) -> dict[str, Any]:
        # What no getter tells, such as texts and who reported: the document says it, read when first asked for.
        if self._document is None:
            import json

            document: dict[str, Any] = json.loads(self.to_json())
            document["inputs"] = {each["id"]: each for each in document["inputs"]}
            self._document = document
        return self._document

    @property
    def _entries(self) -> dict[str, dict[str, Any]]:
        entries: dict[str, dict[str, Any]] = self._written["inputs"]
        return entries

    @property
    def agencies(self) -> dict[str, str]:
        """Agencies that report, id to name in Vietnamese."""
        return {each["id"]: each.get("names", {}).get("vi", each["id"]) for each in self._written.get("agencies", ())}

    @property
    def sources(self) -> dict[str, str]:
        """Sources that figures are taken from, id to title in Vietnamese."""
        return {each["id"]: each["titles"]["vi"] for each in self._written.get("sources", ())}

    @property
    def keeps_evidence(self) -> bool:
        """Whether it keeps evidence, be it an empty list: then it has a supported track."""
        return self._c.has_evidence()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its records of evidence, in the order of their ids."""
        return tuple(Evidence._wrap(self._c.evidence(index)) for index in range(self._c.evidence_count()))

    def find_evidence(self, id: str) -> Evidence | None:
        """A record of evidence by id; None if there is none."""
        index = self._c.evidence_find(id)
        return None if index is None else Evidence._wrap(self._c.evidence(index))

    def reply(self, code: str) -> History | None:
        """The history of the reply to the appraisal of a component; None if nobody replied.

        Raises:
            NotFoundError: there is no such code.
        """
        history = self._c.reply(self.framework[code].index)
        return None if history is None else History._wrap(history)

    @property
    def stage(self) -> Stage:
        """Where it stands in the work of a year."""
        return Stage(self._c.stage())

    def stage_name(self, lang: LangLike = "vi") -> str:
        """Where it stands, in words: «đang thu thập», "collecting"."""
        return _dti.stage_name(self.stage, lang_of(lang))

    @property
    def stages(self) -> History:
        """The history of its stages."""
        return History._wrap(self._c.stages())

    def apply(self, changes: Changes) -> Dossier:
        """Apply changes in their order; this dossier stays as it is.

        Raises:
            VersionError: the changes are of another framework.
            DtiError: the dossier is locked, a step is not legal now, a record does not continue the one that is there.
        """
        return Dossier._made(handle_of(changes, Changes, "changes").apply(self._c), self.framework)

    def with_(
        self, values: Mapping[str, ValueLike] | None = None, /, *, reason: str | None = None, **inputs: ValueLike
    ) -> Dossier:
        """This dossier with other figures: ``dossier.with_({"vn-domains": 4000})``, ``dossier.with_(vn_domains=4000)``.

        Args:
            values: id of the input to its value, as :meth:`Changes.set` takes it.
            reason: why.
            inputs: the same by name, with "_" for "-".

        Raises:
            NotFoundError, TypeError: as :meth:`Changes.set`.
            DtiError: as that, and if the dossier is locked.
        """
        changes = Changes.new(self.framework, reason=reason)
        for id, value in dict(values or {}).items():
            changes.set(id, value)
        for name, value in inputs.items():
            changes.set(name.replace("_", "-"), value)
        return self.apply(changes)

    def change(self, *, reason: str | None = None) -> ChangeBlock:
        """A block of changes::

            with dossier.change(reason="…") as c:
                c["vn-domains"] = 4000
                c.set_points("6.12", "12,79", track="appraised")
            after = c.dossier

        ``reason`` is the one of each change that has none of its own.
        """
        return ChangeBlock._new(self, reason)

    def merge_plan(self, forms: Iterable[Form]) -> tuple[Changes, Report]:
        """What forms would change, for :meth:`apply`, and what does not hold together then; see :meth:`merge`."""
        from dti.form import Form

        changes, report = _dti.merge(self._c, handles_of(forms, Form, "forms"))
        return Changes._made(changes, self.framework), Report._wrap(report)

    def merge(self, forms: Iterable[Form]) -> tuple[Dossier, Report]:
        """Merge forms into it: the new dossier, and what does not hold together in it.

        Neither the order of the forms nor merging one of them twice makes a difference, and nothing is lost: districts are
        summed, a later revision supersedes the earlier one. Where reporters contradict each other the figure stays undecided
        until somebody decides, in a block of changes: ``c.decide(…)``.

        Raises:
            VersionError: a form is of another framework or collection.
            InvalidValueError: a form is of another unit or year.
        """
        changes, report = self.merge_plan(forms)
        return self.apply(changes), report

    def review(self, last_year: Dossier | None = None) -> Report:
        """What does not hold together: conflicts between reporters, breached constraints, and, with last year's dossier of
        the unit, figures that jumped."""
        return Report._wrap(_dti.merge_review(self._c, handle_or_none(last_year, Dossier, "last_year")))

    def to_sheet(self, numbering: str | None = None) -> str:
        """The table of points as CSV: code, maximum, self, appraised, final, cause.

        Args:
            numbering: of the codes; None: that of the document.

        Raises:
            NotFoundError: the framework has no such numbering.
        """
        return _dti.sheet_write(self._c, numbering)

    def merge_sheet(self, text: Document, *, numbering: str | None = None, source: str | None = None) -> Dossier:
        """This dossier with the points and causes of a table as :meth:`Changes.from_sheet` reads it."""
        return self.apply(Changes.from_sheet(text, self.framework, numbering=numbering, source=source))

    def score(
        self, track: Track | str = "default", *, bounds: Bounds | None = None, collection: Collection | None = None
    ) -> Result:
        """Score it.

        Args:
            track: whose points: "default" is the highest stated track that is present, "computed" if none is.
            bounds: least and most of the cohort, for rules that hold a unit against others.
            collection: names the agencies that owe what is missing.

        Raises:
            DtiError: the track is not there, or bounds or collection are of another framework.
        """
        from dti.result import Result

        return Result._new(self, member(Track, track), bounds, collection)

    def __repr__(self) -> str:
        present = sum(figure.state is State.PRESENT for figure in self.inputs.values())
        return f"<Dossier {self.id}: {self.name} {self.year}, {present} of {len(self.inputs)} figures>"

    def _repr_html_(self) -> str:
        return page_of(self)
