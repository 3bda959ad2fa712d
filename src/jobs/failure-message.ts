/** What Bedrock's words on a failed job say of its records. AWS publishes no list of them; what is not known here says nothing. */

const beforeAnyRecord =
  /permission|not authori[sz]ed|denied|\bassume|validat|invalid|malformed|minimum|maximum|fewer|less than|more than the|must be in|not found|was found|is not an? |has no |n[o']t exist|not support|unsupported|(?:cannot|could not|can't|couldn't) be read/i

/** Whether the job was turned away before its first record: by its role, its input, its model. */
export function wasTurnedAway(message: string | undefined): boolean {
  return message !== undefined && beforeAnyRecord.test(message)
}
