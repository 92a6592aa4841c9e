"""The model's own words on what is cited, checked sentence by sentence before they are shown."""

from __future__ import annotations

from collections.abc import Generator

from app.ask.material import CitedMaterial
from app.ask.reply import Reply
from app.model.protocol import Engine, Sampling
from app.quiz.feedback import checked_speech
from app.quiz.lexical import Lexicon
from app.quiz.prompts import PromptTemplate
from app.quiz.speech import Speech

SAMPLING = Sampling(max_tokens=110, temperature=0.0, stop=("\n",))
MOST_TOLD = 2
"""Cited passages that the model is given to answer from."""


def word_reply(
    engine: Engine, template: PromptTemplate, reply: Reply, lexicon: Lexicon
) -> Generator[Speech, None, None]:
    """Yield the model's answer as it grows; it ends before a sentence that nothing cited carries.

    Raises
    ------
    EngineError
        The engine failed or was cancelled; what was quoted is enough.
    """
    if not reply.answered:
        return
    told = reply.citations[:MOST_TOLD]
    passages = "\n\n".join(citation.passage.text for citation in told)
    prompt = template.fill(question=reply.question, passages=passages)
    material = CitedMaterial(
        reply.question,
        "",
        (),
        lexicon,
        tuple(f"{citation.passage.text} {citation.passage.place}" for citation in told),
    )
    stream = engine.generate(prompt, SAMPLING)
    try:
        yield from checked_speech(stream, prompt.reply_start, material)
    finally:
        stream.cancel()
