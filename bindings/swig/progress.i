/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/progress.h: Progress of a collection: who owes what. Per reporter the rows reported, missing and in dispute, the
 * evidence missing, waiting and rejected, the points at stake, the days that are left. */

typedef enum dti_progress_measure {
  DTI_PROGRESS_ROWS,
  DTI_PROGRESS_REPORTED,
  DTI_PROGRESS_MISSING,
  DTI_PROGRESS_DISPUTED,
  DTI_PROGRESS_EVIDENCE,
  DTI_PROGRESS_EVIDENCE_MISSING,
  DTI_PROGRESS_EVIDENCE_WAITING,
  DTI_PROGRESS_EVIDENCE_REJECTED
} dti_progress_measure;

%rename(Progress) dti_progress;
typedef struct {} dti_progress;

%extend dti_progress {
  ~dti_progress() { dti_progress_unref($self); }

  static dti_status new(const dti_result *result, const dti_collection *collection, const char *today,
                        const dti_allocator *allocator, dti_progress **out, dti_error **error);
  const dti_collection *collection(void);
  const dti_result *result(void);
  int32_t days_left(void);
  size_t count(size_t reporter, dti_progress_measure measure);
  int64_t at_stake(size_t reporter);
  size_t missing_row(size_t reporter, size_t index);
  size_t disputed_row(size_t reporter, size_t index);
  dti_flag owes_gap(size_t reporter, size_t gap);
  dti_status write(dti_lang lang, dti_text **out, dti_error **error);
}
