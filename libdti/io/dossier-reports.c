/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/dossier-reports.h"

#include "model/reports.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_REPORTS  10000 /* of one input */
#define MOST_REVISION 1e6

struct raw_report {
    struct dti__report_of report;
    const cJSON *value;
    int state;
    const cJSON *parts;
    const cJSON *things;
};

static const struct dti__field report_fields[] = {
    DTI__FIELD(struct raw_report, report.reporter, "reporter", ID, 0),
    DTI__FIELD(struct raw_report, report.form, "form", TEXT, 0),
    DTI__FIELD(struct raw_report, report.row, "row", TEXT, 0),
    DTI__FIELD(struct raw_report, report.date, "date", DATE, 0),
    DTI__FIELD_IN(struct raw_report, report.revision, "revision", INTEGER, 0, 0, MOST_REVISION),
    DTI__FIELD(struct raw_report, value, "value", ANY, 0),
    DTI__FIELD_OF(struct raw_report, state, "state", dti__state_words + 1, 0),
    DTI__FIELD_IN(struct raw_report, parts, "parts", ARRAY, 0, 1, 0),
    DTI__FIELD(struct raw_report, things, "things", ARRAY, 0),
    DTI__FIELD(struct raw_report, report.note, "note", NAMES, 0),
};

static void read_parts(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                       struct dti__report_of *report)
{
    static const struct dti__field number = {
        .type = DTI__FIELD_NUMBER, .low = -DTI__MOST_FIGURE, .high = DTI__MOST_FIGURE};
    struct dti__path path = {up, "parts", 0};
    double *parts = dti__read_room(reader, array, &path, sizeof *parts, DTI__MOST_OPERANDS,
                                   &report->part_count);
    const cJSON *item = array ? array->child : NULL;
    double sum = 0;
    for (size_t i = 0; i < report->part_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        if (!dti__read_value(reader, item, &at, &number, &parts[i]))
            return;
        sum += parts[i];
    }
    report->parts = parts;
    if (report->part_count > 0 && !(fabs(sum - report->number) <= 1e-9 * fabs(sum)))
        dti__reader_find(reader, DTI__MSG_PARTS_DIFFER, &path,
                         DTI__ARGS(DTI__NUMBER(sum, -1), DTI__NUMBER(report->number, -1)));
}

static void read_things(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                        int kind, struct dti__report_of *report)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__thing, name, "name", TEXT, DTI__REQUIRED),
        DTI__FIELD(struct dti__thing, counts, "counts", BOOL, DTI__REQUIRED),
    };
    static const struct dti__list list = DTI__LIST(fields, struct dti__thing, NULL, DTI__MOST_LIST);
    struct dti__path path = {up, "things", 0};
    size_t counted = 0;
    report->things = dti__read_list(reader, array, &path, &list, &report->thing_count);
    for (size_t i = 0; i < report->thing_count; i++)
        counted += report->things[i].counts;
    if (array && kind == DTI_INPUT_COUNT && !(fabs((double)counted - report->number) < 0.5))
        dti__reader_find(reader, DTI__MSG_THINGS_DIFFER, &path,
                         DTI__ARGS(DTI__INTEGER(counted), DTI__NUMBER(report->number, -1)));
}

/* A value with its details, or a state; false if it was refused. */
static bool read_said(struct dti__reader *reader, const dti_framework *framework, size_t input,
                      const cJSON *object, const struct dti__path *path, struct raw_report *raw)
{
    struct dti__path value = {path, "value", 0};
    struct dti__path parts = {path, raw->parts ? "parts" : "things", 0};
    struct dti__report_of *report = &raw->report;
    bool has_state = dti__member(object, "state") != NULL;
    struct dti__figure figure = {.state = DTI_STATE_MISSING};
    if ((raw->value != NULL) == has_state) {
        dti__reader_find(reader, has_state ? DTI__MSG_STATE_WITH_VALUE : DTI__MSG_VALUE_OR_STATE,
                         has_state ? &value : path,
                         DTI__ARGS(DTI__TEXT(dti__state_words[raw->state + 1])));
        return false;
    }
    report->state = (uint8_t)(raw->state + 1);
    if (has_state && (raw->parts || raw->things)) {
        dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &parts,
                         DTI__ARGS(DTI__TEXT(parts.key), DTI__TEXT("state")));
        return false;
    }
    if (has_state)
        return true;
    if (!dti__read_figure(reader, framework, input, raw->value, &value, &figure))
        return false;
    report->state = DTI_STATE_PRESENT;
    report->number = figure.number;
    report->text = figure.text;
    report->items = figure.items;
    report->item_count = figure.item_count;
    read_parts(reader, raw->parts, path, report);
    read_things(reader, raw->things, path, framework->inputs[input].kind, report);
    return true;
}

/* What stood in the dossier has neither form nor day; what has not come yet says nothing. */
static bool check_report(struct dti__reader *reader, const cJSON *object,
                         const struct dti__path *path, const struct dti__report_of *report)
{
    static const char *const foreign[] = {"form", "row", "date", "revision"};
    for (size_t i = 0; !report->reporter && i < sizeof foreign / sizeof foreign[0]; i++) {
        struct dti__path at = {path, foreign[i], 0};
        if (!dti__member(object, foreign[i]))
            continue;
        dti__reader_find(reader, DTI__MSG_REPORT_WITHOUT_REPORTER, &at,
                         DTI__ARGS(DTI__TEXT(foreign[i])));
        return false;
    }
    struct dti__path revision = {path, "revision", 0};
    bool is_empty = report->state == DTI_STATE_MISSING && report->date.year == 0;
    if (!dti__report_is_awaited(report) || is_empty)
        return true;
    dti__reader_find(reader, DTI__MSG_REPORT_AWAITED, &revision, DTI__NO_ARGS);
    return false;
}

void dti__read_reports(struct dti__reader *reader, const dti_framework *framework, size_t input,
                       const cJSON *array, const struct dti__path *up, struct dti__figure *figure)
{
    struct dti__path path = {up, "reports", 0};
    size_t count = 0;
    size_t sound = 0;
    figure->reports =
        dti__read_room(reader, array, &path, sizeof *figure->reports, MOST_REPORTS, &count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        struct raw_report raw = {.report.revision = 1};
        if (!DTI__READ(reader, item, &at, report_fields, &raw) ||
            !read_said(reader, framework, input, item, &at, &raw) ||
            !check_report(reader, item, &at, &raw.report))
            continue;
        raw.report.revision = raw.report.reporter ? raw.report.revision : 0;
        if (raw.report.date.year != 0)
            dti__date_write(raw.report.date, raw.report.date_text);
        figure->reports[sound++] = raw.report;
    }
    figure->report_count = sound;
    if (sound > 0)
        qsort(figure->reports, sound, sizeof *figure->reports, dti__report_compare);
    for (size_t i = 1; i < sound; i++) {
        const struct dti__report_of *report = &figure->reports[i];
        bool is_second_prior = !report->reporter;
        if (is_second_prior || dti__report_compare(report - 1, report) == 0)
            dti__reader_find(reader, DTI__MSG_REPORT_TWICE, &path,
                             DTI__ARGS(DTI__TEXT(report->reporter ? report->reporter : "")));
    }
}

struct raw_decision {
    const cJSON *reporter;
    const cJSON *value;
    const char *by;
    struct dti__time at;
    struct dti__text2 reason;
};

static bool has_reported(const struct dti__figure *figure, const char *reporter)
{
    for (size_t i = 0; i < figure->report_count; i++) {
        const struct dti__report_of *report = &figure->reports[i];
        if (report->reporter && strcmp(report->reporter, reporter) == 0)
            return true;
    }
    return false;
}

/* Whose figure counts, or which figure. */
static void read_choice(struct dti__reader *reader, const dti_framework *framework, size_t input,
                        const struct raw_decision *raw, const struct dti__path *path,
                        const struct dti__figure *of, struct dti__decision *decision)
{
    static const struct dti__field id = {.type = DTI__FIELD_ID};
    struct dti__path reporter = {path, "reporter", 0};
    struct dti__path value = {path, "value", 0};
    struct dti__figure figure = {.state = DTI_STATE_MISSING};
    if ((raw->reporter != NULL) == (raw->value != NULL)) {
        dti__reader_find(reader, DTI__MSG_ONE_OF_KEYS, path,
                         DTI__ARGS(DTI__TEXT("reporter, value")));
    } else if (raw->value) {
        if (dti__read_figure(reader, framework, input, raw->value, &value, &figure))
            decision->number = figure.number;
    } else if ((raw->reporter->type & 0xFF) == cJSON_String && !*raw->reporter->valuestring) {
        decision->reporter = "";
        if (framework->inputs[input].derive.form == DTI__FORM_NONE)
            dti__reader_find(reader, DTI__MSG_DECISION_NOT_DERIVED, &reporter,
                             DTI__ARGS(DTI__TEXT(framework->inputs[input].id)));
    } else if (dti__read_value(reader, raw->reporter, &reporter, &id, &decision->reporter) &&
               !has_reported(of, decision->reporter)) {
        dti__reader_find(
            reader, DTI__MSG_DECISION_REPORTER, &reporter,
            DTI__ARGS(DTI__TEXT(decision->reporter), DTI__TEXT(framework->inputs[input].id)));
    }
}

void dti__read_decisions(struct dti__reader *reader, const dti_framework *framework, size_t input,
                         const cJSON *array, const struct dti__path *up, struct dti__figure *figure)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_decision, reporter, "reporter", ANY, 0),
        DTI__FIELD(struct raw_decision, value, "value", ANY, 0),
        DTI__FIELD(struct raw_decision, by, "by", TEXT, DTI__REQUIRED),
        DTI__FIELD(struct raw_decision, at, "at", TIME, DTI__REQUIRED),
        DTI__FIELD(struct raw_decision, reason, "reason", NAMES, DTI__REQUIRED),
    };
    struct dti__path path = {up, "decisions", 0};
    figure->decisions = dti__read_room(reader, array, &path, sizeof *figure->decisions,
                                       MOST_REPORTS, &figure->decision_count);
    if (array && array->child && figure->report_count == 0)
        dti__reader_find(reader, DTI__MSG_DECISION_WITHOUT_REPORTS, &path, DTI__NO_ARGS);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < figure->decision_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        struct raw_decision raw = {.reporter = NULL};
        if (!DTI__READ(reader, item, &at, fields, &raw))
            continue;
        struct dti__decision *decision = &figure->decisions[i];
        *decision = (struct dti__decision){
            .by = raw.by, .at = raw.at.text, .time = raw.at.seconds, .reason = raw.reason};
        read_choice(reader, framework, input, &raw, &at, figure, decision);
    }
}

void dti__write_figure_value(struct dti__writer *writer, cJSON *object,
                             const struct dti__input *input, const struct dti__report_of *value)
{
    cJSON *items = NULL;
    switch (input->kind) {
    case DTI_INPUT_CHOICE:
        dti__write_text(writer, object, "value", input->choices[(size_t)value->number].id);
        break;
    case DTI_INPUT_YES_NO:
        dti__write_bool(writer, object, "value", value->number > 0);
        break;
    case DTI_INPUT_LIST:
        items = dti__write_array(writer, object, "value");
        for (size_t i = 0; i < value->item_count; i++)
            dti__write_text(writer, items, NULL, value->items[i]);
        break;
    case DTI_INPUT_TEXT:
        dti__write_text(writer, object, "value", value->text);
        break;
    default:
        dti__write_number(writer, object, "value", value->number);
    }
}

static void write_report(struct dti__writer *writer, cJSON *array, const struct dti__input *input,
                         const struct dti__report_of *report)
{
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text_if(writer, object, "reporter", report->reporter);
    dti__write_text_if(writer, object, "form", report->form);
    dti__write_text_if(writer, object, "row", report->row);
    dti__write_date_if(writer, object, "date", report->date);
    if (report->reporter)
        dti__write_number(writer, object, "revision", (double)report->revision);
    if (report->state == DTI_STATE_PRESENT)
        dti__write_figure_value(writer, object, input, report);
    else
        dti__write_text(writer, object, "state", dti__state_words[report->state]);
    cJSON *parts = report->part_count > 0 ? dti__write_array(writer, object, "parts") : NULL;
    for (size_t i = 0; i < report->part_count; i++)
        dti__write_number(writer, parts, NULL, report->parts[i]);
    cJSON *things = report->thing_count > 0 ? dti__write_array(writer, object, "things") : NULL;
    for (size_t i = 0; i < report->thing_count; i++) {
        cJSON *thing = dti__write_object(writer, things, NULL);
        dti__write_text(writer, thing, "name", report->things[i].name);
        dti__write_bool(writer, thing, "counts", report->things[i].counts);
    }
    dti__write_names_if(writer, object, "note", report->note);
}

void dti__write_reports(struct dti__writer *writer, cJSON *object, const struct dti__input *input,
                        const struct dti__figure *figure)
{
    cJSON *reports = figure->report_count > 0 ? dti__write_array(writer, object, "reports") : NULL;
    for (size_t i = 0; i < figure->report_count; i++)
        write_report(writer, reports, input, &figure->reports[i]);
    cJSON *decisions =
        figure->decision_count > 0 ? dti__write_array(writer, object, "decisions") : NULL;
    for (size_t i = 0; i < figure->decision_count; i++) {
        const struct dti__decision *decision = &figure->decisions[i];
        struct dti__report_of value = {.number = decision->number};
        cJSON *of = dti__write_object(writer, decisions, NULL);
        dti__write_text_if(writer, of, "reporter", decision->reporter);
        if (!decision->reporter)
            dti__write_figure_value(writer, of, input, &value);
        dti__write_text(writer, of, "by", decision->by);
        dti__write_text(writer, of, "at", decision->at);
        dti__write_names_if(writer, of, "reason", decision->reason);
    }
}
