/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* What only some compilers know, so that nothing else in the library needs to ask. */
#ifndef DTI_BASE_COMPILER_H
#define DTI_BASE_COMPILER_H

#if defined(__GNUC__) || defined(__clang__)
#define DTI__PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define DTI__PRINTF(text, first)
#endif

#endif
