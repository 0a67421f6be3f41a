/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief Evidence: one signed document that supports components and inputs, with the history of its
 * review.
 *
 * The history is append-only and chained by hash: each step names the content it speaks of and the
 * step before it by their digests, so that what was approved can be proved and what was cut or
 * edited is found. A step gives the next record; the earlier one stays as it is.
 */
#ifndef DTI_EVIDENCE_H
#define DTI_EVIDENCE_H

#include <dti/history.h>
#include <dti/options.h>

DTI_BEGIN_DECLS

/**
 * @brief A record of evidence, opaque, immutable, reference-counted. Threads: shared.
 * @since 0.1
 */
typedef struct dti_evidence dti_evidence;

/** @brief Where the review of a record stands. @since 0.1 */
typedef enum dti_review_state {
    DTI_REVIEW_DRAFT = 0,     /**< Not handed in, or taken back. */
    DTI_REVIEW_SUBMITTED = 1, /**< Handed in, waiting for review. */
    DTI_REVIEW_ACCEPTED = 2,  /**< Accepted. */
    DTI_REVIEW_REJECTED = 3,  /**< Rejected with a reason; can be handed in again. */
    DTI_REVIEW_STATE_FORCE_INT = 0x7fffffff
} dti_review_state;

/** @brief Who signed. A paper signed KT. CHỦ TỊCH is the deputy's. @since 0.1 */
typedef enum dti_signer_role {
    DTI_SIGNER_UNKNOWN = 0, /**< Not said. */
    DTI_SIGNER_HEAD = 1,    /**< The head of the issuing body. */
    DTI_SIGNER_DEPUTY = 2,  /**< A deputy, signing for the head (KT.). */
    DTI_SIGNER_OTHER = 3,   /**< Somebody else, by order or by authorisation (TL., TUQ.). */
    DTI_SIGNER_ROLE_FORCE_INT = 0x7fffffff
} dti_signer_role;

/** @brief Texts of a record, for dti_evidence_text() and the builder. Dates are "YYYY-MM-DD".
 * @since 0.1 */
typedef enum dti_evidence_field {
    DTI_EVIDENCE_ID = 0,           /**< Id of the record. */
    DTI_EVIDENCE_NUMBERING = 1,    /**< Numbering of its component codes. */
    DTI_EVIDENCE_KIND = 2,         /**< Kind of document: a term of the framework. */
    DTI_EVIDENCE_NUMBER = 3,       /**< Number as printed, "277/TTr-STTTT". */
    DTI_EVIDENCE_DATE = 4,         /**< Date of the document. */
    DTI_EVIDENCE_EFFECTIVE = 5,    /**< Date from which it is in force; default: its date. */
    DTI_EVIDENCE_UNTIL = 6,        /**< Last day in force. */
    DTI_EVIDENCE_TITLE_VI = 7,     /**< Title in Vietnamese. */
    DTI_EVIDENCE_TITLE_EN = 8,     /**< Title in English. */
    DTI_EVIDENCE_ISSUER = 9,       /**< Issuing body: a term of the framework. */
    DTI_EVIDENCE_SIGNER_NAME = 10, /**< Name of the signer. */
    DTI_EVIDENCE_SIGNER_ROLE = 11, /**< "head", "deputy" or "other". */
    DTI_EVIDENCE_SIGNER_MARK = 12, /**< Authority mark as printed, "KT. CHỦ TỊCH". */
    DTI_EVIDENCE_PERIOD_FROM = 13, /**< First day covered. */
    DTI_EVIDENCE_PERIOD_TO = 14,   /**< Last day covered. */
    DTI_EVIDENCE_PAGES = 15,       /**< Pages cited, "3-5, 12". */
    DTI_EVIDENCE_FILE_NAME = 16,   /**< Name of the file. */
    DTI_EVIDENCE_FILE_SIZE = 17,   /**< Bytes of the file, decimal. */
    DTI_EVIDENCE_MEDIA_TYPE = 18,  /**< Media type, "application/pdf". */
    DTI_EVIDENCE_FILE_SHA256 = 19, /**< "sha256:" and 64 hexadecimal digits of the file. */
    DTI_EVIDENCE_REPORTER = 20,    /**< Id of the reporter who hands it in. */
    DTI_EVIDENCE_NOTE_VI = 21,     /**< Remark in Vietnamese. */
    DTI_EVIDENCE_NOTE_EN = 22,     /**< Remark in English. */
    DTI_EVIDENCE_FIELD_FORCE_INT = 0x7fffffff
} dti_evidence_field;

/** @brief Findings on the signature of the file, as whoever looked into it says. @since 0.1 */
typedef enum dti_signature_fact {
    DTI_SIGNATURE_PRESENT = 0,      /**< It has a digital signature. */
    DTI_SIGNATURE_SEALED = 1,       /**< It bears the seal of the issuing body. */
    DTI_SIGNATURE_INTEGRITY = 2,    /**< Nothing was changed since it was signed. */
    DTI_SIGNATURE_CHAIN = 3,        /**< The certificate is trusted. */
    DTI_SIGNATURE_COVERS_WHOLE = 4, /**< The signature covers the whole file. */
    DTI_SIGNATURE_FACT_FORCE_INT = 0x7fffffff
} dti_signature_fact;

/**
 * @brief Read a record from JSON text (docs/formats.md, schema evidence.schema.json).
 * @param text UTF-8; need not be terminated.
 * @param length bytes of @p text.
 * @param options NULL: defaults.
 * @param[out] out the record, yours; written on success only.
 * @param[out] error the first fault with its place, yours; may be NULL; written on failure only.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM, #DTI_E_SYNTAX, #DTI_E_SCHEMA, #DTI_E_VALUE (also a
 * history that was cut or edited, or has an illegal step, and a content that was changed after it
 * was handed in), #DTI_E_REFERENCE (something is named twice), #DTI_E_VERSION, #DTI_E_LIMIT.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_parse(const char *text, size_t length,
                                                     const dti_parse_options *options,
                                                     dti_evidence **out, dti_error **error);
/** @brief Read a record from a file. @return as dti_evidence_parse(), and #DTI_E_IO. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_load(const char *path,
                                                    const dti_parse_options *options,
                                                    dti_evidence **out, dti_error **error);
/** @brief All findings of a record's document. @return as dti_dossier_check(). @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_check(const char *text, size_t length,
                                                     const dti_parse_options *options,
                                                     dti_report **report, dti_error **error);
/** @brief Write a record as a document; reading it again gives the same digest. @param[out] out
 * yours. @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_write(const dti_evidence *evidence, dti_text **out,
                                                     dti_error **error);

/** @brief Take a reference. @param evidence may be NULL. @return its argument. @since 0.1 */
DTI_API dti_evidence *dti_evidence_ref(const dti_evidence *evidence);
/** @brief Drop a reference. @param evidence may be NULL. @since 0.1 */
DTI_API void dti_evidence_unref(dti_evidence *evidence);

/** @brief A text of the record. @return borrowed; "" when it is not given, and for NULL. @since 0.1
 */
DTI_API const char *dti_evidence_text(const dti_evidence *evidence, dti_evidence_field field);
/** @brief Who signed: as said, or, where that is left out, as the authority mark says. @since 0.1
 */
DTI_API dti_signer_role dti_evidence_signer_role(const dti_evidence *evidence);
/** @brief A finding on the signature. @return 1 yes, 0 no, -1 not known. @since 0.1 */
DTI_API int dti_evidence_signature(const dti_evidence *evidence, dti_signature_fact fact);
/** @brief Number of components it supports. @since 0.1 */
DTI_API size_t dti_evidence_component_count(const dti_evidence *evidence);
/** @brief Code of a component it supports. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_evidence_component(const dti_evidence *evidence, size_t index);
/** @brief Number of inputs it supports. @since 0.1 */
DTI_API size_t dti_evidence_input_count(const dti_evidence *evidence);
/** @brief Id of an input it supports. @return borrowed; "" when out of range. @since 0.1 */
DTI_API const char *dti_evidence_input(const dti_evidence *evidence, size_t index);
/** @brief Digest of the whole record, history included, "sha256:…", computed when first asked for.
 * @return borrowed; "" for NULL and when memory runs out. @since 0.1 */
DTI_API const char *dti_evidence_digest(const dti_evidence *evidence);
/** @brief Digest of the content alone, which the steps of the review name. @return borrowed; "" for
 * NULL. @since 0.1 */
DTI_API const char *dti_evidence_content_digest(const dti_evidence *evidence);

/** @brief Where the review stands. @return #DTI_REVIEW_DRAFT for NULL. @since 0.1 */
DTI_API dti_review_state dti_evidence_state(const dti_evidence *evidence);
/** @brief Word for a state of review, such as "đã chấp nhận" or "accepted". @return static text.
 * @since 0.1 */
DTI_API const char *dti_review_state_name(dti_review_state state, dti_lang lang);
/** @brief The history of the review. @return borrowed; NULL for NULL. @since 0.1 */
DTI_API const dti_history *dti_evidence_history(const dti_evidence *evidence);
/** @brief True (1) if the reviewer who accepted the record confirmed a condition of its content.
 * @since 0.1 */
DTI_API int dti_evidence_confirms(const dti_evidence *evidence, const char *condition);

/**
 * @brief Take a step of the review: submit, recall, accept, reject, resubmit.
 * @param step what, when, by whom, why; see dti_history.h.
 * @param[out] out the next record, yours; the earlier one stays as it is.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_VERSION (options), #DTI_E_VALUE (a step that is not legal
 * now: the error says which are; earlier than the step before; a rejection without reason),
 * #DTI_E_SCHEMA (conditions with another step than accepting), #DTI_E_REFERENCE (a condition
 * twice), #DTI_E_SYNTAX (not UTF-8), #DTI_E_LIMIT (too many steps), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_review(const dti_evidence *evidence,
                                                      const dti_history_step *step,
                                                      dti_evidence **out, dti_error **error);
/**
 * @brief The record as it was after its first @p steps steps: content, state and digest of that
 * time.
 * @param steps at most the number of steps; 0: before the first, with the content it began with.
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_at(const dti_evidence *evidence, size_t steps,
                                                  dti_evidence **out, dti_error **error);
/** @brief True (1) if the history of @p newer continues that of @p older: nothing was cut or
 * rewritten. @since 0.1 */
DTI_API int dti_evidence_extends(const dti_evidence *newer, const dti_evidence *older);

/**
 * @brief Builds a record, or the next version of one. Opaque, one owner. Threads: confined.
 * @since 0.1
 */
typedef struct dti_evidence_builder dti_evidence_builder;

/**
 * @brief Begin a record.
 * @param id of the record, or NULL when @p base is given.
 * @param base content and history to go on from; NULL: an empty record. Only drafts and rejected
 * records can be changed.
 * @param allocator memory of the record; NULL: malloc().
 * @param[out] out yours.
 * @return #DTI_OK; #DTI_E_ARG (also neither id nor base), #DTI_E_VALUE (an empty id; a record that
 * is submitted or accepted), #DTI_E_NOMEM.
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_builder_new(const char *id, const dti_evidence *base,
                                                           const dti_allocator *allocator,
                                                           dti_evidence_builder **out,
                                                           dti_error **error);
/** @brief Free a builder. @param builder may be NULL. @since 0.1 */
DTI_API void dti_evidence_builder_free(dti_evidence_builder *builder);
/** @brief Set a text; NULL takes it away. What it holds is checked when the record is built.
 * @return #DTI_OK; #DTI_E_ARG, #DTI_E_SYNTAX (not UTF-8), #DTI_E_NOMEM. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_builder_set(dti_evidence_builder *builder,
                                                           dti_evidence_field field,
                                                           const char *text, dti_error **error);
/** @brief Add a component by code, in the record's numbering. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_builder_add_component(dti_evidence_builder *builder,
                                                                     const char *code,
                                                                     dti_error **error);
/** @brief Add an input by id. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_builder_add_input(dti_evidence_builder *builder,
                                                                 const char *input,
                                                                 dti_error **error);
/** @brief Take away all components and inputs, so that others can be added: a record that was
 * rejected as evidence for one component may serve another. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_builder_clear_links(dti_evidence_builder *builder,
                                                                   dti_error **error);
/** @brief Set a finding on the signature. @param value 1 yes, 0 no, -1 not known. @since 0.1 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_builder_set_signature(dti_evidence_builder *builder,
                                                                     dti_signature_fact fact,
                                                                     int value, dti_error **error);
/**
 * @brief Freeze what was set into a record. The builder stays yours and can go on.
 * @return as dti_evidence_parse().
 * @since 0.1
 */
DTI_API DTI_MUST_CHECK dti_status dti_evidence_builder_build(dti_evidence_builder *builder,
                                                             dti_evidence **out, dti_error **error);

DTI_END_DECLS

#endif
