/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Complaints: "dti: …" on standard error, with the nearest known word and where to look. */
#include "cli.h"

static void begin(const struct cli *cli)
{
    fflush(cli->out.file); /* so that on a terminal the complaint stands behind what came before */
    fputs("dti: ", cli->err.file);
}

void cli_error(const struct cli *cli, enum word id, const char *const *with)
{
    struct text message = TEXT_EMPTY;
    word_fill(&message, cli->lang, id, with);
    begin(cli);
    term_line(&cli->err, STYLE_PLAIN, text_get(&message));
    text_free(&message);
}

int cli_wrong_usage(const struct cli *cli, const char *command, const char *nearest, enum word id,
                    const char *const *with)
{
    struct text message = TEXT_EMPTY;
    word_fill(&message, cli->lang, id, with);
    if (nearest) {
        struct text whole = TEXT_EMPTY;
        word_fill(&whole, cli->lang, WORD_USAGE_NEAREST, WITH(text_get(&message), nearest));
        text_free(&message);
        message = whole;
    }
    begin(cli);
    term_line(&cli->err, STYLE_PLAIN, text_get(&message));
    text_clear(&message);
    word_fill(&message, cli->lang, WORD_USAGE_HINT, WITH(command));
    term_line(&cli->err, STYLE_DIM, text_get(&message));
    text_free(&message);
    return CLI_EXIT_USAGE;
}
