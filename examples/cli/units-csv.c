/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Units as data: a row per entry; several of a thing are set apart by semicolons. */
#include "units-view.h"

#include "csv.h"

#include <stdlib.h>
#include <string.h>

static const char *const before_codes[] = {"id", "name", "name_en", "from", "until"};
static const char *const after_codes[] = {"group",      "group_name", "parent",  "predecessors",
                                          "successors", "aliases",    "assumed", NULL};
static const char *const part_names[] = {"id", "names", "codes", "group", "predecessors"};

enum {
    BEFORE = sizeof before_codes / sizeof *before_codes,
    AFTER = sizeof after_codes / sizeof *after_codes
};

/* "code_iso": in snake_case, whatever a system is called. */
static char *title_of(const char *system)
{
    struct text title = TEXT_EMPTY;
    text_add(&title, "code_");
    text_add(&title, system);
    char *copy = memory_copy(text_get(&title));
    for (char *at = strpbrk(copy, "-:"); at; at = strpbrk(at, "-:")) {
        *at = '_';
    }
    text_free(&title);
    return copy;
}

static struct csv begin(const struct units_view *view, const struct args *args)
{
    size_t systems = dti_units_system_count(view->units);
    const char **titles = memory_resize(NULL, BEFORE + systems + AFTER, sizeof *titles);
    char **codes = memory_resize(NULL, systems + 1, sizeof *codes);
    memcpy(titles, before_codes, sizeof before_codes);
    for (size_t i = 0; i < systems; i++) {
        codes[i] = title_of(dti_units_system_id(view->units, i));
        titles[BEFORE + i] = codes[i];
    }
    memcpy(titles + BEFORE + systems, after_codes, sizeof after_codes);
    struct csv csv = csv_begin(view->cli, args, titles);
    for (size_t i = 0; i < systems; i++) {
        free(codes[i]);
    }
    free(codes);
    free(titles);
    return csv;
}

static void put_list(struct csv *csv, struct text *list)
{
    csv_text(csv, text_get(list));
    text_free(list);
}

static void put_lists(struct csv *csv, const dti_units *units, size_t entry)
{
    struct text before = TEXT_EMPTY;
    struct text after = TEXT_EMPTY;
    struct text aliases = TEXT_EMPTY;
    struct text assumed = TEXT_EMPTY;
    for (size_t i = 0; i < dti_units_unit_predecessor_count(units, entry); i++) {
        text_add_item(&before, ";",
                      dti_units_unit_id(units, dti_units_unit_predecessor(units, entry, i)));
    }
    for (size_t i = 0; i < dti_units_unit_successor_count(units, entry); i++) {
        text_add_item(&after, ";",
                      dti_units_unit_id(units, dti_units_unit_successor(units, entry, i)));
    }
    for (size_t i = 0; i < dti_units_unit_alias_count(units, entry); i++) {
        text_add_item(&aliases, ";", dti_units_unit_alias(units, entry, i));
    }
    for (int part = DTI_UNIT_ID; part <= DTI_UNIT_PREDECESSORS; part++) {
        if (units_is_assumed(units, entry, (dti_unit_part)part)) {
            text_add_item(&assumed, ";", part_names[part]);
        }
    }
    put_list(csv, &before);
    put_list(csv, &after);
    put_list(csv, &aliases);
    put_list(csv, &assumed);
}

void units_print_data(const struct units_view *view, const struct args *args)
{
    const dti_units *units = view->units;
    struct csv csv = begin(view, args);
    for (size_t i = 0; i < view->count; i++) {
        size_t entry = view->entries[i];
        size_t group = dti_units_unit_group(units, entry);
        csv_text(&csv, dti_units_unit_id(units, entry));
        csv_text(&csv, dti_units_unit_name(units, entry, DTI_LANG_VI));
        csv_text(&csv, dti_units_unit_name(units, entry, DTI_LANG_EN));
        csv_text(&csv, dti_units_unit_from(units, entry));
        csv_text(&csv, dti_units_unit_until(units, entry));
        for (size_t k = 0; k < dti_units_system_count(units); k++) {
            csv_text(&csv, units_code(view, entry, k));
        }
        csv_text(&csv, dti_units_group_id(units, group));
        csv_text(&csv, dti_units_group_name(units, group, view->cli->lang));
        csv_text(&csv, dti_units_unit_parent(units, entry));
        put_lists(&csv, units, entry);
        csv_end_row(&csv);
    }
}
