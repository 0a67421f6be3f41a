#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Makes one site of the guides, the Python reference, the C reference and the index of messages.

usage: make-site.py ROOT BUILT SITE

BUILT is a build of libdti with the Python package. Warnings of Doxygen and Sphinx are errors, and so are links inside the site that
lead nowhere and anything that a page would fetch from the network.
"""

import html.parser
import importlib
import inspect
import os
import pathlib
import pkgutil
import re
import shutil
import subprocess
import sys
import urllib.parse

FETCHING = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src")}


def page(path, title, *parts):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{title}\n{'=' * len(title)}\n\n" + "\n\n".join(parts) + "\n", encoding="utf-8")


def contents(names):
    return ".. toctree::\n   :maxdepth: 1\n\n" + "\n".join(f"   {name}" for name in names)


def doxygen(root, built, work):
    xml = work / "xml"
    shutil.rmtree(xml, ignore_errors=True)
    settings = (root / "docs/Doxyfile").read_text(encoding="utf-8")
    settings += f'\nINPUT = "{root}/libdti/include/dti" "{built}/libdti/include/dti"\nOUTPUT_DIRECTORY = "{work}"\n'
    subprocess.run(["doxygen", "-"], input=settings, text=True, check=True)
    return xml


def c_reference(root, folder):
    """A page for each header, in the order of dti.h."""
    headers = re.findall(r"#include <dti/(\w+)\.h>", (root / "libdti/include/dti/dti.h").read_text(encoding="utf-8"))
    headers = ["dti", *headers, *sorted({"version"} - set(headers))]
    for name in headers:
        page(folder / "c" / f"{name}.rst", f"<dti/{name}.h>", f".. doxygenfile:: dti/{name}.h\n   :project: libdti")
    page(folder / "c.rst", "C reference", "One page for each public header.", contents(f"c/{name}" for name in headers))


def members(dti, module):
    """What users meet of a module: its classes, and its functions that are exported; of a package all that it exports."""
    if hasattr(module, "__path__"):
        return [(module.__name__, name, getattr(module, name)) for name in module.__all__]
    found = []
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
            continue
        exported = getattr(dti, name, None) is thing
        if inspect.isclass(thing) or (inspect.isfunction(thing) and exported):
            found.append(("dti" if exported else module.__name__, name, thing))
    return found


def python_reference(folder, package):
    """A page for each public module; what `import dti` gives is told under that name."""
    sys.path.insert(0, str(package))
    dti = importlib.import_module("dti")
    pages = []
    for name in sorted(found.name for found in pkgutil.iter_modules(dti.__path__, "dti.")):
        module = importlib.import_module(name)
        met = [] if "._" in name else members(dti, module)
        if not met:
            continue
        # Not in the index of modules: a function may have the name of its module, as dti.reconcile has.
        parts = [f".. automodule:: {name}\n   :noindex:\n   :no-members:"]
        for where, each, thing in met:
            if inspect.isclass(thing):
                parts.append(f".. autoclass:: {where}.{each}\n   :members:\n   :show-inheritance:")
            else:
                parts.append(f".. autofunction:: {where}.{each}")
        page(folder / "python" / f"{name}.rst", name, *parts)
        pages.append(f"python/{name}")
    page(folder / "python.rst", "Python reference", ".. automodule:: dti\n   :no-members:", contents(pages))


def assemble(root, work, package):
    """The sources of the site: the guides as they are, the references made, an anchor at each message."""
    source = work / "source"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    for guide in (root / "docs").glob("*.md"):
        shutil.copyfile(guide, source / guide.name)
    for name in ("conf.py", "site.css"):
        shutil.copyfile(root / "docs" / name, source / name)
    errors = source / "errors.md"
    text = errors.read_text(encoding="utf-8")
    errors.write_text(re.sub(r"^\| (DTI-\d+) \|", anchor, text, flags=re.MULTILINE), encoding="utf-8")
    c_reference(root, source / "reference")
    python_reference(source / "reference", package)
    return source


def anchor(match):
    return f'| <a id="{match[1].lower()}" href="#{match[1].lower()}">{match[1]}</a> |'


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.fetched = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for key, value in attrs:
            if key in ("id", "name") and value:
                self.ids.add(value)
            elif (tag, key) in FETCHING or (tag == "link" and key == "href"):
                self.fetched.append(value)
            elif key == "href" and value:
                self.links.append(value)


def check_links(site):
    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    faults = count = 0
    for path, found in pages.items():
        for link in [*found.links, *found.fetched]:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or parts.netloc:
                if link in found.fetched:
                    print(f"{path.relative_to(site)}: fetches {link}", file=sys.stderr)
                    faults += 1
                continue
            count += 1
            target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
            fragment = urllib.parse.unquote(parts.fragment)
            if not target.is_file() or (fragment and target in pages and fragment not in pages[target].ids):
                print(f"{path.relative_to(site)}: {link} leads nowhere", file=sys.stderr)
                faults += 1
    for style in site.rglob("*.css"):
        for address in re.findall(r"url\(\s*[\"']?(https?:)?//", style.read_text(encoding="utf-8")):
            print(f"{style.relative_to(site)}: fetches from {address}", file=sys.stderr)
            faults += 1
    print(f"{len(pages)} pages, {count} links, {faults} faults")
    return faults


def main(root, built, site):
    root, built, site = root.resolve(), built.resolve(), site.resolve()
    work = site.with_name(site.name + "-work")
    package = built / "bindings/python"
    if not (package / "dti/__init__.py").exists():
        sys.exit(f"{built} has no Python package: swig and python3-dev were not there when it was configured")
    xml = doxygen(root, built, work)
    source = assemble(root, work, package)
    shutil.rmtree(site, ignore_errors=True)
    env = dict(os.environ, DTI_XML=str(xml), DTI_PACKAGE=str(package))
    sphinx = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-d", work / "doctrees", source, site]
    subprocess.run(sphinx, check=True, env=env)
    return 1 if check_links(site) else 0


if __name__ == "__main__":
    sys.exit(main(*map(pathlib.Path, sys.argv[1:4])))
