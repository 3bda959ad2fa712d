/** What the answers look like together, for the job summary: how the labels are spread, how long texts are. */
import type { AnswerShape, Extent, Report } from '../pipeline/report.ts'
import { counted, whole } from '../figures.ts'
import { details, escape, table } from './markdown.ts'
import type { Detail } from './summary-detail.ts'

export function answerShapes({ answers }: Report, detail: Detail): string {
  if (answers === undefined) return ''
  const parts = [labelsTable(answers, detail), inWords(answers)]
  return parts.filter(part => part !== '').join('\n\n')
}

/** The most frequent first; a label that nobody got is worth a look too. */
function labelsTable({ labels = [], count }: AnswerShape, { labels: most }: Detail): string {
  const shown = labels.slice(0, most)
  if (shown.length === 0) return ''
  const rest = labels.slice(most)
  const lines = shown.map(label => [escape(label.label, 80), whole(label.count), share(label.count, count)])
  const others = rest.reduce((sum, label) => sum + label.count, 0)
  if (rest.length > 0) lines.push([counted(rest.length, 'other label'), whole(others), share(others, count)])
  const content = table(['Label', 'Rows', 'Share'], lines, [1, 2])
  return labels.length > 8 ? details(`<b>${counted(labels.length, 'label')}</b>`, content) : `#### Labels\n\n${content}`
}

function share(part: number, all: number): string {
  return `${((part / Math.max(1, all)) * 100).toFixed(1)} %`
}

function inWords({ count, repaired, objects, characters, dimensions, pictureBytes }: AnswerShape): string {
  const parts = [
    characters && `texts of ${extent(characters)} characters`,
    dimensions && `vectors of ${extent(dimensions)} numbers`,
    pictureBytes && `pictures of ${extent(pictureBytes)} bytes`,
    objects !== undefined && counted(objects, 'JSON value'),
    repaired !== undefined && `${whole(repaired)} of them repaired`
  ].filter(part => typeof part === 'string')
  return parts.length === 0 ? '' : `**Answers:** ${whole(count)}; ${parts.join(', ')}.`
}

function extent({ least, mean, most }: Extent): string {
  return least === most ? whole(most) : `${whole(least)} to ${whole(most)} (on average ${whole(mean)})`
}
