# Every command installs what it misses first (scripts/setup), and nothing when nothing is missing.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run tour test guard mutants lint bench package bindings setup-run setup-bench checks pdf-program

DEBUG := target/debug
RELEASE := target/release
# The program that writes PDF is built by itself, and then lies beside the others.
PDF := cd src-tauri/pdf &&
PDF_BUILT := target/pdf
# What `make mutants` turns round.
FOLDERS := incident procedure messages
PAGE := ui/dist/index.html
PAGE_SOURCES := $(shell find ui -name node_modules -prune -o -name dist -prune -o -type f -print)

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Open Sitrep (a quick build, not the optimised one; without a display: make tour)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(MAKE) --no-print-directory open; else \
	    echo 'There is no display here, so a virtual one is started and the main job is walked on it.'; \
	    $(MAKE) --no-print-directory tour; fi

.PHONY: open
open: setup-run $(PAGE) pdf-program
	cargo build -p sitrep-desktop -p sitrep
	$(DEBUG)/sitrep-desktop

tour: setup-bench $(PAGE) ## Walk the main job on a virtual display; pictures of each screen go to target/tour
	cargo build -p sitrep-desktop -p sitrep -p sitrep-tests --bins
	$(DEBUG)/tour target/tour

test: setup-bench $(PAGE) checks pdf-program ## Prove everything: lint, the page's tests, Rust tests, journeys on a real desktop
	cd ui && npm test
	cargo build --workspace --all-targets
	cargo nextest run --workspace
	$(PDF) cargo nextest run --locked

guard: ## Say in figures what the guard finds of its corpora, and what it finds wrongly
	cargo run --quiet -p sitrep-core --example guard_figures
	cargo run --quiet -p sitrep-core --example blameless_figures

mutants: ## Turn each rule of the procedure round and see that a test notices (hours; needs cargo-mutants; FOLDERS=procedure takes a part)
	cargo mutants $(foreach folder,$(FOLDERS),--file 'src-tauri/core/src/$(folder)/**/*.rs')

lint: setup-bench $(PAGE) checks ## Check format, clippy, the page's rules and types, the crates' licences and advisories, the generated types
	$(PDF) cargo clippy --locked --all-targets -- -D warnings
	scripts/deny
	cargo nextest run --workspace -E 'test(bindings_are_current)'

checks:
	cargo fmt --all --check
	$(PDF) cargo fmt --check
	cargo clippy --workspace --all-targets -- -D warnings
	cd ui && npm run lint
	cd ui && npm run check

bench: setup-bench $(PAGE) ## Measure the optimised build, each figure beside its floor (the first build takes about ten minutes)
	cargo build --release -p sitrep-desktop -p sitrep -p sitrep-tests --bins --example bare_window
	$(RELEASE)/bench

package: setup-run $(PAGE) ## Build the optimised programs: target/release/sitrep, sitrep-desktop and sitrep-pdf
	cargo build --release -p sitrep-desktop -p sitrep
	$(PDF) cargo build --release --locked
	@install -m 755 $(PDF_BUILT)/release/sitrep-pdf $(RELEASE)/
	@ls -lh $(RELEASE)/sitrep $(RELEASE)/sitrep-desktop $(RELEASE)/sitrep-pdf

bindings: setup-bench $(PAGE) ## Write the page's types anew from the Rust ones
	SITREP_WRITE_BINDINGS=1 cargo nextest run --workspace -E 'test(bindings_are_current)'

# Windows and the command line look for it in their own folder.
pdf-program: setup-run
	$(PDF) cargo build --locked
	@mkdir -p $(DEBUG) && install -m 755 $(PDF_BUILT)/debug/sitrep-pdf $(DEBUG)/

setup-run:
	@scripts/setup run

setup-bench:
	@scripts/setup bench

$(PAGE): $(PAGE_SOURCES) | ui/node_modules
	cd ui && npm run build
	@touch $@

ui/node_modules:
	@scripts/setup run
