"""Pages of lists that may be very long."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

# Beyond this many rows, nobody turns pages: the list shows "more" and offers a search.
COUNTED = 10_000

# How many rows a page may have, the parameter that says it, and what goes without saying.
PER_PAGE_VAR = "per_page"
PAGE_SIZES = (25, 50, 100)
PAGE_SIZE = 50


class ConsolePaginator(Paginator):
    """A paginator of a list of the admin, which knows the number of its rows."""

    template_name = "admin/console/pagination.html"

    @property
    def is_capped(self) -> bool:
        """Return whether there are more rows than were counted."""
        return False

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes of a page that a list offers: all that make a difference."""
        return PAGE_SIZES if self.count > PAGE_SIZES[0] else ()


class FoundPaginator(ConsolePaginator):
    """A paginator of rows of which no more than the limit, and one, were looked for."""

    most = COUNTED

    @property
    def is_capped(self) -> bool:
        return self.count > COUNTED


class CappedPaginator(FoundPaginator):
    """A paginator that counts up to a limit: a long list costs no more than a short one."""

    @cached_property
    def count(self) -> int:
        """Return the number of rows, or one more than the limit where there are more."""
        rows: Any = self.object_list
        return rows.order_by()[: COUNTED + 1].count()
