/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Grade bands of ranked units: told only where rounding and missing units can change nothing. */
#include "base/number.h"
#include "rank/ranking.h"

/* points ÷ most ≥ threshold, in whole numbers; the threshold is an amount of 10⁻⁹. */
static bool reaches(int64_t points, int64_t most, int64_t threshold)
{
    /* threshold × most is up to 10²⁴: taken apart by 10⁹, as points is whole. */
    const int64_t whole = most / DTI_POINT * threshold;
    const int64_t part = most % DTI_POINT * threshold;
    const int64_t least = whole + part / DTI_POINT + (part % DTI_POINT != 0);
    return points >= least;
}

/* Bands are best first. */
static size_t band_of_value(const dti_framework *framework, int64_t points, int64_t most)
{
    for (size_t i = 0; i < framework->band_count; i++) {
        int64_t threshold = 0;
        bool is_exact = false;
        if (dti__number_to_nano(framework->bands[i].value_at_least, &threshold, &is_exact) &&
            reaches(points, most, threshold))
            return i;
    }
    return DTI_NONE;
}

static size_t band_of_rank(const dti_framework *framework, uint32_t rank)
{
    for (size_t i = 0; i < framework->band_count; i++)
        if (rank <= framework->bands[i].rank_at_most)
            return i;
    return DTI_NONE;
}

static size_t band_of(const dti_ranking *ranking, const struct dti__place *place)
{
    const dti_framework *framework = ranking->table->framework;
    const int64_t most = framework->nodes[ranking->node].max_points;
    size_t best = DTI_NONE;
    size_t worst = DTI_NONE;
    if (framework->bands[0].by_rank && place->among_all > 0) {
        best = band_of_rank(framework, place->among_all);
        worst = band_of_rank(framework, place->worst_of_all);
    } else if (!framework->bands[0].by_rank && place->has_points && most > 0) {
        best = band_of_value(framework, place->points + place->half, most);
        worst = band_of_value(framework, place->points - place->half, most);
    }
    return best == worst ? best : DTI_NONE;
}

void dti__ranking_grade(dti_ranking *ranking)
{
    const bool has_bands = ranking->table->framework->band_count > 0;
    for (size_t i = 0; i < ranking->count; i++)
        ranking->places[i].band = has_bands ? band_of(ranking, &ranking->places[i]) : DTI_NONE;
}
