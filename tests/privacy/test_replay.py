"""A backup brings back who was erased since; the list from outside erases them again (§18)."""

import pytest

from students.services.erasure import erase_student
from tests.clients import ApiClient
from tests.factories import SessionFactory, StudentFactory, TranscriptFactory, UserFactory
from tests.scratch import program, scratch_database
from tests.servers import database_url

pytestmark = [pytest.mark.system, pytest.mark.django_db(transaction=True), pytest.mark.drill]


SECRETS = ("zebulonqua", "okonkwoqua", "sis-qua", "confessionqua")


def dumped(scratch) -> str:
    return scratch.run(program("pg_dump"), "--data-only", "--no-owner", scratch.url)


def test_erasures_since_the_backup_are_repeated(tenant, tmp_path, settings):
    student = StudentFactory(
        tenant=tenant, email="zebulonqua@uni.example", first_name="Zebulonqua", sis_id="SIS-QUA"
    )
    TranscriptFactory(
        session=SessionFactory(user=student),
        messages=[{"role": "student", "content": "confessionqua"}],
    )
    admin = UserFactory(tenant=tenant)
    url = f"/v1/console/users/{student.pk}"
    assert ApiClient(admin).patch(url, {"last_name": "Okonkwoqua"}).status_code == 200
    gone = StudentFactory(tenant=tenant, first_name="Since")
    backup, listed = tmp_path / "backup.sql", tmp_path / "erasures"
    with scratch_database("restored") as scratch:
        name = student._state.db and settings.DATABASES["default"]["NAME"]
        source = database_url(name)
        scratch.run(program("pg_dump"), f"--file={backup}", "--no-owner", source)
        student.refresh_from_db()
        erase_student(actor=admin, user=student, reason="Request 17")
        erase_student(actor=admin, user=gone, reason="Request 18")
        listed.write_text(
            "".join(f"{one.pk} 2026-05-06T07:08:09Z\n" for one in (student, gone))
            + f"{'f' * 24} 2026-05-06T07:08:09Z\n"
        )
        scratch.run(program("psql"), "--quiet", f"--file={backup}", scratch.url)
        before = dumped(scratch).casefold()
        assert all(secret in before for secret in SECRETS)

        assert "3 erasures" in scratch.manage("replay_erasures", str(listed), "--dry-run")
        told = scratch.manage("replay_erasures", str(listed))

        assert told == "2 of 3 erasures repeated\n"
        text = dumped(scratch).casefold()
        assert [secret for secret in SECRETS if secret in text] == []
        assert "2026-05-06 07:08:09" in text
        assert scratch.manage("replay_erasures", str(listed)) == "0 of 3 erasures repeated\n"
        assert scratch.manage("replay_erasures", "-", "--export").split() == [
            *(student.pk, "2026-05-06T07:08:09Z", gone.pk, "2026-05-06T07:08:09Z"),
        ]
        assert scratch.manage("verify_ledger") == "no differences\n"
        assert "wrong" not in scratch.manage("verify_derived")
