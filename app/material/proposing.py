"""From a document to proposals: section by section, each kept before the next is begun."""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.material.candidates import Candidate, choose
from app.material.records import Content, Document, Draft, Figures, Refused
from app.material.sections import Section
from app.material.sentences import sentences
from app.material.standalone import shortened
from app.material.store import MaterialStore
from app.material.subject import filed_under, subject
from app.material.swaps import Names
from app.material.wording import Passage, Writer
from app.material.wrong import Sayings, Surroundings

MOST = 40
"""Sentences of a document that are tried unless more are asked for: two weeks of new ones."""


@dataclass(frozen=True)
class Step:
    """How far it is.

    Attributes
    ----------
    done, of : int
        Sentences that were tried, and that are to be.
    proposed : int
        How many of them became proposals, in this run.
    heading : str
        Of the section at hand.
    """

    done: int
    of: int
    proposed: int
    heading: str


def propose(
    store: MaterialStore,
    document: Document,
    writer: Writer,
    *,
    most: int = MOST,
    within: Collection[int] | None = None,
) -> Generator[Step, None, Figures]:
    """Propose key points from a document; go on if that was begun.

    What was made of a section is kept when the section is done, and of the last one also when the
    generator is closed or the engine fails; who asks again goes on behind it.

    Parameters
    ----------
    most : int
        Sentences tried in this document at most, over all runs; of chosen sections, in these.
    within : collection of int, optional
        Numbers of the sections to look at; all of them by default.

    Raises
    ------
    EngineError
        The engine failed or was cancelled.
    MaterialError
        What was made cannot be kept.
    """
    sections = store.sections(document.id)
    tried = store.tried(document.id)
    every = choose(sections, most, within)
    chosen = [each for each in every if (each.section, each.end) not in tried]
    maker = _Maker(store, document, writer, sections, every)
    done = proposed = 0
    yield Step(done, len(chosen), proposed, "")
    for number, group in groupby(chosen, key=lambda each: each.section):
        made: list[Draft | Refused] = []
        try:
            for candidate in group:
                result = maker.make(candidate)
                made.append(result)
                done += 1
                proposed += isinstance(result, Draft)
                yield Step(done, len(chosen), proposed, sections[number].heading)
        finally:
            if made:
                store.add_attempts(document.id, made)
    return store.figures(document.id)


class _Maker:
    """Makes a draft of one sentence after another of one document."""

    def __init__(
        self,
        store: MaterialStore,
        document: Document,
        writer: Writer,
        sections: Sequence[Section],
        chosen: Sequence[Candidate],
    ) -> None:
        self._title = document.title
        self._writer = writer
        self._sections = sections
        made = [each.content for each in store.proposals(document=document.id)]
        self._questions = [each.question for each in made]
        self._claims = {each.claim for each in made}
        self._sentences = [
            shortened(sections[each.section].text[each.start : each.end]) for each in chosen
        ]
        self._around = Surroundings(
            Names.of(each.text for each in sections if not each.is_list),
            Sayings(
                section.text[start:end]
                for section in sections
                for stretch in section.stretches
                for start, end in sentences(section.text, stretch.start, stretch.end)
            ),
        )

    def make(self, candidate: Candidate) -> Draft | Refused:
        """Return what becomes of a sentence."""
        section = self._sections[candidate.section]
        passage = _passage(candidate, section, self._title)
        start = candidate.end - len(passage.quote)
        place = (candidate.section, start, candidate.end)
        claim = self._writer.claim(passage)
        if isinstance(claim, str):
            return Refused(*place, claim)
        if claim.text in self._claims:
            return Refused(*place, "is there already")
        wrong = self._around.misconceptions(claim.text, passage.quote, section.text)
        if not wrong:
            return Refused(*place, "nothing wrong could be made of it that contradicts it")
        topic = subject(claim.text, section.text) or filed_under(section, self._title)
        question = self._writer.question(
            claim.text,
            topic,
            candidate.statement,
            passage,
            known=self._questions,
            claims=self._sentences,
        )
        self._questions.append(question.text)
        self._claims.add(claim.text)
        worded = (("claim", claim), ("question", question))
        return Draft(
            *place,
            statement=candidate.statement.value,
            content=Content(passage.quote, topic, claim.text, question.text, wrong),
            by_model=tuple(name for name, written in worded if written.by_model),
            model=self._writer.model,
            prompts=self._writer.prompts if self._writer.model else "",
        )


def _passage(candidate: Candidate, section: Section, title: str) -> Passage:
    text = section.text
    # Who leans on the sentence before needs it in the quote: it says what "it" is.
    start = candidate.before if candidate.leans else candidate.start
    return Passage(
        quote=text[start : candidate.end],
        sentence=text[candidate.start : candidate.end],
        before=text[candidate.before : candidate.start].strip(),
        heading=section.heading,
        title=title,
        section=text,
        leans=candidate.leans,
    )
