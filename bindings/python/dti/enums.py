# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The enumerations of the library. Where one is asked for, its name in small letters does as well: ``track="computed"``."""

from __future__ import annotations

import enum

from dti import _dti

__all__ = [
    "Action",
    "Basis",
    "Cause",
    "ChangeKind",
    "Comparable",
    "CrosswalkKind",
    "EvidenceField",
    "FormFormat",
    "Gap",
    "Identity",
    "ImprovedBy",
    "InputKind",
    "Lang",
    "LossKind",
    "LossesBy",
    "LossesOrder",
    "Measure",
    "MergeMethod",
    "NodeKind",
    "NodePart",
    "PaperFormat",
    "PaperKind",
    "ProgressMeasure",
    "Provenance",
    "QuantityKind",
    "RankMethod",
    "RankingBy",
    "ReviewState",
    "Severity",
    "Side",
    "SignatureFact",
    "SignerRole",
    "Stage",
    "State",
    "Status",
    "StepKind",
    "TargetComparison",
    "TargetStatus",
    "Track",
    "UnitPart",
    "Vectors",
    "Verdict",
]


class Status(enum.IntEnum):
    """How a call ended."""

    OK = _dti.OK
    """Done."""
    NOMEM = _dti.E_NOMEM
    """Memory ran out; nothing was changed."""
    ARG = _dti.E_ARG
    """An argument is not allowed (NULL, out of range): a fault of the calling program."""
    SYNTAX = _dti.E_SYNTAX
    """The text is not JSON or not UTF-8."""
    SCHEMA = _dti.E_SCHEMA
    """JSON, but not of the shape of the document: missing or unknown key, wrong type."""
    VALUE = _dti.E_VALUE
    """A value is out of its range or contradicts another one."""
    REFERENCE = _dti.E_REFERENCE
    """A document names something that it does not define, or defines it twice or in a circle."""
    NOT_FOUND = _dti.E_NOT_FOUND
    """What the caller asked for does not exist."""
    VERSION = _dti.E_VERSION
    """A document or an option struct is of a version that this library does not know."""
    LIMIT = _dti.E_LIMIT
    """A limit on size, depth or count was exceeded."""
    IO = _dti.E_IO
    """A file could not be read or written."""
    CANCELLED = _dti.E_CANCELLED
    """A callback asked to stop."""
    INTERNAL = _dti.E_INTERNAL
    """A fault of libdti itself; please report it."""


class Lang(enum.IntEnum):
    """Language of rendered messages."""

    VI = _dti.LANG_VI
    """Vietnamese; decimal comma."""
    EN = _dti.LANG_EN
    """English; decimal point."""


class ChangeKind(enum.IntEnum):
    """What a change is about."""

    INPUT = _dti.CHANGE_INPUT
    """The figure of an input, or its state."""
    REPORT = _dti.CHANGE_REPORT
    """A reporter's figure for an input."""
    DECISION = _dti.CHANGE_DECISION
    """A decision on a conflict between figures."""
    EVIDENCE = _dti.CHANGE_EVIDENCE
    """A record of evidence, new or in its next state."""
    STATED = _dti.CHANGE_STATED
    """Stated points of a node."""
    EXPLAIN = _dti.CHANGE_EXPLAIN
    """An explanation of nodes."""
    REPLY = _dti.CHANGE_REPLY
    """A step of the reply to an appraisal."""
    STAGE = _dti.CHANGE_STAGE
    """A step of the stages of the dossier."""


class Side(enum.IntEnum):
    """Whose figure: before or after."""

    BEFORE = _dti.BEFORE
    """The earlier year."""
    AFTER = _dti.AFTER
    """The later year."""


class ImprovedBy(enum.IntEnum):
    """What makes somebody the most improved."""

    VALUE = _dti.IMPROVED_BY_VALUE
    """The largest change of the value."""
    RANK = _dti.IMPROVED_BY_RANK
    """The largest rise in rank."""


class CrosswalkKind(enum.IntEnum):
    """What became of nodes."""

    SAME = _dti.CROSSWALK_SAME
    """One to one."""
    RESCALED = _dti.CROSSWALK_RESCALED
    """One to one, with another maximum."""
    SPLIT = _dti.CROSSWALK_SPLIT
    """One to several."""
    MERGED = _dti.CROSSWALK_MERGED
    """Several to one."""
    NEW = _dti.CROSSWALK_NEW
    """Only after."""
    RETIRED = _dti.CROSSWALK_RETIRED
    """Only before."""


class Comparable(enum.IntEnum):
    """How much of two nodes can be compared; each level holds those below it."""

    NONE = _dti.COMPARABLE_NONE
    """Nothing."""
    RANK = _dti.COMPARABLE_RANK
    """Ranks."""
    VALUE = _dti.COMPARABLE_VALUE
    """Values, and ranks."""
    POINTS = _dti.COMPARABLE_POINTS
    """Points, and all else."""


class State(enum.IntEnum):
    """State of a value."""

    PRESENT = _dti.STATE_PRESENT
    """There is a value."""
    MISSING = _dti.STATE_MISSING
    """It was asked for and is not there."""
    NOT_APPLICABLE = _dti.STATE_NOT_APPLICABLE
    """It cannot exist for this unit."""
    NOT_ASSESSED = _dti.STATE_NOT_ASSESSED
    """Nobody has assessed it yet."""
    REJECTED = _dti.STATE_REJECTED
    """It was there and not accepted."""


class Track(enum.IntEnum):
    """Whose points: three that somebody stated, two that are calculated."""

    DEFAULT = _dti.TRACK_DEFAULT
    """The highest stated track that is present; computed if none is."""
    SELF = _dti.TRACK_SELF
    """Self-assessed by the province."""
    APPRAISED = _dti.TRACK_APPRAISED
    """Appraised by the ministry."""
    FINAL = _dti.TRACK_FINAL
    """Final, after the explanation round."""
    COMPUTED = _dti.TRACK_COMPUTED
    """Calculated from inputs by the rules."""
    SUPPORTED = _dti.TRACK_SUPPORTED
    """Computed as far as accepted evidence carries it; dossiers that keep evidence."""


class QuantityKind(enum.IntEnum):
    """What a stated figure states."""

    POINTS = _dti.QUANTITY_POINTS
    """Points."""
    VALUE = _dti.QUANTITY_VALUE
    """Points ÷ maximum, 0 to 1."""
    PERCENT = _dti.QUANTITY_PERCENT
    """Per cent."""
    RANK = _dti.QUANTITY_RANK
    """Rank."""
    DIFFERENCE = _dti.QUANTITY_DIFFERENCE
    """Difference, against another year or unit."""
    COUNT = _dti.QUANTITY_COUNT
    """A number of things."""


class Stage(enum.IntEnum):
    """Where a dossier stands in the work of a year."""

    COLLECTING = _dti.STAGE_COLLECTING
    """Figures and evidence come in."""
    SELF_SCORED = _dti.STAGE_SELF_SCORED
    """The province has scored itself."""
    APPROVED = _dti.STAGE_APPROVED
    """Approved by the head of the province."""
    SUBMITTED = _dti.STAGE_SUBMITTED
    """Sent to the ministry: figures and evidence are locked."""
    APPRAISED = _dti.STAGE_APPRAISED
    """Appraised by the ministry; the province may reply."""
    FINAL = _dti.STAGE_FINAL
    """Final."""


class ReviewState(enum.IntEnum):
    """Where the review of a record stands."""

    DRAFT = _dti.REVIEW_DRAFT
    """Not handed in, or taken back."""
    SUBMITTED = _dti.REVIEW_SUBMITTED
    """Handed in, waiting for review."""
    ACCEPTED = _dti.REVIEW_ACCEPTED
    """Accepted."""
    REJECTED = _dti.REVIEW_REJECTED
    """Rejected with a reason; can be handed in again."""


class SignerRole(enum.IntEnum):
    """Who signed."""

    UNKNOWN = _dti.SIGNER_UNKNOWN
    """Not said."""
    HEAD = _dti.SIGNER_HEAD
    """The head of the issuing body."""
    DEPUTY = _dti.SIGNER_DEPUTY
    """A deputy, signing for the head (KT.)."""
    OTHER = _dti.SIGNER_OTHER
    """Somebody else, by order or by authorisation (TL., TUQ.)."""


class EvidenceField(enum.IntEnum):
    """Texts of a record, for dti_evidence_text() and the builder."""

    ID = _dti.EVIDENCE_ID
    """Id of the record."""
    NUMBERING = _dti.EVIDENCE_NUMBERING
    """Numbering of its component codes."""
    KIND = _dti.EVIDENCE_KIND
    """Kind of document: a term of the framework."""
    NUMBER = _dti.EVIDENCE_NUMBER
    """Number as printed, "277/TTr-STTTT"."""
    DATE = _dti.EVIDENCE_DATE
    """Date of the document."""
    EFFECTIVE = _dti.EVIDENCE_EFFECTIVE
    """Date from which it is in force; default: its date."""
    UNTIL = _dti.EVIDENCE_UNTIL
    """Last day in force."""
    TITLE_VI = _dti.EVIDENCE_TITLE_VI
    """Title in Vietnamese."""
    TITLE_EN = _dti.EVIDENCE_TITLE_EN
    """Title in English."""
    ISSUER = _dti.EVIDENCE_ISSUER
    """Issuing body: a term of the framework."""
    SIGNER_NAME = _dti.EVIDENCE_SIGNER_NAME
    """Name of the signer."""
    SIGNER_ROLE = _dti.EVIDENCE_SIGNER_ROLE
    """"head", "deputy" or "other"."""
    SIGNER_MARK = _dti.EVIDENCE_SIGNER_MARK
    """Authority mark as printed, "KT. CHỦ TỊCH"."""
    PERIOD_FROM = _dti.EVIDENCE_PERIOD_FROM
    """First day covered."""
    PERIOD_TO = _dti.EVIDENCE_PERIOD_TO
    """Last day covered."""
    PAGES = _dti.EVIDENCE_PAGES
    """Pages cited, "3-5, 12"."""
    FILE_NAME = _dti.EVIDENCE_FILE_NAME
    """Name of the file."""
    FILE_SIZE = _dti.EVIDENCE_FILE_SIZE
    """Bytes of the file, decimal."""
    MEDIA_TYPE = _dti.EVIDENCE_MEDIA_TYPE
    """Media type, "application/pdf"."""
    FILE_SHA256 = _dti.EVIDENCE_FILE_SHA256
    """"sha256:" and 64 hexadecimal digits of the file."""
    REPORTER = _dti.EVIDENCE_REPORTER
    """Id of the reporter who hands it in."""
    NOTE_VI = _dti.EVIDENCE_NOTE_VI
    """Remark in Vietnamese."""
    NOTE_EN = _dti.EVIDENCE_NOTE_EN
    """Remark in English."""


class SignatureFact(enum.IntEnum):
    """Findings on the signature of the file, as whoever looked into it says."""

    PRESENT = _dti.SIGNATURE_PRESENT
    """It has a digital signature."""
    SEALED = _dti.SIGNATURE_SEALED
    """It bears the seal of the issuing body."""
    INTEGRITY = _dti.SIGNATURE_INTEGRITY
    """Nothing was changed since it was signed."""
    CHAIN = _dti.SIGNATURE_CHAIN
    """The certificate is trusted."""
    COVERS_WHOLE = _dti.SIGNATURE_COVERS_WHOLE
    """The signature covers the whole file."""


class FormFormat(enum.IntEnum):
    """How a form is written."""

    JSON = _dti.FORM_JSON
    """JSON (dti-form/1)."""
    CSV = _dti.FORM_CSV
    """CSV (RFC 4180), comma, UTF-8."""
    CSV_BOM = _dti.FORM_CSV_BOM
    """The same for people: with titles in Vietnamese, and a byte order mark, by which Excel recognises UTF-8."""


class NodeKind(enum.IntEnum):
    """What a node is."""

    COMPONENT = _dti.NODE_COMPONENT
    """A leaf: it has a rule."""
    GROUP = _dti.NODE_GROUP
    """An inner node below a main indicator."""
    MAIN = _dti.NODE_MAIN
    """A main indicator: a top node of the tree."""
    INDEX = _dti.NODE_INDEX
    """A sum over main indicators, or a weighted mean of parts."""


class Provenance(enum.IntEnum):
    """Where a part of a framework or a figure comes from."""

    OFFICIAL = _dti.PROVENANCE_OFFICIAL
    """The text of the competent body says so."""
    SOURCE = _dti.PROVENANCE_SOURCE
    """A named source that is not the official text says so."""
    DERIVED = _dti.PROVENANCE_DERIVED
    """Follows from sources by arithmetic."""
    ASSUMED = _dti.PROVENANCE_ASSUMED
    """Nobody says so; always to be shown as assumed."""
    UNKNOWN = _dti.PROVENANCE_UNKNOWN
    """Not known; what stands there is a stand-in."""


class NodePart(enum.IntEnum):
    """A part of a node that has a provenance of its own."""

    CODE = _dti.PART_CODE
    """Its codes."""
    NAME = _dti.PART_NAME
    """Its names."""
    MAX_POINTS = _dti.PART_MAX_POINTS
    """Its maximum."""
    RULE = _dti.PART_RULE
    """Its rule (components) or its sum (indices)."""


class InputKind(enum.IntEnum):
    """What kind of figure an input is."""

    COUNT = _dti.INPUT_COUNT
    """A whole number, at least 0."""
    AMOUNT = _dti.INPUT_AMOUNT
    """A number."""
    RATIO = _dti.INPUT_RATIO
    """A share, written in its unit (63.56 in per cent)."""
    CHOICE = _dti.INPUT_CHOICE
    """One of the input's choices."""
    YES_NO = _dti.INPUT_YES_NO
    """Yes or no."""
    LIST = _dti.INPUT_LIST
    """A list of texts; the number of items counts."""
    TEXT = _dti.INPUT_TEXT
    """A text; never scored."""


class Action(enum.IntEnum):
    """What a step does."""

    SUBMIT = _dti.ACTION_SUBMIT
    """Draft to submitted."""
    RECALL = _dti.ACTION_RECALL
    """Submitted to draft, by who handed it in; of a dossier: back to collecting, before the deadline."""
    ACCEPT = _dti.ACTION_ACCEPT
    """Submitted to accepted."""
    REJECT = _dti.ACTION_REJECT
    """Submitted or accepted to rejected; needs a reason."""
    RESUBMIT = _dti.ACTION_RESUBMIT
    """Rejected to submitted."""
    AGREE = _dti.ACTION_AGREE
    """The province agrees with the appraisal."""
    DISAGREE = _dti.ACTION_DISAGREE
    """It does not; needs a reason."""
    SUPPLY = _dti.ACTION_SUPPLY
    """New evidence for a contested component."""
    UPHOLD = _dti.ACTION_UPHOLD
    """Final decision: the appraisal stands; needs a reason."""
    CHANGE = _dti.ACTION_CHANGE
    """Final decision: the appraisal is changed; needs a reason."""
    SELF_SCORE = _dti.ACTION_SELF_SCORE
    """Collecting to self-scored."""
    APPROVE = _dti.ACTION_APPROVE
    """Self-scored to approved by the province's head."""
    SEND = _dti.ACTION_SEND
    """Approved to submitted to the ministry: locked."""
    APPRAISE = _dti.ACTION_APPRAISE
    """Submitted to appraised by the ministry."""
    FINALISE = _dti.ACTION_FINALISE
    """Appraised to final."""


class LossKind(enum.IntEnum):
    """What an item is."""

    COMPONENT = _dti.LOSS_COMPONENT
    """A component."""
    UNALLOCATED = _dti.LOSS_UNALLOCATED
    """The rest of a main indicator: what its components without stated points lack together; negative when more is stated
    than is left."""
    WHOLE = _dti.LOSS_WHOLE
    """A node above components, undivided: its parts stand in no source, or it has none."""


class LossesBy(enum.IntEnum):
    """By what items are put together."""

    MAIN = _dti.LOSSES_BY_MAIN
    """Main indicator, in the order of the framework."""
    AGENCY = _dti.LOSSES_BY_AGENCY
    """Agency, largest loss first; the items of nobody last. An item with several agencies stands with each of them."""
    CAUSE = _dti.LOSSES_BY_CAUSE
    """Cause, largest loss first."""


class LossesOrder(enum.IntEnum):
    """In which order next steps are told."""

    LARGEST = _dti.LOSSES_LARGEST
    """What brings the most points first."""
    EASIEST = _dti.LOSSES_EASIEST
    """One document, one answer, one unit that earns a whole tier first, by points; then units and items, by points; then
    percentage points and tiers that are further away, by points."""


class PaperKind(enum.IntEnum):
    """What is written."""

    ANALYSIS = _dti.PAPER_ANALYSIS
    """Result, pillars, main indicators with ranks and moves, losses with causes, agencies, next steps, what does not hold
    together, what is assumed."""
    EXPLANATION = _dti.PAPER_EXPLANATION
    """The reply to an appraisal: contested components, evidence, differences."""


class PaperFormat(enum.IntEnum):
    """As what it is written."""

    MARKDOWN = _dti.PAPER_MARKDOWN
    """CommonMark with tables; pictures are told as tables."""
    HTML = _dti.PAPER_HTML
    """One HTML page with pictures (SVG) and styles inside."""


class Vectors(enum.IntEnum):
    """Instructions that a program runs on."""

    AUTO = _dti.VECTORS_AUTO
    """The widest that the machine has."""
    PLAIN = _dti.VECTORS_PLAIN
    """One value at a time, on every machine."""
    AVX2 = _dti.VECTORS_AVX2
    """Four values at a time."""
    AVX512 = _dti.VECTORS_AVX512
    """Eight values at a time."""


class Measure(enum.IntEnum):
    """What is wanted of a node."""

    POINTS = _dti.MEASURE_POINTS
    """int64_t: points, in 10⁻⁹ point."""
    MAX_POINTS = _dti.MEASURE_MAX_POINTS
    """int64_t: maximum that counts, without what is excluded."""
    UPPER = _dti.MEASURE_UPPER
    """int64_t: most points while values are open."""
    VALUE = _dti.MEASURE_VALUE
    """double: points ÷ maximum; 0 when the maximum is 0."""
    COVERAGE = _dti.MEASURE_COVERAGE
    """double: share of the maximum that is decided; 1 when it is 0."""
    STATE = _dti.MEASURE_STATE
    """uint8_t: #dti_state."""


class ProgressMeasure(enum.IntEnum):
    """What is counted of a reporter."""

    ROWS = _dti.PROGRESS_ROWS
    """Rows of the reporter's form."""
    REPORTED = _dti.PROGRESS_REPORTED
    """Rows with a figure, or with a reason for none."""
    MISSING = _dti.PROGRESS_MISSING
    """Rows without."""
    DISPUTED = _dti.PROGRESS_DISPUTED
    """Reported rows that contradict somebody."""
    EVIDENCE = _dti.PROGRESS_EVIDENCE
    """Records the reporter has handed in or drafted."""
    EVIDENCE_MISSING = _dti.PROGRESS_EVIDENCE_MISSING
    """Components for which it owes a record."""
    EVIDENCE_WAITING = _dti.PROGRESS_EVIDENCE_WAITING
    """Records that wait for review."""
    EVIDENCE_REJECTED = _dti.PROGRESS_EVIDENCE_REJECTED
    """Records that were rejected."""


class RankMethod(enum.IntEnum):
    """How ties are ranked."""

    COMPETITION = _dti.RANK_COMPETITION
    """1, 2, 2, 4: as the ministry prints them."""
    DENSE = _dti.RANK_DENSE
    """1, 2, 2, 3."""
    FRACTIONAL = _dti.RANK_FRACTIONAL
    """1, 2.5, 2.5, 4: the mean of the places that a tie takes."""


class RankingBy(enum.IntEnum):
    """By what units are ranked apart."""

    NOTHING = _dti.RANKING_BY_NOTHING
    """All units together; by group where the table is (dti_table_is_ranked_by_group())."""
    GROUP = _dti.RANKING_BY_GROUP
    """By the groups of the register: regions."""
    CALLER = _dti.RANKING_BY_CALLER
    """By the caller's numbers."""


class Identity(enum.IntEnum):
    """What ties figures together."""

    SAME = _dti.IDENTITY_SAME
    """Figures of one quantity: points and value, two places."""
    SUM = _dti.IDENTITY_SUM
    """Parts and their sum."""
    RULE = _dti.IDENTITY_RULE
    """Inputs and the points that the rule makes of them."""
    RATIO = _dti.IDENTITY_RATIO
    """A share and its part and whole."""
    CHANGE = _dti.IDENTITY_CHANGE
    """A change and both years."""
    MEAN = _dti.IDENTITY_MEAN
    """A mean and what it is the mean of."""
    TIES = _dti.IDENTITY_TIES
    """Ranks among themselves: three on rank 15 leave 16 and 17 empty."""
    ORDER = _dti.IDENTITY_ORDER
    """Ranks and amounts: who has more stands before."""
    COUNT = _dti.IDENTITY_COUNT
    """A count and what is counted."""
    LIMIT = _dti.IDENTITY_LIMIT
    """What follows from figures, and 0 and the maximum."""
    USUAL = _dti.IDENTITY_USUAL
    """A figure and what is usual beside its neighbours."""
    REST = _dti.IDENTITY_REST
    """A main indicator, and its listed components with all others at their maximum: confirms where it holds, says nothing
    where not."""


class Verdict(enum.IntEnum):
    """Whether an identity holds."""

    HOLDS = _dti.VERDICT_HOLDS
    """It can hold."""
    VIOLATED = _dti.VERDICT_VIOLATED
    """It cannot: rounding does not explain the difference."""
    IMPLAUSIBLE = _dti.VERDICT_IMPLAUSIBLE
    """It can, and yet is far from what is usual."""
    INCOMPLETE = _dti.VERDICT_INCOMPLETE
    """Counts that do not account for all."""
    UNCONFIRMED = _dti.VERDICT_UNCONFIRMED
    """IDENTITY_REST that does not hold."""


class Severity(enum.IntEnum):
    """How much a finding matters."""

    ERROR = _dti.SEVERITY_ERROR
    """The document cannot be used."""
    WARNING = _dti.SEVERITY_WARNING
    """It can be used, but something does not fit."""
    INFO = _dti.SEVERITY_INFO
    """Worth knowing: something is assumed, unknown, or cannot be fed."""


class Cause(enum.IntEnum):
    """Why a node has less than its maximum."""

    NONE = _dti.CAUSE_NONE
    """Nothing is lost."""
    MISSING_INPUT = _dti.CAUSE_MISSING_INPUT
    """A figure is missing."""
    BELOW_TARGET = _dti.CAUSE_BELOW_TARGET
    """The quantity is below its target (or above, where lower is better)."""
    TIER_NOT_REACHED = _dti.CAUSE_TIER_NOT_REACHED
    """A better tier, answer or item is not reached."""
    NO_DOCUMENT = _dti.CAUSE_NO_DOCUMENT
    """The document or event does not exist."""
    REJECTED = _dti.CAUSE_REJECTED
    """A figure was not accepted."""
    NOT_ASSESSED = _dti.CAUSE_NOT_ASSESSED
    """Not assessed (yet), or not stated on this track."""
    STATED = _dti.CAUSE_STATED
    """The appraiser gave less, and no figure in the dossier explains it."""
    COMPONENTS = _dti.CAUSE_COMPONENTS
    """The loss is that of the children."""
    BELOW_BEST = _dti.CAUSE_BELOW_BEST
    """Others of the cohort are better."""
    EVIDENCE = _dti.CAUSE_EVIDENCE
    """Evidence is missing or was not accepted; supported track."""
    CUT = _dti.CAUSE_CUT
    """The unit gave itself more, and no figure in the dossier explains the difference."""
    UNALLOCATED = _dti.CAUSE_UNALLOCATED
    """Components without stated points lack it together; of losses."""


class StepKind(enum.IntEnum):
    """What the next step of a rule is."""

    NONE = _dti.STEP_NONE
    """At the maximum, or not known."""
    PERCENT_POINT = _dti.STEP_PERCENT_POINT
    """One percentage point of a ratio."""
    UNIT = _dti.STEP_UNIT
    """One unit of measure of an input."""
    TIER = _dti.STEP_TIER
    """The next tier."""
    ANSWER = _dti.STEP_ANSWER
    """The next better answer."""
    ITEM = _dti.STEP_ITEM
    """One more item of a checklist."""


class Gap(enum.IntEnum):
    """What keeps evidence from carrying a component."""

    MISSING = _dti.GAP_MISSING
    """There is no record for the component."""
    TOO_FEW = _dti.GAP_TOO_FEW
    """All records qualify, and yet are fewer than are asked for, or than were reported."""
    NOT_SUBMITTED = _dti.GAP_NOT_SUBMITTED
    """A draft."""
    NOT_REVIEWED = _dti.GAP_NOT_REVIEWED
    """Handed in, and nobody has accepted it yet."""
    REJECTED = _dti.GAP_REJECTED
    """Rejected, with the reviewer's reason."""
    CONDITION = _dti.GAP_CONDITION
    """Accepted, but a condition of its content is not confirmed."""
    SIGNER = _dti.GAP_SIGNER
    """Not signed by whom the component asks for."""
    UNSIGNED = _dti.GAP_UNSIGNED
    """Without signature or seal, or with one that does not hold."""
    KIND = _dti.GAP_KIND
    """Not the kind of document that is asked for."""
    ISSUER = _dti.GAP_ISSUER
    """Not issued by whom the component asks for."""
    PERIOD = _dti.GAP_PERIOD
    """Neither dated within the year nor about it; not in force."""
    DUPLICATE = _dti.GAP_DUPLICATE
    """The same file (SHA-256) as an earlier record, which counts."""
    NO_FILE = _dti.GAP_NO_FILE
    """The record names no file."""
    LATE = _dti.GAP_LATE
    """Handed in late. A remark: it takes no points."""


class Basis(enum.IntEnum):
    """What an amount rests on."""

    NONE = _dti.BASIS_NONE
    """There is none."""
    POINTS = _dti.BASIS_POINTS
    """Exact points that were computed."""
    PRINTED = _dti.BASIS_PRINTED
    """A printed value or printed points, right to its last digit."""
    RANKS = _dti.BASIS_RANKS
    """A printed rank; there is no amount."""


class MergeMethod(enum.IntEnum):
    """How the predecessors of a merged unit become one figure."""

    MEAN = _dti.MERGE_MEAN
    """The unweighted mean of their main indicators, as the ministry did for 2024."""
    POPULATION = _dti.MERGE_POPULATION
    """The mean weighted with inhabitants."""


class TargetComparison(enum.IntEnum):
    """How a figure is held against a target."""

    AT_LEAST = _dti.TARGET_AT_LEAST
    """At least the value."""
    AT_MOST = _dti.TARGET_AT_MOST
    """At most the value."""
    EQUAL = _dti.TARGET_EQUAL
    """The value."""
    ABOVE = _dti.TARGET_ABOVE
    """More than the value."""
    BELOW = _dti.TARGET_BELOW
    """Less than the value."""
    INCREASE = _dti.TARGET_INCREASE
    """More than before."""
    DECREASE = _dti.TARGET_DECREASE
    """Less than before."""
    DONE = _dti.TARGET_DONE
    """Something is to be there."""
    IN_GROUP = _dti.TARGET_IN_GROUP
    """A grade band is to be reached."""
    TEXT = _dti.TARGET_TEXT
    """A measure without a figure."""


class TargetStatus(enum.IntEnum):
    """Where a target stands."""

    OPEN = _dti.TARGET_OPEN
    """It cannot be told."""
    ACHIEVED = _dti.TARGET_ACHIEVED
    """Reached."""
    ON_COURSE = _dti.TARGET_ON_COURSE
    """Not due, and on the way."""
    BEHIND = _dti.TARGET_BEHIND
    """Not due, and short of the way."""
    MISSED = _dti.TARGET_MISSED
    """Due, and not reached."""


class UnitPart(enum.IntEnum):
    """A part of an entry that has a provenance of its own."""

    ID = _dti.UNIT_ID
    """Its id."""
    NAMES = _dti.UNIT_NAMES
    """Its names."""
    CODES = _dti.UNIT_CODES
    """Its codes in other systems."""
    GROUP = _dti.UNIT_GROUP
    """Its group."""
    PREDECESSORS = _dti.UNIT_PREDECESSORS
    """What it was formed from."""
