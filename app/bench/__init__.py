"""Benchmarks: Segue measured against a named thing in the same run; `segue bench` prints them."""

MORE = f"{__name__}.more"
"""Where a command's context has benchmarks that are not of `app`."""
