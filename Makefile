# The everyday verbs. `make run` and `make test` need nothing but Python 3.11 or later.
PYTHON ?= python3
BIN := .venv/bin
LOCALE := src/partnerkg/locale
PIP_INSTALL := install --quiet --disable-pip-version-check
EXACT := $(BIN)/pip $(PIP_INSTALL) --constraint constraints.txt
BUILDING := hatchling editables
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) \* 3 / 2) # many tests wait for processes of their own
TEST := $(BIN)/pytest -n $(WORKERS) --dist worksteal
unexport PYTHONDONTWRITEBYTECODE # tests start hundreds of processes: none should compile everything anew

.PHONY: setup run serve build test test-quick test-all check types style content npm frontend conformance bench messages schema lock clean

setup: .venv/.ready ## everything that tests, checks and measurements need

.venv/.ready: .venv/.running
	$(EXACT) setuptools # builds Owlready2, which comes as source only
	$(EXACT) --no-build-isolation --editable '.[dev]'
	touch $@

.venv/.running: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(EXACT) $(BUILDING)
	$(EXACT) --no-build-isolation --editable '.[serve,xlsx]'
	touch $@

run: .venv/.running ## build the graph from its files, validate it, ask it, show an organisation, write its site
	$(BIN)/partnerkg build
	mkdir -p build
	$(BIN)/partnerkg validate -o build/validation.html
	$(BIN)/partnerkg query network_members --network librairies-sorcieres --format table
	$(BIN)/partnerkg show le-bateau-livre-lille
	$(BIN)/partnerkg
	$(BIN)/partnerkg site -o build/site

serve: .venv/.running ## the graph over HTTP on this machine, until Ctrl-C
	$(BIN)/partnerkg serve

build: .venv/.running
	$(BIN)/partnerkg build

test: setup ## all but what takes servers, browsers, other engines or many worlds
	$(TEST) -m 'not thorough'

test-quick: setup ## what needs neither processes nor the whole graph
	$(TEST) -m 'not slow and not thorough'

test-all: setup ## what CI runs
	$(TEST)

npm: build/npm/.ready ## what some tests ask: two parsers, the official geographical code (needs Debian's nodejs and npm)

build/npm/.ready: tests/npm/package.json tests/npm/package-lock.json
	mkdir -p build/npm
	cp tests/npm/*.json build/npm
	cd build/npm && npm ci --silent --no-fund --no-audit
	touch $@

frontend: ## what pages take from others for browsers, bundled (needs nodejs and npm); without a word if it is as committed
	cd frontend && npm ci --silent --no-fund --no-audit && node build.js
	git diff --exit-code --stat -- src/partnerkg/serve/static/vendor

check: types style content ## `make -j2 check` does two of them at a time

types: setup
	$(BIN)/mypy

style: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports

content: setup
	$(BIN)/partnerkg format --check
	$(BIN)/partnerkg build --check

conformance: setup ## count the tests that pass of the W3C suites: SHACL by engine, SPARQL 1.1, RDF syntaxes, JSON-LD
	@status=0; for suite in conformance evaluation syntaxes; do $(BIN)/python -m benchmarks.$$suite || status=1; done; exit $$status

bench: setup ## ratios against peers, and what questions cost against the size of the graph, in one run of some minutes
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.cost
	$(BIN)/python -m benchmarks.validation

messages: setup ## take new sentences into the catalogues, then compile them
	$(BIN)/pybabel extract -F pyproject.toml --no-wrap --no-location --sort-output --omit-header -k N_ -k Message -k Several:1,2 -k rich -o $(LOCALE)/partnerkg.pot src/partnerkg
	$(BIN)/pybabel update --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -D partnerkg -i $(LOCALE)/partnerkg.pot -d $(LOCALE)
	$(BIN)/pybabel compile -D partnerkg -d $(LOCALE)

schema: setup ## write the JSON Schema of readings, docs/reading.schema.json
	$(BIN)/python -m partnerkg.readings.schema

lock: ## take the newest versions of everything, write them down, run everything with them (with the oldest Python)
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip $(PIP_INSTALL) --upgrade $(BUILDING) setuptools '.[dev,nlp]'
	build/lock/bin/python -c 'import sys; print("# Written by `make lock` with Python %d.%d; `make setup` installs these versions." % sys.version_info[:2])' > constraints.txt
	build/lock/bin/pip freeze --all --exclude pip --exclude partnerkg >> constraints.txt
	cd tests/npm && npm update --silent --package-lock-only --omit-lockfile-registry-resolved
	$(MAKE) npm check test-all

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
