/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Entries of a register as a document: all that is known of each, with what it came from and what
 * became of it. */
#include "io/parts.h"
#include "model/units.h"

static const char *const part_keys[DTI__UNIT_PARTS] = {"id", "names", "codes", "group",
                                                       "predecessors"};

/* An entry by id and first day, which say which one it is. */
static void write_links(struct dti__writer *writer, cJSON *object, const char *key,
                        const dti_units *units, const size_t *entries, size_t count)
{
    cJSON *array = count > 0 ? dti__write_array(writer, object, key) : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct dti__unit_entry *entry = &units->entries[entries[i]];
        cJSON *link = dti__write_object(writer, array, NULL);
        dti__write_text(writer, link, "id", entry->id);
        dti__write_names_if(writer, link, "names", entry->names);
        dti__write_date_if(writer, link, "from", entry->from);
        dti__write_date_if(writer, link, "until", entry->until);
    }
}

static void write_codes(struct dti__writer *writer, cJSON *object, const dti_units *units,
                        const struct dti__unit_entry *entry)
{
    cJSON *codes = dti__write_object(writer, object, "codes");
    for (size_t i = 0; i < units->system_count; i++)
        dti__write_text_if(writer, codes, units->systems[i].id, entry->codes[i]);
}

static void write_names(struct dti__writer *writer, cJSON *object,
                        const struct dti__unit_entry *entry)
{
    dti__write_names_if(writer, object, "names", entry->names);
    cJSON *aliases = entry->alias_count > 0 ? dti__write_array(writer, object, "aliases") : NULL;
    for (size_t i = 0; i < entry->alias_count; i++)
        dti__write_text(writer, aliases, NULL, entry->aliases[i]);
}

static void write_population(struct dti__writer *writer, cJSON *object,
                             const struct dti__unit_entry *entry)
{
    cJSON *array =
        entry->population_count > 0 ? dti__write_array(writer, object, "population") : NULL;
    for (size_t i = 0; i < entry->population_count; i++) {
        const struct dti__population *population = &entry->populations[i];
        cJSON *item = dti__write_object(writer, array, NULL);
        dti__write_number(writer, item, "year", (double)population->year);
        dti__write_number(writer, item, "count", (double)population->count);
        dti__write_text_if(writer, item, "source", population->source);
    }
}

/* With the title of the source: the list stands for itself. */
static void write_provenance(struct dti__writer *writer, cJSON *object, const dti_units *units,
                             const struct dti__unit_entry *entry)
{
    cJSON *parts = dti__write_object(writer, object, "provenance");
    for (size_t i = 0; i < DTI__UNIT_PARTS; i++) {
        const struct dti__provenance *provenance = &entry->provenance[i];
        if (!entry->has_provenance[i])
            continue;
        cJSON *part = dti__write_object(writer, parts, part_keys[i]);
        size_t source = dti__names_find(&units->source_names, provenance->source);
        dti__write_text(writer, part, "kind", dti__provenance_words[provenance->kind]);
        if (source != DTI_NONE)
            dti__write_names_if(writer, part, "source", units->sources[source].titles);
        dti__write_text_if(writer, part, "place", provenance->place);
        dti__write_names_if(writer, part, "note", provenance->note);
    }
}

static void write_entry(struct dti__writer *writer, cJSON *array, const dti_units *units,
                        const struct dti__unit_entry *entry)
{
    cJSON *object = dti__write_object(writer, array, NULL);
    dti__write_text(writer, object, "id", entry->id);
    write_codes(writer, object, units, entry);
    write_names(writer, object, entry);
    if (entry->group != DTI_NONE) {
        cJSON *group = dti__write_object(writer, object, "group");
        dti__write_text(writer, group, "id", units->groups[entry->group].id);
        dti__write_names_if(writer, group, "names", units->groups[entry->group].names);
    }
    dti__write_text_if(writer, object, "parent", entry->parent);
    dti__write_date_if(writer, object, "from", entry->from);
    dti__write_date_if(writer, object, "until", entry->until);
    write_links(writer, object, "predecessors", units, entry->predecessors,
                entry->predecessor_count);
    write_links(writer, object, "successors", units, entry->successors, entry->successor_count);
    write_population(writer, object, entry);
    write_provenance(writer, object, units, entry);
}

dti_status dti_units_write(const dti_units *units, const size_t *entries, size_t count,
                           dti_text **out, dti_error **error)
{
    struct dti__writer writer = {false};
    if (!units || !out || (!entries && count > 0))
        return dti__fail_null(error, !units ? "units" : !out ? "out" : "entries");
    for (size_t i = 0; i < count; i++)
        if (entries[i] >= units->entry_count)
            return dti__fail(error, DTI__MSG_ARG_RANGE, DTI__ARGS(DTI__TEXT("entries")));
    cJSON *tree = cJSON_CreateObject();
    if (!tree)
        return dti__fail_nomem(error);
    dti__write_text(&writer, tree, "format", "dti-unit-list/1");
    cJSON *bound = dti__write_object(&writer, tree, "register");
    dti__write_text(&writer, bound, "id", units->id);
    dti__write_text(&writer, bound, "version", units->version);
    dti__write_text(&writer, bound, "digest", units->digest);
    cJSON *array = dti__write_array(&writer, tree, "units");
    for (size_t i = 0; i < (entries ? count : units->entry_count); i++)
        write_entry(&writer, array, units, &units->entries[entries ? entries[i] : i]);
    if (writer.out_of_memory) {
        cJSON_Delete(tree);
        tree = NULL;
    }
    return dti__write_out(tree, &units->arena.allocator, out, error);
}
