/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Dossiers: what was found for one unit in one year. Read from a document, or built row by
 * row.
 */
#ifndef DTI_DOSSIER_H
#define DTI_DOSSIER_H

#include <dti/evidence.h>
#include <dti/framework.h>
#include <dti/history.h>

DTI_BEGIN_DECLS

/**
 * @brief A dossier, opaque, immutable, reference-counted; holds a reference on its framework.
 * Threads: shared.
 * @since 0.1
 */
typedef struct dti_dossier dti_dossier;

/** @brief State of a value. Missing is a state, never a number. @since 0.1 */
typedef enum dti_state {
    DTI_STATE_PRESENT = 0,        /**< There is a value. */
    DTI_STATE_MISSING = 1,        /**< It was asked for and is not there. */
    DTI_STATE_NOT_APPLICABLE = 2, /**< It cannot exist for this unit. */
    DTI_STATE_NOT_ASSESSED = 3,   /**< Nobody has assessed it yet. */
    DTI_STATE_REJECTED = 4,       /**< It was there and not accepted. */
    DTI_STATE_FORCE_INT = 0x7fffffff
} dti_state;

/** @brief Whose points: three that somebody stated, two that are calculated. Tracks never mix.
 * @since 0.1 */
typedef enum dti_track {
    DTI_TRACK_DEFAULT = 0,   /**< The highest stated track that is present; computed if none is. */
    DTI_TRACK_SELF = 1,      /**< Self-assessed by the province. */
    DTI_TRACK_APPRAISED = 2, /**< Appraised by the ministry. */
    DTI_TRACK_FINAL = 3,     /**< Final, after the explanation round. */
    DTI_TRACK_COMPUTED = 4,  /**< Calculated from inputs by the rules. */
    DTI_TRACK_SUPPORTED =
        5, /**< Computed as far as accepted evidence carries it; dossiers that keep evidence. */
    DTI_TRACK_FORCE_INT = 0x7fffffff
} dti_track;

/** @brief What a stated figure states. @since 0.1 */
typedef enum dti_quantity_kind {
    DTI_QUANTITY_POINTS = 0,     /**< Points. */
    DTI_QUANTITY_VALUE = 1,      /**< Points ÷ maximum, 0 to 1. */
    DTI_QUANTITY_PERCENT = 2,    /**< Per cent. */
    DTI_QUANTITY_RANK = 3,       /**< Rank. */
    DTI_QUANTITY_DIFFERENCE = 4, /**< Difference, against another year or unit. */
    DTI_QUANTITY_COUNT = 5,      /**< A number of things. */
    DTI_QUANTITY_FORCE_INT = 0x7fffffff
} dti_quantity_kind;

/** @brief Word for a state, such as "thiếu số liệu" or "missing". @return static text. @since 0.1
 */
DTI_API const char *dti_state_name(dti_state state, dti_lang lang);
/** @brief Word for a track, such as "thẩm định" or "appraised". @return static text. @since 0.1 */
DTI_API const char *dti_track_name(dti_track track, dti_lang lang);
/** @brief Id of a track in documents and commands, such as "appraised". @return static text; "" for
 * unknown ones. @since 0.1 */
DTI_API const char *dti_track_id(dti_track track);

/**
 * @brief Read a dossier from JSON text.
 * @param text UTF-8; need not be terminated.
 * @param length bytes of @p text.
 * @param framework the framework it is bound to; NULL: the built-in one that the document names.
 * @param options NULL: defaults.
 * @param[out] out the dossier, yours; written on success only.
 * @param[out] error the first fault with its place, yours; may be NULL; written on failure only.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM, #DTI_E_SYNTAX, #DTI_E_SCHEMA, #DTI_E_VALUE,
 * #DTI_E_REFERENCE, #DTI_E_NOT_FOUND (framework), #DTI_E_VERSION (framework of another version or
 * content), #DTI_E_LIMIT.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_parse(const char *text, size_t length,
                                                    const dti_framework *framework,
                                                    const dti_parse_options *options,
                                                    dti_dossier **out, dti_error **error);

/**
 * @brief Read a dossier from a file. The path is the name in messages unless the options give one.
 * @return as dti_dossier_parse(), and #DTI_E_IO.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_load(const char *path, const dti_framework *framework,
                                                   const dti_parse_options *options,
                                                   dti_dossier **out, dti_error **error);

/**
 * @brief All findings of a dossier document: every fault, breached constraints, reported figures
 * that contradict derived ones.
 * @param framework as in dti_dossier_parse().
 * @param[out] report yours; written whenever the call returns #DTI_OK, also for a document full of
 * faults.
 * @return #DTI_OK when the document could be examined; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_check(const char *text, size_t length,
                                                    const dti_framework *framework,
                                                    const dti_parse_options *options,
                                                    dti_report **report, dti_error **error);

/**
 * @brief Write a dossier as a document; reading it again gives the same digest.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_write(const dti_dossier *dossier, dti_text **out,
                                                    dti_error **error);

/** @brief Take a reference. @param dossier may be NULL. @return its argument. @since 0.1 */
DTI_API dti_dossier *dti_dossier_ref(const dti_dossier *dossier);
/** @brief Drop a reference. @param dossier may be NULL. @since 0.1 */
DTI_API void dti_dossier_unref(dti_dossier *dossier);

/** @brief The framework it is bound to. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_framework *dti_dossier_framework(const dti_dossier *dossier);
/** @brief Id. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_dossier_id(const dti_dossier *dossier);
/** @brief Id of the unit, such as "gso:49". @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_dossier_unit_id(const dti_dossier *dossier);
/** @brief Name of the unit. @return borrowed; its id if it has no name; "" for NULL. @since 0.1 */
DTI_API const char *dti_dossier_unit_name(const dti_dossier *dossier, dti_lang lang);
/** @brief Year assessed. @return 0 for NULL. @since 0.1 */
DTI_API int32_t dti_dossier_year(const dti_dossier *dossier);
/** @brief Numbering of the codes in the document. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_dossier_numbering(const dti_dossier *dossier);
/** @brief Digest of the content, "sha256:…", computed when first asked for. @return borrowed; ""
 * for NULL and when memory runs out. @since 0.1 */
DTI_API const char *dti_dossier_digest(const dti_dossier *dossier);
/** @brief State of an input. @param input index in the framework. @return #DTI_STATE_MISSING when
 * out of range. @since 0.1 */
DTI_API dti_state dti_dossier_input_state(const dti_dossier *dossier, size_t input);
/**
 * @brief Value of an input as a number, in its unit: a figure, the index of a choice, 0 or 1, the
 * number of items.
 * @return 0 when the input is not present or a text: ask dti_dossier_input_state() first.
 * @since 0.1
 */
DTI_API double dti_dossier_input_number(const dti_dossier *dossier, size_t input);

/** @brief Where a dossier stands in the work of a year. @since 0.1 */
typedef enum dti_stage {
    DTI_STAGE_COLLECTING = 0,  /**< Figures and evidence come in. */
    DTI_STAGE_SELF_SCORED = 1, /**< The province has scored itself. */
    DTI_STAGE_APPROVED = 2,    /**< Approved by the head of the province. */
    DTI_STAGE_SUBMITTED = 3,   /**< Sent to the ministry: figures and evidence are locked. */
    DTI_STAGE_APPRAISED = 4,   /**< Appraised by the ministry; the province may reply. */
    DTI_STAGE_FINAL = 5,       /**< Final. */
    DTI_STAGE_FORCE_INT = 0x7fffffff
} dti_stage;
/** @brief Word for a stage, such as "đang thu thập" or "collecting". @return static text. @since
 * 0.1 */
DTI_API const char *dti_stage_name(dti_stage stage, dti_lang lang);
/** @brief Stage of a dossier. @return #DTI_STAGE_COLLECTING for NULL. @since 0.1 */
DTI_API dti_stage dti_dossier_stage(const dti_dossier *dossier);
/** @brief The history of its stages. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_history *dti_dossier_stages(const dti_dossier *dossier);

/** @brief True (1) if the dossier keeps evidence, be it an empty list: then it has a supported
 * track. @since 0.1 */
DTI_API int dti_dossier_has_evidence(const dti_dossier *dossier);
/** @brief Number of evidence records. @since 0.1 */
DTI_API size_t dti_dossier_evidence_count(const dti_dossier *dossier);
/** @brief A record of evidence. @return borrowed; NULL when out of range. @since 0.1 */
DTI_API const dti_evidence *dti_dossier_evidence(const dti_dossier *dossier, size_t index);
/** @brief Find a record by id. @return an index, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_dossier_evidence_find(const dti_dossier *dossier, const char *id);
/** @brief The history of the reply to the appraisal of a component. @return borrowed; NULL if there
 * is none. @since 0.1 */
DTI_API const dti_history *dti_dossier_reply(const dti_dossier *dossier, size_t node);

/** @brief Number of reports behind an input, superseded ones included. @since 0.1 */
DTI_API size_t dti_dossier_report_count(const dti_dossier *dossier, size_t input);
/** @brief Who reported. @return borrowed id of a reporter; "" for the figure that the dossier had
 * before, and when out of range. @since 0.1 */
DTI_API const char *dti_dossier_report_reporter(const dti_dossier *dossier, size_t input,
                                                size_t report);
/** @brief On which form. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_dossier_report_form(const dti_dossier *dossier, size_t input,
                                            size_t report);
/** @brief In which row. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_dossier_report_row(const dti_dossier *dossier, size_t input, size_t report);
/** @brief When, "YYYY-MM-DD". @return borrowed; "" if not said. @since 0.1 */
DTI_API const char *dti_dossier_report_date(const dti_dossier *dossier, size_t input,
                                            size_t report);
/** @brief State of what was reported. @since 0.1 */
DTI_API dti_state dti_dossier_report_state(const dti_dossier *dossier, size_t input, size_t report);
/** @brief What was reported, as dti_dossier_input_number(). @since 0.1 */
DTI_API double dti_dossier_report_number(const dti_dossier *dossier, size_t input, size_t report);
/** @brief True (1) if a later revision of the same reporter took its place. @since 0.1 */
DTI_API int dti_dossier_report_is_superseded(const dti_dossier *dossier, size_t input,
                                             size_t report);
/** @brief True (1) if reporters contradict each other about an input and nobody has decided. @since
 * 0.1 */
DTI_API int dti_dossier_input_is_disputed(const dti_dossier *dossier, size_t input);

/**
 * @brief Builds a dossier from rows, for hosts that have no JSON. Opaque, one owner. Threads:
 * confined.
 *
 * A refused row leaves the builder as it was and usable.
 * @since 0.1
 */
typedef struct dti_dossier_builder dti_dossier_builder;

/**
 * @brief Begin a dossier.
 * @param framework shared: the builder takes a reference.
 * @param unit id of the unit, such as "gso:49".
 * @param year assessed year, 1900 to 9999.
 * @param options only allocator and log are read; NULL: defaults.
 * @param[out] out the builder, yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (options), #DTI_E_VALUE (no id, year out of range),
 * #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_new(const dti_framework *framework,
                                                          const char *unit, int32_t year,
                                                          const dti_parse_options *options,
                                                          dti_dossier_builder **out,
                                                          dti_error **error);
/** @brief Free a builder. @param builder may be NULL. @since 0.1 */
DTI_API void dti_dossier_builder_free(dti_dossier_builder *builder);
/** @brief Set the id of the dossier (default: unit and year) and the names of the unit; NULL leaves
 * a part as it is. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_set_names(dti_dossier_builder *builder,
                                                                const char *id, const char *name_vi,
                                                                const char *name_en,
                                                                dti_error **error);
/**
 * @brief Set a figure: a number of kind count, amount or ratio, in the input's unit.
 * @param input id in the framework.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_REFERENCE (no such input or choice), #DTI_E_SCHEMA (input of
 * another kind, not finite), #DTI_E_VALUE (range, not whole), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_set_number(dti_dossier_builder *builder,
                                                                 const char *input, double value,
                                                                 dti_error **error);
/** @brief Set an answer: a choice id, or "yes" or "no". @return as
 * dti_dossier_builder_set_number(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_set_answer(dti_dossier_builder *builder,
                                                                 const char *input,
                                                                 const char *answer,
                                                                 dti_error **error);
/** @brief Set a text of an input of kind text, or add an item to one of kind list. @return as
 * dti_dossier_builder_set_number(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_add_text(dti_dossier_builder *builder,
                                                               const char *input, const char *text,
                                                               dti_error **error);
/** @brief Say that a value is not there, and why. @param state not #DTI_STATE_PRESENT. @param
 * reason_vi may be NULL. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_set_state(dti_dossier_builder *builder,
                                                                const char *input, dti_state state,
                                                                const char *reason_vi,
                                                                dti_error **error);
/** @brief Say which agency reports an input. @param agency id. @param name_vi used when the agency
 * is new; may be NULL. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_set_agency(dti_dossier_builder *builder,
                                                                 const char *input,
                                                                 const char *agency,
                                                                 const char *name_vi,
                                                                 dti_error **error);
/**
 * @brief Add a stated figure, as printed.
 * @param code node, in the default numbering.
 * @param track self, appraised or final.
 * @param quantity what the figure states.
 * @param text decimal text as printed, such as "0,5808".
 * @param decimals precision meant; -1: as many as are printed.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_REFERENCE, #DTI_E_VALUE (no decimal text; points stated
 * twice), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_add_stated(dti_dossier_builder *builder,
                                                                 const char *code, dti_track track,
                                                                 dti_quantity_kind quantity,
                                                                 const char *text, int decimals,
                                                                 dti_error **error);
/** @brief Add the explanation given for a node on a track. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_explain(dti_dossier_builder *builder,
                                                              const char *code, dti_track track,
                                                              const char *text_vi,
                                                              const char *text_en,
                                                              dti_error **error);
/**
 * @brief Freeze what was set into a dossier. The builder stays yours and can go on.
 * @param[out] out the dossier, yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_dossier_builder_build(dti_dossier_builder *builder,
                                                            dti_dossier **out, dti_error **error);

DTI_END_DECLS

#endif
