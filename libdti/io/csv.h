/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* CSV (RFC 4180) in and out: lenient about what programs differ in, strict about quotes. */
#ifndef DTI_IO_CSV_H
#define DTI_IO_CSV_H

#include "base/arena.h"
#include "base/buffer.h"
#include "io/document.h"
#include "json/position.h"

#include <stdint.h>

struct dti__csv_cell {
    const char *text; /* terminated, in NFC */
    size_t offset;    /* of its first byte, be it a quote */
};

struct dti__csv_line {
    struct dti__csv_cell *cells;
    size_t count;
    size_t offset;
};

struct dti__csv { /* a text being read */
    struct dti__document *document;
    struct dti__arena *arena; /* receives cells */
    size_t origin;            /* behind a byte order mark */
    size_t at;
    char separator;
    struct dti__position position; /* the last one that was asked for */
    uint64_t cell_count;           /* so far */
    bool out_of_memory;
};

/* Begins at the first line, in which commas or semicolons tell the separator. False if the text
 * cannot be read at all (not UTF-8, U+0000); the report says why. */
bool dti__csv_open(struct dti__csv *csv, struct dti__document *document, struct dti__arena *arena);

/* The next line that holds anything. False at the end, after a fault (the report has it) and
 * without memory. */
bool dti__csv_next(struct dti__csv *csv, struct dti__csv_line *line);

/* Adds a finding at an offset; gives findings from `first` on that have no place that of an offset.
 */
void dti__csv_find(struct dti__csv *csv, size_t offset, enum dti__msg message,
                   const struct dti__arg *args, size_t arg_count);
void dti__csv_place(struct dti__csv *csv, size_t offset, size_t first);
/* Gives one finding, which may point into a tree that was made of the lines, that of an offset. */
void dti__csv_place_one(struct dti__csv *csv, size_t offset, size_t index);

/* One cell, in quotes where it needs them; behind the first of a line with a comma. */
void dti__csv_put(struct dti__buffer *buffer, const char *text, bool is_first);
/* The same for text from people: what a spreadsheet would run as a formula gets an apostrophe in
 * front, which dti__csv_plain() takes off again. */
void dti__csv_put_safe(struct dti__buffer *buffer, const char *text);
void dti__csv_end_line(struct dti__buffer *buffer);
/* The text without that apostrophe: a part of the text itself. */
const char *dti__csv_plain(const char *text);

#endif
