import { oembed } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.periods", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `embed/agenda/${one.path}/oembed.json` };
export const render = ({ one }) => oembed(one.title, `agenda/${one.path}/`);
