/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Finding one's way in a framework: numberings, codes as typed, main indicators in order. */
#include "nodes.h"

#include "suggest.h"

#include <string.h>
#include <strings.h>

int nodes_numbering(const struct cli *cli, const struct command *command,
                    const dti_framework *framework, const char *asked, const char *usual,
                    const char **numbering)
{
    *numbering = asked ? asked : usual;
    if (!asked) {
        return CLI_EXIT_FINE;
    }
    struct suggestion suggestion = suggest_begin(asked);
    struct text known = TEXT_EMPTY;
    int status = CLI_EXIT_USAGE;
    for (size_t i = 0; i < dti_framework_numbering_count(framework); i++) {
        const char *id = dti_framework_numbering_id(framework, i);
        text_add_item(&known, word(cli->lang, WORD_LIST_COMMA), id);
        suggest_offer(&suggestion, id);
        if (strcmp(id, asked) == 0) {
            status = CLI_EXIT_FINE;
        }
    }
    if (status != CLI_EXIT_FINE) {
        cli_wrong_usage(cli, command->name, suggestion.nearest, WORD_USAGE_NUMBERING,
                        WITH(dti_framework_id(framework), asked, text_get(&known)));
    }
    text_free(&known);
    return status;
}

/* People type the name where the code is meant. */
static bool is_name(const dti_framework *framework, size_t node, const char *text)
{
    return strcmp(dti_framework_node_name(framework, node, DTI_LANG_VI), text) == 0 ||
           strcasecmp(dti_framework_node_name(framework, node, DTI_LANG_EN), text) == 0;
}

int nodes_find(const struct cli *cli, const struct command *command, const dti_framework *framework,
               const char *numbering, const char *code, size_t *node)
{
    *node = dti_framework_find(framework, numbering, code);
    if (*node != DTI_NONE) {
        return CLI_EXIT_FINE;
    }
    struct suggestion suggestion = suggest_begin(code);
    for (size_t i = 0; i < dti_framework_node_count(framework); i++) {
        const char *other = dti_framework_node_code(framework, i, numbering);
        if (strcasecmp(code, other) == 0) { /* people write DTI; codes have no capitals */
            *node = i;
            return CLI_EXIT_FINE;
        }
        suggest_offer(&suggestion, other);
        if (is_name(framework, i, code)) {
            suggestion.nearest = other;
            break;
        }
    }
    return cli_wrong_usage(cli, command->name, suggestion.nearest, WORD_USAGE_CODE,
                           WITH(dti_framework_id(framework), code, numbering));
}

const char *nodes_code(const dti_framework *framework, size_t node, const char *numbering)
{
    const char *code = dti_framework_node_code(framework, node, numbering);
    return *code ? code : dti_framework_node_code(framework, node, NULL);
}

/* "1.10" follows "1.9": runs of digits compare as numbers. */
static int compare_codes(const char *a, const char *b)
{
    while (*a && *b) {
        size_t a_digits = strspn(a, "0123456789");
        size_t b_digits = strspn(b, "0123456789");
        if (a_digits != b_digits) {
            return a_digits < b_digits ? -1 : 1;
        }
        size_t bytes = a_digits != 0 ? a_digits : 1;
        int order = strncmp(a, b, bytes);
        if (order != 0) {
            return order;
        }
        a += bytes;
        b += bytes;
    }
    return (*a != '\0') - (*b != '\0');
}

size_t *nodes_of_kind(const dti_framework *framework, dti_node_kind kind, const char *numbering,
                      size_t *count)
{
    size_t all = dti_framework_node_count(framework);
    size_t *nodes = memory_resize(NULL, all + 1, sizeof *nodes);
    *count = 0;
    for (size_t node = 0; node < all; node++) {
        if (dti_framework_node_kind(framework, node) != kind) {
            continue;
        }
        const char *code = nodes_code(framework, node, numbering);
        size_t at = (*count)++;
        /* Indices have words for codes: they stay in the order of the framework. */
        while (kind != DTI_NODE_INDEX && at > 0 &&
               compare_codes(nodes_code(framework, nodes[at - 1], numbering), code) > 0) {
            nodes[at] = nodes[at - 1];
            at--;
        }
        nodes[at] = node;
    }
    return nodes;
}

bool nodes_is_assumed(const dti_framework *framework, size_t node, dti_node_part part)
{
    dti_provenance provenance = dti_framework_node_provenance(framework, node, part);
    return provenance == DTI_PROVENANCE_ASSUMED || provenance == DTI_PROVENANCE_UNKNOWN;
}

size_t nodes_count_assumed(const dti_framework *framework, dti_node_part part)
{
    size_t count = 0;
    for (size_t node = 0; node < dti_framework_node_count(framework); node++) {
        /* Only components have rules of their own. */
        bool has_part =
            part != DTI_PART_RULE || dti_framework_node_kind(framework, node) == DTI_NODE_COMPONENT;
        count += has_part && nodes_is_assumed(framework, node, part);
    }
    return count;
}

size_t nodes_count_absent(const dti_framework *framework)
{
    size_t count = 0;
    for (size_t node = 0; node < dti_framework_node_count(framework); node++) {
        count += dti_framework_node_is_absent(framework, node) != 0;
    }
    return count;
}

bool nodes_is_weighted(const dti_framework *framework, size_t node)
{
    return dti_framework_node_weight(framework, node, 0) != 0;
}

void nodes_put_years(const dti_framework *framework, struct text *out)
{
    char years[32];
    int from = (int)dti_framework_year_from(framework);
    int to = (int)dti_framework_year_to(framework);
    snprintf(years, sizeof years, from == to ? "%d" : "%d–%d", from, to);
    text_add(out, years);
}
