"""Single sign-on at tenants' own CAS servers, as browsers and front ends see it (contract §2)."""

from accounts.views.sso.callback import SSOCallbackView
from accounts.views.sso.login import SSOLoginView
from accounts.views.sso.logout import SSOLogoutView
from accounts.views.sso.tokens import SSOTokenView

__all__ = ["SSOCallbackView", "SSOLoginView", "SSOLogoutView", "SSOTokenView"]
