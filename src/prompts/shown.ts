/** A question as people read it: system prompt, turns, and names in the place of pictures and documents. */
import type { Media, Part, Request } from './request.ts'

/** Plain text, not escaped: it holds what the rows hold. */
export function shownText(request: Request): string {
  switch (request.kind) {
    case 'verbatim':
      return JSON.stringify(request.modelInput, null, 2)
    case 'embed':
    case 'draw':
      return [
        ...(request.image ? [mediaText('image', request.image)] : []),
        ...(request.text ? [request.text] : [])
      ].join('\n')
    case 'chat': {
      const { system, messages } = request
      const turns = messages.map(({ role, content }) => ({ role, text: content.map(partText).join('\n') }))
      const [only, another] = turns
      if (system === undefined && only !== undefined && another === undefined) return only.text
      const head = system === undefined ? [] : [`System:\n${system}`]
      return [...head, ...turns.map(({ role, text }) => `${role === 'user' ? 'User' : 'Assistant'}:\n${text}`)].join(
        '\n\n'
      )
    }
  }
}

function partText(part: Part): string {
  if ('text' in part) return part.text
  if ('image' in part) return mediaText('image', part.image)
  return 'document' in part ? mediaText('document', part.document) : mediaText('video', part.video)
}

function mediaText(kind: string, { format, name, source }: Media): string {
  const called = name === undefined ? '' : ` “${name}”`
  if ('path' in source) return `[${kind}${called}: ${source.path}]`
  if ('s3Uri' in source) return `[${kind}${called}: ${source.s3Uri}]`
  return `[${kind}${called}: ${format}, ${Math.ceil((source.base64.length * 3) / 4096)} KiB]`
}
