"""PDF as lines of text with their places and sizes; `layout` makes blocks of them.

pypdfium2 wraps PDFium, the reader of Chrome: of the free libraries it reads text most truly and
fastest (py-pdf's benchmark: 98 % of the text at 0.2 s a paper; pypdf 97 % at 2.6 s, pdfminer.six
90 % at 4.5 s), and it tells where a hyphen was put in by typesetting. It is built without a
JavaScript engine. Being C++, it runs in a process of its own, as everything here does.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from app.material.blocks import LONGEST_TEXT, Reading, tidy
from app.material.errors import MaterialError
from app.material.reading.layout import Entry, Line, blocks
from app.material.reading.titles import telling

MOST_PAGES = 1500
"""Pages of the longest document."""
_MOST_CHARACTERS = 60_000
"""Characters of a page that are read; a printed page has 3,000 to 8,000."""
_LONGEST_OUTLINE = 3000
_HYPHENS = frozenset([2, 0xFFFE])
_BREAKS = frozenset("\r\n")

_REFUSALS = {
    raw.FPDF_ERR_FORMAT: "is damaged or no PDF; get it again from where it came",
    raw.FPDF_ERR_PASSWORD: "is encrypted; save a copy without a password and add that",
    raw.FPDF_ERR_SECURITY: "is protected in a way that cannot be read; save a copy without that",
}

Progress = Callable[[int, int], None]


def read_pdf(content: bytes, name: str, progress: Progress = lambda _done, _all: None) -> Reading:
    """Read a PDF; ``progress`` is told how many pages of how many are done.

    Raises
    ------
    MaterialError
        It is encrypted or damaged, has too many pages, or no text.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        reason = _REFUSALS.get(getattr(error, "err_code", 0), _REFUSALS[raw.FPDF_ERR_FORMAT])
        raise MaterialError(name, reason) from error
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            reason = f"has {pages:,} pages; at most {MOST_PAGES:,} are read. Add a part of it"
            raise MaterialError(name, reason)
        lines: list[Line] = []
        length = 0
        for number in range(pages):
            for line in _lines_of(document, number, name):
                lines.append(line)
                length += len(line.text)
            if length > LONGEST_TEXT:
                reason = f"has more than {LONGEST_TEXT:,} characters. Add a part of it"
                raise MaterialError(name, reason, page=number + 1)
            progress(number + 1, pages)
        if not lines:
            reason = "has no text, only pictures; run it through text recognition (OCR) first"
            raise MaterialError(name, reason)
        title = telling(tidy(document.get_metadata_value("Title") or ""))
        found = blocks(lines, list(_outline(document)), pages)
    finally:
        document.close()
    return Reading(title or found.title, found.blocks, pages)


def _lines_of(document: pdfium.PdfDocument, number: int, name: str) -> Iterator[Line]:
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise MaterialError(name, "is damaged on this page", page=number + 1) from error
    height = page.get_height()
    count = min(text.count_chars(), _MOST_CHARACTERS)
    start, written = 0, list[str]()
    for index in range(count + 1):
        code = raw.FPDFText_GetUnicode(text, index) if index < count else 0x0A
        # PDFium runs a word on that was broken at the end of a line, and marks where.
        is_broken = code in _HYPHENS
        if not is_broken and chr(code) not in _BREAKS:
            written.append(chr(code))
            continue
        shown = _shown("".join(written))
        if shown:
            yield _line(text, (start, index), shown, is_broken, number + 1, height)
        start, written = index + 1, []
    text.close()
    page.close()


def _shown(written: str) -> str:
    # UTF-16 comes as halves of pairs, which belong together.
    return tidy(written.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _line(
    text: pdfium.PdfTextPage,
    place: tuple[int, int],
    shown: str,
    is_broken: bool,
    page: int,
    height: float,
) -> Line:
    start, end = place
    first = next(
        i for i in range(start, end) if not chr(raw.FPDFText_GetUnicode(text, i)).isspace()
    )
    # A bullet may be set in another size than the words behind it.
    middle = min(first + 3, end - 1)
    box, last = raw.FS_RECTF(), raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, first, box)
    raw.FPDFText_GetLooseCharBox(text, end - 1, last)
    return Line(
        text=shown,
        page=page,
        left=box.left,
        right=last.right,
        bottom=box.bottom,
        size=_size(text, middle, box.top - box.bottom),
        is_bold=raw.FPDFText_GetFontWeight(text, middle) >= 600 or _is_bold(text, middle),
        is_broken=is_broken,
        height=height,
    )


def _size(text: pdfium.PdfTextPage, index: int, height: float) -> float:
    """Return the size of a letter in points, as it is on the page; ``height`` is its line's."""
    size = float(raw.FPDFText_GetFontSize(text, index))
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(text, index, matrix):
        size *= abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    # Some programs say 1 and scale the letters elsewhere.
    return round(size if size >= 3 else height, 1)


def _is_bold(text: pdfium.PdfTextPage, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 128, flags)
    lowered = name.value.lower()
    return b"bold" in lowered or b"black" in lowered or b"-medi" in lowered


def _outline(document: pdfium.PdfDocument) -> Iterator[Entry]:
    for number, mark in enumerate(document.get_toc(max_depth=6)):
        if number >= _LONGEST_OUTLINE:
            return
        target = mark.get_dest()
        page = target.get_index() if target is not None else None
        title = tidy(mark.get_title())
        if page is not None and title:
            yield Entry(title, mark.level + 1, page + 1)
