"""The learner's material as callers see it."""

from __future__ import annotations

from app.material.inbox import Inbox
from app.material.reading_list import ReadingList
from app.material.transfer import Transfer


class MaterialStore(Inbox, ReadingList, Transfer):
    """Documents, proposals, decisions and the reading list, in one file of the data folder.

    Its base classes share one connection and hold all SQL between them. Rows are only ever added:
    correcting is adding, and undoing is a row too, so it survives a restart.
    """
