// Reloads this page when the preview has built it anew. Only `serve` adds it: a published site has no such script.
"use strict";
(() => {
  const version = new URL(document.currentScript.src).searchParams.get("v");
  let source = null;

  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/-/events?v=${encodeURIComponent(version)}`);
    source.addEventListener("reload", () => {
      source.close();
      location.reload();
    });
  };
  // A browser keeps six connections to one server: pages that nobody looks at give theirs back.
  const rest = () => {
    source?.close();
    source = null;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
