/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where a document goes: to standard output, or into a file that is written as a whole or not at
 * all. */
#ifndef DTI_CLI_SAVE_H
#define DTI_CLI_SAVE_H

#include "cli.h"

/* path: NULL for standard output. A file that is there keeps its permissions, and what it held
 * until the new content is safe. Gives an exit code, after saying why. */
int save_text(const struct cli *cli, const char *path, const dti_text *text);

/* The same with what a library call made: its document, or its error. Frees both. */
int save_document(const struct cli *cli, const char *path, dti_status status, dti_text *text,
                  dti_error *error);

#endif
