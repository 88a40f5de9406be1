# Two commands do everything: `make site` to read, `make test` to verify.
# The first run of either makes its own environment in .venv; later runs reuse
# it until requirements.lock or pyproject.toml changes.

PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
RUN := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup site test notebooks lab check format baselines bench lock clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 20

setup: $(READY) ## make the environment in .venv (the other commands do it when needed)

site: $(READY) ## run every notebook, render the site, say where it is
	@$(RUN) -m analysis site

test: $(READY) ## verify everything: style, data, code, notebooks, charts, site
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m analysis check
	$(RUN) -m pytest

notebooks: $(READY) ## run every notebook and write it back in canonical form
	@$(RUN) -m analysis notebooks

lab: $(READY) ## open the notebooks in JupyterLab
	$(RUN) -m jupyterlab notebooks

check: $(READY) ## validate the tables
	@$(RUN) -m analysis check

format: $(READY) ## format code and notebooks
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

baselines: $(READY) ## draw the charts' baseline images anew (look at each before committing)
	$(RUN) -m pytest tests -k baseline --numprocesses=0 --mpl-generate-path=tests/baseline

bench: $(READY) ## measure speed and memory, as ratios of one run (some minutes)
	$(RUN) -m tests.benchmark

lock: $(READY) ## pin the newest packages that pyproject.toml allows
	$(RUN) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--fork-strategy fewest --generate-hashes --no-annotate --upgrade \
		--custom-compile-command "make lock" --quiet --output-file requirements.lock

clean: ## remove the environment and everything built
	rm -rf $(VENV) build

$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "make: no '$(PYTHON)' here; name yours, e.g. make PYTHON=python3.12 site" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "make: $$($(PYTHON) --version) is too old, 3.11 or newer is needed; e.g. make PYTHON=python3.12 site" >&2; exit 2; }
	@echo "Setting up $(VENV) (once; about a minute)"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(RUN) -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@
