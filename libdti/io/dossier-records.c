/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Evidence, replies and stages of a dossier, in and out. */
#include "io/dossier-reports.h"

#include "base/number.h"
#include "io/evidence-read.h"
#include "io/history.h"
#include "json/tree.h"
#include "json/write.h"

#include <string.h>

void dti__read_records(struct dti__reader *reader, const cJSON *array, dti_dossier *dossier)
{
    struct dti__path path = {NULL, "evidence", 0};
    size_t count = 0;
    dossier->has_evidence = array != NULL;
    dossier->evidence =
        dti__read_room(reader, array, &path, sizeof *dossier->evidence, DTI__MOST_LIST, &count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < count && !reader->out_of_memory; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        dossier->evidence[i] =
            dti__evidence_read(item, &at, &dossier->arena.allocator, reader->report, true);
        reader->out_of_memory = !dossier->evidence[i];
        dossier->evidence_count = i + (dossier->evidence[i] != NULL);
    }
}

bool dti__reply_digest(const char *code, const char *appraised, char out[DTI__DIGEST_SIZE])
{
    struct dti__writer writer = {false};
    cJSON *content = cJSON_CreateObject();
    dti__write_text_if(&writer, content, "appraised", appraised);
    dti__write_text(&writer, content, "code", code);
    bool is_done = content && !writer.out_of_memory && dti__json_digest(content, NULL, out);
    dti__json_free(content);
    return is_done;
}

struct raw_reply {
    struct dti__reply reply;
    const cJSON *history;
    const char *head;
};

static void check_content(struct dti__reader *reader, const struct dti__path *path,
                          const struct dti__reply *reply)
{
    char digest[DTI__DIGEST_SIZE];
    struct dti__path history = {path, "history", 0};
    if (!dti__reply_digest(reply->code, reply->appraised, digest)) {
        reader->out_of_memory = true;
        return;
    }
    for (size_t i = 0; i < reply->history.count; i++) {
        struct dti__path step = {&history, NULL, i};
        struct dti__path content = {&step, "content", 0};
        if (strcmp(reply->history.steps[i].content, digest) != 0)
            dti__reader_find(reader, DTI__MSG_REPLY_OTHER_CONTENT, &content,
                             DTI__ARGS(DTI__TEXT(reply->code), DTI__TEXT(digest)));
    }
}

void dti__read_replies(struct dti__reader *reader, const cJSON *array, dti_dossier *dossier)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_reply, reply.code, "code", CODE, DTI__REQUIRED),
        DTI__FIELD(struct raw_reply, reply.appraised, "appraised", TEXT, 0),
        DTI__FIELD_IN(struct raw_reply, history, "history", ARRAY, DTI__REQUIRED, 1, 0),
        DTI__FIELD(struct raw_reply, head, "head", TEXT, DTI__REQUIRED),
    };
    struct dti__path path = {NULL, "replies", 0};
    size_t count = 0;
    dossier->replies =
        dti__read_room(reader, array, &path, sizeof *dossier->replies, DTI__MOST_LIST, &count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        struct dti__path appraised = {&at, "appraised", 0};
        struct raw_reply raw = {.head = NULL};
        int64_t amount = 0;
        int decimals = 0;
        struct dti__reply *reply = &dossier->replies[dossier->reply_count++];
        reply->node = DTI_NONE;
        if (!DTI__READ(reader, item, &at, fields, &raw))
            continue; /* without a code nothing more is said of it */
        if (raw.reply.appraised &&
            !dti__decimal_read(raw.reply.appraised, strlen(raw.reply.appraised), &amount,
                               &decimals))
            dti__reader_find(reader, DTI__MSG_NOT_DECIMAL, &appraised,
                             DTI__ARGS(DTI__TEXT(raw.reply.appraised)));
        if (!dti__read_history(reader, raw.history, raw.head, &at, DTI__PROCESS_REPLY,
                               &raw.reply.history))
            continue;
        check_content(reader, &at, &raw.reply);
        *reply = raw.reply;
        reply->node = DTI_NONE;
    }
}

struct raw_stages {
    const cJSON *history;
    const char *head;
};

void dti__read_stages(struct dti__reader *reader, const cJSON *object, dti_dossier *dossier)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct raw_stages, history, "history", ARRAY, DTI__REQUIRED, 1, 0),
        DTI__FIELD(struct raw_stages, head, "head", TEXT, DTI__REQUIRED),
    };
    struct dti__path path = {NULL, "stages", 0};
    struct raw_stages raw = {NULL, NULL};
    dti_history stages = {.process = DTI__PROCESS_STAGES};
    if (object && DTI__READ(reader, object, &path, fields, &raw) &&
        dti__read_history(reader, raw.history, raw.head, &path, DTI__PROCESS_STAGES, &stages))
        dossier->stages = stages;
}

void dti__write_records(struct dti__writer *writer, cJSON *tree, const dti_dossier *dossier)
{
    cJSON *array = dossier->has_evidence ? dti__write_array(writer, tree, "evidence") : NULL;
    for (size_t i = 0; i < dossier->evidence_count; i++)
        dti__write_evidence(writer, array, dossier->evidence[i]);
}

void dti__write_replies(struct dti__writer *writer, cJSON *tree, const dti_dossier *dossier)
{
    cJSON *array = dossier->reply_count > 0 ? dti__write_array(writer, tree, "replies") : NULL;
    for (size_t i = 0; i < dossier->reply_count; i++) {
        const struct dti__reply *reply = &dossier->replies[i];
        cJSON *object = dti__write_object(writer, array, NULL);
        dti__write_text(writer, object, "code", reply->code);
        dti__write_text_if(writer, object, "appraised", reply->appraised);
        dti__write_history(writer, object, &reply->history);
    }
}

void dti__write_stages(struct dti__writer *writer, cJSON *tree, const dti_dossier *dossier)
{
    if (dossier->stages.count > 0)
        dti__write_history(writer, dti__write_object(writer, tree, "stages"), &dossier->stages);
}
