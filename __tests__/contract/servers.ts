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
    unknownKey: 'InvalidAccessKeyId',
    wrongSecret: 'SignatureDoesNotMatch'
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
    unknownKey: 'AccessDenied',
    wrongSecret: 'AccessDenied'
  }
} as const satisfies Record<string, S3Capabilities>

/** radosgw words STS errors in S3's dialect, which an STS client cannot read: there only the status tells. */
export const stsCapabilities = {
  emulator: {
    callerIdentity: true,
    expired: 'ExpiredTokenException 400',
    wrongAudience: 'InvalidIdentityTokenException 400',
    wrongSigner: 'InvalidIdentityTokenException 400',
    garbage: 'InvalidIdentityTokenException 400',
    unknownRole: 'AccessDenied 403',
    badSessionName: 'ValidationError 400',
    shortDuration: 'ValidationError 400',
    badPolicy: 'MalformedPolicyDocumentException 400',
    wrongSessionToken: 'InvalidToken 400'
  },
  radosgw: {
    callerIdentity: false,
    expired: 'Unknown 403',
    wrongAudience: 'Unknown 403',
    wrongSigner: 'Unknown 403',
    garbage: 'Unknown 403',
    unknownRole: 'Unknown 403',
    badSessionName: 'Unknown 400',
    shortDuration: 'Unknown 400',
    badPolicy: 'Unknown 400',
    wrongSessionToken: 'AccessDenied 403'
  }
} as const satisfies Record<string, StsCapabilities>
