/** What a question asks of a model that the model cannot do: told once for each kind of thing, before anything is spent. */
import type { Abilities } from '../models/family.ts'
import type { Place, Problems } from '../problems.ts'
import type { ChatRequest, Media, Request } from '../prompts/request.ts'

/** A family that does not tell takes one text of the user and a system prompt. */
const usual: Abilities = {
  system: true,
  turns: true,
  prefill: true,
  images: [],
  documents: [],
  videos: [],
  s3Media: false
}

export class AbilityCheck {
  private readonly model: string
  private readonly abilities: Abilities
  private readonly problems: Problems
  private readonly told = new Set<string>()

  constructor(model: string, abilities: Abilities | undefined, problems: Problems) {
    this.model = model
    this.abilities = abilities ?? usual
    this.problems = problems
  }

  check(request: Request, place: Place): void {
    switch (request.kind) {
      case 'verbatim':
        return
      case 'draw':
      case 'embed':
        if (request.image) this.media('images', request.image, place)
        if (request.kind === 'embed' && request.text === undefined && request.image === undefined)
          this.tell('nothing', 'there is nothing to embed', place)
        if (request.image && request.text !== undefined && !this.abilities.textWithImage)
          this.tell('both', 'takes a text or a picture, not both in one question', place)
        return
      case 'chat':
        this.chat(request, place)
    }
  }

  private chat({ system, messages }: ChatRequest, place: Place): void {
    const { abilities } = this
    if (system !== undefined && !abilities.system)
      this.tell('system', 'takes no system prompt', place, 'Write it at the head of prompt.user.')
    if (messages.length > 1 && !abilities.turns)
      this.tell('turns', 'takes one turn of the user only', place, 'Write the turns into prompt.user.')
    if (messages.at(-1)?.role === 'assistant' && !abilities.prefill)
      this.tell('prefill', 'does not take the beginning of its answer', place, 'End the messages with the user’s turn.')
    let images = 0
    for (const { content } of messages) {
      if (content.length > 0 && content.every(part => 'document' in part))
        this.tell('bare document', 'takes a document only beside a text', place, 'Write prompt.user.')
      for (const part of content) {
        if ('image' in part) images++
        if ('image' in part) this.media('images', part.image, place)
        if ('document' in part) this.media('documents', part.document, place)
        if ('video' in part) this.media('videos', part.video, place)
      }
    }
    const { maxImages, needs } = abilities
    if (needs === 'video' && !messages.some(({ content }) => content.some(part => 'video' in part)))
      this.tell('video', 'answers about a video, and this row has none', place, 'Name one in prompt.videos.')
    if (maxImages !== undefined && images > maxImages)
      this.tell('count', `takes at most ${maxImages} images in a question, and this row has ${images}`, place)
  }

  private media(kind: 'images' | 'documents' | 'videos', { format, source }: Media, place: Place): void {
    const taken: readonly string[] = this.abilities[kind]
    if (taken.length === 0) this.tell(kind, `takes no ${kind}`, place, 'See docs/models.md for the models that do.')
    else if (!taken.includes(format))
      this.tell(`${kind} ${format}`, `takes no ${format}; it takes ${taken.join(', ')}`, place)
    else if ('s3Uri' in source && !this.abilities.s3Media)
      this.tell('s3', `takes no ${kind} from S3`, place, 'Put the file into the repository.')
  }

  private tell(what: string, message: string, place: Place, hint?: string): void {
    if (this.told.has(what)) return
    this.told.add(what)
    this.problems.error(what === 'nothing' ? message : `${this.model} ${message}`, place, hint)
  }
}
