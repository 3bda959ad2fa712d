import { describe, expect, it } from '@jest/globals'
import { documentFault, documentFormat } from '../../../src/media/document.ts'

const zip = (entry: string): Buffer =>
  Buffer.from(`PK\u0003\u0004..........[Content_Types].xml....PK\u0003\u0004${entry}`)
const ole = Buffer.from('d0cf11e0a1b11ae1000000', 'hex')
const text = Buffer.from('a,b\n1,2\n')
const html = Buffer.from('\ufeff \n<!DOCTYPE html>\n<html>')

describe('a document', () => {
  it.each([
    ['a.pdf', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['a.bin', Buffer.from('\n%PDF-1.7\n'), 'pdf'],
    ['a.docx', zip('word/document.xml'), 'docx'],
    ['a.docx', zip('xl/workbook.xml'), 'xlsx'],
    ['a.xlsx', zip('docProps/app.xml'), 'xlsx'],
    ['a.doc', ole, 'doc'],
    ['a.xls', ole, 'xls'],
    ['a.csv', text, 'csv'],
    ['a.MD', text, 'md'],
    ['a.markdown', text, 'md'],
    ['a.txt', html, 'html'],
    ['a.htm', html, 'html']
  ])('is known by its bytes, and by its name where they cannot tell: %s', (path, head, format) => {
    expect(documentFormat(path, head)).toBe(format)
  })

  it.each([
    ['a.pdf', text, 'the file is not PDF inside, but text'],
    ['a.docx', Buffer.from([1, 2, 0, 3]), 'the file is not DOCX inside'],
    ['a.pptx', zip('ppt/presentation.xml'), 'the file is a PowerPoint presentation, which no model takes'],
    ['a.rtf', text, 'the ending of the file names no document format'],
    ['a.bin', ole, 'the file is no document that models take'],
    ['a.txt', Buffer.from([0x63, 0xe9, 0x20]), 'the file is not TXT inside'],
    ['a.pdf', Buffer.alloc(0), 'the file is empty']
  ])('is not every file: %s', (path, head, fault) => {
    expect(documentFormat(path, head)).toBeUndefined()
    expect(documentFault(path, head).message).toBe(fault)
  })

  it('may be cut within a character where its head ends', () => {
    expect(documentFormat('a.txt', Buffer.from('é').subarray(0, 1))).toBe('txt')
  })
})
