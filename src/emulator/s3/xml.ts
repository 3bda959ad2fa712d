/** The little XML that S3 and STS speak: elements and text. No attributes are kept, no entity but XML's own five. */

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** An element around text, which is escaped. */
export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${escape(String(text))}</${name}>`
}

/** An element around elements. */
export function wrap(name: string, inner: readonly string[], namespace?: string): string {
  return `<${name}${namespace === undefined ? '' : ` xmlns="${namespace}"`}>${inner.join('')}</${name}>`
}

/** Control characters become character references, as S3 writes them: not legal XML 1.0, but nothing is lost. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"\u0000-\u001f\u007f\ufffe\uffff]/g, character => {
    switch (character) {
      case '&':
        return '&amp;'
      case '<':
        return '&lt;'
      case '>':
        return '&gt;'
      case '"':
        return '&quot;'
      default:
        return `&#x${character.charCodeAt(0).toString(16)};`
    }
  })
}

export interface Node {
  readonly name: string
  readonly children: readonly Node[]
  readonly text: string
}

interface OpenNode {
  readonly name: string
  readonly children: Node[]
  text: string
}

const token =
  /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)(?:[\w.-]+:)?([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy

/** The document's element; undefined where the text is not well formed, or holds a DTD. */
export function parseXml(source: string): Node | undefined {
  const top: OpenNode = { name: '', children: [], text: '' }
  const open = [top]
  const text = source.replace(/^\ufeff/, '')
  token.lastIndex = 0
  for (let at = 0; at < text.length; at = token.lastIndex) {
    const match = token.exec(text)
    const parent = open.at(-1)
    if (match === null || parent === undefined) return undefined
    const [, closing, name, , empty, characters] = match
    if (characters !== undefined) parent.text += unescape(characters)
    if (name === undefined) continue
    if (closing === '/') {
      if (parent.name !== name || open.length === 1) return undefined
      open.pop()
      continue
    }
    const node: OpenNode = { name, children: [], text: '' }
    parent.children.push(node)
    if (empty !== '/') open.push(node)
  }
  const [root, ...others] = top.children
  return open.length === 1 && others.length === 0 && top.text.trim() === '' ? root : undefined
}

export function childText(node: Node, name: string): string | undefined {
  return node.children.find(child => child.name === name)?.text
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescape(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (all: string, hex?: string, decimal?: string, name?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : (entities[name ?? ''] ?? all)
    }
  )
}
