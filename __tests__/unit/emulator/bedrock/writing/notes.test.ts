import { describe, expect, it } from '@jest/globals'
import { writtenOut } from '../../../../../src/emulator/bedrock/writing/notes.ts'

describe('writtenOut', () => {
  it.each([
    ['pt c/o HA x3d', 'Patient complains of headache for 3 days.'],
    ['54 yo M w/ HTN', '54-year-old male with hypertension.'],
    ['amoxi 500 tds 5/7, r/v 2/52', 'Amoxicillin 500 three times a day 5 days, review 2 weeks.'],
    ['R knee pain, no LOC', 'Right knee pain, no loss of consciousness.'],
    ['ex-smoker, ECG wnl', 'Ex-smoker, electrocardiogram within normal limits.'],
    ['BP ↑', 'Blood pressure raised.'],
    ['seen today\nwell', 'Seen today. Well.'],
    ['I am well', 'I am well.']
  ])('%j becomes %j', (note, text) => {
    expect(writtenOut(note).replace(/ +\./, '.')).toBe(text)
  })
})
