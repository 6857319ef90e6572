import { days, escape, page } from "../_includes/skeleton.js";

export const data = { pagination: { data: "collections.shown", size: 1, alias: "one", resolve: "values" }, eleventyExcludeFromCollections: true, permalink: ({ one }) => `${one.kind}/${one.id}/index.html` };
export const render = ({ one }) => page({ title: one.title, path: `${one.kind}/${one.id}/`, crumbs: [[one.kind, `${one.kind}/`]], alternates: ["ics", "atom", "json"].map((kind) => [kind, `feeds/${one.kind}/${one.id}.${kind}`]) }, `<h1>${escape(one.title)}</h1>
<div class="prose"><p>${escape(one.body)}</p></div>
<section><h2>Wat is er te doen?</h2>
${days(one.dates)}
</section>
<section><h2>Abonneren</h2>${["ics", "atom", "json"].map((kind) => `<p><a href="/feeds/${one.kind}/${one.id}.${kind}">${kind}</a></p>`).join("")}</section>`);
