/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* From track to track: what the unit gave itself, what was left of it, and what the sources say
 * about that. */
#include "analyse/losses.h"

/* The explanation of a node on a track. */
static size_t find_explanation(const dti_dossier *dossier, size_t node, dti_track track)
{
    for (size_t i = 0; i < dossier->explanation_count; i++) {
        const struct dti__explanation *explanation = &dossier->explanations[i];
        for (size_t k = 0; explanation->track == (int)track && k < explanation->code_count; k++)
            if (explanation->nodes[k] == node)
                return i;
    }
    return DTI_NONE;
}

/* Of a main indicator a difference says something only where nothing is left open. */
static bool is_known(const struct dti__outcome *outcome)
{
    return outcome->is_decided && outcome->decided == outcome->max_points;
}

static void compare(dti_losses *losses, size_t node, struct dti__outcome *const *tracks)
{
    int from = -1; /* the last track that says what it has */
    for (int i = 0; i < DTI__LOSSES_STATED_COUNT; i++) {
        if (!is_known(&tracks[i][node]))
            continue;
        int64_t points = from < 0 ? 0 : tracks[from][node].points - tracks[i][node].points;
        if (points != 0) {
            dti_track to = (dti_track)(DTI_TRACK_SELF + i);
            losses->cuts[losses->cut_count++] = (struct dti__loss_cut){
                .node = node,
                .from = (int)DTI_TRACK_SELF + from,
                .to = (int)to,
                .points = points,
                .explanation = find_explanation(losses->result->dossier, node, to),
            };
        }
        from = i;
    }
}

bool dti__losses_find_cuts(dti_losses *losses)
{
    const dti_framework *framework = losses->result->dossier->framework;
    struct dti__outcome *tracks[DTI__LOSSES_STATED_COUNT];
    struct dti__arena scratch;
    dti__arena_init(&scratch, &losses->arena.allocator);
    losses->cuts = dti__arena_array(&losses->arena, framework->tree_count,
                                    (DTI__LOSSES_STATED_COUNT - 1) * sizeof *losses->cuts);
    bool has_room = losses->cuts != NULL;
    for (int i = 0; has_room && i < DTI__LOSSES_STATED_COUNT; i++) {
        tracks[i] = dti__arena_array(&scratch, framework->node_count, sizeof *tracks[i]);
        has_room = tracks[i] != NULL;
        if (has_room)
            dti__aggregate(losses->result, (dti_track)(DTI_TRACK_SELF + i), tracks[i]);
    }
    for (size_t node = 0; has_room && node < framework->tree_count; node++)
        if (framework->nodes[node].rule || framework->nodes[node].parent == DTI_NONE)
            compare(losses, node, tracks);
    dti__arena_release(&scratch);
    return has_room;
}

/* ── reading ── */

size_t dti_losses_cut_count(const dti_losses *losses)
{
    return losses ? losses->cut_count : 0;
}

static const struct dti__loss_cut *cut_at(const dti_losses *losses, size_t cut)
{
    return cut < dti_losses_cut_count(losses) ? &losses->cuts[cut] : NULL;
}

size_t dti_losses_cut_node(const dti_losses *losses, size_t cut)
{
    const struct dti__loss_cut *at = cut_at(losses, cut);
    return at ? at->node : DTI_NONE;
}

dti_track dti_losses_cut_from(const dti_losses *losses, size_t cut)
{
    const struct dti__loss_cut *at = cut_at(losses, cut);
    return at ? (dti_track)at->from : DTI_TRACK_DEFAULT;
}

dti_track dti_losses_cut_to(const dti_losses *losses, size_t cut)
{
    const struct dti__loss_cut *at = cut_at(losses, cut);
    return at ? (dti_track)at->to : DTI_TRACK_DEFAULT;
}

int64_t dti_losses_cut_points(const dti_losses *losses, size_t cut)
{
    const struct dti__loss_cut *at = cut_at(losses, cut);
    return at ? at->points : 0;
}

const char *dti_losses_cut_explanation(const dti_losses *losses, size_t cut, dti_lang lang)
{
    const struct dti__loss_cut *at = cut_at(losses, cut);
    return at && at->explanation != DTI_NONE
               ? dti__text2_in(losses->result->dossier->explanations[at->explanation].text, lang)
               : "";
}
