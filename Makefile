# fou_eval: everything a person runs. `make help` lists the targets.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# Only what is written after `make` counts, not variables of the same names in the environment (LANG always is one).
said = $(if $(filter command,$(firstword $(origin $(1)))),$(2))
FOLDER := $(or $(call said,STUDY,$(STUDY)),data_schemas/familjelotsen)
REPORT_OPTIONS := $(call said,DATA,--data "$(DATA)") $(call said,OUT,--out "$(OUT)") \
                  $(call said,LANG,--lang $(LANG)) $(call said,PROFILE,--profile $(PROFILE))
# The report that `make report` with the same words has left; another one is checked against what is attached to it.
NAME = $(shell sed -n 's/^study: *//p' "$(FOLDER)/study.yaml" 2>/dev/null | tr -d "\"'\r")$(if $(filter internal,$(call said,PROFILE,$(PROFILE))),_internal)
CHECKED = $(or $(call said,REPORT,$(REPORT)),$(or $(call said,OUT,$(OUT)),build/$(NAME))/report.pdf)
VERIFY_OPTIONS = $(if $(call said,REPORT,$(REPORT)),$(call said,STUDY,--study "$(STUDY)"),--study "$(FOLDER)") \
                 $(call said,DATA,--data "$(DATA)") $(call said,LEDGER,--ledger "$(LEDGER)") $(call said,LANG,--lang $(LANG))

.DEFAULT_GOAL := help
.PHONY: help report figures verify test check format bench fuzz attack catalogue notebooks example lock clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | awk -F'\t' '{printf "  make %-16s %s\n", $$1, $$2}'

# The stamp depends on the lock and the project file, so a second run installs nothing.
$(VENV)/.installed: requirements.lock pyproject.toml
	@echo "Installing into $(VENV); the first time takes a minute or two."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "fou_eval needs Python 3.11 or later: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

report: $(VENV)/.installed ## Report of a study: make report [STUDY=folder] [DATA=file] [LANG=sv|en|both] [OUT=folder] [PROFILE=internal]
	@LANG=C.UTF-8 $(BIN)/fou-eval report --study "$(FOLDER)" $(REPORT_OPTIONS)

figures: REPORT_OPTIONS += --figures
figures: report ## The report, and every figure also for a column (76 mm) and for a slide, as SVG and PNG: make figures [as for report]

verify: $(VENV)/.installed ## Compute a report again and compare every number: make verify [REPORT=pdf or folder] [STUDY=folder] [DATA=file] [LEDGER=folder] [LANG=sv|en]
	@test -e "$(CHECKED)" || { echo "There is no $(CHECKED). Make it with: make report, or give another: make verify REPORT=path"; exit 2; }
	@LANG=C.UTF-8 $(BIN)/fou-eval verify "$(CHECKED)" $(VERIFY_OPTIONS)

# Hundreds of programs are started: what Python has compiled is kept, also where the surroundings say not to keep it.
test check: export PYTHONDONTWRITEBYTECODE :=

test: $(VENV)/.installed ## Everything that guards a release (format, lint, types, all tests)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy & types=$$!; \
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --durations=10; tests=$$?; \
	wait $$types && exit $$tests

test-pythons: $(VENV)/.installed ## The same numbers on every Python that is found here: make test-pythons [STUDY=folder]
	@$(BIN)/python tests/pythons.py "$(FOLDER)"

test-pdf: $(VENV)/.installed ## Validate every kind of PDF with veraPDF, for archives and accessibility (needs Java; fetches veraPDF once)
	@$(BIN)/python tests/every_pdf.py

check: $(VENV)/.installed ## Before each commit: format, lint, types, fast tests
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow"

format: $(VENV)/.installed ## Put the code into its format
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix --quiet .

bench: $(VENV)/.installed ## Speed and memory: medians, and ratios against peers in the same run
	@$(BIN)/python tests/bench.py

fuzz: $(VENV)/.installed ## Check random and damaged files for a while: make fuzz [MINUTES=5] [SEED=1]
	@PYTHONPATH=tests nice $(BIN)/python tests/fuzz/long.py $(call said,MINUTES,--minutes $(MINUTES)) $(call said,SEED,--seed $(SEED))

attack: $(VENV)/.installed ## Attack what would be published of made-up studies: make attack [STUDIES=200] [SEED=0]
	@PYTHONPATH=tests nice $(BIN)/python -m disclosure.adversary.scoreboard $(call said,STUDIES,--studies $(STUDIES)) $(call said,SEED,--seed $(SEED)) --out build/attacks
	@PYTHONPATH=tests nice $(BIN)/python -m disclosure.usefulness --out build/attacks/usefulness.csv
	@cp build/attacks/attacks.csv build/attacks/usefulness.csv fou_eval/disclosure/
	@PYTHONPATH=tests $(BIN)/python tests/attacks_page.py

catalogue: $(VENV)/.installed ## Make the page of the catalogue of statistics again
	@PYTHONPATH=tests/statistics $(BIN)/python tests/catalogue_page.py

calibrate: $(VENV)/.installed ## Measure how often every procedure is wrong, and write the table that comes with the package
	@$(BIN)/fou-eval calibrate --out build/calibration --lang en
	@cp build/calibration/calibration.csv build/calibration/CALIBRATION.md fou_eval/simulation/

calibrate-quick: $(VENV)/.installed ## The same for one design per kind of indicator, in a minute; writes nothing
	@$(BIN)/fou-eval calibrate --quick --lang en

notebooks: $(VENV)/.installed ## Open the notebooks in Jupyter
	@cd notebooks && ../$(BIN)/jupyter lab

example: $(VENV)/.installed ## Make the synthetic example workbook again, identically
	@$(BIN)/python -m fou_eval.simulation data_schemas/familjelotsen

lock: ## Resolve requirements.lock anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --all-extras pyproject.toml --output-file requirements.lock

clean: ## Remove the environment and what was built
	rm -rf $(VENV) build
