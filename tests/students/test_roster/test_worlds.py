"""Random universities and random rosters: what always holds."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.models import LegacyRole, ProgrammeMembership, Role, User
from students.services.roster import RosterRefused
from tenants.models import AuditEvent
from tests.factories import ProgrammeFactory, SystemRoleFactory, TenantFactory
from tests.students.test_roster.rosters import people, roster, run

pytestmark = pytest.mark.drill

ADDRESSES = st.sampled_from([f"p{n}@uni.example" for n in range(6)] + ["P1@UNI.example"])
FIRST = st.sampled_from(["Ada", "Ada Mary", "Zoë", "van"])
LAST = st.sampled_from(["Obi", "van Dyke", "Obi-Nwosu"])
STATUSES = st.sampled_from(["ACTIVE", "INACTIVE", "DELETED"])
CODES = ["A", "AM", "M", "OLD"]
NAMES = {"A": "Arts", "M": "Music", "AM": "Arts and Music, Joint", "OLD": "Retired"}

PEOPLE = st.dictionaries(
    ADDRESSES.map(str.lower),
    st.tuples(
        st.sampled_from([*["STUDENT"] * 5, "FACULTY"]),
        *(FIRST, st.sampled_from([None, "M"]), LAST, STATUSES),
        st.sets(st.sampled_from(CODES)),
    ),
    max_size=6,
)

LABELS = st.lists(st.sampled_from(["A", "AM", "M"]), unique=True).map(
    lambda codes: ", ".join(NAMES[code] for code in sorted(codes))
)
EXPORT = st.lists(
    st.tuples(
        st.builds("{} {}".format, FIRST, LAST) | st.just(""),
        ADDRESSES | st.just("nobody"),
        LABELS | st.just("Retired"),
        st.sampled_from(["active", "inactive", "Active", "gone"]),
    ),
    max_size=8,
).map(lambda rows: ("Student Name,Email,Programme,Status", rows, None))

CANVAS = st.tuples(
    st.lists(
        st.tuples(
            *(st.sampled_from("1234"), ADDRESSES, FIRST, LAST),
            st.sampled_from(["active", "suspended", "deleted"]),
        ),
        max_size=8,
    ),
    st.lists(
        st.tuples(
            *(st.sampled_from(["a", "M", "AM", "X"]), st.sampled_from("1234")),
            st.sampled_from(["student", "student", "teacher"]),
            st.sampled_from(["active", "completed"]),
        ),
        max_size=8,
    ),
).map(lambda files: ("user_id,login_id,first_name,last_name,status", *files))


def csv(header, rows) -> str:
    cells = [",".join(f'"{cell}"' for cell in row) for row in rows]
    return "".join(f"{line}\n" for line in (header, *cells))


def open_file(header, rows, enrolments):
    beside = "" if enrolments is None else csv("course_id,user_id,role,status", enrolments)
    return roster(csv(header, rows), enrolments=beside)


class World:
    """A tenant, and its twin that nobody imports anything into."""

    def __init__(self):
        self.tenant, self.other = TenantFactory(), TenantFactory()
        self.programmes = {}
        for tenant in (self.tenant, self.other):
            for role in (LegacyRole.STUDENT, LegacyRole.FACULTY):
                SystemRoleFactory(tenant=tenant, legacy_role=role)
            for code in CODES:
                self.programmes[tenant.pk, code] = ProgrammeFactory(
                    tenant=tenant, code=code, name=NAMES[code], is_active=code != "OLD"
                )

    def settle(self, inhabitants):
        for tenant in (self.tenant, self.other):
            roles = {role.legacy_role: role for role in Role.objects.for_tenant(tenant)}
            for email, (role, first, middle, last, status, codes) in inhabitants.items():
                user = User.objects.create(
                    tenant=tenant,
                    email=email,
                    role=roles[role],
                    first_name=first,
                    middle_name=middle,
                    last_name=last,
                    status=status,
                )
                for code in codes:
                    ProgrammeMembership.objects.create(
                        tenant=tenant, user=user, programme=self.programmes[tenant.pk, code]
                    )


@pytest.fixture
def world(db):
    return World()


def outcome(tenant, file, **options):
    """Return the plan, also of a run that was refused, and why it was."""
    try:
        with transaction.atomic():
            return run(tenant, file, **options), None
    except RosterRefused as refused:
        return refused.plan, refused.message


@settings(max_examples=100)
@given(
    inhabitants=PEOPLE,
    file=EXPORT | CANVAS,
    deactivate_missing=st.booleans(),
    skip_bad_rows=st.booleans(),
    programme=st.sampled_from([None, None, "M"]),
)
def test_plan_is_the_deed_and_is_done_once(
    world, inhabitants, file, deactivate_missing, skip_bad_rows, programme
):
    options = {
        "deactivate_missing": deactivate_missing,
        "skip_bad_rows": skip_bad_rows,
        "programme": programme,
    }
    with suppress(_Undo), transaction.atomic():
        world.settle(inhabitants)
        before, elsewhere = people(world.tenant), people(world.other)
        ids = dict(User.objects.for_tenant(world.tenant).values_list("email", "pk"))

        planned = outcome(world.tenant, open_file(*file), dry_run=True, **options)
        assert people(world.tenant) == before
        done = outcome(world.tenant, open_file(*file), **options)
        assert done == planned
        after = people(world.tenant)

        assert people(world.other) == elsewhere
        plan, refusal = done
        if refusal:
            assert after == before
            assert not AuditEvent.objects.for_tenant(world.tenant).exists()
        else:
            assert after == carried_out(plan, before)
            again, refusal = outcome(world.tenant, open_file(*file), **options)
            assert (again.is_empty, refusal) == (True, None)
            assert people(world.tenant) == after
            assert AuditEvent.objects.for_tenant(world.tenant).count() == 2
        assert (
            ids.items()
            <= dict(User.objects.for_tenant(world.tenant).values_list("email", "pk")).items()
        )
        raise _Undo


class _Undo(Exception):
    """The example is over."""


def carried_out(plan, before):
    """Return what the plan, as it reads, makes of the people."""
    after = dict(before)
    for step in (*plan.changes, *plan.creations):
        if step.email in before:
            assert before[step.email] == shown(plan, step.before)
        after[step.email] = shown(plan, step.after if step.email in before else step.profile)
    return after


def shown(plan, profile):
    codes = sorted(plan.programmes[programme] for programme in profile.programmes)
    return (*profile.names, profile.status, "STUDENT", codes)
