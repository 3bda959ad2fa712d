/** What a path in a spec may look like, wherever the action runs. Whether the file is there is not known here. */

/** Characters that do not show, or that make the rest of a line show otherwise. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u

/** Names that Windows takes for devices, with any extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i

/** Why a path or glob cannot name files inside the repository; completes "<path> …". Undefined where it can. */
export function pathFault(path: string): string | undefined {
  if (path.trim() === '') return 'is empty'
  if (invisible.test(path)) return 'contains a character that does not show'
  if (path.startsWith('/') || path.startsWith('~')) return 'is not relative to the root of the repository'
  if (/^[a-z]:/i.test(path)) return 'names a drive; paths are relative to the root of the repository'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return 'is a URI; paths are relative to the root of the repository'
  if (path.includes('\\')) return 'contains a backslash; folders are separated by /'
  if (path.length > 1000) return 'is longer than 1,000 characters'
  if (isWild(path)) return 'has more wildcards than can be matched in bounded time'
  if (path.split('/').includes('..')) return 'leads out of its folder by ..'
  return undefined
}

/** Matching a glob tries every way in which its stars can share the letters between them. */
function isWild(glob: string): boolean {
  const stars = (text: string) => text.split('*').length - 1
  const deep = glob.split('**').length - 1
  return (
    deep > 3 ||
    glob.split('{').length > 4 ||
    glob
      .replaceAll('**', '')
      .split('/')
      .some(part => stars(part) > 3)
  )
}

/** Why a file cannot be written there; stricter than `pathFault`, since the file must fit into any checkout. */
export function outputPathFault(path: string): string | undefined {
  const fault = pathFault(path)
  if (fault !== undefined) return fault
  if (path.endsWith('/')) return 'is a folder, not a file'
  if (/[<>:"|?*[\]{}]/.test(path))
    return 'contains one of < > : " | ? * [ ] { }, which a file name may not hold everywhere'
  const segments = path.split('/')
  if (segments.some(segment => segment === '.' || segment === ''))
    return `is not in its shortest form, ${shortest(path)}`
  return segments.map(segmentFault).find(found => found !== undefined) ?? protectedFault(segments)
}

function segmentFault(segment: string): string | undefined {
  if (/[. ]$/.test(segment)) return 'has a part that ends in a dot or space'
  if (segment.startsWith(' ')) return 'has a part that begins with a space'
  if (device.test(segment)) return `has a part that Windows reserves, ${JSON.stringify(segment)}`
  // 255 bytes are what file systems take; the side files are longer than the output's own name.
  if (new TextEncoder().encode(segment).length > 230) return 'has a part that is longer than 230 bytes'
  return undefined
}

/** Files that change what Git or GitHub do. Compared as the least careful file system would. */
function protectedFault(segments: readonly string[]): string | undefined {
  const folded = segments.map(fold)
  const name = folded.at(-1) ?? ''
  if (folded.some(segment => segment === '.git' || /^git~\d+$/.test(segment)))
    return 'is inside .git/, which belongs to Git'
  if (folded[0] === '.github') return 'is inside .github/, where workflows lie'
  if (name === 'codeowners') return 'is a CODEOWNERS file, which decides who reviews'
  if (name === 'action.yml' || name === 'action.yaml') return 'defines an action'
  if (['.gitattributes', '.gitmodules', '.gitignore'].includes(name)) return 'changes how Git treats files'
  return undefined
}

/** Two paths that fold alike are one file on some machine: case, Unicode form and ignored characters aside. */
export function fold(path: string): string {
  // By way of the capitals, as Windows compares: σ and ς have the same. The lower case of Σ depends on where it stands.
  return path.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC')
}

/** `./a//b` → `a/b`. */
export function shortest(path: string): string {
  return path
    .split('/')
    .filter(segment => segment !== '' && segment !== '.')
    .join('/')
}
