# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Rankings: who stands where, as the ministry printed it and as it follows from amounts (tests/cli/golden/rank-*)."""

import json
import pickle

import pytest

import dti


@pytest.fixture(scope="module")
def table():
    return dti.Table.builtin("vn-dti-province-2022")


@pytest.fixture(scope="module")
def ranking(table):
    return table.ranking()


@pytest.fixture(scope="module")
def regions():
    return dti.Table.builtin("vn-dti-province-2021").ranking(by="group", basis="printed")


def test_quang_nam(table, ranking):
    place = ranking.of("Quảng Nam")
    assert (place.rank, place.worst, place.tied, len(ranking.ranked)) == (31, 31, 1, 63) and isinstance(place.rank, int)
    assert (place.points, place.exact_points, place.value, place.side) == (580.8, 580_800_000_000, 0.5808, 1)
    assert place.next.name == "Vĩnh Long" and place.distance(25) == 26.9 and place.exact_distance(25) == 26_900_000_000
    assert place.distance(30) is None, "the points of rank 30 are not known"
    for wrong in (0, -1, 2**40):
        with pytest.raises(ValueError, match="rank"):
            place.distance(wrong)
    assert place.row == table.rows["Quảng Nam"] and ranking[place.index] == place
    region = table.ranking(by="group").of("gso:49")
    assert (region.rank, region.group.size, region.group.name) == (5, 8, "Nam Trung Bộ")


def test_ties_as_printed(ranking):
    assert [place.rank for place in ranking][13:18] == [14, 15, 15, 17, 18]
    assert [place.name for place in ranking[14:16]] == ["Yên Bái", "Thanh Hóa"] and ranking[15].tied == 2


def test_regions(table):
    place = table.ranking(by="group").of("Bến Tre")
    assert (place.rank, place.group.ranked, place.group.name_in("en")) == (10, 13, "Mekong River Delta")
    assert sum(group.size for group in table.ranking(by="group").groups) == 63


def test_a_sequence(ranking):
    assert len(ranking) == 63 and ranking[0].name == "Đà Nẵng" and ranking[-1].name == "Bắc Kạn" and ranking[0].next is None
    assert [place.rank for place in ranking[:3]] == [1, 2, 3]
    for wrong in (63, -64):
        with pytest.raises(IndexError):
            ranking[wrong]
    with pytest.raises(KeyError):
        ranking.of("49")


def test_means(ranking):
    assert ranking.stated_mean() == 578.6 and ranking.groups[0].amount_count == 11
    with pytest.raises(ValueError, match="whole"):
        ranking.quantile(5, 4)
    with pytest.raises(TypeError):
        ranking.quantile(1.5, 2)


def test_missing_units_are_told(regions):
    groups = {group.name: group for group in regions.groups}
    coast = groups["Nam Trung Bộ"]
    assert (coast.ranked, coast.size) == (3, 8) and groups["Tây Nguyên"].ranked == 0
    assert [(place.rank, place.worst, place.name) for place in coast.places[:3]] == [
        (1, 6, "Đà Nẵng"),
        (2, 7, "Quảng Nam"),
        (3, 8, "Ninh Thuận"),
    ]
    absent = [place.name for place in coast.places[3:]]
    assert absent == ["Quảng Ngãi", "Bình Định", "Phú Yên", "Khánh Hòa", "Bình Thuận"]
    assert len(regions.missing) == 40 and all(place.rank is place.worst is place.points is None for place in regions.missing)
    assert regions.basis is dti.Basis.PRINTED and regions.missing[0].side is None
    assert groups["Tây Nguyên"].mean() is groups["Tây Nguyên"].quantile(1, 2) is None
    with pytest.raises(ValueError, match="ranking.groups"):
        regions.mean()


def test_amounts():
    """Points 10, 8, 8, 4 by hand: mean 7.5, median 8, lower quartile 7."""
    figures = [("Đà Nẵng", 10.0), ("Huế", 8.0), ("Quảng Nam", 8.0), ("Cà Mau", 4.0)]
    table = dti.Table.build([(unit, "6.12", "points", points) for unit, points in figures], year=2022)
    ranks = {
        method: [place.rank for place in table.ranking("6.12", method=method).ranked]
        for method in ("competition", "dense", "fractional")
    }
    assert ranks == {"competition": [1, 2, 2, 4], "dense": [1, 2, 2, 3], "fractional": [1.0, 2.5, 2.5, 4.0]}
    ranking = table.ranking("6.12")
    assert (
        ranking.basis is dti.Basis.POINTS and ranking.method is dti.RankMethod.COMPETITION and ranking.indicator.code == "6.12"
    )
    assert (ranking.mean(), ranking.quantile(1, 2), ranking.quantile(1, 4), ranking.quantile(0, 1)) == (7.5, 8, 7, 4)
    assert ranking.groups[0].exact_mean() == 7_500_000_000 and ranking.groups[0].exact_quantile(1, 4) == 7_000_000_000
    last = ranking.of("Cà Mau")
    assert (last.distance(1), last.distance(3), last.distance(4), last.side, last.value) == (6, 4, 0, -1, 0.2)
    assert last.worst == 63, "59 are missing"


def test_the_callers_groups():
    figures = [("Đà Nẵng", 10.0), ("Huế", 8.0), ("Quảng Nam", 6.0)]
    table = dti.Table.build([(unit, "6.12", "points", points) for unit, points in figures], year=2022)
    ranking = table.ranking("6.12", by=[1, 2, 1])
    assert [ranking.of(unit).rank for unit, _ in figures] == [1, 1, 2]
    assert ranking.of("Quảng Nam").group.name == "1" and pickle.loads(pickle.dumps(ranking)).of("gso:49").rank == 2
    for wrong in ([1, 2], [1, 2, 1.5], [1, 2, True], [1, 2, -1], [1, 2, 2**40], "caller", "regions", 5):
        with pytest.raises((TypeError, ValueError)):
            table.ranking("6.12", by=wrong)


def test_arguments(table):
    with pytest.raises(KeyError, match="6.12"):
        table.ranking("6.120")
    for wrong in ({"method": "olympic"}, {"basis": "votes"}):
        with pytest.raises(ValueError):
            table.ranking(**wrong)


def test_documents(ranking, tmp_path):
    document = json.loads(ranking.to_json())
    assert document["format"].startswith("dti-ranking/") and len(json.dumps(document)) > 1000
    ranking.save(tmp_path / "ranking.json")
    assert json.loads((tmp_path / "ranking.json").read_text(encoding="utf-8")) == document
    with pytest.raises(KeyError):
        ranking.to_json(numbering="no such numbering")
    assert [place.name for place in pickle.loads(pickle.dumps(ranking))] == [place.name for place in ranking]


def test_parts_outlive_everything():
    place = dti.Table.builtin().ranking(by="group").of("Quảng Nam").next
    assert place.group.places[3] == place and place.unit.units.id == "vn-provinces"


def test_frame_and_html(ranking):
    pytest.importorskip("pandas")
    frame = ranking.to_frame()
    assert frame.loc["Quảng Nam", "rank"] == 31 and frame.loc["Quảng Nam", "value"] == 0.5808 and frame["rank"].dtype == "Int64"
    assert frame["points"].isna().sum() == 63 - 11
    text = ranking._repr_html_()
    assert "Bắc Kạn" in text and "63 trong 63" in text and "0,5808" in text and "more" not in text
    assert repr(ranking) == "<Ranking of 2022 by dti: 63 of 63 units, ranks>" and repr(ranking[0]) == "<Place 1: 'Đà Nẵng'>"
