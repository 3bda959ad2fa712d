/**
 * OpenAI's batch input: `{"custom_id", "method", "url", "body"}` on a line, as questions for another model. What has no
 * counterpart is refused with its reason, what only fine-tunes is left out with a warning.
 * https://platform.openai.com/docs/api-reference/batch/request-input
 */
import { isObject, type JsonObject } from '../json.ts'
import type { Parameters } from '../models/family.ts'
import type { Request } from '../prompts/request.ts'
import { fieldsOfObject } from './fields.ts'
import { kindOf } from './json-fault.ts'
import { JsonlReader } from './jsonl.ts'
import { spelled } from './nearest.ts'
import { leftOut, readParameters, refusals, type Fault } from './openai-body.ts'
import { readEmbedding } from './openai-embedding.ts'
import { readMessages } from './openai-messages.ts'
import { nothing, type Brought, type Found } from './reader.ts'

const endpoints: Readonly<Record<string, string>> = {
  '/v1/completions': 'a bare prompt has no turns; make it a message of the user and the url /v1/chat/completions',
  '/v1/responses': 'write the line for /v1/chat/completions',
  '/v1/moderations': 'Bedrock has no model that answers it',
  '/v1/images/generations': 'draw with a prompt of the spec instead'
}

export class OpenAiBatchReader extends JsonlReader {
  override readonly columns = ['custom_id', 'method', 'url', 'model', 'body']
  readonly types = { body: 'json' } as const
  private brought: Brought[] = []
  /** What was warned of once is not told for every line. */
  private readonly warned = new Set<string>()

  override push(text: string): Found {
    return this.with(super.push(text))
  }

  override end(): Found {
    return this.with(super.end())
  }

  protected override row(value: JsonObject, line: number, found: Found): void {
    const read = this.read(value, line)
    if ('message' in read) {
      this.options.problems.error(read.message, { file: this.options.file, line }, read.hint)
      return
    }
    const { custom_id = null, method = 'POST', url = null, body = null } = value
    const model = isObject(body) ? (body['model'] ?? null) : null
    found.fields.push(fieldsOfObject({ custom_id, method, url, model, body }))
    found.lines.push(line)
    this.brought.push(read)
  }

  protected override hint(): void {
    // The spec has said so.
  }

  private read({ method, url, body }: JsonObject, line: number): Brought | Fault {
    if (method !== undefined && method !== null && method !== 'POST') return { message: 'method must be POST' }
    if (typeof url !== 'string') {
      return { message: 'the line has no url', hint: 'it says what the body is: "url": "/v1/chat/completions"' }
    }
    if (body === undefined || !isObject(body)) {
      return { message: body === undefined ? 'the line has no body' : `body must be an object, not ${kindOf(body)}` }
    }
    this.warnOfModel(body, line)
    switch (url) {
      case '/v1/chat/completions':
        return this.chat(body, line)
      case '/v1/embeddings':
        return this.embedding(body, line)
      default: {
        const hint = endpoints[url] ?? '/v1/chat/completions and /v1/embeddings are'
        return { message: `${spelled(url)} is not asked here`, hint }
      }
    }
  }

  private chat(body: JsonObject, line: number): Brought | Fault {
    const refused = refusals(body)
    if (refused !== undefined) return refused
    const messages = readMessages(body['messages'] ?? null)
    if ('message' in messages) return messages
    const parameters = readParameters(body)
    if ('message' in parameters) return parameters
    for (const { member, why } of leftOut(body)) this.warn(member, why, line)
    for (const warning of messages.warnings) this.warn(warning, warning, line)
    return brought(messages.request, parameters)
  }

  private embedding(body: JsonObject, line: number): Brought | Fault {
    const read = readEmbedding(body)
    if ('message' in read) return read
    for (const { member, why } of read.leftOut) this.warn(member, why, line)
    return brought(read.request, {})
  }

  private warnOfModel(body: JsonObject, line: number): void {
    const model = body['model']
    if (typeof model !== 'string' || this.warned.has('model')) return
    this.warn('model', `body.model ${spelled(model)} is not asked: the spec’s model answers every line`, line)
  }

  private warn(what: string, message: string, line: number): void {
    if (this.warned.has(what)) return
    this.warned.add(what)
    this.options.problems.warning(message, { file: this.options.file, line }, 'told once a file')
  }

  private with(found: Found): Found {
    const { brought: all } = this
    this.brought = []
    return found.fields.length === 0 ? nothing() : { ...found, brought: all }
  }
}

function brought(request: Request, parameters: Parameters): Brought {
  return Object.keys(parameters).length === 0 ? { request } : { request, parameters }
}
