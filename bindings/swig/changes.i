/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/changes.h: Changes: an ordered list of what is to become different in a dossier, each with reason and origin. */

typedef enum dti_change_kind {
  DTI_CHANGE_INPUT,
  DTI_CHANGE_REPORT,
  DTI_CHANGE_DECISION,
  DTI_CHANGE_EVIDENCE,
  DTI_CHANGE_STATED,
  DTI_CHANGE_EXPLAIN,
  DTI_CHANGE_REPLY,
  DTI_CHANGE_STAGE
} dti_change_kind;

%rename(Changes) dti_changes;
typedef struct {} dti_changes;

%newobject dti_changes::x_format;

%extend dti_changes {
  ~dti_changes() { dti_changes_free($self); }

  static dti_status new(const dti_framework *framework, const dti_allocator *allocator, dti_changes **out, dti_error **error);
  dti_status set_number(const char *input, double value, const char *reason_vi, dti_error **error);
  dti_status set_answer(const char *input, const char *answer, const char *reason_vi, dti_error **error);
  dti_status set_state(const char *input, dti_state state, const char *reason_vi, dti_error **error);
  dti_status decide(const char *input, const char *reporter, double value, const char *by, const char *at,
                    const char *reason_vi, dti_error **error);
  dti_status set_evidence(const dti_evidence *evidence, dti_error **error);
  dti_status set_points(const char *code, dti_track track, const char *text, dti_error **error);
  dti_status explain(const char *const *codes, size_t count, dti_track track, const char *text_vi, dti_error **error);
  dti_status x_reply(const char *code, dti_action action, const char *at, const char *by, const char *agency,
                     const char *reason_vi,
                    const char *reason_en, const char *const *names, size_t name_count, const char *points, dti_error **error) {
    dti_history_step step = x_step(action, at, by, agency, reason_vi, reason_en, names, name_count);
    return dti_changes_reply($self, code, &step, points, error);
  }
  dti_status x_stage(dti_action action, const char *at, const char *by, const char *agency, const char *reason_vi,
                    const char *reason_en, const char *const *names, size_t name_count, int64_t deadline, dti_error **error) {
    dti_history_step step = x_step(action, at, by, agency, reason_vi, reason_en, names, name_count);
    return dti_changes_stage($self, &step, deadline, error);
  }
  size_t count(void);
  dti_change_kind kind(size_t index);
  const char *target(size_t index);
  char *x_format(size_t index, dti_lang lang) { DTI_FORMATTED(dti_changes_format($self, index, lang, buffer, size)) }
  dti_status apply(const dti_dossier *dossier, dti_dossier **out, dti_error **error);
}

dti_status dti_merge(const dti_dossier *dossier, const dti_form *const *forms, size_t count, dti_changes **changes,
                     dti_report **report, dti_error **error);
dti_status dti_merge_review(const dti_dossier *dossier, const dti_dossier *last_year, dti_report **report, dti_error **error);
dti_status dti_sheet_parse(const char *text, size_t length, const dti_framework *framework, const char *numbering,
                           const dti_parse_options *options, dti_changes **changes, dti_error **error);
dti_status dti_sheet_write(const dti_dossier *dossier, const char *numbering, dti_text **out, dti_error **error);
