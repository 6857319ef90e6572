import { days, embed } from "../_includes/skeleton.js";
const soon = ({ collections }) => collections.kinds[0].terms.flatMap((one) => one.dates).sort((a, b) => (a.date.start < b.date.start ? -1 : 1));


export const data = { eleventyExcludeFromCollections: true, permalink: "embed/index.html" };
export const render = (all) => embed({ title: "Agenda", path: "" }, days(soon(all)));
