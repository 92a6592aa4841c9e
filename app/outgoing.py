"""What would be sent to a model server, shown before anything is."""

from __future__ import annotations

import json
import random
from pathlib import Path

from app.content.types import KeyPoint
from app.model.protocol import Prompt, Sampling
from app.model.server.address import Address
from app.model.server.dialect import Served
from app.model.server.openai import CHAT, OpenAIServer
from app.quiz.asking.sketch import sketch
from app.quiz.asking.types import Angle
from app.quiz.asking.write import load_prompts, request
from app.quiz.feedback import SAMPLING, feedback_prompt
from app.quiz.prompts import load_prompt
from app.quiz.question import short_questions
from app.study.records import Judgement, PointVerdict

SENT = (
    "For each question that is worded: the phrase of the guide that becomes the question.",
    "For each answer with something missing or wrong: the question, your answer as you typed it,"
    " and what the guide says about it.",
    "The key, if you enter one; and with every connection the network address of this computer.",
)
"""What goes to a server, in words for the learner."""

NOT_SENT = (
    "Nothing else: not your name, your study log, your progress, your files, or an answer while you"
    " are still typing it. Grading stays on this computer."
)
_ANSWER = "(here stands your answer as you typed it)"


def example(point: KeyPoint, transition: str, prompts: Path, address: Address) -> str:
    """Return the requests that would be sent about a key point, word for word.

    They are in the form that every server understands; some get the same words in another form.

    Parameters
    ----------
    transition : str
        Slug of the transition that the key point belongs to.
    prompts : Path
        Folder of prompt files.
    """
    question = short_questions(point, transition)[0]
    templates = load_prompts(prompts)
    rng = random.Random(0)  # noqa: S311 - any will do
    drawn = (sketch(point, angle, (), rng) for angle in Angle)
    # Most questions are put together here; the server only turns a phrase into a question.
    turns = [each.turn for each in drawn if each is not None and each.turn is not None]
    asked = [request(turn, templates, seed=0) for turn in turns]
    missed = [PointVerdict(point.id, Judgement.MISSED, 1.0)]
    feedback = feedback_prompt(load_prompt(prompts / "feedback.md"), question, _ANSWER, missed)
    if feedback is not None:
        asked.append((feedback, SAMPLING))
    return "\n\n".join(_request(address, prompt, sampling) for prompt, sampling in asked)


def _request(address: Address, prompt: Prompt, sampling: Sampling) -> str:
    body = OpenAIServer(Served("the model")).body(prompt, sampling, None)
    return f"POST {address}{CHAT}\n{json.dumps(body, indent=2, ensure_ascii=False)}"
