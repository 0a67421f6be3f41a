/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/parts.h"

#include <string.h>

#define SENTENCE_SIZE 4096

const char *const dti__provenance_words[] = {"official", "source",  "derived",
                                             "assumed",  "unknown", NULL};
const char *const dti__state_words[] = {"present",      "missing",  "not-applicable",
                                        "not-assessed", "rejected", NULL};
const char *const dti__track_words[] = {"self", "appraised", "final", NULL};
const char *const dti__origin_words[] = {"agency", "system", "survey", "ministry", "none", NULL};

const cJSON *dti__member(const cJSON *object, const char *key)
{
    bool is_object =
        object && (object->type & 0xFF) == cJSON_Object; /* the items of a list have no names */
    const cJSON *member = is_object ? object->child : NULL;
    while (member && strcmp(member->string, key) != 0)
        member = member->next;
    return member;
}

void *dti__read_room(struct dti__reader *reader, const cJSON *array, const struct dti__path *path,
                     size_t size, size_t most, size_t *count)
{
    size_t found = dti__json_size(array);
    if (found > most)
        dti__reader_find(reader, DTI__MSG_TOO_MANY, path,
                         DTI__ARGS(DTI__INTEGER(found), DTI__INTEGER(most)));
    *count = found > most ? 0 : found;
    void *room = dti__arena_array(reader->arena, *count, size);
    if (!room) {
        reader->out_of_memory = true;
        *count = 0;
    }
    return room;
}

static void reset(const struct dti__list *list, void *target)
{
    if (list->initial)
        memcpy(target, list->initial, list->size);
    else
        memset(target, 0, list->size);
}

void *dti__read_list(struct dti__reader *reader, const cJSON *array, const struct dti__path *path,
                     const struct dti__list *list, size_t *count)
{
    char *structs = dti__read_room(reader, array, path, list->size, list->most, count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < *count; i++, item = item->next) {
        struct dti__path at = {path, NULL, i};
        void *target = structs + i * list->size;
        reset(list, target);
        if (!dti__read_object(reader, item, &at, list->fields, list->field_count, target) &&
            list->drops_faulty)
            reset(list, target);
    }
    return structs;
}

const char **dti__read_texts(struct dti__reader *reader, const cJSON *array,
                             const struct dti__path *path, enum dti__field_type type, size_t most,
                             size_t *count)
{
    const struct dti__field field = {.type = type};
    const char **texts = dti__read_room(reader, array, path, sizeof *texts, most, count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < *count; i++, item = item->next) {
        struct dti__path at = {path, NULL, i};
        if (!dti__read_value(reader, item, &at, &field, &texts[i]))
            texts[i] = ""; /* the report has it; nothing is named so */
    }
    return texts;
}

/* The lists are short (DTI__MOST_OPERANDS). */
void dti__check_different(struct dti__reader *reader, const struct dti__path *path,
                          const char *const *texts, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (*texts[i] != '\0' && strcmp(texts[i], texts[j]) == 0) {
                struct dti__path at = {path, NULL, i};
                dti__reader_find(reader, DTI__MSG_DUPLICATE_ID, &at,
                                 DTI__ARGS(DTI__TEXT(texts[i])));
                break;
            }
}

void dti__check_hash(struct dti__reader *reader, const struct dti__path *path, const char *text)
{
    if (text && !dti__is_digest(text))
        dti__reader_find(reader, DTI__MSG_NOT_HASH, path, DTI__ARGS(DTI__TEXT(text)));
}

void dti__read_provenance(struct dti__reader *reader, const cJSON *object,
                          const struct dti__path *path, struct dti__provenance *out)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_OF(struct dti__provenance, kind, "kind", dti__provenance_words, DTI__REQUIRED),
        DTI__FIELD(struct dti__provenance, source, "source", ID, 0),
        DTI__FIELD(struct dti__provenance, place, "place", TEXT, 0),
        DTI__FIELD(struct dti__provenance, note, "note", NAMES, 0),
    };
    out->kind = DTI_PROVENANCE_UNKNOWN;
    if (object)
        DTI__READ(reader, object, path, fields, out);
}

struct raw_quantity {
    const char *input;
    const cJSON *sum;
    const cJSON *difference;
    const cJSON *ratio;
};

struct raw_ratio {
    const cJSON *of;
    const cJSON *to;
};

static void read_operands(struct dti__reader *reader, const cJSON *array,
                          const struct dti__path *path, struct dti__operands *out)
{
    out->names =
        dti__read_texts(reader, array, path, DTI__FIELD_ID, DTI__MOST_OPERANDS, &out->count);
}

static void read_ratio(struct dti__reader *reader, const cJSON *object,
                       const struct dti__path *path, struct dti__quantity *out)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct raw_ratio, of, "of", ARRAY, DTI__REQUIRED, 1, 0),
        DTI__FIELD_IN(struct raw_ratio, to, "to", ARRAY, DTI__REQUIRED, 1, 0),
    };
    struct raw_ratio raw = {NULL, NULL};
    struct dti__path of = {path, "of", 0};
    struct dti__path to = {path, "to", 0};
    out->form = DTI__FORM_RATIO;
    DTI__READ(reader, object, path, fields, &raw);
    read_operands(reader, raw.of, &of, &out->of);
    read_operands(reader, raw.to, &to, &out->to);
}

/* a − b: the list of two becomes one operand on each side. */
static void split_difference(struct dti__reader *reader, const struct dti__path *path,
                             struct dti__quantity *out)
{
    out->form = DTI__FORM_DIFFERENCE;
    if (out->of.count != 2) {
        dti__reader_find(reader, DTI__MSG_TOO_FEW, path,
                         DTI__ARGS(DTI__INTEGER(out->of.count), DTI__INTEGER(2)));
        out->of.count = 0;
        out->form = DTI__FORM_NONE;
        return;
    }
    out->to.names = out->of.names + 1;
    out->to.count = 1;
    out->of.count = 1;
}

void dti__read_quantity(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, struct dti__quantity *out)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_quantity, input, "input", ID, 0),
        DTI__FIELD_IN(struct raw_quantity, sum, "sum", ARRAY, 0, 1, 0),
        DTI__FIELD_IN(struct raw_quantity, difference, "difference", ARRAY, 0, 1, 0),
        DTI__FIELD(struct raw_quantity, ratio, "ratio", OBJECT, 0),
    };
    struct raw_quantity raw = {NULL, NULL, NULL, NULL};
    *out = (struct dti__quantity){.form = DTI__FORM_NONE};
    if (!object)
        return;
    bool is_sound = DTI__READ(reader, object, path, fields, &raw);
    int given =
        (raw.input != NULL) + (raw.sum != NULL) + (raw.difference != NULL) + (raw.ratio != NULL);
    if (given != 1) {
        if (is_sound)
            dti__reader_find(reader, DTI__MSG_ONE_OF_KEYS, path,
                             DTI__ARGS(DTI__TEXT("input, sum, difference, ratio")));
        return;
    }
    if (raw.ratio) {
        struct dti__path at = {path, "ratio", 0};
        read_ratio(reader, raw.ratio, &at, out);
        return;
    }
    struct dti__path at = {path, raw.sum ? "sum" : "difference", 0};
    if (raw.input) {
        out->of.names = dti__arena_alloc(reader->arena, sizeof *out->of.names);
        reader->out_of_memory = reader->out_of_memory || !out->of.names;
        out->of.count = out->of.names ? 1 : 0;
        if (out->of.names)
            out->of.names[0] = raw.input;
    } else {
        read_operands(reader, raw.sum ? raw.sum : raw.difference, &at, &out->of);
        out->of_is_list = true;
    }
    out->form = out->of.count > 0 ? DTI__FORM_SUM : DTI__FORM_NONE;
    if (raw.difference && out->of.count > 0)
        split_difference(reader, &at, out);
}

void dti__read_sources(struct dti__reader *reader, const cJSON *array, const struct dti__path *path,
                       struct dti__source **sources, size_t *count)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__source, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__source, titles, "titles", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct dti__source, number, "number", TEXT, 0),
        DTI__FIELD(struct dti__source, date, "date", DATE, 0),
        DTI__FIELD(struct dti__source, url, "url", TEXT, 0),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__source, NULL, DTI__MOST_LIST);
    *sources = dti__read_list(reader, array, path, &list, count);
}

static bool refuse(struct dti__reader *reader, const struct dti__input *input, const cJSON *value,
                   const struct dti__path *path)
{
    bool is_figure = input->kind == DTI_INPUT_COUNT || input->kind == DTI_INPUT_AMOUNT ||
                     input->kind == DTI_INPUT_RATIO;
    if (is_figure && (value->type & 0xFF) == cJSON_String) {
        dti__reader_find(reader, DTI__MSG_TEXT_FOR_NUMBER, path,
                         DTI__ARGS(DTI__TEXT(input->id), DTI__TEXT(value->valuestring)));
        return false;
    }
    dti__reader_find(reader, DTI__MSG_WRONG_TYPE, path,
                     DTI__ARGS(DTI__TEXT(input->id), DTI__TERM(dti__json_kind_term(value)),
                               DTI__TERM(dti__figure_expected(input->kind))));
    return false;
}

bool dti__read_figure(struct dti__reader *reader, const dti_framework *framework, size_t input,
                      const cJSON *value, const struct dti__path *path, struct dti__figure *figure)
{
    static const struct dti__field text = {.type = DTI__FIELD_TEXT};
    const struct dti__input *at = &framework->inputs[input];
    const char *pointer = NULL;
    int type = value->type & 0xFF;
    switch (at->kind) {
    case DTI_INPUT_COUNT:
    case DTI_INPUT_AMOUNT:
    case DTI_INPUT_RATIO:
        pointer = dti__path_text(reader, path);
        return type == cJSON_Number && pointer
                   ? dti__figure_set_number(framework, input, value->valuedouble, figure,
                                            reader->report, pointer)
                   : refuse(reader, at, value, path);
    case DTI_INPUT_CHOICE:
        pointer = dti__path_text(reader, path);
        return type == cJSON_String && pointer
                   ? dti__figure_set_answer(framework, input, value->valuestring, figure,
                                            reader->report, pointer)
                   : refuse(reader, at, value, path);
    case DTI_INPUT_YES_NO:
        figure->number = type == cJSON_True ? 1 : 0;
        figure->state = DTI_STATE_PRESENT;
        return type == cJSON_True || type == cJSON_False || refuse(reader, at, value, path);
    case DTI_INPUT_LIST:
        figure->state = DTI_STATE_PRESENT;
        if (type != cJSON_Array)
            return refuse(reader, at, value, path);
        figure->items = dti__read_texts(reader, value, path, DTI__FIELD_TEXT, DTI__MOST_LIST,
                                        &figure->item_count);
        figure->number = (double)figure->item_count;
        return true;
    default:
        figure->state = DTI_STATE_PRESENT;
        return type == cJSON_String ? dti__read_value(reader, value, path, &text, &figure->text)
                                    : refuse(reader, at, value, path);
    }
}

bool dti__check_format(struct dti__reader *reader, const cJSON *tree, const char *format)
{
    const cJSON *member = dti__member(tree, "format");
    struct dti__path path = {NULL, "format", 0};
    if (!member || (member->type & 0xFF) != cJSON_String ||
        strcmp(member->valuestring, format) == 0)
        return true; /* a missing or misshapen one is reported with the other keys */
    dti__reader_find(reader, DTI__MSG_UNKNOWN_FORMAT, &path,
                     DTI__ARGS(DTI__TEXT(member->valuestring), DTI__TEXT(format)));
    return false;
}

bool dti__read_numbering(struct dti__reader *reader, const dti_framework *framework,
                         const char **numbering)
{
    struct dti__path path = {NULL, "numbering", 0};
    bool is_known = !*numbering || dti__framework_has_numbering(framework, *numbering);
    if (!is_known)
        dti__reader_find(reader, DTI__MSG_UNKNOWN_REFERENCE, &path,
                         DTI__ARGS(DTI__TERM(DTI__MSG_TERM_NUMBERING), DTI__TEXT(*numbering)));
    if (!*numbering || !is_known)
        *numbering = framework->numberings[0].id;
    return is_known;
}

/* ── writing ── */

void dti__write_sources(struct dti__writer *writer, cJSON *tree, const struct dti__source *sources,
                        size_t count)
{
    cJSON *array = dti__write_array(writer, tree, "sources");
    for (size_t i = 0; i < count; i++) {
        cJSON *object = dti__write_object(writer, array, NULL);
        dti__write_text(writer, object, "id", sources[i].id);
        dti__write_names_if(writer, object, "titles", sources[i].titles);
        dti__write_text_if(writer, object, "number", sources[i].number);
        dti__write_date_if(writer, object, "date", sources[i].date);
        dti__write_text_if(writer, object, "url", sources[i].url);
    }
}

cJSON *dti__write_finding(struct dti__writer *writer, cJSON *array, const dti_report *report,
                          size_t index, dti_lang lang)
{
    static const char *const severities[] = {"error", "warning", "info"};
    char text[SENTENCE_SIZE];
    cJSON *finding = dti__write_object(writer, array, NULL);
    dti_report_format(report, index, lang, text, sizeof text);
    dti__write_text(writer, finding, "severity", severities[dti_report_severity(report, index)]);
    dti__write_text(writer, finding, "id", dti_report_id(report, index));
    dti__write_text(writer, finding, "text", text);
    return finding;
}
