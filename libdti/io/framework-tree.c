/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The tree of indicators, read into one array of nodes in preorder; the indices follow. */
#include "io/framework-read.h"

#include <string.h>

static const char *const policy_points[] = {"zero", "open", NULL};
static const char *const policy_maxima[] = {"kept", "excluded", NULL};

struct raw_policy {
    int points;
    int maximum;
};

void dti__read_policies(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, struct dti__policy policies[DTI__STATE_COUNT])
{
    static const struct dti__field states[] = {
        {"missing", DTI__FIELD_OBJECT, 0, 0 * sizeof(cJSON *), 0, 0, NULL},
        {"not-applicable", DTI__FIELD_OBJECT, 0, 1 * sizeof(cJSON *), 0, 0, NULL},
        {"not-assessed", DTI__FIELD_OBJECT, 0, 2 * sizeof(cJSON *), 0, 0, NULL},
        {"rejected", DTI__FIELD_OBJECT, 0, 3 * sizeof(cJSON *), 0, 0, NULL},
    };
    static const struct dti__field fields[] = {
        DTI__FIELD_OF(struct raw_policy, points, "points", policy_points, DTI__REQUIRED),
        DTI__FIELD_OF(struct raw_policy, maximum, "maximum", policy_maxima, DTI__REQUIRED),
    };
    const cJSON *objects[4] = {NULL, NULL, NULL, NULL};
    if (!object)
        return;
    DTI__READ(reader, object, path, states, objects);
    for (int i = 0; i < 4; i++) {
        struct dti__path at = {path, states[i].key, 0};
        struct raw_policy raw = {0, 0};
        if (objects[i] && DTI__READ(reader, objects[i], &at, fields, &raw))
            policies[i + 1] =
                (struct dti__policy){.is_open = raw.points == 1, .is_excluded = raw.maximum == 1};
    }
}

struct raw_requirement {
    const cJSON *kinds;
    const cJSON *issuers;
    int signer;
    int64_t count;
    int period;
    const cJSON *conditions;
    const cJSON *provenance;
};

static void read_conditions(struct dti__reader *reader, const cJSON *array,
                            const struct dti__path *path, struct dti__requirement *out)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__condition, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__condition, text, "text", NAMES, DTI__REQUIRED),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__condition, NULL, DTI__MOST_OPERANDS);
    out->conditions = dti__read_list(reader, array, path, &list, &out->condition_count);
}

struct dti__requirement *dti__read_requirement(struct dti__reader *reader, const cJSON *object,
                                               const struct dti__path *path)
{
    static const char *const signers[] = {"any", "head", "deputy", NULL};
    static const char *const periods[] = {"year", "in-force", NULL};
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct raw_requirement, kinds, "kinds", ARRAY, DTI__REQUIRED, 1, 0),
        DTI__FIELD_IN(struct raw_requirement, issuers, "issuers", ARRAY, 0, 1, 0),
        DTI__FIELD_OF(struct raw_requirement, signer, "signer", signers, 0),
        DTI__FIELD_IN(struct raw_requirement, count, "count", INTEGER, 0, 1, 1000000),
        DTI__FIELD_OF(struct raw_requirement, period, "period", periods, 0),
        DTI__FIELD(struct raw_requirement, conditions, "conditions", ARRAY, 0),
        DTI__FIELD(struct raw_requirement, provenance, "provenance", OBJECT, 0),
    };
    struct raw_requirement raw = {.count = 1};
    struct dti__path kinds = {path, "kinds", 0};
    struct dti__path issuers = {path, "issuers", 0};
    struct dti__path conditions = {path, "conditions", 0};
    struct dti__path provenance = {path, "provenance", 0};
    struct dti__requirement *out = dti__arena_alloc(reader->arena, sizeof *out);
    if (!out) {
        reader->out_of_memory = true;
        return NULL;
    }
    DTI__READ(reader, object, path, fields, &raw);
    out->signer = raw.signer;
    out->count = raw.count;
    out->in_force = raw.period == 1;
    out->kinds = dti__read_texts(reader, raw.kinds, &kinds, DTI__FIELD_ID, DTI__MOST_OPERANDS,
                                 &out->kind_count);
    out->issuers = dti__read_texts(reader, raw.issuers, &issuers, DTI__FIELD_ID, DTI__MOST_OPERANDS,
                                   &out->issuer_count);
    read_conditions(reader, raw.conditions, &conditions, out);
    dti__read_provenance(reader, raw.provenance, &provenance, &out->provenance);
    return out;
}

struct raw_node {
    const cJSON *codes;
    const cJSON *rule;
    const cJSON *evidence;
    const cJSON *legal;
    const cJSON *states;
    const cJSON *provenance;
    const cJSON *children;
    const cJSON *absent;
    struct dti__node node;
};

static const struct dti__field node_fields[] = {
    DTI__FIELD(struct raw_node, codes, "codes", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct raw_node, node.names, "names", NAMES, DTI__REQUIRED),
    DTI__FIELD_IN(struct raw_node, node.max_points, "max_points", POINTS, 0, 0,
                  DTI_MAX_TOTAL_POINTS),
    DTI__FIELD(struct raw_node, node.unit_name, "unit", ID, 0),
    DTI__FIELD(struct raw_node, rule, "rule", OBJECT, 0),
    DTI__FIELD(struct raw_node, evidence, "evidence", OBJECT, 0),
    DTI__FIELD(struct raw_node, legal, "legal", ARRAY, 0),
    DTI__FIELD(struct raw_node, states, "states", OBJECT, 0),
    DTI__FIELD(struct raw_node, provenance, "provenance", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct raw_node, node.note, "note", NAMES, 0),
    DTI__FIELD_IN(struct raw_node, children, "children", ARRAY, 0, 1, 0),
    DTI__FIELD(struct raw_node, absent, "absent", OBJECT, 0),
};

struct tree {
    struct dti__reader *reader;
    dti_framework *framework;
    const struct dti__policy *policies; /* of the node above */
};

static void read_codes(struct tree *tree, const cJSON *object, const struct dti__path *up,
                       struct dti__node *node)
{
    static const struct dti__field code = {.type = DTI__FIELD_CODE};
    const dti_framework *framework = tree->framework;
    struct dti__path path = {up, "codes", 0};
    node->codes =
        dti__arena_array(tree->reader->arena, framework->numbering_count, sizeof *node->codes);
    if (!node->codes) {
        tree->reader->out_of_memory = true;
        return;
    }
    for (const cJSON *member = object ? object->child : NULL; member; member = member->next) {
        struct dti__path at = {&path, member->string, 0};
        size_t index = 0;
        while (index < framework->numbering_count &&
               strcmp(framework->numberings[index].id, member->string) != 0)
            index++;
        if (index < framework->numbering_count)
            dti__read_value(tree->reader, member, &at, &code, &node->codes[index]);
        else if (strncmp(member->string, "x-", 2) != 0)
            dti__reader_find(
                tree->reader, DTI__MSG_UNKNOWN_REFERENCE, &at,
                DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NUMBERING), DTI__TEXT(member->string)));
    }
    if (object && framework->numbering_count > 0 &&
        !dti__member(object, framework->numberings[0].id))
        dti__reader_find(tree->reader, DTI__MSG_CODE_NEEDED, &path,
                         DTI__ARGS(DTI__TEXT(framework->numberings[0].id)));
}

static void read_legal(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                       struct dti__node *node)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__legal_use, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__legal_use, from, "from", DATE, 0),
        DTI__FIELD(struct dti__legal_use, until, "until", DATE, 0),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__legal_use, NULL, DTI__MOST_OPERANDS);
    struct dti__path path = {up, "legal", 0};
    node->legal = dti__read_list(reader, array, &path, &list, &node->legal_count);
}

/* Provenance by part; the rule's only where there is a rule, the maximum's where it is no sum. */
static void read_provenances(struct dti__reader *reader, const cJSON *object,
                             const struct dti__path *up, struct dti__node *node)
{
    static const char *const names[] = {"code", "name", "max_points", "rule"};
    const bool has_maximum = node->rule || node->absent.is_given;
    const struct dti__field fields[] = {
        {names[0], DTI__FIELD_OBJECT, DTI__REQUIRED, 0 * sizeof(cJSON *), 0, 0, NULL},
        {names[1], DTI__FIELD_OBJECT, DTI__REQUIRED, 1 * sizeof(cJSON *), 0, 0, NULL},
        {names[2], DTI__FIELD_OBJECT, has_maximum ? DTI__REQUIRED : 0, 2 * sizeof(cJSON *), 0, 0,
         NULL},
        {names[3], DTI__FIELD_OBJECT, node->rule ? DTI__REQUIRED : 0, 3 * sizeof(cJSON *), 0, 0,
         NULL},
    };
    const cJSON *objects[4] = {NULL, NULL, NULL, NULL};
    struct dti__path path = {up, "provenance", 0};
    if (!object)
        return;
    dti__read_object(reader, object, &path, fields, node->rule ? 4 : 3, objects);
    for (int i = 0; i < 4; i++) {
        struct dti__path at = {&path, names[i], 0};
        dti__read_provenance(reader, objects[i], &at, &node->provenance[i]);
    }
    if (!node->rule) /* sums follow from their parts */
        for (int i = 2; i < 4; i++)
            if (!objects[i])
                node->provenance[i].kind = DTI_PROVENANCE_DERIVED;
}

/* What only components have, or only what is computed. */
static void refuse_keys(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, const char *kind)
{
    static const char *const keys[] = {"rule", "unit", "evidence", "states"};
    const size_t count = strcmp(kind, "absent") == 0 ? 4 : 3;
    for (size_t i = 0; i < count; i++) {
        struct dti__path at = {path, keys[i], 0};
        if (dti__member(object, keys[i]))
            dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &at,
                             DTI__ARGS(DTI__TEXT(keys[i]), DTI__TEXT(kind)));
    }
}

static void read_absent_main(struct dti__reader *reader, const cJSON *object,
                             const struct raw_node *raw, const struct dti__path *path,
                             struct dti__node *node)
{
    struct dti__path absent = {path, "absent", 0};
    if (!raw->absent)
        return;
    dti__read_absent(reader, raw->absent, &absent, &node->absent);
    if (node->parent != DTI_NONE)
        dti__reader_find(reader, DTI__MSG_ABSENT_BELOW, &absent, DTI__NO_ARGS);
    if (raw->children)
        dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &(struct dti__path){path, "children", 0},
                         DTI__ARGS(DTI__TEXT("children"), DTI__TEXT("absent")));
    refuse_keys(reader, object, path, "absent");
}

static void read_children(struct tree *tree, const cJSON *array, const struct dti__path *up,
                          size_t parent);

static void read_node(struct tree *tree, const cJSON *object, const struct dti__path *path,
                      size_t parent)
{
    struct dti__reader *reader = tree->reader;
    struct raw_node raw = {.node = {.parent = parent, .unit = DTI_NONE}};
    struct dti__path rule = {path, "rule", 0};
    struct dti__path evidence = {path, "evidence", 0};
    struct dti__path states = {path, "states", 0};
    struct dti__path children = {path, "children", 0};
    size_t index = tree->framework->node_count++;
    struct dti__node *node = &tree->framework->nodes[index];
    bool is_sound = DTI__READ(reader, object, path, node_fields, &raw);
    *node = raw.node;
    node->pointer = dti__path_text(reader, path);
    node->kind = parent == DTI_NONE ? DTI_NODE_MAIN
                 : raw.children     ? DTI_NODE_GROUP
                                    : DTI_NODE_COMPONENT;
    node->max_is_stated = dti__member(object, "max_points") != NULL;
    memcpy(node->policies, tree->policies, sizeof node->policies);
    dti__read_policies(reader, raw.states, &states, node->policies);
    read_codes(tree, raw.codes, path, node);
    read_legal(reader, raw.legal, path, node);
    read_absent_main(reader, object, &raw, path, node);
    if (is_sound && !raw.rule && !raw.children && !raw.absent)
        dti__reader_find(reader, DTI__MSG_ONE_OF_KEYS, path,
                         DTI__ARGS(DTI__TEXT("rule, children, absent")));
    if (raw.rule && !raw.children)
        node->rule = dti__read_rule(reader, raw.rule, &rule);
    if ((raw.rule || raw.absent) && is_sound && !node->max_is_stated)
        dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT("max_points")));
    if (raw.evidence)
        node->evidence = dti__read_requirement(reader, raw.evidence, &evidence);
    read_provenances(reader, raw.provenance, path, node);
    if (!raw.children)
        return;
    refuse_keys(reader, object, path, "children");
    node->child_count = dti__json_size(raw.children);
    struct tree below = {reader, tree->framework, node->policies};
    read_children(&below, raw.children, &children, index);
}

static void read_children(struct tree *tree, const cJSON *array, const struct dti__path *path,
                          size_t parent)
{
    size_t i = 0;
    for (const cJSON *item = array ? array->child : NULL; item; item = item->next, i++) {
        struct dti__path at = {path, NULL, i};
        read_node(tree, item, &at, parent);
    }
}

static size_t count_nodes(const cJSON *array)
{
    size_t count = 0;
    for (const cJSON *item = array ? array->child : NULL; item; item = item->next) {
        const cJSON *children =
            dti__member((item->type & 0xFF) == cJSON_Object ? item : NULL, "children");
        count +=
            1 + count_nodes(children && (children->type & 0xFF) == cJSON_Array ? children : NULL);
    }
    return count; /* the depth is bounded by that of the document */
}

#define MOST_INDICES 256

void dti__read_nodes(struct dti__reader *reader, dti_framework *framework, const cJSON *indicators,
                     const cJSON *indices)
{
    struct dti__path tree_path = {NULL, "indicators", 0};
    struct dti__path index_path = {NULL, "indices", 0};
    size_t in_tree = count_nodes(indicators);
    size_t index_count = dti__json_size(indices);
    if (in_tree + index_count > DTI_LIMIT_NODES || index_count > MOST_INDICES) {
        dti__reader_find(
            reader, DTI__MSG_TOO_MANY, in_tree > index_count ? &tree_path : &index_path,
            DTI__ARGS(DTI__INTEGER(in_tree + index_count), DTI__INTEGER(DTI_LIMIT_NODES)));
        return;
    }
    if (indicators && indices && in_tree + index_count == 0)
        dti__reader_find(reader, DTI__MSG_TOO_FEW, &tree_path,
                         DTI__ARGS(DTI__INTEGER(0), DTI__INTEGER(1)));
    framework->nodes =
        dti__arena_array(reader->arena, in_tree + index_count, sizeof *framework->nodes);
    if (!framework->nodes) {
        reader->out_of_memory = true;
        return;
    }
    struct tree tree = {reader, framework, framework->policies};
    read_children(&tree, indicators, &tree_path, DTI_NONE);
    framework->tree_count = framework->node_count;
    const cJSON *item = indices ? indices->child : NULL;
    for (size_t i = 0; i < index_count; i++, item = item->next) {
        struct dti__path at = {&index_path, NULL, i};
        dti__read_index(reader, framework, item, &at);
    }
}
