/**
 * Stability's painters. The picture is a small PNG drawn from the prompt, whatever its subject.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
 */
import { asText, member, type JsonMap } from '../../json.ts'
import { draw } from '../media/drawing.ts'
import { pictureIn } from '../media/medium.ts'
import { hash32 } from '../../random.ts'
import { malformed } from './body.ts'
import { Refused, type OtherDialect } from './dialect.ts'
import { checkBody, number, object, oneOf, text, whole } from './shape.ts'

const ratios = ['16:9', '1:1', '21:9', '2:3', '3:2', '4:5', '5:4', '9:16', '9:21']
const members = {
  prompt: text({ most: 10_000 }),
  negative_prompt: text({ most: 10_000 }),
  aspect_ratio: oneOf(...ratios),
  output_format: oneOf('jpeg', 'png', 'webp', 'JPEG', 'PNG', 'WEBP'),
  seed: whole(0, 4_294_967_295)
}
const fromText = object({ ...members, mode: oneOf('text-to-image') }, ['prompt'])
const fromImage = object(
  {
    ...members,
    mode: oneOf('text-to-image', 'image-to-image'),
    image: text({ least: 1 }),
    strength: number(0, 1)
  },
  ['prompt']
)
/** Pixels of the shorter side. AWS's own are above a thousand; a test needs no more than something to look at. */
const shorterSide = 64

export const stability: OtherDialect = {
  kind: 'other',
  name: 'stability',
  models: /^stability\./,
  defaultMaxTokens: 0,

  answer(body, { bareId }) {
    checkBody(body, /sd3|ultra/.test(bareId) ? fromImage : fromText)
    const ground = startingPicture(body)
    const seed = Number(member(body, 'seed') ?? 0) || hash32(JSON.stringify(body))
    const [width, height] = sizeOf(asText(member(body, 'aspect_ratio') ?? '1:1'))
    const picture = draw(`${asText(body['prompt'])} ${ground} ${seed}`, width, height)
    return done({ seeds: [seed], finish_reasons: [null], images: [picture.toString('base64')] })
  }
}

function done(modelOutput: JsonMap): ReturnType<OtherDialect['answer']> {
  return { modelOutput, inputTokens: 0, outputTokens: 0 }
}

/** The colour of the picture to start from; empty where there is none. */
function startingPicture(body: JsonMap): string {
  const image = member(body, 'image')
  const wanted = member(body, 'mode') === 'image-to-image'
  if (image === undefined) {
    if (wanted) throw malformed('#: required key [image] not found')
    return ''
  }
  if (!wanted) throw malformed('#/mode: image-to-image is required where an image is given')
  if (member(body, 'strength') === undefined) throw malformed('#: required key [strength] not found')
  if (member(body, 'aspect_ratio') !== undefined) throw malformed('#: extraneous key [aspect_ratio] is not permitted')
  const picture = pictureIn(asText(image))
  if (!picture) throw new Refused('image: could not decode the image')
  return `${picture.colour ?? ''} ${picture.digest}`
}

function sizeOf(ratio: string): [width: number, height: number] {
  const [across = 1, down = 1] = ratio.split(':').map(Number)
  const unit = shorterSide / Math.min(across, down)
  return [Math.round(across * unit), Math.round(down * unit)]
}
