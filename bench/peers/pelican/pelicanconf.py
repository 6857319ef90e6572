"""Settings of Pelican, and what its theme reads JSON with."""

import json
from pathlib import Path

ABOUT = json.loads((Path(__file__).parent / "about.json").read_text(encoding="utf-8"))
SITENAME = "Voorbeeldstreek"
SITEURL = "https://agenda.example.org"
PATH = "content"
ARTICLE_PATHS = ["activiteiten"]
THEME = "theme"
TIMEZONE = "Europe/Amsterdam"
DEFAULT_LANG = "nl"
DEFAULT_PAGINATION = False
DELETE_OUTPUT_DIRECTORY = False
PATH_METADATA = r"activiteiten/(?P<slug>.*)\.md"
ARTICLE_URL = "activiteiten/{slug}/"
ARTICLE_SAVE_AS = "activiteiten/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "organisaties/{slug}/", "organisaties/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "wijken/{slug}/", "wijken/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "onderwerpen/{slug}/", "onderwerpen/{slug}/index.html"
YEAR_ARCHIVE_SAVE_AS = "agenda/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "agenda/{date:%Y}/{date:%m}/index.html"
DIRECT_TEMPLATES = ["index", "authors", "categories", "tags", "archives", "calendar", "sitemap"]
CALENDAR_SAVE_AS, SITEMAP_SAVE_AS = "feeds/all.ics", "sitemap.xml"
FEED_ALL_ATOM, FEED_ALL_RSS = "feeds/all.atom", "feeds/all.rss.xml"
CATEGORY_FEED_ATOM, CATEGORY_FEED_RSS = "feeds/wijken/{slug}.atom", "embed/wijken/{slug}.rss.xml"
AUTHOR_FEED_ATOM, AUTHOR_FEED_RSS = "feeds/organisaties/{slug}.atom", "embed/organisaties/{slug}.rss.xml"
TAG_FEED_ATOM, TAG_FEED_RSS = "feeds/onderwerpen/{slug}.atom", "embed/onderwerpen/{slug}.rss.xml"
TRANSLATION_FEED_ATOM = None
JINJA_FILTERS = {"read": json.loads}
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
