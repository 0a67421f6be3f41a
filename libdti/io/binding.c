/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/binding.h"

#include <string.h>

struct binding {
    const char *id;
    const char *version;
    const char *digest;
};

static bool is_digest(const char *text)
{
    return strlen(text) == strlen("sha256:") + 64 && strncmp(text, "sha256:", 7) == 0 &&
           strspn(text + 7, "0123456789abcdef") == 64;
}

/* A document is used with what it was made for: the version it names and, if it names a digest,
 * that very content. */
static bool matches(struct dti__reader *reader, const struct binding *binding,
                    const dti_framework *framework)
{
    bool is_same = strcmp(binding->id, framework->id) == 0;
    struct dti__path path = {NULL, "framework", 0};
    struct dti__path name = {&path, is_same ? "version" : "id", 0};
    struct dti__path digest = {&path, "digest", 0};
    if (!is_same || strcmp(binding->version, framework->version) != 0) {
        dti__reader_find(reader, DTI__MSG_FRAMEWORK_DIFFERS, &name,
                         DTI__ARGS(DTI__TEXT(binding->id), DTI__TEXT(binding->version),
                                   DTI__TEXT(framework->id), DTI__TEXT(framework->version)));
        return false;
    }
    if (!binding->digest || strcmp(binding->digest, framework->digest) == 0)
        return true;
    dti__reader_find(reader,
                     is_digest(binding->digest) ? DTI__MSG_DIGEST_DIFFERS : DTI__MSG_NOT_DIGEST,
                     &digest, DTI__ARGS(DTI__TEXT(binding->digest), DTI__TEXT(framework->digest)));
    return false;
}

static void make_builtin(struct dti__reader *reader, const char *id, const struct dti__path *up,
                         const dti_allocator *allocator, dti_framework **made)
{
    dti_parse_options options = DTI_PARSE_OPTIONS_INIT;
    struct dti__path path = {up, "id", 0};
    options.allocator = allocator;
    dti_status status = dti_framework_builtin(id, &options, made, NULL);
    if (status == DTI_E_NOMEM)
        reader->out_of_memory = true;
    else if (status != DTI_OK)
        dti__reader_find(reader, DTI__MSG_FRAMEWORK_UNKNOWN, &path, DTI__ARGS(DTI__TEXT(id)));
}

const dti_framework *dti__bind(struct dti__reader *reader, const cJSON *object,
                               const dti_framework *given, const dti_allocator *allocator,
                               dti_framework **made)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct binding, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct binding, version, "version", TEXT, DTI__REQUIRED),
        DTI__FIELD(struct binding, digest, "digest", TEXT, 0),
    };
    struct binding binding = {NULL, NULL, NULL};
    struct dti__path path = {NULL, "framework", 0};
    if (!DTI__READ(reader, object, &path, fields, &binding))
        return NULL;
    if (!given)
        make_builtin(reader, binding.id, &path, allocator, made);
    const dti_framework *framework = given ? given : *made;
    return framework && matches(reader, &binding, framework) ? framework : NULL;
}

void dti__write_binding(struct dti__writer *writer, cJSON *tree, const dti_framework *framework)
{
    cJSON *object = dti__write_object(writer, tree, "framework");
    dti__write_text(writer, object, "id", framework->id);
    dti__write_text(writer, object, "version", framework->version);
    dti__write_text(writer, object, "digest", framework->digest);
}
