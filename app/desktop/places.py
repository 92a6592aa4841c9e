"""Where a Linux desktop looks: the folders of the XDG base directory specification."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """The folders of one user.

    Attributes
    ----------
    data_home : Path
        Where the user's own launchers, icons and file types are.
    data_dirs : tuple of Path
        Where those of the whole system are, the most important first.
    config_dirs : tuple of Path
        Where choices are kept, the user's own first.
    desktops : tuple of str
        Names of the desktop that runs, in lower case, such as ``gnome``; empty without one.
    """

    data_home: Path
    data_dirs: tuple[Path, ...]
    config_dirs: tuple[Path, ...]
    desktops: tuple[str, ...] = ()

    @classmethod
    def find(cls, environment: Mapping[str, str]) -> Places:
        """Return the folders that an environment names, or the usual ones."""
        home = Path(environment["HOME"]) if environment.get("HOME") else Path.home()
        config_home = _folder(environment, "XDG_CONFIG_HOME", home / ".config")
        desktops = environment.get("XDG_CURRENT_DESKTOP", "")
        return cls(
            data_home=_folder(environment, "XDG_DATA_HOME", home / ".local" / "share"),
            data_dirs=_folders(environment, "XDG_DATA_DIRS", "/usr/local/share:/usr/share"),
            config_dirs=(config_home, *_folders(environment, "XDG_CONFIG_DIRS", "/etc/xdg")),
            desktops=tuple(filter(None, desktops.lower().split(":"))),
        )

    @property
    def applications(self) -> tuple[Path, ...]:
        """The folders of launchers, the user's own first."""
        return tuple(each / "applications" for each in (self.data_home, *self.data_dirs))


def _folder(environment: Mapping[str, str], name: str, usual: Path) -> Path:
    # The specification has relative paths ignored.
    value = environment.get(name, "")
    return Path(value) if value.startswith("/") else usual


def _folders(environment: Mapping[str, str], name: str, usual: str) -> tuple[Path, ...]:
    value = environment.get(name) or usual
    return tuple(Path(each) for each in value.split(":") if each.startswith("/"))
