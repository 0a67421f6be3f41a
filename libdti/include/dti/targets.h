/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Targets: what a unit wants to reach, until when, and where that stands.
 *
 * @code
 * dti_assessment_options options = DTI_ASSESSMENT_OPTIONS_INIT;
 * const dti_table *tables[] = {table_2021, table_2022};
 * options.tables = tables;
 * options.table_count = 2;
 * options.today = "2023-08-08";
 * if (dti_targets_load("targets.json", NULL, NULL, &targets, &error) == DTI_OK &&
 *     dti_targets_assess(targets, &options, &assessment, &error) == DTI_OK)
 *     printf("%s\n", dti_target_status_id(dti_assessment_status(assessment, 0)));
 * @endcode
 */
#ifndef DTI_TARGETS_H
#define DTI_TARGETS_H

#include <dti/table.h>

DTI_BEGIN_DECLS

/**
 * @brief The targets of a unit. Opaque, immutable, reference-counted; holds a reference on its
 * framework. Targets have indices in the order of the document. Threads: shared.
 * @since 0.1
 */
typedef struct dti_targets dti_targets;

/** @brief How a figure is held against a target. @since 0.1 */
typedef enum dti_target_comparison {
    DTI_TARGET_AT_LEAST = 0, /**< At least the value. */
    DTI_TARGET_AT_MOST = 1,  /**< At most the value. */
    DTI_TARGET_EQUAL = 2,    /**< The value. */
    DTI_TARGET_ABOVE = 3,    /**< More than the value. */
    DTI_TARGET_BELOW = 4,    /**< Less than the value. */
    DTI_TARGET_INCREASE = 5, /**< More than before. */
    DTI_TARGET_DECREASE = 6, /**< Less than before. */
    DTI_TARGET_DONE = 7,     /**< Something is to be there. */
    DTI_TARGET_IN_GROUP = 8, /**< A grade band is to be reached. */
    DTI_TARGET_TEXT = 9,     /**< A measure without a figure. */
    DTI_TARGET_COMPARISON_FORCE_INT = 0x7fffffff
} dti_target_comparison;

/** @brief Where a target stands. @since 0.1 */
typedef enum dti_target_status {
    DTI_TARGET_OPEN = 0,      /**< It cannot be told. */
    DTI_TARGET_ACHIEVED = 1,  /**< Reached. */
    DTI_TARGET_ON_COURSE = 2, /**< Not due, and on the way. */
    DTI_TARGET_BEHIND = 3,    /**< Not due, and short of the way. */
    DTI_TARGET_MISSED = 4,    /**< Due, and not reached. */
    DTI_TARGET_STATUS_FORCE_INT = 0x7fffffff
} dti_target_status;
/** @brief Id of a status in documents, such as "on-course". @return static text; "" for unknown
 * ones. @since 0.1 */
DTI_API const char *dti_target_status_id(dti_target_status status);
/** @brief Word for a status. @return static text. @since 0.1 */
DTI_API const char *dti_target_status_name(dti_target_status status, dti_lang lang);

/** @brief Read targets from JSON text (docs/formats.md, schema targets.schema.json). @param
 * framework the one they are bound to; NULL: the built-in one that the document names. @param[out]
 * out yours. @return as dti_dossier_parse(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_targets_parse(const char *text, size_t length,
                                                    const dti_framework *framework,
                                                    const dti_parse_options *options,
                                                    dti_targets **out, dti_error **error);
/** @brief Read targets from a file. @return as dti_targets_parse(), and #DTI_E_IO. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_targets_load(const char *path, const dti_framework *framework,
                                                   const dti_parse_options *options,
                                                   dti_targets **out, dti_error **error);
/** @brief All findings of a targets' document. @return as dti_dossier_check(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_targets_check(const char *text, size_t length,
                                                    const dti_framework *framework,
                                                    const dti_parse_options *options,
                                                    dti_report **report, dti_error **error);
/** @brief Take a reference. @param targets may be NULL. @return its argument. @since 0.1 */
DTI_API dti_targets *dti_targets_ref(const dti_targets *targets);
/** @brief Drop a reference. @param targets may be NULL. @since 0.1 */
DTI_API void dti_targets_unref(dti_targets *targets);
/** @brief The framework. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_targets_framework(const dti_targets *targets);
/** @brief Id. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_targets_id(const dti_targets *targets);
/** @brief Version. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_targets_version(const dti_targets *targets);
/** @brief Title. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_targets_title(const dti_targets *targets, dti_lang lang);
/** @brief Digest. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_targets_digest(const dti_targets *targets);
/** @brief Id of the unit. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_targets_unit_id(const dti_targets *targets);
/** @brief Name of the unit. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_targets_unit_name(const dti_targets *targets, dti_lang lang);
/** @brief How many targets the source itself counts as achieved, and of how many. @param[out]
 * achieved written when the call gives 1; may be NULL. @param[out] of likewise. @return 1 if it
 * says so, else 0. @since 0.1 */
DTI_API int dti_targets_stated(const dti_targets *targets, size_t *achieved, size_t *of);

/** @brief Number of targets. @return 0 for NULL. @since 0.1 */
DTI_API size_t dti_targets_count(const dti_targets *targets);
/** @brief Find a target by id. @return a target, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_targets_find(const dti_targets *targets, const char *id);
/** @brief Id of a target. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_targets_target_id(const dti_targets *targets, size_t target);
/** @brief Text of a target. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_targets_target_text(const dti_targets *targets, size_t target,
                                            dti_lang lang);
/** @brief How it is held against figures. @since 0.1 */
DTI_API dti_target_comparison dti_targets_target_comparison(const dti_targets *targets,
                                                            size_t target);
/** @brief The value to reach, as written. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_targets_target_value(const dti_targets *targets, size_t target);
/** @brief What is wanted, in a few words: "at least 85 %", "rank 10 or better". @return length of
 * the whole text, as snprintf(); 0 when out of range. @since 0.1 */
DTI_API size_t dti_targets_target_format(const dti_targets *targets, size_t target, dti_lang lang,
                                         char *buffer, size_t size);
/** @brief Id of what the value and the figures count, as in documents: "value", "points", "rank",
 * "percent", "count" or "amount". @return static text; "" if none is named. @since 0.1 */
DTI_API const char *dti_targets_target_quantity(const dti_targets *targets, size_t target);
/** @brief Number of nodes it is about. @since 0.1 */
DTI_API size_t dti_targets_target_node_count(const dti_targets *targets, size_t target);
/** @brief A node it is about. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_targets_target_node(const dti_targets *targets, size_t target, size_t index);
/** @brief The input whose figure is the actual one. @return #DTI_NONE if none. @since 0.1 */
DTI_API size_t dti_targets_target_input(const dti_targets *targets, size_t target);
/** @brief Last day, "2025-12-31". @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_targets_target_due(const dti_targets *targets, size_t target);
/** @brief Who is responsible. @return borrowed; "" if nobody is named. @since 0.1 */
DTI_API const char *dti_targets_target_owner(const dti_targets *targets, size_t target,
                                             dti_lang lang);
/** @brief Title of the source. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_targets_target_source(const dti_targets *targets, size_t target,
                                              dti_lang lang);
/** @brief Remark. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_targets_target_note(const dti_targets *targets, size_t target,
                                            dti_lang lang);
/** @brief The status that the source states. @param[out] status written when the call gives 1; may
 * be NULL. @return 1 if it states one, else 0. @since 0.1 */
DTI_API int dti_targets_target_stated(const dti_targets *targets, size_t target,
                                      dti_target_status *status);
/** @brief The reason that the source gives for it. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_targets_target_reason(const dti_targets *targets, size_t target,
                                              dti_lang lang);

/**
 * @brief Where the targets stand on a day. Opaque, immutable, reference-counted; holds references
 * on all it was made of. Threads: shared.
 * @since 0.1
 */
typedef struct dti_assessment dti_assessment;
/** @brief Options of dti_targets_assess(). Zero in a field means its default. @since 0.1 */
typedef struct dti_assessment_options {
    size_t size; /**< sizeof(dti_assessment_options); set it with #DTI_ASSESSMENT_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the assessment; NULL: malloc(). */
    const char
        *today; /**< "YYYY-MM-DD": figures of later years are not looked at; NULL: all are. */
    const dti_table *const *tables; /**< Where values, points and ranks of nodes are looked up. */
    size_t table_count;             /**< Number of them. */
    const dti_dossier *const *dossiers; /**< Of the unit: where figures of inputs are looked up. */
    size_t dossier_count;               /**< Number of them. */
} dti_assessment_options;
/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_ASSESSMENT_OPTIONS_INIT                                                                \
    {                                                                                              \
        sizeof(dti_assessment_options), NULL, NULL, NULL, 0, NULL, 0                               \
    }
/**
 * @brief Tell where the targets stand.
 * @param options NULL: defaults, the targets' own figures alone.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VALUE (day; a dossier of another unit), #DTI_E_VERSION
 * (options), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_targets_assess(const dti_targets *targets,
                                                     const dti_assessment_options *options,
                                                     dti_assessment **out, dti_error **error);
/** @brief Take a reference. @param assessment may be NULL. @return its argument. @since 0.1 */
DTI_API dti_assessment *dti_assessment_ref(const dti_assessment *assessment);
/** @brief Drop a reference. @param assessment may be NULL. @since 0.1 */
DTI_API void dti_assessment_unref(dti_assessment *assessment);
/** @brief The targets. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_targets *dti_assessment_targets(const dti_assessment *assessment);
/** @brief Computed status of a target. @return #DTI_TARGET_OPEN when out of range. @since 0.1 */
DTI_API dti_target_status dti_assessment_status(const dti_assessment *assessment, size_t target);
/** @brief Year of the actual figure. @return 0 if there is none. @since 0.1 */
DTI_API int32_t dti_assessment_actual_year(const dti_assessment *assessment, size_t target);
/** @brief Amount of the actual figure, in 10⁻⁹ of the target's quantity (1 for something done).
 * @return 0 if there is none. @since 0.1 */
DTI_API int64_t dti_assessment_actual(const dti_assessment *assessment, size_t target);
/** @brief The actual figure as its source prints it. @return borrowed; "" if there is none. @since
 * 0.1 */
DTI_API const char *dti_assessment_actual_text(const dti_assessment *assessment, size_t target);
/** @brief The actual figure in a few words: "90.43 % (2022)", "rank 15 of 63 (2022)". @return
 * length of the whole text, as snprintf(); 0 if there is none. @since 0.1 */
DTI_API size_t dti_assessment_actual_format(const dti_assessment *assessment, size_t target,
                                            dti_lang lang, char *buffer, size_t size);
/** @brief Year of the baseline. @return 0 if there is none. @since 0.1 */
DTI_API int32_t dti_assessment_baseline_year(const dti_assessment *assessment, size_t target);
/** @brief Amount of the baseline, in 10⁻⁹ of the quantity. @since 0.1 */
DTI_API int64_t dti_assessment_baseline(const dti_assessment *assessment, size_t target);
/** @brief Amount that the straight line from the baseline to the value asks for in the year of the
 * actual figure, in 10⁻⁹ of the quantity, rounded once. @param[out] amount written when the call
 * gives 1; may be NULL. @return 1 if there is a line, else 0. @since 0.1 */
DTI_API int dti_assessment_expected(const dti_assessment *assessment, size_t target,
                                    int64_t *amount);
/** @brief Where a target stands, in words: target, actual figure, line, why. @return length of the
 * whole text, as snprintf(). @since 0.1 */
DTI_API size_t dti_assessment_format(const dti_assessment *assessment, size_t target, dti_lang lang,
                                     char *buffer, size_t size);
/** @brief Number of targets of a computed status. @since 0.1 */
DTI_API size_t dti_assessment_count(const dti_assessment *assessment, dti_target_status status);
/** @brief Number of targets for which the source states a status. @since 0.1 */
DTI_API size_t dti_assessment_stated_count(const dti_assessment *assessment,
                                           dti_target_status status);
/** @brief What does not hold together: shares that are not their quotient, figures that differ,
 * stated statuses and counts that the figures contradict. @return borrowed. @since 0.1 */
DTI_API const dti_report *dti_assessment_findings(const dti_assessment *assessment);
/** @brief Write an assessment as its document (docs/formats.md). @param lang of sentences.
 * @param[out] out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_assessment_write(const dti_assessment *assessment,
                                                       dti_lang lang, dti_text **out,
                                                       dti_error **error);

DTI_END_DECLS

#endif
