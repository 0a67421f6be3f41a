# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Evidence: what a record says, its review step by step, what was cut or edited."""

import datetime
import hashlib
import json
import pickle

import pytest

import dti

AT = datetime.datetime(2023, 2, 1, 8, 30)
EMPTY = "sha256:" + hashlib.sha256(b"").hexdigest()


@pytest.fixture(scope="module")
def record(data):
    return dti.Evidence.load(data / "evidence-nq-36-2021.json")


def schedule(**fields):
    return dti.Evidence.build(
        "lich-phat-song-2022",
        "broadcast-schedule",
        **{"numbering": "province", "components": ["1.8"], "date": datetime.date(2022, 1, 5), **fields},
    )


def test_what_it_says(record):
    assert (record.id, record.kind, record.number) == ("nq-36-2021", "resolution", "36/2021/NQ-HĐND")
    assert record.date == datetime.date(2021, 12, 8) and record.effective is None and record.period is None
    assert record.components == ("2.8",) and record.inputs == ("minimum-spending-policies",)
    assert record.file_sha256 == EMPTY and record.file_size is None and record.title is None
    assert record.note.startswith("Số, ngày") and record.note_in("en").startswith("Number, date")
    assert record.state is dti.ReviewState.REJECTED and record.signature == {}
    assert record.signer_role is dti.SignerRole.UNKNOWN and record.signer_mark is None


def test_history(record):
    submit, reject = record.history
    assert (submit.action, reject.action) == (dti.Action.SUBMIT, dti.Action.REJECT)
    assert submit.agency == "so-tai-chinh" and submit.reason is None and reject.agency is None
    assert reject.reason_in("en") == "Does not meet the requirement: it states no concrete ratio of spending"
    assert reject.at.isoformat() == "2023-01-20T14:10:00+07:00" and submit.content == record.content_digest
    assert record.history[-1].digest == reject.digest and record.history[:1][0].by == submit.by
    with pytest.raises(IndexError):
        record.history[2]
    assert record.at(1).state is dti.ReviewState.SUBMITTED and record.at(0).state is dti.ReviewState.DRAFT
    assert record.extends(record.at(1)) and not record.at(1).extends(record)
    with pytest.raises(dti.ArgumentError):
        record.at(3)
    with pytest.raises(TypeError):
        record.extends(None)


def test_history_outlives_its_record(data):
    step = dti.Evidence.load(data / "evidence-nq-36-2021.json").history[1]
    assert step.by == "Người thẩm định (ví dụ)"


def test_review():
    draft = schedule()
    sent = draft.review("submit", at=AT, by="Trần Thị B", agency="dai-phat-thanh-va-truyen-hinh")
    taken = sent.review(dti.Action.ACCEPT, at="2023-02-02T08:30:00+07:00", by="Lê Văn C", names=["weekly"])
    assert [each.state.name for each in (draft, sent, taken)] == ["DRAFT", "SUBMITTED", "ACCEPTED"]
    assert taken.confirms("weekly") and not taken.confirms("monthly") and taken.history[1].names == ("weekly",)
    assert taken.state_name("vi") == "đã chấp nhận" and taken.extends(draft) and taken.at(1) == sent
    with pytest.raises(dti.InvalidValueError) as caught:
        sent.review("resubmit", at=AT, by="A")
    assert "recall, accept, reject" in caught.value.message("en")
    with pytest.raises(dti.InvalidValueError):
        sent.review("reject", at=AT, by="A")  # no reason
    with pytest.raises(dti.InvalidValueError):
        sent.review("accept", at=AT - datetime.timedelta(seconds=1), by="A")
    with pytest.raises(dti.SchemaError):
        sent.review("reject", at=AT, by="A", reason="vì", names=["weekly"])
    with pytest.raises(ValueError, match="'accept'"):
        sent.review("approved", at=AT, by="A")
    with pytest.raises(TypeError, match="datetime"):
        sent.review("accept", at=AT.date(), by="A")


def test_build():
    made = schedule(
        title="Lịch phát sóng",
        title_en="Schedule",
        signer_mark="KT. GIÁM ĐỐC",
        file_size=300_000,
        file_sha256=EMPTY,
        period_from="2022-01-01",
        period_to=datetime.date(2022, 12, 31),
        signature={"present": True, "covers-whole": False, dti.SignatureFact.CHAIN: None},
    )
    assert made.signer_role is dti.SignerRole.DEPUTY and made.file_size == 300_000
    assert made.period == (datetime.date(2022, 1, 1), datetime.date(2022, 12, 31))
    assert made.title_in("en") == "Schedule" and schedule(title="x").title_in("en") == "x"
    assert made.signature == {dti.SignatureFact.PRESENT: True, dti.SignatureFact.COVERS_WHOLE: False}
    assert schedule(signer_role=dti.SignerRole.HEAD).signer_role is dti.SignerRole.HEAD
    assert json.loads(made.to_json())["date"] == "2022-01-05"


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"author": "A"}, TypeError),
        ({"number": 12}, TypeError),
        ({"file_size": True}, TypeError),
        ({"file_size": "many"}, dti.DtiError),
        ({"components": "1.8"}, TypeError),
        ({"components": ["1.8", "1.8"]}, dti.UnresolvedError),
        ({"numbering": None}, dti.DtiError),
        ({"date": "5/1/2022"}, dti.InvalidValueError),
        ({"signature": {"stamped": True}}, ValueError),
        ({"signature": {"present": "no"}}, TypeError),
        ({"signer_mark": "KT. GIÁM ĐỐC", "signer_role": "head"}, dti.InvalidValueError),
    ],
)
def test_refused(fields, error):
    with pytest.raises(error):
        schedule(**fields)


def test_another_content(record):
    other = record.with_(number="37/2021/NQ-HĐND", inputs=[], components=["2.9"], signature={"sealed": True})
    assert (other.number, other.components, other.inputs) == ("37/2021/NQ-HĐND", ("2.9",), ())
    assert other.history == record.history and other.content_digest != record.content_digest
    assert other.with_(number=None).number is None and record.with_() == record
    again = other.review("resubmit", at=AT, by="Người nộp")
    with pytest.raises(dti.InvalidValueError):
        again.with_(number="38")
    assert record.number == "36/2021/NQ-HĐND" and again.extends(record)


def test_documents(record, tmp_path):
    assert pickle.loads(pickle.dumps(record)) == record and record.at(1) != record
    record.save(tmp_path / "e.json")
    assert dti.Evidence.load(tmp_path / "e.json") == record
    edited = record.to_json().replace("36/2021", "35/2021")
    with pytest.raises(dti.InvalidValueError):
        dti.Evidence.parse(edited)
    assert dti.Evidence.check(edited, source="e.json").errors[0].source == "e.json"
    with pytest.raises(FileNotFoundError):
        dti.Evidence.load(tmp_path / "none.json")
    html = schedule(title="<b>").review("submit", at=AT, by="<i>")._repr_html_()
    assert "<b>" not in html and "<i>" not in html and "01/02/2023 08:30" in html
    assert repr(record) == "<Evidence nq-36-2021: resolution 36/2021/NQ-HĐND, rejected>"
    assert repr(schedule()) == "<Evidence lich-phat-song-2022: broadcast-schedule, draft>"


def test_in_a_dossier(data, record):
    dossier = dti.Dossier.load(data / "quangnam-2022.json")
    assert not dossier.keeps_evidence
    with dossier.change() as c:
        c.add(record)
        with pytest.raises(TypeError):
            c.add(record.to_json())
    kept = c.dossier
    assert kept.keeps_evidence and kept.evidence == (record,) and kept.find_evidence("nq-36-2021") == record
    assert kept.find_evidence("nq-37") is None and kept.score("supported").track is dti.Track.SUPPORTED
    with pytest.raises(dti.InvalidValueError):
        with kept.change() as c:
            c.add(record.at(1))  # goes back behind what is there
    histories = [record.history for record in kept.evidence]
    del kept, c, dossier
    assert histories[0][0].by
