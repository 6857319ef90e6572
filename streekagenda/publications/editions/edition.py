"""The site in one language, and how one of its pages is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVarTuple

from msgspec import Struct
from msgspec.structs import replace

from streekagenda.formats.schema_org import Setting, breadcrumbs
from streekagenda.output import Output
from streekagenda.publications.colours import accent_class, theme_address
from streekagenda.publications.editions.cards import cards_of
from streekagenda.publications.editions.coming import until
from streekagenda.publications.editions.embedded import is_pasted
from streekagenda.publications.editions.facets import Facets, facets_of
from streekagenda.publications.editions.frames import Frames
from streekagenda.publications.editions.heads import Head
from streekagenda.publications.editions.selected import Selected, selected_of
from streekagenda.publications.editions.subscriptions import subscription
from streekagenda.rendering.words import own_name
from streekagenda.urls import file_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from streekagenda.formats.json_text import JsonObject, Written
    from streekagenda.publications.editions.cards import Cards
    from streekagenda.publications.site import Site
    from streekagenda.rendering.words import Words
    from streekagenda.urls import Addresses

Given = TypeVarTuple("Given")

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'"
)
"""Of every page; so nothing in it may be inline but data."""


class Twin(Struct, frozen=True, kw_only=True):
    """A page in one of the languages of the site."""

    code: str
    """BCP 47."""
    name: str
    """Of the language, in that language."""
    path: str


class Edition(Struct, frozen=True, kw_only=True):
    """A site in one language, as pages or as embeds."""

    site: Site
    words: Words
    cards: Cards
    frames: Frames
    selected: Selected
    facets: Facets
    embedded: bool

    @property
    def language(self) -> str:
        """BCP 47."""
        return self.words.language

    @property
    def addresses(self) -> Addresses:
        """What makes the addresses of the site."""
        return self.site.addresses

    def where(self, path: Callable[[str], str]) -> Callable[[str], str]:
        """Return where a list stands in each language, given the path of its page: there, or at its embed."""
        return (lambda language: self.addresses.embed(path(language), language)) if self.embedded else path

    @property
    def setting(self) -> Setting:
        """What structured data needs to know of this edition."""
        region, addresses = self.site.region, self.addresses
        logo = addresses.absolute(addresses.media(region.theme.logo)) if region.theme.logo else None
        return Setting(
            addresses=addresses, language=self.language, zone=region.timezone, country=region.country, logo=logo
        )

    def path(self, kind: str, *below: str) -> str:
        """Return the path of a page in this language."""
        return self.addresses.page(kind, self.language, *below)

    def page(self, template: str, head: Head, **context: object) -> Output:
        """Return a page made by a template, which finds in its context the site, its addresses and what is given."""
        path = head.where(self.language)
        return Output(
            path=file_of(path), make=lambda: self.cards.laid.put_in(self.render(template, path, head=head, **context))
        )

    def later(self, path: str, page: Callable[[Edition, *Given], Output], *given: *Given) -> Output:
        """Return the page that ``page`` makes of this edition and what is given, without asking yet what it holds.

        For kinds of which there are many: where a page stands is known at once, what stands on it takes its time.
        """
        return Output(path=file_of(path), make=lambda: page(self, *given).content)

    def later_list(self, path: str, page: Callable[[Edition, *Given], Output], *given: *Given) -> Output:
        """Return the same of a page that says nothing of events but by cards and lines of lists: these alone are made where words changed."""
        return replace(self.later(path, page, *given), renew=partial(self.cards.renewed, path))

    def render(self, template: str, path: str, *, head: Head, **context: object) -> str:
        """Return the text of a page that stands at a path."""
        languages = [Twin(code=code, name=own_name(code), path=head.where(code)) for code in self.addresses.languages]
        trail = self._trail(head)
        return self.site.renderer.render(
            template,
            self.words,
            path=path,
            frame=self.frames.around(head, path, context.get("base_path")),
            head=head,
            trail=trail,
            structured=self._structured(head, trail),
            languages=languages,
            policy=policy(head),
            oembed=self._oembed(path, str(context.get("full", path))),
            site=self.site,
            region=self.site.region,
            addresses=self.addresses,
            today=self.site.today,
            embedded=self.embedded,
            until=until,
            day_name=self.cards.day_name,
            all_facets=self.facets.as_attribute,
            theme_address=theme_address(self.site, embedded=self.embedded),
            accent=accent_class,
            subscription=self._subscription,
            **context,
        )

    def _trail(self, head: Head) -> tuple[tuple[str, str], ...]:
        """Return the way from the home page to a page: names and paths; of the home page itself nothing."""
        home, path = self.addresses.home(self.language), head.where(self.language)
        if path == home:
            return ()
        return ((self.words.gettext("Home"), home), *head.crumbs, (head.title, path))

    def _oembed(self, path: str, full: str) -> str:
        """Return the path of what a CMS asks for when the address of a list page, or of its embed, is pasted into it."""
        events = self.path("event")
        if path.startswith(events) and path != events:  # of an event, which holds no list
            return ""
        return self.addresses.oembed(full, self.language) if is_pasted(self.site, self.language, full) else ""

    def _structured(self, head: Head, trail: Sequence[tuple[str, str]]) -> tuple[JsonObject | Written, ...]:
        return (*head.data, breadcrumbs(self.setting, trail)) if trail and not self.embedded else head.data

    def _subscription(self, feed: str, title: str) -> object:
        return subscription(self.addresses, feed, title)


def policy(head: Head) -> str:
    """Return the Content-Security-Policy of a page: that of every page, with what this one needs beside it."""
    found = CONTENT_SECURITY_POLICY
    for directive, source in head.sources:
        found = found.replace(f"{directive} 'self'", f"{directive} 'self' {source}")
    return found


def edition(site: Site, language: str, *, embedded: bool = False) -> Edition:
    """Return a site in one of its languages."""
    words = site.words[language]
    return Edition(
        site=site,
        words=words,
        cards=cards_of(site, language, embedded=embedded),
        frames=Frames(site, words, embedded=embedded),
        selected=selected_of(site),
        facets=facets_of(site),
        embedded=embedded,
    )
