/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a change reaches: from an input to what derives from it, to components, to indices. Found
 * once, so that a change walks nothing else. */
#include "rank/scoreboard.h"

#include <string.h>

static bool reads(const struct dti__operands *operands, const unsigned char *is_reached)
{
    for (size_t i = 0; i < operands->count; i++)
        if (is_reached[operands->inputs[i]])
            return true;
    return false;
}

/* Marks an input and all that derives from it, in the order of computing. */
static void reach_inputs(const dti_framework *framework, size_t input, unsigned char *is_reached)
{
    memset(is_reached, 0, framework->input_count);
    is_reached[input] = 1;
    for (size_t i = 0; i < framework->derive_count; i++) {
        size_t index = framework->derive_order[i];
        const struct dti__quantity *derive = &framework->inputs[index].derive;
        if (reads(&derive->of, is_reached) || reads(&derive->to, is_reached))
            is_reached[index] = 1;
    }
}

static bool reads_any(const struct dti__rule *rule, const unsigned char *is_reached)
{
    for (size_t i = 0; rule && i < rule->read_count; i++)
        if (is_reached[rule->reads[i]])
            return true;
    return false;
}

/* Lists are counted in a first sweep and filled in a second one. */
struct sweep {
    struct dti__lists *lists;
    size_t count;
    bool is_filling;
};

static void enter(struct sweep *sweep, size_t index)
{
    if (sweep->is_filling)
        sweep->lists->list[sweep->count] = index;
    sweep->count++;
}

static bool open_lists(struct sweep *sweep, struct dti__arena *arena, size_t items)
{
    struct dti__lists *lists = sweep->lists;
    if (!sweep->is_filling)
        lists->first = dti__arena_array(arena, items + 1, sizeof *lists->first);
    else
        lists->list = dti__arena_array(arena, sweep->count, sizeof *lists->list);
    sweep->count = 0;
    return sweep->is_filling ? lists->list != NULL : lists->first != NULL;
}

static void sweep_input(const dti_framework *framework, size_t input, unsigned char *is_reached,
                        struct sweep *derived, struct sweep *components)
{
    reach_inputs(framework, input, is_reached);
    derived->lists->first[input] = derived->count;
    components->lists->first[input] = components->count;
    for (size_t i = 0; i < framework->derive_count; i++)
        if (is_reached[framework->derive_order[i]])
            enter(derived, framework->derive_order[i]);
    for (size_t i = 0; i < framework->tree_count; i++)
        if (reads_any(framework->nodes[i].rule, is_reached))
            enter(components, i);
    derived->lists->first[input + 1] = derived->count;
    components->lists->first[input + 1] = components->count;
}

static bool find_inputs(const dti_framework *framework, struct dti__arena *arena,
                        struct dti__reach *out)
{
    size_t count = framework->input_count;
    unsigned char *is_reached = dti__arena_array(arena, count, sizeof *is_reached);
    struct sweep derived = {.lists = &out->derived};
    struct sweep components = {.lists = &out->components};
    for (int pass = 0; is_reached && pass < 2; pass++) {
        derived.is_filling = components.is_filling = pass == 1;
        if (!open_lists(&derived, arena, count) || !open_lists(&components, arena, count))
            return false;
        for (size_t input = 0; input < count; input++)
            sweep_input(framework, input, is_reached, &derived, &components);
    }
    return is_reached != NULL;
}

static bool sums_up(const struct dti__node *index, size_t node)
{
    for (size_t k = 0; k < index->child_count; k++)
        if (index->children[k] == node)
            return true;
    return false;
}

static bool find_indices(const dti_framework *framework, struct dti__arena *arena,
                         struct dti__reach *out)
{
    struct sweep indices = {.lists = &out->indices};
    for (int pass = 0; pass < 2; pass++) {
        indices.is_filling = pass == 1;
        if (!open_lists(&indices, arena, framework->tree_count))
            return false;
        for (size_t node = 0; node < framework->tree_count; node++) {
            indices.lists->first[node] = indices.count;
            bool is_top = framework->nodes[node].parent == DTI_NONE;
            for (size_t i = framework->tree_count; is_top && i < framework->node_count; i++)
                if (!framework->nodes[i].weighing.weights && sums_up(&framework->nodes[i], node))
                    enter(&indices, i);
            indices.lists->first[node + 1] = indices.count;
        }
    }
    return true;
}

bool dti__reach_find(const dti_framework *framework, struct dti__arena *arena,
                     struct dti__reach *out)
{
    return find_inputs(framework, arena, out) && find_indices(framework, arena, out);
}
