/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Rules: one table of all keys, and which of them belong to which kind. */
#include "io/framework-read.h"

#include <string.h>

static const char *const directions[] = {"higher", "lower", NULL};
static const char *const base_zero[] = {"zero", "full", "not-applicable", NULL};

struct raw_rule {
    int kind;
    const cJSON *quantity;
    double target;
    double base;
    double share_per_item;
    const cJSON *tiers;
    double otherwise;
    const cJSON *answers;
    const cJSON *items;
    int64_t count;
    int direction;
    const cJSON *clamp;
    int when_base_zero;
};

#define LEAST_TARGET 1e-9
#define MOST_TARGET  1e15

static const struct dti__field rule_fields[] = {
    DTI__FIELD_OF(struct raw_rule, kind, "kind", dti__rule_kinds, DTI__REQUIRED),
    DTI__FIELD(struct raw_rule, quantity, "quantity", OBJECT, 0),
    DTI__FIELD_IN(struct raw_rule, target, "target", NUMBER, 0, LEAST_TARGET, MOST_TARGET),
    DTI__FIELD_IN(struct raw_rule, base, "base", NUMBER, 0, LEAST_TARGET, MOST_TARGET),
    DTI__FIELD_IN(struct raw_rule, share_per_item, "share_per_item", NUMBER, 0, LEAST_TARGET, 1),
    DTI__FIELD_IN(struct raw_rule, tiers, "tiers", ARRAY, 0, 1, 0),
    DTI__FIELD_IN(struct raw_rule, otherwise, "otherwise", NUMBER, 0, 0, 1),
    DTI__FIELD_IN(struct raw_rule, answers, "answers", ARRAY, 0, 1, 0),
    DTI__FIELD_IN(struct raw_rule, items, "items", ARRAY, 0, 1, 0),
    DTI__FIELD_IN(struct raw_rule, count, "count", INTEGER, 0, 1, 1000000),
    DTI__FIELD_OF(struct raw_rule, direction, "direction", directions, 0),
    DTI__FIELD_IN(struct raw_rule, clamp, "clamp", ARRAY, 0, 2, 0),
    DTI__FIELD_OF(struct raw_rule, when_base_zero, "when_base_zero", base_zero, 0),
};

#define KIND(name) (1u << DTI__RULE_##name)
#define COHORT     (KIND(BEST_OF_COHORT) | KIND(MIN_MAX))
#define ALL_BUT_CHECKLIST                                                                          \
    (KIND(RATIO) | KIND(SHARE_OF_BASE) | KIND(COUNT) | KIND(TIERS) | KIND(CHOICE) |                \
     KIND(DOCUMENT) | KIND(GIVEN) | COHORT)

static const struct {
    const char *key;
    unsigned allowed;  /* bits of the kinds that may have it */
    unsigned required; /* bits of the kinds that must */
} keys[] = {
    {"quantity", ALL_BUT_CHECKLIST, ALL_BUT_CHECKLIST & ~KIND(GIVEN)},
    {"target", KIND(RATIO) | KIND(SHARE_OF_BASE) | KIND(GIVEN), 0},
    {"base", KIND(SHARE_OF_BASE), KIND(SHARE_OF_BASE)},
    {"share_per_item", KIND(COUNT), KIND(COUNT)},
    {"tiers", KIND(TIERS), KIND(TIERS)},
    {"otherwise", KIND(TIERS), 0},
    {"answers", KIND(CHOICE), KIND(CHOICE)},
    {"items", KIND(CHECKLIST), KIND(CHECKLIST)},
    {"count", KIND(DOCUMENT), 0},
    {"direction",
     KIND(RATIO) | KIND(SHARE_OF_BASE) | KIND(COUNT) | KIND(TIERS) | KIND(GIVEN) | COHORT, 0},
    {"when_base_zero", ALL_BUT_CHECKLIST, 0},
};

static void check_keys(struct dti__reader *reader, const cJSON *object,
                       const struct dti__path *path, int kind)
{
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct dti__path at = {path, keys[i].key, 0};
        bool is_there = dti__member(object, keys[i].key) != NULL;
        if (is_there && !(keys[i].allowed & 1u << kind))
            dti__reader_find(reader, DTI__MSG_FOREIGN_KEY, &at,
                             DTI__ARGS(DTI__TEXT(keys[i].key), DTI__TEXT(dti__rule_kinds[kind])));
        if (!is_there && keys[i].required & 1u << kind)
            dti__reader_find(reader, DTI__MSG_MISSING_KEY, path, DTI__ARGS(DTI__TEXT(keys[i].key)));
    }
}

struct raw_tier {
    double at_least;
    double at_most;
    double share;
};

static void read_tiers(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                       struct dti__rule *rule)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_tier, at_least, "at_least", NUMBER, 0),
        DTI__FIELD(struct raw_tier, at_most, "at_most", NUMBER, 0),
        DTI__FIELD_IN(struct raw_tier, share, "share", NUMBER, DTI__REQUIRED, 0, 1),
    };
    struct dti__path path = {up, "tiers", 0};
    const char *wanted = rule->lower_is_better ? "at_most" : "at_least";
    const char *foreign = rule->lower_is_better ? "at_least" : "at_most";
    struct dti__tier *tiers =
        dti__read_room(reader, array, &path, sizeof *tiers, DTI__MOST_OPERANDS, &rule->tier_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < rule->tier_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        struct dti__path wrong = {&at, foreign, 0};
        struct raw_tier raw = {0, 0, 0};
        DTI__READ(reader, item, &at, fields, &raw);
        if (dti__member(item, foreign))
            dti__reader_find(
                reader, DTI__MSG_FOREIGN_KEY, &wrong,
                DTI__ARGS(DTI__TEXT(foreign), DTI__TEXT(directions[rule->lower_is_better])));
        else if (!dti__member(item, wanted))
            dti__reader_find(reader, DTI__MSG_MISSING_KEY, &at, DTI__ARGS(DTI__TEXT(wanted)));
        tiers[i] =
            (struct dti__tier){rule->lower_is_better ? raw.at_most : raw.at_least, raw.share};
    }
    rule->tiers = tiers;
}

static void read_answers(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                         struct dti__rule *rule)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__answer, name, "answer", ID, DTI__REQUIRED),
        DTI__FIELD_IN(struct dti__answer, share, "share", NUMBER, DTI__REQUIRED, 0, 1),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__answer, NULL, DTI__MOST_OPERANDS);
    struct dti__path path = {up, "answers", 0};
    rule->answers = dti__read_list(reader, array, &path, &list, &rule->answer_count);
}

static void read_items(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                       struct dti__rule *rule)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__item, name, "input", ID, DTI__REQUIRED),
        DTI__FIELD_IN(struct dti__item, share, "share", NUMBER, DTI__REQUIRED, 0, 1),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__item, NULL, DTI__MOST_OPERANDS);
    struct dti__path path = {up, "items", 0};
    rule->items = dti__read_list(reader, array, &path, &list, &rule->item_count);
}

static void read_clamp(struct dti__reader *reader, const cJSON *array, const struct dti__path *up,
                       struct dti__rule *rule)
{
    static const struct dti__field share = {.type = DTI__FIELD_NUMBER, .low = 0, .high = 1};
    struct dti__path path = {up, "clamp", 0};
    struct dti__path low = {&path, NULL, 0};
    struct dti__path high = {&path, NULL, 1};
    size_t count = dti__json_size(array);
    if (!array || count < 2)
        return; /* a list too short is reported with the other keys */
    if (count > 2) {
        dti__reader_find(reader, DTI__MSG_TOO_MANY, &path,
                         DTI__ARGS(DTI__INTEGER(count), DTI__INTEGER(2)));
        return;
    }
    dti__read_value(reader, array->child, &low, &share, &rule->clamp_low);
    dti__read_value(reader, array->child->next, &high, &share, &rule->clamp_high);
}

struct dti__rule *dti__read_rule(struct dti__reader *reader, const cJSON *object,
                                 const struct dti__path *path)
{
    struct raw_rule raw = {.target = 1, .base = 1, .count = 1};
    struct dti__path quantity = {path, "quantity", 0};
    struct dti__rule *rule = dti__arena_alloc(reader->arena, sizeof *rule);
    if (!rule) {
        reader->out_of_memory = true;
        return NULL;
    }
    if (DTI__READ(reader, object, path, rule_fields, &raw))
        check_keys(reader, object, path, raw.kind);
    *rule = (struct dti__rule){
        .kind = (enum dti__rule_kind)raw.kind,
        .target = raw.target,
        .base = raw.base,
        .share_per_item = raw.share_per_item,
        .otherwise = raw.otherwise,
        .count = raw.count,
        .lower_is_better = raw.direction == 1,
        .clamp_high = 1,
        .when_base_zero = (enum dti__base_zero)raw.when_base_zero,
        .base_zero_given = dti__member(object, "when_base_zero") != NULL,
    };
    dti__read_quantity(reader, raw.quantity, &quantity, &rule->quantity);
    read_tiers(reader, raw.tiers, path, rule);
    read_answers(reader, raw.answers, path, rule);
    read_items(reader, raw.items, path, rule);
    read_clamp(reader, raw.clamp, path, rule);
    return rule;
}
