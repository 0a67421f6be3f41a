# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Columns of many units: the same bits as one by one, whatever they come in; what does not fit is refused."""

import array
import gc
import math
import pickle
import random
import signal
import subprocess
import sys
import threading
import time

import pytest

import dti

SHARE = "files-processed-online-share"  # 6.12: 20 points of 80 per cent, so a point of every four


@pytest.fixture(scope="module")
def program(framework):
    return framework.program()


@pytest.fixture(scope="module")
def dossier(data, framework):
    return dti.Dossier.load(data / "quangnam-2022.json", framework)


def figures_of(framework, count, seed=1):
    """Columns of figures that every input can have: whole numbers below the number of choices."""
    numbers = random.Random(seed)
    most = {id: {dti.InputKind.YES_NO: 2, dti.InputKind.TEXT: 1}.get(of.kind) for id, of in framework.inputs.items()}
    return {
        id: array.array("d", (numbers.randrange(most[id] or len(of.choices) or 2) for _ in range(count)))
        for id, of in framework.inputs.items()
    }


def test_dossiers_score_as_each_by_itself(program, dossier):
    result = dossier.score("computed")
    codes = list(program.framework)
    found = program.run([dossier, dossier], codes)
    assert found["6.12"].tolist() == [12_790_000_000] * 2  # 12.79 points, as printed
    for code in codes:
        assert found[code].tolist() == [result[code].exact_points] * 2
    values = program.run([dossier], [(code, "value") for code in codes])
    assert [values[code, "value"][0] for code in codes] == [result[code].value for code in codes]
    tops = program.run([dossier], [(code, dti.Measure.MAX_POINTS) for code in codes])
    assert [tops[code, dti.Measure.MAX_POINTS][0] for code in codes] == [result[code].exact_max_points for code in codes]


def test_by_hand(program):
    found = program.run({SHARE: [40, 51.16, None]}, ["6.12", ("6.12", "state"), (program.framework["6.12"], "upper")])
    assert found["6.12"].tolist() == [10_000_000_000, 12_790_000_000, 0]
    assert [dti.State(state) for state in found["6.12", "state"]] == [dti.State.PRESENT, dti.State.PRESENT, dti.State.MISSING]
    assert found["6.12", "state"].format == "B" and found["6.12"].format == "q"


def test_the_same_whatever_columns_come_in(program, framework):
    numpy = pytest.importorskip("numpy")
    pandas = pytest.importorskip("pandas")
    given = figures_of(framework, 70)
    first = program.run(given, ["dti"])["dti"].tolist()
    assert len(set(first)) > 35
    matrix = numpy.array([given[id] for id in framework.inputs])
    wide = numpy.full((len(matrix), 90), math.nan)
    wide[:, :70] = matrix
    others = [
        list(given.values()),
        {id: memoryview(column) for id, column in given.items()},
        {id: column.tolist() for id, column in given.items()},
        {id: numpy.array(column) for id, column in given.items()},
        {id: pandas.Series(column, dtype="int64") for id, column in given.items()},
        {id: (column, bytes(70)) for id, column in given.items()},
        {id: dti.Column(column, validity=b"\xff" * 9, offset=2) for id, column in given.items()},
        program.columns(given),
        matrix,
    ]
    for other in others:
        assert program.run(other, ["dti"])["dti"].tolist() == first
    assert program.run(wide, ["dti"], rows=70)["dti"].tolist() == first
    assert len(program.run(wide, ["dti"])["dti"]) == 90
    assert program.run(matrix, ["dti"], first=3, rows=60)["dti"].tolist() == first[3:63]
    for vectors in ("plain", "avx2"):
        try:
            other = framework.program(vectors)
        except dti.NotFoundError:  # not every machine has it
            continue
        assert other.vectors is dti.Vectors[vectors.upper()]
        assert other.run(given, ["dti"])["dti"].tolist() == first


class ArrowArray:
    """As pyarrow has them: what the package reads of an array, and no more."""

    def __init__(self, values, bits, offset, kind="double"):
        self.type, self.offset, self._buffers = kind, offset, [bits, values]
        self._count = len(values) // 8 - offset

    def __len__(self):
        return self._count

    def buffers(self):
        return self._buffers


def test_what_is_missing(program):
    values = array.array("d", [10, math.nan, 30, 40])
    arrow = ArrowArray(array.array("d", [7, *values]).tobytes(), bytes([0b10010]), 1)
    forms = {
        "NaN": (values, [0, 1, 0, 0]),
        "states": ((values, bytes([0, 1, 2, 0])), [0, 1, 2, 0]),
        "members": ((values, [dti.State.PRESENT, dti.State.MISSING, dti.State.REJECTED, dti.State.PRESENT]), [0, 1, 4, 0]),
        "bitmap": (dti.Column(values, validity=bytes([0b10010]), offset=1), [0, 1, 1, 0]),
        "Arrow": (arrow, [0, 1, 1, 0]),
    }
    for name, (form, states) in forms.items():
        assert program.run({SHARE: form}, [("6.12", "state")])["6.12", "state"].tolist() == states, name
    with pytest.raises(dti.InvalidValueError) as caught:
        program.run({SHARE: values}, ["dti"], nan_is_missing=False)
    assert caught.value.pointer == f"/{SHARE}/1"
    with pytest.raises(ValueError, match="how many rows"):
        program.columns({})
    assert len(program.columns({}, rows=3)) == 3
    with pytest.raises(TypeError, match="Arrow array of double"):
        program.columns({SHARE: ArrowArray(bytes(8), None, 0, "float")})


def test_results_are_read_without_a_copy(program):
    numpy = pytest.importorskip("numpy")
    found = program.run({SHARE: [40, 100]}, ["6.12"])["6.12"]
    view = numpy.asarray(found)
    view[0] = 7
    assert found[0] == 7
    out = {"6.12": numpy.full(3, -1)}
    assert program.run({SHARE: [40, 100, 24]}, ["6.12"], out=out, first=1, rows=1)["6.12"] is out["6.12"]
    assert out["6.12"].tolist() == [-1, 20_000_000_000, -1]


def test_columns_keep_what_they_borrow():
    values = array.array("d", [40.0])
    columns = dti.Framework.builtin().program().columns({SHARE: values})
    with pytest.raises(BufferError):
        values.append(1.0)
    program = columns.framework.program()
    gc.collect()
    values[0] = 100
    assert program.run(columns, ["6.12"])["6.12"][0] == 20_000_000_000  # what is written later is read
    del columns, program
    gc.collect()
    values.append(1.0)


def test_buffers_are_given_back_whatever_happens(program):
    values, out = array.array("d", [101.0]), array.array("q", [0])
    for _ in range(100):
        with pytest.raises(dti.InvalidValueError):
            program.run({SHARE: values}, ["6.12"], out={"6.12": out})
        with pytest.raises(ValueError):
            program.run({SHARE: values, "directives-total": values[:0]}, ["6.12"], out={"6.12": out})
    before = sys.getrefcount(values), sys.getrefcount(out), sys.getrefcount(None)
    for _ in range(1000):
        with pytest.raises(dti.InvalidValueError):
            program.run({SHARE: values}, ["6.12"], out={"6.12": out})
    assert (sys.getrefcount(values), sys.getrefcount(out)) == before[:2]
    assert abs(sys.getrefcount(None) - before[2]) < 50
    values.append(1.0), out.append(1)


def test_arrays_that_do_not_fit(program):
    numpy = pytest.importorskip("numpy")
    column = array.array("d", [1.0, 2.0])
    raw = bytearray(32)
    odd = numpy.frombuffer(raw, dtype="u1")[1:17].view("f8")
    bad_columns = {
        "float32": (numpy.zeros(2, "f4"), TypeError),
        "whole numbers": (array.array("q", [1, 2]), TypeError),
        "the other byte order": (numpy.zeros(2, ">f8"), TypeError),
        "steps": (numpy.zeros(4)[::2], ValueError),
        "two dimensions": (numpy.zeros((2, 1)), ValueError),
        "not aligned": (odd, ValueError),
        "text": ("12", TypeError),
        "no numbers": (["x"], TypeError),
        "short states": ((column, bytes(1)), ValueError),
        "short bitmap": (dti.Column(column, validity=b"\xff", offset=7), ValueError),
        "offset behind the end": (dti.Column(column, validity=b"\xff", offset=2**40), ValueError),
        "negative offset": (dti.Column(column, validity=b"\xff", offset=-1), (ValueError, OverflowError)),
        "too many parts": ((column, None, None, 0, 0), TypeError),
        "both": (dti.Column(column, bytes(2), b"\xff"), dti.ArgumentError),
    }
    for name, (bad, kind) in bad_columns.items():
        with pytest.raises(kind):
            program.run({SHARE: bad}, ["dti"])
            pytest.fail(name)
    for bad in (numpy.zeros((3, 4)), numpy.zeros((155, 4)).T, numpy.zeros(155), [column], [None] * 154, "ab", 7):
        with pytest.raises((TypeError, ValueError)):
            program.run(bad, ["dti"])
    with pytest.raises(ValueError, match="expected 3 rows, found 2"):
        program.columns({SHARE: column}, rows=3)
    with pytest.raises(ValueError, match="expected 2 rows, found 1"):
        program.columns({SHARE: column, "directives-total": [1]})
    with pytest.raises(KeyError, match="files-processed"):
        program.run({SHARE + "s": column}, ["dti"])


def test_outputs_that_do_not_fit(program):
    numpy = pytest.importorskip("numpy")
    column = numpy.zeros(4)
    fixed = numpy.zeros(4, "i8")
    fixed.flags.writeable = False
    for bad in (array.array("q", [0] * 3), array.array("d", [0] * 4), bytes(32), fixed, numpy.zeros(8, "i8")[::2], None):
        with pytest.raises((TypeError, ValueError)):
            program.run({SHARE: column}, ["dti"], out={"dti": bad})
    with pytest.raises(ValueError, match="shares memory"):
        program.run({SHARE: column}, ["dti"], out={"dti": column.view("i8")})
    both = numpy.zeros(5, "i8")
    with pytest.raises(ValueError, match="shares memory"):
        program.run({SHARE: column}, ["dti", "6.12"], out={"dti": both[:4], "6.12": both[1:]})
    with pytest.raises(ValueError, match="no array for '6.12'"):
        program.run({SHARE: column}, ["6.12"], out={"dti": both})
    for first, rows in ((0, 5), (5, None), (-1, None), (3, 2), (0, -1), (2**63, 1), (0, 2**64)):
        with pytest.raises(ValueError):
            program.run({SHARE: column}, ["dti"], first=first, rows=rows)
    for bad in ("dti", ["nothing"], [("dti", "nothing")], [7], [("dti", "value", 3)], 7):
        with pytest.raises((TypeError, ValueError, KeyError)):
            program.run({SHARE: column}, bad)


def test_no_rows(program):
    found = program.run({SHARE: []}, ["dti", ("dti", "value")])
    assert [len(each) for each in found.values()] == [0, 0]
    assert program.run({SHARE: [1.0]}, ["dti"], first=1)["dti"].tolist() == []
    assert program.run({SHARE: [50.0]}, []) == {}
    with pytest.raises(dti.InvalidValueError):
        program.run({SHARE: [101.0]}, [])  # without outputs the columns are checked


def test_frames(program):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({SHARE: [40, None]}, index=pandas.Index(["a", "b"], name="unit"))
    found = program.run_frame(frame, ["6.12", ("6.12", "value")])
    assert list(found.columns) == ["6.12", "6.12 value"] and list(found.index) == ["a", "b"]
    assert found.loc["a"].tolist() == [10.0, 0.5]
    assert program.run_frame(frame.astype("Float64"), ["6.12"]).loc["a", "6.12"] == 10
    with pytest.raises(KeyError, match="name"):
        program.run_frame(frame.assign(name="x"), ["dti"])
    with pytest.raises(TypeError, match=SHARE):
        program.run_frame(pandas.DataFrame({SHARE: ["much"]}), ["dti"])


def test_progress_and_what_it_raises(program):
    rows = 200_000
    column = {SHARE: array.array("d", bytes(8 * rows))}
    seen = []
    program.run(column, ["dti"], progress=lambda done, total: seen.append((done, total)))
    assert len(seen) > 2 and seen == sorted(seen) and seen[-1] == (rows, rows)

    class OwnError(Exception):
        pass

    own = OwnError()

    def stop(done, total):
        raise own

    for call in (
        lambda: program.run(column, ["dti"], progress=stop),
        lambda: program.bounds(column, progress=stop),
    ):
        with pytest.raises(OwnError) as caught:
            call()
        assert caught.value is own

    def again(done, total):  # a run within a run has working memory of its own
        if done == rows:
            seen.append(program.run({SHARE: [40]}, ["6.12"])["6.12"][0])

    assert program.run(column, ["6.12"], progress=again)["6.12"][-1] == 0
    assert seen[-1] == 10_000_000_000
    with pytest.raises(TypeError, match="progress"):
        program.run(column, ["dti"], progress=7)


INTERRUPTED = """
import array, sys, time, dti
program = dti.Framework.builtin().program()
rows = 1_000_000
zeros = array.array("d", bytes(8 * rows))
columns = program.columns({id: zeros for id in program.framework.inputs})
outputs = [(code, measure) for code in program.framework for measure in ("points", "value")]
out = {each: array.array("q" if each[1] == "points" else "d", bytes(8 * rows)) for each in outputs[:40]}
print("ready", flush=True)
try:
    while True:
        program.run(columns, list(out), out=out)
        print("a run", flush=True)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_ctrl_c_stops_a_run():
    process = subprocess.Popen([sys.executable, "-c", INTERRUPTED], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.15)
        process.send_signal(signal.SIGINT)
        begin = time.monotonic()
        said = process.communicate(timeout=30)[0]
        assert said.endswith("interrupted\n")
        assert time.monotonic() - begin < 3
        assert process.returncode == 0
    finally:
        process.kill()
        process.wait()


def test_eight_threads_at_once(program, framework):
    given = program.columns(figures_of(framework, 5000))
    first = program.run(given, ["dti", ("dti", "value")])
    found = [None] * 8

    def work(number):
        for _ in range(5):
            found[number] = program.run(given, ["dti", ("dti", "value")])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in found:
        assert {key: bytes(value) for key, value in each.items()} == {key: bytes(value) for key, value in first.items()}


def test_writing_meanwhile_is_safe(program, framework):
    """Another thread writes anything anywhere; nobody knows the results, but nothing breaks."""
    numpy = pytest.importorskip("numpy")
    values = numpy.array([list(column) for column in figures_of(framework, 3000).values()])
    states = numpy.zeros(3000, "u1")
    points = numpy.arange(3000)
    ranks = numpy.zeros(3000)
    wanted = {code: numpy.zeros(3000, "i8") for code in ("dti", "6", "6.12")}
    columns = program.columns([(row, states) for row in values])
    end = threading.Event()

    def write():
        numbers = numpy.random.default_rng(1)
        while not end.is_set():
            for each in (values[5], states, points, ranks):
                each.view("u1")[:] = numbers.integers(0, 256, each.nbytes, "u1")
            for each in wanted.values():  # sums go on from here: what overflows, a sanitizer ends the program for
                each[:] = numbers.integers(0, 2**50, each.size)
            states[:] = 0

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(200):
            for call in (
                lambda: program.run(columns, list(wanted), out=wanted),
                lambda: program.bounds(columns),
                lambda: dti.rank_points(points, out=ranks, states=states),
            ):
                try:
                    call()
                except dti.DtiError:
                    pass
        for _ in range(5):
            try:
                program.scoreboard(columns)
            except dti.DtiError:
                pass
    finally:
        end.set()
        writer.join()


def test_objects(program, framework):
    assert program.framework == framework
    assert pickle.loads(pickle.dumps(program)).run({SHARE: [40]}, ["6.12"])["6.12"][0] == 10_000_000_000
    assert repr(program).startswith("<Program of vn-dti-province-922: ")
    columns = program.columns({SHARE: [40]})
    assert (len(columns), columns.framework == framework) == (1, True)
    with pytest.raises(TypeError):
        pickle.dumps(columns)
    for kind in (dti.Program, dti.Columns, dti.Bounds, dti.Scoreboard):
        with pytest.raises(TypeError):
            kind()
    with pytest.raises(ValueError, match="Vectors"):
        framework.program("fast")
