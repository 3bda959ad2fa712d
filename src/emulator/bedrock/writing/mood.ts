/** How a text sounds, by counting words: glad or angry, pressing or not. */
import { isCaller, turnsIn } from './facts.ts'

const glad =
  /\b(?:amazing|appreciate\w*|awesome|beautiful\w*|best|brilliant|comfortable|delight\w*|easy|enjoy\w*|excellent|fantastic|fast|fine|friendly|glad|good|grateful|great|happy|smashing|cheers|helpful|impressed|kind|love\w*|lovely|nice|perfect\w*|pleas(?:ed|ant|ure)|quick\w*|recommend\w*|relie(?:f|ved)|resolved|satisfied|smooth\w*|solved|super|thank\w*|thrilled|useful|wonderful\w*|works? (?:well|again|now)|worth)\b/gi
const angry =
  /\b(?:angry|annoy\w*|awful|bad|broke\w*|cancel\w*|complain\w*|confus\w*|crash\w*|damaged|defect\w*|delay\w*|disappoint\w*|double[- ]charged|error|expensive|fail\w*|faulty|frustrat\w*|horribl\w*|hurts?|impossible|late|lost|mess|missing|never (?:again|arrived|works?)|not (?:acceptable|good|happy|working)|overcharged|poor\w*|problem\w*|refund|ridiculous|rude|sad\w*|slow|sorry|stain\w*|stuck|terribl\w*|torn|unacceptable|unhappy|upset|useless|waiting|waste\w*|worse|worst|wrong\w*)\b/gi
const pressing =
  /\b(?:asap|at once|blocked|critical\w*|deadline|down|emergency|immediate\w*|lawyer|legal|outage|production|right now|safety|security|severe|today|unlimited|urgent\w*)\b|!/gi

export type Mood = 'positive' | 'neutral' | 'negative'

/** A talk is judged by how it ends for whoever called: by their last two turns, or by its second half. */
function ending(text: string): string {
  const turns = turnsIn(text)
  if (turns.length === 0) return text
  const theirs = turns.filter(turn => isCaller(turn.speaker))
  const last = theirs.length > 0 ? theirs.slice(-2) : turns.slice(Math.floor(turns.length / 2))
  return last.map(turn => turn.text).join('\n')
}

/** Above zero glad, below angry. A no turns the word after it. */
export function balance(text: string): number {
  const turned = (
    text.match(/\b(?:not|no|never|n[’']t) (?:\w+ )?(?:good|happy|satisfied|helpful|easy|nice|great)\b/gi) ?? []
  ).length
  return count(text, glad) - count(text, angry) - 2 * turned
}

export function moodOf(text: string): Mood {
  const value = balance(ending(text))
  return value > 0 ? 'positive' : value < 0 ? 'negative' : 'neutral'
}

/** 0 calm, 1 in between, 2 pressing. */
export function pressure(text: string): 0 | 1 | 2 {
  const signs = count(text, pressing)
  if (signs >= 2) return 2
  return signs === 1 || balance(text) < -1 ? 1 : 0
}

/** A part of 1: how glad, where 0.5 is neither. */
export function gladness(text: string): number {
  return Math.max(0.05, Math.min(0.95, 0.5 + balance(ending(text)) * 0.12))
}

function count(text: string, words: RegExp): number {
  return text.match(words)?.length ?? 0
}
