/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/reconcile.h: Reconciliation: whether published and stated figures hold together, and which of them are most likely
 * wrong. */

typedef enum dti_identity {
  DTI_IDENTITY_SAME,
  DTI_IDENTITY_SUM,
  DTI_IDENTITY_RULE,
  DTI_IDENTITY_RATIO,
  DTI_IDENTITY_CHANGE,
  DTI_IDENTITY_MEAN,
  DTI_IDENTITY_TIES,
  DTI_IDENTITY_ORDER,
  DTI_IDENTITY_COUNT,
  DTI_IDENTITY_LIMIT,
  DTI_IDENTITY_USUAL,
  DTI_IDENTITY_REST
} dti_identity;

typedef enum dti_verdict {
  DTI_VERDICT_HOLDS,
  DTI_VERDICT_VIOLATED,
  DTI_VERDICT_IMPLAUSIBLE,
  DTI_VERDICT_INCOMPLETE,
  DTI_VERDICT_UNCONFIRMED
} dti_verdict;

%rename(Figures) dti_figures;
typedef struct {} dti_figures;

%rename(Reconciliation) dti_reconciliation;
typedef struct {} dti_reconciliation;

%newobject dti_reconciliation::x_figure_format;
%newobject dti_reconciliation::x_identity_format;
%newobject dti_reconciliation::x_problem_format;
%newobject dti_reconciliation::x_problem_grounds_format;
%newobject dti_reconciliation::x_repair_format;
%newobject dti_reconciliation::x_reading_format;

%extend dti_figures {
  ~dti_figures() { dti_figures_free($self); }

  static dti_status new(const dti_framework *framework, const dti_allocator *allocator, dti_figures **out, dti_error **error);
  dti_status x_add(const char *unit, int32_t year, const char *code, dti_quantity_kind quantity, const char *printed,
                   int32_t decimals, const char *source, dti_error **error) {
    dti_statement statement = DTI_STATEMENT_INIT;
    statement.unit = unit;
    statement.year = year;
    statement.code = code;
    statement.quantity = quantity;
    statement.text = printed;
    statement.decimals = decimals;
    statement.source = source;
    return dti_figures_add($self, &statement, error);
  }
  dti_status add_dossier(const dti_result *result, dti_error **error);
  dti_status add_table(const dti_table *table, dti_error **error);
  dti_status add_targets(const dti_targets *targets, dti_error **error);
  dti_status x_reconcile(uint32_t most, dti_progress_fn progress, void *progress_context, dti_reconciliation **out,
                         dti_error **error) {
    dti_reconcile_options options = DTI_RECONCILE_OPTIONS_INIT;
    options.most = most;
    options.progress = progress;
    options.progress_context = progress_context;
    return dti_reconcile($self, &options, out, error);
  }
}

%extend dti_reconciliation {
  ~dti_reconciliation() { dti_reconciliation_unref($self); }

  const dti_framework *framework(void);
  size_t figure_count(void);
  const char *figure_text(size_t figure);
  dti_quantity_kind figure_quantity(size_t figure);
  size_t figure_node(size_t figure);
  const char *figure_unit(size_t figure);
  int32_t figure_year(size_t figure);
  dti_flag figure_is_assumed(size_t figure);
  char *x_figure_format(size_t figure, dti_lang lang) {
    DTI_FORMATTED(dti_reconciliation_figure_format($self, figure, lang, buffer, size))
  }
  size_t identity_count(void);
  dti_identity identity(size_t identity);
  dti_verdict identity_verdict(size_t identity);
  size_t identity_node(size_t identity);
  size_t identity_size(size_t identity);
  size_t identity_figure(size_t identity, size_t index);
  dti_has identity_stated(size_t identity, int64_t *low, int64_t *high);
  dti_has identity_expected(size_t identity, int64_t *low, int64_t *high);
  char *x_identity_format(size_t identity, dti_lang lang) {
    DTI_FORMATTED(dti_reconciliation_identity_format($self, identity, lang, buffer, size))
  }
  size_t problem_count(void);
  size_t problem_size(size_t problem);
  size_t problem_identity(size_t problem, size_t index);
  dti_flag problem_is_complete(size_t problem);
  char *x_problem_format(size_t problem, dti_lang lang) {
    DTI_FORMATTED(dti_reconciliation_problem_format($self, problem, lang, buffer, size))
  }
  char *x_problem_grounds_format(size_t problem, dti_lang lang) {
    DTI_FORMATTED(dti_reconciliation_problem_grounds_format($self, problem, lang, buffer, size))
  }
  size_t repair_count(size_t problem);
  size_t repair_size(size_t problem, size_t repair);
  size_t repair_figure(size_t problem, size_t repair, size_t suspect, size_t index);
  dti_has repair_range(size_t problem, size_t repair, size_t suspect, int64_t *low, int64_t *high);
  dti_flag repair_is_tied(size_t problem, size_t repair);
  char *x_repair_format(size_t problem, size_t repair, dti_lang lang) {
    DTI_FORMATTED(dti_reconciliation_repair_format($self, problem, repair, lang, buffer, size))
  }
  size_t reading_count(void);
  const char *reading_unit(size_t reading);
  int32_t reading_year(size_t reading);
  size_t reading_size(size_t reading);
  size_t reading_index(size_t reading, size_t index);
  size_t reading_node(size_t reading, size_t index);
  char *x_reading_format(size_t reading, dti_lang lang) {
    DTI_FORMATTED(dti_reconciliation_reading_format($self, reading, lang, buffer, size))
  }
  size_t part_count(void);
  const char *part_unit(size_t part);
  const char *part_unit_name(size_t part, dti_lang lang);
  int32_t part_year(size_t part);
  size_t part_size(size_t part);
  size_t part_node(size_t part, size_t index);
  dti_has part_range(size_t part, int64_t *low, int64_t *high);
  int64_t part_max(size_t part);
  dti_status write(const char *numbering, dti_lang lang, dti_text **out, dti_error **error);
}

const char *dti_identity_name(dti_identity kind, dti_lang lang);
const char *dti_identity_id(dti_identity kind);
const char *dti_verdict_name(dti_verdict verdict, dti_lang lang);
const char *dti_verdict_id(dti_verdict verdict);
