"""Making a fresh checkout ready: a virtual environment, llama.cpp, and what the system lacks.

Nothing here uses anything but the standard library, because nothing else is installed yet.
"""
