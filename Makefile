# make setup   .venv with the govgraph command in it
# make run     the explorer on this computer, with the London data: http://127.0.0.1:8000 (make run PORT=9000)
# make test    all checks: style, types, tests (ARGS is handed to pytest)
# make bench   times and memory on made-up graphs, embedded and in Neo4j (ARGS="--sizes 1000 --no-neo4j" for less)
# make check-office   every form of the real views, opened by LibreOffice and Chromium (ARGS="--soffice PATH")
# make screenshots   the pictures of the README (docs/screens), made anew
# make bench-pictures   times of pictures in Chromium, beside pyvis and vis-network with physics (ARGS="--sizes 50")
# make bench-forms   time, bytes and memory of every form of the real views and of large pictures (ARGS="--sizes 25")
# make lint    style and types only
# make lock    pin the requirements again (UPGRADE=1 takes the newest versions)
# make clean   remove what the others made

PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
export PYTHON

# Stops with one line when `.ci/needs` has something to say. (Only newer makes export PYTHON to a shell call.)
need = $(call stop-if,$(shell PYTHON="$(PYTHON)" sh .ci/needs $(1)))
stop-if = $(if $(1),$(error $(1)))

.PHONY: setup run test bench bench-pictures bench-forms check-office screenshots lint lock clean dev browser neo4j
# setup and dev write the same .venv.
.NOTPARALLEL:

setup:
	$(call need,python)
	@sh .ci/setup

run: setup
	@$(BIN)/govgraph serve --port $(PORT)

test: browser neo4j lint
	$(BIN)/python -m pytest $(ARGS)

bench: neo4j dev
	$(BIN)/python -m tests.bench $(ARGS)

screenshots: browser dev
	$(BIN)/python -m tests.screens

bench-pictures: browser dev
	$(BIN)/python -m tests.bench.explorer $(ARGS)

bench-forms: dev
	$(BIN)/python -m tests.bench.forms $(ARGS)

check-office: browser dev
	$(BIN)/python -m tests.office_check $(ARGS)

lint: dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

lock:
	$(call need,python)
	@sh .ci/lock $(if $(UPGRADE),--upgrade)

clean:
	rm -rf .venv .lock-venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

dev:
	$(call need,python)
	@sh .ci/setup dev

browser:
	$(call need,python)
	$(call need,browser)

neo4j:
	$(call need,neo4j)
