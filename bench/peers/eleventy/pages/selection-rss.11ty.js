import { rss } from "../_includes/feeds.js";

export const data = { pagination: { data: "collections.words", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `embed/${one.kind}/${one.id}/index.xml` };
export const render = ({ one }) => rss(one.title, `${one.kind}/${one.id}/`, one.dates);
