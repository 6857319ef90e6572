import { calendar } from "../_includes/feeds.js";

export const data = { eleventyExcludeFromCollections: true, permalink: "feeds/all.ics" };
export const render = ({ collections, about }) => {
  const found = collections.sorted.filter((event) => event.data.last >= about.recent);
  return calendar("Voorbeeldstreek", "", "feeds/all.ics", found);
};
