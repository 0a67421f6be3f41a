# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""How Sphinx makes the site. docs/make-site.py calls it, with the folder of Doxygen's XML and that of the package set."""

import os
import sys

sys.path.insert(0, os.environ["DTI_PACKAGE"])

import dti  # noqa: E402
from sphinx.ext.napoleon import Config, GoogleDocstring  # noqa: E402

project = "libdti"
author = "The libdti authors"
copyright = "2026 The libdti authors, MIT licence"
release = dti.__version__

extensions = ["breathe", "myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["README*"]

# User guides are Markdown as GitHub shows it; links to headings are its slugs.
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
myst_heading_anchors = 4
# Examples of documents leave things out with "…", which is no JSON.
suppress_warnings = ["myst.header", "misc.highlighting_failure"]

breathe_projects = {"libdti": os.environ["DTI_XML"]}
breathe_default_project = "libdti"
breathe_domain_by_extension = {"h": "c"}
breathe_show_include = False
primary_domain = "py"
highlight_language = "none"

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
add_module_names = False
toc_object_entries_show_parents = "hide"

# Everything the pages need lies beside them: they are read without network.
html_theme = "furo"
html_static_path = ["site.css"]
html_css_files = ["site.css"]
html_title = f"libdti {release}"
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"font-stack": '"Be Vietnam Pro", "Noto Sans", system-ui, "DejaVu Sans", sans-serif'},
    "dark_css_variables": {"font-stack": '"Be Vietnam Pro", "Noto Sans", system-ui, "DejaVu Sans", sans-serif'},
}


def without_constructor(app, what, name, thing, options, signature, returned):
    """Objects are made by class methods, by other objects or raised: how a class is called would only mislead."""
    return ("", None) if what in ("class", "exception") else None


def sections(app, what, name, thing, options, lines):
    """Args, Raises and Returns. Of properties napoleon would take "Points: int64, read-only" for a type and its description."""
    what = "method" if what in ("property", "attribute") else what
    lines[:] = GoogleDocstring(lines, Config(), None, what, name, thing, options).lines()


def setup(app):
    app.connect("autodoc-process-docstring", sections)
    app.connect("autodoc-process-signature", without_constructor)
