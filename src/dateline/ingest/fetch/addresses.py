"""Which addresses may be called: those of the public internet, and hosts that a setting allows by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

# special blocks (IANA registries, 2024) that Python 3.11 takes for public, or that lead elsewhere
SPECIAL = tuple(
    ip_network(block)
    for block in (
        "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10",
    )
)  # fmt: skip
NAT64 = ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Guard:
    """`allowed` are hosts that may be called whatever their address is; ".example" stands for all below it."""

    allowed: frozenset[str] = frozenset()

    def allows(self, host: str) -> bool:
        """Whether a setting names the host."""
        name = plain(host)
        return name in self.allowed or any(name.endswith(a) for a in self.allowed if a.startswith("."))

    def refusal(self, host: str, address: str) -> str:
        """Why the address that a host has may not be called; "" if it may."""
        kind = "" if self.allows(host) else not_public(address)
        return f"has the address {address}, which is {kind}" if kind else ""

    def literal_refusal(self, host: str) -> str:
        """As `refusal`, for a host that is itself an address; "" for a name."""
        return self.refusal(host, plain(host)) if is_literal(host) else ""


def guard(allowed: Iterable[str]) -> Guard:
    """A guard that lets these hosts pass."""
    return Guard(frozenset(a.strip().lower().strip("[]") for a in allowed if a.strip()))


def plain(host: str) -> str:
    """A host in small letters, without brackets and final dot."""
    return host.lower().strip("[]").rstrip(".")


def is_literal(host: str) -> bool:
    """Whether a host is an address itself, not a name."""
    try:
        ip_address(plain(host).partition("%")[0])
    except ValueError:
        return False
    return True


def not_public(address: str) -> str:
    """What an address is if it is not one of the public internet: "private", "loopback"...; "" if it is public."""
    try:
        read = ip_address(address.partition("%")[0])
    except ValueError:
        return "no address"
    return next((kind for a in (read, *_inside(read)) if (kind := _kind(a))), "")


def _kind(address: Address) -> str:
    kinds = (
        (address.is_loopback, "loopback"),
        (address.is_link_local, "link-local"),
        (address.is_unspecified, "unspecified"),
        (address.is_multicast, "multicast"),
        (any(address in block for block in SPECIAL if block.version == address.version), "reserved"),
        (address.is_private or not address.is_global, "private"),
        (address.is_reserved and not (isinstance(address, IPv6Address) and address in NAT64), "reserved"),
    )
    if isinstance(address, IPv6Address) and list(_inside(address)):
        return ""  # it means the address inside, which is looked at for itself
    return next((kind for holds, kind in kinds if holds), "")


def _inside(address: Address) -> Iterable[IPv4Address]:
    """The IPv4 addresses that an IPv6 one leads to: mapped, 6to4, NAT64."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            yield address.ipv4_mapped
        if address.sixtofour:
            yield address.sixtofour
        if address in NAT64:
            yield IPv4Address(int(address) & 0xFFFFFFFF)
