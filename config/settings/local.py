"""A developer's machine and the demo: nothing to configure, everything under .data/."""

from ipaddress import ip_network

from config.runtime import database
from config.runtime.local_secrets import local_secret
from config.runtime.mail import mail_folder, mail_server

from .base import *
from .base import DATA_DIR, env, issued_by, yes

DEBUG = yes("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="") or local_secret(DATA_DIR / "secret_key")
ALLOWED_HOSTS = names(env("ALLOWED_HOSTS", default="127.0.0.1,localhost,[::1]"))

POSTGRES_SERVER = database.server(database_url(), DATA_DIR / "postgres", role=DATABASE_ROLE)
DATABASES = {
    "default": database.pooled(
        database.preparing(
            database.named(database.lent(POSTGRES_SERVER.settings(), is_lent=DATABASE_IS_LENT)),
            prepares=DATABASE_PREPARES,
        ),
        DATABASE_POOL_SIZE,
    )
}
REPLICAS = database.replicas(
    database_replica_url(), prepares=DATABASE_PREPARES, pool_size=DATABASE_POOL_SIZE
)
DATABASES |= REPLICAS
DATABASE_REPLICAS = list(REPLICAS)
DATABASE_ROUTERS = ["config.db.reads.Router"] if REPLICAS else []

SSO_REQUIRES_HTTPS = False
SSO_ALLOWS_PRIVATE_NETWORKS = True
DEMO_PASSWORD = env("DEMO_PASSWORD", default="") or "demo-Passw0rd"

SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS = yes(
    "SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS", default=False
)

METRICS_NETWORKS = METRICS_NETWORKS or [ip_network("127.0.0.0/8"), ip_network("::1")]

# Static files come straight from the packages: no collectstatic step before the first start.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# Without a mail server, mails can be read in a folder and on the console.
EMAIL_URL = env("EMAIL_URL", default="")
MAILERS = {"default": mail_server(EMAIL_URL) if EMAIL_URL else mail_folder(DATA_DIR / "mail")}
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="") or "no-reply@command-center.example"
PUBLIC_URL = (env("PUBLIC_URL", default="") or f"http://127.0.0.1:{PORT}").rstrip("/")
SIMPLE_JWT = issued_by(PUBLIC_URL, env("JWT_SIGNING_KEY", default="") or SECRET_KEY)
