/** Which dialect a model speaks. A new family is one file and one line here. */
import { malformed } from './body.ts'
import { claude } from './claude.ts'
import { converse } from './converse.ts'
import type { Dialect } from './dialect.ts'
import { nova } from './nova.ts'
import { titanEmbedV2 } from './titan-embed.ts'

const dialects: readonly Dialect[] = [claude, nova, titanEmbedV2]

/** Models that answer no Converse request: all that do not chat. */
const noConverse = /embed|marengo|nova-(canvas|reel|sonic)|titan-image|stability\.|twelvelabs\.|rerank/

/** A model that the emulator has no dialect for refuses every body, as one that is asked in a wrong dialect does. */
export function dialectOf(bareId: string, api: 'InvokeModel' | 'Converse', nulls: boolean): Dialect {
  if (api === 'Converse')
    return noConverse.test(bareId) ? refusing("This model doesn't support the Converse API.") : converse({ nulls })
  return dialects.find(dialect => dialect.models.test(bareId)) ?? refusing(`#: the emulator has no body for ${bareId}`)
}

function refusing(why: string): Dialect {
  return {
    kind: 'other',
    name: 'none',
    models: /./,
    defaultMaxTokens: 0,
    answer() {
      throw malformed(why)
    }
  }
}
