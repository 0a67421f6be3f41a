/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A chart is drawn by who draws its kind. */
#include "paper/chart.h"

void dti__chart_svg(const struct dti__page *page, const struct dti__page_chart *chart,
                    struct dti__buffer *out)
{
    switch (chart->kind) {
    case DTI__CHART_BARS:
        dti__chart_bars(page, chart, out);
        break;
    case DTI__CHART_WATERFALL:
        dti__chart_waterfall(page, chart, out);
        break;
    case DTI__CHART_RANKS:
        dti__chart_ranks(page, chart, out);
        break;
    }
}
