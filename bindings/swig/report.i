/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/report.h: All findings of a document at once: faults, warnings and remarks, each with id, place and text in two
 * languages. */

typedef enum dti_severity {
  DTI_SEVERITY_ERROR,
  DTI_SEVERITY_WARNING,
  DTI_SEVERITY_INFO
} dti_severity;

%rename(Report) dti_report;
typedef struct {} dti_report;

%newobject dti_report::x_format;

%extend dti_report {
  ~dti_report() { dti_report_unref($self); }

  size_t count(void);
  size_t severity_count(dti_severity severity);
  dti_severity severity(size_t index);
  int status(size_t index);
  const char *id(size_t index);
  char *x_format(size_t index, dti_lang lang) { DTI_FORMATTED(dti_report_format($self, index, lang, buffer, size)) }
  const char *source(size_t index);
  const char *pointer(size_t index);
  uint32_t line(size_t index);
  uint32_t column(size_t index);
  uint64_t offset(size_t index);
  size_t arg_count(size_t index);
  const char *arg(size_t index, size_t argument);
}
