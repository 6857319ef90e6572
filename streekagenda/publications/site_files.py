"""What a public site owes to machines: sitemap.xml, robots.txt, security.txt, and headers for hosts that take them."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streekagenda.output import Output, ready
from streekagenda.publications.editions.host_script import NEWEST, released

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from streekagenda.publications.former import Former
    from streekagenda.publications.site import Site

BELOW = ("sitemap", "robots.txt", ".well-known/", "_headers")
"""With what the paths of these files begin."""
MOST_ADDRESSES = 50_000
"""So many in one sitemap (sitemaps.org, protocol 0.9)."""

FRESH = "public, max-age=300, must-revalidate"
"""What a cancellation may wait for in a browser or a cache on the way: five minutes."""
SELDOM_NEW = "public, max-age=3600"
NEVER_NEW = "public, max-age=31536000, immutable"

ONLY_HTTPS = "max-age=31536000"
"""A year (RFC 6797); of this host alone, for those below its name are of others."""

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PAGE, _END_OF_PAGE = "index.html", "/index.html"
_SITEMAP, _ROBOTS, _SECURITY, _HEADERS = "sitemap.xml", "robots.txt", ".well-known/security.txt", "_headers"


def outputs(site: Site, files: AbstractSet[str]) -> Iterator[Output]:
    """Yield the files; ``files`` are the paths of all other outputs, from which the sitemap takes the pages."""
    made = cache(lambda: {one.path: one for one in _outputs(site, files)})
    stays = _before(site.former) if site.former and _is_the_same(site, site.former, files) else ()
    for path in stays or made():
        yield Output(path=path, make=partial(_made, made, path), stays=path in stays)


def _made(made: Callable[[], Mapping[str, Output]], path: str) -> bytes:
    return made()[path].make()


def _before(former: Former) -> list[str]:
    """Return the paths that these files had."""
    return [_SITEMAP, *former.parts(_part), _ROBOTS, _SECURITY, _HEADERS]


def _is_the_same(site: Site, former: Former, files: AbstractSet[str]) -> bool:
    """Whether it is certain that nothing that is said here is another thing: which pages there are, and which lead elsewhere.

    Where an address came to lead elsewhere, or does so no longer, the event whose own address it is went or came.
    """
    events = {event.id for event in site.calendar.events}
    return (
        events >= former.changed
        and all(one in former.remarks for one in former.changed)
        and not any(map(_is_page, files ^ former.paths))
    )


def _outputs(site: Site, files: Iterable[str]) -> Iterator[Output]:
    yield from _sitemap(site, _pages(site, files))
    yield _text(_ROBOTS, ["User-agent: *", "Allow: /", f"Sitemap: {site.addresses.absolute(_SITEMAP)}"])
    yield _text(_SECURITY, _security(site, _contact(site)))
    yield _text(_HEADERS, _headers(site))


def _pages(site: Site, files: Iterable[str]) -> list[str]:
    """Return the addresses to be found, in order: no embeds, no screens, and no pages that only lead elsewhere."""
    addresses = site.addresses
    twins = tuple(
        path
        for language in addresses.languages
        for path in (addresses.embed(addresses.home(language), language), addresses.page("screen", language))
    )
    aliases = {
        addresses.page("event", language, alias)
        for event in site.calendar.events
        for alias in event.aliases
        for language in addresses.languages
    }
    paths = [file.removesuffix(_PAGE) for file in files if _is_page(file)]
    found = sorted([path for path in paths if not path.startswith(twins) and path not in aliases])
    return list(map(addresses.absolute, found))


def _is_page(file: str) -> bool:
    return file.endswith(_END_OF_PAGE) or file == _PAGE


def _sitemap(site: Site, pages: Sequence[str]) -> Iterator[Output]:
    if len(pages) <= MOST_ADDRESSES:
        yield _xml(_SITEMAP, "urlset", "url", pages)
        return
    parts = [pages[start : start + MOST_ADDRESSES] for start in range(0, len(pages), MOST_ADDRESSES)]
    names = [_part(number) for number in range(1, len(parts) + 1)]
    yield _xml(_SITEMAP, "sitemapindex", "sitemap", [site.addresses.absolute(name) for name in names])
    for name, part in zip(names, parts, strict=True):
        yield _xml(name, "urlset", "url", part)


def _part(number: int) -> str:
    """Return the path of a sitemap that is a part of all."""
    return f"sitemap-{number}.xml"


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
        f"Canonical: {site.addresses.absolute(_SECURITY)}",
    ]


def _headers(site: Site) -> Iterator[str]:
    """Yield the file that Netlify and Cloudflare Pages read headers from; ``docs/hosting.md`` says the same for servers.

    Their paths begin at the folder of the site. Where more rules fit, their headers add up, so that no header stands in
    two rules that fit one path. Only a header can say who may frame a page: a policy inside it cannot. Nobody may, and
    for the embeds browsers listen to the policy, which goes before X-Frame-Options (CSP Level 3, section 6.4.2.2).
    """
    yield from ("/*", "  X-Content-Type-Options: nosniff", "  Referrer-Policy: strict-origin-when-cross-origin")
    yield from ("  X-Frame-Options: DENY", f"  Strict-Transport-Security: {ONLY_HTTPS}")
    for folder in ("feeds", "api", "schema"):
        yield from (f"/{folder}/*", "  Access-Control-Allow-Origin: *", "  Access-Control-Expose-Headers: ETag")
        yield f"  Cache-Control: {FRESH}"
    yield from ("/feeds/*.ics", "  Content-Type: text/calendar; charset=utf-8")
    yield from ("/feeds/*.atom", "  Content-Type: application/atom+xml; charset=utf-8")
    for folder in ("static", "media"):
        yield from (f"/{folder}/*", f"  Cache-Control: {SELDOM_NEW}")
    for suffix in ("pdf", "PDF"):  # a flyer is a file to keep, and no page of this site
        yield from (f"/media/*.{suffix}", "  Content-Disposition: attachment")
    allowed = " ".join(dict.fromkeys(map(_origin, site.region.embed_allowed)))
    framers = f"'self' {allowed}" if allowed else "*"
    for language in site.addresses.languages:
        embeds = site.addresses.embed(site.addresses.home(language), language)
        yield from (f"/{embeds}*", f"  Content-Security-Policy: frame-ancestors {framers}")
    for path, lasts in ((NEWEST, SELDOM_NEW), *((one.path, NEVER_NEW) for one in released(site))):
        yield from (f"/{path}", "  Access-Control-Allow-Origin: *", f"  Cache-Control: {lasts}")


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _xml(path: str, root: str, element: str, addresses: Iterable[str]) -> Output:
    lines = [f"  <{element}><loc>{escape(address, quote=False)}</loc></{element}>" for address in addresses]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return _text(path, [head, f'<{root} xmlns="{_SITEMAPS}">', *lines, f"</{root}>"])


def _text(path: str, lines: Iterable[str]) -> Output:
    return ready(path, ("\n".join(lines) + "\n").encode("utf-8"))
