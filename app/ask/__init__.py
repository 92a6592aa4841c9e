"""Answering the learner's own questions from what there is to read, or saying that it is not there.

Passages are found by words and, where an embedding model is installed, by meaning; code decides
whether one of them carries the answer; what is quoted is verbatim, and what the model adds to it is
checked sentence by sentence.
"""
