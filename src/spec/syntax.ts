/** What the YAML library says of a broken text, in our words and with a remedy. */
import { type Document, parseDocument, type YAMLError } from 'yaml'
import type { Problems } from '../problems.ts'
import type { Lines } from './places.ts'

const quoted = 'A text that contains ": " or " #", or begins with one of [ ] { } & * ! | > % @ `, must be in quotes.'

/** By the library's own code. Where a text is missing, the library's message stands. */
const told: Readonly<Record<string, { message?: string; hint?: string }>> = {
  TAB_AS_INDENT: { message: 'a tab stands where YAML wants spaces', hint: 'Indent with spaces.' },
  MULTIPLE_DOCS: {
    message: 'the file holds several YAML documents',
    hint: 'One spec is one file: remove everything from the second --- on.'
  },
  BAD_INDENT: { hint: 'Check the indentation, and that every bracket is closed.' },
  BLOCK_AS_IMPLICIT_KEY: { message: 'a second "name: value" stands on the same line', hint: quoted },
  BLOCK_IN_FLOW: {
    message: 'a bracket is not closed before the next line begins',
    hint: 'Close it, or indent what belongs into it.'
  },
  BAD_SCALAR_START: { hint: quoted },
  UNEXPECTED_TOKEN: { hint: quoted },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a name is spread over several lines',
    hint: 'Is there a line without ": "? A text of several lines begins with | or >.'
  },
  MISSING_CHAR: { hint: 'Is there a quote, a bracket or a ": " missing?' },
  KEY_OVER_1024_CHARS: { message: 'a name is longer than 1,024 characters' }
}

/** After these the rest still means what it says; after others, what follows would be judged wrongly. */
const harmless: ReadonlySet<string> = new Set(['MULTIPLE_DOCS', 'BAD_DQ_ESCAPE', 'BAD_SCALAR_START'])

/** The document, with everything that is wrong with it said; undefined where it cannot be read on. */
export function parse(text: string, lines: Lines, problems: Problems): Document.Parsed | undefined {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    merge: false
  })
  for (const error of document.errors) explain(error, lines, problems)
  const { yaml } = document.directives
  if (yaml.explicit && yaml.version !== '1.2') {
    problems.error(
      `the spec is YAML 1.2, not ${yaml.version}`,
      lines.place(0, 0),
      'Remove the line that begins with %YAML.'
    )
    return undefined
  }
  return document.errors.every(error => harmless.has(error.code)) ? document : undefined
}

function explain(error: YAMLError, lines: Lines, problems: Problems): void {
  const own = told[error.code]
  const message = own?.message ?? error.message.charAt(0).toLowerCase() + error.message.slice(1)
  problems.error(message, lines.place(error.pos[0], error.pos[1]), own?.hint)
}
