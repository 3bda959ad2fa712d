import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { engine } from '../../../src/prompts/engine.ts'
import { fill } from './filling.ts'

const row = {
  sku: 'A1',
  price: 12.5,
  count: 0,
  active: true,
  off: false,
  name: 'Füller "Élan" 😀',
  html: '<b>&amp;</b>',
  tags: ['red', 'blue', 'green'],
  sizes: { s: 1, m: { deep: ['x', 'y'] } },
  items: [
    { n: 'one', price: 3 },
    { n: 'two', price: 1 }
  ],
  empty: '',
  none: [],
  'Product Name': 'Pen',
  'a-b': 'dash',
  liquid: 'literal {{ sku }} {% if x %}'
}

function oracle(template: string): string {
  return engine.parseAndRenderSync(template, { ...row, row }) as string
}

/** Everything that the language offers to a prompt; liquidjs itself says what each must give. */
const templates = [
  'plain text, { braces } and }}',
  '{{ sku }}|{{ row.sku }}|{{row["sku"]}}|{{ ["sku"] }}|{{ row["Product Name"] }}|{{ a-b }}',
  '{{ price }} {{ count }} {{ active }} {{ off }} {{ 5 }} {{ "x" }} {{ true }} {{ nil }}',
  '{{ sizes.s }} {{ sizes.m.deep[1] }} {{ sizes["m"].deep[-1] }} {{ tags[0] }} {{ tags.first }} {{ tags.last }} {{ tags.size }}',
  '{{ name.size }} {{ sizes.size }} {{ name | size }} {{ tags | size }}',
  '{{ name | upcase }} {{ name | downcase | capitalize }} {{ html }} {{ html | escape }} {{ html | strip_html }}',
  '{{ tags | join: ", " }} {{ tags | sort | first }} {{ tags | reverse | json }} {{ items | map: "n" | join }}',
  '{{ items | where: "price", 3 | json }} {{ items | sum: "price" }} {{ "b,a" | split: "," | sort | join: "-" }}',
  '{{ empty | default: "d" }} {{ off | default: "d" }} {{ off | default: "d", allow_false: true }} {{ price | default: 3 }}',
  '{{ price | plus: 1 | times: 2 | round }} {{ price | divided_by: 5 | ceil }} {{ -3 | abs }}',
  '{{ name | truncate: 6 }} {{ name | truncatewords: 1, "…" }} {{ name | replace: "l", "L" | append: sku | prepend: "<" }}',
  '{{ row | json | size }} {{ sizes | json }} {{ tags | inspect }} {{ sku | sha256 }} {{ sku | base64_encode }}',
  '{{ name | slugify }} {{ name | url_encode }} {{ "  a  b " | strip | squish }}',
  '{% if active %}yes{% else %}no{% endif %} {% if off %}yes{% elsif count %}zero is true{% else %}no{% endif %}',
  '{% if price > 10 and sku == "A1" %}1{% endif %}{% if price < 10 or count >= 0 %}2{% endif %}{% if not off %}3{% endif %}',
  '{% if (off or active) and sku != "B" %}1{% endif %}{% if tags contains "red" %}2{% endif %}{% if name contains "lan" %}3{% endif %}',
  '{% if empty == empty %}1{% endif %}{% if none == empty %}2{% endif %}{% if empty == blank %}3{% endif %}{% if sku == nil %}4{% endif %}',
  '{% unless off %}u{% endunless %}{% unless active %}u{% else %}e{% endunless %}{% unless active %}u{% elsif sku == "A1" %}i{% endunless %}',
  '{% case sku %}{% when "B", "A1" %}hit{% when "A1" %}again{% else %}no{% endcase %}{% case price %}{% when 1 or 2 %}x{% else %}e{% endcase %}',
  '{% for t in tags %}{{ forloop.index }}/{{ forloop.length }}:{{ t }}{% unless forloop.last %}, {% endunless %}{% endfor %}',
  '{% for t in tags reversed limit: 2 offset: 1 %}{{ forloop.rindex0 }}{{ t }}{% else %}none{% endfor %}{% for t in none %}x{% else %}none{% endfor %}',
  '{% for i in (1..5) %}{% if i == 2 %}{% continue %}{% endif %}{% if i > 3 %}{% break %}{% endif %}{{ i }}{% endfor %}',
  '{% for p in sizes %}{{ p[0] }},{% endfor %}{% for c in sku %}[{{ c }}]{% endfor %}{% for i in items %}{{ i.n }}{% for t in tags %}{{ t.size }}{{ i["price"] }}{% break %}{% endfor %}{% endfor %}',
  '{% assign x = sku | downcase %}{{ x }}{% for i in (1..3) %}{% assign x = x | append: i %}{% endfor %}{{ x }}',
  '{% capture c %}<{{ sku }}>{% endcapture %}{{ c }}{{ c | size }}{% for i in (1..2) %}{% capture c %}{{ c }}{% break %}{% endcapture %}{% endfor %}{{ c }}',
  '{%- if active -%}  tight  {%- endif -%}  x {{- sku -}} y\n{%- comment %} {{ nothing }} {% endcomment %}\n{% # note %}z',
  '{% raw %}{{ sku }}{% endraw %} {{ liquid }} {% echo sku | upcase %}',
  '{% liquid\n assign y = "q"\n if active\n echo y\n endif\n for t in tags\n echo t\n endfor\n%}',
  'seen {% if active %}{% break %}{% endif %}never seen {{ sku }}',
  '{% assign which = "sku" %}{{ row[which] }}{{ sizes["m"].deep | join: row["a-b"] }}'
]

describe('a compiled template', () => {
  it.each(templates)('gives the text of liquidjs: %s', template => {
    const { text, told } = fill(template, row)

    expect(told).toEqual([])
    expect(text).toBe(oracle(template))
  })

  it('gives the text of liquidjs for any mix of its parts', () => {
    const value = fc.constantFrom(
      'sku',
      'row.price',
      'name',
      'tags | join',
      'items[0].n',
      '"lit"',
      '7',
      'sizes | json',
      'empty',
      'x'
    )
    const filter = fc.constantFrom(
      '',
      ' | upcase',
      ' | append: sku',
      ' | default: "d"',
      ' | truncate: 4',
      ' | size',
      ' | json'
    )
    const test = fc.constantFrom(
      'active',
      'off',
      'price > 3',
      'sku == "A1" and off',
      'tags contains "red" or off',
      'not count',
      'empty == blank'
    )
    const { node } = fc.letrec<{ node: string }>(tie => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('text ', '\n', 'é'),
        fc.tuple(value, filter).map(([one, two]) => `{{ ${one}${two} }}`),
        fc
          .tuple(test, tie('node'), tie('node'))
          .map(([when, a, b]) => `{% if ${when} %}${a}{% else %}${b}{%- endif %}`),
        fc.tuple(test, tie('node')).map(([when, a]) => `{% unless ${when} -%} ${a}{% endunless %}`),
        fc
          .tuple(tie('node'), tie('node'))
          .map(([a, b]) => `{% for x in tags limit: 2 %}${a}{{ forloop.index0 }}{% else %}${b}{% endfor %}`),
        fc.tuple(value, filter).map(([one, two]) => `{% assign x = ${one}${two} %}`),
        tie('node').map(a => `{% capture x %}${a}{% endcapture %}`),
        fc
          .tuple(tie('node'), tie('node'))
          .map(([a, b]) => `{% case sku %}{% when "A1" %}${a}{% else %}${b}{% endcase %}`),
        fc.constantFrom('{% break %}', '{% continue %}')
      )
    }))
    const property = fc.property(fc.array(node, { minLength: 1, maxLength: 5 }), nodes => {
      const template = `{% assign x = "start" %}.${nodes.join('')}.`

      expect(fill(template, row).text).toBe(oracle(template))
    })

    fc.assert(property, { numRuns: 400 })
  })
})

describe('a template with a mistake', () => {
  const columns = { names: ['sku', 'color', 'Product Name', 'a.b'], complete: true }

  it.each([
    [
      'Hi\n  {{ colour }}',
      'error p.md:2:6 there is no field named colour',
      'did you mean color? fields: sku, color, "Product Name", "a.b"'
    ],
    ['{{ row.colour }}', 'error p.md:1:4 there is no field named colour', 'did you mean color?'],
    ['{{ row["nothing"] }}', 'error p.md:1:4 there is no field named nothing', 'fields: sku'],
    [
      '{% if sku %}\n{% for x in colours %}{% endfor %}{% endif %}',
      'error p.md:2:13 there is no field named colours',
      'did you mean color?'
    ],
    ['{{ sku | append: sk }}', 'error p.md:1:18 there is no field named sk', 'did you mean sku?'],
    ['{{ a.b }}', 'error p.md:1:4 there is no field named a', 'write row["a.b"]'],
    ['{{ Product Name }}', 'error p.md:1:4 there is no field named Product', undefined],
    ['{{ constructor }}', 'error p.md:1:4 there is no field named constructor', 'fields'],
    ['{{ row.__proto__ }}', 'error p.md:1:4 there is no field named __proto__', 'fields'],
    ['{{ env.HOME }}', 'error p.md:1:4 there is no field named env', 'fields'],
    ['{{ sku', 'error p.md:1:1 the template cannot be read: output "{{ sku" not closed', undefined],
    ['a\n{% if sku %}b', 'error p.md:2:1 the template cannot be read: tag {% if sku %} not closed', undefined],
    ['{% endif %}', 'error p.md:1:1 endif stands outside of its tag', undefined],
    ['{% iff sku %}', 'error p.md:1:1 there is no tag named iff', 'did you mean if?'],
    ["x {% include 'secret' %}", 'error p.md:1:3 the tag include is not available in prompts', 'reads no other'],
    ["{% render 'x' %}", 'error p.md:1:1 the tag render is not available in prompts', 'reads no other'],
    ["{% layout 'x' %}", 'error p.md:1:1 the tag layout is not available in prompts', 'reads no other'],
    ['{% block x %}{% endblock %}', 'error p.md:1:1 the tag block is not available in prompts', 'no layout'],
    ['{{ sku | uppcase }}', 'error p.md:1:1 there is no filter named uppcase here', 'did you mean upcase?'],
    ['{{ "now" | date: "%Y" }}', 'error p.md:1:1 there is no filter named date here', 'clock'],
    ['{{ sku | sample }}', 'error p.md:1:1 there is no filter named sample here', 'random'],
    [
      '{% for i in (1..100000000) %}{% endfor %}',
      'error p.md:1:13 the range (1..100000000) has more than 1000000 numbers',
      undefined
    ],
    ['{{ sku, color }}', 'error p.md:1:1 {{ sku, color }} goes on after its value', undefined],
    ['{% for x in sku | split: "," %}{% endfor %}', 'error p.md:1:1 for has no use for "| split: \\",\\""', 'assign'],
    ['{% if sku == %}{% endif %}', 'error p.md:1:11 a value is missing beside ==', undefined],
    ['{{ row. }}', 'error p.md:1:4 row. breaks off after the dot', undefined],
    ['   ', 'error p.md:1 the template is empty', undefined]
  ])('is told before any row, where it stands: %s', (template, expected, hint) => {
    const { text, told, hints } = fill(template, { sku: 'A' }, columns)

    expect(text).toBeUndefined()
    expect(told[0]).toBe(expected)
    if (hint !== undefined) expect(hints[0]).toContain(hint)
  })

  it('is told for every place at once', () => {
    expect(fill('{{ x }} {{ y }}\n{{ z | nope }}', {}, columns).told).toHaveLength(4)
  })

  it('proposes brackets for a name with a blank', () => {
    expect(fill('{{ Product Name }}', {}, columns).hints).toContain('write row["Product Name"]')
  })

  it('compares text with a number nowhere', () => {
    const typed = { names: ['price'], complete: true, types: {} }

    expect(fill('{% if price > 10 %}x{% endif %}', { price: '9' }, typed).told).toEqual([
      'error p.md:1:13 a text is compared with a number'
    ])
    expect(fill('a{% case price %}{% when 9 %}x{% endcase %}', { price: '9' }).told).toEqual([
      'error d.jsonl:7 a text is compared with a number (p.md:1:26)'
    ])
  })
})

describe('a row that does not fit', () => {
  const partial = { names: ['sku', 'a', 'tags'], complete: false }

  it.each([
    ['{{ a }}', {}, 'a has no value in this row (p.md:1:4)'],
    ['{{ a }}', { a: null }, 'a has no value in this row (p.md:1:4)'],
    ['x\n{{ row.a | upcase }}', {}, 'row.a has no value in this row (p.md:2:4)'],
    ['{{ a.b.c }}', { a: { b: null } }, 'a.b.c has no value in this row (p.md:1:4)'],
    ['{{ a.constructor }}', { a: {} }, 'a.constructor has no value in this row (p.md:1:4)'],
    ['{% for x in tags %}{% endfor %}-', {}, 'tags has no value in this row (p.md:1:13)'],
    ['{{ a }}', { a: { b: 1 } }, '{{ a }} is an object, which has no text of its own (p.md:1:1)'],
    ['{{ tags }}', { tags: ['x'] }, '{{ tags }} is a list, which has no text of its own (p.md:1:1)'],
    ['{{ a }}', { a: '  ' }, 'the prompt is empty for this row'],
    ['{{ a }}', { a: 'cut \ud83d' }, 'the prompt would hold half a character'],
    ['{{ a | url_decode }}', { a: '%E0%A4%A' }, 'a filter cannot work on this row (p.md:1)']
  ])('is told at its own line: %s with %j', (template, row, expected) => {
    const { text, told } = fill(template, row, partial)

    expect(text).toBeUndefined()
    expect(told).toEqual([`error d.jsonl:7 ${expected}`])
  })

  it.each([
    ['{{ a | default: "d" }}', 'd'],
    ['{% if a %}{{ a }}{% else %}none{% endif %}', 'none'],
    ['{% unless a %}none{% endunless %}', 'none'],
    ['{% if a > 3 or a < 3 %}some{% else %}none{% endif %}', 'none'],
    ['{% case a %}{% when "x" %}x{% else %}none{% endcase %}', 'none'],
    ['{% if a.b.c %}x{% endif %}none', 'none']
  ])('is fine where the template expects a missing field: %s', (template, expected) => {
    expect(fill(template, {}, partial)).toMatchObject({ text: expected, told: [] })
    expect(fill(template, { a: null }, partial)).toMatchObject({ text: expected, told: [] })
  })

  it('may have a guarded field that no row looked at has, with a warning', () => {
    const { text, told } = fill('{% if rare %}{{ rare }}{% endif %}{{ sku }}', { sku: 'A' }, partial)

    expect(text).toBe('A')
    expect(told).toEqual([
      'warning p.md:1:7 no row looked at has a field named rare',
      'warning p.md:1:17 no row looked at has a field named rare'
    ])
    expect(fill('{{ rare }}', { sku: 'A' }, partial).told).toEqual(['error p.md:1:4 there is no field named rare'])
  })
})

describe('time and length', () => {
  it.each([
    ['{% for a in (1..n) %}{% for b in (1..n) %}{% for c in (1..n) %}{% endfor %}{% endfor %}{% endfor %}-', 'steps'],
    ['{% for a in (1..n) %}{{ "0123456789012345678901234567890123456789" }}{% endfor %}', '1048576 characters'],
    ['{% assign s = "x" %}{% for a in (1..n) %}{% assign s = s | append: s %}{% endfor %}-', 'limit'],
    ['{% assign s = text | replace: "", text %}{{ s | size }}', 'limit'],
    ['{% for a in (1..n) %}{% if text contains "y" %}{% endif %}{% endfor %}-', 'steps'],
    ['{% capture s %}{% for a in (1..n) %}{{ text }}{% endfor %}{% endcapture %}-', '1048576 characters']
  ])('are bounded: %s', (template, expected) => {
    const started = process.cpuUsage()
    const { text, told } = fill(template, { n: 100_000, text: 'x'.repeat(20_000) })

    expect(text).toBeUndefined()
    expect(told[0]).toContain(expected)
    expect(process.cpuUsage(started).user).toBeLessThan(5e6)
  })
})
