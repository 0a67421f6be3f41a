/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Reading objects by table: key, type, place in a struct. Every fault of an object is reported,
 * with its pointer. */
#ifndef DTI_JSON_READ_H
#define DTI_JSON_READ_H

#include "base/arena.h"
#include "base/date.h"
#include "base/text2.h"
#include "base/time.h"
#include "diag/finding.h"

#include <cjson/cJSON.h>

/* Where we are: a chain on the stack, written as a JSON Pointer only when something is wrong. The
 * document itself is a NULL path; what it holds has a path with up == NULL. */
struct dti__path {
    const struct dti__path *up; /* of the object or array around; NULL: the document */
    const char *key;            /* member name, or NULL for an array item */
    size_t index;               /* of the array item */
};

struct dti__reader {
    struct dti__arena *arena; /* receives texts */
    dti_report *report;       /* receives findings */
    bool out_of_memory;
};

enum dti__field_type {
    DTI__FIELD_TEXT, /* const char *: any non-empty text */
    DTI__FIELD_ID,   /* const char *: dti__is_id */
    DTI__FIELD_CODE, /* const char *: dti__is_code */
    DTI__FIELD_NAMES, /* struct dti__text2: {"vi": …, "en": …}, vi required, other languages ignored
                         only with x- */
    DTI__FIELD_DATE,    /* struct dti__date */
    DTI__FIELD_TIME,    /* struct dti__time */
    DTI__FIELD_NUMBER,  /* double, low <= value <= high */
    DTI__FIELD_INTEGER, /* int64_t, low <= value <= high, whole */
    DTI__FIELD_POINTS, /* int64_t in 10^-9 point, at most 9 decimals, low <= value <= high in points
                        */
    DTI__FIELD_BOOL,   /* bool */
    DTI__FIELD_WORD,   /* int: index in the NULL-terminated list `words` */
    DTI__FIELD_OBJECT, /* const cJSON *: for the caller to go on with */
    DTI__FIELD_ARRAY,  /* const cJSON *: likewise; at least `low` items */
    DTI__FIELD_ANY,    /* const cJSON *: any value */
};

enum {
    DTI__REQUIRED = 1
}; /* flags */

struct dti__field {
    const char *key;
    enum dti__field_type type;
    unsigned flags;
    size_t offset; /* of the receiving member */
    double low;    /* range of numbers, ±HUGE_VAL where it is open; low == high == 0: no range */
    double high;
    const char *const *words;
};

/* Reads an object into `target` after the table (count entries). Members that are absent leave the
 * target as it is (so defaults are set before). Unknown keys that do not begin with x- are
 * reported, so are wrong types, ranges and missing keys; the rest is still read. True if the object
 * was faultless. */
bool dti__read_object(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                      const struct dti__field *fields, size_t count, void *target);

/* One text or number outside an object (an array item), as the field says; key, flags and offset
 * are not used. */
bool dti__read_value(struct dti__reader *reader, const cJSON *value, const struct dti__path *path,
                     const struct dti__field *field, void *target);

/* Reports a finding at a path. */
void dti__reader_find(struct dti__reader *reader, enum dti__msg message,
                      const struct dti__path *path, const struct dti__arg *args, size_t arg_count);

/* The pointer of a path as arena text, for faults found later; NULL when out of memory
 * (remembered). */
const char *dti__path_text(struct dti__reader *reader, const struct dti__path *path);

/* Number of items of an array (members of an object); 0 for NULL. */
size_t dti__json_size(const cJSON *value);

/* A word for the kind of a value, for "found": DTI__MSG_TERM_… */
enum dti__msg dti__json_kind_term(const cJSON *value);

#endif
