/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The largest losses of a scored dossier, and what accounts for the others: a short form of what
 * dti losses tells. */
#include "score-view.h"

#include "losses-view.h"
#include "page.h"

#include <stdlib.h>

enum {
    INDENT = 2,
    SHOWN = 15
};

struct losses {
    size_t *items; /* of components, the largest first */
    size_t count;
    size_t open_count; /* components that are not decided, with their maxima */
    int64_t open_max;
    bool is_stated;      /* sources give points to those above them, */
    int64_t unallocated; /* namely so many */
};

static bool is_open(const struct score_view *view, size_t node)
{
    return dti_result_lower(view->result, node) != dti_result_upper(view->result, node);
}

/* What is open is not lost yet: it is counted, not listed. */
static struct losses collect(const struct score_view *view)
{
    const size_t count = dti_losses_count(view->losses);
    struct losses losses = {.items = memory_resize(NULL, count + 1, sizeof *losses.items)};
    for (size_t item = 0; item < count; item++) {
        if (dti_losses_kind(view->losses, item) == DTI_LOSS_COMPONENT &&
            dti_losses_points(view->losses, item) > 0 &&
            !is_open(view, dti_losses_node(view->losses, item))) {
            losses.items[losses.count++] = item;
        }
    }
    for (size_t node = 0; node < dti_result_node_count(view->result); node++) {
        losses.is_stated |= dti_result_unallocated_max(view->result, node) != 0;
        losses.unallocated += dti_result_unallocated(view->result, node);
        if (dti_framework_node_kind(view->framework, node) == DTI_NODE_COMPONENT &&
            is_open(view, node)) {
            losses.open_count++;
            losses.open_max += dti_result_max_points(view->result, node);
        }
    }
    return losses;
}

static void print_table(const struct score_view *view, const struct losses *losses)
{
    const struct losses_view items = {
        .cli = view->cli,
        .losses = view->losses,
        .result = view->result,
        .dossier = view->dossier,
        .framework = view->framework,
        .numbering = view->numbering,
        .digits = view->points_digits,
    };
    losses_print_items(&items, losses->items, losses->count < SHOWN ? losses->count : SHOWN);
}

static void print_sentence(const struct score_view *view, enum word id, const char *const *with)
{
    struct text line = TEXT_EMPTY;
    word_fill(&line, view->cli->lang, id, with);
    term_paragraph(&view->cli->out, STYLE_PLAIN, INDENT, INDENT, text_get(&line));
    text_free(&line);
}

/* With the table these sentences account for all that is lost. */
static void print_rest(const struct score_view *view, const struct losses *losses)
{
    dti_lang lang = view->cli->lang;
    int digits = view->points_digits;
    int64_t rest = 0;
    for (size_t i = SHOWN; i < losses->count; i++) {
        rest += dti_losses_points(view->losses, losses->items[i]);
    }
    if (losses->count > SHOWN) {
        print_sentence(
            view, WORD_LOSS_REST,
            WITH(figure_count(losses->count - SHOWN).text, figure_points(rest, digits, lang).text));
    }
    if (losses->open_count != 0) {
        int64_t lost = losses->open_max - losses->unallocated;
        print_sentence(view, losses->is_stated ? WORD_LOSS_UNALLOCATED : WORD_LOSS_OPEN,
                       WITH(figure_count(losses->open_count).text,
                            figure_plain(losses->open_max, lang).text,
                            figure_points(losses->unallocated, digits, lang).text,
                            figure_points(lost, digits, lang).text));
    }
}

void score_print_losses(const struct score_view *view)
{
    if (!score_has_kind(view, DTI_NODE_COMPONENT)) {
        return; /* who has no components loses nothing there */
    }
    struct losses losses = collect(view);
    page_heading(view->cli, WORD_HEADING_LOSSES);
    if (losses.count != 0) {
        print_table(view, &losses);
    } else if (losses.open_count == 0) {
        term_paragraph(&view->cli->out, STYLE_PLAIN, INDENT, INDENT,
                       word(view->cli->lang, WORD_LOSS_NONE));
    }
    page_gap(view->cli);
    print_rest(view, &losses);
    free(losses.items);
}
