import { describe, expect, it } from '@jest/globals'
import { languageAsked, namedLanguage, translate } from '../../../../../src/emulator/bedrock/writing/translation.ts'

describe('languageAsked', () => {
  it.each([
    ['Translate the abstract into German.', 'de'],
    ['Translate to French, keep the names.', 'fr'],
    ['Target language: es', 'es'],
    ['Answer politely in Italian.', 'it'],
    ['Translate into Klingon.', 'klingon']
  ])('%j is %s', (orders, code) => {
    expect(languageAsked(orders)?.code).toBe(code)
  })

  it.each(['Summarise the text.', 'The language of the name: keep it.'])('is nothing in %j', orders => {
    expect(languageAsked(orders)).toBeUndefined()
  })
})

describe('translate', () => {
  it('exchanges known words, keeps their capitals, and says that it is simulated', () => {
    expect(translate('The boat and the Sea', namedLanguage('de'))).toBe('[German, simulated] Die boat und die Meer')
    expect(translate('Two cats', namedLanguage('français'))).toBe('[French, simulated] Deux cats')
    expect(translate('Two cats', namedLanguage('Klingon'))).toBe('[Klingon, simulated] Two cats')
  })
})
