"""An address means one computer, and it is known whose."""

from __future__ import annotations

import pytest

from app.model.server.address import Address, Nearness, nearness


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("http://localhost:8080", "http://localhost:8080"),
        ("  localhost:8080/v1/ ", "http://localhost:8080"),
        ("192.168.1.7:11434", "http://192.168.1.7:11434"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("gpu.example.org", "https://gpu.example.org"),
        ("https://gpu.example.org:443/llama/v1", "https://gpu.example.org/llama"),
        ("HTTP://Gpu.Example.org:80", "http://gpu.example.org"),
        ("https://bücher.example", "https://xn--bcher-kva.example"),
        ("http://localhost/a b".replace(" ", "ä"), "http://localhost/a%C3%A4b"),
        # Where servers say that they listen is not where they can be reached.
        ("http://0.0.0.0:8080", "http://127.0.0.1:8080"),
        ("http://[::]:8080", "http://[::1]:8080"),
    ],
)
def test_what_is_typed_is_understood_and_can_be_read_again(typed: str, meant: str) -> None:
    assert str(Address.parse(typed)) == meant
    assert str(Address.parse(meant)) == meant


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Enter an address"),
        ("two words", "Enter an address"),
        ("http://localhost:8080\r\nX-Evil: 1", "Enter an address"),
        ("http://", "no address"),
        ("http://localhost:99999", "no address"),
        ("http://localhost:0", "no address"),
        ("http://[::1", "no address"),
        ("ftp://localhost", "http:// or https://"),
        ("file:///etc/passwd", "no address"),
        ("https://me:sk-secret@example.org", "there is a field"),
        ("https://example.org/?key=1", "no “?”"),
        ("https://" + "a" * 70 + ".org", "no name of a computer"),
    ],
)
def test_what_cannot_be_an_address_is_refused_with_a_reason(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason.replace("?", r"\?")) as caught:
        Address.parse(typed)
    assert "sk-secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("ip", "whose"),
    [
        ("127.0.0.1", Nearness.HERE),
        ("127.8.9.1", Nearness.HERE),
        ("::1", Nearness.HERE),
        ("::ffff:127.0.0.1", Nearness.HERE),
        ("10.1.2.3", Nearness.NEAR),
        ("172.31.255.255", Nearness.NEAR),
        ("192.168.0.1", Nearness.NEAR),
        ("100.64.0.9", Nearness.NEAR),
        ("169.254.1.1", Nearness.NEAR),
        ("fd12::1", Nearness.NEAR),
        ("fe80::1%1", Nearness.NEAR),
        ("172.32.0.1", Nearness.FAR),
        ("8.8.8.8", Nearness.FAR),
        ("::ffff:8.8.8.8", Nearness.FAR),
        ("2606:4700::1", Nearness.FAR),
        # Nobody's, so nobody can be trusted with them.
        ("0.0.0.0", Nearness.FAR),
        ("192.0.2.1", Nearness.FAR),
        ("224.0.0.1", Nearness.FAR),
        ("255.255.255.255", Nearness.FAR),
    ],
)
def test_whose_computer_a_number_belongs_to(ip: str, whose: Nearness) -> None:
    assert nearness(ip) is whose


@pytest.mark.parametrize(
    ("typed", "here"),
    [
        ("localhost:8080", True),
        ("127.0.0.1", True),
        ("[::1]", True),
        ("192.168.1.7", False),
        # It may well be this machine; that is found out when it is asked.
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
    ],
)
def test_only_an_address_that_says_so_itself_is_this_machine(typed: str, here: bool) -> None:
    assert Address.parse(typed).is_here is here
