"""Sentences with a term or a figure left out: made from key points and judged, by code alone."""
