/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Bounds: the lowest and the highest quantity of a cohort, which the rules best-of-cohort
 * and min-max are measured against.
 *
 * They come from a pass over columns (dti_program_bounds()), in parts that merge in any order to
 * the same bounds, or from a document.
 */
#ifndef DTI_BOUNDS_H
#define DTI_BOUNDS_H

#include <dti/framework.h>

DTI_BEGIN_DECLS

/**
 * @brief Bounds of the cohort rules of a framework, opaque, immutable, reference-counted; hold a
 * reference on their framework. Threads: shared.
 * @since 0.1
 */
typedef struct dti_bounds dti_bounds;

/**
 * @brief Read bounds from JSON text (docs/formats.md, schema bounds.schema.json).
 * @param text UTF-8; need not be terminated.
 * @param length bytes of @p text.
 * @param framework the framework they are bound to; NULL: the built-in one that the document names.
 * @param options NULL: defaults.
 * @param[out] out the bounds, yours; written on success only.
 * @param[out] error the first fault with its place, yours; may be NULL; written on failure only.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM, #DTI_E_SYNTAX, #DTI_E_SCHEMA, #DTI_E_VALUE,
 * #DTI_E_REFERENCE (no such component, or one whose rule needs no bounds), #DTI_E_NOT_FOUND
 * (framework), #DTI_E_VERSION (framework of another version or content), #DTI_E_LIMIT.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_bounds_parse(const char *text, size_t length,
                                                   const dti_framework *framework,
                                                   const dti_parse_options *options,
                                                   dti_bounds **out, dti_error **error);

/**
 * @brief Read bounds from a file. The path is the name in messages unless the options give one.
 * @return as dti_bounds_parse(), and #DTI_E_IO.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_bounds_load(const char *path, const dti_framework *framework,
                                                  const dti_parse_options *options,
                                                  dti_bounds **out, dti_error **error);

/**
 * @brief Write bounds as a document; reading it again gives the same digest.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_bounds_write(const dti_bounds *bounds, dti_text **out,
                                                   dti_error **error);

/**
 * @brief The bounds of a cohort from those of its parts: lowest of the lows, highest of the highs,
 * sum of the counts. Neither the order nor the way of parting changes a bit.
 * @param parts of one framework (same id, version and digest).
 * @param count of parts, at least 1.
 * @param allocator memory of the bounds; NULL: malloc().
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (parts of different frameworks), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_bounds_merge(const dti_bounds *const *parts, size_t count,
                                                   const dti_allocator *allocator, dti_bounds **out,
                                                   dti_error **error);

/** @brief Take a reference. @param bounds may be NULL. @return its argument. @since 0.1 */
DTI_API dti_bounds *dti_bounds_ref(const dti_bounds *bounds);
/** @brief Drop a reference. @param bounds may be NULL. @since 0.1 */
DTI_API void dti_bounds_unref(dti_bounds *bounds);
/** @brief The framework they are bound to. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_bounds_framework(const dti_bounds *bounds);
/** @brief Digest of the content, "sha256:…", computed when first asked for. @return borrowed; ""
 * for NULL and when memory runs out. @since 0.1 */
DTI_API const char *dti_bounds_digest(const dti_bounds *bounds);
/** @brief Number of units behind the bounds of a component. @return 0 when it has none. @since 0.1
 */
DTI_API uint64_t dti_bounds_count(const dti_bounds *bounds, size_t node);
/** @brief Lowest quantity of a component, as its rule reads it: shares as plain numbers, 0 to 1.
 * @return 0 when it has none. @since 0.1 */
DTI_API double dti_bounds_low(const dti_bounds *bounds, size_t node);
/** @brief Highest quantity of a component. @return 0 when it has none. @since 0.1 */
DTI_API double dti_bounds_high(const dti_bounds *bounds, size_t node);

DTI_END_DECLS

#endif
