"""Read: everything there is to read."""

from ui.pages.read.page import ReadPage

__all__ = ["ReadPage"]
