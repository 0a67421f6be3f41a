# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Changes of dossiers: other figures, blocks, steps. What is refused changes nothing."""

import copy
import datetime
import decimal
import pickle

import pytest

import dti

SHARE = "files-processed-online-share"
AT = datetime.datetime(2024, 2, 1, 9, 0)


@pytest.fixture(scope="module")
def dossier(data):
    return dti.Dossier.load(data / "quangnam-2022.json")


@pytest.fixture(scope="module")
def replying(data):
    return dti.Dossier.load(data / "example-reply-2023.json")


def test_with_other_figures(dossier):
    digest = dossier.digest
    changed = dossier.with_({SHARE: 40}, reason="giả định", drills=dti.State.NOT_APPLICABLE, information_systems=31)
    assert changed.inputs[SHARE].value == 40 and changed.inputs["information-systems"].value == 31
    assert changed.inputs["drills"].state is dti.State.NOT_APPLICABLE and changed.inputs["drills"].reason == "giả định"
    assert changed.framework is dossier.framework and changed != dossier
    assert dossier.digest == digest and dossier.inputs[SHARE].value == 51.16
    assert dossier.with_() == dossier


def test_scores_follow(dossier):
    assert dossier.score("computed")["6.12"].points == 12.79  # 51.16 of a target of 80 %, 20 points
    assert dossier.with_({SHARE: 40}).score("computed")["6.12"].points == 10
    assert dossier.with_({SHARE: 95}).score("computed")["6.12"].points == 20
    with dossier.change() as c:
        c.set_points("6.12", "11,5", track="appraised")
    assert c.dossier.score("appraised")["6.12"].exact_points == 11_500_000_000


def test_kinds(dossier):
    changed = dossier.with_(
        governance_platform_meets_requirements=True,
        assistant_for_citizens_level="personalised",
        infosec_spending=decimal.Decimal("0.1"),
    )
    assert changed.inputs["governance-platform-meets-requirements"].value is True
    assert changed.inputs["assistant-for-citizens-level"].answer == "personalised"
    assert changed.inputs["infosec-spending"].value == 0.1
    assert dossier.with_(governance_platform_meets_requirements="yes").inputs["governance-platform-meets-requirements"].value


def test_cells_of_numpy(dossier):
    numpy = pytest.importorskip("numpy")
    changed = dossier.with_({SHARE: numpy.float64(40), "drills": numpy.int32(2)})
    assert (changed.inputs[SHARE].value, changed.inputs["drills"].value) == (40, 2)
    assert dossier.with_(governance_platform_meets_requirements=numpy.bool_(True)) == dossier.with_(
        governance_platform_meets_requirements=True
    )
    with pytest.raises(TypeError, match="bool"):
        dossier.with_({SHARE: numpy.array([True])[0].item()})


@pytest.mark.parametrize(
    ("input", "value", "error"),
    [
        (SHARE, True, TypeError),
        (SHARE, "40", TypeError),
        (SHARE, None, TypeError),
        (SHARE, dti.Track.SELF, TypeError),
        (SHARE, [1], TypeError),
        (SHARE, float("nan"), dti.InvalidValueError),
        (SHARE, float("inf"), dti.InvalidValueError),
        (SHARE, -1, dti.InvalidValueError),
        (SHARE, 10**400, OverflowError),
        (SHARE, dti.State.PRESENT, dti.ArgumentError),
        ("drills", 1.5, dti.InvalidValueError),
        ("governance-platform-meets-requirements", 1, TypeError),
        ("governance-platform-meets-requirements", "maybe", dti.UnresolvedError),
        ("assistant-for-citizens-level", 1, TypeError),
        ("assistant-for-citizens-level", "best", dti.UnresolvedError),
        ("province-name", "Đà Nẵng", TypeError),
        ("province-name", 1, TypeError),
        ("no-such-input", 1, dti.NotFoundError),
        (5, 1, TypeError),
        ("drills\0", 1, ValueError),
    ],
)
def test_refused(dossier, input, value, error):
    with pytest.raises(error):
        dossier.with_({"information-systems": 31, input: value})
    with dossier.change() as c:
        c["information-systems"] = 31
        with pytest.raises(error):
            c[input] = value
    assert c.dossier == dossier.with_(information_systems=31)


def test_a_block(dossier):
    with dossier.change(reason="giả định") as c:
        assert c[SHARE] == 51.16 and c["physical-servers"] is dti.State.MISSING
        c[SHARE] = c[SHARE] + 10
        assert c[SHARE] == 61.16
        c.set_points("6.12", "12.79", track="appraised")
        c.explain(["6.12", "6.11"], "vì chưa đủ", track="appraised")
        with pytest.raises(RuntimeError, match="not over"):
            c.dossier
    assert c.before is dossier and c.dossier.inputs[SHARE].value == 61.16 and c.dossier.inputs[SHARE].note == "giả định"
    assert [(each.kind, each.target) for each in c] == [
        (dti.ChangeKind.INPUT, SHARE),
        (dti.ChangeKind.STATED, "6.12"),
        (dti.ChangeKind.EXPLAIN, "6.12"),
    ]
    assert [each.text("en") for each in c][1] == "6.12: 12.79 points (appraised)"
    assert "<table>" in c._repr_html_() and len(c) == 3
    with pytest.raises(RuntimeError, match="over"):
        c[SHARE] = 1
    with pytest.raises(RuntimeError, match="over"):
        with c:
            pass
    with pytest.raises(TypeError):
        copy.copy(c)


def test_an_exception_in_the_block_changes_nothing(dossier):
    with pytest.raises(ZeroDivisionError):
        with dossier.change() as c:
            c[SHARE] = 40
            1 / 0
    with pytest.raises(RuntimeError, match="failed"):
        c.dossier
    assert dossier.inputs[SHARE].value == 51.16


def test_a_list_for_many(dossier):
    changes = dti.Changes.new(dossier.framework, reason="giả định")
    changes[SHARE] = 40
    once = dossier.apply(changes)
    assert once == dossier.with_({SHARE: 40}, reason="giả định") and once.apply(changes) == once
    other = dti.Changes.new(dti.Framework.builtin("vn-dti-province-1726"))
    with pytest.raises(dti.VersionError):
        dossier.apply(other)
    with pytest.raises(TypeError, match="changes"):
        dossier.apply({SHARE: 40})


def test_stated_points_are_text(dossier):
    changes = dti.Changes.new(dossier.framework)
    with pytest.raises(TypeError):
        changes.set_points("6.12", 12.79, track="appraised")
    with pytest.raises(dti.InvalidValueError):
        changes.set_points("6.12", "many", track="appraised")
    with pytest.raises(dti.UnresolvedError):
        changes.set_points("6.120", "1", track="appraised")
    with pytest.raises(dti.ArgumentError):
        changes.set_points("6.12", "1", track="computed")
    with pytest.raises(ValueError, match="'self'"):
        changes.set_points("6.12", "1", track="ministry")
    assert len(changes) == 0


def test_stages(dossier):
    ready = dossier.with_({SHARE: 40})
    with ready.change() as c:
        c.stage("self-score", at=AT, by="Trần Thị B", agency="so-noi-vu")
        c.stage("approve", at="2024-02-02T09:00:00+07:00", by="Chủ tịch")
        c.stage(dti.Action.SEND, at=AT + datetime.timedelta(days=2), by="Chủ tịch")
    sent = c.dossier
    assert sent.stage is dti.Stage.SUBMITTED
    assert [step.action for step in sent.stages] == [dti.Action.SELF_SCORE, dti.Action.APPROVE, dti.Action.SEND]
    first = sent.stages[0]
    assert first.at == AT.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
    assert first.written == "2024-02-01T09:00:00+07:00" and first.reason is None
    assert (first.by, first.agency) == ("Trần Thị B", "so-noi-vu")
    assert first.content == ready.digest == sent.digest, "steps speak of the dossier without its stages"
    assert sent != ready and dti.Dossier.parse(sent.to_json()) == sent
    assert len({step.digest for step in sent.stages}) == 3 and sent.stages.digest == sent.stages[-1].digest
    assert sent.stages == pickle.loads(pickle.dumps(sent)).stages != ready.stages
    with pytest.raises(dti.InvalidValueError):
        sent.with_({SHARE: 50})
    day = datetime.timedelta(days=1)
    for deadline, opens in ((AT + 2 * day, False), (AT + 4 * day, True), (None, True)):
        changes = dti.Changes.new(sent.framework)
        changes.stage("recall", at=AT + 3 * day, by="Chủ tịch", deadline=deadline)
        if opens:
            assert sent.apply(changes).stage is dti.Stage.COLLECTING
        else:
            with pytest.raises(dti.InvalidValueError):
                sent.apply(changes)


def test_an_illegal_step_is_found_when_the_block_ends(dossier):
    with pytest.raises(dti.InvalidValueError) as caught:
        with dossier.change() as c:
            c.stage("send", at=AT, by="Chủ tịch")
    assert "self-score" in caught.value.message("en")
    with pytest.raises(RuntimeError):
        c.dossier
    with pytest.raises(ValueError, match="'self_score'"):
        dti.Changes.new(dossier.framework).stage("score", at=AT, by="Chủ tịch")


def test_replies(replying):
    assert replying.stage is dti.Stage.APPRAISED and replying.reply("1.2") is None
    reply = replying.reply("1.1")
    assert [step.action for step in reply] == [dti.Action.DISAGREE, dti.Action.SUPPLY]
    assert reply[1].names == ("qd-1420-2023",) and reply[-1].digest == reply.digest
    assert reply[0].reason.startswith("Quyết định 158") and reply[0].action_name("en") == "disagree"
    at = datetime.datetime(2024, 6, 10, 10, 30)
    with replying.change(reason="Chấp nhận.") as c:
        c.reply("1.1", "change", at=at, by="Vụ Chuyển đổi số", agency="bo-tttt", points="10")
    decided = c.dossier.reply("1.1")
    assert [step.digest for step in decided[:2]] == [step.digest for step in reply]
    assert decided[2].reason == "Chấp nhận." and decided != reply
    with pytest.raises(dti.InvalidValueError):
        with c.dossier.change() as again:
            again.reply("1.1", "agree", at=at, by="A")
    with pytest.raises(KeyError):
        replying.reply("1.99")
    with pytest.raises(TypeError, match="list"):
        dti.Changes.new(replying.framework).reply("1.1", "supply", at=at, by="A", names="qd-1420-2023")


def test_decisions_need_a_reporter_or_a_value(dossier):
    changes = dti.Changes.new(dossier.framework)
    for arguments in ({}, {"reporter": "so-noi-vu", "value": 3}):
        with pytest.raises(TypeError, match="either"):
            changes.decide("drills", by="A", at=AT, reason="vì", **arguments)
    with pytest.raises(TypeError, match="bool"):
        changes.decide("drills", value=True, by="A", at=AT, reason="vì")
    with pytest.raises(dti.DtiError):
        changes.decide("drills", value=3, by="A", at=AT)
    changes.decide("drills", value=3, by="A", at=AT, reason="vì")
    assert len(changes) == 1 and list(changes)[0].kind is dti.ChangeKind.DECISION
    with pytest.raises(dti.InvalidValueError):
        dossier.apply(changes)  # nobody reported it: there is nothing to decide


def test_changes_outlive_the_dossier(data):
    changes = iter(dti.Dossier.load(data / "quangnam-2022.json").change().__enter__())
    assert list(changes) == []
