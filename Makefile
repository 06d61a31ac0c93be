# Tayberry. `make help` lists the targets.
SWIFT_BUILD = swift build -c release
TAYBERRY    = .build/release/tayberry
TEST_BUILD  = .build-test
EXAMPLE     = Examples/reaction-game/main.py
SMOKE_BUILD = .build-debug
# Packages by purpose: a fresh Debian 12 with Swift and git needs no more than these.
RUN_PACKAGES      = binutils libc6-dev
WINDOW_PACKAGES   = libsdl2-2.0-0
TEST_PACKAGES     = $(RUN_PACKAGES) $(WINDOW_PACKAGES) python3 sigrok-cli xvfb xdotool imagemagick gdb-multiarch
FIRMWARE_PACKAGES = gcc-arm-none-eabi picolibc-arm-none-eabi python3
BENCH_PACKAGES    = $(RUN_PACKAGES) valgrind

.DEFAULT_GOAL = help
.PHONY: help run build test window-test smoke soak soak-python soak-heap options wasm-core freeze firmware-check firmware-check-selftest arm-compare arm-costs real-time format-check format compatibility-check generated-check scoreboard scoreboard-python ledger bench bench-rp2040js bench-python bench-heap loop-check bench-window bench-accounting bench-chip fuzz-cpu fuzz-python clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /  make \1\t/' | expand -t 26

run: build ## build, then run the start example in a window; without a display its picture goes to build/board.png
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  Tools/need $(WINDOW_PACKAGES) && echo "$(TAYBERRY) run $(EXAMPLE) --window $(ARGS)" && $(TAYBERRY) run $(EXAMPLE) --window $(ARGS); \
	else \
	  mkdir -p build && echo "There is no display: the same run is drawn into build/board.png, as it is after 3 s." && \
	  $(TAYBERRY) run $(EXAMPLE) --pins --for 4 --speed max --screenshot build/board.png@3 $(ARGS); \
	fi

build: ## build the release program, .build/release/tayberry
	@Tools/need $(RUN_PACKAGES)
	$(SWIFT_BUILD) --product tayberry

test: ## every test: optimised, then a short debug smoke
	@Tools/need $(TEST_PACKAGES)
	@$(MAKE) --no-print-directory generated-check
	@$(MAKE) --no-print-directory compatibility-check
	@$(MAKE) --no-print-directory build
	@$(MAKE) --no-print-directory smoke
	@if Tools/need-python unicorn; then $(MAKE) --no-print-directory fuzz-cpu SEED=1 COUNT=20000; \
	else echo "The core is not compared with Unicorn in this run."; fi
	@$(MAKE) --no-print-directory window-test
	@Tools/need $(BENCH_PACKAGES)
	Tools/loop-check
	TAYBERRY_COMPARE=1 swift test -c release --scratch-path $(TEST_BUILD) -Xswiftc -enable-testing

window-test: build ## the window under a virtual display: mouse, keyboard, clipboard, pictures
	@Tools/need $(TEST_PACKAGES)
	Tools/window-test $(TAYBERRY)

smoke: ## the short debug part of `make test`
	swift test --scratch-path $(SMOKE_BUILD) --filter Smoke

soak: ## a million random schedules of the kernel, under chaos, against the reference model
	swift build -c release --product kernel-soak --scratch-path $(TEST_BUILD)
	$(TEST_BUILD)/release/kernel-soak 1000000

soak-python: build ## 72 virtual hours of threads, timers, queues, asyncio, exceptions and Ctrl-C, across the wrap of 32-bit milliseconds
	$(TAYBERRY) run Tests/Soak/mixed.py $(or $(HOURS),72) --speed max --ram 1

soak-heap: ## the wish list's tests of heap, interrupts and several interpreters at full size (hours)
	TAYBERRY_SOAK=1 TAYBERRY_TESTS=PythonTests swift test -c release --scratch-path $(TEST_BUILD) -Xswiftc -enable-testing --filter 'WishListTests|SeveralInterpretersTests|MarkingTests|InjectionTests'
	@$(MAKE) --no-print-directory build
	$(TAYBERRY) run Tests/WishList/interrupts.py 10000 10000 --speed max
	$(TAYBERRY) run Tests/WishList/containers.py 1000000000 --speed max
	$(TAYBERRY) run Tests/WishList/latency.py 3600 --speed max
	$(TAYBERRY) run Tests/WishList/latency.py 3600 1500 --speed max
	$(TAYBERRY) run Tests/WishList/shapes.py --speed max
	$(TAYBERRY) run Tests/WishList/twocores.py 10000000 10000 --speed max
	$(TAYBERRY) run Tests/WishList/instances.py lives 100000 --speed max
	$(TAYBERRY) run Tests/WishList/instances.py wakes 100000 --speed max
	$(TAYBERRY) run Tests/WishList/instances.py messages 1000000 --speed max

options: build ## what each option costs in flash, RAM and time, and its tests, on ARM images: MICROPYTHON=DIR for the core suite; ARGS=--all, --only …
	@Tools/need $(FIRMWARE_PACKAGES)
	Tools/options $(ARGS) $(TAYBERRY) $(MICROPYTHON)

wasm-core: ## the interpreter core for wasm32, and with MICROPYTHON=DIR its tests there
	@command -v node >/dev/null || Tools/need nodejs
	$(SWIFT_BUILD) --product ImageTool
	Tools/wasm-core $(if $(MICROPYTHON),--test $(MICROPYTHON))

firmware-check: ## compile and link every firmware target for ARMv6-M; prints flash and RAM
	@Tools/need $(FIRMWARE_PACKAGES)
	Tools/firmware-check

firmware-check-selftest: ## show that the check refuses what a Pico cannot run
	@Tools/need $(FIRMWARE_PACKAGES)
	Tools/firmware-check --self-test

arm-compare: build ## the same programs on a hosted board and on the ARM image: same output, same edges; after firmware-check
	@test -f build/arm/tayberry.uf2 || $(MAKE) --no-print-directory firmware-check
	Tools/arm-compare $(TAYBERRY) build/arm/tayberry.uf2

real-time: build ## cycles from interrupts and tasks to what they wake, measured by an ARM image of the kernel alone
	@Tools/need $(FIRMWARE_PACKAGES)
	Tools/real-time $(TAYBERRY)

arm-costs: build ## what statements cost on a hosted board and on the ARM image, in cycles; after firmware-check
	Tools/arm-compare $(TAYBERRY) build/arm/tayberry.uf2 --costs

format-check: ## swift format lint over the sources
	swift format lint --strict --recursive --parallel --configuration .swift-format Sources Peripherals Firmware Tests Package.swift

format: ## rewrite the sources in the project's format
	swift format --in-place --recursive --parallel --configuration .swift-format Sources Peripherals Firmware Tests Package.swift

freeze: ## compile Firmware/Library into the image's frozen modules, after changing one of them
	swift build -c release --product ImageTool
	.build/release/ImageTool freeze Firmware/Image/Generated/FrozenLibrary.swift Firmware/Library

compatibility-check: ## every row of Documentation/Compatibility.md names tests that exist: MICROPYTHON=DIR for those of MicroPython's
	Tools/compatibility-check $(MICROPYTHON)

generated-check: ## generated files are what their generators write
	python3 Tools/natives.py --check
	python3 Tools/opcodes.py --check

bench-window: build ## what the window costs, under a virtual display
	@Tools/need $(TEST_PACKAGES)
	Tools/bench-window $(TAYBERRY)

scoreboard-python: ## MicroPython's own tests against tayberry-unix: MICROPYTHON=DIR names a checkout; ARGS=--via-mpy, --hostile, --watchful, basics …
	@test -n "$(MICROPYTHON)" || { echo "make scoreboard-python MICROPYTHON=DIR: give a checkout of MicroPython (with lib/micropython-lib)"; exit 2; }
	$(SWIFT_BUILD) --product tayberry-unix
	python3 Tests/Conformance/scoreboard.py --micropython $(MICROPYTHON) $(ARGS)

scoreboard: build ## others' RP2040 images against Tests/Scoreboard: IMAGES=DIR has UF2 and ELF files; writes Documentation/Images.md; ARGS=NAME … runs those alone
	@test -n "$(IMAGES)" || { echo "make scoreboard IMAGES=DIR: give a directory with UF2 or ELF files (built from pico-examples and pico-sdk's test/)"; exit 2; }
	python3 Tests/Scoreboard/scoreboard.py --tayberry $(TAYBERRY) $(IMAGES) $(if $(ARGS),$(ARGS),--write Documentation/Images.md)

ledger: build ## timing against figures of a real Pico: IMAGES=DIR has the images of Tests/Ledger/README.md, MICROPYTHON=DIR a checkout; writes Documentation/Ledger.md
	@test -n "$(IMAGES)" || { echo "make ledger IMAGES=DIR [MICROPYTHON=DIR]: give a directory with the images that Tests/Ledger/README.md lists"; exit 2; }
	python3 Tests/Ledger/ledger.py --tayberry $(TAYBERRY) $(IMAGES) $(if $(MICROPYTHON),--micropython $(MICROPYTHON)) --write Documentation/Ledger.md

bench: build ## measured speeds, as ratios to a peer in the same run
	@Tools/need $(BENCH_PACKAGES)
	Tools/bench

bench-rp2040js: build ## host time beside rp2040js on the same images: RP2040JS=DIR (a checkout), PAIRS='FILE=TEXT …': an image and what UART0 has sent at its end
	Tools/bench-rp2040js $(PAIRS)

bench-python: build ## MicroPython's perf_bench and Tests/Benchmarks against its unix port: MICROPYTHON=DIR [PEER=FILE]
	Tools/perf-bench

bench-heap: build ## what collecting a full heap costs; fill-and-punch, beside PEER=FILE (MicroPython's unix port); allocation, beside CONTROL=FILE (built --traits WithoutCompactingHeap)
	@Tools/need $(BENCH_PACKAGES)
	Tools/heap-bench

loop-check: build ## the interpreter's loop calls nothing of Swift's runtime, and Tests/Benchmarks take no more than 3 % above their bars
	@Tools/need $(BENCH_PACKAGES)
	Tools/loop-check

bench-accounting: build ## instructions that cycle accounting costs, program by program
	@Tools/need $(BENCH_PACKAGES)
	Tools/accounting

SEED  = 1
COUNT = 100000
fuzz-cpu: ## random instruction sequences on the emulated core and on Unicorn; SEED= and COUNT= choose
	@Tools/need $(RUN_PACKAGES)
	@Tools/need-python unicorn
	$(SWIFT_BUILD) --product CPUFuzz
	Tools/fuzz-cpu $(SEED) $(COUNT)

fuzz-python: ## mutated program texts and .mpy files must end in Python exceptions: COUNT= of each
	TAYBERRY_TESTS=PythonTests TAYBERRY_FUZZ=$(COUNT) swift test -c release --scratch-path $(TEST_BUILD) -Xswiftc -enable-testing --filter CompilerFuzzTests

bench-chip: ## what the emulated chip costs the host
	@Tools/need $(BENCH_PACKAGES)
	$(SWIFT_BUILD) --product ChipBench
	Tools/bench --chip

# PROGRAMS=n STEPS=n SEED=n choose the run.
PROGRAMS ?= 2000
STEPS    ?= 80
SEED     ?= 1
pio-oracle: ## random PIO programs, state by state, against rp2040-pio-emulator
	@dir=$$(mktemp -d) && trap "rm -rf $$dir" EXIT && Tools/pio-vectors $(PROGRAMS) $(STEPS) $(SEED) > $$dir/pio.txt && \
	  TAYBERRY_PIO_VECTORS=$$dir/pio.txt swift test -c release --scratch-path $(TEST_BUILD) -Xswiftc -enable-testing --filter PIOOracle

clean: ## remove everything that was built
	rm -rf .build $(TEST_BUILD) $(SMOKE_BUILD) .build-accounting build
