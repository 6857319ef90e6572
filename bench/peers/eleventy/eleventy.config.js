import { timeline } from "./_includes/dates.js";

export default function (config) {
  let made;
  config.on("eleventy.before", () => (made = undefined));
  const all = (api) => (made ??= timeline(api.getFilteredByTag("event"), api.getAll()[0].data));
  config.addCollection("sorted", (api) => api.getFilteredByTag("event").sort((a, b) => (a.url < b.url ? -1 : 1)));
  config.addCollection("periods", (api) => all(api).periods);
  config.addCollection("selections", (api) => all(api).selections);
  config.addCollection("words", (api) => all(api).selections.filter((one) => one.word));
  config.addCollection("shown", (api) => all(api).selections.filter((one) => one.kind !== "onderwerpdoelgroep"));
  config.addCollection("kinds", (api) => all(api).kinds);
  config.addCollection("months", (api) => all(api).periods.filter((one) => one.month));
  return { dir: { input: ".", includes: "_includes", data: "_data", output: "_site" }, markdownTemplateEngine: false };
}
