/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Reconciliation: whether published and stated figures hold together, and which of them are
 * most likely wrong.
 *
 * Gather what was stated (dossiers, tables, targets, single figures) and reconcile it. Every figure
 * stands for an interval, right to its last digit; identities tie figures together (components and
 * main indicators, main indicators and indices, a share with its part and whole, a change with both
 * years, ranks among themselves, a count with what is counted). Those that cannot hold are told
 * with their intervals, then the smallest sets of figures whose correction repairs them, most
 * suspect first. All arithmetic is exact, in whole numbers.
 *
 * @code
 * dti_figures *figures = NULL;
 * dti_reconciliation *found = NULL;
 * dti_status status = dti_figures_new(framework, NULL, &figures, &error);
 * if (status == DTI_OK)
 *     status = dti_figures_add_dossier(figures, result, &error);
 * if (status == DTI_OK)
 *     status = dti_reconcile(figures, NULL, &found, &error);
 * for (size_t i = 0; i < dti_reconciliation_problem_count(found); i++) {
 *     char text[512];
 *     dti_reconciliation_problem_format(found, i, DTI_LANG_EN, text, sizeof text);
 *     puts(text);
 * }
 * dti_reconciliation_unref(found);
 * dti_figures_free(figures);
 * @endcode
 */
#ifndef DTI_RECONCILE_H
#define DTI_RECONCILE_H

#include <dti/program.h>
#include <dti/targets.h>

DTI_BEGIN_DECLS

/** @brief Figures gathered to be reconciled. Copies what they say and holds a reference on their
 * framework; what they come from may be dropped. Threads: confined. @since 0.1 */
typedef struct dti_figures dti_figures;

/** @brief A single figure. Zero in a field means its default. @since 0.1 */
typedef struct dti_statement {
    size_t size;                /**< sizeof(dti_statement); set it with #DTI_STATEMENT_INIT. */
    const char *unit;           /**< Id or name of the unit; NULL: one unit without a name. */
    int32_t year;               /**< Year assessed; 0: not said. */
    const char *code;           /**< Of a node, in the default numbering. */
    dti_quantity_kind quantity; /**< Points, value or rank. */
    const char *text;           /**< As printed, such as "0,5808"; UTF-8. */
    int32_t decimals;   /**< Precision meant if it is more than is printed: 4 for "0,8" that stands
                           for 0.8000. */
    const char *source; /**< Title of where it stands; NULL: not said. */
} dti_statement;
/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_STATEMENT_INIT                                                                         \
    {                                                                                              \
        sizeof(dti_statement), NULL, 0, NULL, DTI_QUANTITY_POINTS, NULL, 0, NULL                   \
    }

/** @brief Begin gathering. @param framework what was assessed; all that is added is of it. @param
 * allocator memory of the figures; NULL: malloc(). @param[out] out yours, to be freed with
 * dti_figures_free(). @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_figures_new(const dti_framework *framework,
                                                  const dti_allocator *allocator, dti_figures **out,
                                                  dti_error **error);
/** @brief Free. @param figures may be NULL. @since 0.1 */
DTI_API void dti_figures_free(dti_figures *figures);
/** @brief Add a figure. @return #DTI_OK; #DTI_E_ARG, #DTI_E_REFERENCE (code), #DTI_E_VALUE (no
 * figure, too large), #DTI_E_VERSION (struct), #DTI_E_LIMIT, #DTI_E_NOMEM; nothing is added then.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_figures_add(dti_figures *figures,
                                                  const dti_statement *statement,
                                                  dti_error **error);
/** @brief Add what a dossier states on the result's track, its counts, ranks and changes, and what
 * its inputs say of them by the rules. @param result scored on a stated track, or the highest is
 * taken; of the same framework. @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (another framework),
 * #DTI_E_LIMIT, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_figures_add_dossier(dti_figures *figures,
                                                          const dti_result *result,
                                                          dti_error **error);
/** @brief Add what a table prints. @return as dti_figures_add_dossier(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_figures_add_table(dti_figures *figures,
                                                        const dti_table *table, dti_error **error);
/** @brief Add the shares of targets that have parts and wholes. @return as
 * dti_figures_add_dossier(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_figures_add_targets(dti_figures *figures,
                                                          const dti_targets *targets,
                                                          dti_error **error);

/** @brief What was found out about figures, opaque, immutable, reference-counted. Threads: shared.
 * @since 0.1 */
typedef struct dti_reconciliation dti_reconciliation;

/** @brief Options of dti_reconcile(). Zero in a field means its default. @since 0.1 */
typedef struct dti_reconcile_options {
    size_t size; /**< sizeof(dti_reconcile_options); set it with #DTI_RECONCILE_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of what is found; NULL: malloc(). */
    uint32_t most;                  /**< Largest sets of figures to look for, 1 to 3; 0: 3. */
    dti_progress_fn progress; /**< NULL: none. Done are steps of the work, of the most that are ever
                                 taken: nearly all figures need far less. */
    void *progress_context;   /**< Handed to progress. */
} dti_reconcile_options;
/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_RECONCILE_OPTIONS_INIT                                                                 \
    {                                                                                              \
        sizeof(dti_reconcile_options), NULL, 0, NULL, NULL                                         \
    }

/** @brief Reconcile. @param figures may be added to and reconciled again. @param options NULL:
 * defaults. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (options),
 * #DTI_E_LIMIT (too many ties between the figures), #DTI_E_CANCELLED, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_reconcile(const dti_figures *figures,
                                                const dti_reconcile_options *options,
                                                dti_reconciliation **out, dti_error **error);
/** @brief Take a reference. @param found may be NULL. @return its argument. @since 0.1 */
DTI_API dti_reconciliation *dti_reconciliation_ref(const dti_reconciliation *found);
/** @brief Drop a reference. @param found may be NULL. @since 0.1 */
DTI_API void dti_reconciliation_unref(dti_reconciliation *found);
/** @brief The framework. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_reconciliation_framework(const dti_reconciliation *found);

/* ── figures ── */

/** @brief Number of figures: printed ones, inputs, and what is assumed (a rule, a maximum). @since
 * 0.1 */
DTI_API size_t dti_reconciliation_figure_count(const dti_reconciliation *found);
/** @brief Text of a figure, as printed. @return borrowed; "" for what is assumed and when out of
 * range. @since 0.1 */
DTI_API const char *dti_reconciliation_figure_text(const dti_reconciliation *found, size_t figure);
/** @brief What it states. @return #DTI_QUANTITY_POINTS when out of range. @since 0.1 */
DTI_API dti_quantity_kind dti_reconciliation_figure_quantity(const dti_reconciliation *found,
                                                             size_t figure);
/** @brief Its node. @return #DTI_NONE if it has none. @since 0.1 */
DTI_API size_t dti_reconciliation_figure_node(const dti_reconciliation *found, size_t figure);
/** @brief Id of its unit. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_reconciliation_figure_unit(const dti_reconciliation *found, size_t figure);
/** @brief Its year. @return 0 if not said. @since 0.1 */
DTI_API int32_t dti_reconciliation_figure_year(const dti_reconciliation *found, size_t figure);
/** @brief True (1) if it is assumed. @since 0.1 */
DTI_API int dti_reconciliation_figure_is_assumed(const dti_reconciliation *found, size_t figure);
/** @brief A figure in words: whose, what, as printed, where. @return length of the whole text, as
 * snprintf(); 0 when out of range. @since 0.1 */
DTI_API size_t dti_reconciliation_figure_format(const dti_reconciliation *found, size_t figure,
                                                dti_lang lang, char *buffer, size_t size);

/* ── identities ── */

/** @brief What ties figures together. @since 0.1 */
typedef enum dti_identity {
    DTI_IDENTITY_SAME = 0,   /**< Figures of one quantity: points and value, two places. */
    DTI_IDENTITY_SUM = 1,    /**< Parts and their sum. */
    DTI_IDENTITY_RULE = 2,   /**< Inputs and the points that the rule makes of them. */
    DTI_IDENTITY_RATIO = 3,  /**< A share and its part and whole. */
    DTI_IDENTITY_CHANGE = 4, /**< A change and both years. */
    DTI_IDENTITY_MEAN = 5,   /**< A mean and what it is the mean of. */
    DTI_IDENTITY_TIES = 6,   /**< Ranks among themselves: three on rank 15 leave 16 and 17 empty. */
    DTI_IDENTITY_ORDER = 7,  /**< Ranks and amounts: who has more stands before. */
    DTI_IDENTITY_COUNT = 8,  /**< A count and what is counted. */
    DTI_IDENTITY_LIMIT = 9,  /**< What follows from figures, and 0 and the maximum. */
    DTI_IDENTITY_USUAL = 10, /**< A figure and what is usual beside its neighbours. */
    DTI_IDENTITY_REST = 11,  /**< A main indicator, and its listed components with all others at
                                their maximum: confirms where it holds, says nothing where not. */
    DTI_IDENTITY_FORCE_INT = 0x7fffffff
} dti_identity;
/** @brief Whether an identity holds. @since 0.1 */
typedef enum dti_verdict {
    DTI_VERDICT_HOLDS = 0,       /**< It can hold. */
    DTI_VERDICT_VIOLATED = 1,    /**< It cannot: rounding does not explain the difference. */
    DTI_VERDICT_IMPLAUSIBLE = 2, /**< It can, and yet is far from what is usual. */
    DTI_VERDICT_INCOMPLETE = 3,  /**< Counts that do not account for all. */
    DTI_VERDICT_UNCONFIRMED = 4, /**< #DTI_IDENTITY_REST that does not hold. */
    DTI_VERDICT_FORCE_INT = 0x7fffffff
} dti_verdict;
/** @brief Word for an identity. @return static text; "" for unknown ones. @since 0.1 */
DTI_API const char *dti_identity_name(dti_identity kind, dti_lang lang);
/** @brief Id of an identity in documents, such as "sum". @return static text; "" for unknown ones.
 * @since 0.1 */
DTI_API const char *dti_identity_id(dti_identity kind);
/** @brief Word for a verdict. @return static text; "" for unknown ones. @since 0.1 */
DTI_API const char *dti_verdict_name(dti_verdict verdict, dti_lang lang);
/** @brief Id of a verdict in documents, such as "violated". @return static text; "" for unknown
 * ones. @since 0.1 */
DTI_API const char *dti_verdict_id(dti_verdict verdict);

/** @brief Number of identities between the figures, those that hold included. @since 0.1 */
DTI_API size_t dti_reconciliation_identity_count(const dti_reconciliation *found);
/** @brief What an identity is. @return #DTI_IDENTITY_SAME when out of range. @since 0.1 */
DTI_API dti_identity dti_reconciliation_identity(const dti_reconciliation *found, size_t identity);
/** @brief Whether it holds. @return #DTI_VERDICT_HOLDS when out of range. @since 0.1 */
DTI_API dti_verdict dti_reconciliation_identity_verdict(const dti_reconciliation *found,
                                                        size_t identity);
/** @brief The node it speaks of. @return #DTI_NONE if none. @since 0.1 */
DTI_API size_t dti_reconciliation_identity_node(const dti_reconciliation *found, size_t identity);
/** @brief Number of figures it ties together. @since 0.1 */
DTI_API size_t dti_reconciliation_identity_size(const dti_reconciliation *found, size_t identity);
/** @brief A figure it ties. @return a figure; #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_reconciliation_identity_figure(const dti_reconciliation *found, size_t identity,
                                                  size_t index);
/** @brief What is stated, as an interval, in 10⁻⁹ of the quantity's unit (points, ranks, shares).
 * @param[out] low least; may be NULL. @param[out] high most; may be NULL. @return 1 if the identity
 * has one, else 0. @since 0.1 */
DTI_API int dti_reconciliation_identity_stated(const dti_reconciliation *found, size_t identity,
                                               int64_t *low, int64_t *high);
/** @brief What the other figures make of it, likewise. @since 0.1 */
DTI_API int dti_reconciliation_identity_expected(const dti_reconciliation *found, size_t identity,
                                                 int64_t *low, int64_t *high);
/** @brief An identity in words: what is stated, what the others give, the difference. @return
 * length of the whole text, as snprintf(). @since 0.1 */
DTI_API size_t dti_reconciliation_identity_format(const dti_reconciliation *found, size_t identity,
                                                  dti_lang lang, char *buffer, size_t size);

/* ── problems and their repairs ── */

/** @brief Number of problems: violated identities that one correction can explain stand together.
 * @since 0.1 */
DTI_API size_t dti_reconciliation_problem_count(const dti_reconciliation *found);
/** @brief Number of violated identities of a problem. @since 0.1 */
DTI_API size_t dti_reconciliation_problem_size(const dti_reconciliation *found, size_t problem);
/** @brief A violated identity of a problem. @return an identity; #DTI_NONE when out of range.
 * @since 0.1 */
DTI_API size_t dti_reconciliation_problem_identity(const dti_reconciliation *found, size_t problem,
                                                   size_t index);
/** @brief True (1) if all sets of figures up to the size asked for were looked at: the other
 * problems repaired, no other such set repairs this one. @since 0.1 */
DTI_API int dti_reconciliation_problem_is_complete(const dti_reconciliation *found, size_t problem);
/** @brief A problem in one short sentence, fit for a heading: what contradicts what. @return length
 * of the whole text, as snprintf(). @since 0.1 */
DTI_API size_t dti_reconciliation_problem_format(const dti_reconciliation *found, size_t problem,
                                                 dti_lang lang, char *buffer, size_t size);
/** @brief What that rests on: the figures that the sentence does not name, other identities that
 * fall with it. @return length of the whole text, as snprintf(); 0 where the sentence says all.
 * @since 0.1 */
DTI_API size_t dti_reconciliation_problem_grounds_format(const dti_reconciliation *found,
                                                         size_t problem, dti_lang lang,
                                                         char *buffer, size_t size);
/** @brief Number of repairs of a problem: sets of figures whose correction makes all of it hold, no
 * part of which would do; most suspect first. @since 0.1 */
DTI_API size_t dti_reconciliation_repair_count(const dti_reconciliation *found, size_t problem);
/** @brief Number of suspects of a repair, 1 to 3. Figures of one quantity that agree are one
 * suspect: "44,77" points and "0,4477". @since 0.1 */
DTI_API size_t dti_reconciliation_repair_size(const dti_reconciliation *found, size_t problem,
                                              size_t repair);
/** @brief A figure of a suspect of a repair. @param index 0 for the first, then the others that
 * agree with it. @return a figure; #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_reconciliation_repair_figure(const dti_reconciliation *found, size_t problem,
                                                size_t repair, size_t suspect, size_t index);
/** @brief What a suspect would have to be, in 10⁻⁹ of its quantity's unit. @param[out] low least;
 * may be NULL. @param[out] high most; may be NULL. @return 1 if it is a figure that could be
 * another, else 0. @since 0.1 */
DTI_API int dti_reconciliation_repair_range(const dti_reconciliation *found, size_t problem,
                                            size_t repair, size_t suspect, int64_t *low,
                                            int64_t *high);
/** @brief True (1) if a repair is no less suspect than the one before it: only codes put them in
 * this order. @since 0.1 */
DTI_API int dti_reconciliation_repair_is_tied(const dti_reconciliation *found, size_t problem,
                                              size_t repair);
/** @brief A repair in words, read below the sentence of its problem: what should be what instead,
 * and what speaks for it or against it that does not for its rivals. @return length of the whole
 * text, as snprintf(). @since 0.1 */
DTI_API size_t dti_reconciliation_repair_format(const dti_reconciliation *found, size_t problem,
                                                size_t repair, dti_lang lang, char *buffer,
                                                size_t size);

/* ── what else they could be ── */

/** @brief Number of other readings: indices that cannot be what they are printed for, and as values
 * of main indicators of nearly the same names hold together ("digital government": the pillar, or
 * the activities). @since 0.1 */
DTI_API size_t dti_reconciliation_reading_count(const dti_reconciliation *found);
/** @brief Id of the unit. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_reconciliation_reading_unit(const dti_reconciliation *found,
                                                    size_t reading);
/** @brief The year. @since 0.1 */
DTI_API int32_t dti_reconciliation_reading_year(const dti_reconciliation *found, size_t reading);
/** @brief Number of indices that are read otherwise. @since 0.1 */
DTI_API size_t dti_reconciliation_reading_size(const dti_reconciliation *found, size_t reading);
/** @brief As what it is printed. @return a node; #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_reconciliation_reading_index(const dti_reconciliation *found, size_t reading,
                                                size_t index);
/** @brief Whose value it could be. @return a node; #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_reconciliation_reading_node(const dti_reconciliation *found, size_t reading,
                                               size_t index);
/** @brief A reading in one sentence, with what it leaves for the other main indicators. @return
 * length of the whole text, as snprintf(). @since 0.1 */
DTI_API size_t dti_reconciliation_reading_format(const dti_reconciliation *found, size_t reading,
                                                 dti_lang lang, char *buffer, size_t size);

/* ── what follows from the headline figures ── */

/** @brief Number of parts that follow from the printed indices of a unit: main indicators, or sums
 * of several that always stand together. @since 0.1 */
DTI_API size_t dti_reconciliation_part_count(const dti_reconciliation *found);
/** @brief Id of the unit. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_reconciliation_part_unit(const dti_reconciliation *found, size_t part);
/** @brief Its name, if a figure says it. @return borrowed; the id where there is none. @since 0.1
 */
DTI_API const char *dti_reconciliation_part_unit_name(const dti_reconciliation *found, size_t part,
                                                      dti_lang lang);
/** @brief The year. @since 0.1 */
DTI_API int32_t dti_reconciliation_part_year(const dti_reconciliation *found, size_t part);
/** @brief Number of nodes of a part. @since 0.1 */
DTI_API size_t dti_reconciliation_part_size(const dti_reconciliation *found, size_t part);
/** @brief A node of a part. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_reconciliation_part_node(const dti_reconciliation *found, size_t part,
                                            size_t index);
/** @brief The points it must have, in 10⁻⁹ point, for the indices alone. @param[out] low least; may
 * be NULL. @param[out] high most; may be NULL. @return 1, or 0 when out of range. @since 0.1 */
DTI_API int dti_reconciliation_part_range(const dti_reconciliation *found, size_t part,
                                          int64_t *low, int64_t *high);
/** @brief Its maximum, in 10⁻⁹ point. A range beyond 0 and the maximum is a violated
 * #DTI_IDENTITY_LIMIT. @since 0.1 */
DTI_API int64_t dti_reconciliation_part_max(const dti_reconciliation *found, size_t part);

/** @brief Write what was found as a document (docs/formats.md, schema reconciliation.schema.json).
 * @param numbering of codes; NULL: the default. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_NOT_FOUND (numbering), #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_reconciliation_write(const dti_reconciliation *found,
                                                           const char *numbering, dti_lang lang,
                                                           dti_text **out, dti_error **error);

DTI_END_DECLS

#endif
