import { escape, page } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.kinds", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `${one.kind}/index.html` };
export const render = ({ one }) => page({ title: one.kind, path: `${one.kind}/` }, `<h1>${one.kind}</h1><ul>${one.terms.map((term) => `<li><a href="/${term.kind}/${term.id}/">${escape(term.title)}</a></li>`).join("\n")}</ul>`);
