/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Ranking of a column: the order of the units first, then ranks handed out along it. */
#include <dti/rank.h>

#include "diag/options.h"
#include "rank/order.h"

_Static_assert(sizeof(double) == sizeof(uint64_t), "the ranks are working memory of the sort");

/* From the points of all units, ranked or not: a range wider than it need be costs time only. */
static struct dti__distance measure(const struct dti__rank_column *column, bool is_ascending)
{
    const uint64_t flip = is_ascending ? 0 : UINT64_MAX;
    int64_t least = INT64_MAX;
    int64_t most = INT64_MIN;
    for (size_t i = 0; i < column->count; i++) {
        int64_t points = column->points[i];
        least = points < least ? points : least;
        most = points > most ? points : most;
    }
    return (struct dti__distance){.flip = flip,
                                  .best = (uint64_t)(is_ascending ? least : most) ^ flip,
                                  .most = (uint64_t)most - (uint64_t)least};
}

/* Whether the units at two places share their rank. What stands above the index always holds the
 * whole group, so that only the points may need a second look. */
static bool is_tie(const struct dti__rank_column *column, const struct dti__order *order, size_t a,
                   size_t b)
{
    if ((order->places[a] ^ order->places[b]) >> order->index_bits != 0)
        return false;
    return order->is_exact ||
           column->points[dti__order_unit(order, a)] == column->points[dti__order_unit(order, b)];
}

/* Rank of the units at places [first, end) of their group, the distinct-th points in it. */
static double rank_of(dti_rank_method method, size_t first, size_t end, size_t distinct)
{
    if (method == DTI_RANK_DENSE)
        return (double)distinct;
    if (method == DTI_RANK_FRACTIONAL)
        return ((double)(first + 1) + (double)end) / 2;
    return (double)(first + 1);
}

static void hand_out(const struct dti__rank_column *column, const struct dti__order *order,
                     dti_rank_method method, double *ranks)
{
    uint32_t group = 0;
    size_t opening = 0; /* place where the group begins */
    size_t distinct = 0;
    for (size_t i = 0, end; i < order->count; i = end) {
        uint32_t own = dti__rank_group(column, dti__order_unit(order, i));
        if (own != group) {
            group = own;
            opening = i;
            distinct = 0;
        }
        for (end = i + 1; end < order->count && is_tie(column, order, i, end);)
            end++;
        double rank = rank_of(method, i - opening, end - opening, ++distinct);
        for (size_t k = i; k < end; k++)
            ranks[dti__order_unit(order, k)] = rank;
    }
}

static dti_status rank(const struct dti__rank_column *column, const dti_rank_options *options,
                       const dti_allocator *allocator, double *ranks, dti_error **error)
{
    const struct dti__distance distance = measure(column, options->ascending != 0);
    uint64_t few[DTI__ORDER_FEW];
    uint64_t *many = NULL;
    struct dti__order order = {.places = few};
    if (column->count <= DTI__ORDER_FEW) {
        dti__order_by_counting(column, &distance, &order);
    } else {
        many = dti__alloc_array(allocator, column->count, sizeof *many);
        if (!many)
            return dti__fail_nomem(error);
        order.places = many;
        dti__order_by_radix(column, &distance, &order, ranks);
    }
    for (size_t i = 0; column->states && i < column->count; i++)
        ranks[i] = 0; /* stays with those that have no place */
    hand_out(column, &order, options->method, ranks);
    dti__release(allocator, many, column->count * sizeof *many);
    return DTI_OK;
}

static dti_status refuse(const char *argument, dti_error **error)
{
    return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT(argument)));
}

dti_status dti_rank_points(const int64_t *points, size_t count, const dti_rank_options *options,
                           double *ranks, dti_error **error)
{
    dti_rank_options known = DTI_RANK_OPTIONS_INIT;
    dti_allocator allocator;
    if (count > 0 && (!points || !ranks))
        return dti__fail_null(error, points ? "ranks" : "points");
    dti_status status = dti__options_read(options, &known, sizeof known, "dti_rank_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status != DTI_OK)
        return status;
    if (count > UINT32_MAX)
        return refuse("count", error);
    if (known.method < DTI_RANK_COMPETITION || known.method > DTI_RANK_FRACTIONAL)
        return refuse("method", error);
    if (known.ascending != 0 && known.ascending != 1)
        return refuse("ascending", error);
    return rank(&(struct dti__rank_column){points, count, known.states, known.groups}, &known,
                &allocator, ranks, error);
}
