# The two commands of a newcomer: `make demo` and `make test`. `make check` is what CI runs.

SWIFT ?= swift
PREFIX ?= /usr/local
DATA ?= ../shared/data
RELEASE = $(SWIFT) build -c release --static-swift-stdlib
ifeq ($(shell uname),Linux)
# A command that starts in milliseconds: archives instead of shared libraries where there are some, a fixed place in memory, and no names
# kept for others, so that at each start nothing is looked up and no pointer needs adjusting.
RELEASE := PKG_CONFIG_PATH="$$(.ci/static-libraries):$$PKG_CONFIG_PATH" $(RELEASE) -Xlinker --no-pie -Xlinker --no-export-dynamic -Xlinker -s
endif

.PHONY: demo deps build install test check lint docs measure clean

demo: build
	@.ci/demo

# What a fresh machine lacks. apt only where pkg-config does not find the libraries.
deps:
	@.ci/deps

build: deps
	$(RELEASE) --product concord

install: build
	install -D -m 755 "$$($(RELEASE) --show-bin-path)/concord" "$(DESTDIR)$(PREFIX)/bin/concord"
	@mkdir -p "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	"$(DESTDIR)$(PREFIX)/bin/concord" --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/concord"
	"$(DESTDIR)$(PREFIX)/bin/concord" --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_concord"
	"$(DESTDIR)$(PREFIX)/bin/concord" --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/concord.fish"

test: deps
	$(SWIFT) test --explicit-target-dependency-import-check error

check: lint test docs

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

docs:
	@.ci/links

# Figures against gold data; they go into docs/measurements.md with date and command.
measure: deps
	$(RELEASE) --product concord-measure
	"$$($(RELEASE) --show-bin-path)/concord-measure" $(DATA) $(ARGS)

clean:
	$(SWIFT) package clean
