"""What the engine process does with a model: read ahead, score, observe, write."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.model.chat import ChatFormat
from app.model.context import (
    MAX_BRANCH_TOKENS,
    MAX_BRANCHES,
    SMALL_CHUNK,
    Beat,
    Context,
    Logits,
)
from app.model.errors import Cause, EngineError
from app.model.memory import shared_prefix
from app.model.observer import Observer
from app.model.options import RunOptions
from app.model.passages import TokenizedPassage, tokenize_passage
from app.model.protocol import Activations, Passage, Prompt, Sampling, Scored
from app.model.replytext import ReplyText
from app.model.sampling import Sampler, grammar_of

# Measured (see ENGINE.md): on x86 the weights as they stand in the file are read faster; on ARM
# the rearranged ones are.
_REPACK = platform.machine().lower() in ("arm64", "aarch64")


@dataclass(frozen=True)
class _Continuation:
    number: int
    tokens: list[int]


class Model:
    """One model in memory, with its chat format.

    Parameters
    ----------
    path : str
        The GGUF file.
    context_length : int
        How many tokens prompt and reply may have together; capped to the model's training.
    threads : int
        How many threads to compute with.
    progress : callable
        Called while loading, with the part done from 0 to 1.
    options : RunOptions, optional
        What was found to be best here, in place of ``threads`` and what else is usual.

    Raises
    ------
    EngineError
        The model cannot be loaded; the cause says why.
    """

    def __init__(
        self,
        path: str,
        *,
        context_length: int,
        threads: int,
        progress: Callable[[float], None] = lambda _: None,
        options: RunOptions | None = None,
    ) -> None:
        self.context = Context(
            path,
            context_length=context_length,
            threads=threads,
            repack=_REPACK,
            progress=progress,
            options=options,
        )
        self._vocabulary = self.context.vocabulary
        self._format = ChatFormat(self.context.template, self._vocabulary)
        self._ahead: list[int] = []
        self._observer: Observer | None = None

    def close(self) -> None:
        """Give the memory back."""
        if self._observer is not None:
            self._observer.close()
        self.context.close()

    def tokens(self, prompt: Prompt) -> list[int]:
        """Return the tokens of a prompt, its ``reply_start`` included."""
        return self._format.head(prompt) + self._plain(prompt.reply_start)

    def prefill(self, prompt: Prompt, beat: Beat) -> None:
        """Read a prompt that will be used soon; one that is too long is left alone.

        Raises
        ------
        AbortedError
            It was ended, or ``end_prefilling`` made the rest useless.
        """
        self._ahead = self.tokens(prompt)
        if len(self._ahead) >= self.context.length:
            return
        try:
            self.context.read(self._ahead, beat, SMALL_CHUNK)
        finally:
            self.context.settle_for(None)

    def end_prefilling(self, prompt: Prompt | None) -> None:
        """Let a running ``prefill`` go on only as far as this prompt can use it; any thread.

        Without a prompt something is to be done that can use nothing of it.
        """
        useful = 0 if prompt is None else shared_prefix(self._ahead, self.tokens(prompt))
        self.context.settle_for(useful)

    def end_preparing(self, passages: Sequence[Passage] | None) -> None:
        """End a running ``prepare`` soon, at once if it is of no use to these; any thread."""
        if self._observer is None:
            return
        try:
            wanted = None if passages is None else self._tokenized(passages)
        except ValueError:
            # That is told when they are to be observed; for now something else comes.
            wanted = None
        self._observer.give_way(wanted)

    def take_up(self) -> None:
        """Take back what ended the last job, before the next one begins."""
        self.context.abort.clear()
        self.context.settle_for(None)
        if self._observer is not None:
            self._observer.go_on()

    def observe(
        self, passages: Sequence[Passage], depths: Sequence[float], beat: Beat
    ) -> list[Activations]:
        """Read passages and return what layers at these depths gave out.

        Raises
        ------
        EngineError
            With ``PROMPT_TOO_LONG`` or ``NOT_OBSERVABLE``.
        ValueError
            A passage has wrong stretches, or a depth is not above 0 and at most 1.
        AbortedError
            It was ended.
        """
        return self._observing().observe(self._tokenized(passages), depths, beat)

    def prepare(self, passages: Sequence[Passage], depths: Sequence[float], beat: Beat) -> None:
        """Read passages that will be observed soon; those that are too long are left alone.

        Raises
        ------
        EngineError
            With ``NOT_OBSERVABLE``.
        ValueError
            As for ``observe``.
        AbortedError
            It was ended, or ``end_preparing`` was called.
        """
        observer = self._observing()
        tokenized = [each for each in self._tokenized(passages) if observer.has_room_for(each)]
        observer.observe(tokenized, depths, beat)

    def score(self, prefix: Prompt, continuations: Sequence[str], beat: Beat) -> list[Scored]:
        """Return how likely each continuation is right after the prefix.

        A continuation is taken to be written directly after ``prefix.reply_start``, without a
        space of its own: after ``"Verdict:"`` it is ``" covered"`` that is likely, not
        ``"covered"``. Where a continuation would melt into the last token of the prefix, scoring
        begins before that token, for all continuations alike; so they stay comparable.

        Raises
        ------
        EngineError
            With ``PROMPT_TOO_LONG``.
        AbortedError
            It was ended.
        """
        head = self._format.head(prefix)
        whole = [self._plain(prefix.reply_start + text) for text in continuations]
        start = self._plain(prefix.reply_start)
        shared = min((shared_prefix(start, tokens) for tokens in whole), default=len(start))
        known = head + start[:shared]
        rest = [_Continuation(i, tokens[shared:]) for i, tokens in enumerate(whole)]
        longest = max((len(c.tokens) for c in rest), default=0)
        self._check_length(len(known), longest)
        if longest > MAX_BRANCH_TOKENS:
            raise EngineError(
                Cause.PROMPT_TOO_LONG,
                f"a text to score has {longest} tokens; it may have {MAX_BRANCH_TOKENS}",
            )
        first = self.context.read(known, beat)
        totals = [_log_probability(first, c.tokens[0]) if c.tokens else 0.0 for c in rest]
        for group in self._groups(rest, len(known)):
            # The last token of a continuation is predicted, never read.
            rows = iter(self.context.branch([c.tokens[:-1] for c in group]))
            for continuation in group:
                for token in continuation.tokens[1:]:
                    totals[continuation.number] += _log_probability(next(rows), token)
            beat(len(known), len(known))
        return [
            Scored(text, total, len(c.tokens))
            for text, total, c in zip(continuations, totals, rest, strict=True)
        ]

    def generate(
        self,
        prompt: Prompt,
        sampling: Sampling,
        schema: Mapping[str, object] | None,
        beat: Beat,
    ) -> Iterator[str]:
        """Write a reply in pieces.

        Raises
        ------
        EngineError
            With ``PROMPT_TOO_LONG``.
        ValueError
            The schema is not one that a reply can be held to.
        AbortedError
            It was ended.
        """
        tokens = self.tokens(prompt)
        self._check_length(len(tokens), sampling.max_tokens)
        grammar = None if schema is None else grammar_of(schema)
        text = ReplyText((*sampling.stop, *self._format.stops))
        sampler = Sampler(self._vocabulary, sampling, grammar)
        try:
            token = sampler.choose(self.context.read(tokens, beat))
            for written in range(1, sampling.max_tokens + 1):
                if self._vocabulary.is_end(token):
                    break
                if piece := text.feed(self._vocabulary.piece(token)):
                    yield piece
                if text.ended or written == sampling.max_tokens:
                    break
                self.context.write(token)
                beat(len(tokens) + written, len(tokens) + sampling.max_tokens)
                token = sampler.choose_written(self.context)
            if rest := text.finish():
                yield rest
        finally:
            sampler.close()

    def _observing(self) -> Observer:
        # Made when it is first asked for: its memory is of no use to those who only write.
        if self._observer is None:
            self._observer = Observer(self.context)
        return self._observer

    def _tokenized(self, passages: Sequence[Passage]) -> list[TokenizedPassage]:
        return [tokenize_passage(each, self._format, self._vocabulary) for each in passages]

    def _plain(self, text: str) -> list[int]:
        return self._vocabulary.tokens(text, special=False)

    def _check_length(self, prompt: int, reply: int) -> None:
        length = self.context.length
        if prompt + reply > length:
            raise EngineError(
                Cause.PROMPT_TOO_LONG,
                f"the text has {prompt} tokens, and {reply} are kept for the reply; "
                f"the model can take {length} together",
            )

    def _groups(
        self, continuations: Sequence[_Continuation], prefix: int
    ) -> Iterator[list[_Continuation]]:
        """Yield the continuations of more than one token in groups that fit one computation."""
        room = self.context.branch_room(prefix)
        group: list[_Continuation] = []
        used = 0
        for continuation in continuations:
            needed = len(continuation.tokens) - 1
            if needed < 1:
                continue
            if group and (used + needed > room or len(group) == MAX_BRANCHES):
                yield group
                group, used = [], 0
            group.append(continuation)
            used += needed
        if group:
            yield group


def _log_probability(logits: Logits, token: int) -> float:
    """Return the natural logarithm of the token's probability."""
    shifted = logits - logits.max()
    # At double precision only the sum: all of it takes twice as long, and tells no more.
    return float(shifted[token] - np.log(np.exp(shifted).sum(dtype=np.float64)))
