/** Questions beyond one text per row: trials, matrices, variants, samples, turns, pictures, and answers that did not fit. */
import { describe, expect, it } from '@jest/globals'
import { bucket, modelWord, questionIn, spec, Stage } from './stage.ts'

const time = 120_000
/** One grey pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64'
)
const three = 'sku,name,colour\nA,Boot,red\nB,Clog,blue\nC,Sandal,green\n'
const atAws = { quotas: { minimumRecords: 100 } }

describe('a trial', () => {
  it.concurrent(
    'shows questions and answers, publishes nothing, and leaves the answers to the next pass',
    async () => {
      await using stage = await Stage.open({ 'spec.yml': spec.replace(/^limits: [^]*$/m, '') }, atAws)

      const pass = await stage.pass({ mode: 'try', 'try-rows': '2', 'service-role-arn': '' })

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'tried', pass.log])
      expect(pass.aws.filter(({ service }) => service === 'bedrock-runtime')).toHaveLength(2)
      expect(pass.log).toContain('Describe Höhenläufer in red.')
      expect(pass.summary).toMatch(/\| <code>A-1<\/code> \| Describe Höhenläufer in red\. \| Thus spoke the model: /)
      expect(stage.dirt).toBe('')

      const whole = await stage.pass()

      expect([whole.outputs['status'], whole.log]).toEqual(['done', whole.log])
      expect(whole.aws.filter(({ service }) => service === 'bedrock-runtime')).toHaveLength(3)
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent(
    'does not ask what a batch job holds, and says so',
    async () => {
      await using stage = await Stage.open({}, { speed: 0.01 })
      await stage.pass({ mode: 'submit' })

      const pass = await stage.pass({ mode: 'try' })

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'tried', pass.log])
      expect(pass.rows).toMatchObject({ wanted: 3, waiting: 3, failed: 0 })
      expect(pass.summary).toContain('⚠️ it is in a batch job that has not ended')
      expect(pass.aws.filter(({ service }) => service === 'bedrock-runtime')).toEqual([])
    },
    time
  )

  it.concurrent(
    'of a model that refuses everything fails, and says why beside the question',
    async () => {
      await using stage = await Stage.open(
        {},
        {
          ...atAws,
          answer: () => ({ error: { code: 400, message: 'temperature and top_p cannot both be specified' } })
        }
      )

      const pass = await stage.pass({ mode: 'try' })

      expect([pass.code, pass.failureCode, pass.log]).toEqual([1, 'too-many-errors', pass.log])
      expect(pass.summary).toContain('temperature and top')
    },
    time
  )
})

describe('several questions per row', () => {
  it.concurrent(
    'are rows of their own; one more value asks only what is new',
    async () => {
      const many = (langs: string): string =>
        spec
          .replace(
            /^prompt: .*$/m,
            'matrix: {lang: ' +
              langs +
              '}\nexpand: {title: {user: "A title in {{ lang }} for {{ name }}."}, line: {user: "A line in {{ lang }} on {{ name }}."}}\nsamples: 2'
          )
          .replace(
            'outputs: generated/shoes.csv',
            'outputs: {path: generated/shoes.csv, columns: {key: key, sku: row.sku, lang: row.lang, what: row.variant, number: row.sample, text: answer}}'
          )
      await using stage = await Stage.open({ 'spec.yml': many('[de]'), 'data/shoes.csv': three })

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.outputs['status'], pass.rows, pass.log]).toMatchObject([
        0,
        'done',
        { wanted: 12, submitted: 12, answered: 12 },
        pass.log
      ])
      const lines = (stage.checkout.read('generated/shoes.csv') ?? '').split('\n')
      expect(lines[1]).toBe(`A#de#title#1,A,de,title,1,${modelWord}: A title in de for Boot.`)
      expect(lines[4]).toBe(`A#de#line#2,A,de,line,2,${modelWord}: A line in de on Boot.`)

      stage.checkout.commit({ 'spec.yml': many('[de, fr]') })
      const more = await stage.pass()

      expect(more.rows).toMatchObject({ wanted: 24, carriedOver: 12, submitted: 12, answered: 24 })
      // Two samples are the same question, paid twice on purpose.
      expect([...stage.emulator.books.paid()].map(({ times }) => times)).toEqual(Array(12).fill(2))
    },
    time
  )
})

describe('an answer that does not fit', () => {
  it.concurrent(
    'is asked for once more with what was wrong, in another job, and published under its row',
    async () => {
      const whole = spec
        .replace('outputs:', 'answer: {labels: [shoe, boot], retryInvalid: 1}\noutputs:')
        .replace('limits: {minRecordsPerJob: 3}\nbelowMinimum: hold', 'limits: {minRecordsPerJob: 3}')
      await using stage = await Stage.open(
        { 'spec.yml': whole, 'data/shoes.csv': three },
        {
          answer: (_model, modelInput) => {
            const said = questionIn(modelInput)
            if (said.includes('cannot be used')) return { text: 'boot' }
            return { text: said.includes('Clog') ? 'a wooden thing' : 'shoe' }
          }
        }
      )

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(stage.checkout.read('generated/shoes.csv')).toBe('sku,answer\nA,shoe\nB,boot\nC,shoe\n')
      expect(stage.creates).toBe(1)
      expect(pass.aws.filter(({ service }) => service === 'bedrock-runtime')).toHaveLength(1)

      const again = await stage.pass()
      stage.checkout.commit({
        'generated/shoes.csv': undefined,
        'generated/shoes.lock.json': undefined,
        'generated/shoes.manifest.json': undefined
      })
      const lost = await stage.pass()

      expect([again.outputs['status'], again.aws]).toEqual(['nothing-to-do', []])
      expect([lost.outputs['status'], lost.rows]).toMatchObject(['done', { answered: 3, submitted: 0 }])
      expect(stage.paidTwice).toBe(0)
    },
    time
  )
})

describe('an answer that did not fit twice', () => {
  const labelled = spec.replace('outputs:', 'answer: {labels: [shoe, boot], retryInvalid: 1}\noutputs:')

  it.concurrent(
    'is given up where its complaint is too little for a job, and keeps nobody back',
    async () => {
      await using stage = await Stage.open(
        { 'spec.yml': labelled, 'data/shoes.csv': three },
        { answer: (_model, modelInput) => ({ text: questionIn(modelInput).includes('Clog') ? 'wood' : 'shoe' }) }
      )

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.rows, pass.log]).toMatchObject([{ answered: 2, failed: 1, held: 0 }, pass.log])
      expect(stage.checkout.read('generated/shoes.csv')).toBe('sku,answer\nA,shoe\nC,shoe\n')
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'is asked again on a person’s word by its last complaint, not from the start',
    async () => {
      let complaints = 0
      const said = (question: string): string => {
        if (question.includes('cannot be used')) return complaints++ === 0 ? 'wood again' : 'boot'
        return question.includes('Clog') ? 'wood' : 'shoe'
      }
      await using stage = await Stage.open(
        { 'spec.yml': labelled.replace('belowMinimum: hold', 'belowMinimum: on-demand'), 'data/shoes.csv': three },
        { answer: (_model, modelInput) => ({ text: said(questionIn(modelInput)) }) }
      )
      const first = await stage.pass()
      stage.checkout.fresh()

      const again = await stage.pass({ retry: 'failed' })
      stage.checkout.fresh()

      expect(first.rows).toMatchObject({ submitted: 4, answered: 2, failed: 1 })
      expect([again.outputs['status'], again.rows]).toMatchObject(['done', { submitted: 1, answered: 3 }])
      expect(stage.checkout.read('generated/shoes.csv')).toBe('sku,answer\nA,shoe\nB,boot\nC,shoe\n')
    },
    time
  )
})

describe('a question', () => {
  it.concurrent(
    'may show a picture and have several turns',
    async () => {
      const shown = spec.replace(
        /^prompt: .*$/m,
        'prompt: {system: Be brief., messages: [{role: user, text: "Sort: sun"}, {role: assistant, text: warm}, {role: user, text: "Sort: {{ name }}", images: "img/{{ sku }}.png"}]}'
      )
      await using stage = await Stage.open({
        'spec.yml': shown,
        'data/shoes.csv': three,
        ...Object.fromEntries(['A', 'B', 'C'].map(sku => [`img/${sku}.png`, png]))
      })

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(stage.checkout.read('generated/shoes.csv')).toContain(`B,${modelWord}: Sort: Clog`)
    },
    time
  )

  it.concurrent(
    'is refused before anything is spent where the picture is none or the model takes none',
    async () => {
      const shown = spec.replace(/^prompt: .*$/m, 'prompt: {user: "What is it?", images: "img/{{ sku }}.png"}')
      await using stage = await Stage.open({
        'spec.yml': shown,
        'data/shoes.csv': three,
        'img/A.png': png,
        'img/B.png': 'no picture'
      })

      const pass = await stage.pass()
      stage.checkout.commit({ 'spec.yml': shown.replace(/^model: .*$/m, 'model: us.amazon.nova-micro-v1:0') })
      const blind = await stage.pass()

      expect([pass.code, pass.failureCode]).toEqual([1, 'bad-input'])
      expect(pass.annotations.map(({ message, line }) => [line, message])).toEqual([
        [3, expect.stringMatching(/^img\/B\.png: this is no PNG/)],
        [4, expect.stringMatching(/^img\/C\.png: there is no such file/)],
        [undefined, expect.stringContaining('Nothing was asked or written.')]
      ])
      expect(blind.annotations.map(({ message }) => message)).toContainEqual(expect.stringMatching(/takes no images/))
      expect(stage.creates).toBe(0)
    },
    time
  )
})

describe('a video in S3', () => {
  it.concurrent(
    'is brought into the folder of its job, and asked about once however it is called',
    async () => {
      const video = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(200, 7)])
      const shown = spec
        .replace(/^model: .*$/m, 'model: us.amazon.nova-lite-v1:0')
        .replace(
          /^prompt: .*$/m,
          'prompt: {user: "What happens?", videos: "s3://bedrock-batch-demo/films/{{ sku }}.mp4"}'
        )
      await using stage = await Stage.open({ 'spec.yml': shown, 'data/shoes.csv': `${three}D,Boot,red\n` })
      const films = { A: 1, B: 2, C: 3, D: 1 }
      for (const [sku, kind] of Object.entries(films))
        await stage.emulator.buckets.put(bucket, `films/${sku}.mp4`, Buffer.concat([video, Buffer.from([kind])]))

      const pass = await stage.pass()
      stage.checkout.fresh()
      const again = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(pass.rows).toMatchObject({ wanted: 4, submitted: 3, answered: 4 })
      const [create] = stage.emulator.books.requests.filter(one => one.operation === 'CreateModelInvocationJob')
      expect(create).toBeDefined()
      expect(stage.creates).toBe(1)
      expect(again.outputs['status']).toBe('nothing-to-do')
      expect(again.aws.filter(({ service }) => service === 'bedrock')).toEqual([])
    },
    time
  )
})
