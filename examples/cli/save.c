/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Where a document goes: to standard output, or into a file that is written as a whole or not at
 * all. */
#define _XOPEN_SOURCE 700 /* realpath() */

#include "save.h"

#include "load.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PERMISSIONS = 0666 /* of a new file, less the umask */
};

/* The last line is ended, so that what follows begins on its own. */
static bool put(FILE *file, const dti_text *text)
{
    const char *data = dti_text_data(text);
    size_t length = dti_text_length(text);
    bool is_ended = length == 0 || data[length - 1] == '\n';
    return fwrite(data, 1, length, file) == length && (is_ended || fputc('\n', file) == '\n');
}

static int failed(const struct cli *cli, const char *path, int number)
{
    cli_error(cli, WORD_FILE_WRITE, WITH(path, strerror(number != 0 ? number : EIO)));
    return CLI_EXIT_FILE;
}

static mode_t permissions_of(const char *path)
{
    struct stat old;
    if (stat(path, &old) == 0) {
        return old.st_mode & 07777;
    }
    mode_t mask = umask(0);
    umask(mask);
    return PERMISSIONS & ~mask;
}

/* Writes, makes sure that it is on the disk, and closes: 0 or the number of the fault. */
static int fill(int descriptor, mode_t permissions, const dti_text *text)
{
    errno = 0;
    FILE *file = fdopen(descriptor, "wb");
    if (!file) {
        int number = errno;
        close(descriptor);
        return number;
    }
    bool is_fine = put(file, text) && fflush(file) == 0 && fchmod(descriptor, permissions) == 0 &&
                   fsync(descriptor) == 0;
    int number = is_fine ? 0 : (errno != 0 ? errno : EIO);
    if (fclose(file) != 0 && number == 0) {
        number = errno != 0 ? errno : EIO;
    }
    return number;
}

/* Into a new file beside it, which then takes its place. */
static int replace(const char *path, const dti_text *text)
{
    struct text beside = TEXT_EMPTY;
    text_add(&beside, path);
    text_add(&beside, ".XXXXXX");
    errno = 0;
    int descriptor = mkstemp(beside.data);
    int number = descriptor < 0 ? errno : fill(descriptor, permissions_of(path), text);
    if (descriptor >= 0 && number == 0 && rename(beside.data, path) != 0) {
        number = errno;
    }
    if (descriptor >= 0 && number != 0) {
        unlink(beside.data);
    }
    text_free(&beside);
    return number;
}

/* What is no regular file, such as /dev/stdout, cannot be replaced. */
static int write_through(const char *path, const dti_text *text)
{
    errno = 0;
    FILE *file = fopen(path, "wb");
    if (!file) {
        return errno;
    }
    int number = put(file, text) ? 0 : (errno != 0 ? errno : EIO);
    if (fclose(file) != 0 && number == 0) {
        number = errno != 0 ? errno : EIO;
    }
    return number;
}

int save_text(const struct cli *cli, const char *path, const dti_text *text)
{
    if (!path) {
        (void)put(cli->out.file, text); /* standard output is looked at when the command ends */
        return CLI_EXIT_FINE;
    }
    struct stat old;
    bool is_there = stat(path, &old) == 0;
    char *real = is_there ? realpath(path, NULL) : NULL; /* a link stays one */
    const char *target = real ? real : path;
    int number =
        is_there && !S_ISREG(old.st_mode) ? write_through(target, text) : replace(target, text);
    free(real);
    return number == 0 ? CLI_EXIT_FINE : failed(cli, path, number);
}

int save_document(const struct cli *cli, const char *path, dti_status status, dti_text *text,
                  dti_error *error)
{
    int code = status == DTI_OK ? save_text(cli, path, text) : load_failed(cli, error);
    dti_text_free(text);
    return code;
}
