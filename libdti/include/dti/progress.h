/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Progress of a collection: who owes what. Per reporter the rows reported, missing and in
 * dispute, the evidence missing, waiting and rejected, the points at stake, the days that are left.
 */
#ifndef DTI_PROGRESS_H
#define DTI_PROGRESS_H

#include <dti/collection.h>
#include <dti/result.h>

DTI_BEGIN_DECLS

/**
 * @brief Progress, opaque, immutable, reference-counted; holds references on result and collection.
 * Reporters have the indices of the collection. Threads: shared.
 * @since 0.1
 */
typedef struct dti_progress dti_progress;

/** @brief What is counted of a reporter. @since 0.1 */
typedef enum dti_progress_measure {
    DTI_PROGRESS_ROWS = 0,              /**< Rows of the reporter's form. */
    DTI_PROGRESS_REPORTED = 1,          /**< Rows with a figure, or with a reason for none. */
    DTI_PROGRESS_MISSING = 2,           /**< Rows without. */
    DTI_PROGRESS_DISPUTED = 3,          /**< Reported rows that contradict somebody. */
    DTI_PROGRESS_EVIDENCE = 4,          /**< Records the reporter has handed in or drafted. */
    DTI_PROGRESS_EVIDENCE_MISSING = 5,  /**< Components for which it owes a record. */
    DTI_PROGRESS_EVIDENCE_WAITING = 6,  /**< Records that wait for review. */
    DTI_PROGRESS_EVIDENCE_REJECTED = 7, /**< Records that were rejected. */
    DTI_PROGRESS_MEASURE_FORCE_INT = 0x7fffffff
} dti_progress_measure;

/**
 * @brief See who owes what.
 * @param result of the dossier that the forms were merged into; of the collection's framework.
 * Scored with the collection in its options it knows what evidence is late.
 * @param today "YYYY-MM-DD", the day in Vietnam.
 * @param allocator memory of the progress; NULL: malloc().
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (another framework), #DTI_E_VALUE (no date),
 * #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_progress_new(const dti_result *result,
                                                   const dti_collection *collection,
                                                   const char *today,
                                                   const dti_allocator *allocator,
                                                   dti_progress **out, dti_error **error);
/** @brief Take a reference. @param progress may be NULL. @return its argument. @since 0.1 */
DTI_API dti_progress *dti_progress_ref(const dti_progress *progress);
/** @brief Drop a reference. @param progress may be NULL. @since 0.1 */
DTI_API void dti_progress_unref(dti_progress *progress);
/** @brief The collection. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_collection *dti_progress_collection(const dti_progress *progress);
/** @brief The result. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_result *dti_progress_result(const dti_progress *progress);
/** @brief Days to the due day: 1 on the last day that is in time, 0 on the due day itself, negative
 * after it. @return INT32_MAX without a due day, and for NULL. @since 0.1 */
DTI_API int32_t dti_progress_days_left(const dti_progress *progress);
/** @brief A count of a reporter. @return 0 when out of range. @since 0.1 */
DTI_API size_t dti_progress_count(const dti_progress *progress, size_t reporter,
                                  dti_progress_measure measure);
/**
 * @brief Points at stake, in 10⁻⁹ point: what the components lack that read a figure the reporter
 * owes or disputes, and the points at risk for gaps that it can close. A component that waits for
 * two reporters is at stake for both.
 * @since 0.1
 */
DTI_API int64_t dti_progress_at_stake(const dti_progress *progress, size_t reporter);
/** @brief A row that the reporter has not reported. @param index from 0 to the count of
 * #DTI_PROGRESS_MISSING. @return a row of the collection; #DTI_NONE when out of range. @since 0.1
 */
DTI_API size_t dti_progress_missing_row(const dti_progress *progress, size_t reporter,
                                        size_t index);
/** @brief A row in which the reporter contradicts somebody. @return a row of the collection;
 * #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_progress_disputed_row(const dti_progress *progress, size_t reporter,
                                         size_t index);
/** @brief True (1) if a reporter can close a gap of evidence, be it as the agency that the gap
 * names or as one of its reporters. @param gap index of a gap of the result. @since 0.1 */
DTI_API int dti_progress_owes_gap(const dti_progress *progress, size_t reporter, size_t gap);
/** @brief Write progress as a document (docs/formats.md, schema progress.schema.json). @param[out]
 * out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_progress_write(const dti_progress *progress, dti_lang lang,
                                                     dti_text **out, dti_error **error);

DTI_END_DECLS

#endif
