"""`segue server`: use a model server, look at it, and leave it again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.model.errors import EngineError
from app.model.server.address import Address
from app.model.server.engine import ServerEngine
from app.model.server.keys import Key, KeyRingError
from app.outgoing import NOT_SENT, SENT, example
from app.paths import PROMPTS, Paths
from app.terminal import opened
from app.workspace import Workspace


@click.group("server")
def server_command() -> None:
    """Let a model server word questions and feedback; grading stays on this computer."""


@server_command.command("use")
@click.argument("address")
@click.option("--model", default="", help="One of the server's models; its first one by default.")
@click.option("--key", "wants_key", is_flag=True, help="Ask for a key and keep it in the keyring.")
@click.option("--agree", is_flag=True, help="Agree to what is sent without being asked.")
@click.pass_obj
def use(paths: Paths, address: str, model: str, wants_key: bool, agree: bool) -> None:
    """Use the server at ADDRESS, such as http://localhost:8080.

    Of anything but this computer it is first shown what will be sent.
    """
    with _workspace(paths) as workspace:
        try:
            where = Address.parse(address)
        except ValueError as error:
            raise click.ClickException(str(error)) from error
        known = where.is_here or workspace.settings.server_agreed == where.origin
        if not known and not agree:
            _ask_for_leave(workspace, where)
        if wants_key:
            _keep_key(workspace, where)
        agreed = workspace.settings.server_agreed if where.is_here else where.origin
        workspace.change_settings(server=str(where), server_model=model, server_agreed=agreed)
        engine = workspace.server
        assert engine is not None
        _connect(engine)
        click.echo(f"{engine.info().model} on {engine.server} words questions and feedback.")


@server_command.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.pass_obj
def status(paths: Paths, as_json: bool) -> None:
    """Ask the server in use what it is and what it can do."""
    with _workspace(paths) as workspace:
        engine = workspace.server
        if engine is None:
            raise click.ClickException(workspace.serving.choice.reason)
        _connect(engine)
        info = engine.info()
        known = {
            "address": str(engine.address),
            "server": engine.server,
            "model": info.model,
            "context_length": info.context_length or None,
            "scores": info.can_score,
            "grades": info.can_observe,
        }
    if as_json:
        click.echo(json.dumps(known, indent=2))
        return
    click.echo(f"{known['address']}: {known['model']} on {known['server']}")


@server_command.command("off")
@click.option("--forget-key", is_flag=True, help="Take its key out of the keyring, too.")
@click.pass_obj
def off(paths: Paths, forget_key: bool) -> None:
    """Use no server any more."""
    with _workspace(paths) as workspace:
        address = workspace.serving.choice.address
        if forget_key and address is not None:
            try:
                workspace.serving.forget_key(address)
            except KeyRingError as error:
                raise click.ClickException(str(error)) from error
        workspace.change_settings(server="", server_model="", server_agreed="")
    click.echo("No model server is used.")


def _ask_for_leave(workspace: Workspace, address: Address) -> None:
    """Show what would be sent, and go on only if the learner agrees."""
    slug = workspace.transition.slug
    for sentence in (f"To {address.origin} would be sent:", *SENT, NOT_SENT):
        click.echo(sentence)
    for point in workspace.library.key_points(slug)[:1]:
        click.echo(f"\nFor example, word for word:\n{example(point, slug, PROMPTS, address)}\n")
    click.confirm("Do you agree?", abort=True)


def _keep_key(workspace: Workspace, address: Address) -> None:
    typed = click.prompt("Key", hide_input=True)
    try:
        workspace.serving.keep_key(address, Key(typed))
    except (ValueError, KeyRingError) as error:
        raise click.ClickException(str(error)) from error


def _connect(engine: ServerEngine) -> None:
    try:
        engine.connect()
    except EngineError as error:
        raise click.ClickException(f"{error}. {error.action}") from error


@contextmanager
def _workspace(paths: Paths) -> Iterator[Workspace]:
    with opened(paths) as workspace:
        try:
            yield workspace
        except OSError as error:
            raise click.ClickException(f"The settings could not be saved: {error}") from error
