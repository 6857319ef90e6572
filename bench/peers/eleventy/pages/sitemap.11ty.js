import { SITE } from "../_includes/skeleton.js";

export const data = { eleventyExcludeFromCollections: true, permalink: "sitemap.xml" };
export const render = ({ collections: { sorted, shown, periods, kinds } }) => `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${["/", "/agenda/", "/activiteiten/", ...kinds.map((one) => `/${one.kind}/`), ...sorted.map((one) => one.url), ...shown.map((one) => `/${one.kind}/${one.id}/`), ...periods.map((one) => `/agenda/${one.path}/`)].map((one) => `<url><loc>${SITE}${one}</loc></url>`).join("\n")}\n</urlset>`;
