# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""NumPy, as one writes it when it has to be fast: blocks of units that fit the cache, and every result into a buffer that is there."""

import columns
import numpy as np
import peer
from columns import parameter, rows_of

BLOCK = 1024

values = columns.load()
ratio, tiers, min_max, passing = (rows_of(kind) for kind in ("ratio", "tiers", "min-max", "pass"))
target = parameter("ratio", 0)
at_least = [parameter("tiers", place) for place in (0, 2, 4)]
tier_shares = [parameter("tiers", place) for place in (1, 3, 5)]
threshold = parameter("pass", 0)

width = min(BLOCK, peer.count)
share_buffer = np.empty((len(values), width))
reached_buffer = np.empty((tiers.stop - tiers.start, width), dtype=bool)
mains = np.empty((peer.MAINS, peer.count))
pillars = np.empty((len(peer.PILLARS), peer.count))
overall = np.empty(peer.count)
result = {}


def score(units, low, span):
    block = values[:, units]
    shares = share_buffer[:, : block.shape[1]]
    reached = reached_buffer[:, : block.shape[1]]
    part = shares[ratio]
    np.divide(block[ratio], target, out=part)
    np.fmax(part, 0, out=part)
    np.minimum(part, 1, out=part)
    part = shares[tiers]
    np.greater_equal(block[tiers], at_least[0], out=reached)
    np.multiply(reached, tier_shares[0], out=part)
    for limit, share in zip(at_least[1:], tier_shares[1:]):
        np.greater_equal(block[tiers], limit, out=reached)
        np.copyto(part, share, where=reached)
    part = shares[min_max]
    np.subtract(block[min_max], low, out=part)
    np.divide(part, span, out=part)
    np.fmax(part, 0, out=part)
    np.greater_equal(block[passing], threshold, out=shares[passing])
    np.matmul(columns.weights, shares, out=mains[:, units])
    np.matmul(columns.pillar_weights, mains[:, units], out=pillars[:, units])
    np.sum(mains[:, units], axis=0, out=overall[units])


def whole():
    low = np.fmin.reduce(values[min_max], axis=1, keepdims=True)
    span = np.fmax.reduce(values[min_max], axis=1, keepdims=True) - low
    for start in range(0, peer.count, BLOCK):
        score(slice(start, min(start + BLOCK, peer.count)), low, span)
    result["ranks"] = columns.competition_ranks(overall)


peer.serve("numpy-blocked", f"NumPy {np.__version__}", whole, lambda: (overall, result["ranks"]))
