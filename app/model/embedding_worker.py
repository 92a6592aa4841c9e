"""The embedding process: runs one embedding model and answers on its own pipe.

Started as ``python -m app.model.embedding_worker``. It speaks the language of the engine process
and ends with its standard input, too; it is another process, so that neither model's end is the
other's.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.model.wire import Packet
from app.model.worker import Worker, main

if TYPE_CHECKING:
    from app.model.embedding import EmbeddingModel


class EmbeddingWorker(Worker):
    """Takes texts from one pipe and says their vectors on the other."""

    _embedding: EmbeddingModel | None = None

    def _work(self, job: Packet) -> Mapping[str, object]:
        """Do the job and return what is to be said at its end."""
        beat = self._beating(job["id"])
        if job["do"] == "load":
            from app.model.embedding import EmbeddingModel  # noqa: PLC0415 (loads the library)

            self._embedding = EmbeddingModel(
                job["path"],
                threads=job["threads"],
                progress=lambda part: beat(int(part * 1000), 1000),
            )
            return {"width": self._embedding.width}
        assert self._embedding is not None
        vectors = self._embedding.embed(job["texts"], beat)
        return {"vectors": base64.b64encode(vectors.tobytes()).decode("ascii")}


if __name__ == "__main__":
    main(EmbeddingWorker)
