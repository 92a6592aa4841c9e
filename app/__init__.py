"""Segue's core: content, study log, schedule, quiz and engine, without any window."""
