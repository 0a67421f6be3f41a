/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Vectors: examples inside a framework, inputs and the points they must give. */
#include "base/rounding.h"
#include "io/framework-read.h"
#include "model/check.h"
#include "score/kernel.h"
#include "score/lower.h"

#include <stdio.h>
#include <string.h>

struct raw_vector {
    const char *id;
    const char *code;
    const cJSON *inputs;
    int64_t points;
    int64_t tolerance;
    struct dti__text2 note;
    const char *source;
};

static const struct dti__field vector_fields[] = {
    DTI__FIELD(struct raw_vector, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct raw_vector, code, "code", CODE, DTI__REQUIRED),
    DTI__FIELD(struct raw_vector, inputs, "inputs", OBJECT, DTI__REQUIRED),
    DTI__FIELD_IN(struct raw_vector, points, "points", POINTS, DTI__REQUIRED, 0,
                  DTI_MAX_TOTAL_POINTS),
    DTI__FIELD_IN(struct raw_vector, tolerance, "tolerance", POINTS, 0, 0, DTI_MAX_TOTAL_POINTS),
    DTI__FIELD(struct raw_vector, note, "note", NAMES, 0),
    DTI__FIELD(struct raw_vector, source, "source", ID, 0),
};

static void read_input(struct dti__reader *reader, const dti_framework *framework,
                       const cJSON *value, const struct dti__path *path,
                       struct dti__vector_input *out)
{
    struct raw_state {
        int state;
    };
    static const struct dti__field fields[] = {
        DTI__FIELD_OF(struct raw_state, state, "state", dti__state_words, DTI__REQUIRED),
    };
    out->name = value->string;
    out->input = dti_framework_input_find(framework, value->string);
    if (out->input == DTI_NONE) {
        dti__check_unknown_input(framework, value->string, reader->report,
                                 dti__path_text(reader, path));
        return;
    }
    if ((value->type & 0xFF) == cJSON_Object) {
        struct raw_state raw = {DTI_STATE_MISSING};
        DTI__READ(reader, value, path, fields, &raw);
        out->state = (uint8_t)raw.state;
        return;
    }
    if (framework->inputs[out->input].kind == DTI_INPUT_LIST &&
        (value->type & 0xFF) == cJSON_Number) {
        out->state = DTI_STATE_PRESENT; /* of a list only the number of items matters */
        out->value = value->valuedouble;
        return;
    }
    struct dti__figure figure = {.state = DTI_STATE_MISSING};
    dti__read_figure(reader, framework, out->input, value, path, &figure);
    out->state = figure.state;
    out->value = dti__row_plain(framework, out->input, figure.number);
}

static void read_vector(struct dti__reader *reader, const dti_framework *framework,
                        const cJSON *object, const struct dti__path *path, struct dti__vector *out)
{
    struct raw_vector raw = {.id = "", .code = ""};
    struct dti__path code = {path, "code", 0};
    struct dti__path inputs = {path, "inputs", 0};
    struct dti__path source = {path, "source", 0};
    DTI__READ(reader, object, path, vector_fields, &raw);
    *out = (struct dti__vector){
        .id = raw.id, .code = raw.code, .points = raw.points, .tolerance = raw.tolerance};
    out->node = dti_framework_find(framework, NULL, raw.code);
    if (out->node == DTI_NONE || !framework->nodes[out->node].rule)
        dti__reader_find(reader, DTI__MSG_UNKNOWN_REFERENCE, &code,
                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_COMPONENT), DTI__TEXT(raw.code)));
    if (raw.source && !dti__framework_source(framework, raw.source))
        dti__reader_find(reader, DTI__MSG_UNKNOWN_REFERENCE, &source,
                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_SOURCE), DTI__TEXT(raw.source)));
    out->inputs = dti__read_room(reader, raw.inputs, &inputs, sizeof *out->inputs,
                                 DTI__MOST_OPERANDS, &out->input_count);
    const cJSON *member = raw.inputs ? raw.inputs->child : NULL;
    size_t kept = 0;
    for (size_t i = 0; i < out->input_count; i++, member = member->next) {
        struct dti__path at = {&inputs, member->string, 0};
        if (strncmp(member->string, "x-", 2) != 0)
            read_input(reader, framework, member, &at, &out->inputs[kept++]);
    }
    out->input_count = kept;
}

void dti__read_vectors(struct dti__reader *reader, dti_framework *framework, const cJSON *array)
{
    struct dti__path path = {NULL, "vectors", 0};
    struct dti__names names;
    size_t duplicate = DTI_NONE;
    framework->vectors = dti__read_room(reader, array, &path, sizeof *framework->vectors,
                                        DTI__MOST_LIST, &framework->vector_count);
    const char **ids = dti__arena_array(reader->arena, framework->vector_count, sizeof *ids);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; ids && i < framework->vector_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        read_vector(reader, framework, item, &at, &framework->vectors[i]);
        ids[i] = framework->vectors[i].id;
    }
    if (!ids ||
        !dti__names_build(&names, reader->arena, ids, framework->vector_count, &duplicate)) {
        reader->out_of_memory = true;
        return;
    }
    for (size_t i = duplicate; i < framework->vector_count; i++) {
        struct dti__path at = {&path, NULL, i};
        struct dti__path id = {&at, "id", 0};
        if (dti__names_find(&names, ids[i]) != i)
            dti__reader_find(reader, DTI__MSG_DUPLICATE_ID, &id, DTI__ARGS(DTI__TEXT(ids[i])));
    }
}

static bool run(const dti_framework *framework, size_t index, struct dti__row *row,
                struct dti__arena *arena, dti_report *report)
{
    const struct dti__vector *vector = &framework->vectors[index];
    struct dti__kernel kernel;
    char pointer[64];
    for (size_t i = 0; i < framework->input_count; i++) {
        row->values[i] = 0;
        row->states[i] = DTI_STATE_MISSING;
        row->is_derived[i] = 0;
    }
    for (size_t i = 0; i < vector->input_count; i++) {
        row->states[vector->inputs[i].input] = vector->inputs[i].state;
        row->values[vector->inputs[i].input] = vector->inputs[i].value;
    }
    dti__row_derive(framework, row);
    if (!dti__kernel_compile(&framework->nodes[vector->node], NULL, &dti__loops_plain, arena,
                             &kernel))
        return false;
    int64_t points = dti__kernel_score(&kernel, row->columns, 0).points;
    int64_t difference = points - vector->points;
    if ((difference < 0 ? -difference : difference) <= vector->tolerance)
        return true;
    snprintf(pointer, sizeof pointer, "/vectors/%zu/points", index);
    dti__report_add(report, DTI__MSG_VECTOR_FAILED, pointer,
                    DTI__ARGS(DTI__TEXT(vector->id), DTI__TEXT(vector->code),
                              DTI__POINTS(vector->points, -1), DTI__POINTS(points, -1)));
    return true;
}

bool dti__vectors_run(const dti_framework *framework, dti_report *report)
{
    struct dti__arena arena;
    struct dti__row row;
    dti__arena_init(&arena, &framework->arena.allocator);
    bool has_room = dti__row_new(framework, &arena, &row);
    int rounding = dti__rounding_begin();
    for (size_t i = 0; has_room && i < framework->vector_count; i++)
        has_room = run(framework, i, &row, &arena, report);
    dti__rounding_end(rounding);
    dti__arena_release(&arena);
    return has_room;
}
