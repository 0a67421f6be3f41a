/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Pretty text: what holds nothing nested is tried on one line first and taken back if it does not
 * fit. */
#include "json/write.h"

#include "base/utf8.h"
#include "json/canonical.h"
#include "json/scalar.h"

#define COLUMNS   ((size_t)100)
#define LONGEST   (4 * COLUMNS) /* bytes that 100 characters can have */
#define INDENTION 2

struct pretty {
    struct dti__buffer *out;
    size_t line;  /* where the line begins in the buffer */
    size_t depth; /* of indention */
};

static void begin_line(struct pretty *pretty)
{
    static const char spaces[] = "                                ";
    dti__buffer_put_char(pretty->out, '\n');
    pretty->line = pretty->out->length;
    size_t missing = pretty->depth * INDENTION;
    while (missing > 0) {
        const size_t step = missing < sizeof spaces - 1 ? missing : sizeof spaces - 1;
        dti__buffer_put(pretty->out, spaces, step);
        missing -= step;
    }
}

static void open_container(const struct pretty *pretty, const cJSON *value)
{
    dti__buffer_put_char(pretty->out, dti__json_is_object(value) ? '{' : '[');
}

static void close_container(const struct pretty *pretty, const cJSON *value)
{
    dti__buffer_put_char(pretty->out, dti__json_is_object(value) ? '}' : ']');
}

static void put_key(const struct pretty *pretty, const cJSON *parent, const cJSON *item)
{
    if (dti__json_is_object(parent)) {
        dti__json_put_string(pretty->out, item->string);
        dti__buffer_put_text(pretty->out, ": ");
    }
}

static bool has_nested(const cJSON *value)
{
    for (const cJSON *item = value->child; item != NULL; item = item->next) {
        if (dti__json_is_container(item)) {
            return true;
        }
    }
    return false;
}

/* Whether the line, with a comma behind it if there will be one, has at most 100 columns. */
static bool fits(const struct pretty *pretty, bool has_comma)
{
    const struct dti__buffer *out = pretty->out;
    if (out->failed) {
        return true;
    }
    const size_t bytes = out->length - pretty->line;
    return bytes <= LONGEST &&
           dti__utf8_count(out->data + pretty->line, bytes) + has_comma <= COLUMNS;
}

/* Writes a container of scalars on the line; if it does not fit, the line is as before. */
static bool put_flat(const struct pretty *pretty, const cJSON *value, bool has_comma)
{
    const size_t before = pretty->out->length;
    open_container(pretty, value);
    for (const cJSON *item = value->child; item != NULL; item = item->next) {
        put_key(pretty, value, item);
        dti__json_put_scalar(pretty->out, item);
        if (item->next != NULL) {
            dti__buffer_put_text(pretty->out, ", ");
        }
        if (!fits(pretty, false)) {
            break;
        }
    }
    close_container(pretty, value);
    if (!fits(pretty, has_comma)) {
        pretty->out->length = before;
        return false;
    }
    return true;
}

static void put_value(struct pretty *pretty, const cJSON *value, bool has_comma)
{
    if (!dti__json_is_container(value)) {
        dti__json_put_scalar(pretty->out, value);
        return;
    }
    if (!has_nested(value) && put_flat(pretty, value, has_comma)) {
        return;
    }
    open_container(pretty, value);
    if (value->child == NULL) { /* at the end of a line that is too long anyway */
        close_container(pretty, value);
        return;
    }
    pretty->depth++;
    for (const cJSON *item = value->child; item != NULL; item = item->next) {
        const bool is_last = item->next == NULL;
        begin_line(pretty);
        put_key(pretty, value, item);
        put_value(pretty, item, !is_last);
        if (!is_last) {
            dti__buffer_put_char(pretty->out, ',');
        }
    }
    pretty->depth--;
    begin_line(pretty);
    close_container(pretty, value);
}

void dti__json_write(const cJSON *tree, enum dti__json_style style, struct dti__buffer *out)
{
    if (style == DTI__JSON_CANONICAL) {
        dti__canonical_write(&(struct dti__canonical){.out = out}, tree);
        return;
    }
    struct pretty pretty = {.out = out, .line = out->length};
    put_value(&pretty, tree, false);
    dti__buffer_put_char(out, '\n');
}
