# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What the peers in Python share: the work, the rows, and taking turns as tests/bench/turns.h describes it."""

import array
import pathlib
import sys
import time
import typing

MAINS = 8
PILLARS = [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 6], [0, 1, 2, 3, 4, 7]]
SHORTEST_RUN = 0.2  # seconds; shorter work is called so often that it lasts as long

folder = pathlib.Path(sys.argv[1])
count = int(sys.argv[2])


class Component(typing.NamedTuple):
    number: int
    kind: str
    main: int
    points: float
    p: list


def work():
    components = []
    for line in (folder / "work.tsv").read_text(encoding="ascii").splitlines():
        number, kind, main, points, *p = line.split("\t")
        components.append(Component(int(number), kind, int(main) - 1, float(points), [float(x) for x in p]))
    return components


def rows_path():
    return folder / f"rows-{count}.f64"


def run(whole, calls):
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(calls):
        whole()
    return (time.perf_counter() - wall) / calls, (time.process_time() - cpu) / calls


def serve(name, version, whole, results, parts=()):
    """whole() does the work; results() returns overall points and ranks of the last call; parts are what else can be asked for."""
    whole()
    path = folder / f"out-{name}-{count}.f64"
    with path.open("wb") as file:
        for values in results():
            array.array("d", values).tofile(file)
    print("ready", version, path, 0, sep="\t", flush=True)
    calls = {}
    for line in sys.stdin:
        part = line.strip()
        work = dict(parts, whole=whole)[part]
        if part not in calls:
            calls[part] = 1
            while run(work, calls[part])[1] * calls[part] < SHORTEST_RUN:
                calls[part] *= 2
        wall, cpu = run(work, calls[part])
        print(name, count, f"{wall:.9e}", f"{cpu:.9e}", path, sep="\t", flush=True)
