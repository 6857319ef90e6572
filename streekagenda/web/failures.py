"""Why an address gave nothing."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """What went wrong, as far as we can tell; the words for it are the caller's."""

    ADDRESS = "address"
    """It is no web address."""
    NOT_HTTPS = "not-https"
    """Something else than https was asked, or a redirection leads there."""
    PASSWORD = "password"  # noqa: S105 -- a name
    """It holds a name or a password before the host."""
    NO_HOST = "no-host"
    """Nobody has that name."""
    PRIVATE = "private"
    """One of the addresses of the host is of this machine, or of a network that is not the internet."""
    SILENT = "silent"
    """Nobody answers, or the answer breaks off."""
    SLOW = "slow"
    """The answer takes too long."""
    CERTIFICATE = "certificate"
    """Who answers cannot show that it is who it says."""
    ISSUER = "issuer"
    """The same, for want of a certificate in between, which a browser finds by itself."""
    REDIRECTIONS = "redirections"
    """It sends on and on."""
    STATUS = "status"
    """It answers that it has nothing for us; ``status`` says with which number."""
    TOO_LARGE = "too-large"
    GARBLED = "garbled"
    """The answer is packed in a way that we did not ask for, or cannot be unpacked."""


class Unanswered(Exception):
    """An address gave nothing of use."""

    def __init__(self, reason: Reason, *, status: int = 0) -> None:
        """``status`` is that of HTTP (RFC 9110 section 15), where there is one."""
        super().__init__(f"{reason} {status}" if status else str(reason))
        self.reason = reason
        self.status = status
