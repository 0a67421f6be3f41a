/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What a file is: its content tells, not its name. */
#include "kind.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* The beginnings of "format" in JSON documents. */
static const struct {
    const char *format;
    enum kind kind;
} formats[] = {
    {"dti-dossier/", KIND_DOSSIER},   {"dti-framework/", KIND_FRAMEWORK},
    {"dti-evidence/", KIND_EVIDENCE}, {"dti-collection/", KIND_COLLECTION},
    {"dti-form/", KIND_FORM},         {"dti-units/", KIND_UNITS},
    {"dti-table/", KIND_TABLE},       {"dti-crosswalk/", KIND_CROSSWALK},
    {"dti-targets/", KIND_TARGETS},   {"dti-", KIND_OTHER},
};

static size_t skip_blanks(const char *text, size_t at, size_t length)
{
    while (at < length && strchr(" \t\r\n", text[at]) && text[at] != '\0') {
        at++;
    }
    return at;
}

static bool has_at(const char *text, size_t at, size_t length, const char *what)
{
    size_t bytes = strlen(what);
    return length - at >= bytes && memcmp(text + at, what, bytes) == 0;
}

static enum kind kind_of_format(const char *text, size_t at, size_t length)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (has_at(text, at, length, formats[i].format)) {
            return formats[i].kind;
        }
    }
    return KIND_DOSSIER;
}

/* A tolerant look at a text that may not even be JSON: the first "format" that begins with "dti-"
 * tells. */
static enum kind kind_of_json(const char *text, size_t length)
{
    static const char key[] = "\"format\"";
    for (size_t at = 0; at < length; at++) {
        if (text[at] != '"' || !has_at(text, at, length, key)) {
            continue;
        }
        size_t value = skip_blanks(text, at + strlen(key), length);
        if (value >= length || text[value] != ':') {
            continue;
        }
        value = skip_blanks(text, value + 1, length);
        if (has_at(text, value, length, "\"dti-")) {
            return kind_of_format(text, value + 1, length);
        }
    }
    return KIND_DOSSIER;
}

/* Every form has a column that says who reports, every table of units one that says what a figure
 * is; no table of points has either. */
static enum kind kind_of_title(const char *cell, size_t bytes)
{
    static const struct {
        const char *title;
        enum kind kind;
    } titles[] = {
        {"reporter", KIND_FORM},  {"Đơn vị báo cáo", KIND_FORM}, {"Cơ quan báo cáo", KIND_FORM},
        {"quantity", KIND_TABLE}, {"Loại số liệu", KIND_TABLE},
    };
    while (bytes != 0 && strchr("\" ", cell[0])) {
        cell++;
        bytes--;
    }
    while (bytes != 0 && strchr("\" ", cell[bytes - 1])) {
        bytes--;
    }
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        if (strlen(titles[i].title) == bytes && strncasecmp(cell, titles[i].title, bytes) == 0) {
            return titles[i].kind;
        }
    }
    return KIND_SHEET;
}

/* Forms, tables of units and tables of points: the line of titles tells. Without cells it is no
 * table at all. */
static enum kind kind_of_table(const char *text, size_t length)
{
    bool has_cells = false;
    size_t start = 0;
    for (size_t at = 0; at <= length; at++) {
        bool is_end = at == length || text[at] == '\n' || text[at] == '\r';
        if (!is_end && text[at] != ',' && text[at] != ';') {
            continue;
        }
        enum kind kind = kind_of_title(text + start, at - start);
        if (kind != KIND_SHEET) {
            return kind;
        }
        if (is_end) {
            break;
        }
        has_cells = true;
        start = at + 1;
    }
    return has_cells ? KIND_SHEET : KIND_DOSSIER;
}

enum kind kind_of(const char *text, size_t length)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    size_t start = has_at(text, 0, length, byte_order_mark) ? strlen(byte_order_mark) : 0;
    start = skip_blanks(text, start, length);
    bool is_json = start == length || text[start] == '{' || text[start] == '[';
    return is_json ? kind_of_json(text, length) : kind_of_table(text + start, length - start);
}

enum word kind_word(enum kind kind)
{
    switch (kind) {
    case KIND_FRAMEWORK:
        return WORD_KIND_FRAMEWORK;
    case KIND_EVIDENCE:
        return WORD_KIND_EVIDENCE;
    case KIND_COLLECTION:
        return WORD_KIND_COLLECTION;
    case KIND_FORM:
        return WORD_KIND_FORM;
    case KIND_TABLE:
        return WORD_KIND_TABLE;
    case KIND_CROSSWALK:
        return WORD_KIND_CROSSWALK;
    case KIND_TARGETS:
        return WORD_KIND_TARGETS;
    case KIND_SHEET:
        return WORD_KIND_SHEET;
    case KIND_UNITS:
        return WORD_KIND_UNITS;
    case KIND_OTHER:
        return WORD_KIND_OTHER;
    default:
        return WORD_KIND_DOSSIER;
    }
}
