"""Look-ups behind the walls use their indexes: a policy keeps PostgreSQL from some of them.

A condition is looked at before the policy only if its function is leakproof. An index whose
comparison is not is of no use to the roles that a policy binds, and nothing tells: the look-up
reads all of a tenant's rows instead.
"""

import pytest

from accounts.models import User
from config.context import within
from tests.counters import index_reads_of, whole_reads_of
from tests.factories import TenantFactory, UserFactory
from tests.plans import analyse
from tests.walled.catalogue import ask
from tests.walled.connections import product_connection

# Columns of indexes that cannot be compared before a policy, and how they are looked up instead.
OUT_OF_REACH = {
    "accounts_user.unique_user_email: lower(email::text)": "by users_of_address, tested below",
    "accounts_role.unique_role_name: lower(name::text)": "a tenant has few roles",
    # Scores are compared at one case study, whose rows these indexes find; they have its order.
    "students_standing.performance_by_score: best_score": "the rows of one case study",
    "students_standing.performance_by_score_desc: best_score": "the rows of one case study",
}

_COLUMNS = """
SELECT pg_class.relname || '.' || index_class.relname || ': '
    || pg_get_indexdef(pg_index.indexrelid, place, true)
FROM pg_index
JOIN pg_class ON pg_class.oid = indrelid AND relrowsecurity
    AND relnamespace = 'public'::regnamespace
JOIN pg_class AS index_class ON index_class.oid = indexrelid
CROSS JOIN LATERAL generate_series(1, indnkeyatts) AS place
JOIN pg_opclass ON pg_opclass.oid = indclass[place - 1]
WHERE NOT (SELECT bool_and(proleakproof) FROM pg_amop
    JOIN pg_operator ON pg_operator.oid = amopopr JOIN pg_proc ON pg_proc.oid = oprcode
    WHERE amopfamily = opcfamily AND amoplefttype = opcintype AND amoprighttype = opcintype
        AND amoppurpose = 's')
    OR indkey[place - 1] = 0
ORDER BY 1
"""


@pytest.mark.django_db
def test_each_index_that_a_policy_keeps_out_of_reach_is_known():
    assert {name for (name,) in ask(_COLUMNS)} == set(OUT_OF_REACH)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("asked", ["Ada@State.example", "ada@münchen.example", "no@one.example"])
def test_somebody_is_found_by_their_address_through_its_index(asked):
    tenant, elsewhere = TenantFactory(), TenantFactory()
    UserFactory.create_batch(300, tenant=tenant)
    found = [
        UserFactory(tenant=tenant, email=email)
        for email in ("ada@state.example", "ada@münchen.example")
    ]
    UserFactory(tenant=elsewhere, email="ada@state.example")
    analyse("accounts_user")

    with product_connection() as wrapper, within(tenant.pk):
        people = User.objects.using(wrapper.alias).for_tenant(tenant).with_email(asked)
        with wrapper.cursor() as cursor:
            cursor.execute("BEGIN")
            of_all = whole_reads_of(User, wrapper.alias)
            by_index = index_reads_of(User, wrapper.alias)
            rows = [user.pk for user in people]
            read = of_all(), by_index() > 0
            cursor.execute("ROLLBACK")

    assert rows == [user.pk for user in found if user.email == asked.lower()]
    assert read == (0, True)
