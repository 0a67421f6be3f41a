/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "analyse/component.h"

#include "base/rows.h"

#include <stdlib.h>

#define MOST_CELLS ((size_t)1 << 22) /* of a simplex: unknowns × rows */
#define MOST_WORDS ((size_t)1 << 22) /* of the needs of all ties */

/* ── setting up ── */

struct opening {
    struct dti__component *component;
    const struct dti__system *system;
    const struct dti__split *split;
    size_t number;
};

int dti__suspect_order(const void *a, const void *b)
{
    const size_t left = *(const size_t *)a;
    const size_t right = *(const size_t *)b;
    return left < right ? -1 : left > right;
}

static size_t tie_after(const struct opening *opening, size_t tie)
{
    return tie == SIZE_MAX ? opening->split->first_tie[opening->number]
                           : opening->split->next_tie[tie];
}

uint64_t *dti__component_set(struct dti__component *component)
{
    return dti__arena_array(component->arena, component->words, sizeof(uint64_t));
}

static bool collect_suspects(const struct opening *opening)
{
    struct dti__component *component = opening->component;
    size_t *local = opening->split->local_suspect;
    size_t most = 0;
    for (size_t t = tie_after(opening, SIZE_MAX); t != SIZE_MAX; t = tie_after(opening, t)) {
        const struct dti__tie *tie = &opening->system->ties[t];
        component->force_count++;
        most += tie->need_count;
        for (size_t i = 0; i < tie->need_count; i++)
            local[tie->needs[i]] = SIZE_MAX;
    }
    component->suspects = dti__arena_array(component->arena, most, sizeof(size_t));
    if (!component->suspects)
        return false;
    for (size_t t = tie_after(opening, SIZE_MAX); t != SIZE_MAX; t = tie_after(opening, t)) {
        const struct dti__tie *tie = &opening->system->ties[t];
        for (size_t i = 0; i < tie->need_count; i++)
            if (local[tie->needs[i]] == SIZE_MAX) {
                local[tie->needs[i]] = 0;
                component->suspects[component->suspect_count++] = tie->needs[i];
            }
    }
    if (component->suspect_count > 0)
        qsort(component->suspects, component->suspect_count, sizeof(size_t), dti__suspect_order);
    for (size_t i = 0; i < component->suspect_count; i++)
        local[component->suspects[i]] = i;
    component->words = dti__set_words(component->suspect_count);
    if (component->force_count > MOST_WORDS / component->words) { /* nobody would wait for it */
        component->is_too_large = true;
        component->force_count = 0;
    }
    return true;
}

static bool collect_unknowns(const struct opening *opening)
{
    struct dti__component *component = opening->component;
    const struct dti__split *split = opening->split;
    size_t unknowns = 0;
    size_t rows = 0;
    for (size_t u = split->first_unknown[opening->number]; u != SIZE_MAX;
         u = split->next_unknown[u])
        split->local_unknown[u] = unknowns++;
    for (size_t t = tie_after(opening, SIZE_MAX); t != SIZE_MAX; t = tie_after(opening, t))
        rows += opening->system->ties[t].term_count > 0 &&
                !dti__tie_is_claim(&opening->system->ties[t]);
    component->limits = dti__arena_array(component->arena, unknowns, sizeof(struct dti__span));
    component->scales = dti__arena_array(component->arena, unknowns, sizeof(int64_t));
    component->owners = dti__arena_array(component->arena, 2 * (unknowns + rows), sizeof(size_t));
    if (!component->limits || !component->scales || !component->owners)
        return false;
    for (size_t u = split->first_unknown[opening->number]; u != SIZE_MAX;
         u = split->next_unknown[u])
        component->limits[split->local_unknown[u]] = opening->system->limits[u];
    component->is_too_large |= rows > 0 && unknowns > MOST_CELLS / rows;
    return dti__simplex_open(&component->simplex, unknowns, component->is_too_large ? 0 : rows,
                             component->arena);
}

static bool open_forces(const struct opening *opening)
{
    struct dti__component *component = opening->component;
    struct dti__simplex *simplex = &component->simplex;
    size_t row = 0;
    component->forces =
        dti__arena_array(component->arena, component->force_count, sizeof *component->forces);
    if (!component->forces)
        return false;
    struct dti__force *force = component->forces;
    for (size_t t = tie_after(opening, SIZE_MAX); t != SIZE_MAX && component->force_count > 0;
         t = tie_after(opening, t)) {
        const struct dti__tie *tie = &opening->system->ties[t];
        force->needs = dti__component_set(component);
        if (!force->needs)
            return false;
        for (size_t i = 0; i < tie->need_count; i++)
            dti__set_add(force->needs, opening->split->local_suspect[tie->needs[i]]);
        force->span = (struct dti__span){tie->low, tie->high};
        force->variable = SIZE_MAX;
        if (dti__tie_is_claim(tie))
            force->variable = opening->split->local_unknown[tie->terms[0].unknown];
        else if (tie->term_count > 0)
            force->variable = simplex->unknowns + row++;
        if (component->is_too_large && force->variable != SIZE_MAX)
            force->variable = 0; /* is not asked for */
        for (size_t i = 0; force->variable >= simplex->unknowns && i < tie->term_count; i++) {
            const size_t unknown = opening->split->local_unknown[tie->terms[i].unknown];
            int64_t *cell = &simplex->factors[(row - 1) * simplex->unknowns + unknown];
            if (!dti__add_i64(*cell, tie->terms[i].factor, cell) || *cell == INT64_MIN)
                component->is_too_large = true;
        }
        force++;
    }
    return true;
}

/* ── scales ──
 * An unknown that every sum counts 63 times is better counted in 63rds: then the simplex has to do
 * with smaller numbers. */

static int64_t common_factor(const struct dti__simplex *simplex, size_t unknown)
{
    int64_t common = 0;
    for (size_t i = 0; i < simplex->rows; i++)
        common = dti__common_divisor(common, simplex->factors[i * simplex->unknowns + unknown]);
    return common == 0 ? 1 : common;
}

static bool scale(struct dti__span *span, int64_t by)
{
    return dti__mul_i64(span->low, by, &span->low) && dti__mul_i64(span->high, by, &span->high);
}

static bool can_scale(const struct dti__component *component, size_t unknown, int64_t by)
{
    struct dti__span span = component->limits[unknown];
    bool fits = scale(&span, by);
    for (size_t i = 0; fits && i < component->force_count; i++) {
        span = component->forces[i].span;
        fits = component->forces[i].variable != unknown || scale(&span, by);
    }
    return fits;
}

static void set_scales(struct dti__component *component)
{
    struct dti__simplex *simplex = &component->simplex;
    for (size_t u = 0; u < simplex->unknowns; u++) {
        const int64_t common = common_factor(simplex, u);
        component->scales[u] = 1;
        if (common == 1 || !can_scale(component, u, common))
            continue;
        component->scales[u] = common;
        (void)scale(&component->limits[u], common);
        for (size_t i = 0; i < simplex->rows; i++)
            simplex->factors[i * simplex->unknowns + u] /= common;
        for (size_t i = 0; i < component->force_count; i++)
            if (component->forces[i].variable == u)
                (void)scale(&component->forces[i].span, common);
    }
}

bool dti__component_open(struct dti__component *component, const struct dti__system *system,
                         const struct dti__split *split, size_t number, struct dti__arena *arena)
{
    const struct opening opening = {component, system, split, number};
    *component = (struct dti__component){.arena = arena, .effort = system->effort};
    if (!collect_suspects(&opening) || !collect_unknowns(&opening) || !open_forces(&opening))
        return false;
    component->blame = dti__component_set(component);
    component->scratch = dti__component_set(component);
    component->trial = dti__component_set(component);
    if (!component->blame || !component->scratch || !component->trial)
        return false;
    if (!component->is_too_large &&
        dti__effort_spend(component->effort,
                          component->simplex.unknowns *
                              (component->simplex.rows + component->force_count)))
        set_scales(component);
    component->simplex.effort = component->effort;
    dti__simplex_reset(&component->simplex);
    return true;
}

void dti__component_set_effort(struct dti__component *component, struct dti__effort *effort)
{
    component->effort = component->simplex.effort = effort;
}

/* ── questions ── */

static void take_blame(struct dti__component *component, size_t force)
{
    if (force != SIZE_MAX)
        dti__set_unite(component->blame, component->forces[force].needs, component->words);
}

/* Narrows a variable to what a force demands of it. */
static void apply(struct dti__component *component, size_t index)
{
    const struct dti__force *force = &component->forces[index];
    struct dti__bounds *bounds = &component->simplex.bounds[force->variable];
    size_t *owners = &component->owners[2 * force->variable];
    if (bounds->is_free || force->span.low > bounds->span.low) {
        bounds->span.low = force->span.low;
        owners[0] = index;
    }
    if (bounds->is_free || force->span.high < bounds->span.high) {
        bounds->span.high = force->span.high;
        owners[1] = index;
    }
    bounds->is_free = false;
}

enum dti__possible dti__component_solve(struct dti__component *component, const uint64_t *freed)
{
    struct dti__simplex *simplex = &component->simplex;
    component->solved++;
    dti__set_clear(component->blame, component->words);
    if (!dti__effort_spend(component->effort, component->force_count * (component->words + 1) +
                                                  simplex->unknowns + simplex->rows)) {
        component->is_inexact = true;
        return DTI__POSSIBLE_UNKNOWN;
    }
    for (size_t i = 0; i < simplex->unknowns + simplex->rows; i++) {
        component->owners[2 * i] = component->owners[2 * i + 1] = SIZE_MAX;
        simplex->bounds[i].is_free = i >= simplex->unknowns;
        if (i < simplex->unknowns)
            simplex->bounds[i].span = component->limits[i];
    }
    for (size_t i = 0; i < component->force_count; i++) {
        const struct dti__force *force = &component->forces[i];
        if (dti__set_meets(force->needs, freed, component->words))
            continue;
        if (force->variable == SIZE_MAX) {
            take_blame(component, i);
            return DTI__POSSIBLE_NO;
        }
        apply(component, i);
    }
    const enum dti__possible answer =
        component->is_too_large ? DTI__POSSIBLE_UNKNOWN : dti__simplex_solve(simplex);
    for (size_t i = 0; answer == DTI__POSSIBLE_NO && i < simplex->proof_size; i++)
        take_blame(component,
                   component->owners[2 * simplex->proof[i].variable + simplex->proof[i].is_high]);
    component->is_inexact = component->is_inexact || answer == DTI__POSSIBLE_UNKNOWN;
    return answer;
}

enum dti__possible dti__component_range(struct dti__component *component, size_t local_unknown,
                                        struct dti__span *out)
{
    struct dti__span span;
    const int64_t by = component->scales[local_unknown];
    const enum dti__possible answer = dti__simplex_range(&component->simplex, local_unknown, &span);
    if (answer != DTI__POSSIBLE_YES)
        return answer;
    out->low = span.low / by - (span.low % by < 0);
    out->high = span.high / by + (span.high % by > 0);
    return answer;
}
