"""Which IP addresses are those of the public internet."""

from __future__ import annotations

import ipaddress

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_UNICAST = ipaddress.ip_network("2000::/3")
"""All that is public of IPv6 lies here (RFC 4291 section 2.4): not the forms that stand for an address of IPv4."""
_SPECIAL = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "3fff::/20")))
"""Not of the internet by the registries of IANA (RFC 6890, 7526, 9637), of which not every Python knows."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also one that stands for another (RFC 4291, 6052, 3056)."""
    one = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour
        if inner is None and one in _NAT64:
            inner = ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if one not in _UNICAST:
            return False
    special = any(one.version == network.version and one in network for network in _SPECIAL)
    return one.is_global and not one.is_multicast and not special
