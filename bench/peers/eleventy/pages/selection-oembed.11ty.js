import { oembed } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.shown", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `embed/${one.kind}/${one.id}/oembed.json` };
export const render = ({ one }) => oembed(one.title, `${one.kind}/${one.id}/`);
