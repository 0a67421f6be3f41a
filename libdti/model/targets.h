/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Targets in memory: what a unit wants to reach, and what its sources say of it. */
#ifndef DTI_MODEL_TARGETS_H
#define DTI_MODEL_TARGETS_H

#include "base/arena.h"
#include "base/date.h"
#include "base/sha256.h"
#include "model/framework.h"

#include <dti/targets.h>

/* Words of the documents, in the order of the enums. */
extern const char *const dti__comparison_words[];
extern const char *const dti__target_status_words[];
extern const char *const dti__target_quantity_words[];
extern const char *const dti__bound_words[];

enum dti__target_quantity {
    DTI__TARGET_NOTHING, /* not said */
    DTI__TARGET_VALUE,
    DTI__TARGET_POINTS,
    DTI__TARGET_RANK,
    DTI__TARGET_PERCENT,
    DTI__TARGET_COUNT,
    DTI__TARGET_AMOUNT,
};

enum dti__bound { /* what a printed figure says of the true one */
    DTI__BOUND_EXACT,
    DTI__BOUND_AT_LEAST,
    DTI__BOUND_AT_MOST,
    DTI__BOUND_ABOUT,
};

struct dti__target_figure { /* an actual figure that a source gives */
    int64_t year;
    const char *text; /* NULL: it says whether something is done */
    bool has_done;
    bool is_done;
    int bound;        /* enum dti__bound */
    const char *part; /* with whole, or NULL */
    const char *whole;
    const char *source;
    const char *place;
    struct dti__text2 note;
    int64_t amount; /* 10^-9; from here on filled in when finished */
    int decimals;   /* printed */
    int64_t part_amount;
    int64_t whole_amount;
};

struct dti__target {
    const char *id;
    struct dti__text2 text;
    const char **codes;
    size_t *nodes; /* one per code */
    size_t code_count;
    const char *input_name; /* NULL: none */
    size_t input;           /* DTI_NONE: none */
    int comparison;         /* dti_target_comparison */
    int quantity;           /* enum dti__target_quantity */
    const char *value;      /* NULL: the source names none */
    int64_t amount;         /* of the value, or of the band; 10^-9 */
    struct dti__text2 unit; /* what is counted */
    const char *band_name;  /* of the framework */
    size_t band;            /* DTI_NONE: the group is not a band of the framework */
    struct dti__text2 group;
    struct dti__date set; /* year 0: not said */
    struct dti__date due;
    char due_text[11]; /* "" if not said */
    int64_t base_year; /* 0: not said */
    struct dti__text2 owner;
    const char *source;
    const char *place;
    struct dti__text2 note;
    struct dti__target_figure *figures;
    size_t figure_count;
    bool has_stated;
    int stated; /* dti_target_status */
    struct dti__text2 reason;
    const char *stated_source;
};

struct dti_targets {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_framework *framework;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    const char *unit_id;
    struct dti__text2 unit_names;
    struct dti__date unit_at; /* year 0: not said */
    const char *numbering;    /* never NULL once finished */
    struct dti__source *sources;
    size_t source_count;
    struct dti__names source_names;
    bool has_stated;
    int64_t stated_achieved; /* how many the source counts as achieved, of how many */
    int64_t stated_of;
    const char *stated_source;
    struct dti__target *targets;
    size_t target_count;
    struct dti__names target_names;
    char digest[DTI__DIGEST_SIZE];
};

/* Targets of nothing with one reference; NULL when out of memory. */
dti_targets *dti__targets_new(const dti_framework *framework, const dti_allocator *allocator);

/* Resolves names, reads the figures, checks what spans more than one part. DTI_OK or DTI_E_NOMEM;
 * whether it is usable, the report says. */
dti_status dti__targets_finish(dti_targets *targets, dti_report *report);

/* A target; NULL when out of range. */
const struct dti__target *dti__targets_at(const dti_targets *targets, size_t target);

/* True if the smaller figure is the better one: of ranks. */
static inline bool dti__target_is_rank(const struct dti__target *target)
{
    return target->quantity == DTI__TARGET_RANK;
}

#endif
