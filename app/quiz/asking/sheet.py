"""The sheet for blind review: one HTML file with authored and model-written questions unmarked.

Which is which stands in a key of its own, a JSON file that the reviewer does not get. The two
belong together by the sheet's id, which is made from all that the sheet shows.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from app.content.plaintext import fold
from app.quiz.asking.criteria import Criterion, criteria
from app.quiz.asking.types import Candidate
from app.quiz.options import split_options
from app.study.records import Origin

KEY_FORMAT = "segue-review-key/1"
_ID_LENGTH = 12


@dataclass(frozen=True)
class SheetItem:
    """A question to be reviewed; ``passage`` is plain text."""

    candidate: Candidate
    origin: Origin
    passage: str


@dataclass(frozen=True)
class Sheet:
    """A finished sheet.

    Attributes
    ----------
    html : str
        What the reviewer opens in a browser; it needs no other file and no network.
    key : mapping
        Which number is whose, to be kept from the reviewer.
    """

    html: str
    key: dict[str, Any]


def make_sheet(items: Iterable[SheetItem], template: Path, *, seed: int) -> Sheet:
    """Mix the questions and put them into the sheet.

    Parameters
    ----------
    template : Path
        The page around the questions.
    seed : int
        The same questions and seed give the same order.

    Raises
    ------
    OSError
        The template cannot be read.
    """
    mixed = sorted(items, key=lambda item: (item.candidate.key_point.id, item.candidate.text))
    random.Random(seed).shuffle(mixed)  # noqa: S311 - an order, not a secret
    articles = "\n".join(_article(number, item) for number, item in enumerate(mixed, 1))
    sheet_id = hashlib.sha256(articles.encode()).hexdigest()[:_ID_LENGTH]
    page = Template(template.read_text(encoding="utf-8"))
    html = page.substitute(sheet=sheet_id, count=str(len(mixed)), questions=articles)
    rows = {str(number): _key_row(item) for number, item in enumerate(mixed, 1)}
    return Sheet(html, {"format": KEY_FORMAT, "sheet": sheet_id, "questions": rows})


def write_sheet(sheet: Sheet, path: Path) -> Path:
    """Write a sheet, and its key beside it; return the key's path.

    Raises
    ------
    OSError
        A file cannot be written.
    """
    path.write_text(sheet.html, encoding="utf-8")
    key = path.with_name(f"{path.stem}.key.json")
    key.write_text(json.dumps(sheet.key, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return key


def _key_row(item: SheetItem) -> dict[str, Any]:
    candidate = item.candidate
    return {
        "origin": item.origin.value,
        "key_point": candidate.key_point.id,
        "angle": candidate.angle.value,
        "format": candidate.format.value,
        "question": candidate.text,
        "criteria": [each.id for each in criteria(bool(candidate.options))],
        "model": candidate.model,
        "prompt": candidate.prompt,
    }


def _article(number: int, item: SheetItem) -> str:
    """Return one question; nothing in it may depend on who wrote the question."""
    candidate = item.candidate
    point = candidate.key_point
    return f"""<article id="q{number}" data-number="{number}" aria-labelledby="t{number}">
<h2 id="t{number}"><span>{number}</span> {escape(" ".join(candidate.text.split()))}</h2>
{_options(candidate)}<dl>
<dt>Key point</dt><dd>{escape(point.claim)}</dd>
</dl>
<details open><summary>Passage</summary><p>{_passage(item)}</p></details>
<fieldset><legend>Tick what holds</legend>
{_boxes(number, criteria(bool(candidate.options)))}
<button type="button" class="all">All of these hold</button>
</fieldset>
<label class="note">Remarks<textarea name="note" rows="2"></textarea></label>
<label class="judged"><input type="checkbox" name="judged"> I have judged this question</label>
</article>"""


def _options(candidate: Candidate) -> str:
    if not candidate.options:
        return ""
    split = split_options([" ".join(each.text.split()) for each in candidate.options])
    rows = "".join(
        f"<li{' class=right' if each.right else ''}>{escape(ending)}"
        f"{' <em>(marked right)</em>' if each.right else ''}</li>\n"
        for each, ending in zip(candidate.options, split.endings, strict=True)
    )
    lead = f'<p class="lead">{escape(split.lead)}</p>\n' if split.lead else ""
    return f'{lead}<ol type="A">\n{rows}</ol>\n'


def _passage(item: SheetItem) -> str:
    """Return the passage with the words in it that the key point rests on marked."""
    before, quote, after = item.passage.partition(fold(item.candidate.key_point.quote))
    marked = f"<mark>{escape(quote)}</mark>" if quote else ""
    return f"{escape(before)}{marked}{escape(after)}"


def _boxes(number: int, asked: Sequence[Criterion]) -> str:
    return "\n".join(
        f'<label for="c{number}-{each.id}"><input type="checkbox" id="c{number}-{each.id}" '
        f'name="{each.id}" class="criterion"> {escape(each.text)}</label>'
        for each in asked
    )
