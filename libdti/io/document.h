/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The one way of all documents into the library: options, strict JSON or CSV, an object, and a
 * report that ends with places in the text. A kind of document says how its object is read; the
 * rest is the same for all. */
#ifndef DTI_IO_DOCUMENT_H
#define DTI_IO_DOCUMENT_H

#include "base/arena.h"
#include "builtin/builtin.h"
#include "json/read.h"
#include "json/tree.h"

#include <dti/collection.h>
#include <dti/framework.h>
#include <dti/options.h>
#include <dti/units.h>

/* What a caller gives beside a text. */
struct dti__given {
    const dti_framework *framework;       /* NULL: the built-in one that the document names */
    const dti_framework *framework_after; /* the same, for the second one of a crosswalk */
    const dti_collection *collection;     /* the same, for forms */
    const dti_units *units;               /* the same, for tables */
    const char *numbering;                /* of the codes in a table; NULL: any */
    const char *digest;                   /* known of what is built in; NULL: to be computed */
};

struct dti__document {
    const char *text;
    size_t length;
    struct dti__given given;
    dti_parse_options options;
    dti_allocator allocator;
    struct dti__json_limits limits;
    dti_report *report;
    cJSON *tree; /* NULL: CSV, or not JSON, see the report */
    /* The texts that the tree was made of: the document's own, and those of the frameworks below an
     * overlay, with what is left of their trees. */
    struct dti__json_text texts[DTI_LIMIT_OVERLAYS];
    cJSON *trees[DTI_LIMIT_OVERLAYS];
    size_t text_count;
    /* While it is read: texts that nobody keeps, and what is built in and named by the document. */
    struct dti__arena arena;
    struct dti__reader reader; /* into that arena and the report */
    dti_framework *framework;
    dti_framework *framework_after;
    dti_collection *collection;
    dti_units *units;
};

/* A kind of document. Both readers make an object, of which the report says whether it is usable;
 * or NULL, and the report or the reader's out_of_memory says why. */
struct dti__kind {
    void *(*read)(struct dti__document *document);     /* the tree; NULL: never JSON */
    void *(*read_csv)(struct dti__document *document); /* the text; NULL: always JSON */
    /* What only a check finds, in a sound object; NULL: nothing more. False when out of memory. */
    bool (*review)(const void *object, dti_report *report);
    void (*drop)(void *object); /* takes NULL */
};

/* The three calls that every kind has. `given` may be NULL: nothing. `out` is where the caller
 * wants the pointer to the object (a dti_dossier ** for dossiers); it is written on success only.
 */
dti_status dti__document_parse(const struct dti__kind *kind, const char *text, size_t length,
                               const struct dti__given *given, const dti_parse_options *options,
                               void *out, dti_error **error);
dti_status dti__document_load(const struct dti__kind *kind, const char *path,
                              const struct dti__given *given, const dti_parse_options *options,
                              void *out, dti_error **error);
dti_status dti__document_check(const struct dti__kind *kind, const char *text, size_t length,
                               const struct dti__given *given, const dti_parse_options *options,
                               dti_report **report, dti_error **error);

/* What is built in of a kind, by its id; `unknown` is what is said when there is none. */
dti_status dti__document_builtin(const struct dti__kind *kind, const struct dti__builtin *builtins,
                                 size_t count, const char *id, enum dti__msg unknown,
                                 const dti_parse_options *options, void *out, dti_error **error);
/* NULL: none has that id. */
const struct dti__builtin *dti__builtin_find(const struct dti__builtin *builtins, size_t count,
                                             const char *id);

/* Hands warnings and remarks to the log of the options, if there is one. */
void dti__log_findings(const dti_parse_options *options, const dti_report *report);

/* The whole of a regular file into malloc memory, as far as the options' limit lets it; *named is
 * the options with the path as source name if they have none. */
dti_status dti__file_open(const char *path, const dti_parse_options *options,
                          dti_parse_options *named, char **text, size_t *length, dti_error **error);

#endif
