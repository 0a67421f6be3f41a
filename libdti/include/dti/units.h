/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Units: who is assessed. Provinces (or ministries, districts, communes) through changes of
 * name, code and border.
 *
 * An id is the code of a unit in the register's key system, with the name of that system: "gso:48"
 * is 48 of the General Statistics Office. A code outlives what it stands for: an *entry* is a unit
 * in a period, and the same id may have several entries. Mergers are links from an entry to its
 * predecessors. Tables, rankings and comparisons speak of entries, by their index.
 *
 * @code
 * dti_units *units = NULL;
 * size_t entry = DTI_NONE;
 * if (dti_units_builtin("vn-provinces", NULL, &units, &error) == DTI_OK &&
 *     dti_units_resolve(units, "TP.HCM", "2024-12-31", &entry, &error) == DTI_OK)
 *     printf("%s\n", dti_units_unit_id(units, entry));
 * dti_units_unref(units);
 * @endcode
 */
#ifndef DTI_UNITS_H
#define DTI_UNITS_H

#include <dti/framework.h>

DTI_BEGIN_DECLS

/**
 * @brief A register of units, opaque, immutable, reference-counted. Entries have indices in the
 * order of the document. Threads: shared.
 * @since 0.1
 */
typedef struct dti_units dti_units;

/** @brief Number of built-in registers. @since 0.1 */
DTI_API size_t dti_units_builtin_count(void);
/** @brief Id of a built-in register, such as "vn-provinces". @return static text; "" when out of
 * range. @since 0.1 */
DTI_API const char *dti_units_builtin_id(size_t index);
/** @brief A built-in register. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_NOT_FOUND, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_units_builtin(const char *id,
                                                    const dti_parse_options *options,
                                                    dti_units **out, dti_error **error);
/** @brief Read a register from JSON text (docs/formats.md, schema units.schema.json). @param[out]
 * out yours. @return as dti_framework_parse(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_units_parse(const char *text, size_t length,
                                                  const dti_parse_options *options, dti_units **out,
                                                  dti_error **error);
/** @brief Read a register from a file. @return as dti_units_parse(), and #DTI_E_IO. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_units_load(const char *path, const dti_parse_options *options,
                                                 dti_units **out, dti_error **error);
/** @brief All findings of a register's document. @return as dti_framework_check(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_units_check(const char *text, size_t length,
                                                  const dti_parse_options *options,
                                                  dti_report **report, dti_error **error);
/** @brief Take a reference. @param units may be NULL. @return its argument. @since 0.1 */
DTI_API dti_units *dti_units_ref(const dti_units *units);
/** @brief Drop a reference. @param units may be NULL. @since 0.1 */
DTI_API void dti_units_unref(dti_units *units);

/** @brief Id. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_units_id(const dti_units *units);
/** @brief Version of the content. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_units_version(const dti_units *units);
/** @brief Title. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_units_title(const dti_units *units, dti_lang lang);
/** @brief Level, such as "province". @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_units_level(const dti_units *units);
/** @brief Digest of the content, "sha256:…". @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_units_digest(const dti_units *units);

/** @brief Number of systems of codes. @since 0.1 */
DTI_API size_t dti_units_system_count(const dti_units *units);
/** @brief Id of a system of codes, the key first: "gso". @return borrowed; "" when out of range.
 * @since 0.1 */
DTI_API const char *dti_units_system_id(const dti_units *units, size_t index);
/** @brief Name of a system of codes. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_units_system_name(const dti_units *units, size_t index, dti_lang lang);
/** @brief Number of groups, such as regions. @since 0.1 */
DTI_API size_t dti_units_group_count(const dti_units *units);
/** @brief Id of a group. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_units_group_id(const dti_units *units, size_t group);
/** @brief Name of a group. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_units_group_name(const dti_units *units, size_t group, dti_lang lang);

/** @brief Number of entries. @return 0 for NULL. @since 0.1 */
DTI_API size_t dti_units_count(const dti_units *units);
/** @brief Id of the unit of an entry, "gso:49". @return borrowed; "" when out of range. @since 0.1
 */
DTI_API const char *dti_units_unit_id(const dti_units *units, size_t entry);
/** @brief Code in another system. @param system such as "iso". @return borrowed; "" if it has none.
 * @since 0.1 */
DTI_API const char *dti_units_unit_code(const dti_units *units, size_t entry, const char *system);
/** @brief Name. @return borrowed; Vietnamese where there is no other; "" when out of range. @since
 * 0.1 */
DTI_API const char *dti_units_unit_name(const dti_units *units, size_t entry, dti_lang lang);
/** @brief Number of other spellings. @since 0.1 */
DTI_API size_t dti_units_unit_alias_count(const dti_units *units, size_t entry);
/** @brief Another spelling, such as "TT-Huế". @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_units_unit_alias(const dti_units *units, size_t entry, size_t index);
/** @brief Group of an entry. @return a group; #DTI_NONE if none is known. @since 0.1 */
DTI_API size_t dti_units_unit_group(const dti_units *units, size_t entry);
/** @brief Id of the unit of a higher level that it belongs to. @return borrowed; "" if none. @since
 * 0.1 */
DTI_API const char *dti_units_unit_parent(const dti_units *units, size_t entry);
/** @brief First day of the entry, "2025-07-01". @return borrowed; "" if open. @since 0.1 */
DTI_API const char *dti_units_unit_from(const dti_units *units, size_t entry);
/** @brief Last day of the entry. @return borrowed; "" if open. @since 0.1 */
DTI_API const char *dti_units_unit_until(const dti_units *units, size_t entry);
/** @brief Number of entries that it was formed from. @since 0.1 */
DTI_API size_t dti_units_unit_predecessor_count(const dti_units *units, size_t entry);
/** @brief An entry that it was formed from. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_units_unit_predecessor(const dti_units *units, size_t entry, size_t index);
/** @brief Number of entries that were formed from it. @since 0.1 */
DTI_API size_t dti_units_unit_successor_count(const dti_units *units, size_t entry);
/** @brief An entry that was formed from it. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_units_unit_successor(const dti_units *units, size_t entry, size_t index);
/** @brief Inhabitants in a year. @return 0 if not known. @since 0.1 */
DTI_API int64_t dti_units_unit_population(const dti_units *units, size_t entry, int32_t year);
/** @brief True (1) if both are one unit that goes on: the same entry, or joined by renamings alone.
 * @since 0.1 */
DTI_API int dti_units_is_same(const dti_units *units, size_t a, size_t b);

/** @brief A part of an entry that has a provenance of its own. @since 0.1 */
typedef enum dti_unit_part {
    DTI_UNIT_ID = 0,           /**< Its id. */
    DTI_UNIT_NAMES = 1,        /**< Its names. */
    DTI_UNIT_CODES = 2,        /**< Its codes in other systems. */
    DTI_UNIT_GROUP = 3,        /**< Its group. */
    DTI_UNIT_PREDECESSORS = 4, /**< What it was formed from. */
    DTI_UNIT_PART_FORCE_INT = 0x7fffffff
} dti_unit_part;
/** @brief Provenance of a part of an entry; of a part without one of its own that of its id.
 * @return #DTI_PROVENANCE_UNKNOWN when out of range. @since 0.1 */
DTI_API dti_provenance dti_units_unit_provenance(const dti_units *units, size_t entry,
                                                 dti_unit_part part);
/** @brief Title of the source behind that provenance. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_units_unit_provenance_source(const dti_units *units, size_t entry,
                                                     dti_unit_part part, dti_lang lang);
/** @brief What the register notes beside that provenance: why something is assumed. @return
 * borrowed; "" if nothing. @since 0.1 */
DTI_API const char *dti_units_unit_provenance_note(const dti_units *units, size_t entry,
                                                   dti_unit_part part, dti_lang lang);

/** @brief True (1) if an entry is valid on a day. @param day "YYYY-MM-DD"; NULL: today is not
 * known, so the last entry of its id is meant. @since 0.1 */
DTI_API int dti_units_is_valid(const dti_units *units, size_t entry, const char *day);
/** @brief The entry of an id that is valid on a day. @param id "gso:49". @param day "YYYY-MM-DD";
 * NULL: the last one. @return an entry, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_units_find(const dti_units *units, const char *id, const char *day);
/**
 * @brief The entry that somebody means by a code, a name or another spelling.
 *
 * Letters may come composed or decomposed (NFC, NFD) and in any case; how precisely names are
 * compared says docs/formats.md.
 * @param text such as "gso:49", "iso:VN-27", "Quảng Nam", "TP.HCM"; UTF-8.
 * @param day "YYYY-MM-DD": only what is valid then; NULL: the last entry of whatever is found.
 * @param[out] out an entry; written on success only.
 * @param[out] error lists the candidates when several or none fit.
 * @return #DTI_OK; #DTI_E_NOT_FOUND (nothing or several), #DTI_E_VALUE (day), #DTI_E_ARG,
 * #DTI_E_SYNTAX (not UTF-8), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_units_resolve(const dti_units *units, const char *text,
                                                    const char *day, size_t *out,
                                                    dti_error **error);

/**
 * @brief Write entries as a document (docs/formats.md, schema unit-list.schema.json): all that is
 * known of each, what it was formed from and what became of it.
 * @param entries in the order wanted; NULL: all entries.
 * @param count number of entries; 0 with NULL.
 * @param[out] out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_units_write(const dti_units *units, const size_t *entries,
                                                  size_t count, dti_text **out, dti_error **error);

DTI_END_DECLS

#endif
