# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Results: a scored dossier. A mapping from codes to scores, in the order of the framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Self

from dti import _dti, _frames, _html
from dti._core import (
    DayLike,
    Derived,
    LangLike,
    Written,
    day_or_none,
    format_points,
    handle_of,
    handle_or_none,
    handles_of,
    lang_of,
    member,
    missing,
)
from dti._parts import Named
from dti.dossier import Dossier
from dti.enums import Lang, PaperFormat, PaperKind, Track
from dti.framework import Framework
from dti.gaps import EvidenceGap
from dti.report import Report
from dti.score import Score, Scores

if TYPE_CHECKING:
    from dti.bounds import Bounds
    from dti.collection import Collection
    from dti.losses import Losses
    from dti.progress import Progress
    from dti.reconcile import Reconciliation
    from dti.table import Table


class Result(Derived, Written, Named[Score]):
    """A scored dossier: points, loss, cause and next step of every node, on one track.

    A mapping: ``result["6.12"]`` is a :class:`Score`, iteration in the order of the framework, codes in its first numbering.
    Immutable; equal if dossier, track, bounds and collection are; shared between threads. Made by ``Dossier.score()``.
    """

    __slots__ = ("_dossier", "_bounds", "_collection")
    _c: _dti.Result
    _dossier: Dossier
    _bounds: Bounds | None
    _collection: Collection | None

    @classmethod
    def _made(cls, handle: Any, dossier: Dossier, bounds: Bounds | None, collection: Collection | None) -> Self:
        # Objects know what their handles do not, such as the document that a framework was read from.
        made = cls._wrap(handle)
        made._dossier = dossier
        made._bounds = bounds
        made._collection = collection
        return made

    @classmethod
    def _new(cls, dossier: Dossier, track: Track, bounds: Bounds | None, collection: Collection | None) -> Self:
        from dti.bounds import Bounds
        from dti.collection import Collection

        cohort = handle_or_none(bounds, Bounds, "bounds")
        handle = dossier._c.score(track, cohort, handle_or_none(collection, Collection, "collection"))
        return cls._made(handle, dossier, bounds, collection)

    def _key(self) -> tuple[Dossier, Track, Bounds | None, Collection | None]:
        return (self._dossier, self.track, self._bounds, self._collection)

    @property
    def dossier(self) -> Dossier:
        """What was scored."""
        return self._dossier

    @property
    def framework(self) -> Framework:
        """What is assessed; its positions are those of :attr:`point_vector`."""
        return self._dossier.framework

    @property
    def bounds(self) -> Bounds | None:
        """What cohort rules were measured against; None without."""
        return self._bounds

    @property
    def collection(self) -> Collection | None:
        """Whose due date evidence was measured against; None without."""
        return self._collection

    @property
    def track(self) -> Track:
        """Whose points the nodes carry; never "default"."""
        return Track(self._c.track())

    def track_name(self, lang: LangLike = "vi") -> str:
        """Word for the track."""
        return _dti.track_name(self.track, lang_of(lang))

    def _find(self, code: str) -> int | None:
        return self.framework._find(code)

    def _instead(self, code: str) -> Iterable[str]:
        return self.framework._instead(code)

    def _part(self, index: int) -> Score:
        return Score(self, index)

    @property
    def _where(self) -> str:
        return self.framework.id

    def __iter__(self) -> Iterator[str]:
        return iter(self.framework)

    def __len__(self) -> int:
        return len(self.framework)

    def find(self, code: str, numbering: str | None = None) -> Score | None:
        """A score by its code in a numbering; None if there is none."""
        node = self.framework.find(code, numbering)
        return None if node is None else Score(self, node.index)

    @property
    def overall(self) -> Score:
        """The overall result.

        Raises:
            NotFoundError: the framework has no overall index.
        """
        node = self.framework.overall
        if node is None:
            missing("overall", self.framework.id, ())
        return Score(self, node.index)

    @property
    def indices(self) -> Scores:
        """The indices, the overall one and the pillars, by code."""
        return Scores(self, self.framework.indices)

    @property
    def mains(self) -> Scores:
        """The main indicators by code."""
        return Scores(self, self.framework.mains)

    @property
    def components(self) -> Scores:
        """The components by code."""
        return Scores(self, self.framework.components)

    @property
    def point_vector(self) -> memoryview:
        """Points of all nodes in 10⁻⁹ point: int64, one per node in the order of ``framework.nodes``, read-only, no copy.

        ``numpy.asarray(result.point_vector)`` shares the memory and keeps it alive.
        """
        return self._c.points_of_all()

    @property
    def value_vector(self) -> memoryview:
        """Values of all nodes, 0 to 1: float64, otherwise as :attr:`point_vector`."""
        return self._c.values_of_all()

    @property
    def findings(self) -> Report:
        """What scoring found: stated figures that contradict computed ones, residuals beyond what is left."""
        return Report._wrap(self._c.findings())

    @property
    def gaps(self) -> tuple[EvidenceGap, ...]:
        """What keeps evidence from carrying components, by component, then by record; empty without evidence."""
        return tuple(EvidenceGap(self, gap) for gap in range(self._c.gap_count()))

    def losses(self, table: Table | None = None) -> Losses:
        """Where points were lost, why, who answers for it, and what the next steps would bring.

        Args:
            table: where the unit stands among others, for ranks after a step; of the same framework.

        Raises:
            VersionError: the table is of another framework.
        """
        from dti.losses import Losses

        return Losses._new(self, table)

    def progress(self, collection: Collection | None = None, *, today: DayLike | None = None) -> Progress:
        """Who owes what: per reporter the rows, the evidence and the points at stake.

        Args:
            collection: who reports what, and until when; None: the one that the dossier was scored with.
            today: the day in Vietnam, a date or "YYYY-MM-DD"; None: this very day.

        Raises:
            TypeError: no collection, here or there.
            VersionError: the collection is of another framework.
            ValueError: no date.
        """
        from dti.progress import Progress

        return Progress._new(self, collection or self._collection, today)

    def submission(self, lang: LangLike = "vi", *, numbering: str | None = None) -> str:
        """What the province sends to the ministry, as a document of format "dti-submission/1".

        The points of the sheet are the self-assessed ones that are stated, else the computed ones. The document names the
        digest of the package, those of dossier and framework and, per record, of its file and of the head of its history.

        Args:
            lang: language of names and findings.
            numbering: numbering of the codes; None: the dossier's.

        Raises:
            NotFoundError: the framework has no such numbering.
        """
        return _dti.submission_write(self._c, numbering, lang_of(lang))

    def submission_digest(self) -> str:
        """Digest of that package, "sha256:…", whatever language and numbering it is shown in."""
        return _dti.submission_digest(self._c)

    def check_submission(self) -> Report:
        """What keeps the submission from being complete; complete is what has no error in it.

        Errors are components with neither evidence nor a written explanation, and figures in dispute; evidence that is not
        accepted is remarked.
        """
        return Report._wrap(_dti.submission_check(self._c))

    def paper(
        self,
        kind: PaperKind | str = "analysis",
        format: PaperFormat | str = "markdown",
        lang: LangLike = "vi",
        *,
        numbering: str | None = None,
        tables: Iterable[Table] = (),
        reconciliation: Reconciliation | None = None,
        day: DayLike | None = None,
    ) -> str:
        """What the result means, as text for people. The same input gives the same text.

        Args:
            kind: "analysis" of the result, or "explanation": the reply to the ministry's appraisal.
            format: "markdown", or "html": one page with pictures and styles inside, without script.
            lang: language of the text.
            numbering: numbering of the codes; None: the dossier's.
            tables: results of many units, any years, for ranks, moves and means.
            reconciliation: what does not hold together; None: found here, of the dossier and the tables.
            day: day on the paper, a date or "YYYY-MM-DD".

        Raises:
            NotFoundError: no such numbering, or an explanation of a dossier in which nothing is appraised.
            VersionError: a table is of another framework.
            ValueError: no date.
            LimitError: too many figures to be reconciled.
        """
        from dti.table import Table

        return _dti.paper_write(
            self._c,
            member(PaperKind, kind),
            member(PaperFormat, format),
            lang_of(lang),
            numbering,
            handles_of(tables, Table, "tables"),
            _reconciliation(reconciliation),
            day_or_none(day),
        )

    def explain(self, code: str, lang: LangLike = "vi", *, numbering: str | None = None) -> str:
        """A node in words, as ``result[code].explain()``."""
        return self[code].explain(lang, numbering=numbering)

    def to_json(self, lang: LangLike = "vi", *, numbering: str | None = None) -> str:
        """The result as a document of format "dti-result/1".

        Args:
            lang: language of findings and traces.
            numbering: numbering of the codes; None: the dossier's.

        Raises:
            NotFoundError: the framework has no such numbering.
        """
        return self._c.write(numbering, lang_of(lang))

    def to_frame(self, lang: LangLike = "vi") -> Any:
        """A pandas.DataFrame with a row per node and its code as index.

        Columns: name, kind, parent, points, max_points, value, loss, loss_share (of the overall loss), state, cause,
        coverage, agencies (ids).
        """
        return _frames.frame(_HEADS, (_row(Score(self, node), lang) for node in range(self._c.node_count())), index="code")

    def __repr__(self) -> str:
        made = f"{self._dossier.unit} {self._dossier.year} {self.track.name.lower()}"
        return f"<Result {made}: {_told(self, Lang.EN)}>"

    def _repr_html_(self) -> str:
        heads = ("Mã", "Chỉ số chính", "Điểm", "Tối đa", "Mất", "Tỷ lệ điểm")
        rows = (_shown(main, self._dossier.numbering) for main in self.mains.values())
        title = f"{self._dossier.name} {self._dossier.year} ({self.track_name()}): {_told(self, Lang.VI)}"
        return _html.table(title, heads, rows)


_HEADS = (
    *("code", "name", "kind", "parent", "points", "max_points", "value"),
    *("loss", "loss_share", "state", "cause", "coverage", "agencies"),
)


def _row(score: Score, lang: LangLike) -> tuple[object, ...]:
    parent = score.parent
    return (
        *(score.code, score.name_in(lang), score.kind.name.lower(), parent.code if parent else ""),
        *(score.points, score.max_points, score.value, score.loss, score.loss_share_of_overall),
        *(score.state.name.lower(), _dti.cause_id(score.cause), score.coverage),
        " ".join(agency.id for agency in score.agencies),
    )


def _shown(main: Score, numbering: str) -> tuple[object, ...]:
    digits, value_digits = main.result.framework.digits
    got, lost = (_html.Number(format_points(exact, digits)) for exact in (main.exact_points, main.exact_loss))
    most = _html.Number(_short(main.max_points, Lang.VI))
    said = _dti.value_format(main.exact_points, main.exact_max_points, value_digits, Lang.VI)
    bar = _html.Bar(main.value, said) if main.exact_max_points else None
    return (main.indicator.code_in(numbering), main.name, got, most, lost, bar)


def _short(most: float, lang: Lang) -> str:
    """A maximum as people write it: without decimals where it has none."""
    return f"{most:g}".replace(".", "," if lang is Lang.VI else ".")


def _told(result: Result, lang: Lang) -> str:
    """The overall result in one line, as people print it."""
    node = result.framework.overall
    if node is None:
        return {Lang.VI: f"{len(result.mains)} chỉ số chính", Lang.EN: f"{len(result.mains)} mains"}[lang]
    overall = result.overall
    digits, value_digits = result.framework.digits
    got, most = format_points(overall.exact_points, digits, lang), _short(overall.max_points, lang)
    value = _dti.value_format(overall.exact_points, overall.exact_max_points, value_digits, lang)
    if lang is Lang.VI:
        return f"{got} trên {most} điểm, giá trị {value}"
    return f"{got} of {most} points, value {value}"


def _reconciliation(given: Reconciliation | None) -> Any:
    if given is None:
        return None
    from dti.reconcile import Reconciliation

    return handle_of(given, Reconciliation, "reconciliation")
