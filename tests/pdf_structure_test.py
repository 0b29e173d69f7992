#!/usr/bin/env python3
"""Writes the sample PDFs and checks their structure; then damages one in several ways and asks for the checkpoint.

usage: pdf_structure_test.py PROGRAM CHECKER
"""
import pathlib
import subprocess
import sys
import tempfile

program, checker = sys.argv[1:]
DAMAGES = [(b"/Tabs/S", b"/Tabs/R", "28-009"), (b"/S/TH/", b"/S/TX/", "02-001"), (b"/O/Table/Scope/Row", b"/O/Table/Scopf/Row", "15-003"),
           (b"/Marked true", b"/Marked null", "06-002"), (b"/ID(note-1)", b"/IX(note-1)", "19-003"), (b"/Alt(", b"/Alu(", "13-004"),
           (b"/S/H2/", b"/S/H4/", "14-003"), (b"<</Type/OBJR/Obj ", b"<</Type/OBJR/Obk ", "28-011"),
           (b"/ToUnicode ", b"/ToUnicodf ", "10-001"), (b"/BBox[", b"/BBoy[", "13-004"), (b"/S/TOC/", b"/S/Div/", "09-006"),
           (b"/S/LI/", b"/S/TR/", "09-005"), (b"/S/Reference/", b"/S/BlockQuot/", "02-001")]
# What the hard report must have: an abbreviation's expansion, cells' headers, a picture with alpha, a decorative one.
HARD = [b"/E(Local Safeguarding Children Board)", b"/Headers[", b"/SMask ", b"/RowSpan 2", b"/ColSpan 2"]

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([program, folder], check=True, stdout=subprocess.DEVNULL)
    files = sorted(str(p) for p in pathlib.Path(folder).glob("*.pdf"))
    assert len(files) >= 6, files
    result = subprocess.run([checker, *files], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    hard = pathlib.Path(folder, "torture.pdf").read_bytes()
    assert all(part in hard for part in HARD), [part for part in HARD if part not in hard]
    assert hard.count(b"/Subtype/Link") >= 400
    whole = pathlib.Path(folder, "report.pdf").read_bytes()
    damaged = pathlib.Path(folder, "damaged.pdf")
    for old, new, checkpoint in DAMAGES:
        assert old in whole, old
        damaged.write_bytes(whole.replace(old, new, 1))
        result = subprocess.run([checker, str(damaged)], capture_output=True, text=True)
        assert result.returncode != 0 and checkpoint in result.stdout + result.stderr, (old, result.stdout, result.stderr[-300:])
print(f"{len(files)} files and {len(DAMAGES)} damages")
