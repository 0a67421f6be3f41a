/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/result.h: Scoring: from a dossier to points on every node, with losses, trace and what the next step would bring. */

typedef enum dti_cause {
  DTI_CAUSE_NONE,
  DTI_CAUSE_MISSING_INPUT,
  DTI_CAUSE_BELOW_TARGET,
  DTI_CAUSE_TIER_NOT_REACHED,
  DTI_CAUSE_NO_DOCUMENT,
  DTI_CAUSE_REJECTED,
  DTI_CAUSE_NOT_ASSESSED,
  DTI_CAUSE_STATED,
  DTI_CAUSE_COMPONENTS,
  DTI_CAUSE_BELOW_BEST,
  DTI_CAUSE_EVIDENCE,
  DTI_CAUSE_CUT,
  DTI_CAUSE_UNALLOCATED
} dti_cause;

typedef enum dti_step_kind {
  DTI_STEP_NONE,
  DTI_STEP_PERCENT_POINT,
  DTI_STEP_UNIT,
  DTI_STEP_TIER,
  DTI_STEP_ANSWER,
  DTI_STEP_ITEM
} dti_step_kind;

typedef enum dti_gap {
  DTI_GAP_MISSING,
  DTI_GAP_TOO_FEW,
  DTI_GAP_NOT_SUBMITTED,
  DTI_GAP_NOT_REVIEWED,
  DTI_GAP_REJECTED,
  DTI_GAP_CONDITION,
  DTI_GAP_SIGNER,
  DTI_GAP_UNSIGNED,
  DTI_GAP_KIND,
  DTI_GAP_ISSUER,
  DTI_GAP_PERIOD,
  DTI_GAP_DUPLICATE,
  DTI_GAP_NO_FILE,
  DTI_GAP_LATE
} dti_gap;

%rename(Result) dti_result;
typedef struct {} dti_result;

%newobject dti_result::x_step_format;
%newobject dti_result::x_gap_format;

%extend dti_dossier {
  dti_status x_score(dti_track track, const dti_bounds *bounds, const dti_collection *collection, dti_result **out,
                     dti_error **error) {
    dti_score_options options = DTI_SCORE_OPTIONS_INIT;
    options.track = track;
    options.bounds = bounds;
    options.collection = collection;
    return dti_score($self, &options, out, error);
  }
}

%extend dti_result {
  ~dti_result() { dti_result_unref($self); }

  const dti_dossier *dossier(void);
  const dti_bounds *bounds(void);
  dti_track track(void);
  const dti_report *findings(void);
  size_t node_count(void);
  int64_t points(size_t node);
  int64_t max_points(size_t node);
  double value(size_t node);
  const int64_t *points_of_all(void);
  const double *values_of_all(void);
  int64_t rescaled_points(size_t node);
  int64_t lower(size_t node);
  int64_t upper(size_t node);
  double coverage(size_t node);
  dti_state state(size_t node);
  dti_flag has_track(size_t node, dti_track track);
  int64_t track_points(size_t node, dti_track track);
  int64_t unallocated(size_t node);
  int64_t unallocated_max(size_t node);
  int64_t loss(size_t node);
  int64_t certain_loss(size_t node);
  double loss_share_of_parent(size_t node);
  double loss_share_of_overall(size_t node);
  dti_cause cause(size_t node);
  const char *explanation(size_t node, dti_lang lang);
  dti_step_kind step(size_t node);
  int64_t step_gain(size_t node);
  size_t step_input(size_t node);
  double step_amount(size_t node);
  char *x_step_format(size_t node, dti_lang lang) { DTI_FORMATTED(dti_result_step_format($self, node, lang, buffer, size)) }
  size_t agency_count(size_t node);
  const char *agency_id(size_t node, size_t index);
  const char *agency_name(size_t node, size_t index, dti_lang lang);
  size_t stated_count(size_t node);
  const char *stated_text(size_t node, size_t index);
  dti_quantity_kind stated_quantity(size_t node, size_t index);
  dti_track stated_track(size_t node, size_t index);
  int64_t stated_amount(size_t node, size_t index);
  dti_has stated_difference(size_t node, size_t index, int64_t *difference);
  size_t gap_count(void);
  dti_gap gap(size_t index);
  size_t gap_node(size_t index);
  size_t gap_evidence(size_t index);
  int64_t gap_points(size_t index);
  const char *gap_agency(size_t index);
  char *x_gap_format(size_t index, dti_lang lang) { DTI_FORMATTED(dti_result_gap_format($self, index, lang, buffer, size)) }
  int64_t at_risk(size_t node);
  size_t evidence_count(size_t node);
  dti_status explain(size_t node, const char *numbering, dti_lang lang, dti_text **out, dti_error **error);
  dti_status write(const char *numbering, dti_lang lang, dti_text **out, dti_error **error);
}

const char *dti_cause_id(dti_cause cause);
const char *dti_cause_name(dti_cause cause, dti_lang lang);
const char *dti_gap_id(dti_gap gap);
const char *dti_gap_name(dti_gap gap, dti_lang lang);
