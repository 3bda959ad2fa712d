/** The one table of how the servers differ. AWS behaves as the emulator's column says; radosgw is Ceph 16 (Debian 12). */
import type { S3Capabilities } from './s3.suite.ts'
import type { StsCapabilities } from './sts.suite.ts'

export const s3Capabilities = {
  emulator: {
    checksChecksums: true,
    returnsChecksums: true,
    takesTrailers: true,
    conditionalComplete: true,
    takesQuotedIfMatch: true,
    tellsRegion: true,
    checksOwner: true,
    homeLocation: '',
    partOrder: 'InvalidPartOrder',
    unknownKey: 'InvalidAccessKeyId'
  },
  radosgw: {
    checksChecksums: false,
    returnsChecksums: false,
    takesTrailers: false,
    conditionalComplete: false,
    takesQuotedIfMatch: false,
    tellsRegion: false,
    checksOwner: false,
    homeLocation: 'default',
    partOrder: 'EntityTooSmall',
    unknownKey: 'AccessDenied'
  }
} as const satisfies Record<string, S3Capabilities>

export const stsCapabilities = {
  emulator: {
    callerIdentity: true,
    expired: 'ExpiredTokenException',
    wrongAudience: 'InvalidIdentityTokenException',
    wrongSigner: 'InvalidIdentityTokenException',
    garbage: 'InvalidIdentityTokenException',
    unknownRole: 'AccessDenied',
    badSessionName: 'ValidationError',
    shortDuration: 'ValidationError',
    badPolicy: 'MalformedPolicyDocumentException',
    wrongSessionToken: 'InvalidToken'
  },
  radosgw: {
    callerIdentity: false,
    expired: 'AccessDenied',
    wrongAudience: 'AccessDenied',
    wrongSigner: 'AccessDenied',
    garbage: 'AccessDenied',
    unknownRole: 'AccessDenied',
    badSessionName: 'ValidationError',
    shortDuration: 'ValidationError',
    badPolicy: 'MalformedPolicyDocumentException',
    wrongSessionToken: 'AccessDenied'
  }
} as const satisfies Record<string, StsCapabilities>
