/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/targets.h: Targets: what a unit wants to reach, until when, and where that stands. */

typedef enum dti_target_comparison {
  DTI_TARGET_AT_LEAST,
  DTI_TARGET_AT_MOST,
  DTI_TARGET_EQUAL,
  DTI_TARGET_ABOVE,
  DTI_TARGET_BELOW,
  DTI_TARGET_INCREASE,
  DTI_TARGET_DECREASE,
  DTI_TARGET_DONE,
  DTI_TARGET_IN_GROUP,
  DTI_TARGET_TEXT
} dti_target_comparison;

typedef enum dti_target_status {
  DTI_TARGET_OPEN,
  DTI_TARGET_ACHIEVED,
  DTI_TARGET_ON_COURSE,
  DTI_TARGET_BEHIND,
  DTI_TARGET_MISSED
} dti_target_status;

%rename(Targets) dti_targets;
typedef struct {} dti_targets;

%rename(Assessment) dti_assessment;
typedef struct {} dti_assessment;

%newobject dti_targets::x_target_format;
%newobject dti_assessment::x_actual_format;
%newobject dti_assessment::x_format;

%extend dti_targets {
  ~dti_targets() { dti_targets_unref($self); }

  static dti_status parse(const char *text, size_t length, const dti_framework *framework, const dti_parse_options *options,
                          dti_targets **out, dti_error **error);
  static dti_status load(const char *path, const dti_framework *framework, const dti_parse_options *options,
                         dti_targets **out, dti_error **error);
  static dti_status check(const char *text, size_t length, const dti_framework *framework, const dti_parse_options *options,
                          dti_report **report, dti_error **error);
  const dti_framework *framework(void);
  const char *id(void);
  const char *version(void);
  const char *title(dti_lang lang);
  const char *digest(void);
  const char *unit_id(void);
  const char *unit_name(dti_lang lang);
  dti_has stated(size_t *achieved, size_t *of);
  size_t count(void);
  size_t find(const char *id);
  const char *target_id(size_t target);
  const char *target_text(size_t target, dti_lang lang);
  dti_target_comparison target_comparison(size_t target);
  const char *target_value(size_t target);
  char *x_target_format(size_t target, dti_lang lang) {
    DTI_FORMATTED(dti_targets_target_format($self, target, lang, buffer, size))
  }
  const char *target_quantity(size_t target);
  size_t target_node_count(size_t target);
  size_t target_node(size_t target, size_t index);
  size_t target_input(size_t target);
  const char *target_due(size_t target);
  const char *target_owner(size_t target, dti_lang lang);
  const char *target_source(size_t target, dti_lang lang);
  const char *target_note(size_t target, dti_lang lang);
  dti_has target_stated(size_t target, dti_target_status *status);
  const char *target_reason(size_t target, dti_lang lang);
  dti_status x_assess(const char *today, const dti_table *const *tables, size_t table_count,
                      const dti_dossier *const *dossiers, size_t dossier_count, dti_assessment **out, dti_error **error) {
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    options.today = today;
    options.tables = tables;
    options.table_count = table_count;
    options.dossiers = dossiers;
    options.dossier_count = dossier_count;
    return dti_targets_assess($self, &options, out, error);
  }
}

%extend dti_assessment {
  ~dti_assessment() { dti_assessment_unref($self); }

  const dti_targets *targets(void);
  dti_target_status status(size_t target);
  int32_t actual_year(size_t target);
  int64_t actual(size_t target);
  const char *actual_text(size_t target);
  char *x_actual_format(size_t target, dti_lang lang) {
    DTI_FORMATTED(dti_assessment_actual_format($self, target, lang, buffer, size))
  }
  int32_t baseline_year(size_t target);
  int64_t baseline(size_t target);
  dti_has expected(size_t target, int64_t *amount);
  char *x_format(size_t target, dti_lang lang) { DTI_FORMATTED(dti_assessment_format($self, target, lang, buffer, size)) }
  size_t count(dti_target_status status);
  size_t stated_count(dti_target_status status);
  const dti_report *findings(void);
  dti_status write(dti_lang lang, dti_text **out, dti_error **error);
}

const char *dti_target_status_id(dti_target_status status);
const char *dti_target_status_name(dti_target_status status, dti_lang lang);
