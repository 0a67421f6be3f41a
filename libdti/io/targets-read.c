/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/targets-read.h"

#include "io/binding.h"
#include "json/write.h"

struct head {
    const char *format;
    const char *id;
    const char *version;
    const cJSON *framework;
    struct dti__text2 titles;
    const cJSON *unit;
    const char *numbering;
    const cJSON *sources;
    const cJSON *stated;
    const cJSON *targets;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, titles, "titles", NAMES, DTI__REQUIRED),
    DTI__FIELD(struct head, framework, "framework", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, unit, "unit", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, numbering, "numbering", ID, 0),
    DTI__FIELD(struct head, sources, "sources", ARRAY, 0),
    DTI__FIELD(struct head, stated, "stated", OBJECT, 0),
    DTI__FIELD(struct head, targets, "targets", ARRAY, DTI__REQUIRED),
};

/* ── whose they are, and what their source counts ── */

static void read_unit(struct dti__reader *reader, const cJSON *object, dti_targets *targets)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(dti_targets, unit_id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(dti_targets, unit_names, "names", NAMES, 0),
        DTI__FIELD(dti_targets, unit_at, "at", DATE, 0),
    };
    struct dti__path path = {NULL, "unit", 0};
    if (object)
        DTI__READ(reader, object, &path, fields, targets);
}

static void read_counts(struct dti__reader *reader, const cJSON *object, dti_targets *targets)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(dti_targets, stated_achieved, "achieved", INTEGER, DTI__REQUIRED, 0,
                      DTI__MOST_LIST),
        DTI__FIELD_IN(dti_targets, stated_of, "of", INTEGER, DTI__REQUIRED, 1, DTI__MOST_LIST),
        DTI__FIELD(dti_targets, stated_source, "source", ID, 0),
    };
    struct dti__path path = {NULL, "stated", 0};
    struct dti__path achieved = {&path, "achieved", 0};
    targets->has_stated = object != NULL && DTI__READ(reader, object, &path, fields, targets);
    if (targets->has_stated && targets->stated_achieved > targets->stated_of)
        dti__reader_find(
            reader, DTI__MSG_ABOVE, &achieved,
            DTI__ARGS(DTI__INTEGER(targets->stated_achieved), DTI__INTEGER(targets->stated_of)));
}

/* ── a target ── */

/* Keys that go with some comparisons only. */
static void check_keys(struct dti__reader *reader, const cJSON *object,
                       const struct dti__path *path, const struct dti__target *target)
{
    enum {
        WITH_VALUE = 1u << DTI_TARGET_AT_LEAST | 1u << DTI_TARGET_AT_MOST | 1u << DTI_TARGET_EQUAL |
                     1u << DTI_TARGET_ABOVE | 1u << DTI_TARGET_BELOW,
        WITH_GROUP = 1u << DTI_TARGET_IN_GROUP,
        WITH_FIGURES = WITH_VALUE | WITH_GROUP | 1u << DTI_TARGET_INCREASE |
                       1u << DTI_TARGET_DECREASE | 1u << DTI_TARGET_TEXT,
    };
    static const struct {
        const char *key;
        unsigned allowed;
        unsigned required;
    } keys[] = {
        {"value", WITH_VALUE, 0},
        {"group", WITH_GROUP, WITH_GROUP},
        {"quantity", WITH_FIGURES, 0},
    };
    unsigned comparison = 1u << target->comparison;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct dti__path at = {path, keys[i].key, 0};
        bool is_there = dti__member(object, keys[i].key) != NULL;
        if (is_there && !(keys[i].allowed & comparison))
            dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &at,
                             DTI__ARGS(DTI__TEXT(keys[i].key),
                                       DTI__TEXT(dti__comparison_words[target->comparison])));
        if (!is_there && keys[i].required & comparison)
            dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT(keys[i].key)));
    }
}

/* An id of a band, or the words of a source that does not say where the group begins. */
static void read_group(struct dti__reader *reader, const cJSON *value, const struct dti__path *up,
                       struct dti__target *target)
{
    static const struct dti__field id = {.type = DTI__FIELD_ID};
    static const struct dti__field names = {.type = DTI__FIELD_NAMES};
    struct dti__path path = {up, "group", 0};
    if (value && (value->type & 0xFF) == cJSON_String)
        (void)dti__read_value(reader, value, &path, &id, &target->band_name);
    else if (value)
        (void)dti__read_value(reader, value, &path, &names, &target->group);
}

static void read_codes(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                       struct dti__target *target)
{
    struct dti__path path = {up, "codes", 0};
    target->codes = dti__read_texts(reader, array, &path, DTI__FIELD_CODE, DTI__MOST_OPERANDS,
                                    &target->code_count);
    if (target->codes)
        dti__check_different(reader, &path, target->codes, target->code_count);
}

static void read_stated(struct dti__reader *reader, const cJSON *object, const struct dti__path *up,
                        struct dti__target *target)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_OF(struct dti__target, stated, "status", dti__target_status_words,
                      DTI__REQUIRED),
        DTI__FIELD(struct dti__target, reason, "reason", NAMES, 0),
        DTI__FIELD(struct dti__target, stated_source, "source", ID, 0),
    };
    struct dti__path path = {up, "stated", 0};
    target->has_stated = object != NULL && DTI__READ(reader, object, &path, fields, target);
}

/* Exactly one of "text" and "done", as the comparison wants it. */
static void check_figure(struct dti__reader *reader, const struct dti__target *target,
                         const struct dti__target_figure *figure, const struct dti__path *path)
{
    bool wants_done = target->comparison == DTI_TARGET_DONE;
    const char *word = dti__comparison_words[target->comparison];
    const char *wanted = wants_done ? "done" : "text";
    const char *foreign = figure->has_done && !wants_done ? "done"
                          : !wants_done                   ? NULL
                          : figure->text                  ? "text"
                          : figure->bound                 ? "bound"
                          : figure->part                  ? "part"
                                                          : NULL;
    struct dti__path at = {path, foreign, 0};
    if (foreign)
        dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &at,
                         DTI__ARGS(DTI__TEXT(foreign), DTI__TEXT(word)));
    else if (!(wants_done ? figure->has_done : figure->text != NULL))
        dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT(wanted)));
    if (!figure->part != !figure->whole)
        dti__reader_find(reader, DTI__MSG_MISSING_KEY, path,
                         DTI__ARGS(DTI__TEXT(figure->part ? "whole" : "part")));
}

static void read_figures(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                         struct dti__target *target)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct dti__target_figure, year, "year", INTEGER, DTI__REQUIRED,
                      DTI__FIRST_YEAR, DTI__LAST_YEAR),
        DTI__FIELD(struct dti__target_figure, text, "text", TEXT, 0),
        DTI__FIELD(struct dti__target_figure, is_done, "done", BOOL, 0),
        DTI__FIELD_OF(struct dti__target_figure, bound, "bound", dti__bound_words, 0),
        DTI__FIELD(struct dti__target_figure, part, "part", TEXT, 0),
        DTI__FIELD(struct dti__target_figure, whole, "whole", TEXT, 0),
        DTI__FIELD(struct dti__target_figure, source, "source", ID, 0),
        DTI__FIELD(struct dti__target_figure, place, "place", TEXT, 0),
        DTI__FIELD(struct dti__target_figure, note, "note", NAMES, 0),
    };
    struct dti__path path = {up, "figures", 0};
    target->figures = dti__read_room(reader, array, &path, sizeof *target->figures, DTI__MOST_LIST,
                                     &target->figure_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < target->figure_count && target->figures; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        struct dti__target_figure *figure = &target->figures[i];
        figure->has_done = dti__member(item, "done") != NULL;
        if (DTI__READ(reader, item, &at, fields, figure))
            check_figure(reader, target, figure, &at);
    }
}

struct raw_target {
    struct dti__target target;
    const cJSON *codes;
    const cJSON *group;
    const cJSON *figures;
    const cJSON *stated;
};

static const struct dti__field target_fields[] = {
    DTI__FIELD(struct raw_target, target.id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct raw_target, target.text, "text", NAMES, DTI__REQUIRED),
    DTI__FIELD_IN(struct raw_target, codes, "codes", ARRAY, 0, 1, 0),
    DTI__FIELD(struct raw_target, target.input_name, "input", ID, 0),
    DTI__FIELD_OF(struct raw_target, target.comparison, "comparison", dti__comparison_words,
                  DTI__REQUIRED),
    DTI__FIELD_OF(struct raw_target, target.quantity, "quantity", dti__target_quantity_words + 1,
                  0),
    DTI__FIELD(struct raw_target, target.value, "value", TEXT, 0),
    DTI__FIELD(struct raw_target, target.unit, "unit", NAMES, 0),
    DTI__FIELD(struct raw_target, group, "group", ANY, 0),
    DTI__FIELD(struct raw_target, target.set, "set", DATE, 0),
    DTI__FIELD(struct raw_target, target.due, "due", DATE, 0),
    DTI__FIELD_IN(struct raw_target, target.base_year, "base_year", INTEGER, 0, DTI__FIRST_YEAR,
                  DTI__LAST_YEAR),
    DTI__FIELD(struct raw_target, target.owner, "owner", NAMES, 0),
    DTI__FIELD(struct raw_target, target.source, "source", ID, 0),
    DTI__FIELD(struct raw_target, target.place, "place", TEXT, 0),
    DTI__FIELD(struct raw_target, target.note, "note", NAMES, 0),
    DTI__FIELD(struct raw_target, figures, "figures", ARRAY, 0),
    DTI__FIELD(struct raw_target, stated, "stated", OBJECT, 0),
};

static void read_target(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, struct dti__target *target)
{
    struct raw_target raw = {.target = {.band = DTI_NONE, .input = DTI_NONE}};
    bool is_sound = DTI__READ(reader, object, path, target_fields, &raw);
    raw.target.quantity += dti__member(object, "quantity") != NULL;
    read_codes(reader, raw.codes, path, &raw.target);
    read_group(reader, raw.group, path, &raw.target);
    read_stated(reader, raw.stated, path, &raw.target);
    if (is_sound) { /* its comparison is known */
        check_keys(reader, object, path, &raw.target);
        read_figures(reader, raw.figures, path, &raw.target);
    }
    *target = raw.target;
}

static void read_targets(struct dti__reader *reader, const cJSON *array, dti_targets *targets)
{
    struct dti__path path = {NULL, "targets", 0};
    targets->targets = dti__read_room(reader, array, &path, sizeof *targets->targets,
                                      DTI__MOST_LIST, &targets->target_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < targets->target_count && targets->targets; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        read_target(reader, item, &at, &targets->targets[i]);
    }
}

/* ── the document ── */

/* Names are resolved in what is complete: a fault in the shape would only bring follow-up faults.
 */
static dti_targets *read_all(struct dti__document *document, const dti_framework *framework)
{
    dti_targets *targets = dti__targets_new(framework, &document->allocator);
    if (!targets)
        return NULL;
    struct dti__reader reader = {&targets->arena, document->report, false};
    struct dti__path sources = {NULL, "sources", 0};
    struct head head = {.id = "", .version = ""};
    DTI__READ(&reader, document->tree, NULL, head_fields, &head);
    targets->id = head.id;
    targets->version = head.version;
    targets->titles = head.titles;
    targets->numbering = head.numbering;
    read_unit(&reader, head.unit, targets);
    (void)dti__read_numbering(&reader, framework, &targets->numbering);
    dti__read_sources(&reader, head.sources, &sources, &targets->sources, &targets->source_count);
    read_counts(&reader, head.stated, targets);
    read_targets(&reader, head.targets, targets);
    if (!reader.out_of_memory && dti__report_errors(document->report) == 0)
        reader.out_of_memory = dti__targets_finish(targets, document->report) != DTI_OK;
    if (!dti__json_digest(document->tree, NULL, targets->digest))
        reader.out_of_memory = true;
    if (!reader.out_of_memory)
        return targets;
    dti_targets_unref(targets);
    return NULL;
}

void *dti__targets_read(struct dti__document *document)
{
    struct head head = {.format = NULL};
    const dti_framework *framework =
        dti__bind(document, DTI__TOP("dti-targets/1", head_fields, &head));
    dti_targets *targets = framework ? read_all(document, framework) : NULL;
    if (framework && !targets)
        document->reader.out_of_memory = true;
    return targets;
}
