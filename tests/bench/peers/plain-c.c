/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The plain C that a library of this kind starts with: a row after the other, a switch per cell,
 * qsort() for the ranks. Points are rounded to 10⁻⁹ point as in libdti, so both must agree exactly.
 *
 * usage: plain-c FOLDER COUNT */
#include "../rows.h"
#include "../turns.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAINS   8
#define PILLARS 3

enum kind {
    RATIO,
    TIERS,
    MIN_MAX,
    PASS
};

struct component {
    enum kind kind;
    size_t main;
    double points; /* the maximum, in 10⁻⁹ point */
    double p[6];
    double low; /* of the cohort */
    double high;
};

struct place {
    int64_t points;
    size_t row;
};

struct work {
    const char *folder;
    size_t count;
    struct component components[COMPONENTS];
    double *cells; /* row after row */
    int64_t *mains;
    int64_t *pillars;
    int64_t *overall;
    struct place *places;
    double *ranks;
};

static void find_bounds(struct work *work)
{
    for (size_t c = 0; c < COMPONENTS; c++) {
        work->components[c].low = (double)INFINITY;
        work->components[c].high = (double)-INFINITY;
    }
    for (size_t row = 0; row < work->count; row++) {
        const double *cells = work->cells + row * COMPONENTS;
        for (size_t c = 0; c < COMPONENTS; c++) {
            struct component *component = &work->components[c];
            if (component->kind != MIN_MAX || isnan(cells[c]))
                continue;
            component->low = cells[c] < component->low ? cells[c] : component->low;
            component->high = cells[c] > component->high ? cells[c] : component->high;
        }
    }
}

/* 10⁻⁹ point on the line through 0 and the maximum, kept between them. */
static double line(const struct component *component, double quantity, double full)
{
    double points = quantity * (component->points / full);
    return points < 0 ? 0 : points > component->points ? component->points : points;
}

/* Points of a value, in 10⁻⁹ point, not yet rounded. */
static double points_of(const struct component *component, double value)
{
    const double *p = component->p;
    switch (component->kind) {
    case RATIO:
        return line(component, value, p[0]);
    case TIERS:
        return component->points * (value >= p[4]   ? p[5]
                                    : value >= p[2] ? p[3]
                                    : value >= p[0] ? p[1]
                                                    : 0);
    case MIN_MAX:
        return line(component, value - component->low, component->high - component->low);
    case PASS:
        return value >= p[0] ? component->points : 0;
    }
    return 0;
}

static void score_row(struct work *work, size_t row)
{
    static const size_t activity[PILLARS] = {5, 6, 7};
    int64_t *mains = work->mains + row * MAINS;
    memset(mains, 0, MAINS * sizeof *mains);
    for (size_t c = 0; c < COMPONENTS; c++) {
        const struct component *component = &work->components[c];
        double value = work->cells[row * COMPONENTS + c];
        if (!isnan(value))
            mains[component->main] += llrint(points_of(component, value));
    }
    int64_t general = 0;
    for (size_t m = 0; m < 5; m++)
        general += mains[m];
    work->overall[row] = general;
    for (size_t i = 0; i < PILLARS; i++) {
        work->pillars[row * PILLARS + i] = general + mains[activity[i]];
        work->overall[row] += mains[activity[i]];
    }
}

static int more_points_first(const void *a, const void *b)
{
    const struct place *x = a;
    const struct place *y = b;
    return (x->points < y->points) - (x->points > y->points);
}

static void rank(struct work *work)
{
    for (size_t row = 0; row < work->count; row++)
        work->places[row] = (struct place){.points = work->overall[row], .row = row};
    qsort(work->places, work->count, sizeof *work->places, more_points_first);
    size_t place = 0;
    for (size_t i = 0; i < work->count; i++) {
        if (work->places[i].points != work->places[place].points)
            place = i;
        work->ranks[work->places[i].row] = (double)(place + 1);
    }
}

static int whole(void *context)
{
    struct work *work = context;
    find_bounds(work);
    for (size_t row = 0; row < work->count; row++)
        score_row(work, row);
    rank(work);
    return 0;
}

static void save(void *context, char *path, size_t size)
{
    const struct work *work = context;
    rows_save(work->folder, "plain-c", work->count, work->overall, work->ranks, path, size);
}

static int read_component(struct component *component, const char *line)
{
    static const char *const kinds[] = {"ratio", "tiers", "min-max", "pass"};
    char kind[16];
    double *p = component->p;
    int found = sscanf(line, "%*d %15s %zu %lf %lf %lf %lf %lf %lf %lf", kind, &component->main,
                       &component->points, &p[0], &p[1], &p[2], &p[3], &p[4], &p[5]);
    component->main--;
    component->points = rint(component->points * 1e9);
    for (int i = 0; i < 4; i++)
        if (strcmp(kind, kinds[i]) == 0)
            component->kind = (enum kind)i;
    return found >= 3;
}

static int read_work(struct work *work)
{
    char path[512];
    char line[256];
    size_t count = 0;
    snprintf(path, sizeof path, "%s/work.tsv", work->folder);
    FILE *file = fopen(path, "r");
    while (file && count < COMPONENTS && fgets(line, sizeof line, file))
        count += (size_t)read_component(&work->components[count], line);
    if (file)
        fclose(file);
    return count == COMPONENTS;
}

static void turn_to_rows(struct work *work, const struct rows *rows)
{
    for (size_t c = 0; c < COMPONENTS; c++)
        for (size_t row = 0; row < rows->count; row++)
            work->cells[row * COMPONENTS + c] = rows_column(rows, c)[row];
}

int main(int argc, char **argv)
{
    struct work work = {.folder = argv[1]};
    if (argc != 3 || !read_work(&work)) {
        fprintf(stderr, "usage: plain-c FOLDER COUNT\n");
        return 2;
    }
    struct rows rows = rows_load(work.folder, argv[2]);
    work.count = rows.count;
    work.cells = rows_memory(work.count * COMPONENTS * sizeof *work.cells);
    work.mains = rows_memory(work.count * MAINS * sizeof *work.mains);
    work.pillars = rows_memory(work.count * PILLARS * sizeof *work.pillars);
    work.overall = rows_memory(work.count * sizeof *work.overall);
    work.places = rows_memory(work.count * sizeof *work.places);
    work.ranks = rows_memory(work.count * sizeof *work.ranks);
    turn_to_rows(&work, &rows);
    static const struct turns_part parts[] = {{"whole", whole}, {NULL, NULL}};
    struct turns_peer peer = {.name = "plain-c",
                              .version = TURNS_COMPILER,
                              .rows = work.count,
                              .parts = parts,
                              .context = &work,
                              .save = save};
    return turns_serve(&peer);
}
