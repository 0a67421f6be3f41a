/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The table of points: one line per indicator, a column per stated track, and causes. */
#ifndef DTI_IO_SHEET_H
#define DTI_IO_SHEET_H

#include "model/dossier.h"

enum dti__sheet_column {
    DTI__SHEET_CODE,
    DTI__SHEET_MAXIMUM,
    DTI__SHEET_SELF, /* the stated tracks, in their order */
    DTI__SHEET_APPRAISED,
    DTI__SHEET_FINAL,
    DTI__SHEET_CAUSE,      /* of the last track that has points in the table */
    DTI__SHEET_CAUSE_SELF, /* of a track that says so, in the same order */
    DTI__SHEET_CAUSE_APPRAISED,
    DTI__SHEET_CAUSE_FINAL,
    DTI__SHEET_COLUMNS
};

extern const char *const dti__sheet_titles[DTI__SHEET_COLUMNS];

#define DTI__SHEET_CODES 512 /* bytes of a cell of codes */

#endif
