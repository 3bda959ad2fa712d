/**
 * The spec in its normal form: short spellings resolved, defaults filled in, paths relative to the repository's root.
 * Its members, with their meaning, units and limits, are written down once, in schema.ts.
 */
import type { z } from 'zod'
import type { Place } from '../problems.ts'
import type { specSchema } from './schema.ts'

export type { CellType, DatasetFormat, PublishVia } from './formats.ts'
export type { OutputFormatName } from './output-formats.ts'

/** Records by name stay as they are: their values are text, or JSON that is readonly already. */
type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? string extends keyof T
      ? Readonly<T>
      : { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T

export type Spec = DeepReadonly<z.output<typeof specSchema>>
export type OutputSpec = Spec['outputs'][number]
export type PromptSpec = Spec['prompt']
export type TextSource = NonNullable<PromptSpec['user']>

/** Where a member stands in the YAML: `placeOf('prompt.user.file')`. The nearest parent that is there, else the file. */
export type PlaceOf = (path: string) => Place
