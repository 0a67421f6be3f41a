# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The report of a benchmark: what was measured and how, bars, tables."""

import statistics

import machine
import turns

COLUMNS_READ = 118 / 98  # the 20 min-max columns are read twice
MILLION = 1_000_000

INTRODUCTION = """\
# Benchmarks

Written by `./dev bench`; do not edit. Measured on {date}.

## What is measured

**The work.** Rows (units) of 98 components, each a number from 0 to 1, two of a hundred missing. A component has one of four rules: the
ratio to a target, kept within 0 and 1 (40 components); a table of three tiers (20); the place between the lowest and the highest of all
rows (20); pass or fail (18). What is missing has 0 points. Points add up in 8 main indicators (100, 100, 100, 100, 100, 200, 150, 150), three
overlapping pillars and the overall value; then all rows are ranked by it, highest first, ties as 1, 2, 2, 4. Every implementation brings
out all of that.

**Rounding.** libdti and the plain C round the points of each component to 10⁻⁹ point and add whole numbers; their results must be the same to
the bit. The others add binary floating-point numbers: their overall points must agree within 10⁻⁹ of themselves, and two rows may have
changed places only if their points agree as closely.

**Fairness.** Each peer is written as a competent user of that tool would write it (tests/bench/peers/), gets the same rows, loads them before
the clock starts, marks what is missing in its own way (libdti: a bitmap, as Apache Arrow has it; plain C, NumPy, pandas: NaN; SQLite, DuckDB,
Polars: NULL), and works with one thread. SQLite and DuckDB run the same query and put its results into a table in memory. Expressions
of Polars are built before the clock starts.

**Time.** Every peer is a process of its own. It warms up, and then runs in turn with libdti, one run each, {least} to {runs} runs
(as many as take {enough:.0f} s); runs shorter than 200 ms are loops, so that no figure is that of a cold start. The figure is the median. **Ratio** is CPU time
of the peer to CPU time of libdti in a turn, the median of all turns: what else happens on the machine hits both. Spread is the slowest run to the fastest. Peak RSS is that of the process,
with its rows.
"""

FLOOR = """\
## The floor

No scoring can be faster than reading. One core reads the very columns that libdti reads (exclusive or of all values, 32 bytes at a time), as often
as the work does: 98 columns and the 20 min-max columns once more; then comes the time of libdti's own ranking.
"""


def seconds(value):
    for factor, unit in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
        if value * factor >= 1 or unit == "µs":
            return "%.3g %s" % (value * factor, unit) if value * factor < 1000 else "%.0f %s" % (value * factor, unit)
    return ""


def ratio(value):
    return "%.3g×" % value if value < 1000 else "%.0f×" % value


def mebibytes(count):
    return "%.1f MiB" % (count / 2**20)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


# ── the bars ──


def floors(bench, rows):
    """CPU seconds in each turn; none without libdti's ranking."""
    if ("rank", rows) not in bench.parts or ("floor", rows) not in bench.parts:
        return []
    reading, ranking = bench.parts["floor", rows].cpus, bench.parts["rank", rows].cpus
    return [read * COLUMNS_READ + rank for read, rank in zip(reading, ranking)]


def beside_floor(bench, rows):
    lowest = floors(bench, rows)
    return turns.ratio(bench.parts["whole", rows], lowest) if lowest else None


def bars(bench):
    """[(what, bar, measured, whether it is met)]; None: not measured."""
    has_libdti = bench.reference.name == "libdti"

    def at_least(title, least, names):
        found = [bench.measured[name, MILLION].ratio for name in names if (name, MILLION) in bench.measured]
        measured = min(found) if found and has_libdti else None
        return title, "at least %d×" % least, measured and ratio(measured), measured and measured >= least

    def at_most(title, most, measured, text):
        return title, "at most " + text(most), measured and text(measured), measured and measured <= most

    whole = bench.parts.get(("whole", 63)) if has_libdti else None
    change = bench.parts.get(("change", 63))
    python = {rows: (times, turns.ratio(times, of_c.cpus)) for rows, (times, of_c) in bench.python.items()}
    rows = [
        at_most("1,000,000 rows, beside the floor", 1.7, beside_floor(bench, MILLION), ratio),
        at_least("1,000,000 rows, faster than the best NumPy", 5, ["numpy-plain", "numpy-blocked"]),
        at_least("1,000,000 rows, faster than DuckDB", 25, ["duckdb"]),
        at_least("1,000,000 rows, faster than pandas", 40, ["pandas"]),
        at_most(
            "1,000,000 rows, memory beside inputs and outputs",
            16 * 2**20,
            bench.memory.get(MILLION) if has_libdti else None,
            mebibytes,
        ),
        at_most("63 rows, one call of everything", 15e-6, whole and whole.cpu, seconds),
        at_most("63 rows, one figure changed, with all new ranks", 10e-6, change and change.cpu, seconds),
        at_most("Python: a getter", 1e-6, bench.getter and bench.getter.cpu, seconds),
        at_most("Python: 63 rows, bounds, scores and ranks through buffers", 50e-6, python[63][0].cpu if 63 in python else None, seconds),
        at_most("Python: 100,000 rows, beside the C program", 1.05, python[100_000][1] if 100_000 in python else None, ratio),
    ]
    return [row for row in rows if row[2] or not bench.is_quick]


def write_bars(bench):
    marks = {True: "✓", False: "✗ **missed**", None: ""}
    rows = [(what, bar, measured or "not measured", marks[met]) for what, bar, measured, met in bars(bench)]
    if not rows:
        return ""
    return "## Bars\n\nWhat the project asks of itself.\n\n" + table(["", "bar", "measured", ""], rows)


# ── the tables ──


def agreement(found):
    if not found.agreement:
        return "reference"
    if found.agreement.is_exact:
        return "same bits"
    differing = "no rank differs" if not found.agreement.ranks_differing else "%d ranks differ" % found.agreement.ranks_differing
    return ("" if found.agreement.is_good else "**DISAGREES**: ") + "%.0e, %s" % (found.agreement.worst, differing)


def write_rows(bench, rows):
    lines = []
    for peer in bench.peers():
        found = bench.measured.get((peer.name, rows))
        if found:
            lines.append(
                (
                    peer.title,
                    ratio(found.ratio),
                    seconds(found.times.cpu),
                    seconds(found.times.wall),
                    "%.2f" % found.times.spread,
                    "%.0f MiB" % (found.peak_kib / 1024),
                    agreement(found),
                )
            )
    head = ["", "ratio", "CPU", "wall", "spread", "peak RSS", "results"]
    return "## %s rows\n\n" % format(rows, ",") + table(head, lines)


PARTS = [
    ("whole", "all of it"),
    ("bounds", "lowest and highest of the min-max columns"),
    ("score", "8 main indicators, 3 pillars, overall"),
    ("rank", "ranks"),
    ("change", "one figure changed on a scoreboard, with all new ranks"),
]


def write_parts(bench):
    if bench.reference.name != "libdti":
        return ""
    lines = []
    for name, title in PARTS:
        found = [bench.parts.get((name, rows)) for rows in bench.sizes]
        lines.append([title] + [seconds(times.cpu) if times else "" for times in found])
    lines.append(["most memory held, beside inputs and outputs"] + [mebibytes(bench.memory[rows]) for rows in bench.sizes])
    head = [""] + ["%s rows" % format(rows, ",") for rows in bench.sizes]
    return "## The parts of libdti\n\nCPU time of a call; working memory is used again.\n\n" + table(head, lines)


def write_floor(bench):
    lines = []
    for rows in bench.sizes:
        reading = bench.parts["floor", rows].cpu
        lowest = floors(bench, rows)
        lines.append(
            (
                format(rows, ","),
                "%s, %.1f GB/s" % (seconds(reading), rows * 98 * 8 / reading / 1e9),
                seconds(statistics.median(lowest)) if lowest else "not measured",
                ratio(beside_floor(bench, rows)) if lowest else "not measured",
            )
        )
    return FLOOR + "\n" + table(["rows", "98 columns read once", "floor", "libdti"], lines)


def write_machine(bench):
    versions = {}
    for peer in bench.peers():
        for rows in bench.sizes:
            if (peer.name, rows) in bench.measured:
                versions.setdefault(bench.measured[peer.name, rows].version, []).append(peer.name)
    rows = machine.facts() + [(", ".join(dict.fromkeys(names)), version) for version, names in versions.items()]
    return "## The machine and the versions\n\n" + table(["", ""], rows)


def write_missing(bench):
    if not bench.missing:
        return ""
    lines = "".join("- %s: %s\n" % item for item in bench.missing.items())
    return "## Not measured\n\n" + lines


def write(bench, date):
    parts = [
        INTRODUCTION.format(date=date, runs=turns.RUNS, least=turns.LEAST_RUNS, enough=turns.ENOUGH),
        write_bars(bench),
        *(write_rows(bench, rows) for rows in reversed(bench.sizes)),
        write_missing(bench),
        write_parts(bench),
        write_floor(bench),
        "## One dossier\n\nDocuments, one unit, the command: medians, each with a peer in the same run.\n\n```\n%s```\n" % bench.one_dossier,
        write_machine(bench),
    ]
    return "\n".join(part for part in parts if part)
