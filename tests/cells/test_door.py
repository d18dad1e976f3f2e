"""The door finds the cell of every request, by what the request shows."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import CommandError, call_command

from accounts.models import ServiceKey
from config.management.door_maps import Maps, hand_over
from rehearsals.door import EXAMPLES, NAMES, configured, running_door
from tenants.models import AllowedOrigin
from tests.cells.pair import move
from tests.contract.cells import ANY, CELL, OPEN, PAGES, TENANT, asked, pages, token, ways_of
from tests.contract.routes import PUBLIC, ROUTES
from tests.factories import TenantFactory
from tests.servers import HOST, PATIENCE, database_url, free_port
from tests.sites import serving


def test_every_route_says_how_its_cell_is_found():
    undecided = [str(route) for route in ROUTES if ways_of(route) is None]
    assert undecided == []
    assert OPEN.keys() == {str(route) for route in ROUTES if route.access == PUBLIC}


def test_every_page_says_how_its_cell_is_found():
    # Those of a university in the admin are made of the admin's own (tenants/addresses.py).
    assert pages() | {"/admin/u/{slug}/"} == set(PAGES)


class Door:
    """The door before two servers, each of which answers its name."""

    def __init__(self, port: int, socket: Path) -> None:
        self.port, self.socket = port, socket

    def led(self, method: str, path: str, headers: dict | None = None, body: bytes = b"") -> str:
        """Return where a request was led, or the status of what the door said by itself."""
        with closing(HTTPConnection(HOST, self.port, timeout=PATIENCE)) as call:
            call.request(method, path, body or None, headers or {})
            answer = call.getresponse()
            said = answer.read().decode()
        return said if answer.status == 200 else str(answer.status)


class _Patient(ThreadingHTTPServer):
    """A server to which the door's checks may hang up."""

    def handle_error(self, *_: object) -> None:
        """Keep the tests' output clean."""


@contextmanager
def answering(name: str) -> Iterator[int]:
    class Name(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200)
            self.send_header("Content-Length", str(len(name)))
            self.end_headers()
            self.wfile.write(name.encode())

        def log_message(self, *_: object) -> None:
            """Keep the tests' output clean."""

    for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        setattr(Name, f"do_{method}", Name.answer)
    with serving(_Patient((HOST, 0), Name)) as server:
        yield server.server_port


@pytest.fixture(scope="module")
def door() -> Iterator[Door]:
    with ExitStack() as everything:
        # A socket's path is short.
        folder = Path(everything.enter_context(TemporaryDirectory(prefix="door-")))
        ports = {name: everything.enter_context(answering(name)) for name in NAMES}
        made = Door(free_port(), folder / "admin.sock")
        configured(folder / "door", made.port, made.socket, ports)
        everything.enter_context(running_door(folder / "door"))
        yield made


@pytest.mark.system
def test_every_request_comes_to_its_cell(door):
    strayed = []
    for method, path, way in asked():
        body, kind = way.body
        headers = {"Content-Type": kind} | way.headers
        led = door.led(method, path, headers, body if method != "GET" else b"")
        if led != way.leads_to:
            strayed.append((method, path, way.shows or way.headers, led))
    assert strayed == []


@pytest.mark.system
def test_whoever_shows_nothing_comes_to_any_cell_which_refuses_them(door):
    for path in ("/v1/console/students", "/sign-in/nowhere", "/static/x.css", "/invitations/old"):
        assert door.led("GET", path) == ANY
    assert door.led("GET", "/v1/console/students", {"Authorization": "Bearer x.y.z"}) == ANY
    # A preflight carries no token: its origin tells.
    origin = {"Origin": "https://app.state.example"}
    assert door.led("OPTIONS", "/v1/console/students", origin) == CELL


@pytest.mark.system
def test_the_list_of_cells_is_for_those_who_run_them(door):
    assert "/sign-in/demo-university/platform" in door.led("GET", "/cells")
    assert door.led("GET", "/metrics") == "404"


@pytest.mark.system
def test_nobody_else_sees_the_list_of_cells():
    with TemporaryDirectory(prefix="door-") as name:
        folder, port = Path(name) / "door", free_port()
        configured(folder, port, Path(name) / "admin.sock", {cell: free_port() for cell in NAMES})
        (folder / "operators.lst").write_text("192.0.2.0/24\n")
        with running_door(folder):
            assert Door(port, folder).led("GET", "/cells") == "404"


@pytest.mark.system
def test_new_maps_are_handed_over_while_the_door_serves(door):
    def lead(cell: str) -> None:
        maps: Maps = {path.stem: {} for path in (EXAMPLES / "maps").glob("*.map")}
        # More than the door takes at once.
        maps["tenants"] = {f"{number:024x}": "cell-1" for number in range(1000)} | {TENANT: cell}
        hand_over(maps, door.socket)

    shown = {"Authorization": f"Bearer {token()}"}
    lead("cell-1")
    assert door.led("GET", "/v1/users/me", shown) == "cell-1"
    lead("cell-2")
    assert door.led("GET", "/v1/users/me", shown) == "cell-2"


def test_a_door_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(CommandError, match="does not answer"):
        hand_over({"tenants": {}}, tmp_path / "nowhere.sock")


@pytest.mark.system
@pytest.mark.django_db(transaction=True)
def test_maps_say_where_every_university_lives(tenant, cell, tmp_path):
    stays = TenantFactory(name="Staying  University", domain="staying.example")
    for one in (tenant, stays):
        AllowedOrigin.objects.create(tenant=one, origin=f"https://door.{one.slug}.example")
    key, _ = ServiceKey.objects.create_key(name="Live service", tenant=stays)
    move(tenant, cell)

    cells = ("--cell", f"cell-1={database_url()}", "--cell", f"cell-2={cell.url}")
    call_command("cell_maps", *cells, "--output", tmp_path, stdout=StringIO())

    def lines(name: str) -> list[str]:
        return (tmp_path / f"{name}.map").read_text().splitlines()

    assert f"{tenant.pk} cell-2" in lines("tenants")
    assert f"{stays.pk} cell-1" in lines("tenants")
    assert f"{tenant.pk} cell-1" not in lines("tenants"), "its rows there only wait"
    assert f"{tenant.slug} cell-2" in lines("slugs")
    assert "staying-university cell-1" in lines("names")
    assert "staying.example cell-1" in lines("hosts")
    assert f"https://door.{tenant.slug}.example cell-2" in lines("origins")
    assert f"{key.prefix} cell-1" in lines("keys")
    assert {path.name for path in tmp_path.iterdir()} == {
        path.name for path in (EXAMPLES / "maps").iterdir()
    }

    # Two cells that say they have the same: somebody has to look.
    both = ("--cell", f"cell-1={database_url()}", "--cell", f"cell-2={database_url()}")
    with pytest.raises(CommandError, match="cell-1 and cell-2 both have"):
        call_command("cell_maps", *both, "--output", tmp_path, stdout=StringIO())
