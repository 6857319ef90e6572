// Reads feeds with ical.js: what Thunderbird and Nextcloud make of them.
// In: paths on stdin, a line each. Out: JSON, the number of VEVENTs by path; an error when a value cannot be read.
import { readFileSync } from "node:fs";
import ICAL from "../../../node_modules/ical.js/dist/ical.js";

const counts = {};
for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const events = calendar.getAllSubcomponents("vevent");
  for (const event of events) {
    for (const property of event.getAllProperties()) property.getValues();
  }
  counts[path] = events.length;
}
console.log(JSON.stringify(counts));
