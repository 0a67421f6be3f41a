/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti/base.h: What every other header needs: export marks, status, languages, limits, versions, exact points. */

typedef enum dti_status {
  DTI_OK,
  DTI_E_NOMEM,
  DTI_E_ARG,
  DTI_E_SYNTAX,
  DTI_E_SCHEMA,
  DTI_E_VALUE,
  DTI_E_REFERENCE,
  DTI_E_NOT_FOUND,
  DTI_E_VERSION,
  DTI_E_LIMIT,
  DTI_E_IO,
  DTI_E_CANCELLED,
  DTI_E_INTERNAL
} dti_status;

typedef enum dti_lang {
  DTI_LANG_VI,
  DTI_LANG_EN
} dti_lang;

%newobject x_points_format;
%newobject x_value_format;

const char *dti_status_name(dti_status status);
%inline %{
static char *x_points_format(int64_t points, int digits, dti_lang lang) {
  DTI_FORMATTED(dti_points_format(points, digits, lang, buffer, size))
}
%}
%inline %{
static char *x_value_format(int64_t part, int64_t whole, int digits, dti_lang lang) {
  DTI_FORMATTED(dti_value_format(part, whole, digits, lang, buffer, size))
}
%}
const char *dti_version(void);
uint32_t dti_version_number(void);
uint32_t dti_algorithm_version(void);
