# What this project can do, one word each. Needs Python 3.11+, its venv module and make.
#   make demo    build .venv, install, show two métiers side by side
#   make test    build .venv with the development tools, run every test, on every core

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(BIN)/python
PENIT := $(BIN)/penit
BENCH := $(subst $(VENV)/,.venv-bench/,$(PY))
PYTEST := $(PY) -m pytest -n auto --dist worksteal
PYTEST_ARGS ?=
BENCH_ARGS ?=
ROUNDS ?= 10

# The tools that build the package are pinned too, in pip's own isolated environments.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1
# Else each worker of each run would compile every test again: half of what collecting them costs.
export PYTHONDONTWRITEBYTECODE :=

SOURCES := src tests benchmarks scripts hatch_build.py

.PHONY: demo test nightly coverage fuzz lint format types bench wheel mutation oracle docs screens
.PHONY: floors newest typer constraints clean

# Byte code is written here, since PYTHONDONTWRITEBYTECODE may forbid it to each later call.
demo: $(VENV)/.installed
	@$(PY) -m compileall -q src
	$(PENIT) compare cpip dspip --no-pager
	@echo; echo 'Et maintenant : $(PENIT) show cpip'; echo 'Six questions, six réponses : $(PENIT)'

test: $(VENV)/.installed-dev
	$(PYTEST) $(PYTEST_ARGS)

# The properties again, on examples drawn anew at each round; a failure says how to play it again.
nightly: $(VENV)/.installed-dev
	for round in $$(seq $(ROUNDS)); do $(PYTEST) -m hypothesis --hypothesis-profile=nightly $(PYTEST_ARGS) || exit 1; done

# Which lines and branches no test runs, processes included; fails under the target of pyproject.toml.
coverage: $(VENV)/.installed-dev
	$(PYTEST) --cov $(PYTEST_ARGS)

# The suite at the lowest versions that pyproject.toml admits, and at the newest.
floors newest: $(VENV)/.installed-dev
	$(PY) scripts/try_versions.py $@

# The newest Typer, past the bound: may fail; prints what a call would cost.
typer: $(VENV)/.installed-dev
	$(PY) scripts/try_versions.py $@

# Hostile calls from a seed (docs/solidite.md). By hand: make fuzz FUZZ="--cases 100000 --seed 3 --corps 5000"
FUZZ ?= --cases 20000

fuzz: $(VENV)/.installed-dev
	$(PY) -m tests.fuzz $(FUZZ)

lint: $(VENV)/.installed-dev
	$(PY) -m ruff check $(SOURCES)
	$(PY) -m ruff format --check $(SOURCES)

format: $(VENV)/.installed-dev
	$(PY) -m ruff check --fix $(SOURCES)
	$(PY) -m ruff format $(SOURCES)

types: $(VENV)/.installed-dev
	$(PY) -m mypy

# Instructions executed and wall times, command by command: of the program as people install it,
# since from a source tree each call first looks whether a file was edited.
bench: $(VENV)/.installed-dev
	@$(PYTHON) -m venv .venv-bench
	@$(BENCH) -m pip install --quiet -c constraints.txt .
	$(BENCH) -m benchmarks $(BENCH_ARGS)
	$(PY) -m benchmarks.pay
	$(PY) -m benchmarks.career
	$(PY) -m benchmarks.lot
	$(PY) -m benchmarks.explorer

# The wheel, then the wheel alone: a fresh environment, another folder, another home.
wheel: $(VENV)/.installed-dev
	rm -rf dist
	$(PY) -m build --wheel --outdir dist
	$(PY) scripts/try_wheel.py dist/*.whl

# An hour: every small change of the code that figures and screens rest on must break a test (docs/mutation.md).
mutation: $(VENV)/.installed-dev
	$(PY) scripts/mutate.py

# Some minutes: 500 payslips against OpenFisca-France, in its own environment (docs/oracles.md).
oracle: $(VENV)/.installed-dev .venv-oracle/.installed
	$(PY) scripts/oracle.py .venv-oracle/bin/python
	$(PY) scripts/oracle_lot.py .venv-oracle/bin/python

docs: $(VENV)/.installed-dev
	$(PY) scripts/make_schemas.py
	$(PY) scripts/make_docs.py
	$(PY) scripts/refresh_readme.py

screens: $(VENV)/.installed-dev
	$(PY) scripts/make_screens.py

constraints:
	$(PYTHON) scripts/refresh_constraints.py

clean:
	rm -rf $(VENV) .venv-bench .venv-oracle dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
	find src tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 au moins : make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(PY)
	$(PY) -m pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(PY)
	$(PY) -m pip install --quiet -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.installed

.venv-oracle/.installed: scripts/oracle-constraints.txt
	$(PYTHON) -m venv .venv-oracle
	PIP_CONSTRAINT= .venv-oracle/bin/python -m pip install --quiet -c scripts/oracle-constraints.txt openfisca-france
	@touch $@
