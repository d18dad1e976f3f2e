"""Filters of the programmes' and case studies' lists (contract §6, §7, G25)."""

from config.api.filters import ConsoleFilterSet, IncludeInactiveFilter


class ProgrammeFilterSet(ConsoleFilterSet):
    include_inactive = IncludeInactiveFilter(default=True)


class CaseStudyFilterSet(ConsoleFilterSet):
    include_inactive = IncludeInactiveFilter()
