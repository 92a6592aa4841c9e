# Every target sets up what it needs first; the second time that takes less than a second.
# Without make (on Windows for example): py app\bootstrap.py run

PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: run test test-slow check screenshots bench dist dist-test setup clean help

run test test-slow check screenshots bench dist dist-test setup clean help:
	@$(PYTHON) app/bootstrap.py $@ $(ARGS)
