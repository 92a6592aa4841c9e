"""Answers that people have judged: what a grader is fitted to and measured by.

Two kinds of file are read, both JSON Lines in UTF-8 with blank lines left out. In a file of answers
(`load_answers`) a line is one answer with its question; in practice files (`load_practice`) a line
is a question with all its answers.
"""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.content.types import KeyPoint, Wording
from app.study.records import Judgement

Row = Mapping[str, object]

LABELS: Mapping[str, Judgement] = {
    "correct": Judgement.COVERED,
    "partially_correct_incomplete": Judgement.PARTLY,
    "contradictory": Judgement.CONTRADICTED,
    "incorrect": Judgement.MISSED,
    "irrelevant": Judgement.MISSED,
    "non_domain": Judgement.MISSED,
}
"""What the labels of SemEval-2013 task 7, 2-way, 3-way and 5-way, say about a key point."""


@dataclass(frozen=True)
class Rubric:
    """What an answer is judged by.

    Attributes
    ----------
    references : tuple of str
        One or more texts that would each be a right answer; the first is the claim.
    misconceptions : tuple of str
        Wrong beliefs that an answer may hold; may be empty.
    also : tuple of str
        Further texts, such as a model answer, whose words and numbers count as right.
    """

    question: str
    references: tuple[str, ...]
    misconceptions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """An id made of the texts: the same for the same rubric, on every machine."""
        texts = json.dumps([self.question, self.references, self.misconceptions, self.also])
        return hashlib.sha256(texts.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class LabelledAnswer:
    """One answer and what people made of it: a judgement, a score, or both.

    Attributes
    ----------
    score : float or None
        From 0 to 5.
    kind : str
        What makes the answer hard; for tables only.
    label : str or None
        The label that the judgement was read from, as the file has it.
    """

    id: str
    rubric: Rubric
    answer: str
    judgement: Judgement | None
    score: float | None
    kind: str = ""
    label: str | None = None


def rubric_of(question: str, point: KeyPoint) -> Rubric:
    """Return what an answer to a question is judged by for one of its key points.

    Those of the learner's own files are wrong by one word or number that code put in: to the grader
    a right answer is as near to them as to the claim. It tells them apart better without them.
    """
    is_authored = point.worded_by is Wording.AUTHORED
    wrong = tuple(each.claim for each in point.misconceptions) if is_authored else ()
    return Rubric(question, (point.claim,), wrong, also=(point.answer,))


def load_answers(path: Path) -> list[LabelledAnswer]:
    """Load a file with one answer on a line.

    A line has ``question``; ``reference``, a text, or ``references``, a list of texts that are all
    right; ``answer``, which may be blank; and ``score``, from 0 to 5, or ``label``, one of
    :data:`LABELS`, or both. It may have ``id`` and ``misconceptions``. Other fields are passed
    over, and null is as good as no field.

    Raises
    ------
    ValueError
        A line is not what it should be, or there is none; the text is ``path:line: reason``.
    OSError
        The file cannot be read.
    """
    return _load([path], _answer)


def load_practice(folder: Path) -> list[LabelledAnswer]:
    """Load every ``*.jsonl`` file of a folder, with one question and its answers on a line.

    A line has ``id``, ``question``, ``claim``, ``misconceptions`` and ``answers``, each with
    ``text``, ``judgement``, ``score`` and ``kind``.

    Raises
    ------
    ValueError
        A line is not what it should be, or there is none; the text is ``path:line: reason``.
    OSError
        A file cannot be read.
    """
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise ValueError(f"{folder}: there are no *.jsonl files in this folder")
    return _load(paths, _answers_of_question)


def _load(
    paths: Iterable[Path], read: Callable[[Row, int], Iterable[LabelledAnswer]]
) -> list[LabelledAnswer]:
    answers: list[LabelledAnswer] = []
    places: dict[str, str] = {}
    for path in paths:
        before = len(answers)
        # Lines of bytes end at line feeds and carriage returns only. Lines of str would also end
        # at U+2028 and its like, which may stand in a JSON text as they are.
        lines = path.read_bytes().removeprefix(codecs.BOM_UTF8).splitlines()
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            where = f"{path}:{number}"
            try:
                for answer in read(_row(line), number):
                    if answer.id in places:
                        raise ValueError(f"the id “{answer.id}” is taken by {places[answer.id]}")
                    places[answer.id] = where
                    answers.append(answer)
            except ValueError as error:
                raise ValueError(f"{where}: {error}") from error
        if len(answers) == before:
            raise ValueError(f"{path}:1: there are no answers in this file")
    return answers


def _answer(row: Row, line: int) -> Iterator[LabelledAnswer]:
    if "reference" not in row and "references" not in row:
        raise ValueError("“reference” is missing")
    # With both, the one is the claim and the others are further right answers.
    first = (_text(row, "reference"),) if "reference" in row else ()
    references = tuple(dict.fromkeys([*first, *_texts(row, "references")]))
    if not references:
        raise ValueError("“references” is an empty list; give at least one right answer")
    rubric = Rubric(_text(row, "question"), references, _texts(row, "misconceptions"))
    if "score" not in row and "label" not in row:
        raise ValueError("both “score” and “label” are missing; give at least one")
    label = _one_of(LABELS, row, "label") if "label" in row else None
    yield LabelledAnswer(
        id=_id(row) if "id" in row else f"line {line}",
        rubric=rubric,
        answer=_text(row, "answer", blank=True),
        judgement=LABELS[label] if label is not None else None,
        score=_score(row) if "score" in row else None,
        label=label,
    )


def _answers_of_question(row: Row, line: int) -> Iterator[LabelledAnswer]:
    question_id = _id(row)
    rubric = Rubric(_text(row, "question"), (_text(row, "claim"),), _texts(row, "misconceptions"))
    answers = _present(row, "answers")
    if not isinstance(answers, list):
        raise ValueError("“answers” must be a list")
    for index, each in enumerate(answers):
        try:
            fields = _fields(each)
            yield LabelledAnswer(
                id=f"{question_id}/{index}",
                rubric=rubric,
                answer=_text(fields, "text", blank=True),
                judgement=Judgement(_one_of(list(Judgement), fields, "judgement")),
                score=_score(fields),
                kind=_text(fields, "kind"),
            )
        except ValueError as error:
            raise ValueError(f"answer {index + 1}: {error}") from error


def _row(line: bytes) -> Row:
    try:
        value = json.loads(line.decode("utf-8"))
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        # JSON can name half of an emoji, \ud83d, which no tokenizer takes.
        raise ValueError("there is half of a character (a lone surrogate)") from error
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start + 1} of the line") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at character {error.pos + 1}") from error
    return _fields(value)


def _fields(value: object) -> Row:
    if not isinstance(value, dict):
        raise ValueError("not a JSON object, which stands in curly brackets")
    return {name: each for name, each in value.items() if each is not None}


def _present(row: Row, name: str) -> object:
    if name not in row:
        raise ValueError(f"“{name}” is missing")
    return row[name]


def _text(row: Row, name: str, *, blank: bool = False) -> str:
    value = _present(row, name)
    if not isinstance(value, str):
        raise ValueError(f"“{name}” must be text, not {_shown(value)}")
    if not blank and not value.strip():
        raise ValueError(f"“{name}” is blank")
    return value


def _texts(row: Row, name: str) -> tuple[str, ...]:
    """Return a list of texts; an absent list is an empty one."""
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(x, str) and x.strip() for x in value):
        raise ValueError(f"“{name}” must be a list of texts, not {_shown(value)}")
    return tuple(value)


def _id(row: Row) -> str:
    value = _present(row, "id")
    return str(value) if isinstance(value, int) else _text(row, "id")


def _score(row: Row) -> float:
    value = _present(row, "score")
    # JSON's true is an int of Python; NaN, which its reader lets pass, is in no range.
    if isinstance(value, bool | str) or not isinstance(value, int | float):
        raise ValueError(f"“score” must be a number from 0 to 5, not {_shown(value)}")
    if not 0.0 <= value <= 5.0:
        raise ValueError(f"“score” must be from 0 to 5, not {_shown(value)}")
    return float(value)


def _one_of(allowed: Iterable[str], row: Row, name: str) -> str:
    value = _text(row, name)
    if value not in allowed:
        raise ValueError(f"“{name}” must be one of {', '.join(allowed)}; not “{value}”")
    return value


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
