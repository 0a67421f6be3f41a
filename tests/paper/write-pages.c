/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* Writes the pages of pages.h to a folder, for tests/check-page.py and for eyes.
 *
 * usage: write-pages FOLDER */
#include "pages.h"

#include <stdio.h>

static int write_page(const char *folder, const char *name, dti_lang lang,
                      void (*fill)(struct dti__page *))
{
    char path[1024];
    struct dti__page page;
    struct dti__buffer out;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    dti__page_init(&page, lang, &dti__malloc_allocator);
    dti__buffer_init(&out, &dti__malloc_allocator);
    fill(&page);
    dti__page_html(&page, &out);
    FILE *file = fopen(path, "wb");
    int is_written = file && !out.failed && !page.is_out_of_memory &&
                     fwrite(out.data, 1, out.length, file) == out.length;
    if (file && fclose(file) != 0)
        is_written = 0;
    dti__buffer_release(&out);
    dti__page_release(&page);
    return is_written;
}

int main(int argc, char **argv)
{
    if (argc != 2 || !write_page(argv[1], "usual.html", DTI_LANG_VI, page_fill_usual) ||
        !write_page(argv[1], "hard.html", DTI_LANG_EN, page_fill_hard)) {
        fprintf(stderr, "usage: write-pages FOLDER\n");
        return 1;
    }
    return 0;
}
