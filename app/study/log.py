"""The study log as callers see it."""

from __future__ import annotations

from app.study.candidates import Candidates
from app.study.confidence import ConfidenceReader
from app.study.history import History
from app.study.insight import Insight
from app.study.marks import Marks
from app.study.reader import Reader
from app.study.recorder import Recorder
from app.study.transfer import Transfer


class StudyLog(Recorder, Marks, History, Reader, Candidates, ConfidenceReader, Insight, Transfer):
    """Everything the learner did, kept in one SQLite file that rows are only added to.

    Its base classes share one connection and hold all SQL between them: `Recorder` adds,
    `History` takes back, `Reader`, `Progress` and `Insight` read, `Marks` keeps what is done to a
    text while reading, `Candidates` what a model worded, `ConfidenceReader` tells how sure the
    learner was, `Transfer` merges and backs up.
    Correcting is adding: of the ratings and judgements for one answer the last that is not
    undone holds. Schedule and progress are projections, written in the same transaction as the
    rows that they follow from.
    """
