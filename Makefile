# The two commands are `make demo` and `make test`; the rest is for those who work on Stet.

STET := build/release/compiler/driver/stet
SAMPLE := samples/marlow-vale/report.stet

.PHONY: demo test build packages test-packages bench bench-peers check deep clean

demo: packages
	@cmake --preset release -DSTET_TESTS=OFF > build.log 2>&1 || { cat build.log; exit 1; }
	@echo "Building (the first time takes some minutes) ..."
	@cmake --build build/release --target stet > build.log 2>&1 || { cat build.log; exit 1; }
	@rm -f build.log
	$(STET) build $(SAMPLE) --to=pdf,html,json -o out
	@echo "The sample report is in $(CURDIR)/out: report.pdf, report.html and report.json"

test: test-packages
	@cmake --preset release -DSTET_TESTS=ON > build.log 2>&1 || { cat build.log; exit 1; }
	@echo "Building (the first time takes some minutes) ..."
	@cmake --build build/release > build.log 2>&1 || { tail -n 60 build.log; exit 1; }
	@rm -f build.log
	@tools/run-tests build/release

build: packages
	cmake --preset release
	cmake --build build/release

packages:
	@tools/install-packages

test-packages:
	@tools/install-packages test

bench:
	@tools/install-packages test bench
	cmake --preset bench
	cmake --build build/bench
	tools/run-bench build/bench

bench-peers:
	@bench/peers/install

check:
	.ci/run

deep: test-packages
	tools/check-sanitizers 300
	tools/check-tidy --deep

clean:
	rm -rf build out
