// Calendars, Atom and JSON Feed; what stands for an event is made once.
import { SITE, escape } from "./skeleton.js";

const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
`;
const made = { vevents: new WeakMap(), entry: new WeakMap(), item: new WeakMap() };
const once = (kind, make) => (event) => {
  let found = made[kind].get(event.data.dates);
  if (found === undefined) made[kind].set(event.data.dates, (found = make(event)));
  return found;
};
const plain = (event) => event.rawInput.replace(/[*\[\]]|\(https[^)]*\)/g, "").trim();
const text = (value) => value.replace(/[\\,;]/g, "\\$&").replace(/\n/g, "\\n");

const vevents = once("vevents", (event) => {
  const { data } = event, place = data.dates[0], where = text(`${place.where}, ${place.address}`), address = SITE + event.url;
  return data.formal.map((lines) => `BEGIN:VEVENT
SUMMARY:${text(data.title)}
${lines.join("\n")}
CATEGORIES:${data.onderwerpen.join(",")}
DESCRIPTION:${text(plain(event))}\\n\\nWaar: ${where}\\n\\n${data.price ? `Prijs: € ${data.price}\\n` : ""}Door ${text(data.organiser)}\\n\\n${address}
LOCATION:${where}
GEO:${place.geo.join(";")}
TRANSP:TRANSPARENT
URL:${address}
END:VEVENT
`).join("");
});
export const calendar = (title, path, feed, events) => `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Peer//eleventy//NL
NAME:${title}
X-WR-CALNAME:${title}
REFRESH-INTERVAL;VALUE=DURATION:PT12H
SOURCE;VALUE=URI:${SITE}/${feed}
URL:${SITE}/${path}
X-PUBLISHED-TTL:PT12H
${ZONE}${events.map(vevents).join("")}END:VCALENDAR
`;
const tail = ({ data }) => `Waar: ${data.dates[0].where}, ${data.dates[0].address}\n\nDoor ${data.organiser}`;
const entry = once("entry", (event) => `<entry><id>tag:agenda.example.org,2026:${event.url}</id><title>${escape(event.data.title)}</title><link rel="alternate" type="text/html" href="${SITE}${event.url}"/><updated>2026-11-22T00:00:00Z</updated><author><name>${escape(event.data.organiser)}</name></author>${event.data.onderwerpen.map((one) => `<category term="${one}"/>`).join("")}<content type="text">${escape(`${plain(event)}\n\n${tail(event)}\n\n${SITE}${event.url}`)}</content></entry>`);
export const atom = (title, path, events) => `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"><id>${SITE}/${path}</id><title>${escape(title)}</title><updated>2026-11-22T00:00:00Z</updated><link rel="alternate" href="${SITE}/${path}"/>${events.map(entry).join("")}</feed>`;
const item = (today) => once("item", (event) => JSON.stringify({ id: SITE + event.url, url: SITE + event.url, title: event.data.title, content_text: plain(event), authors: [{ name: event.data.organiser }], tags: event.data.onderwerpen, _dates: event.data.dates.filter((one) => one.day >= today).map(({ start, end, status }) => ({ start, end, status })) }));
export const json = (title, path, events, today) => `{"version":"https://jsonfeed.org/version/1.1","title":${JSON.stringify(title)},"home_page_url":"${SITE}/${path}","language":"nl","items":[${events.map(item(today)).join(",")}]}`;
export const rss = (title, path, dates) => `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>${escape(title)}</title><link>${SITE}/${path}</link><description>De eerstvolgende data.</description><language>nl</language><ttl>60</ttl>${dates.slice(0, 30).map(({ event, date }) => `<item><title>${escape(`${date.said}, ${date.hours}, ${date.title}`)}</title><link>${SITE}${event.url}#${date.day}</link><guid isPermaLink="false">${event.url}${date.start}</guid><description>${escape(`${date.said} ${date.hours} ${date.where}, ${date.address}`)}</description></item>`).join("")}</channel></rss>`;
