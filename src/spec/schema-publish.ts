/** The `publish` block: where the files go. Which members a way has a use for is told by check-publish.ts. */
import { z } from 'zod'
import { publishWays } from './formats.ts'
import { flag, list, oneOf, text } from './schema-fields.ts'

const publish = z.strictObject(
  {
    via: oneOf(publishWays)
      .default('commit')
      .meta({ description: 'How answers reach the repository.', examples: ['pull-request'] }),
    when: oneOf(['complete', 'partial'])
      .default('complete')
      .meta({
        description: 'Whether to publish once every row is answered or given up, or after every job.',
        examples: ['partial']
      }),
    branch: text('the name of a branch')
      .exactOptional()
      .meta({
        description:
          'The branch to commit to, or that the pull request comes from. Default: the current one, or one of its own.',
        examples: ['generated/descriptions']
      }),
    base: text('the name of a branch')
      .exactOptional()
      .meta({ description: 'The branch that the pull request goes to. Default: the current one.', examples: ['main'] }),
    commitMessage: text()
      .exactOptional()
      .meta({ description: 'The message of the commit.', examples: ['Update product descriptions'] }),
    title: text()
      .exactOptional()
      .meta({ description: 'The title of the pull request.', examples: ['New product descriptions'] }),
    body: text()
      .exactOptional()
      .meta({
        description: 'Text before the counts in the body of the pull request.',
        examples: ['Please read ten of them.']
      }),
    labels: list(text('a label'), { most: 100, least: 0 })
      .default([])
      .meta({ description: 'Labels of the pull request.', examples: [['generated']] }),
    draft: flag()
      .default(false)
      .meta({ description: 'Whether the pull request is opened as a draft.', examples: [true] })
  },
  { error: 'a map such as {via: pull-request}' }
)

export const publishSchema = publish.prefault({}).meta({ description: 'Where the files go.' })
