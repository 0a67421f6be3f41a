/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Comparisons over time: what moved between two years, for every node and unit; across
 * versions of the method and across mergers.
 *
 * A line is a pair of nodes, a column a unit; both are asked for by index:
 *
 * @code
 * dti_comparison *comparison = NULL;
 * if (dti_comparison_new(before, after, NULL, &comparison, &error) == DTI_OK) {
 *     size_t line = dti_comparison_find_line(comparison, node);
 *     size_t unit = dti_comparison_find_unit(comparison, entry);
 *     int32_t rise = 0;
 *     if (dti_comparison_rank_change(comparison, line, unit, &rise))
 *         printf("%+d\n", (int)rise);
 * }
 * dti_comparison_unref(comparison);
 * @endcode
 * Where units were merged in between, carry the earlier table over first: dti_table_merge(),
 * examples/merge-units.c.
 */
#ifndef DTI_COMPARISON_H
#define DTI_COMPARISON_H

#include <dti/crosswalk.h>
#include <dti/ranking.h>

DTI_BEGIN_DECLS

/**
 * @brief A comparison of two tables. Opaque, immutable, reference-counted; holds references on all
 * it was made of. It has a line per pair of nodes and a column per unit. Threads: shared.
 * @since 0.1
 */
typedef struct dti_comparison dti_comparison;

/** @brief Options of dti_comparison_new(). Zero in a field means its default. @since 0.1 */
typedef struct dti_comparison_options {
    size_t size; /**< sizeof(dti_comparison_options); set it with #DTI_COMPARISON_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the comparison; NULL: malloc(). */
    const dti_crosswalk
        *crosswalk; /**< Between the frameworks of the tables; NULL: the built-in
                       one, if there is one, and none is needed for one framework. */
} dti_comparison_options;
/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_COMPARISON_OPTIONS_INIT                                                                \
    {                                                                                              \
        sizeof(dti_comparison_options), NULL, NULL                                                 \
    }
/**
 * @brief Compare two tables.
 *
 * Ranks are the printed ones, or those computed among all units where exact points are known and
 * none are printed. A unit is compared with itself: units that were merged in between are only in
 * one of the tables, unless dti_table_merge() carried the earlier one over, and are not comparable.
 * @param before the earlier year. @param after the later year, of the same register of units.
 * @param options NULL: defaults.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VALUE (years, units), #DTI_E_NOT_FOUND (no crosswalk between
 * the frameworks), #DTI_E_VERSION (options), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_comparison_new(const dti_table *before,
                                                     const dti_table *after,
                                                     const dti_comparison_options *options,
                                                     dti_comparison **out, dti_error **error);
/** @brief Take a reference. @param comparison may be NULL. @return its argument. @since 0.1 */
DTI_API dti_comparison *dti_comparison_ref(const dti_comparison *comparison);
/** @brief Drop a reference. @param comparison may be NULL. @since 0.1 */
DTI_API void dti_comparison_unref(dti_comparison *comparison);
/** @brief The earlier table. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_table *dti_comparison_before(const dti_comparison *comparison);
/** @brief The later table. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_table *dti_comparison_after(const dti_comparison *comparison);
/** @brief The crosswalk. @return borrowed; NULL if none was needed. @since 0.1 */
DTI_API const dti_crosswalk *dti_comparison_crosswalk(const dti_comparison *comparison);

/** @brief Number of lines: pairs of nodes, indices first; then the main indicators each with what
 * is below it. @since 0.1 */
DTI_API size_t dti_comparison_line_count(const dti_comparison *comparison);
/** @brief The pair of the crosswalk behind a line. @return #DTI_NONE without a crosswalk. @since
 * 0.1 */
DTI_API size_t dti_comparison_pair(const dti_comparison *comparison, size_t line);
/** @brief Node before (the first of several). @return #DTI_NONE if there is none. @since 0.1 */
DTI_API size_t dti_comparison_node_before(const dti_comparison *comparison, size_t line);
/** @brief Node after (the first of several). @return #DTI_NONE if there is none. @since 0.1 */
DTI_API size_t dti_comparison_node_after(const dti_comparison *comparison, size_t line);
/** @brief How much of a line can be compared. @since 0.1 */
DTI_API dti_comparable dti_comparison_comparable(const dti_comparison *comparison, size_t line);
/** @brief The line of a node after. @return a line, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_comparison_find_line(const dti_comparison *comparison, size_t node);

/** @brief Number of units: those of either table, the later one's rows first. @since 0.1 */
DTI_API size_t dti_comparison_unit_count(const dti_comparison *comparison);
/** @brief Entry of a unit in the register: the later one, if both have it. @return #DTI_NONE when
 * out of range. @since 0.1 */
DTI_API size_t dti_comparison_unit(const dti_comparison *comparison, size_t unit);
/** @brief Find a unit by its entry in either table. @return a unit, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_comparison_find_unit(const dti_comparison *comparison, size_t entry);

/** @brief Whose figure: before or after. @since 0.1 */
typedef enum dti_side {
    DTI_BEFORE = 0, /**< The earlier year. */
    DTI_AFTER = 1,  /**< The later year. */
    DTI_SIDE_FORCE_INT = 0x7fffffff
} dti_side;
/** @brief What the amount of one side rests on. @since 0.1 */
DTI_API dti_basis dti_comparison_basis(const dti_comparison *comparison, size_t line, size_t unit,
                                       dti_side side);
/** @brief Points of one side, in 10⁻⁹ point; sums where several nodes stand on it. @return 0
 * without an amount. @since 0.1 */
DTI_API int64_t dti_comparison_points(const dti_comparison *comparison, size_t line, size_t unit,
                                      dti_side side);
/** @brief Maximum of one side of a line, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_comparison_max_points(const dti_comparison *comparison, size_t line,
                                          dti_side side);
/** @brief Rank of one side. @return 0 if not known. @since 0.1 */
DTI_API uint32_t dti_comparison_rank(const dti_comparison *comparison, size_t line, size_t unit,
                                     dti_side side);
/** @brief Change of points, after − before, in 10⁻⁹ point. @param[out] change written when the call
 * gives 1; may be NULL. @return 1 if it can be told, else 0. @since 0.1 */
DTI_API int dti_comparison_points_change(const dti_comparison *comparison, size_t line, size_t unit,
                                         int64_t *change);
/** @brief Change of the value, after − before, in 10⁻⁹ (1 is the whole maximum), rounded once.
 * @return as dti_comparison_points_change(). @since 0.1 */
DTI_API int dti_comparison_value_change(const dti_comparison *comparison, size_t line, size_t unit,
                                        int64_t *change);
/** @brief Change of the rank, before − after: a rise is positive; not told where other units were
 * ranked in the later year than in the earlier one (mergers, more or fewer ranked). @return as
 * dti_comparison_points_change(). @since 0.1 */
DTI_API int dti_comparison_rank_change(const dti_comparison *comparison, size_t line, size_t unit,
                                       int32_t *change);
/** @brief True (1) if one of the sides was derived from predecessors. @since 0.1 */
DTI_API int dti_comparison_is_derived(const dti_comparison *comparison, size_t line, size_t unit);

/** @brief What makes somebody the most improved. @since 0.1 */
typedef enum dti_improved_by {
    DTI_IMPROVED_BY_VALUE = 0, /**< The largest change of the value. */
    DTI_IMPROVED_BY_RANK = 1,  /**< The largest rise in rank. */
    DTI_IMPROVED_BY_FORCE_INT = 0x7fffffff
} dti_improved_by;
/** @brief The units of a line by improvement, the most improved first; ties in the order of units.
 * @param nth from 0. @return a unit; #DTI_NONE beyond those that can be compared. @since 0.1 */
DTI_API size_t dti_comparison_improved(const dti_comparison *comparison, size_t line,
                                       dti_improved_by by, size_t nth);

/** @brief What does not hold together: printed changes that contradict the printed figures. @param
 * entry of the unit; #DTI_NONE: of all. @param[out] report yours. @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_comparison_review(const dti_comparison *comparison,
                                                        size_t entry, dti_report **report,
                                                        dti_error **error);
/** @brief Write a comparison as its document (docs/formats.md). @param entry of the unit;
 * #DTI_NONE: all. @param numbering of codes; NULL: that of the later table. @param lang of
 * findings. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOT_FOUND (numbering),
 * #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_comparison_write(const dti_comparison *comparison,
                                                       size_t entry, const char *numbering,
                                                       dti_lang lang, dti_text **out,
                                                       dti_error **error);

DTI_END_DECLS

#endif
