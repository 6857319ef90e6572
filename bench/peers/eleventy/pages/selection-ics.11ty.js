import { calendar } from "../_includes/feeds.js";

export const data = { pagination: { data: "collections.selections", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `feeds/${one.kind}/${one.id}.ics` };
export const render = ({ one, about }) => calendar(one.title, `${one.kind}/${one.id}/`, `feeds/${one.kind}/${one.id}.ics`, one.events.filter((event) => event.data.last >= about.recent));
