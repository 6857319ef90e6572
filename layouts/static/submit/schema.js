// Holds a value against a JSON Schema (draft 2020-12), as far as the schemas at /schema/ go. What they use and this does
// not know is a failing test. Formats are annotations, as in the standard.

const TYPES = {
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: value => Number.isInteger(value),
  boolean: value => typeof value === 'boolean',
  null: value => value === null,
  array: Array.isArray,
  object: value => typeof value === 'object' && value !== null && !Array.isArray(value),
}
const length = text => [...text].length
const has = (value, key) => Object.prototype.hasOwnProperty.call(value, key)
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

export const KEYWORDS = {
  type: (value, types) => [].concat(types).some(type => TYPES[type](value)),
  enum: (value, all) => all.some(one => same(one, value)),
  const: (value, one) => same(one, value),
  minLength: (value, limit) => !TYPES.string(value) || length(value) >= limit,
  maxLength: (value, limit) => !TYPES.string(value) || length(value) <= limit,
  pattern: (value, pattern) => !TYPES.string(value) || new RegExp(pattern, 'u').test(value),
  minimum: (value, limit) => !TYPES.number(value) || value >= limit,
  maximum: (value, limit) => !TYPES.number(value) || value <= limit,
  minItems: (value, limit) => !Array.isArray(value) || value.length >= limit,
  maxItems: (value, limit) => !Array.isArray(value) || value.length <= limit,
  minProperties: (value, limit) => !TYPES.object(value) || Object.keys(value).length >= limit,
  required: (value, keys) => !TYPES.object(value) || keys.every(key => has(value, key)),
}

// Returns what is wrong, as {path, keyword}; of alternatives none of which fits, what the nearest one misses.
export function mistakes(value, schema, whole = schema, path = []) {
  if (schema === true) return []
  if (schema === false) return [{path, keyword: 'false'}]
  const inside = (one, part, ...more) => mistakes(one, part, whole, [...path, ...more])
  const found = Object.keys(KEYWORDS)
    .filter(keyword => keyword in schema && !KEYWORDS[keyword](value, schema[keyword]))
    .map(keyword => ({path, keyword}))
  if (schema.$ref) {
    const target = schema.$ref.slice(2).split('/').reduce((part, key) => part[key], whole)
    found.push(...inside(value, target))
  }
  for (const part of schema.allOf || []) found.push(...inside(value, part))
  for (const keyword of ['anyOf', 'oneOf']) {
    if (!schema[keyword]) continue
    const tried = schema[keyword].map(part => inside(value, part))
    const fitting = tried.filter(one => !one.length).length
    const depth = tries => Math.max(...tries.map(one => one.path.length))
    if (!fitting) found.push(...tried.sort((a, b) => depth(b) - depth(a))[0])
    else if (keyword === 'oneOf' && fitting > 1) found.push({path, keyword})
  }
  if (schema.not && !inside(value, schema.not).length) found.push({path, keyword: 'not'})
  if (Array.isArray(value)) {
    const first = schema.prefixItems || []
    value.forEach((one, index) => {
      const part = index < first.length ? first[index] : schema.items
      if (part !== undefined) found.push(...inside(one, part, index))
    })
  } else if (TYPES.object(value)) {
    for (const [key, one] of Object.entries(value)) {
      const known = schema.properties && has(schema.properties, key)
      const part = known ? schema.properties[key] : schema.additionalProperties
      if (part === false) found.push({path: [...path, key], keyword: 'additionalProperties'})
      else if (part !== undefined) found.push(...inside(one, part, key))
      if (schema.propertyNames) found.push(...inside(key, schema.propertyNames, key))
    }
  }
  return found
}
