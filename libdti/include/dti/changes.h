/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Changes: an ordered list of what is to become different in a dossier, each with reason and
 * origin.
 *
 * Merged forms, decisions on conflicts, reviewed evidence, appraisals taken in, stages: all of them
 * are changes. Applying them to a dossier gives a new one; the old one stays as it is.
 *
 * Texts are copied into the list. Wherever one is taken, an empty one is #DTI_E_VALUE, one that is
 * not UTF-8 #DTI_E_SYNTAX, one beyond #DTI_LIMIT_STRING #DTI_E_LIMIT.
 */
#ifndef DTI_CHANGES_H
#define DTI_CHANGES_H

#include <dti/dossier.h>
#include <dti/evidence.h>
#include <dti/form.h>

DTI_BEGIN_DECLS

/**
 * @brief A list of changes, opaque, one owner; holds a reference on the framework. Threads:
 * confined.
 * @since 0.1
 */
typedef struct dti_changes dti_changes;

/** @brief What a change is about. @since 0.1 */
typedef enum dti_change_kind {
    DTI_CHANGE_INPUT = 0,    /**< The figure of an input, or its state. */
    DTI_CHANGE_REPORT = 1,   /**< A reporter's figure for an input. */
    DTI_CHANGE_DECISION = 2, /**< A decision on a conflict between figures. */
    DTI_CHANGE_EVIDENCE = 3, /**< A record of evidence, new or in its next state. */
    DTI_CHANGE_STATED = 4,   /**< Stated points of a node. */
    DTI_CHANGE_EXPLAIN = 5,  /**< An explanation of nodes. */
    DTI_CHANGE_REPLY = 6,    /**< A step of the reply to an appraisal. */
    DTI_CHANGE_STAGE = 7,    /**< A step of the stages of the dossier. */
    DTI_CHANGE_KIND_FORCE_INT = 0x7fffffff
} dti_change_kind;

/** @brief Begin a list of changes to dossiers of a framework. @param allocator memory of the list;
 * NULL: malloc(). @param[out] out yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_new(const dti_framework *framework,
                                                  const dti_allocator *allocator, dti_changes **out,
                                                  dti_error **error);
/** @brief Free a list. @param changes may be NULL. @since 0.1 */
DTI_API void dti_changes_free(dti_changes *changes);

/** @brief A figure, in the input's unit. @param reason_vi why; may be NULL. @return as
 * dti_dossier_builder_set_number(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_set_number(dti_changes *changes, const char *input,
                                                         double value, const char *reason_vi,
                                                         dti_error **error);
/** @brief An answer: a choice id, or "yes" or "no". @param reason_vi may be NULL. @return as
 * dti_changes_set_number(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_set_answer(dti_changes *changes, const char *input,
                                                         const char *answer, const char *reason_vi,
                                                         dti_error **error);
/** @brief That a value is not there. @param state not #DTI_STATE_PRESENT. @param reason_vi may be
 * NULL. @return as dti_changes_set_number(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_set_state(dti_changes *changes, const char *input,
                                                        dti_state state, const char *reason_vi,
                                                        dti_error **error);
/**
 * @brief Decide a conflict: the figure of an input is that of one reporter, or a number of its own.
 * @param reporter id of a reporter who reported it; NULL: @p value counts; "" is what the figure
 * derives from.
 * @param value in the input's unit; read only when @p reporter is NULL.
 * @param by who decides.
 * @param at when, RFC 3339 with an offset, "2024-02-01T09:00:00+07:00".
 * @param reason_vi why; required.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_REFERENCE, #DTI_E_VALUE, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_decide(dti_changes *changes, const char *input,
                                                     const char *reporter, double value,
                                                     const char *by, const char *at,
                                                     const char *reason_vi, dti_error **error);
/** @brief A record of evidence, new or in its next state: its history has to continue that of the
 * record in the dossier, which is looked at when the list is applied. @param evidence shared: the
 * list takes a reference. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_set_evidence(dti_changes *changes,
                                                           const dti_evidence *evidence,
                                                           dti_error **error);
/** @brief Stated points of a node on a track, as printed; they replace those that are there. @param
 * code in the default numbering. @param track #DTI_TRACK_SELF, #DTI_TRACK_APPRAISED or
 * #DTI_TRACK_FINAL. @param text in points, "7,5" or "7.5". @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_REFERENCE (no such code), #DTI_E_VALUE, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_set_points(dti_changes *changes, const char *code,
                                                         dti_track track, const char *text,
                                                         dti_error **error);
/** @brief An explanation of one or more nodes on a track; it replaces the one for the same nodes.
 * @param codes in the default numbering. @param count 1 to 256. @return as
 * dti_changes_set_points(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_explain(dti_changes *changes,
                                                      const char *const *codes, size_t count,
                                                      dti_track track, const char *text_vi,
                                                      dti_error **error);
/** @brief A step of the reply to the appraisal of a component. @param code in the default
 * numbering. @param points points decided, as printed, with #DTI_ACTION_CHANGE; else NULL.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_REFERENCE (no such component), #DTI_E_VALUE (time, points),
 * #DTI_E_VERSION (size of the step), #DTI_E_NOMEM. Whether the step is legal is found when the list
 * is applied. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_reply(dti_changes *changes, const char *code,
                                                    const dti_history_step *step,
                                                    const char *points, dti_error **error);
/**
 * @brief A step of the stages of the dossier.
 *
 * From #DTI_ACTION_SEND on figures, evidence and what the province states itself are locked; only a
 * recall before the deadline opens them again.
 * @param deadline seconds since 1970-01-01T00:00:00Z, dti_collection_deadline(); INT64_MAX: none.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VALUE (time), #DTI_E_VERSION (size of the step),
 * #DTI_E_NOMEM. Whether the step is legal is found when the list is applied.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_stage(dti_changes *changes,
                                                    const dti_history_step *step, int64_t deadline,
                                                    dti_error **error);

/** @brief Number of changes. @return 0 for NULL. @since 0.1 */
DTI_API size_t dti_changes_count(const dti_changes *changes);
/** @brief What a change is about. @return #DTI_CHANGE_INPUT when out of range. @since 0.1 */
DTI_API dti_change_kind dti_changes_kind(const dti_changes *changes, size_t index);
/** @brief Id of what is changed: input, record, node code; "" for stages. @return borrowed until
 * the list is changed; "" when out of range. @since 0.1 */
DTI_API const char *dti_changes_target(const dti_changes *changes, size_t index);
/** @brief A change in words: target, new value, origin, reason. @param[out] buffer terminated if
 * @p size is not 0; may be NULL with 0. @return bytes of the whole text, as snprintf(); 0 when out
 * of range. @since 0.1 */
DTI_API size_t dti_changes_format(const dti_changes *changes, size_t index, dti_lang lang,
                                  char *buffer, size_t size);

/**
 * @brief Apply changes, in their order.
 * @param dossier of the same framework; stays as it is.
 * @param[out] out the new dossier, yours; written on success only.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (another framework), #DTI_E_REFERENCE, #DTI_E_VALUE
 * (a locked dossier, a step that is not legal now, a record that does not continue the one that is
 * there), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_changes_apply(const dti_changes *changes,
                                                    const dti_dossier *dossier, dti_dossier **out,
                                                    dti_error **error);

/**
 * @brief Merge forms into a dossier.
 *
 * Neither the order of the forms nor merging one of them twice makes a difference; nothing is lost:
 * each figure keeps form, row, reporter and date. Districts are summed, a reporter's later revision
 * supersedes the earlier one, which stays readable. Where reporters contradict each other the
 * figure stays undecided (not assessed, or what the dossier had) until somebody decides.
 * @param forms of the dossier's framework, unit and year.
 * @param count of forms.
 * @param[out] changes what is to become different, yours; empty when everything is there already.
 * @param[out] report what does not hold together in the dossier to come, as dti_merge_review()
 * finds it without last year's; yours; may be NULL.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (another framework or collection), #DTI_E_VALUE
 * (another unit or year), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_merge(const dti_dossier *dossier,
                                            const dti_form *const *forms, size_t count,
                                            dti_changes **changes, dti_report **report,
                                            dti_error **error);
/** @brief What does not hold together in a dossier: conflicts between reporters, breached
 * constraints, and, with last year's dossier, figures that jumped. @param last_year of the same
 * unit, be it of another framework; may be NULL. @param[out] report yours. @return #DTI_OK;
 * #DTI_E_ARG, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_merge_review(const dti_dossier *dossier,
                                                   const dti_dossier *last_year,
                                                   dti_report **report, dti_error **error);

/**
 * @brief Read a table of points: code, maximum, self, appraised, final, cause; as CSV.
 *
 * The way in for the ministry's appraisal. Columns are found by their titles, in Vietnamese or
 * English; a cause may name two components ("4.5, 4.6" in the code column of a row without points,
 * or a cell that covers the next row).
 * @param numbering of the codes; NULL: the framework's default.
 * @param[out] changes stated points and explanations, yours.
 * @return as dti_form_parse(), and #DTI_E_NOT_FOUND (numbering).
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_sheet_parse(const char *text, size_t length,
                                                  const dti_framework *framework,
                                                  const char *numbering,
                                                  const dti_parse_options *options,
                                                  dti_changes **changes, dti_error **error);
/** @brief Write a dossier's table of points as CSV; dti_sheet_parse() reads it. @param numbering of
 * the codes; NULL: the dossier's. @param[out] out yours. @return #DTI_OK; #DTI_E_ARG,
 * #DTI_E_NOT_FOUND (numbering), #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_sheet_write(const dti_dossier *dossier, const char *numbering,
                                                  dti_text **out, dti_error **error);

DTI_END_DECLS

#endif
