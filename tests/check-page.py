#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The libdti authors
# SPDX-License-Identifier: MIT
"""Pages are valid HTML5, need no network and no script, and can be read by everybody: structure, names, contrast of colours.

usage: check-page.py PROGRAM FOLDER [DTI ROOT]    (PROGRAM writes pages to FOLDER, and so does the command on the examples)
       check-page.py PAGE.html...
"""

import pathlib
import re
import subprocess
import sys

try:
    import html5lib
except ImportError:
    print("html5lib is missing (Debian: python3-html5lib)")
    sys.exit(77)

ELEMENTS = set(
    "html head meta title style body a header footer nav main h1 h2 h3 h4 h5 p strong ul li dl div dt dd blockquote br figure figcaption "
    "table caption span thead tbody tr th td svg desc rect line circle text tspan".split()
)
ATTRIBUTES = set(
    "aria-describedby aria-labelledby charset class content cx cy height href id lang name r role scope tabindex width x x1 x2 y y1 y2".split()
)

# What meets what: words on grounds need 4.5 (WCAG 1.4.3), shapes on grounds 3 (1.4.11). The quiet shapes say nothing that words do not.
WORDS = [(ink, ground) for ink in ("ink", "quiet", "accent") for ground in ("paper", "panel", "alert")]
WORDS += [("good", "paper"), ("bad", "paper")]
SHAPES = [(shape, ground) for shape in ("bar", "accent", "good", "bad", "frame") for ground in ("paper", "track")]
SHAPES += [("bad", "left"), ("ink", "track"), ("alert-edge", "paper"), ("accent", "panel"), ("frame", "paper")]
QUIET = {"rule", "track", "left", "panel", "alert", "paper"}


def name_of(node):
    return re.sub(r"^\{.*\}", "", node.tag) if isinstance(node.tag, str) else ""


def text_of(node):
    return " ".join("".join(node.itertext()).split())


def all_of(root, *names):
    return [node for node in root.iter() if name_of(node) in names]


def parse(text):
    parser = html5lib.HTMLParser(strict=False)
    root = parser.parse(text)
    return root, ["line %d: %s" % (where[0], code) for where, code, _ in parser.errors]


def headings(root):
    last, faults = 0, []
    found = [(int(name_of(node)[1]), node) for node in all_of(root, "h1", "h2", "h3", "h4", "h5", "h6")]
    if [depth for depth, _ in found].count(1) != 1:
        faults.append("not one h1")
    for depth, node in found:
        if depth > last + 1:
            faults.append("h%d after h%d: %s" % (depth, last, text_of(node)))
        if not text_of(node):
            faults.append("h%d without text" % depth)
        last = depth
    return faults


def tables(root):
    for table in all_of(root, "table"):
        captions = all_of(table, "caption")
        label = text_of(captions[0]) if captions else ""
        if len(captions) != 1 or not label:
            yield "table without caption"
        if not all_of(table, "thead") or not all_of(table, "tbody"):
            yield "table without thead or tbody: " + label
        for head in all_of(table, "th"):
            if head.get("scope") not in ("row", "col"):
                yield "th without scope in: " + label
            if not text_of(head):
                yield "th without text in: " + label
        widths = {len(list(row)) for row in all_of(table, "tr")}
        if len(widths) != 1:
            yield "rows of %s cells in: %s" % (sorted(widths), label)


def scrolling(root):
    parents = {child: parent for parent in root.iter() for child in parent}
    for table in all_of(root, "table"):
        around = parents[table]
        columns = len(list(all_of(table, "tr")[0]))
        if "scroll" in around.get("class", "").split():
            if (around.get("role"), around.get("tabindex")) != ("region", "0") or not around.get("aria-labelledby"):
                yield "scrolling region that keys do not reach or that has no name"
        elif columns > 3:
            yield "table of %d columns outside of a scrolling region" % columns


def pictures(root):
    for svg in all_of(root, "svg"):
        titles, descriptions = all_of(svg, "title"), all_of(svg, "desc")
        if svg.get("role") != "img" or len(titles) != 1 or len(descriptions) != 1:
            yield "svg without role, title or desc"
        elif not text_of(titles[0]) or not text_of(descriptions[0]):
            yield "svg with an empty title or desc"
        elif (svg.get("aria-labelledby"), svg.get("aria-describedby")) != (titles[0].get("id"), descriptions[0].get("id")):
            yield "svg that does not name its own title and desc"


def names(root):
    ids = [node.get("id") for node in root.iter() if node.get("id") is not None]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield "id twice: " + name
    for node in root.iter():
        for key in ("aria-labelledby", "aria-describedby"):
            if node.get(key) is not None and node.get(key) not in ids:
                yield "%s names no id: %s" % (key, node.get(key))
        target = node.get("href")
        if target is not None and not (target.startswith("#") and target[1:] in ids):
            yield "link that leads nowhere on the page: " + target


def contents(root):
    """Headings with ids of the first two depths below the title, if there are two or more, are in the contents."""
    wanted = ["#" + node.get("id") for node in all_of(root, "h2", "h3") if node.get("id") not in (None, "contents-title")]
    listed = [link.get("href") for nav in all_of(root, "nav") for link in all_of(nav, "a")]
    if listed != (wanted if len(wanted) > 1 else []):
        yield "contents list %s, headings are %s" % (listed, wanted)


def frame(root, text):
    html = next(iter(all_of(root, "html")))
    if html.get("lang") not in ("vi", "en"):
        yield "html without lang"
    if not text.startswith("<!DOCTYPE html>\n"):
        yield "no doctype"
    if len(all_of(all_of(root, "head")[0], "title")) != 1 or not text_of(all_of(root, "title")[0]):
        yield "no title"
    if not any(node.get("name") == "viewport" and node.get("content") == "width=device-width, initial-scale=1" for node in all_of(root, "meta")):
        yield "no viewport"
    first = next((node for node in list(all_of(root, "body")[0])), None)
    if first is None or name_of(first) != "a" or first.get("href") != "#main":
        yield "the page does not begin with a link to its content"
    if len(all_of(root, "main")) != 1:
        yield "not one main"
    for node in root.iter():
        if name_of(node) and name_of(node) not in ELEMENTS:
            yield "element <%s>" % name_of(node)
        for key in node.keys():
            if re.sub(r"^\{.*\}", "", key) not in ATTRIBUTES:
                yield "attribute %s of <%s>" % (key, name_of(node))
    if re.search(r"https?://|url\(|@import|@font-face|javascript:", style_of(root)):
        yield "the style asks for something from outside"


def style_of(root):
    return "".join("".join(node.itertext()) for node in all_of(root, "style"))


def classes(root):
    """Every class is known to the style sheet."""
    style = style_of(root)
    used = {name for node in root.iter() for name in (node.get("class") or "").split()}
    for name in sorted(used):
        if not re.search(r"\.%s(?![\w-])" % re.escape(name), style) and name not in ("label", "plain", "bars", "waterfall", "ranks"):
            yield "class without a style: " + name


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours(style):
    """Both sets of variables keep their distances; no colour is written anywhere else, and each is in some pair."""
    sets = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{([^}]*)\}", style) if "--ink:" in block]
    if len(sets) != 2 or set(sets[0]) != set(sets[1]):
        return ["not one light and one dark set of the same colours"]
    faults = []
    for title, colour in zip(("light", "dark"), sets):
        for least, pairs in ((4.5, WORDS), (3, SHAPES)):
            for one, other in pairs:
                ratio = contrast(colour[one], colour[other])
                if ratio < least:
                    faults.append("%s: %s on %s has %.2f:1, below %s:1" % (title, one, other, ratio, least))
    paired = {name for pair in WORDS + SHAPES for name in pair} | QUIET
    faults += ["colour of which nobody knows what it meets: " + name for name in sorted(set(sets[0]) - paired)]
    used = set(re.findall(r"var\(--([\w-]+)\)", style))
    faults += ["colour that is not declared or not used: " + name for name in sorted(used ^ set(sets[0]))]
    rest = re.sub(r"--[\w-]+: #[0-9a-f]{6};", "", style)
    faults += ["colour outside of the variables: " + name for name in re.findall(r"(?<![\w-])#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", rest)]
    for block in re.findall(r"\.(?:good|bad)::before \{([^}]*)\}", style):
        if "content:" not in block:
            faults.append("a tone is told by colour alone")
    if len(re.findall(r"td\.(?:good|bad)::before", style)) != 2:
        faults.append("a tone is told by colour alone")
    return faults


def faults_of(text):
    root, faults = parse(text)
    checks = [headings(root), tables(root), scrolling(root), pictures(root), names(root), contents(root), frame(root, text), classes(root)]
    return faults + [fault for found in checks for fault in found] + colours(style_of(root))


def self_check(text):
    """Faults that are put into a good page are found; otherwise this test could not fail."""
    spoilt = {
        "not closed": ("</main>", ""),
        "second h1": ("<h2 id", "<h1>x</h1><h2 id"),
        "gap": ("</h1>", "</h1><h4>x</h4>"),
        "script": ("</body>", "<script></script></body>"),
        "style attribute": ("<main", '<main style="color:red"'),
        "load": ("</footer>", '<img src="http://example.org/x.png" alt=""></footer>'),
        "scope": (' scope="col"', ""),
        "caption": (re.compile(r"<caption.*?</caption>", re.DOTALL), ""),
        "lang": (' lang="vi"', ""),
        "link": ('href="#main"', 'href="#elsewhere"'),
        "id": ('id="main"', 'id="contents-title"'),
        "picture": (' role="img"', ""),
        "description": (re.compile(r"<desc.*?</desc>", re.DOTALL), ""),
        "region": (' tabindex="0"', ""),
        "contrast": ("--quiet: #4d5c6b", "--quiet: #9d9c9b"),
        "tone": ("td.bad::before", "td.other::before"),
    }
    for name, (before, after) in spoilt.items():
        changed = before.sub(after, text, count=1) if isinstance(before, re.Pattern) else text.replace(before, after, 1)
        if changed == text:
            yield "nothing to spoil for: " + name
        elif not faults_of(changed):
            yield "not found when put in: " + name


def write_reports(folder, command, root):
    for name, kind in (("quangnam-2022", "analysis"), ("bacninh-2020", "analysis"), ("example-reply-2023", "explanation")):
        for lang in ("vi", "en"):
            page = folder / ("%s-%s.html" % (name, lang))
            dossier = str(pathlib.Path(root) / "examples" / "data" / (name + ".json"))
            line = [command, "report", dossier, "--kind", kind, "--format", "html", "--lang", lang, "--output", str(page)]
            subprocess.run(line, check=True, stdout=subprocess.DEVNULL)


def main(arguments):
    faults = 0
    paths = [pathlib.Path(name) for name in arguments]
    is_written = paths[0].suffix != ".html"
    if is_written:
        paths[1].mkdir(parents=True, exist_ok=True)
        for old in paths[1].glob("*.html"):
            old.unlink()
        subprocess.run([str(paths[0]), str(paths[1])], check=True)
        if len(arguments) == 4:
            write_reports(paths[1], arguments[2], arguments[3])
        paths = sorted(paths[1].glob("*.html"))
    for path in paths:
        text = path.read_text(encoding="utf-8")
        found = faults_of(text)
        if is_written and path.stem == "usual":
            found += self_check(text)
        for fault in found:
            print("%s: %s" % (path.name, fault), file=sys.stderr)
        faults += len(found)
    print("%d pages, %d faults" % (len(paths), faults))
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
