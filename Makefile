# Everything happens in .venv; PYTHON= names another interpreter, PORT= another port.
PORT ?= 8000
CANDIDATES = $(if $(PYTHON),$(PYTHON),python3.12 python3.13 python3.14 python3 python)
BIN = .venv/bin

.PHONY: setup serve test check format lock bench eval

setup: .venv/installed

.venv/installed: pyproject.toml requirements.lock
	@found=; chosen=; \
	for python in $(CANDIDATES); do \
	  version=$$($$python -c 'import platform; print(platform.python_version())' 2>/dev/null); \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then chosen=$$python; break; fi; \
	  if [ -n "$$version" ]; then found="$$found $$python is $$version;"; \
	  elif command -v $$python >/dev/null; then found="$$found $$python does not run;"; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
	  echo "quizapp needs Python 3.12 or newer. Found:$${found:- none;}" >&2; \
	  echo "Install one and name it, for example: make $(or $(MAKECMDGOALS),setup) PYTHON=/usr/local/bin/python3.12" >&2; \
	  exit 1; \
	fi; \
	echo "Setting up .venv with $$chosen; this takes about a minute."; \
	$$chosen -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

serve: setup
	$(BIN)/quizapp serve --port $(PORT)

# Compiled modules are kept, whatever the environment says: the tests start dozens of processes.
test: export PYTHONDONTWRITEBYTECODE =
test: setup
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) --no-print-directory test

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: setup
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.12 --no-header --extra dev pyproject.toml -o requirements.lock

bench: setup
	$(BIN)/python -m tests.bench

eval: setup
	$(BIN)/python -m tests.evaluate
