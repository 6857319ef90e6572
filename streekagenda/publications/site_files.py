"""What a public site owes to machines: sitemap.xml, robots.txt, security.txt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from streekagenda.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from streekagenda.publications.site import Site

MOST_ADDRESSES = 50_000
"""So many in one sitemap (sitemaps.org, protocol 0.9)."""

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PAGE = "index.html"


def outputs(site: Site, files: Iterable[str]) -> Iterator[Output]:
    """Yield the files; ``files`` are the paths of all other outputs, from which the sitemap takes the pages."""
    yield from _sitemap(site, _pages(site, files))
    yield _text("robots.txt", ["User-agent: *", "Allow: /", f"Sitemap: {site.addresses.absolute('sitemap.xml')}"])
    yield _text(".well-known/security.txt", _security(site, _contact(site)))


def _pages(site: Site, files: Iterable[str]) -> list[str]:
    """Return the addresses to be found, in order: no embeds, and no pages that only lead elsewhere."""
    addresses = site.addresses
    embeds = tuple(addresses.embed(addresses.home(language), language) for language in addresses.languages)
    aliases = {
        addresses.page("event", language, alias)
        for event in site.calendar.events
        for alias in event.aliases
        for language in addresses.languages
    }
    paths = {file.removesuffix(_PAGE) for file in files if file == _PAGE or file.endswith("/" + _PAGE)}
    return [addresses.absolute(path) for path in sorted(paths - aliases) if not path.startswith(embeds)]


def _sitemap(site: Site, pages: Sequence[str]) -> Iterator[Output]:
    if len(pages) <= MOST_ADDRESSES:
        yield _xml("sitemap.xml", "urlset", "url", pages)
        return
    parts = [pages[start : start + MOST_ADDRESSES] for start in range(0, len(pages), MOST_ADDRESSES)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _xml("sitemap.xml", "sitemapindex", "sitemap", [site.addresses.absolute(name) for name in names])
    for name, part in zip(names, parts, strict=True):
        yield _xml(name, "urlset", "url", part)


def _contact(site: Site) -> str:
    """Return where to report a weakness: a region without an e-mail address can be found by its site."""
    contact = site.region.contact
    return f"mailto:{contact.email}" if contact and contact.email else site.region.url


def _security(site: Site, contact: str) -> list[str]:
    """Return security.txt (RFC 9116); it expires within a year, on the first day of a month, so that it seldom changes."""
    today = site.today
    year, month = divmod(today.year * 12 + today.month - 1 + 11, 12)
    return [
        f"Contact: {contact}",
        f"Expires: {date(year, month + 1, 1).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(site.addresses.languages)}",
        f"Canonical: {site.addresses.absolute('.well-known/security.txt')}",
    ]


def _xml(path: str, root: str, element: str, addresses: Iterable[str]) -> Output:
    lines = [f"  <{element}><loc>{escape(address)}</loc></{element}>" for address in addresses]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return _text(path, [head, f'<{root} xmlns="{_SITEMAPS}">', *lines, f"</{root}>"])


def _text(path: str, lines: Iterable[str]) -> Output:
    return Output(path=path, content=("\n".join(lines) + "\n").encode("utf-8"))
