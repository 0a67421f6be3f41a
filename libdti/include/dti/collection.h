/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Collections: who is asked for which figures, on which form, until when.
 *
 * A framework says what is assessed; a collection says how one province gathers it: agencies, their
 * forms row by row as they are printed, the reporters who fill them in, and the due date. It is a
 * document of its own, bound to a framework.
 */
#ifndef DTI_COLLECTION_H
#define DTI_COLLECTION_H

#include <dti/framework.h>

DTI_BEGIN_DECLS

/**
 * @brief A collection, opaque, immutable, reference-counted; holds a reference on its framework.
 * Forms, rows and reporters have indices in the order of the document; rows are counted through all
 * forms. Threads: shared.
 * @since 0.1
 */
typedef struct dti_collection dti_collection;

/** @brief Number of built-in collections. @since 0.1 */
DTI_API size_t dti_collection_builtin_count(void);
/** @brief Id of a built-in collection. @return static text; "" when out of range. @since 0.1 */
DTI_API const char *dti_collection_builtin_id(size_t index);
/** @brief A built-in collection, with its built-in framework. @param[out] out yours. @return
 * #DTI_OK; #DTI_E_ARG, #DTI_E_NOT_FOUND, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_collection_builtin(const char *id,
                                                         const dti_parse_options *options,
                                                         dti_collection **out, dti_error **error);

/**
 * @brief Read a collection from JSON text (docs/formats.md, schema collection.schema.json).
 * @param text UTF-8; need not be terminated.
 * @param length bytes of @p text.
 * @param framework the framework it is bound to; NULL: the built-in one that the document names.
 * @param options NULL: defaults.
 * @param[out] out the collection, yours; written on success only.
 * @param[out] error the first fault with its place, yours; may be NULL; written on failure only.
 * @return as dti_dossier_parse().
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_collection_parse(const char *text, size_t length,
                                                       const dti_framework *framework,
                                                       const dti_parse_options *options,
                                                       dti_collection **out, dti_error **error);
/** @brief Read a collection from a file. @return as dti_collection_parse(), and #DTI_E_IO. @since
 * 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_collection_load(const char *path,
                                                      const dti_framework *framework,
                                                      const dti_parse_options *options,
                                                      dti_collection **out, dti_error **error);
/** @brief All findings of a collection's document. @return as dti_dossier_check(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_collection_check(const char *text, size_t length,
                                                       const dti_framework *framework,
                                                       const dti_parse_options *options,
                                                       dti_report **report, dti_error **error);

/** @brief Take a reference. @param collection may be NULL. @return its argument. @since 0.1 */
DTI_API dti_collection *dti_collection_ref(const dti_collection *collection);
/** @brief Drop a reference. @param collection may be NULL. @since 0.1 */
DTI_API void dti_collection_unref(dti_collection *collection);
/** @brief The framework it is bound to. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_collection_framework(const dti_collection *collection);
/** @brief Id. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_collection_id(const dti_collection *collection);
/** @brief Version. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_collection_version(const dti_collection *collection);
/** @brief Title. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_collection_title(const dti_collection *collection, dti_lang lang);
/** @brief Digest of the content, "sha256:…". @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_collection_digest(const dti_collection *collection);
/** @brief Id of the unit it belongs to, such as "gso:49". @return borrowed; "" if it is for any.
 * @since 0.1 */
DTI_API const char *dti_collection_unit_id(const dti_collection *collection);
/**
 * @brief When what is sent is late: midnight in Vietnam (UTC+7) at the beginning of the due day,
 * which lies in the year after the one assessed. What is sent a second earlier is in time.
 * @param year assessed year, 1900 to 9998.
 * @return seconds since 1970-01-01T00:00:00Z; INT64_MAX for NULL, a year out of range or a
 * collection without a due day.
 * @since 0.1
 */
DTI_API int64_t dti_collection_deadline(const dti_collection *collection, int32_t year);

/** @brief Number of forms. @since 0.1 */
DTI_API size_t dti_collection_form_count(const dti_collection *collection);
/** @brief Id of a form, such as "XIII". @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_collection_form_id(const dti_collection *collection, size_t form);
/** @brief Title of a form. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_collection_form_title(const dti_collection *collection, size_t form,
                                              dti_lang lang);
/** @brief Index of a form's first row. @return 0 when out of range. @since 0.1 */
DTI_API size_t dti_collection_form_first_row(const dti_collection *collection, size_t form);
/** @brief Number of rows of a form. @since 0.1 */
DTI_API size_t dti_collection_form_row_count(const dti_collection *collection, size_t form);

/** @brief Number of rows of all forms. @since 0.1 */
DTI_API size_t dti_collection_row_count(const dti_collection *collection);
/** @brief Form of a row. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_collection_row_form(const dti_collection *collection, size_t row);
/** @brief Key of a row within its form: section and number, "VII.12". @return borrowed; "" when out
 * of range. @since 0.1 */
DTI_API const char *dti_collection_row_key(const dti_collection *collection, size_t row);
/** @brief Title of the section a row stands in, as printed. @return borrowed; "" if none. @since
 * 0.1 */
DTI_API const char *dti_collection_row_section(const dti_collection *collection, size_t row,
                                               dti_lang lang);
/** @brief Name of a row, as printed. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_collection_row_name(const dti_collection *collection, size_t row,
                                            dti_lang lang);
/** @brief Unit of measure of a row, as printed. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_collection_row_unit(const dti_collection *collection, size_t row);
/** @brief The input a row asks for. @return an input of the framework; #DTI_NONE when out of range.
 * @since 0.1 */
DTI_API size_t dti_collection_row_input(const dti_collection *collection, size_t row);
/** @brief Number of counts that one cell of the row holds (0: it holds one figure). @since 0.1 */
DTI_API size_t dti_collection_row_part_count(const dti_collection *collection, size_t row);
/** @brief True (1) if the row is filled with a list of things of which some count. @since 0.1 */
DTI_API int dti_collection_row_is_list(const dti_collection *collection, size_t row);

/** @brief Name of an agency by its id, such as the one that all districts belong to. @return
 * borrowed; "" if there is none of that id. @since 0.1 */
DTI_API const char *dti_collection_agency_name(const dti_collection *collection, const char *agency,
                                               dti_lang lang);

/** @brief Number of reporters. @since 0.1 */
DTI_API size_t dti_collection_reporter_count(const dti_collection *collection);
/** @brief Find a reporter by id. @return a reporter, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_collection_reporter_find(const dti_collection *collection, const char *id);
/** @brief Id of a reporter, such as "so-noi-vu". @return borrowed; "" when out of range. @since 0.1
 */
DTI_API const char *dti_collection_reporter_id(const dti_collection *collection, size_t reporter);
/** @brief Name of a reporter. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_collection_reporter_name(const dti_collection *collection, size_t reporter,
                                                 dti_lang lang);
/** @brief The form a reporter fills in. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_collection_reporter_form(const dti_collection *collection, size_t reporter);

DTI_END_DECLS

#endif
