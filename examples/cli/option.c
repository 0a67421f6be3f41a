/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The options that commands have: names, values, help. */
#include "option.h"

#include "suggest.h"

#include <string.h>

static const char *const languages[] = {"vi", "en", NULL};
static const char *const formats[] = {"table", "json", "csv", "md", NULL};
static const char *const status_formats[] = {"table", "json", NULL};
static const char *const form_formats[] = {"csv", "json", NULL};
static const char *const tracks[] = {"self", "appraised", "final", "computed", "supported", NULL};
static const char *const submission_formats[] = {"table", "json", "csv", NULL};
static const char *const methods[] = {"competition", "dense", "fractional", NULL};
static const char *const bases[] = {"points", "printed", "ranks", NULL};
static const char *const divisions[] = {"region", NULL};
static const char *const moves[] = {"value", "rank", NULL};
static const char *const merges[] = {"mean", "population", NULL};
/* In the order of dti_target_status. */
static const char *const target_statuses[] = {"open",   "achieved", "on-course",
                                              "behind", "missed",   NULL};
static const char *const kinds[] = {"analysis", "explanation", NULL};
static const char *const report_formats[] = {"md", "html", NULL};
static const char *const losses_by[] = {"main", "agency", "cause", NULL}; /* as dti_losses_by */
static const char *const losses_orders[] = {"loss", "easiest", "largest", NULL};
static const char *const sizes[] = {"1", "2", "3", NULL};
static const char *const none[] = {NULL};

static const struct {
    const char *name;
    enum word help;
    bool takes_value;
    enum word value;            /* when there are no choices */
    const char *const *choices; /* NULL-terminated */
} options[OPTION_COUNT] = {
    [OPTION_FRAMEWORK] = {"--framework", WORD_OPTION_FRAMEWORK, true, WORD_VALUE_FRAMEWORK, none},
    [OPTION_FRAMEWORK_BEFORE] = {"--framework-before", WORD_OPTION_FRAMEWORK_BEFORE, true,
                                 WORD_VALUE_FRAMEWORK, none},
    [OPTION_BASE] = {"--base", WORD_OPTION_BASE, true, WORD_VALUE_FRAMEWORK, none},
    [OPTION_BOUNDS] = {"--bounds", WORD_OPTION_BOUNDS, true, WORD_VALUE_FILE, none},
    [OPTION_TRACK] = {"--track", WORD_OPTION_TRACK, true, WORD_COUNT, tracks},
    [OPTION_FORMAT] = {"--format", WORD_OPTION_FORMAT, true, WORD_COUNT, formats},
    [OPTION_FORM_FORMAT] = {"--format", WORD_OPTION_FORM_FORMAT, true, WORD_COUNT, form_formats},
    [OPTION_NUMBERING] = {"--numbering", WORD_OPTION_NUMBERING, true, WORD_VALUE_NUMBERING, none},
    [OPTION_UNIT] = {"--unit", WORD_OPTION_UNIT, true, WORD_VALUE_UNIT, none},
    [OPTION_FORM_UNIT] = {"--unit", WORD_OPTION_FORM_UNIT, true, WORD_VALUE_UNIT, none},
    [OPTION_REPORTER] = {"--reporter", WORD_OPTION_REPORTER, true, WORD_VALUE_REPORTER, none},
    [OPTION_ALL] = {"--all", WORD_OPTION_ALL, false, WORD_COUNT, none},
    [OPTION_BOM] = {"--bom", WORD_OPTION_BOM, false, WORD_COUNT, none},
    [OPTION_CSV_BOM] = {"--bom", WORD_OPTION_CSV_BOM, false, WORD_COUNT, none},
    [OPTION_COLLECTION] = {"--collection", WORD_OPTION_COLLECTION, true, WORD_VALUE_COLLECTION,
                           none},
    [OPTION_YEAR] = {"--year", WORD_OPTION_YEAR, true, WORD_VALUE_YEAR, none},
    [OPTION_NAME] = {"--name", WORD_OPTION_NAME, true, WORD_VALUE_NAME, none},
    [OPTION_OUTPUT] = {"--output", WORD_OPTION_OUTPUT, true, WORD_VALUE_FILE, none},
    [OPTION_STATUS_FORMAT] = {"--format", WORD_OPTION_STATUS_FORMAT, true, WORD_COUNT,
                              status_formats},
    [OPTION_SUBMISSION_FORMAT] = {"--format", WORD_OPTION_SUBMISSION_FORMAT, true, WORD_COUNT,
                                  submission_formats},
    [OPTION_LAST_YEAR] = {"--last-year", WORD_OPTION_LAST_YEAR, true, WORD_VALUE_DOSSIER, none},
    [OPTION_TODAY] = {"--today", WORD_OPTION_TODAY, true, WORD_VALUE_DATE, none},
    [OPTION_UNITS] = {"--units", WORD_OPTION_UNITS, true, WORD_VALUE_UNITS, none},
    [OPTION_DAY] = {"--day", WORD_OPTION_DAY, true, WORD_VALUE_DATE, none},
    [OPTION_CONFIRM] = {"--confirm", WORD_OPTION_CONFIRM, true, WORD_VALUE_CONDITION, none},
    [OPTION_RECORD] = {"--record", WORD_OPTION_RECORD, true, WORD_VALUE_RECORD, none},
    [OPTION_POINTS] = {"--points", WORD_OPTION_POINTS, true, WORD_VALUE_POINTS, none},
    [OPTION_VALUE] = {"--value", WORD_OPTION_VALUE, true, WORD_VALUE_NUMBER, none},
    [OPTION_DERIVED] = {"--derived", WORD_OPTION_DERIVED, false, WORD_COUNT, none},
    [OPTION_BY] = {"--by", WORD_OPTION_BY, true, WORD_VALUE_PERSON, none},
    [OPTION_AT] = {"--at", WORD_OPTION_AT, true, WORD_VALUE_TIME, none},
    [OPTION_AGENCY] = {"--agency", WORD_OPTION_AGENCY, true, WORD_VALUE_AGENCY, none},
    [OPTION_REASON] = {"--reason", WORD_OPTION_REASON, true, WORD_VALUE_TEXT, none},
    [OPTION_CODE] = {"--code", WORD_OPTION_CODE, true, WORD_VALUE_CODE, none},
    [OPTION_METHOD] = {"--method", WORD_OPTION_METHOD, true, WORD_COUNT, methods},
    [OPTION_BASIS] = {"--basis", WORD_OPTION_BASIS, true, WORD_COUNT, bases},
    [OPTION_RANK_BY] = {"--by", WORD_OPTION_RANK_BY, true, WORD_COUNT, divisions},
    [OPTION_RANK_UNIT] = {"--unit", WORD_OPTION_RANK_UNIT, true, WORD_VALUE_UNIT, none},
    [OPTION_TARGET_STATUS] = {"--status", WORD_OPTION_TARGET_STATUS, true, WORD_COUNT,
                              target_statuses},
    [OPTION_TABLE] = {"--table", WORD_OPTION_TABLE, true, WORD_VALUE_PUBLISHED, none},
    [OPTION_KIND] = {"--kind", WORD_OPTION_KIND, true, WORD_COUNT, kinds},
    [OPTION_REPORT_FORMAT] = {"--format", WORD_OPTION_REPORT_FORMAT, true, WORD_COUNT,
                              report_formats},
    [OPTION_DATE] = {"--date", WORD_OPTION_DATE, true, WORD_VALUE_DATE, none},
    [OPTION_NO_TABLES] = {"--no-tables", WORD_OPTION_NO_TABLES, false, WORD_COUNT, none},
    [OPTION_LOSSES_BY] = {"--by", WORD_OPTION_LOSSES_BY, true, WORD_COUNT, losses_by},
    [OPTION_LOSSES_ORDER] = {"--order", WORD_OPTION_LOSSES_ORDER, true, WORD_COUNT, losses_orders},
    [OPTION_LOSSES_TOP] = {"--top", WORD_OPTION_LOSSES_TOP, true, WORD_VALUE_NUMBER, none},
    [OPTION_LOSSES_TABLE] = {"--table", WORD_OPTION_LOSSES_TABLE, true, WORD_VALUE_TABLE, none},
    [OPTION_FIGURE] = {"--figure", WORD_OPTION_FIGURE, true, WORD_VALUE_FIGURE, none},
    [OPTION_WHOSE] = {"--unit", WORD_OPTION_WHOSE, true, WORD_VALUE_NAME, none},
    [OPTION_ALONE] = {"--alone", WORD_OPTION_ALONE, false, WORD_COUNT, none},
    [OPTION_HOLDING] = {"--all", WORD_OPTION_HOLDING, false, WORD_COUNT, none},
    [OPTION_MOST] = {"--most", WORD_OPTION_MOST, true, WORD_COUNT, sizes},
    [OPTION_GOAL] = {"--goal", WORD_OPTION_GOAL, true, WORD_VALUE_RANK, none},
    [OPTION_SORT] = {"--sort", WORD_OPTION_SORT, true, WORD_COUNT, moves},
    [OPTION_TOP] = {"--top", WORD_OPTION_TOP, true, WORD_VALUE_NUMBER, none},
    [OPTION_CROSSWALK] = {"--crosswalk", WORD_OPTION_CROSSWALK, true, WORD_VALUE_FILE, none},
    [OPTION_MERGE] = {"--merge", WORD_OPTION_MERGE, true, WORD_COUNT, merges},
    [OPTION_POPULATION] = {"--population", WORD_OPTION_POPULATION, true, WORD_VALUE_FILE, none},
    [OPTION_LANG] = {"--lang", WORD_OPTION_LANG, true, WORD_COUNT, languages},
    [OPTION_VERSION] = {"--version", WORD_OPTION_VERSION, false, WORD_COUNT, none},
    [OPTION_HELP] = {"--help", WORD_OPTION_HELP, false, WORD_COUNT, none},
};

const char *option_name(enum option option)
{
    return options[option].name;
}

enum word option_help(enum option option)
{
    return options[option].help;
}

bool option_takes_value(enum option option)
{
    return options[option].takes_value;
}

bool option_is_list(enum option option)
{
    return option == OPTION_CONFIRM || option == OPTION_RECORD || option == OPTION_TABLE ||
           option == OPTION_FIGURE;
}

void option_add_value(struct text *out, dti_lang lang, enum option option, const char *separator)
{
    const char *const *choices = options[option].choices;
    if (!*choices) {
        text_add(out, word(lang, options[option].value));
    }
    for (size_t i = 0; choices[i]; i++) {
        text_add(out, i != 0 ? separator : "");
        text_add(out, choices[i]);
    }
}

int option_choice(enum option option, const char *value)
{
    const char *const *choices = options[option].choices;
    for (int i = 0; choices[i]; i++) {
        if (strcmp(choices[i], value) == 0) {
            return i;
        }
    }
    return *choices ? -1 : 0;
}

const char *option_nearest_choice(enum option option, const char *value)
{
    const char *const *choices = options[option].choices;
    struct suggestion suggestion = suggest_begin(value);
    for (size_t i = 0; choices[i]; i++) {
        suggest_offer(&suggestion, choices[i]);
    }
    return suggestion.nearest;
}
