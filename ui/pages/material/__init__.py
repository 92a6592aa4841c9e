"""The learner's own material: files, what is proposed of them, and what is still to be read."""

from __future__ import annotations

from ui.pages.material.page import MaterialPage

__all__ = ["MaterialPage"]
