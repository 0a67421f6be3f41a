/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Scoring: from a dossier to points on every node, with losses, trace and what the next step
 * would bring.
 */
#ifndef DTI_RESULT_H
#define DTI_RESULT_H

#include <dti/bounds.h>
#include <dti/collection.h>
#include <dti/dossier.h>

DTI_BEGIN_DECLS

/**
 * @brief A scored dossier, opaque, immutable, reference-counted; holds a reference on its dossier.
 * Nodes have the indices of the framework. Threads: shared.
 * @since 0.1
 */
typedef struct dti_result dti_result;

/** @brief Why a node has less than its maximum. @since 0.1 */
typedef enum dti_cause {
    DTI_CAUSE_NONE = 0,          /**< Nothing is lost. */
    DTI_CAUSE_MISSING_INPUT = 1, /**< A figure is missing. */
    DTI_CAUSE_BELOW_TARGET =
        2, /**< The quantity is below its target (or above, where lower is better). */
    DTI_CAUSE_TIER_NOT_REACHED = 3, /**< A better tier, answer or item is not reached. */
    DTI_CAUSE_NO_DOCUMENT = 4,      /**< The document or event does not exist. */
    DTI_CAUSE_REJECTED = 5,         /**< A figure was not accepted. */
    DTI_CAUSE_NOT_ASSESSED = 6,     /**< Not assessed (yet), or not stated on this track. */
    DTI_CAUSE_STATED = 7, /**< The appraiser gave less, and no figure in the dossier explains it. */
    DTI_CAUSE_COMPONENTS = 8, /**< The loss is that of the children. */
    DTI_CAUSE_BELOW_BEST = 9, /**< Others of the cohort are better. */
    DTI_CAUSE_EVIDENCE = 10,  /**< Evidence is missing or was not accepted; supported track. */
    DTI_CAUSE_CUT = 11, /**< The unit gave itself more, and no figure in the dossier explains the
                           difference. */
    DTI_CAUSE_UNALLOCATED =
        12, /**< Components without stated points lack it together; of losses. */
    DTI_CAUSE_FORCE_INT = 0x7fffffff
} dti_cause;

/** @brief What the next step of a rule is. @since 0.1 */
typedef enum dti_step_kind {
    DTI_STEP_NONE = 0,          /**< At the maximum, or not known. */
    DTI_STEP_PERCENT_POINT = 1, /**< One percentage point of a ratio. */
    DTI_STEP_UNIT = 2,          /**< One unit of measure of an input. */
    DTI_STEP_TIER = 3,          /**< The next tier. */
    DTI_STEP_ANSWER = 4,        /**< The next better answer. */
    DTI_STEP_ITEM = 5,          /**< One more item of a checklist. */
    DTI_STEP_FORCE_INT = 0x7fffffff
} dti_step_kind;

/**
 * @brief Options of dti_score(). Zero in a field means its default.
 * @since 0.1
 */
typedef struct dti_score_options {
    size_t size; /**< sizeof(dti_score_options); set it with #DTI_SCORE_OPTIONS_INIT. */
    const dti_allocator *allocator; /**< Memory of the result; NULL: malloc(). */
    dti_track track;                /**< Track whose points the nodes carry. */
    const dti_bounds *bounds; /**< What cohort rules are measured against, shared: the result takes
                                 a reference; NULL: their components are not assessed. */
    const dti_collection *collection; /**< Whose due date evidence is measured against, and
                                         which tells who reports what; NULL: nothing is late. */
} dti_score_options;

/** @brief Initialiser: size set, everything else default. @since 0.1 */
#define DTI_SCORE_OPTIONS_INIT                                                                     \
    {                                                                                              \
        sizeof(dti_score_options), NULL, DTI_TRACK_DEFAULT, NULL, NULL                             \
    }

/**
 * @brief Score a dossier.
 * @param dossier shared: the result takes a reference.
 * @param options NULL: defaults.
 * @param[out] out the result, yours; written on success only.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (options, bounds or a collection of another
 * framework), #DTI_E_NOT_FOUND (nothing is stated on the track asked for, or it is the supported
 * one and the dossier keeps no evidence), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_score(const dti_dossier *dossier,
                                            const dti_score_options *options, dti_result **out,
                                            dti_error **error);

/** @brief Take a reference. @param result may be NULL. @return its argument. @since 0.1 */
DTI_API dti_result *dti_result_ref(const dti_result *result);
/** @brief Drop a reference. @param result may be NULL. @since 0.1 */
DTI_API void dti_result_unref(dti_result *result);
/** @brief The dossier that was scored. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_dossier *dti_result_dossier(const dti_result *result);
/** @brief The bounds that its cohort rules were measured against. @return borrowed; NULL without,
 * and for NULL. @since 0.1 */
DTI_API const dti_bounds *dti_result_bounds(const dti_result *result);
/** @brief Track whose points the nodes carry. @since 0.1 */
DTI_API dti_track dti_result_track(const dti_result *result);
/** @brief What scoring found: stated figures that contradict computed ones, residuals beyond what
 * is left. @return borrowed. @since 0.1 */
DTI_API const dti_report *dti_result_findings(const dti_result *result);

/** @brief Number of nodes, as in the framework. @since 0.1 */
DTI_API size_t dti_result_node_count(const dti_result *result);
/** @brief Points on the result's track, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_result_points(const dti_result *result, size_t node);
/** @brief Maximum that counts, in 10⁻⁹ point: the nominal one without what is excluded. @since 0.1
 */
DTI_API int64_t dti_result_max_points(const dti_result *result, size_t node);
/** @brief Points ÷ maximum, for reading; compare points and not values. @return 0 when the maximum
 * is 0. @since 0.1 */
DTI_API double dti_result_value(const dti_result *result, size_t node);
/** @brief Points of all nodes, in 10⁻⁹ point: dti_result_node_count() of them, in the order of the
 * framework. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const int64_t *dti_result_points_of_all(const dti_result *result);
/** @brief Values of all nodes, as dti_result_value() gives them. @return borrowed; NULL for NULL.
 * @since 0.1 */
DTI_API const double *dti_result_values_of_all(const dti_result *result);
/** @brief Points rescaled to the nominal maximum, in 10⁻⁹ point; the points themselves when nothing
 * is excluded. @since 0.1 */
DTI_API int64_t dti_result_rescaled_points(const dti_result *result, size_t node);
/** @brief Least points while values are open, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_result_lower(const dti_result *result, size_t node);
/** @brief Most points while values are open, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_result_upper(const dti_result *result, size_t node);
/** @brief Share of the maximum that is decided, 0 to 1; 1 when the maximum is 0. @since 0.1 */
DTI_API double dti_result_coverage(const dti_result *result, size_t node);
/** @brief State of the node on the result's track; nodes above components are present or, with
 * nothing decided, not assessed. @since 0.1 */
DTI_API dti_state dti_result_state(const dti_result *result, size_t node);
/** @brief True (1) if the node has points on a track. @since 0.1 */
DTI_API int dti_result_has_track(const dti_result *result, size_t node, dti_track track);
/** @brief Points on a track, in 10⁻⁹ point. @return 0 if there are none. @since 0.1 */
DTI_API int64_t dti_result_track_points(const dti_result *result, size_t node, dti_track track);
/** @brief Points of a main indicator that its components do not account for, in 10⁻⁹ point; stated
 * tracks only. @since 0.1 */
DTI_API int64_t dti_result_unallocated(const dti_result *result, size_t node);
/** @brief Maximum of the components that state no points on the track, in 10⁻⁹ point: what the
 * unallocated points stand against. @since 0.1 */
DTI_API int64_t dti_result_unallocated_max(const dti_result *result, size_t node);

/**
 * @brief Points lost: maximum − points, in 10⁻⁹ point; what is open counts as lost. Negative when
 * more than the maximum is stated.
 * @return 0 also for a component without stated points below a main indicator that has them: its
 * loss lies in the unallocated part (dti_result_unallocated_max() − dti_result_unallocated()).
 * @since 0.1
 */
DTI_API int64_t dti_result_loss(const dti_result *result, size_t node);
/** @brief Points lost whatever is still open: maximum − upper, in 10⁻⁹ point. @return as
 * dti_result_loss(). @since 0.1 */
DTI_API int64_t dti_result_certain_loss(const dti_result *result, size_t node);
/** @brief Share of the parent's loss (main indicators: of the overall loss). @return 0 when nothing
 * is lost there. @since 0.1 */
DTI_API double dti_result_loss_share_of_parent(const dti_result *result, size_t node);
/** @brief Share of the overall loss. @return 0 without an overall index, or when nothing is lost
 * there. @since 0.1 */
DTI_API double dti_result_loss_share_of_overall(const dti_result *result, size_t node);
/** @brief Why. @since 0.1 */
DTI_API dti_cause dti_result_cause(const dti_result *result, size_t node);
/** @brief The cause given by the dossier's explanation, as its source words it. @return borrowed;
 * "" if none. @since 0.1 */
DTI_API const char *dti_result_explanation(const dti_result *result, size_t node, dti_lang lang);
/** @brief Id of a cause in documents, such as "below-target". @return static text; "" for unknown
 * ones. @since 0.1 */
DTI_API const char *dti_cause_id(dti_cause cause);
/** @brief Word for a cause. @return static text. @since 0.1 */
DTI_API const char *dti_cause_name(dti_cause cause, dti_lang lang);

/** @brief What the next step of the rule is. @since 0.1 */
DTI_API dti_step_kind dti_result_step(const dti_result *result, size_t node);
/** @brief What the next step would bring to the component, in 10⁻⁹ point, by the rule. @since 0.1
 */
DTI_API int64_t dti_result_step_gain(const dti_result *result, size_t node);
/** @brief The input that would change. @return an input, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_result_step_input(const dti_result *result, size_t node);

/** @brief By how much: in the input's unit; of an answer the index of the choice, of a tier its
 * threshold (shares as plain numbers). @return 0 when there is no step. @since 0.1 */
DTI_API double dti_result_step_amount(const dti_result *result, size_t node);
/**
 * @brief The next step in words: what to do and what it would bring.
 * @param[out] buffer receives the text, always terminated if @p size is not 0; 512 bytes are
 * enough.
 * @return length of the whole text, as snprintf(); 0 when there is no step.
 * @since 0.1
 */
DTI_API size_t dti_result_step_format(const dti_result *result, size_t node, dti_lang lang,
                                      char *buffer, size_t size);

/** @brief Number of agencies behind a component. @since 0.1 */
DTI_API size_t dti_result_agency_count(const dti_result *result, size_t node);
/** @brief Id of an agency behind a component. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_result_agency_id(const dti_result *result, size_t node, size_t index);
/** @brief Name of an agency behind a component. @return borrowed; "" when out of range. @since 0.1
 */
DTI_API const char *dti_result_agency_name(const dti_result *result, size_t node, size_t index,
                                           dti_lang lang);

/** @brief Number of figures stated about the node itself for the dossier's year. @since 0.1 */
DTI_API size_t dti_result_stated_count(const dti_result *result, size_t node);
/** @brief Text of a stated figure, as printed. @return borrowed; "" when out of range. @since 0.1
 */
DTI_API const char *dti_result_stated_text(const dti_result *result, size_t node, size_t index);
/** @brief What a stated figure states. @since 0.1 */
DTI_API dti_quantity_kind dti_result_stated_quantity(const dti_result *result, size_t node,
                                                     size_t index);
/** @brief Track of a stated figure. @since 0.1 */
DTI_API dti_track dti_result_stated_track(const dti_result *result, size_t node, size_t index);
/** @brief Amount of a stated figure, in 10⁻⁹. @since 0.1 */
DTI_API int64_t dti_result_stated_amount(const dti_result *result, size_t node, size_t index);
/**
 * @brief What the rule or the sum gives minus what is stated, in 10⁻⁹; for points and values.
 *
 * Of a component it is what the rule gives, whatever the result's track: a track compared with
 * itself would always agree. Of the others it is the sum on the result's track, when that is
 * decided in full and the figure is of that track or the track is calculated.
 * @param[out] difference written when the call gives 1; may be NULL.
 * @return 1 if the two can be compared, else 0.
 * @since 0.1
 */
DTI_API int dti_result_stated_difference(const dti_result *result, size_t node, size_t index,
                                         int64_t *difference);

/** @brief What keeps evidence from carrying a component. @since 0.1 */
typedef enum dti_gap {
    DTI_GAP_MISSING = 0, /**< There is no record for the component. */
    DTI_GAP_TOO_FEW = 1, /**< All records qualify, and yet are fewer than are asked for, or than
                          were reported. */
    DTI_GAP_NOT_SUBMITTED = 2, /**< A draft. */
    DTI_GAP_NOT_REVIEWED = 3,  /**< Handed in, and nobody has accepted it yet. */
    DTI_GAP_REJECTED = 4,      /**< Rejected, with the reviewer's reason. */
    DTI_GAP_CONDITION = 5,     /**< Accepted, but a condition of its content is not confirmed. */
    DTI_GAP_SIGNER = 6,        /**< Not signed by whom the component asks for. */
    DTI_GAP_UNSIGNED = 7,      /**< Without signature or seal, or with one that does not hold. */
    DTI_GAP_KIND = 8,          /**< Not the kind of document that is asked for. */
    DTI_GAP_ISSUER = 9,        /**< Not issued by whom the component asks for. */
    DTI_GAP_PERIOD = 10,       /**< Neither dated within the year nor about it; not in force. */
    DTI_GAP_DUPLICATE = 11,    /**< The same file (SHA-256) as an earlier record, which counts. */
    DTI_GAP_NO_FILE = 12,      /**< The record names no file. */
    DTI_GAP_LATE = 13,         /**< Handed in late. A remark: it takes no points. */
    DTI_GAP_FORCE_INT = 0x7fffffff
} dti_gap;
/** @brief Id of a gap in documents, such as "wrong-signer". @return static text; "" for unknown
 * ones. @since 0.1 */
DTI_API const char *dti_gap_id(dti_gap gap);
/** @brief Word for a gap. @return static text. @since 0.1 */
DTI_API const char *dti_gap_name(dti_gap gap, dti_lang lang);
/** @brief Number of gaps found between evidence and what the components ask for; by component, then
 * by record. @return 0 for a dossier that keeps no evidence. @since 0.1 */
DTI_API size_t dti_result_gap_count(const dti_result *result);
/** @brief What a gap is. @since 0.1 */
DTI_API dti_gap dti_result_gap(const dti_result *result, size_t index);
/** @brief Its component. @return a node; #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_result_gap_node(const dti_result *result, size_t index);
/** @brief Its record. @return index of a record of the dossier; #DTI_NONE when there is none.
 * @since 0.1 */
DTI_API size_t dti_result_gap_evidence(const dti_result *result, size_t index);
/** @brief Points at risk that are put down to this gap, in 10⁻⁹ point: those of its component for
 * the gap that is nearest to being closed, 0 for the others. Over all gaps they add up to what is
 * at risk. @since 0.1 */
DTI_API int64_t dti_result_gap_points(const dti_result *result, size_t index);
/** @brief Id of the agency or reporter who can close it. @return borrowed; "" if not known. @since
 * 0.1 */
DTI_API const char *dti_result_gap_agency(const dti_result *result, size_t index);
/** @brief A gap in words: component, record, what was found and what is asked for. @return length
 * of the whole text, as snprintf(). @since 0.1 */
DTI_API size_t dti_result_gap_format(const dti_result *result, size_t index, dti_lang lang,
                                     char *buffer, size_t size);
/** @brief Points at risk: computed − supported, in 10⁻⁹ point. @return 0 for a dossier that keeps
 * no evidence. @since 0.1 */
DTI_API int64_t dti_result_at_risk(const dti_result *result, size_t node);
/** @brief Number of records that qualify for a component. @since 0.1 */
DTI_API size_t dti_result_evidence_count(const dti_result *result, size_t node);

/**
 * @brief Explain a node in words: rule, inputs with origin and provenance, calculation, loss, next
 * step, what is assumed.
 * @param numbering id of the numbering of the codes; NULL: the dossier's.
 * @param lang language of the text.
 * @param[out] out lines of text, yours.
 * @return #DTI_OK; #DTI_E_ARG (also for a node out of range), #DTI_E_NOT_FOUND (numbering),
 * #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_result_explain(const dti_result *result, size_t node,
                                                     const char *numbering, dti_lang lang,
                                                     dti_text **out, dti_error **error);

/**
 * @brief Write the result as a document (docs/formats.md, schema result.schema.json).
 * @param numbering id of the numbering of its codes; NULL: the dossier's.
 * @param lang language of findings and traces.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOT_FOUND (numbering), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_result_write(const dti_result *result, const char *numbering,
                                                   dti_lang lang, dti_text **out,
                                                   dti_error **error);

DTI_END_DECLS

#endif
