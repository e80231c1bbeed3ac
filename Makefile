# councilbrief: see README.md for what the targets do, docs/architecture.md for the house.
SHELL := /bin/bash
.SUFFIXES:
.DELETE_ON_ERROR:

VERSION := 1.0.0
CC      ?= cc
PREFIX  ?= /usr/local
DATADIR ?= $(PREFIX)/share/councilbrief
SAN     ?= 0
V       ?= 0
Q        = $(if $(filter 1,$(V)),,@)

# Rooms in the order of the pipeline; `make unit ROOMS="base date"` builds and tests some alone.
ROOMS ?= base date diag files data brief rules derive describe facts changes template doc layout components pdf batch cmd

ifeq ($(SAN),1)
BUILD   ?= build/san
CFLAGS  ?= -O1 -g
SANFLAGS = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DARENA_DEBUG
else
BUILD   ?= build
CFLAGS  ?= -O2 -g
SANFLAGS =
endif

PACKAGES = yaml-0.1 harfbuzz harfbuzz-subset libutf8proc lcms2 libpng libjpeg libxxhash libdeflate fontconfig
# Asked once, and only when something is compiled: `make deps all` installs pkg-config first.
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lhpdf -lmd4c -lm)$(PKG_LIBS)
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat-security -Werror
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L $(WARNINGS) -Iinclude -Isrc \
             -DCOUNCILBRIEF_DATADIR='"$(DATADIR)"' -DCOUNCILBRIEF_VERSION='"$(VERSION)"' $(PKG_CFLAGS) $(SANFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(SANFLAGS) $(LDFLAGS)

ROOM_SOURCES := $(sort $(shell find $(ROOMS:%=src/%) -name '*.c' 2>/dev/null))
TOP_SOURCES  := $(sort $(wildcard src/*.c))
OBJECTS      := $(ROOM_SOURCES:src/%.c=$(BUILD)/obj/%.o)
TOP_OBJECTS  := $(filter-out $(BUILD)/obj/main.o,$(TOP_SOURCES:src/%.c=$(BUILD)/obj/%.o))
LIBRARY      := $(BUILD)/libcouncilbrief.a
EMPTY        :=
ROOM_LIBRARY := $(BUILD)/$(subst $(EMPTY) $(EMPTY),-,$(strip $(ROOMS))).a
BINARY       := $(BUILD)/councilbrief
TEST_SOURCES := $(sort $(shell find $(ROOMS:%=tests/%) -name 'test_*.c' 2>/dev/null))
TESTS        := $(TEST_SOURCES:tests/%.c=$(BUILD)/tests/%)
TEST_SUPPORT := $(sort $(wildcard tests/support/*.c))
SUPPORT_OBJECTS := $(TEST_SUPPORT:tests/%.c=$(BUILD)/tests/%.o)

.PHONY: lengths-test paper published published-test fonts-test memory-test hostile-test completion-test manual-test hook-test monthly-test printed-test
.PHONY: all deps quick batch-test files-test kill-test batch-10000 briefings reference schema-test test unit golden-test golden extremes-test extremes cli-test diagnostics-test says-test lengths-test fix-test councils-test computed-test silence-test diagnostics pdf-test stress-test picture-test england-check pages-check england-pages mutate-specs mutate-sample layers headers bench typesetting install dist deb clean format \
        oracle-test places-test property oracle-fuzz template-test template-errors template-reference
all: $(BINARY)

# ---- building -------------------------------------------------------------------------------

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(LIBRARY): $(OBJECTS) $(TOP_OBJECTS)
	@rm -f $@
	$(Q)ar rcs $@ $^

# The last room calls what stands between the rooms.
$(ROOM_LIBRARY): $(OBJECTS) $(if $(filter cmd,$(ROOMS)),$(TOP_OBJECTS))
	@rm -f $@
	$(Q)ar rcs $@ $^

$(BINARY): $(BUILD)/obj/main.o $(LIBRARY)
	@echo "  LINK $@"
	$(Q)$(CC) $(ALL_LDFLAGS) $^ -o $@ $(PKG_LIBS)

$(BUILD)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -c $< -o $@

$(TESTS): $(BUILD)/tests/%: $(BUILD)/tests/%.o $(SUPPORT_OBJECTS) $(ROOM_LIBRARY)
	@echo "  LINK $@"
	$(Q)$(CC) $(ALL_LDFLAGS) $^ -o $@ $(PKG_LIBS) -lcmocka -lhyphen

-include $(shell find $(BUILD)/obj $(BUILD)/tests -name '*.d' 2>/dev/null)

# What is asked for together with `deps` waits for it, also under -j.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(ROOM_SOURCES) $(TOP_SOURCES) $(TEST_SOURCES) $(TEST_SUPPORT): | deps
headers: | deps
endif

# ---- setting up -----------------------------------------------------------------------------

deps:
	@sh tests/tools/deps.sh

# ---- using ----------------------------------------------------------------------------------

briefings: $(BINARY)
	$(BINARY) build -o out inputs

.PHONY: england england-specs
# One briefing for each council that Ofsted inspects; AS_AT=2026-09-30 over the day they name.
england: $(BINARY)
	@mkdir -p out
	$(BINARY) build -o out/england $(if $(AS_AT),--as-at $(AS_AT)) inputs/england

# A specification for each council of the table that has none; no other file is touched.
england-specs:
	python3 inputs/england/update.py $(if $(AS_AT),--as-at $(AS_AT))

# What docs/ says of the format, of components and of rules, from the tables of the program.
reference: $(BINARY)
	$(Q)$(BINARY) reference >$(BUILD)/specification.md
	$(Q)$(BINARY) schema briefing >$(BUILD)/specification.schema.json
	$(Q)$(BINARY) schema facts >$(BUILD)/facts.schema.json
	$(Q)$(BINARY) schema mapping >$(BUILD)/mapping.schema.json
	$(Q)$(BINARY) schema changes >$(BUILD)/changes.schema.json
	$(Q)$(BINARY) reference --theme >$(BUILD)/theme-keys.md
	$(Q)$(BINARY) reference --components >$(BUILD)/components.md
	$(Q)$(BINARY) reference --rules >$(BUILD)/rules.md
	$(Q)$(BINARY) reference --changes >$(BUILD)/changes-keys.md
	$(Q)cd $(BUILD) && mv specification.md specification.schema.json facts.schema.json mapping.schema.json changes.schema.json theme-keys.md components.md rules.md changes-keys.md $(CURDIR)/docs

$(BUILD)/completion/%: $(BINARY)
	@mkdir -p $(@D)
	$(Q)$(BINARY) completion $* >$@

# Where zsh looks for what a package brings, and for what was built here.
ZSH_FOLDER = $(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)

install: $(BINARY) $(addprefix $(BUILD)/completion/,bash zsh fish)
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/councilbrief
	install -D -m 644 docs/councilbrief.1 "$(DESTDIR)$(PREFIX)/share/man/man1/councilbrief.1"
	for schema in specification facts changes; do install -D -m 644 docs/$$schema.schema.json \
	    "$(DESTDIR)$(DATADIR)/$$schema.schema.json"; done
	find templates -type f | while read -r f; do \
	    install -D -m 644 "$$f" "$(DESTDIR)$(DATADIR)/$$f"; done
	install -D -m 644 $(BUILD)/completion/bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/councilbrief"
	install -D -m 644 $(BUILD)/completion/zsh "$(DESTDIR)$(PREFIX)/share/zsh/$(ZSH_FOLDER)/_councilbrief"
	install -D -m 644 $(BUILD)/completion/fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/councilbrief.fish"

# What a release is: the files of the last commit, the same bytes each time.
DIST := $(BUILD)/councilbrief-$(VERSION)
dist:
	@mkdir -p $(BUILD)
	git archive --format=tar --prefix=councilbrief-$(VERSION)/ HEAD | gzip -9n >$(DIST).tar.gz

# A Debian package from that, in build/deb/; needs debhelper and what debian/control names.
deb: dist
	rm -rf $(BUILD)/deb
	mkdir -p $(BUILD)/deb
	tar -xzf $(DIST).tar.gz -C $(BUILD)/deb
	cd $(BUILD)/deb/councilbrief-$(VERSION) && dpkg-buildpackage --build=binary --no-sign

clean:
	rm -rf build out/*.pdf out/*.facts.json out/england out/manifest.json out/.councilbrief*

# ---- testing --------------------------------------------------------------------------------

test: unit golden-test extremes-test cli-test batch-test files-test places-test diagnostics-test published-test says-test changes-test fix-test councils-test computed-test silence-test printed-test pdf-test stress-test picture-test fonts-test memory-test hostile-test schema-test manual-test completion-test hook-test monthly-test template-test oracle-test england-check pages-check mutate-sample layers headers map-test

# For the work in hand: half a minute. CONTRIBUTING.md says what to run for what was changed.
quick: unit golden-test says-test layers map-test

unit: $(TESTS)
	@sh tests/tools/run-units.sh $(TESTS)

PAGES := $(BUILD)/tests/pages/pages
$(PAGES): $(BUILD)/tests/pages/pages.o $(BUILD)/tests/support/fake_metrics.o $(LIBRARY)
	@echo "  LINK $@"
	$(Q)$(CC) $(ALL_LDFLAGS) $^ -o $@ $(PKG_LIBS)

# What changed from issue to issue: pairs of specifications in tests/changes/, and every one that ships.
TELL := $(BUILD)/tests/changes/tell
$(TELL): $(BUILD)/tests/changes/tell.o $(LIBRARY)
	@echo "  LINK $@"
	$(Q)$(CC) $(ALL_LDFLAGS) $^ -o $@ $(PKG_LIBS)

.PHONY: changes-test
changes-test: $(BINARY) $(TELL)
	@python3 -B tests/tools/changes.py $(BINARY) $(TELL) $(NAMES)
	@python3 -B tests/tools/changes_cli.py $(BINARY)
	@python3 -B tests/tools/changes_norfolk.py $(BINARY)
	@python3 -B tests/tools/changes_england.py $(BINARY)

# England's table as it stood on further pairs of days.
.PHONY: changes-england
changes-england: $(BINARY)
	@python3 -B tests/tools/changes_england.py $(BINARY) $(or $(PAIRS),12) $(or $(SEED),2026)

golden-test: $(BINARY) $(PAGES)
	@BUILD=$(BUILD) bash tests/tools/golden.sh check

golden: $(BINARY) $(PAGES)
	@BUILD=$(BUILD) bash tests/tools/golden.sh write
	@python3 -B tests/tools/changes_norfolk.py $(BINARY) write

# Each component alone with no data, one item, sixty, long words, unknown dates, grades all equal.
extremes-test: $(PAGES)
	@python3 -B tests/tools/extremes.py check $(PAGES)

extremes: $(PAGES)
	@python3 -B tests/tools/extremes.py write $(PAGES)

cli-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/cli.sh

# Whole runs: with many workers, twice, side by side, stopped, and with workers that die.
batch-test: $(BINARY)
	@python3 tests/tools/batch.py $(BINARY)

# Files, processes and outputs as hostile or unlucky as they come.
files-test: $(BINARY)
	@python3 tests/tools/files.py $(BINARY)

# 200 runs killed at random moments, full disks and read-only folders (those two as root).
kill-test: $(BINARY)
	@python3 tests/tools/kill.py $(BINARY) $(or $(RUNS),200) $(or $(SEED),7)

batch-10000: $(BINARY)
	@python3 tests/tools/many.py $(BINARY) $(or $(COUNT),10000)

# What the shells offer; `make completion-test SHELLS=all` wants zsh and fish as well.
completion-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/completion.sh $(SHELLS)

# The manual page against what the program says of itself, and its form.
manual-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/manual.sh

# docs/ci/pre-commit in a repository of its own.
hook-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/hook.sh

monthly-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/monthly.sh

diagnostics-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/diagnostics.sh check

diagnostics: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/diagnostics.sh write

# `fix` makes yesterday's specifications today's, tests/fix/, and loses nothing.
fix-test: $(BINARY)
	@python3 -B tests/tools/fix.py $(BINARY)

# Public tables as they are published: each read for every council in it, and spoilt in many ways.
published-test: $(BINARY)
	@python3 -B tests/tools/published.py $(BINARY)

published: $(BINARY)
	@python3 -B tests/tools/published.py $(BINARY) update

# What `new` knows of councils, against the specifications of inputs/england.
councils-test: $(BINARY)
	@python3 -B tests/tools/councils.py $(BINARY)

# What papers say of small specifications, and what they must not say: tests/says/.
says-test: $(BINARY)
	@python3 -B tests/tools/says.py $(BINARY) $(NAMES)

# How long papers are in each length, and what they spend their words on: docs/paper.md, written anew.
paper: $(BINARY)
	@python3 -B tests/tools/paper.py $(BINARY) --page docs/paper.md

# What a shorter paper leaves out stands in its line on that; the demo papers keep to their lengths.
lengths-test: $(BINARY)
	@python3 -B tests/tools/lengths.py $(BINARY)
	@python3 -B tests/tools/paper.py $(BINARY) --hold inputs/*.yaml

# Every key is printed by both templates; one record of each kind, and every pair, makes a sound paper.
printed-test: $(BINARY)
	@python3 -B tests/tools/printed.py $(BINARY)
	@python3 -B tests/tools/pairs.py $(BINARY)

# docs/computed.md against the program: each derived fact has its rule and an example of tests/says/.
computed-test: $(BINARY)
	@python3 -B tests/tools/computed.py $(BINARY)

# Random specifications say that there is none only where somebody looked.
silence-test: $(BINARY)
	@python3 -B tests/tools/silence.py $(BINARY) $(COUNT)

# A fault in a value is reported at its own line: for each sixth value, and with `property` for all.
places-test: $(BINARY)
	@python3 tests/tools/places.py $(BINARY) inputs/norfolk.yaml 6

# What passes the check of templates can be rendered: 400 random templates in `test`, here 10,000.
property: $(BUILD)/tests/template/test_property $(BINARY)
	@TEMPLATES=10000 $(BUILD)/tests/template/test_property
	@python3 tests/tools/places.py $(BINARY) inputs/norfolk.yaml 1

pdf-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/pdf.sh

picture-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/pictures.sh

# Fonts that are broken in one place are refused, and nothing is written.
fonts-test: $(BINARY)
	@python3 -B tests/tools/fonts.py $(BINARY)

# Builds with little memory: the same bytes as with much, or nothing and a message. RUNS=1000 for many.
memory-test: $(BINARY)
	@python3 -B tests/tools/low_memory.py $(BINARY) $(or $(RUNS),60) $(or $(SEED),1)

# Nothing foreign reaches a terminal or a log as it is; STEP=1 for every place of every case.
hostile-test: $(BINARY)
	@python3 -B tests/tools/hostile.py $(BINARY) $(or $(STEP),12)

schema-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/schema.sh

stress-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/stress.sh

# Templates against python3-jinja2, which is that of the distribution's own python3.
JINJA := /usr/bin/python3 -B tests/tools/oracle.py

oracle-test: $(BINARY)
	@$(JINJA) cases $(BINARY) tests/jinja/*.case
	@$(JINJA) random $(BINARY) 500
	@$(JINJA) arguments $(BINARY) 200

oracle-fuzz: $(BINARY)
	@$(JINJA) random $(BINARY) 10000 $(or $(SEED),2)

template-test: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/template-errors.sh check
	@BUILD=$(BUILD) bash tests/tools/template-reference.sh check

template-errors: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/template-errors.sh write

# The filters and tests in docs/templates.md, from their table.
template-reference: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/template-reference.sh write

# The 153 specifications of inputs/england against their table, and the figures that the rules rest on.
england-check: $(BINARY)
	@python3 tests/tools/england.py $(BINARY)
	@python3 -B tests/tools/england_figures.py $(BINARY)
	@python3 -B tests/tools/england_papers.py $(BINARY)

# The pages of the demo inputs as a typographer would look at them, and that each fault is noticed.
pages-check: $(BINARY)
	@python3 tests/tools/pages_check.py --self-test $(BINARY) inputs/norfolk.yaml
	@python3 tests/tools/pages_check.py $(BINARY) inputs

# The same for the 153 councils.
england-pages: $(BINARY)
	@python3 tests/tools/pages_check.py $(BINARY) inputs/england

# Every scalar of the demo inputs made wrong, one at a time: how many the rules notice.
mutate-specs: $(BINARY)
	@python3 tests/tools/mutate_specs.py $(BINARY)

mutate-sample: $(BINARY)
	@python3 tests/tools/mutate_specs.py --sample 25 $(BINARY)

layers: $(BINARY)
	@python3 -B tests/tools/layers.py $(BUILD) $(CC)
	@python3 -B tests/tools/house.py $(BUILD)

# How much work one paper is: what our own code executes, and calls of libraries. Wants valgrind.
.PHONY: instructions-test instructions soak
instructions-test: $(BINARY)
	@python3 -B tests/tools/instructions.py check $(BINARY) $(CC)

instructions: $(BINARY)
	@python3 -B tests/tools/instructions.py write $(BINARY) $(CC)

# For a night: what has no place in .ci/run. SEED=200 draws other cases, ROUNDS=1 takes an hour.
soak: $(BINARY) $(BUILD)/tests/template/test_property
	@bash tests/tools/soak.sh $(BUILD)

# docs/map.md, from the first lines of the files; and whether it is what they say now.
.PHONY: map map-test
map:
	@python3 -B tests/tools/map.py write

map-test:
	@python3 -B tests/tools/map.py check

headers:
	@CC="$(CC)" CFLAGS="$(ALL_CFLAGS)" bash tests/tools/headers.sh

bench: $(BINARY)
	@BUILD=$(BUILD) bash tests/tools/bench.sh
	@python3 -B bench/bench.py $(BINARY) $(BUILD)/bench $(if $(TYPST),--typst) $(if $(FULL),--full)

# Our lines beside those of Typst and LuaLaTeX: the tables of docs/typesetting.md. Not part of `test`.
typesetting: $(BINARY)
	@python3 -B tests/tools/typesetting/compare.py $(BINARY) $(BUILD)/typesetting

format:
	@clang-format -i $(shell find src include tests -name '*.[ch]')
