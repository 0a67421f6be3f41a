/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief All findings of a document at once: faults, warnings and remarks, each with id, place and
 * text in two languages.
 */
#ifndef DTI_REPORT_H
#define DTI_REPORT_H

#include <dti/base.h>

DTI_BEGIN_DECLS

/**
 * @brief How much a finding matters.
 * @since 0.1
 */
typedef enum dti_severity {
    DTI_SEVERITY_ERROR = 0,   /**< The document cannot be used. */
    DTI_SEVERITY_WARNING = 1, /**< It can be used, but something does not fit. */
    DTI_SEVERITY_INFO = 2, /**< Worth knowing: something is assumed, unknown, or cannot be fed. */
    DTI_SEVERITY_FORCE_INT = 0x7fffffff
} dti_severity;

/**
 * @brief A list of findings, opaque, immutable, reference-counted. Threads: shared.
 * @since 0.1
 */
typedef struct dti_report dti_report;

/** @brief Take a reference. @param report may be NULL. @return its argument. @since 0.1 */
DTI_API dti_report *dti_report_ref(const dti_report *report);

/** @brief Drop a reference. @param report may be NULL. @since 0.1 */
DTI_API void dti_report_unref(dti_report *report);

/** @brief Number of findings kept, at most #DTI_LIMIT_FINDINGS. @return 0 for NULL. @since 0.1 */
DTI_API size_t dti_report_count(const dti_report *report);

/** @brief Number of findings of a severity, those beyond the limit included. @return 0 for NULL.
 * @since 0.1 */
DTI_API size_t dti_report_severity_count(const dti_report *report, dti_severity severity);

/** @brief Severity of a finding. @param index from 0. @return #DTI_SEVERITY_INFO when out of range.
 * @since 0.1 */
DTI_API dti_severity dti_report_severity(const dti_report *report, size_t index);

/** @brief Status that a call failing with this finding returns. @return #DTI_OK when it is no error
 * or out of range. @since 0.1 */
DTI_API dti_status dti_report_status(const dti_report *report, size_t index);

/** @brief Stable message id, such as "DTI-0201". @return borrowed until the report is dropped; ""
 * when out of range. @since 0.1 */
DTI_API const char *dti_report_id(const dti_report *report, size_t index);

/**
 * @brief Render a finding.
 * @param report may be NULL ("").
 * @param index from 0.
 * @param lang language of the text.
 * @param[out] buffer receives the text, always terminated if @p size is not 0.
 * @param size bytes in @p buffer; 512 are enough for every message.
 * @return length of the whole text without its terminator, as snprintf() does.
 * @since 0.1
 */
DTI_API size_t dti_report_format(const dti_report *report, size_t index, dti_lang lang,
                                 char *buffer, size_t size);

/** @brief Name of the document. @return borrowed until the report is dropped; "" if none. @since
 * 0.1 */
DTI_API const char *dti_report_source(const dti_report *report, size_t index);

/** @brief JSON Pointer of the place. @return borrowed until the report is dropped; "" for the whole
 * document or none. @since 0.1 */
DTI_API const char *dti_report_pointer(const dti_report *report, size_t index);

/** @brief Line of the place, from 1. @return 0 if there is none. @since 0.1 */
DTI_API uint32_t dti_report_line(const dti_report *report, size_t index);

/** @brief Column of the place in characters, from 1. @return 0 if there is none. @since 0.1 */
DTI_API uint32_t dti_report_column(const dti_report *report, size_t index);

/** @brief Byte offset of the place, from 0. Meaningful only when dti_report_line() is not 0. @since
 * 0.1 */
DTI_API uint64_t dti_report_offset(const dti_report *report, size_t index);

/** @brief Number of typed arguments of a finding. @since 0.1 */
DTI_API size_t dti_report_arg_count(const dti_report *report, size_t index);

/** @brief A typed argument as text. @return borrowed until the report is dropped; "" when out of
 * range. @since 0.1 */
DTI_API const char *dti_report_arg(const dti_report *report, size_t index, size_t argument);

DTI_END_DECLS

#endif
