import { describe, expect, it } from '@jest/globals'
import { writeFileSync, appendFileSync } from 'node:fs'
import { bucket, questionIn, spec, Stage } from './stage.ts'
const out = '/tmp/r1.log'
writeFileSync(out, '')
const say = (name: string, ...x: unknown[]) => appendFileSync(out, `${name}: ${x.map(y => typeof y === 'string' ? y : JSON.stringify(y)).join(' ')}\n`)
const time = 120_000
const three = 'sku,name,colour\nA,Boot,red\nB,Clog,blue\nC,Sandal,green\n'
const labels = (n: number, rest = 'limits: {minRecordsPerJob: 3}') => spec
  .replace('outputs:', `answer: {labels: [shoe, boot], retryInvalid: ${n}}\noutputs:`)
  .replace('limits: {minRecordsPerJob: 3}\nbelowMinimum: hold', rest)
const books = (stage: Stage) => [...stage.emulator.books.paid()].map(p => `${p.times}`).join(',')

describe('follow-ups', () => {
  it.concurrent('retry failed', async () => {
    // Clog: first wrong, follow-up wrong; upon retry of the original right.
    let firsts = 0
    await using stage = await Stage.open({ 'spec.yml': labels(1), 'data/shoes.csv': three }, {
      answer: (_m, input) => {
        const said = questionIn(input)
        if (said.includes('cannot be used')) return { text: 'still wrong' }
        if (said.includes('Clog')) return { text: firsts++ === 0 ? 'a wooden thing' : 'shoe' }
        return { text: 'shoe' }
      } })
    const pass = await stage.pass(); stage.checkout.fresh()
    say('retryfailed 1', pass.code, pass.outputs['status'], pass.rows, stage.checkout.read('generated/shoes.csv') ?? '', books(stage))
    const again = await stage.pass({ retry: 'failed' }); stage.checkout.fresh()
    say('retryfailed 2', again.code, again.outputs['status'], again.rows, stage.checkout.read('generated/shoes.csv') ?? '', books(stage))
    const third = await stage.pass({}); stage.checkout.fresh()
    say('retryfailed 3', third.code, third.outputs['status'], third.rows, stage.checkout.read('generated/shoes.csv') ?? '', books(stage))
    expect(1).toBe(1)
  }, time)
  it.concurrent('retry failed with follow-up answered, not yet published', async () => {
    await using stage = await Stage.open({ 'spec.yml': labels(1), 'data/shoes.csv': three }, {
      answer: (_m, input) => {
        const said = questionIn(input)
        if (said.includes('cannot be used')) return { text: 'boot' }
        return { text: said.includes('Clog') ? 'a wooden thing' : 'shoe' }
      } })
    const pass = await stage.pass(); stage.checkout.fresh()
    stage.checkout.commit({ 'generated/shoes.csv': undefined, 'generated/shoes.lock.json': undefined, 'generated/shoes.manifest.json': undefined })
    const again = await stage.pass({ retry: 'failed' }); stage.checkout.fresh()
    say('lostlock-retryfailed', pass.code, again.code, again.outputs['status'], again.rows, books(stage), 'paidTwice', stage.paidTwice)
    expect(1).toBe(1)
  }, time)
  for (const below of ['hold', 'fail', 'pad']) it.concurrent(`below ${below}`, async () => {
    await using stage = await Stage.open({ 'spec.yml': labels(1, `limits: {minRecordsPerJob: 3}\nbelowMinimum: ${below}`), 'data/shoes.csv': three }, {
      answer: (_m, input) => {
        const said = questionIn(input)
        if (said.includes('cannot be used')) return { text: 'boot' }
        return { text: said.includes('Clog') ? 'a wooden thing' : 'shoe' }
      } })
    const pass = await stage.pass({'wait-minutes': '0.2'}); stage.checkout.fresh()
    say(`below ${below} 1`, pass.code, pass.outputs['status'], pass.failureCode ?? '', pass.rows, stage.checkout.read('generated/shoes.csv') ?? 'none', books(stage))
    const again = await stage.pass({'wait-minutes': '0.2'}); stage.checkout.fresh()
    say(`below ${below} 2`, again.code, again.outputs['status'], again.failureCode ?? '', again.rows, stage.checkout.read('generated/shoes.csv') ?? 'none', books(stage))
    if (again.code) say('log', again.log.slice(-800))
    expect(1).toBe(1)
  }, time)
  it.concurrent('retryInvalid 1 2 1 0', async () => {
    await using stage = await Stage.open({ 'spec.yml': labels(1), 'data/shoes.csv': three }, {
      answer: (_m, input) => {
        const n = JSON.stringify(input).split('cannot be used').length - 1
        if (n >= 2) return { text: 'boot' }
        if (n === 1) return { text: 'wrong again' }
        return { text: JSON.stringify(input).includes('Clog') ? 'a wooden thing' : 'shoe' }
      } })
    for (const n of [1, 2, 1, 0, 2]) {
      stage.checkout.commit({ 'spec.yml': labels(n), 'x.txt': `${n} ${Math.random()}` })
      const pass = await stage.pass(); stage.checkout.fresh()
      say(`retryInvalid ${n}`, pass.code, pass.outputs['status'], pass.failureCode ?? '', pass.rows, (stage.checkout.read('generated/shoes.csv') ?? 'none').replaceAll('\n', '/'), books(stage), 'twice', stage.paidTwice)
    }
    expect(1).toBe(1)
  }, time)
  it.concurrent('maxRecords with follow-ups', async () => {
    await using stage = await Stage.open({ 'spec.yml': labels(1, `limits: {minRecordsPerJob: 3, maxRecords: 3}`), 'data/shoes.csv': three }, {
      answer: (_m, input) => {
        const said = questionIn(input)
        if (said.includes('cannot be used')) return { text: 'boot' }
        return { text: said.includes('Clog') ? 'a wooden thing' : 'shoe' }
      } })
    const pass = await stage.pass(); stage.checkout.fresh()
    say('maxRecords 1', pass.code, pass.outputs['status'], pass.failureCode ?? '', pass.rows, stage.checkout.read('generated/shoes.csv') ?? 'none', books(stage))
    const again = await stage.pass(); stage.checkout.fresh()
    say('maxRecords 2', again.code, again.outputs['status'], again.failureCode ?? '', again.rows, stage.checkout.read('generated/shoes.csv') ?? 'none', books(stage))
    expect(1).toBe(1)
  }, time)
  it.concurrent('video follow-up in batch', async () => {
    const video = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(200, 7)])
    const shown = labels(1, 'limits: {minRecordsPerJob: 3}')
        .replace(/^model: .*$/m, 'model: us.amazon.nova-lite-v1:0')
        .replace(/^prompt: .*$/m, 'prompt: {user: "What happens?", videos: "s3://bedrock-batch-demo/films/{{ sku }}.mp4"}')
    await using stage = await Stage.open({ 'spec.yml': shown, 'data/shoes.csv': three }, {
      answer: (_m, input) => JSON.stringify(input).includes('cannot be used') ? { text: 'boot' } : { text: 'nonsense' } })
    for (const [sku, kind] of Object.entries({ A: 1, B: 2, C: 3 }))
      await stage.emulator.buckets.put(bucket, `films/${sku}.mp4`, Buffer.concat([video, Buffer.from([kind])]))
    const pass = await stage.pass(); stage.checkout.fresh()
    say('video', pass.code, pass.outputs['status'], pass.failureCode ?? '', pass.rows, stage.checkout.read('generated/shoes.csv') ?? 'none', books(stage))
    say('video log', pass.log.slice(-2500))
    for await (const k of []) say(k)
    expect(1).toBe(1)
  }, time)
  it.concurrent('sample column of the data', async () => {
    const jsonl = [1, 2, 3, 3.5, 101].map((s, i) => JSON.stringify({ sku: `K${i}`, name: 'Boot', colour: 'red', sample: s })).join('\n')
    await using stage = await Stage.open({ 'spec.yml': spec.replace('data/shoes.csv', 'data/shoes.jsonl'), 'data/shoes.jsonl': jsonl }, {})
    const pass = await stage.pass(); stage.checkout.fresh()
    say('sample col', pass.code, pass.outputs['status'], pass.rows, books(stage), pass.log.slice(-1500))
    expect(1).toBe(1)
  }, time)
})
