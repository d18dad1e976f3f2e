"""Forms of the pages that people see in a browser."""

from django import forms
from django.contrib.auth.forms import SetPasswordMixin

from accounts.models import User

# What a chosen password has to be like (contract §2).
LENGTHS = {"min_length": 8, "max_length": 100}
ADVICE = "8 to 100 characters; not like your name or e-mail address, nor a common one."


def _password_field(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        **LENGTHS,
    )


class ChoosePasswordForm(SetPasswordMixin, forms.Form):
    """A user's first password, typed twice (contract §2)."""

    password1 = _password_field("Password", ADVICE)
    password2 = _password_field("The same password again")
    error_messages = {"password_mismatch": "The two passwords differ."}

    def __init__(self, user: User, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self):
        self.validate_passwords()
        self.validate_password_for_user(self.user, "password1")
        return super().clean()
