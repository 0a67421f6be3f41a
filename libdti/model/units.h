/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The register of units in memory: entries, each a unit in a period, and indexes by code and by
 * name. */
#ifndef DTI_MODEL_UNITS_H
#define DTI_MODEL_UNITS_H

#include "model/framework.h"

#include <dti/units.h>

#define DTI__UNIT_PARTS 5 /* of dti_unit_part */

struct dti__unit_system {
    const char *id;
    struct dti__text2 names;
    bool is_key;
};

struct dti__unit_group {
    const char *id;
    struct dti__text2 names;
};

struct dti__population {
    int64_t year;
    int64_t count;
    const char *source;
};

struct dti__unit_entry {
    const char *id;
    const char **codes; /* one per system, NULL where it has none; of the key what follows ":" */
    struct dti__text2 names;
    const char **aliases;
    size_t alias_count;
    const char *group_id;  /* NULL: none */
    size_t group;          /* DTI_NONE: none */
    const char *parent;    /* NULL: none */
    struct dti__date from; /* year 0: open */
    struct dti__date until;
    char from_text[11]; /* "" where it is open */
    char until_text[11];
    const char **predecessor_ids;
    size_t *predecessors;
    size_t predecessor_count;
    size_t *successors; /* in the order of entries */
    size_t successor_count;
    size_t origin; /* the entry in which the unit began, going back through renamings alone */
    struct dti__population *populations;
    size_t population_count;
    struct dti__provenance provenance[DTI__UNIT_PARTS];
    bool has_provenance[DTI__UNIT_PARTS]; /* else that of the id counts */
};

/* What an entry is found by, in the days in which it is valid. */
struct dti__unit_key {
    const char *text;
    size_t entry;
    int32_t from; /* days since 1970; INT32_MIN, INT32_MAX: open */
    int32_t until;
};

struct dti__unit_index { /* by text, then by time */
    struct dti__unit_key *keys;
    size_t count;
};

struct dti_units {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    const char *level;
    struct dti__source *sources;
    size_t source_count;
    struct dti__names source_names;
    struct dti__unit_system *systems; /* the key first */
    size_t system_count;
    struct dti__unit_group *groups;
    size_t group_count;
    struct dti__names group_names;
    struct dti__unit_entry *entries;
    size_t entry_count;
    struct dti__unit_index ids;    /* "gso:49" */
    struct dti__unit_index codes;  /* "iso:vn-27", in lower case; ids too */
    struct dti__unit_index names;  /* DTI__KEY_MARKED of Vietnamese names and aliases */
    struct dti__unit_index spoken; /* DTI__KEY_BARE of all names */
    char digest[DTI__DIGEST_SIZE];
};

/* An empty register with one reference; NULL when out of memory. */
dti_units *dti__units_new(const dti_allocator *allocator);

/* Resolves names, builds the indexes and checks what spans more than one part. DTI_OK or
 * DTI_E_NOMEM; whether it is usable, the report says. */
dti_status dti__units_finish(dti_units *units, dti_report *report);

/* The part of the finishing that makes the indexes; false when out of memory. */
bool dti__units_index(dti_units *units);

/* The days of an entry. */
int32_t dti__unit_from(const struct dti__unit_entry *entry);
int32_t dti__unit_until(const struct dti__unit_entry *entry);

/* The keys of a text in an index: how many, and the first. */
size_t dti__unit_keys(const struct dti__unit_index *index, const char *text,
                      const struct dti__unit_key **first);
/* The entry of an id on a day (days since 1970); DTI_NONE. */
size_t dti__units_find_on(const dti_units *units, const char *id, int32_t day);
/* dti_units_resolve(); when it is brief, an unknown name costs no look at all others. */
dti_status dti__units_resolve(const dti_units *units, const char *text, const char *day,
                              bool is_brief, size_t *out, dti_error **error);

/* ASCII letters in lower case, as codes are compared. A copy in the arena; NULL when out of memory.
 */
char *dti__unit_code_key(struct dti__arena *arena, const char *text);

#endif
