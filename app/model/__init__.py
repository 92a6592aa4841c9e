"""The model and what runs it: the catalogue and its files, and the engine.

The engine is spoken to through ``app.model.protocol``; ``app.model.client.LocalEngine`` is the
implementation that runs llama.cpp in a child process. Nothing in this package but the child
process (``app.model.worker``) ever imports llama.cpp, so a model cannot take the window down.
"""
