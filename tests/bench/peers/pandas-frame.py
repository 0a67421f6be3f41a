# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""pandas: expressions over the columns of each kind of rule, sums over those of each main indicator, rank(method="min")."""

import numpy as np
import pandas as pd
import peer

components = peer.work()
frame = pd.DataFrame(np.fromfile(peer.rows_path()).reshape(len(components), peer.count).T)
result = {}


def parameter(kind, place):
    return pd.Series({c.number: c.p[place] for c in components if c.kind == kind})


columns_of = {kind: [c.number for c in components if c.kind == kind] for kind in ("ratio", "tiers", "min-max", "pass")}
columns_of_mains = [[c.number for c in components if c.main == main] for main in range(peer.MAINS)]
points = pd.Series({c.number: c.points for c in components})
target = parameter("ratio", 0)
at_least = [parameter("tiers", place) for place in (0, 2, 4)]
tier_shares = [parameter("tiers", place) for place in (1, 3, 5)]
threshold = parameter("pass", 0)


def shares_of_tiers(values):
    shares = values.ge(at_least[0]) * tier_shares[0]
    for place in (1, 2):
        shares += values.ge(at_least[place]) * (tier_shares[place] - tier_shares[place - 1])
    return shares


def whole():
    spread = frame[columns_of["min-max"]]
    shares = pd.concat(
        [
            frame[columns_of["ratio"]].div(target).clip(0, 1),
            shares_of_tiers(frame[columns_of["tiers"]]),
            (spread - spread.min()) / (spread.max() - spread.min()),
            frame[columns_of["pass"]].ge(threshold).astype(float),
        ],
        axis=1,
    )
    scored = shares.mul(points)
    mains = pd.DataFrame({main: scored[columns].sum(axis=1) for main, columns in enumerate(columns_of_mains)})
    pillars = pd.DataFrame({place: mains[of].sum(axis=1) for place, of in enumerate(peer.PILLARS)})
    overall = mains.sum(axis=1)
    result.update(mains=mains, pillars=pillars, overall=overall, ranks=overall.rank(method="min", ascending=False))


peer.serve("pandas", f"pandas {pd.__version__}", whole, lambda: (result["overall"], result["ranks"]))
