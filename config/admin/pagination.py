"""Pages of lists that may be very long."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

# Beyond this many rows, nobody turns pages: the list shows "more" and offers a search.
COUNTED = 10_000


class CappedPaginator(Paginator):
    """A paginator that counts up to a limit: a long list costs no more than a short one."""

    template_name = "admin/console/pagination.html"
    most = COUNTED

    @cached_property
    def count(self) -> int:
        """Return the number of rows, or one more than the limit where there are more."""
        rows: Any = self.object_list
        return rows.order_by()[: COUNTED + 1].count()

    @property
    def is_capped(self) -> bool:
        return self.count > COUNTED
