PYTHON ?= $(firstword $(shell command -v python3 || command -v python3.13 || command -v python3.12 || command -v python3.11) python3)

.PHONY: help run test check screens bench bench-app bench-patterns

help: ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 18

run: ## start Thaw on http://localhost:8000 (PORT, HOST and the rest: .env.example); Ctrl-C stops it
	@exec $(PYTHON) backend/config/bootstrap.py run

test: ## run every check and every test, also those in real browsers
	@exec $(PYTHON) backend/config/bootstrap.py test

check: ## run the fast part: format, lint, types, import rules, sizes, drift of schema and migrations
	@exec $(PYTHON) backend/config/bootstrap.py check

screens: ## take a picture of every screen, into .data/screens
	@exec $(PYTHON) backend/config/bootstrap.py screens

bench: ## measure all there is a measure for; each ends with one line of figures
	@exec $(PYTHON) backend/config/bootstrap.py bench

bench-app: ## measure the app in a browser: weight, Lighthouse, cold start, saving
	@exec $(PYTHON) backend/config/bootstrap.py bench-app

bench-patterns: ## measure Patterns with ten years of check-ins: opening, turning, saving
	@exec $(PYTHON) backend/config/bootstrap.py bench-patterns
