// A question in words that the site has, for who writes one of them otherwise. It is asked for with the first search; the
// list of words only when what was found does not have the words of the question.

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const parts = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
let known

async function read(address) {
  const answer = await fetch(address)
  if (!answer.ok) return []
  return (await answer.text()).split('\n').map((word) => [plain(word), word])
}

// How many letters are other, missing, too many or exchanged (Damerau and Levenshtein); `most` + 1 where it is more.
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    ;[before, row] = [row, next]
  }
  return row[b.length]
}

// Whether a result has the words of the question, in another form perhaps: else only their first letters were found.
function fits({ meta, content }, text) {
  const there = parts(`${meta.title} ${content} ${meta.when} ${meta.dates}`)
  return parts(text).every((part) => there.some((word) => {
    const least = Math.max(3, part.length - 3)
    return word.startsWith(part) || (Math.min(word.length, part.length) >= least && word.slice(0, least) === part.slice(0, least))
  }))
}

// The question in words that the site has; nothing where what was found first has them, or where no word is near.
export async function corrected(text, first, address) {
  if (first && fits(first, text)) return ''
  known ??= read(address)
  const list = await known
  const other = parts(text).map((part) => {
    if (part.length < 4 || list.some(([word]) => word.startsWith(part))) return part
    let [nearest, least] = [part, part.length < 6 ? 2 : 3]
    for (const [word, written] of list) {
      const far = distance(part, word, least) + (word[0] === part[0] ? 0 : 0.5)
      if (far < least) [nearest, least] = [written, far]
    }
    return nearest
  }).join(' ')
  return plain(other) === parts(text).join(' ') ? '' : other
}
