/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/history.h: Histories: who did what and when, append-only, each step chained to the one before by its digest. */

typedef enum dti_action {
  DTI_ACTION_SUBMIT,
  DTI_ACTION_RECALL,
  DTI_ACTION_ACCEPT,
  DTI_ACTION_REJECT,
  DTI_ACTION_RESUBMIT,
  DTI_ACTION_AGREE,
  DTI_ACTION_DISAGREE,
  DTI_ACTION_SUPPLY,
  DTI_ACTION_UPHOLD,
  DTI_ACTION_CHANGE,
  DTI_ACTION_SELF_SCORE,
  DTI_ACTION_APPROVE,
  DTI_ACTION_SEND,
  DTI_ACTION_APPRAISE,
  DTI_ACTION_FINALISE
} dti_action;

%{
/* A history belongs to what it is the history of; this keeps the owner. */
typedef struct {
  dti_dossier *dossier;
  dti_evidence *evidence;
  const dti_history *history;
} dti_history_of;

/* NULL where there is no history, and when out of memory. */
static dti_history_of *x_history_of(const dti_dossier *dossier, const dti_evidence *evidence, const dti_history *history)
{
  dti_history_of *of = history ? (dti_history_of *)calloc(1, sizeof *of) : NULL;
  if (of) {
    of->dossier = dti_dossier_ref(dossier);
    of->evidence = dti_evidence_ref(evidence);
    of->history = history;
  }
  return of;
}

static dti_history_step x_step(dti_action action, const char *at, const char *by, const char *agency, const char *reason_vi,
                               const char *reason_en, const char *const *names, size_t name_count)
{
  dti_history_step step = DTI_HISTORY_STEP_INIT;
  step.action = action;
  step.at = at;
  step.by = by;
  step.agency = agency;
  step.reason_vi = reason_vi;
  step.reason_en = reason_en;
  step.names = names;
  step.name_count = name_count;
  return step;
}
%}

%newobject dti_evidence::x_history;
%newobject dti_dossier::x_stages;
%newobject dti_dossier::x_reply;

%rename(History) dti_history_of;
typedef struct {} dti_history_of;

%extend dti_history_of {
  ~dti_history_of() {
    dti_dossier_unref($self->dossier);
    dti_evidence_unref($self->evidence);
    free($self);
  }

  size_t x_count(void) { return dti_history_count($self->history); }
  dti_action x_action(size_t step) { return dti_history_action($self->history, step); }
  const char *x_at(size_t step) { return dti_history_at($self->history, step); }
  int64_t x_time(size_t step) { return dti_history_time($self->history, step); }
  const char *x_by(size_t step) { return dti_history_by($self->history, step); }
  const char *x_agency(size_t step) { return dti_history_agency($self->history, step); }
  const char *x_reason(size_t step, dti_lang lang) { return dti_history_reason($self->history, step, lang); }
  const char *x_content(size_t step) { return dti_history_content($self->history, step); }
  const char *x_digest(size_t step) { return dti_history_digest($self->history, step); }
  size_t x_name_count(size_t step) { return dti_history_name_count($self->history, step); }
  const char *x_name(size_t step, size_t index) { return dti_history_name($self->history, step, index); }
}

const char *dti_action_id(dti_action action);
const char *dti_action_name(dti_action action, dti_lang lang);
