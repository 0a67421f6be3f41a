# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""libdti through its Python package: the calls of columns.c on arrays of NumPy, which are prepared once, and a getter."""

import pathlib

import numpy as np
import peer

import dti

CODES = ["overall", *(f"pillar-{i + 1}" for i in range(len(peer.PILLARS))), *(str(i + 1) for i in range(peer.MAINS))]


def aligned(shape, kind):
    """Memory that begins with a line of the caches, as columns.c has it: NumPy leaves that to chance, and a vector that lies across
    two lines is loaded twice."""
    wanted = np.dtype(kind).itemsize * int(np.prod(shape))
    memory = np.empty(wanted + 64, np.uint8)
    skip = -memory.ctypes.data % 64
    return memory[skip : skip + wanted].view(kind).reshape(shape)


framework = dti.Framework.load(peer.folder / "framework.json")
program = framework.program()
values = aligned((len(framework.inputs), peer.count), np.float64)
values[:] = np.fromfile(peer.rows_path()).reshape(values.shape)
present = [np.packbits(~np.isnan(row), bitorder="little") for row in values]
columns = program.columns({f"c{i}": dti.Column(row, validity=bits) for i, (row, bits) in enumerate(zip(values, present))})
out = {code: aligned(peer.count, np.int64) for code in CODES}
ranks = aligned(peer.count, np.float64)


def whole():
    bounds = program.bounds(columns, nan_is_missing=False)
    program.run(columns, CODES, bounds=bounds, nan_is_missing=False, out=out)
    dti.rank_points(out["overall"], out=ranks)


score = dti.Dossier.load(pathlib.Path(__file__).parents[3] / "examples/data/quangnam-2022.json").score()["6.12"]


def getter():
    return score.points


peer.serve(
    "libdti-python",
    f"dti {dti.__version__}, NumPy {np.__version__}",
    whole,
    lambda: (out["overall"] / 1e9, ranks),
    {"getter": getter},
)
