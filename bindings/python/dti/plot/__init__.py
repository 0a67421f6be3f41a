# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Pictures of results and tables, drawn with matplotlib.

Every function takes objects of the package and gives the matplotlib ``Axes`` it drew on, so that all can be changed after:

>>> result = dti.Dossier.load("quangnam-2022.json").score()
>>> axes = dti.plot.radar(result, mean=dti.Table.builtin("vn-dti-province-2022"))
>>> axes.figure.savefig("radar.png")

All take ``title=`` (None: one that says what is drawn), ``lang=`` ("vi" or "en") and ``ax=`` (None: a figure of a size that
fits; for several of your own: ``plt.subplots(1, 2, layout="constrained")``). Colours are told apart by the colour-blind and in grey; below each picture stands what it shows and where it is from.
"""

try:
    import matplotlib  # noqa: F401 (the message of the ImportError is the point)
except ImportError as error:
    raise ImportError("dti.plot needs matplotlib: apt-get install python3-matplotlib, or pip install 'dti[plot]'") from error

from dti.plot.heatmap import heatmap
from dti.plot.map import map
from dti.plot.radar import radar
from dti.plot.slopes import slopes
from dti.plot.waterfall import waterfall

__all__ = ["heatmap", "map", "radar", "slopes", "waterfall"]
