"""Looking at another program's windows from outside, through libX11 alone.

Both programs are looked at in the same way, and neither is asked anything: what is timed is what
a person in front of the screen would see.
"""

from __future__ import annotations

import ctypes
import select
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from dataclasses import dataclass
from time import perf_counter
from types import TracebackType
from typing import Any, Self

_SUBSTRUCTURE_NOTIFY = 1 << 19
_IS_VIEWABLE = 2
_Z_PIXMAP = 2
_ANY_TYPE = 0
_LOOK_EVERY = 0.004
"""Seconds between two looks at a window that is there but not painted yet."""
_NEAR_TOP = range(2, 40, 4)
"""Rows of pixels near the top edge, where a menu bar is painted first."""
_ROWS_BELOW = 12


class DisplayError(Exception):
    """There is no display to look at, or no library to look with; the text says which."""


@dataclass(frozen=True)
class Sight:
    """When a window was seen, by `time.perf_counter`.

    Attributes
    ----------
    mapped : float
        It was on the screen.
    painted : float
        It had something on it: its pixels were no longer all of one colour.
    """

    mapped: float
    painted: float


class _Attributes(ctypes.Structure):
    """`XWindowAttributes` of Xlib.h, all of it, as the library writes all of it."""

    _fields_ = (
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("border_width", c_int),
        ("depth", c_int),
        ("visual", c_void_p),
        ("root", c_ulong),
        ("class_", c_int),
        ("bit_gravity", c_int),
        ("win_gravity", c_int),
        ("backing_store", c_int),
        ("backing_planes", c_ulong),
        ("backing_pixel", c_ulong),
        ("save_under", c_int),
        ("colormap", c_ulong),
        ("map_installed", c_int),
        ("map_state", c_int),
        ("all_event_masks", c_long),
        ("your_event_mask", c_long),
        ("do_not_propagate_mask", c_long),
        ("override_redirect", c_int),
        ("screen", c_void_p),
    )


class _Image(ctypes.Structure):
    """The beginning of `XImage` of Xlib.h, up to what is used of it."""

    _fields_ = (
        ("width", c_int),
        ("height", c_int),
        ("xoffset", c_int),
        ("format", c_int),
        ("data", c_void_p),
        ("byte_order", c_int),
        ("bitmap_unit", c_int),
        ("bitmap_bit_order", c_int),
        ("bitmap_pad", c_int),
        ("depth", c_int),
        ("bytes_per_line", c_int),
        ("bits_per_pixel", c_int),
    )


_Handler = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)


def _go_on(_display: int, _event: int) -> int:
    """Go on: a window may be gone while it is asked about, which would end this process."""
    return 0


# Kept for as long as the library may call it.
_ignore_error = _Handler(_go_on)


class Screen:
    """A connection to an X server.

    Parameters
    ----------
    name : str
        As in `DISPLAY`.

    Raises
    ------
    DisplayError
        libX11 is missing, or no server answers by that name.
    """

    def __init__(self, name: str) -> None:
        self._x = _library()
        self._display: int | None = self._x.XOpenDisplay(name.encode())
        if not self._display:
            raise DisplayError(f"no X server answers at {name}")
        self._x.XSetErrorHandler(_ignore_error)
        self._root: int = self._x.XDefaultRootWindow(self._display)
        self._pid_atom: int = self._x.XInternAtom(self._display, b"_NET_WM_PID", 0)
        self._x.XSelectInput(self._display, self._root, _SUBSTRUCTURE_NOTIFY)
        self._x.XSync(self._display, 0)

    def __enter__(self) -> Self:
        """Return this; leaving the block closes the connection."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection."""
        self._x.XCloseDisplay(self._display)
        self._display = None

    def wait_for_window(self, pid: int, timeout: float, *, least: int = 400) -> Sight | None:
        """Wait until a process shows a window and has painted it; None when it does not in time.

        Parameters
        ----------
        timeout : float
            Seconds.
        least : int
            Smallest width and height in pixels of what counts as a main window.
        """
        until = perf_counter() + timeout
        window: int | None = None
        mapped = 0.0
        while perf_counter() < until:
            if window is None:
                window = self._window_of(pid, least)
                mapped = perf_counter()
            if window is not None and self._is_painted(window):
                return Sight(mapped, perf_counter())
            # The server tells of every window that appears; painting it does not tell of.
            self._wait(_LOOK_EVERY if window is not None else min(1.0, timeout))
        return None

    def _wait(self, seconds: float) -> None:
        if not self._x.XPending(self._display):
            connection = self._x.XConnectionNumber(self._display)
            select.select([connection], [], [], seconds)
        event = (c_long * 24)()
        while self._x.XPending(self._display):
            self._x.XNextEvent(self._display, event)

    def _window_of(self, pid: int, least: int) -> int | None:
        for window in self._below(self._root, depth=3):
            attributes = self._attributes(window)
            if (
                attributes is not None
                and attributes.map_state == _IS_VIEWABLE
                and min(attributes.width, attributes.height) >= least
                and self._pid_of(window) == pid
            ):
                return window
        return None

    def _below(self, window: int, depth: int) -> list[int]:
        """Return what is below a window: window managers put frames around what programs open."""
        root, parent, number = c_ulong(), c_ulong(), c_uint()
        children = POINTER(c_ulong)()
        told = self._x.XQueryTree(
            self._display, window, byref(root), byref(parent), byref(children), byref(number)
        )
        if not told or not children:
            return []
        found = [children[index] for index in range(number.value)]
        self._x.XFree(children)
        if depth > 1:
            found += [each for child in found for each in self._below(child, depth - 1)]
        return found

    def _attributes(self, window: int) -> _Attributes | None:
        attributes = _Attributes()
        told = self._x.XGetWindowAttributes(self._display, window, byref(attributes))
        return attributes if told else None

    def _pid_of(self, window: int) -> int | None:
        kind, form, number, left = c_ulong(), c_int(), c_ulong(), c_ulong()
        value = POINTER(c_ulong)()
        self._x.XGetWindowProperty(
            self._display,
            window,
            self._pid_atom,
            0,
            1,
            0,
            _ANY_TYPE,
            byref(kind),
            byref(form),
            byref(number),
            byref(left),
            byref(value),
        )
        if not value:
            return None
        pid = value[0] if number.value else None
        self._x.XFree(value)
        return pid

    def _is_painted(self, window: int) -> bool:
        attributes = self._attributes(window)
        if attributes is None or attributes.map_state != _IS_VIEWABLE:
            return False
        width, height = attributes.width, attributes.height
        rows = [*_NEAR_TOP, *range(40, height, max(1, height // _ROWS_BELOW))]
        return any(self._has_colours(window, width, row) for row in rows if row < height)

    def _has_colours(self, window: int, width: int, row: int) -> bool:
        image = self._x.XGetImage(
            self._display, window, 0, row, width, 1, c_ulong(-1 & (2**64 - 1)), _Z_PIXMAP
        )
        if not image:
            return False
        content = image.contents
        step = content.bits_per_pixel // 8
        data = ctypes.string_at(content.data, width * step)
        self._x.XDestroyImage(image)
        return data != data[:step] * width


def _library() -> Any:  # noqa: ANN401 - ctypes has no type for a library's functions
    try:
        x = ctypes.CDLL("libX11.so.6")
    except OSError as error:
        raise DisplayError("libX11, to look at windows with, is not installed") from error
    pointers = (POINTER(c_ulong), POINTER(c_uint))
    signatures: dict[str, tuple[Any, tuple[Any, ...]]] = {
        "XOpenDisplay": (c_void_p, (c_char_p,)),
        "XCloseDisplay": (c_int, (c_void_p,)),
        "XSetErrorHandler": (c_void_p, (_Handler,)),
        "XDefaultRootWindow": (c_ulong, (c_void_p,)),
        "XInternAtom": (c_ulong, (c_void_p, c_char_p, c_int)),
        "XSelectInput": (c_int, (c_void_p, c_ulong, c_long)),
        "XSync": (c_int, (c_void_p, c_int)),
        "XPending": (c_int, (c_void_p,)),
        "XConnectionNumber": (c_int, (c_void_p,)),
        "XNextEvent": (c_int, (c_void_p, c_void_p)),
        "XFree": (c_int, (c_void_p,)),
        "XQueryTree": (
            c_int,
            (c_void_p, c_ulong, pointers[0], pointers[0], POINTER(pointers[0]), pointers[1]),
        ),
        "XGetWindowAttributes": (c_int, (c_void_p, c_ulong, POINTER(_Attributes))),
        "XGetWindowProperty": (
            c_int,
            (
                *(c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong),
                *(pointers[0], POINTER(c_int), pointers[0], pointers[0], POINTER(pointers[0])),
            ),
        ),
        "XGetImage": (
            POINTER(_Image),
            (c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int),
        ),
        "XDestroyImage": (c_int, (POINTER(_Image),)),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(x, name)
        function.restype, function.argtypes = result, arguments
    return x
