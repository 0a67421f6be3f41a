/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/dossier.h: Dossiers: what was found for one unit in one year. Read from a document, or built row by row. */

typedef enum dti_state {
  DTI_STATE_PRESENT,
  DTI_STATE_MISSING,
  DTI_STATE_NOT_APPLICABLE,
  DTI_STATE_NOT_ASSESSED,
  DTI_STATE_REJECTED
} dti_state;

typedef enum dti_track {
  DTI_TRACK_DEFAULT,
  DTI_TRACK_SELF,
  DTI_TRACK_APPRAISED,
  DTI_TRACK_FINAL,
  DTI_TRACK_COMPUTED,
  DTI_TRACK_SUPPORTED
} dti_track;

typedef enum dti_quantity_kind {
  DTI_QUANTITY_POINTS,
  DTI_QUANTITY_VALUE,
  DTI_QUANTITY_PERCENT,
  DTI_QUANTITY_RANK,
  DTI_QUANTITY_DIFFERENCE,
  DTI_QUANTITY_COUNT
} dti_quantity_kind;

typedef enum dti_stage {
  DTI_STAGE_COLLECTING,
  DTI_STAGE_SELF_SCORED,
  DTI_STAGE_APPROVED,
  DTI_STAGE_SUBMITTED,
  DTI_STAGE_APPRAISED,
  DTI_STAGE_FINAL
} dti_stage;

%rename(DossierBuilder) dti_dossier_builder;
typedef struct {} dti_dossier_builder;

%rename(Dossier) dti_dossier;
typedef struct {} dti_dossier;

%extend dti_dossier_builder {
  ~dti_dossier_builder() { dti_dossier_builder_free($self); }

  static dti_status new(const dti_framework *framework, const char *unit, int32_t year, const dti_parse_options *options,
                        dti_dossier_builder **out, dti_error **error);
  dti_status set_names(const char *id, const char *name_vi, const char *name_en, dti_error **error);
  dti_status set_number(const char *input, double value, dti_error **error);
  dti_status set_answer(const char *input, const char *answer, dti_error **error);
  dti_status add_text(const char *input, const char *text, dti_error **error);
  dti_status set_state(const char *input, dti_state state, const char *reason_vi, dti_error **error);
  dti_status set_agency(const char *input, const char *agency, const char *name_vi, dti_error **error);
  dti_status add_stated(const char *code, dti_track track, dti_quantity_kind quantity, const char *text, int decimals,
                        dti_error **error);
  dti_status explain(const char *code, dti_track track, const char *text_vi, const char *text_en, dti_error **error);
  dti_status build(dti_dossier **out, dti_error **error);
}

%extend dti_dossier {
  ~dti_dossier() { dti_dossier_unref($self); }

  static dti_status parse(const char *text, size_t length, const dti_framework *framework, const dti_parse_options *options,
                          dti_dossier **out, dti_error **error);
  static dti_status load(const char *path, const dti_framework *framework, const dti_parse_options *options,
                         dti_dossier **out, dti_error **error);
  static dti_status check(const char *text, size_t length, const dti_framework *framework, const dti_parse_options *options,
                          dti_report **report, dti_error **error);
  dti_status write(dti_text **out, dti_error **error);
  const dti_framework *framework(void);
  const char *id(void);
  const char *unit_id(void);
  const char *unit_name(dti_lang lang);
  int32_t year(void);
  const char *numbering(void);
  const char *digest(void);
  dti_state input_state(size_t input);
  double input_number(size_t input);
  dti_stage stage(void);
  dti_history_of *x_stages(void) { return x_history_of($self, NULL, dti_dossier_stages($self)); }
  dti_flag has_evidence(void);
  size_t evidence_count(void);
  const dti_evidence *evidence(size_t index);
  size_t evidence_find(const char *id);
  dti_history_of *x_reply(size_t node) { return x_history_of($self, NULL, dti_dossier_reply($self, node)); }
  size_t report_count(size_t input);
  const char *report_reporter(size_t input, size_t report);
  const char *report_form(size_t input, size_t report);
  const char *report_row(size_t input, size_t report);
  const char *report_date(size_t input, size_t report);
  dti_state report_state(size_t input, size_t report);
  double report_number(size_t input, size_t report);
  dti_flag report_is_superseded(size_t input, size_t report);
  dti_flag input_is_disputed(size_t input);
}

const char *dti_state_name(dti_state state, dti_lang lang);
const char *dti_track_name(dti_track track, dti_lang lang);
const char *dti_track_id(dti_track track);
const char *dti_stage_name(dti_stage stage, dti_lang lang);
