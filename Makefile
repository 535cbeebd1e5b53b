# `make report` and `make test` set up what they need: a virtual environment in .venv, or the one
# that is active, with the pinned packages of the lock files.

PYTHON ?= python3
VENV := $(if $(VIRTUAL_ENV),$(VIRTUAL_ENV),.venv)
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: report test check lock clean

report: $(VENV)/.lkjip-report
	$(BIN)/python -m lkjip build 2022 --final

test: $(VENV)/.lkjip-test
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(VENV)/.lkjip-test
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -m nbstripout --verify --keep-id notebooks/*.ipynb

$(VENV)/pyvenv.cfg:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.lkjip-report: requirements.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.lkjip-test: requirements-test.txt $(VENV)/.lkjip-report | $(VENV)/pyvenv.cfg
	$(PIP) --require-hashes -r requirements-test.txt
	touch $@

# Needs uv. One lock serves every system and Python version; it names no registry.
UV_COMPILE := uv pip compile pyproject.toml --extra build --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --quiet --no-emit-index-url --no-emit-find-links
lock:
	$(UV_COMPILE) -o requirements.txt
	$(UV_COMPILE) --extra test -c requirements.txt -o requirements-test.txt

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(p, ignore_errors=True) for p in ('_build', 'output', '.venv')]"
