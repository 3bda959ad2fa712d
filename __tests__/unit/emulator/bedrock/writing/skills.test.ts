import { describe, expect, it } from '@jest/globals'
import { skillsIn, yearsIn } from '../../../../../src/emulator/bedrock/writing/skills.ts'

describe('skillsIn', () => {
  it('takes the list of skills first, then those that the text names, each once', () => {
    expect(skillsIn('Built pipelines in Python on AWS; Triage.\nSkills: sailing, python and rope work.')).toEqual([
      'sailing',
      'python',
      'rope work',
      'AWS',
      'triage'
    ])
  })

  it('takes no word for a skill that only contains it', () => {
    expect(skillsIn('Going to Gothenburg, C sharp, Javanese')).toEqual([])
  })
})

describe('yearsIn', () => {
  it.each([
    ['8 years of experience, 3 yrs as lead', 8],
    ['Clerk (2010–2014), manager (2014-2020)', 10],
    ['Fresh from school', 0]
  ])('of %j are %i', (text, years) => {
    expect(yearsIn(text)).toBe(years)
  })
})
