/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Histories: who did what and when, append-only, each step chained to the one before by its
 * digest.
 *
 * One type for three processes: the review of evidence, the right of reply to an appraisal, and the
 * stages of a dossier. Each has its actions, and a table says which of them is legal in which
 * state.
 */
#ifndef DTI_HISTORY_H
#define DTI_HISTORY_H

#include <dti/base.h>
#include <dti/error.h>

DTI_BEGIN_DECLS

/** @brief A history, opaque, immutable; belongs to the object it is the history of. Threads:
 * shared. @since 0.1 */
typedef struct dti_history dti_history;

/** @brief What a step does. @since 0.1 */
typedef enum dti_action {
    /* review of evidence */
    DTI_ACTION_SUBMIT = 0,   /**< Draft to submitted. */
    DTI_ACTION_RECALL = 1,   /**< Submitted to draft, by who handed it in; of a dossier: back to
                                collecting, before the deadline. */
    DTI_ACTION_ACCEPT = 2,   /**< Submitted to accepted. */
    DTI_ACTION_REJECT = 3,   /**< Submitted or accepted to rejected; needs a reason. */
    DTI_ACTION_RESUBMIT = 4, /**< Rejected to submitted. */
    /* reply to an appraisal */
    DTI_ACTION_AGREE = 5,    /**< The province agrees with the appraisal. */
    DTI_ACTION_DISAGREE = 6, /**< It does not; needs a reason. */
    DTI_ACTION_SUPPLY = 7,   /**< New evidence for a contested component. */
    DTI_ACTION_UPHOLD = 8,   /**< Final decision: the appraisal stands; needs a reason. */
    DTI_ACTION_CHANGE = 9,   /**< Final decision: the appraisal is changed; needs a reason. */
    /* stages of a dossier */
    DTI_ACTION_SELF_SCORE = 10, /**< Collecting to self-scored. */
    DTI_ACTION_APPROVE = 11,    /**< Self-scored to approved by the province's head. */
    DTI_ACTION_SEND = 12,       /**< Approved to submitted to the ministry: locked. */
    DTI_ACTION_APPRAISE = 13,   /**< Submitted to appraised by the ministry. */
    DTI_ACTION_FINALISE = 14,   /**< Appraised to final. */
    DTI_ACTION_FORCE_INT = 0x7fffffff
} dti_action;

/**
 * @brief A step to be taken. Zero in a field means: not given.
 * @since 0.1
 */
typedef struct dti_history_step {
    size_t size;        /**< sizeof(dti_history_step); set it with #DTI_HISTORY_STEP_INIT. */
    dti_action action;  /**< What is done. */
    const char *at;     /**< When: RFC 3339 with an offset, "2024-01-15T08:30:00+07:00"; required.
                           Never earlier than the step before. */
    const char *by;     /**< Who: name of the person; required. */
    const char *agency; /**< Id of the agency the person acts for; NULL: not said. */
    const char *reason_vi; /**< Why, in Vietnamese; required where the action needs a reason. */
    const char *reason_en; /**< The same in English; NULL: none. */
    const char *const
        *names;        /**< Accepting: ids of conditions confirmed; supplying: ids of records. */
    size_t name_count; /**< How many. */
} dti_history_step;

/** @brief Initialiser: size set, everything else not given. @since 0.1 */
#define DTI_HISTORY_STEP_INIT                                                                      \
    {                                                                                              \
        sizeof(dti_history_step), DTI_ACTION_SUBMIT, NULL, NULL, NULL, NULL, NULL, NULL, 0         \
    }

/** @brief Id of an action in documents and commands, such as "accept". @return static text; "" for
 * unknown ones. @since 0.1 */
DTI_API const char *dti_action_id(dti_action action);
/** @brief Word for an action, such as "chấp nhận" or "accept". @return static text; "" for unknown
 * ones. @since 0.1 */
DTI_API const char *dti_action_name(dti_action action, dti_lang lang);

/** @brief Number of steps. @return 0 for NULL. @since 0.1 */
DTI_API size_t dti_history_count(const dti_history *history);
/** @brief What a step did. @param step from 0. @return #DTI_ACTION_SUBMIT when out of range.
 * @since 0.1 */
DTI_API dti_action dti_history_action(const dti_history *history, size_t step);
/** @brief When, as it was written. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_history_at(const dti_history *history, size_t step);
/** @brief When, in seconds since 1970-01-01T00:00:00Z. @return 0 when out of range. @since 0.1 */
DTI_API int64_t dti_history_time(const dti_history *history, size_t step);
/** @brief Who. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_history_by(const dti_history *history, size_t step);
/** @brief Agency of that person. @return borrowed; "" if not said. @since 0.1 */
DTI_API const char *dti_history_agency(const dti_history *history, size_t step);
/** @brief Why. @return borrowed; "" if not said. @since 0.1 */
DTI_API const char *dti_history_reason(const dti_history *history, size_t step, dti_lang lang);
/** @brief Digest of the content that the step speaks of. @return borrowed; "" when out of range.
 * @since 0.1 */
DTI_API const char *dti_history_content(const dti_history *history, size_t step);
/** @brief Digest of the step, which the next one names. @return borrowed; "" when out of range.
 * @since 0.1 */
DTI_API const char *dti_history_digest(const dti_history *history, size_t step);
/** @brief Number of conditions confirmed, or records supplied, by a step. @return 0 when out
 * of range. @since 0.1 */
DTI_API size_t dti_history_name_count(const dti_history *history, size_t step);
/** @brief Id of a condition confirmed or of a record supplied. @return borrowed; "" when out of
 * range. @since 0.1 */
DTI_API const char *dti_history_name(const dti_history *history, size_t step, size_t index);

DTI_END_DECLS

#endif
