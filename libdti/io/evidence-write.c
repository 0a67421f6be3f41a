/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Records as documents: what is given is written, nothing else, so that a content has one digest.
 */
#include "io/evidence-read.h"

#include "base/number.h"
#include "json/tree.h"
#include "json/write.h"

#include <string.h>

static const char *const facts[] = {"present", "sealed", "integrity", "chain", "covers_whole"};

/* What a content and the draft of a builder have in common. */
struct source {
    const char *const *texts; /* by dti_evidence_field; NULL: not given */
    const char *const *codes;
    size_t code_count;
    const char *const *inputs;
    size_t input_count;
    const int8_t *signature;
};

static void write_list(struct dti__writer *writer, cJSON *parent, const char *key,
                       const char *const *texts, size_t count)
{
    cJSON *array = count > 0 ? dti__write_array(writer, parent, key) : NULL;
    for (size_t i = 0; i < count; i++)
        dti__write_text(writer, array, NULL, texts[i]);
}

struct part {
    const char *key;
    dti_evidence_field field;
};

/* An object of texts; none if no text is given. */
static void write_parts(struct dti__writer *writer, cJSON *parent, const char *key,
                        const char *const *texts, const struct part *parts, size_t count)
{
    cJSON *object = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!texts[parts[i].field])
            continue;
        if (!object)
            object = dti__write_object(writer, parent, key);
        dti__write_text(writer, object, parts[i].key, texts[parts[i].field]);
    }
}
#define WRITE_PARTS(writer, parent, key, texts, parts)                                             \
    write_parts(writer, parent, key, texts, parts, sizeof(parts) / sizeof(parts)[0])

/* A number as a number; what is none, for the reader to refuse in its words. */
static void write_size(struct dti__writer *writer, cJSON *file, const char *text)
{
    double size = 0;
    if (dti__number_read(text, strlen(text), &size))
        dti__write_number(writer, file, "size", size);
    else
        dti__write_text(writer, file, "size", text);
}

static void write_file(struct dti__writer *writer, cJSON *tree, const char *const *texts)
{
    const char *size = texts[DTI_EVIDENCE_FILE_SIZE];
    if (!texts[DTI_EVIDENCE_FILE_NAME] && !size && !texts[DTI_EVIDENCE_MEDIA_TYPE] &&
        !texts[DTI_EVIDENCE_FILE_SHA256])
        return;
    cJSON *file = dti__write_object(writer, tree, "file");
    dti__write_text_if(writer, file, "name", texts[DTI_EVIDENCE_FILE_NAME]);
    if (size)
        write_size(writer, file, size);
    dti__write_text_if(writer, file, "media_type", texts[DTI_EVIDENCE_MEDIA_TYPE]);
    dti__write_text_if(writer, file, "sha256", texts[DTI_EVIDENCE_FILE_SHA256]);
}

static void write_signature(struct dti__writer *writer, cJSON *tree, const int8_t *signature)
{
    cJSON *object = NULL;
    for (size_t i = 0; i < DTI__SIGNATURE_FACTS; i++) {
        if (signature[i] < 0)
            continue;
        if (!object)
            object = dti__write_object(writer, tree, "signature");
        dti__write_bool(writer, object, facts[i], signature[i] == 1);
    }
}

static void write_content(struct dti__writer *writer, cJSON *tree, const struct source *source)
{
    static const struct part titles[] = {{"vi", DTI_EVIDENCE_TITLE_VI},
                                         {"en", DTI_EVIDENCE_TITLE_EN}};
    static const struct part signer[] = {{"name", DTI_EVIDENCE_SIGNER_NAME},
                                         {"role", DTI_EVIDENCE_SIGNER_ROLE},
                                         {"mark", DTI_EVIDENCE_SIGNER_MARK}};
    static const struct part period[] = {{"from", DTI_EVIDENCE_PERIOD_FROM},
                                         {"to", DTI_EVIDENCE_PERIOD_TO}};
    static const struct part note[] = {{"vi", DTI_EVIDENCE_NOTE_VI}, {"en", DTI_EVIDENCE_NOTE_EN}};
    const char *const *texts = source->texts;
    dti__write_text_if(writer, tree, "id", texts[DTI_EVIDENCE_ID]);
    dti__write_text_if(writer, tree, "numbering", texts[DTI_EVIDENCE_NUMBERING]);
    write_list(writer, tree, "components", source->codes, source->code_count);
    write_list(writer, tree, "inputs", source->inputs, source->input_count);
    dti__write_text_if(writer, tree, "kind", texts[DTI_EVIDENCE_KIND]);
    dti__write_text_if(writer, tree, "number", texts[DTI_EVIDENCE_NUMBER]);
    dti__write_text_if(writer, tree, "date", texts[DTI_EVIDENCE_DATE]);
    dti__write_text_if(writer, tree, "effective", texts[DTI_EVIDENCE_EFFECTIVE]);
    dti__write_text_if(writer, tree, "until", texts[DTI_EVIDENCE_UNTIL]);
    WRITE_PARTS(writer, tree, "titles", texts, titles);
    dti__write_text_if(writer, tree, "issuer", texts[DTI_EVIDENCE_ISSUER]);
    WRITE_PARTS(writer, tree, "signer", texts, signer);
    WRITE_PARTS(writer, tree, "period", texts, period);
    dti__write_text_if(writer, tree, "pages", texts[DTI_EVIDENCE_PAGES]);
    write_file(writer, tree, texts);
    write_signature(writer, tree, source->signature);
    dti__write_text_if(writer, tree, "reporter", texts[DTI_EVIDENCE_REPORTER]);
    WRITE_PARTS(writer, tree, "note", texts, note);
}

static struct source source_of(const struct dti__content *content)
{
    return (struct source){content->texts,  content->codes,       content->code_count,
                           content->inputs, content->input_count, content->signature};
}

/* ── the frame ── */

/* The contents that steps speak of, but for the current one, in the order of the steps. */
static void write_earlier(struct dti__writer *writer, cJSON *tree, const char *current,
                          const dti_history *history, size_t steps, const dti_evidence *from)
{
    cJSON *array = NULL;
    for (size_t i = 0; i < steps; i++) {
        const char *named = history->steps[i].content;
        if (strcmp(named, current) == 0 || dti__history_names(history, i, named))
            continue;
        const struct source source = source_of(dti__evidence_content(from, named));
        if (!array)
            array = dti__write_array(writer, tree, "earlier");
        write_content(writer, dti__write_object(writer, array, NULL), &source);
    }
}

static cJSON *finish(const struct dti__writer *writer, cJSON *tree)
{
    if (!writer->out_of_memory)
        return tree;
    dti__json_free(tree);
    return NULL;
}

void dti__write_evidence(struct dti__writer *writer, cJSON *array, const dti_evidence *evidence)
{
    const struct source source = source_of(&evidence->content);
    cJSON *object = dti__write_object(writer, array, NULL);
    write_content(writer, object, &source);
    dti__write_history(writer, object, &evidence->history);
    write_earlier(writer, object, evidence->content.digest, &evidence->history,
                  evidence->history.count, evidence);
}

cJSON *dti__evidence_version(const struct dti__content *content, const dti_history *history,
                             size_t steps, const dti_evidence *from)
{
    struct dti__writer writer = {false};
    const struct source source = source_of(content);
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return NULL;
    dti__write_text(&writer, tree, "format", "dti-evidence/1");
    write_content(&writer, tree, &source);
    dti__write_steps(&writer, tree, history, steps);
    write_earlier(&writer, tree, content->digest, history, steps, from);
    return finish(&writer, tree);
}

cJSON *dti__evidence_tree(const dti_evidence *evidence)
{
    return dti__evidence_version(&evidence->content, &evidence->history, evidence->history.count,
                                 evidence);
}

cJSON *dti__evidence_draft(const dti_evidence_builder *builder)
{
    struct dti__writer writer = {false};
    const struct source source = {builder->texts,  builder->codes,       builder->code_count,
                                  builder->inputs, builder->input_count, builder->signature};
    char digest[DTI__DIGEST_SIZE];
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return NULL;
    dti__write_text(&writer, tree, "format", "dti-evidence/1");
    write_content(&writer, tree, &source);
    if (writer.out_of_memory || !dti__json_digest(tree, dti__evidence_frame, digest)) {
        dti__json_free(tree);
        return NULL;
    }
    if (builder->base) {
        const dti_history *history = &builder->base->history;
        dti__write_history(&writer, tree, history);
        write_earlier(&writer, tree, digest, history, history->count, builder->base);
    }
    return finish(&writer, tree);
}
