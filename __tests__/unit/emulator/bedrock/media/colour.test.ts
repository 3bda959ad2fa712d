import { describe, expect, it } from '@jest/globals'
import { colourName } from '../../../../../src/emulator/bedrock/media/colour.ts'

describe('colourName', () => {
  it.each([
    [[255, 255, 255], 'white'],
    [[0, 0, 0], 'black'],
    [[128, 128, 128], 'grey'],
    [[200, 200, 205], 'light grey'],
    [[60, 60, 65], 'dark grey'],
    [[220, 20, 20], 'red'],
    [[220, 20, 60], 'red'],
    [[240, 150, 30], 'orange'],
    [[120, 70, 20], 'brown'],
    [[230, 220, 40], 'yellow'],
    [[40, 160, 60], 'green'],
    [[40, 190, 190], 'turquoise'],
    [[40, 60, 200], 'blue'],
    [[130, 50, 210], 'violet'],
    [[230, 90, 180], 'pink']
  ] as const)('%j is %s', (rgb, name) => {
    expect(colourName(rgb)).toBe(name)
  })
})
