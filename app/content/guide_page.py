"""A guide as it is read: its text with the key points marked, then its scenarios and sources."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from app.content.marks import mark_key_points
from app.content.page_text import REFERENCES
from app.content.plaintext import FENCED
from app.content.render import Heading, Page, render
from app.content.types import Guide, Scenario, Source

SCENARIO_ANCHOR = "scenario-"
"""What stands before the id of a scenario in its anchor, which no heading may then have."""

_TOP_HEADING = re.compile(r"^## +(?P<title>[^\n]+?)(?: +#+)?[ \t]*$", re.MULTILINE)


def guide_page(guide: Guide) -> Page:
    """Return the page of a guide.

    Scenarios are listed without their model answers. Sources are listed only where the guide's own
    text has no such list.
    """
    page = render(f"# {guide.title}\n\n{guide.source}", guide.path.parent)
    parts = [mark_key_points(page.html, guide.key_points)]
    headings = list(page.headings)

    def add(title: str, items: Iterator[str]) -> None:
        taken = {heading.anchor for heading in headings}
        anchor = title.lower()
        while anchor in taken:
            anchor += "-"
        headings.append(Heading(2, title, anchor))
        parts.append(f'<h2 id="{anchor}">{title}</h2>\n<ol>\n{"".join(items)}</ol>\n')

    if guide.sources and not any(each.text.lower() in REFERENCES for each in headings):
        add("Sources", (_source(source) for source in guide.sources.values()))
    if guide.scenarios:
        add("Scenarios", (_scenario(scenario) for scenario in guide.scenarios))
    return Page("".join(parts), tuple(headings), page.images)


def count_sections(guide: Guide) -> int:
    """Return how many sections its page has that are there to be read, without rendering it."""
    outside = FENCED.sub("", guide.source)
    titles = [match["title"].strip().lower() for match in _TOP_HEADING.finditer(outside)]
    return sum(title not in REFERENCES for title in titles) + bool(guide.scenarios)


def _scenario(scenario: Scenario) -> str:
    # Its text is no Markdown: the quiz shows it as it stands, and so does the page.
    text = html.escape(scenario.text)
    return f'<li><p id="{SCENARIO_ANCHOR}{scenario.id}">{text}</p></li>\n'


def _source(source: Source) -> str:
    said = f"{source.authors} ({source.year}). {source.title}. {source.id}"
    return f"<li>{html.escape(said)}</li>\n"
