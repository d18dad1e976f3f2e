"""The machines that we may call for a tenant: none that only we can reach."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.sso.faults import CASFault

type Address = IPv4Address | IPv6Address

# The prefix under which IPv6-only networks write IPv4 addresses.
_NAT64 = ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[Address]:
    """Return the addresses of a host from one look-up; connect to these and to no others.

    Raises CASFault when it is unknown, or when any of its addresses may not be called: a name with
    both kinds of addresses is no accident.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CASFault(
            _("The name %(host)s is not known.") % {"host": host},
            _("Check server_url for a typing error, and that this machine's DNS knows the name."),
        ) from None
    addresses = [ip_address(entry[4][0].partition("%")[0]) for entry in found]
    for address in addresses:
        if not may_be_called(address):
            raise CASFault(
                _("%(host)s has the address %(address)s, which is not on the public internet.")
                % {"host": host, "address": address},
                _("Enter a public server, or name its network in SSO_PRIVATE_NETWORKS."),
            )
    return list(dict.fromkeys(addresses))


def may_be_called(address: Address) -> bool:
    """Return whether a server may have this address, including any address embedded in it."""
    if isinstance(address, IPv6Address):
        carried = _carried(address)
        if carried is not None:
            return all(map(may_be_called, carried))
        if address.is_site_local:
            return False
    if address.is_multicast or address.is_unspecified or address.is_link_local:
        return False
    if address.is_global and not address.is_reserved:
        return True
    if settings.SSO_ALLOWS_PRIVATE_NETWORKS:
        return address.is_private
    return any(address in network for network in settings.SSO_PRIVATE_NETWORKS)


def _carried(address: IPv6Address) -> tuple[IPv4Address, ...] | None:
    """Return the IPv4 addresses to which packets for an IPv6 address really go; None for most."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in _NAT64:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return None
