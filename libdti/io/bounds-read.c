/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/bounds-read.h"

#include "io/binding.h"

#include <math.h>

/* What no quantity exceeds in size; see MOST_QUANTITY in model/quantity.c. */
#define MOST_QUANTITY 1e150

/* Of an end of a range: 0.3 and 30 / 100 need not be one double. */
#define SLACK 1e-9

struct head {
    const char *format;
    const cJSON *framework;
    const cJSON *bounds;
    struct dti__text2 note;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, framework, "framework", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, bounds, "bounds", ARRAY, DTI__REQUIRED),
    DTI__FIELD(struct head, note, "note", NAMES, 0),
};

struct entry {
    const char *code; /* NULL: faulty, and reported so */
    double low;
    double high;
    int64_t count;
};

static const struct dti__field entry_fields[] = {
    DTI__FIELD(struct entry, code, "code", CODE, DTI__REQUIRED),
    DTI__FIELD_IN(struct entry, low, "low", NUMBER, DTI__REQUIRED, -MOST_QUANTITY, MOST_QUANTITY),
    DTI__FIELD_IN(struct entry, high, "high", NUMBER, DTI__REQUIRED, -MOST_QUANTITY, MOST_QUANTITY),
    DTI__FIELD_IN(struct entry, count, "count", INTEGER, DTI__REQUIRED, 1, (double)DTI__MOST_UNITS),
};

/* What the quantity of a rule can be. Who writes 51.16 for a share of 51.16 per cent is told so;
 * but shares that are derived may come out above 1. */
static void find_range(const dti_framework *framework, const struct dti__rule *rule, double *least,
                       double *most)
{
    const struct dti__input *input = &framework->inputs[rule->quantity.of.inputs[0]];
    *least = rule->kind == DTI__RULE_BEST_OF_COHORT ? 0 : -MOST_QUANTITY;
    *most = MOST_QUANTITY;
    if (rule->quantity.form != DTI__FORM_SUM || input->kind != DTI_INPUT_RATIO ||
        input->derive.form != DTI__FORM_NONE)
        return;
    double divisor = input->unit == DTI_NONE ? 1 : framework->units[input->unit].divisor;
    *least = input->low / divisor;
    *most = input->high / divisor;
}

static void check_number(struct dti__reader *reader, double number, double least, double most,
                         const struct dti__path *path)
{
    if (number < least - SLACK * fabs(least))
        dti__reader_find(reader, DTI__MSG_BELOW, path,
                         DTI__ARGS(DTI__NUMBER(number, -1), DTI__NUMBER(least, 6)));
    if (number > most + SLACK * fabs(most))
        dti__reader_find(reader, DTI__MSG_ABOVE, path,
                         DTI__ARGS(DTI__NUMBER(number, -1), DTI__NUMBER(most, 6)));
}

/* The component of an entry; DTI_NONE if there is none that could have bounds. */
static size_t find_component(struct dti__reader *reader, const dti_framework *framework,
                             const char *code, const struct dti__path *path)
{
    size_t node = dti_framework_find(framework, NULL, code);
    const struct dti__rule *rule = node == DTI_NONE ? NULL : framework->nodes[node].rule;
    if (!rule) {
        dti__reader_find(reader, DTI__MSG_UNKNOWN_REFERENCE, path,
                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_COMPONENT), DTI__TEXT(code)));
        return DTI_NONE;
    }
    if (!dti__rule_needs_bounds(rule)) {
        dti__reader_find(reader, DTI__MSG_BOUNDS_NOT_NEEDED, path,
                         DTI__ARGS(DTI__TEXT(code), DTI__TEXT(dti__rule_kinds[rule->kind])));
        return DTI_NONE;
    }
    return node;
}

/* -0 as 0: equal bounds have equal bits. */
static double plain_zero(double number)
{
    return number < 0 || number > 0 ? number : 0;
}

static void read_entry(struct dti__reader *reader, const struct entry *entry,
                       const struct dti__path *path, dti_bounds *bounds)
{
    const dti_framework *framework = bounds->framework;
    struct dti__path code = {path, "code", 0};
    struct dti__path low = {path, "low", 0};
    struct dti__path high = {path, "high", 0};
    double least = 0;
    double most = 0;
    size_t node = find_component(reader, framework, entry->code, &code);
    if (node == DTI_NONE)
        return;
    if (bounds->extents[node].count > 0) {
        dti__reader_find(reader, DTI__MSG_DUPLICATE_CODE, &code,
                         DTI__ARGS(DTI__TEXT(entry->code), DTI__TEXT(framework->numberings[0].id)));
        return;
    }
    bounds->extents[node] = (struct dti__extent){plain_zero(entry->low), plain_zero(entry->high),
                                                 (uint64_t)entry->count};
    if (entry->low > entry->high) {
        dti__reader_find(reader, DTI__MSG_RANGE_REVERSED, path,
                         DTI__ARGS(DTI__NUMBER(entry->low, -1), DTI__NUMBER(entry->high, -1)));
        return;
    }
    find_range(framework, framework->nodes[node].rule, &least, &most);
    check_number(reader, entry->low, least, most, &low);
    check_number(reader, entry->high, least, most, &high);
}

static void read_entries(struct dti__reader *reader, const cJSON *array, dti_bounds *bounds)
{
    static const struct dti__list list = {
        entry_fields,         sizeof entry_fields / sizeof entry_fields[0],
        sizeof(struct entry), NULL,
        DTI_LIMIT_NODES,      true};
    struct dti__path path = {NULL, "bounds", 0};
    size_t count = 0;
    struct entry *entries = dti__read_list(reader, array, &path, &list, &count);
    for (size_t i = 0; i < count; i++) {
        struct dti__path at = {&path, NULL, i};
        if (entries[i].code)
            read_entry(reader, &entries[i], &at, bounds);
    }
}

/* Into fresh bounds, of which the arena keeps the texts. NULL when out of memory. */
static dti_bounds *read_all(struct dti__document *document, const dti_framework *framework)
{
    dti_bounds *bounds = dti__bounds_new(framework, &document->allocator);
    if (!bounds)
        return NULL;
    struct dti__reader reader = {&bounds->arena, document->report, false};
    struct head head = {.format = NULL};
    DTI__READ(&reader, document->tree, NULL, head_fields, &head);
    bounds->note = head.note;
    read_entries(&reader, head.bounds, bounds);
    if (!reader.out_of_memory)
        return bounds;
    dti_bounds_unref(bounds);
    return NULL;
}

void *dti__bounds_read(struct dti__document *document)
{
    struct head head = {.format = NULL};
    const dti_framework *framework =
        dti__bind(document, DTI__TOP("dti-bounds/1", head_fields, &head));
    dti_bounds *bounds = framework ? read_all(document, framework) : NULL;
    if (framework && !bounds)
        document->reader.out_of_memory = true;
    return bounds;
}

cJSON *dti__bounds_tree(const dti_bounds *bounds)
{
    struct dti__writer writer = {false};
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return NULL;
    dti__write_text(&writer, tree, "format", "dti-bounds/1");
    dti__write_binding(&writer, tree, bounds->framework);
    dti__write_names_if(&writer, tree, "note", bounds->note);
    cJSON *array = dti__write_array(&writer, tree, "bounds");
    for (size_t i = 0; i < bounds->framework->node_count; i++) {
        const struct dti__extent *extent = dti__bounds_extent(bounds, i);
        if (!extent)
            continue;
        cJSON *entry = dti__write_object(&writer, array, NULL);
        dti__write_text(&writer, entry, "code",
                        dti_framework_node_code(bounds->framework, i, NULL));
        dti__write_number(&writer, entry, "low", extent->low);
        dti__write_number(&writer, entry, "high", extent->high);
        dti__write_number(&writer, entry, "count", (double)extent->count);
    }
    if (!writer.out_of_memory)
        return tree;
    cJSON_Delete(tree);
    return NULL;
}
