"""Programmes and case studies in the admin (contract §6, §7)."""

from programmes.admin.case_studies import CaseStudyAdmin
from programmes.admin.programmes import ProgrammeAdmin

__all__ = ["CaseStudyAdmin", "ProgrammeAdmin"]
