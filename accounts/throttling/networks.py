"""The network to which an address belongs."""

from ipaddress import IPv6Address, ip_address, ip_network

from config.http.requests import client_address

# A person with one IPv6 address can use all addresses of its network.
_IPV6_NETWORK = 64


def client_network(address: str) -> str:
    """Return the network that is counted as one caller: the address itself, or its IPv6 network."""
    if isinstance(ip_address(address), IPv6Address):
        return str(ip_network(f"{address}/{_IPV6_NETWORK}", strict=False))
    return address


def network_of(request) -> str:
    """Return the network that a request comes from."""
    return client_network(client_address(request))
