"""The addresses of the pages on which operators look after their own account."""

from accounts.admin.profile import password_page
from accounts.admin.second_factor import recovery_codes_page, remove_page, second_factor_page
from accounts.admin.session_summary import profile_page_with_sessions
from accounts.admin.sessions import sessions_page

OWN_PAGES = (
    ("me/", "accounts_user_profile", profile_page_with_sessions),
    ("me/password/", "accounts_user_password", password_page),
    ("me/sessions/", "accounts_user_sessions", sessions_page),
    ("me/second-factor/", "accounts_user_second_factor", second_factor_page),
    ("me/second-factor/recovery-codes/", "accounts_user_recovery_codes", recovery_codes_page),
    ("me/second-factor/remove/", "accounts_user_remove_second_factor", remove_page),
)
