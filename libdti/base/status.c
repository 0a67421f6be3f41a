/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Status: the names of the status numbers, and the versions of the library. */
#include <dti/base.h>
#include <dti/version.h>

/* Raised whenever a number can come out differently; CHANGELOG.md says why, under "Scores". */
#define ALGORITHM_VERSION 1u

const char *dti_status_name(dti_status status)
{
    switch (status) {
    case DTI_OK:
        return "DTI_OK";
    case DTI_E_NOMEM:
        return "DTI_E_NOMEM";
    case DTI_E_ARG:
        return "DTI_E_ARG";
    case DTI_E_SYNTAX:
        return "DTI_E_SYNTAX";
    case DTI_E_SCHEMA:
        return "DTI_E_SCHEMA";
    case DTI_E_VALUE:
        return "DTI_E_VALUE";
    case DTI_E_REFERENCE:
        return "DTI_E_REFERENCE";
    case DTI_E_NOT_FOUND:
        return "DTI_E_NOT_FOUND";
    case DTI_E_VERSION:
        return "DTI_E_VERSION";
    case DTI_E_LIMIT:
        return "DTI_E_LIMIT";
    case DTI_E_IO:
        return "DTI_E_IO";
    case DTI_E_CANCELLED:
        return "DTI_E_CANCELLED";
    case DTI_E_INTERNAL:
        return "DTI_E_INTERNAL";
    case DTI_STATUS_FORCE_INT:
        break;
    }
    return "DTI_E_UNKNOWN";
}

const char *dti_version(void)
{
    return DTI_VERSION_STRING;
}

uint32_t dti_version_number(void)
{
    return DTI_VERSION_NUMBER;
}

uint32_t dti_algorithm_version(void)
{
    return ALGORITHM_VERSION;
}
