/** From picture files to records, one after the other: by hand, as they are, or made smaller. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { recordNamer } from '../jobs/record.ts'
import { canonicalJson } from '../json.ts'
import { claude } from '../models/claude.ts'
import { openWorkspace } from '../node/workspace.ts'
import { MediaLoader } from '../pipeline/media.ts'
import { Problems } from '../problems.ts'
import type { ChatRequest } from '../prompts/request.ts'
import { model } from './dataset.ts'

const text = 'Describe this picture in one sentence.'
const parameters = { maxTokens: 100 }

/** `words`: folder, format, how many, and the longer side in pixels, or `as-is`, or `by-hand`. */
export async function loadPictures(words: readonly string[]): Promise<() => Promise<void>> {
  const [folder = '.', format = 'jpeg', count = '1', way = 'as-is'] = words
  const names = Array.from({ length: Number(count) }, (_, number) => `${number}.${format}`)
  if (way === 'by-hand') return () => byHand(folder, format, names)
  const maxPixels = way === 'as-is' ? undefined : Number(way)
  if (maxPixels !== undefined) await import('../media/jimp.ts')
  const abilities = claude.can?.(model)
  const workspace = await openWorkspace(folder)
  const loader = new MediaLoader({ workspace, cloud: undefined }, { modelId: model, abilities, maxPixels })
  const nameOf = recordNamer(model, claude.api)
  return async () => {
    for (const path of names) {
      const problems = new Problems()
      const request = await loader.load(asking(path), { file: path }, problems)
      if (request === undefined) throw new Error(problems.list[0]?.message ?? 'not loaded')
      nameOf(canonicalJson(claude.render(request, parameters)))
    }
  }
}

/** What the format says before the file was looked at counts for nothing. */
function asking(path: string): ChatRequest {
  return {
    kind: 'chat',
    messages: [{ role: 'user', content: [{ image: { format: 'png', source: { path } } }, { text }] }]
  }
}

/** Read, spelled as base64, put into a line: nothing looks at the picture, nothing names the record. */
async function byHand(folder: string, format: string, names: readonly string[]): Promise<void> {
  let bytes = 0
  for (const name of names) {
    const data = (await readFile(join(folder, name))).toString('base64')
    const image = { type: 'image', source: { type: 'base64', media_type: `image/${format}`, data } }
    const messages = [{ role: 'user', content: [image, { type: 'text', text }] }]
    bytes += JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 100, messages }).length
  }
  if (bytes === 0) throw new Error('there are no pictures')
}
