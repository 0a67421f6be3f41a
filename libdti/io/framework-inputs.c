/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Inputs and the constraints between them. */
#include "io/framework-read.h"

#include <math.h>
#include <stdio.h>

static const char *const kinds[] = {"count",  "amount", "ratio", "choice",
                                    "yes-no", "list",   "text",  NULL};
static const char *const combines[] = {"single", "sum", "agree", "worst", "share", NULL};
static const char *const preferences[] = {"reported", "derived", NULL};

struct raw_input {
    struct dti__input input;
    const cJSON *range;
    const cJSON *origin;
    const cJSON *choices;
    const cJSON *derive;
    const cJSON *provenance;
    int prefer;
};

static const struct dti__field input_fields[] = {
    DTI__FIELD(struct raw_input, input.id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct raw_input, input.names, "names", NAMES, DTI__REQUIRED),
    DTI__FIELD_OF(struct raw_input, input.kind, "kind", kinds, DTI__REQUIRED),
    DTI__FIELD(struct raw_input, input.unit_name, "unit", ID, 0),
    DTI__FIELD(struct raw_input, input.code, "code", CODE, 0),
    DTI__FIELD(struct raw_input, range, "range", OBJECT, 0),
    DTI__FIELD_OF(struct raw_input, input.combine, "combine", combines, 0),
    DTI__FIELD(struct raw_input, origin, "origin", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct raw_input, choices, "choices", ARRAY, 0),
    DTI__FIELD(struct raw_input, derive, "derive", OBJECT, 0),
    DTI__FIELD_OF(struct raw_input, prefer, "prefer", preferences, 0),
    DTI__FIELD(struct raw_input, provenance, "provenance", OBJECT, 0),
};

static void read_range(struct dti__reader *reader, const cJSON *object, const struct dti__path *up,
                       struct dti__input *input)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__input, low, "low", NUMBER, 0),
        DTI__FIELD(struct dti__input, high, "high", NUMBER, 0),
    };
    struct dti__path path = {up, "range", 0};
    input->low = -(double)INFINITY;
    input->high = (double)INFINITY;
    if (object)
        DTI__READ(reader, object, &path, fields, input);
}

static void read_origin(struct dti__reader *reader, const cJSON *object, const struct dti__path *up,
                        struct dti__input *input)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_OF(struct dti__input, origin_kind, "kind", dti__origin_words, DTI__REQUIRED),
        DTI__FIELD(struct dti__input, origin_system, "system", TEXT, 0),
        DTI__FIELD(struct dti__input, origin_reference, "reference_date", TEXT, 0),
        DTI__FIELD(struct dti__input, origin_note, "note", NAMES, 0),
    };
    struct dti__path path = {up, "origin", 0};
    struct dti__path reference = {&path, "reference_date", 0};
    struct dti__date day;
    char date[16];
    if (object)
        DTI__READ(reader, object, &path, fields, input);
    if (!input->origin_reference)
        return;
    snprintf(date, sizeof date, "2024-%.8s",
             input->origin_reference); /* a leap year: any day of any year will do */
    if (!dti__date_read(date, &day))
        dti__reader_find(reader, DTI__MSG_NOT_MONTH_DAY, &reference,
                         DTI__ARGS(DTI__TEXT(input->origin_reference)));
}

static void read_choices(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                         struct dti__input *input)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__choice, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__choice, names, "names", NAMES, DTI__REQUIRED),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__choice, NULL, DTI__MOST_OPERANDS);
    struct dti__path path = {up, "choices", 0};
    input->choices = dti__read_list(reader, array, &path, &list, &input->choice_count);
}

struct raw_count {
    const char *code;
    int signer;
};

static void read_count(struct dti__reader *reader, const cJSON *object, const struct dti__path *up,
                       struct dti__evidence_count *out)
{
    static const char *const signers[] = {"required", "any", NULL};
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_count, code, "component", CODE, DTI__REQUIRED),
        DTI__FIELD_OF(struct raw_count, signer, "signer", signers, 0),
    };
    struct raw_count raw = {NULL, 0};
    struct dti__path path = {up, "evidence", 0};
    DTI__READ(reader, object, &path, fields, &raw);
    *out = (struct dti__evidence_count){raw.code, DTI_NONE, raw.signer == 1};
}

/* An input derives from others, or counts evidence; only inputs do, so that no rule reads what is
 * not reported anywhere. */
static void read_derive(struct dti__reader *reader, const cJSON *object,
                        const struct dti__path *path, struct dti__input *input)
{
    struct raw_derive {
        const cJSON *evidence;
        const cJSON *other;
    } raw = {NULL, NULL};
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_derive, evidence, "evidence", OBJECT, DTI__REQUIRED),
        DTI__FIELD(struct raw_derive, other, "input", ANY, 0),
        DTI__FIELD(struct raw_derive, other, "sum", ANY, 0),
        DTI__FIELD(struct raw_derive, other, "difference", ANY, 0),
        DTI__FIELD(struct raw_derive, other, "ratio", ANY, 0),
    };
    if (!dti__member(object, "evidence")) {
        dti__read_quantity(reader, object, path, &input->derive);
        return;
    }
    bool is_sound = DTI__READ(reader, object, path, fields, &raw);
    if (raw.other && is_sound)
        dti__reader_find(reader, DTI__MSG_ONE_OF_KEYS, path,
                         DTI__ARGS(DTI__TEXT("input, sum, difference, ratio, evidence")));
    if (raw.evidence)
        read_count(reader, raw.evidence, path, &input->counts);
}

static void read_input(struct dti__reader *reader, const cJSON *object,
                       const struct dti__path *path, struct dti__input *out)
{
    struct raw_input raw = {.input = {.id = "", .unit = DTI_NONE}};
    struct dti__path derive = {path, "derive", 0};
    struct dti__path prefer = {path, "prefer", 0};
    struct dti__path provenance = {path, "provenance", 0};
    DTI__READ(reader, object, path, input_fields, &raw);
    read_range(reader, raw.range, path, &raw.input);
    read_origin(reader, raw.origin, path, &raw.input);
    read_choices(reader, raw.choices, path, &raw.input);
    read_derive(reader, raw.derive, &derive, &raw.input);
    dti__read_provenance(reader, raw.provenance, &provenance, &raw.input.provenance);
    if (!raw.derive && dti__member(object, "prefer"))
        dti__reader_find(reader, DTI__MSG_PREFER_REFUSED, &prefer, DTI__NO_ARGS);
    raw.input.prefer_derived = raw.prefer == 1;
    *out = raw.input;
}

void dti__read_inputs(struct dti__reader *reader, dti_framework *framework, const cJSON *array)
{
    struct dti__path path = {NULL, "inputs", 0};
    framework->inputs = dti__read_room(reader, array, &path, sizeof *framework->inputs,
                                       DTI__MOST_LIST, &framework->input_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < framework->input_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        read_input(reader, item, &at, &framework->inputs[i]);
    }
}

struct raw_constraint {
    const char *id;
    int kind;
    const cJSON *left;
    const cJSON *right;
    struct dti__text2 note;
};

static void read_constraint(struct dti__reader *reader, const cJSON *object,
                            const struct dti__path *path, struct dti__constraint *out)
{
    static const char *const words[] = {"at-most", "equal", NULL};
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_constraint, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD_OF(struct raw_constraint, kind, "kind", words, DTI__REQUIRED),
        DTI__FIELD_IN(struct raw_constraint, left, "left", ARRAY, DTI__REQUIRED, 1, 0),
        DTI__FIELD_IN(struct raw_constraint, right, "right", ARRAY, DTI__REQUIRED, 1, 0),
        DTI__FIELD(struct raw_constraint, note, "note", NAMES, 0),
    };
    struct raw_constraint raw = {.id = ""};
    struct dti__path left = {path, "left", 0};
    struct dti__path right = {path, "right", 0};
    DTI__READ(reader, object, path, fields, &raw);
    *out = (struct dti__constraint){.id = raw.id, .is_equal = raw.kind == 1, .note = raw.note};
    out->left.names = dti__read_texts(reader, raw.left, &left, DTI__FIELD_ID, DTI__MOST_OPERANDS,
                                      &out->left.count);
    out->right.names = dti__read_texts(reader, raw.right, &right, DTI__FIELD_ID, DTI__MOST_OPERANDS,
                                       &out->right.count);
}

void dti__read_constraints(struct dti__reader *reader, dti_framework *framework, const cJSON *array)
{
    struct dti__path path = {NULL, "constraints", 0};
    framework->constraints = dti__read_room(reader, array, &path, sizeof *framework->constraints,
                                            DTI__MOST_LIST, &framework->constraint_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < framework->constraint_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        read_constraint(reader, item, &at, &framework->constraints[i]);
    }
}
