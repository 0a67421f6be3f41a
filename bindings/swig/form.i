/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/form.h: Forms: what one reporter hands in for one year. Written empty, read back filled in, as JSON or as CSV that
 * came out of a spreadsheet. */

typedef enum dti_form_format {
  DTI_FORM_JSON,
  DTI_FORM_CSV,
  DTI_FORM_CSV_BOM
} dti_form_format;

%rename(Form) dti_form;
typedef struct {} dti_form;

%extend dti_form {
  ~dti_form() { dti_form_unref($self); }

  static dti_status new(const dti_collection *collection, size_t reporter, const char *unit, int32_t year,
                        const dti_allocator *allocator, dti_form **out, dti_error **error);
  static dti_status parse(const char *text, size_t length, const dti_collection *collection, const dti_parse_options *options,
                          dti_form **out, dti_error **error);
  static dti_status load(const char *path, const dti_collection *collection, const dti_parse_options *options, dti_form **out,
                         dti_error **error);
  static dti_status check(const char *text, size_t length, const dti_collection *collection, const dti_parse_options *options,
                          dti_report **report, dti_error **error);
  dti_status write(dti_form_format format, dti_text **out, dti_error **error);
  const dti_collection *collection(void);
  size_t reporter(void);
  const char *unit_id(void);
  int32_t year(void);
  const char *date(void);
  int64_t revision(void);
  dti_state row_state(size_t row);
  double row_number(size_t row);
  const char *row_note(size_t row);
}
