# Each target sets up all that it needs, the first time, on a Debian with Python 3.11 or newer and make.
# Python packages go into .venv/, by their hashes; the program runs from this checkout and is not installed itself.

PYTHON ?= python3
ARGS ?=
EVENTS ?= 1000
ROUNDS ?= 5
RUNS ?= 5

VENV     := .venv
BIN      := $(VENV)/bin
# A lock names all that is installed. Without --no-deps pip 23, as in Debian 12, looks for what a package asks with an extra,
# coverage[toml], beside the lock, and fails from the day a newer one is out (https://github.com/pypa/pip/issues/9644).
LOCKED   := -m pip --disable-pip-version-check -qq install --no-deps --require-hashes --requirement
STREEK   := $(BIN)/python build.py
RUNTIME  := $(VENV)/.requirements
DEV      := $(VENV)/.requirements-dev
AUDIT    := $(VENV)/audit/.requirements
NODE     := node_modules/.installed
PEERS    := .bench/peers/.installed

# apt-get, with sudo where we are not root; where neither can be, say what is missing and stop.
define debian
	if ! command -v apt-get >/dev/null; then \
		echo "Missing: $(1). Install it with your system's own package manager, and run make again."; exit 3; \
	elif [ "$$(id -u)" = 0 ]; then sudo=; \
	elif command -v sudo >/dev/null; then sudo=sudo; \
	else echo "Missing: $(1). As root, run: apt-get install $(1)"; exit 3; fi; \
	echo "· installing $(1) with apt-get"; \
	$$sudo apt-get -qq update && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends $(1) >/dev/null
endef

.DEFAULT_GOAL := site
.PHONY: help site serve check test coverage fuzz endure judges lighthouse lint format bench bench-peers lock audit tools setup clean

help:  ## says what can be made
	@sed -n 's/^\([a-z-]*\):.*  ## /make \1\t/p' Makefile | expand -t 14

site: $(RUNTIME)  ## builds the site from content/ into site/ (this is what plain `make` does)
	@$(STREEK) build $(ARGS)

serve: $(RUNTIME)  ## builds, shows the site on this machine, and rebuilds when a file changes
	@$(STREEK) serve $(ARGS)

check: $(RUNTIME)  ## looks for mistakes in content/ and writes nothing
	@$(STREEK) check $(ARGS)

test: setup lint  ## runs all tests, with the linters first and a real browser among them
	@echo "· testing"
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadscope $(ARGS)

coverage: setup  ## runs all tests and shows which lines none of them reached; takes half as long again
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadscope --cov --cov-report=term $(ARGS)

fuzz: $(DEV)  ## looks for mistakes with examples that nobody has tried yet; ROUNDS=20 looks longer
	@for round in $$(seq $(ROUNDS)); do \
		HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -q --numprocesses=auto -m "hypothesis and not browser" $(ARGS) || exit 1; done

endure: $(DEV)  ## kills builds at 50 random moments, and compares the site with a clean one after each of 200 random edits, read warm and made again
	@ENDURE=1 $(BIN)/python -m pytest -q --numprocesses=auto tests/test_build_promises.py::test_killed_build_leaves_the_old_site_or_the_new_one \
		tests/test_store_changes_nothing.py tests/test_remade.py $(ARGS)

lighthouse: setup  ## asks Lighthouse about four pages, as a slow phone shows them; wants a machine that does nothing else
	@$(STREEK) build --output .bench/lighthouse $(ARGS)
	@$(BIN)/python -m tests.browser.lighthouse .bench/lighthouse

judges: setup  ## has axe look at every kind of page in every language, in each width, scheme and size of text; Nu at every page
	@EVERY_LANGUAGE=1 $(BIN)/python -m pytest --numprocesses=auto --dist=loadscope tests/test_pages_in_browser.py $(ARGS)

lint: $(DEV)  ## checks style, types and who imports whom
	@echo "· linting"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make format"; exit 1; }
	@$(BIN)/mypy
	@report=$$($(BIN)/lint-imports 2>&1) || { echo "$$report"; exit 1; }

format: $(DEV)  ## puts the code into the form that lint asks for
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format .

bench: $(RUNTIME)  ## measures how long a made-up region takes to build; EVENTS=10000 makes it bigger
	@rm -rf .bench/content .bench/site
	@$(BIN)/python -m bench.generate .bench/content --events $(EVENTS)
	@start=$$(date +%s%N); \
	$(STREEK) build --content .bench/content --output .bench/site --no-cache $(ARGS) && \
	echo "· $(EVENTS) events in $$(( ($$(date +%s%N) - start) / 1000000 )) ms"

bench-peers: $(PEERS)  ## measures us beside Hugo, Eleventy and Pelican; EVENTS="1000 20000" and RUNS=5 say how much
	@$(BIN)/python -m bench.peers --events $(EVENTS) --runs $(RUNS) --serve $(ARGS)

# The locks hold versions and hashes, and name no registry.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate
lock: $(DEV)  ## writes requirements*.txt anew from pyproject.toml; with ARGS=--upgrade it takes the newest of everything
	@echo "· locking"
	@$(LOCK) $(ARGS) --output-file requirements.txt pyproject.toml
	@$(LOCK) $(ARGS) --output-file requirements-dev.txt --constraint requirements.txt --group dev pyproject.toml
	@$(LOCK) $(ARGS) --output-file requirements-audit.txt --group audit
	@sed -i '1i # Made by `make lock` from pyproject.toml; `make lock ARGS=--upgrade` takes newer versions.' requirements*.txt

audit: $(AUDIT)  ## asks whether a package of the locks is known to be unsafe; wants the network
	@command -v npm >/dev/null || { $(call debian,nodejs npm); }
	@status=0; \
	$(VENV)/audit/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off \
		--requirement requirements-dev.txt --requirement requirements-audit.txt || status=1; \
	npm audit --package-lock-only || status=1; \
	exit $$status

tools: $(RUNTIME)  ## installs what a build needs, and runs nothing

setup: $(DEV) $(NODE)  ## installs what the tests need, and runs nothing
	@command -v git >/dev/null || { $(call debian,git); }
	@command -v jq >/dev/null || { $(call debian,jq); }
	@test -x /usr/bin/chromium-headless-shell || { test -x /usr/bin/chromium && ! command -v apt-get >/dev/null; } \
		|| { $(call debian,chromium-headless-shell fonts-liberation); }
	@$(BIN)/python -m playwright --version >/dev/null 2>&1 || { $(call debian,libatomic1); }
	@command -v java >/dev/null || { $(call debian,default-jre-headless); }
	@$(BIN)/python -c 'import ctypes; ctypes.CDLL("libical.so.3")' 2>/dev/null || { $(call debian,libical3); }

clean:  ## removes the site and all caches; what was installed stays, in .venv/ and node_modules/
	@rm -rf site .bench .streekagenda .coverage-data .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -not -path './$(VENV)/*' -not -path './node_modules/*' -prune -exec rm -rf {} +
	@rm -rf "$${XDG_CACHE_HOME:-$$HOME/.cache}/streekagenda"

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; or say which: make PYTHON=python3.12"; exit 3; }
	@echo "· making $(VENV)/"
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || { \
		$(call debian,python3-venv) && $(PYTHON) -m venv --clear $(VENV); }
	@touch $@

$(RUNTIME): requirements.txt $(VENV)/.created
	@echo "· installing the Python packages of requirements.txt"
	@$(BIN)/python $(LOCKED) requirements.txt
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "· installing the Python packages of requirements-dev.txt"
	@$(BIN)/python $(LOCKED) requirements-dev.txt
	@touch $@

$(AUDIT): requirements-audit.txt $(VENV)/.created
	@$(BIN)/python -m venv --clear $(VENV)/audit
	@$(VENV)/audit/bin/python $(LOCKED) requirements-audit.txt
	@touch $@

$(NODE): package-lock.json package.json
	@command -v npm >/dev/null || { $(call debian,nodejs npm); }
	@echo "· installing the judges of package-lock.json"
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(PEERS): bench/peers/requirements.txt bench/peers/eleventy/package-lock.json $(RUNTIME)
	@command -v npm >/dev/null || { $(call debian,nodejs npm); }
	@echo "· installing the generators that we are measured beside"
	@rm -rf .bench/peers && mkdir -p .bench/peers && cp bench/peers/eleventy/package*.json .bench/peers/
	@$(PYTHON) -m venv .bench/peers/venv
	@.bench/peers/venv/bin/python $(LOCKED) bench/peers/requirements.txt
	@npm ci --prefix .bench/peers --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
