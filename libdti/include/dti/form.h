/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Forms: what one reporter hands in for one year. Written empty, read back filled in, as
 * JSON or as CSV that came out of a spreadsheet.
 */
#ifndef DTI_FORM_H
#define DTI_FORM_H

#include <dti/collection.h>
#include <dti/dossier.h>

DTI_BEGIN_DECLS

/**
 * @brief A form, opaque, immutable, reference-counted; holds a reference on its collection. Rows
 * have the indices of the collection. Threads: shared.
 * @since 0.1
 */
typedef struct dti_form dti_form;

/** @brief How a form is written. @since 0.1 */
typedef enum dti_form_format {
    DTI_FORM_JSON = 0,    /**< JSON (dti-form/1). */
    DTI_FORM_CSV = 1,     /**< CSV (RFC 4180), comma, UTF-8. */
    DTI_FORM_CSV_BOM = 2, /**< The same for people: with titles in Vietnamese, and a byte order
                           * mark, by which Excel recognises UTF-8. */
    DTI_FORM_FORMAT_FORCE_INT = 0x7fffffff
} dti_form_format;

/**
 * @brief An empty form for a reporter.
 * @param reporter index in the collection.
 * @param unit id of the unit, such as "gso:49"; NULL: the collection's.
 * @param year assessed year.
 * @param allocator memory of the form; NULL: malloc().
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VALUE (no unit, year out of range), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_form_new(const dti_collection *collection, size_t reporter,
                                               const char *unit, int32_t year,
                                               const dti_allocator *allocator, dti_form **out,
                                               dti_error **error);
/**
 * @brief Read a form, JSON or CSV; which of them, the first character tells.
 *
 * CSV is read as it comes back from people: with or without byte order mark, comma or semicolon,
 * rows in any order, further columns, names in NFC or NFD; a row is found by its key, else by its
 * name. Figures may have a decimal comma and thousands points; a text that reads two ways ("1.234")
 * is refused.
 * @param collection the collection it belongs to; NULL: the built-in one that the document names.
 * @param options NULL: defaults.
 * @param[out] out the form, yours; written on success only.
 * @param[out] error the first fault with its place, yours; may be NULL; written on failure only.
 * @return as dti_dossier_parse().
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_form_parse(const char *text, size_t length,
                                                 const dti_collection *collection,
                                                 const dti_parse_options *options, dti_form **out,
                                                 dti_error **error);
/** @brief Read a form from a file. @return as dti_form_parse(), and #DTI_E_IO. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_form_load(const char *path, const dti_collection *collection,
                                                const dti_parse_options *options, dti_form **out,
                                                dti_error **error);
/** @brief All findings of a form. @return as dti_dossier_check(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_form_check(const char *text, size_t length,
                                                 const dti_collection *collection,
                                                 const dti_parse_options *options,
                                                 dti_report **report, dti_error **error);
/** @brief Write a form; what is written reads back to the same form. @param[out] out yours. @return
 * #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_form_write(const dti_form *form, dti_form_format format,
                                                 dti_text **out, dti_error **error);

/** @brief Take a reference. @param form may be NULL. @return its argument. @since 0.1 */
DTI_API dti_form *dti_form_ref(const dti_form *form);
/** @brief Drop a reference. @param form may be NULL. @since 0.1 */
DTI_API void dti_form_unref(dti_form *form);
/** @brief The collection it belongs to. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_collection *dti_form_collection(const dti_form *form);
/** @brief Who filled it in. @return a reporter of the collection; #DTI_NONE for NULL. @since 0.1 */
DTI_API size_t dti_form_reporter(const dti_form *form);
/** @brief Id of the unit. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_form_unit_id(const dti_form *form);
/** @brief Year assessed. @return 0 for NULL. @since 0.1 */
DTI_API int32_t dti_form_year(const dti_form *form);
/** @brief Date on which it was filled in, "YYYY-MM-DD". @return borrowed; "" if it has none. @since
 * 0.1 */
DTI_API const char *dti_form_date(const dti_form *form);
/** @brief Revision, from 1; a later one supersedes. @return 0 for NULL. @since 0.1 */
DTI_API int64_t dti_form_revision(const dti_form *form);
/** @brief State of a row of its form. @return #DTI_STATE_MISSING when nothing was filled in, and
 * out of range. @since 0.1 */
DTI_API dti_state dti_form_row_state(const dti_form *form, size_t row);
/** @brief Figure of a row as a number, as dti_dossier_input_number(). @return 0 when there is none.
 * @since 0.1 */
DTI_API double dti_form_row_number(const dti_form *form, size_t row);
/** @brief Note of a row. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_form_row_note(const dti_form *form, size_t row);

DTI_END_DECLS

#endif
