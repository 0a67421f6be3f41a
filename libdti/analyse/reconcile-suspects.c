/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Suspects: figures of one unknown that can be right together stand or fall together. */
#include "analyse/reconcile.h"

static struct dti__span meet(struct dti__span a, struct dti__span b)
{
    return (struct dti__span){a.low > b.low ? a.low : b.low, a.high < b.high ? a.high : b.high};
}

/* Figures by unknown, assumptions left out: list[first[u]] to list[first[u + 1] - 1]. */
static bool sort_figures(const dti_figures *figures, struct dti__arena *scratch, size_t **first,
                         size_t **list)
{
    *first = dti__arena_array(scratch, figures->unknown_count + 2, sizeof **first);
    *list = dti__arena_array(scratch, figures->said_count, sizeof **list);
    if (!*first || !*list)
        return false;
    for (size_t i = 0; i < figures->said_count; i++)
        if (figures->said[i].unknown != DTI_NONE)
            (*first)[figures->said[i].unknown + 2]++;
    for (size_t u = 0; u < figures->unknown_count; u++)
        (*first)[u + 2] += (*first)[u + 1];
    for (size_t i = 0; i < figures->said_count; i++)
        if (figures->said[i].unknown != DTI_NONE)
            (*list)[(*first)[figures->said[i].unknown + 1]++] = i;
    return true;
}

static void join(dti_reconciliation *found, size_t suspect, size_t figure)
{
    struct dti__suspect *at = &found->suspects[suspect];
    const struct dti__said *said = &found->figures->said[figure];
    at->span = at->figure_count == 0 ? said->span : meet(at->span, said->span);
    at->unknown = said->unknown;
    at->figure_count++;
    found->suspect_of[figure] = suspect;
}

/* Joins the first suspect of its unknown that it agrees with, or is a new one. */
static void place(dti_reconciliation *found, size_t first, size_t figure)
{
    const struct dti__said *said = &found->figures->said[figure];
    size_t suspect = first;
    while (
        suspect < found->suspect_count &&
        (said->unknown == DTI_NONE || !dti__span_meets(found->suspects[suspect].span, said->span)))
        suspect++;
    if (suspect == found->suspect_count)
        found->suspect_count++;
    join(found, suspect, figure);
}

/* The figures of suspects from `first` on, which are those of the list, in its order, those that
 * are calculated behind. */
static void list_figures(dti_reconciliation *found, size_t first, const size_t *list, size_t count,
                         size_t *room)
{
    for (size_t i = first; i < found->suspect_count; i++) {
        found->suspects[i].figures = room;
        room += found->suspects[i].figure_count;
        found->suspects[i].figure_count = 0;
    }
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < count; i++) {
            struct dti__suspect *at = &found->suspects[found->suspect_of[list[i]]];
            if (found->figures->said[list[i]].is_calculated == (pass == 1))
                at->figures[at->figure_count++] = list[i];
        }
}

/* What is printed for its own sake comes before what is calculated of it. */
static bool group(dti_reconciliation *found, const size_t *list, size_t count)
{
    const size_t first = found->suspect_count;
    size_t *room = dti__arena_array(&found->arena, count, sizeof *room);
    if (!room)
        return false;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < count; i++)
            if (found->figures->said[list[i]].is_calculated == (pass == 1))
                place(found, first, list[i]);
    list_figures(found, first, list, count, room);
    return true;
}

bool dti__reconcile_suspects(dti_reconciliation *found)
{
    const dti_figures *figures = found->figures;
    struct dti__arena scratch;
    size_t *first = NULL;
    size_t *list = NULL;
    dti__arena_init(&scratch, &found->arena.allocator);
    found->suspects = dti__arena_array(&found->arena, figures->said_count, sizeof *found->suspects);
    found->suspect_of =
        dti__arena_array(&found->arena, figures->said_count, sizeof *found->suspect_of);
    found->first_claim =
        dti__arena_array(&found->arena, figures->unknown_count + 1, sizeof *found->first_claim);
    bool is_fine = found->suspects && found->suspect_of && found->first_claim &&
                   sort_figures(figures, &scratch, &first, &list);
    for (size_t u = 0; is_fine && u < figures->unknown_count; u++) {
        found->first_claim[u] = found->suspect_count;
        is_fine = group(found, list + first[u], first[u + 1] - first[u]);
    }
    if (is_fine)
        found->first_claim[figures->unknown_count] = found->suspect_count;
    for (size_t i = 0; is_fine && i < figures->said_count; i++)
        if (figures->said[i].unknown == DTI_NONE)
            is_fine = group(found, &i, 1);
    dti__arena_release(&scratch);
    return is_fine;
}

bool dti__reconcile_is_claimed(const dti_reconciliation *found, size_t unknown)
{
    return found->first_claim[unknown] < found->first_claim[unknown + 1];
}

static bool is_calculated(const dti_reconciliation *found, size_t suspect)
{
    return found->figures->said[found->suspects[suspect].figures[0]].is_calculated;
}

struct dti__span dti__reconcile_claim(const dti_reconciliation *found, size_t unknown)
{
    size_t first = found->first_claim[unknown];
    size_t end = found->first_claim[unknown + 1];
    if (first == end)
        return found->figures->unknowns[unknown].limits;
    struct dti__span hull = found->suspects[first].span;
    for (size_t i = first + 1; i < end; i++) {
        struct dti__span span = found->suspects[i].span;
        if (is_calculated(found, i) && !is_calculated(found, first))
            continue;
        hull.low = span.low < hull.low ? span.low : hull.low;
        hull.high = span.high > hull.high ? span.high : hull.high;
    }
    return hull;
}
