export default {
  layout: "event.11ty.js",
  tags: "event",
  permalink: ({ page }) => `activiteiten${page.filePathStem.slice("/events".length)}/index.html`,
};
