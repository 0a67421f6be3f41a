/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The head of a framework document: what it is, its sources, units and numberings. */
#include "io/framework-read.h"

#include "io/overlay.h"
#include "json/write.h"

#include <string.h>

struct raw_framework {
    const char *format;
    const cJSON *years;
    const cJSON *legal;
    const cJSON *sources;
    const cJSON *rounding;
    const cJSON *numberings;
    const cJSON *units;
    const cJSON *terms;
    const cJSON *states;
    const cJSON *inputs;
    const cJSON *constraints;
    const cJSON *indicators;
    const cJSON *indices;
    const cJSON *bands;
    const cJSON *vectors;
};

struct head { /* both at once, for one table */
    struct raw_framework raw;
    dti_framework framework;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, raw.format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, framework.id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, framework.version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, framework.titles, "titles", NAMES, DTI__REQUIRED),
    DTI__FIELD(struct head, framework.level, "level", ID, 0),
    DTI__FIELD(struct head, raw.years, "years", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.legal, "legal", ARRAY, 0),
    DTI__FIELD(struct head, raw.sources, "sources", ARRAY, 0),
    DTI__FIELD(struct head, raw.rounding, "rounding", OBJECT, DTI__REQUIRED),
    DTI__FIELD_IN(struct head, raw.numberings, "numberings", ARRAY, DTI__REQUIRED, 1, 0),
    DTI__FIELD(struct head, raw.units, "units", ARRAY, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.terms, "terms", ARRAY, 0),
    DTI__FIELD(struct head, raw.states, "states", OBJECT, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.inputs, "inputs", ARRAY, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.constraints, "constraints", ARRAY, 0),
    DTI__FIELD(struct head, raw.indicators, "indicators", ARRAY, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.indices, "indices", ARRAY, DTI__REQUIRED),
    DTI__FIELD(struct head, raw.bands, "bands", ARRAY, 0),
    DTI__FIELD(struct head, raw.vectors, "vectors", ARRAY, 0),
};

static void read_years(struct dti__reader *reader, const cJSON *object, dti_framework *framework)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(dti_framework, year_from, "from", INTEGER, DTI__REQUIRED, DTI__FIRST_YEAR,
                      DTI__LAST_YEAR),
        DTI__FIELD_IN(dti_framework, year_to, "to", INTEGER, DTI__REQUIRED, DTI__FIRST_YEAR,
                      DTI__LAST_YEAR),
    };
    struct dti__path path = {NULL, "years", 0};
    if (object)
        DTI__READ(reader, object, &path, fields, framework);
}

struct raw_rounding {
    int64_t points_digits;
    int64_t value_digits;
    int mode;
};

static void read_rounding(struct dti__reader *reader, const cJSON *object, dti_framework *framework)
{
    static const char *const modes[] = {"half-up", NULL};
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct raw_rounding, points_digits, "points_digits", INTEGER, DTI__REQUIRED,
                      0, 9),
        DTI__FIELD_IN(struct raw_rounding, value_digits, "value_digits", INTEGER, DTI__REQUIRED, 0,
                      9),
        DTI__FIELD_OF(struct raw_rounding, mode, "mode", modes, DTI__REQUIRED),
    };
    struct dti__path path = {NULL, "rounding", 0};
    struct raw_rounding raw = {0, 0, 0};
    if (object)
        DTI__READ(reader, object, &path, fields, &raw);
    framework->points_digits = raw.points_digits;
    framework->value_digits = raw.value_digits;
}

static void read_legal(struct dti__reader *reader, const cJSON *array, dti_framework *framework)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__legal, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__legal, number, "number", TEXT, 0),
        DTI__FIELD(struct dti__legal, date, "date", DATE, 0),
        DTI__FIELD(struct dti__legal, issuer, "issuer", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct dti__legal, titles, "titles", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct dti__legal, until, "until", DATE, 0),
        DTI__FIELD(struct dti__legal, replaced_by, "replaced_by", ID, 0),
        DTI__FIELD(struct dti__legal, url, "url", TEXT, 0),
    };
    static const struct dti__list list = DTI__LIST(fields, struct dti__legal, NULL, DTI__MOST_LIST);
    struct dti__path path = {NULL, "legal", 0};
    framework->legal = dti__read_list(reader, array, &path, &list, &framework->legal_count);
}

static void read_units(struct dti__reader *reader, const cJSON *array, dti_framework *framework)
{
    static const struct dti__unit plain = {.divisor = 1};
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__unit, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__unit, names, "names", NAMES, DTI__REQUIRED),
        DTI__FIELD_IN(struct dti__unit, divisor, "divisor", NUMBER, 0, 1e-9, 1e15),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__unit, &plain, DTI__MOST_LIST);
    struct dti__path path = {NULL, "units", 0};
    framework->units = dti__read_list(reader, array, &path, &list, &framework->unit_count);
}

static void read_terms(struct dti__reader *reader, const cJSON *array, dti_framework *framework)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__term, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__term, names, "names", NAMES, DTI__REQUIRED),
    };
    static const struct dti__list list = DTI__LIST(fields, struct dti__term, NULL, DTI__MOST_LIST);
    struct dti__path path = {NULL, "terms", 0};
    framework->terms = dti__read_list(reader, array, &path, &list, &framework->term_count);
}

#define MOST_NUMBERINGS 8

/* The default goes to the front, whatever its place in the document; there must be one and no
 * second. */
static void front_default(struct dti__reader *reader, const struct dti__path *path,
                          dti_framework *framework)
{
    size_t defaults = 0;
    for (size_t i = 0; i < framework->numbering_count; i++) {
        struct dti__path at = {path, NULL, i};
        struct dti__path flag = {&at, "default", 0};
        struct dti__numbering numbering = framework->numberings[i];
        if (!numbering.is_default)
            continue;
        if (++defaults > 1) {
            dti__reader_find(reader, DTI__MSG_DEFAULT_NUMBERING, &flag,
                             DTI__ARGS(DTI__INTEGER(defaults)));
            continue;
        }
        memmove(&framework->numberings[1], &framework->numberings[0], i * sizeof numbering);
        framework->numberings[0] = numbering;
    }
    if (defaults == 0)
        dti__reader_find(reader, DTI__MSG_DEFAULT_NUMBERING, path, DTI__ARGS(DTI__INTEGER(0)));
}

static void read_numberings(struct dti__reader *reader, const cJSON *array,
                            dti_framework *framework)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__numbering, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__numbering, names, "names", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct dti__numbering, is_default, "default", BOOL, 0),
    };
    struct dti__path path = {NULL, "numberings", 0};
    framework->numberings = dti__read_room(reader, array, &path, sizeof *framework->numberings,
                                           MOST_NUMBERINGS, &framework->numbering_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < framework->numbering_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        struct dti__path id = {&at, "id", 0};
        struct dti__numbering *numbering = &framework->numberings[i];
        if (!DTI__READ(reader, item, &at, fields, numbering) && !numbering->id)
            numbering->id = "";
        for (size_t k = 0; k < i; k++)
            if (strcmp(framework->numberings[k].id, numbering->id) == 0)
                dti__reader_find(reader, DTI__MSG_DUPLICATE_ID, &id,
                                 DTI__ARGS(DTI__TEXT(numbering->id)));
    }
    if (array)
        front_default(reader, &path, framework);
}

struct raw_band {
    struct dti__band band;
    const cJSON *value;
    const cJSON *rank;
};

static void read_bands(struct dti__reader *reader, const cJSON *array, dti_framework *framework)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_band, band.id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct raw_band, band.names, "names", NAMES, DTI__REQUIRED),
        DTI__FIELD_IN(struct raw_band, band.value_at_least, "value_at_least", NUMBER, 0, 0, 1),
        DTI__FIELD_IN(struct raw_band, band.rank_at_most, "rank_at_most", INTEGER, 0, 1, 1000000),
    };
    struct dti__path path = {NULL, "bands", 0};
    framework->bands = dti__read_room(reader, array, &path, sizeof *framework->bands,
                                      DTI__MOST_OPERANDS, &framework->band_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < framework->band_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        struct raw_band raw = {0};
        bool is_sound = DTI__READ(reader, item, &at, fields, &raw);
        bool has_value = dti__member(item, "value_at_least") != NULL;
        raw.band.by_rank = dti__member(item, "rank_at_most") != NULL;
        if (is_sound && has_value == raw.band.by_rank)
            dti__reader_find(reader, DTI__MSG_ONE_OF_KEYS, &at,
                             DTI__ARGS(DTI__TEXT("value_at_least, rank_at_most")));
        framework->bands[i] = raw.band;
    }
}

/* What a state does where the document says nothing. */
static void default_policies(struct dti__policy policies[DTI__STATE_COUNT])
{
    policies[DTI_STATE_NOT_ASSESSED].is_open = true;
    policies[DTI_STATE_NOT_APPLICABLE].is_excluded = true;
}

static void read_parts(struct dti__reader *reader, const struct raw_framework *raw,
                       dti_framework *framework)
{
    struct dti__path states = {NULL, "states", 0};
    struct dti__path sources = {NULL, "sources", 0};
    read_years(reader, raw->years, framework);
    read_rounding(reader, raw->rounding, framework);
    read_legal(reader, raw->legal, framework);
    dti__read_sources(reader, raw->sources, &sources, &framework->sources,
                      &framework->source_count);
    read_numberings(reader, raw->numberings, framework);
    read_units(reader, raw->units, framework);
    read_terms(reader, raw->terms, framework);
    default_policies(framework->policies);
    dti__read_policies(reader, raw->states, &states, framework->policies);
    dti__read_inputs(reader, framework, raw->inputs);
    dti__read_constraints(reader, framework, raw->constraints);
    dti__read_nodes(reader, framework, raw->indicators, raw->indices);
    read_bands(reader, raw->bands, framework);
}

/* True if what was read is complete enough to be resolved: a fault in the shape would only bring
 * follow-up faults. */
static bool is_shaped(const dti_report *report)
{
    return dti__report_errors(report) == 0;
}

/* Keeps the text for overlays. What is built in stays where it is. */
static void keep_original(struct dti__reader *reader, const struct dti__document *document,
                          dti_framework *framework)
{
    struct dti__original *original = &framework->original;
    const char *name = document->options.source_name;
    original->length = document->length;
    original->is_builtin = document->given.digest != NULL;
    if (original->is_builtin) {
        original->text = document->text;
        original->name = framework->id;
        return;
    }
    original->text = dti__arena_text(reader->arena, document->text, document->length);
    original->name =
        name && *name ? dti__arena_text(reader->arena, name, strlen(name)) : framework->id;
    reader->out_of_memory = reader->out_of_memory || !original->text || !original->name;
}

void *dti__framework_read(struct dti__document *document)
{
    static const char *const not_digested[] = {"vectors", NULL};
    dti_framework *framework = dti__framework_new(&document->allocator);
    document->reader.out_of_memory = !framework;
    if (!framework)
        return NULL;
    struct dti__reader reader = {&framework->arena, document->report, false};
    struct head head = {.framework = {.id = "", .version = ""}};
    if (dti__check_format(&reader, document->tree, "dti-framework/1") &&
        dti__overlay_resolve(document, &reader, &framework->extends)) {
        DTI__READ(&reader, document->tree, NULL, head_fields, &head);
        framework->id = head.framework.id;
        framework->version = head.framework.version;
        framework->titles = head.framework.titles;
        framework->level = head.framework.level;
        read_parts(&reader, &head.raw, framework);
        if (!reader.out_of_memory && is_shaped(document->report)) {
            reader.out_of_memory = dti__framework_finish(framework, document->report) != DTI_OK;
            if (!reader.out_of_memory && is_shaped(document->report))
                dti__read_vectors(&reader, framework, head.raw.vectors);
        }
    }
    if (document->given.digest)
        memcpy(framework->digest, document->given.digest, sizeof framework->digest);
    else if (!dti__json_digest(document->tree, not_digested, framework->digest))
        reader.out_of_memory = true;
    if (is_shaped(document->report) && !reader.out_of_memory)
        keep_original(&reader, document, framework);
    if (!reader.out_of_memory && !document->reader.out_of_memory)
        return framework;
    document->reader.out_of_memory = true;
    dti_framework_unref(framework);
    return NULL;
}
