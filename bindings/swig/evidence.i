/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/evidence.h: Evidence: one signed document that supports components and inputs, with the history of its review. */

typedef enum dti_review_state {
  DTI_REVIEW_DRAFT,
  DTI_REVIEW_SUBMITTED,
  DTI_REVIEW_ACCEPTED,
  DTI_REVIEW_REJECTED
} dti_review_state;

typedef enum dti_signer_role {
  DTI_SIGNER_UNKNOWN,
  DTI_SIGNER_HEAD,
  DTI_SIGNER_DEPUTY,
  DTI_SIGNER_OTHER
} dti_signer_role;

typedef enum dti_evidence_field {
  DTI_EVIDENCE_ID,
  DTI_EVIDENCE_NUMBERING,
  DTI_EVIDENCE_KIND,
  DTI_EVIDENCE_NUMBER,
  DTI_EVIDENCE_DATE,
  DTI_EVIDENCE_EFFECTIVE,
  DTI_EVIDENCE_UNTIL,
  DTI_EVIDENCE_TITLE_VI,
  DTI_EVIDENCE_TITLE_EN,
  DTI_EVIDENCE_ISSUER,
  DTI_EVIDENCE_SIGNER_NAME,
  DTI_EVIDENCE_SIGNER_ROLE,
  DTI_EVIDENCE_SIGNER_MARK,
  DTI_EVIDENCE_PERIOD_FROM,
  DTI_EVIDENCE_PERIOD_TO,
  DTI_EVIDENCE_PAGES,
  DTI_EVIDENCE_FILE_NAME,
  DTI_EVIDENCE_FILE_SIZE,
  DTI_EVIDENCE_MEDIA_TYPE,
  DTI_EVIDENCE_FILE_SHA256,
  DTI_EVIDENCE_REPORTER,
  DTI_EVIDENCE_NOTE_VI,
  DTI_EVIDENCE_NOTE_EN
} dti_evidence_field;

typedef enum dti_signature_fact {
  DTI_SIGNATURE_PRESENT,
  DTI_SIGNATURE_SEALED,
  DTI_SIGNATURE_INTEGRITY,
  DTI_SIGNATURE_CHAIN,
  DTI_SIGNATURE_COVERS_WHOLE
} dti_signature_fact;

%rename(EvidenceBuilder) dti_evidence_builder;
typedef struct {} dti_evidence_builder;

%rename(Evidence) dti_evidence;
typedef struct {} dti_evidence;

%extend dti_evidence_builder {
  ~dti_evidence_builder() { dti_evidence_builder_free($self); }

  static dti_status new(const char *id, const dti_evidence *base, const dti_allocator *allocator, dti_evidence_builder **out,
                        dti_error **error);
  dti_status set(dti_evidence_field field, const char *text, dti_error **error);
  dti_status add_component(const char *code, dti_error **error);
  dti_status add_input(const char *input, dti_error **error);
  dti_status clear_links(dti_error **error);
  dti_status set_signature(dti_signature_fact fact, int value, dti_error **error);
  dti_status build(dti_evidence **out, dti_error **error);
}

%extend dti_evidence {
  ~dti_evidence() { dti_evidence_unref($self); }

  static dti_status parse(const char *text, size_t length, const dti_parse_options *options, dti_evidence **out,
                          dti_error **error);
  static dti_status load(const char *path, const dti_parse_options *options, dti_evidence **out, dti_error **error);
  static dti_status check(const char *text, size_t length, const dti_parse_options *options, dti_report **report,
                          dti_error **error);
  dti_status write(dti_text **out, dti_error **error);
  const char *text(dti_evidence_field field);
  dti_signer_role signer_role(void);
  int signature(dti_signature_fact fact);
  size_t component_count(void);
  const char *component(size_t index);
  size_t input_count(void);
  const char *input(size_t index);
  const char *digest(void);
  const char *content_digest(void);
  dti_review_state state(void);
  dti_history_of *x_history(void) { return x_history_of(NULL, $self, dti_evidence_history($self)); }
  dti_flag confirms(const char *condition);
  dti_status x_review(dti_action action, const char *at, const char *by, const char *agency, const char *reason_vi,
                    const char *reason_en, const char *const *names, size_t name_count, dti_evidence **out, dti_error **error) {
    dti_history_step step = x_step(action, at, by, agency, reason_vi, reason_en, names, name_count);
    return dti_evidence_review($self, &step, out, error);
  }
  dti_status at(size_t steps, dti_evidence **out, dti_error **error);
  dti_flag extends(const dti_evidence *older);
}

const char *dti_review_state_name(dti_review_state state, dti_lang lang);
