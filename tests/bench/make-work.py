#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""The work that the benchmark measures, once for every peer: 98 components, 8 main indicators, 3 overlapping pillars, overall.

usage: make-work.py FOLDER

Writes into FOLDER
  work.tsv        a line per component: number, kind, main indicator, maximum in points, and the parameters of the rule
                  (ratio: target; tiers: three pairs of threshold and share; min-max: none; pass: threshold)
  work.sql        the same as a query that SQLite and DuckDB both understand
  framework.json  the same as a framework of libdti
"""

import json
import pathlib
import sys

# Components and maximum of each main indicator, as the provincial index of 2022 has them; the three components without points of its
# smart-city indicator are put in the sixth here.
MAINS = [(10, 100), (11, 100), (7, 100), (13, 100), (12, 100), (25, 200), (12, 150), (8, 150)]
PILLARS = [[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 7], [1, 2, 3, 4, 5, 8]]

# 40 ratios, 20 tier tables, 20 min-max, 18 pass or fail, mixed as in a real framework.
KINDS = ("ratio tiers min-max pass ratio ".split() * 9 + "ratio ratio tiers min-max".split()) * 2

PROVENANCE = {"kind": "assumed"}


def parameters(kind, number):
    if kind == "ratio":
        return [0.5 + 0.05 * (number % 10)]
    if kind == "tiers":
        shift = 0.01 * (number % 10)
        return [0.2 + shift, 0.3, 0.45 + shift, 0.6, 0.7 + shift, 1.0]
    if kind == "pass":
        return [0.3 + 0.04 * (number % 10)]
    return []


def components():
    """(number, kind, main indicator from 1, maximum in points, parameters of the rule)"""
    number = 0
    for main, (count, points) in enumerate(MAINS, 1):
        cents = points * 100
        for left in range(count, 0, -1):
            share = cents // left
            cents -= share
            kind = KINDS[number]
            yield number, kind, main, share / 100, [round(p, 2) for p in parameters(kind, number)]
            number += 1


# ── SQL ──


def sql_share(column, kind, p):
    """NULL, a missing value, fails every comparison and ends in ELSE."""
    if kind == "ratio":
        return f"CASE WHEN {column} >= {p[0]} THEN 1.0 WHEN {column} > 0 THEN {column} / {p[0]} ELSE 0.0 END"
    if kind == "tiers":
        tiers = " ".join(f"WHEN {column} >= {p[i]} THEN {p[i + 1]}" for i in (4, 2, 0))
        return f"CASE {tiers} ELSE 0.0 END"
    if kind == "min-max":
        return f"CASE WHEN {column} IS NULL THEN 0.0 ELSE ({column} - low_{column}) / (high_{column} - low_{column}) END"
    return f"CASE WHEN {column} >= {p[0]} THEN 1.0 ELSE 0.0 END"


def query(work):
    limits = ", ".join(f"min(c{n}) AS low_c{n}, max(c{n}) AS high_c{n}" for n, kind, *_ in work if kind == "min-max")
    mains = []
    for main in range(1, len(MAINS) + 1):
        terms = [f"({sql_share(f'c{n}', kind, p)}) * {points}" for n, kind, of, points, p in work if of == main]
        mains.append("\n    + ".join(terms) + f" AS m{main}")
    pillars = ", ".join(" + ".join(f"m{m}" for m in of) + f" AS p{i}" for i, of in enumerate(PILLARS, 1))
    overall = " + ".join(f"m{m}" for m in range(1, len(MAINS) + 1))
    return (
        f"WITH limits AS MATERIALIZED (SELECT {limits} FROM cohort),\n"
        "mains AS MATERIALIZED (SELECT id,\n  " + ",\n  ".join(mains) + "\n  FROM cohort CROSS JOIN limits)\n"
        f"SELECT *, {pillars}, {overall} AS overall, rank() OVER (ORDER BY {overall} DESC) AS place FROM mains\n"
    )


# ── libdti ──


def names(text):
    return {"vi": text, "en": text}


def rule(number, kind, p):
    quantity = {"input": "c%d" % number}
    if kind == "ratio":
        return {"kind": "ratio", "quantity": quantity, "target": p[0]}
    if kind == "min-max":
        return {"kind": "min-max", "quantity": quantity}
    steps = zip(p[0::2], p[1::2]) if kind == "tiers" else [(p[0], 1)]
    return {"kind": "tiers", "quantity": quantity, "tiers": [{"at_least": at, "share": share} for at, share in steps]}


def main_indicator(work, main):
    of_main = [component for component in work if component[2] == main]
    head = {"code": PROVENANCE, "name": PROVENANCE}
    leaf = dict(head, max_points=PROVENANCE, rule=PROVENANCE)
    return {
        "codes": {"bench": str(main)},
        "names": names("Main indicator %d" % main),
        "provenance": head,
        "children": [
            {
                "codes": {"bench": "%d.%d" % (main, place)},
                "names": names("Component %d" % number),
                "max_points": points,
                "rule": rule(number, kind, p),
                "provenance": leaf,
            }
            for place, (number, kind, _, points, p) in enumerate(of_main, 1)
        ],
    }


def index(code, mains):
    return {"code": code, "names": names(code), "sum": [str(m) for m in mains], "provenance": PROVENANCE}


def framework(work):
    every_main = range(1, len(MAINS) + 1)
    return {
        "format": "dti-framework/1",
        "id": "bench",
        "version": "1.0.0",
        "titles": names("The work of the benchmark"),
        "years": {"from": 2022, "to": 2022},
        "rounding": {"points_digits": 2, "value_digits": 4, "mode": "half-up"},
        "numberings": [{"id": "bench", "names": names("bench"), "default": True}],
        "units": [{"id": "share", "names": names("share")}],
        "states": {},
        "inputs": [
            {"id": "c%d" % number, "names": names("c%d" % number), "kind": "ratio", "unit": "share", "origin": {"kind": "none"}}
            for number, *_ in work
        ],
        "indicators": [main_indicator(work, main) for main in every_main],
        "indices": [dict(index("overall", every_main), overall=True)]
        + [index("pillar-%d" % i, mains) for i, mains in enumerate(PILLARS, 1)],
    }


def main(folder):
    work = list(components())
    lines = ["\t".join(str(field) for field in (n, kind, m, points, *p)) for n, kind, m, points, p in work]
    (folder / "work.tsv").write_text("\n".join(lines) + "\n", encoding="ascii")
    (folder / "work.sql").write_text(query(work), encoding="ascii")
    (folder / "framework.json").write_text(json.dumps(framework(work), indent=1) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
