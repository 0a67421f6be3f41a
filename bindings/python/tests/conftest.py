# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""What the tests share: the documents of the source tree."""

import pathlib

import pytest

import dti

ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def root():
    """The source tree."""
    return ROOT


@pytest.fixture(scope="session")
def data():
    """The example documents."""
    return ROOT / "examples/data"


@pytest.fixture(scope="session")
def framework():
    """The catalogue of Decision 922."""
    return dti.Framework.builtin()
