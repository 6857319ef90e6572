import { atom } from "../_includes/feeds.js";

export const data = { eleventyExcludeFromCollections: true, permalink: "feeds/all.atom" };
export const render = ({ collections, about }) => {
  const found = collections.sorted.filter((event) => event.data.last >= about.today);
  return atom("Voorbeeldstreek", "", found);
};
