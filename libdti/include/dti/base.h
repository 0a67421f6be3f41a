/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/**
 * @file
 * @brief What every other header needs: export marks, status, languages, limits, versions, exact
 * points.
 */
#ifndef DTI_BASE_H
#define DTI_BASE_H

#include <stddef.h>
#include <stdint.h>

/** @def DTI_API
 * @brief Marks what the library exports. */
/** @def DTI_MUST_CHECK
 * @brief Marks calls whose result must be looked at. */
/** @def DTI_BEGIN_DECLS
 * @brief Begins declarations in C, also for C++. */
/** @def DTI_END_DECLS
 * @brief Ends what #DTI_BEGIN_DECLS began. */
#if defined(__GNUC__) || defined(__clang__)
#define DTI_API        __attribute__((visibility("default")))
#define DTI_MUST_CHECK __attribute__((warn_unused_result))
#else
#define DTI_API
#define DTI_MUST_CHECK
#endif

#ifdef __cplusplus
#define DTI_BEGIN_DECLS extern "C" {
#define DTI_END_DECLS   }
#else
#define DTI_BEGIN_DECLS
#define DTI_END_DECLS
#endif

DTI_BEGIN_DECLS

/**
 * @brief How a call ended. Zero is success, failures are negative; numbers are never reused.
 *
 * Each failure is something a caller acts on; the exact reason is in the #dti_error.
 * @since 0.1
 */
typedef enum dti_status {
    DTI_OK = 0,       /**< Done. */
    DTI_E_NOMEM = -1, /**< Memory ran out; nothing was changed. */
    DTI_E_ARG =
        -2, /**< An argument is not allowed (NULL, out of range): a fault of the calling program. */
    DTI_E_SYNTAX = -3, /**< The text is not JSON or not UTF-8. */
    DTI_E_SCHEMA =
        -4, /**< JSON, but not of the shape of the document: missing or unknown key, wrong type. */
    DTI_E_VALUE = -5,     /**< A value is out of its range or contradicts another one. */
    DTI_E_REFERENCE = -6, /**< A document names something that it does not define, or defines it
                             twice or in a circle. */
    DTI_E_NOT_FOUND = -7, /**< What the caller asked for does not exist. */
    DTI_E_VERSION =
        -8, /**< A document or an option struct is of a version that this library does not know. */
    DTI_E_LIMIT = -9,      /**< A limit on size, depth or count was exceeded. */
    DTI_E_IO = -10,        /**< A file could not be read or written. */
    DTI_E_CANCELLED = -11, /**< A callback asked to stop. */
    DTI_E_INTERNAL = -12,  /**< A fault of libdti itself; please report it. */
    DTI_STATUS_FORCE_INT = 0x7fffffff
} dti_status;

/**
 * @brief Name of a status, such as "DTI_E_VALUE".
 * @param status any value.
 * @return static text, never NULL; "DTI_E_UNKNOWN" for numbers this library does not know.
 * @since 0.1
 */
DTI_API const char *dti_status_name(dti_status status);

/**
 * @brief Language of rendered messages. Always a parameter, never taken from the process locale.
 * @since 0.1
 */
typedef enum dti_lang {
    DTI_LANG_VI = 0, /**< Vietnamese; decimal comma. */
    DTI_LANG_EN = 1, /**< English; decimal point. */
    DTI_LANG_FORCE_INT = 0x7fffffff
} dti_lang;

/**
 * @name Limits
 * What an outsider may make the library read. The first four can be set in #dti_parse_options;
 * beyond them a call ends with #DTI_E_LIMIT before anything is built. A framework with more nodes
 * is refused likewise; a report keeps the first findings and counts the rest.
 * @{
 */
#define DTI_LIMIT_BYTES    (UINT64_C(64) << 20) /**< Size of a document in bytes. */
#define DTI_LIMIT_DEPTH    64u /**< Nesting of arrays and objects; this one cannot be raised. */
#define DTI_LIMIT_VALUES   2000000u /**< Values (and keys) in a document. */
#define DTI_LIMIT_STRING   1048576u /**< Bytes of one string. */
#define DTI_LIMIT_NODES    4096u    /**< Indicators and indices of a framework. */
#define DTI_LIMIT_OVERLAYS 8u       /**< Frameworks that extend one another, the base included. */
#define DTI_LIMIT_FINDINGS 1000u    /**< Findings that one report keeps; the rest is counted. */
/** @} */

/**
 * @brief One point in the unit in which points are kept: 10⁻⁹ point.
 *
 * Points are exact: a rule's result is rounded once to this unit, everything above is integer
 * addition, so that neither order nor threads nor compilers can change a rank.
 * @since 0.1
 */
#define DTI_POINT INT64_C(1000000000)

/**
 * @brief Largest total of a framework, in points.
 * @since 0.1
 */
#define DTI_MAX_TOTAL_POINTS 1000000

/**
 * @brief Print points as a decimal number, rounded half-up (away from zero) from the exact integer.
 *
 * Never fewer than one significant digit: 0.0054 with two digits prints "0.005". Zero prints as
 * "0.00".
 * @param points points in units of 10⁻⁹.
 * @param digits digits after the decimal mark, 0 to 9.
 * @param lang decides the decimal mark: comma for Vietnamese, point for English.
 * @param[out] buffer receives the text, always terminated if @p size is not 0; may be NULL if @p
 * size is 0.
 * @param size bytes in @p buffer.
 * @return length of the whole text without its terminator, as snprintf() does; 0 if @p digits is
 * out of range.
 * @since 0.1
 */
DTI_API size_t dti_points_format(int64_t points, int digits, dti_lang lang, char *buffer,
                                 size_t size);

/**
 * @brief Print a value, the quotient of two amounts of points, rounded half-up from the exact
 * integers.
 * @param part points in units of 10⁻⁹.
 * @param whole maximum in units of 10⁻⁹; when it is 0 or negative there is no value and "–" is
 * printed.
 * @param digits digits after the decimal mark, 0 to 9.
 * @param lang decides the decimal mark.
 * @param[out] buffer receives the text; may be NULL if @p size is 0.
 * @param size bytes in @p buffer.
 * @return length of the whole text without its terminator; 0 if @p digits is out of range.
 * @see dti_points_format
 * @since 0.1
 */
DTI_API size_t dti_value_format(int64_t part, int64_t whole, int digits, dti_lang lang,
                                char *buffer, size_t size);

/**
 * @brief Text that the library made and the caller owns. Opaque; UTF-8, terminated by NUL.
 *
 * Threads: confined.
 * @since 0.1
 */
typedef struct dti_text dti_text;

/**
 * @brief The bytes of a text.
 * @param text may be NULL.
 * @return borrowed until @p text is freed; "" for NULL.
 * @since 0.1
 */
DTI_API const char *dti_text_data(const dti_text *text);

/**
 * @brief The length of a text in bytes, without the terminator.
 * @param text may be NULL (0).
 * @return length in bytes.
 * @since 0.1
 */
DTI_API size_t dti_text_length(const dti_text *text);

/**
 * @brief Free a text.
 * @param text may be NULL.
 * @since 0.1
 */
DTI_API void dti_text_free(dti_text *text);

/**
 * @brief Version of the loaded library, such as "0.1.0".
 * @return static text.
 * @see DTI_VERSION_STRING
 * @since 0.1
 */
DTI_API const char *dti_version(void);

/**
 * @brief Version of the loaded library as one comparable number.
 * @return major × 1,000,000 + minor × 1,000 + patch.
 * @see DTI_VERSION_NUMBER
 * @since 0.1
 */
DTI_API uint32_t dti_version_number(void);

/**
 * @brief Version of the scoring algorithm. It changes whenever a number can come out differently;
 * every result records it.
 * @return a positive number.
 * @since 0.1
 */
DTI_API uint32_t dti_algorithm_version(void);

DTI_END_DECLS

#endif
