import { SITE } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.months", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `api/agenda/${one.path}/occurrences.json` };
export const render = ({ one }) => JSON.stringify({ month: one.key, occurrences: one.dates.map(({ event, date }) => ({ event: event.url, start: date.start, end: date.end, title: date.title, status: date.status, place: date.place, area: date.area, price: event.data.price, booking: event.data.booking, url: `${SITE}${event.url}#${date.day}` })) });
