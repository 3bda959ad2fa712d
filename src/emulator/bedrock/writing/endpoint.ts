/** What an HTTP operation does, as far as its method and path tell. */

const methodAndPath = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b\s*:?\s*`?(\/[\w{}/.:-]*)/i
const labelled = /\bmethod\b\W{1,4}(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b[\s\S]*?\bpath\b\W{1,4}(\/[\w{}/.:-]*)/i
const labelledOtherwise =
  /\bpath\b\W{1,4}(\/[\w{}/.:-]*)[\s\S]*?\bmethod\b\W{1,4}(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/i

export interface Endpoint {
  readonly method: string
  readonly path: string
}

export function endpointIn(text: string): Endpoint | undefined {
  const plain = labelled.exec(text) ?? methodAndPath.exec(text)
  if (plain) return { method: (plain[1] ?? '').toUpperCase(), path: plain[2] ?? '' }
  const turned = labelledOtherwise.exec(text)
  return turned ? { method: (turned[2] ?? '').toUpperCase(), path: turned[1] ?? '' } : undefined
}

/**
 * `GET /orders/{orderId}/items` → `Lists the items of an order.` `material`: where more about it may stand, such as its
 * parameters and what it answers.
 */
export function tell(endpoint: Endpoint, material = ''): string {
  return [what(endpoint), ...moreOf(material)].join(' ')
}

/** `Lists the items.` → `List the items`. */
export function asOrder(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^(\w+?)s\b/, (_, verb: string) => verb)
}

function moreOf(material: string): string[] {
  const line = /^\W{0,4}parameters?\b\W{1,4}([^\n]+)$/im.exec(material)?.[1]
  const bullets = [...material.matchAll(/^\s*-\s+(\w+)\s+\((?:path|query|header|cookie)[^)\n]*\)/gm)]
  const parameters = bullets.length > 0 ? bullets.map(match => match[1] ?? '').join(', ') : (line ?? '')
  const failures = [...material.matchAll(/^\s*-?\s*([45]\d\d)\s*:\s*(\S[^\n]*)$/gm)]
  const role = /^needs the role:\s*(\S[^\n]*)$/im.exec(material)?.[1]
  return [
    ...(/^none|^-|^\[\]|^$/i.test(parameters) ? [] : [`Takes ${parameters.replace(/[\s.]+$/, '')}.`]),
    ...(role === undefined ? [] : [`Needs the role ${role.trim()}.`]),
    ...(failures.length === 0
      ? []
      : [`May fail with ${failures.map(match => `${match[1] ?? ''} (${(match[2] ?? '').trim()})`).join(', ')}.`]),
    ...(/\bdeprecated\b/i.test(material) ? ['Deprecated.'] : [])
  ]
}

function what({ method, path }: Endpoint): string {
  const steps = path.split('/').filter(step => step !== '' && !/^v\d+$/.test(step))
  const names = steps.filter(step => !isHole(step)).map(spaced)
  const last = names.at(-1) ?? 'resource'
  const parent = names.at(-2)
  const one = isHole(steps.at(-1) ?? '')
  const of = parent !== undefined && isHole(steps.at(one ? -3 : -2) ?? '') ? ` of ${article(single(parent))}` : ''
  const by = one ? ` by its ${spaced((steps.at(-1) ?? '').slice(1, -1))}` : ''
  switch (method) {
    case 'GET':
      return one ? `Returns ${article(single(last))}${of}${by}.` : `Lists the ${last}${of}.`
    case 'POST':
      return one ? `Acts on ${article(single(last))}${of}${by}.` : `Creates ${article(single(last))}${of}.`
    case 'PUT':
      return `Replaces ${article(single(last))}${of}${by}.`
    case 'PATCH':
      return `Changes parts of ${article(single(last))}${of}${by}.`
    case 'DELETE':
      return `Deletes ${article(single(last))}${of}${by}.`
    default:
      return `Tells of the ${last}${of} without their content.`
  }
}

function isHole(step: string): boolean {
  return /^[{:]/.test(step)
}

function spaced(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .replace(/\bid\b/g, 'ID')
}

function single(name: string): string {
  return name
    .replace(/ies$/, 'y')
    .replace(/(ss|us)$/, '$1_')
    .replace(/(?:(?<=[sxz]|ch|sh)es|s)$/, '')
    .replace(/_$/, '')
}

function article(name: string): string {
  return `${/^[aeio]/.test(name) ? 'an' : 'a'} ${name}`
}
