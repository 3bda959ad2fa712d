/**
 * Media in S3 that a batch job is to read: Bedrock takes them only from below the job's own input folder, so they are
 * brought there, named by their content. Jobs without such media have a single object as input, never a folder.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 */
import { readS3Uri } from '../jobs/names.ts'
import type { RecordNamer } from '../jobs/record.ts'
import type { Cloud } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Questions, StoredMedia } from './questions.ts'
import type { Store } from './store.ts'

/** Distinct, by content; empty for a shard whose records hold all that they show. */
export function storedMediaOf(questions: Questions, indexes: Iterable<number>): readonly StoredMedia[] {
  const found = new Map<string, StoredMedia>()
  for (const index of indexes) for (const one of questions.mediaOf(index)) found.set(one.uri, one)
  return [...found.values()]
}

/** A question about an object in S3 is named by what the object holds, not by where it lies. */
export function namedByContent(canonicalModelInput: string, media: readonly StoredMedia[]): string {
  return media.reduce(
    (text, { uri, sha256 }) => text.replaceAll(JSON.stringify(uri), JSON.stringify(`sha256:${sha256}`)),
    canonicalModelInput
  )
}

/** Where one lies below the folder of a job. */
function keyIn(folder: string, { uri, sha256 }: StoredMedia): string {
  const ending = /\.[A-Za-z0-9_]{1,8}$/.exec(uri)?.[0] ?? ''
  return `${folder}media/${sha256}${ending}`
}

/** Throws Failure where one is gone, or is not what the question was made of. */
export async function bringMedia(
  { cloud, store }: { readonly cloud: Cloud; readonly store: Store },
  folder: string,
  media: readonly StoredMedia[]
): Promise<void> {
  for (const one of media) {
    const { bucket, prefix: key } = readS3Uri(one.uri)
    const from = bucket === store.bucket ? store.objects : cloud.foreignBucket(bucket)
    const facts = await from.head(key)
    if (facts === undefined || facts.etag !== one.etag) {
      throw new Failure(
        'bad-state',
        `${one.uri} ${facts === undefined ? 'is gone' : 'has changed'} since it was looked at`,
        {
          remedy:
            'Start the workflow again: the question is then about what lies there now. Nothing was asked about it.'
        }
      )
    }
    const open = async function* (): AsyncGenerator<Uint8Array> {
      yield* (await from.get(key))?.body ?? []
    }
    await store.objects.put(keyIn(folder, one), { bytes: facts.bytes, open })
  }
}

/** The shard's lines with the media's new places. */
export async function* linesWith(
  questions: Questions,
  indexes: Iterable<number>,
  places: { readonly bucket: string; readonly folder: string }
): AsyncGenerator<Uint8Array> {
  for (const index of indexes) {
    const line = questions
      .mediaOf(index)
      .reduce(
        (text, one) =>
          text.replaceAll(
            JSON.stringify(one.uri),
            JSON.stringify(`s3://${places.bucket}/${keyIn(places.folder, one)}`)
          ),
        questions.lineOf(index)
      )
    yield Buffer.from(line)
  }
}

const brought = /"s3:\/\/[^"]+\/media\/([0-9a-f]{64})(?:\.[A-Za-z0-9_]{1,8})?"/g

/** Names an echo as its question was named: by the content of its media, not by their place. */
export function echoNamer(nameOf: RecordNamer): RecordNamer {
  return (text, sample) => nameOf(text.includes('/media/') ? text.replace(brought, '"sha256:$1"') : text, sample)
}
