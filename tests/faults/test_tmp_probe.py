import io, re, tempfile
from pathlib import Path
import pytest
from tests.faults.test_upload_memory import roster, highest, forget
from accounts.models import LegacyRole
from tests.factories import SystemRoleFactory
import psutil
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]
def test_probe(admin, tenant, roster):
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    from students.services.roster import uploads
    from students.services.roster.first_look import first_look
    from students.services.roster.formats.detection import NamedFile
    me = psutil.Process()
    f = tempfile.NamedTemporaryFile(suffix="people.csv"); f.write(roster); f.flush(); 
    def step(name, act):
        b = me.memory_info().rss; forget(me)
        r = act()
        print(name, (highest(me)-b)>>20, (me.memory_info().rss-b)>>20)
        return r
    step("look", lambda: first_look(NamedFile(f, "people.csv", "")))
    step("look", lambda: first_look(NamedFile(f, "people.csv", "")))
    step("upload", lambda: uploads.upload_roster(actor=admin, tenant=tenant, people=f))
    step("upload", lambda: uploads.upload_roster(actor=admin, tenant=tenant, people=f))
