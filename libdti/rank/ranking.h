/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The ranking in memory: places in order, group by group, and what is known of each group. */
#ifndef DTI_RANK_RANKING_H
#define DTI_RANK_RANKING_H

#include "model/table.h"
#include "rank/column.h"

#include <dti/ranking.h>

struct dti__place {
    size_t unit; /* entry of the register */
    size_t row;  /* DTI_NONE: no row */
    uint32_t group;
    uint32_t standing;  /* rank by competition in the group: printed, or among those there are; 0:
                           not ranked */
    uint32_t among_all; /* the same without groups */
    uint32_t worst_of_all;
    double rank; /* by the method */
    double worst;
    size_t tie;
    size_t better; /* place of the next better one */
    size_t band;
    bool has_points;
    int64_t points;
    int64_t half;
};

/* A mean before it is rounded: whole + rest ÷ count, 0 ≤ rest < count. So two of them are compared
 * without a wide number. */
struct dti__mean {
    int64_t whole;
    uint32_t rest;
};

struct dti__ranked_group {
    size_t source;    /* group of the register; DTI_NONE: none */
    const char *text; /* the caller's number; NULL: none */
    size_t first;
    size_t size;
    size_t ranked;
    size_t amount_first;
    size_t amount_count;
    struct dti__mean mean;
    bool is_covered; /* everybody who is ranked has an amount */
    bool has_stated; /* a printed mean */
    int64_t stated;
    int64_t stated_half;
    bool has_above; /* a printed number of units above the mean */
    uint32_t above;
};

struct dti_ranking {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_table *table;
    size_t node;
    dti_basis basis;
    dti_rank_method method;
    dti_ranking_by by;
    struct dti__place *places;
    size_t count;
    size_t ranked;
    size_t missing;   /* of all that were ranked, or could be */
    size_t *place_of; /* by entry of the register; DTI_NONE: no place */
    struct dti__ranked_group *groups;
    size_t group_count;
    int64_t *amounts; /* group by group, most first */
};

/* True if the ranks are those that were printed: not where groups are ranked apart, unless they
 * were printed so. */
static inline bool dti__ranking_is_printed(const dti_ranking *ranking)
{
    return ranking->basis == DTI_BASIS_RANKS &&
           ranking->by ==
               (ranking->table->is_ranked_by_group ? DTI_RANKING_BY_GROUP : DTI_RANKING_BY_NOTHING);
}

/* Whom there is to rank, before there is an order: by id, so that the order of rows leaves no
 * trace. */
struct dti__rankable {
    size_t unit;
    size_t row;
    const char *id;
    const struct dti__table_cell *cell; /* NULL: no row */
};

struct dti__entrants {
    struct dti__arena *arena; /* of what is needed no longer than the work takes */
    struct dti__rankable *units;
    size_t count;
    uint32_t *groups; /* of each unit: index of the ranking's group */
};

/* Makes the groups of the ranking and says which one each unit is in. False when out of memory. */
bool dti__ranking_group(dti_ranking *ranking, struct dti__entrants *field, const uint32_t *numbers);

/* What has the units of a group in their order. */
struct dti__sequence {
    size_t *units;   /* groups one after the other, best first, then those that are absent */
    double *ranks;   /* by unit: by competition within the group, 0 if absent */
    size_t *present; /* by group */
    size_t *size;    /* by group */
};
/* Equal points are in the order in which they come. Status of dti_rank_points(). */
dti_status dti__ranking_order(const struct dti__rank_column *column, size_t group_count,
                              struct dti__arena *arena, struct dti__sequence *out,
                              dti_error **error);

/* Amounts, means and printed means of all groups, from the places. */
dti_status dti__ranking_measure(dti_ranking *ranking, struct dti__arena *arena, dti_error **error);

/* The band of each place. */
void dti__ranking_grade(dti_ranking *ranking);

#endif
