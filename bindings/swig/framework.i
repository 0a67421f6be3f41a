/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/framework.h: Frameworks: what is assessed. Inputs, the tree of indicators with their rules, and indices over it. */

typedef enum dti_node_kind {
  DTI_NODE_COMPONENT,
  DTI_NODE_GROUP,
  DTI_NODE_MAIN,
  DTI_NODE_INDEX
} dti_node_kind;

typedef enum dti_provenance {
  DTI_PROVENANCE_OFFICIAL,
  DTI_PROVENANCE_SOURCE,
  DTI_PROVENANCE_DERIVED,
  DTI_PROVENANCE_ASSUMED,
  DTI_PROVENANCE_UNKNOWN
} dti_provenance;

typedef enum dti_node_part {
  DTI_PART_CODE,
  DTI_PART_NAME,
  DTI_PART_MAX_POINTS,
  DTI_PART_RULE
} dti_node_part;

typedef enum dti_input_kind {
  DTI_INPUT_COUNT,
  DTI_INPUT_AMOUNT,
  DTI_INPUT_RATIO,
  DTI_INPUT_CHOICE,
  DTI_INPUT_YES_NO,
  DTI_INPUT_LIST,
  DTI_INPUT_TEXT
} dti_input_kind;

%rename(Framework) dti_framework;
typedef struct {} dti_framework;

%newobject dti_framework::x_node_rule_format;
%newobject dti_framework::x_node_evidence_format;
%newobject dti_framework::x_node_legal_format;
%newobject dti_framework::x_input_derive_format;

%extend dti_framework {
  ~dti_framework() { dti_framework_unref($self); }

  static dti_status parse(const char *text, size_t length, const dti_parse_options *options, dti_framework **out,
                          dti_error **error);
  static dti_status load(const char *path, const dti_parse_options *options, dti_framework **out, dti_error **error);
  static dti_status builtin(const char *id, const dti_parse_options *options, dti_framework **out, dti_error **error);
  static size_t x_builtin_count(void) { return dti_builtin_count(); }
  static const char *x_builtin_id(size_t index) { return dti_builtin_id(index); }
  static dti_status check(const char *text, size_t length, const dti_parse_options *options, dti_report **report,
                          dti_error **error);
  const char *id(void);
  const char *version(void);
  const char *title(dti_lang lang);
  const char *digest(void);
  int32_t year_from(void);
  int32_t year_to(void);
  int points_digits(void);
  int value_digits(void);
  const char *base_id(void);
  const char *base_version(void);
  const char *base_digest(void);
  size_t band_count(void);
  const char *band_id(size_t band);
  const char *band_name(size_t band, dti_lang lang);
  size_t numbering_count(void);
  const char *numbering_id(size_t index);
  const char *numbering_name(size_t index, dti_lang lang);
  size_t node_count(void);
  size_t overall(void);
  size_t find(const char *numbering, const char *code);
  const char *node_code(size_t node, const char *numbering);
  const char *node_name(size_t node, dti_lang lang);
  dti_node_kind node_kind(size_t node);
  size_t node_parent(size_t node);
  size_t node_child_count(size_t node);
  size_t node_child(size_t node, size_t index);
  int64_t node_weight(size_t node, size_t index);
  dti_flag node_is_absent(size_t node);
  size_t node_absent_count(size_t node);
  const char *node_absent_note(size_t node, dti_lang lang);
  int64_t node_max_points(size_t node);
  const char *node_unit(size_t node, dti_lang lang);
  dti_provenance node_provenance(size_t node, dti_node_part part);
  const char *node_provenance_note(size_t node, dti_node_part part, dti_lang lang);
  const char *node_provenance_source(size_t node, dti_node_part part, dti_lang lang);
  char *x_node_rule_format(size_t node, dti_lang lang) {
    DTI_FORMATTED(dti_framework_node_rule_format($self, node, lang, buffer, size))
  }
  char *x_node_evidence_format(size_t node, dti_lang lang) {
    DTI_FORMATTED(dti_framework_node_evidence_format($self, node, lang, buffer, size))
  }
  size_t node_legal_count(size_t node);
  char *x_node_legal_format(size_t node, size_t index, dti_lang lang) {
    DTI_FORMATTED(dti_framework_node_legal_format($self, node, index, lang, buffer, size))
  }
  size_t node_input_count(size_t node);
  size_t node_input(size_t node, size_t index);
  size_t input_count(void);
  size_t input_find(const char *id);
  const char *input_id(size_t input);
  const char *input_name(size_t input, dti_lang lang);
  dti_input_kind input_kind(size_t input);
  const char *input_unit(size_t input, dti_lang lang);
  char *x_input_derive_format(size_t input, dti_lang lang) {
    DTI_FORMATTED(dti_framework_input_derive_format($self, input, lang, buffer, size))
  }
  size_t input_choice_count(size_t input);
  const char *input_choice_id(size_t input, size_t choice);
  const char *input_choice_name(size_t input, size_t choice, dti_lang lang);
  const char *term_name(const char *term, dti_lang lang);
}

const char *dti_provenance_name(dti_provenance provenance, dti_lang lang);
