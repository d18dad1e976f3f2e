"""The proxy in front: the machine's nginx with the configuration ``deploy/nginx.conf``."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from getpass import getuser
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

from django.conf import settings

from tests.accounts.certificates import AUTHORITY, SERVER
from tests.servers import HOST, PATIENCE, free_port, installed
from tests.waiting import eventually

NAME = "console.example.edu"

# Debian keeps it where only root's PATH goes.
_PLACES = ("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx")

# What stands around the example on an operator's machine, kept in a folder of ours.
_AROUND = """
daemon off;
user {user};
pid {folder}/nginx.pid;
error_log {folder}/nginx.log warn;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {example}
}}
"""


@dataclass(frozen=True)
class Proxy:
    """A running proxy: its port, and the folder of its logs."""

    tls_port: int
    plain_port: int
    folder: Path

    def connect(self) -> HTTPSConnection:
        """Return a new connection; ``closing`` it is the caller's."""
        context = ssl.create_default_context(cafile=AUTHORITY)
        context.check_hostname = False  # a university's
        return HTTPSConnection(HOST, self.tls_port, timeout=PATIENCE, context=context)

    def connect_plainly(self) -> HTTPConnection:
        return HTTPConnection(HOST, self.plain_port, timeout=PATIENCE)

    @property
    def access_log(self) -> str:
        return (self.folder / "command-center.log").read_text()


def nginx() -> str:
    """Return the path of the machine's nginx; end the program where there is none."""
    return installed(_PLACES, "No nginx is installed; the tests of what is deployed need it.")


@contextmanager
def running_proxy(folder: Path, first: int, second: int) -> Iterator[Proxy]:
    """Run the proxy for the length of the block before two ports that take turns."""
    proxy = Proxy(free_port(), free_port(), folder)
    example = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text()
    for theirs, ours in {
        "127.0.0.1:8000": f"{HOST}:{first}",
        "127.0.0.1:8001": f"{HOST}:{second}",
        "listen 80;": f"listen {HOST}:{proxy.plain_port};",
        "listen 443 ssl http2;": f"listen {HOST}:{proxy.tls_port} ssl http2;",
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": "",
        "/etc/ssl/command-center/fullchain.pem": f'"{SERVER}"',
        "/etc/ssl/command-center/key.pem": f'"{SERVER}"',
        "/var/log/nginx/": f"{folder}/",
        "/var/www/acme": f"{folder}/acme",
    }.items():
        assert theirs in example
        example = example.replace(theirs, ours)
    configuration = folder / "nginx.conf"
    configuration.write_text(_AROUND.format(user=getuser(), folder=folder, example=example))
    process = subprocess.Popen([nginx(), "-c", configuration, "-e", folder / "nginx.log"])
    try:
        eventually(lambda: _listens(proxy) or process.poll() is not None)
        assert process.poll() is None, (folder / "nginx.log").read_text()
        yield proxy
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _listens(proxy: Proxy) -> bool:
    with suppress(OSError), closing(proxy.connect()) as connection:
        connection.connect()
        return True
    return False


if __name__ == "__main__":
    nginx()
