/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* A program of somebody else: built by check-consumer.py against an installed libdti and with
 * libdti as a subproject. */
#include <dti/dti.h>
#include <stdio.h>

int main(void)
{
    dti_framework *framework = NULL;
    dti_error *error = NULL;
    size_t i;

    if (dti_version_number() != DTI_VERSION_NUMBER) {
        fprintf(stderr, "headers are %s, the library is %s\n", DTI_VERSION_STRING, dti_version());
        return 1;
    }
    for (i = 0; i < dti_builtin_count(); i++) {
        if (dti_framework_builtin(dti_builtin_id(i), NULL, &framework, &error) != DTI_OK) {
            char text[512];
            dti_error_format(error, DTI_LANG_EN, text, sizeof text);
            fprintf(stderr, "%s\n", text);
            dti_error_free(error);
            return 1;
        }
        printf("%s: %u nodes\n", dti_framework_id(framework),
               (unsigned)dti_framework_node_count(framework));
        dti_framework_unref(framework);
    }
    return 0;
}
