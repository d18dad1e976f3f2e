"""The settings that limit what browsers may do with our pages."""

from django.utils.csp import CSP

# Only the sources that a page needs: our files, inline styles and scripts with the answer's nonce,
# and tenants' logos, which may be anywhere.
SECURE_CSP: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:", "https:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

# The admin's design comes from django-unfold. Its Alpine.js runs expressions in attributes of the
# page, which browsers treat as eval; and it styles elements by attribute.
ADMIN_PATH = "/admin/"
ADMIN_CSP = SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.NONCE, CSP.UNSAFE_EVAL],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
}

# Features that neither our pages nor any embedded content uses.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"),
        *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "magnetometer"),
        *("microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock"),
        *("serial", "usb", "xr-spatial-tracking"),
    )
)

SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A year, for all names below ours as well; said over TLS only.
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = False

# Lax, not Strict: the way back from a tenant's sign-in server begins on another site.
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True

# The cookie that identifies a browser in which somebody has signed in.
DEVICE_COOKIE_NAME = "device"
# The organisation last chosen in a browser: a slug, which opens nothing.
ORGANISATION_COOKIE_NAME = "organisation"
