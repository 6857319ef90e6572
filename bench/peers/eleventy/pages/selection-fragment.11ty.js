import { SITE, escape } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.words", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `embed/${one.kind}/${one.id}/fragment.html` };
export const render = ({ one }) => `<ul>${one.dates.slice(0, 20).map(({ event, date }) => `<li><a href="${SITE}${event.url}#${date.day}">${escape(`${date.said}, ${date.hours}, ${date.title}`)}</a>, ${escape(date.where)}</li>`).join("\n")}</ul>`;
