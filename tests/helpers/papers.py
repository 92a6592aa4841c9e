"""Small real documents: Markdown notes, and PDFs that reportlab sets as programs do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
)

NOTES = """\
---
title: How the page cache works
---

# How the page cache works

A page cache is a part of memory that keeps copies of blocks of the disk. Reading a block from \
memory takes 100 nanoseconds, whereas reading it from the disk takes 4 milliseconds.

## Writing

The cache delays writes because many of them change the same block again. It writes a changed \
block back after at most 30 seconds. A power cut loses what was not written back, so a database \
must ask for a flush after each commit.

- The default size is 25 % of memory.
- Version 3 removed the `no-flush` option.

```python
cache.flush()  # Reading this as prose would be wrong because it is code.
```

## References

Smith, J. (2019) found that caches are faster than disks because they are nearer.
"""
"""Markdown with definitions, numbers, causes and decisions, with code and references."""

_BODY = (
    "A bloom filter is a bit array that tells whether an element was probably added. "
    "It never returns a false negative, because bits are only ever set. "
    "The rate of false positives falls from 5 % to 1 % when ten bits are spent on each element. "
)
_COST = (
    "Looking an element up takes the same time however many elements were added, because the "
    "number of hash functions is fixed. Deleting an element is not supported, since its bits may "
    "belong to others. Counting filters need four times as much memory as plain filters. "
)


def make_paper(path: Path, *, outline: bool = False) -> Path:
    """Set a paper of several pages in two columns, with a running head and references."""
    styles = getSampleStyleSheet()
    body = ParagraphStyle("body", parent=styles["BodyText"], fontSize=10, leading=12.5)
    heading = ParagraphStyle("section", parent=styles["Heading2"], fontSize=13)
    story: list[Flowable] = [
        Paragraph("Filters That Forget Nothing", ParagraphStyle("t", fontSize=20, leading=24)),
        _Section("1 Introduction", heading, outline=outline),
        *(Paragraph(_BODY, body) for _ in range(1)),
        ListFlowable(
            [
                ListItem(Paragraph("Each element sets at most seven bits of the array.", body)),
                ListItem(Paragraph("A filter must be sized before the first element.", body)),
            ],
            bulletType="bullet",
            start="•",
        ),
        Paragraph("Figure 1: A filter is larger than its caption.", _small()),
        _Section("2 Cost", heading, outline=outline),
        Paragraph(_COST, body),
        *(Paragraph(_filler(number), body) for number in range(24)),
        _Section("References", heading, outline=outline),
        Paragraph("Bloom, B. (1970) showed that space is cheaper than certainty.", body),
    ]
    width = (A4[0] - 50 * mm) / 2
    frames = [
        Frame(20 * mm, 25 * mm, width, A4[1] - 55 * mm, id="left"),
        Frame(30 * mm + width, 25 * mm, width, A4[1] - 55 * mm, id="right"),
    ]
    document = BaseDocTemplate(str(path), pagesize=A4, title="Filters That Forget Nothing")
    document.addPageTemplates(PageTemplate("two", frames, onPage=_running_head))
    document.build(story)
    return path


def make_long(path: Path, pages: int) -> Path:
    """Set a book of so many pages with a heading and 30 lines on each."""
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(60, 760, f"{page} Chapter on filter number {page}")
        _draw_lines(canvas, [f"Filter {page} keeps {page + line} elements." for line in range(30)])
        canvas.showPage()
    canvas.save()
    return path


def make_lines(path: Path, lines: Sequence[str], *, password: str | None = None) -> Path:
    """Set one page of lines, encrypted if a password is given."""
    encryption = StandardEncryption(password, strength=128) if password is not None else None
    canvas = Canvas(str(path), pagesize=A4, encrypt=encryption)
    _draw_lines(canvas, lines)
    canvas.save()
    return path


def make_picture_only(path: Path) -> Path:
    """Make a page that has lines and boxes and no letters, as a scan has."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.rect(100, 100, 300, 400, fill=1)
    canvas.save()
    return path


def _draw_lines(canvas: Canvas, lines: Sequence[str]) -> None:
    canvas.setFont("Helvetica", 10)
    for number, line in enumerate(lines):
        canvas.drawString(60, 720 - 14 * number, line)


def _running_head(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(20 * mm, A4[1] - 12 * mm, "Journal of Filters, Volume 7")
    canvas.drawString(A4[0] / 2, 10 * mm, str(document.page))


def _small() -> ParagraphStyle:
    return ParagraphStyle("caption", fontSize=8, leading=10)


def _filler(number: int) -> str:
    return (
        f"Run {number} of the experiment used {number + 3} machines with the same settings, and "
        "each of them kept the array in memory while the elements were read from a file. "
    ) * 3


class _Section(Paragraph):  # type: ignore[misc] - reportlab has no types
    """A heading that enters itself in the outline, if there is to be one."""

    def __init__(self, text: str, style: ParagraphStyle, *, outline: bool) -> None:
        super().__init__(text, style)
        self._outline = text if outline else None

    def draw(self) -> None:
        if self._outline is not None:
            self.canv.bookmarkPage(self._outline)
            self.canv.addOutlineEntry(self._outline, self._outline, 0)
        super().draw()
