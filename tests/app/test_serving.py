"""A server is used where the learner wants one and agreed to it, and its key stays a secret."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.model.connections import Connections
from app.model.protocol import Message, Prompt, Sampling
from app.model.server.address import Address
from app.model.server.keys import Key, KeyRing, KeyRingError
from app.model.server.limits import Limits
from app.outgoing import NOT_SENT, SENT, example
from app.paths import PROMPTS, Paths
from app.quiz.asking.plan import Cell
from app.quiz.asking.sketch import suited
from app.quiz.asking.types import Accepted, Angle
from app.quiz.feedback import expected_prompt
from app.quiz.prompts import load_prompt
from app.quiz.question import short_questions
from app.serving import Serving, choose_server
from app.settings import Settings, load_settings
from app.terminal import ask
from app.workspace import Workspace
from tests.conftest import Clock
from tests.helpers.loopback import Loopback, events, models, serving
from tests.helpers.memory_keyring import BrokenKeyring, MemoryKeyring

PROMPT = Prompt((Message("user", "Sky?"),))
QUICK = Limits(connect=2.0, answer=5.0, stall=5.0, pauses=())
CHAT = "/v1/chat/completions"


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with serving() as told:
        told.on("/v1/models", models("large"))
        told.on(
            CHAT,
            events(
                {"choices": [{"delta": {"content": "Why so?"}, "finish_reason": "stop"}]},
            ),
        )
        yield told


@pytest.fixture
def held() -> Iterator[Serving]:
    made = Serving(KeyRing(MemoryKeyring()), limits=QUICK)
    yield made
    made.close()


@pytest.fixture
def workspace(paths: Paths, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    ring = MemoryKeyring()
    monkeypatch.setattr("keyring.get_keyring", lambda: ring)
    made = Workspace(paths, clock=clock, rng=random.Random(1))
    yield made
    made.close()


def test_at_first_no_server_is_used(workspace: Workspace) -> None:
    assert choose_server(Settings()).address is None
    assert workspace.server is None
    assert workspace.tutor is None
    assert workspace.connections.made == 0


@pytest.mark.parametrize(
    ("address", "agreed", "usable"),
    [
        ("http://localhost:8080", "", True),
        ("http://127.0.0.1:8080", "", True),
        ("http://192.168.1.7:8080", "", False),
        ("http://192.168.1.7:8080", "http://192.168.1.7:8080", True),
        # Another port is another program, and another scheme another protection.
        ("http://192.168.1.7:8080", "http://192.168.1.7:8081", False),
        ("http://gpu.example.org", "https://gpu.example.org", False),
        ("https://gpu.example.org/llama", "https://gpu.example.org", True),
        ("no address", "no address", False),
    ],
)
def test_anything_but_this_machine_wants_leave(address: str, agreed: str, usable: bool) -> None:
    choice = choose_server(Settings(server=address, server_agreed=agreed))
    assert choice.usable is usable
    assert bool(choice.reason) is not usable


def test_without_leave_nothing_is_sent(workspace: Workspace) -> None:
    workspace.change_settings(server="http://192.168.1.7:8080")
    assert workspace.server is None
    assert workspace.tutor is None
    assert "not agreed" in workspace.serving.choice.reason


def test_a_server_alone_words_questions_and_the_learner_grades(
    workspace: Workspace, loopback: Loopback
) -> None:
    workspace.change_settings(server=loopback.url)
    assert loopback.requests == []
    tutor = workspace.tutor
    assert tutor is not None
    assert not tutor.grades
    session = workspace.start_quiz(count=1, answer_format="short")
    session.advance()
    assert session.self_rated
    assert "".join(tutor.engine.generate(PROMPT, Sampling())) == "Why so?"
    assert tutor.engine.info().written_by == "large"
    assert workspace.connections.made > 0
    assert workspace.connections.elsewhere == {}


@pytest.mark.engine
def test_with_a_model_here_that_one_goes_on_grading(
    workspace: Workspace,
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
    small_model: Path,
) -> None:
    monkeypatch.setenv("SEGUE_MODEL", str(small_model))
    workspace.choose_engine()
    alone = workspace.tutor
    workspace.change_settings(server=loopback.url)
    both = workspace.tutor
    assert alone is not None
    assert both is not None
    assert both is not alone
    assert both.engine.info().model == alone.engine.info().model
    assert both.engine.info().can_observe
    assert "".join(both.engine.generate(PROMPT, Sampling())) == "Why so?"
    workspace.change_settings(server="")
    assert workspace.tutor is not None
    assert workspace.tutor.engine is workspace.engine


def test_the_same_settings_keep_the_same_engine(held: Serving, loopback: Loopback) -> None:
    assert held.follow(Settings(server=loopback.url))
    engine = held.engine
    assert not held.follow(Settings(server=loopback.url, theme="dark"))
    assert held.engine is engine
    assert held.follow(Settings(server=loopback.url, server_model="large"))
    assert held.engine is not engine
    assert held.follow(Settings())
    assert held.engine is None


def test_the_terminal_says_who_grades(
    workspace: Workspace,
    loopback: Loopback,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    workspace.change_settings(server=loopback.url)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    ask(workspace.start_quiz(count=1, answer_format="short"), workspace, as_json=False)
    assert "A model server cannot grade: you rate your short answers" in capsys.readouterr().out


# -- the key -------------------------------------------------------------------------------------


def test_the_key_is_sent_and_never_written_down(
    workspace: Workspace, loopback: Loopback, paths: Paths
) -> None:
    address = Address.parse(loopback.url)
    workspace.change_settings(server=loopback.url)
    workspace.serving.keep_key(address, Key("sk-secret"))
    assert workspace.server is not None
    workspace.server.connect()
    assert loopback.requests[0].headers["authorization"] == "Bearer sk-secret"
    workspace.serving.forget_key(address)
    workspace.server.connect()
    assert "authorization" not in loopback.requests[-1].headers
    workspace.change_settings(server_model="large")
    for file in (each for each in paths.data.rglob("*") if each.is_file()):
        assert b"sk-secret" not in file.read_bytes()
    settings, complaints = load_settings(paths.settings_file)
    assert (settings.server, settings.server_model, complaints) == (loopback.url, "large", [])


def test_a_key_that_no_keyring_takes_is_remembered_while_segue_runs() -> None:
    address = Address.parse("https://gpu.example.org")
    held = Serving(KeyRing(BrokenKeyring()))
    with pytest.raises(KeyRingError, match="did not keep"):
        held.keep_key(address, Key("sk-secret"))
    found = held.find_key(address)
    assert found is not None
    assert found.header.endswith("sk-secret")
    with pytest.raises(KeyRingError, match="did not remove"):
        held.forget_key(address)
    with pytest.raises(KeyRingError, match="did not read"):
        held.find_key(address)


def test_a_key_is_only_for_its_own_server(loopback: Loopback) -> None:
    held = Serving(KeyRing(MemoryKeyring()), Connections(), QUICK)
    held.keep_key(Address.parse("https://gpu.example.org"), Key("sk-secret"))
    held.follow(Settings(server=loopback.url))
    assert held.engine is not None
    held.engine.connect()
    held.close()
    assert not any("authorization" in each.headers for each in loopback.requests)


# -- what is sent --------------------------------------------------------------------------------


def test_what_is_shown_is_what_is_sent(workspace: Workspace, loopback: Loopback) -> None:
    """Every line of a request that really went out stands in the example."""
    slug = workspace.transition.slug
    point = next(
        each for each in workspace.library.key_points(slug) if Angle.RECALL in suited(each)
    )
    shown = example(point, slug, PROMPTS, Address.parse(loopback.url))
    workspace.change_settings(server=loopback.url)
    tutor = workspace.tutor
    assert tutor is not None
    list(tutor.asker.ask(Cell(point, Angle.RECALL), ()))
    question = short_questions(point, slug)[0]
    prompt = expected_prompt(load_prompt(PROMPTS / "feedback.md"), question, "My own words.")
    "".join(tutor.engine.generate(prompt, Sampling(max_tokens=110, temperature=0.3)))
    asked = loopback.asked(CHAT)
    assert len(asked) > 1
    for request in (asked[0], asked[-1]):
        for message in request.body["messages"]:
            said = message["content"].replace(
                "My own words.", "(here stands your answer as you typed it)"
            )
            for line in said.splitlines():
                if line.strip() and not line.startswith("Begin your reply"):
                    assert document_line(line) in shown
    assert f"POST {loopback.url}{CHAT}" in shown
    # Whatever is typed before it is handed in stays here.
    before = len(loopback.requests)
    tutor.prefill(question, "Half an ans")
    assert len(loopback.requests) == before


def document_line(line: str) -> str:
    """Return a line as it stands within a string of JSON."""
    return line.replace("\\", "\\\\").replace('"', '\\"')


def test_the_words_about_it_name_what_matters() -> None:
    said = " ".join(SENT)
    for word in ("your answer", "guide", "key", "network address"):
        assert word in said
    for word in ("name", "study log", "files", "typing"):
        assert word in NOT_SENT


def test_a_reply_of_the_server_is_known_by_its_model(
    workspace: Workspace, loopback: Loopback
) -> None:
    points = workspace.library.key_points(workspace.transition.slug)
    point = next(each for each in points if each.id == "paged-attention-blocks")
    wording = "What does PagedAttention change in KV cache memory?"
    reply = {"choices": [{"delta": {"content": f" {wording}"}, "finish_reason": "stop"}]}
    loopback.on(CHAT, events(reply))
    workspace.change_settings(server=loopback.url)
    assert workspace.tutor is not None
    (made,) = workspace.tutor.asker.ask(Cell(point, Angle.RECALL), ())
    assert isinstance(made, Accepted)
    assert (made.candidate.text, made.candidate.model) == (wording, "large")
