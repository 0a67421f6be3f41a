/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Frameworks: what is assessed. Inputs, the tree of indicators with their rules, and indices
 * over it.
 *
 * A framework is read from a document (docs/formats.md), checked as a whole and never changes
 * again. Its nodes are addressed by index: main indicators with their components in the order of
 * the document, then the indices.
 */
#ifndef DTI_FRAMEWORK_H
#define DTI_FRAMEWORK_H

#include <dti/base.h>
#include <dti/error.h>
#include <dti/options.h>
#include <dti/report.h>

DTI_BEGIN_DECLS

/** @brief "No such thing": what look-ups give when they miss, and the parent of a node without one.
 * @since 0.1 */
#define DTI_NONE ((size_t)-1)

/**
 * @brief A framework, opaque, immutable, reference-counted. Threads: shared.
 * @since 0.1
 */
typedef struct dti_framework dti_framework;

/** @brief What a node is. @since 0.1 */
typedef enum dti_node_kind {
    DTI_NODE_COMPONENT = 0, /**< A leaf: it has a rule. */
    DTI_NODE_GROUP = 1,     /**< An inner node below a main indicator. */
    DTI_NODE_MAIN = 2,      /**< A main indicator: a top node of the tree. */
    DTI_NODE_INDEX = 3,     /**< A sum over main indicators, or a weighted mean of parts. */
    DTI_NODE_KIND_FORCE_INT = 0x7fffffff
} dti_node_kind;

/** @brief Where a part of a framework or a figure comes from. @since 0.1 */
typedef enum dti_provenance {
    DTI_PROVENANCE_OFFICIAL = 0, /**< The text of the competent body says so. */
    DTI_PROVENANCE_SOURCE = 1,   /**< A named source that is not the official text says so. */
    DTI_PROVENANCE_DERIVED = 2,  /**< Follows from sources by arithmetic. */
    DTI_PROVENANCE_ASSUMED = 3,  /**< Nobody says so; always to be shown as assumed. */
    DTI_PROVENANCE_UNKNOWN = 4,  /**< Not known; what stands there is a stand-in. */
    DTI_PROVENANCE_FORCE_INT = 0x7fffffff
} dti_provenance;

/** @brief A part of a node that has a provenance of its own. @since 0.1 */
typedef enum dti_node_part {
    DTI_PART_CODE = 0,       /**< Its codes. */
    DTI_PART_NAME = 1,       /**< Its names. */
    DTI_PART_MAX_POINTS = 2, /**< Its maximum. */
    DTI_PART_RULE = 3,       /**< Its rule (components) or its sum (indices). */
    DTI_PART_FORCE_INT = 0x7fffffff
} dti_node_part;

/** @brief What kind of figure an input is. @since 0.1 */
typedef enum dti_input_kind {
    DTI_INPUT_COUNT = 0,  /**< A whole number, at least 0. */
    DTI_INPUT_AMOUNT = 1, /**< A number. */
    DTI_INPUT_RATIO = 2,  /**< A share, written in its unit (63.56 in per cent). */
    DTI_INPUT_CHOICE = 3, /**< One of the input's choices. */
    DTI_INPUT_YES_NO = 4, /**< Yes or no. */
    DTI_INPUT_LIST = 5,   /**< A list of texts; the number of items counts. */
    DTI_INPUT_TEXT = 6,   /**< A text; never scored. */
    DTI_INPUT_KIND_FORCE_INT = 0x7fffffff
} dti_input_kind;

/**
 * @brief Read a framework from JSON text.
 * @param text UTF-8; need not be terminated.
 * @param length bytes of @p text.
 * @param options NULL: defaults.
 * @param[out] out the framework, yours; written on success only.
 * @param[out] error the first fault with its place, yours; may be NULL; written on failure only.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM, #DTI_E_SYNTAX, #DTI_E_SCHEMA, #DTI_E_VALUE,
 * #DTI_E_REFERENCE, #DTI_E_VERSION, #DTI_E_LIMIT.
 * @see dti_framework_check for all faults at once.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_framework_parse(const char *text, size_t length,
                                                      const dti_parse_options *options,
                                                      dti_framework **out, dti_error **error);

/**
 * @brief Read a framework from a file. The path is the name in messages unless the options give
 * one.
 * @return as dti_framework_parse(), and #DTI_E_IO.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_framework_load(const char *path,
                                                     const dti_parse_options *options,
                                                     dti_framework **out, dti_error **error);

/**
 * @brief A framework that is built into the library.
 * @param id such as "vn-dti-province-922".
 * @return #DTI_OK; #DTI_E_NOT_FOUND, #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_framework_builtin(const char *id,
                                                        const dti_parse_options *options,
                                                        dti_framework **out, dti_error **error);

/** @brief Number of built-in frameworks. @since 0.1 */
DTI_API size_t dti_builtin_count(void);

/** @brief Id of a built-in framework. @param index from 0. @return static text; NULL when out of
 * range. @since 0.1 */
DTI_API const char *dti_builtin_id(size_t index);

/**
 * @brief All findings of a framework document: every fault, what is assumed or unknown, which
 * quantities no input can feed, and vectors that do not come out.
 * @param[out] report yours; written whenever the call returns #DTI_OK, also for a document full of
 * faults.
 * @return #DTI_OK when the document could be examined; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_framework_check(const char *text, size_t length,
                                                      const dti_parse_options *options,
                                                      dti_report **report, dti_error **error);

/** @brief Take a reference. @param framework may be NULL. @return its argument. @since 0.1 */
DTI_API dti_framework *dti_framework_ref(const dti_framework *framework);

/** @brief Drop a reference. @param framework may be NULL. @since 0.1 */
DTI_API void dti_framework_unref(dti_framework *framework);

/** @brief Id. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_framework_id(const dti_framework *framework);
/** @brief Version of the content. @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_framework_version(const dti_framework *framework);
/** @brief Title. @return borrowed; Vietnamese where there is no other; "" for NULL. @since 0.1 */
DTI_API const char *dti_framework_title(const dti_framework *framework, dti_lang lang);
/** @brief Digest of the content, "sha256:…". @return borrowed; "" for NULL. @since 0.1 */
DTI_API const char *dti_framework_digest(const dti_framework *framework);
/** @brief First year it applies to. @return 0 for NULL. @since 0.1 */
DTI_API int32_t dti_framework_year_from(const dti_framework *framework);
/** @brief Last year it applies to. @return 0 for NULL. @since 0.1 */
DTI_API int32_t dti_framework_year_to(const dti_framework *framework);
/** @brief Digits after the mark when points are printed. @since 0.1 */
DTI_API int dti_framework_points_digits(const dti_framework *framework);
/** @brief Digits after the mark when values are printed. @since 0.1 */
DTI_API int dti_framework_value_digits(const dti_framework *framework);

/** @brief Id of the framework that it changes (an overlay). @return borrowed; "" if none. @since
 * 0.1
 */
DTI_API const char *dti_framework_base_id(const dti_framework *framework);
/** @brief Version of the framework that it changes. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_framework_base_version(const dti_framework *framework);
/** @brief Digest of the framework that it changes. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_framework_base_digest(const dti_framework *framework);
/** @brief Number of grade bands, best first. @since 0.1 */
DTI_API size_t dti_framework_band_count(const dti_framework *framework);
/** @brief Id of a grade band. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_framework_band_id(const dti_framework *framework, size_t band);
/** @brief Name of a grade band. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_framework_band_name(const dti_framework *framework, size_t band,
                                            dti_lang lang);

/** @brief Number of numberings (schemes of codes); the first one is the default. @since 0.1 */
DTI_API size_t dti_framework_numbering_count(const dti_framework *framework);
/** @brief Id of a numbering. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_framework_numbering_id(const dti_framework *framework, size_t index);

/** @brief Name of a numbering. @return borrowed; Vietnamese where there is no other; "" when out of
 * range. @since 0.1 */
DTI_API const char *dti_framework_numbering_name(const dti_framework *framework, size_t index,
                                                 dti_lang lang);

/** @brief Number of nodes. @return 0 for NULL. @since 0.1 */
DTI_API size_t dti_framework_node_count(const dti_framework *framework);
/** @brief The index that is the overall result. @return a node; #DTI_NONE if the framework has
 * none. @since 0.1 */
DTI_API size_t dti_framework_overall(const dti_framework *framework);
/**
 * @brief Find a node by its code.
 * @param framework may be NULL.
 * @param numbering id of a numbering; NULL: the default.
 * @param code such as "6.12"; never taken as a number.
 * @return a node, or #DTI_NONE.
 * @since 0.1
 */
DTI_API size_t dti_framework_find(const dti_framework *framework, const char *numbering,
                                  const char *code);
/** @brief Code of a node. @param numbering NULL: the default. @return borrowed; "" if it has none
 * there. @since 0.1 */
DTI_API const char *dti_framework_node_code(const dti_framework *framework, size_t node,
                                            const char *numbering);
/** @brief Name of a node. @return borrowed; Vietnamese where there is no other; "" when out of
 * range. @since 0.1 */
DTI_API const char *dti_framework_node_name(const dti_framework *framework, size_t node,
                                            dti_lang lang);
/** @brief Kind of a node. @return #DTI_NODE_COMPONENT when out of range. @since 0.1 */
DTI_API dti_node_kind dti_framework_node_kind(const dti_framework *framework, size_t node);
/** @brief Parent in the tree. @return #DTI_NONE for main indicators and indices. @since 0.1 */
DTI_API size_t dti_framework_node_parent(const dti_framework *framework, size_t node);
/** @brief Number of children: components of a main indicator, main indicators of an index. @since
 * 0.1 */
DTI_API size_t dti_framework_node_child_count(const dti_framework *framework, size_t node);
/** @brief A child. @param index from 0. @return #DTI_NONE when out of range. @since 0.1 */
DTI_API size_t dti_framework_node_child(const dti_framework *framework, size_t node, size_t index);
/** @brief Weight of a child of a weighted index, in 10⁻⁹. @return 0 when out of range, and for
 * sums.
 * @since 0.1 */
DTI_API int64_t dti_framework_node_weight(const dti_framework *framework, size_t node,
                                          size_t index);
/** @brief True (1) if the node has parts that stand in no source: it is never computed, only
 * stated.
 * @since 0.1 */
DTI_API int dti_framework_node_is_absent(const dti_framework *framework, size_t node);
/** @brief How many parts of the node stand in no source. @return 0 if that is not known either, and
 * for nodes that are not absent. @since 0.1 */
DTI_API size_t dti_framework_node_absent_count(const dti_framework *framework, size_t node);
/** @brief What is not known of the node's parts. @return borrowed; "" for nodes that are not
 * absent.
 * @since 0.1 */
DTI_API const char *dti_framework_node_absent_note(const dti_framework *framework, size_t node,
                                                   dti_lang lang);
/** @brief Nominal maximum, in 10⁻⁹ point. @since 0.1 */
DTI_API int64_t dti_framework_node_max_points(const dti_framework *framework, size_t node);
/** @brief Name of the unit of measure shown beside a component. @return borrowed; "" if none.
 * @since 0.1 */
DTI_API const char *dti_framework_node_unit(const dti_framework *framework, size_t node,
                                            dti_lang lang);
/** @brief Provenance of a part of a node. @return #DTI_PROVENANCE_UNKNOWN when out of range. @since
 * 0.1 */
DTI_API dti_provenance dti_framework_node_provenance(const dti_framework *framework, size_t node,
                                                     dti_node_part part);
/** @brief Remark on that provenance. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_framework_node_provenance_note(const dti_framework *framework, size_t node,
                                                       dti_node_part part, dti_lang lang);
/** @brief Title of the source or legal document behind that provenance. @return borrowed; "" if
 * none. @since 0.1 */
DTI_API const char *dti_framework_node_provenance_source(const dti_framework *framework,
                                                         size_t node, dti_node_part part,
                                                         dti_lang lang);
/** @brief Word for a provenance, such as "giả định" or "assumed". @return static text. @since 0.1
 */
DTI_API const char *dti_provenance_name(dti_provenance provenance, dti_lang lang);
/**
 * @brief How the points of a node are made, in words: the rule of a component, the weights of a
 * weighted index, what is not known of an absent node.
 * @param[out] buffer receives the text, always terminated if @p size is not 0.
 * @return length of the whole text, as snprintf(); 0 of a sum, and when out of range.
 * @since 0.1
 */
DTI_API size_t dti_framework_node_rule_format(const dti_framework *framework, size_t node,
                                              dti_lang lang, char *buffer, size_t size);
/**
 * @brief The evidence a component asks for, in words.
 * @return length of the whole text, as snprintf(); 0 if nothing is asked for.
 * @since 0.1
 */
DTI_API size_t dti_framework_node_evidence_format(const dti_framework *framework, size_t node,
                                                  dti_lang lang, char *buffer, size_t size);
/** @brief Number of legal references of a node. @since 0.1 */
DTI_API size_t dti_framework_node_legal_count(const dti_framework *framework, size_t node);
/**
 * @brief A legal reference in words: number, date, title, from and until when it applies.
 * @return length of the whole text, as snprintf(); 0 when out of range.
 * @since 0.1
 */
DTI_API size_t dti_framework_node_legal_format(const dti_framework *framework, size_t node,
                                               size_t index, dti_lang lang, char *buffer,
                                               size_t size);
/** @brief Number of inputs that the rule of a component reads. @since 0.1 */
DTI_API size_t dti_framework_node_input_count(const dti_framework *framework, size_t node);
/** @brief An input that the rule of a component reads. @return an input; #DTI_NONE when out of
 * range. @since 0.1 */
DTI_API size_t dti_framework_node_input(const dti_framework *framework, size_t node, size_t index);

/** @brief Number of inputs. @since 0.1 */
DTI_API size_t dti_framework_input_count(const dti_framework *framework);
/** @brief Find an input by id. @return an input, or #DTI_NONE. @since 0.1 */
DTI_API size_t dti_framework_input_find(const dti_framework *framework, const char *id);
/** @brief Id of an input. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_framework_input_id(const dti_framework *framework, size_t input);
/** @brief Name of an input. @return borrowed; Vietnamese where there is no other; "" when out of
 * range. @since 0.1 */
DTI_API const char *dti_framework_input_name(const dti_framework *framework, size_t input,
                                             dti_lang lang);
/** @brief Kind of an input. @return #DTI_INPUT_TEXT when out of range. @since 0.1 */
DTI_API dti_input_kind dti_framework_input_kind(const dti_framework *framework, size_t input);
/** @brief Name of its unit of measure. @return borrowed; "" if none. @since 0.1 */
DTI_API const char *dti_framework_input_unit(const dti_framework *framework, size_t input,
                                             dti_lang lang);
/**
 * @brief What an input can be computed from, in words: ids of other inputs, or the component whose
 * accepted evidence it counts.
 * @param[out] buffer receives the text, always terminated if @p size is not 0.
 * @return length of the whole text, as snprintf(); 0 when it can only be reported, and when out of
 * range.
 * @since 0.1
 */
DTI_API size_t dti_framework_input_derive_format(const dti_framework *framework, size_t input,
                                                 dti_lang lang, char *buffer, size_t size);
/** @brief Number of choices of an input of kind choice. @since 0.1 */
DTI_API size_t dti_framework_input_choice_count(const dti_framework *framework, size_t input);
/** @brief Id of a choice. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_framework_input_choice_id(const dti_framework *framework, size_t input,
                                                  size_t choice);
/** @brief Name of a choice. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_framework_input_choice_name(const dti_framework *framework, size_t input,
                                                    size_t choice, dti_lang lang);

/** @brief Name of a kind or an issuer of documents, such as "Quyết định" of "decision". @param term
 * id, as evidence names it. @return borrowed; "" if the framework has no name for it. @since 0.1 */
DTI_API const char *dti_framework_term_name(const dti_framework *framework, const char *term,
                                            dti_lang lang);

DTI_END_DECLS

#endif
