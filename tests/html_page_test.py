#!/usr/bin/env python3
"""Holds HTML pages to what Stet promises of them: well formed, ids unique and the same as in the JSON, every link leads
somewhere, headings without gaps, table heads with scopes, images with alternatives, nothing loaded or run, and the words
of the JSON's paragraphs and notes in their order.

usage: html_page_test.py PAGE.html...   (PAGE.json beside each)
"""
import html.parser
import json
import pathlib
import re
import sys
from urllib.parse import unquote

VOID = {"meta", "br", "img", "link", "hr", "input", "circle", "path", "line", "polyline", "rect"}
RUNS_OR_LOADS = {"script", "iframe", "object", "embed", "link", "form", "base"}
LOADING = {"src", "srcset", "poster", "data", "action", "background"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.faults, self.ids, self.targets, self.headings, self.text = [], [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in RUNS_OR_LOADS:
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on"):
                self.faults.append(f"{tag} {name}")
            if name in LOADING and not (value or "").startswith("data:image/"):
                self.faults.append(f"{tag} {name}={value}")
            if name == "href" and not re.match(r"#|https?:|mailto:|tel:", value, re.I):
                self.faults.append(f"link to {value}")
        if "id" in values:
            self.ids.append(values["id"])
            if re.search(r"\s", values["id"]):
                self.faults.append(f"white space in id {values['id']}")
        for name in ("href", "aria-labelledby"):
            if values.get(name, "").startswith("#") or name == "aria-labelledby" and name in values:
                self.targets.append(values[name].removeprefix("#"))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "img" and "alt" not in values:
            self.faults.append("an image without alternative")
        if tag == "th" and values.get("scope") not in ("row", "col", "rowgroup", "colgroup"):
            self.faults.append("a head cell without scope")
        if tag not in ("a", "abbr", "strong", "em", "sup", "span"):
            self.text.append(" ")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if "style" not in self.open and "sup" not in self.open:  # sup: the number of a note
            self.text.append(data)


def words(text):
    return re.findall(r"[^\W_]+", text)


def every_text(report):
    """What the page must say, piece by piece."""
    yield report["report"]["subject"] or report["report"]["title"]
    for judgement in report["judgements"]:
        if judgement["number"]:
            yield judgement["title"]
    for kind in ("paragraphs", "footnotes"):
        for item in report[kind]:
            yield from filter(None, item["text"].split("\n"))


def check(path):
    page = Page()
    source = path.read_text(encoding="utf8")
    page.feed(source)
    page.close()
    faults = list(page.faults)
    faults += [f"<{tag}> is not closed" for tag in page.open]
    faults += [f"id {i} stands twice" for i in set(page.ids) if page.ids.count(i) > 1]
    ids = set(page.ids)
    faults += [f"#{t} leads nowhere" for t in page.targets if unquote(t) not in ids]
    if page.headings[:1] != [1] or page.headings.count(1) != 1:
        faults.append("not one h1 at the top")
    faults += [f"h{b} follows h{a}" for a, b in zip(page.headings, page.headings[1:]) if b > a + 1]
    if "default-src 'none'" not in source:
        faults.append("no content security policy")
    twin = path.with_suffix(".json")
    if twin.exists():
        report = json.loads(twin.read_text(encoding="utf8"))
        faults += [f"no element has id {p['id']}" for p in report["paragraphs"] if p["id"] and p["id"] not in ids]
        said = f" {' '.join(words(''.join(page.text)))} ".lower()
        faults += [f"missing: {t[:80]}" for t in every_text(report) if words(t) and f" {' '.join(words(t))} ".lower() not in said]
    return faults


failed = 0
for name in sys.argv[1:]:
    faults = check(pathlib.Path(name))
    failed += bool(faults)
    for fault in faults[:20]:
        print(f"{pathlib.Path(name).name}: {fault}")
print(f"{len(sys.argv) - 1 - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
