import { json } from "../_includes/feeds.js";

export const data = { pagination: { data: "collections.words", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `feeds/${one.kind}/${one.id}.json` };
export const render = ({ one, about }) => json(one.title, `${one.kind}/${one.id}/`, one.events.filter((event) => event.data.last >= about.today), about.today);
