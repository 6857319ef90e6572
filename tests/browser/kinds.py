"""The kinds of page of a built site, and one page of each, in each language."""

import re
from functools import cache
from pathlib import Path

# One pattern for each kind of page, in the words of the default language. Where more pages fit, the longest is taken:
# it has most to go wrong, up to a length that nobody reads.
KINDS = {
    "home": "index.html",
    "agenda": "agenda/index.html",
    "month": "agenda/20[0-9][0-9]/[01][0-9]/index.html",
    "second page of a month": "agenda/20[0-9][0-9]/[01][0-9]/[0-9]/index.html",
    "week": "agenda/20[0-9][0-9]/w[0-9]*/index.html",
    "selection of the agenda": "agenda/[a-z]*/**/index.html",
    "events": "activiteiten/index.html",
    "event": "activiteiten/*/*/index.html",
    "organisations": "organisaties/index.html",
    "organisation": "organisaties/*/index.html",
    "places": "plekken/index.html",
    "place": "plekken/*/index.html",
    "areas": "wijken/index.html",
    "area": "wijken/*/index.html",
    "selection of an area": "wijken/*/*/*/index.html",
    "topics": "onderwerpen/index.html",
    "topic": "onderwerpen/*/index.html",
    "audiences": "doelgroepen/index.html",
    "audience": "doelgroepen/*/index.html",
    "campaigns": "campagnes/index.html",
    "campaign": "campagnes/*/index.html",
    "subscribe": "abonneren/index.html",
    "subscribe to one of a kind": "abonneren/*/index.html",
    "subscribe to one": "abonneren/*/*/index.html",
    "helper sheet": "abonneren/hulpblad/**/index.html",
    "search": "zoeken/index.html",
    "map": "kaart/index.html",
    "changes": "wijzigingen/index.html",
    "submit": "aanmelden/index.html",
    "guide": "aanmelden/handleiding/index.html",
    "builder": "insluiten/index.html",
    "statement": "insluiten/verklaring/index.html",
    "accessibility": "toegankelijkheid/index.html",
    "free page": "over/index.html",
    "not found": "404.html",
    "embed": "embed/**/index.html",
    "embed of ways in": "embed/onderwerpen/index.html",
    "screen": "scherm/**/index.html",
}
_TOPICS = {"tr": "konular", "pl": "tematy"}
LONGEST, SHORTER = 100_000, 30_000
"""Bytes of a page to look at, where there is a choice, in the first language and in others."""

ALONE = {"not found", "free page"}
"""Kinds that a region has in its own language only."""


def page_of(kind: str, *, site: Path, language: str | None = None) -> str | None:
    """Return the path, in the site, of the longest page of a kind; None where the language has no such page."""
    default, *others = languages(site)
    found = [page for page in sorted(site.glob(KINDS[kind])) if page.is_file()]
    if not found:
        return None
    if language in {None, default} or language not in others:
        return _address(_longest(found, LONGEST), site)
    if kind.startswith("embed"):  # an embed names its twins from where it stands, not from the site's address
        embeds = sorted(
            site.glob(
                f"{language}/embed/{'**' if kind == 'embed' else _TOPICS.get(str(language), 'topics')}/index.html"
            )
        )
        return _address(_longest(embeds, SHORTER), site) if embeds else None
    # its words are what is new; how long a page can become is seen in the first language
    found = [page for page in found if str(language) in _alternates(page, site)]
    return _alternates(_longest(found, SHORTER), site)[str(language)] if found else None


def _longest(pages: list[Path], most: int) -> Path:
    """Return the longest page that is not all too long, or the shortest where all are."""
    sizes = {page: page.stat().st_size for page in pages}
    fair = [page for page, size in sizes.items() if size <= most]
    return max(fair, key=sizes.__getitem__) if fair else min(pages, key=sizes.__getitem__)


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
