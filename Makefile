PYTHON ?= $(firstword $(shell command -v python3 || command -v python3.13 || command -v python3.12 || command -v python3.11) python3)

.PHONY: help run test check screens prove bench bench-app bench-pacer bench-patterns bench-push bench-suggest bench-sync

help: ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 18

run: ## start Thaw on http://localhost:8000 (PORT, HOST and the rest: .env.example); Ctrl-C stops it
	@exec $(PYTHON) backend/config/bootstrap.py run

test: ## run every check and every test, also those in real browsers
	@exec $(PYTHON) backend/config/bootstrap.py test

check: ## run the fast part: format, lint, types, import rules, sizes, drift of schema and migrations
	@exec $(PYTHON) backend/config/bootstrap.py check

prove: ## run what takes hours: a million sequences of phones, planted bugs, killed browsers, the calendar, a soak
	@exec $(PYTHON) backend/config/bootstrap.py prove

screens: ## take a picture of every screen, into .data/screens
	@exec $(PYTHON) backend/config/bootstrap.py screens

bench: ## measure all there is a measure for; each ends with one line of figures
	@exec $(PYTHON) backend/config/bootstrap.py bench

bench-app: ## measure the app in a browser: weight, Lighthouse, cold start, saving
	@exec $(PYTHON) backend/config/bootstrap.py bench-app

bench-pacer: ## measure how evenly the breath moves on a slow phone
	@exec $(PYTHON) backend/config/bootstrap.py bench-pacer

bench-patterns: ## measure Patterns with ten years of check-ins: opening, turning, saving
	@exec $(PYTHON) backend/config/bootstrap.py bench-patterns

bench-suggest: ## measure what is suggested with simulated people: how often it helps, and that it is safe
	@exec $(PYTHON) backend/config/bootstrap.py bench-suggest

bench-push: ## measure reminders: our sender and others' over TLS, Celery, a million in the schedule
	@exec $(PYTHON) backend/config/bootstrap.py bench-push

bench-sync: ## measure sync beside PouchDB in the same run: up, down, on a slow phone, under fifty devices
	@exec $(PYTHON) backend/config/bootstrap.py bench-sync
