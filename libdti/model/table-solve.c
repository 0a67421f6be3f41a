/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "model/table-solve.h"

#include "base/rows.h"
#include "base/wide.h"

#include <stdio.h>
#include <string.h>

#define MOST_EQUATIONS 64
#define MOST_COLUMNS   512
#define NAMES_SIZE     400

struct system {
    const dti_table *table;
    dti_report *report;
    size_t *nodes;      /* of the columns: main indicators that stand in an index, and indices */
    size_t *columns;    /* by node: its column; DTI_NONE: none */
    size_t width;       /* number of columns */
    size_t height;      /* number of equations, each of which adds up to 0 */
    int64_t *equations; /* [height × width], of the framework */
    int64_t *matrix;    /* the same for the row at hand, on its way to a solution */
    size_t *group;      /* by column: the first of those that always stand together, all of them not
                           printed; DTI_NONE: printed */
    size_t pivot[MOST_EQUATIONS];    /* by equation: the column that it is solved for */
    bool is_settled[MOST_EQUATIONS]; /* all of it is printed: whether it adds up is known already */
};

/* ── equations of the framework ── */

static bool is_equation(const struct dti__node *node)
{
    return node->kind == DTI_NODE_INDEX && node->child_count > 0;
}

static void add_column(struct system *system, size_t node)
{
    if (system->columns[node] != DTI_NONE)
        return;
    system->columns[node] = system->width;
    system->nodes[system->width++] = node;
}

/* divisor × index − factors × parts = 0 */
static void write_equation(struct system *system, size_t index, int64_t *equation)
{
    const struct dti__node *node = &system->table->framework->nodes[index];
    bool is_weighted = node->weighing.factors != NULL;
    equation[system->columns[index]] = is_weighted ? node->weighing.divisor : 1;
    for (size_t i = 0; i < node->child_count; i++)
        equation[system->columns[node->children[i]]] -= is_weighted ? node->weighing.factors[i] : 1;
}

static void release(struct system *system)
{
    const dti_allocator *allocator = &system->table->arena.allocator;
    size_t nodes = system->table->framework->node_count;
    size_t cells = system->height * system->width;
    dti__release(allocator, system->nodes, nodes * sizeof *system->nodes);
    dti__release(allocator, system->columns, nodes * sizeof *system->columns);
    dti__release(allocator, system->group, nodes * sizeof *system->group);
    dti__release(allocator, system->equations, cells * sizeof *system->equations);
    dti__release(allocator, system->matrix, cells * sizeof *system->matrix);
}

static void find_columns(struct system *system)
{
    const dti_framework *framework = system->table->framework;
    for (size_t i = 0; i < framework->node_count; i++)
        system->columns[i] = DTI_NONE;
    for (size_t i = 0; i < framework->node_count; i++) {
        const struct dti__node *node = &framework->nodes[i];
        if (!is_equation(node))
            continue;
        system->height++;
        add_column(system, i);
        for (size_t k = 0; k < node->child_count; k++)
            add_column(system, node->children[k]);
    }
}

static bool is_small(const struct system *system)
{
    return system->height > 0 && system->height <= MOST_EQUATIONS && system->width <= MOST_COLUMNS;
}

/* False when out of memory. */
static bool set_up(struct system *system)
{
    const dti_framework *framework = system->table->framework;
    const dti_allocator *allocator = &system->table->arena.allocator;
    system->nodes = dti__alloc_array(allocator, framework->node_count, sizeof *system->nodes);
    system->group = dti__alloc_array(allocator, framework->node_count, sizeof *system->group);
    system->columns = dti__alloc_array(allocator, framework->node_count, sizeof *system->columns);
    if (!system->nodes || !system->group || !system->columns)
        return false;
    find_columns(system);
    if (!is_small(system))
        return true;
    size_t row = system->width * sizeof *system->equations;
    system->equations = dti__alloc_array(allocator, system->height, row);
    system->matrix = dti__alloc_array(allocator, system->height, row);
    if (!system->equations || !system->matrix)
        return false;
    size_t equation = 0;
    for (size_t i = 0; i < framework->node_count; i++)
        if (is_equation(&framework->nodes[i]))
            write_equation(system, i, &system->equations[equation++ * system->width]);
    return true;
}

/* ── whole numbers ── */

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

/* ── the row at hand ── */

static bool is_same_column(const struct system *system, size_t a, size_t b)
{
    for (size_t i = 0; i < system->height; i++)
        if (system->equations[i * system->width + a] != system->equations[i * system->width + b])
            return false;
    return true;
}

/* Parts that stand together in every index can only be known together. */
static void group_columns(struct system *system, const struct dti__table_row *row)
{
    struct dti__interval interval;
    for (size_t i = 0; i < system->width; i++) {
        system->group[i] = i;
        if (dti__cell_interval(&row->cells[system->nodes[i]], &interval))
            system->group[i] = DTI_NONE;
        for (size_t k = 0; system->group[i] == i && k < i; k++)
            if (system->group[k] == k && is_same_column(system, i, k))
                system->group[i] = k;
    }
}

static size_t unknowns_of(const struct system *system, size_t equation)
{
    size_t count = 0;
    for (size_t i = 0; i < system->width; i++)
        count += system->group[i] == i && system->matrix[equation * system->width + i] != 0;
    return count;
}

/* Solves for one column after the other. False if numbers grow too large. */
static bool eliminate(struct system *system)
{
    size_t width = system->width;
    for (size_t column = 0; column < width; column++) {
        size_t from = 0;
        while (from < system->height &&
               (system->pivot[from] != DTI_NONE || system->matrix[from * width + column] == 0))
            from++;
        if (system->group[column] != column || from == system->height)
            continue;
        system->pivot[from] = column;
        for (size_t i = 0; i < system->height; i++)
            if (i != from && system->matrix[i * width + column] != 0 &&
                !dti__row_take_out(&system->matrix[i * width], &system->matrix[from * width],
                                   column, width))
                return false;
    }
    return true;
}

struct wide_interval {
    struct dti__wide low;
    struct dti__wide middle;
    struct dti__wide high;
};

/* −sign × the printed part of an equation. */
static struct wide_interval printed_part(const struct system *system,
                                         const struct dti__table_row *row, size_t equation,
                                         int64_t sign)
{
    struct wide_interval sum = {{0, 0}, {0, 0}, {0, 0}};
    for (size_t i = 0; i < system->width; i++) {
        int64_t factor = -sign * system->matrix[equation * system->width + i];
        const struct dti__table_cell *cell = &row->cells[system->nodes[i]];
        struct dti__interval known;
        if (system->group[i] != DTI_NONE || factor == 0 || !dti__cell_interval(cell, &known))
            continue;
        dti__wide_add(&sum.low, factor > 0 ? known.low : known.high, factor);
        dti__wide_add(&sum.middle, cell->points, factor);
        dti__wide_add(&sum.high, factor > 0 ? known.high : known.low, factor);
    }
    return sum;
}

static bool is_negative(struct dti__wide number)
{
    return number.high >> 63 != 0;
}

/* ── what is said of it ── */

struct names { /* by dti_lang */
    char in[2][NAMES_SIZE];
};

static void append(struct names *names, const dti_table *table, size_t node)
{
    for (int lang = 0; lang < 2; lang++) {
        size_t length = strlen(names->in[lang]);
        snprintf(names->in[lang] + length, NAMES_SIZE - length, "%s%s", length > 0 ? ", " : "",
                 dti__text2_in(table->framework->nodes[node].names, (dti_lang)lang));
    }
}

/* The printed indices of an equation, and the figure of the first of them. */
static const char *name_indices(const struct system *system, const struct dti__table_row *row,
                                size_t equation, struct names *names)
{
    const dti_table *table = system->table;
    const char *pointer = NULL;
    for (size_t i = 0; i < system->width; i++) {
        size_t node = system->nodes[i];
        if (system->group[i] != DTI_NONE || table->framework->nodes[node].kind != DTI_NODE_INDEX ||
            system->matrix[equation * system->width + i] == 0)
            continue;
        const struct dti__printed *figure = dti__row_amount(row, node);
        pointer = !pointer && figure ? figure->pointer : pointer;
        append(names, table, node);
    }
    return pointer;
}

/* A part that is known now: could it have had so many points? */
static void check_solution(const struct system *system, const struct dti__table_row *row,
                           size_t equation)
{
    const dti_table *table = system->table;
    size_t column = system->pivot[equation];
    int64_t times = system->matrix[equation * system->width + column];
    struct wide_interval sum = printed_part(system, row, equation, times < 0 ? -1 : 1);
    struct names parts = {{"", ""}};
    struct names indices = {{"", ""}};
    int64_t most = 0;
    int64_t points = 0;
    for (size_t i = 0; i < system->width; i++)
        if (system->group[i] == column) {
            most += table->framework->nodes[system->nodes[i]].max_points;
            append(&parts, table, system->nodes[i]);
        }
    struct dti__wide surplus = sum.low; /* the least that it had, beyond the most that it can */
    dti__wide_add(&surplus, -size_of(times), most);
    bool is_above = !is_negative(surplus) && (surplus.high | surplus.low) != 0;
    if (!is_negative(sum.high) && !is_above)
        return;
    (void)dti__wide_divide(sum.middle, size_of(times), DTI__ROUND_HALF_UP, &points);
    const char *pointer = name_indices(system, row, equation, &indices);
    dti__report_add(system->report, DTI__MSG_TABLE_IMPOSSIBLE, pointer,
                    DTI__ARGS(dti__table_unit_arg(table, row->unit),
                              DTI__NAMES(indices.in[DTI_LANG_VI], indices.in[DTI_LANG_EN]),
                              DTI__NAMES(parts.in[DTI_LANG_VI], parts.in[DTI_LANG_EN]),
                              DTI__POINTS(points, 2), DTI__POINTS(most, -1)));
}

/* An equation in which nothing unknown is left must add up to 0. */
static void check_rest(const struct system *system, const struct dti__table_row *row,
                       size_t equation)
{
    struct wide_interval sum = printed_part(system, row, equation, 1);
    struct names indices = {{"", ""}};
    bool is_above = !is_negative(sum.low) && (sum.low.high | sum.low.low) != 0;
    int64_t middle = 0;
    int64_t high = 0;
    if (!is_above && !is_negative(sum.high))
        return;
    const char *pointer = name_indices(system, row, equation, &indices);
    (void)dti__wide_divide(sum.middle, 1, DTI__ROUND_HALF_UP, &middle);
    (void)dti__wide_divide(sum.high, 1, DTI__ROUND_HALF_UP, &high);
    dti__report_add(system->report, DTI__MSG_TABLE_CONTRADICT, pointer,
                    DTI__ARGS(dti__table_unit_arg(system->table, row->unit),
                              DTI__NAMES(indices.in[DTI_LANG_VI], indices.in[DTI_LANG_EN]),
                              DTI__POINTS(size_of(middle), 3), DTI__POINTS(high - middle, 3)));
}

/* In the order of the framework, so that the first thing told is about its first part. */
static void check_solutions(const struct system *system, const struct dti__table_row *row)
{
    for (size_t column = 0; column < system->width; column++)
        for (size_t i = 0; i < system->height; i++)
            if (system->pivot[i] == column && unknowns_of(system, i) == 1)
                check_solution(system, row, i);
    for (size_t i = 0; i < system->height; i++)
        if (system->pivot[i] == DTI_NONE && !system->is_settled[i])
            check_rest(system, row, i);
}

static void solve_row(struct system *system, const struct dti__table_row *row)
{
    size_t cells = system->height * system->width;
    memcpy(system->matrix, system->equations, cells * sizeof *system->matrix);
    group_columns(system, row);
    for (size_t i = 0; i < system->height; i++) {
        system->pivot[i] = DTI_NONE;
        system->is_settled[i] = unknowns_of(system, i) == 0;
    }
    if (eliminate(system))
        check_solutions(system, row);
}

static bool has_printed_index(const dti_table *table, const struct dti__table_row *row)
{
    const dti_framework *framework = table->framework;
    struct dti__interval interval;
    for (size_t i = framework->tree_count; i < framework->node_count; i++)
        if (dti__cell_interval(&row->cells[i], &interval))
            return true;
    return false;
}

bool dti__table_solve(const dti_table *table, dti_report *report)
{
    struct system system = {.table = table, .report = report};
    bool is_ready = set_up(&system);
    for (size_t i = 0; is_ready && is_small(&system) && i < table->row_count; i++)
        if (has_printed_index(table, &table->rows[i]))
            solve_row(&system, &table->rows[i]);
    release(&system);
    return is_ready;
}
