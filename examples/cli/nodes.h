/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finding one's way in a framework: numberings, codes as typed, main indicators in order. */
#ifndef DTI_CLI_NODES_H
#define DTI_CLI_NODES_H

#include "args.h"

/* The numbering asked for (NULL: the usual one). CLI_EXIT_FINE, or CLI_EXIT_USAGE after saying why.
 */
int nodes_numbering(const struct cli *cli, const struct command *command,
                    const dti_framework *framework, const char *asked, const char *usual,
                    const char **numbering);

/* The node of a code. CLI_EXIT_FINE, or CLI_EXIT_USAGE after saying why. */
int nodes_find(const struct cli *cli, const struct command *command, const dti_framework *framework,
               const char *numbering, const char *code, size_t *node);

/* Nodes of a kind in the order of their codes: a block that the caller frees. */
size_t *nodes_of_kind(const dti_framework *framework, dti_node_kind kind, const char *numbering,
                      size_t *count);

/* Code of a node; that of the default numbering if it has none in this one. */
const char *nodes_code(const dti_framework *framework, size_t node, const char *numbering);

/* True if a part of a node is assumed or unknown. */
bool nodes_is_assumed(const dti_framework *framework, size_t node, dti_node_part part);

/* Nodes whose part is assumed or unknown. */
size_t nodes_count_assumed(const dti_framework *framework, dti_node_part part);

/* "2021–2023", or "2020". */
void nodes_put_years(const dti_framework *framework, struct text *out);

/* How many nodes have parts that stand in no source. */
size_t nodes_count_absent(const dti_framework *framework);

/* True of an index that is a mean by weights. */
bool nodes_is_weighted(const dti_framework *framework, size_t node);

#endif
