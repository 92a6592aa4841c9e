"""What the pages Today and Progress ask for when they are shown, without the window.

A test compares this with what the pages themselves ask the study log for.
"""

from __future__ import annotations

from datetime import timedelta

from app.study.records import SkillProgress
from app.workspace import Workspace

ACTIVITY_WEEKS = 26
LATEST_ENTRIES = 15


def read_today(workspace: Workspace) -> None:
    """Ask for everything that the page Today shows."""
    workspace.model_choice()
    workspace.agenda()
    workspace.log.entries(limit=1)
    _skills(workspace)


def read_progress(workspace: Workspace) -> None:
    """Ask for everything that the page Progress shows."""
    log = workspace.log
    _skills(workspace)
    workspace.overrules()
    log.study_seconds()
    today = workspace.clock().astimezone().date()
    first = today - timedelta(weeks=ACTIVITY_WEEKS - 1, days=today.weekday())
    log.answers_per_day(first, today)
    log.entries(limit=LATEST_ENTRIES + 1)


def _skills(workspace: Workspace) -> list[SkillProgress]:
    transition, library = workspace.transition, workspace.library
    points = {
        skill.slug: [point.id for point in library.key_points(transition.slug, skill.slug)]
        for skill in transition.skills
    }
    return workspace.log.progress(transition.slug, points, workspace.clock())
