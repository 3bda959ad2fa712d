import { describe, expect, it } from '@jest/globals'
import { writeFileSync, appendFileSync, symlinkSync, mkdirSync, existsSync, readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { bucket, questionIn, spec, Stage } from './stage.ts'
const out = '/tmp/r2.log'
writeFileSync(out, '')
const say = (name: string, ...x: unknown[]) => appendFileSync(out, `${name}: ${x.map(y => typeof y === 'string' ? y : JSON.stringify(y)).join(' ')}\n`)
const time = 200_000
const clean = (log: string) => log.split('\n').filter(l => !l.startsWith('::debug')).join('\n')
const books = (stage: Stage) => [...stage.emulator.books.paid()].map(p => `${p.times}`).join(',')
const nasty = ['::error::PWNED', '\n::error::PWNED2', '\r::add-mask::PWNED3', '%0A::error::PWNED4', '\u001b[31mRED\u001b[0m', '</details><script>alert(1)</script>', '| a | b |\n|---|---|', '`code``', '![x](http://evil/x.png)', '[l](javascript:x)', '@everyone #1', '\u202eevil\u202c', '$(id) ${{ secrets.X }}', '<!-- x', '\u2028::error::PWNED5', '\u0085::error::PWNED6', '##[error]PWNED7', '##vso[x]PWNED8', '\n##[group]x', '::stop-commands::zz\n::error::x', '\u0000\u0007bell']
const nastyJsonl = nasty.map((n, i) => JSON.stringify({ sku: `K${i}${i % 3 === 0 ? n : ''}`, name: n, colour: n })).join('\n') + '\n'

describe('r2', () => {
  it.concurrent('trial nasty', async () => {
    await using stage = await Stage.open({ 'spec.yml': spec.replace('data/shoes.csv', 'data/shoes.jsonl').replace('outputs:', 'answer: {labels: [shoe, boot]}\noutputs:'), 'data/shoes.jsonl': nastyJsonl }, { quotas: { minimumRecords: 100 }, answer: (_m, i) => ({ text: `${questionIn(i)}\n::error::MODEL\n\u001b[2J</td>|<b>` }) })
    const pass = await stage.pass({ mode: 'try', 'try-rows': '20' })
    writeFileSync('/tmp/r2-trial.log', clean(pass.log)); writeFileSync('/tmp/r2-trial.md', pass.summary)
    say('trial nasty', pass.code, pass.outputs['status'], pass.annotations.slice(0, 5), stage.dirt)
    const run = await stage.pass({}); stage.checkout.fresh()
    writeFileSync('/tmp/r2-run.log', clean(run.log)); writeFileSync('/tmp/r2-run.md', run.summary)
    say('run nasty', run.code, run.outputs['status'], run.rows, books(stage))
    expect(1).toBe(1)
  }, time)
  it.concurrent('trial with jobs in flight, expand, limits, fork', async () => {
    const s = spec.replace('prompt:', 'samples: 2\nprompt:')
    await using stage = await Stage.open({ 'spec.yml': s }, { schedule: { InProgress: 3_600_000 } })
    const first = await stage.pass({ 'wait-minutes': '0' })
    const trial = await stage.pass({ mode: 'try', 'try-rows': '4', 'service-role-arn': '' })
    say('trial in flight', first.outputs['status'], trial.code, trial.outputs['status'], trial.rows, trial.aws.filter(a => a.service === 'bedrock-runtime').length, clean(trial.log).slice(-600))
    for (const event of ['pull_request', 'pull_request_target', 'issue_comment', 'schedule', 'workflow_run'] as any[]) {
      stage.checkout.commit({ 'spec.yml': s.replace('Describe', `Describe ${event}`).replace('limits: {', 'limits: {maxRecords: 2, ') })
      const t = await stage.pass({ mode: 'try', 'try-rows': '3', 'wait-minutes': '0' }, { environment: { event } })
      say(`trial on ${event}`, t.code, t.outputs['status'], t.failureCode ?? '', t.aws.filter(a => a.service === 'bedrock-runtime').length, t.aws.length)
    }
    for (const n of ['0', '-1', '21', '1e9', 'x']) { const t = await stage.pass({ mode: 'try', 'try-rows': n, 'wait-minutes': '0' }); say(`try-rows ${n}`, t.code, t.failureCode ?? '', t.aws.length, clean(t.log).slice(-200).replaceAll('\n', '/')) }
    expect(1).toBe(1)
  }, time)
  it.concurrent('path traversal', async () => {
    const names = ['../x', 'a/b', '..', '.', '', '.git', '.GIT', 'con', 'NUL.txt', 'x.', 'x ', ' x', 'a\u0000b', 'a\nb', 'a\\b', 'A', 'a', 'é', 'e\u0301', '.github', 'ﬁ', 'fi', 'CODEOWNERS', '\u202ex', 'x'.repeat(300), 'git~1', '.gitattributes', 'C:', '~', 'a:b', 'ſ', 'S', 'ß', 'ss', 'İ', 'i̇', '\u{1F600}', '%2e%2e%2f', 'K', '\u212a','shoes']
    const jsonl = names.map((n, i) => JSON.stringify({ sku: `K${i}`, name: n, colour: 'x' })).join('\n') + '\n'
    const s = (p: string) => spec.replace('data/shoes.csv', 'data/shoes.jsonl').replace('outputs: generated/shoes.csv', `outputs: {path: "${p}", format: markdown}`)
    await using stage = await Stage.open({ 'spec.yml': s('{{ name }}/{{ name }}.md'), 'data/shoes.jsonl': jsonl })
    for (const p of ['{{ name }}.md', '{{ name }}/{{ name }}', 'content/{{ name }}']) {
      stage.checkout.commit({ 'spec.yml': s(p), 'z': p })
      const pass = await stage.pass({ mode: 'plan' })
      say(`paths ${p}`, pass.code, pass.failureCode ?? '', pass.annotations.length)
      const flagged = new Set(pass.annotations.map(a => a.line))
      say('  passed', names.filter((_, i) => !flagged.has(i + 1)))
      if (p === '{{ name }}.md') writeFileSync('/tmp/r2-paths.log', clean(pass.log))
    }
    expect(1).toBe(1)
  }, time)
  it.concurrent('symlinks', async () => {
    const s = spec.replace('outputs: generated/shoes.csv', 'outputs: {path: "content/{{ sku }}.md", format: markdown}').replace('belowMinimum: hold', 'belowMinimum: on-demand')
    await using stage = await Stage.open({ 'spec.yml': s })
    mkdirSync(join(stage.checkout.folder, 'outside'))
    symlinkSync(join(stage.checkout.folder, 'outside'), join(stage.checkout.work, 'content'))
    stage.checkout.git('add', '-A'); stage.checkout.git('commit', '-q', '-m', 'l'); stage.checkout.git('push', '-q', 'origin', 'HEAD:main')
    const pass = await stage.pass({})
    say('symlink folder', pass.code, pass.failureCode ?? '', books(stage), existsSync(join(stage.checkout.folder, 'outside/A-1.md')), clean(pass.log).slice(-400))
    stage.checkout.git('rm', '-q', 'content'); mkdirSync(join(stage.checkout.work, 'content'), { recursive: true })
    mkdirSync(join(stage.checkout.work, 'src'))
    writeFileSync(join(stage.checkout.work, 'src/important.ts'), '')
    symlinkSync('../src/important.ts', join(stage.checkout.work, 'content/A-1.md'))
    symlinkSync('../.git/hooks/pre-commit', join(stage.checkout.work, 'content/A-2.md'))
    stage.checkout.git('add', '-A'); stage.checkout.git('commit', '-q', '-m', 'l'); stage.checkout.git('push', '-q', 'origin', 'HEAD:main')
    const second = await stage.pass({})
    say('symlink file', second.code, second.failureCode ?? '', second.rows, books(stage), readFileSync(join(stage.checkout.work, 'src/important.ts'), 'utf8').slice(0, 50), existsSync(join(stage.checkout.work, '.git/hooks/pre-commit')), clean(second.log).slice(-500))
    expect(1).toBe(1)
  }, time)
  it.concurrent('per-row files life', async () => {
    const s = spec.replace('outputs: generated/shoes.csv', 'outputs: {path: "content/{{ colour | slugify }}/{{ sku }}.md", format: markdown, columns: {sku: row.sku, "": answer}}').replace('limits: {', 'limits: {maxRemovals: 5, ')
    await using stage = await Stage.open({ 'spec.yml': s })
    const tree = () => stage.checkout.git('ls-files').split('\n').filter(f => f.startsWith('content')).join(' ')
    const a = await stage.pass({}); stage.checkout.fresh(); say('life 1', a.code, a.outputs['status'], tree(), clean(a.log).slice(-300))
    const b = await stage.pass({}); stage.checkout.fresh(); say('life 2', b.outputs['status'], b.aws.length)
    // hand edit, row moves path (colour changes → question changes)
    stage.checkout.commit({ 'content/white/A-5.md': (stage.checkout.read('content/white/A-5.md') ?? '') + '\nMine.\n', 'content/white/hand.md': 'mine', 'data/shoes.csv': 'sku,name,colour\nA-1,Höhenläufer,RED\nA-2,"Sneaker ""Sun""",blue\nA-3,Boot,black\nA-5,Sandal,white\n' })
    const c = await stage.pass({}); stage.checkout.fresh(); say('life 3', c.code, c.outputs['status'], c.failureCode ?? '', c.rows, tree(), (stage.checkout.read('content/white/A-5.md') ?? 'GONE').slice(-30))
    // foreign file in the way of a new row
    stage.checkout.commit({ 'content/green/A-9.md': 'precious', 'data/shoes.csv': 'sku,name,colour\nA-1,H,RED\nA-9,New,green\nA-3,Boot,black\nA-5,Sandal,white\n' })
    const d = await stage.pass({}); stage.checkout.fresh(); say('life 4 foreign', d.code, d.failureCode ?? '', stage.checkout.read('content/green/A-9.md') ?? 'GONE')
    // corrupt lock + foreign file
    stage.checkout.commit({ 'content/shoes.lock.json': '<<<<<<< x\n' + stage.checkout.read('content/shoes.lock.json') })
    const e = await stage.pass({}); stage.checkout.fresh(); say('life 5 foreign + broken lock', e.code, e.failureCode ?? '', e.outputs['status'], (stage.checkout.read('content/green/A-9.md') ?? 'GONE').slice(0, 60), books(stage))
    // spec goes back to one file
    stage.checkout.commit({ 'spec.yml': spec.replace('limits: {', 'limits: {maxRemovals: 5, ').replace('generated/shoes.csv', 'content/all.csv') })
    const f = await stage.pass({}); stage.checkout.fresh(); say('life 6 other layout', f.code, f.failureCode ?? '', f.outputs['status'], tree(), clean(f.log).slice(-300))
    expect(1).toBe(1)
  }, time)
  it.concurrent('forged lock', async () => {
    const s = spec.replace('outputs: generated/shoes.csv', 'outputs: {path: "content/{{ sku }}.md", format: markdown}')
    await using stage = await Stage.open({ 'spec.yml': s, 'README.md': 'readme', 'src/x.ts': 'code', 'content/notes.md': 'notes' })
    const a = await stage.pass({}); stage.checkout.fresh()
    const lock = stage.checkout.read('content/shoes.lock.json') ?? ''
    const line = lock.split('\n').find(l => l.startsWith('"A-1"')) ?? ''
    for (const [what, header, path] of [['notes', 0, 'content/notes.md'], ['former', 1, 'src/x.ts'], ['former2', 2, 'README.md']] as any[]) {
      let forged = lock.replace(line, `${line.replace('"A-1"', '"ZZ"').replace(/content\/A-1\.md/, path)}\n${line}`)
      if (header) { const h = /"outputs": (\[.*\])/.exec(forged)![1]!; const o = JSON.parse(h); o.push({ ...o[0], path: header === 1 ? 'src/{{ x }}.ts' : '{{ a }}.md' }); forged = forged.replace(h, JSON.stringify(o)); forged = forged.replace(/"ZZ": (\[.*\])(,?)/, (_m, l, c) => { const p = JSON.parse(l); const had = p[1]; return `"ZZ": ${JSON.stringify([p[0], had.slice(0, 11), had.slice(0, 11) + ' ' + path])}${c}` }) }
      stage.checkout.commit({ 'content/shoes.lock.json': forged, 'data/shoes.csv': (stage.checkout.read('data/shoes.csv') ?? '') + `N-${what},x,y\n`, 'z': what, 'README.md': 'readme', 'src/x.ts': 'code', 'content/notes.md': 'notes', 'spec.yml': s.replace('minRecordsPerJob: 3}\nbelowMinimum: hold', 'minRecordsPerJob: 3}\nbelowMinimum: on-demand') })
      const b = await stage.pass({}); stage.checkout.fresh()
      say(`forged ${what}`, a.code, b.code, b.failureCode ?? '', b.outputs['status'], 'notes', stage.checkout.read('content/notes.md') ?? 'GONE', 'src', stage.checkout.read('src/x.ts') ?? 'GONE', 'readme', stage.checkout.read('README.md') ?? 'GONE', clean(b.log).slice(-300))
    }
    expect(1).toBe(1)
  }, time)
  it.concurrent('merge', async () => {
    const s = spec.replace('outputs: generated/shoes.csv', 'outputs: {merge: true, columns: {text: answer}}').replace('Describe {{ name }} in {{ colour }}.', '{{ row | json }}')
    const data = '\ufeffsku,name,colour\r\nA-1,"two\r\nlines",red\r\nA-2,"q ""x""",blue\r\n\r\nA-3,=1+1,"a,b"\r\nA-4,last,none'
    await using stage = await Stage.open({ 'spec.yml': s, 'data/shoes.csv': data }, { answer: (_m, i) => ({ text: `answer, "x"\r\nof ${questionIn(i).length}` }) })
    const a = await stage.pass({}); stage.checkout.fresh(); say('merge 1', a.code, a.failureCode ?? '', a.outputs['status'], JSON.stringify(stage.checkout.read('data/shoes.csv')), clean(a.log).slice(-300))
    const b = await stage.pass({}); stage.checkout.fresh(); say('merge 2', b.outputs['status'], b.aws.length, b.rows)
    // user adds a column and a row, edits a merged cell
    const now = stage.checkout.read('data/shoes.csv') ?? ''
    stage.checkout.commit({ 'data/shoes.csv': now + ',"mine"\r\n'.replace(',"mine"', '') + 'A-5,fifth,green,\r\nA-6,six,green,\r\nA-7,six6,green,\r\n' })
    const c = await stage.pass({}); stage.checkout.fresh(); say('merge 3', c.code, c.outputs['status'], c.rows, JSON.stringify((stage.checkout.read('data/shoes.csv') ?? '').slice(-200)), books(stage))
    stage.checkout.commit({ 'spec.yml': s.replace('{text: answer}', '{text2: answer}') })
    const d = await stage.pass({}); stage.checkout.fresh(); say('merge 4 renamed', d.code, d.failureCode ?? '', d.outputs['status'], d.rows, JSON.stringify((stage.checkout.read('data/shoes.csv') ?? '').slice(0, 120)), books(stage))
    stage.checkout.commit({ 'spec.yml': s.replace('{text: answer}', '{name: answer}') })
    const e = await stage.pass({}); stage.checkout.fresh(); say('merge 5 over user column', e.code, e.failureCode ?? '', e.outputs['status'], JSON.stringify((stage.checkout.read('data/shoes.csv') ?? '').slice(0, 200)), clean(e.log).slice(-400))
    expect(1).toBe(1)
  }, time)
  it.concurrent('merge lock lost', async () => {
    const s = spec.replace('outputs: generated/shoes.csv', 'outputs: {merge: true, columns: {text: answer}}').replace('Describe {{ name }} in {{ colour }}.', '{{ row | json }}')
    await using stage = await Stage.open({ 'spec.yml': s })
    const a = await stage.pass({}); stage.checkout.fresh()
    stage.checkout.commit({ 'data/shoes.lock.json': '<<<<<<< x\n' })
    const b = await stage.pass({}); stage.checkout.fresh(); say('merge lost lock', a.code, b.code, b.failureCode ?? '', b.outputs['status'], b.rows, books(stage), JSON.stringify((stage.checkout.read('data/shoes.csv') ?? '').slice(0, 100)))
    stage.checkout.commit({ 'spec.yml': s.replace('{merge: true, columns: {text: answer}}', 'generated/out.csv') })
    const c = await stage.pass({}); stage.checkout.fresh(); say('merge → file', c.code, c.failureCode ?? '', c.outputs['status'], c.rows, books(stage), clean(c.log).slice(-300))
    expect(1).toBe(1)
  }, time)
})
