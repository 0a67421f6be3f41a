/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief How documents are read: allocator, logger, limits, the name to show in messages.
 */
#ifndef DTI_OPTIONS_H
#define DTI_OPTIONS_H

#include <dti/alloc.h>
#include <dti/base.h>
#include <dti/report.h>

DTI_BEGIN_DECLS

struct dti_framework;

/**
 * @brief Receives what a call noticed but did not fail for: warnings and remarks of documents that
 * were accepted.
 *
 * The library never logs an error that it also returns, and is silent without a callback.
 * @param context the pointer beside the callback.
 * @param severity #DTI_SEVERITY_WARNING or #DTI_SEVERITY_INFO.
 * @param id stable message id.
 * @param text rendered in the language of the options; borrowed during the call.
 * @since 0.1
 */
typedef void (*dti_log_fn)(void *context, dti_severity severity, const char *id, const char *text);

/**
 * @brief Options of every call that reads a document. Zero in a field means its default.
 * @since 0.1
 */
typedef struct dti_parse_options {
    size_t size; /**< sizeof(dti_parse_options); set it with #DTI_PARSE_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the object that is made; NULL: malloc(). */
    const char *source_name; /**< Name of the document in messages, UTF-8; NULL: "" (file calls: the
                                path). */
    dti_log_fn log;          /**< NULL: silent. */
    void *log_context;       /**< Handed to @ref log. */
    dti_lang log_lang;       /**< Language of logged texts. */
    uint32_t max_depth;      /**< 1 to #DTI_LIMIT_DEPTH; 0: #DTI_LIMIT_DEPTH. */
    uint64_t max_bytes;      /**< 0: #DTI_LIMIT_BYTES. */
    uint32_t max_values;     /**< 0: #DTI_LIMIT_VALUES. */
    uint32_t max_string;     /**< Bytes; 0: #DTI_LIMIT_STRING. */
    const struct dti_framework *base; /**< The framework that an overlay extends; NULL: the built-in
                                         one that it names. Other documents do not look at it. */
} dti_parse_options;

/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_PARSE_OPTIONS_INIT                                                                     \
    {                                                                                              \
        sizeof(dti_parse_options), NULL, NULL, NULL, NULL, DTI_LANG_VI, 0, 0, 0, 0, NULL           \
    }

DTI_END_DECLS

#endif
