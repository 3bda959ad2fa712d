/** Names of colours, near enough for a sentence about a picture. */

export type Rgb = readonly [red: number, green: number, blue: number]

const hues: readonly (readonly [below: number, name: string])[] = [
  [15, 'red'],
  [45, 'orange'],
  [70, 'yellow'],
  [165, 'green'],
  [200, 'turquoise'],
  [260, 'blue'],
  [290, 'violet'],
  [340, 'pink'],
  [360, 'red']
]

/** Channels from 0 to 255. */
export function colourName([red, green, blue]: Rgb): string {
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const lightness = (most + least) / 2
  if (lightness > 235) return 'white'
  if (lightness < 25) return 'black'
  const spread = most - least
  if (spread < 25) return lightness > 170 ? 'light grey' : lightness < 85 ? 'dark grey' : 'grey'
  const sixth =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4
  const name = hues.find(([below]) => sixth * 60 < below)?.[1] ?? 'red'
  return name === 'orange' && lightness < 100 ? 'brown' : name
}
