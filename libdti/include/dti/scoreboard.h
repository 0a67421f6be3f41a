/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Scoreboards: the points and ranks of a cohort kept up to date while single figures change,
 * for a wall in an operations centre or a what-if slider.
 */
#ifndef DTI_SCOREBOARD_H
#define DTI_SCOREBOARD_H

#include <dti/program.h>
#include <dti/rank.h>

DTI_BEGIN_DECLS

/**
 * @brief A cohort of units with their figures, points and ranks, opaque, one owner; holds
 * references on its program and bounds. Threads: confined.
 * @since 0.1
 */
typedef struct dti_scoreboard dti_scoreboard;

/**
 * @brief Options of dti_scoreboard_new(). Zero in a field means its default.
 * @since 0.1
 */
typedef struct dti_scoreboard_options {
    size_t size; /**< sizeof(dti_scoreboard_options); set it with #DTI_SCOREBOARD_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the scoreboard; NULL: malloc(). */
    const dti_bounds *bounds;       /**< For cohort rules: fixed, they do not follow what changes.
                                       Without,       their components are not assessed. */
    const uint32_t *groups; /**< One number per unit, copied: each group is ranked by itself; NULL:
                               all are one group. */
    uint32_t flags;         /**< #DTI_RUN_NAN_IS_MISSING, for the columns. */
} dti_scoreboard_options;

/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_SCOREBOARD_OPTIONS_INIT                                                                \
    {                                                                                              \
        sizeof(dti_scoreboard_options), NULL, NULL, NULL, 0                                        \
    }

/**
 * @brief Score and rank a cohort, and keep what is needed to change it.
 * @param program shared: the scoreboard takes a reference.
 * @param columns as in dti_program_run(); copied.
 * @param count of units, 1 to 65,535.
 * @param options NULL: defaults.
 * @param[out] out the scoreboard, yours; written on success only.
 * @return as dti_program_run().
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_scoreboard_new(const dti_program *program,
                                                     const dti_column *columns, size_t count,
                                                     const dti_scoreboard_options *options,
                                                     dti_scoreboard **out, dti_error **error);
/** @brief Free a scoreboard. @param board may be NULL. @since 0.1 */
DTI_API void dti_scoreboard_free(dti_scoreboard *board);

/**
 * @brief Change one figure of one unit: the components that read it, all nodes above them and the
 * ranks of all units on these nodes follow; nothing else is touched.
 * @param unit 0 to count − 1.
 * @param input index in the framework.
 * @param value in the input's unit; read only with #DTI_STATE_PRESENT.
 * @param state of the figure.
 * @return #DTI_OK; #DTI_E_ARG (unit, input or state out of range), #DTI_E_VALUE (the value is
 * refused, and the scoreboard as it was).
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_scoreboard_set(dti_scoreboard *board, size_t unit,
                                                     size_t input, double value, dti_state state,
                                                     dti_error **error);

/** @brief Number of units. @since 0.1 */
DTI_API size_t dti_scoreboard_count(const dti_scoreboard *board);
/** @brief The program it scores with. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_program *dti_scoreboard_program(const dti_scoreboard *board);
/** @brief Figure of a unit as reported, in the input's unit. @return 0 when it is not present or
 * out of range. @since 0.1 */
DTI_API double dti_scoreboard_input(const dti_scoreboard *board, size_t unit, size_t input);
/** @brief State of a figure as reported. @return #DTI_STATE_MISSING when out of range. @since 0.1
 */
DTI_API dti_state dti_scoreboard_input_state(const dti_scoreboard *board, size_t unit,
                                             size_t input);
/** @brief Points of a unit on a node, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_scoreboard_points(const dti_scoreboard *board, size_t unit, size_t node);
/** @brief Maximum that counts, in 10⁻⁹ point, without what is excluded. @since 0.1 */
DTI_API int64_t dti_scoreboard_max_points(const dti_scoreboard *board, size_t unit, size_t node);
/** @brief Most points while values are open, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_scoreboard_upper(const dti_scoreboard *board, size_t unit, size_t node);
/** @brief State of a unit on a node. @return #DTI_STATE_MISSING when out of range. @since 0.1 */
DTI_API dti_state dti_scoreboard_state(const dti_scoreboard *board, size_t unit, size_t node);
/** @brief Competition rank of a unit on a node, most points first, within its group. @return 0 when
 * the node is not present for the unit. @since 0.1 */
DTI_API uint32_t dti_scoreboard_rank(const dti_scoreboard *board, size_t unit, size_t node);
/** @brief Points of all units on a node, in 10⁻⁹ point. @return borrowed until the next change;
 * NULL when out of range. @since 0.1 */
DTI_API const int64_t *dti_scoreboard_points_of_all(const dti_scoreboard *board, size_t node);
/** @brief Ranks of all units on a node. @return borrowed until the next change; NULL when out of
 * range. @since 0.1 */
DTI_API const uint32_t *dti_scoreboard_ranks_of_all(const dti_scoreboard *board, size_t node);

DTI_END_DECLS

#endif
