/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What could not be compared of a unit, and why. */
#include "compare-view.h"

#include "nodes.h"
#include "page.h"

#include <stdlib.h>
#include <string.h>

/* Lines without an amount on one side, by name. */
static void list_missing(const struct compare_view *view, const struct compare_lines *lines,
                         dti_side side, struct text *out)
{
    const dti_side other = side == DTI_BEFORE ? DTI_AFTER : DTI_BEFORE;
    for (size_t i = 0; i < lines->count; i++) {
        if (compare_has_amount(view, lines->lines[i], view->unit, side) ||
            (!compare_has_amount(view, lines->lines[i], view->unit, other) &&
             !compare_has_rank(view, lines->lines[i]))) {
            continue;
        }
        text_add_item(out, word(view->cli->lang, WORD_LIST_COMMA),
                      compare_line_name(view, lines->lines[i]));
    }
}

static void item(const struct compare_view *view, enum word what, const char *const *with)
{
    struct text text = TEXT_EMPTY;
    word_fill(&text, view->cli->lang, what, with);
    page_item(view->cli, STYLE_PLAIN, text_get(&text));
    text_free(&text);
}

/* What the crosswalk lowers, each with its reason; a reason that follows on itself stands once. */
static void print_pairs(const struct compare_view *view)
{
    const dti_crosswalk *crosswalk = dti_comparison_crosswalk(view->comparison);
    for (size_t line = 0; crosswalk && line < dti_comparison_line_count(view->comparison);) {
        const size_t pair = dti_comparison_pair(view->comparison, line);
        const char *note = dti_crosswalk_pair_note(crosswalk, pair, view->cli->lang);
        const dti_comparable comparable = dti_comparison_comparable(view->comparison, line);
        struct text names = TEXT_EMPTY;
        size_t next = line;
        do {
            const size_t at = dti_comparison_pair(view->comparison, next);
            if (strcmp(dti_crosswalk_pair_note(crosswalk, at, view->cli->lang), note) != 0 ||
                dti_comparison_comparable(view->comparison, next) != comparable) {
                break;
            }
            text_add_item(&names, word(view->cli->lang, WORD_LIST_COMMA),
                          compare_line_name(view, next));
        } while (++next < dti_comparison_line_count(view->comparison));
        if (comparable < DTI_COMPARABLE_POINTS) {
            item(view, WORD_COMPARE_LIMITED,
                 WITH(text_get(&names), dti_comparable_name(comparable, view->cli->lang),
                      dti_provenance_name(dti_crosswalk_pair_provenance(crosswalk, pair),
                                          view->cli->lang),
                      note));
        }
        text_free(&names);
        line = next;
    }
}

static void print_unpaired(const struct compare_view *view)
{
    struct text names = TEXT_EMPTY;
    size_t count = 0;
    size_t *nodes = nodes_of_kind(view->framework, DTI_NODE_MAIN, view->numbering, &count);
    for (size_t i = 0; i < count; i++) {
        if (dti_comparison_find_line(view->comparison, nodes[i]) == DTI_NONE) {
            text_add_item(&names, word(view->cli->lang, WORD_LIST_COMMA),
                          dti_framework_node_name(view->framework, nodes[i], view->cli->lang));
        }
    }
    free(nodes);
    if (names.length > 0) {
        item(view, WORD_COMPARE_UNPAIRED,
             WITH(compare_year(view, DTI_BEFORE).text, text_get(&names)));
    }
    text_free(&names);
}

static void print_sides(const struct compare_view *view, const struct compare_lines *lines)
{
    for (dti_side side = DTI_BEFORE; side <= DTI_AFTER; side = (dti_side)(side + 1)) {
        struct text names = TEXT_EMPTY;
        list_missing(view, lines, side, &names);
        if (names.length > 0) {
            item(view, WORD_COMPARE_NO_VALUE,
                 WITH(compare_year(view, side).text, text_get(&names)));
        }
        text_free(&names);
    }
}

/* Both years have the rank, and yet there is no change of it. */
static bool is_other_cohort(const struct compare_view *view, const struct compare_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        const size_t line = lines->lines[i];
        if (dti_comparison_comparable(view->comparison, line) >= DTI_COMPARABLE_RANK &&
            dti_comparison_rank(view->comparison, line, view->unit, DTI_BEFORE) > 0 &&
            dti_comparison_rank(view->comparison, line, view->unit, DTI_AFTER) > 0 &&
            !dti_comparison_rank_change(view->comparison, line, view->unit, NULL)) {
            return true;
        }
    }
    return false;
}

static void print_all(const struct compare_view *view, const struct compare_lines *lines)
{
    page_heading(view->cli, WORD_COMPARE_LIMITS);
    print_pairs(view);
    print_unpaired(view);
    if (view->origin) {
        item(view, WORD_COMPARE_NO_RANKS, WITH(compare_year(view, DTI_BEFORE).text));
    } else if (is_other_cohort(view, lines)) {
        item(view, WORD_COMPARE_OTHER_COHORT,
             WITH(figure_count(dti_table_out_of(view->tables[DTI_BEFORE])).text,
                  figure_count(dti_table_out_of(view->tables[DTI_AFTER])).text));
    }
    print_sides(view, lines);
}

static bool has_limits(const struct compare_view *view, const struct compare_lines *lines)
{
    struct text names = TEXT_EMPTY;
    list_missing(view, lines, DTI_BEFORE, &names);
    list_missing(view, lines, DTI_AFTER, &names);
    const bool is_missing = names.length > 0;
    text_free(&names);
    return is_missing || view->origin || dti_comparison_crosswalk(view->comparison) ||
           is_other_cohort(view, lines);
}

void compare_print_limits(const struct compare_view *view, const struct compare_lines *lines)
{
    if (has_limits(view, lines)) {
        print_all(view, lines);
    }
}
