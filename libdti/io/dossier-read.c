/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/dossier-read.h"

#include "intake/combine.h"
#include "io/binding.h"
#include "io/dossier-reports.h"
#include "model/check.h"

static const char *const quantities[] = {"points",     "value", "percent", "rank",
                                         "difference", "count", NULL};
static const char *const subjects[] = {"unit", "part", "mean", "cohort", NULL};
static const char *const differing[] = {"rank", "value", NULL};

struct raw_dossier {
    const char *format;
    const cJSON *framework;
    const cJSON *unit;
    const cJSON *sources;
    const cJSON *agencies;
    const cJSON *inputs;
    const cJSON *stated;
    const cJSON *explanations;
    const cJSON *evidence;
    const cJSON *replies;
    const cJSON *stages;
};

struct head {
    struct raw_dossier raw;
    dti_dossier dossier;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, raw.format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, dossier.id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, dossier.version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.framework, "framework", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.unit, "unit", OBJECT, DTI__REQUIRED),
    DTI__FIELD_IN(struct head, dossier.year, "year", INTEGER, DTI__REQUIRED, DTI__FIRST_YEAR,
                  DTI__LAST_YEAR),
    DTI__FIELD(struct head, dossier.numbering, "numbering", ID, 0),
    DTI__FIELD(struct head, dossier.note, "note", NAMES, 0),
    DTI__FIELD(struct head, raw.sources, "sources", ARRAY, 0),
    DTI__FIELD(struct head, raw.agencies, "agencies", ARRAY, 0),
    DTI__FIELD(struct head, raw.inputs, "inputs", ARRAY, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.stated, "stated", ARRAY, 0),
    DTI__FIELD(struct head, raw.explanations, "explanations", ARRAY, 0),
    DTI__FIELD(struct head, raw.evidence, "evidence", ARRAY, 0),
    DTI__FIELD(struct head, raw.replies, "replies", ARRAY, 0),
    DTI__FIELD(struct head, raw.stages, "stages", OBJECT, 0),
};

const dti_framework *dti__dossier_bind(struct dti__document *document)
{
    struct head head = {.raw.format = NULL};
    return dti__bind(document, DTI__TOP("dti-dossier/1", head_fields, &head));
}

static void read_unit(struct dti__reader *reader, const cJSON *object, dti_dossier *dossier)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(dti_dossier, unit_id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(dti_dossier, unit_names, "names", NAMES, 0),
    };
    struct dti__path path = {NULL, "unit", 0};
    if (object)
        DTI__READ(reader, object, &path, fields, dossier);
}

static void read_agencies(struct dti__reader *reader, const cJSON *array, dti_dossier *dossier)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__agency, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__agency, names, "names", NAMES, 0),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__agency, NULL, DTI__MOST_LIST);
    struct dti__path path = {NULL, "agencies", 0};
    dossier->agencies = dti__read_list(reader, array, &path, &list, &dossier->agency_count);
}

struct raw_figure {
    const char *id;
    const cJSON *value;
    int state;
    const cJSON *origin;
    const cJSON *provenance;
    struct dti__text2 reason;
    struct dti__text2 note;
    const cJSON *reports;
    const cJSON *decisions;
};

static const struct dti__field figure_fields[] = {
    DTI__FIELD(struct raw_figure, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct raw_figure, value, "value", ANY, 0),
    DTI__FIELD_OF(struct raw_figure, state, "state", dti__state_words + 1, 0),
    DTI__FIELD(struct raw_figure, origin, "origin", OBJECT, 0),
    DTI__FIELD(struct raw_figure, provenance, "provenance", OBJECT, 0),
    DTI__FIELD(struct raw_figure, reason, "reason", NAMES, 0),
    DTI__FIELD(struct raw_figure, note, "note", NAMES, 0),
    DTI__FIELD(struct raw_figure, reports, "reports", ARRAY, 0),
    DTI__FIELD(struct raw_figure, decisions, "decisions", ARRAY, 0),
};

static void read_origin(struct dti__reader *reader, const cJSON *object, const struct dti__path *up,
                        struct dti__figure *figure)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_OF(struct dti__origin, kind, "kind", dti__origin_words, DTI__REQUIRED),
        DTI__FIELD(struct dti__origin, agency, "agency", ID, 0),
        DTI__FIELD(struct dti__origin, form, "form", TEXT, 0),
        DTI__FIELD(struct dti__origin, row, "row", TEXT, 0),
        DTI__FIELD(struct dti__origin, date, "date", DATE, 0),
    };
    struct dti__path path = {up, "origin", 0};
    figure->origin.agency_index = DTI_NONE;
    figure->has_origin = object != NULL;
    if (object)
        DTI__READ(reader, object, &path, fields, &figure->origin);
}

/* A value or a state, never both: what is not there has no figure. */
static void read_value(struct dti__reader *reader, const dti_dossier *dossier, size_t input,
                       const cJSON *object, const struct raw_figure *raw,
                       const struct dti__path *path)
{
    struct dti__path value = {path, "value", 0};
    struct dti__path reason = {path, "reason", 0};
    bool has_state = dti__member(object, "state") != NULL;
    if (raw->value && has_state)
        dti__reader_find(reader, DTI__MSG_STATE_WITH_VALUE, &value,
                         DTI__ARGS(DTI__TEXT(dti__state_words[raw->state + 1])));
    else if (!raw->value && !has_state)
        dti__reader_find(reader, DTI__MSG_VALUE_OR_STATE, path, DTI__NO_ARGS);
    else if (raw->value && raw->reason.vi)
        dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &reason,
                         DTI__ARGS(DTI__TEXT("reason"), DTI__TEXT("value")));
    else if (raw->value)
        dti__read_figure(reader, dossier->framework, input, raw->value, &value,
                         &dossier->figures[input]);
    else
        dossier->figures[input].state = (uint8_t)(raw->state + 1);
}

static void read_figure(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, dti_dossier *dossier)
{
    struct raw_figure raw = {0};
    struct dti__path id = {path, "id", 0};
    struct dti__path provenance = {path, "provenance", 0};
    if (!DTI__READ(reader, object, path, figure_fields, &raw))
        return;
    size_t input = dti_framework_input_find(dossier->framework, raw.id);
    if (input == DTI_NONE) {
        const char *pointer = dti__path_text(reader, &id);
        dti__check_unknown_input(dossier->framework, raw.id, reader->report, pointer);
        return;
    }
    struct dti__figure *figure = &dossier->figures[input];
    if (figure->is_listed) {
        dti__reader_find(reader, DTI__MSG_DUPLICATE_ID, &id, DTI__ARGS(DTI__TEXT(raw.id)));
        return;
    }
    figure->is_listed = true;
    dossier->order[dossier->listed_count++] = input;
    figure->reason = raw.reason;
    figure->note = raw.note;
    read_value(reader, dossier, input, object, &raw, path);
    read_origin(reader, raw.origin, path, figure);
    figure->has_provenance = raw.provenance != NULL;
    dti__read_provenance(reader, raw.provenance, &provenance, &figure->provenance);
    dti__read_reports(reader, dossier->framework, input, raw.reports, path, figure);
    dti__read_decisions(reader, dossier->framework, input, raw.decisions, path, figure);
}

static void read_inputs(struct dti__reader *reader, const cJSON *array, dti_dossier *dossier)
{
    struct dti__path path = {NULL, "inputs", 0};
    size_t i = 0;
    for (const cJSON *item = array ? array->child : NULL; item; item = item->next, i++) {
        struct dti__path at = {&path, NULL, i};
        read_figure(reader, item, &at, dossier);
    }
}

/* What stands in the document as words from 0 on; `counts` belongs to a count, `of` to a
 * difference.
 */
static void finish_stated(struct dti__reader *reader, const struct dti__path *path,
                          struct dti__stated *stated)
{
    struct dti__path counts = {path, "counts", 0};
    struct dti__path of = {path, "of", 0};
    if (stated->counts >= 0 && stated->quantity != DTI_QUANTITY_COUNT)
        dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &counts,
                         DTI__ARGS(DTI__TEXT("counts"), DTI__TEXT(quantities[stated->quantity])));
    if (stated->of >= 0 && stated->quantity != DTI_QUANTITY_DIFFERENCE)
        dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &of,
                         DTI__ARGS(DTI__TEXT("of"), DTI__TEXT(quantities[stated->quantity])));
    stated->track += DTI_TRACK_SELF;
    stated->counts += DTI__COUNTS_COMPONENTS;
    stated->of = stated->of < 0    ? 0
                 : stated->of == 0 ? (int)DTI_QUANTITY_RANK
                                   : (int)DTI_QUANTITY_VALUE;
}

static void read_stated(struct dti__reader *reader, const cJSON *array, dti_dossier *dossier)
{
    static const struct dti__stated as_printed = {.decimals = -1, .counts = -1, .of = -1};
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__stated, code, "code", CODE, DTI__REQUIRED),
        DTI__FIELD_OF(struct dti__stated, track, "track", dti__track_words, DTI__REQUIRED),
        DTI__FIELD_OF(struct dti__stated, quantity, "quantity", quantities, DTI__REQUIRED),
        DTI__FIELD(struct dti__stated, text, "text", TEXT, DTI__REQUIRED),
        DTI__FIELD_IN(struct dti__stated, decimals, "decimals", INTEGER, 0, 0, 9),
        DTI__FIELD_OF(struct dti__stated, subject, "subject", subjects, 0),
        DTI__FIELD_OF(struct dti__stated, counts, "counts", dti__counts_words, 0),
        DTI__FIELD_OF(struct dti__stated, of, "of", differing, 0),
        DTI__FIELD_IN(struct dti__stated, year, "year", INTEGER, 0, DTI__FIRST_YEAR,
                      DTI__LAST_YEAR),
        DTI__FIELD_IN(struct dti__stated, out_of, "out_of", INTEGER, 0, 1, 1000000),
        DTI__FIELD(struct dti__stated, source, "source", ID, 0),
        DTI__FIELD(struct dti__stated, place, "place", TEXT, 0),
        DTI__FIELD(struct dti__stated, note, "note", NAMES, 0),
    };
    static const struct dti__list list = {fields,
                                          sizeof fields / sizeof fields[0],
                                          sizeof(struct dti__stated),
                                          &as_printed,
                                          DTI__MOST_LIST,
                                          true};
    struct dti__path path = {NULL, "stated", 0};
    dossier->stated = dti__read_list(reader, array, &path, &list, &dossier->stated_count);
    for (size_t i = 0; i < dossier->stated_count; i++) {
        struct dti__path at = {&path, NULL, i};
        finish_stated(reader, &at, &dossier->stated[i]);
    }
}

struct raw_explanation {
    struct dti__explanation explanation;
    const cJSON *codes;
};

static void read_explanations(struct dti__reader *reader, const cJSON *array, dti_dossier *dossier)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct raw_explanation, codes, "codes", ARRAY, DTI__REQUIRED, 1, 0),
        DTI__FIELD_OF(struct raw_explanation, explanation.track, "track", dti__track_words,
                      DTI__REQUIRED),
        DTI__FIELD(struct raw_explanation, explanation.text, "text", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct raw_explanation, explanation.source, "source", ID, 0),
        DTI__FIELD(struct raw_explanation, explanation.place, "place", TEXT, 0),
    };
    struct dti__path path = {NULL, "explanations", 0};
    dossier->explanations = dti__read_room(reader, array, &path, sizeof *dossier->explanations,
                                           DTI__MOST_LIST, &dossier->explanation_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < dossier->explanation_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        struct dti__path codes = {&at, "codes", 0};
        struct raw_explanation raw = {.codes = NULL};
        if (!DTI__READ(reader, item, &at, fields, &raw))
            continue;
        raw.explanation.track += DTI_TRACK_SELF;
        raw.explanation.codes = dti__read_texts(reader, raw.codes, &codes, DTI__FIELD_CODE,
                                                DTI__MOST_OPERANDS, &raw.explanation.code_count);
        dossier->explanations[i] = raw.explanation;
    }
}

static void read_parts(struct dti__reader *reader, const struct raw_dossier *raw,
                       dti_dossier *dossier)
{
    struct dti__path sources = {NULL, "sources", 0};
    read_unit(reader, raw->unit, dossier);
    dti__read_sources(reader, raw->sources, &sources, &dossier->sources, &dossier->source_count);
    read_agencies(reader, raw->agencies, dossier);
    read_inputs(reader, raw->inputs, dossier);
    read_stated(reader, raw->stated, dossier);
    read_explanations(reader, raw->explanations, dossier);
    dti__read_records(reader, raw->evidence, dossier);
    dti__read_replies(reader, raw->replies, dossier);
    dti__read_stages(reader, raw->stages, dossier);
}

/* What is held against the rest of the dossier, as far as that was sound. */
static bool finish(dti_dossier *dossier, dti_report *report)
{
    if (dti__dossier_finish(dossier, report) != DTI_OK)
        return false;
    return dti__report_errors(report) > 0 || dti__combine_check(dossier, report);
}

dti_dossier *dti__dossier_read(const cJSON *tree, const dti_framework *framework,
                               const dti_allocator *allocator, dti_report *report)
{
    dti_dossier *dossier = dti__dossier_new(framework, allocator);
    if (!dossier)
        return NULL;
    struct dti__reader reader = {&dossier->arena, report, false};
    struct head head = {.dossier = {.id = "", .version = ""}};
    DTI__READ(&reader, tree, NULL, head_fields, &head);
    dossier->id = head.dossier.id;
    dossier->version = head.dossier.version;
    dossier->year = head.dossier.year;
    dossier->numbering = head.dossier.numbering;
    dossier->note = head.dossier.note;
    bool has_codes = dti__read_numbering(&reader, dossier->framework, &dossier->numbering);
    read_parts(&reader, &head.raw, dossier);
    bool has_memory = !reader.out_of_memory;
    if (has_memory && has_codes) /* what was faulty so far is left out of it */
        has_memory = finish(dossier, report);
    if (has_memory)
        return dossier;
    dti_dossier_unref(dossier);
    return NULL;
}
