/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Messages: what libdti can say, in one registry (messages.def), in two languages, with typed
 * arguments. */
#ifndef DTI_DIAG_MESSAGE_H
#define DTI_DIAG_MESSAGE_H

#include <dti/report.h>

enum dti__msg {
#define DTI_MSG(number, name, severity, status, vi, en) DTI__MSG_##name,
#include "diag/messages.def"
#undef DTI_MSG
    DTI__MSG_COUNT
};

/* What an argument holds and how it is shown. All texts are shown safely: controls and direction
 * marks replaced, cut to 120 bytes. Numbers have the decimal mark of the language. */
enum dti__arg_kind {
    DTI__ARG_TEXT,    /* text */
    DTI__ARG_NAMES,   /* text (vi) and other (en, may be NULL: vi is shown) */
    DTI__ARG_TERM,    /* integer is a dti__msg without arguments: "một số" / "a number" */
    DTI__ARG_INTEGER, /* integer */
    DTI__ARG_NUMBER,  /* number with at most `digits` decimals (15 if negative) */
    DTI__ARG_POINTS,  /* integer in 10^-9 with at most `digits` decimals (exact if negative), zeros
                       * dropped; more decimals if one significant digit needs them */
    DTI__ARG_DATE,    /* integer as DTI__DATE() packs it: 20/5/2022, 2022-05-20 */
    DTI__ARG_TIME,    /* integer in seconds since 1970 UTC, as the clock in Vietnam shows it */
};

struct dti__arg {
    enum dti__arg_kind kind;
    int digits;
    const char *text;
    const char *other;
    int64_t integer;
    double number;
};

#define DTI__TEXT(t)      ((struct dti__arg){.kind = DTI__ARG_TEXT, .text = (t)})
#define DTI__NAMES(v, e)  ((struct dti__arg){.kind = DTI__ARG_NAMES, .text = (v), .other = (e)})
#define DTI__TERM(m)      ((struct dti__arg){.kind = DTI__ARG_TERM, .integer = (m)})
#define DTI__INTEGER(i)   ((struct dti__arg){.kind = DTI__ARG_INTEGER, .integer = (int64_t)(i)})
#define DTI__NUMBER(n, d) ((struct dti__arg){.kind = DTI__ARG_NUMBER, .number = (n), .digits = (d)})
#define DTI__POINTS(p, d)                                                                          \
    ((struct dti__arg){.kind = DTI__ARG_POINTS, .integer = (p), .digits = (d)})

#define DTI__DATE(d)                                                                               \
    ((struct dti__arg){.kind = DTI__ARG_DATE,                                                      \
                       .integer = (d).year * INT64_C(10000) + (d).month * 100 + (d).day})
#define DTI__TIME(t) ((struct dti__arg){.kind = DTI__ARG_TIME, .integer = (int64_t)(t)})

#define DTI__MAX_ARGS 8

/* "DTI-0201". Static text. */
const char *dti__message_id(enum dti__msg message);
/* The pattern itself: for words of the catalogue, which have no arguments. Static text. */
const char *dti__message_text(enum dti__msg message, dti_lang lang);
dti_severity dti__message_severity(enum dti__msg message);
dti_status dti__message_status(enum dti__msg message);

/* Fills "{0}".."{7}" of the message with the arguments; "{{" is a brace. Returns the whole length
 * as snprintf() does. */
size_t dti__message_format(enum dti__msg message, dti_lang lang, const struct dti__arg *args,
                           size_t arg_count, char *buffer, size_t size);

#endif
