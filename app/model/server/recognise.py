"""Finding out what kind of server answers at an address, and which of its models is asked."""

from __future__ import annotations

from collections.abc import Callable

from app.model.server.dialect import Dialect, Served, choose, owner, served_models
from app.model.server.llama_cpp_python import LlamaCppPythonServer
from app.model.server.llama_server import LlamaServer
from app.model.server.ollama import OllamaServer
from app.model.server.openai import OpenAIServer
from app.model.server.talk import Talk
from app.model.server.vllm import VllmServer

# By what the server says of whom its models belong to; each kind then proves itself. Ollama gives
# the names of people and companies.
_KINDS: dict[str, Callable[[Talk, Served], Dialect | None]] = {
    "llamacpp": LlamaServer.recognise,
    "vllm": VllmServer.recognise,
    "me": LlamaCppPythonServer.recognise,
}


def recognise(talk: Talk, wanted: str = "") -> Dialect:
    """Return how the server wants to be asked.

    Parameters
    ----------
    wanted : str
        Name of one of its models; its first one if empty.

    Raises
    ------
    EngineError
        It cannot be reached, is no model server, or does not have the model.
    """
    model = choose(served_models(talk), wanted)
    kind = _KINDS.get(owner(model), OllamaServer.recognise)
    return kind(talk, model) or OpenAIServer.recognise(talk, model)
