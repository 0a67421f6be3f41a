/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/crosswalk-read.h"

#include "io/binding.h"
#include "json/write.h"

#include <string.h>

struct head {
    const char *format;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    const cJSON *from;
    const cJSON *to;
    const cJSON *sources;
    const cJSON *pairs;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, titles, "titles", NAMES, DTI__REQUIRED),
    DTI__FIELD(struct head, from, "from", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, to, "to", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, sources, "sources", ARRAY, 0),
    DTI__FIELD(struct head, pairs, "pairs", ARRAY, DTI__REQUIRED),
};

struct raw_pair {
    struct dti__pair pair;
    const cJSON *from;
    const cJSON *to;
    const cJSON *provenance;
};

static void read_side(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                      const char *key, struct dti__crosswalk_side *side)
{
    struct dti__path path = {up, key, 0};
    side->codes =
        dti__read_texts(reader, array, &path, DTI__FIELD_CODE, DTI_LIMIT_NODES, &side->count);
}

static void read_pairs(struct dti__reader *reader, const cJSON *array, dti_crosswalk *crosswalk)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_OF(struct raw_pair, pair.kind, "kind", dti__crosswalk_kinds, DTI__REQUIRED),
        DTI__FIELD_IN(struct raw_pair, from, "from", ARRAY, 0, 1, 0),
        DTI__FIELD_IN(struct raw_pair, to, "to", ARRAY, 0, 1, 0),
        DTI__FIELD_OF(struct raw_pair, pair.comparable, "comparable", dti__comparables, 0),
        DTI__FIELD(struct raw_pair, provenance, "provenance", OBJECT, DTI__REQUIRED),
        DTI__FIELD(struct raw_pair, pair.note, "note", NAMES, 0),
    };
    static const struct raw_pair initial = {.pair = {.comparable = -1}};
    static const struct dti__list list =
        DTI__LIST(fields, struct raw_pair, &initial, 2 * DTI_LIMIT_NODES);
    struct dti__path path = {NULL, "pairs", 0};
    struct raw_pair *raw = dti__read_list(reader, array, &path, &list, &crosswalk->pair_count);
    crosswalk->pairs =
        dti__arena_array(reader->arena, crosswalk->pair_count, sizeof *crosswalk->pairs);
    if (!raw || !crosswalk->pairs) {
        reader->out_of_memory = true;
        crosswalk->pair_count = 0;
        return;
    }
    for (size_t i = 0; i < crosswalk->pair_count; i++) {
        struct dti__pair *pair = &crosswalk->pairs[i];
        struct dti__path at = {&path, NULL, i};
        struct dti__path provenance = {&at, "provenance", 0};
        *pair = raw[i].pair;
        read_side(reader, raw[i].from, &at, "from", &pair->from);
        read_side(reader, raw[i].to, &at, "to", &pair->to);
        dti__read_provenance(reader, raw[i].provenance, &provenance, &pair->provenance);
    }
}

/* Codes are resolved in what is complete: a fault in the shape would only bring follow-up faults.
 */
static dti_crosswalk *read_all(struct dti__document *document, const dti_framework *from,
                               const dti_framework *to)
{
    dti_crosswalk *crosswalk = dti__crosswalk_new(from, to, &document->allocator);
    if (!crosswalk)
        return NULL;
    struct dti__reader reader = {&crosswalk->arena, document->report, false};
    struct dti__path sources = {NULL, "sources", 0};
    struct head head = {.id = "", .version = ""};
    DTI__READ(&reader, document->tree, NULL, head_fields, &head);
    crosswalk->id = head.id;
    crosswalk->version = head.version;
    crosswalk->titles = head.titles;
    dti__read_sources(&reader, head.sources, &sources, &crosswalk->sources,
                      &crosswalk->source_count);
    read_pairs(&reader, head.pairs, crosswalk);
    if (!reader.out_of_memory && dti__report_errors(document->report) == 0)
        reader.out_of_memory = dti__crosswalk_finish(crosswalk, document->report) != DTI_OK;
    if (document->given.digest)
        memcpy(crosswalk->digest, document->given.digest, sizeof crosswalk->digest);
    else if (!dti__json_digest(document->tree, NULL, crosswalk->digest))
        reader.out_of_memory = true;
    if (!reader.out_of_memory)
        return crosswalk;
    dti_crosswalk_unref(crosswalk);
    return NULL;
}

void *dti__crosswalk_read(struct dti__document *document)
{
    struct head head = {.format = NULL};
    const dti_framework *from = NULL;
    const dti_framework *to = NULL;
    if (!dti__bind_both(document, DTI__TOP("dti-crosswalk/1", head_fields, &head), &from, &to))
        return NULL;
    dti_crosswalk *crosswalk = read_all(document, from, to);
    if (!crosswalk)
        document->reader.out_of_memory = true;
    return crosswalk;
}
