"""One question to one web address: HEAD, and where that is refused GET, of which only the first line is read."""

from __future__ import annotations

from streekagenda.checks.online.answer import Answer
from streekagenda.web.failures import Reason, Unanswered
from streekagenda.web.network import Network
from streekagenda.web.requests import MOVED, answered, onward

REDIRECTIONS = 6
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; streekagenda-check)", "Accept": "*/*"}
_OK = 200
_GONE = {404, 410}


def ask(address: str, *, private: bool = False) -> Answer:
    """Ask an address whether it is there; ``private`` allows those of one's own machine and network too."""
    status = 0
    network = Network(private=private)
    for method in ("HEAD", "GET"):
        try:
            status = _status(address, method, network)
        except Unanswered:
            continue
        if status < 400:
            return Answer.THERE
    if status in _GONE:
        return Answer.GONE
    return Answer.SILENT if status == 0 or 500 <= status < 600 else Answer.THERE


def _status(address: str, method: str, network: Network) -> int:
    """Return the status at the end of the redirections; who sends on without end, often wants a cookie, and is there."""
    status = 0
    for _ in range(REDIRECTIONS):
        try:
            with answered(method, address, _HEADERS, schemes=("http", "https"), network=network) as response:
                status, location = response.status, response.getheader("Location")
        except Unanswered as error:
            if error.reason is Reason.ISSUER:
                return _OK
            raise
        if status not in MOVED or not location:
            break
        address = onward(address, location)
    return status
