/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Tables: what was published about many units in one year, or what was scored.
 *
 * A table has a row per unit and a cell per node of its framework. A cell of results holds exact
 * points; of a published table what is printed: a value, a rank, or nothing. Rankings and
 * comparisons are made of tables and say which of it they rest on. A *node* is an index, a main
 * indicator or a component, by its index in the framework (dti_framework_overall(),
 * dti_framework_find()).
 *
 * Published ones are built in or read from JSON and CSV; results become one so:
 *
 * @code
 * dti_table_builder *builder = NULL;
 * dti_table *table = NULL;
 * dti_status status = dti_table_builder_new(framework, units, "my-results", 2023, NULL, NULL,
 *                                           &builder, &error);
 * for (size_t i = 0; i < count && status == DTI_OK; i++)
 *     status = dti_table_builder_add_result(builder, results[i], &error);
 * if (status == DTI_OK)
 *     status = dti_table_builder_build(builder, &table, &error);
 * dti_table_builder_free(builder);
 * @endcode
 */
#ifndef DTI_TABLE_H
#define DTI_TABLE_H

#include <dti/result.h>
#include <dti/units.h>

DTI_BEGIN_DECLS

/**
 * @brief A table, opaque, immutable, reference-counted; holds references on its framework and its
 * units. Rows have indices in the order in which they came. Threads: shared.
 * @since 0.1
 */
typedef struct dti_table dti_table;

/** @brief What an amount rests on. @since 0.1 */
typedef enum dti_basis {
    DTI_BASIS_NONE = 0,    /**< There is none. */
    DTI_BASIS_POINTS = 1,  /**< Exact points that were computed. */
    DTI_BASIS_PRINTED = 2, /**< A printed value or printed points, right to its last digit. */
    DTI_BASIS_RANKS = 3,   /**< A printed rank; there is no amount. */
    DTI_BASIS_FORCE_INT = 0x7fffffff
} dti_basis;
/** @brief Words for a basis. @return static text. @since 0.1 */
DTI_API const char *dti_basis_name(dti_basis basis, dti_lang lang);

/** @brief Number of built-in tables. @since 0.1 */
DTI_API size_t dti_table_builtin_count(void);
/** @brief Id of a built-in table, such as "vn-dti-province-2022". @return static text; "" when out
 * of range. @since 0.1 */
DTI_API const char *dti_table_builtin_id(size_t index);
/** @brief A built-in table. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOT_FOUND,
 * #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_builtin(const char *id,
                                                    const dti_parse_options *options,
                                                    dti_table **out, dti_error **error);
/**
 * @brief Read a table from JSON text (docs/formats.md, schema table.schema.json).
 * @param framework the one it is bound to; NULL: the built-in one that the document names.
 * @param units the register it is bound to; NULL: the built-in one that the document names.
 * @param[out] out yours; written on success only.
 * @return as dti_dossier_parse(). Figures that cannot be are #DTI_E_VALUE, with the arithmetic.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_table_parse(const char *text, size_t length,
                                                  const dti_framework *framework,
                                                  const dti_units *units,
                                                  const dti_parse_options *options, dti_table **out,
                                                  dti_error **error);
/** @brief Read a table from a file. @return as dti_table_parse(), and #DTI_E_IO. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_load(const char *path, const dti_framework *framework,
                                                 const dti_units *units,
                                                 const dti_parse_options *options, dti_table **out,
                                                 dti_error **error);
/** @brief All findings of a table's document, warnings included: rows whose printed parts do not
 * add up. @return as dti_dossier_check(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_check(const char *text, size_t length,
                                                  const dti_framework *framework,
                                                  const dti_units *units,
                                                  const dti_parse_options *options,
                                                  dti_report **report, dti_error **error);
/** @brief Write a table as its document. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_write(const dti_table *table, dti_text **out,
                                                  dti_error **error);
/** @brief Take a reference. @param table may be NULL. @return its argument. @since 0.1 */
DTI_API dti_table *dti_table_ref(const dti_table *table);
/** @brief Drop a reference. @param table may be NULL. @since 0.1 */
DTI_API void dti_table_unref(dti_table *table);

/** @brief A table in the making, for hosts that have rows and no JSON, or results. Threads:
 * confined. @since 0.1 */
typedef struct dti_table_builder dti_table_builder;
/**
 * @brief Begin a table.
 * @param framework what was assessed. @param units who can be. @param id of the table, lower-case
 * words joined by "-".
 * @param year assessed year. @param day the day on which units are meant, "YYYY-MM-DD"; NULL: the
 * last day of the year.
 * @param[out] out yours, to be freed with dti_table_builder_free().
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VALUE (id, year, day), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_table_builder_new(const dti_framework *framework,
                                                        const dti_units *units, const char *id,
                                                        int32_t year, const char *day,
                                                        const dti_allocator *allocator,
                                                        dti_table_builder **out, dti_error **error);
/** @brief Free a builder. @param builder may be NULL. @since 0.1 */
DTI_API void dti_table_builder_free(dti_table_builder *builder);
/** @brief Say how many units were ranked, if there are more than rows. @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_builder_out_of(dti_table_builder *builder,
                                                           uint32_t count, dti_error **error);
/** @brief Add a printed figure of a unit, whose row is made if there is none. @param unit an id
 * such as "gso:49". @param code of a node, in the default numbering. @param quantity value, points
 * or rank. @param text as printed. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOT_FOUND (unit, code),
 * #DTI_E_VALUE (the figure, or a second one), #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_builder_add(dti_table_builder *builder,
                                                        const char *unit, const char *code,
                                                        dti_quantity_kind quantity,
                                                        const char *text, dti_error **error);
/** @brief Add exact points of a unit's node. @param points in 10⁻⁹ point, 0 to the node's maximum
 * for what the rules give. @return as dti_table_builder_add(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_builder_add_points(dti_table_builder *builder,
                                                               const char *unit, const char *code,
                                                               int64_t points, dti_error **error);
/** @brief Add a result: the row of its dossier's unit, exact points of every node that is decided,
 * rescaled to the nominal maximum where parts are excluded. @param result of the same framework and
 * year. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOT_FOUND (unit), #DTI_E_VALUE (framework, year, a
 * second row, overall points that are partly open), #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_builder_add_result(dti_table_builder *builder,
                                                               const dti_result *result,
                                                               dti_error **error);
/** @brief Freeze what was added into a table; the builder stays yours and can go on. @param[out]
 * out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_VALUE (figures that cannot be, with the
 * arithmetic), #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_table_builder_build(const dti_table_builder *builder,
                                                          dti_table **out, dti_error **error);

/** @brief The framework. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_table_framework(const dti_table *table);
/** @brief The register of units. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_units *dti_table_units(const dti_table *table);
/** @brief Id. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_table_id(const dti_table *table);
/** @brief Version. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_table_version(const dti_table *table);
/** @brief Title. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_table_title(const dti_table *table, dti_lang lang);
/** @brief Digest, "sha256:…", computed when it is first asked for. @return borrowed; "" for NULL
 * or out of memory. @since 0.1 */
DTI_API const char *dti_table_digest(const dti_table *table);
/** @brief Assessed year. @return 0 for NULL. @since 0.1 */
DTI_API int32_t dti_table_year(const dti_table *table);
/** @brief The day on which units are meant. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_table_day(const dti_table *table);
/** @brief Numbering of its codes. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_table_numbering(const dti_table *table);
/** @brief How many units were ranked; the number of rows if nobody said. @return 0 for NULL. @since
 * 0.1 */
DTI_API uint32_t dti_table_out_of(const dti_table *table);
/** @brief True (1) if its figures were derived: by a merger. @since 0.1 */
DTI_API int dti_table_is_derived(const dti_table *table);
/** @brief True (1) if the printed ranks are those within the groups of the register: there are as
 * many first ones as groups. @since 0.1 */
DTI_API int dti_table_is_ranked_by_group(const dti_table *table);

/** @brief Number of rows. @return 0 for NULL. @since 0.1 */
DTI_API size_t dti_table_row_count(const dti_table *table);
/** @brief The entry of a row in the register of units. @return #DTI_NONE when out of range. @since
 * 0.1 */
DTI_API size_t dti_table_row_unit(const dti_table *table, size_t row);
/** @brief Find the row of an entry. @return a row, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_table_find(const dti_table *table, size_t entry);
/** @brief What the amount of a cell rests on. @return #DTI_BASIS_NONE also when out of range.
 * @since 0.1 */
DTI_API dti_basis dti_table_basis(const dti_table *table, size_t row, size_t node);
/** @brief Points of a cell, in 10⁻⁹ point; of a printed value that value × the nominal maximum.
 * @return 0 without an amount. @since 0.1 */
DTI_API int64_t dti_table_points(const dti_table *table, size_t row, size_t node);
/** @brief By how much the true points may differ for rounding, in 10⁻⁹ point; 0 for exact ones.
 * @since 0.1 */
DTI_API int64_t dti_table_half_width(const dti_table *table, size_t row, size_t node);
/** @brief Printed rank of a cell. @return 0 if none. @since 0.1 */
DTI_API uint32_t dti_table_rank(const dti_table *table, size_t row, size_t node);
/** @brief Provenance of a cell. @return #DTI_PROVENANCE_UNKNOWN without one. @since 0.1 */
DTI_API dti_provenance dti_table_provenance(const dti_table *table, size_t row, size_t node);

/** @brief Number of printed figures of a row. @since 0.1 */
DTI_API size_t dti_table_figure_count(const dti_table *table, size_t row);
/** @brief Node of a printed figure. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_table_figure_node(const dti_table *table, size_t row, size_t index);
/** @brief What a printed figure states. @since 0.1 */
DTI_API dti_quantity_kind dti_table_figure_quantity(const dti_table *table, size_t row,
                                                    size_t index);
/** @brief Of a difference: what differs, #DTI_QUANTITY_RANK or #DTI_QUANTITY_VALUE. @since 0.1 */
DTI_API dti_quantity_kind dti_table_figure_of(const dti_table *table, size_t row, size_t index);
/** @brief Of a difference: the other year. @return 0 for other figures. @since 0.1 */
DTI_API int32_t dti_table_figure_against(const dti_table *table, size_t row, size_t index);
/** @brief Text of a figure, as printed. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_table_figure_text(const dti_table *table, size_t row, size_t index);
/** @brief Amount of a figure, in 10⁻⁹. @since 0.1 */
DTI_API int64_t dti_table_figure_amount(const dti_table *table, size_t row, size_t index);
/** @brief Title of the source of a figure. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_table_figure_source(const dti_table *table, size_t row, size_t index,
                                            dti_lang lang);
/** @brief Remark on a figure. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_table_figure_note(const dti_table *table, size_t row, size_t index,
                                          dti_lang lang);
/** @brief The mean over all units as somebody printed it, in 10⁻⁹ point. @param[out] points written
 * when the call gives 1; may be NULL. @param[out] half_width likewise. @return 1 if there is one,
 * else 0. @since 0.1 */
DTI_API int dti_table_stated_mean(const dti_table *table, size_t node, int64_t *points,
                                  int64_t *half_width);

/** @brief How the predecessors of a merged unit become one figure. @since 0.1 */
typedef enum dti_merge_method {
    DTI_MERGE_MEAN = 0, /**< The unweighted mean of their main indicators, as the ministry did for
                           2024. */
    DTI_MERGE_POPULATION = 1, /**< The mean weighted with inhabitants. */
    DTI_MERGE_METHOD_FORCE_INT = 0x7fffffff
} dti_merge_method;
/** @brief Options of dti_table_merge(). Zero in a field means its default. @since 0.1 */
typedef struct dti_table_merge_options {
    size_t size; /**< sizeof(dti_table_merge_options); set it with #DTI_TABLE_MERGE_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the table; NULL: malloc(). */
    dti_merge_method method;        /**< How predecessors become one figure. */
    const int64_t *populations;     /**< Inhabitants, one per entry of the register (0: not known);
                                       NULL: those of the register for the table's year. */
    size_t population_count;        /**< Number of entries, if there are populations. */
} dti_table_merge_options;
/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_TABLE_MERGE_OPTIONS_INIT                                                               \
    {                                                                                              \
        sizeof(dti_table_merge_options), NULL, DTI_MERGE_MEAN, NULL, 0                             \
    }
/**
 * @brief A table carried over mergers: the units of a later day, from what their predecessors had.
 *
 * Main indicators are means over all units of the table's day that a unit goes back to, rounded
 * once to 10⁻⁹ point; indices are computed from them, or are means themselves where a main
 * indicator is not known; nothing is said of components and ranks. All cells of a merged unit are
 * marked as derived. A unit that goes on under another name keeps its cells, its ranks only where
 * nobody else was merged. A mean needs all predecessors: where one has no amount (or no
 * inhabitants) the cell stays empty. Populations are at most 10¹².
 * @param day "YYYY-MM-DD", not before the table's own.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VALUE (day), #DTI_E_LIMIT (thousands of units that all go
 * back to thousands), #DTI_E_VERSION (options), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_table_merge(const dti_table *table, const char *day,
                                                  const dti_table_merge_options *options,
                                                  dti_table **out, dti_error **error);

DTI_END_DECLS

#endif
