# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""NumPy, as one writes it: an expression over a whole matrix for each kind of rule. fmax() passes over a NaN, comparisons fail on it."""

import columns
import numpy as np
import peer
from columns import parameter, rows_of

values = columns.load()
ratio, tiers, min_max, passing = (rows_of(kind) for kind in ("ratio", "tiers", "min-max", "pass"))
target = parameter("ratio", 0)
at_least = [parameter("tiers", place) for place in (0, 2, 4)]
tier_shares = [parameter("tiers", place) for place in (1, 3, 5)]
threshold = parameter("pass", 0)
result = {}


def whole():
    shares = np.empty_like(values)
    shares[ratio] = np.minimum(np.fmax(values[ratio] / target, 0), 1)
    tier = values[tiers]
    best = np.where(tier >= at_least[1], tier_shares[1], np.where(tier >= at_least[0], tier_shares[0], 0.0))
    shares[tiers] = np.where(tier >= at_least[2], tier_shares[2], best)
    spread = values[min_max]
    low = np.nanmin(spread, axis=1, keepdims=True)
    high = np.nanmax(spread, axis=1, keepdims=True)
    shares[min_max] = np.fmax((spread - low) / (high - low), 0)
    shares[passing] = values[passing] >= threshold
    mains = columns.weights @ shares
    overall = mains.sum(axis=0)
    result.update(mains=mains, pillars=columns.pillar_weights @ mains, overall=overall)
    result["ranks"] = columns.competition_ranks(overall)


peer.serve("numpy-plain", f"NumPy {np.__version__}", whole, lambda: (result["overall"], result["ranks"]))
