"""The pages of the window, one for each thing that a learner does."""
