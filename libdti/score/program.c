/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "score/program.h"

#include "diag/options.h"

static bool has_whole_numbers(const struct dti__input *input)
{
    return input->kind != DTI_INPUT_AMOUNT && input->kind != DTI_INPUT_RATIO;
}

/* The limits of a dossier's figures (model/figure.c), and of answers as numbers. */
static struct dti__reading reading_of(const dti_framework *framework, size_t index)
{
    const struct dti__input *input = &framework->inputs[index];
    struct dti__reading reading = {
        .limits = {.low = input->low, .high = input->high, .is_whole = has_whole_numbers(input)},
        .divisor = input->unit == DTI_NONE ? 1 : framework->units[input->unit].divisor};
    if (input->kind == DTI_INPUT_CHOICE || input->kind == DTI_INPUT_YES_NO) {
        reading.limits.low = 0;
        reading.limits.high = input->kind == DTI_INPUT_YES_NO ? 1 : (double)input->choice_count - 1;
    }
    return reading;
}

static bool read_inputs(dti_program *program)
{
    size_t count = program->framework->input_count;
    for (int nan_is_missing = 0; nan_is_missing < 2; nan_is_missing++) {
        struct dti__reading *readings = dti__arena_array(&program->arena, count, sizeof *readings);
        if (!readings)
            return false;
        for (size_t i = 0; i < count; i++) {
            readings[i] = reading_of(program->framework, i);
            readings[i].nan_is_missing = nan_is_missing != 0;
        }
        program->readings[nan_is_missing] = readings;
    }
    return true;
}

/* A sum has the components of its main indicators, a weighted index its parts: those may overlap,
 * and over many indices their components would be too many to count. */
static void count_parts(dti_program *program)
{
    const dti_framework *framework = program->framework;
    for (size_t i = framework->tree_count; i < framework->node_count; i++) {
        const struct dti__node *index = &framework->nodes[i];
        if (index->absent.is_given)
            program->leaf_counts[i] = 1;
        for (size_t k = 0; k < index->child_count; k++)
            program->leaf_counts[i] +=
                index->weighing.weights ? 1 : program->leaf_counts[index->children[k]];
    }
}

static bool compile_rules(dti_program *program)
{
    const dti_framework *framework = program->framework;
    program->kernels =
        dti__arena_array(&program->arena, framework->tree_count, sizeof *program->kernels);
    program->leaf_counts =
        dti__arena_array(&program->arena, framework->node_count, sizeof *program->leaf_counts);
    if (!program->kernels || !program->leaf_counts)
        return false;
    for (size_t i = framework->tree_count; i-- > 0;) { /* children before parents */
        const struct dti__node *node = &framework->nodes[i];
        if (node->rule) {
            program->leaf_counts[i] = 1;
            if (!dti__kernel_compile(node, NULL, program->loops, &program->arena,
                                     &program->kernels[i]))
                return false;
        }
        if (node->absent.is_given)
            program->leaf_counts[i] = 1;
        if (node->parent != DTI_NONE)
            program->leaf_counts[node->parent] += program->leaf_counts[i];
    }
    count_parts(program);
    return true;
}

dti_status dti_program_new(const dti_framework *framework, const dti_program_options *options,
                           dti_program **out, dti_error **error)
{
    dti_program_options known = DTI_PROGRAM_OPTIONS_INIT;
    dti_allocator allocator;
    if (!framework || !out)
        return dti__fail_null(error, framework ? "out" : "framework");
    dti_status status =
        dti__options_read(options, &known, sizeof known, "dti_program_options", error);
    if (status == DTI_OK)
        status = dti__options_allocator(known.allocator, &allocator, error);
    if (status != DTI_OK)
        return status;
    if (known.vectors < DTI_VECTORS_AUTO || known.vectors > DTI_VECTORS_AVX512)
        return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("vectors")));
    const struct dti__loops *loops = dti__loops_for(known.vectors);
    if (!loops)
        return dti__fail(error, DTI__MSG_NO_VECTORS, DTI__NO_ARGS);
    struct dti__arena arena;
    dti__arena_init(&arena, &allocator);
    dti_program *program = dti__arena_alloc(&arena, sizeof *program);
    if (!program)
        return dti__fail_nomem(error);
    atomic_init(&program->references, 1);
    program->arena = arena;
    program->framework = dti_framework_ref(framework);
    program->loops = loops;
    if (!read_inputs(program) || !compile_rules(program)) {
        dti_program_unref(program);
        return dti__fail_nomem(error);
    }
    *out = program;
    return DTI_OK;
}

dti_program *dti_program_ref(const dti_program *program)
{
    dti_program *shared = (dti_program *)(uintptr_t)program;
    if (shared)
        atomic_fetch_add_explicit(&shared->references, 1, memory_order_relaxed);
    return shared;
}

void dti_program_unref(dti_program *program)
{
    if (!program || atomic_fetch_sub_explicit(&program->references, 1, memory_order_acq_rel) != 1)
        return;
    dti_framework_unref(program->framework);
    struct dti__arena arena = program->arena; /* the program lies in it */
    dti__arena_release(&arena);
}

const dti_framework *dti_program_framework(const dti_program *program)
{
    return program ? program->framework : NULL;
}

dti_vectors dti_program_vectors(const dti_program *program)
{
    return program ? program->loops->vectors : DTI_VECTORS_AUTO;
}

struct dti__column dti__program_column(const dti_program *program, size_t input,
                                       const dti_column *column, uint32_t flags)
{
    bool nan_is_missing = (flags & DTI_RUN_NAN_IS_MISSING) != 0;
    const struct dti__reading *reading = &program->readings[nan_is_missing][input];
    bool is_plain = !(reading->divisor < 1 || reading->divisor > 1) && !reading->limits.is_whole;
    return (struct dti__column){
        .values = column->values,
        .states = column->states,
        .validity = column->validity,
        .validity_offset = column->validity_offset,
        .reading = reading,
        .is_direct = column->values && !column->states && is_plain && !nan_is_missing,
    };
}

uint8_t dti__sum_state(size_t undecided, size_t leaf_count, int64_t excluded, int64_t max_points)
{
    if (undecided < leaf_count)
        return DTI_STATE_PRESENT;
    bool is_excluded = max_points > 0 && excluded == max_points;
    return is_excluded ? DTI_STATE_NOT_APPLICABLE : DTI_STATE_NOT_ASSESSED;
}
