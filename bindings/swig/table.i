/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/table.h: Tables: what was published about many units in one year, or what was scored. */

typedef enum dti_basis {
  DTI_BASIS_NONE,
  DTI_BASIS_POINTS,
  DTI_BASIS_PRINTED,
  DTI_BASIS_RANKS
} dti_basis;

typedef enum dti_merge_method {
  DTI_MERGE_MEAN,
  DTI_MERGE_POPULATION
} dti_merge_method;

%rename(TableBuilder) dti_table_builder;
typedef struct {} dti_table_builder;

%rename(Table) dti_table;
typedef struct {} dti_table;

%extend dti_table_builder {
  ~dti_table_builder() { dti_table_builder_free($self); }

  static dti_status new(const dti_framework *framework, const dti_units *units, const char *id, int32_t year, const char *day,
                        const dti_allocator *allocator, dti_table_builder **out, dti_error **error);
  dti_status out_of(uint32_t count, dti_error **error);
  dti_status add(const char *unit, const char *code, dti_quantity_kind quantity, const char *text, dti_error **error);
  dti_status add_points(const char *unit, const char *code, int64_t points, dti_error **error);
  dti_status add_result(const dti_result *result, dti_error **error);
  dti_status build(dti_table **out, dti_error **error);
}

%extend dti_table {
  ~dti_table() { dti_table_unref($self); }

  static size_t builtin_count(void);
  static const char *builtin_id(size_t index);
  static dti_status builtin(const char *id, const dti_parse_options *options, dti_table **out, dti_error **error);
  static dti_status parse(const char *text, size_t length, const dti_framework *framework, const dti_units *units,
                          const dti_parse_options *options, dti_table **out, dti_error **error);
  static dti_status load(const char *path, const dti_framework *framework, const dti_units *units,
                         const dti_parse_options *options, dti_table **out, dti_error **error);
  static dti_status check(const char *text, size_t length, const dti_framework *framework, const dti_units *units,
                          const dti_parse_options *options, dti_report **report, dti_error **error);
  dti_status write(dti_text **out, dti_error **error);
  const dti_framework *framework(void);
  const dti_units *units(void);
  const char *id(void);
  const char *version(void);
  const char *title(dti_lang lang);
  const char *digest(void);
  int32_t year(void);
  const char *day(void);
  const char *numbering(void);
  uint32_t out_of(void);
  dti_flag is_derived(void);
  dti_flag is_ranked_by_group(void);
  size_t row_count(void);
  size_t row_unit(size_t row);
  size_t find(size_t entry);
  dti_basis basis(size_t row, size_t node);
  int64_t points(size_t row, size_t node);
  int64_t half_width(size_t row, size_t node);
  uint32_t rank(size_t row, size_t node);
  dti_provenance provenance(size_t row, size_t node);
  size_t figure_count(size_t row);
  size_t figure_node(size_t row, size_t index);
  dti_quantity_kind figure_quantity(size_t row, size_t index);
  dti_quantity_kind figure_of(size_t row, size_t index);
  int32_t figure_against(size_t row, size_t index);
  const char *figure_text(size_t row, size_t index);
  int64_t figure_amount(size_t row, size_t index);
  const char *figure_source(size_t row, size_t index, dti_lang lang);
  const char *figure_note(size_t row, size_t index, dti_lang lang);
  dti_has stated_mean(size_t node, int64_t *points, int64_t *half_width);
  /* populations: none, or one for each entry of the register. */
  dti_status x_merge(const char *day, dti_merge_method method, const int64_t *populations, size_t population_count,
                     dti_table **out, dti_error **error) {
    dti_table_merge_options options = DTI_TABLE_MERGE_OPTIONS_INIT;
    options.method = method;
    options.populations = populations;
    options.population_count = population_count;
    return dti_table_merge($self, day, &options, out, error);
  }
}

const char *dti_basis_name(dti_basis basis, dti_lang lang);
