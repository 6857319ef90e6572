import { days, embed } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.shown", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `embed/${one.kind}/${one.id}/index.html` };
export const render = ({ one }) => embed({ title: one.title, path: `${one.kind}/${one.id}/` }, days(one.dates));
