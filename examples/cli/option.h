/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The options that commands have: names, values, help. */
#ifndef DTI_CLI_OPTION_H
#define DTI_CLI_OPTION_H

#include "words.h"

#include <stdbool.h>

enum option {
    OPTION_FRAMEWORK,
    OPTION_FRAMEWORK_BEFORE,
    OPTION_BASE,
    OPTION_BOUNDS,
    OPTION_TRACK,
    OPTION_FORMAT,      /* pages: table, json, csv, md */
    OPTION_FORM_FORMAT, /* --format too, of commands that write forms */
    OPTION_NUMBERING,
    OPTION_UNIT,
    OPTION_FORM_UNIT, /* --unit too, where it can be left out */
    OPTION_REPORTER,
    OPTION_ALL,
    OPTION_BOM,
    OPTION_CSV_BOM, /* --bom too, of commands that write CSV for programs */
    OPTION_COLLECTION,
    OPTION_YEAR,
    OPTION_NAME,
    OPTION_OUTPUT,
    OPTION_STATUS_FORMAT,
    OPTION_SUBMISSION_FORMAT,
    OPTION_LAST_YEAR,
    OPTION_TODAY,
    OPTION_UNITS, /* the register of units */
    OPTION_DAY,   /* on which units are meant */
    OPTION_CONFIRM,
    OPTION_RECORD,
    OPTION_POINTS,
    OPTION_VALUE,
    OPTION_DERIVED,
    OPTION_BY,
    OPTION_AT,
    OPTION_AGENCY,
    OPTION_REASON,
    OPTION_CODE,
    OPTION_METHOD,
    OPTION_BASIS,
    OPTION_RANK_BY,   /* --by too, of commands that rank */
    OPTION_RANK_UNIT, /* --unit too: by code or name, to be looked at closely */
    OPTION_GOAL,
    OPTION_SORT,
    OPTION_TOP,
    OPTION_CROSSWALK,
    OPTION_MERGE,
    OPTION_POPULATION,
    OPTION_TARGET_STATUS,
    OPTION_TABLE,
    OPTION_NO_TABLES,
    OPTION_KIND,          /* of papers */
    OPTION_REPORT_FORMAT, /* --format too, of papers */
    OPTION_DATE,          /* on a paper */
    OPTION_LOSSES_BY,     /* --by too, of losses */
    OPTION_LOSSES_ORDER,
    OPTION_LOSSES_TOP, /* --top too, of losses */
    OPTION_LOSSES_TABLE,
    OPTION_FIGURE,
    OPTION_WHOSE,   /* --unit too, of single figures: any name */
    OPTION_ALONE,   /* without what is built in */
    OPTION_HOLDING, /* --all too: what holds as well */
    OPTION_MOST,
    OPTION_LANG,
    OPTION_VERSION,
    OPTION_HELP,
    OPTION_COUNT
};

/* As typed: "--track". */
const char *option_name(enum option option);

/* What it does, for the help page. */
enum word option_help(enum option option);

bool option_takes_value(enum option option);

/* True for one that takes several values: given again and again, or with commas between them. */
bool option_is_list(enum option option);

/* The value in a usage line, "vi|en" or "FILE"; choices are separated as told. */
void option_add_value(struct text *out, dti_lang lang, enum option option, const char *separator);

/* Index of a value among the choices of its option; -1 if it is none of them; 0 if there are no
 * choices. */
int option_choice(enum option option, const char *value);

/* The choice that was probably meant, or NULL. */
const char *option_nearest_choice(enum option option, const char *value);

#endif
