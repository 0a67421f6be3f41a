# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""How figures come into dossiers: built, from data frames, merged from forms and tables of points, decided."""

import datetime
import json
import pickle

import pytest

import dti

SHARE = "files-processed-online-share"
SPENDING = "budget-spending-total"


@pytest.fixture(scope="module")
def tiny(root):
    return dti.Framework.load(root / "tests/data/tiny-framework.json")


@pytest.fixture(scope="module")
def empty(framework):
    return dti.Dossier.build(framework, "gso:49", 2023, name="Quảng Nam")


def form(reporter, day, **rows):
    """A form filled in; I_2 is row "I.2"."""
    document = {
        "format": "dti-form/1",
        "collection": {"id": "vn-quangnam-2023", "version": dti.Collection.builtin().version},
        "reporter": reporter,
        "unit": {"id": "gso:49"},
        "year": 2023,
        "date": day,
        "rows": [{"row": name.replace("_", "."), "value": value} for name, value in rows.items()],
    }
    return dti.Form.parse(json.dumps(document))


def test_build(framework):
    made = dti.Dossier.build(
        framework,
        "gso:49",
        2022,
        {
            SHARE: 51.16,
            "governance-platform-meets-requirements": False,
            "province-name": "Quảng Nam",
            "drills": dti.State.MISSING,
        },
        name="Quảng Nam",
        name_en="Quang Nam",
        stated={"appraised": {"6.12": "12,79", "7": "30"}},
    )
    assert (made.id, made.unit, made.year, made.name_in("en")) == ("gso-49-2022", "gso:49", 2022, "Quang Nam")
    assert made.inputs["province-name"].value == "Quảng Nam" and made.inputs["drills"].state is dti.State.MISSING
    assert made.score("computed")["6.12"].points == made.score("appraised")["6.12"].points == 12.79
    assert made.score("appraised").overall.exact_points == 42_790_000_000
    assert pickle.loads(pickle.dumps(made)) == made and made.framework is framework


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((1, "gso:49", 2022), TypeError),
        ((None, "gso:49", 2022), TypeError),
        (("framework", "gso:49", "2022"), TypeError),
        (("framework", "gso:49", True), TypeError),
        (("framework", "gso:49", 1066), dti.InvalidValueError),
        (("framework", "gso:49", 2**40), (OverflowError, ValueError)),
        (("framework", "", 2022), dti.InvalidValueError),
        (("framework", "gso:49", 2022, {"no-such-input": 1}), dti.NotFoundError),
        (("framework", "gso:49", 2022, {SHARE: "51,16"}), TypeError),
        (("framework", "gso:49", 2022, {SHARE: True}), TypeError),
        (("framework", "gso:49", 2022, {SHARE: 101}), dti.InvalidValueError),
    ],
)
def test_build_refuses(framework, arguments, error):
    with pytest.raises(error):
        dti.Dossier.build(framework if arguments[0] == "framework" else arguments[0], *arguments[1:])


def test_builder(tiny):
    builder = dti.DossierBuilder.new(tiny, "ex:a", 2022, id="mine")
    builder["platforms"] = ["A", "B"]
    builder["platforms"] = ("C", "D", "E")
    builder.set("committee-head", "deputy", agency="so-noi-vu", agency_name="Sở Nội vụ")
    builder.set("incidents", dti.State.NOT_APPLICABLE, reason="không có")
    for wrong in ("A", [], [1], 3):
        with pytest.raises((TypeError, ValueError)):
            builder["platforms"] = wrong
    with pytest.raises(TypeError, match="reason"):
        builder.set("decisions", 3, reason="vì")
    first = builder.build()
    builder["decisions"] = 3
    assert first.inputs["decisions"].state is dti.State.MISSING and builder.build().inputs["decisions"].value == 3
    figure = first.inputs["platforms"]
    assert figure.value == ("C", "D", "E") and figure.number == 3 and figure.text == "C; D; E"
    assert first.inputs["committee-head"].agency_name == "Sở Nội vụ" and first.agencies == {"so-noi-vu": "Sở Nội vụ"}
    assert first.inputs["incidents"].reason == "không có" and first.id == "mine"
    builder.state("1.1", "7,50", track="final")
    builder.explain("1.1", "vì", track="final", text_en="because")
    with pytest.raises(dti.InvalidValueError):
        builder.state("1.1", "8", track="final")  # stated twice
    assert builder.build().score("final")["1.1"].exact_points == 7_500_000_000
    assert pickle.loads(pickle.dumps(first)) == first, "a framework that is not built in travels along"


def test_frames(data):
    pytest.importorskip("pandas")
    dossier = dti.Dossier.load(data / "quangnam-2022.json")
    frame = dossier.to_frame()
    assert len(frame) == 155 and frame.loc[SHARE, "value"] == 51.16 and frame.loc[SHARE, "place"] == "III.6, 6.12"
    assert frame.loc["governance-platform-meets-requirements", "value"] is False
    assert type(frame.loc["information-systems", "value"]) is int and frame.loc["physical-servers", "state"] == "missing"
    assert dossier.to_frame("en").loc[SHARE, "name"] == "Share of applications processed online"
    again = dti.Dossier.from_frame(frame, dossier.framework, "gso:49", 2022)
    for one, other in zip(dossier.inputs.values(), again.inputs.values(), strict=True):
        assert (one.value, one.state, one.reason, one.agency) == (other.value, other.state, other.reason, other.agency)


def test_frames_of_people(framework):
    pandas = pytest.importorskip("pandas")

    def read(columns, **more):
        return dti.Dossier.from_frame(pandas.DataFrame(columns, **more), framework, "gso:49", 2022)

    ids = [SHARE, "governance-platform-meets-requirements", "drills"]
    made = read({"input": ids, "value": [51.16, 1.0, None], "colour": ["red"] * 3})
    assert [made.inputs[id].value for id in ids] == [51.16, True, None]
    series = dti.Dossier.from_frame(pandas.Series({SHARE: 40}), framework, "gso:49", 2022, name="Quảng Nam")
    assert series.inputs[SHARE].value == 40 and series.name == "Quảng Nam"
    made = read({"value": [None, None], "state": ["not-applicable", None], "reason": ["vì", None]}, index=ids[1:])
    assert made.inputs[ids[1]].state is dti.State.NOT_APPLICABLE and made.inputs[ids[1]].reason == "vì"
    for columns, error in (
        ({"input": ids}, ValueError),
        ({"input": [SHARE, SHARE], "value": [1, 2]}, ValueError),
        ({"input": [SHARE], "value": ["51,16"]}, TypeError),
        ({"input": [SHARE], "value": [1], "state": ["missing"]}, ValueError),
        ({"input": [SHARE], "value": [None], "state": ["present"]}, ValueError),
        ({"input": [SHARE], "value": [None], "state": ["gone"]}, ValueError),
        ({"input": ["share"], "value": [1]}, KeyError),
        ({"input": [1], "value": [1]}, TypeError),
        ({"input": [ids[1]], "value": [2]}, TypeError),
    ):
        with pytest.raises(error):
            read(columns)
    with pytest.raises(TypeError, match="DataFrame"):
        dti.Dossier.from_frame({SHARE: 40}, framework, "gso:49", 2022)


def test_reporters_who_contradict_each_other(empty):
    forms = [form("so-tai-chinh", "2024-01-10", I_2=1000), form("cuc-thong-ke-tinh", "2024-01-11", IV_1=1200)]
    merged, report = empty.merge(forms)
    figure = merged.inputs[SPENDING]
    assert figure.state is dti.State.NOT_ASSESSED and figure.value is None and figure.is_disputed
    assert {(each.reporter, each.form, each.row, each.value) for each in figure.reports} == {
        ("so-tai-chinh", "IV", "I.2", 1000.0),
        ("cuc-thong-ke-tinh", "IX", "IV.1", 1200.0),
    }
    assert figure.reports[0].day == datetime.date(2024, 1, 11) and figure.reports[0].state is dti.State.PRESENT
    assert [finding.id for finding in report if SPENDING in finding.message()] == ["DTI-0964"]
    assert [finding.id for finding in merged.review()] == [finding.id for finding in report]
    assert empty.merge(reversed(forms))[0] == merged and merged.merge(forms)[0] == merged
    at = datetime.datetime(2024, 1, 16, 8, 0)
    with merged.change(reason="Số quyết toán") as c:
        c.decide(SPENDING, "so-tai-chinh", by="Lê Văn C", at=at)
    assert c.dossier.inputs[SPENDING].value == 1000 and not c.dossier.inputs[SPENDING].is_disputed
    assert len(c.dossier.inputs[SPENDING].reports) == 2 and len(c.dossier.review()) < len(report)
    with merged.change(reason="Số quyết toán") as own:
        own.decide(SPENDING, value=1100.5, by="Lê Văn C", at=at)
    assert own.dossier.inputs[SPENDING].value == 1100.5


def test_a_later_report_supersedes(empty):
    once, _ = empty.merge([form("cuc-thong-ke-tinh", "2024-01-11", IV_1=1200)])
    twice, _ = once.merge([form("cuc-thong-ke-tinh", "2024-01-12", IV_1=1000)])
    assert once.inputs[SPENDING].value == 1200 and twice.inputs[SPENDING].value == 1000
    assert [(each.value, each.is_superseded) for each in twice.inputs[SPENDING].reports] == [(1200.0, True), (1000.0, False)]
    assert "superseded" in repr(twice.inputs[SPENDING].reports[0])


def test_a_plan_can_be_looked_at(empty):
    changes, report = empty.merge_plan([form("so-tai-chinh", "2024-01-10", I_2=1000)])
    assert any(change.kind is dti.ChangeKind.REPORT and change.target == SPENDING for change in changes)
    assert empty.apply(changes) == empty.merge([form("so-tai-chinh", "2024-01-10", I_2=1000)])[0]
    assert isinstance(report, dti.Report)
    changes[SHARE] = 40
    assert empty.apply(changes).inputs[SHARE].value == 40


def test_merge_refuses(empty, framework):
    with pytest.raises(dti.InvalidValueError):
        dti.Dossier.build(framework, "gso:49", 2022).merge([form("so-tai-chinh", "2024-01-10", I_2=1000)])
    for wrong in (None, "form", [None], [empty], form("so-tai-chinh", "2024-01-10", I_2=1000)):
        with pytest.raises(TypeError):
            empty.merge(wrong)
    with pytest.raises(TypeError, match="last_year"):
        empty.review("2022")


def test_figures_that_jump(framework):
    """310 is more than three times 100, 290 is not; a share that falls from 100 % to 65 % fell by more than 30 points."""
    before = {"physical-servers": 310, "workstations": 290, "fibre-households-share": 65}
    last = dti.Dossier.build(framework, "gso:49", 2022, before)
    now = dti.Dossier.build(framework, "gso:49", 2023, {id: 100 for id in before})
    plain = {finding.message() for finding in now.review()}
    jumps = [finding.message() for finding in now.review(last) if finding.message() not in plain]
    assert len(jumps) == 2 and "[physical-servers]" in "".join(jumps) and "[fibre-households-share]" in "".join(jumps)


def test_tables_of_points(empty):
    """The ministry's appraisal comes in as a table; what goes out as one comes in again."""
    table = "Mã;Điểm tối đa;Tự đánh giá;Bộ thẩm định;Nguyên nhân\n2.2;10;10;7,5;Chưa đủ nội dung\n2.3;10;10;10;\n"
    appraised = empty.merge_sheet(table, source="appraisal.csv")
    assert appraised.score("appraised")["2.2"].exact_points == 7_500_000_000
    assert appraised.score("self")["2.2"].points == 10
    changes = dti.Changes.from_sheet(table.encode(), empty.framework)
    assert sorted(change.kind.name for change in changes) == ["EXPLAIN"] + ["STATED"] * 4
    again = empty.merge_sheet(appraised.to_sheet())
    assert again.score("appraised").point_vector.tolist() == appraised.score("appraised").point_vector.tolist()
    assert appraised.to_sheet("official") != appraised.to_sheet()
    with pytest.raises(dti.NotFoundError):
        appraised.to_sheet("mine")
    with pytest.raises(dti.DtiError) as caught:
        empty.merge_sheet(table.replace("7,5", "17,5x"), source="wrong.csv")
    assert (caught.value.source, caught.value.line) == ("wrong.csv", 2)
