/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/evidence-read.h"

#include "json/scalar.h"
#include "json/write.h"

#include <string.h>

const char *const dti__evidence_frame[] = {"format", "history", "head", "earlier", NULL};

/* "unknown" is not written: nothing is. */
static const char *const roles[] = {"head", "deputy", "other", NULL};

struct raw_content {
    struct dti__content content;
    const cJSON *components;
    const cJSON *inputs;
    const cJSON *signer;
    const cJSON *period;
    const cJSON *file;
    const cJSON *signature;
};

struct raw_record {
    struct raw_content raw; /* first: one table for contents that stand alone and for records */
    const cJSON *history;
    const char *head;
    const cJSON *earlier;
    const char *format;
};

static const struct dti__field record_fields[] = {
    DTI__FIELD(struct raw_content, content.id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct raw_content, content.kind, "kind", ID, DTI__REQUIRED),
    DTI__FIELD(struct raw_content, content.numbering, "numbering", ID, 0),
    DTI__FIELD_IN(struct raw_content, components, "components", ARRAY, 0, 1, 0),
    DTI__FIELD_IN(struct raw_content, inputs, "inputs", ARRAY, 0, 1, 0),
    DTI__FIELD(struct raw_content, content.number, "number", TEXT, 0),
    DTI__FIELD(struct raw_content, content.date, "date", DATE, 0),
    DTI__FIELD(struct raw_content, content.effective, "effective", DATE, 0),
    DTI__FIELD(struct raw_content, content.until, "until", DATE, 0),
    DTI__FIELD(struct raw_content, content.titles, "titles", NAMES, 0),
    DTI__FIELD(struct raw_content, content.issuer, "issuer", ID, 0),
    DTI__FIELD(struct raw_content, signer, "signer", OBJECT, 0),
    DTI__FIELD(struct raw_content, period, "period", OBJECT, 0),
    DTI__FIELD(struct raw_content, content.pages, "pages", TEXT, 0),
    DTI__FIELD(struct raw_content, file, "file", OBJECT, 0),
    DTI__FIELD(struct raw_content, signature, "signature", OBJECT, 0),
    DTI__FIELD(struct raw_content, content.reporter, "reporter", ID, 0),
    DTI__FIELD(struct raw_content, content.note, "note", NAMES, 0),
    /* the frame of a record */
    DTI__FIELD(struct raw_record, history, "history", ARRAY, 0),
    DTI__FIELD(struct raw_record, head, "head", TEXT, 0),
    DTI__FIELD(struct raw_record, earlier, "earlier", ARRAY, 0),
    /* a document of its own */
    DTI__FIELD(struct raw_record, format, "format", TEXT, DTI__REQUIRED),
};
enum {
    RECORD_FIELDS = sizeof record_fields / sizeof record_fields[0],
    EMBEDDED_FIELDS = RECORD_FIELDS - 1,
    CONTENT_FIELDS = EMBEDDED_FIELDS - 3
};

/* ── the content ── */

/* Nothing is given in one way only, by leaving it out: equal records have equal digests. */
static bool is_filled(struct dti__reader *reader, const cJSON *object, const struct dti__path *path)
{
    if (!object)
        return false;
    for (const cJSON *member = object->child; member; member = member->next)
        if (strncmp(member->string, "x-", 2) != 0)
            return true;
    dti__reader_find(reader, DTI__MSG_EMPTY_OBJECT, path, DTI__ARGS(DTI__TEXT(path->key)));
    return false;
}

static void read_signer(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, struct dti__content *content)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__content, signer_name, "name", TEXT, 0),
        DTI__FIELD_OF(struct dti__content, signer_role, "role", roles, 0),
        DTI__FIELD(struct dti__content, signer_mark, "mark", TEXT, 0),
    };
    const struct dti__path at = {path, "signer", 0};
    content->signer_role = -1;
    if (is_filled(reader, object, &at))
        DTI__READ(reader, object, &at, fields, content);
    content->signer_role += DTI_SIGNER_HEAD;
}

static void read_period(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, struct dti__content *content)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__content, from, "from", DATE, DTI__REQUIRED),
        DTI__FIELD(struct dti__content, to, "to", DATE, DTI__REQUIRED),
    };
    const struct dti__path at = {path, "period", 0};
    if (object)
        DTI__READ(reader, object, &at, fields, content);
}

static void read_file(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                      struct dti__content *content)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__content, file_name, "name", TEXT, 0),
        DTI__FIELD_IN(struct dti__content, file_size, "size", INTEGER, 0, 0, 9007199254740991.0),
        DTI__FIELD(struct dti__content, media_type, "media_type", TEXT, 0),
        DTI__FIELD(struct dti__content, sha256, "sha256", TEXT, 0),
    };
    const struct dti__path at = {path, "file", 0};
    const struct dti__path hash = {&at, "sha256", 0};
    content->file_size = -1;
    if (!is_filled(reader, object, &at))
        return;
    DTI__READ(reader, object, &at, fields, content);
    dti__check_hash(reader, &hash, content->sha256);
}

struct raw_signature {
    bool facts[DTI__SIGNATURE_FACTS];
};

static void read_signature(struct dti__reader *reader, const cJSON *object,
                           const struct dti__path *path, struct dti__content *content)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_signature, facts[DTI_SIGNATURE_PRESENT], "present", BOOL, 0),
        DTI__FIELD(struct raw_signature, facts[DTI_SIGNATURE_SEALED], "sealed", BOOL, 0),
        DTI__FIELD(struct raw_signature, facts[DTI_SIGNATURE_INTEGRITY], "integrity", BOOL, 0),
        DTI__FIELD(struct raw_signature, facts[DTI_SIGNATURE_CHAIN], "chain", BOOL, 0),
        DTI__FIELD(struct raw_signature, facts[DTI_SIGNATURE_COVERS_WHOLE], "covers_whole", BOOL,
                   0),
    };
    const struct dti__path at = {path, "signature", 0};
    struct raw_signature raw = {{false}};
    memset(content->signature, -1, sizeof content->signature);
    if (!is_filled(reader, object, &at))
        return;
    DTI__READ(reader, object, &at, fields, &raw);
    for (size_t i = 0; i < DTI__SIGNATURE_FACTS; i++)
        if (dti__member(object, fields[i].key))
            content->signature[i] = raw.facts[i];
}

static void read_links(struct dti__reader *reader, const struct raw_content *raw,
                       const struct dti__path *path, struct dti__content *content)
{
    const struct dti__path components = {path, "components", 0};
    const struct dti__path inputs = {path, "inputs", 0};
    content->codes = dti__read_texts(reader, raw->components, &components, DTI__FIELD_CODE,
                                     DTI__MOST_OPERANDS, &content->code_count);
    content->inputs = dti__read_texts(reader, raw->inputs, &inputs, DTI__FIELD_ID,
                                      DTI__MOST_OPERANDS, &content->input_count);
    dti__check_different(reader, &components, content->codes, content->code_count);
    dti__check_different(reader, &inputs, content->inputs, content->input_count);
    if (content->code_count > 0 && !content->numbering)
        dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT("numbering")));
}

/* What the table has read becomes a content with its digest. */
static void finish_content(struct dti__reader *reader, const cJSON *object,
                           const struct dti__path *path, const struct raw_content *raw,
                           struct dti__content *content)
{
    *content = raw->content;
    read_links(reader, raw, path, content);
    read_signer(reader, raw->signer, path, content);
    read_period(reader, raw->period, path, content);
    read_file(reader, raw->file, path, content);
    read_signature(reader, raw->signature, path, content);
    const char *pointer = dti__path_text(reader, path);
    if (!pointer || !dti__content_finish(content, reader->arena, reader->report, pointer) ||
        !dti__json_digest(object, dti__evidence_frame, content->digest))
        reader->out_of_memory = true;
}

static void read_earlier(struct dti__reader *reader, const cJSON *array,
                         const struct dti__path *path, dti_evidence *evidence)
{
    const struct dti__path list = {path, "earlier", 0};
    evidence->earlier = dti__read_room(reader, array, &list, sizeof *evidence->earlier,
                                       DTI__MOST_STEPS, &evidence->earlier_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < evidence->earlier_count; i++, item = item->next) {
        const struct dti__path at = {&list, NULL, i};
        struct raw_content raw = {.components = NULL};
        if (dti__read_object(reader, item, &at, record_fields, CONTENT_FIELDS, &raw))
            finish_content(reader, item, &at, &raw, &evidence->earlier[i]);
    }
}

/* ── what the steps speak of ── */

/* The contents that steps speak of are the current one and the earlier ones, in the order in which
 * they are first named; there are no others. */
static void check_contents(struct dti__reader *reader, const struct dti__path *path,
                           const dti_evidence *evidence)
{
    const struct dti__path steps = {path, "history", 0};
    const struct dti__path list = {path, "earlier", 0};
    size_t next = 0;
    for (size_t i = 0; i < evidence->history.count; i++) {
        const char *named = evidence->history.steps[i].content;
        if (dti__history_names(&evidence->history, i, named) ||
            strcmp(named, evidence->content.digest) == 0)
            continue;
        if (next < evidence->earlier_count && strcmp(evidence->earlier[next].digest, named) == 0) {
            next++;
            continue;
        }
        if (!dti__evidence_content(evidence, named)) {
            const struct dti__path step = {&steps, NULL, i};
            const struct dti__path at = {&step, "content", 0};
            dti__reader_find(reader, DTI__MSG_CONTENT_MISSING, &at, DTI__ARGS(DTI__TEXT(named)));
            return;
        }
        break; /* out of its turn */
    }
    if (next < evidence->earlier_count) {
        const struct dti__path at = {&list, NULL, next};
        dti__reader_find(reader, DTI__MSG_CONTENT_UNNAMED, &at,
                         DTI__ARGS(DTI__TEXT(evidence->earlier[next].digest)));
    }
}

static void check_ids(struct dti__reader *reader, const struct dti__path *path,
                      const dti_evidence *evidence)
{
    const struct dti__path list = {path, "earlier", 0};
    for (size_t i = 0; i < evidence->earlier_count; i++) {
        const struct dti__path item = {&list, NULL, i};
        const struct dti__path at = {&item, "id", 0};
        if (strcmp(evidence->earlier[i].id, evidence->content.id) != 0)
            dti__reader_find(
                reader, DTI__MSG_EARLIER_OTHER_ID, &at,
                DTI__ARGS(DTI__TEXT(evidence->earlier[i].id), DTI__TEXT(evidence->content.id)));
    }
}

/* What was handed in or accepted is what was approved. */
static void check_unchanged(struct dti__reader *reader, const struct dti__path *path,
                            const dti_evidence *evidence)
{
    const int state = (int)dti_evidence_state(evidence);
    if (state != DTI_REVIEW_SUBMITTED && state != DTI_REVIEW_ACCEPTED)
        return;
    const char *reviewed = evidence->history.steps[evidence->history.count - 1].content;
    if (strcmp(reviewed, evidence->content.digest) != 0)
        dti__reader_find(reader, DTI__MSG_CONTENT_CHANGED, path,
                         DTI__ARGS(DTI__TERM(dti__process_state_term(DTI__PROCESS_REVIEW, state)),
                                   DTI__TEXT(reviewed), DTI__TEXT(evidence->content.digest)));
}

/* ── the record ── */

static void read_record(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, bool is_embedded, dti_evidence *evidence)
{
    const size_t errors = dti__report_errors(reader->report);
    struct raw_record raw = {.raw.content.id = ""};
    dti__read_object(reader, object, path, record_fields,
                     is_embedded ? EMBEDDED_FIELDS : RECORD_FIELDS, &raw);
    if (!dti__json_is_object(object))
        return;
    finish_content(reader, object, path, &raw.raw, &evidence->content);
    read_earlier(reader, raw.earlier, path, evidence);
    dti__read_history(reader, raw.history, raw.head, path, DTI__PROCESS_REVIEW, &evidence->history);
    if (reader->out_of_memory || dti__report_errors(reader->report) != errors)
        return;
    check_ids(reader, path, evidence);
    check_unchanged(reader, path, evidence);
    if (dti__report_errors(reader->report) == errors)
        check_contents(reader, path, evidence);
}

dti_evidence *dti__evidence_read(const cJSON *object, const struct dti__path *path,
                                 const dti_allocator *allocator, dti_report *report,
                                 bool is_embedded)
{
    dti_evidence *evidence = dti__evidence_new(allocator);
    if (!evidence)
        return NULL;
    struct dti__reader reader = {&evidence->arena, report, false};
    evidence->content.id = "";
    read_record(&reader, object, path, is_embedded, evidence);
    if (!reader.out_of_memory)
        return evidence;
    dti_evidence_unref(evidence);
    return NULL;
}
