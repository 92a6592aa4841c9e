"""Segue's window: it shows, forwards and refreshes, and decides nothing."""
