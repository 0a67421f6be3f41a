/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Files in, whole: regular files only, so that nothing can block or grow without end. */
#include "diag/options.h"
#include "io/document.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Why, in our own words: those of the system follow the locale of the process. */
static enum dti__msg reason_of(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return DTI__MSG_TERM_FILE_ABSENT;
    case EACCES:
    case EPERM:
        return DTI__MSG_TERM_FILE_DENIED;
    case EISDIR:
        return DTI__MSG_TERM_FILE_FOLDER;
    case EINVAL:
        return DTI__MSG_TERM_FILE_KIND;
    default:
        return DTI__MSG_TERM_FILE_OTHER;
    }
}

static dti_status fail(dti_error **error, enum dti__msg message, const char *path, int code)
{
    return dti__fail(error, message, DTI__ARGS(DTI__TEXT(path), DTI__TERM(reason_of(code))));
}

static dti_status read_all(int file, const char *path, char *text, size_t size, size_t *length,
                           dti_error **error)
{
    size_t got = 0;
    while (got < size) {
        ssize_t count = read(file, text + got, size - got);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(error, DTI__MSG_FILE_READ, path, errno);
        if (count == 0)
            break; /* it shrank meanwhile: what is there will be judged as it is */
        got += (size_t)count;
    }
    *length = got;
    return DTI_OK;
}

static dti_status read_file(const char *path, uint64_t most, char **text, size_t *length,
                            dti_error **error)
{
    struct stat about;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return fail(error, DTI__MSG_FILE_OPEN, path, errno);
    dti_status status = DTI_OK;
    char *bytes = NULL;
    if (fstat(file, &about) != 0)
        status = fail(error, DTI__MSG_FILE_OPEN, path, errno);
    else if (!S_ISREG(about.st_mode))
        status = fail(error, DTI__MSG_FILE_OPEN, path, S_ISDIR(about.st_mode) ? EISDIR : EINVAL);
    else if ((uint64_t)about.st_size > most)
        status = dti__fail(error, DTI__MSG_JSON_BYTES,
                           DTI__ARGS(DTI__INTEGER(about.st_size), DTI__INTEGER(most)));
    else if (!(bytes = malloc((size_t)about.st_size + 1)))
        status = dti__fail_nomem(error);
    else
        status = read_all(file, path, bytes, (size_t)about.st_size, length, error);
    close(file);
    if (status != DTI_OK)
        free(bytes);
    else
        *text = bytes;
    return status;
}

dti_status dti__file_open(const char *path, const dti_parse_options *options,
                          dti_parse_options *named, char **text, size_t *length, dti_error **error)
{
    *named = (dti_parse_options)DTI_PARSE_OPTIONS_INIT;
    if (!path)
        return dti__fail_null(error, "path");
    dti_status status =
        dti__options_read(options, named, sizeof *named, "dti_parse_options", error);
    if (status != DTI_OK)
        return status;
    if (!named->source_name)
        named->source_name = path;
    return read_file(path, named->max_bytes ? named->max_bytes : DTI_LIMIT_BYTES, text, length,
                     error);
}
