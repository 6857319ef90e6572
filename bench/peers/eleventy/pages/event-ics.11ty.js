import { calendar } from "../_includes/feeds.js";

export const data = { pagination: { data: "collections.sorted", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `feeds/event/${one.url.slice(14, -1)}.ics` };
export const render = ({ one }) => calendar(one.data.title, one.url.slice(1), `feeds/event/${one.url.slice(14, -1)}.ics`, [one]);
