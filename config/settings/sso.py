"""Single sign-on at the tenants' CAS servers."""

from config.settings.environment import env, networks

# Whether tenants may sign in at servers without TLS: on a developer's machine only.
SSO_REQUIRES_HTTPS = True
# Whether those servers may be in private networks, this machine included: also on a developer's
# machine only. For a university's internal CAS server, name its networks in SSO_PRIVATE_NETWORKS.
SSO_ALLOWS_PRIVATE_NETWORKS = False
SSO_PRIVATE_NETWORKS = networks("SSO_PRIVATE_NETWORKS")
# A file with certificates of authorities to trust beside the system's.
SSO_CA_FILE = env("SSO_CA_FILE", default="")
# Seconds in which a CAS server must have answered completely.
SSO_PATIENCE = 8
# Sign-ins that may begin and fail, of one address or of one device that signed in before; and the
# tickets with which a browser may come back from one sign-in, as (attempts, seconds).
SSO_LIMIT_PER_ADDRESS = (600, 60)
SSO_TICKETS_PER_JOURNEY = (5, 900)

# Only the classes of django-cas-ng are used; each tenant has a server of its own. Its own views
# would read these settings: none of them creates users or changes their rights.
CAS_SERVER_URL = None
CAS_VERSION = "3"
CAS_CREATE_USER = False
CAS_APPLY_ATTRIBUTES_TO_USER = False
CAS_LOGIN_MSG = None
CAS_LOGGED_MSG = None
CAS_ADMIN_REDIRECT = False
CAS_PROXY_CALLBACK = None
