"""A transition gives its title, its destination and its skills."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from app.content.errors import ContentError
from app.content.transition import load_transition
from app.content.types import Kind
from app.paths import SEEDS

Write = Callable[[str, str], Path]

FIRST = SEEDS / "machine-learning-engineer.md"


def test_the_first_transition_ships_as_it_was_given() -> None:
    digest = hashlib.sha256(FIRST.read_bytes()).hexdigest()
    assert digest == "5a13533d7b64c82e532053ba3536f69a639ad228f6f022998a88bb96517150a4"


def test_the_first_transition_has_eleven_skills_with_stable_slugs() -> None:
    transition = load_transition(FIRST)
    assert transition.title == "Machine Learning Engineer"
    assert transition.transforms_to == "Foundation Model Engineer"
    assert transition.category == "Data & Analytics"
    assert [skill.slug for skill in transition.skills] == [
        "adapt-foundation-models",
        "build-ai-applications",
        "optimize-for-cost-and-latency",
        "integrate-ai-safely",
        "evaluate-ai-systems",
        "master-prompt-engineering-and-rag",
        "learn-model-optimization",
        "build-expertise-in-evaluation",
        "understand-multi-modal-ai",
        "learn-about-ai-agents",
        "stay-current-on-foundation-model-developments",
    ]
    kinds = [skill.kind for skill in transition.skills]
    assert kinds == [Kind.CAPABILITY] * 5 + [Kind.PRACTICE] * 6


def test_a_skill_has_lead_body_and_line(write: Write, transition_text: str) -> None:
    transition = load_transition(write("clerk.md", transition_text))
    keep, read, latin = transition.skills
    assert (keep.lead, keep.body, keep.line) == (
        "Keep records",
        "Put things where they are found",
        10,
    )
    assert read.body == "Secretary hand, and italic"
    assert (latin.lead, latin.kind) == ("Learn Latin", Kind.PRACTICE)
    assert transition.skill("learn-latin") is latin
    with pytest.raises(KeyError):
        transition.skill("juggling")


def test_bold_text_elsewhere_and_code_are_not_skills(write: Write, transition_text: str) -> None:
    extra = "\n```\n- **Not this**: code\n```\n\n## Afterword\n\n**Nor this.** Text.\n"
    transition = load_transition(write("clerk.md", transition_text + extra))
    assert len(transition.skills) == 3


def test_leads_in_other_scripts_keep_their_letters(write: Write, transition_text: str) -> None:
    text = transition_text.replace("**Learn Latin.**", "**学习拉丁语。**")
    assert load_transition(write("clerk.md", text)).skills[2].slug == "学习拉丁语"


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("title: Clerk\n", "", 1, "missing"),
        ("title: Clerk", "title: [a, b]", 2, "wrong-type"),
        ("slug: clerk", "slug: The Clerk!", 5, "slug"),
        ("**Learn Latin.**", "**Keep records.**", 16, "skill"),
        ("**Learn Latin.**", "**!!**", 16, "skill"),
    ],
)
def test_a_bad_transition_is_refused_by_line(
    write: Write, transition_text: str, old: str, new: str, line: int, rule: str
) -> None:
    with pytest.raises(ContentError) as caught:
        load_transition(write("clerk.md", transition_text.replace(old, new)))
    assert [(each.line, each.rule) for each in caught.value.problems] == [(line, rule)]


def test_every_problem_of_a_file_is_told_at_once(write: Write) -> None:
    with pytest.raises(ContentError) as caught:
        load_transition(write("bad.md", "---\ntitle: T\nslug: A B\n---\nbody"))
    assert [each.rule for each in caught.value.problems] == ["missing", "missing", "slug"]


def test_a_transition_without_skills_says_how_skills_are_written(write: Write) -> None:
    text = "---\ntitle: T\ntransformsTo: U\ncategory: C\nslug: t\n---\n\n## Else\n\ntext\n"
    with pytest.raises(ContentError) as caught:
        load_transition(write("none.md", text))
    (problem,) = caught.value.problems
    assert problem.rule == "no-skills"
    assert "- **Lead**" in problem.reason
