/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Ranking of columns: from exact points of many units to ranks.
 */
#ifndef DTI_RANK_H
#define DTI_RANK_H

#include <dti/alloc.h>
#include <dti/error.h>

DTI_BEGIN_DECLS

/** @brief How ties are ranked. @since 0.1 */
typedef enum dti_rank_method {
    DTI_RANK_COMPETITION = 0, /**< 1, 2, 2, 4: as the ministry prints them. */
    DTI_RANK_DENSE = 1,       /**< 1, 2, 2, 3. */
    DTI_RANK_FRACTIONAL = 2,  /**< 1, 2.5, 2.5, 4: the mean of the places that a tie takes. */
    DTI_RANK_METHOD_FORCE_INT = 0x7fffffff
} dti_rank_method;

/**
 * @brief Options of dti_rank_points(). Zero in a field means its default.
 * @since 0.1
 */
typedef struct dti_rank_options {
    size_t size; /**< sizeof(dti_rank_options); set it with #DTI_RANK_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Working memory, given back before the call ends; NULL:
                                       malloc(). */
    dti_rank_method method;         /**< How ties are ranked. */
    int32_t ascending;              /**< 0: most points first; 1: least points first. */
    const uint8_t *states;  /**< One #dti_state per unit: only those present are ranked; NULL: all
                               are. */
    const uint32_t *groups; /**< One number per unit: each group (a region, say) is ranked by
                               itself; NULL: all are one group. */
} dti_rank_options;

/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_RANK_OPTIONS_INIT                                                                      \
    {                                                                                              \
        sizeof(dti_rank_options), NULL, DTI_RANK_COMPETITION, 0, NULL, NULL                        \
    }

/**
 * @brief Rank units by points. Ties are equal integers, so a rank depends on nothing but the
 * points.
 *
 * Up to 256 units are ranked by counting, without any allocation; more by a radix sort of linear
 * time with 8 bytes of working memory per unit, the ranks themselves serving as the rest of it.
 * @param points of each unit, in 10⁻⁹ point; any integer. May be NULL, as @p ranks may, if @p count
 * is 0.
 * @param count of units; at most 2³² − 1.
 * @param options NULL: defaults.
 * @param[out] ranks one per unit, from 1, whole unless fractional; 0 for a unit that is not ranked.
 * May not overlap @p points. Undefined when the call fails.
 * @return #DTI_OK; #DTI_E_ARG (also for more units than can be ranked), #DTI_E_VERSION (options),
 * #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_rank_points(const int64_t *points, size_t count,
                                                  const dti_rank_options *options, double *ranks,
                                                  dti_error **error);

DTI_END_DECLS

#endif
