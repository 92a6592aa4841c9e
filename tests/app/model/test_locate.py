"""Finding the models that other programs have put on the machine."""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path

import pytest

from app.model.gguf import GgufError
from app.model.locate import Origin, describe_file, locate, usual_places

HASH = "c" * 64


def model_bytes(architecture: str = "llama", padding: int = 0) -> bytes:
    def text(value: str) -> bytes:
        return struct.pack("<Q", len(value)) + value.encode()

    pair = text("general.architecture") + struct.pack("<I", 8) + text(architecture)
    return b"GGUF" + struct.pack("<IQQ", 3, 1, 1) + pair + bytes(padding)


def put(path: Path, architecture: str = "llama", padding: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model_bytes(architecture, padding))
    return path


def found(
    home: Path, environment: dict[str, str] | None = None, platform: str = "linux"
) -> list[tuple[str, str]]:
    places = usual_places(
        home / "segue", home=home, environment=environment or {}, platform=platform
    )
    # The service of a real Ollama on this machine is not part of the test.
    inside = [place for place in places if place.folder.is_relative_to(home)]
    return [(model.origin.value, model.name) for model in locate(inside)]


def test_a_machine_without_models_has_none(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_models_are_found_where_each_program_keeps_them(tmp_path: Path) -> None:
    put(tmp_path / "segue" / "own.gguf")
    put(tmp_path / ".lmstudio" / "models" / "maker" / "repo" / "studio-Q4.gguf")
    put(tmp_path / ".cache" / "lm-studio" / "models" / "maker" / "repo" / "old-studio.gguf")
    put(tmp_path / ".local" / "share" / "nomic.ai" / "GPT4All" / "all.gguf")
    put(tmp_path / ".local" / "share" / "Jan" / "data" / "llamacpp" / "models" / "a" / "model.gguf")
    put(tmp_path / "jan" / "models" / "early-jan" / "early.gguf")
    assert found(tmp_path) == [
        ("Segue", "own"),
        ("LM Studio", "studio-Q4"),
        ("LM Studio", "old-studio"),
        ("GPT4All", "all"),
        ("Jan", "a"),
        ("Jan", "early"),
    ]


@pytest.mark.parametrize(
    ("platform", "environment", "gpt4all", "jan"),
    [
        ("darwin", {}, "Library/Application Support", "Library/Application Support"),
        ("win32", {}, "AppData/Local", "AppData/Roaming"),
        ("linux", {}, ".local/share", ".config"),
    ],
)
def test_programs_keep_models_elsewhere_on_each_system(
    tmp_path: Path, platform: str, environment: dict[str, str], gpt4all: str, jan: str
) -> None:
    put(tmp_path / gpt4all / "nomic.ai" / "GPT4All" / "all.gguf")
    put(tmp_path / jan / "Jan" / "data" / "llamacpp" / "models" / "jan-4b" / "model.gguf")
    assert found(tmp_path, environment, platform) == [("GPT4All", "all"), ("Jan", "jan-4b")]


def test_the_environment_moves_the_places(tmp_path: Path) -> None:
    put(tmp_path / "hf" / "hub" / "models--a--b" / "snapshots" / "1" / "moved.gguf")
    put(tmp_path / "xdg" / "nomic.ai" / "GPT4All" / "moved-too.gguf")
    put(tmp_path / "elsewhere" / "models" / "m" / "r" / "pointed.gguf")
    (tmp_path / ".lmstudio-home-pointer").write_text(f"{tmp_path / 'elsewhere'}\n")
    environment = {"HF_HOME": str(tmp_path / "hf"), "XDG_DATA_HOME": str(tmp_path / "xdg")}
    assert found(tmp_path, environment) == [
        ("Hugging Face cache", "moved"),
        ("LM Studio", "pointed"),
        ("GPT4All", "moved-too"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a special right on Windows")
def test_a_blob_and_the_links_to_it_are_one_model(tmp_path: Path) -> None:
    repo = tmp_path / ".cache" / "huggingface" / "hub" / "models--maker--model"
    blob = put(repo / "blobs" / HASH)
    for revision in ("rev1", "rev2"):
        link = repo / "snapshots" / revision / "model-Q4.gguf"
        link.parent.mkdir(parents=True)
        link.symlink_to(blob)
    assert found(tmp_path) == [("Hugging Face cache", "model-Q4")]


def ollama(home: Path, where: str, tag: str, digest: str = f"sha256:{HASH}") -> None:
    manifest = home / ".ollama" / "models" / "manifests" / where / tag
    manifest.parent.mkdir(parents=True, exist_ok=True)
    layers = [
        {"mediaType": "application/vnd.ollama.image.license", "digest": "sha256:" + "d" * 64},
        {"mediaType": "application/vnd.ollama.image.model", "digest": digest},
    ]
    manifest.write_text(json.dumps({"layers": layers}))


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("registry.ollama.ai/library/qwen2.5", "qwen2.5:7b"),
        ("registry.ollama.ai/someone/theirs", "someone/theirs:7b"),
        ("hf.co/maker/repo", "hf.co/maker/repo:7b"),
    ],
)
def test_ollama_models_have_the_name_that_ollama_gives_them(
    tmp_path: Path, where: str, name: str
) -> None:
    put(tmp_path / ".ollama" / "models" / "blobs" / f"sha256-{HASH}")
    ollama(tmp_path, where, "7b")
    assert found(tmp_path) == [("Ollama", name)]


def test_an_odd_manifest_leads_nowhere(tmp_path: Path) -> None:
    put(tmp_path / "secret")
    ollama(tmp_path, "registry.ollama.ai/library/evil", "1", digest="sha256:../../../../secret")
    ollama(tmp_path, "registry.ollama.ai/library/gone", "1")
    broken = tmp_path / ".ollama/models/manifests/registry.ollama.ai/library/broken/1"
    broken.parent.mkdir(parents=True)
    broken.write_text("[1, 2")
    (broken.parent / "2").write_text('{"layers": [3]}')
    assert found(tmp_path) == []


def test_files_that_cannot_answer_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / ".lmstudio" / "models"
    put(folder / "mmproj-model-f16.gguf", "clip")
    put(folder / "nomic.gguf", "nomic-bert")
    put(folder / "Qwen3-Embedding-0.6B-Q8_0.gguf", "qwen3")
    (folder / "unfinished.gguf").write_bytes(b"")
    (folder / "letter.gguf").write_bytes(b"Dear reader")
    (folder / "model.safetensors").write_bytes(model_bytes())
    assert found(tmp_path) == []


def test_a_model_in_several_files_is_offered_once_with_its_whole_size(tmp_path: Path) -> None:
    folder = tmp_path / "segue"
    first = put(folder / "big-00001-of-00002.gguf", padding=100)
    second = put(folder / "big-00002-of-00002.gguf", padding=200)
    put(folder / "half-00001-of-00002.gguf")
    assert found(tmp_path) == [("Segue", "big")]
    model = describe_file(first)
    assert model.size == first.stat().st_size + second.stat().st_size


def test_a_name_that_counts_to_no_file_is_that_of_one(tmp_path: Path) -> None:
    only = put(tmp_path / "odd-00001-of-00000.gguf")
    assert describe_file(only).size == only.stat().st_size


def test_folders_are_not_searched_without_end(tmp_path: Path) -> None:
    put(tmp_path.joinpath("segue", *"abcdefgh", "deep.gguf"))
    put(tmp_path.joinpath("segue", *"abc", "near.gguf"))
    assert found(tmp_path) == [("Segue", "near")]


def test_a_file_that_the_learner_chose_is_described_or_refused_with_a_reason(
    tmp_path: Path,
) -> None:
    model = describe_file(put(tmp_path / "chosen.gguf"))
    assert (model.name, model.origin, model.header.architecture) == (
        "chosen",
        Origin.SEGUE,
        "llama",
    )
    incomplete = put(tmp_path / "two-00001-of-00002.gguf")
    with pytest.raises(GgufError, match="two-00002-of-00002"):
        describe_file(incomplete)
    (tmp_path / "text.gguf").write_text("not a model")
    with pytest.raises(GgufError, match="not a GGUF file"):
        describe_file(tmp_path / "text.gguf")
