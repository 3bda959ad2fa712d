/** The parts of jimp that are needed: two formats and scaling, an eighth of the whole. Loaded when the first picture is scaled. */
import { createJimp } from '@jimp/core'
import jpeg from '@jimp/js-jpeg'
import png from '@jimp/js-png'
import { methods as resize } from '@jimp/plugin-resize'

export const Jimp = createJimp({ formats: [jpeg, png], plugins: [resize] })
