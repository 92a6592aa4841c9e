"""Grading a short answer: what is read of it, how that is combined, and what it is worth."""
