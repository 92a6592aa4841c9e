"""A chat template inside a model file is data: whatever it says, nothing comes of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from app.model.chat import ChatFormat
from app.model.client import LocalEngine
from app.model.errors import Cause, EngineError
from app.model.llama import Model
from app.model.protocol import Message, Prompt, Sampling
from tests.helpers.gguf_mutation import with_chat_template

pytestmark = pytest.mark.engine

PROMPT = Prompt(
    (Message("system", "Be brief."), Message("user", "What is the capital of France?")),
    reply_start="The capital of France is",
)
CHATML = (
    "<|im_start|>system\nBe brief.<|im_end|>\n"
    "<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\n"
)
COMMAND = "touch segue-was-here"
HOSTILE = {
    "reaches for classes": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "reaches for the system": "{{ cycler.__init__.__globals__.os.system('" + COMMAND + "') }}",
    "reaches past a filter": "{{ self|attr('__init__')|attr('__globals__') }}"
    "{{ lipsum['__glob' ~ 'als__']['os'].popen('" + COMMAND + "').read() }}",
    "is Python": "__import__('os').system('" + COMMAND + "')",
    "reads a file": "{% include '/etc/passwd' %}{{ namespace.__init__.__globals__ }}",
    "never ends": "{% for x in range(10 ** 12) %}{% for y in range(10 ** 12) %}x{% endfor %}"
    "{% endfor %}",
    "calls itself": "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}",
    "writes without end": "{{ 'x' * 10 ** 15 }}{{ range(10 ** 15) | list }}",
    "has a format for C": "%s%n%d" * 10_000,
    "is broken": "{% if {{ {% {# }} <<SYS>> %}" * 1000,
    "is huge": "{{ x }}" * 500_000,
    "goes deep": "{{ (" * 100_000,
    "is not text": "\udcff\udcfe\x01\x02\udc80" * 100,
    "imitates our places": "@@content0@@@@content1@@@@content2@@",
}


def encoded(template: str) -> bytes:
    return template.encode("utf-8", "surrogateescape")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("template", HOSTILE.values(), ids=HOSTILE)
def test_nothing_comes_of_a_template_that(model: Model, here: Path, template: str) -> None:
    began = time.process_time()
    chat = ChatFormat(encoded(template), model.context.vocabulary)
    text = "".join(segment.text for segment in chat.segments(PROMPT))

    assert text == CHATML
    assert time.process_time() - began < 2
    assert list(here.iterdir()) == []


def test_of_another_family_only_the_marks_are_taken(model: Model, here: Path) -> None:
    template = "<start_of_turn>" + HOSTILE["reaches for the system"] + HOSTILE["never ends"]
    chat = ChatFormat(encoded(template), model.context.vocabulary)
    text = "".join(segment.text for segment in chat.segments(PROMPT))

    assert text == (
        "<start_of_turn>user\nBe brief.\n\nWhat is the capital of France?<end_of_turn>\n"
        "<start_of_turn>model\n"
    )
    assert list(here.iterdir()) == []


def test_in_the_real_process_a_file_full_of_them_works_like_any_other(
    make_engine: Callable[..., LocalEngine], small_model: Path, here: Path
) -> None:
    # All but those with bytes that are no text: so it is one valid text.
    hostile = "".join(text for name, text in HOSTILE.items() if name != "is not text")
    path = with_chat_template(small_model, here / "hostile.gguf", encoded(hostile))
    engine, honest = make_engine(path), make_engine(small_model)

    scored = engine.score(PROMPT, [" Paris", " Rome"])
    reply = "".join(engine.generate(PROMPT, Sampling(max_tokens=5, temperature=0.0)))

    assert scored == honest.score(PROMPT, [" Paris", " Rome"])
    assert reply == "".join(honest.generate(PROMPT, Sampling(max_tokens=5, temperature=0.0)))
    assert engine.pid is not None
    assert psutil.Process(engine.pid).children() == []
    assert [each.name for each in here.iterdir()] == ["hostile.gguf"]


def test_one_that_is_too_long_to_be_a_template_is_damage(
    make_engine: Callable[..., LocalEngine], small_model: Path, tmp_path: Path
) -> None:
    path = with_chat_template(small_model, tmp_path / "long.gguf", b"x" * 5_000_000)

    with pytest.raises(EngineError, match="a text in its header is impossibly long") as caught:
        make_engine(path).load()

    assert caught.value.cause is Cause.DAMAGED
