/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The gaps of evidence in the order in which pages need them: by record. */
#include "evidence-view.h"

#include "figure.h"

#include <stdlib.h>

enum {
    MESSAGE_SIZE = 1024
};

static int compare_gaps(const void *a, const void *b)
{
    const struct evidence_gap *one = a;
    const struct evidence_gap *other = b;
    if (one->record != other->record) {
        return one->record < other->record ? -1 : 1;
    }
    return one->gap < other->gap ? -1 : one->gap > other->gap;
}

void evidence_view_sort(struct evidence_view *view)
{
    view->gap_count = dti_result_gap_count(view->result);
    view->gaps = memory_resize(NULL, view->gap_count + 1, sizeof *view->gaps);
    for (size_t i = 0; i < view->gap_count; i++) {
        view->gaps[i] = (struct evidence_gap){dti_result_gap_evidence(view->result, i), i};
    }
    qsort(view->gaps, view->gap_count, sizeof *view->gaps, compare_gaps);
}

void evidence_view_free(struct evidence_view *view)
{
    free(view->gaps);
}

/* The first gap of a record or of a later one. */
static size_t lower_bound(const struct evidence_view *view, size_t record)
{
    size_t low = 0;
    size_t high = view->gap_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view->gaps[middle].record < record) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

size_t evidence_view_first(const struct evidence_view *view, size_t record, size_t *end)
{
    *end = record == DTI_NONE ? view->gap_count : lower_bound(view, record + 1);
    return lower_bound(view, record);
}

void evidence_view_add_gap(const struct evidence_view *view, size_t gap, struct text *out)
{
    char message[MESSAGE_SIZE];
    dti_result_gap_format(view->result, gap, view->cli->lang, message, sizeof message);
    int64_t points = dti_result_gap_points(view->result, gap);
    if (points == 0) {
        text_add(out, message);
        return;
    }
    word_fill(out, view->cli->lang, WORD_EVIDENCE_GAP,
              WITH(message, figure_points(points, view->digits, view->cli->lang).text));
}

const char *evidence_view_term(const struct evidence_view *view, const char *term)
{
    const char *name = dti_framework_term_name(view->framework, term, view->cli->lang);
    return *name ? name : term;
}
