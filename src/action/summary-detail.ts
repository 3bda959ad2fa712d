/** How much a summary shows, and where its links lead. */

/** Where links lead; without them the names stand alone. */
export interface Links {
  /** `https://github.com/owner/name` of the repository with the spec. */
  readonly repositoryUrl?: string | undefined
  /** `https://github.com/<action>/blob/<ref>`, for docs/troubleshooting.md. */
  readonly docs?: string | undefined
}

/** How much of each thing is shown. */
export interface Detail {
  readonly samples: number
  readonly jobs: number
  readonly failures: number
  readonly problems: number
  readonly keys: number
  readonly labels: number
}
