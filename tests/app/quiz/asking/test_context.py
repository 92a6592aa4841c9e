"""The passage and the rivals of a key point are found in its guide."""

from __future__ import annotations

from dataclasses import replace

from app.content.library import Library
from app.content.plaintext import fold
from app.quiz.asking.context import Contexts
from app.quiz.asking.passage import passage_of
from app.quiz.lexical import Lexicon

SOURCE = """Before any heading.

# Stores

A filter never *misses* a stored key.

```sh
# A comment is no heading: a filter never misses a stored key.
```

Still the same section.

## Sizes

Ten bits for each key.
"""


def test_the_passage_is_the_section_with_the_quote(library: Library) -> None:
    guide = next(iter(library.guides.values()))
    guide = replace(guide, source=SOURCE)
    point = replace(guide.key_points[0], quote="never misses a stored key")
    passage = passage_of(guide, point)
    assert passage.startswith("Stores A filter never misses")
    assert "Still the same section." in passage
    assert "Ten bits" not in passage
    elsewhere = replace(point, quote="in no section at all")
    assert passage_of(guide, elsewhere) == "in no section at all"


def test_every_key_point_that_ships_has_more_passage_than_its_quote(library: Library) -> None:
    for guide in library.guides.values():
        for point in guide.key_points:
            passage = passage_of(guide, point)
            assert fold(point.quote) in passage
            assert len(passage) > len(point.quote)


def test_the_bank_is_the_whole_guides_and_what_was_worded_before(library: Library) -> None:
    guide = next(iter(library.guides.values()))
    context = Contexts(guide, Lexicon()).of(guide.key_points[0], ["An earlier one?"])
    authored = [each.text for point in guide.key_points for each in point.questions]
    assert list(context.bank) == [*authored, "An earlier one?"]


def test_the_rivals_most_alike_come_first(library: Library) -> None:
    guide = next(iter(library.guides.values()))
    lexicon = Lexicon.of(point.claim for point in guide.key_points)
    point = guide.key_points[0]
    others = Contexts(guide, lexicon).of(point).others
    assert point not in others
    assert len(others) == len(guide.key_points) - 1
    alike = [lexicon.coverage(point.claim, other.claim) for other in others]
    assert alike == sorted(alike, reverse=True)
