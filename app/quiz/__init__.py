"""The quiz: what to ask, how it is worded, how an answer is graded, and the session around it."""
