"""Labelled questions: those that ship, and those that are wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.ask.index import PassageIndex
from app.ask.labels import LabelError, load_labels
from app.paths import ASK


def test_every_answer_that_is_labelled_stands_in_a_passage(guides: PassageIndex) -> None:
    labels = load_labels(ASK / "questions.jsonl")
    passages = guides.passages.values()
    inside = [label for label in labels if not label.outside]
    assert [label.question for label in inside if not label.is_answered_in(passages)] == []
    counts = Counter((label.outside, label.half) for label in labels)
    assert all(counts["", half] >= 30 for half in ("fit", "report"))
    assert all(counts["near", half] + counts["far", half] >= 30 for half in ("fit", "report"))
    assert len({label.question for label in labels}) == len(labels)


def test_questions_are_not_in_the_words_of_the_guides(guides: PassageIndex) -> None:
    labels = load_labels(ASK / "questions.jsonl")
    known = {asked.partition("?")[0] for p in guides.passages.values() for asked in p.asked}
    assert not {label.question.rstrip("?") for label in labels} & known


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 2"),
        ('{"question": "Q?"}', "'half' is missing"),
        ('{"question": " ", "half": "fit", "outside": "far"}', "question must be text"),
        ('{"question": "Q?", "half": "third", "outside": "far"}', "not 'third'"),
        ('{"question": "Q?", "half": "fit"}', "either quotes or outside"),
        ('{"question": "Q?", "half": "fit", "outside": "far", "quotes": ["q"]}', "either"),
        ('{"question": "Q?", "half": "fit", "outside": "beyond"}', "either quotes or outside"),
        ('{"question": "Q?", "half": "fit", "quotes": ["q", 3]}', "list of texts"),
    ],
)
def test_a_wrong_line_is_named(line: str, reason: str, tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_text(f'{{"question": "A?", "half": "fit", "outside": "far"}}\n{line}\n')
    with pytest.raises(LabelError, match=r"own\.jsonl, line 2") as caught:
        load_labels(file)
    assert reason in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\xff"])
def test_a_file_without_questions_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_bytes(content)
    with pytest.raises(LabelError, match=r"own\.jsonl"):
        load_labels(file)
    with pytest.raises(LabelError, match="cannot be read"):
        load_labels(tmp_path / "nowhere")
