import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { childText, element, parseXml, wrap } from '../../../../src/emulator/s3/xml.ts'

describe('xml', () => {
  it('carries any text there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const root = parseXml(wrap('Root', [element('Text', text)], 'http://example'))

        expect(root && childText(root, 'Text')).toBe(text)
      })
    )
  })

  it('is read with declaration, comment, prefix, attributes and empty elements', () => {
    const source =
      '\ufeff<?xml version="1.0"?>\n<!-- <a> --><s:Root xmlns="x" a=\'1\'>\n <One>1 &#x41;&#66;&amp;&apos;</One><Two/><Two /></s:Root>\n'

    const root = parseXml(source)

    expect(root?.name).toBe('Root')
    expect(root?.children.map(child => [child.name, child.text])).toEqual([
      ['One', "1 AB&'"],
      ['Two', ''],
      ['Two', '']
    ])
  })

  it.each([
    '',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    '<a></a>x',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<a b=c/>'
  ])('is not %j', source => {
    expect(parseXml(source)).toBeUndefined()
  })

  it('leaves an entity that it does not know', () => {
    expect(parseXml('<a>&nbsp;&#x110000;</a>')?.text).toBe('&nbsp;&#x110000;')
  })
})
