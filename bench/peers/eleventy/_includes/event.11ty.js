import { SITE, escape, page } from "./skeleton.js";

const icon = (name) => `<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#${name}"/></svg>`;
const fact = (name, label, text) => `<div class="fact"><dt>${icon(name)}${label}</dt><dd>${text}</dd></div>`;

export function render(data) {
  const { title, about, dates, content } = data, url = data.page.url, address = SITE + url, [place] = dates, feed = `${SITE}/feeds/event/${url.slice(14, -1)}.ics`;
  const coming = dates.filter((one) => one.day >= about.today), [next] = coming;
  const description = content.replace(/<[^>]*>/g, "").slice(0, 300), organizer = data.organiser;
  const ld = JSON.stringify({ "@context": "https://schema.org", "@type": "EventSeries", "@id": address, name: title, url: address, description, organizer, keywords: data.onderwerpen, subEvent: coming.slice(0, 10).map((one) => ({ "@type": "Event", description, name: one.title, url: `${address}#${one.day}`, startDate: one.start, endDate: one.end, eventStatus: one.status, location: { "@type": "Place", name: one.where, address: one.address, geo: one.geo }, organizer, offers: { "@type": "Offer", price: data.price, priceCurrency: "EUR" } })) });
  return page({ title, path: url.slice(1), description, crumbs: [["Activiteiten", "activiteiten/"]], alternates: [["text/calendar", feed.slice(SITE.length + 1)]], head: `<script type="application/ld+json">${ld}</script>` }, `<article>
<h1>${escape(title)}</h1>
<dl class="facts">
${fact("calendar", "Wanneer", next ? `<p>Eerstvolgende keer:</p><p class="big"><time datetime="${next.day}">${next.said}, ${next.hours}</time></p>` : "<p>Alle data zijn geweest.</p>")}
${fact("pin", "Waar", `<p><strong><a href="/plekken/${place.place}/">${escape(place.where)}</a></strong><br><bdi>${escape(place.address)}</bdi></p><p><a href="/wijken/${place.areas.at(-1)}/">${escape(place.area)}</a></p>`)}
${fact("booking", "Aanmelden", data.booking ? "Meld je eerst aan." : "Loop gewoon binnen. Je hoeft je niet aan te melden.")}
${data.price ? fact("euro", "Wat kost het?", data.price === "0" ? "Gratis" : `€ ${data.price}`) : ""}
${fact("person", "Voor wie", data.doelgroepen.map((one) => `<a href="/doelgroepen/${one}/">${one}</a>`).join(" ") || "Iedereen is welkom")}
${fact("organisation", "Organisatie", `<a href="/organisaties/${data.organisaties[0]}/">${escape(data.organiser)}</a>`)}
</dl>
<div class="prose">${content}</div>
<section>
<h2>Alle data die komen</h2>
<ul class="dates">
${coming.map((one) => `<li id="${one.day}" data-until="${one.end}" data-over="Geweest" data-said="${one.said}, ${one.hours}"><time datetime="${one.start}">${one.said}, <span class="together">${one.hours}</span></time>${one.status !== "scheduled" ? ` <strong>${one.status}</strong> ${escape(one.note)}` : ""}</li>`).join("\n")}
</ul>
</section>
<section class="screen-only" id="subscribe">
<h2>Zet het in je eigen agenda</h2>
<ul class="buttons"><li><a class="button" href="https://calendar.google.com/calendar/render?cid=${encodeURIComponent(feed)}">Google Agenda</a></li><li><a class="button" href="${feed.replace("https:", "webcal:")}">Apple</a></li><li><a class="button" href="https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(feed)}">Outlook</a></li><li><a href="${feed}">${feed}</a></li></ul>
</section>
</article>`);
}
