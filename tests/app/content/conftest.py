"""Documents written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[str, str], Path]

TRANSITION = """\
---
title: Clerk
transformsTo: Archivist
category: Office
slug: clerk
---

## Why This Job Will Transform

- **Keep records**: Put things where they are found
- **Read old hands**: Secretary hand,
  and italic

## What You Can Do to Get Ahead

**Learn Latin.** The charters are in it.
"""

GUIDE = """\
---
skill: learn-latin
title: Learn Latin
updated: 2026-11-23
sources:
  allen1903:
    authors: Allen and Greenough
    title: New Latin Grammar
    year: 1903
    id: ISBN 978-1585100279
key_points:
  - id: five-declensions
    topic: the number of declensions
    level: recall
    claim: Latin nouns fall into five declensions.
    questions:
      - text: Into how many declensions do Latin nouns fall?
    answer: Five.
    misconceptions:
      - claim: Latin nouns fall into four declensions.
        why: Four is the number of regular conjugations of the verb.
      - claim: Latin nouns fall into six declensions.
        why: Six is the number of cases most grammars list.
    quote: there are **five** declensions
    sources: [allen1903]
---

## Nouns

By their stems
there are five declensions of nouns.
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def transition_text() -> str:
    return TRANSITION


@pytest.fixture
def guide_text() -> str:
    return GUIDE
