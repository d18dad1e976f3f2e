"""The lists of the operators' panel."""

from unfold.views import ChangeList


class ConsoleChangeList(ChangeList):
    """Says how many rows it has where its pages are turned, and nowhere else."""

    def get_results(self, request) -> None:
        super().get_results(request)
        # Where these differ, the page's head would tell the same number again.
        self.full_result_count = self.result_count
