"""Search finds what is there while it is being typed, and nothing that is typed can harm it."""

from __future__ import annotations

import html
import itertools
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from app.content.library import Library, Shelf
from app.content.plaintext import fold, plain_text
from app.content.render import render
from app.content.search import Hit, HitKind, SearchIndex

TRANSITION = "machine-learning-engineer"
NOTHING = Library()

Write = Callable[[str, str], Path]
Open = Callable[[Path | None], SearchIndex]


@pytest.fixture(scope="module")
def shipped(library: Library) -> Iterator[SearchIndex]:
    """An index of everything that ships."""
    index = SearchIndex()
    index.update(library)
    yield index
    index.close()


@pytest.fixture
def open_index() -> Iterator[Open]:
    opened: list[SearchIndex] = []

    def open_at(path: Path | None = None) -> SearchIndex:
        opened.append(SearchIndex(path))
        return opened[-1]

    yield open_at
    for index in opened:
        index.close()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with three notes of the learner's own."""
    folder = tmp_path / "documents"
    (folder / "papers").mkdir(parents=True)
    (folder / "clusters.md").write_text(
        "# Clusters\n\nStart small.\n\n## Choosing k\n\nRun k-means for several k.\n\n"
        "## Speed\n\nAim for a p95 below 300 ms; the hot loop is in C++, the rest in R.\n"
    )
    (folder / "papers" / "forests.txt").write_text("Random forests average many trees.\n")
    (folder / "reading-list.md").write_text("---\ntitle: What to read\n---\nTrees & <b>vines</b>")
    return folder


def found(hits: list[Hit]) -> list[tuple[str, str]]:
    return [(hit.kind, hit.anchor or hit.skill) for hit in hits]


def text(hit: Hit) -> str:
    return "".join(span.text for span in hit.snippet)


def marked(hit: Hit) -> list[str]:
    return [span.text for span in hit.snippet if span.matched]


# -- what is found -----------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["quan", "quant", "quantiza", "quantizati", "quantization"])
def test_a_word_is_found_while_it_is_typed(shipped: SearchIndex, typed: str) -> None:
    assert ("section", "quantization") in found(shipped.search(typed))


@pytest.mark.parametrize(
    ("query", "kind", "place"),
    [
        ("quantize", "section", "quantization"),
        ("embed", "section", "embedding-models"),
        ("latencies", "skill", "optimize-for-cost-and-latency"),
        ("gpus", "key_point", "self-host-utilization-cost"),
        ("tuned", "skill", "adapt-foundation-models"),
        ("fine tune", "skill", "adapt-foundation-models"),
        ("finetuning", "skill", "adapt-foundation-models"),
        ("fine-t", "skill", "adapt-foundation-models"),
        ("multimodal", "skill", "understand-multi-modal-ai"),
        ("DEFOSSEZ", "section", "audio-frames-and-codec-codes"),
        ("De\u0301fossez", "section", "audio-frames-and-codec-codes"),
        ("“a single outlier”", "section", "round-to-nearest"),
        ("how does the KV cache grow?", "section", "the-kv-cache"),
        ("part numbers spare", "scenario", "part-numbers-in-a-spare-parts-shop"),
        ("foundation engineer", "transition", "why-this-job-will-transform"),
    ],
)
def test_a_query_finds_what_it_means(
    shipped: SearchIndex, query: str, kind: str, place: str
) -> None:
    assert (kind, place) in found(shipped.search(query))


def test_every_skill_is_the_first_thing_found_by_its_name(
    shipped: SearchIndex, library: Library
) -> None:
    for skill in library.transitions[TRANSITION].skills:
        first = shipped.search(skill.lead)[0]
        assert (first.kind, first.skill) == (HitKind.SKILL, skill.slug)


def test_every_key_point_and_scenario_is_found_by_its_words(
    shipped: SearchIndex, library: Library
) -> None:
    for guide in library.guides.values():
        for point in guide.key_points:
            first = shipped.search(point.claim)[0]
            assert (first.kind, first.anchor) == (HitKind.KEY_POINT, point.id)
            assert (first.title, first.skill) == (point.topic, point.skill)
        for scenario in guide.scenarios:
            assert ("scenario", scenario.id) in found(shipped.search(scenario.text, limit=3))


def test_sections_carry_the_anchors_of_the_page(shipped: SearchIndex, library: Library) -> None:
    for guide in library.guides.values():
        page = render(f"# {guide.title}\n\n{guide.source}")
        for heading in page.headings[1:]:
            title = html.unescape(heading.text)
            hits = shipped.search(f'"{title}"', limit=200)
            places = [(hit.skill, hit.anchor, hit.title) for hit in hits]
            assert (guide.skill, heading.anchor, title) in places


def test_misconceptions_are_no_truths_to_be_found(
    write: Write, open_index: Open, tmp_path: Path, transition_text: str, guide_text: str
) -> None:
    write("transitions/clerk.md", transition_text)
    write("guides/clerk/learn-latin.md", guide_text)
    index = open_index(None)
    index.update(Library.load([Shelf(tmp_path / "transitions", tmp_path / "guides")]))
    assert ("key_point", "five-declensions") in found(index.search("declensions"))
    assert index.search("four") == []  # both stand in misconceptions alone
    assert index.search("conjugations") == []


def test_all_words_are_wanted_but_one_is_better_than_nothing(shipped: SearchIndex) -> None:
    both = found(shipped.search("distillation temperature", limit=100))
    assert set(both) < set(found(shipped.search("distillation", limit=100)))
    assert found(shipped.search("distillation zyxgrbl")) == found(shipped.search("distillation"))
    assert shipped.search("zyxgrbl") == []


def test_titles_count_more_than_claims_and_claims_more_than_text(
    write: Write, open_index: Open, tmp_path: Path
) -> None:
    write("documents/a.md", "# Fruit\n\nApples, pears and one quince.\n")
    write("documents/b.md", "# Fruit\n\n## Quince\n\nApples, pears and plums too.\n")
    write("documents/c.md", "# Quince\n\n## Fruit\n\nApples, pears and plums too.\n")
    index = open_index(None)
    index.update(NOTHING, tmp_path / "documents")
    ranked = index.search("quince")
    assert [hit.path.name for hit in ranked if hit.path] == ["c.md", "b.md", "a.md"]
    assert sorted(hit.rank for hit in ranked) == [hit.rank for hit in ranked]


def test_exact_words_come_before_those_that_only_begin_alike(
    write: Write, open_index: Open, tmp_path: Path
) -> None:
    write("documents/a.txt", "a portable radio")
    write("documents/b.txt", "a port of call")
    index = open_index(None)
    index.update(NOTHING, tmp_path / "documents")
    assert [hit.title for hit in index.search("port")] == ["b", "a"]


def test_a_search_can_be_kept_to_one_transition(
    write: Write, open_index: Open, tmp_path: Path, library: Library, transition_text: str
) -> None:
    write("transitions/clerk.md", transition_text)
    write("documents/latin.txt", "Latin records of foundation charters.")
    both = Library.load([Shelf(tmp_path / "transitions", tmp_path / "guides")])
    both.transitions |= library.transitions
    index = open_index(None)
    index.update(both, tmp_path / "documents")
    assert {hit.transition for hit in index.search("records")} >= {"", "clerk"}
    assert {hit.transition for hit in index.search("records", transition="clerk")} == {"clerk"}
    assert index.search("quantization", transition="clerk") == []


def test_no_more_than_asked_for_and_nothing_twice(shipped: SearchIndex) -> None:
    assert len(shipped.search("model", limit=7)) == 7
    assert shipped.search("model", limit=0) == []
    everything = shipped.search("model", limit=1000)
    assert len({(hit.kind, hit.skill, hit.anchor) for hit in everything}) == len(everything)


# -- snippets ----------------------------------------------------------------------------------


def test_snippets_are_verbatim_and_mark_what_was_looked_for(
    shipped: SearchIndex, library: Library
) -> None:
    for hit in shipped.search("outlier", limit=100):
        guide = library.guide(hit.transition, hit.skill)
        assert guide is not None
        written = plain_text(guide.source)
        if hit.kind is HitKind.KEY_POINT:
            point = library.key_point(hit.transition, hit.anchor)
            assert point is not None
            texts = (point.claim, point.answer, *(question.text for question in point.questions))
            written = fold("\n".join(texts))
        elif hit.kind is HitKind.SCENARIO:
            tasks = {scenario.id: scenario for scenario in guide.scenarios}
            written = fold(f"{tasks[hit.anchor].text}\n{tasks[hit.anchor].answer}")
        assert fold(text(hit).strip("…")) in written
        assert all(each.lower().startswith("outlier") for each in marked(hit))
    assert marked(shipped.search("outlier")[0]) == ["outlier"]


def test_a_key_point_shows_its_claim_unless_the_words_stand_elsewhere(
    shipped: SearchIndex, library: Library
) -> None:
    point = library.key_points(TRANSITION)[0]
    hit = shipped.search(point.claim)[0]
    assert text(hit).strip("…") in point.claim
    asked = point.questions[0].text
    hits = {each.anchor: each for each in shipped.search(f'"{asked}"')}
    assert text(hits[point.id]).strip("…") in asked


def test_names_and_typography_stay_as_they_are_written(
    write: Write, open_index: Open, tmp_path: Path
) -> None:
    write("documents/a.md", "Set `top_k` to *8*; it’s [2 * 4](https://example.org), or $k$.")
    index = open_index(None)
    index.update(NOTHING, tmp_path / "documents")
    (hit,) = index.search("top_k")
    assert text(hit) == "Set top_k to 8; it’s 2 * 4, or k."
    assert marked(hit) == ["top_k"]


def test_what_looks_like_markup_is_only_text(open_index: Open, documents: Path) -> None:
    (documents / "a.txt").write_text("<script>alert('vines')</script> &amp; \x02more\x03")
    index = open_index(None)
    index.update(NOTHING, documents)
    texts = {hit.title: text(hit) for hit in index.search("vines")}
    assert texts["a"] == "<script>alert('vines')</script> &amp; more"
    assert texts["What to read"] == "Trees & vines"


# -- what is typed -----------------------------------------------------------------------------

HOSTILE = [
    *("", " ", '"', '""', "'", "(", "((a", ")", "*", "a*", "^a", "-a", "+", "a:b", "title:a", ":"),
    *("AND", "a AND", "NOT a", "a OR", "NEAR(a b", "{title} : a", "a\\", "%", "_", "--", ";", "[]"),
    *("😀", "a😀b", "\0", "a\0b", "\ud800", "\u0301", "\x02a\x03", "\u200b", "İ", "ß", "量化", "…"),
    *('"a" "', '"a""b"', "“a", "a\nb\tc", "x" * 10_000, "a " * 10_000, '"' * 999, "1,024.5 %"),
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_anything_may_be_typed(shipped: SearchIndex, typed: str) -> None:
    assert isinstance(shipped.search(typed), list)
    assert shipped.search(f"quantization {typed[:200]}") != []
    assert shipped.search(f"{typed[:200]} quantization") != []


@pytest.mark.parametrize("typed", ["", "  ", "?!", "😀", '"', "()", "++"])
def test_without_a_letter_nothing_is_found(shipped: SearchIndex, typed: str) -> None:
    assert shipped.search(typed) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("k-means", ["k-means"]),
        ("K means", ["k", "means", "k"]),
        ("p95", ["p95"]),
        ("p9", ["p95"]),
        ("300 ms", ["300", "ms"]),
        ("C++", ["C"]),
        ("c++ loop", ["loop", "C"]),
    ],
)
def test_names_with_signs_and_digits_are_found(
    open_index: Open, documents: Path, typed: str, words: list[str]
) -> None:
    index = open_index(None)
    index.update(NOTHING, documents)
    (hit,) = index.search(typed)
    assert hit.title == "Clusters"
    assert marked(hit) == words


def test_endings_are_cut_with_care(shipped: SearchIndex) -> None:
    marks = {each.lower() for hit in shipped.search("foundation", 500) for each in marked(hit)}
    assert marks == {"foundation"}  # and not "found", which every study says of its results
    assert marked(shipped.search("generation")[0])[0].lower().startswith("generat")


def test_words_that_say_little_do_not_narrow_a_search(shipped: SearchIndex) -> None:
    assert found(shipped.search("what is the perplexity of a model")) == found(
        shipped.search("perplexity model")
    )


# -- documents of the learner's own ------------------------------------------------------------


def test_a_document_is_found_once_at_the_place_that_fits_best(
    open_index: Open, documents: Path
) -> None:
    index = open_index(None)
    index.update(NOTHING, documents)
    (hit,) = index.search("k-means")
    assert hit == Hit(
        HitKind.DOCUMENT,
        transition="",
        skill="",
        anchor="choosing-k",
        title="Clusters",
        snippet=hit.snippet,
        rank=hit.rank,
        path=documents / "clusters.md",
    )
    assert text(hit) == "Run k-means for several k."
    assert [each.anchor for each in index.search("p95")] == ["speed"]
    assert [each.anchor for each in index.search("clusters")] == ["clusters"]


def test_a_long_document_is_found_by_its_end(
    write: Write, open_index: Open, tmp_path: Path
) -> None:
    sections = "".join(f"\n## Part {number}\n\n{'word ' * 700}\n" for number in range(40))
    write("documents/long.md", f"# Long\n{sections}\n## End\n\n{'word ' * 3000} platypus\n")
    index = open_index(None)
    index.update(NOTHING, tmp_path / "documents")
    (hit,) = index.search("platypus")
    assert (hit.title, hit.anchor) == ("Long", "end")
    assert len(index.search("word")) == 1
    assert len(text(hit)) < 400


def test_titles_come_from_the_document_or_else_its_name(open_index: Open, documents: Path) -> None:
    index = open_index(None)
    index.update(NOTHING, documents)
    assert {hit.title for hit in index.search("trees")} == {"forests", "What to read"}
    assert [hit.title for hit in index.search("reading-list")] == ["What to read"]


def test_other_files_are_left_alone(open_index: Open, documents: Path) -> None:
    (documents / ".hidden").mkdir()
    for name in (".hidden/a.md", ".b.md", "c.pdf", "d.py"):
        (documents / name).write_text("random forests")
    (documents / "e.txt").write_bytes(b"random forests\0\x01")
    (documents / "f.txt").write_bytes(b"")
    index = open_index(None)
    index.update(NOTHING, documents)
    assert [hit.title for hit in index.search("random forests")] == ["forests"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_usual_encodings(open_index: Open, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Die Größe\r\ndes Wörterbuchs".encode(encoding))
    index = open_index(None)
    index.update(NOTHING, tmp_path)
    (hit,) = index.search("worterbuch")
    assert text(hit) == "Die Größe des Wörterbuchs"


def test_names_that_are_no_text_are_left_out(open_index: Open, documents: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(documents) + b"/\xff.txt")).write_text("forests")
    except OSError:
        pytest.skip("this file system has only names that are text")
    index = open_index(None)
    index.update(NOTHING, documents)
    assert [hit.title for hit in index.search("forests")] == ["forests"]


# -- keeping up --------------------------------------------------------------------------------


def test_only_what_changed_is_done_again(
    open_index: Open, library: Library, documents: Path
) -> None:
    index = open_index(None)
    steps = len(list(index.updating(library, documents)))
    assert list(index.updating(library, documents)) == []
    (documents / "papers" / "forests.txt").write_text("Gradient boosting adds one tree at a time.")
    assert 0 < len(list(index.updating(library, documents))) < steps / 4
    assert index.search('"random forests"') == []
    assert [hit.title for hit in index.search("boosting")] == ["forests"]


def test_what_is_gone_is_not_found(open_index: Open, library: Library, documents: Path) -> None:
    index = open_index(None)
    index.update(library, documents)
    (documents / "clusters.md").unlink()
    index.update(library, documents)
    assert index.search("k-means", limit=3) == []
    index.update(NOTHING, documents)
    assert {hit.kind for hit in index.search("trees")} == {HitKind.DOCUMENT}
    index.update(library)
    assert [hit for hit in index.search("trees") if hit.path] == []


def test_a_folder_that_does_not_exist_is_empty(open_index: Open, tmp_path: Path) -> None:
    index = open_index(None)
    index.update(NOTHING, tmp_path / "gone")
    assert index.search("trees") == []


def test_an_interrupted_update_is_completed_by_the_next(
    open_index: Open, library: Library, documents: Path, tmp_path: Path
) -> None:
    whole = open_index(None)
    whole.update(library, documents)
    index = open_index(tmp_path / "index.db")
    ended = False
    while not ended:  # a few steps at a time
        steps = index.updating(library, documents)
        shares = list(itertools.islice(steps, 5))
        steps.close()
        assert all(0 <= share <= 1 for share in shares)
        ended = not shares
    for query in ("model", "trees", "k-means"):
        assert len(index.search(query, 500)) == len(whole.search(query, 500))


def test_it_can_be_searched_while_it_is_brought_up_to_date(
    open_index: Open, library: Library, documents: Path, tmp_path: Path
) -> None:
    for number in range(200):
        (documents / f"{number}.md").write_text(f"# Note {number}\n\nTrees, again.\n")
    index = open_index(tmp_path / "index.db")
    worker = Thread(target=index.update, args=(library, documents))
    worker.start()
    seen = [0]
    while worker.is_alive():
        seen.append(len(index.search("trees", limit=1000)))
    worker.join()
    assert seen == sorted(seen)
    assert len(index.search("note again", limit=1000)) == 200


def test_closing_ends_an_update(open_index: Open, library: Library, documents: Path) -> None:
    index = open_index(None)
    steps = index.updating(library, documents)
    next(steps)
    index.close()
    assert list(steps) == []
    assert index.search("model") == []
    index.update(library)


# -- the file ----------------------------------------------------------------------------------


def test_the_next_start_finds_what_this_one_indexed(
    open_index: Open, library: Library, documents: Path, tmp_path: Path
) -> None:
    path = tmp_path / "cache" / "index.db"
    first = open_index(path)
    first.update(library, documents)
    before = first.search("trees")
    first.close()
    second = open_index(path)
    assert second.search("trees") == before
    assert list(second.updating(library, documents)) == []


def test_two_windows_share_one_file(
    open_index: Open, library: Library, documents: Path, tmp_path: Path
) -> None:
    one, other = open_index(tmp_path / "index.db"), open_index(tmp_path / "index.db")
    workers = [Thread(target=each.update, args=(library, documents)) for each in (one, other)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    alone = open_index(None)
    alone.update(library, documents)
    assert sorted(found(one.search("model", 500))) == sorted(found(alone.search("model", 500)))
    assert one.search("model", 500) == other.search("model", 500)
    assert list(other.updating(library, documents)) == []


@pytest.mark.parametrize("case", ["garbage", "short", "folder", "below a file"])
def test_a_file_that_cannot_be_used_costs_nothing_but_time(
    open_index: Open, library: Library, tmp_path: Path, case: str
) -> None:
    path = tmp_path / "index.db"
    if case == "garbage":
        path.write_bytes(b"no database at all " * 500)
    elif case == "short":
        path.write_bytes(b"SQLite format 3\0")
    elif case == "folder":
        path.mkdir()
    else:
        path.write_text("")
        path = path / "index.db"
    index = open_index(path)
    index.update(library)
    assert ("section", "quantization") in found(index.search("quantization"))


@pytest.mark.parametrize("table", ["entry_fts_data", "entry", "source"])
def test_damage_is_noticed_and_made_good(
    open_index: Open, library: Library, tmp_path: Path, table: str
) -> None:
    path = tmp_path / "index.db"
    first = open_index(path)
    first.update(library)
    first.close()
    with sqlite3.connect(path) as file:
        [page] = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", [table]
        ).fetchone()
        [size] = file.execute("PRAGMA page_size").fetchone()
    file.close()
    with path.open("r+b") as raw:
        raw.seek((page - 1) * size)
        raw.write(b"\xa5" * size)
    for _ in range(2):  # the second start has a sound file again
        index = open_index(path)
        index.update(library)
        assert ("section", "quantization") in found(index.search("quantization"))
        index.close()
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    file.close()


def test_a_database_of_another_program_is_not_touched(
    open_index: Open, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE entry (mine TEXT)")
    file.close()
    before = path.read_bytes()
    index = open_index(path)
    index.update(library)
    assert index.search("quantization") != []
    index.close()
    assert path.read_bytes() == before


def test_an_index_of_another_version_is_made_anew(
    open_index: Open, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "index.db"
    first = open_index(path)
    first.update(library)
    first.close()
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA user_version = 99")
        file.execute("ALTER TABLE entry RENAME COLUMN also TO otherwise")
    file.close()
    index = open_index(path)
    assert index.search("quantization") == []
    index.update(library)
    assert index.search("quantization") != []
