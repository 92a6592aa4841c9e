"""Where the power comes from, as Linux tells it, and what may be done with it."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from app.power import OFF, ON, ON_MAINS, Obstacle, Power, obstacle, read_power

LINUX = pytest.mark.skipif(platform.system() != "Linux", reason="Linux describes it in files")

Files = dict[str, dict[str, str]]
BATTERY = {
    "type": "Battery",
    "status": "Discharging",
    "energy_now": "21000",
    "energy_full": "50000",
}
MOUSE = {"type": "Battery", "scope": "Device", "status": "Discharging", "capacity": "5"}


def supplies(folder: Path, files: Files) -> Path:
    """Write what Linux says of some supplies."""
    for name, values in files.items():
        (folder / name).mkdir()
        for key, value in values.items():
            (folder / name / key).write_text(f"{value}\n")
    return folder


@LINUX
@pytest.mark.parametrize(
    ("files", "power"),
    [
        # A desktop, and one with a wireless mouse.
        ({}, Power(True, None)),
        ({"hidpp_battery_0": MOUSE}, Power(True, None)),
        # On battery; what the charger is called differs from laptop to laptop.
        ({"ADP1": {"type": "Mains", "online": "0"}, "BAT0": BATTERY}, Power(False, 42)),
        ({"BAT0": BATTERY}, Power(False, 42)),
        ({"BAT0": BATTERY, "hidpp_battery_0": MOUSE}, Power(False, 42)),
        # Charging by any of its sockets.
        (
            {
                "ACAD": {"type": "Mains", "online": "0"},
                "BAT1": {**BATTERY, "status": "Charging"},
                "ucsi-source-psy-1": {"type": "USB", "online": "1"},
            },
            Power(True, 42),
        ),
        # Held below full by its settings.
        ({"BAT0": {**BATTERY, "status": "Not charging"}}, Power(True, 42)),
        # Two batteries, and one that counts in other units.
        (
            {
                "BAT0": BATTERY,
                "BAT1": {
                    "type": "Battery",
                    "status": "Unknown",
                    "charge_now": "9",
                    "charge_full": "10",
                },
            },
            Power(False, 66),
        ),
        ({"BAT0": {"type": "Battery", "status": "Full", "capacity": "100"}}, Power(True, 100)),
        # One that tells nothing.
        ({"BAT0": {"type": "Battery", "capacity": "?"}}, Power(True, None)),
        ({"BAT0": {**BATTERY, "energy_full": "0", "capacity": "7"}}, Power(False, 7)),
    ],
)
def test_linux_tells(files: Files, power: Power, tmp_path: Path) -> None:
    assert read_power(supplies(tmp_path, files)) == power


@LINUX
def test_where_linux_tells_nothing_there_is_power(tmp_path: Path) -> None:
    assert read_power(tmp_path / "none") == Power(True, None)


def test_this_machine_has_power() -> None:
    power = read_power()
    assert power.charge is None or 0 <= power.charge <= 100


@pytest.mark.parametrize(
    ("choice", "power", "reason"),
    [
        (ON, Power(True, 10), None),
        (ON, Power(False, 30), None),
        (ON, Power(False, 29), Obstacle.LOW_BATTERY),
        (ON, Power(False, None), None),
        (ON_MAINS, Power(True, 10), None),
        (ON_MAINS, Power(False, 90), Obstacle.ON_BATTERY),
        (OFF, Power(True, 100), Obstacle.OFF),
    ],
)
def test_what_may_be_done(choice: str, power: Power, reason: Obstacle | None) -> None:
    assert obstacle(choice, 30, power) is reason
