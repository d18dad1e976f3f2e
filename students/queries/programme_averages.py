"""The average score of each programme's students, on the dashboard (contract §19)."""

from django.db.models import Sum

from accounts.models import UserStatus
from config.db import reads
from config.permissions import Action, Module, flag
from students.models import StudentCount
from students.queries.dashboard_parts import Averages, ListLink, ProgrammeAverage
from tenants.models import Tenant

# The results that are looked at, those that were graded last: so many are read as fast in a large
# university as in a small one. A result is the best score of a student at a case study (§10).
MOST_RESULTS = 10_000

# The condition of the index stands here literally (``performance_by_date``).
_AVERAGES = """
WITH latest AS MATERIALIZED (
    SELECT programme_set_id, best_score FROM students_standing
    WHERE tenant_id = %(tenant)s AND graded_sessions > 0
    ORDER BY latest_graded_at DESC LIMIT %(most)s
),
of_set AS MATERIALIZED (
    SELECT programme_set_id AS id, count(*) AS n, sum(best_score) AS total
    FROM latest GROUP BY programme_set_id
)
SELECT programme.id, programme.code, programme.name, sum(of_set.n),
    sum(of_set.total) / sum(of_set.n), (SELECT count(*) FROM latest)
FROM of_set
JOIN accounts_programmeset AS known USING (id)
JOIN programmes_programme AS programme ON programme.id = ANY (known.programmes)
WHERE programme.tenant_id = %(tenant)s
GROUP BY programme.id, programme.code, programme.name ORDER BY programme.code
"""


def averages_of(tenant: Tenant) -> Averages:
    """Return the programmes whose students have results, by code."""
    with reads.connection().cursor() as cursor:
        cursor.execute(_AVERAGES, {"tenant": tenant.pk, "most": MOST_RESULTS + 1})
        rows = cursor.fetchall()
    students = dict(
        StudentCount.objects.for_tenant(tenant)
        .filter(
            programme__in=[row[0] for row in rows],
            gram="",
            dated=False,
            status__in=(UserStatus.ACTIVE, UserStatus.INACTIVE),
        )
        .values_list("programme")
        .annotate(n=Sum("n"))
    )
    return Averages(
        [
            ProgrammeAverage(
                code=code,
                name=name,
                results=int(results),
                average=float(average),
                students=int(students.get(pk, 0)),
                link=ListLink(
                    "students_student_changelist",
                    flag(Module.USER_MANAGEMENT, Action.VIEW),
                    "/v1/console/students",
                    {"programme": code},
                ),
            )
            for pk, code, name, results, average, _looked_at in rows
        ],
        most=MOST_RESULTS,
        capped=bool(rows) and rows[0][-1] > MOST_RESULTS,
    )
