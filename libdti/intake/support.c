/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Support in time proportional to the records and what they name: components are found by tables,
 * files by one hash table over all records. */
#include "intake/support.h"

#include <string.h>

/* Components by the inputs that they read, directly or through what those derive from. */
struct readers {
    size_t *first; /* by input; one more closes the last */
    size_t *list;
};

static void mark_inputs(const dti_framework *framework, const struct dti__rule *rule,
                        unsigned char *marks)
{
    memset(marks, 0, framework->input_count);
    for (size_t i = 0; i < rule->read_count; i++)
        marks[rule->reads[i]] = 1;
    for (size_t i = framework->derive_count; i-- > 0;) { /* what is derived before its operands */
        const struct dti__quantity *derive = &framework->inputs[framework->derive_order[i]].derive;
        if (!marks[framework->derive_order[i]])
            continue;
        for (size_t k = 0; k < derive->of.count; k++)
            marks[derive->of.inputs[k]] = 1;
        for (size_t k = 0; k < derive->to.count; k++)
            marks[derive->to.inputs[k]] = 1;
    }
}

static bool has_requirement(const struct dti__node *node)
{
    return node->rule && node->evidence;
}

/* Counts are summed up to where each input's components end, and brought down to where they begin
 * by filling them in. */
static bool find_readers(const dti_framework *framework, struct dti__arena *arena,
                         struct readers *out)
{
    unsigned char *marks = dti__arena_alloc(arena, framework->input_count);
    out->first = dti__arena_array(arena, framework->input_count + 1, sizeof *out->first);
    if (!marks || !out->first)
        return false;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t node = framework->tree_count; node-- > 0;) {
            if (!has_requirement(&framework->nodes[node]))
                continue;
            mark_inputs(framework, framework->nodes[node].rule, marks);
            for (size_t i = 0; i < framework->input_count; i++) {
                if (marks[i] && pass == 0)
                    out->first[i]++;
                else if (marks[i])
                    out->list[--out->first[i]] = node;
            }
        }
        for (size_t i = 0; pass == 0 && i < framework->input_count; i++)
            out->first[i + 1] += out->first[i];
        if (pass == 0)
            out->list =
                dti__arena_array(arena, out->first[framework->input_count], sizeof *out->list);
        if (!out->list)
            return false;
    }
    return true;
}

struct search {
    const dti_dossier *dossier;
    struct readers readers;
    struct dti__support *out;
    size_t *seen; /* by component: the round of the record that last named it */
    size_t round;
    size_t record;
    bool is_filling;
};

/* A record may name a component twice: by its code and by several inputs. */
static void claim(struct search *search, size_t node)
{
    struct dti__backing *backing = &search->out->nodes[node];
    if (search->seen[node] == search->round)
        return;
    search->seen[node] = search->round;
    if (search->is_filling)
        search->out->verdicts[backing->first + backing->count].record = search->record;
    backing->count++;
}

static void claim_all(struct search *search)
{
    const dti_framework *framework = search->dossier->framework;
    const struct dti__content *content = &search->dossier->evidence[search->record]->content;
    const char *numbering = content->numbering ? content->numbering : search->dossier->numbering;
    search->round++;
    for (size_t i = 0; i < content->code_count; i++) {
        size_t node = dti_framework_find(framework, numbering, content->codes[i]);
        if (node != DTI_NONE && has_requirement(&framework->nodes[node]))
            claim(search, node);
    }
    for (size_t i = 0; i < content->input_count; i++) {
        size_t input = dti__names_find(&framework->input_names, content->inputs[i]);
        size_t last = input == DTI_NONE ? 0 : search->readers.first[input + 1];
        for (size_t k = input == DTI_NONE ? 0 : search->readers.first[input]; k < last; k++)
            claim(search, search->readers.list[k]);
    }
}

/* Which records are put forward for which components: counted, then filled in. */
static bool gather(const dti_dossier *dossier, struct dti__arena *arena, struct dti__support *out)
{
    size_t nodes = dossier->framework->tree_count;
    struct search search = {.dossier = dossier, .out = out};
    out->nodes = dti__arena_array(arena, nodes, sizeof *out->nodes);
    search.seen = dti__arena_array(arena, nodes, sizeof *search.seen);
    if (!out->nodes || !search.seen || !find_readers(dossier->framework, arena, &search.readers))
        return false;
    for (int pass = 0; pass < 2; pass++) {
        search.is_filling = pass == 1;
        for (search.record = 0; search.record < dossier->evidence_count; search.record++)
            claim_all(&search);
        for (size_t i = 0; pass == 0 && i < nodes; i++) {
            out->nodes[i].first = out->verdict_count;
            out->verdict_count += out->nodes[i].count;
            out->nodes[i].count = 0;
        }
        if (pass == 0)
            out->verdicts = dti__arena_array(arena, out->verdict_count, sizeof *out->verdicts);
        if (!out->verdicts)
            return false;
    }
    return true;
}

/* Files by their first record; which of them counted already for the component at hand, with a
 * qualifying record, and with one whose signer alone may be the wrong one. */
struct files {
    struct dti__names names; /* SHA-256 → first record with it */
    size_t *counted;         /* by that record: the last component, counted from 1 */
    size_t *counted_any;
};

static bool index_files(const dti_dossier *dossier, struct dti__arena *arena, struct files *out)
{
    size_t duplicate = DTI_NONE; /* the first of each is what the table gives */
    const char **texts = dti__arena_array(arena, dossier->evidence_count, sizeof *texts);
    out->counted = dti__arena_array(arena, dossier->evidence_count, sizeof *out->counted);
    out->counted_any = dti__arena_array(arena, dossier->evidence_count, sizeof *out->counted_any);
    if (!texts || !out->counted || !out->counted_any)
        return false;
    for (size_t i = 0; i < dossier->evidence_count; i++)
        texts[i] = dossier->evidence[i]->content.sha256;
    return dti__names_build(&out->names, arena, texts, dossier->evidence_count, &duplicate);
}

/* True, and remembered, if the file is new for the component. Without a digest every file is. */
static bool is_new(size_t *counted, size_t file, size_t stamp)
{
    if (file == DTI_NONE)
        return true;
    bool is_first = counted[file] != stamp;
    counted[file] = stamp;
    return is_first;
}

static bool counts_already(const size_t *counted, size_t file, size_t stamp)
{
    return file != DTI_NONE && counted[file] == stamp;
}

static void judge(const dti_dossier *dossier, int64_t deadline, size_t node, struct files *files,
                  struct dti__support *out)
{
    const struct dti__requirement *requirement = dossier->framework->nodes[node].evidence;
    struct dti__backing *backing = &out->nodes[node];
    for (size_t i = 0; i < backing->count; i++) {
        struct dti__verdict *verdict = &out->verdicts[backing->first + i];
        const dti_evidence *evidence = dossier->evidence[verdict->record];
        size_t file = dti__names_find(&files->names, evidence->content.sha256);
        verdict->gaps = dti__requirement_gaps(requirement, evidence, dossier->year, deadline);
        unsigned blocking = verdict->gaps & DTI__GAPS_BLOCKING;
        if ((blocking & ~DTI__GAP(DTI_GAP_SIGNER)) == 0)
            backing->any_signer += is_new(files->counted_any, file, node + 1);
        if (counts_already(files->counted, file, node + 1))
            verdict->gaps |= DTI__GAP(DTI_GAP_DUPLICATE);
        else if (blocking == 0)
            backing->qualifying += is_new(files->counted, file, node + 1);
    }
}

bool dti__support_find(const dti_dossier *dossier, int64_t deadline, struct dti__arena *arena,
                       struct dti__support *out)
{
    struct files files;
    *out = (struct dti__support){.verdicts = NULL};
    if (!gather(dossier, arena, out) || !index_files(dossier, arena, &files))
        return false;
    for (size_t i = 0; i < dossier->framework->tree_count; i++)
        if (out->nodes[i].count > 0)
            judge(dossier, deadline, i, &files, out);
    return true;
}

bool dti__support_count(const struct dti__support *support, const struct dti__input *input,
                        double *count)
{
    if (!input->counts.code)
        return false;
    const struct dti__backing *backing = &support->nodes[input->counts.node];
    *count = (double)(input->counts.any_signer ? backing->any_signer : backing->qualifying);
    return backing->count > 0;
}
