/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Histories in documents. A step that is taken is written and read like one of a document, so that
 * there is one way in. */
#include "io/history.h"

#include "base/number.h"
#include "base/sha256.h"
#include "diag/options.h"
#include "json/tree.h"
#include "json/write.h"

#include <string.h>

static const char *const own_digest[] = {"digest", NULL}; /* not part of what it is the digest of */

struct raw_step {
    struct dti__history_step step;
    int word;
    struct dti__time at;
    const cJSON *names;
};

/* "action" comes first: its words are those of the process. */
static const struct dti__field step_fields[] = {
    DTI__FIELD_OF(struct raw_step, word, "action", NULL, DTI__REQUIRED),
    DTI__FIELD(struct raw_step, at, "at", TIME, DTI__REQUIRED),
    DTI__FIELD(struct raw_step, step.by, "by", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct raw_step, step.agency, "agency", ID, 0),
    DTI__FIELD(struct raw_step, step.reason, "reason", NAMES, 0),
    DTI__FIELD_IN(struct raw_step, names, "names", ARRAY, 0, 1, 0),
    DTI__FIELD(struct raw_step, step.points, "points", TEXT, 0),
    DTI__FIELD(struct raw_step, step.content, "content", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct raw_step, step.previous, "previous", TEXT, 0),
    DTI__FIELD(struct raw_step, step.digest, "digest", TEXT, DTI__REQUIRED),
};
#define STEP_FIELDS (sizeof step_fields / sizeof step_fields[0])

/* ── one step ── */

/* A key that goes with some actions only. */
static void check_key(struct dti__reader *reader, const struct dti__path *path, const char *key,
                      bool is_given, bool belongs, bool is_required, int action)
{
    const struct dti__path at = {path, key, 0};
    if (is_given && !belongs)
        dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &at,
                         DTI__ARGS(DTI__TEXT(key), DTI__TEXT(dti_action_id((dti_action)action))));
    if (!is_given && is_required)
        dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT(key)));
}

static void read_names(struct dti__reader *reader, const cJSON *array, const struct dti__path *path,
                       struct dti__history_step *step)
{
    const struct dti__path at = {path, "names", 0};
    step->names =
        dti__read_texts(reader, array, &at, DTI__FIELD_ID, DTI__MOST_OPERANDS, &step->name_count);
    dti__check_different(reader, &at, step->names, step->name_count);
}

static void check_points(struct dti__reader *reader, const struct dti__path *path,
                         const char *points)
{
    const struct dti__path at = {path, "points", 0};
    int64_t amount = 0;
    int decimals = 0;
    if (points && !dti__decimal_read(points, strlen(points), &amount, &decimals))
        dti__reader_find(reader, DTI__MSG_NOT_DECIMAL, &at, DTI__ARGS(DTI__TEXT(points)));
}

/* Everything about a step that can be seen without the others. */
static void read_step(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                      int process, struct dti__history_step *step)
{
    struct dti__field fields[STEP_FIELDS];
    struct raw_step raw = {.names = NULL};
    memcpy(fields, step_fields, sizeof fields);
    fields[0].words = dti__process_words(process);
    if (!DTI__READ(reader, object, path, fields, &raw))
        return;
    const int action = dti__process_action(process, raw.word);
    const struct dti__path content = {path, "content", 0};
    *step = raw.step;
    step->action = action;
    step->at = raw.at.text;
    step->time = raw.at.seconds;
    dti__check_hash(reader, &content, step->content);
    check_key(reader, path, "names", raw.names != NULL,
              action == DTI_ACTION_ACCEPT || action == DTI_ACTION_SUPPLY,
              action == DTI_ACTION_SUPPLY, action);
    check_key(reader, path, "points", step->points != NULL, action == DTI_ACTION_CHANGE,
              action == DTI_ACTION_CHANGE, action);
    read_names(reader, raw.names, path, step);
    check_points(reader, path, step->points);
}

/* ── the chain ── */

static void check_previous(struct dti__reader *reader, const struct dti__path *path,
                           const struct dti__history_step *step, const char *last)
{
    const struct dti__path at = {path, "previous", 0};
    if (!last && step->previous)
        dti__reader_find(reader, DTI__MSG_STEPS_BEHEADED, &at,
                         DTI__ARGS(DTI__TEXT(step->previous)));
    else if (last && !step->previous)
        dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT("previous")));
    else if (last && strcmp(step->previous, last) != 0)
        dti__reader_find(reader, DTI__MSG_STEPS_BROKEN, &at,
                         DTI__ARGS(DTI__TEXT(step->previous), DTI__TEXT(last)));
}

static void check_digest(struct dti__reader *reader, const cJSON *object,
                         const struct dti__path *path, const struct dti__history_step *step)
{
    const struct dti__path at = {path, "digest", 0};
    char digest[DTI__DIGEST_SIZE];
    if (!dti__json_digest(object, own_digest, digest))
        reader->out_of_memory = true;
    else if (strcmp(step->digest, digest) != 0)
        dti__reader_find(reader, DTI__MSG_STEP_EDITED, &at,
                         DTI__ARGS(DTI__TEXT(step->digest), DTI__TEXT(digest)));
}

static void check_head(struct dti__reader *reader, const struct dti__path *path, const char *head,
                       const dti_history *history)
{
    const struct dti__path at = {path, "head", 0};
    if (history->count == 0) {
        if (head)
            dti__reader_find(reader, DTI__MSG_HEAD_WITHOUT_STEPS, &at, DTI__ARGS(DTI__TEXT(head)));
        return;
    }
    const char *last = history->steps[history->count - 1].digest;
    if (!head)
        dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT("head")));
    else if (last && strcmp(head, last) != 0)
        dti__reader_find(reader, DTI__MSG_HEAD_DIFFERS, &at,
                         DTI__ARGS(DTI__TEXT(head), DTI__TEXT(last)));
}

/* Step by step, until one is faulty: what comes after it says nothing new. */
static bool read_steps(struct dti__reader *reader, const cJSON *array, const struct dti__path *path,
                       dti_history *history)
{
    const char *last = NULL;
    int state = 0;
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < history->count && !reader->out_of_memory; i++, item = item->next) {
        const struct dti__path at = {path, NULL, i};
        struct dti__history_step *step = &history->steps[i];
        const size_t errors = dti__report_errors(reader->report);
        read_step(reader, item, &at, history->process, step);
        if (step->digest) {
            check_previous(reader, &at, step, last);
            check_digest(reader, item, &at, step);
            if (!dti__history_admits(history, i, state, step, NULL, NULL))
                dti__history_admits(history, i, state, step, reader->report,
                                    dti__path_text(reader, &at));
        }
        if (dti__report_errors(reader->report) != errors)
            return false;
        state = dti__history_next(history->process, state, step->action);
        last = step->digest;
    }
    return !reader->out_of_memory;
}

bool dti__read_history(struct dti__reader *reader, const cJSON *array, const char *head,
                       const struct dti__path *path, int process, dti_history *out)
{
    const struct dti__path steps = {path, "history", 0};
    const size_t errors = dti__report_errors(reader->report);
    out->process = process;
    out->steps =
        dti__read_room(reader, array, &steps, sizeof *out->steps, DTI__MOST_STEPS, &out->count);
    if (read_steps(reader, array, &steps, out))
        check_head(reader, path, head, out);
    return !reader->out_of_memory && dti__report_errors(reader->report) == errors;
}

/* ── writing ── */

/* All but the digest. */
static cJSON *write_step(struct dti__writer *writer, cJSON *array,
                         const struct dti__history_step *step)
{
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "action", dti_action_id((dti_action)step->action));
    dti__write_text(writer, object, "at", step->at);
    dti__write_text(writer, object, "by", step->by);
    dti__write_text_if(writer, object, "agency", step->agency);
    dti__write_names_if(writer, object, "reason", step->reason);
    cJSON *names = step->name_count > 0 ? dti__write_array(writer, object, "names") : NULL;
    for (size_t i = 0; i < step->name_count; i++)
        dti__write_text(writer, names, NULL, step->names[i]);
    dti__write_text_if(writer, object, "points", step->points);
    dti__write_text(writer, object, "content", step->content);
    dti__write_text_if(writer, object, "previous", step->previous);
    return object;
}

void dti__write_steps(struct dti__writer *writer, cJSON *parent, const dti_history *history,
                      size_t count)
{
    if (count == 0)
        return;
    cJSON *array = dti__write_array(writer, parent, "history");
    for (size_t i = 0; i < count; i++) {
        cJSON *object = write_step(writer, array, &history->steps[i]);
        dti__write_text(writer, object, "digest", history->steps[i].digest);
    }
    dti__write_text(writer, parent, "head", history->steps[count - 1].digest);
}

void dti__write_history(struct dti__writer *writer, cJSON *parent, const dti_history *history)
{
    dti__write_steps(writer, parent, history, history->count);
}

/* ── one more step ── */

static dti_status check_given(const dti_history_step *given, dti_history_step *step,
                              dti_error **error)
{
    if (!given)
        return dti__fail_null(error, "step");
    const dti_status status =
        dti__options_read(given, step, sizeof *step, "dti_history_step", error);
    if (status != DTI_OK)
        return status;
    if (dti_action_id(step->action)[0] == '\0')
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("action")));
    if (step->name_count > DTI__MOST_OPERANDS)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("name_count")));
    const struct {
        const char *name;
        bool is_missing;
    } needed[] = {
        {"at", !step->at}, {"by", !step->by}, {"reason_vi", !step->reason_vi && step->reason_en}};
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
        if (needed[i].is_missing)
            return dti__fail_null(error, needed[i].name);
    return DTI_OK;
}

/* The step as an object with its digest; NULL when out of memory. */
static cJSON *seal(const struct dti__history_step *step)
{
    struct dti__writer writer = {false};
    char digest[DTI__DIGEST_SIZE];
    cJSON *array = cJSON_CreateArray();
    cJSON *object = array ? write_step(&writer, array, step) : NULL;
    if (object && !writer.out_of_memory && dti__json_digest(object, own_digest, digest)) {
        dti__write_text(&writer, object, "digest", digest);
        if (!writer.out_of_memory)
            return array;
    }
    dti__json_free(array);
    return NULL;
}

/* Reads the sealed step behind the earlier ones. */
static dti_status take_step(struct dti__arena *arena, const cJSON *array, dti_history *history,
                            dti_error **error)
{
    struct dti__reader reader = {arena, dti__report_new(NULL), false};
    if (!reader.report)
        return dti__fail_nomem(error);
    const size_t last = history->count - 1;
    struct dti__history_step *step = &history->steps[last];
    read_step(&reader, array->child, NULL, history->process, step);
    if (step->digest)
        dti__history_admits(history, last, dti__history_state(history, last), step, reader.report,
                            NULL);
    const dti_status status =
        reader.out_of_memory ? dti__fail_nomem(error) : dti__report_result(reader.report, error);
    dti_report_unref(reader.report);
    return status;
}

dti_status dti__history_append(const dti_history *history, struct dti__arena *arena,
                               const dti_history_step *step, const char *content,
                               const char *points, dti_history *out, dti_error **error)
{
    dti_history_step given = DTI_HISTORY_STEP_INIT;
    dti_history longer = {history->process, NULL, history->count + 1};
    struct dti__history_step next = {.content = content, .points = points};
    dti_status status = check_given(step, &given, error);
    if (status == DTI_OK && history->count == DTI__MOST_STEPS)
        status = dti__fail(error, DTI__MSG_TOO_MANY,
                           DTI__ARGS(DTI__INTEGER(longer.count), DTI__INTEGER(DTI__MOST_STEPS)));
    if (status == DTI_OK)
        status = dti__history_take(arena, &given, &next, error);
    if (status != DTI_OK)
        return status;
    next.action = (int)given.action;
    next.previous = history->count > 0 ? history->steps[history->count - 1].digest : NULL;
    cJSON *sealed = seal(&next);
    longer.steps = dti__arena_array(arena, longer.count, sizeof *longer.steps);
    if (!sealed || !longer.steps) {
        dti__json_free(sealed);
        return dti__fail_nomem(error);
    }
    if (history->count > 0)
        memcpy(longer.steps, history->steps, history->count * sizeof *longer.steps);
    status = take_step(arena, sealed, &longer, error);
    dti__json_free(sealed);
    if (status == DTI_OK)
        *out = longer;
    return status;
}
