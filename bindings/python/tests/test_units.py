# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Units: the register of provinces and of others, and what people mean by a name."""

import datetime
import json
import pickle
import unicodedata

import pytest

import dti


@pytest.fixture(scope="module")
def units():
    return dti.Units.builtin()


def test_mapping(units):
    assert units["gso:48"].name == "Đà Nẵng" and "gso:48" in units and "Đà Nẵng" not in units
    assert units.get("gso:00") is None and 48 not in units
    assert len(units) == len(list(units)) == 63
    assert [units.entry(i) for i in range(len(units.entries))] == list(units.entries)
    with pytest.raises(KeyError, match="gso:48"):
        units["gso:488"]
    for wrong in (-1, 10**6):
        with pytest.raises(IndexError):
            units.entry(wrong)


def test_days(units):
    assert len(units.at("2022-12-31")) == 63 and len(units.at(datetime.date(2025, 12, 31))) == 34
    assert units.find("gso:48", "2024-12-31").valid_until == datetime.date(2025, 6, 30)
    assert units.find("gso:49", "2025-07-01") is None
    with pytest.raises(ValueError):
        units.resolve("Đà Nẵng", "2024-13-01")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("TT-Huế", "gso:46"),
        ("thừa thiên - huế", "gso:46"),
        (unicodedata.normalize("NFD", "Quảng Nam"), "gso:49"),
        ("iso:VN-27", "gso:49"),
        ("TP.HCM", "gso:79"),
        ("gso:49", "gso:49"),
    ],
)
def test_whatever_people_write(units, text, id):
    assert units.resolve(text, "2022-12-31").id == id


def test_hue_before_and_after(units):
    before = units.resolve("TT-Huế", "2022-12-31")
    assert before.name == "Thừa Thiên Huế" and before.valid_until == datetime.date(2024, 12, 31) and before.valid_from is None
    after = units.resolve("Huế", "2025-12-31")
    assert after.valid_from == datetime.date(2025, 1, 1) and after.is_same(before) and after != before
    assert before.code("iso") == "VN-26" and before.code("none") is None and before.group_name == "Bắc Trung Bộ"


def test_a_number_alone_is_refused_with_candidates(units):
    with pytest.raises(KeyError) as caught:
        units.resolve("49")
    assert "gso:49 (Quang Nam)" in caught.value.message("en") and "iso:VN-49 (Vinh Long)" in caught.value.message("en")
    with pytest.raises(TypeError, match="int"):
        units.resolve(49)


def test_mergers(units):
    merged = units["gso:48"]
    assert [unit.name for unit in merged.predecessors] == ["Đà Nẵng", "Quảng Nam"]
    assert merged.predecessors[1].successors == (merged,) and not merged.is_same(merged.predecessors[0])
    assert merged.predecessors[1].aliases == ("Q. Nam",)
    assert merged.provenance("group") is dti.Provenance.ASSUMED and merged.provenance_note("group")
    assert merged.provenance() is dti.Provenance.SOURCE and "19/2025" in merged.provenance_source()


def test_groups(units):
    assert units.resolve("Quảng Nam", "2022-12-31").group in units.groups
    assert len({unit.group for unit in units.at("2022-12-31")}) == 7
    assert units.groups_in("en") != units.groups and units.systems.keys() >= {"gso", "iso"}


def test_own_register(data):
    own = dti.Units.load(data / "districts-units.json")
    assert list(own) == ["ex:01", "ex:02", "ex:03", "ex:04", "ex:05"]
    assert own.resolve("Sample River").name == "Sông Mẫu" and own["ex:02"].population(2023) == 90_000
    assert pickle.loads(pickle.dumps(own)) == own and own != dti.Units.builtin()
    with pytest.raises(ValueError, match="example-districts"):
        own["ex:01"].is_same(dti.Units.builtin()["gso:48"])
    assert dti.Units.check((data / "districts-units.json").read_bytes()).errors == ()
    with pytest.raises(FileNotFoundError):
        dti.Units.load(data / "none.json")


def test_pickles_and_documents(units):
    again = pickle.loads(pickle.dumps(units))
    assert again == units and hash(again) == hash(units)
    listed = json.loads(units.to_json([units["gso:48"]]))
    assert "gso:49" in json.dumps(listed) and len(json.loads(units.to_json())["units"]) == len(units.entries)


def test_parts_outlive_everything():
    unit = dti.Units.builtin()["gso:48"].predecessors[1]
    assert unit.units.resolve(unit.id, "2022-12-31") == unit


def test_frame_and_html(units):
    pytest.importorskip("pandas")
    frame = units.to_frame("2022-12-31")
    assert len(frame) == 63 and frame.loc["gso:49", "name"] == "Quảng Nam" and frame.loc["gso:49", "successors"] == ("gso:48",)
    assert (
        ">30/06/2025<" in units._repr_html_() and ">2025-" not in units._repr_html_()
    ), "days as they are written in Vietnamese"
    assert "Đà Nẵng" in units._repr_html_() and repr(units["gso:48"]) == "<Unit gso:48: 'Đà Nẵng'>"
