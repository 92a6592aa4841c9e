"""Transitions, skills, guides and key points: loaded, checked and rendered."""
