"""Filters of the programmes' and case studies' lists (contract §6, §7, G25)."""

from config.api.filters import ConsoleFilterSet, IncludeInactiveFilter, SearchFilter, TextFilter


class ProgrammeFilterSet(ConsoleFilterSet):
    search = SearchFilter(help_text="Part of a code or name.")
    include_inactive = IncludeInactiveFilter(default=True)


class CaseStudyFilterSet(ConsoleFilterSet):
    search = SearchFilter(help_text="Part of a title or slug.")
    programme = TextFilter(
        field_name="programmes__code", max_length=255, help_text="Programme code."
    )
    include_inactive = IncludeInactiveFilter()
