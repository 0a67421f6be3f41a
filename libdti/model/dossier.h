/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The dossier in memory: figures by input, stated figures and explanations in the order of the
 * document. */
#ifndef DTI_MODEL_DOSSIER_H
#define DTI_MODEL_DOSSIER_H

#include "model/evidence.h"
#include "model/framework.h"

#include <dti/dossier.h>

struct dti__agency {
    const char *id;
    struct dti__text2 names;
};

struct dti__origin {
    int kind; /* enum dti__origin_kind */
    const char *agency;
    size_t agency_index; /* DTI_NONE: none */
    const char *form;
    const char *row;
    struct dti__date date;
};

struct dti__thing { /* one of a list from which a count derives */
    const char *name;
    bool counts;
};

struct dti__report_of {   /* what one reporter said of one input, in one row of a form */
    const char *reporter; /* NULL: the figure that the dossier had before anybody reported */
    const char *form;
    const char *row;
    struct dti__date date;
    char date_text[11]; /* "" without a date */
    int64_t revision;   /* from 1; 0 with reporter NULL, and for a report that is still to come */
    uint8_t state;      /* dti_state */
    double number;      /* as in a figure */
    const char *text;
    const char **items;
    size_t item_count;
    const double *parts; /* several counts in one cell */
    size_t part_count;
    struct dti__thing *things;
    size_t thing_count;
    struct dti__text2 note;
    bool is_superseded; /* not in the document: follows from date and revision */
};

struct dti__decision {    /* of a conflict */
    const char *reporter; /* whose figure counts; "": what it derives from; NULL: the number */
    double number;
    const char *by;
    const char *at;
    int64_t time;
    struct dti__text2 reason;
};

struct dti__figure { /* what is known of one input */
    bool is_listed;
    uint8_t state;    /* dti_state */
    double number;    /* in the input's unit; the index of a choice; 0 or 1; the number of items */
    const char *text; /* kind text */
    const char **items; /* kind list */
    size_t item_count;
    bool has_origin;
    struct dti__origin origin;
    bool has_provenance;
    struct dti__provenance provenance;
    struct dti__text2 reason;
    struct dti__text2 note;
    struct dti__report_of *reports; /* in canonical order: reporter, form, row, date, revision */
    size_t report_count;
    struct dti__decision *decisions; /* the last one counts */
    size_t decision_count;
    bool is_disputed; /* not in the document: follows from the reports */
    bool is_decided;  /* likewise: the figure is that of the last decision */
};

enum dti__subject {
    DTI__SUBJECT_UNIT,
    DTI__SUBJECT_PART,
    DTI__SUBJECT_MEAN,
    DTI__SUBJECT_COHORT
};

enum dti__counts { /* what a stated number of things counts */
    DTI__COUNTS_NOT_SAID,
    DTI__COUNTS_COMPONENTS,
    DTI__COUNTS_AT_MAXIMUM,
    DTI__COUNTS_BELOW_MAXIMUM,
    DTI__COUNTS_ZERO,       /* without points */
    DTI__COUNTS_BELOW_HALF, /* without points, or with less than half of the maximum */
    DTI__COUNTS_SOME,       /* another class of components */
    DTI__COUNTS_UNITS_ABOVE_MEAN,
    DTI__COUNTS_MAINS_RISEN,
    DTI__COUNTS_MAINS_FALLEN,
};

struct dti__stated {
    const char *code;
    size_t node;
    int track;    /* dti_track */
    int quantity; /* dti_quantity_kind */
    const char *text;
    int64_t amount;   /* 10^-9 */
    int64_t decimals; /* precision meant; -1 until finished: as printed */
    int subject;      /* enum dti__subject */
    int counts;       /* enum dti__counts; of counts only */
    int of;           /* of a difference: DTI_QUANTITY_RANK or DTI_QUANTITY_VALUE; 0: not said */
    int64_t year;     /* 0: the dossier's */
    int64_t out_of;   /* 0: not said */
    const char *source;
    const char *place;
    struct dti__text2 note;
};

struct dti__explanation {
    const char **codes;
    size_t *nodes;
    size_t code_count;
    int track;
    struct dti__text2 text;
    const char *source;
    const char *place;
};

struct dti__reply { /* to the appraisal of a component */
    const char *code;
    size_t node;
    const char *appraised; /* the points appraised, as printed; NULL: not said */
    dti_history history;
};

/* No sum of so many points can overflow: see DTI_LIMIT_NODES. */
#define DTI__MOST_POINTS (DTI_MAX_TOTAL_POINTS * DTI_POINT)

/* Other stated figures: large enough for any count, small enough that two can be subtracted. */
#define DTI__MOST_STATED (INT64_C(900000000) * DTI_POINT)

#define DTI__STATED_TRACKS 3 /* self, appraised, final */

struct dti_dossier {
    atomic_uint_least32_t references;
    struct dti__arena arena;
    dti_framework *framework;
    const char *id;
    const char *version;
    const char *unit_id;
    struct dti__text2 unit_names;
    int64_t year;
    const char *numbering; /* never NULL once finished */
    struct dti__text2 note;
    struct dti__source *sources;
    size_t source_count;
    struct dti__names source_names;
    struct dti__agency *agencies;
    size_t agency_count;
    struct dti__names agency_names;
    struct dti__figure *figures; /* one per input of the framework */
    size_t *order;               /* inputs as listed in the document */
    size_t listed_count;
    struct dti__stated *stated;
    size_t stated_count;
    struct dti__explanation *explanations;
    size_t explanation_count;
    bool has_evidence; /* the document keeps evidence, be it an empty list */
    dti_evidence **evidence;
    size_t evidence_count;
    struct dti__names evidence_names;
    struct dti__reply *replies;
    size_t reply_count;
    dti_history stages;
    size_t
        *track_points; /* [node × DTI__STATED_TRACKS + track − 1]: the stated points, or DTI_NONE */
    size_t *track_values;   /* likewise the stated value, of absent nodes only */
    _Atomic(char *) digest; /* DTI__DIGEST_SIZE bytes from malloc() once somebody has asked, see
                               dti_dossier_digest() */
};

/* An empty dossier bound to the framework (which gets a reference); NULL when out of memory. */
dti_dossier *dti__dossier_new(const dti_framework *framework, const dti_allocator *allocator);

/* Sets a figure after checking it against the kind and range of its input. False if it was refused;
 * the fault is then in the report. */
bool dti__figure_set_number(const dti_framework *framework, size_t input, double value,
                            struct dti__figure *figure, dti_report *report, const char *pointer);
bool dti__figure_set_answer(const dti_framework *framework, size_t input, const char *answer,
                            struct dti__figure *figure, dti_report *report, const char *pointer);
/* Word of what an input of this kind takes, for messages. */
enum dti__msg dti__figure_expected(int kind);

/* Resolves names, reads the stated texts, checks what spans more than one part. DTI_OK or
 * DTI_E_NOMEM. */
dti_status dti__dossier_finish(dti_dossier *dossier, dti_report *report);

/* What an agency is called; no names if the dossier does not know it. Drafts know theirs too. */
struct dti__text2 dti__dossier_agency_names(const dti_dossier *dossier, const char *id);

/* What counts for a node that is stated and not computed: its stated points, or, of an absent node,
 * its stated value × maximum. False if there is neither. */
bool dti__dossier_stated_amount(const dti_dossier *dossier, size_t node, dti_track track,
                                int64_t *points);

/* What words of documents they have, NULL-terminated; the first stands for DTI__COUNTS_COMPONENTS.
 */
extern const char *const dti__counts_words[];

/* Whether a difference is one of ranks or of values; where it is not said, a rank has no decimals,
 * and a mean is none. */
dti_quantity_kind dti__stated_differs(const struct dti__stated *difference);

/* A stated value as points of its node. False if that is no number of points at all. */
bool dti__stated_value_points(const struct dti__stated *value, const dti_framework *framework,
                              int64_t *points);

/* Points stated for a node on a stated track; NULL if there are none. */
const struct dti__stated *dti__dossier_stated_points(const dti_dossier *dossier, size_t node,
                                                     dti_track track);

/* The builder's draft is a dossier that is never finished. */
struct dti_dossier_builder {
    dti_dossier *draft;
    dti_allocator allocator;
    dti_log_fn log;
    void *log_context;
    dti_lang log_lang;
    size_t stated_capacity;
    size_t explanation_capacity;
    size_t agency_capacity;
};

/* A copy of the caller's text in the draft: UTF-8 checked, not empty, in NFC. NULL stays NULL. */
dti_status dti__builder_text(dti_dossier_builder *builder, const char *text, const char **copy,
                             dti_error **error);

#endif
