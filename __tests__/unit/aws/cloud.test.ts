/** One account and region: who we are is asked once, and held against the accounts that are allowed. */
import { describe, expect, it } from '@jest/globals'
import { openCloud } from '../../../src/aws/cloud.ts'
import type { CloudSettings } from '../../../src/aws/cloud.ts'
import { StillClock } from '../../support/still-clock.ts'
import { openAws } from './world.ts'

const settings: CloudSettings = {
  region: 'us-east-1',
  bucket: 'bedrock-batch-demo',
  version: '0',
  allowedAccountIds: []
}

describe('A cloud', () => {
  it('asks once who we are', async () => {
    await using world = await openAws()
    const cloud = openCloud(settings, new StillClock())

    const [first, second] = await Promise.all([cloud.identity(), cloud.identity()])

    expect(first).toMatchObject({ account: '123456789012' })
    expect(second).toEqual(first)
    expect(world.emulator.books.requests.map(({ operation }) => operation)).toEqual(['GetCallerIdentity'])
  })

  it.each([
    [['999999999999', '123456789012'], undefined],
    [['999999999999'], 'wrong-account']
  ])('with the accounts %j allowed is refused as %s', async (allowedAccountIds, code) => {
    await using world = await openAws()
    const cloud = openCloud({ ...settings, allowedAccountIds }, new StillClock())

    const outcome = await cloud.identity().then(
      () => undefined,
      (error: unknown) => (error as { code: string }).code
    )

    expect(outcome).toBe(code)
    expect(world.emulator.books.requests).toHaveLength(1)
  })

  it('speaks to its own bucket, to another one, and to the jobs of its region', async () => {
    await using world = await openAws()
    world.emulator.buckets.createBucket('other', { region: 'us-east-1' })
    const cloud = openCloud(settings, new StillClock())

    await cloud.objects.put('a', 'mine')
    await cloud.bucket('other').put('b', 'elsewhere')
    const jobs = await cloud.jobs.list('none')

    expect(await world.emulator.buckets.get('bedrock-batch-demo', 'a')?.text()).toBe('mine')
    expect(await world.emulator.buckets.get('other', 'b')?.text()).toBe('elsewhere')
    expect(jobs).toEqual([])
  })

  it('refuses a bucket that belongs to somebody else, where its owner is named', async () => {
    await using world = await openAws()
    const cloud = openCloud({ ...settings, bucketOwner: '999999999999' }, new StillClock())

    await expect(cloud.objects.put('a', 'x')).rejects.toMatchObject({ code: 'access-denied' })

    expect(world.emulator.buckets.list('bedrock-batch-demo').objects).toEqual([])
  })
})
