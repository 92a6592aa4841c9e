"""Titles that programs put into files, and what of them is one."""

from __future__ import annotations

import re

_PROGRAM = re.compile(r"^(?:Microsoft (?:Word|PowerPoint|Excel)|LaTeX2e?|Google Docs?) - ", re.I)
_FILE = re.compile(
    r"\.(?:docx?|odt|rtf|tex|dvi|indd|qxd|pptx?|pages|ps|pdf|html?|md|txt)$", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"untitled(?:[ -]?(?:document|\d+))?|no title|title|document ?\d*|doc ?\d*|presentation ?\d*"
    r"|powerpoint presentation|slide ?\d*|\(?(?:anonymous|unspecified|unknown)\)?|index|home|null"
    r"|none|template|draft|paper|main|print|[\W\d_]*",
    re.IGNORECASE,
)


def telling(title: str) -> str:
    """Return a title if it says anything, else nothing: "untitled" and names of files do not."""
    plain = _PROGRAM.sub("", title).strip()
    if _FILE.search(plain) or _NO_TITLE.fullmatch(plain):
        return ""
    return plain
