# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""SQLite in memory: one query, its results into a table; Python is not in the way of either."""

import array
import sqlite3

import peer

connection = sqlite3.connect(":memory:", isolation_level=None)
query = (peer.folder / "work.sql").read_text(encoding="ascii")


def load():
    width = len(peer.work())
    values = array.array("d")
    with peer.rows_path().open("rb") as file:
        values.fromfile(file, width * peer.count)
    names = ", ".join(f"c{number} REAL" for number in range(width))
    connection.execute(f"CREATE TABLE cohort (id INTEGER PRIMARY KEY, {names})")
    marks = ", ".join("?" * width)
    # SQLite takes a NaN for NULL.
    rows = zip(*(memoryview(values)[peer.count * c : peer.count * (c + 1)] for c in range(width)))
    connection.execute("BEGIN")
    connection.executemany(f"INSERT INTO cohort VALUES (NULL, {marks})", rows)
    connection.execute("COMMIT")


def whole():
    connection.execute("DROP TABLE IF EXISTS result")
    connection.execute("CREATE TABLE result AS " + query)


def results():
    return zip(*connection.execute("SELECT overall, place FROM result ORDER BY id"))


load()
peer.serve("sqlite", f"SQLite {sqlite3.sqlite_version}", whole, results)
