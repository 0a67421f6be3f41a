# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What both peers on NumPy share: the columns in the order of their kinds, so that each kind is one matrix without copying, and ranks."""

import numpy as np
import peer

components = sorted(peer.work(), key=lambda component: component.kind)
kinds = [component.kind for component in components]


def rows_of(kind):
    return slice(kinds.index(kind), kinds.index(kind) + kinds.count(kind))


def parameter(kind, place):
    """A column, to be spread over the units."""
    return np.array([[c.p[place]] for c in components if c.kind == kind])


def load():
    """A matrix, a row per component."""
    values = np.fromfile(peer.rows_path()).reshape(len(components), peer.count)
    return values[[component.number for component in components]]


# A row per main indicator: the maximum of each component that is its own. Sums are then a product of matrices.
weights = np.zeros((peer.MAINS, len(components)))
for place, component in enumerate(components):
    weights[component.main, place] = component.points
pillar_weights = np.zeros((len(peer.PILLARS), peer.MAINS))
for place, mains in enumerate(peer.PILLARS):
    pillar_weights[place, mains] = 1


def competition_ranks(overall):
    order = np.argsort(-overall)
    ordered = overall[order]
    places = np.arange(1, len(overall) + 1)
    places[1:][ordered[1:] == ordered[:-1]] = 0
    ranks = np.empty(len(overall))
    ranks[order] = np.maximum.accumulate(places)
    return ranks
