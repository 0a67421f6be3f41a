/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Indices: sums, weighted means, and what is known to exist without its parts. */
#include "io/framework-read.h"

void dti__read_absent(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                      struct dti__absent *out)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct dti__absent, count, "count", INTEGER, 0, 1, 100000),
        DTI__FIELD(struct dti__absent, note, "note", NAMES, DTI__REQUIRED),
    };
    out->is_given = true;
    DTI__READ(reader, object, path, fields, out);
}

struct raw_index {
    const cJSON *sum;
    const cJSON *weights;
    const cJSON *absent;
    const cJSON *provenance;
    const char *code;
    struct dti__node node;
};

static const struct dti__field index_fields[] = {
    DTI__FIELD(struct raw_index, code, "code", CODE, DTI__REQUIRED),
    DTI__FIELD(struct raw_index, node.names, "names", NAMES, DTI__REQUIRED),
    DTI__FIELD_IN(struct raw_index, sum, "sum", ARRAY, 0, 1, 0),
    DTI__FIELD_IN(struct raw_index, weights, "weights", ARRAY, 0, 1, 0),
    DTI__FIELD(struct raw_index, absent, "absent", OBJECT, 0),
    DTI__FIELD_IN(struct raw_index, node.max_points, "max_points", POINTS, 0, 0,
                  DTI_MAX_TOTAL_POINTS),
    DTI__FIELD(struct raw_index, node.is_overall, "overall", BOOL, 0),
    DTI__FIELD(struct raw_index, provenance, "provenance", OBJECT, DTI__REQUIRED),
};

struct weighted {
    const char *code;
    int64_t weight;
};

static void read_weights(struct dti__reader *reader, const cJSON *array,
                         const struct dti__path *path, struct dti__node *node)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct weighted, code, "code", CODE, DTI__REQUIRED),
        DTI__FIELD_IN(struct weighted, weight, "weight", POINTS, DTI__REQUIRED, 1e-9,
                      DTI_MAX_TOTAL_POINTS),
    };
    static const struct dti__list list = DTI__LIST(fields, struct weighted, NULL, DTI__MOST_PARTS);
    const struct weighted *parts = dti__read_list(reader, array, path, &list, &node->child_count);
    node->child_names =
        dti__arena_array(reader->arena, node->child_count, sizeof *node->child_names);
    node->weighing.weights =
        dti__arena_array(reader->arena, node->child_count, sizeof *node->weighing.weights);
    if (!parts || !node->child_names || !node->weighing.weights) {
        reader->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < node->child_count; i++) {
        node->child_names[i] = parts[i].code;
        node->weighing.weights[i] = parts[i].weight;
    }
}

static void read_parts(struct dti__reader *reader, const struct raw_index *raw,
                       const struct dti__path *path, struct dti__node *node)
{
    struct dti__path sum = {path, "sum", 0};
    struct dti__path weights = {path, "weights", 0};
    struct dti__path absent = {path, "absent", 0};
    if (raw->absent)
        dti__read_absent(reader, raw->absent, &absent, &node->absent);
    if (raw->sum)
        node->child_names = dti__read_texts(reader, raw->sum, &sum, DTI__FIELD_CODE,
                                            DTI__MOST_PARTS, &node->child_count);
    else if (raw->weights)
        read_weights(reader, raw->weights, &weights, node);
}

void dti__read_index(struct dti__reader *reader, dti_framework *framework, const cJSON *object,
                     const struct dti__path *path)
{
    struct raw_index raw = {.node = {.kind = DTI_NODE_INDEX, .parent = DTI_NONE, .unit = DTI_NONE}};
    struct dti__path provenance = {path, "provenance", 0};
    struct dti__node *node = &framework->nodes[framework->node_count++];
    bool is_sound = DTI__READ(reader, object, path, index_fields, &raw);
    int forms = (raw.sum != NULL) + (raw.weights != NULL) + (raw.absent != NULL);
    *node = raw.node;
    node->max_is_stated = dti__member(object, "max_points") != NULL;
    node->pointer = dti__path_text(reader, path);
    if (is_sound && forms != 1)
        dti__reader_find(reader, DTI__MSG_ONE_OF_KEYS, path,
                         DTI__ARGS(DTI__TEXT("sum, weights, absent")));
    if (is_sound && forms == 1 && !raw.sum && !node->max_is_stated)
        dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT("max_points")));
    read_parts(reader, &raw, path, node);
    node->codes = dti__arena_array(reader->arena, framework->numbering_count, sizeof *node->codes);
    for (size_t i = 0; node->codes && i < framework->numbering_count; i++)
        node->codes[i] = raw.code; /* an index is called the same in every numbering */
    dti__read_provenance(reader, raw.provenance, &provenance, &node->provenance[0]);
    for (int i = 1; i < 4; i++)
        node->provenance[i] = node->provenance[0];
    reader->out_of_memory = reader->out_of_memory || !node->codes;
}
