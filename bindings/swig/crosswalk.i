/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/crosswalk.h: Crosswalks: which nodes of two frameworks answer to each other, and how far they can be compared. */

typedef enum dti_crosswalk_kind {
  DTI_CROSSWALK_SAME,
  DTI_CROSSWALK_RESCALED,
  DTI_CROSSWALK_SPLIT,
  DTI_CROSSWALK_MERGED,
  DTI_CROSSWALK_NEW,
  DTI_CROSSWALK_RETIRED
} dti_crosswalk_kind;

typedef enum dti_comparable {
  DTI_COMPARABLE_NONE,
  DTI_COMPARABLE_RANK,
  DTI_COMPARABLE_VALUE,
  DTI_COMPARABLE_POINTS
} dti_comparable;

%rename(Crosswalk) dti_crosswalk;
typedef struct {} dti_crosswalk;

%rename(from_framework) dti_crosswalk::from;
%rename(to_framework) dti_crosswalk::to;

%extend dti_crosswalk {
  ~dti_crosswalk() { dti_crosswalk_unref($self); }

  static size_t builtin_count(void);
  static const char *builtin_id(size_t index);
  static dti_status builtin(const char *id, const dti_parse_options *options, dti_crosswalk **out, dti_error **error);
  static dti_status parse(const char *text, size_t length, const dti_framework *from, const dti_framework *to,
                          const dti_parse_options *options, dti_crosswalk **out, dti_error **error);
  static dti_status load(const char *path, const dti_framework *from, const dti_framework *to,
                         const dti_parse_options *options, dti_crosswalk **out, dti_error **error);
  static dti_status check(const char *text, size_t length, const dti_framework *from, const dti_framework *to,
                          const dti_parse_options *options, dti_report **report, dti_error **error);
  const char *id(void);
  const char *version(void);
  const char *title(dti_lang lang);
  const char *digest(void);
  const dti_framework *from(void);
  const dti_framework *to(void);
  size_t count(void);
  dti_crosswalk_kind pair_kind(size_t pair);
  dti_comparable pair_comparable(size_t pair);
  const char *pair_note(size_t pair, dti_lang lang);
  dti_provenance pair_provenance(size_t pair);
  const char *pair_provenance_source(size_t pair, dti_lang lang);
  size_t pair_from_count(size_t pair);
  size_t pair_from(size_t pair, size_t index);
  size_t pair_to_count(size_t pair);
  size_t pair_to(size_t pair, size_t index);
}

const char *dti_crosswalk_kind_name(dti_crosswalk_kind kind, dti_lang lang);
const char *dti_comparable_name(dti_comparable comparable, dti_lang lang);
