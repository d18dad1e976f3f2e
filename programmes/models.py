"""Programmes of study and the case studies that are open to them (contract §6, §7)."""

from functools import reduce
from operator import or_
from typing import Any, ClassVar, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import gettext_lazy as _

from config.constraints import SameTenant
from config.models import Fold, FoldCase, TextOfLines, contains_any
from config.searching import needles
from programmes.validators import CODE_PATTERN, validate_code, validate_instructions
from tenants.models.scoping import EditableTenantEntity, TenantOwned, TenantOwnedQuerySet
from tenants.validators import SLUG_PATTERN, validate_slug, validate_web_url


def _containing[R: models.QuerySet](rows: R, text: str, *columns: str) -> R:
    looked_for = needles(text)
    rows = rows.alias(**{f"folded_{column}": FoldCase(column) for column in columns})
    return rows.filter(
        reduce(or_, (contains_any(f"folded_{column}", looked_for) for column in columns))
    )


class ProgrammeQuerySet(TenantOwnedQuerySet["Programme"]):
    def with_case_study_count(self) -> Self:
        """Add ``case_study_count``: the number of its case studies, inactive ones too."""
        links = CaseStudyProgramme.objects.filter(
            tenant=OuterRef("tenant"), programme=OuterRef("pk")
        )
        counted = links.values("programme").values(n=Count("*"))
        return self.annotate(case_study_count=Coalesce(Subquery(counted), 0))

    def search(self, text: str) -> Self:
        """Keep programmes whose code or name contains the text, whatever its case or accents."""
        return _containing(self, text, "code", "name")


class Programme(EditableTenantEntity):
    """A tenant's group of users and case studies; clients use its upper-case code."""

    code = models.CharField(_("code"), max_length=32, validators=[validate_code], db_collation="C")
    name = models.CharField(_("name"), max_length=255)
    description = TextOfLines(_("description"), max_length=2000, null=True, blank=True)
    is_active = models.BooleanField(_("is active"), default=True)

    objects: ClassVar = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ("code", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "code"],
                name="unique_programme_code",
                violation_error_message=_("A programme with this code exists already."),
            ),
            models.UniqueConstraint(fields=["tenant", "id"], name="programme_tenant_id"),
            models.CheckConstraint(
                condition=Q(code__regex=CODE_PATTERN),
                name="programme_code_format",
                violation_error_message=validate_code.message,
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="programme_name_not_empty",
                violation_error_message=_("A programme needs a name."),
            ),
        )

    def __str__(self) -> str:
        return self.code


def programme_entries(links: models.QuerySet[Any]) -> ArraySubquery:
    """Return the programmes of some links to them as [{code, name}], in code order."""
    entry = JSONObject(code="programme__code", name="programme__name")
    return ArraySubquery(links.order_by("programme__code").values(entry=entry))


class CaseStudyQuerySet(TenantOwnedQuerySet["CaseStudy"]):
    def with_programmes(self) -> Self:
        """Add ``programme_list``: [{code, name}] in code order."""
        links = CaseStudyProgramme.objects.filter(case_study=OuterRef("pk"))
        return self.annotate(programme_list=programme_entries(links))

    def search(self, text: str) -> Self:
        """Keep case studies whose title or slug contains the text, whatever its case or accents."""
        return _containing(self, text, "title", "slug")


class CaseStudy(EditableTenantEntity):
    """An AI simulation; open to its programmes' students, or to all when it names no programme."""

    title = models.CharField(_("title"), max_length=255)
    slug = models.CharField(_("slug"), max_length=255, validators=[validate_slug], db_collation="C")
    description = TextOfLines(_("description"), max_length=5000, null=True, blank=True)
    instructions = models.JSONField(
        _("instructions"), default=list, blank=True, validators=[validate_instructions]
    )
    time_limit_minutes = models.PositiveIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1)]
    )
    document_url = models.CharField(
        max_length=1000, null=True, blank=True, validators=[validate_web_url]
    )
    first_message = TextOfLines(max_length=2000, null=True, blank=True)
    is_active = models.BooleanField(_("is active"), default=True)
    programmes = models.ManyToManyField(
        Programme,
        through="CaseStudyProgramme",
        related_name="case_studies",
        verbose_name=_("programmes"),
    )
    # The sort key for titles: the same order on every server, whatever its language.
    sort_title = models.GeneratedField(
        expression=Fold("title"),
        output_field=models.TextField(db_collation="C"),
        db_persist=True,
    )

    objects: ClassVar = CaseStudyQuerySet.as_manager()

    class Meta:
        ordering = ("sort_title", "id")
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")
        constraints = (
            models.UniqueConstraint(
                fields=["tenant", "slug"],
                name="unique_case_study_slug",
                violation_error_message=_("A case study with this slug exists already."),
            ),
            models.UniqueConstraint(fields=["tenant", "id"], name="case_study_tenant_id"),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="case_study_title_not_empty",
                violation_error_message=_("A case study needs a title."),
            ),
            models.CheckConstraint(
                condition=Q(slug__regex=SLUG_PATTERN),
                name="case_study_slug_format",
                violation_error_message=validate_slug.message,
            ),
            models.CheckConstraint(
                condition=Q(time_limit_minutes__gt=0) | Q(time_limit_minutes=None),
                name="case_study_time_limit_positive",
                violation_error_message=_("A time limit is at least one minute."),
            ),
        )
        indexes = (models.Index("tenant", "sort_title", "id", name="case_study_by_title"),)

    def __str__(self) -> str:
        return self.title

    @property
    def programme_codes(self) -> list[str]:
        """The codes of its programmes, in order; an empty list means that it is open to all."""
        return [programme.code for programme in self.programmes.all()]


class CaseStudyProgramme(TenantOwned):
    """One programme that a case study is open to."""

    case_study = models.ForeignKey(
        CaseStudy, on_delete=models.CASCADE, related_name="programme_links", db_constraint=False
    )
    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["case_study", "programme"], name="unique_case_study_programme"
            ),
            SameTenant("case_study", name="case_study_programme_case_study_fk"),
            SameTenant(
                "programme",
                name="case_study_programme_programme_fk",
                violation_error_message=_("The programme is still in use."),
            ),
        )
        indexes = (
            models.Index(fields=["tenant", "programme", "case_study"], name="case_studies_of_prog"),
        )

    def __str__(self) -> str:
        return f"{self.case_study_id} in {self.programme_id}"
