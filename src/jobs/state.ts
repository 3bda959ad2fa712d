/** A job's life as facts; what to do next is computed elsewhere. */

/** How a job ended, in our words. */
export type Ending = 'completed' | 'partially-completed' | 'failed' | 'stopped' | 'expired'
