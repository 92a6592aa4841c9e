"""Progress: what was learnt, as evidence."""

from ui.pages.progress.page import ProgressPage

__all__ = ["ProgressPage"]
