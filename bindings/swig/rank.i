/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/rank.h: Ranking of columns: from exact points of many units to ranks. */

typedef enum dti_rank_method {
  DTI_RANK_COMPETITION,
  DTI_RANK_DENSE,
  DTI_RANK_FRACTIONAL
} dti_rank_method;
