/** Bedrock over HTTP: paths to operations, errors to replies. https://docs.aws.amazon.com/bedrock/latest/APIReference/ */
import type { Exchange, Reply } from '../exchange.ts'
import { BedrockError, bedrockFailure, bedrockJson } from './errors.ts'
import {
  createModelInvocationJob,
  getModelInvocationJob,
  listModelInvocationJobs,
  listTagsForResource,
  readBody,
  stopModelInvocationJob,
  tagResource,
  untagResource,
  type Asked,
  type Operation,
  type World
} from './operations.ts'
import { invoke, runtimePaths, type RuntimePath, type RuntimeWorld } from './runtime.ts'

interface ControlPath {
  readonly method: string
  readonly shape: RegExp
  readonly name: string
  readonly operation: Operation
}

const controlPaths: readonly ControlPath[] = [
  {
    method: 'POST',
    shape: /^\/model-invocation-job$/,
    name: 'CreateModelInvocationJob',
    operation: createModelInvocationJob
  },
  {
    method: 'GET',
    shape: /^\/model-invocation-jobs$/,
    name: 'ListModelInvocationJobs',
    operation: listModelInvocationJobs
  },
  {
    method: 'GET',
    shape: /^\/model-invocation-job\/([^/]+)$/,
    name: 'GetModelInvocationJob',
    operation: getModelInvocationJob
  },
  {
    method: 'POST',
    shape: /^\/model-invocation-job\/([^/]+)\/stop$/,
    name: 'StopModelInvocationJob',
    operation: stopModelInvocationJob
  },
  { method: 'POST', shape: /^\/tagResource$/, name: 'TagResource', operation: tagResource },
  { method: 'POST', shape: /^\/untagResource$/, name: 'UntagResource', operation: untagResource },
  { method: 'POST', shape: /^\/listTagsForResource$/, name: 'ListTagsForResource', operation: listTagsForResource }
]

export function bedrockOperation(method: string, pathname: string): string {
  return match(method, pathname)?.path.name ?? 'Unknown'
}

/** Answers a request whose signature has been checked. */
export async function bedrockService(
  exchange: Exchange,
  authorize: Asked['authorize'],
  world: World & RuntimeWorld
): Promise<Reply> {
  const found = match(exchange.method, exchange.url.pathname)
  try {
    if (!found)
      throw new BedrockError('UnknownOperationException', 'The requested operation is not recognized by the service.')
    const asked: Asked = {
      number: exchange.number,
      body: readBody(await exchange.bytes()),
      query: exchange.url.searchParams,
      identifier: found.identifier,
      authorize
    }
    const { path } = found
    return 'api' in path ? await invoke(path, asked, world) : bedrockJson(await path.operation(asked, world))
  } catch (error) {
    if (error instanceof BedrockError) return bedrockFailure(error.status, error.code, error.message)
    throw error
  }
}

function match(method: string, pathname: string): { path: ControlPath | RuntimePath; identifier: string } | undefined {
  for (const path of [...controlPaths, ...runtimePaths]) {
    const parts = path.method === method ? path.shape.exec(pathname) : null
    if (parts) return { path, identifier: decode(parts[1] ?? '') }
  }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
