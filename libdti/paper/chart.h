/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The kinds of charts, each drawn by a file of its own. */
#ifndef DTI_PAPER_CHART_H
#define DTI_PAPER_CHART_H

#include "paper/svg.h"

void dti__chart_bars(const struct dti__page *page, const struct dti__page_chart *chart,
                     struct dti__buffer *out);
void dti__chart_waterfall(const struct dti__page *page, const struct dti__page_chart *chart,
                          struct dti__buffer *out);
void dti__chart_ranks(const struct dti__page *page, const struct dti__page_chart *chart,
                      struct dti__buffer *out);

#endif
