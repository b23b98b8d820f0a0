# Two commands on a machine that has Python 3.11 or newer, its venv module, and make:
#
#     make demo   builds the sample articles into output/ and shows what was found
#     make test   runs every check and every test
#
# PYTHON=python3.12 make demo chooses another interpreter.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLES := graphbuild/samples
OUTPUT := output
DEMO_QUESTIONS := who-leads-what disagreements totals-per-payer

.DEFAULT_GOAL := help
YASQE := zazuko-yasqe-4.6.2.tgz
YASQE_SHA256 := 06fb9f18817157d755df192cd613fb77cc2aa1a7048469d3f05da461809d6f00
EDITOR := graphbuild/data/serve/static/editor

.PHONY: help demo test lint browser editor constraints floors quality example stories clean

help:
	@sed -n 's/^# \{0,1\}//p;/^$$/q' Makefile

# Exact versions with their hashes first, then graphbuild itself on top, with nothing fetched for it.
$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "graphbuild needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + ". Name another with PYTHON=... make ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)
	$(BIN)/graphbuild build $(SAMPLES) -o $(OUTPUT)
	@for question in $(DEMO_QUESTIONS); do echo; $(BIN)/graphbuild ask $$question -o $(OUTPUT); done
	@echo
	@echo "To read:  $(OUTPUT)/graph.ttl   (the graph)   $(OUTPUT)/report.json   (what was read and skipped)"
	@echo "To see:   $(OUTPUT)/graph.html  (open it in a browser; it needs no network)"
	@echo "To ask:   $(BIN)/graphbuild ask -o $(OUTPUT)   (lists the questions)"

# With npm, the editor of the query page and axe-core are tested too; without it those tests are skipped, and say so.
test: $(READY) browser lint
	@test -f $(EDITOR)/yasqe.min.js || $(MAKE) --no-print-directory editor \
	  || echo "The tests of the editor and of axe-core will be skipped." >&2
	$(BIN)/python -m pytest -rs

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The page is tested in a real browser. Debian's, because it comes with everything it needs.
browser:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	  else \
	    echo "The tests of the page need Chromium: sudo apt-get install chromium" >&2; exit 1; \
	  fi; }

# The editor with colours and completion for the server's query page: YASQE (MIT), from npm. It goes into the checkout
# and, if it is there, into the wheel; git ignores it. Without it the page has a plain editor.
editor:
	@command -v npm >/dev/null || { echo "The editor comes from npm, which is not installed: apt-get install npm" >&2; exit 1; }
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT \
	  && npm pack --silent --pack-destination "$$folder" @zazuko/yasqe@4.6.2 >/dev/null \
	  && echo "$(YASQE_SHA256)  $$folder/$(YASQE)" | sha256sum --check --quiet \
	  && mkdir -p $(EDITOR) \
	  && tar -xzf "$$folder/$(YASQE)" -C $(EDITOR) --strip-components=2 package/build/yasqe.min.js package/build/yasqe.min.css
	@echo "$(EDITOR): start graphbuild serve again"

# What the story pack in tests/stories misses and why; strikes out of not-yet.toml what is now reached.
stories: $(READY)
	$(BIN)/python tests/stories/story_progress.py --shrink

# Newest versions that pyproject.toml allows, for every platform, with hashes. Needs uv.
constraints:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
	  --generate-hashes --no-emit-index-url --custom-compile-command 'make constraints' -o constraints.txt

# Raises the quality floors to what is reached now; refuses to lower any.
floors: $(READY)
	$(BIN)/python -m graphbuild.evaluate.floors tests/quality/floors-own.toml tests/quality/gold
	@test ! -d ../shared/gold || $(BIN)/python -m graphbuild.evaluate.floors tests/quality/floors-shared.toml ../shared/gold

# Writes docs/quality.md: precision, recall and the causes of errors by kind, language and register.
quality: $(READY)
	$(BIN)/python -m graphbuild.evaluate.quality tests/quality/gold docs/quality.md

# What README.md shows and what lies in output/example/, as the program says it now.
example: $(READY) browser quality
	$(BIN)/python tests/readme.py

# The pictures of the page and of the server that README.md shows, from the samples.
.PHONY: screenshots
screenshots: $(READY) browser
	$(BIN)/python tests/screenshots.py

# How fast the page opens, pans and zooms in Chromium with 200, 2,000 and 20,000 names, beside plain PyVis.
.PHONY: speed
speed: $(READY) browser
	cd tests/show && PYTHONPATH=$(CURDIR) $(CURDIR)/$(BIN)/python measure.py

# How fast the server answers over a million statements: searches, and 10,000 requests of all sorts, 32 at once.
.PHONY: load
load: $(READY)
	$(BIN)/python tests/serve/load.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
