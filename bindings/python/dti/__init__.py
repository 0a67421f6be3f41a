# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The Digital Transformation Index (DTI) of Vietnam's provinces: definitions as data, exact scores, explained.

>>> import dti
>>> framework = dti.Framework.builtin("vn-dti-province-922")
>>> framework["6.12"].max_points
20.0
"""

import typing

from dti import enums, errors
from dti._core import format_points
from dti._dti import algorithm_version, version
from dti.assessment import Assessment, Standing
from dti.bounds import Bound, Bounds
from dti.builder import DossierBuilder
from dti.changes import Change, ChangeBlock, Changes
from dti.collection import Collection, CollectionForm, CollectionRow, Reporter
from dti.columns import Column, Columns
from dti.comparison import Comparison, Line, UnitComparison
from dti.crosswalk import Crosswalk, Pair
from dti.dossier import Dossier
from dti.enums import *  # noqa: F401, F403 (every enumeration, listed there)
from dti.errors import *  # noqa: F401, F403
from dti.evidence import Evidence
from dti.figures import Figure, Reported
from dti.form import Form, FormRow, Thing
from dti.framework import Framework
from dti.gaps import EvidenceGap
from dti.history import History, Step
from dti.indicator import Indicator, Input
from dti.loss import Cut, Loss, LossGroup, RankAfter
from dti.losses import Losses
from dti.movement import Movement
from dti.program import Program
from dti.progress import Owed, Progress
from dti.rank import rank_points
from dti.ranking import Place, Ranking, RankingGroup
from dti.reconcile import Statement, reconcile
from dti.reconciliation import Interval, Problem, Reading, ReconciledFigure, Reconciliation, Repair, SolvedPart, Suspect, Tie
from dti.report import Finding, Report
from dti.result import Result
from dti.rows import PrintedFigure, Row
from dti.score import Agency, NextStep, Score
from dti.scoreboard import Scoreboard
from dti.stated import StatedFigure
from dti.table import Table
from dti.targets import Target, Targets
from dti.units import Unit, Units

__all__ = [
    "Agency",
    "Assessment",
    "Bound",
    "Bounds",
    "Change",
    "ChangeBlock",
    "Changes",
    "Collection",
    "CollectionForm",
    "CollectionRow",
    "Column",
    "Columns",
    "Comparison",
    "Crosswalk",
    "Cut",
    "Dossier",
    "DossierBuilder",
    "Evidence",
    "EvidenceGap",
    "Figure",
    "Finding",
    "Form",
    "FormRow",
    "Framework",
    "History",
    "Indicator",
    "Input",
    "Interval",
    "Line",
    "Loss",
    "LossGroup",
    "Losses",
    "Movement",
    "NextStep",
    "Owed",
    "Pair",
    "Place",
    "PrintedFigure",
    "Problem",
    "Program",
    "Progress",
    "RankAfter",
    "Ranking",
    "RankingGroup",
    "Reading",
    "ReconciledFigure",
    "Reconciliation",
    "Repair",
    "Report",
    "Reported",
    "Reporter",
    "Result",
    "Row",
    "Score",
    "Scoreboard",
    "SolvedPart",
    "Standing",
    "StatedFigure",
    "Statement",
    "Step",
    "Suspect",
    "Table",
    "Target",
    "Targets",
    "Thing",
    "Tie",
    "Unit",
    "UnitComparison",
    "Units",
    "algorithm_version",
    "format_points",
    "rank_points",
    "reconcile",
    "version",
]
__all__ += enums.__all__
__all__ += errors.__all__

__version__ = version()

if not typing.TYPE_CHECKING:

    def __dir__() -> list[str]:
        # What is offered, without the modules that it is written in.
        return sorted([*__all__, "__version__", "excel", "plot"])

    def __getattr__(name: str) -> object:
        # They need packages that not everybody has, and time to import.
        if name in ("excel", "plot"):
            import importlib

            return importlib.import_module(f"dti.{name}")
        raise AttributeError(f"module 'dti' has no attribute {name!r}")
