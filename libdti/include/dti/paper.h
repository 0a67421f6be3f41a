/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Papers: what a result means, as text for people, in Markdown or as one HTML page.
 *
 * The analysis of a province's result with tables and pictures, in the order in which departments
 * write theirs; and the reply to the ministry. A page needs no network and has no script.
 */
#ifndef DTI_PAPER_H
#define DTI_PAPER_H

#include <dti/losses.h>
#include <dti/reconcile.h>

DTI_BEGIN_DECLS

/** @brief What is written. @since 0.1 */
typedef enum dti_paper_kind {
    DTI_PAPER_ANALYSIS = 0, /**< Result, pillars, main indicators with ranks and moves, losses with
                               causes, agencies, next steps, what does not hold together, what is
                               assumed. */
    DTI_PAPER_EXPLANATION = 1, /**< The reply to an appraisal: contested components, evidence,
                                  differences. */
    DTI_PAPER_KIND_FORCE_INT = 0x7fffffff
} dti_paper_kind;
/** @brief As what it is written. @since 0.1 */
typedef enum dti_paper_format {
    DTI_PAPER_MARKDOWN = 0, /**< CommonMark with tables; pictures are told as tables. */
    DTI_PAPER_HTML = 1,     /**< One HTML page with pictures (SVG) and styles inside. */
    DTI_PAPER_FORMAT_FORCE_INT = 0x7fffffff
} dti_paper_format;

/** @brief Options of dti_paper_write(). Zero in a field means its default. @since 0.1 */
typedef struct dti_paper_options {
    size_t size; /**< sizeof(dti_paper_options); set it with #DTI_PAPER_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the text and on the way to it; NULL: malloc(). */
    dti_paper_kind kind;            /**< Which paper. */
    dti_paper_format format;        /**< Markdown or a page. */
    dti_lang lang;                  /**< Language of the paper. */
    const char *numbering;          /**< Of codes; NULL: the dossier's. */
    const dti_table *const
        *tables;        /**< Results of many units, any years, of the result's framework:
                           for ranks, moves and means; NULL with no tables. */
    size_t table_count; /**< Number of tables. */
    const dti_reconciliation *reconciliation; /**< What does not hold together; NULL: found here, of
                                                 the dossier and the tables. */
    const char *day;                          /**< Day on the paper, "YYYY-MM-DD"; NULL: none. */
} dti_paper_options;
/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_PAPER_OPTIONS_INIT                                                                     \
    {                                                                                              \
        sizeof(dti_paper_options), NULL, DTI_PAPER_ANALYSIS, DTI_PAPER_MARKDOWN, DTI_LANG_VI,      \
            NULL, NULL, 0, NULL, NULL                                                              \
    }

/**
 * @brief Write a paper about a result. The same input gives the same bytes.
 * @param result its dossier may be of any unit; of an explanation it has appraised points.
 * @param options NULL: defaults.
 * @param[out] out UTF-8 text, yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (options; a table of another framework),
 * #DTI_E_NOT_FOUND (numbering; an explanation of a dossier in which nothing is appraised),
 * #DTI_E_VALUE (day), #DTI_E_LIMIT (too many figures to be reconciled), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_paper_write(const dti_result *result,
                                                  const dti_paper_options *options, dti_text **out,
                                                  dti_error **error);

DTI_END_DECLS

#endif
