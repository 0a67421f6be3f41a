#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Writes a program that calls every public function with every combination of right and wrong arguments.

usage: generate-calls.py OUTPUT.c HEADER...

Nothing that a host passes may crash it: NULL, an index out of range, an enum value of a later version, options without size. The
prototypes are read from the headers, so that a new function is tested the day it is declared. For calls that can fail the contract is
held too: outputs are written on success only, the error on failure only, and both tell the same status. Helpers and the objects to
call with are in test-calls.c.
"""

import pathlib
import re
import sys

PROTOTYPE = re.compile(r"^DTI_API\s+(?:DTI_MUST_CHECK\s+)?([^;{]*?\W)(\w+)\(([^;{]*)\);", re.MULTILINE)

# What a parameter of a type is given; handles of calls.h are named after their type.
VALUES = {
    "const char *": ["NULL", '""', '"dti"', '"no such thing"', '"\\xff"'],
    "size_t": ["0", "1", "SIZE_MAX"],
    "int": ["0", "2", "-1", "INT_MAX", "INT_MIN"],
    "int32_t": ["0", "2022", "INT32_MIN", "INT32_MAX"],
    "int64_t": ["0", "INT64_MAX", "INT64_MIN"],
    "double": ["0", "-1", "(double)NAN", "HUGE_VAL"],
    "uint32_t": ["0", "1", "2", "UINT32_MAX"],
    "int64_t *": ["NULL", "&integer"],
    "int32_t *": ["NULL", "&small"],
    "int *": ["NULL", "&side"],
    "size_t *": ["NULL", "&found"],
    "uint32_t *": ["NULL", "&rank"],
    "dti_target_status *": ["NULL", "&target_status"],
    "double *": ["NULL", "numbers"],
    "const dti_parse_options *": ["NULL", "&parse_options", "&parse_options_of_size_0", "parse_options_later"],
    "const dti_allocator *": ["NULL", "&allocator_of_size_0"],
    "const dti_score_options *": ["NULL", "&score_options", "&score_options_of_size_0", "score_options_later"],
    "const dti_rank_options *": ["NULL", "&rank_options", "&rank_options_of_size_0", "rank_options_later"],
    "const dti_program_options *": ["NULL", "&program_options", "&program_options_of_size_0", "program_options_later"],
    "const dti_run_options *": ["NULL", "&run_options", "&run_options_full", "&run_options_of_size_0", "run_options_later"],
    "const dti_scoreboard_options *": [
        "NULL",
        "&scoreboard_options",
        "&scoreboard_options_full",
        "&scoreboard_options_of_size_0",
        "scoreboard_options_later",
    ],
    "const dti_table_merge_options *": [
        "NULL",
        "&merge_options",
        "&merge_options_full",
        "&merge_options_of_size_0",
        "merge_options_later",
    ],
    "const dti_ranking_options *": [
        "NULL",
        "&ranking_options",
        "&ranking_options_full",
        "&ranking_options_of_size_0",
        "ranking_options_later",
    ],
    "const dti_comparison_options *": [
        "NULL",
        "&comparison_options",
        "&comparison_options_full",
        "&comparison_options_of_size_0",
        "comparison_options_later",
    ],
    "const dti_assessment_options *": [
        "NULL",
        "&assessment_options",
        "&assessment_options_full",
        "&assessment_options_of_size_0",
        "assessment_options_later",
    ],
    "const dti_losses_options *": [
        "NULL",
        "&losses_options",
        "&losses_options_full",
        "&losses_options_of_size_0",
        "losses_options_later",
    ],
    "const dti_statement *": [
        "NULL",
        "&statement",
        "&statement_full",
        "&statement_of_size_0",
        "statement_later",
    ],
    "const dti_reconcile_options *": [
        "NULL",
        "&reconcile_options",
        "&reconcile_options_full",
        "&reconcile_options_of_size_0",
        "reconcile_options_later",
    ],
    "const dti_paper_options *": [
        "NULL",
        "&paper_options",
        "&paper_options_full",
        "&paper_options_of_size_0",
        "paper_options_later",
    ],
    "const dti_history_step *": ["NULL", "&history_step", "&history_step_of_size_0", "history_step_later"],
    "const dti_column *": ["NULL", "columns", "columns_ambiguous"],
    "dti_error **": ["NULL", "&error"],
}
# Pairs that belong together: no implementation can check a buffer against its size.
PAIRS = {
    ("const dti_bounds *const *", "count"): ["{NULL, 0}", "{NULL, 1}", "{bounds_parts, 0}", "{bounds_parts, 1}", "{bounds_parts, 2}"],
    ("const dti_form *const *", "count"): ["{NULL, 0}", "{NULL, 1}", "{form_list, 0}", "{form_list, 1}", "{form_list, 2}"],
    ("const char *const *", "count"): ["{NULL, 0}", "{NULL, 1}", "{text_list, 0}", "{text_list, 1}", "{text_list, 2}"],
    ("char *", "size"): ["{NULL, 0}", "{buffer, 1}", "{buffer, sizeof buffer}"],
    ("const size_t *", "count"): ["{NULL, 0}", "{NULL, 2}", "{places, 0}", "{places, 2}"],
    ("const int64_t *", "count"): ["{NULL, 0}", "{NULL, 2}", "{integers, 2}"],
    # Columns have two rows; more are only asked for where that is refused without looking.
    ("const dti_column *", "count"): [
        "{NULL, 0}",
        "{NULL, 2}",
        "{columns, 0}",
        "{columns, 1}",
        "{columns, 2}",
        "{columns, 65536}",
        "{columns, SIZE_MAX}",
        "{columns_ambiguous, 2}",
    ],
    ("const dti_output *", "output_count"): [
        "{NULL, 0}",
        "{NULL, 2}",
        "{outputs, 0}",
        "{outputs, 6}",
        "{outputs_of_no_node, 1}",
        "{outputs_of_no_measure, 1}",
        "{outputs_of_no_data, 1}",
    ],
    ("size_t", "count"): ["{0, 0}", "{0, 2}", "{1, 1}", "{2, 0}", "{SIZE_MAX, 0}", "{SIZE_MAX, 2}", "{1, SIZE_MAX}"],
    ("const char *", "length"): ["{NULL, 0}", "{NULL, 5}", '{"{}", 2}', '{"{", 1}', '{"", 0}'],
}
# What some texts are called where only a right one leads further.
NAMED = {
    "at": '"2024-02-01T09:00:00+07:00"',
    "code": '"6.12"',
    "day": '"2025-07-01"',
    "id": "dti_builtin_id(0)",
    "input": "dti_framework_input_id(a_framework, 0)",
    "numbering": "dti_framework_numbering_id(a_framework, 0)",
    "path": "%s_path",
    "reporter": "dti_collection_reporter_id(a_collection, 0)",
    "today": '"2024-01-29"',
    "unit": '"gso:49"',
}
RIGHT_TEXT = "{%s_text, %s_length}"
DROP = {
    name: name + "_free"
    for name in (
        "dti_text",
        "dti_dossier_builder",
        "dti_evidence_builder",
        "dti_table_builder",
        "dti_changes",
        "dti_figures",
        "dti_scratch",
        "dti_scoreboard",
    )
}
ENUM = re.compile(r"typedef enum (\w+)")


def plain(text):
    return " ".join(text.split())


def parameters(text):
    """[(type, name), ...]"""
    if text.strip() == "void":
        return []
    split = (re.match(r"(.*?[\s*])(\w+)$", plain(part)) for part in text.split(","))
    return [(match.group(1).strip(), match.group(2)) for match in split]


def subject(function):
    kinds = ("bounds", "collection", "crosswalk", "dossier", "evidence", "form", "sheet", "table", "targets", "units")
    return next((kind for kind in kinds if function.startswith("dti_" + kind)), "framework")


def values(function, kind, name, enums):
    """The C expressions that a parameter of this type and name is given."""
    if kind == "const char *" and name in NAMED:
        return VALUES[kind] + [NAMED[name].replace("%s", subject(function))]
    handle = re.match(r"(?:const )?(dti_\w+) \*$", kind)
    if kind in VALUES:
        return VALUES[kind]
    if kind in enums:
        return ["(%s)%s" % (kind, value) for value in ("0", "1", "99", "-1")]
    if handle and re.search(r"_(unref|free)$", function):
        return ["NULL"]
    if handle:
        return ["NULL", "a_" + handle.group(1)[len("dti_") :]]
    sys.exit("%s: no values for a parameter of type '%s'" % (function, kind))


def drop(kind):
    return DROP.get(kind, kind + "_unref")


def call(returns, function, passed, at, outs, error):
    """The innermost lines: one call, its result looked at and given back."""
    text = "%s(%s)" % (function, ", ".join(passed))
    handle = re.match(r"(dti_\w+) \*$", returns)
    if returns == "dti_status":
        wrote = "out0 != NULL" if outs else "-1"
        lines = ["begin(%s);" % at, "const dti_status status = %s;" % text, "end(status, %s, %s);" % (wrote, error)]
        declared = ["%s *out%d = NULL;" % (kind, i) for i, kind in enumerate(outs)]
        return declared + lines + ["%s(out%d);" % (drop(kind), i) for i, kind in enumerate(outs)]
    if returns == "const char *":
        return ["touch(%s);" % text]
    if handle:
        return ["%s(%s);" % (drop(handle.group(1)), text)]
    return ["%s%s;" % ("" if returns == "void" else "(void)", text)]


def case(returns, function, arguments, enums):
    """One C function that makes all the calls: a loop for each parameter, or pair of parameters."""
    outs = [kind[:-3] for kind, name in arguments if kind.endswith(" **") and name != "error"]
    lines, passed, indent, depth = [], [], "    ", 0
    remaining = list(arguments)
    while remaining:
        kind, name = remaining.pop(0)
        pair = PAIRS.get((kind, remaining[0][1])) if remaining else None
        if pair:
            remaining.pop(0)
            if kind == "const char *":
                pair = pair + [RIGHT_TEXT.replace("%s", subject(function))]
            lines.append("%sconst struct { %s first; size_t second; } v%d[] = {%s};" % (indent, kind, depth, ", ".join(pair)))
            passed += ["v%d[i%d].first" % (depth, depth), "v%d[i%d].second" % (depth, depth)]
        elif kind.endswith(" **") and name != "error":
            # Declared in the loop, so that each call starts with NULL: the address cannot stand in a table.
            passed.append("i%d == 0 ? NULL : &out%d" % (depth, outs.index(kind[:-3])))
            lines.append("%sconst int v%d[2] = {0, 1};" % (indent, depth))
        else:
            given = values(function, kind, name, enums)
            lines.append("%s%s v%d[] = {%s};" % (indent, kind if kind.endswith("*") else "const " + kind, depth, ", ".join(given)))
            passed.append("v%d[i%d]" % (depth, depth))
        lines.append("%sfor (size_t i%d = 0; i%d < sizeof v%d / sizeof v%d[0]; i%d++) {" % ((indent,) + (depth,) * 5))
        indent += "    "
        depth += 1
    at = ", ".join(["%d" % depth] + ["i%d" % d for d in range(depth)])
    error = "%s != NULL" % passed[-1] if arguments and arguments[-1][0] == "dti_error **" else "0"
    lines += [indent + line for line in call(returns, function, passed, at, outs, error)]
    for d in range(depth, 0, -1):
        lines.append("    " * d + "}")
    return "static void call_%s(void)\n{\n%s\n}\n" % (function, "\n".join(lines))


def main(output, headers):
    texts = [re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL) for path in headers]
    enums = {name for text in texts for name in ENUM.findall(text)}
    functions = [(plain(r), name, parameters(a)) for text in texts for r, name, a in PROTOTYPE.findall(text)]
    parts = ['/* Generated by generate-calls.py. */\n#include "calls.h"\n']
    parts += [case(*function, enums) for function in functions]
    rows = ",\n".join('    {"%s", call_%s}' % (name, name) for _, name, _ in functions)
    parts.append("const struct calls all_calls[] = {\n%s,\n};\nconst size_t all_calls_count = %d;\n" % (rows, len(functions)))
    output.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]])
