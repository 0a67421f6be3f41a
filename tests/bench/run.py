#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Measures libdti beside its peers, compares what comes out, and writes the report.

usage: run.py BUILD FOLDER REPORT [--quick]

BUILD is a release build with the target "benchmarks", FOLDER keeps rows and results. With --quick: without peers, without a million
rows, and the report is printed only.
"""

import datetime
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import typing

import report
import turns

HERE = pathlib.Path(__file__).resolve().parent
SIZES = [63, 10_000, 1_000_000]
PYTHON_SIZE = 100_000  # at which the package must be as fast as C
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "POLARS_MAX_THREADS": "1", "LC_ALL": "C"}


class Peer(typing.NamedTuple):
    name: str
    title: str
    command: typing.Callable  # of the number of rows
    is_quick: bool = False
    is_exact: bool = False  # rounds points as libdti does, so its results have the same bits
    least: int = 0  # rows


class Measured(typing.NamedTuple):
    """A peer in turns with libdti."""

    times: turns.Times
    ours: turns.Times
    peak_kib: int
    version: str
    memory: int
    agreement: typing.Optional[turns.Agreement]

    @property
    def ratio(self):
        return turns.ratio(self.times, self.ours.cpus)


class Bench:
    def __init__(self, build, folder, is_quick):
        self.build, self.folder, self.is_quick = build, folder, is_quick
        self.sizes = [size for size in SIZES if not is_quick or size <= 10_000]
        self.measured = {}  # (name of a peer, rows): Measured
        self.parts = {}  # (part of libdti, or floor, rows): Times
        self.missing = {}  # name of a peer: why
        self.getter = None  # Times of one getter of the Python package
        self.python = {}  # rows: (Times of the Python package, Times of libdti), in turns
        self.reference = None  # the peer that all are compared with
        self.memory = {}  # rows: bytes that libdti held at most
        self.one_dossier = ""

    def native(self, program, *more):
        return lambda rows: [str(self.build / "tests/bench" / program), str(self.folder), str(rows), *more]

    def script(self, interpreter, name):
        return lambda rows: [interpreter, str(HERE / "peers" / name), str(self.folder), str(rows)]

    def peers(self):
        def libdti(name, title, least=0):
            return Peer(name, title, self.native("columns", name), is_quick=True, is_exact=True, least=least)

        everyone = [
            libdti("libdti", "**libdti**"),
            libdti("libdti-avx2", "libdti, AVX2"),
            libdti("libdti-plain", "libdti, one value at a time"),
            libdti("libdti-components", "libdti, points of all components stored"),
            libdti("libdti-threads", "libdti, two threads", least=10_000),
            Peer("libdti-python", "libdti, from Python", self.script(sys.executable, "libdti-python.py"), is_quick=True, is_exact=True),
            Peer("plain-c", "plain C, a switch per cell", self.native("plain-c"), is_quick=True, is_exact=True),
            Peer("numpy-blocked", "NumPy, blocks and buffers", self.script(sys.executable, "numpy-blocked.py")),
            Peer("numpy-plain", "NumPy, plain", self.script(sys.executable, "numpy-plain.py")),
            Peer("polars", "Polars", self.script("node", "polars.cjs")),
            Peer("duckdb", "DuckDB", self.script("node", "duckdb.cjs")),
            Peer("pandas", "pandas", self.script(sys.executable, "pandas-frame.py")),
            Peer("sqlite", "SQLite", self.script(sys.executable, "sqlite.py")),
        ]
        return [peer for peer in everyone if peer.is_quick or not self.is_quick]

    # ── getting ready ──

    def make_rows(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, str(HERE / "make-work.py"), str(self.folder)], check=True)
        maker = self.build / "tests/bench/make-rows"
        for rows in [*self.sizes, PYTHON_SIZE]:
            path = self.folder / f"rows-{rows}.f64"
            if not path.exists() or path.stat().st_mtime < maker.stat().st_mtime:
                subprocess.run([str(maker), str(path), str(rows)], check=True)

    def install_node_peers(self):
        """Into FOLDER/node_modules. What cannot be installed does not start later on, and is named as not measured."""
        wanted = (HERE / "peers/package.json").read_text(encoding="utf-8")
        stamp = self.folder / "node_modules/.installed"
        npm = shutil.which("npm")
        if not npm or (stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
            return
        (self.folder / "package.json").write_text(wanted, encoding="utf-8")
        say("npm install")
        if not run_npm(npm, self.folder, []):
            say("npm could not install the peers that run in Node")
            return
        # The native part of Polars asks for a newer Node than it needs, and npm then leaves it out.
        machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), "none")
        if not (self.folder / f"node_modules/nodejs-polars-linux-{machine}-gnu").exists():
            run_npm(npm, self.folder, [f"nodejs-polars-linux-{machine}-gnu@{polars_version(wanted)}"])
        stamp.write_text(wanted, encoding="utf-8")

    def start(self, peer, rows):
        package = str((self.build / "bindings/python").resolve())
        environment = dict(ONE_THREAD, NODE_PATH=str((self.folder / "node_modules").resolve()), PYTHONPATH=package)
        return turns.Program(peer.command(rows), environment)

    # ── measuring ──

    def start_reference(self, peers, rows):
        """libdti, or if it cannot run whatever can: the peer and its program."""
        for peer in peers:
            try:
                return peer, self.start(peer, rows)
            except turns.NotMeasured as why:
                self.missing[peer.name] = str(why)
        sys.exit("bench: nothing can be measured")

    def measure_parts(self, reference, rows):
        """libdti as a whole, its parts, and the floor, in turn."""
        floor = turns.Program(self.native("floor")(rows), {})
        parts = ["whole"]
        if self.reference.name == "libdti":
            parts += ["bounds", "score", "rank"] + (["change"] if rows == SIZES[0] else [])
        pairs = [(floor, "whole")] + [(reference, part) for part in parts]
        for name, times in zip(["floor"] + parts, turns.take_turns(pairs)):
            self.parts[name, rows] = times
        self.memory[rows] = reference.memory
        floor.stop()

    def measure_peer(self, peer, reference, rows):
        program = self.start(peer, rows)
        ours, times = turns.take_turns([(reference, "whole"), (program, "whole")])
        peak = program.peak_kib()
        program.stop()
        agreement = turns.Agreement(reference.path, program.path, rows)
        self.measured[peer.name, rows] = Measured(times, ours, peak, program.version, program.memory, agreement)

    def measure(self, rows):
        self.reference, reference = self.start_reference(self.peers(), rows)
        say(f"{rows:,} rows: parts and floor")
        self.measure_parts(reference, rows)
        whole = self.parts["whole", rows]
        self.measured[self.reference.name, rows] = Measured(
            whole, whole, reference.peak_kib(), reference.version, reference.memory, None
        )
        for peer in self.peers():
            if peer.name == self.reference.name or peer.name in self.missing or rows < peer.least:
                continue
            say(f"{rows:,} rows: {peer.name}")
            try:
                self.measure_peer(peer, reference, rows)
            except turns.NotMeasured as why:
                self.missing[peer.name] = str(why)
        reference.stop()

    def measure_python(self):
        """The package beside the C program, and what one getter takes."""
        peers = {peer.name: peer for peer in self.peers()}
        if self.reference.name != "libdti" or "libdti-python" in self.missing:
            return
        for rows in (SIZES[0], PYTHON_SIZE):
            say(f"{rows:,} rows: C and Python")
            ours, python = (self.start(peers[name], rows) for name in ("libdti", "libdti-python"))
            of_c, of_python = turns.take_turns([(ours, "whole"), (python, "whole")])
            self.python[rows] = (of_python, of_c)
            if rows == SIZES[0]:
                [self.getter] = turns.take_turns([(python, "getter")])
            ours.stop()
            python.stop()

    def disagreements(self):
        for peer in self.peers():
            for rows in self.sizes:
                found = self.measured.get((peer.name, rows))
                if found and found.agreement:
                    exact = peer.is_exact and self.reference.is_exact
                    if not (found.agreement.is_exact if exact else found.agreement.is_good):
                        yield peer.name, rows

    def measure_dossier(self):
        """The table of the program bench: documents, one unit, the command."""
        say("one dossier")
        command = [self.build / "tests/bench/bench", self.build / "examples/cli/dti", "examples/data/quangnam-2022.json"]
        self.one_dossier = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True, check=True).stdout


def say(text):
    print("bench: " + text, file=sys.stderr, flush=True)


def run_npm(npm, folder, packages):
    options = ["--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
    command = [npm, "install", *options, *packages]
    return subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False).returncode == 0


def polars_version(package_json):
    return json.loads(package_json)["dependencies"]["nodejs-polars"]


def main(arguments):
    is_quick = "--quick" in arguments
    build, folder, path = (pathlib.Path(argument) for argument in arguments if argument != "--quick")
    bench = Bench(build, folder, is_quick)
    bench.make_rows()
    if not is_quick:
        bench.install_node_peers()
    bench.measure_dossier()
    for rows in bench.sizes:
        bench.measure(rows)
    bench.measure_python()
    text = report.write(bench, datetime.date.today().isoformat())
    print(text)
    if not is_quick:
        path.write_text(text, encoding="utf-8")
        say(f"written to {path}")
    wrong = list(bench.disagreements())
    for name, rows in wrong:
        say(f"{name} does not agree with {bench.reference.name} on {rows:,} rows")
    return 1 if wrong else 0


if __name__ == "__main__":
    os.chdir(HERE.parent.parent)
    sys.exit(main(sys.argv[1:]))
