# One image for web server, worker, timers and commands (docs/containers.md). BASE is any Debian or
# its like with Python 3.12 or newer and its module venv.
ARG BASE=python:3.13-slim-trixie

FROM ${BASE} AS build
WORKDIR /srv/command-center
ENV PIP_NO_CACHE_DIR=1
COPY requirements.txt ./
COPY deploy/venv.sh deploy/
RUN deploy/venv.sh .
COPY . ./
# Throw-away values: collecting asks for nothing but the settings.
RUN DJANGO_SETTINGS_MODULE=config.settings.production STATIC_ROOT=/srv/command-center/static \
    SECRET_KEY=for-the-length-of-the-build-and-no-longer \
    JWT_SIGNING_KEY=for-the-length-of-the-build-and-not-longer \
    DATABASE_URL=postgresql://nobody@localhost/none ALLOWED_HOSTS=localhost \
    PUBLIC_URL=https://localhost EMAIL_URL=smtp://localhost DEFAULT_FROM_EMAIL=no-reply@localhost \
    .venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && .venv/bin/python -m compileall -q accounts config programmes students tenants

FROM ${BASE}
# pg_dump for backups, which is to be no older than the server: Debian 13 has 17, as compose.yaml.
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /srv/command-center command-center \
    && install -d -o command-center -m 700 /var/tmp/command-center /var/backups/command-center \
    && ln -s /srv/command-center/deploy/command-center /usr/local/bin/command-center
COPY --from=build /srv/command-center /srv/command-center
WORKDIR /srv/command-center
# The container has the variables itself, so `command-center` reads no file of them.
ENV COMMAND_CENTER_ENV=/dev/null \
    COMMAND_CENTER_OWNER_ENV=/dev/null \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    PORT=8000 \
    PYTHONDONTWRITEBYTECODE=1 \
    RUNTIME_DIRECTORY=/var/tmp/command-center/run \
    STATIC_ROOT=/srv/command-center/static \
    TMPDIR=/var/tmp/command-center \
    WEB_HOST=0.0.0.0
USER 10001
# All that is written: exports while they are made and sent, uploads, figures.
VOLUME ["/var/tmp/command-center"]
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s \
    CMD ["/srv/command-center/.venv/bin/python", "deploy/containers/healthy.py"]
ENTRYPOINT ["command-center"]
CMD ["serve"]
