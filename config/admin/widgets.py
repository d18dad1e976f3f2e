"""Form controls that unfold lacks, or does not have in a form that everybody can use."""

from collections.abc import Collection
from typing import Any

from django import forms
from unfold.widgets import CHECKBOX_CLASSES, INPUT_CLASSES


class CheckboxListWidget(forms.CheckboxSelectMultiple):
    """A choice of several among many: a list of checkboxes, and a field that narrows it down.

    ``label`` names the list as a whole; ``nothing`` is the text of an empty list.
    """

    template_name = "console/widgets/checkbox_list.html"

    class Media:
        js = ("console/checkbox_list.js",)
        css = {"all": ("console/widgets.css",)}

    def __init__(self, *, label: str, nothing: str) -> None:
        super().__init__()
        self.label, self.nothing = label, nothing

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        own = {
            "label": self.label,
            "nothing": self.nothing,
            "checkbox_classes": " ".join(CHECKBOX_CLASSES),
            "input_classes": " ".join(INPUT_CLASSES),
        }
        return super().get_context(name, value, attrs) | own


class MatrixWidget(forms.CheckboxSelectMultiple):
    """A table of checkboxes: rows and columns are (key, title), a value is ``row.column``.

    Those in ``locked`` stay as they are.
    """

    template_name = "console/widgets/matrix.html"

    class Media:
        js = ("console/matrix.js",)
        css = {"all": ("console/widgets.css",)}

    def __init__(
        self, *, label: str, rows: list[tuple[str, str]], columns: list[tuple[str, str]]
    ) -> None:
        super().__init__()
        self.label, self.rows, self.columns = label, rows, columns
        self.locked: Collection[str] = ()

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict[str, Any]:
        ticked = set(value or ())
        rows = [
            {
                "title": row_title,
                "cells": [
                    {
                        "value": f"{row}.{column}",
                        "id": f"id_{name}_{row}_{column}",
                        "label": f"{row_title}: {column_title.lower()}",
                        "ticked": f"{row}.{column}" in ticked,
                        "locked": f"{row}.{column}" in self.locked,
                    }
                    for column, column_title in self.columns
                ],
            }
            for row, row_title in self.rows
        ]
        return super().get_context(name, value, attrs) | {
            "label": self.label,
            "rows": rows,
            "columns": [title for _, title in self.columns],
            "checkbox_classes": " ".join(CHECKBOX_CLASSES),
        }
