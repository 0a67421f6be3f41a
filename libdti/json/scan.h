/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Scanner: strict JSON (RFC 8259) as a stream of events, without recursion and without memory of
 * its own. What is no JSON, no UTF-8, or beyond a limit becomes one fault. */
#ifndef DTI_JSON_SCAN_H
#define DTI_JSON_SCAN_H

#include "json/position.h"
#include "json/tree.h"

enum dti__scan_event {
    DTI__SCAN_FAULT, /* see fault; nothing comes after it */
    DTI__SCAN_DONE,  /* the text was one JSON value and nothing else */
    DTI__SCAN_OBJECT,
    DTI__SCAN_ARRAY,
    DTI__SCAN_CLOSE, /* of the innermost object or array */
    DTI__SCAN_KEY,   /* the value follows as the next event */
    DTI__SCAN_STRING,
    DTI__SCAN_NUMBER,
    DTI__SCAN_TRUE,
    DTI__SCAN_FALSE,
    DTI__SCAN_NULL,
};

enum dti__scan_state {
    DTI__SCAN_AT_VALUE,
    DTI__SCAN_AT_FIRST_ITEM, /* a value or "]" */
    DTI__SCAN_AT_FIRST_KEY,  /* a key or "}" */
    DTI__SCAN_AFTER_VALUE,   /* a comma, a closing bracket, or the end */
};

/* Longest text of a number. The exact decimal form of every double is shorter than this. */
#define DTI__NUMBER_LONGEST 1100

#define DTI__FOUND_SIZE 48 /* bytes of a found word, cut, with its terminator */

struct dti__fault {
    enum dti__msg message;
    size_t offset;
    struct dti__arg args[2]; /* texts point to `found` or are static */
    size_t arg_count;
    char found[DTI__FOUND_SIZE];
};

struct dti__scan {
    const char *text;
    size_t length;
    struct dti__json_limits limits;
    size_t at; /* next byte to be read */
    enum dti__scan_state state;
    uint64_t objects; /* bit d: the container at depth d is an object */
    uint32_t depth;
    uint32_t values; /* and keys, so far */

    /* The token of the latest event. */
    size_t start;       /* offset of its first byte; of a string: its quotation mark */
    size_t end;         /* behind its last byte */
    size_t string_size; /* bytes of the string when unescaped */
    bool is_plain;      /* the string is ASCII without escapes */

    struct dti__fault fault;
};

/* The text must outlive the scan. One byte order mark in front is skipped. */
void dti__scan_begin(struct dti__scan *scan, const char *text, size_t length,
                     const struct dti__json_limits *limits);
enum dti__scan_event dti__scan_next(struct dti__scan *scan);

/* The first byte that is read: behind the byte order mark, if there is one. */
size_t dti__scan_origin(const char *text, size_t length);

#endif
