/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/binding.h"

#include <string.h>

struct binding { /* as the document has it */
    const char *id;
    const char *version; /* NULL: any */
    const char *digest;  /* NULL: any */
    struct dti__date at; /* of units */
};

static const struct dti__field binding_fields[] = {
    DTI__FIELD(struct binding, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct binding, version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct binding, digest, "digest", TEXT, 0),
};

static const struct dti__field units_fields[] = {
    DTI__FIELD(struct binding, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct binding, version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct binding, digest, "digest", TEXT, 0),
    DTI__FIELD(struct binding, at, "at", DATE, DTI__REQUIRED),
};

struct target {                     /* what there is */
    const dti_framework *framework; /* NULL: something else */
    const char *key;
    const char *id;
    const char *version;
    const char *digest;
    enum dti__msg differs;
    enum dti__msg digest_differs;
    enum dti__msg not_digest;
};

static struct target framework_target(const dti_framework *framework)
{
    return (struct target){framework,
                           "framework",
                           framework->id,
                           framework->version,
                           framework->digest,
                           DTI__MSG_FRAMEWORK_DIFFERS,
                           DTI__MSG_DIGEST_DIFFERS,
                           DTI__MSG_NOT_DIGEST};
}

static struct target collection_target(const dti_collection *collection)
{
    return (struct target){NULL,
                           "collection",
                           collection->id,
                           collection->version,
                           collection->digest,
                           DTI__MSG_COLLECTION_DIFFERS,
                           DTI__MSG_COLLECTION_DIGEST_DIFFERS,
                           DTI__MSG_NOT_COLLECTION_DIGEST};
}

static struct target units_target(const dti_units *units)
{
    return (struct target){NULL,
                           "units",
                           units->id,
                           units->version,
                           units->digest,
                           DTI__MSG_UNITS_DIFFER_FROM,
                           DTI__MSG_UNITS_DIGEST_DIFFERS,
                           DTI__MSG_NOT_UNITS_DIGEST};
}

static bool is_named(const struct binding *binding, const char *id, const char *version)
{
    return strcmp(binding->id, id) == 0 &&
           (!binding->version || strcmp(binding->version, version) == 0);
}

/* True if the framework changes the one that is named, or one that changes it. */
static bool does_extend(const dti_framework *framework, const struct binding *binding)
{
    for (; framework && framework->extends.id; framework = framework->extends.base)
        if (is_named(binding, framework->extends.id, framework->extends.version))
            return true;
    return false;
}

static void note_other(struct dti__reader *reader, const struct binding *binding,
                       const struct target *target, const struct dti__path *path)
{
    const char *version = binding->version ? binding->version : "–";
    if (does_extend(target->framework, binding))
        dti__reader_find(reader, DTI__MSG_FRAMEWORK_EXTENDS, path,
                         DTI__ARGS(DTI__TEXT(binding->id), DTI__TEXT(version),
                                   DTI__TEXT(target->id), DTI__TEXT(target->version),
                                   DTI__TEXT(target->digest)));
    else
        dti__reader_find(reader, target->differs, path,
                         DTI__ARGS(DTI__TEXT(binding->id), DTI__TEXT(version),
                                   DTI__TEXT(target->id), DTI__TEXT(target->version)));
}

/* A document is used with what it was made for: the version it names and, if it names a digest,
 * that very content. */
static bool matches(struct dti__reader *reader, const struct binding *binding, struct target target)
{
    bool is_same = strcmp(binding->id, target.id) == 0;
    bool is_version = !binding->version || strcmp(binding->version, target.version) == 0;
    struct dti__path path = {NULL, target.key, 0};
    struct dti__path name = {&path, is_same ? "version" : "id", 0};
    struct dti__path digest = {&path, "digest", 0};
    if (!is_same || !is_version) {
        note_other(reader, binding, &target, &name);
        return false;
    }
    if (!binding->digest || strcmp(binding->digest, target.digest) == 0)
        return true;
    dti__reader_find(reader,
                     dti__is_digest(binding->digest) ? target.digest_differs : target.not_digest,
                     &digest, DTI__ARGS(DTI__TEXT(binding->digest), DTI__TEXT(target.digest)));
    return false;
}

/* What came of making something that is built in. */
static void note_builtin(struct dti__reader *reader, dti_status status, enum dti__msg unknown,
                         const char *key, const char *id)
{
    struct dti__path up = {NULL, key, 0};
    struct dti__path path = {&up, "id", 0};
    if (status == DTI_E_NOMEM)
        reader->out_of_memory = true;
    else if (status != DTI_OK)
        dti__reader_find(reader, unknown, &path, DTI__ARGS(DTI__TEXT(id)));
}

static const dti_framework *find_framework(struct dti__document *document,
                                           const struct binding *binding)
{
    const dti_framework *framework = document->given.framework;
    if (!framework) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        options.allocator = &document->allocator;
        note_builtin(&document->reader,
                     dti_framework_builtin(binding->id, &options, &document->framework, NULL),
                     DTI__MSG_FRAMEWORK_UNKNOWN, "framework", binding->id);
        framework = document->framework;
    }
    if (!framework || !matches(&document->reader, binding, framework_target(framework)))
        return NULL;
    return framework;
}

static const dti_collection *find_collection(struct dti__document *document,
                                             const struct binding *binding)
{
    const dti_collection *collection = document->given.collection;
    if (!collection) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        options.allocator = &document->allocator;
        note_builtin(&document->reader,
                     dti_collection_builtin(binding->id, &options, &document->collection, NULL),
                     DTI__MSG_COLLECTION_UNKNOWN, "collection", binding->id);
        collection = document->collection;
    }
    if (!collection || !matches(&document->reader, binding, collection_target(collection)))
        return NULL;
    return collection;
}

static const dti_units *find_units(struct dti__document *document, const struct binding *binding)
{
    const dti_units *units = document->given.units;
    if (!units) {
        dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
        options.allocator = &document->allocator;
        note_builtin(&document->reader,
                     dti_units_builtin(binding->id, &options, &document->units, NULL),
                     DTI__MSG_UNITS_UNKNOWN, "units", binding->id);
        units = document->units;
    }
    if (!units || !matches(&document->reader, binding, units_target(units)))
        return NULL;
    return units;
}

#define READ_BINDING(document, top, key, fields, binding)                                          \
    read_binding(document, top, key, fields, sizeof(fields) / sizeof(fields)[0], binding)

static bool read_binding(struct dti__document *document, const struct dti__top *top,
                         const char *key, const struct dti__field *fields, size_t count,
                         struct binding *binding)
{
    struct dti__reader *reader = &document->reader;
    struct dti__path path = {NULL, key, 0};
    if (!dti__check_format(reader, document->tree, top->format))
        return false;
    const cJSON *object = dti__member(document->tree, key);
    if (object)
        return dti__read_object(reader, object, &path, fields, count, binding);
    dti__read_object(reader, document->tree, NULL, top->fields, top->field_count, top->head);
    return false;
}

const dti_framework *dti__bind(struct dti__document *document, const struct dti__top *top)
{
    struct binding binding = {.id = NULL};
    return READ_BINDING(document, top, "framework", binding_fields, &binding)
               ? find_framework(document, &binding)
               : NULL;
}

const dti_collection *dti__bind_collection(struct dti__document *document,
                                           const struct dti__top *top)
{
    struct binding binding = {.id = NULL};
    return READ_BINDING(document, top, "collection", binding_fields, &binding)
               ? find_collection(document, &binding)
               : NULL;
}

const dti_units *dti__bind_units(struct dti__document *document, const struct dti__top *top,
                                 struct dti__date *at)
{
    struct binding binding = {.id = NULL};
    if (!READ_BINDING(document, top, "units", units_fields, &binding))
        return NULL;
    *at = binding.at;
    return find_units(document, &binding);
}

const dti_collection *dti__find_collection(struct dti__document *document, const char *id,
                                           const char *version)
{
    struct binding binding = {.id = id, .version = version};
    return find_collection(document, &binding);
}

const dti_framework *dti__find_framework(struct dti__document *document, const char *id)
{
    struct binding binding = {.id = id};
    return find_framework(document, &binding);
}

const dti_units *dti__find_units(struct dti__document *document, const char *id)
{
    struct binding binding = {.id = id};
    return find_units(document, &binding);
}

static cJSON *write_target(struct dti__writer *writer, cJSON *tree, struct target target)
{
    cJSON *object = dti__write_object(writer, tree, target.key);
    dti__write_text(writer, object, "id", target.id);
    dti__write_text(writer, object, "version", target.version);
    dti__write_text(writer, object, "digest", target.digest);
    return object;
}

void dti__write_binding(struct dti__writer *writer, cJSON *tree, const dti_framework *framework)
{
    write_target(writer, tree, framework_target(framework));
}

void dti__write_collection_binding(struct dti__writer *writer, cJSON *tree,
                                   const dti_collection *collection)
{
    write_target(writer, tree, collection_target(collection));
}

void dti__write_units_binding(struct dti__writer *writer, cJSON *tree, const dti_units *units,
                              const char *at)
{
    dti__write_text(writer, write_target(writer, tree, units_target(units)), "at", at);
}
