"""Clients made of the OpenAPI document, by the generators that front ends and integrations use."""

import compileall
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from drf_spectacular.generators import SchemaGenerator

from students.models import AttemptTransaction
from tests.factories import (
    PASSWORD,
    CaseStudyFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    UserFactory,
)
from tests.servers import running_server

pytestmark = [pytest.mark.system, pytest.mark.drill]

HERE = Path(__file__).parent
TYPESCRIPT = HERE / "typescript"
PACKAGE = "command_center_client"


def document(folder: Path) -> Path:
    """Write the OpenAPI document into a folder."""
    path = folder / "schema.json"
    path.write_text(json.dumps(SchemaGenerator().get_schema(request=None, public=True)))
    return path


def run(*command: str | Path, **options) -> subprocess.CompletedProcess:
    """Run a program to its end, which has to be a good one."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def python_client(tmp_path_factory) -> Path:
    """Make the Python client; return the folder that it is to be imported from."""
    folder = tmp_path_factory.mktemp("python")
    made = run(
        Path(sys.executable).with_name("openapi-python-client"),
        *("generate", "--path", document(folder), "--meta", "none"),
        *("--config", HERE / "openapi-python-client.yaml", "--output-path", folder / PACKAGE),
    )
    # JSON line by line is the one thing that the generator does not know.
    (warning,) = (line for line in made.stderr.splitlines() if line.startswith("WARNING"))
    assert warning.startswith("WARNING parsing POST /v1/ingest/sessions/bulk")
    return folder


def test_python_client_compiles(python_client):
    assert compileall.compile_dir(python_client / PACKAGE, quiet=1)
    assert len(list(python_client.glob(f"{PACKAGE}/api/*/*.py"))) > 60


@pytest.mark.django_db(transaction=True)
def test_python_client_walks_from_login_to_a_grant(tenant, python_client):
    admin = UserFactory(tenant=tenant)
    programme = ProgrammeFactory(tenant=tenant)
    case_study = CaseStudyFactory(tenant=tenant, programmes=[programme])
    jane, _ = (
        StudentFactory(tenant=tenant, first_name=name, programmes=[programme])
        for name in ("Jane", "Joan")
    )
    SessionFactory(user=jane, case_study=case_study)

    with running_server() as server:
        journey = run(
            *(sys.executable, "-W", "error", HERE / "journey.py"),
            *(server.url, admin.email, PASSWORD, tenant.slug, "jane"),
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(python_client)},
        )

    assert json.loads(journey.stdout) == {
        "found": 1,
        "student": jane.display_name,
        "base_attempts": 3,
        "extra_attempts": 2,
        "revoked_attempts": 0,
        "total_allowed": 5,
        "attempts_used": 1,
        "attempts_remaining": 4,
    }
    (line,) = AttemptTransaction.objects.all()
    assert (line.user_id, line.case_study_id, line.amount, line.reason) == (
        *(jane.pk, case_study.pk),
        *(2, "Audio dropped"),
    )


def test_typescript_client_compiles():
    """``usage.ts`` uses the types as a front end would, mistakes included."""
    assert (TYPESCRIPT / "node_modules" / "typescript").exists(), (
        f"Its packages are not installed: `make typescript`, or `npm ci` in {TYPESCRIPT}."
    )
    generated = TYPESCRIPT / "generated"
    generated.mkdir(exist_ok=True)
    document(generated)
    npm = shutil.which("npm")

    run(npm, "run", "--silent", "generate", cwd=TYPESCRIPT)
    run(npm, "run", "--silent", "check", cwd=TYPESCRIPT)
