"""What the pages Today and Progress ask for when they are shown, without the window.

A test compares this with what the pages themselves ask the study log for.
"""

from __future__ import annotations

from datetime import timedelta

from app.study.today import overview
from app.workspace import Workspace

ACTIVITY_WEEKS = 26
LATEST_ENTRIES = 15
FORECAST_DAYS = 30


def read_today(workspace: Workspace) -> None:
    """Ask for everything that the page Today shows."""
    workspace.model_choice()
    workspace.agenda()
    workspace.log.entries(limit=1)
    overview(
        workspace.library,
        workspace.log,
        workspace.transition,
        workspace.clock(),
        retention=workspace.settings.desired_retention,
    )


def read_progress(workspace: Workspace) -> None:
    """Ask for everything that the page Progress shows, one section after the other."""
    log, slug, now = workspace.log, workspace.transition.slug, workspace.clock()
    points = workspace.library.key_point_ids(slug)
    log.mastery(slug, points, now)
    log.reading_stops(slug, (slug, *points))
    log.study_seconds()
    today = now.date()
    first = today - timedelta(weeks=ACTIVITY_WEEKS - 1, days=today.weekday())
    log.studied_per_day(first, today)
    log.coming(slug, [point for each in points.values() for point in each], now, FORECAST_DAYS)
    log.confidence_against_correctness(transition=slug)
    log.recent_reviews(slug)
    workspace.overrules()
    log.entries(limit=LATEST_ENTRIES + 1)
