/**
 * The contract suites on a real server (see .ci/radosgw). Without one this fails and says what to install;
 * with REAL_SERVER=optional it says so and passes.
 */
const { spawnSync } = require('node:child_process')
const { dirname, resolve } = require('node:path')

const here = dirname(require.resolve('./jest.real.config.cjs'))
const check = spawnSync(resolve(here, 'radosgw'), ['check'], { encoding: 'utf8' })
const ready = check.status === 0
if (!ready) {
  const why = check.error?.message ?? check.stderr.trim()
  console.error(`No real S3 server to test on: ${why}`)
  if (process.env.REAL_SERVER !== 'optional') process.exit(1)
  console.error('REAL_SERVER=optional: skipped.')
}

module.exports = {
  rootDir: resolve(here, '..'),
  roots: ['<rootDir>/__tests__/real'],
  testMatch: ['**/*.test.ts'],
  ...(!ready && { testPathIgnorePatterns: ['/'], passWithNoTests: true }),
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/.ci/jest-transform.cjs' },
  testTimeout: 30000,
  ...(ready && { globalSetup: '<rootDir>/.ci/real-start.mjs', globalTeardown: '<rootDir>/.ci/real-stop.mjs' })
}
