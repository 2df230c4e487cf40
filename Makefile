# Two commands are enough: make run, make test. `make help` lists the rest.
PYTHON ?= python3
ARTICLES ?= seeds/articles
PORT ?= 8000
# Pairs of folders to learn from: pages and their annotations, under the same names.
TRAINING ?= seeds/articles=tests/gold/samples \
	tests/gold/policy/texts=tests/gold/policy/gold=news-c,news-d,news-e,news-f,news-g,news-h,news-i,news-j,news-k,news-l,news-m,news-n,news-o,news-p,news-q,news-r,news-s,news-t,news-u,news-v,news-w,news-x,news-y,news-z
VENV := .venv
BIN := $(VENV)/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

# Another folder of articles makes another graph; the default one is what `sanmaek` uses by itself.
ifeq ($(abspath $(ARTICLES)),$(abspath seeds/articles))
DATA ?= data/default
else
DATA ?= data/$(notdir $(abspath $(ARTICLES)))-$(shell printf %s '$(abspath $(ARTICLES))' | cksum | cut -d' ' -f1)
endif

.DEFAULT_GOAL := help
.PHONY: help setup run test check lock bench fuzz train clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.ready ## Make .venv with .venv/bin/sanmaek in it

run: $(VENV)/.ready ## Build the graph from ARTICLES=folder and serve it on PORT=8000
	@$(BIN)/sanmaek ingest '$(ARTICLES)' --data '$(DATA)' || test $$? = 1
	@$(BIN)/sanmaek serve --data '$(DATA)' --port $(PORT)

test: check ## Lint, types, import contract and all tests
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.ready-dev ## Lint, types and import contract alone
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.ready-dev ## Print all figures, or those of PARTS="reading kills resolution …"
	$(BIN)/python -m tests.benchmarks $(PARTS)

fuzz: $(VENV)/.ready-dev ## Make up 2,000 requests for each operation of the API (an hour or two)
	$(BIN)/python -m pytest tests/app/test_fuzz.py --fuzz 2000

train: $(VENV)/.ready ## Learn the judges and linkers anew from TRAINING='texts=gold …'
	$(BIN)/python -m extractors.training $(TRAINING)

lock: $(VENV)/.python ## Pin all dependencies anew, with hashes
	$(PIP) uv==0.13.9
	$(LOCK) --group build --output-file requirements-build.lock
	$(LOCK) pyproject.toml --output-file requirements.lock
	$(LOCK) pyproject.toml --group dev --output-file requirements-dev.lock

clean: ## Remove .venv and caches; data/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache *.egg-info build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "sanmaek needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.ready: requirements-build.lock requirements.lock pyproject.toml $(VENV)/.python
	$(PIP) --require-hashes -r requirements-build.lock
	$(PIP) --require-hashes --no-build-isolation -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
