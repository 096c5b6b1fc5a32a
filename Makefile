# Each target is one command. `uv` is used where it is installed; plain venv and pip do otherwise.
# PYTHON names the interpreter that the virtual environment is made from (3.11 or later).

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(shell command -v uv 2>/dev/null)
export UV_PYTHON_DOWNLOADS = never
export PIP_DISABLE_PIP_VERSION_CHECK = 1

ifdef UV
INSTALL := $(UV) pip install --quiet --python $(BIN)/python
else
INSTALL := $(BIN)/python -m pip install --quiet
endif

.PHONY: demo test lint types docs evaluate benchmark lock clean

demo: $(VENV)/.runtime ## Set up, build and publish the example dossier, say where to look.
	$(BIN)/remnant demo demo

test: $(VENV)/.dev ## Set up what the tests need and run them.
	$(BIN)/pytest --numprocesses 2

lint: $(VENV)/.dev ## Formatter, linter, floors, spelling, knowledge.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/python -m remnant.knowledge.check

types: $(VENV)/.dev ## Strict types.
	$(BIN)/mypy

docs: $(VENV)/.dev ## Write the generated reference pages anew.
	$(BIN)/python tools/make_docs.py

evaluate: $(VENV)/.dev ## Measure accuracy and refuse to fall below a floor.
	$(BIN)/python -m evaluation.gate

benchmark: $(VENV)/.dev ## Measure speed and memory, and write the report.
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m evaluation.benchmarks

lock: ## Pin every dependency with hashes, without addresses. Needs uv.
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra postgres pyproject.toml requirements/build.in -o requirements/runtime.txt
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra postgres --group dev pyproject.toml requirements/build.in -o requirements/dev.txt

clean: ## Remove what was built.
	rm -rf $(VENV) dist build demo

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Remnant needs Python 3.11 or later; set PYTHON=…")'
ifdef UV
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
else
	$(PYTHON) -m venv $(VENV)
endif

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements/runtime.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements/dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@ $(VENV)/.runtime
