/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Rankings: who stands where among many units, how far it is to the next one, and what is
 * usual.
 *
 * A ranking orders the rows of a table by one node. It rests on exact points where they were
 * computed, else on printed values, else on printed ranks, and says which.
 *
 * @code
 * dti_ranking *ranking = NULL;
 * size_t node = dti_framework_overall(dti_table_framework(table));
 * if (dti_ranking_new(table, node, NULL, &ranking, &error) == DTI_OK)
 *     for (size_t i = 0; i < dti_ranking_count(ranking); i++)
 *         printf("%g %s\n", dti_ranking_rank(ranking, i),
 *                dti_units_unit_id(dti_table_units(table), dti_ranking_unit(ranking, i)));
 * dti_ranking_unref(ranking);
 * @endcode
 * examples/standing.c says where one unit stands, among all and in its region.
 */
#ifndef DTI_RANKING_H
#define DTI_RANKING_H

#include <dti/rank.h>
#include <dti/table.h>

DTI_BEGIN_DECLS

/**
 * @brief A ranking, opaque, immutable, reference-counted; holds a reference on its table. Places
 * have indices: ranked units best first (ties by id), then those that are not ranked. With groups:
 * group by group. Threads: shared.
 * @since 0.1
 */
typedef struct dti_ranking dti_ranking;

/** @brief By what units are ranked apart. @since 0.1 */
typedef enum dti_ranking_by {
    DTI_RANKING_BY_NOTHING = 0, /**< All units together; by group where the table is
                                   (dti_table_is_ranked_by_group()). */
    DTI_RANKING_BY_GROUP = 1,   /**< By the groups of the register: regions. */
    DTI_RANKING_BY_CALLER = 2,  /**< By the caller's numbers. */
    DTI_RANKING_BY_FORCE_INT = 0x7fffffff
} dti_ranking_by;

/** @brief Options of dti_ranking_new(). Zero in a field means its default. @since 0.1 */
typedef struct dti_ranking_options {
    size_t size; /**< sizeof(dti_ranking_options); set it with #DTI_RANKING_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the ranking; NULL: malloc(). */
    dti_rank_method method;         /**< How ties are ranked. */
    dti_basis basis;   /**< #DTI_BASIS_NONE: of exact points, printed amounts and printed ranks the
                          one that most units have, the first of them if they are equally many. Beside
                          printed amounts exact ones count too. */
    dti_ranking_by by; /**< By what units are ranked apart. */
    const uint32_t *groups; /**< For #DTI_RANKING_BY_CALLER: one number per row of the table. */
} dti_ranking_options;
/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_RANKING_OPTIONS_INIT                                                                   \
    {                                                                                              \
        sizeof(dti_ranking_options), NULL, DTI_RANK_COMPETITION, DTI_BASIS_NONE,                   \
            DTI_RANKING_BY_NOTHING, NULL                                                           \
    }

/**
 * @brief Rank the units of a table by a node.
 *
 * Among all units printed ranks stay as they are printed: a table of some of 63 units gives the
 * 31st rank 31. Within groups, and from amounts, ranks are those among the units that there are;
 * how many are missing and how far they could push a rank is told beside. Printed amounts that are
 * equal are a tie.
 * @param node of the table's framework.
 * @param options NULL: defaults.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG (also for a node out of range), #DTI_E_VERSION (options),
 * #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_ranking_new(const dti_table *table, size_t node,
                                                  const dti_ranking_options *options,
                                                  dti_ranking **out, dti_error **error);
/** @brief Take a reference. @param ranking may be NULL. @return its argument. @since 0.1 */
DTI_API dti_ranking *dti_ranking_ref(const dti_ranking *ranking);
/** @brief Drop a reference. @param ranking may be NULL. @since 0.1 */
DTI_API void dti_ranking_unref(dti_ranking *ranking);

/** @brief The table. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_table *dti_ranking_table(const dti_ranking *ranking);
/** @brief The node. @return #DTI_NONE for NULL. @since 0.1 */
DTI_API size_t dti_ranking_node(const dti_ranking *ranking);
/** @brief What the ranks rest on. @since 0.1 */
DTI_API dti_basis dti_ranking_basis(const dti_ranking *ranking);
/** @brief How ties are ranked. @since 0.1 */
DTI_API dti_rank_method dti_ranking_method(const dti_ranking *ranking);

/** @brief Number of places, ranked or not: rows of the table, and units valid on its day that have
 * no row. @since 0.1 */
DTI_API size_t dti_ranking_count(const dti_ranking *ranking);
/** @brief Entry of the unit at a place, in the register of units. @return #DTI_NONE when out of
 * range. @since 0.1 */
DTI_API size_t dti_ranking_unit(const dti_ranking *ranking, size_t place);
/** @brief Row of the unit at a place. @return #DTI_NONE if it has none. @since 0.1 */
DTI_API size_t dti_ranking_row(const dti_ranking *ranking, size_t place);
/** @brief Place of an entry. @return a place, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_ranking_find(const dti_ranking *ranking, size_t entry);
/** @brief Rank at a place, from 1; fractional ones may end in .5. @return 0 for who is not ranked.
 * @since 0.1 */
DTI_API double dti_ranking_rank(const dti_ranking *ranking, size_t place);
/** @brief The worst rank that the unit would have if all that are missing in its group were before
 * it; of printed ranks, as many as they leave room for: before rank 3 there are two. @return 0 for
 * who is not ranked. @since 0.1 */
DTI_API double dti_ranking_worst(const dti_ranking *ranking, size_t place);
/** @brief Number of units that share the rank, itself included. @since 0.1 */
DTI_API size_t dti_ranking_tie(const dti_ranking *ranking, size_t place);
/** @brief True (1) if there is an amount. @since 0.1 */
DTI_API int dti_ranking_has_points(const dti_ranking *ranking, size_t place);
/** @brief Points at a place, in 10⁻⁹ point; also where the ranks rest on ranks and an amount is
 * known. @since 0.1 */
DTI_API int64_t dti_ranking_points(const dti_ranking *ranking, size_t place);
/** @brief The grade band of the framework that the unit falls into. @return index of a band;
 * #DTI_NONE if none, or if it cannot be told. @since 0.1 */
DTI_API size_t dti_ranking_band(const dti_ranking *ranking, size_t place);

/** @brief Number of groups; 1 without groups. @since 0.1 */
DTI_API size_t dti_ranking_group_count(const dti_ranking *ranking);
/** @brief Name of a group: that of the register, or the caller's number. @return borrowed; "" when
 * out of range, without groups, and for those that have no group. @since 0.1 */
DTI_API const char *dti_ranking_group_name(const dti_ranking *ranking, size_t group, dti_lang lang);
/** @brief Group of a place. @return 0 to the number of groups − 1; #DTI_NONE when out of range.
 * @since 0.1 */
DTI_API size_t dti_ranking_group(const dti_ranking *ranking, size_t place);
/** @brief First place of a group. @since 0.1 */
DTI_API size_t dti_ranking_group_first(const dti_ranking *ranking, size_t group);
/** @brief Number of units of a group, ranked or not. @since 0.1 */
DTI_API size_t dti_ranking_group_size(const dti_ranking *ranking, size_t group);
/** @brief Number of ranked units of a group. @since 0.1 */
DTI_API size_t dti_ranking_group_ranked(const dti_ranking *ranking, size_t group);

/**
 * @brief What a unit lacks to reach a rank in its group.
 * @param rank from 1. To reach a rank is to have as many points as the unit that holds it (behind a
 * tie of two on rank 4 they hold rank 5 too), and one to pass it.
 * @param[out] points in 10⁻⁹ point, 0 if the unit has the rank or a better one; may be NULL.
 * @return 1 if it can be told (both have amounts), else 0.
 * @since 0.1
 */
DTI_API int dti_ranking_distance(const dti_ranking *ranking, size_t place, uint32_t rank,
                                 int64_t *points);
/** @brief The place of the next better unit of the group. @return #DTI_NONE for the best and for
 * who is not ranked. @since 0.1 */
DTI_API size_t dti_ranking_next(const dti_ranking *ranking, size_t place);

/** @brief Number of units of a group that have amounts: what mean and quantiles rest on. @since 0.1
 */
DTI_API size_t dti_ranking_amount_count(const dti_ranking *ranking, size_t group);
/** @brief Mean of the amounts of a group, in 10⁻⁹ point, rounded once. @return 0 without amounts.
 * @since 0.1 */
DTI_API int64_t dti_ranking_mean(const dti_ranking *ranking, size_t group);
/** @brief The mean of a group as somebody printed it, of all its units.
 * @param[out] points in 10⁻⁹ point; may be NULL. @return 1 if there is one, else 0. @since 0.1 */
DTI_API int dti_ranking_stated_mean(const dti_ranking *ranking, size_t group, int64_t *points);
/** @brief Quantile of the amounts of a group: by linear interpolation between the two nearest
 * (R's type 7), in 10⁻⁹ point, rounded once. @param part and @param whole: the 1st of 4 is the
 * lower quartile, the 1st of 2 the median; 0 ≤ part ≤ whole, 0 < whole ≤ 1000000. @return 0 without
 * amounts or for other parts. @since 0.1 */
DTI_API int64_t dti_ranking_quantile(const dti_ranking *ranking, size_t group, uint32_t part,
                                     uint32_t whole);
/** @brief Where a unit stands against the mean of its group: −1 below, 0 at, 1 above; compared
 * exactly. Where not all units have amounts and their mean is printed, against that; where it is
 * not, against the mean of those that are ranked, if all of them have amounts. And
 * if rounding leaves that open or the unit has no amount, by its printed rank and the number of
 * units that are said to be above the mean (−1 is then: not above).
 * @param[out] side written when the call gives 1; may be NULL. @return 1 if it can be told, else 0.
 * @since 0.1 */
DTI_API int dti_ranking_side(const dti_ranking *ranking, size_t place, int *side);

/** @brief Write a ranking as its document (docs/formats.md). @param numbering of codes; NULL: the
 * table's. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOT_FOUND (numbering),
 * #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_ranking_write(const dti_ranking *ranking,
                                                    const char *numbering, dti_text **out,
                                                    dti_error **error);

DTI_END_DECLS

#endif
