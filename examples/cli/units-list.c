/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The units of a day: a line each, with what it was formed from. */
#include "units-view.h"

#include "figure.h"
#include "moment.h"
#include "page.h"

enum {
    INDENT = 2,
    MOST_COLUMNS = 32 /* of systems, and the rest */
};

/* Columns that would be empty are left out. */
struct columns {
    size_t systems;
    bool has_groups;
    bool has_predecessors;
};

static struct columns columns_of(const struct units_view *view)
{
    struct columns columns = {.systems = dti_units_system_count(view->units)};
    for (size_t i = 0; i < view->count; i++) {
        size_t entry = view->entries[i];
        columns.has_groups |= dti_units_unit_group(view->units, entry) != DTI_NONE;
        columns.has_predecessors |= dti_units_unit_predecessor_count(view->units, entry) > 0;
    }
    return columns;
}

static struct table *make_table(const struct units_view *view, struct columns columns)
{
    dti_lang lang = view->cli->lang;
    struct table_column titles[MOST_COLUMNS];
    size_t count = 0;
    titles[count++] = (struct table_column){word(lang, WORD_COLUMN_UNIT_ID), ALIGN_LEFT, false};
    for (size_t i = 1; i < columns.systems; i++) {
        titles[count++] =
            (struct table_column){dti_units_system_name(view->units, i, lang), ALIGN_LEFT, false};
    }
    titles[count++] = (struct table_column){word(lang, WORD_COLUMN_UNIT_NAME), ALIGN_LEFT,
                                            !columns.has_predecessors};
    if (columns.has_groups) {
        titles[count++] = (struct table_column){word(lang, WORD_COLUMN_GROUP), ALIGN_LEFT, true};
    }
    if (columns.has_predecessors) {
        titles[count++] =
            (struct table_column){word(lang, WORD_COLUMN_FORMED_OF), ALIGN_LEFT, true};
    }
    return table_new(titles, count);
}

static void add_cell(struct table *table, enum style style, const char *text, bool is_assumed)
{
    struct text cell = TEXT_EMPTY;
    text_add(&cell, *text ? text : "–");
    text_add(&cell, *text && is_assumed ? "*" : "");
    table_cell(table, !*text ? STYLE_DIM : is_assumed ? STYLE_CARE : style, text_get(&cell));
    text_free(&cell);
}

static void add_predecessors(const struct units_view *view, struct table *table, size_t entry)
{
    const dti_units *units = view->units;
    dti_lang lang = view->cli->lang;
    struct text names = TEXT_EMPTY;
    size_t count = dti_units_unit_predecessor_count(units, entry);
    for (size_t i = 0; i < count; i++) {
        size_t before = dti_units_unit_predecessor(units, entry, i);
        const char *name = dti_units_unit_name(units, before, lang);
        text_add(&names, i > 0 ? ", " : "");
        if (dti_units_is_same(units, entry, before)) {
            word_fill(&names, lang, WORD_UNITS_RENAMED, WITH(name));
        } else {
            text_add(&names, name);
        }
    }
    add_cell(table, STYLE_PLAIN, text_get(&names),
             units_is_assumed(units, entry, DTI_UNIT_PREDECESSORS));
    text_free(&names);
}

static void add_row(const struct units_view *view, struct columns columns, struct table *table,
                    size_t entry)
{
    const dti_units *units = view->units;
    dti_lang lang = view->cli->lang;
    add_cell(table, STYLE_PLAIN, dti_units_unit_id(units, entry),
             units_is_assumed(units, entry, DTI_UNIT_ID));
    for (size_t i = 1; i < columns.systems; i++) {
        add_cell(table, STYLE_DIM, units_code(view, entry, i),
                 units_is_assumed(units, entry, DTI_UNIT_CODES));
    }
    add_cell(table, STYLE_STRONG, dti_units_unit_name(units, entry, lang), false);
    if (columns.has_groups) {
        size_t group = dti_units_unit_group(units, entry);
        add_cell(table, STYLE_PLAIN, dti_units_group_name(units, group, lang),
                 units_is_assumed(units, entry, DTI_UNIT_GROUP));
    }
    if (columns.has_predecessors) {
        add_predecessors(view, table, entry);
    }
}

static bool has_assumptions(const struct units_view *view)
{
    for (size_t i = 0; i < view->count; i++) {
        for (int part = DTI_UNIT_ID; part <= DTI_UNIT_PREDECESSORS; part++) {
            if (part != DTI_UNIT_NAMES &&
                units_is_assumed(view->units, view->entries[i], (dti_unit_part)part)) {
                return true;
            }
        }
    }
    return false;
}

void units_print_list(const struct units_view *view)
{
    const struct cli *cli = view->cli;
    struct columns columns = columns_of(view);
    struct table *table = make_table(view, columns);
    for (size_t i = 0; i < view->count; i++) {
        add_row(view, columns, table, view->entries[i]);
    }
    page_title(cli, dti_units_title(view->units, cli->lang));
    page_say(cli, STYLE_PLAIN, 0, WORD_UNITS_COUNT,
             WITH(moment_date(view->day, cli->lang).text, figure_count(view->count).text));
    page_gap(cli);
    if (view->count > 0) {
        table_print(table, &cli->out, INDENT);
        page_gap(cli);
    }
    if (has_assumptions(view)) {
        page_say(cli, STYLE_CARE, 0, WORD_UNITS_ASSUMED, WITH_NOTHING);
    }
    if (view->count > 0) {
        page_hint(cli, WORD_UNITS_MORE,
                  WITH(dti_units_unit_name(view->units, view->entries[0], cli->lang)));
    }
    table_free(table);
}
