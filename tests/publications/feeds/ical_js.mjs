// The dates of a feed as ical.js sees them: what Thunderbird and Nextcloud show.
// In: a feed on stdin; the first day and the day after the last as arguments. Out: JSON, [begin, end, title] each.
import { readFileSync } from "node:fs";
import ICAL from "../../../node_modules/ical.js/dist/ical.js";

const [first, after] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));

const components = calendar.getAllSubcomponents("vevent");
const isException = (component) => component.hasProperty("recurrence-id");
const uid = (component) => component.getFirstPropertyValue("uid");

function exceptionsOf(series) {
  return components
    .filter((one) => isException(one) && uid(one) === uid(series))
    .map((one) => new ICAL.Event(one, { exceptions: [] }));
}

const dates = [];
for (const component of components.filter((one) => !isException(one))) {
  const event = new ICAL.Event(component, { exceptions: exceptionsOf(component) });
  if (!event.isRecurring()) {
    dates.push([event.startDate, event.endDate ?? event.startDate, event.summary]);
    continue;
  }
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.toString() < `${after}~`; next = iterator.next()) {
    const { startDate, endDate, item } = event.getOccurrenceDetails(next);
    dates.push([startDate, endDate ?? startDate, item.summary]);
  }
}

const wallClock = (time) => (time.isDate ? `${time}T00:00:00` : time.toString());
const found = dates.map(([begin, end, title]) => [wallClock(begin), wallClock(end), title]);
console.log(JSON.stringify(found.filter(([begin]) => begin >= first && begin < after)));
