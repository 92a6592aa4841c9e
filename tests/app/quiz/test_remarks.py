"""A remark is kept when the guide carries it, and refused by name when anything else does."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from app.content.library import Library
from app.quiz.grounding import Material
from app.quiz.lexical import Lexicon
from app.quiz.remarks import refusal

TRANSITION = "machine-learning-engineer"
LEAD = "Not quite. A full answer says that"
# What learners answered to the first question of some key points.
ANSWERS = {
    "retrieve-changing-facts": "It should be trained into the weights every night.",
    "lora-zero-start": "The factors are small random matrices, which breaks the symmetry.",
    "adapter-merge-tradeoff": "The merged model is faster and needs less memory.",
    "lora-rank16-count": "It has 4,096 × 14,336 / 16 parameters, about 3.7 million.",
    "new-facts-tuning-hallucination": "The model learned the new facts as quickly as the old ones.",
    "qlora-frozen-nf4": "The base and the adapters are both updated in 4-bit.",
    "dpo-beta-strength": "The preferences count more.",
    "app-valid-not-true": "That all the values in it are right.",
    "forgetting-outside-task": "In a rising validation loss of the task.",
}


@pytest.fixture(scope="session")
def lexicon(library: Library) -> Lexicon:
    points = library.key_points(TRANSITION)
    return Lexicon.of(f"{point.claim} {point.answer}" for point in points)


About = Callable[[str], Material]


@pytest.fixture
def about(library: Library, lexicon: Lexicon) -> About:
    def material(point_id: str) -> Material:
        point = library.key_point(TRANSITION, point_id)
        assert point is not None
        return Material(point.questions[0].text, ANSWERS[point_id], (point,), lexicon)

    return material


GOOD = [
    ("retrieve-changing-facts", "they belong in a retrieval store, which gives a passage to cite."),
    ("retrieve-changing-facts", "Weights would have to be trained again and cite nothing."),
    ("retrieve-changing-facts", "You say that they should be trained every night, but weights"
     " cannot name their source."),
    ("retrieve-changing-facts", "Training the weights every night is not correct."),
    ("retrieve-changing-facts", "The learner's answer contradicts this by suggesting that weights"
     " should be trained every night, which is not correct."),
    ("retrieve-changing-facts", "Your answer is not quite right: weights would need another run."),
    ("lora-zero-start", "one factor is random and the other is zero."),
    ("lora-zero-start", "Your answer does not mention that the product is zero."),
    ("lora-zero-start", "The factors are not both random; one of them is zero."),
    ("lora-zero-start", "It is wrong that both factors are small random matrices."),
    ("adapter-merge-tradeoff", "merging costs no latency, but fixes one variant per copy."),
    ("adapter-merge-tradeoff", "You missed that unmerged adapters let many share one base model."),
    ("lora-rank16-count", "it is 16 × (4,096 + 14,336) = 294912, about 0.5% of the matrix."),
    ("lora-rank16-count", "You say 3.7 million, but only the two thin factors are trained."),
    ("new-facts-tuning-hallucination", "new facts are learned more slowly than known ones."),
    ("new-facts-tuning-hallucination", "You did not explain why hallucination rises."),
    ("qlora-frozen-nf4", "the base is frozen and stored in 4-bit NF4."),
    ("qlora-frozen-nf4", "Your answer is missing that gradients pass through the base."),
    ("qlora-frozen-nf4", "You say the base is updated, but gradients update just the adapters."),
    ("dpo-beta-strength", "a larger β keeps the policy closer to the reference."),
    ("app-valid-not-true", "a valid reply has the right structure, while its values may be wrong."),
    ("forgetting-outside-task", "the task's own validation loss does not reveal it."),
]  # fmt: skip
PLANTED = [
    # Praise, whole or for a part.
    ("retrieve-changing-facts", "Your answer is correct.", "praises_nothing"),
    ("retrieve-changing-facts", "You are absolutely right about the weights.", "praises_nothing"),
    ("retrieve-changing-facts", "The first part of your answer is correct.", "praises_nothing"),
    ("lora-zero-start", "You correctly name the random factor.", "praises_nothing"),
    ("lora-zero-start", "As you said, the factors are random.", "praises_nothing"),
    ("lora-zero-start", "Good job, but the product is zero.", "praises_nothing"),
    ("adapter-merge-tradeoff", "Yes, a merged adapter adds no latency.", "praises_nothing"),
    ("dpo-beta-strength", "Your answer is not only right but close to it.", "praises_nothing"),
    ("dpo-beta-strength", "This is partially correct.", "praises_nothing"),
    ("app-valid-not-true", "You have a good understanding of the structure.", "praises_nothing"),
    # Facts from elsewhere, alone or behind a true start.
    ("retrieve-changing-facts", "A vector database such as Pinecone scales best.",
     "has_known_words"),
    ("lora-zero-start", "One factor is zero, and the optimizer warms up over epochs.",
     "has_known_words"),
    ("adapter-merge-tradeoff", "A merged adapter adds no latency, which Hugging Face recommends.",
     "has_known_words"),
    ("qlora-frozen-nf4", "This matters because it prevents overfitting on noisy corpora.",
     "has_known_words"),
    ("retrieve-changing-facts", "Weights should be trained every night.", "has_known_words"),
    ("retrieve-changing-facts", "knowledge that changes every week should be retrieved from a"
     " retrieval store, while trained weights should be trained every night.", "has_known_words"),
    # Numbers.
    ("lora-rank16-count", "That makes 249,912 parameters.", "has_known_numbers"),
    ("lora-rank16-count", "It is about 6.3 % of the matrix.", "has_known_numbers"),
    ("lora-rank16-count", "All three thin factors are trained.", "has_known_numbers"),
    ("qlora-frozen-nf4", "The base is stored in 8-bit NF4.", "has_known_numbers"),
    # Flipped: a negation, or one of two opposites.
    ("adapter-merge-tradeoff", "A merged adapter adds latency.", "keeps_its_sense"),
    ("adapter-merge-tradeoff", "Unmerged adapters do not share one base model.", "keeps_its_sense"),
    ("qlora-frozen-nf4", "The base is not frozen.", "keeps_its_sense"),
    ("qlora-frozen-nf4", "Your answer should say that the base is not frozen.", "keeps_its_sense"),
    ("qlora-frozen-nf4", "Your answer lacks that the base is not frozen.", "keeps_its_sense"),
    ("qlora-frozen-nf4", "You said that the base is not frozen.", "keeps_its_sense"),
    ("retrieve-changing-facts", "A replaced document does not change the next answer.",
     "keeps_its_sense"),
    ("forgetting-outside-task", "The task's own validation loss reveals it.", "keeps_its_sense"),
    ("new-facts-tuning-hallucination", "New facts are learned faster.", "keeps_its_sense"),
    ("new-facts-tuning-hallucination", "Hallucination about known facts falls.", "keeps_its_sense"),
    ("lora-zero-start", "It is wrong that their product is zero.", "keeps_its_sense"),
    # A misconception, told as true.
    ("lora-zero-start", "Both factors are zero, so their product is zero.",
     "affirms_no_misconception"),
    ("lora-zero-start", "You did not mention that both factors are zero, so is their product.",
     "affirms_no_misconception"),
    ("retrieve-changing-facts", "A nightly run writes them into the weights, which cite each fact.",
     "has_known_words"),
    ("lora-zero-start", "You said that both factors are small random matrices.",
     "affirms_no_misconception"),
    # What the learner said, called wrong though the guide says it too.
    ("adapter-merge-tradeoff", "Your claim that a merged adapter adds no latency is wrong.",
     "blames_no_truth"),
    # Another topic of the same guide, and of another one.
    ("lora-zero-start", "The frozen base is stored in half precision and dequantized.",
     "has_known_words"),
    ("dpo-beta-strength", "Constrained decoding masks the tokens that cannot continue.",
     "has_known_words"),
    # Talk about the task.
    ("lora-zero-start", "In at most 50 words, one factor is zero.", "speaks_to_the_learner"),
    ("lora-zero-start", "As a tutor, I use only the facts.", "speaks_to_the_learner"),
    ("lora-zero-start", "Question: how are the two factors initialized?", "is_one_sentence"),
    ("lora-zero-start", "You need to be more specific and complete.", "says_something"),
    ("lora-zero-start", "This is important.", "says_something"),
    # Form.
    ("lora-zero-start", "One factor is random and the", "is_one_sentence"),
    ("lora-zero-start", "What is the product of the two factors?", "is_one_sentence"),
    ("lora-zero-start", "One factor is zero, " * 20 + "so is the product.", "is_short"),
]  # fmt: skip


@pytest.mark.parametrize(("point", "sentence"), GOOD)
def test_what_the_guide_says_is_kept(about: About, point: str, sentence: str) -> None:
    assert refusal(sentence, about(point), [LEAD]) is None


@pytest.mark.parametrize(("point", "sentence", "check"), PLANTED)
def test_a_fault_is_refused_by_its_check(
    about: About, point: str, sentence: str, check: str
) -> None:
    reason = refusal(sentence, about(point), [LEAD])
    assert reason is not None
    assert reason.startswith(f"{check}: "), reason


def test_a_sentence_is_said_once(about: About) -> None:
    kept = [LEAD, " one factor is random and the other zero."]
    reason = refusal("The other factor is zero, one is random.", about("lora-zero-start"), kept)
    assert reason is not None
    assert reason.startswith("is_new: ")


def sentences(text: str) -> list[str]:
    return [each if each[-1] in ".!" else f"{each}." for each in re.split(r"(?<=[.!]) ", text)]


def test_our_own_sentences_are_kept_whatever_was_answered(
    library: Library, lexicon: Lexicon
) -> None:
    refused = [
        (sentence, reason)
        for point in library.key_points(TRANSITION)
        for answer in ("no idea", point.misconceptions[0].claim)
        for sentence in sentences(f"{point.claim} {point.answer}")
        for material in [Material(point.questions[0].text, answer, (point,), lexicon)]
        if (reason := refusal(sentence, material)) is not None
    ]
    assert refused == []


def test_few_misconceptions_and_denials_of_claims_pass(library: Library, lexicon: Lexicon) -> None:
    wrong, passed = 0, 0
    for point in library.key_points(TRANSITION):
        material = Material(point.questions[0].text, "no idea", (point,), lexicon)
        denied = re.sub(r"\b(is|are|was|were|can|may) (?!not)", r"\1 not ", point.claim, count=1)
        planted = [each.claim for each in point.misconceptions]
        for claim in planted if denied == point.claim else [*planted, denied]:
            wrong += 1
            passed += refusal(claim.rstrip(".") + ".", material) is None
    assert wrong > 800
    assert passed <= 0.05 * wrong


UNFINISHED = [
    ("retrieve-changing-facts", "they belong in a retrieval store,"),
    ("lora-zero-start", "one factor is random"),
    ("qlora-frozen-nf4", "Your answer is missing that gradients pass through the base"),
    ("lora-rank16-count", "it is 16 × (4,096 + 14,336) = 294912,"),
]
UNFINISHED_FAULTS = [
    ("lora-zero-start", "You correctly name the random factor,", "praises_nothing"),
    ("lora-zero-start", "As a tutor, I use only the facts", "speaks_to_the_learner"),
    ("lora-rank16-count", "That makes 249,912 parameters,", "has_known_numbers"),
    ("retrieve-changing-facts", "A vector database such as Pinecone", "has_known_words"),
    ("adapter-merge-tradeoff", "A merged adapter adds latency,", "keeps_its_sense"),
    ("lora-zero-start", "Both factors are zero,", "affirms_no_misconception"),
    ("lora-zero-start", "This is important,", "says_something"),
    ("lora-zero-start", "What is the product of the two factors?", "is_one_sentence"),
    ("lora-zero-start", "One factor is zero, " * 20, "is_short"),
]


@pytest.mark.parametrize(("point", "beginning"), UNFINISHED)
def test_a_sentence_may_be_unfinished_as_long_as_it_is_called_so(
    about: About, point: str, beginning: str
) -> None:
    assert refusal(beginning, about(point), [LEAD], whole=False) is None
    reason = refusal(beginning, about(point), [LEAD])
    assert reason is not None
    assert reason.startswith("is_one_sentence: ")


@pytest.mark.parametrize(("point", "beginning", "check"), UNFINISHED_FAULTS)
def test_and_is_refused_for_any_other_fault(
    about: About, point: str, beginning: str, check: str
) -> None:
    reason = refusal(beginning, about(point), [LEAD], whole=False)
    assert reason is not None
    assert reason.startswith(f"{check}: "), reason
