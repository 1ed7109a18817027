# The everyday verbs. `make run` and `make test` need nothing but Python 3.11 or later.
PYTHON ?= python3
BIN := .venv/bin
LOCALE := src/partnerkg/locale

.PHONY: setup run build test check conformance bench messages clean

setup: .venv/.ready

.venv/.ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

run: setup ## build the graph from its files, validate it, ask it, show an organisation
	$(BIN)/partnerkg build
	mkdir -p build
	$(BIN)/partnerkg validate -o build/validation.html
	$(BIN)/partnerkg query network_members --network librairies-sorcieres --format table
	$(BIN)/partnerkg show le-bateau-livre-lille
	$(BIN)/partnerkg

build: setup
	$(BIN)/partnerkg build

test: setup
	$(BIN)/pytest -n auto

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/partnerkg format --check
	$(BIN)/partnerkg build --check

conformance: setup ## count the tests of the W3C SHACL suite that each engine passes
	$(BIN)/python -m benchmarks.conformance

bench: setup ## ratios against peers, in one run of some minutes
	$(BIN)/python -m benchmarks

messages: setup ## take new sentences into the catalogues, then compile them
	$(BIN)/pybabel extract --no-wrap --no-location --sort-output --omit-header -k N_ -k Message -o $(LOCALE)/partnerkg.pot src/partnerkg
	$(BIN)/pybabel update --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -D partnerkg -i $(LOCALE)/partnerkg.pot -d $(LOCALE)
	$(BIN)/pybabel compile -D partnerkg -d $(LOCALE)

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
