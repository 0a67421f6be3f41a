/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/collection.h: Collections: who is asked for which figures, on which form, until when. */

%rename(Collection) dti_collection;
typedef struct {} dti_collection;

%extend dti_collection {
  ~dti_collection() { dti_collection_unref($self); }

  static size_t builtin_count(void);
  static const char *builtin_id(size_t index);
  static dti_status builtin(const char *id, const dti_parse_options *options, dti_collection **out, dti_error **error);
  static dti_status parse(const char *text, size_t length, const dti_framework *framework, const dti_parse_options *options,
                          dti_collection **out, dti_error **error);
  static dti_status load(const char *path, const dti_framework *framework, const dti_parse_options *options,
                         dti_collection **out, dti_error **error);
  static dti_status check(const char *text, size_t length, const dti_framework *framework, const dti_parse_options *options,
                          dti_report **report, dti_error **error);
  const dti_framework *framework(void);
  const char *id(void);
  const char *version(void);
  const char *title(dti_lang lang);
  const char *digest(void);
  const char *unit_id(void);
  int64_t deadline(int32_t year);
  size_t form_count(void);
  const char *form_id(size_t form);
  const char *form_title(size_t form, dti_lang lang);
  size_t form_first_row(size_t form);
  size_t form_row_count(size_t form);
  size_t row_count(void);
  size_t row_form(size_t row);
  const char *row_key(size_t row);
  const char *row_section(size_t row, dti_lang lang);
  const char *row_name(size_t row, dti_lang lang);
  const char *row_unit(size_t row);
  size_t row_input(size_t row);
  size_t row_part_count(size_t row);
  dti_flag row_is_list(size_t row);
  const char *agency_name(const char *agency, dti_lang lang);
  size_t reporter_count(void);
  size_t reporter_find(const char *id);
  const char *reporter_id(size_t reporter);
  const char *reporter_name(size_t reporter, dti_lang lang);
  size_t reporter_form(size_t reporter);
}
