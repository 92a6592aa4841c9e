"""All of one learner's data as a whole: backing it up, putting it back, and merging two laptops."""
