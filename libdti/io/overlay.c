/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A base that is an overlay itself is read from the texts of its own bases, so that every finding
 * leads to a text that somebody wrote. */
#include "io/overlay.h"

#include "io/framework-read.h"
#include "io/overlay-merge.h"

#include <string.h>

static const struct dti__field extends_fields[] = {
    DTI__FIELD(struct dti__extends, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct dti__extends, version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct dti__extends, digest, "digest", TEXT, DTI__REQUIRED),
};

static const struct dti__path extends_path = {NULL, "extends", 0};

struct base { /* what there is of the framework that is named */
    const char *id;
    const char *version;
    const char *digest;
    struct dti__original original;
    const dti_framework *framework; /* NULL: built in */
};

static struct base base_given(const dti_framework *framework)
{
    return (struct base){framework->id, framework->version, framework->digest, framework->original,
                         framework};
}

/* The version stands in the text. False if there is none of that id. */
static bool base_builtin(const char *id, struct base *base)
{
    const struct dti__builtin *builtin = dti__builtin_framework(id);
    if (!builtin)
        return false;
    *base = (struct base){.id = builtin->id,
                          .digest = builtin->digest,
                          .original = {builtin->text, builtin->length, builtin->id, true}};
    return true;
}

/* The tree of a text that was read before, behind the texts that are there. */
static cJSON *add_text(struct dti__document *document, const struct dti__original *original)
{
    static const struct dti__json_limits unlimited = {UINT64_MAX, DTI_LIMIT_DEPTH, UINT32_MAX,
                                                      UINT32_MAX};
    const size_t index = document->text_count;
    size_t before = 0;
    for (size_t i = 0; i < index; i++)
        before += document->texts[i].length;
    if (dti__json_parse(original->text, original->length, &unlimited, NULL,
                        &document->trees[index]) != DTI_OK) {
        document->reader.out_of_memory = true;
        return NULL;
    }
    dti__json_shift(document->trees[index], before);
    document->texts[index] = (struct dti__json_text){original->text, original->length,
                                                     original->name, original->is_builtin};
    document->text_count++;
    return document->trees[index];
}

static bool find(struct dti__document *document, const struct dti__extends *extends,
                 struct base *base)
{
    const struct dti__path id = {&extends_path, "id", 0};
    if (document->options.base) {
        *base = base_given(document->options.base);
    } else if (!base_builtin(extends->id, base)) {
        dti__reader_find(&document->reader, DTI__MSG_BASE_UNKNOWN, &id,
                         DTI__ARGS(DTI__TEXT(extends->id)));
        return false;
    }
    const cJSON *tree = add_text(document, &base->original);
    if (tree && !base->version)
        base->version = dti__member_text(tree, "version");
    return tree != NULL;
}

/* The overlay was made for one content of its base, and is used with no other. */
static bool fits(struct dti__document *document, const struct dti__extends *extends,
                 const struct base *base)
{
    struct dti__reader *reader = &document->reader;
    const struct dti__path id = {&extends_path, "id", 0};
    const struct dti__path version = {&extends_path, "version", 0};
    const struct dti__path digest = {&extends_path, "digest", 0};
    if (strcmp(extends->id, base->id) != 0)
        dti__reader_find(reader, DTI__MSG_BASE_ID_DIFFERS, &id,
                         DTI__ARGS(DTI__TEXT(extends->id), DTI__TEXT(base->id)));
    else if (strcmp(extends->version, base->version) != 0)
        dti__reader_find(
            reader, DTI__MSG_BASE_VERSION_DIFFERS, &version,
            DTI__ARGS(DTI__TEXT(base->id), DTI__TEXT(extends->version), DTI__TEXT(base->version)));
    else if (!dti__is_digest(extends->digest))
        dti__reader_find(reader, DTI__MSG_NOT_DIGEST, &digest,
                         DTI__ARGS(DTI__TEXT(extends->digest), DTI__TEXT(base->digest)));
    else if (strcmp(extends->digest, base->digest) != 0)
        dti__reader_find(
            reader, DTI__MSG_BASE_DIGEST_DIFFERS, &digest,
            DTI__ARGS(DTI__TEXT(base->id), DTI__TEXT(extends->digest), DTI__TEXT(base->digest)));
    else
        return true;
    return false;
}

/* Two frameworks of one id and version would be taken for each other. */
static bool is_named_otherwise(struct dti__document *document, const struct base *base)
{
    const char *id = dti__member_text(document->tree, "id");
    const char *version = dti__member_text(document->tree, "version");
    const struct dti__path path = {NULL, "version", 0};
    if (!id || !version || strcmp(id, base->id) != 0 || strcmp(version, base->version) != 0)
        return true;
    dti__reader_find(&document->reader, DTI__MSG_NAMED_LIKE_BASE, &path,
                     DTI__ARGS(DTI__TEXT(id), DTI__TEXT(version)));
    return false;
}

/* The texts below the base, down to one that extends nothing. */
static bool add_rest(struct dti__document *document, const dti_framework *framework)
{
    while (framework && framework->extends.id) {
        struct base base;
        if (document->text_count == DTI_LIMIT_OVERLAYS) {
            dti__reader_find(&document->reader, DTI__MSG_EXTENDS_TOO_DEEP, &extends_path,
                             DTI__ARGS(DTI__INTEGER(DTI_LIMIT_OVERLAYS)));
            return false;
        }
        if (framework->extends.base)
            base = base_given(framework->extends.base);
        else if (!base_builtin(framework->extends.id, &base))
            return false; /* it was there when the base was read */
        if (!add_text(document, &base.original))
            return false;
        framework = base.framework;
    }
    return true;
}

/* Values and keys, as the scanner counts them; no deeper than the limit. */
static size_t count_values(const cJSON *value, uint32_t levels, bool *is_too_deep)
{
    size_t count = 1;
    bool is_object = dti__is_object(value);
    if ((is_object || dti__is_array(value)) && levels == 0) {
        *is_too_deep = true;
        return count;
    }
    for (const cJSON *child = value->child; child; child = child->next)
        count += count_values(child, levels - 1, is_too_deep) + (is_object ? 1 : 0);
    return count;
}

/* Two texts within the limits may come to something beyond. */
static bool is_within_limits(struct dti__document *document)
{
    const struct dti__json_limits *limits = &document->limits;
    bool is_too_deep = false;
    const size_t count = count_values(document->tree, limits->depth, &is_too_deep);
    if (is_too_deep)
        dti__reader_find(&document->reader, DTI__MSG_JSON_DEPTH, NULL,
                         DTI__ARGS(DTI__INTEGER(limits->depth)));
    else if (count > limits->values)
        dti__reader_find(&document->reader, DTI__MSG_JSON_VALUES, NULL,
                         DTI__ARGS(DTI__INTEGER(limits->values)));
    else
        return true;
    return false;
}

static bool merge_all(struct dti__document *document)
{
    struct dti__overlay merge = {&document->arena, document->report, false};
    for (size_t i = document->text_count; i-- > 1 && !merge.out_of_memory;)
        dti__overlay_merge(&merge, document->trees[i],
                           i > 1 ? document->trees[i - 1] : document->tree);
    document->reader.out_of_memory = document->reader.out_of_memory || merge.out_of_memory;
    return !merge.out_of_memory && dti__report_errors(document->report) == 0 &&
           is_within_limits(document);
}

bool dti__overlay_resolve(struct dti__document *document, struct dti__reader *reader,
                          struct dti__extends *extends)
{
    const cJSON *object = dti__member(document->tree, "extends");
    struct dti__extends named = {NULL, NULL, NULL, NULL};
    struct base base;
    if (!object)
        return true;
    if (!DTI__READ(reader, object, &extends_path, extends_fields, &named))
        return false;
    if (!find(document, &named, &base) || !fits(document, &named, &base) ||
        !is_named_otherwise(document, &base) || !add_rest(document, base.framework) ||
        !merge_all(document))
        return false;
    *extends = named;
    extends->base = dti_framework_ref(base.framework);
    return true;
}
