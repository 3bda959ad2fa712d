/**
 * JavaScript without its comments, indented by tabs: a fifth of what packages bring along is spaces. Every token and every
 * line end between two tokens stay as they are.
 */
import ts from 'typescript'

const comment = /\/[/*]/
const lineEnd = /[\n\r\u2028\u2029]/

/** `name` is only for the parser. */
export function withoutComments(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS)
  let result = ''
  let done = 0
  const visit = node => {
    if (ts.isJSDoc(node)) return
    const children = node.getChildren(source)
    for (const child of children) visit(child)
    if (children.length > 0 || node.end <= done) return
    const start = node.getStart(source)
    result += between(text.slice(done, start)) + text.slice(start, node.end)
    done = node.end
  }
  visit(source)
  return `${result.trimEnd()}\n`
}

/** Between two tokens stand white space and comments only. A line end may end a statement, so one stays where any was. */
function between(gap) {
  if (!lineEnd.test(gap)) return comment.test(gap) ? ' ' : gap
  const indentation = /[ \t]*$/.exec(gap)?.[0] ?? ''
  const columns = indentation.replaceAll('\t', '    ').length
  return `\n${'\t'.repeat(Math.ceil(columns / 4))}`
}
