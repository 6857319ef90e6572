import { days, embed } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.periods", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `embed/agenda/${one.path}/index.html` };
export const render = ({ one }) => embed({ title: one.title, path: `agenda/${one.path}/` }, one.over ? "<p>Deze periode is voorbij.</p>" : days(one.dates));
