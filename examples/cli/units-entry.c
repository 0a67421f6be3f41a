/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* One unit: its names and codes, its time, what came before and after, and who says so. */
#include "units-view.h"

#include "moment.h"
#include "page.h"

#include <string.h>

enum {
    INDENT = 2
};

static void add_line(struct table *table, const char *label, enum style style, const char *text)
{
    if (*text) {
        table_cell(table, STYLE_DIM, label);
        table_cell(table, style, text);
    }
}

static void add_names(const struct units_view *view, struct table *table, size_t entry)
{
    dti_lang lang = view->cli->lang;
    struct text spellings = TEXT_EMPTY;
    dti_lang other = lang == DTI_LANG_VI ? DTI_LANG_EN : DTI_LANG_VI;
    add_line(table, word(lang, WORD_UNIT_OTHER_NAME), STYLE_PLAIN,
             dti_units_unit_name(view->units, entry, other));
    for (size_t i = 0; i < dti_units_unit_alias_count(view->units, entry); i++) {
        text_add_item(&spellings, "; ", dti_units_unit_alias(view->units, entry, i));
    }
    add_line(table, word(lang, WORD_UNIT_ALIASES), STYLE_PLAIN, text_get(&spellings));
    text_free(&spellings);
}

static void add_codes(const struct units_view *view, struct table *table, size_t entry)
{
    dti_lang lang = view->cli->lang;
    for (size_t i = 0; i < dti_units_system_count(view->units); i++) {
        struct text code = TEXT_EMPTY;
        bool is_assumed = i > 0 && units_is_assumed(view->units, entry, DTI_UNIT_CODES);
        text_add(&code, units_code(view, entry, i));
        if (code.length > 0 && is_assumed) {
            text_add(&code, "*");
        }
        add_line(table, dti_units_system_name(view->units, i, lang),
                 is_assumed ? STYLE_CARE : STYLE_PLAIN, text_get(&code));
        text_free(&code);
    }
}

static void add_group(const struct units_view *view, struct table *table, size_t entry)
{
    dti_lang lang = view->cli->lang;
    struct text name = TEXT_EMPTY;
    size_t group = dti_units_unit_group(view->units, entry);
    bool is_assumed = units_is_assumed(view->units, entry, DTI_UNIT_GROUP);
    text_add(&name, dti_units_group_name(view->units, group, lang));
    if (name.length > 0 && is_assumed) {
        text_add(&name, "*");
    }
    add_line(table, word(lang, WORD_COLUMN_GROUP), is_assumed ? STYLE_CARE : STYLE_PLAIN,
             text_get(&name));
    add_line(table, word(lang, WORD_UNIT_PARENT), STYLE_PLAIN,
             dti_units_unit_parent(view->units, entry));
    text_free(&name);
}

static void add_period(const struct units_view *view, struct table *table, size_t entry)
{
    dti_lang lang = view->cli->lang;
    const char *from = dti_units_unit_from(view->units, entry);
    const char *until = dti_units_unit_until(view->units, entry);
    enum word id = *from && *until ? WORD_UNIT_BETWEEN
                   : *from         ? WORD_UNIT_FROM
                   : *until        ? WORD_UNIT_UNTIL
                                   : WORD_UNIT_ALWAYS;
    struct text period = TEXT_EMPTY;
    word_fill(&period, lang, id, WITH(moment_date(from, lang).text, moment_date(until, lang).text));
    add_line(table, word(lang, WORD_UNIT_PERIOD), STYLE_PLAIN, text_get(&period));
    text_free(&period);
}

typedef size_t (*count_of)(const dti_units *units, size_t entry);
typedef size_t (*link_of)(const dti_units *units, size_t entry, size_t index);

/* "Đà Nẵng (gso:48), từ 1/7/2025" of what came after. */
static void add_link(const struct units_view *view, struct text *names, size_t entry, size_t other)
{
    const dti_units *units = view->units;
    dti_lang lang = view->cli->lang;
    const char *from = dti_units_unit_from(units, other);
    bool is_later = strcmp(from, dti_units_unit_from(units, entry)) > 0;
    text_add(names, names->length > 0 ? ", " : "");
    word_fill(names, lang,
              dti_units_is_same(units, entry, other) ? WORD_UNIT_LINK_RENAMED : WORD_UNIT_LINK,
              WITH(dti_units_unit_name(units, other, lang), dti_units_unit_id(units, other)));
    if (is_later) {
        word_fill(names, lang, WORD_UNIT_LINK_SINCE, WITH(moment_date(from, lang).text));
    }
}

static void add_links(const struct units_view *view, struct table *table, size_t entry,
                      enum word label, count_of count, link_of link)
{
    const dti_units *units = view->units;
    struct text names = TEXT_EMPTY;
    for (size_t i = 0; i < count(units, entry); i++) {
        add_link(view, &names, entry, link(units, entry, i));
    }
    add_line(table, word(view->cli->lang, label), STYLE_PLAIN, text_get(&names));
    text_free(&names);
}

static const enum word parts[] = {
    [DTI_UNIT_ID] = WORD_UNIT_PART_ID,
    [DTI_UNIT_NAMES] = WORD_UNIT_PART_NAMES,
    [DTI_UNIT_CODES] = WORD_UNIT_PART_CODES,
    [DTI_UNIT_GROUP] = WORD_UNIT_PART_GROUP,
    [DTI_UNIT_PREDECESSORS] = WORD_UNIT_PART_PREDECESSORS,
};

/* "theo nguồn – …; …" */
static void add_provenance(const struct units_view *view, struct table *table, size_t entry,
                           dti_unit_part part)
{
    const dti_units *units = view->units;
    dti_lang lang = view->cli->lang;
    struct text line = TEXT_EMPTY;
    const char *note = dti_units_unit_provenance_note(units, entry, part, lang);
    const char *source = dti_units_unit_provenance_source(units, entry, part, lang);
    dti_provenance provenance = dti_units_unit_provenance(units, entry, part);
    text_add(&line, provenance == DTI_PROVENANCE_ASSUMED ? "* " : "");
    text_add(&line, dti_provenance_name(provenance, lang));
    text_add(&line, *note ? " – " : "");
    text_add(&line, note);
    text_add(&line, *source ? " – " : "");
    text_add(&line, source);
    table_cell(table, STYLE_DIM, word(lang, parts[part]));
    table_cell(table, provenance == DTI_PROVENANCE_ASSUMED ? STYLE_CARE : STYLE_PLAIN,
               text_get(&line));
    text_free(&line);
}

static void print_provenance(const struct units_view *view, size_t entry)
{
    const struct table_column columns[] = {
        {word(view->cli->lang, WORD_COLUMN_PART), ALIGN_LEFT, false},
        {word(view->cli->lang, WORD_COLUMN_BASIS), ALIGN_LEFT, true},
    };
    struct table *table = table_new(columns, 2);
    for (int part = DTI_UNIT_ID; part <= DTI_UNIT_PREDECESSORS; part++) {
        if (units_has_part(view->units, entry, (dti_unit_part)part)) {
            add_provenance(view, table, entry, (dti_unit_part)part);
        }
    }
    page_gap(view->cli);
    table_print(table, &view->cli->out, INDENT);
    table_free(table);
}

static void print_entry(const struct units_view *view, size_t entry)
{
    const struct cli *cli = view->cli;
    const dti_units *units = view->units;
    const struct table_column columns[] = {{NULL, ALIGN_LEFT, false}, {NULL, ALIGN_LEFT, true}};
    struct table *table = table_new(columns, 2);
    struct text title = TEXT_EMPTY;
    word_fill(&title, cli->lang, WORD_UNIT_LINK,
              WITH(dti_units_unit_name(units, entry, cli->lang), dti_units_unit_id(units, entry)));
    add_names(view, table, entry);
    add_codes(view, table, entry);
    add_group(view, table, entry);
    add_period(view, table, entry);
    add_links(view, table, entry, WORD_COLUMN_FORMED_OF, dti_units_unit_predecessor_count,
              dti_units_unit_predecessor);
    add_links(view, table, entry, WORD_UNIT_SUCCESSORS, dti_units_unit_successor_count,
              dti_units_unit_successor);
    page_title(cli, text_get(&title));
    table_print(table, &cli->out, INDENT);
    print_provenance(view, entry);
    text_free(&title);
    table_free(table);
}

void units_print_entries(const struct units_view *view)
{
    for (size_t i = 0; i < view->count; i++) {
        if (i > 0) {
            page_gap(view->cli);
        }
        print_entry(view, view->entries[i]);
    }
}
