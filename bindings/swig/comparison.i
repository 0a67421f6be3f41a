/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/comparison.h: Comparisons over time: what moved between two years, for every node and unit; across versions of the
 * method and across mergers. */

typedef enum dti_side {
  DTI_BEFORE,
  DTI_AFTER
} dti_side;

typedef enum dti_improved_by {
  DTI_IMPROVED_BY_VALUE,
  DTI_IMPROVED_BY_RANK
} dti_improved_by;

%rename(Comparison) dti_comparison;
typedef struct {} dti_comparison;

%extend dti_comparison {
  ~dti_comparison() { dti_comparison_unref($self); }

  static dti_status x_new(const dti_table *before, const dti_table *after, const dti_crosswalk *crosswalk,
                          dti_comparison **out, dti_error **error) {
    dti_comparison_options options = DTI_COMPARISON_OPTIONS_INIT;
    options.crosswalk = crosswalk;
    return dti_comparison_new(before, after, &options, out, error);
  }
  const dti_table *before(void);
  const dti_table *after(void);
  const dti_crosswalk *crosswalk(void);
  size_t line_count(void);
  size_t pair(size_t line);
  size_t node_before(size_t line);
  size_t node_after(size_t line);
  dti_comparable comparable(size_t line);
  size_t find_line(size_t node);
  size_t unit_count(void);
  size_t unit(size_t unit);
  size_t find_unit(size_t entry);
  dti_basis basis(size_t line, size_t unit, dti_side side);
  int64_t points(size_t line, size_t unit, dti_side side);
  int64_t max_points(size_t line, dti_side side);
  uint32_t rank(size_t line, size_t unit, dti_side side);
  dti_has points_change(size_t line, size_t unit, int64_t *change);
  dti_has value_change(size_t line, size_t unit, int64_t *change);
  dti_has rank_change(size_t line, size_t unit, int32_t *change);
  dti_flag is_derived(size_t line, size_t unit);
  size_t improved(size_t line, dti_improved_by by, size_t nth);
  dti_status review(size_t entry_or_all, dti_report **report, dti_error **error);
  dti_status write(size_t entry_or_all, const char *numbering, dti_lang lang, dti_text **out, dti_error **error);
}
