/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The status of a target: every comparison against figures of before, at and after its due year,
 * held against the table of docs/formats.md by hand. */
#include "samples.h"

#include <dti/targets.h>
#include <stdio.h>

#define LENGTH_OF(array) (int)(sizeof(array) / sizeof((array)[0]))

#define OPEN      DTI_TARGET_OPEN
#define ACHIEVED  DTI_TARGET_ACHIEVED
#define ON_COURSE DTI_TARGET_ON_COURSE
#define BEHIND    DTI_TARGET_BEHIND
#define MISSED    DTI_TARGET_MISSED

/* What is wanted; figures follow as pairs of a year and a text. */
#define PERCENT(word, number)                                                                      \
    "\"comparison\": \"" word "\", \"quantity\": \"percent\", \"value\": \"" number "\""
#define RANK(word, number)                                                                         \
    "\"comparison\": \"" word "\", \"quantity\": \"rank\", \"value\": \"" number "\""
#define MORE   "\"comparison\": \"increase\", \"quantity\": \"percent\""
#define LESS   "\"comparison\": \"decrease\", \"quantity\": \"percent\""
#define BETTER "\"comparison\": \"decrease\", \"quantity\": \"rank\""
#define DONE   "\"comparison\": \"done\""
#define GROUP  "\"comparison\": \"in-group\", \"group\": \"fair\""
#define NO_BAND                                                                                    \
    "\"comparison\": \"in-group\", \"group\": {\"vi\": \"khá\"}, \"quantity\": \"value\""
#define MEASURE      "\"comparison\": \"text\", \"quantity\": \"percent\""
#define DUE(year)    ", \"due\": \"" year "-12-31\""
#define SET(year)    ", \"set\": \"" year "-05-01\""
#define FIG(y, t)    "{\"year\": " y ", \"text\": \"" t "\"}"
#define BND(y, t, b) "{\"year\": " y ", \"text\": \"" t "\", \"bound\": \"" b "\"}"
#define IS(y, d)     "{\"year\": " y ", \"done\": " d "}"

static const struct row {
    const char *target;
    const char *figures;
    const char *today; /* NULL: none */
    dti_target_status status;
    double line;
} rows[] = {
    /* At least 50, from 20 in 2020, due 2022: the line is at 35 in 2021. */
    {PERCENT("at-least", "50") DUE("2022") SET("2020"), FIG("2020", "20") "," FIG("2021", "60"),
     NULL, ACHIEVED, 35},
    {PERCENT("at-least", "50") DUE("2022") SET("2020"), FIG("2020", "20") "," FIG("2021", "35"),
     NULL, ON_COURSE, 35},
    {PERCENT("at-least", "50") DUE("2022") SET("2020"), FIG("2020", "20") "," FIG("2021", "34,9"),
     NULL, BEHIND, 35},
    {PERCENT("at-least", "50") DUE("2022") SET("2020"), FIG("2020", "20") "," FIG("2022", "50"),
     NULL, ACHIEVED, 50},
    {PERCENT("at-least", "50") DUE("2022") SET("2020"), FIG("2020", "20") "," FIG("2022", "49,9"),
     NULL, MISSED, 50},
    {PERCENT("at-least", "50") DUE("2022") SET("2020"), FIG("2020", "20") "," FIG("2023", "50"),
     NULL, ACHIEVED, -1},
    {PERCENT("at-least", "50") DUE("2022") SET("2020"), FIG("2020", "20") "," FIG("2023", "49"),
     NULL, MISSED, -1},
    /* The due year decides, whatever came before and after. */
    {PERCENT("at-least", "50") DUE("2022"),
     FIG("2021", "60") "," FIG("2022", "49") "," FIG("2023", "70"), NULL, MISSED, 50},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2022", "50") "," FIG("2023", "40"), NULL, ACHIEVED,
     -1},
    /* The first year after it, if it is wanting itself. */
    {PERCENT("at-least", "50") DUE("2022"), FIG("2024", "60") "," FIG("2023", "40"), NULL, MISSED,
     -1},
    /* No figure, no baseline, no value, no due date. */
    {PERCENT("at-least", "50") DUE("2022"), "", NULL, OPEN, -1},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2021", "34"), NULL, OPEN, -1},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2021", "50"), NULL, ACHIEVED, -1},
    {PERCENT("at-least", "50") DUE("2022") SET("2020"), FIG("2020", "20"), NULL, OPEN, -1},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2022", "49"), NULL, MISSED, -1},
    {"\"comparison\": \"at-least\", \"quantity\": \"percent\"" DUE("2022"), FIG("2022", "49"), NULL,
     OPEN, -1},
    {PERCENT("at-least", "50"), FIG("2022", "50"), NULL, ACHIEVED, -1},
    {PERCENT("at-least", "50"), FIG("2020", "20") "," FIG("2022", "49"), NULL, OPEN, -1},
    /* What the day tells: not due yet, overdue, not known yet. */
    {PERCENT("at-least", "50") DUE("2022"), FIG("2020", "20") "," FIG("2022", "49"), "2022-12-31",
     BEHIND, 50},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2020", "20") "," FIG("2022", "49"), "2023-01-01",
     MISSED, 50},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2020", "20") "," FIG("2021", "40"), "2022-12-31",
     ON_COURSE, 35},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2020", "20") "," FIG("2021", "40"), "2023-01-01",
     OPEN, 35},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2020", "20") "," FIG("2021", "60"), "2024-01-01",
     ACHIEVED, 35},
    {PERCENT("at-least", "50") DUE("2022"), "", "2024-01-01", OPEN, -1},
    {PERCENT("at-least", "50") DUE("2022"),
     FIG("2020", "20") "," FIG("2021", "35") "," FIG("2022", "10"), "2021-12-31", ON_COURSE, 35},
    /* The line is flat where the baseline was good enough. */
    {PERCENT("at-least", "50") DUE("2022"), FIG("2020", "60") "," FIG("2021", "45"), NULL, BEHIND,
     50},
    {PERCENT("at-most", "10") DUE("2022"), FIG("2020", "5") "," FIG("2021", "11"), NULL, BEHIND,
     10},
    /* Baselines: of the year it was set; the last before; the first after; of a year that is named.
     */
    {PERCENT("at-least", "50") DUE("2024") SET("2021"),
     FIG("2019", "0") "," FIG("2020", "10") "," FIG("2022", "30"), NULL, ON_COURSE, 30},
    {PERCENT("at-least", "50") DUE("2024") SET("2018"), FIG("2019", "0") "," FIG("2022", "30"),
     NULL, ON_COURSE, 30},
    {PERCENT("at-least", "50") DUE("2024") SET("2018"), FIG("2019", "0") "," FIG("2022", "29"),
     NULL, BEHIND, 30},
    {PERCENT("at-least", "50") DUE("2024") SET("2021") ", \"base_year\": 2019",
     FIG("2019", "0") "," FIG("2021", "40") "," FIG("2022", "30"), NULL, ON_COURSE, 30},
    {PERCENT("at-least", "50") DUE("2024"),
     FIG("2021", "40") "," FIG("2019", "0") "," FIG("2022", "30"), NULL, ON_COURSE, 30},
    /* With nothing after the year it was set there is nothing to compare, whatever came before. */
    {PERCENT("at-least", "50") DUE("2022") SET("2021"), FIG("2020", "20") "," FIG("2021", "30"),
     NULL, OPEN, -1},
    /* At most 10, from 20. */
    {PERCENT("at-most", "10") DUE("2022"), FIG("2020", "20") "," FIG("2021", "10"), NULL, ACHIEVED,
     15},
    {PERCENT("at-most", "10") DUE("2022"), FIG("2020", "20") "," FIG("2021", "15"), NULL, ON_COURSE,
     15},
    {PERCENT("at-most", "10") DUE("2022"), FIG("2020", "20") "," FIG("2021", "15,1"), NULL, BEHIND,
     15},
    {PERCENT("at-most", "10") DUE("2022"), FIG("2020", "20") "," FIG("2022", "10"), NULL, ACHIEVED,
     10},
    {PERCENT("at-most", "10") DUE("2022"), FIG("2020", "20") "," FIG("2022", "10,1"), NULL, MISSED,
     10},
    {PERCENT("at-most", "10") DUE("2022"), FIG("2023", "10"), NULL, ACHIEVED, -1},
    {PERCENT("at-most", "10") DUE("2022"), FIG("2023", "11"), NULL, MISSED, -1},
    {PERCENT("at-most", "10") DUE("2022"), FIG("2021", "11"), NULL, OPEN, -1},
    {PERCENT("at-most", "10") DUE("2022"), "", NULL, OPEN, -1},
    /* More and less than a value: the value itself is neither. */
    {PERCENT("above", "50") DUE("2022"), FIG("2020", "20") "," FIG("2022", "50"), NULL, MISSED, 50},
    {PERCENT("above", "50") DUE("2022"), FIG("2020", "20") "," FIG("2022", "50,1"), NULL, ACHIEVED,
     50},
    {PERCENT("above", "50") DUE("2022"), FIG("2020", "20") "," FIG("2021", "50,1"), NULL, ACHIEVED,
     35},
    {PERCENT("above", "50") DUE("2022"), FIG("2020", "20") "," FIG("2021", "35"), NULL, ON_COURSE,
     35},
    {PERCENT("above", "50") DUE("2022"), FIG("2020", "20") "," FIG("2021", "34"), NULL, BEHIND, 35},
    {PERCENT("above", "50") DUE("2022"), FIG("2021", "34"), NULL, OPEN, -1},
    {PERCENT("above", "50") DUE("2022"), FIG("2023", "50"), NULL, MISSED, -1},
    {PERCENT("above", "50") DUE("2022"), "", NULL, OPEN, -1},
    {PERCENT("below", "10") DUE("2022"), FIG("2020", "20") "," FIG("2022", "10"), NULL, MISSED, 10},
    {PERCENT("below", "10") DUE("2022"), FIG("2020", "20") "," FIG("2022", "9,9"), NULL, ACHIEVED,
     10},
    {PERCENT("below", "10") DUE("2022"), FIG("2020", "20") "," FIG("2021", "9,9"), NULL, ACHIEVED,
     15},
    {PERCENT("below", "10") DUE("2022"), FIG("2020", "20") "," FIG("2021", "15"), NULL, ON_COURSE,
     15},
    {PERCENT("below", "10") DUE("2022"), FIG("2020", "20") "," FIG("2021", "16"), NULL, BEHIND, 15},
    {PERCENT("below", "10") DUE("2022"), FIG("2021", "16"), NULL, OPEN, -1},
    {PERCENT("below", "10") DUE("2022"), FIG("2023", "9"), NULL, ACHIEVED, -1},
    {PERCENT("below", "10") DUE("2022"), "", NULL, OPEN, -1},
    /* Exactly: nearer than the line, from either side. */
    {PERCENT("equal", "0") DUE("2022"), FIG("2020", "20") "," FIG("2021", "0"), NULL, ACHIEVED, 10},
    {PERCENT("equal", "0") DUE("2022"), FIG("2020", "20") "," FIG("2021", "10"), NULL, ON_COURSE,
     10},
    {PERCENT("equal", "0") DUE("2022"), FIG("2020", "20") "," FIG("2021", "10,1"), NULL, BEHIND,
     10},
    {PERCENT("equal", "30") DUE("2022"), FIG("2020", "20") "," FIG("2021", "35"), NULL, ON_COURSE,
     25},
    {PERCENT("equal", "30") DUE("2022"), FIG("2020", "20") "," FIG("2021", "35,1"), NULL, BEHIND,
     25},
    {PERCENT("equal", "30") DUE("2022"), FIG("2020", "20") "," FIG("2022", "30,0"), NULL, ACHIEVED,
     30},
    {PERCENT("equal", "30") DUE("2022"), FIG("2020", "20") "," FIG("2022", "31"), NULL, MISSED, 30},
    {PERCENT("equal", "30") DUE("2022"), FIG("2023", "29"), NULL, MISSED, -1},
    {PERCENT("equal", "30") DUE("2022"), FIG("2021", "29"), NULL, OPEN, -1},
    {PERCENT("equal", "30") DUE("2022"), "", NULL, OPEN, -1},
    /* Ranks: others can take them away. */
    {RANK("at-most", "10") DUE("2025") SET("2021"),
     FIG("2020", "15") "," FIG("2021", "12") "," FIG("2022", "15"), NULL, BEHIND, 11.5},
    {RANK("at-most", "10") DUE("2025") SET("2021"), FIG("2021", "12") "," FIG("2023", "11"), NULL,
     ON_COURSE, 11},
    {RANK("at-most", "10") DUE("2025") SET("2021"), FIG("2021", "12") "," FIG("2024", "5"), NULL,
     ON_COURSE, 10.5},
    {RANK("at-most", "10") DUE("2025"), FIG("2024", "5"), NULL, ON_COURSE, -1},
    {RANK("at-most", "10") DUE("2025"), FIG("2024", "5"), "2026-01-01", OPEN, -1},
    {RANK("at-most", "10") DUE("2025"), FIG("2024", "5") "," FIG("2025", "10"), NULL, ACHIEVED, 10},
    {RANK("at-most", "10") DUE("2025"), FIG("2024", "5") "," FIG("2025", "10"), "2025-12-31",
     ON_COURSE, 10},
    {RANK("at-most", "10") DUE("2025"), FIG("2024", "5") "," FIG("2025", "11"), NULL, MISSED, 10},
    {RANK("at-most", "10") DUE("2025"), FIG("2026", "10"), NULL, ACHIEVED, -1},
    {RANK("at-most", "10") DUE("2025"), FIG("2026", "11"), NULL, MISSED, -1},
    {RANK("at-most", "10"), FIG("2024", "5"), NULL, ACHIEVED, -1},
    {RANK("at-most", "10"), FIG("2024", "11"), NULL, OPEN, -1},
    {RANK("below", "47") DUE("2023"), FIG("2022", "47"), NULL, OPEN, -1},
    {RANK("below", "47") DUE("2023"), FIG("2022", "47") "," FIG("2023", "47"), NULL, MISSED, 47},
    {RANK("below", "47") DUE("2023"), FIG("2022", "47") "," FIG("2023", "46"), NULL, ACHIEVED, 47},
    {RANK("at-most", "5") DUE("2030") SET("2021"), FIG("2021", "12") "," FIG("2022", "15"), NULL,
     BEHIND, 11.222222222},
    {RANK("at-most", "5") DUE("2030") SET("2021"), FIG("2021", "12") "," FIG("2023", "11"), NULL,
     BEHIND, 10.444444444},
    {RANK("at-most", "5") DUE("2030") SET("2021"), FIG("2021", "12") "," FIG("2024", "5"), NULL,
     ON_COURSE, 9.666666667},
    /* More than before. */
    {MORE, FIG("2021", "10") "," FIG("2022", "10,1"), NULL, ACHIEVED, -1},
    {MORE, FIG("2021", "10") "," FIG("2022", "10"), NULL, BEHIND, -1},
    {MORE, FIG("2021", "10"), NULL, OPEN, -1},
    {MORE, "", NULL, OPEN, -1},
    {MORE DUE("2023"), FIG("2021", "10") "," FIG("2022", "11"), NULL, ACHIEVED, -1},
    {MORE DUE("2023"), FIG("2021", "10") "," FIG("2022", "9"), NULL, BEHIND, -1},
    {MORE DUE("2023"), FIG("2021", "10") "," FIG("2022", "9"), "2024-01-01", OPEN, -1},
    {MORE DUE("2022"), FIG("2021", "10") "," FIG("2022", "11"), NULL, ACHIEVED, -1},
    {MORE DUE("2022"), FIG("2021", "10") "," FIG("2022", "10"), NULL, MISSED, -1},
    {MORE DUE("2022"), FIG("2021", "10") "," FIG("2023", "9"), NULL, MISSED, -1},
    {MORE DUE("2022"), FIG("2022", "10"), NULL, OPEN, -1},
    {MORE SET("2023"), FIG("2022", "10") "," FIG("2023", "11"), NULL, ACHIEVED, -1},
    {MORE SET("2023"), FIG("2022", "10") "," FIG("2023", "13") "," FIG("2024", "12"), NULL, BEHIND,
     -1},
    {MORE SET("2023") ", \"base_year\": 2022",
     FIG("2022", "10") "," FIG("2023", "13") "," FIG("2024", "12"), NULL, ACHIEVED, -1},
    {LESS, FIG("2021", "10") "," FIG("2022", "9"), NULL, ACHIEVED, -1},
    {LESS, FIG("2021", "10") "," FIG("2022", "10"), NULL, BEHIND, -1},
    {LESS DUE("2022"), FIG("2021", "10") "," FIG("2022", "11"), NULL, MISSED, -1},
    {LESS, FIG("2022", "11"), NULL, OPEN, -1},
    {BETTER DUE("2023"), FIG("2021", "12") "," FIG("2022", "11"), NULL, ON_COURSE, -1},
    {BETTER DUE("2022"), FIG("2021", "12") "," FIG("2022", "11"), NULL, ACHIEVED, -1},
    {BETTER DUE("2022"), FIG("2021", "12") "," FIG("2022", "12"), NULL, MISSED, -1},
    {BETTER, FIG("2021", "12") "," FIG("2022", "11"), NULL, ACHIEVED, -1},
    /* Something is to be there. */
    {DONE, IS("2022", "true"), NULL, ACHIEVED, -1},
    {DONE, IS("2022", "false"), NULL, OPEN, -1},
    {DONE, "", NULL, OPEN, -1},
    {DONE DUE("2023"), IS("2022", "true"), NULL, ACHIEVED, -1},
    {DONE DUE("2023"), IS("2022", "false"), NULL, OPEN, -1},
    {DONE DUE("2023"), IS("2021", "false") "," IS("2022", "false"), "2024-01-01", OPEN, -1},
    {DONE DUE("2022"), IS("2021", "false") "," IS("2022", "false"), NULL, MISSED, -1},
    {DONE DUE("2022"), IS("2021", "false") "," IS("2022", "true"), NULL, ACHIEVED, -1},
    {DONE DUE("2022"), IS("2023", "false"), NULL, MISSED, -1},
    {DONE DUE("2022"), IS("2023", "true"), NULL, ACHIEVED, -1},
    {DONE DUE("2022"), IS("2022", "false") "," IS("2023", "true"), NULL, MISSED, -1},
    {DONE DUE("2022"), "", NULL, OPEN, -1},
    /* Groups: "fair" begins at 0.5 in the tiny framework, and "good" is better still. */
    {GROUP DUE("2022"), FIG("2022", "0,5"), NULL, ACHIEVED, -1},
    {GROUP DUE("2022"), FIG("2022", "0,7"), NULL, ACHIEVED, -1},
    {GROUP DUE("2022"), FIG("2022", "0,4999"), NULL, MISSED, -1},
    {GROUP DUE("2022"), FIG("2023", "0,5"), NULL, ACHIEVED, -1},
    {GROUP DUE("2022"), FIG("2023", "0,4"), NULL, MISSED, -1},
    {GROUP DUE("2022"), FIG("2021", "0,5"), NULL, ON_COURSE, -1},
    {GROUP DUE("2022"), FIG("2021", "0,5"), "2023-01-01", OPEN, -1},
    {GROUP DUE("2022"), FIG("2020", "0,4") "," FIG("2021", "0,45"), NULL, ON_COURSE, 0.45},
    {GROUP DUE("2022"), FIG("2020", "0,4") "," FIG("2021", "0,44"), NULL, BEHIND, 0.45},
    {GROUP DUE("2022"), FIG("2021", "0,44"), NULL, OPEN, -1},
    {GROUP, FIG("2021", "0,5"), NULL, ACHIEVED, -1},
    {GROUP, FIG("2021", "0,4"), NULL, OPEN, -1},
    {GROUP DUE("2022"), "", NULL, OPEN, -1},
    {NO_BAND DUE("2022"), FIG("2022", "0,9"), NULL, OPEN, -1},
    /* Measures. */
    {MEASURE DUE("2022"), FIG("2022", "9"), NULL, OPEN, -1},
    {MEASURE, "", "2030-01-01", OPEN, -1},
    /* Figures that are bounds. */
    {PERCENT("at-least", "50") DUE("2022"), BND("2022", "60", "at-least"), NULL, ACHIEVED, -1},
    {PERCENT("at-least", "50") DUE("2022"), BND("2022", "50", "at-least"), NULL, ACHIEVED, -1},
    {PERCENT("at-least", "50") DUE("2022"), BND("2022", "40", "at-least"), NULL, OPEN, -1},
    {PERCENT("at-least", "50") DUE("2022"), BND("2022", "40", "at-most"), NULL, MISSED, -1},
    {PERCENT("at-least", "50") DUE("2022"), BND("2022", "60", "at-most"), NULL, OPEN, -1},
    {PERCENT("at-least", "50") DUE("2022"), BND("2022", "50", "about"), NULL, ACHIEVED, -1},
    {PERCENT("at-least", "50") DUE("2022"), BND("2022", "49", "about"), NULL, MISSED, -1},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2020", "20") "," BND("2021", "34", "at-most"),
     NULL, BEHIND, 35},
    {PERCENT("at-least", "50") DUE("2022"), FIG("2020", "20") "," BND("2021", "34", "at-least"),
     NULL, OPEN, 35},
    {PERCENT("at-most", "50") DUE("2022"), BND("2022", "60", "at-least"), NULL, MISSED, -1},
    {PERCENT("at-most", "50") DUE("2022"), BND("2022", "50", "at-most"), NULL, ACHIEVED, -1},
    {PERCENT("above", "50") DUE("2022"), BND("2022", "50", "at-least"), NULL, OPEN, -1},
    {PERCENT("above", "50") DUE("2022"), BND("2022", "50", "at-most"), NULL, MISSED, -1},
    {PERCENT("equal", "50") DUE("2022"), BND("2022", "50", "at-least"), NULL, OPEN, -1},
    {PERCENT("equal", "50") DUE("2022"), BND("2022", "51", "at-least"), NULL, MISSED, -1},
    {MORE, FIG("2021", "10") "," BND("2022", "12", "at-least"), NULL, ACHIEVED, -1},
    {MORE, FIG("2021", "10") "," BND("2022", "9", "at-least"), NULL, OPEN, -1},
    {MORE, BND("2021", "10", "at-least") "," FIG("2022", "10"), NULL, BEHIND, -1},
    {MORE, BND("2021", "10", "at-least") "," FIG("2022", "99"), NULL, OPEN, -1},
};

static dti_framework *framework;

static void open_framework(void)
{
    framework = sample_framework(SAMPLE_TINY_FRAMEWORK);
}

static void close_framework(void)
{
    dti_framework_unref(framework);
}

static dti_targets *parse(const char *target, const char *figures)
{
    char text[2048];
    dti_targets *targets = NULL;
    dti_error *error = NULL;
    int length = snprintf(
        text, sizeof text,
        "{\"format\": \"dti-targets/1\", \"id\": \"t\", \"version\": \"1\", \"titles\": {\"vi\": "
        "\"T\"}, "
        "\"framework\": {\"id\": \"tiny\", \"version\": \"1.0.0\"}, \"unit\": {\"id\": \"gso:1\"}, "
        "\"targets\": [{\"id\": \"a\", \"text\": {\"vi\": \"A\"}, %s, \"figures\": [%s]}]}",
        target, figures);
    ck_assert_int_lt(length, (int)sizeof text);
    sample_must(dti_targets_parse(text, (size_t)length, framework, NULL, &targets, &error), &error);
    return targets;
}

static dti_assessment *assess(const dti_targets *targets, const char *today)
{
    dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
    dti_assessment *assessment = NULL;
    dti_error *error = NULL;
    options.today = today;
    sample_must(dti_targets_assess(targets, &options, &assessment, &error), &error);
    return assessment;
}

static void check(const struct row *row)
{
    static const char *const ends[] = {": open", ": achieved", ": on course", ": behind",
                                       ": missed"};
    char sentence[1024];
    dti_targets *targets = parse(row->target, row->figures);
    dti_assessment *assessment = assess(targets, row->today);
    int64_t line = -1;
    dti_target_status status = dti_assessment_status(assessment, 0);
    size_t length = dti_assessment_format(assessment, 0, DTI_LANG_EN, sentence, sizeof sentence);
    ck_assert_uint_eq(length, strlen(sentence));
    ck_assert_msg(status == row->status, "{%s} [%s] %s: %s instead of %s: %s", row->target,
                  row->figures, row->today ? row->today : "", dti_target_status_id(status),
                  dti_target_status_id(row->status), sentence);
    const char *end = ends[status];
    ck_assert_msg(length > strlen(end) && strcmp(sentence + length - strlen(end), end) == 0, "%s",
                  sentence);
    for (int i = 0; i < LENGTH_OF(ends); i++)
        ck_assert_uint_eq(dti_assessment_count(assessment, (dti_target_status)i),
                          i == (int)status ? 1 : 0);
    ck_assert_msg(dti_assessment_expected(assessment, 0, &line) == (row->line >= 0),
                  "{%s} [%s]: line", row->target, row->figures);
    if (row->line >= 0)
        ck_assert_msg((double)line > row->line * 1e9 - 0.6 && (double)line < row->line * 1e9 + 0.6,
                      "{%s} [%s]: line at %lld", row->target, row->figures, (long long)line);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
}

START_TEST(is_what_the_table_says)
{
    for (int i = 0; i < LENGTH_OF(rows); i++)
        check(&rows[i]);
}
END_TEST

/* A framework whose bands go by rank. */
START_TEST(groups_by_rank)
{
    static const struct row by_rank[] = {
        {GROUP DUE("2022"), FIG("2022", "10"), NULL, ACHIEVED, -1},
        {GROUP DUE("2022"), FIG("2022", "3"), NULL, ACHIEVED, -1},
        {GROUP DUE("2022"), FIG("2022", "11"), NULL, MISSED, -1},
        {GROUP DUE("2022"), FIG("2021", "10"), NULL, ON_COURSE, -1},
        {GROUP DUE("2022"), FIG("2020", "20") "," FIG("2021", "15"), NULL, ON_COURSE, 15},
        {GROUP DUE("2022"), FIG("2020", "20") "," FIG("2021", "16"), NULL, BEHIND, 15},
    };
    static const char *const bands[] = {"\"value_at_least\": 0.65}", "\"value_at_least\": 0.5}",
                                        "\"value_at_least\": 0}"};
    static const char *const ranks[] = {"\"rank_at_most\": 5}", "\"rank_at_most\": 10}",
                                        "\"rank_at_most\": 63}"};
    size_t length = 0;
    char *text = test_read_file(SAMPLE_TINY_FRAMEWORK, &length);
    for (int i = 0; i < LENGTH_OF(bands); i++) {
        char *at = strstr(text, bands[i]);
        ck_assert_ptr_nonnull(at);
        memset(at, ' ', strlen(bands[i]));
        memcpy(at, ranks[i], strlen(ranks[i]));
    }
    dti_framework *other = NULL;
    dti_error *error = NULL;
    sample_must(dti_framework_parse(text, length, NULL, &other, &error), &error);
    dti_framework *usual = framework;
    framework = other;
    for (int i = 0; i < LENGTH_OF(by_rank); i++)
        check(&by_rank[i]);
    framework = usual;
    dti_framework_unref(other);
    free(text);
}
END_TEST

/* What a reader sees, in both languages. */
static const struct {
    const char *target;
    const char *figures;
    const char *today;
    const char *wanted; /* in English */
    const char *actual; /* likewise */
    const char *vi;
    const char *en;
} words[] = {
    {RANK("at-most", "10") DUE("2025") SET("2021"), FIG("2021", "12") "," FIG("2022", "15"), NULL,
     "rank 10 or better", "rank 15 (2022)",
     "hạng 15 (2022); phải đạt: hạng 10 hoặc cao hơn, hạn 31/12/2025; đường thẳng từ hạng 12 "
     "(2021) "
     "đến hạng 10 (2025) đòi hỏi 11,5 vào năm 2022: chậm tiến độ",
     "rank 15 (2022); wanted: rank 10 or better, due 2025-12-31; the straight line from rank 12 "
     "(2021) to rank 10 (2025) asks for 11.5 in 2022: behind"},
    {PERCENT("at-least", "85") DUE("2022"), FIG("2022", "90,43"), NULL, "at least 85 %",
     "90.43 % (2022)", "90,43 % (2022); phải đạt: ít nhất 85 %, hạn 31/12/2022: đạt",
     "90.43 % (2022); wanted: at least 85 %, due 2022-12-31: achieved"},
    {PERCENT("at-least", "20") DUE("2022"), "", NULL, "at least 20 %", "",
     "chưa có số liệu; phải đạt: ít nhất 20 %, hạn 31/12/2022: chưa xác định được",
     "no figure; wanted: at least 20 %, due 2022-12-31: open"},
    {PERCENT("at-least", "20") DUE("2022"), "", "2023-02-01", "at least 20 %", "",
     "chưa có số liệu; phải đạt: ít nhất 20 %, hạn 31/12/2022; đã qua hạn mà chưa có số liệu năm "
     "2022: chưa xác định được",
     "no figure; wanted: at least 20 %, due 2022-12-31; it was due, and there is no figure of 2022 "
     "yet: open"},
    {"\"comparison\": \"at-least\", \"quantity\": \"count\", \"unit\": {\"vi\": \"trung tâm dữ "
     "liệu\", \"en\": \"data centres\"}",
     BND("2022", "3", "about"), NULL, "the source names no value to reach",
     "about 3 data centres (2022)",
     "xấp xỉ 3 trung tâm dữ liệu (2022); nguồn không nêu mức phải đạt: chưa xác định được",
     "about 3 data centres (2022); the source names no value to reach: open"},
    {PERCENT("above", "95"), BND("2022", "90", "at-least"), NULL, "more than 95 %",
     "at least 90 % (2022)",
     "ít nhất 90 % (2022); phải đạt: trên 95 %; nguồn chỉ cho biết một giới hạn, chưa đủ để kết "
     "luận: chưa xác định được",
     "at least 90 % (2022); wanted: more than 95 %; the source gives only a bound, which does not "
     "tell: open"},
    {MORE, FIG("2021", "10") "," FIG("2022", "9"), NULL, "more than before", "9 % (2022)",
     "9 % (2022); phải đạt: tăng so với trước; trước đó 10 % (2021): chậm tiến độ",
     "9 % (2022); wanted: more than before; before 10 % (2021): behind"},
    {BETTER, FIG("2021", "12") "," FIG("2022", "11"), NULL, "a better rank than before",
     "rank 11 (2022)", "hạng 11 (2022); phải đạt: hạng cao hơn trước; trước đó hạng 12 (2021): đạt",
     "rank 11 (2022); wanted: a better rank than before; before rank 12 (2021): achieved"},
    {RANK("below", "47"), FIG("2022", "47"), NULL, "better than rank 47", "rank 47 (2022)",
     "hạng 47 (2022); phải đạt: cao hơn hạng 47; chưa đạt, nhưng không có hạn: chưa xác định được",
     "rank 47 (2022); wanted: better than rank 47; not reached, but there is no due date: open"},
    {DONE DUE("2023"), IS("2022", "false"), NULL, "to be done", "no (2022)",
     "không (2022); phải đạt: hoàn thành, hạn 31/12/2023: chưa xác định được",
     "no (2022); wanted: to be done, due 2023-12-31: open"},
    {NO_BAND DUE("2022"), FIG("2022", "0,58"), NULL, "in the group \"khá\"", "0.58 (2022)",
     "0,58 (2022); phải đạt: thuộc nhóm khá, hạn 31/12/2022; nguồn không nói nhóm này gồm những "
     "mức "
     "nào: chưa xác định được",
     "0.58 (2022); wanted: in the group \"khá\", due 2022-12-31; the source does not say where "
     "that "
     "group begins: open"},
    {"\"comparison\": \"text\"", "", NULL, "a measure without a figure", "",
     "nhiệm vụ không kèm số đo: chưa xác định được", "a measure without a figure: open"},
    {RANK("at-most", "10") DUE("2025"), FIG("2024", "5"), NULL, "rank 10 or better",
     "rank 5 (2024)",
     "hạng 5 (2024); phải đạt: hạng 10 hoặc cao hơn, hạn 31/12/2025; đang đạt, nhưng chỉ tính khi "
     "đến hạn: đúng tiến độ",
     "rank 5 (2024); wanted: rank 10 or better, due 2025-12-31; met now, which counts when it is "
     "due: on course"},
    {"\"comparison\": \"at-most\", \"quantity\": \"points\", \"value\": \"12.5\"" DUE("2022"),
     FIG("2023", "20"), NULL, "at most 12.5 points", "20 points (2023)",
     "20 điểm (2023); phải đạt: không quá 12,5 điểm, hạn 31/12/2022; đã qua hạn mà chưa có số liệu "
     "năm 2022: không đạt",
     "20 points (2023); wanted: at most 12.5 points, due 2022-12-31; it was due, and there is no "
     "figure of 2022 yet: missed"},
};

START_TEST(says_why)
{
    char text[1024];
    dti_targets *targets = parse(words[_i].target, words[_i].figures);
    dti_assessment *assessment = assess(targets, words[_i].today);
    dti_assessment_format(assessment, 0, DTI_LANG_VI, text, sizeof text);
    ck_assert_str_eq(text, words[_i].vi);
    dti_assessment_format(assessment, 0, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, words[_i].en);
    dti_targets_target_format(targets, 0, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, words[_i].wanted);
    dti_assessment_actual_format(assessment, 0, DTI_LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, words[_i].actual);
    /* Cut as snprintf() cuts. */
    size_t whole = dti_assessment_format(assessment, 0, DTI_LANG_EN, text, 6);
    ck_assert_uint_eq(whole, strlen(words[_i].en));
    ck_assert_uint_le(strlen(text), 5);
    ck_assert_uint_eq(dti_assessment_format(assessment, 0, DTI_LANG_EN, NULL, 0), whole);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
}
END_TEST

START_TEST(gives_the_figures_that_count)
{
    dti_targets *targets = parse(RANK("at-most", "10") DUE("2025") SET("2021"),
                                 FIG("2020", "15") "," FIG("2021", "12") "," FIG("2022", "15"));
    dti_assessment *assessment = assess(targets, NULL);
    int64_t line = 0;
    ck_assert_int_eq(dti_assessment_actual_year(assessment, 0), 2022);
    ck_assert_int_eq(dti_assessment_actual(assessment, 0), 15 * DTI_POINT);
    ck_assert_str_eq(dti_assessment_actual_text(assessment, 0), "15");
    ck_assert_int_eq(dti_assessment_baseline_year(assessment, 0), 2021);
    ck_assert_int_eq(dti_assessment_baseline(assessment, 0), 12 * DTI_POINT);
    ck_assert_int_eq(dti_assessment_expected(assessment, 0, &line), 1);
    ck_assert_int_eq(line, INT64_C(11500000000));
    ck_assert_int_eq(dti_assessment_expected(assessment, 0, NULL), 1);
    /* Out of range, and nothing. */
    ck_assert_int_eq(dti_assessment_actual_year(assessment, 1), 0);
    ck_assert_int_eq(dti_assessment_status(assessment, 1), DTI_TARGET_OPEN);
    ck_assert_str_eq(dti_assessment_actual_text(assessment, 1), "");
    ck_assert_int_eq(dti_assessment_expected(assessment, 1, &line), 0);
    ck_assert_uint_eq(dti_assessment_format(assessment, 1, DTI_LANG_VI, NULL, 0), 0);
    ck_assert_uint_eq(dti_assessment_count(assessment, (dti_target_status)5), 0);
    ck_assert_uint_eq(dti_assessment_stated_count(NULL, DTI_TARGET_ACHIEVED), 0);
    ck_assert_ptr_null(dti_assessment_findings(NULL));
    ck_assert_ptr_null(dti_assessment_targets(NULL));
    ck_assert_int_eq(dti_assessment_baseline(NULL, 0), 0);
    dti_assessment_unref(assessment);
    dti_targets_unref(targets);
}
END_TEST

START_TEST(names_statuses)
{
    static const char *const ids[] = {"open", "achieved", "on-course", "behind", "missed", ""};
    static const char *const vi[] = {"chưa xác định được", "đạt",       "đúng tiến độ",
                                     "chậm tiến độ",       "không đạt", ""};
    for (int i = 0; i < LENGTH_OF(ids); i++) {
        ck_assert_str_eq(dti_target_status_id((dti_target_status)i), ids[i]);
        ck_assert_str_eq(dti_target_status_name((dti_target_status)i, DTI_LANG_VI), vi[i]);
    }
}
END_TEST

Suite *test_suite(void)
{
    Suite *suite = suite_create("rank-assess");
    TCase *tcase = tcase_create("status");
    tcase_add_checked_fixture(tcase, open_framework, close_framework);
    tcase_add_test(tcase, is_what_the_table_says);
    tcase_add_test(tcase, groups_by_rank);
    tcase_add_loop_test(tcase, says_why, 0, LENGTH_OF(words));
    tcase_add_test(tcase, gives_the_figures_that_count);
    tcase_add_test(tcase, names_statuses);
    suite_add_tcase(suite, tcase);
    return suite;
}
