"""A measurement holds for one processor, so processors are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.hardware import Hardware, linux_processor
from app.model.options import default_threads, usable_threads

INTEL = "processor\t: 0\nvendor_id\t: GenuineIntel\nmodel name\t: Intel(R) Core(TM) i5-8250U\n"
PI = "processor\t: 0\nBogoMIPS\t: 108.00\nCPU implementer\t: 0x41\nCPU part\t: 0xd08\n"


def test_this_machine_has_a_name_and_the_threads_that_may_be_used() -> None:
    here = Hardware.here()
    assert here.processor
    assert (here.cores, here.threads) == (default_threads(), usable_threads())
    assert Hardware.unpacked(here.packed()) == here


@pytest.mark.parametrize(
    ("cpuinfo", "name"),
    [
        (INTEL, "Intel(R) Core(TM) i5-8250U"),
        # ARM has only numbers, of which those of the first core are as good as a name.
        (f"{PI}\n{PI}", "0x41 0xd08"),
        ("", ""),
        ("no colon here", ""),
    ],
)
def test_linux_tells_its_name(cpuinfo: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / "cpuinfo"
    path.write_text(cpuinfo)
    assert linux_processor(path) == name


def test_where_linux_tells_nothing_there_is_no_name(tmp_path: Path) -> None:
    assert linux_processor(tmp_path / "none") == ""
