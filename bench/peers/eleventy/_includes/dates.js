// All dates by month and week, and by everything that can be chosen: made once for a build.
export const NAMES = ["organisaties", "plekken", "wijken", "onderwerpen", "doelgroepen"];
const PAIRS = ["wijkonderwerp", "wijkdoelgroep", "onderwerpdoelgroep"];
const byStart = (a, b) => (a.date.start < b.date.start ? -1 : a.date.start > b.date.start ? 1 : 0);

export function timeline(events, data) {
  const { about, terms } = data;
  const periods = new Map(), found = new Map();
  for (const term of terms) found.set(`${term.kind}/${term.id}`, { ...term, word: true, events: [], dates: [] });
  for (const event of events) {
    const soon = [];
    for (const date of event.data.dates) {
      const one = { event, date };
      for (const key of [date.month, date.week]) periods.get(key)?.push(one) ?? periods.set(key, [one]);
      if (date.day >= about.today && date.day < about.soon) soon.push(one);
    }
    for (const kind of [...NAMES, ...PAIRS])
      for (const id of event.data[kind]) {
        const key = `${kind}/${id}`;
        let chosen = found.get(key);
        if (!chosen) found.set(key, (chosen = { kind, id, title: id.replace("_", ": "), body: "", word: false, events: [], dates: [] }));
        chosen.events.push(event);
        for (const one of soon) if (kind !== "plekken" || one.date.place === id) chosen.dates.push(one);
      }
  }
  const selections = [...found.values()];
  for (const one of selections) one.dates.sort(byStart);
  for (const one of periods.values()) one.sort(byStart);
  return {
    selections,
    kinds: NAMES.map((kind) => ({ kind, terms: selections.filter((one) => one.kind === kind) })),
    periods: data.periods.map((one) => ({ ...one, dates: periods.get(one.key) ?? [] })),
  };
}
