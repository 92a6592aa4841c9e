"""Where the power comes from, and whether work that nobody waits for may use it."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ON, ON_MAINS, OFF = "on", "mains", "off"
"""What a learner may choose for work in the background."""

_SUPPLIES = Path("/sys/class/power_supply")
_CHARGERS = frozenset({"Mains", "USB", "Wireless"})


@dataclass(frozen=True)
class Power:
    """Where the power comes from.

    Attributes
    ----------
    on_mains : bool
        Also where there is no battery.
    charge : int or None
        Percent that the battery holds; None without one.
    """

    on_mains: bool = True
    charge: int | None = None


class Obstacle(StrEnum):
    """Why nothing is done in the background."""

    PAUSED = "paused"
    OFF = "off"
    ON_BATTERY = "on_battery"
    LOW_BATTERY = "low_battery"


def read_power(supplies: Path = _SUPPLIES) -> Power:
    """Return where the power comes from now; the mains where the system does not tell.

    Parameters
    ----------
    supplies : Path
        Where Linux describes batteries and chargers.
    """
    if platform.system() == "Linux":
        return _linux_power(supplies)
    import psutil  # noqa: PLC0415 - the window is shown before this is asked

    try:
        battery = psutil.sensors_battery()
    except (AttributeError, OSError, psutil.Error):
        # Systems that psutil knows no batteries of, and batteries that are just being taken out.
        return Power()
    if battery is None:
        return Power()
    return Power(battery.power_plugged is not False, round(battery.percent))


def obstacle(choice: str, level: int, power: Power) -> Obstacle | None:
    """Return why nothing may be done in the background; None where it may.

    Parameters
    ----------
    choice : str
        `ON`, `ON_MAINS` or `OFF`.
    level : int
        Percent of charge below which nothing is done on battery.
    power : Power
        Where the power comes from now.
    """
    if choice == OFF:
        return Obstacle.OFF
    if power.on_mains:
        return None
    if choice == ON_MAINS:
        return Obstacle.ON_BATTERY
    if power.charge is not None and power.charge < level:
        return Obstacle.LOW_BATTERY
    return None


def _linux_power(supplies: Path) -> Power:
    # psutil counts the battery of a wireless mouse as this machine's, and knows only chargers of
    # two names.
    charges, discharging, charger = [], False, None
    try:
        folders = sorted(supplies.iterdir())
    except OSError:
        return Power()
    for folder in folders:
        kind = _read(folder / "type")
        if kind in _CHARGERS and _read(folder / "online"):
            charger = bool(charger) or _read(folder / "online") != "0"
        elif kind == "Battery" and _read(folder / "scope") != "Device":
            discharging = discharging or _read(folder / "status") == "Discharging"
            charges.append(_charge(folder))
    known = [charge for charge in charges if charge is not None]
    if not charges:
        return Power()
    # A battery that is held below full by its settings is neither charging nor discharging.
    on_mains = not discharging if charger is None else charger
    return Power(on_mains, round(sum(known) / len(known)) if known else None)


def _charge(folder: Path) -> float | None:
    """Return the percent that a battery holds, or None if it does not tell."""
    for unit in ("energy", "charge"):
        now, full = _read(folder / f"{unit}_now"), _read(folder / f"{unit}_full")
        if now.isdecimal() and full.isdecimal() and int(full) > 0:
            return min(100 * int(now) / int(full), 100.0)
    capacity = _read(folder / "capacity")
    return float(capacity) if capacity.isdecimal() else None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
