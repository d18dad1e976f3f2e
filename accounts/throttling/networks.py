"""Whom an address stands for."""

from ipaddress import IPv6Address, ip_address, ip_network

# Whoever has one IPv6 address has all of its network.
_IPV6_NETWORK = 64


def client_network(address: str) -> str:
    """Return what is counted together with an address: itself, or its network in IPv6."""
    if isinstance(ip_address(address), IPv6Address):
        return str(ip_network(f"{address}/{_IPV6_NETWORK}", strict=False))
    return address
