/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/bounds.h: Bounds: the lowest and the highest quantity of a cohort, which the rules best-of-cohort and min-max are
 * measured against. */

%rename(Bounds) dti_bounds;
typedef struct {} dti_bounds;

%extend dti_bounds {
  ~dti_bounds() { dti_bounds_unref($self); }

  static dti_status parse(const char *text, size_t length, const dti_framework *framework, const dti_parse_options *options,
                          dti_bounds **out, dti_error **error);
  static dti_status load(const char *path, const dti_framework *framework, const dti_parse_options *options, dti_bounds **out,
                         dti_error **error);
  dti_status write(dti_text **out, dti_error **error);
  static dti_status merge(const dti_bounds *const *parts, size_t count, const dti_allocator *allocator, dti_bounds **out,
                          dti_error **error);
  const dti_framework *framework(void);
  const char *digest(void);
  uint64_t count(size_t node);
  double low(size_t node);
  double high(size_t node);
}
