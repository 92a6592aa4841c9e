"""The desk: takes a question, and gives what the learner's material says to it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

from app.ask.features import Kind
from app.ask.index import PassageIndex
from app.ask.judge import load_judges
from app.ask.passages import Text
from app.ask.reading import Reader
from app.ask.reply import Reply
from app.ask.searching import find_passages, reply_by
from app.ask.synonyms import Synonyms
from app.ask.wording import word_reply
from app.content.library import Library
from app.model.catalogue import CatalogueEntry, load_catalogue
from app.model.embedder import LocalEmbedder
from app.model.protocol import Engine
from app.paths import ASK, EMBEDDING_CATALOGUE, PROMPTS, Paths
from app.quiz.prompts import load_prompt
from app.quiz.speech import Speech


class Desk:
    """Answers questions from everything there is to read.

    Parameters
    ----------
    library : callable
        Gives the library as it is now.
    reader : callable
        Gives the engine that reads with the id of its model; None without one.
    writer : callable
        Gives the engine that writes; None without one.
    others : callable
        Gives texts that stand neither in the library nor in the folder of documents.

    Attributes
    ----------
    embedding : CatalogueEntry
        The model that finds passages by meaning.
    """

    def __init__(
        self,
        paths: Paths,
        *,
        library: Callable[[], Library],
        reader: Callable[[], tuple[Engine, str] | None],
        writer: Callable[[], Engine | None],
        others: Callable[[], Iterable[Text]] = tuple,
    ) -> None:
        self.index = PassageIndex(paths.passages)
        self.embedding: CatalogueEntry = load_catalogue(EMBEDDING_CATALOGUE).default
        self.synonyms = Synonyms.load(ASK / "synonyms.txt")
        self.judges = load_judges(ASK / "judges.json")
        self._paths = paths
        self._library, self._reader, self._writer = library, reader, writer
        self._others = others
        self._answer = load_prompt(PROMPTS / "ask-answer.md")
        self._embedder: LocalEmbedder | None = None

    def close(self) -> None:
        """End the embedding process and let go of the index."""
        if self._embedder is not None:
            self._embedder.close()
        self.index.close()

    @property
    def embedder(self) -> LocalEmbedder | None:
        """What finds passages by meaning; None while its model is not on this machine."""
        path = self._paths.models / self.embedding.file
        if self._embedder is None and path.is_file():
            self._embedder = LocalEmbedder(path, name=self.embedding.id)
        return self._embedder

    @property
    def reader(self) -> Reader | None:
        """What reads passages; None without a model."""
        engine = self._reader()
        return None if engine is None else Reader.load(*engine, PROMPTS)

    def updating(self) -> Generator[float, None, None]:
        """Bring passages up to date, then their embeddings; it may be stopped after any step.

        Yields
        ------
        float
            Share of the work done, in [0, 1]; of the passages first, then of the embeddings.

        Raises
        ------
        EngineError
            The embedding model cannot be run; the passages can be searched all the same.
        """
        yield from self.index.updating(self._library(), self._paths.documents, self._others())
        if self.embedder is not None:
            yield from self.index.embedding(self.embedder)

    def answering(self, question: str) -> Generator[Reply | Speech, None, None]:
        """Yield the reply, then the model's words on it as they grow.

        Passages that were added since the last :meth:`updating` are not found.

        Raises
        ------
        EngineError
            A model failed or was cancelled. What was yielded before holds.
        """
        reply = self._reply(question)
        yield reply
        writer = self._writer()
        if reply.answered and writer is not None:
            yield from word_reply(writer, self._answer, reply, self.index.lexicon)

    def _reply(self, question: str) -> Reply:
        embedder = self.embedder
        # While some passages have no embedding yet, meaning would speak against those alone.
        if embedder is not None and not (
            Kind(embedder.name).label in self.judges and self.index.is_embedded(embedder.name)
        ):
            embedder = None
        shortlist = find_passages(self.index, self.synonyms, question, embedder)
        name = embedder.name if embedder is not None else ""
        return reply_by(shortlist, self.judges, name, self.reader)
