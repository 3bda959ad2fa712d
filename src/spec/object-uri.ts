/** `s3://bucket/key` as the path of a dataset's file: what is an object's name, and what stands for several. */

export interface ObjectUri {
  readonly bucket: string
  /** Empty where the URI names a bucket alone. */
  readonly key: string
}

export function isObjectUri(path: string): boolean {
  return path.startsWith('s3://')
}

/** Throws RangeError unless `isObjectUri`. */
export function readObjectUri(uri: string): ObjectUri {
  const match = /^s3:\/\/([^/]*)(?:\/([^]*))?$/.exec(uri)
  if (match === null) throw new RangeError(`not an S3 URI: ${uri}`)
  return { bucket: match[1] ?? '', key: match[2] ?? '' }
}

/** What is wrong with it as the path of a dataset: what follows `the path "…"` in a message. */
export function objectUriFault(uri: string): string | undefined {
  const { bucket, key } = readObjectUri(uri)
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    return `names ${JSON.stringify(bucket)}, which cannot be a bucket`
  if (key === '') return 'names a bucket and no object'
  if (key.endsWith('/')) return `names a folder; to read what lies in it, write ${uri}*`
  return Buffer.byteLength(key) > 1024 ? 'has a key that is longer than 1024 bytes' : undefined
}

/** `*` and `?` stand for anything but `/`, `**` between slashes for any folders, also none. */
export function globExpression(key: string): RegExp {
  const parts = key.split(/(\*\*\/|\*+|\?)/).map(part => {
    if (part === '**/') return '(?:[^]*/)?'
    if (/^\*+$/.test(part)) return '[^/]*'
    return part === '?' ? '[^/]' : part.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
  })
  return new RegExp(`^${parts.join('')}$`, 'u')
}
