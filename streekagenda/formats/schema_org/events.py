"""Event and EventSeries (schema.org/Event), with what Google asks of an event and what an agenda knows beyond it.

A series says who organises it; its dates refer to them by their ``@id`` (JSON-LD 1.1 section 3.3), so that ten dates do not
repeat them ten times. Where it is stands at each date: without an address Google shows no event.
"""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from streekagenda.formats import iso8601
from streekagenda.formats.gaps import gap, pattern
from streekagenda.formats.json_text import Written, json_text
from streekagenda.formats.plain_text import lines
from streekagenda.formats.schema_org import offers, organisations, places
from streekagenda.formats.schema_org.schedules import schedule
from streekagenda.formats.schema_org.setting import CONTEXT, Setting
from streekagenda.model.details import Status
from streekagenda.model.place import Online
from streekagenda.model.schedule import Series
from streekagenda.urls import of_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from streekagenda.formats.json_text import JsonObject
    from streekagenda.model.event import Campaign, Event
    from streekagenda.model.occurrence import Occurrence

_STATUS = {
    Status.SCHEDULED: "EventScheduled",
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
    Status.ONLINE: "EventMovedOnline",
}
_NONE: Mapping[str, Sequence[date]] = MappingProxyType({})


def event(
    setting: Setting,
    happening: Event,
    occurrences: Sequence[Occurrence],
    *,
    description: str = "",
    off: Status | None = None,
    excluded: Mapping[str, Sequence[date]] = _NONE,
) -> Written | None:
    """Return an event as JSON: one that happens once as an Event, any other as an EventSeries with these dates.

    ``occurrences`` are the dates to name, as many as the page likes; those that only say where a date went are passed
    over. ``description`` is plain text. ``off`` is given where none of its dates takes place: the status of these.
    ``excluded`` holds, by the key of a series, days of its rule that do not take place. ``None`` where there is nothing
    to name.
    """
    dates = [one for one in occurrences if one.moved_to is None]
    if not dates:
        return None
    common = _common(setting, happening, lines(description))
    if not _recurs(happening):
        date = _date(setting, dates[0], common, _moments(setting, dates[0]))
        return Written(json_text({"@context": CONTEXT, "@type": "Event", **common, **date, "url": common["@id"]}))
    series = [entry for entry in happening.schedule.entries if isinstance(entry, Series)]
    schedules = [
        one for entry in series if (one := schedule(entry, setting.zone, excluded.get(entry.key, ()))) is not None
    ]
    of_each: JsonObject = {
        **{key: common[key] for key in ("description", "image") if key in common},
        "organizer": [organisations.referred(setting, one) for one in happening.organisers],
    }
    whole: JsonObject = {
        "@context": CONTEXT,
        "@type": "EventSeries",
        "name": setting.name(happening.title),
        **common,
        **_whole(setting, happening, dates),
        "eventStatus": f"https://schema.org/{_STATUS[off or happening.status]}",
        **({"eventSchedule": schedules} if schedules else {}),
    }
    return Written(f'{json_text(whole)[:-1]},"subEvent":[{",".join(_sub_events(setting, dates, common, of_each))}]}}')


def _sub_events(
    setting: Setting, dates: Sequence[Occurrence], common: JsonObject, of_each: JsonObject
) -> Iterator[str]:
    """Yield the dates of a series as JSON: those that differ by their moment alone are written once, and filled in."""
    alike: dict[tuple[object, ...], str] = {}
    for one in dates:
        moments = _moments(setting, one)
        said = (one.title, one.place, one.price, one.booking, one.note)
        likeness = (one.status, *moments, *map(id, said)) if one.planned is one.moment else (id(one),)
        if likeness not in alike:
            date = _date(setting, one, common, {name: gap(name) for name in moments})
            alike[likeness] = pattern(json_text({"@type": "Event", **of_each, **date}))
        yield alike[likeness] % moments


def _recurs(happening: Event) -> bool:
    entries = happening.schedule.entries
    return len(entries) > 1 or any(isinstance(entry, Series) for entry in entries)


def _common(setting: Setting, happening: Event, description: str) -> JsonObject:
    """What holds for every date."""
    page = setting.page("event", happening.id)
    found: JsonObject = {"@id": page, "url": page}
    if description:
        found["description"] = description
    if (picture := _picture(setting, happening)) is not None:
        found["image"] = [picture]
    found["organizer"] = [organisations.named(setting, one) for one in happening.organisers]
    if happening.campaigns:
        found["superEvent"] = [_campaign(setting, one) for one in happening.campaigns]
    found["inLanguage"] = list(happening.languages) or [setting.addresses.languages[0]]
    found["keywords"] = [setting.name(term.name) for term in happening.topics]
    if happening.audiences:
        found["audience"] = [
            {"@type": "Audience", "audienceType": setting.name(term.name)} for term in happening.audiences
        ]
    return found


def _picture(setting: Setting, happening: Event) -> str | None:
    """Return its own picture, else the logo of who organises it, else that of the region: "an image or logo", Google asks."""
    pictures = (happening.image, *(one.logo for one in happening.organisers))
    return next((setting.image(one) for one in pictures if one), setting.logo)


def _whole(setting: Setting, happening: Event, dates: Sequence[Occurrence]) -> JsonObject:
    """What is said of a series as a whole."""
    starts = [one.rule.start if isinstance(one, Series) else one.moment.first for one in happening.schedule.entries]
    ends = [one.rule.until if isinstance(one, Series) else one.moment.last for one in happening.schedule.entries]
    found: JsonObject = {"startDate": min(starts).isoformat()}
    known = [end for end in ends if end is not None]
    if len(known) == len(ends) and known:
        found["endDate"] = max(known).isoformat()
    page = setting.page("event", happening.id)
    found |= _where(setting, dates[0], page)
    found |= _conditions(setting, dates[0], page)
    return found


def _moments(setting: Setting, occurrence: Occurrence) -> dict[str, str]:
    """Return what of a date differs by its moment alone, all of it ASCII without quotation marks; an end where it is known."""
    moment, zone = occurrence.moment, setting.zone
    start, end = iso8601.start_and_end(moment, zone)
    found = {"day": of_day(moment.first), "start": start}
    if end is not None:
        found["end"] = end
    if moment.hours and moment.hours.doors:
        found["doors"] = iso8601.instant(datetime.combine(moment.first, moment.hours.doors), zone)
    return found


def _date(setting: Setting, occurrence: Occurrence, common: JsonObject, moments: Mapping[str, str]) -> JsonObject:
    """Say one date: when, where, whether it takes place, at what price."""
    zone, page = setting.zone, f"{common['@id']}{moments['day']}"
    found: JsonObject = {
        "name": setting.name(occurrence.title),
        "url": page,
        "startDate": moments["start"],
    }
    if occurrence.note:
        found["description"] = "\n\n".join((setting.words(occurrence.note), str(common.get("description", "")))).strip()
    if "end" in moments:
        found["endDate"] = moments["end"]
    if "doors" in moments:
        found["doorTime"] = moments["doors"]
    planned, moment = occurrence.planned, occurrence.moment
    rescheduled = planned is not moment and planned.start != moment.start
    if rescheduled and occurrence.status is Status.SCHEDULED:
        found["eventStatus"] = "https://schema.org/EventRescheduled"
    else:
        found["eventStatus"] = f"https://schema.org/{_STATUS[occurrence.status]}"
    if rescheduled:
        found["previousStartDate"] = iso8601.start(planned, zone)
    found |= _where(setting, occurrence, page)
    found |= _conditions(setting, occurrence, page)
    return found


def _where(setting: Setting, occurrence: Occurrence, page: str) -> JsonObject:
    place = occurrence.place
    online = occurrence.status is Status.ONLINE or isinstance(place, Online)
    mode = "OnlineEventAttendanceMode" if online else "OfflineEventAttendanceMode"
    found: JsonObject = {"eventAttendanceMode": f"https://schema.org/{mode}"}
    if occurrence.status is Status.ONLINE and not isinstance(place, Online):
        found["location"] = {"@type": "VirtualLocation", "url": page}  # how to join stands there
    elif place:
        found["location"] = places.located(setting, place, occurrence.area)
    elif occurrence.area:
        found["location"] = places.in_area(setting, occurrence.area)
    return found


def _conditions(setting: Setting, occurrence: Occurrence, page: str) -> JsonObject:
    found: JsonObject = {}
    if (offer := offers.offer(setting, occurrence.price, occurrence.booking, page)) is not None:
        found["offers"] = offer
    if (free := offers.free(occurrence.price)) is not None:
        found["isAccessibleForFree"] = free
    return found | offers.room(occurrence.booking)


def _campaign(setting: Setting, campaign: Campaign) -> JsonObject:
    """Say a campaign without a type: as an Event Google would ask for its address, and it has none."""
    page = setting.page("campaign", campaign.id)
    found: JsonObject = {"@id": page, "name": setting.name(campaign.title), "url": page}
    if campaign.first:
        found["startDate"] = campaign.first.isoformat()
    if campaign.last:
        found["endDate"] = campaign.last.isoformat()
    return found
