/** What an address that GitHub gave us holds, read in memory and without our token. */
import { Doubt } from './doubt.ts'

const patienceMs = 30_000

/** Throws Doubt above `maxBytes` and for an address that is not safe; otherwise whatever `fetch` throws. */
export async function download(address: string, maxBytes: number): Promise<Buffer> {
  const url = new URL(address)
  if (!isSafe(url)) throw new Doubt(`it would have to be read by ${url.protocol}//`)
  // Whoever keeps the file gets no header of ours, and cannot send us on.
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
  if (!response.ok || response.body === null) throw new Error(`the file store answered HTTP ${response.status}`)
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body as AsyncIterable<Uint8Array>) {
    bytes += piece.length
    // Leaving the loop gives the connection up.
    if (bytes > maxBytes) throw new Doubt(`it is larger than ${maxBytes} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'))
}
