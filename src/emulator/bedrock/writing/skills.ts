/** Skills that a résumé names: what stands after `Skills:`, and words that everybody counts as one. */

const known = `
Python|Java|JavaScript|TypeScript|C++|C#|Go|Rust|Kotlin|Swift|PHP|Ruby|Scala|COBOL|SQL|PostgreSQL|MySQL|MongoDB|Redis
Kafka|Spark|Airflow|dbt|Snowflake|Tableau|AWS|Azure|GCP|Docker|Kubernetes|Terraform|Linux|Git|CI/CD|GraphQL|REST|React
Angular|Vue|Node.js|Django|Flask|Spring|Figma|Photoshop|Illustrator|InDesign|AutoCAD|SolidWorks|Excel|Power BI|SAP
Salesforce|HubSpot|Jira|machine learning|deep learning|data analysis|statistics|project management|product management
Scrum|Kanban|agile|budgeting|forecasting|accounting|bookkeeping|payroll|auditing|negotiation|procurement|logistics
supply chain|customer service|sales|marketing|SEO|copywriting|content strategy|social media|teaching|curriculum design
patient care|wound care|IV therapy|triage|phlebotomy|first aid|Advanced Life Support|welding|carpentry|plumbing|HACCP
menu planning|event planning|public speaking|leadership|mentoring|recruiting|translation|forklift|warehouse management
`
  .trim()
  .split(/[|\n]/)
  .map(skill => ({ skill, met: wordOf(skill) }))

/** Each once, those of the list first. */
export function skillsIn(text: string): string[] {
  const line =
    /^[ \t*-]*(?:key |core |technical )?(?:skills|competenc(?:ies|es)|tools|technologies)\s*[:–-]\s*(.+)$/im.exec(
      text
    )?.[1] ?? ''
  const named = line
    .split(/\s*[,;|•]\s*|\s+and\s+/)
    .map(one => one.replace(/[.\s]+$/, ''))
    .filter(one => one.length > 1 && one.length < 40)
  const met = known.filter(one => one.met.test(text)).map(one => one.skill)
  const seen = new Set<string>()
  return [...named, ...met].filter(skill => !seen.has(skill.toLowerCase()) && seen.add(skill.toLowerCase()))
}

/** The largest number before `years`; else the sum of the spans such as `2018–2023`; else 0. */
export function yearsIn(text: string): number {
  const found = [...text.matchAll(/\b(\d{1,2})\+?\s*(?:years|yrs)\b/gi)].map(match => Number(match[1]))
  if (found.length > 0) return Math.max(...found)
  return [...text.matchAll(/\b((?:19|20)\d\d)\s*[–-]\s*((?:19|20)\d\d)\b/g)]
    .map(match => Math.max(0, Number(match[2]) - Number(match[1])))
    .reduce((sum, span) => sum + span, 0)
}

/** Names as they are written, plain words in any case. */
function wordOf(skill: string): RegExp {
  const escaped = skill.replace(/[.+*?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}+#])`, skill === skill.toLowerCase() ? 'iu' : 'u')
}
