// A content file as text. What somebody typed comes back from the YAML as the same characters, whatever they are.

const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} .,'()/+@&€!?%;=_–-]|:(?=[^\s]))*$/u
const OTHER_MEANING = /^(?:y|n|yes|no|true|false|on|off|null|0[0-9]+)$/i
const PLAIN_IN_LIST = /^[\p{L}\p{N}-]+$/u
// Controls, lone surrogates and marks that turn text around: content/yaml_text.py refuses them.
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufffe\uffff]|\p{Cs}/gu

export const clean = text => text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').normalize('NFC').trim()
export const line = text => clean(text.replace(/[\s\p{Cc}]+/gu, ' ')).replace(/ +/g, ' ')

export function scalar(text, inList = false) {
  const plain = inList ? PLAIN_IN_LIST : PLAIN
  if (plain.test(text) && !/\s$/.test(text) && !OTHER_MEANING.test(text)) return text
  if (!/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text)) return "'" + text.replace(/'/g, "''") + "'"
  return '"' + text.replace(/["\\]/g, '\\$&').replace(/[\p{C}\p{Z}]/gu, escaped) + '"'
}

function escaped(character) {
  if (character === ' ') return character
  const code = character.codePointAt(0).toString(16)
  return code.length > 4 ? '\\U' + code.padStart(8, '0') : '\\u' + code.padStart(4, '0')
}

function* lines(values, indent = '') {
  for (const [key, value] of Object.entries(values)) {
    if (typeof value !== 'object') {
      yield `${indent}${key}: ${scalar(String(value))}`
    } else if (!Array.isArray(value)) {
      yield `${indent}${key}:`
      yield* lines(value, indent + '  ')
    } else if (typeof value[0] !== 'object') {
      yield `${indent}${key}: [${value.map(one => scalar(one, true)).join(', ')}]`
    } else {
      yield `${indent}${key}:`
      for (const one of value) {
        const [first, ...rest] = lines(one, indent + '    ')
        yield `${indent}  - ${first.trimStart()}`
        yield* rest
      }
    }
  }
}

export const file = (values, body) => ['---', ...lines(values), '---', body, ''].join('\n')
