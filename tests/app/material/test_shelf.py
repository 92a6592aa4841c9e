"""What is accepted is asked, shown and found like everything else."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.content.guide_page import guide_page
from app.content.library import Library, Shelf
from app.content.search import HitKind, SearchIndex
from app.content.types import Kind, Misconception, Wording
from app.material.page import LONGEST, as_markdown, escaped, sections_shown
from app.material.proposing import propose
from app.material.records import Content, Document, Draft, Proposal, State, key_point_id
from app.material.sections import Section
from app.material.shelf import put_accepted, put_material, unshown
from app.material.store import MaterialStore
from app.material.wording import Writer
from app.paths import GUIDES, PROMPTS, SEEDS
from app.quiz.lexical import Lexicon
from app.quiz.question import choice_question, short_questions

Add = Callable[[Path], Document]
SLUG = "machine-learning-engineer"


@pytest.fixture
def own_library() -> Library:
    return Library.load([Shelf(SEEDS, GUIDES)])


@pytest.fixture
def document(store: MaterialStore, add: Add, notes: Path) -> Document:
    document = add(notes)
    for _ in propose(store, document, Writer(None, PROMPTS, Lexicon())):
        pass
    return document


@pytest.fixture
def accepted(store: MaterialStore, document: Document) -> list[Proposal]:
    for each in store.proposals()[:2]:
        store.accept(each.id)
    return store.proposals(State.ACCEPTED)


def test_what_is_not_accepted_is_nowhere(
    store: MaterialStore, document: Document, own_library: Library
) -> None:
    before = own_library.key_points(SLUG)
    put_accepted(own_library, store)
    assert own_library.key_points(SLUG) == before
    assert own_library.guide(SLUG, document.slug) is None


def test_what_is_accepted_is_a_skill_with_a_guide(
    store: MaterialStore, document: Document, accepted: list[Proposal], own_library: Library
) -> None:
    put_accepted(own_library, store)
    skill = own_library.transitions[SLUG].skill(document.slug)
    assert (skill.kind, skill.lead) == (Kind.MATERIAL, document.title)
    points = own_library.key_points(SLUG, document.slug)
    assert [point.id for point in points] == [each.key_point for each in accepted]
    assert own_library.key_point(SLUG, points[0].id) == points[0]
    [question] = short_questions(points[0], SLUG)
    assert question.text == accepted[0].content.question
    choice = choice_question(points[0], SLUG, random.Random(1))
    assert choice.options[choice.right_option].text == accepted[0].content.claim
    guide = own_library.guide(SLUG, document.slug)
    assert guide is not None
    assert guide.sources["document"].id == "cache-notes.md"


def test_its_quotes_are_marked_where_they_stand_on_the_page(
    store: MaterialStore, document: Document, accepted: list[Proposal], own_library: Library
) -> None:
    put_accepted(own_library, store)
    guide = own_library.guide(SLUG, document.slug)
    assert guide is not None
    html = guide_page(guide).html
    for each in accepted:
        assert f'id="{each.key_point}"' in html


def test_it_is_found_by_search_and_forgotten_when_it_is_rejected(
    store: MaterialStore, accepted: list[Proposal], own_library: Library
) -> None:
    index = SearchIndex()
    put_accepted(own_library, store)
    index.update(own_library)
    kinds = {hit.kind for hit in index.search("page cache copies of blocks", transition=SLUG)}
    assert {HitKind.KEY_POINT, HitKind.SECTION} <= kinds
    for each in accepted:
        store.reject(each.id)
    put_accepted(own_library, store)
    index.update(own_library)
    assert "own-" not in {hit.skill[:4] for hit in index.search("page cache copies of blocks")}
    index.close()


def test_putting_it_in_again_changes_what_changed(
    store: MaterialStore, document: Document, accepted: list[Proposal], own_library: Library
) -> None:
    put_accepted(own_library, store)
    first = accepted[0]
    store.edit(first.id, replace(first.content, claim="A page cache is memory."))
    store.reject(accepted[1].id)
    put_accepted(own_library, store)
    [point] = own_library.key_points(SLUG, document.slug)
    assert (point.id, point.claim) == (first.key_point, "A page cache is memory.")
    assert own_library.key_point(SLUG, accepted[1].key_point) is None
    assert [s.slug for s in own_library.transitions[SLUG].skills].count(document.slug) == 1


def test_who_worded_what_goes_along_into_the_quiz(
    store: MaterialStore, add: Add, notes: Path, own_library: Library
) -> None:
    document = add(notes)
    text = store.sections(document.id)[0].text
    quote = text[: text.index(".") + 1]
    content = Content(quote, "caches", quote, "What is it?", (Misconception("A disk.", "No."),))
    by_model = ("claim", "question")
    draft = Draft(0, 0, len(quote), "definition", content, by_model, "m", "p/1")
    store.add_attempts(document.id, [draft])
    [proposal] = store.proposals()
    store.accept(proposal.id)

    def worded_by() -> tuple[Wording, Wording]:
        put_accepted(own_library, store)
        [point] = own_library.key_points(SLUG, document.slug)
        return point.worded_by, point.questions[0].worded_by

    assert worded_by() == (Wording.MODEL, Wording.MODEL)
    store.edit(proposal.id, replace(content, question="Where is it?"))
    assert worded_by() == (Wording.MODEL, Wording.LEARNER)
    # Another sign is no other wording, and an edit of something else changes nothing here.
    store.edit(proposal.id, replace(content, topic="a cache", question="What, is it?"))
    assert worded_by() == (Wording.MODEL, Wording.MODEL)
    store.edit(proposal.id, replace(content, claim="A cache is memory."))
    assert worded_by() == (Wording.LEARNER, Wording.MODEL)
    store.undo()
    store.undo()
    store.undo()
    assert worded_by() == (Wording.MODEL, Wording.MODEL)


def test_what_no_model_worded_is_the_documents(
    accepted: list[Proposal], store: MaterialStore, document: Document, own_library: Library
) -> None:
    put_accepted(own_library, store)
    for point in own_library.key_points(SLUG, document.slug):
        assert point.worded_by is Wording.DOCUMENT
        assert point.questions[0].worded_by is Wording.DOCUMENT


def test_a_key_point_has_the_same_id_on_every_machine() -> None:
    one = key_point_id("ab" * 32, "A page cache is a part of memory.")
    assert one == key_point_id("ab" * 32, "A page  cache\nis a part of memory")
    assert one != key_point_id("cd" * 32, "A page cache is a part of memory.")
    assert one != key_point_id("ab" * 32, "A page cache is a part of a disk.")
    # The study log of every learner rests on it.
    assert one == "own-0d354fedc0c6234f800b4e67"


def test_a_damaged_database_is_a_problem_and_the_rest_is_there(
    tmp_path: Path, own_library: Library
) -> None:
    (tmp_path / "material.db").write_bytes(b"damaged" * 1000)
    before = own_library.key_points(SLUG)
    put_material(own_library, tmp_path)
    [problem] = own_library.problems
    assert problem.rule == "material"
    assert own_library.key_points(SLUG) == before


def test_a_folder_without_database_is_not_touched(tmp_path: Path, own_library: Library) -> None:
    put_material(own_library, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        "It is *not* emphasised, nor _this_, `that` or **those**.",
        "# no heading",
        "1. no list, 2) nor this",
        "- no item + nor * these",
        "<script>alert(1)</script> & &amp; [link](javascript:x) ![p](http://x/y.png)",
        "$x^2$ costs $5 and a | b | c; a ~ b ~~ c; x = y",
        "    four blanks > quote",
        "https://example.com/a_b_c?x=1&y=2 and name@example.com",
        "\\(a\\) \\[b\\] [^1] [1]: http://x",
    ],
)
def test_text_is_shown_as_it_stands_whatever_signs_it_has(text: str) -> None:
    import re
    from html import unescape

    from app.content.render import render

    html = render(escaped(text)).html
    shown = unescape(re.sub(r"<[^>]*>", "", html)).strip()
    assert shown == text.strip()
    assert not re.search(r"<(?!/?p\b)", html), html


def test_code_is_shown_in_a_fence_that_it_cannot_leave() -> None:
    from app.material.blocks import BlockKind
    from app.material.sections import Stretch

    text = "```\n# not a heading\n````"
    section = Section(0, "Code", 1, None, text, (Stretch(BlockKind.CODE, 0, len(text)),))
    assert as_markdown([section]).split("\n\n")[1].startswith("`````\n```")


def test_of_a_very_long_document_the_sections_with_key_points_are_shown() -> None:
    long = tuple(Section(number, f"{number}", 1, None, "x" * 60_000) for number in range(5))
    assert [each.number for each in sections_shown(long, {1, 3})] == [1, 3]
    assert len(sections_shown(long[:3], {1})) == 3
    assert LONGEST < 5 * 60_000


@pytest.mark.parametrize(("sections", "left"), [(2, []), (40, list(range(1, 40)))])
def test_what_no_guide_shows_is_what_stands_elsewhere_in_a_very_long_document(
    store: MaterialStore,
    add: Add,
    tmp_path: Path,
    own_library: Library,
    sections: int,
    left: list[int],
) -> None:
    quote = "A page cache is a part of memory."
    path = tmp_path / "book.md"
    path.write_text("".join(f"# {n}\n\n{quote} {'x ' * 4000}\n\n" for n in range(sections)))
    document = add(path)
    assert [len(parts) for _, parts in unshown(own_library, store)] == [sections]
    content = Content(quote, "caches", quote, "What is it?", (Misconception("A disk.", "No."),))
    store.add_attempts(document.id, [Draft(0, 0, len(quote), "definition", content, (), "m", "p")])
    store.accept(store.proposals()[0].id)
    put_accepted(own_library, store)
    assert [each.number for _, parts in unshown(own_library, store) for each in parts] == left
