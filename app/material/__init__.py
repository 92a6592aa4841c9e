"""The learner's own material: documents, what the model proposes of them, and what is accepted."""
