import { describe, expect, it } from '@jest/globals'
import { Credentials } from '../../../../src/emulator/signature/credentials.ts'

const clock = { now: () => 1_000_000 }
const session = { roleArn: 'arn:aws-us-gov:iam::210987654321:role/path/to/ci', sessionName: 'run-1', seconds: 900 }

describe('credentials', () => {
  it('mints keys of the role, in its partition and account, good for the time asked', () => {
    const keys = new Credentials(clock).mint(session)

    expect(keys).toMatchObject({
      principalArn: 'arn:aws-us-gov:sts::210987654321:assumed-role/ci/run-1',
      account: '210987654321',
      expiresAt: 1_900_000
    })
    expect(keys.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
    expect(keys.secretAccessKey).toHaveLength(40)
    expect(keys.userId).toMatch(/^AROA[A-Z2-7]{16}:run-1$/)
  })

  it('mints others each time, and the same again from the same seed', () => {
    const credentials = new Credentials(clock, 'seed')

    const [first, second] = [credentials.mint(session), credentials.mint(session)]

    expect(new Set([first.accessKeyId, second.accessKeyId]).size).toBe(2)
    expect(new Credentials(clock, 'seed').mint(session)).toEqual(first)
    expect(new Credentials(clock, 'other').mint(session)).not.toEqual(first)
  })

  it('knows standing keys until they are forgotten', () => {
    const credentials = new Credentials(clock)
    const holder = credentials.add({ accessKeyId: 'AK', secretAccessKey: 'SK', principalArn: 'arn:aws:iam::1:user/u' })

    const before = credentials.find('AK')
    credentials.forget('AK')

    expect(before).toBe(holder)
    expect(credentials.expired(holder)).toBe(false)
    expect(credentials.find('AK')).toBeUndefined()
  })

  it('gives no keys for something that is no role', () => {
    expect(() => new Credentials(clock).mint({ ...session, roleArn: 'arn:aws:iam::123456789012:user/u' })).toThrow(
      RangeError
    )
  })
})
