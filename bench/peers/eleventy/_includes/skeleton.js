// What every page has around it, and what lists are made of.
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escape = (text) => String(text ?? "").replace(/[&<>"]/g, (one) => ESCAPED[one]);
export const SITE = "https://agenda.example.org";
const HEADER = `<a class="skip" href="#content">Naar de inhoud</a>
<header class="top">
<div class="notice" data-old hidden>
<p><strong>Deze pagina is van zondag 22 november 2026.</strong> Misschien is er intussen iets veranderd. <a href="./">Open de pagina opnieuw</a></p>
</div>
<div class="top-inner">
<a class="brand" href="/"><svg class="icon" aria-hidden="true"><use href="/static/icons.svg#calendar"/></svg><span>Voorbeeldstreek</span></a>
<nav class="menu" aria-label="Menu">
<ul>
<li><a href="/agenda/">Agenda</a></li>
<li><a href="/wijken/">Wijken</a></li>
<li><a href="/onderwerpen/">Onderwerpen</a></li>
<li><a href="/doelgroepen/">Voor wie</a></li>
<li><a href="/plekken/">Plekken</a></li>
<li><a href="/kaart/">Kaart</a></li>
<li><a href="/abonneren/">Abonneren</a></li>
<li><a href="/zoeken/">Zoeken</a></li>
</ul>
</nav>
</div>
</header>
`;
const FOOTER = `<footer class="bottom">
<div class="bottom-inner">
<nav aria-label="Meer pagina’s">
<h2>Meer</h2>
<ul>
<li><a href="/activiteiten/">Alle activiteiten van A tot Z</a></li>
<li><a href="/wijzigingen/">Nieuw en gewijzigd</a></li>
<li><a href="/aanmelden/">Activiteit aanmelden</a></li>
<li><a href="/insluiten/">Deze agenda op je eigen site</a></li>
<li><a href="/organisaties/">Organisaties</a></li>
</ul>
</nav>
<nav aria-label="Over deze site"><h2>Over deze site</h2><ul><li><a href="/toegankelijkheid/">Toegankelijkheid</a></li></ul></nav>
<p class="made">Bijgewerkt op zondag 22 november 2026.</p>
</div>
</footer>
`;

export const page = ({ title, path, crumbs = [], alternates = [], description = "", head = "" }, main) => `<!doctype html>
<html lang="nl" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Voorbeeldstreek</title>
<meta name="description" content="${escape(description)}">
<link rel="stylesheet" href="/static/site.css">
<link rel="icon" href="/static/favicon.svg" type="image/svg+xml">
<link rel="canonical" href="${SITE}/${path}">
${alternates.map(([type, to]) => `<link rel="alternate" type="${type}" href="/${to}">`).join("\n")}
<meta property="og:type" content="website">
<meta property="og:site_name" content="Voorbeeldstreek">
<meta property="og:title" content="${escape(title)}">
<meta property="og:url" content="${SITE}/${path}">
<meta property="og:locale" content="nl">
${head}
<script type="module" src="/static/page.js"></script>
</head>
<body>
${HEADER}<nav class="crumbs" aria-label="Je bent hier"><ol><li><a href="/">Begin</a></li>${crumbs.map(([name, to]) => `<li><a href="/${to}">${escape(name)}</a></li>`).join("")}<li aria-current="page">${escape(title)}</li></ol></nav>
<main id="content" tabindex="-1">
${main}
</main>
${FOOTER}<p class="paper-only">${SITE}/${path}</p>
</body>
</html>
`;

export const embed = ({ title, path }, main) => `<!doctype html>
<html lang="nl" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Voorbeeldstreek</title>
<link rel="stylesheet" href="/static/embed.css">
<link rel="canonical" href="${SITE}/${path}">
<meta name="robots" content="noindex">
</head>
<body class="embed">
<main id="content">
<h1>${escape(title)}</h1>
${main}
</main>
<footer><a href="/${path}" target="_top">Voorbeeldstreek: alles</a></footer>
</body>
</html>
`;

const price = (data) => (data.price === "0" ? `<li><svg class="icon" aria-hidden="true"><use href="/static/icons.svg#euro"/></svg>Gratis</li>` : data.price ? `<li>€ ${escape(data.price)}</li>` : "");
const cards = new WeakMap();
export function card({ event: { url, data }, date }) {
  let made = cards.get(date);
  if (made === undefined) {
    const is = [...date.areas.map((one) => `area:${one}`), ...data.onderwerpen.map((one) => `topic:${one}`), ...data.doelgroepen.map((one) => `audience:${one}`)];
    made = `<li class="card" data-until="${date.end}" data-is="${is.join(" ")}">
<h4 class="card-title"><a href="${url}#${date.day}">${escape(date.title)}</a></h4>
${date.status !== "scheduled" ? `<p class="message is-change"><strong>${date.status}</strong> ${escape(date.note)}</p>
` : date.note ? `<p>${escape(date.note)}</p>
` : ""}<p class="fact"><svg class="icon" aria-hidden="true"><use href="/static/icons.svg#clock"/></svg><time datetime="${date.start}">${date.said}, ${date.hours}</time></p>
<p class="fact"><svg class="icon" aria-hidden="true"><use href="/static/icons.svg#pin"/></svg><a href="/plekken/${date.place}/">${escape(date.where)}</a>, <bdi>${escape(date.address)}</bdi></p>
<ul class="tags">${data.onderwerpen.map((one) => `<li><a href="/onderwerpen/${one}/">${one}</a></li>`).join("")}${price(data)}${data.booking ? `<li><svg class="icon" aria-hidden="true"><use href="/static/icons.svg#booking"/></svg>Aanmelden nodig</li>` : "<li>Loop gewoon binnen</li>"}</ul>
</li>`;
    cards.set(date, made);
  }
  return made;
}

export function days(dates) {
  const lines = [];
  let day = "";
  for (const one of dates) {
    if (one.date.day !== day) {
      if (day) lines.push("</ul></section>");
      day = one.date.day;
      lines.push(`<section class="day" data-day="${day}">
<h3 class="day-name" id="d-${day}"><time datetime="${day}">${one.date.said}</time></h3>
<ul class="cards">`);
    }
    lines.push(card(one));
  }
  if (day) lines.push("</ul></section>");
  return lines.join("\n");
}

export const oembed = (title, path) =>
  JSON.stringify({ version: "1.0", type: "rich", title, provider_name: "Voorbeeldstreek", provider_url: `${SITE}/`, width: 600, height: 600, html: `<blockquote><a href="${SITE}/${path}">${escape(title)}</a></blockquote><iframe src="${SITE}/embed/${path}" title="${escape(title)}" width="100%" height="600" style="border:0" loading="lazy"></iframe>` });
