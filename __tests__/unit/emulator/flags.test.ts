import { describe, expect, it } from '@jest/globals'
import { readFlags } from '../../../src/emulator/flags.ts'

describe('readFlags', () => {
  it('reads every flag, with a space or an equals sign', () => {
    const words =
      '--port 8080 --region=eu-west-1 --account 111122223333 --speed 0.5 --seed 7 --minimum 3 --bucket my-bucket --truth shuffle=false --truth=listLagMs=5000 --truth deny=iam:PassRole,s3:* --truth echo=absent'

    expect(readFlags(words.split(' '))).toEqual({
      kind: 'run',
      options: {
        port: 8080,
        region: 'eu-west-1',
        account: '111122223333',
        speed: 0.5,
        seed: 7,
        quotas: { minimumRecords: 3 },
        buckets: ['my-bucket'],
        truth: { shuffle: false, listLagMs: 5000, deny: ['iam:PassRole', 's3:*'], echo: 'absent' }
      }
    })
  })

  it('reads models and limits', () => {
    const words = [
      '--model',
      'acme.writer-1={"text": "{{answer}}"}',
      '--model=acme.drawer-1:0={}',
      '--throttle',
      'perSecond=5,concurrent=2'
    ]

    expect(readFlags(words)).toMatchObject({
      options: {
        models: { 'acme.writer-1': { output: { text: '{{answer}}' } }, 'acme.drawer-1:0': { output: {} } },
        throttle: { perSecond: 5, concurrent: 2 }
      }
    })
  })

  it('gives nothing for nothing, a manual clock when asked, and help', () => {
    const manual = readFlags(['--clock', 'manual'])

    expect(readFlags([])).toEqual({ kind: 'run', options: { truth: {} } })
    expect(manual).toMatchObject({ kind: 'run', options: { clock: { advance: expect.any(Function) } } })
    expect(readFlags(['--port', '1', '--help'])).toEqual({ kind: 'help' })
  })

  it.each([
    ['--prot 1', 'unknown flag --prot (did you mean --port?)'],
    ['--something-else', 'unknown flag --something-else'],
    ['--toString 1', 'unknown flag --toString'],
    ['--port', '--port needs a value'],
    ['--port 70000', '--port must be a whole number from 0 to 65535, not 70000'],
    ['--port abc', '--port must be a whole number from 0 to 65535, not abc'],
    ['--speed -1', '--speed must be a number above 0, not -1'],
    ['--region Europe', '--region must be a region such as eu-west-1, not Europe'],
    ['--account 12', '--account must be twelve digits, not 12'],
    ['--clock fast', '--clock must be real or manual, not fast'],
    ['--model writer', '--model needs ID=FILE or ID=JSON, such as acme.writer-1=answer.json, not writer'],
    ['--model acme.w=[]', '--model cannot read the file []'],
    ['--model acme.w={]', '--model acme.w needs a JSON object, not {]'],
    ['--throttle perSec=1', '--throttle knows no perSec (did you mean perSecond?)'],
    ['--throttle burst=x', '--throttle burst must be a whole number from 0 to 1000000, not x'],
    ['--truth listLag=1', '--truth knows no listLag (did you mean listLagMs?)'],
    ['--truth shuffle', '--truth needs KEY=VALUE, not shuffle'],
    ['--truth shuffle=no', '--truth shuffle must be true or false, not no'],
    ['--truth echo=maybe', '--truth echo must be one of same, absent, reformatted, not maybe']
  ])('says what is wrong with %s', (words, message) => {
    expect(readFlags(words.split(' '))).toEqual({ kind: 'wrong', message })
  })
})
