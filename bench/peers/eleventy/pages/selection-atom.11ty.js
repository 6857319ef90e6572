import { atom } from "../_includes/feeds.js";

export const data = { pagination: { data: "collections.words", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `feeds/${one.kind}/${one.id}.atom` };
export const render = ({ one, about }) => atom(one.title, `${one.kind}/${one.id}/`, one.events.filter((event) => event.data.last >= about.today));
