/** The inputs and outputs of action.yml as tables of the README. `UPDATE_DOCS=1 npm test -- __tests__/architecture/readme.test.ts` writes them. */
import { readFileSync } from 'node:fs'
import { format } from 'prettier'
import { parse } from 'yaml'

interface Described {
  readonly description: string
  readonly default?: string
  readonly required?: boolean
}

export interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>
  readonly outputs: Readonly<Record<string, Described>>
}

export function readAction(): ActionFile {
  return parse(readFileSync('action.yml', 'utf8')) as ActionFile
}

/** The README with its tables renewed: they stand between `<!-- inputs -->` and `<!-- /inputs -->`, and so for outputs. */
export async function readmeWithTables(readme: string, { inputs, outputs }: ActionFile): Promise<string> {
  const { prettier } = JSON.parse(readFileSync('package.json', 'utf8')) as { prettier: object }
  const renewed = [
    { block: 'inputs', table: table(['Input', 'Default', 'Meaning'], Object.entries(inputs).map(inputRow)) },
    { block: 'outputs', table: table(['Output', 'Meaning'], Object.entries(outputs).map(outputRow)) }
  ].reduce((text, made) => between(text, made.block, made.table), readme)
  return format(renewed, { ...prettier, parser: 'markdown' })
}

function between(text: string, block: string, table: string): string {
  const place = new RegExp(`(<!-- ${block} -->).*?(<!-- /${block} -->)`, 's')
  if (!place.test(text)) throw new Error(`the README has no place for ${block}`)
  return text.replace(place, (_, open: string, close: string) => `${open}\n\n${table}\n\n${close}`)
}

function inputRow([name, { description, default: standard, required }]: [string, Described]): string[] {
  const inText = / *Default: (.*?)\.(?= |$)/.exec(description)
  const shown = standard === undefined ? (inText?.[1] ?? '') : `\`${standard}\``
  return [
    `\`${name}\``,
    required === true ? '**required**' : shown,
    inText ? description.replace(inText[0], '') : description
  ]
}

function outputRow([name, { description }]: [string, Described]): string[] {
  return [`\`${name}\``, description]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map(row => row.map(cell => cell.replaceAll('|', '\\|')))
  return [head, head.map(() => '---'), ...cells].map(row => `| ${row.join(' | ')} |`).join('\n')
}
