/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Inputs of a framework: ids, units, ranges, choices, and the order in which derived ones are
 * computed. */
#include "model/check.h"

#include <math.h>
#include <stdio.h>

static bool needs_unit(int kind)
{
    return kind == DTI_INPUT_COUNT || kind == DTI_INPUT_AMOUNT || kind == DTI_INPUT_RATIO;
}

static void resolve_unit(dti_framework *framework, struct dti__input *input, size_t index,
                         dti_report *report)
{
    input->unit = DTI_NONE;
    if (!input->unit_name) {
        if (needs_unit(input->kind))
            dti__check_find(report, DTI__MSG_UNIT_NEEDED, DTI__ARGS(DTI__TEXT(input->id)),
                            "/inputs/%zu", index);
        return;
    }
    if (!needs_unit(input->kind) && input->kind != DTI_INPUT_LIST) {
        dti__check_find(report, DTI__MSG_UNIT_REFUSED, DTI__ARGS(DTI__TEXT(input->id)),
                        "/inputs/%zu/unit", index);
        return;
    }
    input->unit = dti__names_find(&framework->unit_names, input->unit_name);
    if (input->unit == DTI_NONE)
        dti__check_find(report, DTI__MSG_UNKNOWN_REFERENCE,
                        DTI__ARGS(DTI__TERM(DTI__MSG_TERM_UNIT), DTI__TEXT(input->unit_name)),
                        "/inputs/%zu/unit", index);
}

/* The kind has a range of its own; a declared one can only be narrower. */
static void narrow_range(const dti_framework *framework, struct dti__input *input, size_t index,
                         dti_report *report)
{
    if (input->low > input->high)
        dti__check_find(report, DTI__MSG_RANGE_REVERSED,
                        DTI__ARGS(DTI__NUMBER(input->low, -1), DTI__NUMBER(input->high, -1)),
                        "/inputs/%zu/range", index);
    if (input->kind == DTI_INPUT_COUNT || input->kind == DTI_INPUT_LIST ||
        input->kind == DTI_INPUT_RATIO)
        input->low = fmax(input->low, 0);
    input->low = fmax(input->low, -DTI__MOST_FIGURE);
    input->high = fmin(input->high, DTI__MOST_FIGURE);
    if (input->kind == DTI_INPUT_RATIO)
        input->high =
            fmin(input->high, input->unit == DTI_NONE ? 1 : framework->units[input->unit].divisor);
}

static bool check_choices(dti_framework *framework, const struct dti__input *input, size_t index,
                          dti_report *report)
{
    char array[64];
    struct dti__names names;
    bool is_choice = input->kind == DTI_INPUT_CHOICE;
    if (is_choice && input->choice_count == 0)
        dti__check_find(report, DTI__MSG_CHOICES_NEEDED, DTI__ARGS(DTI__TEXT(input->id)),
                        "/inputs/%zu", index);
    if (input->choice_count == 0)
        return true;
    if (!is_choice)
        dti__check_find(report, DTI__MSG_CHOICES_REFUSED, DTI__ARGS(DTI__TEXT(input->id)),
                        "/inputs/%zu/choices", index);
    snprintf(array, sizeof array, "/inputs/%zu/choices", index);
    return dti__check_unique(&framework->arena, &names, &input->choices[0].id,
                             sizeof *input->choices, input->choice_count, report, array);
}

static void check_derived(const dti_framework *framework, const struct dti__input *input,
                          size_t index, dti_report *report)
{
    if (input->derive.form == DTI__FORM_NONE || !dti__operands_resolved(&input->derive.of) ||
        !dti__operands_resolved(&input->derive.to))
        return;
    bool is_share = dti__quantity_is_share(framework, &input->derive);
    bool fits = is_share ? input->kind == DTI_INPUT_RATIO
                         : (input->kind == DTI_INPUT_COUNT || input->kind == DTI_INPUT_AMOUNT) &&
                               dti__quantity_unit(framework, &input->derive) == input->unit;
    if (!fits)
        dti__check_find(report, DTI__MSG_DERIVE_UNIT, DTI__ARGS(DTI__TEXT(input->id)),
                        "/inputs/%zu/derive", index);
}

/* The derivations are walked depth first with a stack of our own: a hostile document may chain as
 * many as it has inputs. */
enum mark {
    MARK_NEW,
    MARK_OPEN,
    MARK_DONE
};

struct step {
    size_t input;
    size_t next; /* operand to look at */
};

struct walk {
    dti_framework *framework;
    dti_report *report;
    unsigned char *marks;
    struct step *stack;
    size_t depth;
    unsigned cycles;
};

#define MOST_CYCLES 16 /* enough to show; each costs a look down the stack */

static size_t operand_count(const struct dti__quantity *quantity)
{
    return quantity->form == DTI__FORM_NONE ? 0 : quantity->of.count + quantity->to.count;
}

static size_t operand(const struct dti__quantity *quantity, size_t index)
{
    return index < quantity->of.count ? quantity->of.inputs[index]
                                      : quantity->to.inputs[index - quantity->of.count];
}

/* Reported at the member of the circle that comes first in the document. */
static void report_cycle(struct walk *walk, size_t back_to)
{
    size_t first = back_to;
    size_t from = walk->stack[walk->depth - 1].input;
    if (++walk->cycles > MOST_CYCLES)
        return;
    for (size_t i = walk->depth; i-- > 0 && walk->stack[i].input != back_to;)
        first = walk->stack[i].input < first ? walk->stack[i].input : first;
    dti__check_find(walk->report, DTI__MSG_CYCLE,
                    DTI__ARGS(DTI__TEXT(walk->framework->inputs[back_to].id),
                              DTI__TEXT(walk->framework->inputs[from].id)),
                    "/inputs/%zu/derive", first);
}

static void push(struct walk *walk, size_t input)
{
    walk->marks[input] = MARK_OPEN;
    walk->stack[walk->depth++] = (struct step){input, 0};
}

static void visit(struct walk *walk, size_t start)
{
    push(walk, start);
    while (walk->depth > 0) {
        struct step *top = &walk->stack[walk->depth - 1];
        const struct dti__quantity *derive = &walk->framework->inputs[top->input].derive;
        if (top->next == operand_count(derive)) {
            if (derive->form != DTI__FORM_NONE)
                walk->framework->derive_order[walk->framework->derive_count++] = top->input;
            walk->marks[top->input] = MARK_DONE;
            walk->depth--;
            continue;
        }
        size_t next = operand(derive, top->next++);
        if (next == DTI_NONE)
            continue;
        if (walk->marks[next] == MARK_OPEN)
            report_cycle(walk, next);
        else if (walk->marks[next] == MARK_NEW)
            push(walk, next);
    }
}

static bool all_fed(const dti_framework *framework, const struct dti__operands *operands)
{
    for (size_t i = 0; i < operands->count; i++)
        if (operands->inputs[i] == DTI_NONE || !framework->inputs[operands->inputs[i]].is_fed)
            return false;
    return true;
}

static void mark_fed(dti_framework *framework)
{
    for (size_t i = 0; i < framework->input_count; i++)
        framework->inputs[i].is_fed = framework->inputs[i].origin_kind != DTI__ORIGIN_NONE ||
                                      framework->inputs[i].counts.code;
    for (size_t i = 0; i < framework->derive_count; i++) {
        struct dti__input *input = &framework->inputs[framework->derive_order[i]];
        if (all_fed(framework, &input->derive.of) && all_fed(framework, &input->derive.to))
            input->is_fed = true;
    }
}

/* A figure below 0 is refused where the range says so, but what is computed is taken as it comes.
 */
static bool any_negative(const dti_framework *framework, const struct dti__operands *operands)
{
    for (size_t i = 0; i < operands->count; i++)
        if (operands->inputs[i] != DTI_NONE &&
            framework->inputs[operands->inputs[i]].can_be_negative)
            return true;
    return false;
}

static void mark_negative(dti_framework *framework)
{
    for (size_t i = 0; i < framework->input_count; i++)
        framework->inputs[i].can_be_negative = framework->inputs[i].low < 0;
    for (size_t i = 0; i < framework->derive_count; i++) {
        struct dti__input *input = &framework->inputs[framework->derive_order[i]];
        if (input->derive.form == DTI__FORM_DIFFERENCE ||
            any_negative(framework, &input->derive.of) ||
            any_negative(framework, &input->derive.to))
            input->can_be_negative = true;
    }
}

static bool order_derived(dti_framework *framework, dti_report *report)
{
    struct walk walk = {.framework = framework, .report = report};
    walk.marks = dti__arena_alloc(&framework->arena, framework->input_count);
    walk.stack = dti__arena_array(&framework->arena, framework->input_count, sizeof *walk.stack);
    framework->derive_order = dti__arena_array(&framework->arena, framework->input_count,
                                               sizeof *framework->derive_order);
    if (!walk.marks || !walk.stack || !framework->derive_order)
        return false;
    for (size_t i = 0; i < framework->input_count; i++)
        if (walk.marks[i] == MARK_NEW)
            visit(&walk, i);
    mark_fed(framework);
    mark_negative(framework);
    return true;
}

static bool check_constraints(dti_framework *framework, dti_report *report)
{
    struct dti__names names;
    for (size_t i = 0; i < framework->constraint_count; i++) {
        struct dti__constraint *constraint = &framework->constraints[i];
        char left[64];
        char right[64];
        snprintf(left, sizeof left, "/constraints/%zu/left", i);
        snprintf(right, sizeof right, "/constraints/%zu/right", i);
        if (!dti__check_operands(framework, &constraint->left, report, left) ||
            !dti__check_operands(framework, &constraint->right, report, right))
            return false;
        dti__check_units(framework, constraint->left.inputs[0], &constraint->left, report, left);
        dti__check_units(framework, constraint->left.inputs[0], &constraint->right, report, right);
    }
    return framework->constraint_count == 0 ||
           dti__check_unique(&framework->arena, &names, &framework->constraints[0].id,
                             sizeof *framework->constraints, framework->constraint_count, report,
                             "/constraints");
}

bool dti__check_inputs(dti_framework *framework, dti_report *report)
{
    char pointer[64];
    if (!dti__check_unique(&framework->arena, &framework->input_names, &framework->inputs[0].id,
                           sizeof *framework->inputs, framework->input_count, report, "/inputs"))
        return false;
    for (size_t i = 0; i < framework->input_count; i++) {
        struct dti__input *input = &framework->inputs[i];
        resolve_unit(framework, input, i, report);
        narrow_range(framework, input, i, report);
        if (!check_choices(framework, input, i, report))
            return false;
        snprintf(pointer, sizeof pointer, "/inputs/%zu/provenance", i);
        dti__check_provenance(framework, &input->provenance, report, pointer);
    }
    for (size_t i = 0; i < framework->input_count; i++) {
        snprintf(pointer, sizeof pointer, "/inputs/%zu/derive", i);
        if (!dti__check_quantity(framework, &framework->inputs[i].derive, report, pointer))
            return false;
        check_derived(framework, &framework->inputs[i], i, report);
    }
    return order_derived(framework, report) && check_constraints(framework, report);
}
