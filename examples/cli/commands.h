/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The commands that there are, each in a file of its own. */
#ifndef DTI_CLI_COMMANDS_H
#define DTI_CLI_COMMANDS_H

#include "args.h"

extern const struct command command_frameworks;
extern const struct command command_show;
extern const struct command command_new;
extern const struct command command_check;
extern const struct command command_score;
extern const struct command command_explain;
extern const struct command command_losses;
extern const struct command command_bounds;
extern const struct command command_reconcile;
extern const struct command command_forms;
extern const struct command command_merge;
extern const struct command command_status;
extern const struct command command_evidence;
extern const struct command command_review;
extern const struct command command_decide;
extern const struct command command_stage;
extern const struct command command_submission;
extern const struct command command_reply;
extern const struct command command_units;
extern const struct command command_rank;
extern const struct command command_compare;
extern const struct command command_targets;
extern const struct command command_report;

#endif
