/** Notes in a doctor's shorthand, written out. The abbreviations are those of any ward; the notes are fiction. */

const plain: Readonly<Record<string, string>> = {
  abd: 'abdomen',
  abdo: 'abdomen',
  abx: 'antibiotics',
  adm: 'admitted',
  afib: 'atrial fibrillation',
  am: 'in the morning',
  amb: 'ambulatory',
  amoxi: 'amoxicillin',
  appt: 'appointment',
  asa: 'aspirin',
  asb: 'anatomical snuffbox',
  'b/l': 'bilateral',
  bd: 'twice a day',
  bid: 'twice a day',
  bilat: 'bilateral',
  bl: 'bilateral',
  bm: 'bowel movement',
  bp: 'blood pressure',
  bs: 'blood sugar',
  'c/o': 'complains of',
  ca: 'cancer',
  cad: 'coronary artery disease',
  cbc: 'complete blood count',
  cerv: 'cervical',
  chf: 'congestive heart failure',
  ckd: 'chronic kidney disease',
  coamox: 'co-amoxiclav',
  copd: 'chronic obstructive pulmonary disease',
  cp: 'chest pain',
  creps: 'crackles',
  ct: 'computed tomography',
  cva: 'stroke',
  cxr: 'chest X-ray',
  'd/c': 'discharge',
  d: 'days',
  dm2: 'type 2 diabetes mellitus',
  dm: 'diabetes mellitus',
  doxy: 'doxycycline',
  dx: 'diagnosis',
  ecg: 'electrocardiogram',
  ekg: 'electrocardiogram',
  er: 'emergency room',
  ex: 'examination',
  exq: 'exquisitely',
  'f/u': 'follow-up',
  f: 'female',
  fh: 'family history',
  foosh: 'fall on an outstretched hand',
  freq: 'frequent',
  fx: 'fracture',
  gerd: 'gastro-oesophageal reflux disease',
  gi: 'gastrointestinal',
  ha: 'headache',
  hpi: 'history of present illness',
  hr: 'heart rate',
  hs: 'at bedtime',
  htn: 'hypertension',
  hx: 'history',
  ibu: 'ibuprofen',
  im: 'into the muscle',
  inh: 'inhaler',
  iv: 'into the vein',
  l: 'left',
  lac: 'laceration',
  lbp: 'low back pain',
  llq: 'left lower quadrant',
  lmp: 'last menstrual period',
  ln: 'lymph nodes',
  loc: 'loss of consciousness',
  lt: 'left',
  m: 'male',
  mcg: 'micrograms',
  meds: 'medication',
  mi: 'myocardial infarction',
  mo: 'months',
  mr: 'modified release',
  mri: 'magnetic resonance imaging',
  msu: 'mid-stream urine sample',
  mtp: 'metatarsophalangeal joint',
  'n/v': 'nausea and vomiting',
  nad: 'nothing abnormal detected',
  neg: 'negative',
  nitro: 'nitrofurantoin',
  nkda: 'no known drug allergies',
  nsaid: 'non-steroidal anti-inflammatory drug',
  nsaids: 'non-steroidal anti-inflammatory drugs',
  nsr: 'normal sinus rhythm',
  nv: 'nerves and vessels',
  'o/e': 'on examination',
  od: 'once a day',
  otc: 'over the counter',
  p: 'plan',
  paracet: 'paracetamol',
  pc: 'presenting complaint',
  pcn: 'penicillin',
  pe: 'physical examination',
  pef: 'peak expiratory flow',
  phx: 'past history',
  physio: 'physiotherapy',
  pm: 'in the evening',
  pmh: 'past medical history',
  po: 'by mouth',
  pos: 'positive',
  pred: 'prednisolone',
  prn: 'as needed',
  pt: 'patient',
  pts: 'patients',
  px: 'physical examination',
  py: 'pack-years',
  q12h: 'every twelve hours',
  q4h: 'every four hours',
  q6h: 'every six hours',
  q8h: 'every eight hours',
  qd: 'once a day',
  qds: 'four times a day',
  qhs: 'every night at bedtime',
  qid: 'four times a day',
  'r/o': 'rule out',
  'r/v': 'review',
  r: 'right',
  ra: 'room air',
  rad: 'radiation',
  req: 'requested',
  rlq: 'right lower quadrant',
  rom: 'range of movement',
  ros: 'review of systems',
  rr: 'respiratory rate',
  rt: 'right',
  rtc: 'return to clinic',
  ruq: 'right upper quadrant',
  rx: 'prescription',
  's/p': 'status after',
  sats: 'oxygen saturation',
  slr: 'straight leg raise',
  sob: 'shortness of breath',
  sx: 'symptoms',
  t2dm: 'type 2 diabetes mellitus',
  tab: 'tablet',
  tabs: 'tablets',
  tds: 'three times a day',
  temp: 'temperature',
  tia: 'transient ischaemic attack',
  tid: 'three times a day',
  tm: 'eardrum',
  transl: 'translates',
  tx: 'treatment',
  uri: 'upper respiratory infection',
  us: 'ultrasound',
  uti: 'urinary tract infection',
  vax: 'vaccination',
  vs: 'vital signs',
  'w/': 'with',
  'w/o': 'without',
  wk: 'weeks',
  wks: 'weeks',
  wnl: 'within normal limits',
  'x-ray': 'X-ray',
  xr: 'X-ray',
  'y/o': 'years old',
  yo: 'years old',
  yr: 'years'
}

/** Letters that are short for something only beside a number, or in capitals. */
const onlyAfterNumber = new Set(['am', 'pm', 'd', 'mo', 'wk', 'wks', 'yr', 'yo', 'y/o', 'm', 'f', 'tab', 'tabs'])
const onlyInCapitals = new Set([
  'l',
  'r',
  'p',
  'ra',
  'nv',
  'ln',
  'mr',
  'pc',
  'tm',
  'ca',
  'us',
  'ha',
  'pe',
  'er',
  'im',
  'bs',
  'bm'
])

/** A number before it counts; a stop after it that ends no sentence is part of it. */
const shorthand =
  /(?<![\p{L}\p{N}/-])(?:(\d+)\s?)?([A-Za-z][\w]*\/?[A-Za-z]*|w\/o|w\/)(?![\p{L}\p{N}-])(\.(?=[,;]|\s+\p{Ll}))?/gu

/** Known abbreviations written out, each line ending as a sentence does. */
export function writtenOut(note: string): string {
  return note
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => ended(spacedOut(line).replace(shorthand, expanded)))
    .join(' ')
}

const sexes: Readonly<Record<string, string>> = { m: ' male', f: ' female', male: ' male', female: ' female' }

function spacedOut(line: string): string {
  return line
    .replace(/↑/g, 'raised ')
    .replace(/↓/g, 'lowered ')
    .replace(/\b(\d+)\s?(?:yo|y\/o|y\.o\.)(?:\s(m|f|male|female)\b)?/gi, (_, years: string, sex?: string) =>
      sex === undefined ? `${years}-year-old patient` : `${years}-year-old${sexes[sex.toLowerCase()] ?? ''}`
    )
    .replace(/(?<![\d/])(\d{1,2})\/7\b/g, (_, n: string) => counted(n, 'day'))
    .replace(/(?<![\d/])(\d{1,2})\/52\b/g, (_, n: string) => counted(n, 'week'))
    .replace(/(?<![\d/])(\d{1,2})\/12\b/g, (_, n: string) => counted(n, 'month'))
    .replace(/\bx\s?(\d+)\s?d\b/gi, 'for $1 days')
    .replace(/\bx\s?(\d+)\s?(?:wk|wks|w)\b/gi, 'for $1 weeks')
    .replace(/\bx\s?(\d+)\s?mo\b/gi, 'for $1 months')
    .replace(/\bw\/(?=\p{L})(?!o\b)/gu, 'with ')
    .replace(/\s+/g, ' ')
}

function counted(number: string, unit: string): string {
  return `${number} ${unit}${number === '1' ? '' : 's'}`
}

function expanded(whole: string, number: string | undefined, word: string): string {
  const key = word.toLowerCase()
  const meant = Object.hasOwn(plain, key) ? plain[key] : undefined
  if (meant === undefined) return whole
  if (onlyAfterNumber.has(key) && number === undefined) return whole
  if (onlyInCapitals.has(key) && word !== word.toUpperCase()) return whole
  return number === undefined ? meant : `${number} ${meant}`
}

/** Each sentence begins with a capital, the line ends with a stop. */
function ended(line: string): string {
  const begun = line.replace(
    /(^|[.!?] )(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase()
  )
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}
