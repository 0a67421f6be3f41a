/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* dti frameworks: the built-in frameworks. */
#include "commands.h"
#include "figure.h"
#include "load.h"
#include "nodes.h"
#include "table.h"

#include <string.h>

enum {
    DIGEST_SHOWN = 12, /* hexadecimal digits: enough to tell frameworks apart */
    TITLE_COLUMN = 3
};

static void add_row(struct table *table, const dti_framework *framework, dti_lang lang)
{
    struct text years = TEXT_EMPTY;
    nodes_put_years(framework, &years);
    const char *digest = dti_framework_digest(framework);
    const char *colon = strchr(digest, ':');
    struct text shown = TEXT_EMPTY;
    text_add(&shown, colon ? colon + 1 : digest);
    if (shown.length > DIGEST_SHOWN) {
        shown.data[DIGEST_SHOWN] = '\0';
    }
    table_cell(table, STYLE_STRONG, dti_framework_id(framework));
    table_cell(table, STYLE_PLAIN, dti_framework_version(framework));
    table_cell(table, STYLE_PLAIN, text_get(&years));
    table_cell(table, STYLE_PLAIN, dti_framework_title(framework, lang));
    table_cell(table, STYLE_DIM, text_get(&shown));
    size_t absent = nodes_count_absent(framework);
    if (absent != 0) {
        struct text remark = TEXT_EMPTY;
        word_fill(&remark, lang, WORD_FRAMEWORKS_ABSENT, WITH(figure_count(absent).text));
        table_remark(table, TITLE_COLUMN, STYLE_DIM, text_get(&remark));
        text_free(&remark);
    }
    text_free(&years);
    text_free(&shown);
}

static int run(const struct cli *cli, const struct args *args)
{
    (void)args;
    const struct table_column columns[] = {
        {word(cli->lang, WORD_COLUMN_ID), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_VERSION), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_YEARS), ALIGN_LEFT, false},
        {word(cli->lang, WORD_COLUMN_TITLE), ALIGN_LEFT, true},
        {word(cli->lang, WORD_COLUMN_DIGEST), ALIGN_LEFT, false},
    };
    struct table *table = table_new(columns, sizeof columns / sizeof *columns);
    int status = CLI_EXIT_FINE;
    for (size_t i = 0; i < dti_builtin_count() && status == CLI_EXIT_FINE; i++) {
        dti_framework *framework = NULL;
        status = load_framework(cli, dti_builtin_id(i), &framework);
        if (status == CLI_EXIT_FINE) {
            add_row(table, framework, cli->lang);
        }
        dti_framework_unref(framework);
    }
    if (status == CLI_EXIT_FINE) {
        table_print(table, &cli->out, 0);
    }
    table_free(table);
    return status;
}

static const struct command_option options[] = {
    {OPTION_LANG, false},
    {OPTION_HELP, false},
};

const struct command command_frameworks = {
    .name = "dti frameworks",
    .summary = WORD_FRAMEWORKS_SUMMARY,
    .purpose = WORD_FRAMEWORKS_PURPOSE,
    .examples = WORD_FRAMEWORKS_EXAMPLES,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
