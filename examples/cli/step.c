/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What the commands have in common that take a step in a dossier: who, when, why, and the new
 * dossier that comes of it. */
#include "step.h"

#include "load.h"
#include "save.h"
#include "suggest.h"

#include <stdlib.h>
#include <string.h>

enum {
    MESSAGE_SIZE = 1024
};

/* "a,b" as a list of names; blanks around them do not count. */
static void split_names(struct step *step)
{
    const char *list = text_get(&step->args->list);
    step->list = memory_copy(list);
    step->names = memory_resize(NULL, strlen(list) + 1, sizeof *step->names);
    for (char *at = step->list; *at;) {
        at += strspn(at, " ,");
        size_t bytes = strcspn(at, ",");
        char *next = at[bytes] ? at + bytes + 1 : at + bytes;
        while (bytes != 0 && at[bytes - 1] == ' ') {
            bytes--;
        }
        if (bytes != 0) {
            at[bytes] = '\0';
            step->names[step->taken.name_count++] = at;
        }
        at = next;
    }
    step->taken.names = step->taken.name_count != 0 ? step->names : NULL;
}

int step_begin(const struct cli *cli, const struct command *command, const struct args *args,
               struct step *out)
{
    *out = (struct step){
        .cli = cli,
        .command = command,
        .args = args,
        .taken = DTI_HISTORY_STEP_INIT,
        .now = moment_now(),
    };
    const char *at = args->values[OPTION_AT];
    out->taken.at = at ? at : out->now.text;
    out->taken.by = args->values[OPTION_BY];
    out->taken.agency = args->values[OPTION_AGENCY];
    out->taken.reason_vi = args->values[OPTION_REASON];
    split_names(out);
    if (args_standard_inputs(args) > 1) {
        return cli_wrong_usage(cli, command->name, NULL, WORD_USAGE_STDIN_TWICE, WITH_NOTHING);
    }
    int status =
        load_dossier(cli, args->operands[0], args->values[OPTION_FRAMEWORK], NULL, &out->dossier);
    if (status != CLI_EXIT_FINE) {
        return status;
    }
    dti_error *error = NULL;
    out->framework = dti_dossier_framework(out->dossier);
    return dti_changes_new(out->framework, NULL, &out->changes, &error) == DTI_OK
               ? CLI_EXIT_FINE
               : load_failed(cli, error);
}

void step_end(struct step *step)
{
    dti_changes_free(step->changes);
    dti_dossier_unref(step->dossier);
    free(step->names);
    free(step->list);
}

/* By its id, or by its word in either language, as messages say it. */
static bool is_called(dti_action action, const char *name)
{
    return strcmp(dti_action_id(action), name) == 0 ||
           strcmp(dti_action_name(action, DTI_LANG_VI), name) == 0 ||
           strcmp(dti_action_name(action, DTI_LANG_EN), name) == 0;
}

int step_action(struct step *step, const char *name, const dti_action *actions, size_t count)
{
    struct suggestion suggestion = suggest_begin(name);
    struct text all = TEXT_EMPTY;
    int status = CLI_EXIT_USAGE;
    for (size_t i = 0; i < count && status != CLI_EXIT_FINE; i++) {
        const char *id = dti_action_id(actions[i]);
        if (is_called(actions[i], name)) {
            step->taken.action = actions[i];
            status = CLI_EXIT_FINE;
        }
        suggest_offer(&suggestion, id);
        text_add_item(&all, word(step->cli->lang, WORD_LIST_COMMA), id);
    }
    if (status != CLI_EXIT_FINE) {
        cli_wrong_usage(step->cli, step->command->name, suggestion.nearest, WORD_USAGE_ACTION,
                        WITH(name, text_get(&all)));
    }
    text_free(&all);
    return status;
}

static void say_changes(const struct step *step)
{
    for (size_t i = 0; i < dti_changes_count(step->changes); i++) {
        char message[MESSAGE_SIZE];
        dti_changes_format(step->changes, i, step->cli->lang, message, sizeof message);
        term_line(&step->cli->err, STYLE_DIM, message);
    }
}

int step_finish(struct step *step)
{
    dti_dossier *next = NULL;
    dti_text *text = NULL;
    dti_error *error = NULL;
    int status = CLI_EXIT_FINE;
    if (dti_changes_apply(step->changes, step->dossier, &next, &error) != DTI_OK ||
        dti_dossier_write(next, &text, &error) != DTI_OK) {
        status = load_failed(step->cli, error);
    } else {
        status = save_text(step->cli, step->args->values[OPTION_OUTPUT], text);
    }
    if (status == CLI_EXIT_FINE) {
        say_changes(step);
    }
    dti_text_free(text);
    dti_dossier_unref(next);
    return status;
}
