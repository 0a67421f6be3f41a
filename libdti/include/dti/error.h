/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Why a call failed: message id, typed arguments, place; rendered in Vietnamese or English
 * on request.
 *
 * Every call that can fail returns a #dti_status and takes a dti_error** as its last parameter,
 * which may be NULL. The error is written on failure only and is then yours to free.
 */
#ifndef DTI_ERROR_H
#define DTI_ERROR_H

#include <dti/base.h>

DTI_BEGIN_DECLS

/**
 * @brief One reason, opaque. Made by failing calls; owned by the caller, freed with
 * dti_error_free().
 *
 * "No memory" is a static object: reporting it needs no memory, and freeing it does nothing.
 * Threads: confined.
 * @since 0.1
 */
typedef struct dti_error dti_error;

/** @brief Free an error. @param error may be NULL. @since 0.1 */
DTI_API void dti_error_free(dti_error *error);

/** @brief Status the failing call returned. @param error may be NULL. @return its status; #DTI_OK
 * for NULL. @since 0.1 */
DTI_API dti_status dti_error_status(const dti_error *error);

/**
 * @brief Stable id of the message, such as "DTI-0201". Ids are never reused; all stand in
 * docs/errors.md.
 * @param error may be NULL.
 * @return borrowed until the error is freed; "" for NULL.
 * @since 0.1
 */
DTI_API const char *dti_error_id(const dti_error *error);

/**
 * @brief Render the message.
 * @param error may be NULL ("").
 * @param lang language of the text.
 * @param[out] buffer receives the text, always terminated if @p size is not 0; may be NULL if @p
 * size is 0.
 * @param size bytes in @p buffer; 512 are enough for every message.
 * @return length of the whole text without its terminator, as snprintf() does.
 * @since 0.1
 */
DTI_API size_t dti_error_format(const dti_error *error, dti_lang lang, char *buffer, size_t size);

/** @brief Name of the document at fault, as given in the options. @return borrowed until the error
 * is freed; "" if none. @since 0.1 */
DTI_API const char *dti_error_source(const dti_error *error);

/** @brief JSON Pointer (RFC 6901) of the place. @return borrowed until the error is freed; "" for
 * the whole document or none. @since 0.1 */
DTI_API const char *dti_error_pointer(const dti_error *error);

/** @brief Line of the place, from 1. @return 0 if there is none. @since 0.1 */
DTI_API uint32_t dti_error_line(const dti_error *error);

/** @brief Column of the place in characters (code points), from 1. @return 0 if there is none.
 * @since 0.1 */
DTI_API uint32_t dti_error_column(const dti_error *error);

/** @brief Byte offset of the place, from 0. Meaningful only when dti_error_line() is not 0. @since
 * 0.1 */
DTI_API uint64_t dti_error_offset(const dti_error *error);

/** @brief Number of typed arguments of the message. @since 0.1 */
DTI_API size_t dti_error_arg_count(const dti_error *error);

/**
 * @brief A typed argument as text: what was found, what was expected, a name.
 * @param error may be NULL.
 * @param index from 0.
 * @return borrowed until the error is freed; numbers in plain decimal notation; "" when out of
 * range.
 * @since 0.1
 */
DTI_API const char *dti_error_arg(const dti_error *error, size_t index);

DTI_END_DECLS

#endif
