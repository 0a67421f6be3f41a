/* SPDX-FileCopyrightText: 2026 The libdti authors
 * SPDX-License-Identifier: MIT */
/* The losses of one main indicator: a paragraph and the table of its components, as a plan prints
 * them. */
#ifndef DTI_PAPER_LOSS_MAIN_H
#define DTI_PAPER_LOSS_MAIN_H

#include "paper/paper.h"

/* group: of the losses by main indicator; top: the node above its items. */
void dti__paper_loss_main(struct dti__paper *paper, size_t group, size_t top);

#endif
