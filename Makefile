# `make` lists the targets. Everything below sets up what it needs by itself, once.

PYTHON ?= python3
# Another package index beside the usual one, such as PyTorch's CPU builds (see README.md).
TORCH_INDEX ?=
# A folder with MNIST's files for `make models`, `make bench` (empty: the cache, or a download)
# and `make results`.
DATA ?=
# A stroke set for `make bench` (empty: hand-made strokes) and `make pictures`; any number of them
# for `make models` and `make results`, and of sets of what is no digit.
STROKES ?=
NONDIGITS ?=

# How long visitors come to `make soak`, and the seed of a run to be replayed.
MINUTES ?= 60
SEED ?=

NETWORKS := lenet5-1998 lenet5-tanh lenet5-sigmoid lenet5-bn lenet5-relu
# Who learns from teachers too, and the seeds of these: the network that the app starts with has
# all of them, others the first two (docs/training/).
DEFAULT := lenet5-sigmoid
TAUGHT := lenet5-tanh lenet5-bn lenet5-relu
TEACHERS := 1998 7 11 42
by_teachers = $(1:%=--teacher runs/teacher-%/teacher.json)
SNAPSHOT = $(if $(STROKES),--strokes $(STROKES))

BIN := .venv/bin
READY := .venv/.ready
TRANSLATIONS := $(wildcard resources/translations/*.ts)
SOURCES := $(sort $(shell find lenet_gui -name '*.py'))
PROGRAM := dist/lenet-gui/lenet-gui
FONTS_FROM ?= /usr/share/fonts/opentype

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: $(READY) ## Set up what is missing and open the window
	$(BIN)/lenet-gui

.PHONY: test
test: $(READY) ## Set up what is missing and run the tests
	$(BIN)/python -m pytest

.PHONY: check
check: $(READY) ## Check style, types, layers and translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/test_translations.py

.PHONY: bench
bench: $(READY) ## Measure speed; prints, and writes benchmarks/results/
	$(BIN)/python -m benchmarks $(STROKES:%=--strokes %) $(if $(DATA),--mnist $(DATA))

.PHONY: soak
soak: $(READY) ## Let synthetic visitors at the kiosk, on a virtual screen (Linux; MINUTES=60, SEED=)
	.ci/distribution/install-tools Xvfb:xvfb xdotool:xdotool
	$(BIN)/python -m benchmarks.soak --minutes $(MINUTES) $(SEED:%=--seed %)

.PHONY: models
models: $(READY) ## Train every network that ships with the app, their teachers first (DATA=, STROKES=, NONDIGITS=)
	set -e; train() { $(BIN)/lenet-gui train --resume $(if $(DATA),--data $(DATA)) \
			$(STROKES:%=--strokes %) $(NONDIGITS:%=--strokes %) "$$@"; }; \
		for seed in $(TEACHERS); do \
			train teacher --seed $$seed --run runs/teacher-$$seed --out runs/teacher-$$seed; \
		done; \
		for id in $(filter-out $(TAUGHT) $(DEFAULT),$(NETWORKS)); do train $$id; done; \
		for id in $(TAUGHT); do train $$id $(call by_teachers,$(wordlist 1,2,$(TEACHERS))); done; \
		train $(DEFAULT) $(call by_teachers,$(TEACHERS))

.PHONY: results
results: $(READY) ## Measure all networks, write docs/results.md (DATA=, STROKES=, NONDIGITS=)
	$(BIN)/lenet-gui evaluate --all $(if $(STROKES)$(NONDIGITS),--held-out) \
		$(if $(DATA),--mnist $(DATA)) $(STROKES:%=--strokes %) $(NONDIGITS:%=--nondigits %) \
		--out docs/results.md

.PHONY: translations
translations: $(READY) ## Collect the sentences of the sources and compile the translations
	$(BIN)/pyside6-lupdate -locations none -no-obsolete $(SOURCES) -ts $(TRANSLATIONS)
	for ts in $(TRANSLATIONS); do $(BIN)/pyside6-lrelease "$$ts"; done

.PHONY: fonts
fonts: $(READY) ## Cut the bundled fonts anew (Debian: fonts-inter, fonts-noto-cjk)
	.ci/cut-fonts $(FONTS_FROM)

.PHONY: pictures
pictures: $(READY) ## Make the README's pictures anew (STROKES=a stroke set)
	$(BIN)/lenet-gui snapshot docs/pictures/window.png $(SNAPSHOT) --index 300
	$(BIN)/lenet-gui snapshot docs/pictures/lenet5-1998.png $(SNAPSHOT) --index 700 --model lenet5-1998 --theme light
	$(BIN)/lenet-gui snapshot docs/pictures/compare.png $(SNAPSHOT) --index 92 --compare

.PHONY: package
package: $(READY) ## Build the standalone program of this system: dist/lenet-gui
	[ "$$(uname -s)" != Linux ] || .ci/distribution/install-tools objdump:binutils
	PYINSTALLER_CONFIG_DIR=build/cache $(BIN)/pyinstaller build.spec --noconfirm --clean \
		--workpath build/work --log-level WARN
	$(BIN)/python .ci/distribution/write_licences.py dist/lenet-gui

# Built only if something that goes into it is newer.
$(PROGRAM): $(READY) $(SOURCES) build.spec $(wildcard .ci/hooks/* models/*.pt resources/*/*)
	$(MAKE) package
	@touch $@

.PHONY: package-test
package-test: $(PROGRAM) ## Test the standalone program as people start it, on a virtual screen (Linux)
	.ci/distribution/install-tools Xvfb:xvfb xdotool:xdotool
	LENET_GUI_FROZEN=$(PROGRAM) $(BIN)/python -m pytest tests/packaging

.PHONY: dist
dist: package ## Pack what people download, into dist/ (Linux): .tar.xz, .deb, checksums, what is inside
	.ci/distribution/make-downloads $(BIN)/python

.PHONY: package-sizes
package-sizes: ## Tell what takes the space in dist/lenet-gui
	$(BIN)/python -m benchmarks.package_size dist/lenet-gui

.PHONY: clean
clean: ## Remove the virtual environment and everything built or cached
	rm -rf .venv build dist .*_cache benchmarks/results
	find . -name __pycache__ -prune -exec rm -rf {} +

# The set-up runs again only when what it installs has changed. The constraints are given in the
# environment because they hold for building this package too.
$(READY): pyproject.toml constraints.txt | system-packages
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --disable-pip-version-check \
		$(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) --editable '.[dev]'
	@touch $@

.PHONY: system-packages
system-packages:
	@.ci/install-system-packages $(PYTHON)
