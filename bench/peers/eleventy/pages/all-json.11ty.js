import { json } from "../_includes/feeds.js";

export const data = { eleventyExcludeFromCollections: true, permalink: "feeds/all.json" };
export const render = ({ collections, about }) => {
  const found = collections.sorted.filter((event) => event.data.last >= about.today);
  return json("Voorbeeldstreek", "", found, about.today);
};
