/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/error.h: Why a call failed: message id, typed arguments, place; rendered in Vietnamese or English on request. */

%rename(Error) dti_error;
typedef struct {} dti_error;

%newobject dti_error::x_format;

%extend dti_error {
  ~dti_error() { dti_error_free($self); }

  int status(void);
  const char *id(void);
  char *x_format(dti_lang lang) { DTI_FORMATTED(dti_error_format($self, lang, buffer, size)) }
  const char *source(void);
  const char *pointer(void);
  uint32_t line(void);
  uint32_t column(void);
  uint64_t offset(void);
  size_t arg_count(void);
  const char *arg(size_t index);
}
