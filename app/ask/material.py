"""What the model's words on an answer may rest on: the passages that are cited."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.quiz.grounding import Material


@dataclass(frozen=True)
class CitedMaterial(Material):
    """Passages in the place of key points; every check of a remark reads them.

    Attributes
    ----------
    cited : tuple of str
        The texts of the passages.
    """

    cited: tuple[str, ...] = ()

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What is cited."""
        return self.cited
