/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The framework in memory: one arena of plain structs, filled by a reader, finished once, then
 * never changed. */
#ifndef DTI_MODEL_FRAMEWORK_H
#define DTI_MODEL_FRAMEWORK_H

#include "base/arena.h"
#include "base/date.h"
#include "base/name.h"
#include "base/sha256.h"
#include "base/text2.h"
#include "diag/finding.h"
#include "model/rule.h"

#include <dti/framework.h>
#include <stdatomic.h>

#define DTI__STATE_COUNT 5 /* public states; the first, present, has no policy */

struct dti__provenance {
    int kind; /* dti_provenance */
    const char *source;
    const char *place;
    struct dti__text2 note;
};

struct dti__unit {
    const char *id;
    struct dti__text2 names;
    double divisor;
};

struct dti__legal {
    const char *id;
    const char *number;
    struct dti__date date;
    struct dti__text2 issuer;
    struct dti__text2 titles;
    struct dti__date until;
    const char *replaced_by;
    const char *url;
};

struct dti__source {
    const char *id;
    struct dti__text2 titles;
    const char *number;
    struct dti__date date;
    const char *url;
};

struct dti__numbering {
    const char *id;
    struct dti__text2 names;
    bool is_default;
    struct dti__names codes; /* code → node */
};

enum dti__combine {
    DTI__COMBINE_SINGLE,
    DTI__COMBINE_SUM,
    DTI__COMBINE_AGREE,
    DTI__COMBINE_WORST,
    DTI__COMBINE_SHARE
};

enum dti__origin_kind {
    DTI__ORIGIN_AGENCY,
    DTI__ORIGIN_SYSTEM,
    DTI__ORIGIN_SURVEY,
    DTI__ORIGIN_MINISTRY,
    DTI__ORIGIN_NONE
};

/* Figures beyond this are no figures of anything; it keeps every sum and quotient finite. */
#define DTI__MOST_FIGURE 1e15

struct dti__choice {
    const char *id;
    struct dti__text2 names;
};

struct dti__evidence_count { /* an input that counts the records accepted for a component */
    const char *code;        /* in the default numbering; NULL: it counts none */
    size_t node;
    bool any_signer; /* else signed by whom the component asks for */
};

struct dti__input {
    const char *id;
    struct dti__text2 names;
    int kind; /* dti_input_kind */
    const char *unit_name;
    size_t unit; /* DTI_NONE: none */
    const char *code;
    double low; /* in the input's unit; -INFINITY, INFINITY: open */
    double high;
    int combine;     /* enum dti__combine */
    int origin_kind; /* enum dti__origin_kind */
    const char *origin_system;
    const char *origin_reference;
    struct dti__text2 origin_note;
    struct dti__choice *choices;
    size_t choice_count;
    struct dti__quantity derive; /* form NONE: not derivable from other inputs */
    struct dti__evidence_count counts;
    bool prefer_derived;
    bool is_fed;          /* somebody is asked for it, or for all that it derives from */
    bool can_be_negative; /* by its range, or by what it derives from */
    struct dti__provenance provenance;
};

struct dti__constraint {
    const char *id;
    bool is_equal; /* else: left at most right */
    struct dti__operands left;
    struct dti__operands right;
    struct dti__text2 note;
};

struct dti__policy { /* what a state does */
    bool is_open;
    bool is_excluded;
};

struct dti__term { /* a kind or an issuer of documents, as people call it */
    const char *id;
    struct dti__text2 names;
};

enum dti__signer {
    DTI__SIGNER_ANY,
    DTI__SIGNER_HEAD,
    DTI__SIGNER_DEPUTY
};

struct dti__condition {
    const char *id;
    struct dti__text2 text;
};

struct dti__requirement { /* evidence that a component asks for */
    const char **kinds;
    size_t kind_count;
    const char **issuers;
    size_t issuer_count;
    int signer; /* enum dti__signer */
    int64_t count;
    bool in_force; /* else dated within the year */
    struct dti__condition *conditions;
    size_t condition_count;
    struct dti__provenance provenance;
};

struct dti__legal_use {
    const char *id;
    size_t legal;
    struct dti__date from;
    struct dti__date until;
};

struct dti__absent { /* parts that stand in no source */
    bool is_given;
    int64_t count; /* 0: not known either */
    struct dti__text2 note;
};

/* A weighted index: its points are Σ factor × points of the part ÷ divisor, rounded once. Both are
 * whole, so that nothing is lost before. */
struct dti__weighing {
    int64_t *weights; /* as the document gives them, in 10⁻⁹; NULL: the index is a plain sum */
    int64_t *factors;
    int64_t divisor;
};

/* Σ factor × points stays below 2^127 with so large factors and so many parts. */
#define DTI__MOST_FACTOR ((int64_t)1 << 56)
#define DTI__MOST_PARTS  256

struct dti__node {
    int kind;           /* dti_node_kind */
    const char **codes; /* one per numbering, NULL where it has none */
    struct dti__text2 names;
    int64_t max_points;
    bool max_is_stated;
    size_t parent;
    const char **child_names; /* index: codes of its parts */
    size_t *children;
    size_t child_count;
    const char *unit_name;
    size_t unit;
    struct dti__rule *rule;
    struct dti__requirement *evidence;
    struct dti__legal_use *legal;
    size_t legal_count;
    struct dti__policy policies[DTI__STATE_COUNT];
    struct dti__provenance provenance[4];
    struct dti__text2 note;
    bool is_overall;
    struct dti__absent absent;
    struct dti__weighing weighing;
    const char *pointer; /* in the document */
};

struct dti__band {
    const char *id;
    struct dti__text2 names;
    bool by_rank;
    double value_at_least;
    int64_t rank_at_most;
};

struct dti__vector_input {
    const char *name;
    size_t input;
    uint8_t state;
    double value; /* as the input's column holds it */
};

struct dti__vector {
    const char *id;
    const char *code;
    size_t node;
    struct dti__vector_input *inputs;
    size_t input_count;
    int64_t points;
    int64_t tolerance;
};

struct dti__original { /* the text that a framework was read from, for overlays of it */
    const char *text;  /* in the arena, or built in */
    size_t length;
    const char *name; /* in findings */
    bool is_builtin;
};

struct dti__extends { /* the framework that an overlay changes */
    const char *id;   /* NULL: none */
    const char *version;
    const char *digest;
    dti_framework *base; /* shared; NULL: the built-in one */
};

struct dti_framework {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    const char *level;
    int64_t year_from;
    int64_t year_to;
    int64_t points_digits;
    int64_t value_digits;
    struct dti__policy policies[DTI__STATE_COUNT];
    struct dti__legal *legal;
    size_t legal_count;
    struct dti__names legal_names;
    struct dti__source *sources;
    size_t source_count;
    struct dti__names source_names;
    struct dti__numbering *numberings; /* the default first */
    size_t numbering_count;
    struct dti__unit *units;
    size_t unit_count;
    struct dti__names unit_names;
    struct dti__term *terms;
    size_t term_count;
    struct dti__names term_names;
    struct dti__input *inputs;
    size_t input_count;
    struct dti__names input_names;
    size_t *derive_order; /* derivable inputs, operands before what is derived from them */
    size_t derive_count;
    struct dti__constraint *constraints;
    size_t constraint_count;
    struct dti__node *nodes; /* the tree in preorder, then the indices */
    size_t node_count;
    size_t tree_count;
    size_t *index_order; /* the indices, parts before what is made of them */
    bool has_weights;    /* any of them is weighted */
    size_t overall;
    struct dti__band *bands;
    size_t band_count;
    struct dti__vector *vectors;
    size_t vector_count;
    char digest[DTI__DIGEST_SIZE];
    struct dti__extends extends;
    struct dti__original original;
};

/* An empty framework with one reference; NULL when out of memory. */
dti_framework *dti__framework_new(const dti_allocator *allocator);

/* Resolves every name, orders what is derived, adds up maxima, and checks all that spans more than
 * one part. Faults go into the report. Returns DTI_E_NOMEM or DTI_OK; whether it is usable, the
 * report says. */
dti_status dti__framework_finish(dti_framework *framework, dti_report *report);

/* What a reader of the framework should know although nothing is wrong: parts assumed or unknown,
 * quantities that no input can feed. */
void dti__framework_review(const dti_framework *framework, dti_report *report);

/* True if both are one framework: same id, version and content. Then their nodes have the same
 * indices. */
bool dti__framework_is_same(const dti_framework *a, const dti_framework *b);

/* How many indices there are: entries of index_order. */
size_t dti__framework_index_count(const dti_framework *framework);

/* The input of an id, and the node of a code in the default numbering, as callers name them; the
 * error says what is not known. */
dti_status dti__framework_find_input(const dti_framework *framework, const char *id, size_t *input,
                                     dti_error **error);
dti_status dti__framework_find_node(const dti_framework *framework, const char *code, size_t *node,
                                    dti_error **error);

/* The titles of a source, or of a document of the legal basis, by its id. NULL: there is neither,
 * or no id. */
bool dti__node_is_assumed(const struct dti__node *node, dti_node_part part);
const struct dti__text2 *dti__framework_source(const dti_framework *framework, const char *id);

/* True if the framework has a numbering of that id. */
bool dti__framework_has_numbering(const dti_framework *framework, const char *id);

/* The unit of a quantity: DTI_NONE for a ratio, a mix, or nothing. */
size_t dti__quantity_unit(const dti_framework *framework, const struct dti__quantity *quantity);
/* True if the quantity is a plain share: a ratio, or one input of kind ratio. */
bool dti__quantity_is_share(const dti_framework *framework, const struct dti__quantity *quantity);

#endif
