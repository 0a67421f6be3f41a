/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
#include "io/units-read.h"

#include "json/write.h"

#include <math.h>
#include <string.h>

#define MOST_SYSTEMS 16
#define MOST_PEOPLE  1e12 /* more inhabitants than any place will have */

struct head {
    const char *format;
    const char *id;
    const char *version;
    struct dti__text2 titles;
    const char *level;
    const cJSON *sources;
    const cJSON *systems;
    const cJSON *groups;
    const cJSON *units;
};

static const struct dti__field head_fields[] = {
    DTI__FIELD(struct head, format, "format", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, id, "id", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, version, "version", TEXT, DTI__REQUIRED),
    DTI__FIELD(struct head, titles, "titles", NAMES, DTI__REQUIRED),
    DTI__FIELD(struct head, level, "level", ID, DTI__REQUIRED),
    DTI__FIELD(struct head, sources, "sources", ARRAY, 0),
    DTI__FIELD_IN(struct head, systems, "systems", ARRAY, DTI__REQUIRED, 1, 0),
    DTI__FIELD(struct head, groups, "groups", ARRAY, 0),
    DTI__FIELD_IN(struct head, units, "units", ARRAY, DTI__REQUIRED, 1, 0),
};

/* The key goes to the front, where everybody looks for it. */
static void read_systems(struct dti__reader *reader, const cJSON *array, dti_units *units)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__unit_system, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__unit_system, names, "names", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct dti__unit_system, is_key, "key", BOOL, 0),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__unit_system, NULL, MOST_SYSTEMS);
    struct dti__path path = {NULL, "systems", 0};
    size_t keys = 0;
    units->systems = dti__read_list(reader, array, &path, &list, &units->system_count);
    for (size_t i = 0; i < units->system_count; i++) {
        struct dti__unit_system system = units->systems[i];
        if (!system.is_key)
            continue;
        memmove(units->systems + 1, units->systems, i * sizeof system);
        units->systems[0] = system;
        keys++;
    }
    if (units->system_count > 0 && keys != 1)
        dti__reader_find(reader, DTI__MSG_UNITS_KEY, &path, DTI__ARGS(DTI__INTEGER(keys)));
}

static void read_groups(struct dti__reader *reader, const cJSON *array, dti_units *units)
{
    static const struct dti__field fields[] = {
        DTI__FIELD(struct dti__unit_group, id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct dti__unit_group, names, "names", NAMES, DTI__REQUIRED),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__unit_group, NULL, DTI__MOST_LIST);
    struct dti__path path = {NULL, "groups", 0};
    units->groups = dti__read_list(reader, array, &path, &list, &units->group_count);
}

/* Codes by system; that of the key is the id itself. */
static void read_codes(struct dti__reader *reader, const cJSON *object, const struct dti__path *up,
                       const dti_units *units, struct dti__unit_entry *entry)
{
    static const struct dti__field text = {.type = DTI__FIELD_TEXT};
    struct dti__path path = {up, "codes", 0};
    size_t room = units->system_count > 0 ? units->system_count : 1;
    entry->codes = dti__arena_array(reader->arena, room, sizeof *entry->codes);
    if (!entry->codes) {
        reader->out_of_memory = true;
        return;
    }
    for (const cJSON *member = object ? object->child : NULL; member; member = member->next) {
        struct dti__path at = {&path, member->string, 0};
        size_t index = 1;
        while (index < units->system_count &&
               (!units->systems[index].id || strcmp(units->systems[index].id, member->string) != 0))
            index++;
        if (index < units->system_count)
            dti__read_value(reader, member, &at, &text, &entry->codes[index]);
        else if (strncmp(member->string, "x-", 2) != 0)
            dti__reader_find(
                reader, DTI__MSG_UNKNOWN_REFERENCE, &at,
                DTI__ARGS(DTI__TERM(DTI__MSG_TERM_UNIT_SYSTEM), DTI__TEXT(member->string)));
    }
}

static void read_population(struct dti__reader *reader, const cJSON *array,
                            const struct dti__path *up, struct dti__unit_entry *entry)
{
    static const struct dti__field fields[] = {
        DTI__FIELD_IN(struct dti__population, year, "year", INTEGER, DTI__REQUIRED, DTI__FIRST_YEAR,
                      DTI__LAST_YEAR),
        DTI__FIELD_IN(struct dti__population, count, "count", INTEGER, DTI__REQUIRED, 1,
                      MOST_PEOPLE),
        DTI__FIELD(struct dti__population, source, "source", ID, 0),
    };
    static const struct dti__list list =
        DTI__LIST(fields, struct dti__population, NULL, DTI__MOST_OPERANDS);
    struct dti__path path = {up, "population", 0};
    entry->populations = dti__read_list(reader, array, &path, &list, &entry->population_count);
}

static void read_provenance(struct dti__reader *reader, const cJSON *object,
                            const struct dti__path *up, struct dti__unit_entry *entry)
{
    struct raw_provenance {
        const cJSON *parts[DTI__UNIT_PARTS];
    };
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_provenance, parts[DTI_UNIT_ID], "id", OBJECT, DTI__REQUIRED),
        DTI__FIELD(struct raw_provenance, parts[DTI_UNIT_NAMES], "names", OBJECT, 0),
        DTI__FIELD(struct raw_provenance, parts[DTI_UNIT_CODES], "codes", OBJECT, 0),
        DTI__FIELD(struct raw_provenance, parts[DTI_UNIT_GROUP], "group", OBJECT, 0),
        DTI__FIELD(struct raw_provenance, parts[DTI_UNIT_PREDECESSORS], "predecessors", OBJECT, 0),
    };
    struct raw_provenance raw = {{NULL}};
    struct dti__path path = {up, "provenance", 0};
    if (object)
        DTI__READ(reader, object, &path, fields, &raw);
    for (size_t i = 0; i < DTI__UNIT_PARTS; i++) {
        struct dti__path part = {&path, fields[i].key, 0};
        entry->has_provenance[i] = raw.parts[i] != NULL;
        dti__read_provenance(reader, raw.parts[i], &part, &entry->provenance[i]);
    }
}

static void read_unit(struct dti__reader *reader, const cJSON *object, const struct dti__path *path,
                      const dti_units *units, struct dti__unit_entry *entry)
{
    struct raw_unit {
        struct dti__unit_entry unit;
        const cJSON *codes;
        const cJSON *aliases;
        const cJSON *predecessors;
        const cJSON *population;
        const cJSON *provenance;
    };
    static const struct dti__field fields[] = {
        DTI__FIELD(struct raw_unit, unit.id, "id", ID, DTI__REQUIRED),
        DTI__FIELD(struct raw_unit, codes, "codes", OBJECT, 0),
        DTI__FIELD(struct raw_unit, unit.names, "names", NAMES, DTI__REQUIRED),
        DTI__FIELD(struct raw_unit, aliases, "aliases", ARRAY, 0),
        DTI__FIELD(struct raw_unit, unit.group_id, "group", ID, 0),
        DTI__FIELD(struct raw_unit, unit.parent, "parent", ID, 0),
        DTI__FIELD(struct raw_unit, unit.from, "from", DATE, 0),
        DTI__FIELD(struct raw_unit, unit.until, "until", DATE, 0),
        DTI__FIELD_IN(struct raw_unit, predecessors, "predecessors", ARRAY, 0, 1, 0),
        DTI__FIELD(struct raw_unit, population, "population", ARRAY, 0),
        DTI__FIELD(struct raw_unit, provenance, "provenance", OBJECT, DTI__REQUIRED),
    };
    struct raw_unit raw = {.codes = NULL};
    struct dti__path aliases = {path, "aliases", 0};
    struct dti__path predecessors = {path, "predecessors", 0};
    DTI__READ(reader, object, path, fields, &raw);
    *entry = raw.unit;
    if (entry->from.year > 0)
        dti__date_write(entry->from, entry->from_text);
    if (entry->until.year > 0)
        dti__date_write(entry->until, entry->until_text);
    read_codes(reader, raw.codes, path, units, entry);
    entry->aliases = dti__read_texts(reader, raw.aliases, &aliases, DTI__FIELD_TEXT,
                                     DTI__MOST_OPERANDS, &entry->alias_count);
    entry->predecessor_ids = dti__read_texts(reader, raw.predecessors, &predecessors, DTI__FIELD_ID,
                                             DTI__MOST_OPERANDS, &entry->predecessor_count);
    if (entry->predecessor_ids)
        dti__check_different(reader, &predecessors, entry->predecessor_ids,
                             entry->predecessor_count);
    read_population(reader, raw.population, path, entry);
    read_provenance(reader, raw.provenance, path, entry);
}

static void read_units(struct dti__reader *reader, const cJSON *array, dti_units *units)
{
    struct dti__path path = {NULL, "units", 0};
    units->entries = dti__read_room(reader, array, &path, sizeof *units->entries, DTI__MOST_LIST,
                                    &units->entry_count);
    const cJSON *item = array ? array->child : NULL;
    for (size_t i = 0; i < units->entry_count; i++, item = item->next) {
        struct dti__path at = {&path, NULL, i};
        read_unit(reader, item, &at, units, &units->entries[i]);
    }
}

/* Units are held against each other in what is complete: a fault in the shape would only bring
 * follow-up faults. */
static bool read_all(struct dti__document *document, dti_units *units)
{
    struct dti__reader reader = {&units->arena, document->report, false};
    struct head head = {.id = "", .version = "", .level = ""};
    struct dti__path sources = {NULL, "sources", 0};
    DTI__READ(&reader, document->tree, NULL, head_fields, &head);
    units->id = head.id;
    units->version = head.version;
    units->titles = head.titles;
    units->level = head.level;
    dti__read_sources(&reader, head.sources, &sources, &units->sources, &units->source_count);
    read_systems(&reader, head.systems, units);
    read_groups(&reader, head.groups, units);
    read_units(&reader, head.units, units);
    if (!reader.out_of_memory && dti__report_errors(document->report) == 0)
        reader.out_of_memory = dti__units_finish(units, document->report) != DTI_OK;
    if (document->given.digest)
        memcpy(units->digest, document->given.digest, sizeof units->digest);
    else if (!reader.out_of_memory && !dti__json_digest(document->tree, NULL, units->digest))
        reader.out_of_memory = true;
    return !reader.out_of_memory;
}

void *dti__units_read(struct dti__document *document)
{
    if (!dti__check_format(&document->reader, document->tree, "dti-units/1"))
        return NULL;
    dti_units *units = dti__units_new(&document->allocator);
    if (units && read_all(document, units))
        return units;
    dti_units_unref(units);
    document->reader.out_of_memory = true;
    return NULL;
}
