/** The bundler's list of licences, with every text once: a text that twelve packages share stands under their twelve names. */

/** An entry is a package's name, its licence and the text, after an empty line. */
const start = /\n\n(?=(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*\n[A-Z0-9(][\w .()+-]*(?:\n|$))/

export function groupLicenses(list) {
  const packages = new Map()
  for (const entry of list.trim().split(start)) {
    const [name = '', ...text] = entry.trim().split('\n')
    const licence = text.map(line => line.trimEnd()).join('\n')
    packages.set(licence, [...(packages.get(licence) ?? []), name])
  }
  return `${[...packages].map(([licence, names]) => `${names.join('\n')}\n${licence}`).join('\n\n')}\n`
}
