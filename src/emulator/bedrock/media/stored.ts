/**
 * Media that a body names by their place in S3: found in the body, fetched before the model is asked.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html: in a batch, everything that prompts
 * refer to lies in the folder that the job's InputDataConfig names; that must be the folder, not a single file.
 */
import { asText, isMap, member, type Json } from '../../json.ts'
import { placeOf, type Place } from '../job.ts'
import type { JobObjects } from '../objects.ts'

/** The object, or why a model cannot have it. */
type Stored = { readonly bytes: Buffer } | { readonly problem: string }
export type Library = ReadonlyMap<string, Stored>

const mostBytes = 64 * 1024 * 1024

/** Every `s3Location.uri` in the body, each once. */
export function locationsIn(body: Json): string[] {
  const found = new Set<string>()
  walk(body, found)
  return [...found]
}

function walk(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) walk(one, found)
  else if (isMap(value)) {
    const location = member(value, 's3Location')
    if (isMap(location)) found.add(asText(location['uri']))
    for (const inner of Object.values(value)) walk(inner, found)
  }
}

/** `within`: the input of the job that asks. Undefined on demand, where any object will do. */
export async function fetchMedia(
  uris: readonly string[],
  objects: JobObjects,
  within: Place | undefined
): Promise<Library> {
  const library = new Map<string, Stored>()
  for (const uri of uris) library.set(uri, await fetchOne(uri, objects, within))
  return library
}

async function fetchOne(uri: string, objects: JobObjects, within: Place | undefined): Promise<Stored> {
  const place = placeOf(uri)
  if (!/^s3:\/\/[a-z0-9][-.a-z0-9]{1,61}[a-z0-9]\/.+$/.test(uri))
    return { problem: `The S3 URI ${uri} is invalid. It must have the form s3://bucket/key.` }
  if (within && !contains(within, place))
    return {
      problem: `The S3 object ${uri} is not in the folder of the job's input, s3://${within.bucket}/${within.key}. InputDataConfig must specify the folder that contains all linked resources.`
    }
  const stream = await objects.open(place.bucket, place.key)
  if (!stream)
    return { problem: `Could not retrieve the S3 object ${uri}. Check that it exists and that you have access to it.` }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of stream) {
    parts.push(part)
    length += part.length
    if (length > mostBytes) return { problem: `The S3 object ${uri} is more than the emulator's ${mostBytes} bytes.` }
  }
  return { bytes: Buffer.concat(parts) }
}

/** Case-sensitive, as AWS says. A single file contains nothing. */
function contains(folder: Place, place: Place): boolean {
  if (folder.key.endsWith('.jsonl')) return false
  const prefix = folder.key === '' || folder.key.endsWith('/') ? folder.key : `${folder.key}/`
  return folder.bucket === place.bucket && place.key.startsWith(prefix)
}
