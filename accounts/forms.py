"""Forms of the pages that people see in a browser."""

from django import forms
from django.contrib.auth.forms import SetPasswordMixin
from django.core.validators import RegexValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.services.second_factor import LONGEST_CODE
from accounts.validators.passwords import LENGTHS

ADVICE = _("8 to 100 characters that nobody guesses: no names, nothing common, better three words.")

CODE_HELP = _("Six digits that your authenticator app shows, or one of your recovery codes.")
FIRST_CODE_HELP = _("Six digits that the app shows now.")
# No number field: it has arrows, loses zeros, and takes no recovery code.
CODE_INPUT = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}


def _password_field(label: Promise, help_text: Promise | str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        **LENGTHS,
    )


class OrganisationForm(forms.Form):
    """The organisation of the person who signs in."""

    organisation = forms.CharField(
        label=_("Your organisation"),
        help_text=_("Its full name, its short name (like state-university), or its web domain."),
        error_messages={"required": _("Type the name of your organisation.")},
        max_length=255,
        widget=forms.TextInput(attrs={"autocomplete": "organization", "autofocus": True}),
    )


class ForgottenPasswordForm(forms.Form):
    """The address of the account whose password is lost."""

    email = forms.CharField(
        label=_("E-mail address"),
        help_text=_("The one with which you sign in."),
        error_messages={"required": _("Type your e-mail address.")},
        max_length=254,
        # Whether it is well-formed decides nothing: it is somebody's, or not.
        validators=[RegexValidator(".@.", _("Type the whole address, with the @ in it."))],
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )


class PasswordSignInForm(forms.Form):
    """E-mail address and password of an account."""

    email = forms.CharField(
        label=_("E-mail address"),
        error_messages={"required": _("Type your e-mail address.")},
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Password"),
        error_messages={"required": _("Type your password.")},
        max_length=1000,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def focus(self) -> None:
        """Set the browser's focus on the first field that still has to be filled."""
        name = "password" if self.data.get("email") and not self.errors.get("email") else "email"
        self.fields[name].widget.attrs["autofocus"] = True


class CodeForm(forms.Form):
    """A code of the second factor."""

    code = forms.CharField(
        label=_("Code"),
        help_text=CODE_HELP,
        error_messages={"required": _("Type the code.")},
        max_length=LONGEST_CODE,
        widget=forms.TextInput(CODE_INPUT | {"autofocus": True}),
    )


class FirstCodeForm(CodeForm):
    """The first code that an authenticator app shows after it was set up."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = FIRST_CODE_HELP


class ChoosePasswordForm(SetPasswordMixin, forms.Form):
    """A password of a user's choice, typed twice (contract §2)."""

    password1 = _password_field(_("Password"), ADVICE)
    password2 = _password_field(_("The same password again"))
    error_messages = {"password_mismatch": _("The two passwords differ.")}

    def __init__(self, user: User, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self):
        self.validate_passwords()
        self.validate_password_for_user(self.user, "password1")
        return super().clean()
