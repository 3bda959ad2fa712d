/** One of the values on offer: the one that the text speaks of, by words that belong to it. */
import { hash32 } from '../../random.ts'
import { moodOf, pressure, type Mood } from './mood.ts'

/** What a text is likely to say that deserves a label with such a word in it. */
const signs: readonly (readonly [label: RegExp, words: RegExp])[] = [
  [/outage|down/i, /\b(down|outage|no (?:internet|connection|signal|power)|offline|dead|cut off|gone again)\b/gi],
  [
    /speed|slow|performance/i,
    /\b(slow\w*|speed\w*|mega?bits?|mbit|buffering|lag\w*|service levels?|availability|uptime|respon[sd]\w* times?|perform\w*|deliver\w*)\b/gi
  ],
  [/moving|move|relocat/i, /\b(mov(?:e|ing) (?:house|home|flat|out|in|the line)|moving|new address|relocat\w*)\b/gi],
  [
    /appointment|visit/i,
    /\b(appointment\w*|engineer|technician|visit|slot|between \w+ and \w+|come round|turned up)\b/gi
  ],
  [/equipment|hardware|device/i, /\b(router|modem|box|cable\w*|socket|set-top|handset|device|charger|plug)\b/gi],
  [/praise|compliment/i, /\b(thank you|thanks|love (?:it|the|my)|great|wonderful|perfect|well done|compliments?)\b/gi],
  [
    /question|enquiry|inquiry/i,
    /\b(do you|can (?:i|you)|is it|are (?:the|you)|how (?:do|long|much|many)|what (?:is|are)|which|when (?:will|do)|where)\b/gi
  ],
  [
    /bill|payment|invoice|pricing|financ/i,
    /\b(fees?|invoice\w*|bill\w*|charg\w*|pa(?:y|id)\w*|card|price\w*|subscription\w*|plan|vat|debit\w*|discount\w*)\b/gi
  ],
  [
    /refund|return|exchange/i,
    /\b(refund\w*|return\w*|exchange\w*|money back|send (?:it )?back|swap|wrong size|too (?:large|small|big|tight)|a size)\b/gi
  ],
  [
    /deliver|shipping|shipment|logist/i,
    /\b(deliver\w*|ship\w*|parcel\w*|package\w*|courier|track\w*|arriv\w*|address|order(?:ed)?)\b/gi
  ],
  [
    /tech|bug|error|incident|fault|defect/i,
    /\b(error\w*|crash\w*|bug\w*|app|screen|load\w*|install\w*|update\w*|freez\w*|website|server|firmware|battery|broken?|rust\w*|crack\w*|leak\w*|torn|hole|faulty|scratch\w*|stain\w*|stopped working)\b/gi
  ],
  [
    /account|login|access|password|auth/i,
    /\b(account\w*|log ?in\w*|log(?:ged|ging) in|password\w*|sign ?in|e-?mail address|two-factor|locked|profile)\b/gi
  ],
  [
    /feature|request|suggest|idea/i,
    /\b(feature\w*|would (?:like|love|be (?:nice|great))|could you add|suggest\w*|wish|dark mode|export\w*|integrat\w*)\b/gi
  ],
  [/cancel|churn/i, /\b(cancel\w*|unsubscrib\w*|close my account|stop my)\b/gi],
  [/complain|feedback/i, /\b(complain\w*|disappoint\w*|unacceptable|feedback)\b/gi],
  [
    /secur|privacy|^data$|data protection|personal data|gdpr/i,
    /\b(security|privacy|personal data|gdpr|breach\w*|hack\w*|phish\w*|processor|controller|sub-?processors?|data subject\w*|backups?)\b/gi
  ],
  [/liab|indemn/i, /\b(liab\w*|indemnif\w*|hold harmless|consequential|damages)\b/gi],
  [/confiden|disclos|secre/i, /\b(confidential\w*|disclos\w*|non-disclosure|trade secret\w*)\b/gi],
  [
    /intellect|ip\b|copyright|licen[cs]e|rights/i,
    /\b(intellectual property|copyright\w*|patent\w*|trademark\w*|licen[cs]e\w*|ownership|rights?|grant\w*)\b/gi
  ],
  [
    /govern|law|jurisdiction|dispute|arbitrat/i,
    /\b(govern(?:ed|ing)|laws? of|jurisdiction|courts?|arbitrat\w*|dispute\w*)\b/gi
  ],
  [
    /formal|boilerplate|general provisions/i,
    /\b(notices?|in writing|amend\w*|severab\w*|entire agreement|counterparts?|governed|waiver|headings?|jurisdiction)\b/gi
  ],
  [
    /force majeure/i,
    /\b(force majeure|act of god|beyond (?:its|their|the) reasonable control|natural disaster\w*|epidemic|flood|earthquake)\b/gi
  ],
  [/warrant/i, /\b(warrant\w*|as is|merchantab\w*|fitness for)\b/gi],
  [/assign/i, /\b(assign\w*|transfer (?:its|any|this)|successor\w*)\b/gi],
  [
    /term\b|terminat|duration|renew/i,
    /\b(terminat\w*|expir\w*|renew\w*|months|initial term|effective date|duration|notice period|years from)\b/gi
  ]
]
const moods: readonly (readonly [label: RegExp, mood: Mood])[] = [
  [/^(very )?(positive|happy|satisfied|good|praise|delighted|glad)/i, 'positive'],
  [/^(very )?(negative|unhappy|dissatisfied|bad|angry|frustrated|poor)/i, 'negative'],
  [/^(neutral|mixed|indifferent|ok(ay)?|so-so|fine|average)/i, 'neutral']
]
const pressures: readonly (readonly [label: RegExp, level: 0 | 1 | 2])[] = [
  [/^(low|minor|p3|p4|none|calm|trivial)/i, 0],
  [/^(medium|normal|moderate|mid|p2|average)/i, 1],
  [/^(high|urgent|critical|severe|major|p0|p1|immediate)/i, 2]
]
const restOf = /^(other|misc\w*|general|unknown|none of (?:these|them)|else|something else|rest)$/i

/** Never throws; an empty list gives the empty text. */
export function choose(values: readonly string[], text: string): string {
  const byMood = onScale(values, moods, moodOf(text)) ?? onScale(values, pressures, pressure(text))
  if (byMood !== undefined) return byMood
  const scored = values.map(value => ({ value, score: scoreOf(value, text) })).sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (best && best.score > 0) return best.value
  return values.find(value => restOf.test(value)) ?? values[hash32(text) % Math.max(1, values.length)] ?? ''
}

/** Where at least two of the values stand on the scale: the one at the level, or one that stands on it at all. */
function onScale<L>(
  values: readonly string[],
  scale: readonly (readonly [label: RegExp, level: L])[],
  level: L
): string | undefined {
  const placed = values.flatMap(value => {
    const found = scale.find(([label]) => label.test(value))
    return found ? [{ value, level: found[1] }] : []
  })
  if (new Set(placed.map(one => one.level)).size < 2) return undefined
  return (placed.find(one => one.level === level) ?? placed[0])?.value
}

function scoreOf(value: string, text: string): number {
  if (restOf.test(value)) return 0
  const own = value
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 2)
  const lower = text.toLowerCase()
  const named = own.filter(word => lower.includes(word.replace(/(?:ing|ies|es|s|y)$/, ''))).length
  const signed = signs
    .filter(([label]) => label.test(value))
    .reduce((sum, [, words]) => sum + (text.match(words)?.length ?? 0), 0)
  return named * 1.5 + signed
}
