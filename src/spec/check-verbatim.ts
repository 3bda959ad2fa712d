/** What `api: verbatim` needs, and what has no place beside it. */
import { type Finding, quote, spelled } from './finding.ts'
import type { Spec } from './spec.ts'

type Verbatim = NonNullable<Spec['verbatim']>

const answers = ['text', 'vector', 'picture'] as const

export function checkVerbatim(spec: Spec): readonly Finding[] {
  const { api, verbatim } = spec
  if (verbatim === undefined) return api === 'verbatim' ? [lacking] : []
  if (api !== 'verbatim') return [{ path: ['verbatim'], atKey: true, ...idle(api) }]
  return [
    ...oneAnswer(verbatim),
    ...starsOf(verbatim),
    ...fittingFormat(spec),
    ...onlyTheTemplate(spec),
    ...noPadding(spec)
  ]
}

const lacking: Finding = {
  path: ['api'],
  message: 'api: verbatim needs the block verbatim, which says where the answer stands',
  hint: "For example verbatim: {text: 'content[0].text'}."
}

function idle(api: Spec['api']): { message: string; hint: string } {
  return {
    message: `verbatim has no effect with api: ${api}`,
    hint: 'Write api: verbatim, or remove the block.'
  }
}

function oneAnswer(verbatim: Verbatim): readonly Finding[] {
  const given = answers.filter(name => verbatim[name] !== undefined)
  if (given.length === 1) return []
  const second = given[1]
  if (second === undefined) {
    return [
      {
        path: ['verbatim'],
        message: 'verbatim does not say where the answer stands: text, vector or picture is missing',
        hint: "For example text: 'content[0].text'."
      }
    ]
  }
  return [
    {
      path: ['verbatim', second],
      message: `verbatim has both ${given[0] ?? ''} and ${second}; an answer is one of them`,
      hint: 'Keep one.'
    }
  ]
}

/** Only texts are joined; of everything else there is one. */
function starsOf({
  endValues: _words,
  api: _api,
  text: _text,
  reasoning: _reasoning,
  ...single
}: Verbatim): readonly Finding[] {
  return Object.entries(single)
    .filter(([, path]) => path.includes('[*]'))
    .map(([name, path]) => ({
      path: ['verbatim', name],
      message: `verbatim.${name} must name one place, and ${quote(path)} names many`,
      hint: 'Write a number for the star: [0] is the first element.'
    }))
}

function fittingFormat({ verbatim, answer: { format } }: Spec): readonly Finding[] {
  if (verbatim?.text !== undefined && format === 'embedding') {
    return [
      {
        path: ['answer', 'format'],
        message: 'answer.format is embedding, but verbatim.text says that the answer is text',
        hint: 'Write verbatim.vector for a vector.'
      }
    ]
  }
  if (verbatim?.text !== undefined || (format !== 'json' && format !== 'label')) return []
  const other = verbatim?.vector === undefined ? 'picture' : 'vector'
  return [
    {
      path: ['answer', 'format'],
      message: `answer.format is ${format}, but verbatim.${other} says that the answer is a ${other}`,
      hint: 'Leave out the answer block.'
    }
  ]
}

/** Everything else of a prompt is put into JSON by a family, and here there is none. */
function onlyTheTemplate({ prompt, expand }: Spec): readonly Finding[] {
  const written = [
    { path: ['prompt'], prompt },
    ...Object.entries(expand ?? {}).map(([name, one]) => ({ path: ['expand', name], prompt: one }))
  ]
  return written.flatMap(one =>
    (['system', 'messages', 'images', 'documents', 'videos'] as const)
      .filter(member => one.prompt[member] !== undefined)
      .map(member => ({
        path: [...one.path, member],
        message: `with api: verbatim the whole question is user, so ${spelled([...one.path, member])} has no place`,
        hint: 'Write it into the JSON of user.'
      }))
  )
}

/** A record that fills a job up must be one that the model understands. */
function noPadding({ belowMinimum }: Spec): readonly Finding[] {
  if (belowMinimum !== 'pad') return []
  return [
    {
      path: ['belowMinimum'],
      message: 'belowMinimum: pad does not go with api: verbatim: what the model takes as a question is not known',
      hint: 'Write on-demand, hold or fail.'
    }
  ]
}
