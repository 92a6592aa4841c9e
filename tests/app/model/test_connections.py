"""Every connection is counted, and it is known where it led."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from app.model.connections import Connections


def test_at_first_there_were_none() -> None:
    connections = Connections()
    assert connections.made == 0
    assert connections.elsewhere == {}


def test_those_that_lead_away_from_this_computer_are_told_apart() -> None:
    connections = Connections()
    connections.note("localhost", here=True)
    connections.note("gpu.example.org")
    connections.note("gpu.example.org")
    assert connections.made == 3
    assert connections.elsewhere == {"gpu.example.org": 2}


def test_whoever_asks_is_told_of_each_until_they_ask_no_more() -> None:
    connections = Connections()
    seen: list[int] = []
    dispose = connections.on_change(lambda: seen.append(connections.made))
    connections.note("a")
    connections.note("b")
    dispose()
    dispose()
    connections.note("c")
    assert seen == [1, 2]


def test_none_is_lost_when_many_threads_connect() -> None:
    connections = Connections()
    with ThreadPoolExecutor(8) as pool:
        for _ in range(400):
            pool.submit(connections.note, "a")
    assert connections.made == 400
