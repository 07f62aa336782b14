# The two main tasks: `make lab` opens the notebooks, `make test` checks everything. Both set up what they need.
.DEFAULT_GOAL := help
.PHONY: help lab test explore bench bench-quick lock clean chromium

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

lab: .venv/.ready ## set up and open the notebooks in JupyterLab
	@$(BIN)/assess lab $(LAB)

test: .venv/.ready chromium ## set up and check everything: library, frameworks, notebooks, screens
	$(BIN)/ruff check --quiet assesslib tests
	$(BIN)/python -m pytest --nbval-lax --nbval-current-env tests assesslib notebooks

explore: .venv/.ready ## try the rules that must hold for any data on thousands of other examples than `make test` does
	$(BIN)/python -m pytest -q -m hypothesis --hypothesis-profile=others tests

bench: .venv/.ready ## measure the speed of everything, side by side with its alternatives (about twenty minutes)
	$(BIN)/python -m tests.benchmarks --json bench.jsonl

bench-quick: .venv/.ready ## the same with less of everything, in a minute
	$(BIN)/python -m tests.benchmarks --quick

chromium:
	@sh tests/browser/chromium.sh

lock: ## work out requirements.lock anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		pyproject.toml --extra test -o requirements.lock

clean: ## remove the environment and everything that was built
	rm -rf .venv build dist .pytest_cache .hypothesis .ruff_cache

.venv/.ready: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. Install it, or say make PYTHON=/path/to/python3."; exit 1; }
	@echo "Setting up in .venv (about a minute, only the first time) ..."
	@$(PYTHON) -m venv --clear .venv || { echo "Python could not make an environment. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
