import { days, page } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.periods", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `agenda/${one.path}/index.html` };
export const render = ({ one, collections }) => {
  const at = collections.periods.indexOf(one), turn = (way, to) => (to ? `<a class="button" rel="${way}" href="/agenda/${to.path}/">${to.title}</a>` : "");
  return page({ title: one.title, path: `agenda/${one.path}/`, crumbs: [["Agenda", "agenda/"]] }, `<h1>Agenda: ${one.title}</h1>\n<nav class="pager" aria-label="Andere perioden">${turn("prev", collections.periods[at - 1])}${turn("next", collections.periods[at + 1])}</nav>\n${days(one.dates)}`);
};
