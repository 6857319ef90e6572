"""The kinds of page of a built site, and one page of each, in each language."""

import re
from functools import cache
from pathlib import Path

# One pattern for each kind of page, in the words of the default language. Where more pages fit, the longest is taken:
# it has most to go wrong.
KINDS = {
    "home": "index.html",
    "agenda": "agenda/index.html",
    "month": "agenda/20[0-9][0-9]/[01][0-9]/index.html",
    "week": "agenda/20[0-9][0-9]/w[0-9]*/index.html",
    "event": "activiteiten/*/*/index.html",
    "organisations": "organisaties/index.html",
    "organisation": "organisaties/*/index.html",
    "places": "plekken/index.html",
    "place": "plekken/*/index.html",
    "areas": "wijken/index.html",
    "area": "wijken/*/index.html",
    "topics": "onderwerpen/index.html",
    "topic": "onderwerpen/*/index.html",
    "audiences": "doelgroepen/index.html",
    "audience": "doelgroepen/*/index.html",
    "campaigns": "campagnes/index.html",
    "campaign": "campagnes/*/index.html",
    "subscribe": "abonneren/index.html",
    "submit": "aanmelden/index.html",
    "guide": "aanmelden/handleiding/index.html",
    "accessibility": "toegankelijkheid/index.html",
    "not found": "404.html",
    "embed": "embed/**/index.html",
}


def page_of(kind: str, *, site: Path, language: str | None = None) -> str | None:
    """Return the path, in the site, of the longest page of a kind; None where the language has no such page."""
    default, *others = languages(site)
    found = [page for page in sorted(site.glob(KINDS[kind])) if page.is_file()]
    if not found:
        return None
    longest = max(found, key=lambda page: page.stat().st_size)
    if language in {None, default} or language not in others:
        return _address(longest, site)
    if kind == "embed":  # an embed names no other languages: its reader chose one with the snippet
        embeds = sorted(site.glob(f"{language}/embed/**/index.html"))
        return _address(max(embeds, key=lambda page: page.stat().st_size), site) if embeds else None
    return _alternates(longest, site).get(str(language))


@cache
def languages(site: Path) -> tuple[str, ...]:
    """Return the languages of a site, the default first."""
    home = site / "index.html"
    found = list(_alternates(home, site))
    default = _attribute(home.read_text(encoding="utf-8"), r"<html[^>]*?", "lang")
    return (default, *(language for language in found if language not in {default, "x-default"}))


def _alternates(page: Path, site: Path) -> dict[str, str]:
    home = (site / "index.html").read_text(encoding="utf-8")
    base = _attribute(home, r'<link rel="?canonical"?', "href")
    links = re.findall(r'<link rel="?alternate"? hreflang="?([\w-]+)"? href="?([^"> ]+)', page.read_text("utf-8"))
    return {language: address.removeprefix(base) for language, address in links}


def _attribute(text: str, opening: str, name: str) -> str:
    found = re.search(rf'{opening} {name}="?([^"> ]+)', text)
    assert found, f"{opening} has no {name}"
    return found[1]


def _address(page: Path, site: Path) -> str:
    return page.relative_to(site).as_posix().removesuffix("index.html")
