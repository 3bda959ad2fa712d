/**
 * Bedrock's own record JSONL: `{"recordId": …, "modelInput": {…}}` on a line. The modelInput is the question as it is; the
 * recordId names the row, while the record that is sent gets an id of our own.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 */
import { isObject, type JsonObject } from '../json.ts'
import { fieldsOfObject } from './fields.ts'
import { kindOf } from './json-fault.ts'
import { JsonlReader } from './jsonl.ts'
import { nothing, type Brought, type Found } from './reader.ts'

export class BedrockRecordsReader extends JsonlReader {
  private brought: Brought[] = []

  override push(text: string): Found {
    return this.with(super.push(text))
  }

  override end(): Found {
    return this.with(super.end())
  }

  protected override row(value: JsonObject, line: number, found: Found): void {
    const { file, problems } = this.options
    const { modelInput } = value
    if (Object.hasOwn(value, 'modelOutput')) {
      const hint = 'it is made of the input file, `.jsonl`, without `.out`'
      problems.error(
        'the record has a modelOutput: this is what Bedrock answered, not what it is asked',
        { file, line },
        hint
      )
      return
    }
    if (modelInput === undefined || !isObject(modelInput)) {
      const kind = modelInput === undefined ? 'is missing' : `must be an object, not ${kindOf(modelInput)}`
      problems.error(`modelInput ${kind}`, { file, line }, 'a line is {"recordId": "…", "modelInput": {…}}')
      return
    }
    found.fields.push(fieldsOfObject(value))
    found.lines.push(line)
    this.brought.push({ request: { kind: 'verbatim', modelInput } })
  }

  protected override hint(): void {
    // The spec has said so.
  }

  private with(found: Found): Found {
    const { brought } = this
    this.brought = []
    return found.fields.length === 0 ? nothing() : { ...found, brought }
  }
}
