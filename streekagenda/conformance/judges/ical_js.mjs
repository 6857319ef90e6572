// What ical.js makes of feeds: what Thunderbird and Nextcloud show.
// In: JSON on stdin, an array of feeds; "complaints", or "dates" with the first day and the day after the last.
// Out: JSON, for "complaints" an array of messages for each feed; for "dates" [begin, end, title] of each date in all.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL, fileURLToPath } from "node:url";

// In a checkout ical.js lies above this file, elsewhere in or above the folder where one works.
function* folders(from) {
  for (let folder = from; ; folder = dirname(folder)) {
    yield folder;
    if (folder === dirname(folder)) return;
  }
}
const places = [...folders(dirname(fileURLToPath(import.meta.url))), ...folders(process.cwd())];
const library = places.map((folder) => join(folder, "node_modules/ical.js/dist/ical.js")).find(existsSync);
if (!library) throw new Error("ical.js is not installed");
const { default: ICAL } = await import(pathToFileURL(library));

const uid = (component) => component.getFirstPropertyValue("uid");
const isException = (component) => component.hasProperty("recurrence-id");
const wallClock = (time) => (time.isDate ? `${time}T00:00:00` : time.toString());

function complaints(feed) {
  try {
    const events = new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents("vevent");
    for (const event of events) {
      for (const property of event.getAllProperties()) property.getValues();
    }
    const expected = feed.split("BEGIN:VEVENT\r\n").length - 1;
    return events.length === expected ? [] : [`${events.length} of ${expected} VEVENTs`];
  } catch (error) {
    return [String(error)];
  }
}

function* dates(feed, first, after) {
  const calendar = new ICAL.Component(ICAL.parse(feed));
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  const components = calendar.getAllSubcomponents("vevent");
  const exceptions = new Map();
  for (const one of components.filter(isException)) exceptions.set(uid(one), [...(exceptions.get(uid(one)) ?? []), one]);
  for (const component of components.filter((one) => !isException(one))) {
    const own = (exceptions.get(uid(component)) ?? []).map((one) => new ICAL.Event(one, { exceptions: [] }));
    const planned = own.map((one) => one.recurrenceId.toString()); // a later one may have moved here
    yield* datesOf(new ICAL.Event(component, { exceptions: own }), [`${after}~`, ...planned].sort().pop());
  }
}

function* datesOf(event, last) {
  if (!event.isRecurring()) {
    yield [event.startDate, event.endDate ?? event.startDate, event.summary];
    return;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.toString() <= last; next = iterator.next()) {
    const { startDate, endDate, item } = event.getOccurrenceDetails(next);
    yield [startDate, endDate ?? startDate, item.summary];
  }
}

const [question, first, after] = process.argv.slice(2);
const feeds = JSON.parse(readFileSync(0, "utf8"));
if (question === "complaints") {
  console.log(JSON.stringify(feeds.map(complaints)));
} else {
  const found = feeds.flatMap((feed) => [...dates(feed, first, after)]);
  const said = found.map(([begin, end, title]) => [wallClock(begin), wallClock(end), title]);
  console.log(JSON.stringify(said.filter(([begin]) => begin >= first && begin < after)));
}
