"""Which sentences are worth a key point."""

from __future__ import annotations

import pytest

from app.material.blocks import Block, BlockKind, Reading
from app.material.candidates import Statement, choose, leans_on_text
from app.material.reading.markdown import read_markdown
from app.material.sections import cut
from tests.helpers.papers import NOTES

PADDING = "Nothing of any interest stands here at all, it merely fills some room. " * 3


def _found(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[tuple[str, Statement]]:
    [section] = cut(Reading("", (Block(kind, text), Block(BlockKind.PARAGRAPH, PADDING))))
    return [(section.text[each.start : each.end], each.statement) for each in choose([section], 9)]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("A bloom filter is a bit array for testing membership.", Statement.DEFINITION),
        ("The cache holds 512 entries on small machines.", Statement.NUMBER),
        (
            "Writes are delayed because most blocks are written again within seconds.",
            Statement.CAUSE,
        ),
        ("Reading from memory is faster than reading from disk.", Statement.COMPARISON),
        ("The flag no-flush was removed and is no longer supported.", Statement.DECISION),
    ],
)
def test_statements_are_found_by_what_they_state(sentence: str, statement: Statement) -> None:
    assert _found(sentence) == [(sentence, statement)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Is a cache faster than a disk when it is cold and empty?",
        "In this section, we show that caches are faster than disks.",
        "Figure 3 shows that the cache is faster than the disk.",
        "We thank the anonymous reviewers because they were faster than others.",
        "x = y + 3 because f(x) is larger than 7 and g(y) < 2.",
        "See https://example.com because it has more than 20 examples.",
        "As described above, the cache must be flushed within 30 seconds.",
        "faster caches",
        "The cache (which must be flushed is larger than the disk.",
        "Use the larger cache because it is faster than the smaller one.",
    ],
)
def test_questions_talk_about_the_text_formulas_and_fragments_are_not(sentence: str) -> None:
    assert _found(sentence) == []


def test_what_leans_on_the_sentence_before_takes_it_along() -> None:
    text = "The page cache keeps blocks in memory. It is faster than the disk by a factor of 40."
    [section] = cut(Reading("", (Block(BlockKind.PARAGRAPH, text),)))
    [found] = choose([section], 5)
    assert found.leans
    assert text[found.start : found.end].startswith("It is faster")
    assert found.before == 0


def test_what_leans_on_nothing_is_left_out() -> None:
    assert _found("It is faster than the disk by a factor of about 40.") == []


@pytest.mark.parametrize(
    ("sentence", "leans"),
    [
        ("It grows.", True),
        ("This approach needs more memory.", True),
        ("Most filters need more memory.", False),
        ("Both of them need memory.", True),
        ("The filter keeps its bits.", False),
        ("In that case memory is needed.", True),
        ("There are two kinds of filters.", False),
        ("The latter is larger.", False),  # refused as talk about the text
    ],
)
def test_pointing_words_are_seen(sentence: str, leans: bool) -> None:
    assert leans_on_text(sentence) is leans


def test_code_captions_and_references_are_never_chosen() -> None:
    sections = cut(read_markdown(NOTES.encode()))
    found = [sections[each.section].text[each.start : each.end] for each in choose(sections, 50)]
    assert "A page cache is a part of memory that keeps copies of blocks of the disk." in found
    assert "The default size is 25 % of memory." in found
    assert not any("Smith" in each or "prose" in each for each in found)


def test_the_same_document_gives_the_same_sentences_and_fewer_are_the_best_of_more() -> None:
    sections = cut(read_markdown(NOTES.encode()))
    many = choose(sections, 50)
    assert choose(sections, 50) == many
    few = choose(sections, 2)
    assert len(few) == 2
    assert set(few) < set(many)


def test_every_section_has_its_turn() -> None:
    texts = [
        " ".join(
            f"The {name}{part} keeps {number + 5} {name}{part}s because {part}room{name} is dear."
            for number, part in enumerate(("top", "mid", "low", "end"))
        )
        for name in ("cache", "index", "queue", "table")
    ]
    blocks = [
        block
        for number, text in enumerate(texts)
        for block in (
            Block(BlockKind.HEADING, f"Part {number}", 1),
            Block(BlockKind.PARAGRAPH, text),
        )
    ]
    assert {each.section for each in choose(cut(Reading("", tuple(blocks))), 4)} == {0, 1, 2, 3}


def test_what_is_said_twice_is_chosen_once() -> None:
    sentence = "The page cache holds at most 512 blocks because memory is dear. "
    blocks = (Block(BlockKind.PARAGRAPH, sentence * 3 + "Other words fill the room. " * 30),)
    assert len(choose(cut(Reading("", blocks)), 10)) == 1


def test_a_section_that_is_named_is_looked_at_alone_and_further() -> None:
    sections = cut(read_markdown(NOTES.encode()))
    everywhere = choose(sections, 40)
    number = everywhere[0].section
    alone = choose(sections, 40, frozenset([number]))
    assert {each.section for each in alone} == {number}
    assert len(alone) >= len([each for each in everywhere if each.section == number])
