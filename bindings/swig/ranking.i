/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/ranking.h: Rankings: who stands where among many units, how far it is to the next one, and what is usual. */

typedef enum dti_ranking_by {
  DTI_RANKING_BY_NOTHING,
  DTI_RANKING_BY_GROUP,
  DTI_RANKING_BY_CALLER
} dti_ranking_by;

%rename(Ranking) dti_ranking;
typedef struct {} dti_ranking;

%extend dti_ranking {
  ~dti_ranking() { dti_ranking_unref($self); }

  /* groups: none, or one for each row of the table; else the call fails as it does without a table. */
  static dti_status x_new(const dti_table *table, size_t node, dti_rank_method method, dti_basis basis, dti_ranking_by by,
                          const uint32_t *groups, size_t group_count, dti_ranking **out, dti_error **error) {
    dti_ranking_options options = DTI_RANKING_OPTIONS_INIT;
    const int is_whole = !groups || group_count == dti_table_row_count(table);
    options.method = method;
    options.basis = basis;
    options.by = by;
    options.groups = groups;
    return dti_ranking_new(is_whole ? table : NULL, node, &options, out, error);
  }
  const dti_table *table(void);
  size_t node(void);
  dti_basis basis(void);
  dti_rank_method method(void);
  size_t count(void);
  size_t unit(size_t place);
  size_t row(size_t place);
  size_t find(size_t entry);
  double rank(size_t place);
  double worst(size_t place);
  size_t tie(size_t place);
  dti_flag has_points(size_t place);
  int64_t points(size_t place);
  size_t band(size_t place);
  size_t group_count(void);
  const char *group_name(size_t group, dti_lang lang);
  size_t group(size_t place);
  size_t group_first(size_t group);
  size_t group_size(size_t group);
  size_t group_ranked(size_t group);
  dti_has distance(size_t place, uint32_t rank, int64_t *points);
  size_t next(size_t place);
  size_t amount_count(size_t group);
  int64_t mean(size_t group);
  dti_has stated_mean(size_t group, int64_t *points);
  int64_t quantile(size_t group, uint32_t part, uint32_t whole);
  dti_has side(size_t place, int *side);
  dti_status write(const char *numbering, dti_text **out, dti_error **error);
}
