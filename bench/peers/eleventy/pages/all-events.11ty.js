import { escape, page } from "../_includes/skeleton.js";

export const data = { eleventyExcludeFromCollections: true, permalink: "activiteiten/index.html" };
export const render = ({ collections }) => page({ title: "Alle activiteiten", path: "activiteiten/" }, `<ul>${collections.sorted.map((one) => `<li><a href="${one.url}">${escape(one.data.title)}</a></li>`).join("\n")}</ul>`);
