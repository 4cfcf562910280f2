"""Where other machines of the home network find this one."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from urllib.parse import urlencode

from practice.doorkeeper import KEY_NAME

_ANYWHERE = ("192.0.2.1", 9)
"""An address that nobody has; no packet is sent to it."""


def listens_to_others(address: str | None) -> bool:
    """Whether a server with this address hears other machines."""
    try:
        return not ip_address(address or "0.0.0.0").is_loopback  # noqa: S104, what no address means
    except ValueError:
        return address != "localhost"


def find_own_address() -> str | None:
    """Return this machine's address in the home network; None without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ANYWHERE)
        except OSError:
            return None
        host: str = probe.getsockname()[0]
    return None if ip_address(host).is_loopback else host


def phone_url(host: str, port: int, key: str) -> str:
    """Return the address that lets a phone in."""
    return f"http://{host}:{port}/?{urlencode({KEY_NAME: key})}"
