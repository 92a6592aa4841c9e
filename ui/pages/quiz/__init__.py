"""The quiz page and its parts: choosing, asking, judging, summing up."""

from ui.pages.quiz.page import QuizPage

__all__ = ["QuizPage"]
