"""The sheet for blind review shows all that a reviewer needs, and nothing of who wrote what."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.content.library import Library
from app.content.plaintext import fold
from app.paths import RESOURCES
from app.quiz.asking.criteria import CRITERIA, criteria
from app.quiz.asking.mutants import Sample, authored
from app.quiz.asking.sheet import SheetItem, make_sheet, write_sheet
from app.quiz.options import split_options
from app.study.records import Origin
from tests.helpers.guide_contexts import material

TEMPLATE = RESOURCES / "review" / "sheet.html"
VOID = {"meta", "input", "br", "link", "img"}


class Page(HTMLParser):
    """Checks that tags are nested rightly, and keeps elements and the text of articles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def items(library: Library) -> list[SheetItem]:
    ours = material(library)
    samples: list[Sample] = list(authored(ours.contexts, ours.points))
    chosen = random.Random(4).sample(samples, 12)
    return [
        SheetItem(
            each.candidate,
            Origin.MODEL if number % 2 else Origin.AUTHORED,
            each.context.passage,
        )
        for number, each in enumerate(chosen)
    ]


def html_of(items: list[SheetItem], seed: int = 1) -> str:
    return make_sheet(items, TEMPLATE, seed=seed).html


def test_every_question_stands_there_with_passage_key_point_and_boxes(
    items: list[SheetItem],
) -> None:
    page = Page(html_of(items))
    text = " ".join("".join(page.text).split())
    for item in items:
        candidate = item.candidate
        assert candidate.text in text
        assert " ".join(candidate.key_point.claim.split()) in text
        assert item.passage in text
        split = split_options([" ".join(option.text.split()) for option in candidate.options])
        assert split.lead in text
        for ending in split.endings:
            assert ending in text
    boxes = [each["name"] for each in page.all("input") if each.get("class") == "criterion"]
    wanted = [each.id for item in items for each in criteria(bool(item.candidate.options))]
    assert sorted(filter(None, boxes)) == sorted(wanted)
    assert len(page.all("textarea")) == len(page.all("article")) == len(items)


def test_the_words_that_the_key_point_rests_on_are_marked(items: list[SheetItem]) -> None:
    html = html_of(items[:1])
    found = re.search(r"<mark>(.*?)</mark>", html, re.DOTALL)
    assert found is not None
    assert Page(f"<p>{found[1]}</p>").text == [fold(items[0].candidate.key_point.quote)]


def test_nothing_tells_who_wrote_a_question(items: list[SheetItem]) -> None:
    """The page is the same, to the byte, when the origins are exchanged."""
    other = {Origin.MODEL: Origin.AUTHORED, Origin.AUTHORED: Origin.MODEL}
    swapped = [
        replace(
            item,
            origin=other[item.origin],
            candidate=replace(item.candidate, model="another-model", prompt="word/9", seconds=7),
        )
        for item in items
    ]
    assert html_of(swapped) == html_of(items)
    assert html_of(list(reversed(items))) == html_of(items)


def test_the_order_is_drawn_with_the_seed(items: list[SheetItem]) -> None:
    def order(seed: int) -> list[str]:
        sheet = make_sheet(items, TEMPLATE, seed=seed)
        return [row["question"] for row in sheet.key["questions"].values()]

    assert order(1) == order(1)
    assert order(1) != order(2)


def test_the_key_says_which_is_which_and_belongs_to_this_sheet_only(
    items: list[SheetItem], tmp_path: Path
) -> None:
    sheet = make_sheet(items, TEMPLATE, seed=1)
    path = write_sheet(sheet, tmp_path / "review.html")
    assert path == tmp_path / "review.key.json"
    key = json.loads(path.read_text("utf-8"))
    origins = {item.candidate.text: item.origin.value for item in items}
    page = (tmp_path / "review.html").read_text("utf-8")
    headings = re.findall(r"<h2 [^>]*><span>(\d+)</span> (.*?)</h2>", page, re.DOTALL)
    assert len(headings) == len(items)
    for number, heading in headings:
        row = key["questions"][number]
        assert row["question"] == "".join(Page(f"<p>{heading}</p>").text)
        assert row["origin"] == origins[row["question"]]
    assert f'data-sheet="{key["sheet"]}"' in page
    assert make_sheet(items[1:], TEMPLATE, seed=1).key["sheet"] != key["sheet"]


def test_the_page_needs_no_other_file_and_no_network(items: list[SheetItem]) -> None:
    page = Page(html_of(items))
    assert not page.all("link") + page.all("img") + page.all("iframe")
    assert all("src" not in each for each in page.all("script"))
    (policy,) = (each for each in page.all("meta") if each.get("http-equiv"))
    assert str(policy["content"]).startswith("default-src 'none'")


def test_every_box_has_a_label_and_every_id_is_unique(items: list[SheetItem]) -> None:
    page = Page(html_of(items))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    labelled = {each["for"] for each in page.all("label") if "for" in each}
    assert {
        each["id"] for each in page.all("input") if each.get("class") == "criterion"
    } == labelled


def test_what_a_model_wrote_cannot_change_the_page(items: list[SheetItem]) -> None:
    attack = '</article><script>alert("x")</script><b>Why?'
    candidate = replace(items[0].candidate, text=attack)
    page = Page(html_of([replace(items[0], candidate=candidate)]))
    assert len(page.all("script")) == len(page.all("article")) == 1
    assert attack in "".join(page.text)


def test_ids_of_criteria_are_unique() -> None:
    assert len({each.id for each in CRITERIA}) == len(CRITERIA)
