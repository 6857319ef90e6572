from __future__ import annotations

import json
from datetime import UTC, datetime

from streekagenda.formats.json_feed import JsonFeed, JsonFeedItem, json_feed, json_feed_item


def test_a_feed_is_written_so() -> None:
    item = JsonFeedItem(
        id="tag:agenda.example.nl,2026:de-kern/koffie",
        title="Koffie\x00\nthee",
        url="https://agenda.example.nl/activiteiten/de-kern/koffie/",
        content="Elke zondag.\r\nKom erbij.",
        published=datetime(2026, 1, 5, 9, tzinfo=UTC),
        modified=datetime(2026, 2, 3, tzinfo=UTC),
        authors=("De Kern",),
        tags=("Ontmoeten",),
        streekagenda={"start": "2026-10-01T19:30:00+02:00", "all_day": False},
    )
    feed = JsonFeed(
        title="Streekagenda",
        description="Alles",
        language="nl",
        author="Streekagenda",
        feed_url="https://agenda.example.nl/feeds/all.json",
        page_url="https://agenda.example.nl/",
        about="https://agenda.example.nl/abonneren/",
    )
    assert json.loads(json_feed(feed, [json_feed_item(item)])) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Streekagenda",
        "home_page_url": "https://agenda.example.nl/",
        "feed_url": "https://agenda.example.nl/feeds/all.json",
        "description": "Alles",
        "language": "nl",
        "authors": [{"name": "Streekagenda"}],
        "_streekagenda": {"about": "https://agenda.example.nl/abonneren/"},
        "items": [
            {
                "id": "tag:agenda.example.nl,2026:de-kern/koffie",
                "url": "https://agenda.example.nl/activiteiten/de-kern/koffie/",
                "title": "Koffie thee",
                "content_text": "Elke zondag.\nKom erbij.",
                "date_published": "2026-01-05T09:00:00Z",
                "date_modified": "2026-02-03T00:00:00Z",
                "authors": [{"name": "De Kern"}],
                "tags": ["Ontmoeten"],
                "_streekagenda": {"start": "2026-10-01T19:30:00+02:00", "all_day": False},
            }
        ],
    }
