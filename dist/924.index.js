export const id = 924;
export const ids = [924];
export const modules = {
	77924:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
	act: () => ( act)
});
var promises_ = __webpack_require__(51455);
var core = __webpack_require__(91659);
var github_context = __webpack_require__(79801);
var github_log = __webpack_require__(81124);
var external_node_v8_ = __webpack_require__(78877);
;
const mostYoung = 16 << 20;
const everyMs = 20;
function keepHeapSmall() {
	(0,external_node_v8_.setFlagsFromString)('--heap-growing-percent=20');
	let mayGrow = true;
	const watch = setInterval(() => {
		const young = (0,external_node_v8_.getHeapSpaceStatistics)().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
		if (mayGrow === young < mostYoung)
			return;
		mayGrow = !mayGrow;
		(0,external_node_v8_.setFlagsFromString)(`--semi-space-growth-factor=${mayGrow ? 2 : 1}`);
	}, everyMs);
	watch.unref();
}
var visible = __webpack_require__(49538);
;
function annotations(problems, omitted = 0, most = 10) {
	const errors = problems.filter(one => one.severity === 'error');
	const warnings = problems.filter(one => one.severity === 'warning');
	const hidden = [...errors.slice(most), ...warnings.slice(most)];
	const count = hidden.length + omitted;
	return {
		shown: [...errors.slice(0, most), ...warnings.slice(0, most)].map(annotation),
		rest: [
			...hidden.map(problemLine),
			...(omitted > 0 ? [`… and ${omitted} more that were not kept`] : []),
			...(count > 0
				? [
					`${count} ${count === 1 ? 'problem is' : 'problems are'} not shown as annotations: GitHub shows ${most} of a kind.`
				]
				: [])
		]
	};
}
function annotation(problem) {
	return { level: problem.severity, message: textOf(problem), ...position(problem) };
}
function failureAnnotation(failure) {
	const message = failure.remedy === undefined ? failure.message : `${failure.message}\n${failure.remedy}`;
	return { level: 'error', title: failure.title, message: (0,visible .J)((0,visible .R)(message), 4000), ...position(failure) };
}
function problemLine(problem) {
	const { place, severity, message, hint } = problem;
	const where = place === undefined ? '' : [place.file, place.line, place.column].filter(part => part !== undefined).join(':');
	const what = hint === undefined ? message : `${message} (${hint})`;
	return [severity, where, what]
		.filter(part => part !== '')
		.map(part => (0,visible .J)((0,visible .R)(part), 4000).replaceAll('\n', ' '))
		.join(' ');
}
function textOf({ message, hint }) {
	return (0,visible .J)((0,visible .R)(hint === undefined ? message : `${message}\n${hint}`), 4000);
}
function position({ place }) {
	if (place === undefined)
		return {};
	const { file, line, column, endLine, endColumn } = place;
	const oneLine = endLine === undefined || endLine === line;
	return {
		file,
		...(line !== undefined && { startLine: line }),
		...(endLine !== undefined && { endLine }),
		...(column !== undefined && oneLine && { startColumn: column }),
		...(endColumn !== undefined && oneLine && { endColumn })
	};
}
;
const integers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const fine = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 4 });
function whole(value) {
	return integers.format(value);
}
function counted(value, one, many = `${one}s`) {
	return `${whole(value)} ${value === 1 ? one : many}`;
}
function dollars(usd) {
	if (usd === undefined)
		return 'unknown';
	if (usd === 0)
		return '$0';
	if (usd < 0.0001)
		return '< $0.0001';
	return `$${(usd >= 1 ? cents : fine).format(usd)}`;
}
function duration(ms) {
	const seconds = Math.round(ms / 1000);
	if (seconds < 60)
		return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60)
		return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
	return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
var build_problems = __webpack_require__(30982);
;
function explain(error, circumstances) {
	if (error instanceof build_problems .tZ)
		return [
			...error.problems.map(problemLine),
			...paid(circumstances),
			`More: ${docsUrl(circumstances.docs, 'bad-input')}`
		];
	if (error instanceof build_problems .HR)
		return failureLines(error, circumstances);
	return crashLines(error, circumstances);
}
function docsUrl(docs, code) {
	return `${docs === undefined ? '' : `${docs}/`}docs/troubleshooting.md#${code}`;
}
function headline(error) {
	if (error instanceof build_problems .HR)
		return `${error.title}: ${error.message}`;
	if (error instanceof build_problems .tZ)
		return `${counted(error.problems.length, 'mistake was', 'mistakes were')} found in the files of this spec`;
	return 'The action itself failed: this is a bug';
}
function failureLines(failure, circumstances) {
	const { place } = failure;
	const where = place === undefined
		? []
		: [`At: ${[place.file, place.line, place.column].filter(part => part !== undefined).join(':')}`];
	return [
		`${failure.title}: ${failure.message}`,
		...where,
		...(failure.remedy === undefined ? [] : [`What to do: ${failure.remedy}`]),
		...paid(circumstances),
		...causes(failure.cause)
			.filter(({ message }) => !failure.message.includes(message))
			.map(({ line }) => line),
		`More: ${docsUrl(circumstances.docs, failure.code)}`
	];
}
function causes(cause) {
	const found = [];
	for (let error = cause, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth++) {
		found.push({ message: error.message, line: `Because: ${error.name}: ${error.message}` });
	}
	return found;
}
function paidOnDemand({ onDemand }) {
	if (onDemand === undefined || onDemand.records === 0)
		return undefined;
	const where = onDemand.kept >= onDemand.records
		? 'their answers are in S3, and the next pass takes them home'
		: 'what came back and could be written is in S3, and the next pass takes it home';
	return `Asked on demand by this pass, and billed: ${counted(onDemand.records, 'record')}; ${where}.`;
}
function paid(circumstances) {
	const { jobArns } = circumstances;
	const onDemand = paidOnDemand(circumstances);
	if (jobArns.length === 0)
		return [onDemand ?? 'Paid by this pass: nothing, no job was created.'];
	return [
		...(onDemand === undefined ? [] : [onDemand]),
		`Created by this pass, and billed for what they process (${jobArns.length}):`,
		...jobArns.map(arn => `  ${arn}`),
		'Nothing is lost: the next pass finds these jobs and takes their answers home.'
	];
}
function crashLines(error, circumstances) {
	const stack = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
	return [
		`The action itself failed. This is a bug; please report it with the lines below (version ${circumstances.version}).`,
		...stack.split('\n').slice(0, 30),
		...(error instanceof Error ? causes(error.cause).map(({ line }) => line) : []),
		...paid(circumstances)
	];
}
;
const worst = ['failed', 'partial', 'waiting', 'planned', 'tried', 'done', 'nothing-to-do'];
const mostFiles = 2000;
const rowCounts = {
	'records-wanted': 'wanted',
	'records-carried-over': 'carriedOver',
	'records-submitted': 'submitted',
	'records-answered': 'answered',
	'records-waiting': 'waiting',
	'records-failed': 'failed'
};
function stepOutputs(reports) {
	const changedFiles = reports.flatMap(report => report.changedFiles);
	return {
		status: worst.find(status => reports.some(report => report.status === status)) ?? 'nothing-to-do',
		changed: String(changedFiles.length > 0),
		'changed-files': changedFiles.slice(0, mostFiles).join('\n'),
		'job-arns': JSON.stringify(jobArns(reports)),
		...Object.fromEntries(Object.entries(rowCounts).map(([name, key]) => [name, String(sum(reports.map(report => report.rows[key])))])),
		'input-tokens': String(sum(reports.map(report => report.tokens.input))),
		'output-tokens': String(sum(reports.map(report => report.tokens.output))),
		'estimated-cost-usd': usd(total(reports, report => report.cost.estimatedUsd)),
		'cost-usd': usd(total(reports, report => report.cost.actualUsd)),
		'manifest-path': lines(reports.map(report => report.manifestPath)),
		'errors-path': lines(reports.map(report => report.errorsPath)),
		'commit-sha': reports.map(report => report.published?.commitSha).findLast(sha => sha !== undefined) ?? '',
		'pull-request-number': lines(reports.map(report => report.published?.pullRequest?.number)),
		'pull-request-url': lines(reports.map(report => report.published?.pullRequest?.url)),
		results: JSON.stringify(reports.map(result))
	};
}
function result(report) {
	const { rows, tokens, cost, published } = report;
	return {
		spec: report.specName,
		path: report.specPath,
		mode: report.mode,
		status: report.status,
		rows,
		records: report.records,
		inputTokens: tokens.input,
		outputTokens: tokens.output,
		estimatedCostUsd: cost.estimatedUsd ?? null,
		costUsd: cost.actualUsd ?? null,
		jobArns: jobArns([report]),
		changedFiles: report.changedFiles.slice(0, mostFiles),
		changedFileCount: report.changedFiles.length,
		manifestPath: report.manifestPath ?? null,
		errorsPath: report.errorsPath ?? null,
		commitSha: published?.commitSha ?? null,
		pullRequestNumber: published?.pullRequest?.number ?? null,
		pullRequestUrl: published?.pullRequest?.url ?? null,
		failureCode: failureCode(report)
	};
}
function failureCode(report) {
	if (report.failure !== undefined)
		return report.failure.code;
	if (report.status === 'failed' && report.problems.some(problem => problem.severity === 'error'))
		return 'bad-input';
	return report.crash === undefined ? null : 'crash';
}
function jobArns(reports) {
	return [...new Set(reports.flatMap(report => report.jobs.map(job => job.jobArn)))];
}
function total(reports, of) {
	const parts = reports.map(report => of(report) ?? (costsNothing(report) ? 0 : undefined));
	return parts.some(part => part === undefined) ? undefined : sum(parts.map(part => part ?? 0));
}
function costsNothing(report) {
	return (report.status === 'failed' || report.status === 'nothing-to-do') && report.jobs.length === 0;
}
function usd(value) {
	if (value === undefined)
		return '';
	return value.toFixed(6).replace(/\.?0+$/, '');
}
function lines(values) {
	return values.filter(value => value !== undefined).join('\n');
}
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}
;
const joiner = '\u2060';
function markdown_escape(text, most = 300) {
	return inert((0,visible .J)((0,visible .R)(text), most)
		.replace(/\s*\n\s*/g, ' ⏎ ')
		.trim());
}
function sentence(text, most = 500) {
	const parts = (0,visible .J)((0,visible .R)(text), most).split('`');
	return parts
		.map((part, index) => (index % 2 === 0 || index === parts.length - 1 ? spaced(part) : code(part)))
		.join('');
}
function escapeLines(text, most = 1200) {
	return (0,visible .J)((0,visible .R)(text), most)
		.trim()
		.split('\n')
		.map(line => inert(line.trim()))
		.join('<br>');
}
function code(text, most = 200) {
	return `<code>${(0,visible .J)((0,visible .R)(text), most)
		.replace(/\n/g, ' ')
		.replace(/[^A-Za-z0-9 /.-]/gu, entity)}</code>`;
}
function fenced(text, language, most = 1200) {
	const shown = (0,visible .J)((0,visible .R)(text), most);
	const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(run => run[0].length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${shown}\n${fence}`;
}
function markdown_link(markdown, url) {
	if (!/^https:\/\/[^\s<>()"']+$/.test(url))
		return markdown;
	return `[${markdown}](${url.replaceAll('|', '%7C')})`;
}
function table(head, rows, right = []) {
	const line = (cells) => `| ${cells.join(' | ')} |`;
	const rule = head.map((_, column) => (right.includes(column) ? '--:' : ':--'));
	return [line(head), line(rule), ...rows.map(line)].join('\n');
}
function details(summary, content, state = 'closed') {
	return `<details${state === 'open' ? ' open' : ''}><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
function spaced(text) {
	const [, before = '', middle = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
	return `${before && ' '}${markdown_escape(middle, Infinity)}${after && ' '}`;
}
function inert(line) {
	return line
		.replace(/[\\`*_{}[\]()!|~$]/g, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/^(\s*)([-+=])/, '$1\\$2')
		.replace(/^(\s*\d+)([.)])/, '$1\\$2')
		.replace(/[@#]/g, `$&${joiner}`)
		.replace(/:(?=\/\/)|\bwww(?=\.)|\bGH-(?=\d)|(?<!\w):(?=[a-z+-][\w+-]*:)/gi, `$&${joiner}`)
		.replace(/^#/, '\\#');
}
function entity(char) {
	return `&#${char.codePointAt(0) ?? 0};`;
}
;
function inWords(report) {
	const { mode, status, rows, failure, crash, toAsk = 0 } = report;
	if (mode === 'stop' && status !== 'failed')
		return stopping(report);
	switch (status) {
		case 'done':
			return rows.failed === 0
				? `${rows.answered === 1 ? '' : 'all '}${counted(rows.answered, 'row')} answered`
				: soFar(rows);
		case 'nothing-to-do':
			return `nothing to do, ${counted(rows.answered, 'row')} up to date`;
		case 'partial':
			return soFar(rows);
		case 'waiting':
			return openRows(rows) === 0 ? `${soFar(rows)}, nothing published yet` : soFar(rows);
		case 'planned':
			if (toAsk > 0)
				return `a plan, ${counted(toAsk, 'question')} to ask`;
			return rows.held === 0 ? 'a plan, nothing to ask' : `a plan, nothing to ask now, ${whole(rows.held)} held`;
		case 'tried':
			return `a trial of ${counted(rows.wanted, 'row')}`;
		case 'failed':
			if (failure !== undefined)
				return markdown_escape(failure.title);
			return crash === undefined ? 'mistakes in the files of this spec' : 'the action itself failed';
	}
}
function openRows({ wanted, answered, failed }) {
	return Math.max(0, wanted - answered - failed);
}
function soFar(rows) {
	const open = openRows(rows);
	const parts = [
		`${whole(rows.answered)} of ${counted(rows.wanted, 'row')} answered`,
		...(open > 0 ? [`${whole(open)} waiting`] : []),
		...(rows.failed > 0 ? [`${whole(rows.failed)} given up`] : [])
	];
	return parts.join(', ');
}
function stopping({ jobs, open }) {
	const count = jobs.filter(job => job.status === 'Stopping').length;
	if (count > 0)
		return `${counted(count, 'job is', 'jobs are')} being stopped`;
	return open === undefined ? 'no job is running' : 'no running job is listed yet';
}
;
function answerShapes({ answers }, detail) {
	if (answers === undefined)
		return '';
	const parts = [labelsTable(answers, detail), summary_answers_inWords(answers)];
	return parts.filter(part => part !== '').join('\n\n');
}
function labelsTable({ labels = [], count }, { labels: most }) {
	const shown = labels.slice(0, most);
	if (shown.length === 0)
		return '';
	const rest = labels.slice(most);
	const lines = shown.map(label => [markdown_escape(label.label, 80), whole(label.count), share(label.count, count)]);
	const others = rest.reduce((sum, label) => sum + label.count, 0);
	if (rest.length > 0)
		lines.push([counted(rest.length, 'other label'), whole(others), share(others, count)]);
	const content = table(['Label', 'Rows', 'Share'], lines, [1, 2]);
	return labels.length > 8 ? details(`<b>${counted(labels.length, 'label')}</b>`, content) : `#### Labels\n\n${content}`;
}
function share(part, all) {
	return `${((part / Math.max(1, all)) * 100).toFixed(1)} %`;
}
function summary_answers_inWords({ count, repaired, objects, characters, dimensions, pictureBytes }) {
	const parts = [
		characters && `texts of ${extent(characters)} characters`,
		dimensions && `vectors of ${extent(dimensions)} numbers`,
		pictureBytes && `pictures of ${extent(pictureBytes)} bytes`,
		objects !== undefined && counted(objects, 'JSON value'),
		repaired !== undefined && `${whole(repaired)} of them repaired`
	].filter(part => typeof part === 'string');
	return parts.length === 0 ? '' : `**Answers:** ${whole(count)}; ${parts.join(', ')}.`;
}
function extent({ least, mean, most }) {
	return least === most ? whole(most) : `${whole(least)} to ${whole(most)} (on average ${whole(mean)})`;
}
;
function money({ tokens, cost, rows, jobs, toAsk = 0 }) {
	const collected = jobs.some(job => job.collected) || tokens.input + tokens.output > 0;
	const lines = [];
	if (rows.submitted > 0)
		lines.push(['Estimate for what is submitted', estimate(cost)]);
	if (toAsk > 0)
		lines.push(['Estimate for what would be asked', estimate(cost)]);
	if (collected) {
		lines.push(['Cost of what came back', dollars(cost.actualUsd)]);
		lines.push(['Tokens', `${whole(tokens.input)} in, ${whole(tokens.output)} out`]);
	}
	if (lines.length === 0)
		return '';
	return `${table(['Cost', ''], lines)}\n\n<sub>${markdown_escape(cost.basis, 300)}</sub>`;
}
function estimate({ estimatedUsd, expectedUsd }) {
	if (estimatedUsd === undefined)
		return 'unknown';
	const expected = expectedUsd === undefined ? '' : `, ${dollars(expectedUsd)} at the expected length`;
	return `${dollars(estimatedUsd)} at full maxTokens${expected}`;
}
function published({ published: done, changedFiles, manifestPath, errorsPath }, { repositoryUrl }) {
	const parts = [];
	if (done?.pullRequest !== undefined)
		parts.push(markdown_link(`pull request ${done.pullRequest.number}`, done.pullRequest.url));
	if (done?.commitSha !== undefined) {
		const short = code(done.commitSha.slice(0, 10));
		parts.push(`commit ${repositoryUrl === undefined ? short : markdown_link(short, `${repositoryUrl}/commit/${encodeURIComponent(done.commitSha)}`)}`);
	}
	if (done?.artifact !== undefined)
		parts.push(`artifact ${code(done.artifact.name)}`);
	const files = changedFiles.slice(0, 20).map(file => code(file));
	if (changedFiles.length > 20)
		files.push(`${whole(changedFiles.length - 20)} more`);
	const lines = [
		parts.length === 0 ? '' : `**Published:** ${parts.join(', ')}`,
		files.length === 0
			? ''
			: `**Files changed${changedFiles.length > 20 ? ` (${whole(changedFiles.length)})` : ''}:** ${files.join(', ')}`,
		manifestPath === undefined ? '' : `**Manifest:** ${code(manifestPath)}`,
		errorsPath === undefined ? '' : `**Errors file:** ${code(errorsPath)}`
	];
	return lines.filter(line => line !== '').join('<br>\n');
}
;
const mostOfPrompt = 4000;
const mostOfAnswer = 2000;
function shownQuestions({ shown = [], mode }, detail) {
	if (shown.length === 0 || detail.samples === 0)
		return '';
	const rows = shown.slice(0, mode === 'try' ? shown.length : detail.samples);
	if (mode !== 'try') {
		const title = rows.length === 1 ? 'The first question' : `The first ${counted(rows.length, 'question')}`;
		return `#### ${title}\n\n${table(['Row', 'Question'], rows.map(one => [code(one.key, 100), summary_questions_prompt(one)]))}`;
	}
	return `#### Tried\n\n${table(['Row', 'Question', 'Answer'], rows.map(one => [code(one.key, 100), summary_questions_prompt(one), answer(one)]))}`;
}
function summary_questions_prompt({ prompt: text }) {
	return escapeLines(text, mostOfPrompt);
}
function answer({ answer: value, failure }) {
	if (value !== undefined)
		return escapeLines(answerText(value), mostOfAnswer);
	return `⚠️ ${markdown_escape(failure ?? 'no answer')}`;
}
function answerText(value) {
	if (typeof value === 'string')
		return value;
	if (Array.isArray(value) && value.length > 8 && value.every(item => typeof item === 'number')) {
		const start = value.slice(0, 6).map(number => number.toFixed(4));
		return `[${start.join(', ')}, …] (${value.length} numbers)`;
	}
	return JSON.stringify(value, null, 2);
}
var build_json = __webpack_require__(59808);
;
function samples({ samples: given }, detail) {
	const shown = given.slice(0, detail.samples);
	if (shown.length === 0)
		return '';
	const title = shown.length === 1
		? 'An answer to look at'
		: `${['', '', 'Two', 'Three'][shown.length] ?? whole(shown.length)} answers to look at`;
	return `#### ${title}\n\n${shown.map(sample).join('\n\n')}`;
}
function sample({ key, answer }) {
	const head = code(key, 100);
	if (typeof answer === 'string')
		return `${head}\n> ${escapeLines(answer)}`;
	if (isVector(answer)) {
		const start = answer.slice(0, 6).map(number => number.toFixed(4));
		return `${head}\n> ${markdown_escape(`[${start.join(', ')}, …]`)} (${counted(answer.length, 'number')})`;
	}
	const picture = (0,build_json .Gv)(answer) ? answer['base64'] : undefined;
	if (typeof picture === 'string')
		return `${head}\n> a picture of ${counted(Buffer.byteLength(picture, 'base64'), 'byte')}`;
	return `${head}\n\n${fenced(JSON.stringify(answer, null, 2), 'json')}`;
}
function isVector(answer) {
	return Array.isArray(answer) && answer.length > 8 && answer.every(item => typeof item === 'number');
}
;
function consoleUrl(jobArn) {
	const [, partition, region] = /^arn:(aws[\w-]*):bedrock:([a-z0-9-]+):\d{12}:model-invocation-job\/[a-z0-9]+$/.exec(jobArn) ?? [];
	if (partition === undefined || region === undefined)
		return undefined;
	const page = `bedrock/home?region=${region}#/batch-inference`;
	if (partition === 'aws-us-gov')
		return `https://${region}.console.amazonaws-us-gov.com/${page}`;
	if (partition === 'aws-cn')
		return `https://${region}.console.amazonaws.cn/${page}`;
	return `https://${region}.console.aws.amazon.com/${page}`;
}
function jobId(jobArn) {
	return jobArn.slice(jobArn.lastIndexOf('/') + 1);
}
;
const mostCharacters = 2000;
const parts = /^([A-Za-z]+|http \d{3})(?:: (.*))?$/s;
function remedyFor(reason, mayRetry = false) {
	if (mayRetry)
		return 'Worth another try: a pass with retry: auto asks these again, within limits.retries.';
	const answer = answers.find(({ says }) => says.test(reason));
	if (answer !== undefined)
		return answer.remedy;
	const [, kind = '', message = ''] = parts.exec(reason.slice(0, mostCharacters)) ?? [];
	if (refusals.test(kind))
		return messages.find(({ says }) => says.test(message.replace(preamble, '')))?.remedy;
	return kinds.find(({ says }) => says.test(kind))?.remedy;
}
const answers = [
	{
		says: /^max_tokens$/,
		remedy: 'The answers were cut: raise parameters.maxTokens, which makes a new question of every row, or ask for less.'
	},
	{
		says: /^refusal$/,
		remedy: 'The model would not answer. Reword the prompt, or leave these rows out with dataset.where.'
	},
	{
		says: /^filtered$/,
		remedy: 'A content filter or guardrail stopped the answer. Look at these rows, or reword the prompt.'
	},
	{
		says: /^empty$/,
		remedy: 'The model said nothing. Check the stop sequences, and that the prompt asks for something.'
	},
	{
		says: /^tool_use$/,
		remedy: 'The model asked for a tool, and batch inference has none. Leave tools out of parameters.extra.'
	},
	{
		says: /^stopped: model_context_window_exceeded$/,
		remedy: 'Prompt and answer together do not fit the model. Shorten the prompt or lower parameters.maxTokens.'
	},
	{ says: /^schema: /, remedy: 'Show the wanted JSON in the prompt, with an example, or loosen the schema.' },
	{
		says: /^not JSON$/,
		remedy: 'Say in the prompt that only JSON is wanted, and show its form. answer.repair: true mends small mistakes.'
	},
	{
		says: /^does not match the pattern$/,
		remedy: 'Show in the prompt how the answer is to be written, or loosen answer.pattern.'
	},
	{
		says: /^not one of the labels$/,
		remedy: 'List the labels in the prompt and ask for nothing else, or add the missing label.'
	},
	{
		says: /^not (?:a vector|text)$/,
		remedy: 'Set answer.format as the model answers: embedding for an embedding model, text otherwise.'
	},
	{
		says: /^unknown shape: /,
		remedy: 'The answer is not as this model family writes it. Try api: converse, or report it with a line of the answers.'
	}
];
const refusals = /^(?:http (?:400|413|422)|ValidationException)$/;
const preamble = /^(?:(?:The model returned the following errors|Malformed input request|Validation Error|N validation errors? detected): )*(?:messages?\.N\S*: |#\S*: )?/i;
const messages = [
	{
		says: /^`?(?:temperature`? and `?top_?p|top_?p`? and `?temperature)`? cannot both/i,
		remedy: 'This model takes parameters.temperature or parameters.topP, not both: leave one out.'
	},
	{
		says: /^`?(?:temperature|top_?p|top_?k)`? is (?:deprecated|not supported)/i,
		remedy: 'This model does not take that parameter: leave it out.'
	},
	{
		says: /^`?max_?tokens`? must be greater than `?thinking/i,
		remedy: 'Raise parameters.maxTokens above the budget for thinking, or lower that budget in parameters.extra.'
	},
	{
		says: /^input length and `?max_tokens`? exceed context limit/i,
		remedy: 'Prompt and answer together do not fit the model. Shorten the prompt or lower parameters.maxTokens.'
	},
	{
		says: /^(?:max_?tokens: Field required|required key \[max_?tokens\])/i,
		remedy: 'This model has to be told how long an answer may be: set parameters.maxTokens.'
	},
	{
		says: /^(?:max_?tokens: N|The maximum tokens you requested exceeds? the model limit|Value "…" at ['"]inferenceConfig\.maxTokens)/i,
		remedy: 'Lower parameters.maxTokens: this model does not write so much.'
	},
	{
		says: /^(?:prompt is too long|Input is too long|Too many input tokens|expected maxLength|This model's maximum context length|the request is too large)/i,
		remedy: 'The prompt is too long for the model. Shorten it, or leave these rows out with dataset.where.'
	},
	{
		says: /^(?:image exceeds|Could not process image|at least one of the image dimensions|image dimensions|Image does not match)/i,
		remedy: 'The model cannot take these pictures: look at them. media.maxPixels makes large ones smaller.'
	},
	{
		says: /^(?:[\w.]+: Field required|[\w.: ]*Extra inputs are not permitted|required key|extraneous key|expected type)/i,
		remedy: 'The model misses a field or does not know one that was sent: check parameters.extra and the api of the spec.'
	},
	{
		says: /^(?:The provided model identifier is invalid|Invocation of model ID|Batch inference is not supported)/i,
		remedy: 'The model cannot be asked so in this region: see docs/models.md.'
	},
	{
		says: /^(?:Your (?:AWS )?account is not authorized|Operation not allowed)/i,
		remedy: 'The AWS account may not use this model: ask for it in the Bedrock console, or AWS support.'
	},
	{
		says: /^/,
		remedy: 'The model refused the question. Check prompt and parameters against its page in the Bedrock user guide.'
	}
];
const spent = 'Tried as often as limits.retries and belowMinimum allow, and given up: start the workflow with retry: failed to ask once more.';
const kinds = [
	{
		says: /^(?:http 403|AccessDeniedException)$/,
		remedy: 'The service role may not invoke the model: see docs/permissions.md.'
	},
	{
		says: /^(?:http 404|ResourceNotFoundException)$/,
		remedy: 'The model is not known in this region, has reached its end of life, or asks for a form to be filled in first.'
	},
	{
		says: /^expired$/,
		remedy: `The job ran out of time: raise aws.timeoutHours, or make smaller jobs with limits.recordsPerJob. ${spent}`
	},
	{
		says: /^(?:http (?:408|424|429|5\d\d)|Throttling\w*|TooManyRequests\w*|ServiceQuotaExceeded\w*|Model(?:Timeout|Error|StreamError|NotReady)Exception|Internal\w*|ServiceUnavailable\w*|missing|conflict)$/,
		remedy: spent
	},
	{
		says: /^error$/,
		remedy: 'Bedrock names no cause that is known here: look at the message. Start the workflow with retry: failed to ask once more.'
	}
];
;
function failureGroups({ failures, rows }, detail) {
	if (failures.length === 0)
		return '';
	const sorted = [...failures].sort((a, b) => b.count - a.count);
	const lines = sorted.slice(0, detail.failures).map(({ reason, count, example, keys, mayRetry }) => {
		const remedy = remedyFor(reason, mayRetry);
		const words = [
			`**${markdown_escape(reason, 120)}**`,
			example === undefined || reason.includes(example) ? '' : markdown_escape(example, 300),
			remedy === undefined ? '' : `<em>${markdown_escape(remedy)}</em>`
		];
		const named = keys.slice(0, detail.keys).map(key => code(key, 60));
		const more = count > named.length && named.length > 0 ? [`${whole(count - named.length)} more`] : [];
		return [whole(count), words.filter(word => word !== '').join('<br>'), [...named, ...more].join(', ')];
	});
	const rest = sorted.length > lines.length ? `\n\n… and ${counted(sorted.length - lines.length, 'more reason')}.` : '';
	const total = sorted.reduce((sum, group) => sum + group.count, 0);
	return `#### What failed: ${whole(total)} of ${counted(rows.wanted, 'row')}\n\n${table(['Rows', 'Reason', 'Keys'], lines, [0])}${rest}`;
}
function jobsTable({ jobs }, detail) {
	if (jobs.length === 0)
		return '';
	const lines = jobs.slice(0, detail.jobs).map(job => {
		const id = code(jobId(job.jobArn), 40);
		const url = consoleUrl(job.jobArn);
		const { processed, total, success, error } = job.counts;
		const state = [markdown_escape(job.status, 40), job.message === undefined ? '' : markdown_escape(job.message, 300)]
			.filter(word => word !== '')
			.join('<br>');
		const tokens = job.tokens === undefined ? '' : `${whole(job.tokens.input)} / ${whole(job.tokens.output)}`;
		const numbers = [`${orDash(processed)} / ${whole(total || job.records)}`, orDash(success), orDash(error), tokens];
		return [
			`${url === undefined ? id : markdown_link(id, url)}<br>${code(job.jobName, 63)}`,
			state,
			...numbers,
			job.costUsd === undefined ? '' : dollars(job.costUsd)
		];
	});
	const rest = jobs.length > lines.length ? `\n\n… and ${counted(jobs.length - lines.length, 'more job')}.` : '';
	const head = ['Job', 'Status', 'Processed', 'Success', 'Errors', 'Tokens in / out', 'Cost'];
	const content = table(head, lines, [2, 3, 4, 5, 6]) + rest;
	return jobs.length > 5 ? details(`<b>${counted(jobs.length, 'job')}</b>`, content) : `#### Jobs\n\n${content}`;
}
function orDash(value) {
	return value === undefined ? '–' : whole(value);
}
;
const signs = {
	done: '✅',
	'nothing-to-do': '✅',
	partial: '🟡',
	waiting: '⏳',
	planned: '📝',
	tried: '🧪',
	failed: '❌'
};
function section(report, detail, links) {
	return [
		`### ${signs[report.status]} ${markdown_escape(report.specName, 80)}: ${inWords(report)}`,
		about(report),
		trouble(report, links),
		rowsTable(report),
		whyAsked(report),
		money(report),
		published(report, links),
		report.open === undefined ? '' : `⏳ **Open:** ${sentence(report.open, 2000)}.`.replace(/\.\.$/, '.'),
		failureGroups(report, detail),
		answerShapes(report, detail),
		jobsTable(report, detail),
		samples(report, detail),
		shownQuestions(report, detail),
		notes(report, detail)
	]
		.filter(part => part !== '')
		.join('\n\n');
}
function about({ model, api, family, region, specPath, mode, elapsedMs }) {
	const dialect = [family, api].filter(part => part !== undefined).map(part => markdown_escape(part, 60));
	const parts = [
		model === '' ? '' : `${code(model)}${dialect.length > 0 ? ` (${dialect.join(', ')})` : ''}`,
		region === undefined ? '' : markdown_escape(region, 40),
		`spec ${code(specPath)}`,
		`mode ${mode}`,
		`took ${duration(elapsedMs)}`
	];
	return parts.filter(part => part !== '').join(' · ');
}
function trouble(report, { docs }) {
	const { failure, crash, jobs } = report;
	if (failure === undefined && crash === undefined)
		return '';
	const arns = jobs.filter(job => job.submittedByThisPass).map(job => job.jobArn);
	const onDemand = paidOnDemand(report);
	const lines = [
		`**${markdown_escape(headline(failure ?? crash), 1200)}**`,
		failure?.remedy === undefined ? '' : `What to do: ${sentence(failure.remedy, 800)}`,
		onDemand === undefined ? '' : markdown_escape(onDemand),
		arns.length > 0
			? `Created by this pass, and billed for what they process: ${counted(arns.length, 'job')}, listed below.`
			: onDemand === undefined
				? 'Paid by this pass: nothing, no job was created.'
				: '',
		failure === undefined ? 'Please report it with the stack in the log.' : readOn(docs, failure.code)
	];
	return lines
		.filter(line => line !== '')
		.map(line => `> ${line}`)
		.join('\n>\n');
}
function readOn(docs, code) {
	const url = docsUrl(docs, code);
	return docs === undefined ? `More: ${markdown_escape(url)}` : markdown_link('More on this failure', url);
}
function rowsTable({ mode, rows, records, status, toAsk }) {
	if (mode === 'stop' || (status === 'failed' && rows.wanted === 0))
		return '';
	const columns = [
		['Rows wanted', rows.wanted, 'always'],
		['Carried over', rows.carriedOver, 'always'],
		toAsk === undefined ? ['Submitted now', rows.submitted, 'always'] : ['To ask', toAsk, 'always'],
		['Answered', rows.answered, 'always'],
		['In flight', rows.waiting],
		['Held back', rows.held],
		['Given up', rows.failed],
		['Edited by hand', rows.edited],
		['Removed', rows.removed]
	];
	const shown = columns.filter(([, value, always]) => always === 'always' || value > 0);
	const same = records > 0 && records < rows.wanted
		? `\n\nThese rows ask ${counted(records, 'distinct question')}: rows with the same question share one answer.`
		: '';
	return (table(shown.map(([title]) => title), [shown.map(([, value]) => whole(value))], shown.map((_, column) => column)) + same);
}
function whyAsked({ reasons }) {
	const given = Object.entries(reasons)
		.filter(([, count]) => count > 0)
		.sort(([, a], [, b]) => b - a);
	return given.length === 0
		? ''
		: `**Why questions are asked:** ${given.map(([reason, count]) => `${whole(count)} ${markdown_escape(reason)}`).join(', ')}.`;
}
function notes({ problems, notes: said }, detail) {
	const errors = problems.filter(one => one.severity === 'error').length;
	const { shown, rest } = annotations(problems, 0, detail.problems);
	const lines = [
		...said.slice(0, 50).map(note => `- ${sentence(note)}`),
		...problems
			.slice(0, shown.length)
			.map(problem => `- ${problem.severity === 'error' ? '❌' : '⚠️'} ${markdown_escape(problemLine(problem).replace(/^(error|warning) /, ''), 500)}`),
		...(rest.length > 0 && problems.length > shown.length
			? [`- … and ${counted(problems.length - shown.length, 'more problem')} in the log`]
			: [])
	];
	if (lines.length === 0)
		return '';
	return errors > 0
		? `#### ${counted(errors, 'mistake')} to correct\n\n${lines.join('\n')}`
		: details('Notes and warnings', lines.join('\n'), 'open');
}
;
const mostBytes = 900 * 1024;
const levels = [
	{ samples: 3, jobs: 100, failures: 20, problems: 50, keys: 5, labels: 20 },
	{ samples: 1, jobs: 20, failures: 10, problems: 10, keys: 3, labels: 10 },
	{ samples: 0, jobs: 3, failures: 3, problems: 3, keys: 0, labels: 0 }
];
function renderSummary(reports, links = {}) {
	for (const detail of levels) {
		const page = pageOf(reports, detail, links);
		if (page !== undefined)
			return page;
	}
	return overviewOnly(reports);
}
function pageOf(reports, detail, links) {
	const parts = reports.length > 1 ? ['## Bedrock batch', overview(reports)] : [];
	let bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
	for (const report of reports) {
		const part = section(report, detail, links);
		bytes += Buffer.byteLength(part) + 2;
		if (bytes > mostBytes)
			return undefined;
		parts.push(part);
	}
	return `${parts.join('\n\n')}\n`;
}
function overviewOnly(reports) {
	const shown = 1000;
	const cut = reports.length > shown ? `\n\n… and ${whole(reports.length - shown)} more specs.` : '';
	return `## Bedrock batch\n\n${overview(reports.slice(0, shown))}${cut}\n\nThe details of each spec are left out: they are longer than GitHub shows.\n`;
}
function overview(reports) {
	const head = ['Spec', 'Status', 'Rows', 'Carried over', 'Submitted', 'Answered', 'In flight', 'Given up', 'Cost'];
	const rows = reports.map(({ specName, status, rows, cost }) => [
		markdown_escape(specName, 80),
		`${signs[status]} ${status}`,
		...[rows.wanted, rows.carriedOver, rows.submitted, rows.answered, rows.waiting, rows.failed].map(whole),
		cost.actualUsd === undefined ? '' : dollars(cost.actualUsd)
	]);
	return table(head, rows, [2, 3, 4, 5, 6, 7, 8]);
}
;
function closingLines(report) {
	return [
		[report.specName, report.status, standing(report)].filter(part => part !== '').join(': '),
		...report.notes,
		...(report.status !== 'planned' || !report.cost.estimatedUsd
			? []
			: [`Estimate: $${report.cost.estimatedUsd.toFixed(4)} at full maxTokens (${report.cost.basis})`]),
		...(report.open === undefined ? [] : [`Open: ${report.open}.`]),
		...(report.changedFiles.length > 0 ? [changed(report.changedFiles)] : [])
	];
}
function standing(report) {
	const { mode, rows, status } = report;
	if (mode === 'stop')
		return status === 'failed' ? '' : stopping(report);
	if (status === 'failed' && rows.wanted === 0)
		return '';
	const open = status === 'waiting' || status === 'partial' ? openRows(rows) : rows.waiting + rows.held;
	const parts = [
		counted(rows.wanted, 'row'),
		`${whole(rows.carriedOver)} carried over`,
		...(rows.submitted > 0 ? [`${counted(rows.submitted, 'record')} submitted`] : []),
		`${whole(rows.answered)} answered`,
		...(open > 0 ? [`${whole(open)} waiting${rows.held > 0 ? ` (${whole(rows.held)} held)` : ''}`] : []),
		...(rows.failed > 0 ? [`${whole(rows.failed)} given up`] : [])
	];
	return parts.join(', ');
}
function changed(files) {
	const shown = files.slice(0, 50).join(', ');
	return `Changed: ${shown}${files.length > 50 ? ` and ${files.length - 50} more` : ''}`;
}
var version = __webpack_require__(64660);
;
async function present(reports, { env, context, log }) {
	for (const report of reports) {
		const { shown, rest } = annotations(report.problems);
		for (const one of shown)
			log.annotate(one);
		for (const line of rest)
			log.info(line);
		for (const line of closingLines(report))
			log.info(line);
		explainFailure(report, log, docsOf(env, context));
	}
	await attempt(log, 'the step outputs', () => {
		if ((env['GITHUB_OUTPUT'] ?? '') !== '')
			for (const [name, value] of Object.entries(stepOutputs(reports)))
				core.setOutput(name, value);
	});
	await attempt(log, 'the job summary', async () => {
		if ((env['GITHUB_STEP_SUMMARY'] ?? '') !== '')
			await core.summary.addRaw(renderSummary(reports, linksOf(env, context))).write();
	});
}
function explainFailure(report, log, docs) {
	const error = report.failure ?? report.crash;
	if (error === undefined)
		return;
	const jobArns = report.jobs.filter(job => job.submittedByThisPass).map(job => job.jobArn);
	const [first, ...rest] = explain(error, { version: version .r, jobArns, onDemand: report.onDemand, docs });
	if (report.failure)
		log.annotate(failureAnnotation(report.failure));
	else
		log.error(first ?? 'the action itself failed');
	for (const line of rest)
		log.info(line);
}
function linksOf(env, context) {
	const { repository, serverUrl } = context;
	return {
		docs: docsOf(env, context),
		...(repository !== undefined && { repositoryUrl: `${serverUrl}/${repository}` })
	};
}
function docsOf(env, { serverUrl }) {
	const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
	return repository === '' || ref === '' ? undefined : `${serverUrl}/${repository}/blob/${ref}`;
}
async function attempt(log, what, act) {
	try {
		await act();
	}
	catch (error) {
		log.warning(`${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
	}
}
;
function failedReport(specPath, mode, error, spec) {
	const problems = error instanceof build_problems .tZ ? error.problems : [];
	const failure = error instanceof build_problems .HR
		? { failure: error }
		: error instanceof build_problems .tZ
			? {
				failure: new build_problems .HR('bad-input', `${specPath} cannot be run as it is`, {
					remedy: 'Correct what is marked. Nothing was asked or written.'
				})
			}
			: { crash: error };
	return {
		specName: spec?.name ?? specPath,
		specPath,
		mode,
		status: 'failed',
		model: spec?.model ?? '',
		rows: {
			wanted: 0,
			carriedOver: 0,
			submitted: 0,
			answered: 0,
			waiting: 0,
			failed: 0,
			held: 0,
			edited: 0,
			removed: 0
		},
		records: 0,
		reasons: {},
		tokens: { input: 0, output: 0 },
		cost: { basis: 'nothing was asked' },
		jobs: [],
		failures: [],
		samples: [],
		changedFiles: [],
		problems,
		notes: [],
		elapsedMs: 0,
		...failure
	};
}
var external_node_os_ = __webpack_require__(48161);
;
function spelled(path) {
	let text = '';
	for (const step of path) {
		if (typeof step === 'number')
			text += `[${step}]`;
		else if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step))
			text += text === '' ? step : `.${step}`;
		else
			text += `[${JSON.stringify(step)}]`;
	}
	return text;
}
function steps(path) {
	return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(([, quoted, index, plain]) => {
		if (quoted !== undefined)
			return JSON.parse(`"${quoted}"`);
		return index === undefined ? (plain ?? '') : Number(index);
	});
}
function quote(text, most = 60) {
	return JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text);
}
;
const datasetFormats = [
	'csv',
	'tsv',
	'jsonl',
	'json',
	'yaml',
	'parquet',
	'markdown',
	'text',
	'image',
	'document',
	'openai-batch',
	'bedrock-records'
];
const cellTypes = ['text', 'number', 'boolean', 'json'];
const answerFormats = ['text', 'json', 'label', 'regex', 'embedding'];
const publishWays = ['commit', 'pull-request', 'artifact', 'none'];
const apis = ['auto', 'converse', 'invoke', 'verbatim'];
const formatsByExtension = {
	csv: 'csv',
	tsv: 'tsv',
	tab: 'tsv',
	jsonl: 'jsonl',
	ndjson: 'jsonl',
	json: 'json',
	yaml: 'yaml',
	yml: 'yaml',
	parquet: 'parquet',
	md: 'markdown',
	markdown: 'markdown',
	txt: 'text',
	png: 'image',
	jpg: 'image',
	jpeg: 'image',
	gif: 'image',
	webp: 'image',
	pdf: 'document',
	doc: 'document',
	docx: 'document'
};
function formatByExtension(path) {
	const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(formatsByExtension, extension) ? formatsByExtension[extension] : undefined;
}
function bringsQuestions(format) {
	return format === 'openai-batch' || format === 'bedrock-records';
}
function keyOfFormat(format) {
	return format === undefined ? undefined : ownKeys[format];
}
const ownKeys = {
	markdown: 'path',
	text: 'path',
	image: 'path',
	document: 'path',
	'openai-batch': 'custom_id',
	'bedrock-records': 'recordId'
};
;
const longest = 60;
function nearest(word, candidates) {
	const plain = squeeze(word);
	const same = candidates.find(candidate => squeeze(candidate) === plain);
	if (same !== undefined || plain === '' || word.length > longest)
		return same;
	let best;
	let bestDistance = Infinity;
	for (const candidate of candidates) {
		const other = squeeze(candidate);
		const allowed = Math.max(1, Math.floor(Math.min(plain.length, other.length) / 3));
		const distance = edits(plain, other);
		if (distance <= allowed && distance < bestDistance && distance < other.length) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
function squeeze(word) {
	return word.toLowerCase().replace(/[-_\s]/g, '');
}
function edits(from, to) {
	let beforeLast = [];
	let last = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let row = 1; row <= from.length; row++) {
		const line = [row];
		for (let column = 1; column <= to.length; column++) {
			const replaced = from[row - 1] === to[column - 1] ? 0 : 1;
			let least = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + replaced);
			const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
			if (swapped)
				least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
			line.push(least);
		}
		beforeLast = last;
		last = line;
	}
	return last[to.length] ?? 0;
}
function anyOf(words) {
	if (words.length < 2)
		return words.join('');
	return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i;
function pathFault(path) {
	if (path.trim() === '')
		return 'is empty';
	if (invisible.test(path))
		return 'contains a character that does not show';
	if (path.startsWith('/') || path.startsWith('~'))
		return 'is not relative to the root of the repository';
	if (/^[a-z]:/i.test(path))
		return 'names a drive; paths are relative to the root of the repository';
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path))
		return 'is a URI; paths are relative to the root of the repository';
	if (path.includes('\\'))
		return 'contains a backslash; folders are separated by /';
	if (path.length > 1000)
		return 'is longer than 1,000 characters';
	if (isWild(path))
		return 'has more wildcards than can be matched in bounded time';
	if (path.split('/').includes('..'))
		return 'leads out of its folder by ..';
	return undefined;
}
function isWild(glob) {
	const stars = (text) => text.split('*').length - 1;
	const deep = glob.split('**').length - 1;
	return (deep > 3 ||
		glob.split('{').length > 4 ||
		glob
			.replaceAll('**', '')
			.split('/')
			.some(part => stars(part) > 3));
}
function outputPathFault(path) {
	const fault = pathFault(path);
	if (fault !== undefined)
		return fault;
	if (path.endsWith('/'))
		return 'is a folder, not a file';
	if (/[<>:"|?*[\]{}]/.test(path))
		return 'contains one of < > : " | ? * [ ] { }, which a file name may not hold everywhere';
	const segments = path.split('/');
	if (segments.some(segment => segment === '.' || segment === ''))
		return `is not in its shortest form, ${shortest(path)}`;
	return segments.map(segmentFault).find(found => found !== undefined) ?? protectedFault(segments);
}
function segmentFault(segment) {
	if (/[. ]$/.test(segment))
		return 'has a part that ends in a dot or space';
	if (segment.startsWith(' '))
		return 'has a part that begins with a space';
	if (device.test(segment))
		return `has a part that Windows reserves, ${JSON.stringify(segment)}`;
	if (new TextEncoder().encode(segment).length > 230)
		return 'has a part that is longer than 230 bytes';
	return undefined;
}
function protectedFault(segments) {
	const folded = segments.map(fold);
	const name = folded.at(-1) ?? '';
	if (folded.some(segment => segment === '.git' || /^git~\d+$/.test(segment)))
		return 'is inside .git/, which belongs to Git';
	if (folded[0] === '.github')
		return 'is inside .github/, where workflows lie';
	if (name === 'codeowners')
		return 'is a CODEOWNERS file, which decides who reviews';
	if (name === 'action.yml' || name === 'action.yaml')
		return 'defines an action';
	if (['.gitattributes', '.gitmodules', '.gitignore'].includes(name))
		return 'changes how Git treats files';
	return undefined;
}
function fold(path) {
	return path.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
}
function shortest(path) {
	return path
		.split('/')
		.filter(segment => segment !== '' && segment !== '.')
		.join('/');
}
;
const longestS3Uri = 900;
const s3Uri = {
	test: new RegExp(`^(?=.{1,${longestS3Uri}}$)s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?$`),
	expected: `an S3 URI such as s3://my-bucket/bedrock, with only letters, digits and - ! _ * ' ( ) . in its folders`,
	example: 's3://my-bucket/bedrock'
};
const roleArn = {
	test: /^(?=.{1,2048}$)arn:aws(?:-[^:]+)?:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/,
	expected: 'the ARN of an IAM role such as arn:aws:iam::123456789012:role/bedrock-batch',
	example: 'arn:aws:iam::123456789012:role/bedrock-batch'
};
const kmsKeyId = {
	test: /^(?=.{1,2048}$)(?:arn:aws(?:-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:(?:key\/[a-zA-Z0-9-]{36}|alias\/[a-zA-Z0-9/_-]+)|[a-zA-Z0-9-]{36}|alias\/[a-zA-Z0-9/_-]+)$/,
	expected: 'a KMS key: its ARN, its id of 36 characters, an alias ARN or alias/…',
	example: 'alias/bedrock-batch'
};
const accountId = {
	test: /^[0-9]{12}$/,
	expected: 'the 12 digits of an AWS account, in quotes',
	example: '123456789012'
};
const region = {
	test: /^[a-z]{2,4}(?:-[a-z]+){1,3}-[0-9]{1,2}$/,
	expected: 'an AWS region such as us-east-1',
	example: 'us-east-1'
};
const vpcId = {
	test: /^[-0-9a-zA-Z]{1,32}$/,
	expected: 'an id of at most 32 letters, digits and hyphens',
	example: 'subnet-0123456789abcdef0'
};
const tagKey = {
	test: /^(?!aws:)[a-zA-Z0-9\s._:/=+@-]{1,128}$/i,
	expected: 'of 1 to 128 letters, digits, spaces and . _ : / = + @ -, not beginning with aws:',
	example: 'team'
};
const tagValue = {
	test: /^[a-zA-Z0-9\s._:/=+@-]{0,256}$/,
	expected: 'text of at most 256 letters, digits, spaces and . _ : / = + @ -',
	example: 'catalogue'
};
const specName = {
	test: /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/,
	expected: '1 to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends, such as product-descriptions',
	example: 'product-descriptions'
};
const roleSessionName = {
	test: /^[\w+=,.@-]{2,64}$/,
	expected: 'a name of 2 to 64 letters, digits and _ + = , . @ -',
	example: 'bedrock-batch'
};
const jsonPath = {
	test: /^(?!modelOutput\b)[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[(?:\d{1,6}|\*)\])*$/,
	expected: 'a path inside the model’s output such as content[0].text, without $ or modelOutput in front',
	example: 'content[0].text'
};
function partitionOf(regionName) {
	if (regionName.startsWith('cn-'))
		return 'aws-cn';
	if (regionName.startsWith('us-gov-'))
		return 'aws-us-gov';
	if (regionName.startsWith('eusc-'))
		return 'aws-eusc';
	const isolated = /^[a-z]{2}-iso([a-z]?)-/.exec(regionName)?.[1];
	if (isolated === undefined)
		return 'aws';
	return isolated === '' ? 'aws-iso' : `aws-iso-${isolated}`;
}
;
const githubEvents = [
	'branch_protection_rule',
	'check_run',
	'check_suite',
	'create',
	'delete',
	'deployment',
	'deployment_status',
	'discussion',
	'discussion_comment',
	'fork',
	'gollum',
	'image_version',
	'issue_comment',
	'issues',
	'label',
	'merge_group',
	'milestone',
	'page_build',
	'public',
	'pull_request',
	'pull_request_review',
	'pull_request_review_comment',
	'pull_request_target',
	'push',
	'registry_package',
	'release',
	'repository_dispatch',
	'schedule',
	'status',
	'watch',
	'workflow_call',
	'workflow_dispatch',
	'workflow_run'
];
;
const inputNames = [
	'spec',
	'mode',
	'wait-minutes',
	'try-rows',
	'role-to-assume',
	'role-session-name',
	'audience',
	'aws-region',
	'allowed-account-ids',
	'mask-aws-account-id',
	'narrow-session',
	'service-role-arn',
	's3-uri',
	'publish-via',
	'github-token',
	'max-cost-usd',
	'max-records',
	'allow-events',
	'retry',
	'force'
];
const otherNames = {
	dryrun: 'mode: plan',
	plan: 'mode: plan',
	check: 'mode: plan',
	try: 'mode: try',
	trial: 'mode: try',
	rows: 'try-rows',
	submit: 'mode: submit',
	collect: 'mode: collect',
	stop: 'mode: stop',
	command: 'mode',
	action: 'mode',
	operation: 'mode',
	specs: 'spec',
	config: 'spec',
	configfile: 'spec',
	specfile: 'spec',
	specpath: 'spec',
	file: 'spec',
	path: 'spec',
	region: 'aws-region',
	role: 'role-to-assume',
	rolearn: 'role-to-assume',
	awsrole: 'role-to-assume',
	assumerole: 'role-to-assume',
	sessionname: 'role-session-name',
	awsaccountids: 'allowed-account-ids',
	accountid: 'allowed-account-ids',
	servicerole: 'service-role-arn',
	bedrockrole: 'service-role-arn',
	bedrockrolearn: 'service-role-arn',
	bucket: 's3-uri',
	s3bucket: 's3-uri',
	s3: 's3-uri',
	publish: 'publish-via',
	via: 'publish-via',
	token: 'github-token',
	ghtoken: 'github-token',
	budget: 'max-cost-usd',
	maxcost: 'max-cost-usd',
	costlimit: 'max-cost-usd',
	maxrows: 'max-records',
	limit: 'max-records',
	events: 'allow-events',
	timeout: 'wait-minutes',
	timeoutminutes: 'wait-minutes',
	wait: 'wait-minutes',
	waittime: 'wait-minutes',
	retries: 'retry',
	overwrite: 'force'
};
;
class InputReader {
	problems = [];
	get;
	constructor(get) {
		this.get = get;
	}
	text(name) {
		const value = this.get(name).trim();
		return value === '' ? undefined : value;
	}
	matching(name, pattern) {
		const value = this.text(name);
		if (value === undefined || pattern.test.test(value))
			return value;
		this.refuse(name, pattern.expected, value);
		return undefined;
	}
	oneOf(name, words, others = {}) {
		const value = this.text(name);
		const known = words.find(word => word === value);
		if (value === undefined || known !== undefined)
			return known;
		const near = Object.hasOwn(others, value.toLowerCase()) ? others[value.toLowerCase()] : nearest(value, words);
		this.refuse(name, anyOf(words), value, near === undefined ? undefined : `Did you mean ${near}?`);
		return undefined;
	}
	flag(name) {
		const value = this.text(name) ?? 'false';
		if (/^(true|True|TRUE)$/.test(value))
			return true;
		if (/^(false|False|FALSE)$/.test(value))
			return false;
		const meant = /^(yes|y|on|1|t)$/i.test(value) ? 'true' : /^(no|n|off|0|f)$/i.test(value) ? 'false' : undefined;
		this.refuse(name, 'true or false', value, meant === undefined ? undefined : `Did you mean ${meant}?`);
		return false;
	}
	number(name, range) {
		const value = this.text(name);
		if (value === undefined)
			return undefined;
		const read = readNumber(value, range);
		if (read === undefined)
			this.refuse(name, range.expected, value);
		return read;
	}
	list(name, isEntry, expected) {
		const entries = (this.text(name) ?? '').split(/[\n,]/).map(entry => entry.trim());
		return entries.filter(entry => {
			if (entry === '')
				return false;
			if (!isEntry(entry))
				this.refuse(name, expected, entry);
			return isEntry(entry);
		});
	}
	refuse(name, expected, value, hint) {
		this.problems.push((0,build_problems .CC)('error', `input ${name} must be ${expected}, not ${quote(value)}`, undefined, hint));
	}
}
function readNumber(text, { least, most, whole }) {
	if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text))
		return undefined;
	const value = Number(text);
	return value < least || value > most || (whole && !Number.isInteger(value)) ? undefined : value;
}
;
function without_undefined_present(members) {
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
;
const modes = ['run', 'plan', 'try', 'submit', 'collect', 'stop'];
const retries = ['auto', 'none', 'failed', 'stopped', 'all'];
const defaults = {
	mode: 'run',
	waitMinutes: 45,
	tryRows: 3,
	audience: 'sts.amazonaws.com',
	retry: 'auto'
};
const waitRange = { least: 0, most: 7200, expected: 'a number of minutes from 0 to 7200' };
const tryRange = { least: 1, most: 20, whole: true, expected: 'a whole number from 1 to 20' };
const costRange = {
	least: 0.000001,
	most: 1e9,
	expected: 'a number of US dollars above 0, without a sign or unit'
};
const recordsRange = { least: 1, most: 1e12, whole: true, expected: 'a whole number of at least 1' };
const otherModes = {
	'dry-run': 'plan',
	dryrun: 'plan',
	preview: 'plan',
	trial: 'try',
	test: 'try',
	sample: 'try',
	check: 'plan',
	diff: 'plan',
	cancel: 'stop',
	abort: 'stop',
	fetch: 'collect',
	download: 'collect',
	start: 'submit',
	apply: 'run',
	all: 'run',
	default: 'run',
	auto: 'run'
};
function readInputs(get, env) {
	const read = new InputReader(get);
	const inputs = {
		spec: readSpecPaths(read),
		mode: read.oneOf('mode', modes, otherModes) ?? defaults.mode,
		waitMinutes: read.number('wait-minutes', waitRange) ?? defaults.waitMinutes,
		tryRows: read.number('try-rows', tryRange) ?? defaults.tryRows,
		roleToAssume: read.matching('role-to-assume', roleArn),
		roleSessionName: read.matching('role-session-name', roleSessionName),
		audience: read.text('audience') ?? defaults.audience,
		awsRegion: read.matching('aws-region', region),
		allowedAccountIds: read.list('allowed-account-ids', entry => accountId.test.test(entry), 'a list of account ids of 12 digits'),
		maskAwsAccountId: read.flag('mask-aws-account-id'),
		narrowSession: read.flag('narrow-session'),
		serviceRoleArn: read.matching('service-role-arn', roleArn),
		s3Uri: read.matching('s3-uri', s3Uri),
		publishVia: read.oneOf('publish-via', publishWays, { pr: 'pull-request', push: 'commit' }),
		githubToken: read.text('github-token'),
		maxCostUsd: read.number('max-cost-usd', costRange),
		maxRecords: read.number('max-records', recordsRange),
		allowEvents: readEvents(read),
		retry: read.oneOf('retry', retries, { true: 'all', false: 'none', never: 'none', always: 'all' }) ?? defaults.retry,
		force: read.flag('force')
	};
	return { inputs: without_undefined_present(inputs), problems: [...strangers(env), ...read.problems] };
}
function readSpecPaths(read) {
	const paths = (read.text('spec') ?? '').split('\n').map(line => line.trim());
	const given = paths.filter(path => path !== '');
	if (given.length === 0) {
		read.problems.push((0,build_problems .CC)('error', 'input spec is missing: it names the spec to work on', undefined, 'Write for example spec: batch.yml.'));
	}
	return given.filter(path => {
		const fault = pathFault(path);
		if (fault !== undefined)
			read.problems.push((0,build_problems .CC)('error', `input spec: the path ${quote(path)} ${fault}`));
		return fault === undefined;
	});
}
function readEvents(read) {
	const isEvent = (name) => githubEvents.some(event => event === name);
	const all = read.list('allow-events', () => true, '');
	for (const name of all.filter(one => !isEvent(one))) {
		const near = nearest(name, githubEvents);
		read.refuse('allow-events', 'a list of events such as pull_request_target', name, near && `Did you mean ${near}?`);
	}
	return all.filter(isEvent);
}
function strangers(env) {
	const known = new Set(inputNames.map(name => `INPUT_${name.toUpperCase()}`));
	const names = Object.keys(env).filter(name => name.startsWith('INPUT_') && name.length > 6 && !known.has(name));
	return names.toSorted().map(name => stranger(name.slice(6).toLowerCase()));
}
function stranger(name) {
	const plain = squeeze(name);
	const other = Object.hasOwn(otherNames, plain) ? otherNames[plain] : nearest(name, inputNames);
	const message = `there is no input ${quote(name)}`;
	if (other !== undefined)
		return (0,build_problems .CC)('error', message, undefined, `Did you mean ${other}?`);
	return (0,build_problems .CC)('warning', message, undefined, `The inputs are ${anyOf(inputNames).replace(/ or (?=[^ ]+$)/, ' and ')}.`);
}
;
const pattern_syntax_longest = 2000;
const deepest = 100;
const mostSteps = 1900;
function readPattern(text) {
	if (text.length > pattern_syntax_longest)
		return { fault: `is longer than ${pattern_syntax_longest} characters` };
	const [head = '', flags = ''] = /^\(\?([ims]+)\)/.exec(text) ?? [];
	const source = text.slice(head.length);
	try {
		new RegExp(source, `u${[...new Set(flags)].join('')}`);
	}
	catch (error) {
		const why = error instanceof Error ? error.message.replace(/^Invalid regular expression: .*\/[a-z]*: /s, '') : '';
		return { fault: `is not a regular expression: ${why}`, hint: hintFor(why) };
	}
	try {
		const parser = new Parser(source);
		const root = parser.whole();
		if (sizeOf(root) > mostSteps)
			return { fault: `is too large once its counts are written out`, hint: 'Use * or + instead of high counts.' };
		return checkGroups({ root, groups: parser.groups, flags: [...new Set(flags)].join('') });
	}
	catch (error) {
		if (error instanceof Unsupported)
			return { fault: error.message, hint: error.hint };
		throw error;
	}
}
function sizeOf(node) {
	switch (node.kind) {
		case 'one':
		case 'assert':
			return 1;
		case 'sequence':
		case 'choice':
			return node.items.reduce((sum, item) => sum + sizeOf(item) + (node.kind === 'choice' ? 2 : 0), 0);
		case 'group':
			return sizeOf(node.item) + 2;
		case 'repeat':
			return (node.most === Infinity ? node.least + 1 : node.most) * (sizeOf(node.item) + 2) + 1;
	}
}
function hintFor(why) {
	return /escape/i.test(why)
		? 'Only characters with a meaning are escaped, and in double quotes YAML wants each backslash twice: use single quotes.'
		: "Write it as in JavaScript, in single quotes: 'Rating: ([1-5])'.";
}
function checkGroups(pattern) {
	const named = pattern.groups.filter(name => name !== undefined);
	if (pattern.groups.length < 2 || named.length === pattern.groups.length)
		return { pattern };
	return {
		fault: 'has several groups, and not all of them have a name',
		hint: 'Name them, (?<price>\\d+), or write (?:…) for a group that is not taken.'
	};
}
class Unsupported extends Error {
	hint;
	constructor(what, hint) {
		super(`uses ${what}, which cannot be matched in bounded time`);
		this.hint = hint;
	}
}
const around = 'Take more of the text, and put a group around what is wanted.';
class Parser {
	groups = [];
	at = 0;
	depth = 0;
	text;
	constructor(text) {
		this.text = text;
	}
	whole() {
		return this.choice();
	}
	choice() {
		if (++this.depth > deepest)
			throw new Unsupported('more than 100 nested groups', 'Write it flatter.');
		const items = [this.sequence()];
		while (this.take('|'))
			items.push(this.sequence());
		this.depth--;
		return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'choice', items };
	}
	sequence() {
		const items = [];
		while (this.at < this.text.length && this.peek() !== '|' && this.peek() !== ')')
			items.push(this.quantified());
		return { kind: 'sequence', items };
	}
	quantified() {
		const before = this.groups.length;
		const item = this.atom();
		const counts = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(this.text.slice(this.at, this.at + 40));
		if (!counts)
			return item;
		const [whole, least, comma, most, lazy] = counts;
		this.at += whole.length;
		return {
			kind: 'repeat',
			item,
			...timesOf(whole, least, comma, most),
			lazy: lazy === '?',
			groups: [before + 1, this.groups.length + 1]
		};
	}
	atom() {
		const character = this.character();
		switch (character) {
			case '^':
				return { kind: 'assert', what: 'start' };
			case '$':
				return { kind: 'assert', what: 'end' };
			case '(':
				return this.group();
			case '[':
				return this.characterClass();
			case '\\':
				return this.escape();
			case '.':
				return { kind: 'one', source: '.' };
			default:
				return { kind: 'one', source: character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&') };
		}
	}
	group() {
		const rest = this.text.slice(this.at);
		if (/^\?(?:=|!|<=|<!)/.test(rest))
			throw new Unsupported('look-around', around);
		const name = /^\?<([^>]+)>/.exec(rest);
		const plain = rest.startsWith('?:');
		if (rest.startsWith('?') && !plain && !name)
			throw new Unsupported('a modifier inside', 'Write (?i) at the very start.');
		this.at += plain ? 2 : (name?.[0].length ?? 0);
		const number = plain ? 0 : this.groups.push(name?.[1]);
		const item = this.choice();
		this.at++;
		return plain ? item : { kind: 'group', group: number, item };
	}
	characterClass() {
		const start = this.at - 1;
		for (; this.peek() !== ']'; this.at++)
			if (this.peek() === '\\')
				this.at++;
		this.at++;
		return { kind: 'one', source: this.text.slice(start, this.at) };
	}
	escape() {
		const rest = this.text.slice(this.at);
		if (/^[1-9]|^k</.test(rest))
			throw new Unsupported('a back-reference', around);
		if (rest[0] === 'b' || rest[0] === 'B') {
			this.at++;
			return { kind: 'assert', what: rest[0] === 'b' ? 'word' : 'inside' };
		}
		const pair = /^u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/.exec(rest);
		const [whole] = pair ??
			/^(?:u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|[^])/u.exec(rest) ?? [''];
		this.at += whole.length;
		return { kind: 'one', source: `\\${whole}` };
	}
	character() {
		const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
		this.at += character.length;
		return character;
	}
	peek() {
		return this.text.charAt(this.at);
	}
	take(character) {
		if (this.peek() !== character)
			return false;
		this.at++;
		return true;
	}
}
function timesOf(sign, least, comma, most) {
	if (least === undefined)
		return { least: sign.startsWith('+') ? 1 : 0, most: sign.startsWith('?') ? 1 : Infinity };
	if (comma === undefined)
		return { least: Number(least), most: Number(least) };
	return { least: Number(least), most: most === undefined || most === '' ? Infinity : Number(most) };
}
;
function checkAnswer({ answer, prompt }) {
	const contradiction = twoKinds(answer) ?? wrongFormat(answer) ?? lacking(answer);
	if (contradiction)
		return [contradiction];
	if (answer.format === 'embedding' && prompt.system) {
		return [
			{
				path: ['prompt', 'system'],
				message: 'an embedding is made of prompt.user alone; prompt.system has no place in it'
			}
		];
	}
	return [...repeatedLabels(answer.labels ?? []), ...checkPattern(answer), ...checkRepair(answer)];
}
const check_answer_kinds = [
	['schema', 'json'],
	['labels', 'label'],
	['pattern', 'regex']
];
function twoKinds(answer) {
	const [first, second] = check_answer_kinds.filter(([member]) => answer[member] !== undefined);
	if (!first || !second)
		return undefined;
	return {
		path: ['answer'],
		message: `answer has both ${first[0]} and ${second[0]}`,
		hint: 'A JSON answer has a schema, a label is one of labels, and a pattern takes its part out of a text: keep one.'
	};
}
function wrongFormat(answer) {
	const found = check_answer_kinds.find(([member, format]) => answer[member] !== undefined && answer.format !== format);
	return (found && {
		path: ['answer', 'format'],
		message: `answer.format is ${answer.format}, but answer.${found[0]} makes it ${found[1]}`,
		hint: 'Remove one of the two.'
	});
}
function lacking({ format, labels, pattern }) {
	const path = ['answer', 'format'];
	if (format === 'label' && !labels) {
		return {
			path,
			message: 'answer.format is label, but answer.labels is missing',
			hint: 'List them: labels: [billing, delivery].'
		};
	}
	if (format !== 'regex' || pattern !== undefined)
		return undefined;
	return {
		path,
		message: 'answer.format is regex, but answer.pattern is missing',
		hint: "Write it in single quotes: pattern: 'Rating: ([1-5])'."
	};
}
function checkPattern({ pattern }) {
	if (pattern === undefined)
		return [];
	const reading = readPattern(pattern);
	if ('pattern' in reading)
		return [];
	const { fault, hint } = reading;
	return [{ path: ['answer', 'pattern'], message: `the pattern ${quote(pattern)} ${fault}`, ...(hint && { hint }) }];
}
function checkRepair({ repair, format }) {
	if (!repair || format === 'json')
		return [];
	return [
		{
			path: ['answer', 'repair'],
			message: `answer.repair is for JSON; here an answer is ${format}`,
			hint: 'Remove it, or set answer.format: json.'
		}
	];
}
function repeatedLabels(labels) {
	const seen = new Set();
	return labels.flatMap((label, index) => {
		const plain = label.trim().toLowerCase();
		if (seen.has(plain))
			return [{ path: ['answer', 'labels', index], message: `the label ${quote(label)} stands twice (case aside)` }];
		seen.add(plain);
		return [];
	});
}
var external_node_path_ = __webpack_require__(76760);
;
const roots = ['row', 'key', 'answer', 'usage', 'recordId', 'model', 'reasoning'];
const counters = ['inputTokens', 'outputTokens'];
const withMembers = ['json', 'regex', 'embedding'];
const step = /\.([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d{1,9})\]|\[("(?:[^"\\]|\\.)*")\]|\['([^'\\]*)'\]/uy;
function columnSteps(path) {
	const root = /^[A-Za-z_]\w*/.exec(path)?.[0];
	if (root === undefined)
		return undefined;
	const found = [];
	let at = root.length;
	while (at < path.length) {
		step.lastIndex = at;
		const [whole, plain, index, double, single] = step.exec(path) ?? [];
		if (whole === undefined)
			return undefined;
		const name = plain ?? (double === undefined ? single : unescaped(double));
		if (name === undefined && index === undefined)
			return undefined;
		found.push(name ?? Number(index));
		at += whole.length;
	}
	return [root, ...found];
}
function unescaped(quoted) {
	try {
		return JSON.parse(quoted);
	}
	catch {
		return undefined;
	}
}
function columnFault(path, answerFormat) {
	const parsed = columnSteps(path);
	if (!parsed)
		return notAPath(path);
	const [root, ...rest] = parsed;
	if (!roots.some(known => known === root))
		return unknownRoot(path, root);
	if (root === 'row' && typeof rest[0] !== 'string') {
		return { message: `${quote(path)} names no column of the dataset`, hint: 'Write row.sku or row["Product Name"].' };
	}
	if (root === 'usage' && !(rest.length === 1 && counters.includes(String(rest[0])))) {
		return { message: `${quote(path)} is not counted`, hint: 'Write usage.inputTokens or usage.outputTokens.' };
	}
	if (['key', 'recordId', 'model', 'reasoning'].includes(root) && rest.length > 0) {
		return { message: `${root} is text and has no members`, hint: `Write ${root}.` };
	}
	if (root === 'answer' && rest.length > 0 && !withMembers.includes(answerFormat)) {
		return {
			message: `${quote(path)} looks into an answer that is ${answerFormat}`,
			hint: 'Set answer.format: json, or write answer.'
		};
	}
	return undefined;
}
function notAPath(path) {
	const inner = /^\s*\{\{(.*)\}\}\s*$/s.exec(path)?.[1];
	return {
		message: `${quote(path)} is not the path of a value`,
		hint: inner === undefined
			? 'Write for example row.sku, row["Product Name"] or answer.title.'
			: `Columns are paths, not templates: ${inner.trim()}.`
	};
}
function unknownRoot(path, root) {
	const near = nearest(root, roots);
	const hint = near === undefined ? `Did you mean row.${path}?` : `Did you mean ${near}${path.slice(root.length)}?`;
	return {
		message: `a column begins with row, key, answer, usage, recordId, model or reasoning, not with ${quote(root)}`,
		hint
	};
}
;
const hole = /\{\{[^]*?\}\}/g;
function hasHoles(path) {
	return path.includes('{{');
}
function templateFault(path) {
	if (path.includes('{%'))
		return 'contains {% %}; in a path only {{ }} may stand';
	if (path.replace(hole, '').includes('{{'))
		return 'has a hole that is never closed: write {{ sku }}';
	if (/\{\{\s*\}\}/.test(path))
		return 'has an empty hole: write {{ sku }}';
	return undefined;
}
function withStandIns(path) {
	return path.replace(hole, 'x');
}
function segmentsOf(path) {
	const segments = [''];
	for (const piece of path.split(/(\{\{[^]*?\}\})/)) {
		const parts = piece.startsWith('{{') ? [piece] : piece.split('/');
		segments.push(`${segments.pop() ?? ''}${parts[0] ?? ''}`);
		segments.push(...parts.slice(1));
	}
	return segments;
}
function folderBefore(path) {
	const segments = segmentsOf(path);
	const first = segments.findIndex(segment => segment.includes('{{'));
	const folders = segments.slice(0, first < 0 ? -1 : Math.min(first, segments.length - 1));
	return folders.map(folder => `${folder}/`).join('');
}
function shapeOf(path) {
	const shape = path
		.split(/(\{\{[^]*?\}\})/)
		.map(piece => (piece.startsWith('{{') ? '[^/]+' : piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')))
		.join('');
	return new RegExp(`^${shape}$`, 'u');
}
;
const tables = ['jsonl', 'csv', 'tsv', 'json', 'yaml', 'parquet', 'markdown-table', 'openai-batch'];
const files = ['markdown', 'json-object', 'text', 'image'];
const outputFormats = [...tables, ...files];
const mergeFormats = ['csv', 'tsv', 'jsonl'];
const byExtension = {
	csv: ['csv', 'csv'],
	tsv: ['tsv', 'tsv'],
	tab: ['tsv', 'tsv'],
	jsonl: ['jsonl', 'jsonl', 'openai-batch'],
	ndjson: ['jsonl', 'jsonl', 'openai-batch'],
	json: ['json', 'json-object'],
	yaml: ['yaml', 'yaml'],
	yml: ['yaml', 'yaml'],
	parquet: ['parquet', 'parquet'],
	md: ['markdown-table', 'markdown', 'text'],
	markdown: ['markdown-table', 'markdown', 'text'],
	mdx: ['markdown', 'markdown', 'text'],
	txt: ['text', 'text'],
	png: ['image', 'image'],
	jpg: ['image', 'image'],
	jpeg: ['image', 'image'],
	webp: ['image', 'image']
};
function outputFormatByExtension(path) {
	const known = formsOf(path);
	return known?.[hasHoles(path) ? 1 : 0];
}
function fitsExtension(path, format) {
	const known = formsOf(path);
	return known === undefined || known.includes(format);
}
function formsOf(path) {
	const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
}
function isPerRow(format) {
	return files.some(known => known === format);
}
function hasBody(format) {
	return format === 'markdown' || format === 'text' || format === 'image';
}
;
function isMerge(output) {
	return output.merge === true;
}
function mergeFormatOf({ dataset }) {
	const formats = dataset.path.map(path => dataset.format ?? formatByExtension(path));
	const known = mergeFormats.find(one => one === formats[0]);
	return formats.every(format => format === known) ? known : undefined;
}
function placeMerges(spec) {
	if (!spec.outputs.some(isMerge))
		return spec;
	const path = spec.dataset.path.join(',');
	const format = mergeFormatOf(spec) ?? 'csv';
	return { ...spec, outputs: spec.outputs.map(output => (isMerge(output) ? { ...output, path, format } : output)) };
}
function mergedColumns({ outputs }) {
	return outputs.filter(isMerge).flatMap(({ columns }) => Object.keys(columns ?? defaultMerge));
}
const defaultMerge = { answer: 'answer' };
;
function checkContent(output, index, spec) {
	const at = ['outputs', index];
	return [...checkColumns(output, at, spec), ...checkBody(output, at, spec)];
}
const withoutColumns = {
	text: 'a text file holds one value',
	image: 'an image file holds one picture',
	'openai-batch': 'the lines of an OpenAI batch have members of their own'
};
function checkColumns(output, at, spec) {
	const path = [...at, 'columns'];
	if (output.columns === undefined)
		return [];
	const fixed = withoutColumns[output.format];
	if (fixed !== undefined && !isMerge(output)) {
		const hint = hasBody(output.format) ? 'Remove columns, and say with body what is written.' : 'Remove columns.';
		return [{ path, message: `there are no columns here: ${fixed}`, hint }];
	}
	const columns = Object.entries(output.columns);
	if (columns.length === 0)
		return [
			{
				path,
				message: `outputs[${at[1] ?? 0}].columns is empty`,
				hint: 'Leave it out for the key and the answer.'
			}
		];
	return columns.flatMap(([column, written]) => {
		if (column.trim() === '' || /[\p{Cc}\uFEFF]/u.test(column))
			return [{ path: [...path, column], message: `${quote(column)} cannot be the name of a column`, atKey: true }];
		const fault = columnFault(written, spec.answer.format) ?? mergeFault(output, column, written, spec);
		return fault ? [{ path: [...path, column], ...fault }] : [];
	});
}
function mergeFault(output, column, written, { dataset }) {
	if (!isMerge(output))
		return undefined;
	if (/^(?:row|key)(?![\w-])/.test(written))
		return {
			message: `${quote(written)} stands in the dataset already`,
			hint: 'A merge adds what comes from the answer.'
		};
	if (column !== dataset.key)
		return undefined;
	return {
		message: `the column ${quote(column)} is the key of the dataset`,
		hint: 'Give the merged column another name.'
	};
}
function checkBody({ body, format }, at, spec) {
	if (body === undefined)
		return [];
	const path = [...at, 'body'];
	if (!hasBody(format))
		return [
			{
				path,
				message: `outputs[${at[1] ?? 0}].body is for markdown, text and image; this output is ${format}`,
				hint: 'Name the value among the columns.'
			}
		];
	const fault = columnFault(body, spec.answer.format);
	return fault ? [{ path, ...fault }] : [];
}
;
const ownFields = ['variant', 'sample', 'row', 'key'];
const check_prompt_name = /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/;
const mostCombinations = 10_000;
function checkPrompt(spec) {
	const isWhole = bringsQuestions(spec.dataset.format);
	return [
		...(isWhole ? checkAbsent(spec) : checkQuestions(spec)),
		...promptsOf(spec).flatMap(({ prompt, path }) => [...checkTurns(prompt, path), ...checkFiles(prompt, path)]),
		...checkExpand(spec),
		...checkMatrix(spec)
	];
}
function promptsOf({ prompt, expand }) {
	const variants = Object.entries(expand ?? {}).map(([variant, one]) => ({ prompt: one, path: ['expand', variant] }));
	return [{ prompt, path: ['prompt'] }, ...variants];
}
function textsOf(spec) {
	return promptsOf(spec).flatMap(({ prompt, path }) => [
		...(prompt.system ? [{ source: prompt.system, path: [...path, 'system'] }] : []),
		...(prompt.user ? [{ source: prompt.user, path: [...path, 'user'] }] : []),
		...(prompt.messages ?? []).flatMap((turn, index) => turn.text ? [{ source: turn.text, path: [...path, 'messages', index, 'text'] }] : [])
	]);
}
function checkAbsent({ prompt, expand, dataset }) {
	const written = Object.keys(prompt)[0];
	if (written === undefined && expand === undefined)
		return [];
	return [
		{
			path: written === undefined ? ['expand'] : ['prompt', written],
			message: `the rows of ${dataset.format ?? 'this dataset'} are whole questions, so there is no place for a prompt`,
			hint: 'Remove it, or read the file as jsonl and write the prompt from its fields.'
		}
	];
}
function checkQuestions(spec) {
	const { prompt, expand, dataset } = spec;
	const asks = (one) => one.user !== undefined || one.messages !== undefined;
	const showsSomething = prompt.images !== undefined || (dataset.format ?? formatByExtension(dataset.path[0] ?? '')) === 'image';
	const lacking = Object.entries(expand ?? {}).find(([, one]) => !asks({ ...prompt, ...one }));
	if (lacking !== undefined)
		return [{ path: ['expand', lacking[0]], message: `expand.${lacking[0]}.user is missing`, hint: howTo }];
	if (expand !== undefined || asks(prompt) || showsSomething)
		return [];
	if (Object.keys(prompt).length === 0)
		return [{ path: ['prompt', 'user'], message: 'prompt is missing', hint: howTo }];
	return [{ path: ['prompt', 'user'], message: 'prompt.user is missing', hint: howTo }];
}
const howTo = 'Write the question, such as user: "Describe {{ name }}.", or user: {file: prompts/describe.md}.';
function checkTurns(prompt, path) {
	const { user, messages } = prompt;
	if (messages === undefined)
		return [];
	if (user !== undefined) {
		return [
			{
				path: [...path, 'messages'],
				message: 'a prompt has either user or messages',
				hint: 'Make user the last of the messages.'
			}
		];
	}
	return messages.flatMap((turn, index) => {
		const here = [...path, 'messages', index];
		const expected = index % 2 === 0 ? 'user' : 'assistant';
		if (turn.role !== expected)
			return [
				{
					path: [...here, 'role'],
					message: `turn ${index + 1} must be the ${expected}’s: turns alternate, the user’s first`
				}
			];
		if (turn.text === undefined && !turn.images && !turn.documents && !turn.videos)
			return [{ path: here, message: `turn ${index + 1} says nothing`, hint: 'Give it a text.' }];
		return [];
	});
}
function checkFiles(prompt, path) {
	const sources = [
		[[...path, 'system', 'file'], prompt.system],
		[[...path, 'user', 'file'], prompt.user],
		...(prompt.messages ?? []).map((turn, index) => [[...path, 'messages', index, 'text', 'file'], turn.text])
	];
	return sources.flatMap(([place, source]) => {
		const fault = source && 'file' in source ? pathFault(source.file) : undefined;
		return fault === undefined || !source || !('file' in source)
			? []
			: [{ path: place, message: `the path ${quote(source.file)} ${fault}` }];
	});
}
function checkExpand({ expand }) {
	if (expand === undefined)
		return [];
	const names = Object.keys(expand);
	if (names.length === 0)
		return [{ path: ['expand'], message: 'expand is empty', hint: 'Remove it.' }];
	return names.flatMap((variant) => check_prompt_name.test(variant) ? [] : [{ path: ['expand', variant], ...badName(variant), atKey: true }]);
}
function checkMatrix({ matrix }) {
	if (matrix === undefined)
		return [];
	const found = Object.entries(matrix).flatMap(([field, values]) => {
		const path = ['matrix', field];
		if (!check_prompt_name.test(field))
			return [{ path, ...badName(field), atKey: true }];
		if (ownFields.includes(field))
			return [{ path, message: `${quote(field)} has a meaning of its own in a prompt`, atKey: true }];
		const texts = values.map(String);
		const again = texts.findIndex((text, index) => texts.indexOf(text) !== index);
		return again < 0 ? [] : [{ path: [...path, again], message: `the value ${quote(texts[again] ?? '')} stands twice` }];
	});
	const combinations = Object.values(matrix).reduce((product, values) => product * values.length, 1);
	if (combinations <= mostCombinations)
		return found;
	const message = `matrix makes ${combinations} rows of each; at most ${mostCombinations} are made`;
	return [...found, { path: ['matrix'], message }];
}
function badName(written) {
	return {
		message: `${quote(written)} cannot be a name here: letters, digits, "_" and "-", a letter first, at most 40`
	};
}
;
function sideFiles({ name, outputs }) {
	const path = outputs[0]?.path ?? '';
	const stem = isMany(path) ? `${folderOf(path)}${name}` : path.replace(/(?<=[^/])\.[^./]+$/, '');
	return { lock: `${stem}.lock.json`, manifest: `${stem}.manifest.json`, errors: `${stem}.errors.jsonl` };
}
function isMany(path) {
	return hasHoles(path) || /[*?[\]{},]/.test(path);
}
function folderOf(path) {
	if (hasHoles(path))
		return folderBefore(path);
	const plain = /^[^*?[\]{},]*/.exec(path)?.[0] ?? '';
	return plain.slice(0, plain.lastIndexOf('/') + 1);
}
;
function checkOutputs(spec, specFile) {
	return [
		...spec.outputs.flatMap((output, index) => (isMerge(output) ? [] : checkPath(output, ['outputs', index, 'path']))),
		...checkMerges(spec),
		...overwritten(spec, specFile),
		...twice(spec),
		...spec.outputs.flatMap((output, index) => checkContent(output, index, spec))
	];
}
function checkPath({ path: written, format }, path) {
	const fault = pathMisfit(written, format);
	return fault === undefined ? [] : [{ path, ...fault }];
}
function pathMisfit(path, format) {
	if (isPerRow(format) && !hasHoles(path)) {
		return {
			message: `the output path ${quote(path)} is one file, but ${format} writes one file per row`,
			hint: 'Put a column into the path, content/{{ sku }}.md, or choose another format.'
		};
	}
	if (format === 'openai-batch' && hasHoles(path)) {
		return {
			message: `the output path ${quote(path)} has holes, but openai-batch writes one file`,
			hint: 'Write a plain path, such as generated/results.jsonl.'
		};
	}
	if (fitsExtension(path, format))
		return undefined;
	const name = outputFormatByExtension(path) ?? '';
	return { message: `the output path ${quote(path)} looks like ${name}, but its format is ${format}` };
}
function checkMerges(spec) {
	const merges = spec.outputs.flatMap((output, index) => (isMerge(output) ? [['outputs', index, 'merge']] : []));
	const [first, second] = merges;
	if (first === undefined)
		return [];
	if (second !== undefined)
		return [{ path: second, message: 'two outputs merge into the dataset: put their columns into one' }];
	if (mergeFormatOf(spec) === undefined) {
		return [
			{
				path: first,
				message: 'merge is for datasets in CSV, TSV or JSONL: in other formats no column can be added in place',
				hint: 'Write an output file of its own.'
			}
		];
	}
	if (spec.dataset.path.some(path => path.startsWith('s3://')))
		return [{ path: first, message: 'merge writes files of the repository, and this dataset lies in S3' }];
	const several = severalAnswers(spec);
	if (several === undefined)
		return [];
	const message = `merge has one place per row of the dataset, and ${several} asks several questions about one`;
	return [{ path: first, message, hint: 'Write an output file of its own.' }];
}
function severalAnswers({ expand, samples, matrix }) {
	if (expand !== undefined)
		return 'expand';
	if (matrix !== undefined)
		return 'matrix';
	return samples > 1 ? 'samples' : undefined;
}
function writtenBy(spec) {
	const files = spec.outputs.map(({ path, merge }, index) => ({
		file: path,
		path: ['outputs', index, merge === true ? 'merge' : 'path'],
		role: 'output'
	}));
	if (files.length === 0)
		return files;
	const sides = Object.entries(sideFiles(spec)).map(([role, file]) => ({
		file,
		path: ['outputs', 0, 'path'],
		role: `${role} file`
	}));
	return [...files, ...sides];
}
const besideFirst = 'It stands beside the first output: put another one first, or write it to another folder.';
function overwritten(spec, specFile) {
	const texts = [...textsOf(spec).map(({ source }) => source), spec.answer.schema].flatMap(source => source && 'file' in source ? [source.file] : []);
	return writtenBy(spec).flatMap(({ file, path, role }) => {
		const own = fold(file);
		const hint = role === 'output' ? {} : { hint: besideFirst };
		const says = (what) => [{ path, message: `the ${role} ${quote(file)} would overwrite ${what}`, ...hint }];
		if (own === fold(shortest(specFile)))
			return says('the spec itself');
		if (texts.some(text => fold(shortest(text)) === own))
			return says('a file that the spec reads');
		if (path.at(-1) === 'merge')
			return [];
		const pattern = spec.dataset.path.find(one => matches(withStandIns(file), one));
		return pattern === undefined
			? []
			: says(pattern === file ? 'the dataset' : `the dataset ${quote(pattern)}, or be read as a part of it`);
	});
}
function matches(file, pattern) {
	if (pathFault(pattern) !== undefined)
		return false;
	const glob = fold(shortest(pattern));
	return glob === fold(file) || external_node_path_.posix.matchesGlob(fold(file), glob);
}
function twice(spec) {
	const seen = new Map();
	return writtenBy(spec).flatMap(({ file, path, role }) => {
		const own = fold(file);
		const other = seen.get(own);
		const folder = [...seen.keys()].find(known => known.startsWith(`${own}/`) || own.startsWith(`${known}/`));
		seen.set(own, file);
		if (other !== undefined)
			return [
				{
					path,
					message: `the ${role} ${quote(file)} is written twice${other === file ? '' : `, also as ${quote(other)}`}`
				}
			];
		return folder === undefined
			? []
			: [{ path, message: `the ${role} ${quote(file)} would be a file and a folder at once` }];
	});
}
;
const uses = {
	branch: ['commit', 'pull-request'],
	base: ['pull-request'],
	commitMessage: ['commit', 'pull-request'],
	title: ['pull-request'],
	body: ['pull-request'],
	labels: ['pull-request'],
	draft: ['pull-request']
};
function checkPublish({ publish }) {
	return [...unused(publish), ...branches(publish)];
}
function unused(publish) {
	return Object.entries(uses).flatMap(([name, ways]) => {
		const value = publish[name];
		const set = typeof value === 'object' ? value.length > 0 : value !== undefined && value !== false;
		if (!set || ways.includes(publish.via))
			return [];
		const needed = anyOf(ways);
		return [
			{
				path: ['publish', name],
				message: `publish.${name} has no effect with publish.via: ${publish.via}`,
				hint: `It needs via: ${needed}. Remove it, or change via.`
			}
		];
	});
}
function branches({ branch, base }) {
	const named = [
		['branch', branch],
		['base', base]
	];
	const wrong = named.flatMap(([name, value]) => {
		const fault = value === undefined ? undefined : branchFault(value);
		return fault === undefined
			? []
			: [{ path: ['publish', name], message: `publish.${name} ${quote(value ?? '')} ${fault}` }];
	});
	if (wrong.length > 0 || branch === undefined || branch !== base)
		return wrong;
	return [
		{
			path: ['publish', 'branch'],
			message: 'publish.branch and publish.base are the same branch',
			hint: 'A pull request needs two.'
		}
	];
}
function branchFault(branch) {
	if (branch.startsWith('refs/'))
		return `is a whole ref; write ${quote(branch.replace(/^refs\/(heads\/)?/, ''))}`;
	if (/[\p{Cc}\p{Cf} ~^:?*[\\]/u.test(branch))
		return 'contains a space or one of ~ ^ : ? * [ \\, which no branch may';
	if (branch.startsWith('-'))
		return 'begins with a hyphen, which no branch may';
	if (branch === '@' || branch.includes('@{') || branch.includes('..'))
		return 'contains .. or @{, which no branch may';
	if (branch.endsWith('.'))
		return 'ends in a dot, which no branch may';
	const parts = branch.split('/');
	if (parts.some(part => part === '' || part.startsWith('.') || part.endsWith('.lock'))) {
		return 'has a part that is empty, begins with a dot or ends in .lock, which no branch may';
	}
	return branch.length > 200 ? 'is longer than 200 characters' : undefined;
}
;
const check_verbatim_answers = ['text', 'vector', 'picture'];
function checkVerbatim(spec) {
	const { api, verbatim } = spec;
	if (verbatim === undefined)
		return api === 'verbatim' ? [check_verbatim_lacking] : [];
	if (api !== 'verbatim')
		return [{ path: ['verbatim'], atKey: true, ...idle(api) }];
	return [
		...oneAnswer(verbatim),
		...starsOf(verbatim),
		...fittingFormat(spec),
		...onlyTheTemplate(spec),
		...noPadding(spec)
	];
}
const check_verbatim_lacking = {
	path: ['api'],
	message: 'api: verbatim needs the block verbatim, which says where the answer stands',
	hint: "For example verbatim: {text: 'content[0].text'}."
};
function idle(api) {
	return {
		message: `verbatim has no effect with api: ${api}`,
		hint: 'Write api: verbatim, or remove the block.'
	};
}
function oneAnswer(verbatim) {
	const given = check_verbatim_answers.filter(name => verbatim[name] !== undefined);
	if (given.length === 1)
		return [];
	const second = given[1];
	if (second === undefined) {
		return [
			{
				path: ['verbatim'],
				message: 'verbatim does not say where the answer stands: text, vector or picture is missing',
				hint: "For example text: 'content[0].text'."
			}
		];
	}
	return [
		{
			path: ['verbatim', second],
			message: `verbatim has both ${given[0] ?? ''} and ${second}; an answer is one of them`,
			hint: 'Keep one.'
		}
	];
}
function starsOf({ endValues: _words, api: _api, text: _text, reasoning: _reasoning, ...single }) {
	return Object.entries(single)
		.filter(([, path]) => path.includes('[*]'))
		.map(([name, path]) => ({
		path: ['verbatim', name],
		message: `verbatim.${name} must name one place, and ${quote(path)} names many`,
		hint: 'Write a number for the star: [0] is the first element.'
	}));
}
function fittingFormat({ verbatim, answer: { format } }) {
	if (verbatim?.text !== undefined && format === 'embedding') {
		return [
			{
				path: ['answer', 'format'],
				message: 'answer.format is embedding, but verbatim.text says that the answer is text',
				hint: 'Write verbatim.vector for a vector.'
			}
		];
	}
	if (verbatim?.text !== undefined || (format !== 'json' && format !== 'label'))
		return [];
	const other = verbatim?.vector === undefined ? 'picture' : 'vector';
	return [
		{
			path: ['answer', 'format'],
			message: `answer.format is ${format}, but verbatim.${other} says that the answer is a ${other}`,
			hint: 'Leave out the answer block.'
		}
	];
}
function onlyTheTemplate({ prompt, expand }) {
	const written = [
		{ path: ['prompt'], prompt },
		...Object.entries(expand ?? {}).map(([name, one]) => ({ path: ['expand', name], prompt: one }))
	];
	return written.flatMap(one => ['system', 'messages', 'images', 'documents', 'videos']
		.filter(member => one.prompt[member] !== undefined)
		.map(member => ({
		path: [...one.path, member],
		message: `with api: verbatim the whole question is user, so ${spelled([...one.path, member])} has no place`,
		hint: 'Write it into the JSON of user.'
	})));
}
function noPadding({ belowMinimum }) {
	if (belowMinimum !== 'pad')
		return [];
	return [
		{
			path: ['belowMinimum'],
			message: 'belowMinimum: pad does not go with api: verbatim: what the model takes as a question is not known',
			hint: 'Write on-demand, hold or fail.'
		}
	];
}
;
function isObjectUri(path) {
	return path.startsWith('s3://');
}
function readObjectUri(uri) {
	const match = /^s3:\/\/([^/]*)(?:\/([^]*))?$/.exec(uri);
	if (match === null)
		throw new RangeError(`not an S3 URI: ${uri}`);
	return { bucket: match[1] ?? '', key: match[2] ?? '' };
}
function objectUriFault(uri) {
	const { bucket, key } = readObjectUri(uri);
	if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
		return `names ${JSON.stringify(bucket)}, which cannot be a bucket`;
	if (key === '')
		return 'names a bucket and no object';
	if (key.endsWith('/'))
		return `names a folder; to read what lies in it, write ${uri}*`;
	return Buffer.byteLength(key) > 1024 ? 'has a key that is longer than 1024 bytes' : undefined;
}
function globExpression(key) {
	const parts = key.split(/(\*\*\/|\*+|\?)/).map(part => {
		if (part === '**/')
			return '(?:[^]*/)?';
		if (/^\*+$/.test(part))
			return '[^/]*';
		return part === '?' ? '[^/]' : part.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw `\$&`);
	});
	return new RegExp(`^${parts.join('')}$`, 'u');
}
;
function check(spec, specFile) {
	return [
		...checkReadPaths(spec),
		...checkPrompt(spec),
		...checkVerbatim(spec),
		...checkDataset(spec),
		...checkAnswer(spec),
		...checkOutputs(spec, specFile),
		...checkAws(spec),
		...checkLimits(spec),
		...checkPublish(spec)
	];
}
function checkReadPaths({ dataset, answer }) {
	const files = dataset.path.map((path, index) => [['dataset', 'path', index], path]);
	if (answer.schema && 'file' in answer.schema)
		files.push([['answer', 'schema', 'file'], answer.schema.file]);
	return files.flatMap(([path, file]) => {
		const fault = path[0] === 'dataset' && isObjectUri(file) ? objectUriFault(file) : pathFault(file);
		return fault === undefined ? [] : [{ path, message: `the path ${quote(file)} ${fault}` }];
	});
}
function checkDataset({ dataset }) {
	const found = [];
	const formats = dataset.path.map(path => dataset.format ?? formatByExtension(path));
	if (dataset.at !== undefined &&
		formats.some(format => format !== undefined && format !== 'json' && format !== 'yaml')) {
		found.push({
			path: ['dataset', 'at'],
			message: 'dataset.at is for JSON and YAML documents; these files have rows of their own'
		});
	}
	if (Object.keys(dataset.types).length > 0 &&
		formats.every(format => format !== undefined && format !== 'csv' && format !== 'tsv')) {
		found.push({
			path: ['dataset', 'types'],
			severity: 'warning',
			message: 'dataset.types is for CSV and TSV; values of these files have their types already'
		});
	}
	if (dataset.where !== undefined && /\{\{|\{%/.test(dataset.where)) {
		found.push({
			path: ['dataset', 'where'],
			message: 'dataset.where is a condition, not a template',
			hint: 'Write it without braces: price > 10.'
		});
	}
	return found;
}
function checkAws({ aws }) {
	const found = [];
	const tags = Object.keys(aws.tags ?? {});
	if (tags.length > 50)
		found.push({ path: ['aws', 'tags'], message: `aws.tags has ${tags.length} tags; AWS takes 50` });
	for (const tag of tags.filter(name => !tagKey.test.test(name))) {
		found.push({ path: ['aws', 'tags', tag], message: `the tag ${quote(tag)} must be ${tagKey.expected}`, atKey: true });
	}
	const conflict = partitionConflict(aws.region, aws.serviceRoleArn);
	if (conflict !== undefined)
		found.push({ path: ['aws', 'serviceRoleArn'], message: conflict });
	return found;
}
function partitionConflict(regionName, arn) {
	if (regionName === undefined || arn === undefined)
		return undefined;
	const partition = arn.split(':')[1] ?? '';
	const expected = partitionOf(regionName);
	return partition === expected
		? undefined
		: `the service role is of the partition ${partition}, but ${regionName} belongs to ${expected}`;
}
function checkLimits({ limits }) {
	const { minRecordsPerJob: least, recordsPerJob: most } = limits;
	if (least === undefined || most === undefined || least <= most)
		return [];
	const path = ['limits', 'minRecordsPerJob'];
	return [{ path, message: `${spelled(path)} is ${least}, more than limits.recordsPerJob, ${most}` }];
}
;
const environmentNames = {
	region: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
	serviceRoleArn: ['BEDROCK_BATCH_SERVICE_ROLE_ARN'],
	s3Uri: ['BEDROCK_BATCH_S3_URI'],
	maxCostUsd: ['BEDROCK_BATCH_MAX_COST_USD'],
	maxRecords: ['BEDROCK_BATCH_MAX_RECORDS']
};
const needs = {
	region: {
		what: 'the AWS region',
		input: 'aws-region',
		field: 'aws.region',
		example: region.example,
		modes: ['run', 'try', 'submit', 'collect', 'stop']
	},
	s3Uri: {
		what: 'the S3 folder for questions and answers',
		input: 's3-uri',
		field: 'aws.s3Uri',
		example: s3Uri.example,
		modes: ['run', 'try', 'submit', 'collect', 'stop']
	},
	serviceRoleArn: {
		what: 'the role that Bedrock works as',
		input: 'service-role-arn',
		field: 'aws.serviceRoleArn',
		example: roleArn.example,
		modes: ['run', 'submit']
	}
};
function settle(inputs, spec, env, placeOf) {
	const problems = [];
	const fromText = (name, pattern) => environmentText(env, environmentNames[name], pattern, problems);
	const fromNumber = (name, range) => environmentNumber(env, environmentNames[name], range, problems);
	const settled = {
		region: inputs.awsRegion ?? spec.aws.region ?? fromText('region', region),
		serviceRoleArn: inputs.serviceRoleArn ?? spec.aws.serviceRoleArn ?? fromText('serviceRoleArn', roleArn),
		s3Uri: inputs.s3Uri ?? spec.aws.s3Uri ?? fromText('s3Uri', s3Uri),
		outputS3Uri: spec.aws.outputS3Uri,
		publishVia: inputs.publishVia ?? spec.publish.via,
		maxCostUsd: inputs.maxCostUsd ?? spec.limits.maxCostUsd ?? fromNumber('maxCostUsd', costRange),
		maxRecords: inputs.maxRecords ?? spec.limits.maxRecords ?? fromNumber('maxRecords', recordsRange)
	};
	const place = placeOf?.('aws');
	problems.push(...missing(settled, inputs.mode, isBatch(spec), problems.length > 0, place), ...contradictions(settled, inputs, place));
	return { settled: without_undefined_present(settled), problems };
}
function isBatch({ inference }) {
	return inference !== 'on-demand';
}
function missing(settled, mode, batch, badEnvironment, place) {
	return Object.entries(needs).flatMap(([name, need]) => {
		const key = name;
		if (key === 'serviceRoleArn' && !batch)
			return [];
		if (!need.modes.includes(mode) || settled[key] !== undefined || badEnvironment)
			return [];
		const variable = environmentNames[key][0];
		const hint = `Write it as the input ${need.input}, as ${need.field} in the spec, or as the environment variable ${variable}; for example ${need.example}.`;
		return [(0,build_problems .CC)('error', `mode ${mode} needs ${need.what}, and it is written nowhere`, place, hint)];
	});
}
function contradictions(settled, inputs, place) {
	const conflict = partitionConflict(settled.region, settled.serviceRoleArn);
	if (conflict !== undefined)
		return [(0,build_problems .CC)('error', conflict, place)];
	const account = settled.serviceRoleArn?.split(':')[4];
	if (account === undefined || inputs.allowedAccountIds.length === 0 || inputs.allowedAccountIds.includes(account))
		return [];
	return [
		(0,build_problems .CC)('error', `the service role belongs to an account that allowed-account-ids does not list`, place, 'A role can be passed to Bedrock only within its own account.')
	];
}
function environmentText(env, names, pattern, problems) {
	const found = firstSet(env, names);
	if (!found || pattern.test.test(found.value))
		return found?.value;
	problems.push((0,build_problems .CC)('error', `the environment variable ${found.name} must be ${pattern.expected}, not ${quote(found.value)}`));
	return undefined;
}
function environmentNumber(env, names, range, problems) {
	const found = firstSet(env, names);
	if (!found)
		return undefined;
	const value = readNumber(found.value, range);
	if (value === undefined)
		problems.push((0,build_problems .CC)('error', `the environment variable ${found.name} must be ${range.expected}, not ${quote(found.value)}`));
	return value;
}
function firstSet(env, names) {
	const found = names.map(name => ({ name, value: env[name]?.trim() ?? '' }));
	return found.find(({ value }) => value !== '');
}
;
const proposals = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment', 'merge_group']);
const openDoors = {
	pull_request_target: 'it runs with the rights of the base repository while anybody can open the pull request',
	issue_comment: 'anybody who can comment starts it, with the rights of the base repository',
	workflow_run: 'the workflow run that started it came from another repository'
};
function whatMayHappen(origin, allowEvents, mode) {
	const event = origin.eventName ?? '';
	if (!origin.onGithub)
		return granted(mode, false);
	if (proposals.has(event))
		return proposal(origin, event, allowEvents, mode);
	if (isOpenDoor(origin, event) && !allowEvents.includes(event))
		return trust_closed(event, mode);
	return granted(mode, (origin.runAttempt ?? 1) > 1);
}
function granted(mode, isRerun) {
	const pay = mode === 'run' || mode === 'submit' || mode === 'try';
	return { aws: true, pay, mode, onlyIfHead: pay && isRerun };
}
function proposal(origin, event, allowEvents, mode) {
	if (origin.fromFork === true) {
		const notice = 'This pull request comes from a fork: nothing is asked of AWS, the plan is made from the files alone.';
		return { aws: false, pay: false, mode: 'plan', onlyIfHead: false, notice };
	}
	if (allowEvents.includes(event))
		return granted(mode, (origin.runAttempt ?? 1) > 1);
	const plan = { aws: true, pay: false, mode: 'plan', onlyIfHead: false };
	if (mode === 'plan')
		return plan;
	return {
		...plan,
		notice: `The event ${event} only plans: mode ${mode} happens after the merge (or list ${event} in allow-events).`
	};
}
function isOpenDoor(origin, event) {
	if (!Object.hasOwn(openDoors, event))
		return false;
	return event !== 'workflow_run' || origin.fromFork !== false;
}
function trust_closed(event, mode) {
	const why = openDoors[event] ?? '';
	if (mode === 'plan') {
		const notice = `The event ${event} is not trusted (${why}): nothing is asked of AWS, the plan is made from the files alone.`;
		return { aws: false, pay: false, mode, onlyIfHead: false, notice };
	}
	return new build_problems .HR('not-allowed-here', `mode ${mode} is not allowed on the event ${event}: ${why}`, {
		remedy: `Run it on push, schedule or workflow_dispatch. If this workflow never touches code or data of strangers, add ${event} to allow-events.`
	});
}
;
function noIdToken(error) {
	const message = error instanceof Error ? error.message : String(error);
	const status = Number(/Error Code : (\d{3})/.exec(message)?.[1]);
	const isFinal = /env variable/.test(message) || (status >= 400 && status < 500 && status !== 408 && status !== 429);
	if (!isFinal) {
		return new build_problems .HR('service-trouble', `GitHub gave no OIDC token: ${message.replaceAll(/\s+/g, ' ')}`, {
			cause: error,
			remedy: 'Nothing is lost: the next pass goes on from here.'
		});
	}
	return new build_problems .HR('role-not-assumed', 'GitHub gave no OIDC token', {
		cause: error,
		remedy: 'Give the workflow job permissions: id-token: write. Workflow runs of forks never get one.'
	});
}
var external_node_crypto_ = __webpack_require__(77598);
;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const idLength = 11;
function base62(sha256) {
	let high = sha256.readUInt32BE(0);
	let low = sha256.readUInt32BE(4);
	let text = '';
	for (let position = 0; position < idLength; position++) {
		const carry = (high % 62) * 2 ** 32 + low;
		high = Math.floor(high / 62);
		low = Math.floor(carry / 62);
		text = digits.charAt(carry % 62) + text;
	}
	return text;
}
function recordNamer(model, api) {
	const head = `{"api":${JSON.stringify(api)},"model":${JSON.stringify(model)},"modelInput":`;
	return (canonicalModelInput, sample = 1) => {
		const tail = sample === 1 ? '}' : `,"sample":${sample}}`;
		return base62((0,external_node_crypto_.hash)('sha256', head + canonicalModelInput + tail, 'buffer'));
	};
}
function contentHash(text) {
	return base62((0,external_node_crypto_.hash)('sha256', text, 'buffer'));
}
function sha256Hex(text) {
	return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
;
function specIdOf(repositoryId, specName) {
	return sha256Hex(JSON.stringify([repositoryId, specName])).slice(0, 8);
}
function jobNameOf(specName, specId, shard16, generation) {
	const slug = specName
		.replace(/[^a-zA-Z0-9-]/g, '')
		.slice(0, 20)
		.replace(/-+$/, '') || 'batch';
	return `${slug}-${specId}-${shard16}-g${generation}`;
}
function readJobName(jobName) {
	const match = /-([0-9a-f]{8})-([0-9a-f]{16})-g([1-9][0-9]{0,5})$/.exec(jobName);
	if (!match?.[1] || !match[2] || !match[3])
		return undefined;
	return { specId: match[1], shard16: match[2], generation: Number(match[3]) };
}
function clientRequestTokenOf(account, region, jobName) {
	return sha256Hex(JSON.stringify([account, region, jobName]));
}
function jobIdOf(jobArn) {
	return jobArn.slice(jobArn.lastIndexOf('/') + 1);
}
class Keys {
	root;
	constructor(prefix, specId) {
		const trimmed = prefix.replace(/^\/+|\/+$/g, '');
		this.root = `${trimmed === '' ? '' : `${trimmed}/`}${specId}`;
	}
	get inputs() {
		return `${this.root}/input/`;
	}
	get outputs() {
		return `${this.root}/output/`;
	}
	get answers() {
		return `${this.root}/answers/`;
	}
	get lease() {
		return `${this.root}/lease.json`;
	}
	input(shardName) {
		return `${this.inputs}${shardName}.jsonl`;
	}
	inputFolder(shardName) {
		return `${this.inputs}${shardName}/`;
	}
	ids(shardName) {
		return `${this.inputs}${shardName}.ids`;
	}
	answersOf(jobId) {
		return `${this.answers}${jobId}.jsonl`;
	}
	answerIdsOf(jobId) {
		return `${this.answers}${jobId}.ids`;
	}
}
function readS3Uri(uri) {
	const match = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(uri);
	if (!match?.[1])
		throw new RangeError(`not an S3 URI: ${uri}`);
	return { bucket: match[1], prefix: (match[2] ?? '').replace(/\/+$/, '') };
}
function shardNameOf(key) {
	return /(?:^|\/)([0-9a-f]{16}-g[1-9][0-9]{0,5})(?:\.(?:jsonl|ids)|\/?)$/.exec(key)?.[1];
}
var clock = __webpack_require__(52839);
;
const geographies = ['us-gov', 'us', 'eu', 'apac', 'jp', 'au', 'ca', 'global'];
const idPattern = /^[a-z0-9-]{1,63}[.][a-z0-9-]{1,63}([.]?[a-z0-9-]{1,63})([:][a-z0-9-]{1,63}){0,2}$/;
const arnPattern = /^arn:(aws(?:-[^:]+)?):bedrock:([a-z0-9-]{1,20}):([0-9]{12})?:([a-z-]+)\/(.+)$/;
const profilePattern = /^[a-zA-Z0-9-:.]+$/;
const customPattern = /^([a-z0-9-]{1,63}[.][a-z0-9-:]{1,63})\/[a-z0-9]{12}$/;
const profilePrefix = new RegExp(`^(${geographies.join('|')})\\.(?=[a-z0-9-]+\\.)`);
const notForBatch = {
	'provisioned-model': 'Provisioned Throughput',
	'imported-model': 'an imported model',
	'custom-model-deployment': 'a deployment of a custom model',
	'prompt-router': 'a prompt router',
	'default-prompt-router': 'a prompt router'
};
function readModelId(modelId) {
	if (modelId.length > 2048)
		return { problem: 'the model id is longer than 2048 characters' };
	if (modelId.startsWith('arn:'))
		return readArn(modelId);
	if (!idPattern.test(modelId)) {
		return {
			problem: `${JSON.stringify(modelId)} is not a model id: it must look like provider.model, in a-z, 0-9, "-", "." and ":"`
		};
	}
	return readId(modelId);
}
function readId(id) {
	const prefix = profilePrefix.exec(id);
	if (prefix === null)
		return { bareId: id, kind: 'foundation-model' };
	return { bareId: id.slice(prefix[0].length), kind: 'inference-profile', geography: prefix[1] };
}
function readArn(arn) {
	const [, partition, region, account, type, id] = arnPattern.exec(arn) ?? [];
	if (partition === undefined || region === undefined || type === undefined || id === undefined) {
		return {
			problem: `${JSON.stringify(arn)} is not an ARN of Bedrock`,
			hint: 'arn:aws:bedrock:REGION::foundation-model/ID or arn:aws:bedrock:REGION:ACCOUNT:inference-profile/ID'
		};
	}
	const place = { partition, region };
	const astray = wrongPartition(partition, region);
	if (astray !== undefined)
		return astray;
	const refused = notForBatch[type];
	if (refused !== undefined) {
		return {
			problem: `batch inference does not take ${refused} (${type})`,
			hint: 'name the model itself, or one of its inference profiles'
		};
	}
	const owned = account !== undefined;
	if (type === 'foundation-model' && !owned && idPattern.test(id) && !profilePrefix.test(id)) {
		return { bareId: id, kind: type, ...place };
	}
	if (type === 'inference-profile' && owned && profilePattern.test(id))
		return { ...readId(id), kind: type, ...place };
	if (type === 'application-inference-profile' && owned && profilePattern.test(id)) {
		return { bareId: id, kind: type, ...place };
	}
	const base = type === 'custom-model' && owned ? customPattern.exec(id)?.[1] : undefined;
	if (base !== undefined)
		return { bareId: base.replace(/(:\d+):[a-z0-9]+$/, '$1'), kind: 'custom-model', ...place };
	return {
		problem: `${JSON.stringify(arn)} does not have the form of an ARN that batch inference takes`,
		...formOf(type)
	};
}
const partitions = [
	[/^cn-/, 'aws-cn'],
	[/^us-gov-/, 'aws-us-gov'],
	[/^(us|eu|ap|ca|sa|me|af|il|mx)-[a-z]+-\d$/, 'aws']
];
function wrongPartition(partition, region) {
	const expected = partitions.find(([regions]) => regions.test(region))?.[1];
	if (expected === undefined || expected === partition)
		return undefined;
	return {
		problem: `the model's ARN is of the partition ${partition}, but ${region} belongs to ${expected}`,
		hint: `write arn:${expected}:bedrock:${region}:…`
	};
}
const model_id_forms = {
	'foundation-model': 'arn:aws:bedrock:REGION::foundation-model/ID, with no account between the two colons',
	'inference-profile': 'arn:aws:bedrock:REGION:ACCOUNT:inference-profile/ID, with the twelve digits of the account',
	'application-inference-profile': 'arn:aws:bedrock:REGION:ACCOUNT:application-inference-profile/ID, with the twelve digits of the account',
	'custom-model': 'arn:aws:bedrock:REGION:ACCOUNT:custom-model/BASE-MODEL/ID, with the twelve digits of the account'
};
function formOf(type) {
	const hint = model_id_forms[type];
	return hint === undefined ? {} : { hint };
}
;
function connectAws(inputs, { context, log, signal }) {
	const clouds = new Map();
	return {
		cloudFor(spec, places, permission) {
			const { bucket } = readS3Uri(places.s3Uri);
			const { bucketOwner } = spec.aws;
			const same = inputs.narrowSession ? spec.name : JSON.stringify([places.region, bucket, bucketOwner]);
			const connect = async () => {
				const { openCloud } = await Promise.all( [__webpack_require__.e(695), __webpack_require__.e(659), __webpack_require__.e(2)]).then(__webpack_require__.bind(__webpack_require__, 53002));
				const credentials = inputs.roleToAssume === undefined ? undefined : await role(inputs.roleToAssume);
				const cloud = openCloud({
					region: places.region,
					bucket,
					version: version .r,
					allowedAccountIds: inputs.allowedAccountIds,
					signal,
					...(bucketOwner !== undefined && { bucketOwner }),
					...(credentials && { credentials })
				}, clock .m);
				if (inputs.maskAwsAccountId)
					log.mask((await cloud.identity()).account);
				return cloud;
			};
			const role = async (roleArn) => {
				const { assumedRole } = await Promise.all( [__webpack_require__.e(695), __webpack_require__.e(768)]).then(__webpack_require__.bind(__webpack_require__, 29768));
				const account = roleArn.split(':')[4];
				if (inputs.maskAwsAccountId && account !== undefined)
					log.mask(account);
				return assumedRole({
					roleArn,
					sessionName: inputs.roleSessionName ?? `bedrock-batch-${context.runId ?? 'local'}`,
					region: places.region,
					...(inputs.narrowSession && { policy: await narrowed(spec, places, permission) }),
					idToken: () => idToken(inputs.audience),
					mask: secret => log.mask(secret),
					signal
				}, clock .m);
			};
			return () => {
				const cloud = clouds.get(same) ?? connect();
				clouds.set(same, cloud);
				return cloud;
			};
		}
	};
}
async function narrowed(spec, places, { mode, pay: pays }) {
	const { sessionPolicy } = await __webpack_require__.e( 997).then(__webpack_require__.bind(__webpack_require__, 91997));
	const { modelResources } = await __webpack_require__.e( 999).then(__webpack_require__.bind(__webpack_require__, 87380));
	const { serviceRoleArn, outputS3Uri } = places;
	const model = readModelId(spec.model);
	return sessionPolicy({
		mode,
		pays,
		...readS3Uri(places.s3Uri),
		...(outputS3Uri !== undefined && { output: readS3Uri(outputS3Uri) }),
		...(serviceRoleArn !== undefined && { serviceRoleArn }),
		reading: placesRead(spec),
		models: 'problem' in model ? [] : modelResources({ modelId: spec.model, ...model })
	});
}
function placesRead({ dataset, prompt, expand }) {
	const media = [prompt, ...Object.values(expand ?? {})].flatMap(one => [one, ...(one.messages ?? [])].flatMap(turn => [turn.images, turn.documents, turn.videos].flatMap(names => names ?? [])));
	return [...dataset.path, ...media].filter(isObjectUri).map(uri => {
		const { bucket, key } = readObjectUri(uri);
		return { bucket, prefix: key.replace(/(?:[*?[{]|\{\{|\{%)[^]*$/, '') };
	});
}
async function idToken(audience) {
	try {
		return await core.getIDToken(audience);
	}
	catch (error) {
		throw noIdToken(error);
	}
}
var ledger_file = __webpack_require__(62572);
var ledger_kept = __webpack_require__(25142);
var doubt = __webpack_require__(76528);
;
const patienceMs = 30_000;
async function download(address, maxBytes) {
	const url = new URL(address);
	if (!isSafe(url))
		throw new doubt .d(`it would have to be read by ${url.protocol}//`);
	const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
	if (!response.ok || response.body === null)
		throw new Error(`the file store answered HTTP ${response.status}`);
	const pieces = [];
	let bytes = 0;
	for await (const piece of response.body) {
		bytes += piece.length;
		if (bytes > maxBytes)
			throw new doubt .d(`it is larger than ${maxBytes} bytes`);
		pieces.push(piece);
	}
	return Buffer.concat(pieces);
}
function isSafe({ protocol, hostname }) {
	return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'));
}
;
const pageSize = 100;
const mostPages = 10;
async function* believableArtifacts(place, name, log, maxBytes) {
	const passedOver = new Map();
	try {
		for (let page = 1; page <= mostPages; page++) {
			const listed = await list(place, name, page);
			for (const artifact of listed.toSorted((a, b) => idOf(b) - idOf(a))) {
				if (artifact['name'] !== name || artifact['expired'] === true)
					continue;
				const why = doubtAbout(artifact, place.repositoryId, maxBytes);
				if (why === undefined)
					yield described(artifact);
				else
					passedOver.set(why, (passedOver.get(why) ?? 0) + 1);
			}
			if (listed.length < pageSize)
				return;
		}
	}
	finally {
		for (const [why, number] of passedOver)
			log.warning(`${number} of the artifacts named ${name} ${number === 1 ? 'is' : 'are'} ignored: ${why}`);
	}
}
async function checkEvent({ rest, owner, repo }, runId, mayBelieve) {
	const run = await rest.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}', {
		owner,
		repo,
		run_id: Number(runId)
	});
	const event = (0,build_json .Gv)(run) ? run['event'] : undefined;
	if (typeof event !== 'string')
		throw new doubt .d('GitHub does not say which event started the workflow run that saved it');
	if (!mayBelieve(event))
		throw new doubt .d(`the event ${event} is not trusted to save jobs`);
}
async function list({ rest, owner, repo }, name, page) {
	const route = 'GET /repos/{owner}/{repo}/actions/artifacts';
	const body = (await rest.request(route, { owner, repo, name, per_page: pageSize, page }));
	const artifacts = (0,build_json.at)(body, 'artifacts');
	return Array.isArray(artifacts) ? artifacts.filter(build_json .Gv) : [];
}
function doubtAbout(artifact, repositoryId, maxBytes) {
	const run = artifact['workflow_run'] ?? null;
	if (idText(run, 'id') === undefined || idOf(artifact) < 0)
		return 'of no workflow run that GitHub names';
	if (idText(run, 'repository_id') !== repositoryId)
		return 'of another repository';
	if (idText(run, 'head_repository_id') !== repositoryId)
		return 'from a fork';
	if (((0,build_json .U9)(artifact, 'size_in_bytes') ?? 0) > maxBytes)
		return `larger than ${maxBytes} bytes`;
	return undefined;
}
function described(artifact) {
	const digest = artifact['digest'];
	return {
		id: idOf(artifact),
		runId: idText(artifact, 'workflow_run.id') ?? '',
		digest: typeof digest === 'string' ? digest : undefined
	};
}
function idOf(artifact) {
	return (0,build_json .U9)(artifact, 'id') ?? -1;
}
function idText(value, path) {
	const found = (0,build_json .U9)(value, path);
	return found === undefined ? undefined : String(found);
}
;
class RestError extends Error {
	name = 'RestError';
	status;
	constructor(status, message, cause) {
		super((0,visible .J)((0,visible .R)(message), 600), { cause });
		this.status = status;
	}
}
function isDenied(error) {
	return error instanceof RestError && (error.status === 401 || (error.status === 403 && !isRateLimit(error.message)));
}
function isRateLimit(message) {
	return /rate limit/i.test(message);
}
const mostTries = 4;
function connectRest({ token, apiUrl, clock }) {
	let client;
	async function connect() {
		const { getOctokit } = await __webpack_require__.e( 351).then(__webpack_require__.bind(__webpack_require__, 61351));
		const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };
		const octokit = getOctokit(token, { baseUrl: apiUrl, log: quiet, request: { timeout: 60_000 } });
		return (route, parameters) => octokit.request(route, parameters);
	}
	const ask = async (route, parameters) => {
		client ??= connect();
		const send = await client;
		for (let tried = 1;; tried++) {
			try {
				return await send(route, parameters);
			}
			catch (error) {
				const wait = tried < mostTries ? patience(error, tried, clock.random()) : undefined;
				if (wait === undefined)
					throw asRestError(error);
				await clock.sleep(wait);
			}
		}
	};
	return {
		request: async (route, parameters) => (await ask(route, parameters)).data,
		redirect: async (route, parameters) => {
			const { headers } = await ask(route, { ...parameters, request: { redirect: 'manual' } });
			return headers.location;
		}
	};
}
function patience(error, tried, random) {
	const status = statusOf(error);
	const limited = status === 429 || (status === 403 && isRateLimit(messageOf(error)));
	if (!limited && status !== 0 && status < 500)
		return undefined;
	const told = Number(retryAfter(error));
	if (told > 0)
		return told <= 60 ? told * 1000 : undefined;
	return (limited ? 5000 : 500) * 2 ** (tried - 1) * (0.5 + random);
}
function asRestError(error) {
	return new RestError(statusOf(error), messageOf(error), error);
}
function statusOf(error) {
	if (typeof error !== 'object' || error === null || !('status' in error))
		return 0;
	return typeof error.status === 'number' ? error.status : 0;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
function retryAfter(error) {
	if (typeof error !== 'object' || error === null || !('response' in error))
		return undefined;
	const headers = (0,build_json .Gv)(error.response) ? error.response['headers'] : undefined;
	return (0,build_json .Gv)(headers) ? headers['retry-after'] : undefined;
}
function ignore() {
	return;
}
var external_node_zlib_ = __webpack_require__(38522);
;
const endBytes = 22;
const directoryEntryBytes = 46;
const localHeaderBytes = 30;
const harmlessFlags = 0x0808;
const streamedFlag = 0x0008;
const stored = 0;
const deflated = 8;
function onlyEntry(zip, name, maxBytes) {
	const entry = readDirectory(zip);
	if (entry.name !== name)
		throw new doubt .d(`its file is named ${quoted(entry.name)}, not ${quoted(name)}`);
	if (entry.bytes > maxBytes)
		throw new doubt .d(`its file is ${entry.bytes} bytes large, more than ${maxBytes}`);
	const content = unpack(zip.subarray(...dataOf(zip, entry)), entry);
	if (content.length !== entry.bytes)
		throw new doubt .d('its file is not as large as the zip says');
	if ((0,external_node_zlib_.crc32)(content) !== entry.crc)
		throw new doubt .d('its file does not have the checksum that the zip names');
	return content;
}
function readDirectory(zip) {
	const end = zip.length - endBytes;
	if (end < localHeaderBytes || zip.readUInt32LE(end) !== 0x06054b50)
		throw new doubt .d('it is not a whole zip');
	if (zip.readUInt32LE(end + 4) !== 0)
		throw new doubt .d('its zip spans several disks');
	const files = zip.readUInt16LE(end + 10);
	if (files !== 1 || zip.readUInt16LE(end + 8) !== 1)
		throw new doubt .d(`its zip holds ${files} files, not one`);
	const directoryAt = zip.readUInt32LE(end + 16);
	const isWhole = directoryAt >= localHeaderBytes && directoryAt + directoryEntryBytes <= end;
	if (!isWhole || directoryAt + zip.readUInt32LE(end + 12) !== end)
		throw new doubt .d('the directory of its zip is broken');
	return readEntry(zip, directoryAt, end);
}
function readEntry(zip, at, end) {
	const flags = zip.readUInt16LE(at + 8);
	const nameEnd = at + directoryEntryBytes + zip.readUInt16LE(at + 28);
	const next = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	const isFirst = zip.readUInt32LE(at + 42) === 0;
	if (zip.readUInt32LE(at) !== 0x02014b50 || next !== end || !isFirst)
		throw new doubt .d('the directory of its zip is broken');
	if ((flags & ~harmlessFlags) !== 0)
		throw new doubt .d('its zip is encrypted or of a kind that is not read here');
	return {
		name: zip.toString('utf8', at + directoryEntryBytes, nameEnd),
		method: zip.readUInt16LE(at + 10),
		streamed: (flags & streamedFlag) !== 0,
		crc: zip.readUInt32LE(at + 16),
		packedBytes: zip.readUInt32LE(at + 20),
		bytes: zip.readUInt32LE(at + 24),
		directoryAt: at
	};
}
function dataOf(zip, entry) {
	const from = localHeaderBytes + zip.readUInt16LE(26) + zip.readUInt16LE(28);
	const to = from + entry.packedBytes;
	const told = {
		name: zip.toString('utf8', localHeaderBytes, localHeaderBytes + zip.readUInt16LE(26)),
		method: zip.readUInt16LE(8)
	};
	const agrees = zip.readUInt32LE(0) === 0x04034b50 && told.name === entry.name && told.method === entry.method;
	const gaps = entry.streamed ? [12, 16] : [0];
	if (!agrees || !gaps.includes(entry.directoryAt - to))
		throw new doubt .d('the parts of its zip do not agree');
	return [from, to];
}
function unpack(packed, { method, bytes }) {
	if (method === stored)
		return packed;
	if (method !== deflated)
		throw new doubt .d(`its file is packed by method ${method}, which is not read here`);
	try {
		return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, bytes) });
	}
	catch {
		throw new doubt .d('its file cannot be unpacked to the size that the zip says');
	}
}
function quoted(name) {
	return JSON.stringify((0,visible .J)((0,visible .R)(name), 100));
}
;
const mostLooks = 5;
async function loadLedger(options) {
	const name = (0,ledger_file .Jc)(options.specId);
	let looks = 0;
	for await (const artifact of believableArtifacts(options.place, name, options.log, ledger_file .Cj)) {
		try {
			return await read(options, artifact);
		}
		catch (error) {
			if (isDenied(error))
				throw error;
			options.log.warning(`the artifact ${name} of workflow run ${artifact.runId} is ignored: ${reasonOf(error)}`);
		}
		if (++looks === mostLooks)
			break;
	}
	return [];
}
async function read({ place, specId, mayBelieve }, artifact) {
	const { rest, owner, repo, repositoryId } = place;
	await checkEvent(place, artifact.runId, mayBelieve);
	const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/zip';
	const address = await rest.redirect(route, { owner, repo, artifact_id: artifact.id });
	if (address === undefined)
		throw new doubt .d('GitHub does not say where it is kept');
	const zip = await download(address, ledger_file .Cj);
	const isAsUploaded = artifact.digest === undefined || artifact.digest === `sha256:${(0,external_node_crypto_.hash)('sha256', zip)}`;
	if (!isAsUploaded)
		throw new doubt .d('it is not what was uploaded: its digest differs');
	return (0,ledger_file .SC)(onlyEntry(zip, ledger_file .NA, ledger_file .Cj), { specId, repositoryId });
}
function reasonOf(error) {
	if (error instanceof doubt .d)
		return error.message;
	return `it could not be read: ${error instanceof Error ? (0,visible .J)((0,visible .R)(error.message), 300) : 'no reason given'}`;
}
var ledger_upload = __webpack_require__(83351);
var within = __webpack_require__(49843);
;
const keptState = 'ledgers';
const ledger_patienceMs = 60_000;
const instead = 'The pass goes on from Bedrock’s own list of jobs; only a job that is not listed yet can be missed, and only for a while.';
class ArtifactLedger {
	options;
	nowhere;
	said = new Set();
	kept;
	constructor(options) {
		this.options = options;
		this.nowhere = (0,ledger_upload .f)(options.env, options.context);
	}
	async load(specId) {
		const { place, clock } = this.options;
		if (place === undefined) {
			this.tell('info', `Jobs saved by earlier workflow runs are not read without github-token. ${instead}`);
			return [];
		}
		try {
			return await (0,within .u)(ledger_patienceMs, clock, loadLedger({ ...this.options, place, specId }));
		}
		catch (error) {
			this.tellUnread(error);
			return [];
		}
	}
	note(specId, jobs) {
		if (this.nowhere !== undefined)
			return;
		try {
			this.keep(specId, jobs);
		}
		catch {
		}
	}
	async save(specId, jobs) {
		if (this.nowhere !== undefined) {
			this.tell('info', `The list of jobs is not saved for later workflow runs: ${this.nowhere}. ${instead}`);
			return;
		}
		try {
			const kept = this.keep(specId, jobs);
			if (kept.uploaded)
				return;
			const { clock, connect } = this.options;
			await (0,within .u)(ledger_patienceMs, clock, (0,ledger_upload .D)({ ...kept, name: (0,ledger_file .Jc)(specId) }, connect));
			ledger_kept .f.markUploaded(kept);
		}
		catch (error) {
			this.tell('warning', `The list of jobs could not be saved for later workflow runs: ${ledger_messageOf(error)}. ${instead}`);
		}
	}
	keep(specId, jobs) {
		const { env, context } = this.options;
		this.kept ??= openKept(env);
		return this.kept.keep(specId, (0,ledger_file .XL)({ specId, repositoryId: context.repositoryId ?? '' }, jobs));
	}
	tellUnread(error) {
		if (error instanceof RestError && (isDenied(error) || error.status === 404)) {
			this.tell('info', `Artifacts of earlier workflow runs cannot be read (HTTP ${error.status}): give the workflow job permissions: actions: read. ${instead}`);
			return;
		}
		this.tell('warning', `Artifacts of earlier workflow runs could not be read: ${ledger_messageOf(error)}. ${instead}`);
	}
	tell(level, message) {
		if (!this.options.context.onGithub || this.said.has(message))
			return;
		this.said.add(message);
		this.options.log[level](message);
	}
}
function openKept(env) {
	const parent = env['RUNNER_TEMP'] ?? '';
	const kept = ledger_kept .f.create(parent === '' ? (0,external_node_os_.tmpdir)() : parent);
	if ((env['GITHUB_STATE'] ?? '') !== '')
		core.saveState(keptState, kept.folder);
	return kept;
}
function ledger_messageOf(error) {
	return error instanceof Error ? (0,visible .J)((0,visible .R)(error.message), 300) : 'no reason given';
}
;
function workflowRuns(place) {
	let denied = false;
	return async ({ runId, runAttempt }) => {
		if (place === undefined || denied || !/^\d{1,15}$/.test(runId))
			return undefined;
		const { rest, owner, repo } = place;
		try {
			const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
			const run = (await rest.request(route, { owner, repo, run_id: Number(runId) }));
			return hasEnded(run, { runId, runAttempt });
		}
		catch (error) {
			denied = isDenied(error);
			return undefined;
		}
	};
}
function hasEnded(run, { runId, runAttempt }) {
	const status = (0,build_json.at)(run, 'status');
	if (String((0,build_json .U9)(run, 'id')) !== runId || typeof status !== 'string')
		return undefined;
	const attempt = (0,build_json .U9)(run, 'run_attempt') ?? 1;
	return status === 'completed' || attempt > Number(runAttempt);
}
;
function connectGithub(inputs, { env, context, log }) {
	const place = placeOf(context, inputs.githubToken);
	const mayBelieve = (event) => maySave(event, inputs.allowEvents);
	return {
		ledger: new ArtifactLedger({ env, context, place, mayBelieve, clock: clock .m, log }),
		owner: ownerOf(context),
		hasEnded: workflowRuns(place)
	};
}
function placeOf({ repository, repositoryId, apiUrl }, token) {
	const [owner, repo] = repository?.split('/') ?? [];
	if (token === undefined || owner === undefined || repo === undefined || repositoryId === undefined)
		return undefined;
	return { rest: connectRest({ token, apiUrl, clock: clock .m }), owner, repo, repositoryId };
}
function maySave(eventName, allowEvents) {
	const permission = whatMayHappen({ onGithub: true, eventName, fromFork: false }, allowEvents, 'collect');
	return !(permission instanceof build_problems .HR) && permission.mode === 'collect';
}
function ownerOf({ runId, runAttempt, runUrl }) {
	return { runId: runId ?? '', runAttempt: String(runAttempt ?? 1), runUrl: runUrl ?? 'a run outside GitHub' };
}
;
async function isStillHead(context, token, clock) {
	const { repository, branch, sha, apiUrl } = context;
	if (token === undefined || repository === undefined || branch === undefined || sha === undefined)
		return false;
	const [owner, repo] = repository.split('/');
	try {
		const rest = connectRest({ token, apiUrl, clock });
		const answer = await rest.request('GET /repos/{owner}/{repo}/branches/{branch}', { owner, repo, branch });
		return (0,build_json .Qq)(answer, 'commit.sha') === sha;
	}
	catch {
		return false;
	}
}
var artifact_client = __webpack_require__(55184);
;
const publish_paths_mostBytes = 100 * 1024 * 1024;
function checkPaths(paths) {
	for (const path of paths) {
		const why = fault(path);
		if (why === undefined)
			continue;
		throw new build_problems .HR('cannot-publish', `the path ${(0,visible .R)(path)} ${why}`, {
			remedy: 'Choose another output path in the spec.'
		});
	}
}
function fault(path) {
	if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path))
		return 'is not relative to the repository';
	if (/[\u0000-\u001f\u007f\\]/.test(path))
		return 'has a backslash or a control character';
	const parts = path.split('/');
	if (parts.some(part => part === '' || part === '.' || part === '..'))
		return 'is not a plain path below the repository';
	if (parts.some(isDotGit))
		return 'lies in a .git folder';
	if (parts[0]?.toLowerCase() === '.github')
		return 'lies in .github';
	return undefined;
}
function isDotGit(part) {
	const plain = part
		.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
		.replace(/(::.*|[. ]+)$/, '')
		.toLowerCase();
	return plain === '.git' || plain === 'git~1';
}
async function workFiles(workspace, { changed, removed }, most = publish_paths_mostBytes) {
	checkPaths([...changed, ...removed]);
	const files = [];
	for (const path of changed) {
		const { size, mode, isRegular } = await statOf((0,external_node_path_.join)(workspace, path));
		if (!isRegular)
			throw new build_problems .HR('cannot-publish', `${(0,visible .R)(path)} is not a regular file`, {
				remedy: 'Remove it, or choose another output path.'
			});
		if (size > most)
			throw tooLarge(path, size, most);
		files.push({ path, bytes: size, executable: (mode & 0o100) !== 0 });
	}
	return files;
}
async function statOf(file) {
	try {
		const stat = await (0,promises_.lstat)(file);
		return { size: stat.size, mode: stat.mode, isRegular: stat.isFile() };
	}
	catch (cause) {
		throw new build_problems .HR('cannot-publish', `${(0,visible .R)(file)} cannot be read`, { cause });
	}
}
function tooLarge(path, bytes, most) {
	const mib = (value) => `${Math.ceil(value / 1024 / 1024)} MiB`;
	return new build_problems .HR('cannot-publish', `${(0,visible .R)(path)} has ${mib(bytes)}, and GitHub takes at most ${mib(most)} for one file`, {
		remedy: 'Split the output over several specs or files, or set publish.via to artifact.'
	});
}
;
const artifact_mostTries = 3;
function artifactPublisher(options) {
	return {
		async check() {
			checkPaths(options.paths ?? []);
			requireService(options.env);
		},
		async publish(publication) {
			requireService(options.env);
			return upload(options, publication);
		}
	};
}
function artifactName(specName) {
	return `bedrock-batch-${(0,visible .J)(specName.replace(/[^\w.-]+/g, '-'), 100)}-output`;
}
async function upload(options, publication) {
	const files = await workFiles(options.workspace, publication, Infinity);
	if (files.length === 0)
		return {};
	const connect = options.connect ?? artifact_client .Q;
	const client = await connect();
	const name = artifactName(options.specName);
	const paths = files.map(file => (0,external_node_path_.join)(options.workspace, file.path));
	const settings = options.retentionDays === undefined ? {} : { retentionDays: options.retentionDays };
	for (let tried = 1;; tried++) {
		try {
			const { id } = await client.uploadArtifact(name, paths, options.workspace, settings);
			return id === undefined ? {} : { artifact: { name, id } };
		}
		catch (error) {
			if (tried >= artifact_mostTries)
				throw unsaved(name, error);
			await client.deleteArtifact(name).catch(() => undefined);
			await options.clock.sleep((0.5 + options.clock.random()) * 1000 * tried);
		}
	}
}
function unsaved(name, cause) {
	const why = cause instanceof Error ? (0,visible .J)((0,visible .R)(cause.message), 400) : 'no reason given';
	const remedy = 'Run the workflow again. Nothing is lost: answers stay in S3, and the next pass publishes them.';
	return new build_problems .HR('cannot-publish', `the artifact ${name} could not be uploaded: ${why}`, { cause, remedy });
}
function requireService(env) {
	if ((env['ACTIONS_RUNTIME_TOKEN'] ?? '') !== '' && (env['ACTIONS_RESULTS_URL'] ?? '') !== '')
		return;
	throw new build_problems .HR('cannot-publish', 'there is no artifact service here (ACTIONS_RUNTIME_TOKEN is not set)', {
		remedy: 'Artifacts exist in a workflow only. Set publish.via to none to leave the files in the workspace.'
	});
}
;
const blocking = {
	pull_request: 'asks for a pull request before merging',
	update: 'restricts who may update the branch',
	merge_queue: 'asks for a merge queue',
	required_signatures: 'asks for signed commits',
	required_status_checks: 'asks for status checks before a push'
};
async function rulesAgainst(rest, repository, branch) {
	const [owner = '', repo = ''] = repository.split('/');
	for (const rule of await listOf(rest, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', { owner, repo, branch })) {
		const type = (0,build_json.at)(rule, 'type');
		const ruleset = (0,build_json.at)(rule, 'ruleset_id');
		if (typeof type !== 'string' || typeof ruleset !== 'number' || !Object.hasOwn(blocking, type))
			continue;
		if (await mayBypass(rest, { owner, repo, ruleset_id: ruleset }))
			continue;
		return `a ruleset of ${repository} ${blocking[type] ?? ''} on ${branch}, and this token may not bypass it`;
	}
	return undefined;
}
async function mayBypass(rest, parameters) {
	try {
		const ruleset = await rest.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', parameters);
		const word = (0,build_json .Gv)(ruleset) ? (0,build_json.at)(ruleset, 'current_user_can_bypass') : undefined;
		return word !== 'never' && word !== 'pull_requests_only';
	}
	catch {
		return true;
	}
}
async function listOf(rest, route, parameters) {
	try {
		const found = await rest.request(route, { ...parameters, per_page: 100 });
		return Array.isArray(found) ? found.filter(build_json .Gv) : [];
	}
	catch {
		return [];
	}
}
var external_node_child_process_ = __webpack_require__(31421);
;
const mostOutput = 64 * 1024 * 1024;
const mostMs = 10 * 60_000;
async function tryGit(place, args, options = {}) {
	const child = (0,external_node_child_process_.spawn)('git', args, {
		cwd: place.cwd,
		env: { ...environment(place), ...options.env },
		stdio: ['pipe', 'pipe', 'pipe'],
		windowsHide: true
	});
	child.stdin.on('error', () => undefined);
	child.stdin.end(options.input ?? '');
	const [stdout, stderr, code] = await Promise.all([git_read(child.stdout), git_read(child.stderr), ended(child)]);
	const hide = redactor(place.secrets ?? []);
	return { code, stdout, stderr: hide(stderr) };
}
async function git(place, args, options = {}) {
	const result = await tryGit(place, args, options);
	if (result.code !== 0)
		throw new GitError(args, result);
	return result.stdout;
}
class GitError extends Error {
	name = 'GitError';
	result;
	constructor(args, result) {
		super(`git ${args[0] ?? ''}: ${said(result)}`);
		this.result = result;
	}
}
function said({ stderr, stdout, code }) {
	const lines = `${stderr}\n${stdout}`
		.split('\n')
		.map(line => line.replace(/^remote:\s?/, '').trim())
		.filter(line => line !== '' && !/^(To |From |hint: |Done$|\* \[new|=\t|warning: filtering)/.test(line));
	return (0,visible .J)((0,visible .R)(lines.join(' / ')), 600) || `exit code ${code}`;
}
const unwanted = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|COMMON_DIR|PREFIX|TRACE.*|CURL_VERBOSE|CONFIG_PARAMETERS)$/;
function environment(place) {
	const inherited = Object.entries(place.env).filter(([name]) => !unwanted.test(name));
	const env = {
		...Object.fromEntries(inherited),
		LC_ALL: 'C',
		LANGUAGE: 'C',
		GIT_TERMINAL_PROMPT: '0',
		GIT_LITERAL_PATHSPECS: '1',
		GIT_OPTIONAL_LOCKS: '0'
	};
	let count = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
	for (const [key, value] of [...always(place.cwd), ...(place.settings ?? [])]) {
		env[`GIT_CONFIG_KEY_${count}`] = key;
		env[`GIT_CONFIG_VALUE_${count}`] = value;
		count++;
	}
	return { ...env, GIT_CONFIG_COUNT: String(count) };
}
function always(cwd) {
	return [
		['core.hooksPath', '/dev/null'],
		['core.fsmonitor', 'false'],
		['commit.gpgSign', 'false'],
		['push.gpgSign', 'false'],
		['gc.auto', '0'],
		['maintenance.auto', 'false'],
		['core.quotePath', 'false'],
		['protocol.version', '2'],
		['protocol.ext.allow', 'never'],
		['http.lowSpeedLimit', '1000'],
		['http.lowSpeedTime', '60'],
		['safe.directory', cwd]
	];
}
function redactor(secrets) {
	const known = secrets.filter(secret => secret.length >= 4);
	return text => known.reduce((clean, secret) => clean.replaceAll(secret, '***'), text).replace(/(:\/\/)[^/\s@]+@/g, '$1***@');
}
async function git_read(stream) {
	const pieces = [];
	let bytes = 0;
	for await (const piece of stream) {
		bytes += piece.length;
		if (bytes <= mostOutput)
			pieces.push(piece);
	}
	return Buffer.concat(pieces).toString('utf8');
}
function ended(child) {
	const timer = setTimeout(() => child.kill(), mostMs).unref();
	return new Promise((resolve, reject) => {
		child.on('error', cause => {
			const remedy = 'Install git in the container or on the runner, or set publish.via to artifact.';
			reject(new build_problems .HR('cannot-publish', 'git could not be started', { cause, remedy }));
		});
		child.on('close', code => resolve(code ?? 128));
	}).finally(() => clearTimeout(timer));
}
;
const otherWay = 'set publish.via to pull-request, or give github-token a token that may push here';
const forbidden = [
	{
		says: /GH001|exceeds GitHub's file size limit/,
		remedy: 'A file is over 100 MB: split the output over several files, or set publish.via to artifact.'
	},
	{
		says: /pack exceeds maximum allowed size/i,
		remedy: 'GitHub takes 2 GB in one push: publish in parts with dataset.limit, or set publish.via to artifact.'
	},
	{
		says: /GH008|unknown Git LFS object/,
		remedy: 'An output path is tracked by Git LFS: exclude it in .gitattributes, or set publish.via to artifact.'
	},
	{
		says: /GH009|push cannot contain secrets|push protection/i,
		remedy: 'Secret scanning found a secret in an answer. Look at the files in the artifact, then allow or remove it.'
	},
	{
		says: /without `?workflows?`? (scope|permission)/i,
		remedy: 'The files of this spec may not lie in .github/workflows.'
	},
	{ says: /protected branch|GH006/i, remedy: `The branch is protected: ${otherWay} (docs/permissions.md).` },
	{ says: /rule violations|GH013/i, remedy: `A ruleset refuses the push: ${otherWay} (docs/permissions.md).` },
	{
		says: /Permission to .* denied|Write access to repository not granted|Resource not accessible|error: 403|not permitted|denied to/i,
		remedy: `The token may not push: add "permissions: contents: write" to the workflow job, or ${otherWay}.`
	},
	{
		says: /could not read (Username|Password)|Authentication failed|Invalid username or (password|token)|error: 401/i,
		remedy: 'There are no credentials to push with: give github-token, or let actions/checkout persist its own.'
	},
	{
		says: /Permission denied \(publickey|Host key verification failed/i,
		remedy: 'The SSH key of the checkout may not push: use a deploy key with write access.'
	},
	{
		says: /Repository not found|does not appear to be a git repository|repository .* not found/i,
		remedy: 'The remote repository is not there, or the token may not see it.'
	},
	{ says: /repository is archived|read[- ]only/i, remedy: 'The repository is read-only. Set publish.via to artifact.' },
	{ says: /hook declined/i, remedy: `A hook of the server refuses the push: ${otherWay}.` }
];
const moved = /\[rejected\].*\((fetch first|non-fast-forward|stale info)\)|cannot lock ref|incorrect old value|failed to update ref|reference already exists|is at .* but expected/i;
const refusal_trouble = /Could not resolve host|Connection (reset|refused|timed out)|timed out|early EOF|RPC failed|unexpected disconnect|hung up|error: (429|5\d\d)|Internal Server Error|unable to access|Operation too slow|TLS|SSL/i;
function refusalOf({ stderr, stdout }) {
	const text = `${stderr}\n${stdout}`;
	const known = forbidden.find(({ says }) => says.test(text));
	if (known !== undefined)
		return { kind: 'forbidden', remedy: known.remedy };
	if (moved.test(text))
		return { kind: 'moved' };
	return { kind: refusal_trouble.test(text) ? 'trouble' : 'unknown' };
}
;
async function fetchHead(staging, branch, depth = 1) {
	const ref = `refs/staging/${branch}`;
	const refspec = `+refs/heads/${branch}:${ref}`;
	const options = [
		'--quiet',
		'--no-tags',
		'--no-recurse-submodules',
		'--filter=blob:none',
		`--depth=${depth}`,
		'--force',
		'--update-shallow'
	];
	const result = await staging.tryGit(['fetch', ...options, 'origin', refspec]);
	if (result.code === 0)
		return (await staging.git(['rev-parse', '--verify', ref])).trim();
	if (/couldn't find remote ref/.test(result.stderr))
		return undefined;
	throw unreachable(new GitError(['fetch'], result));
}
async function entriesAt(read, commit, paths) {
	const entries = new Map();
	const asked = paths.length > manyPaths ? foldersOf(paths) : paths;
	const wanted = new Set(paths);
	for (let start = 0; start < asked.length; start += 200) {
		const listed = await read(['ls-tree', '-z', '--full-tree', commit, '--', ...asked.slice(start, start + 200)]);
		for (const line of listed.split('\0')) {
			const match = /^(\d{6}) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line);
			const [, mode, object, path] = match ?? [];
			if (mode !== undefined && object !== undefined && path !== undefined && wanted.has(path))
				entries.set(path, `${mode} ${object}`);
		}
	}
	return entries;
}
const manyPaths = 1000;
function foldersOf(paths) {
	return [...new Set(paths.map(path => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : path)))];
}
function push(staging, refspec, options = []) {
	return staging.tryGit(['push', '--porcelain', '--no-verify', ...options, 'origin', refspec]);
}
function unreachable(error) {
	const refusal = refusalOf(error.result);
	if (refusal.kind === 'trouble') {
		return new build_problems .HR('service-trouble', `the git remote did not answer: ${said(error.result)}`, {
			cause: error,
			remedy: 'Run the workflow again. Nothing is lost: answers stay in S3.'
		});
	}
	const remedy = refusal.kind === 'forbidden' ? refusal.remedy : 'Check the remote and the credentials of the checkout.';
	return new build_problems .HR('cannot-publish', `the git remote cannot be read: ${said(error.result)}`, { cause: error, remedy });
}
;
async function entriesOf(staging, { files }, parent) {
	const input = files.map(file => `${staging.prefix + file.path}\n`).join('');
	const objects = (await staging.git(['hash-object', '-w', '--stdin-paths'], { input })).split('\n');
	return new Map(files.map((file, index) => {
		const path = staging.prefix + file.path;
		return [path, `${modeOf(file, parent.get(path))} ${objects[index] ?? ''}`];
	}));
}
async function buildCommit(staging, content, parent, message, env) {
	const removed = content.removed.map(path => staging.prefix + path);
	const paths = [...content.files.map(file => staging.prefix + file.path), ...removed];
	const before = await entriesAt(staging.git, parent, paths);
	const entries = await entriesOf(staging, content, before);
	const changed = [...entries].filter(([path, entry]) => before.get(path) !== entry);
	const gone = removed.filter(path => before.has(path));
	if (changed.length === 0 && gone.length === 0)
		return { commit: undefined, entries };
	await staging.git(['read-tree', parent]);
	const lines = [
		...gone.map(path => `0 ${'0'.repeat(parent.length)}\t${path}`),
		...changed.map(([path, entry]) => `${entry}\t${path}`)
	];
	await staging.git(['update-index', '--add', '--replace', '-z', '--index-info'], {
		input: lines.map(line => `${line}\0`).join('')
	});
	const tree = (await staging.git(['write-tree', '--missing-ok'])).trim();
	const commit = (await staging.git(['commit-tree', tree, '-p', parent, '-F', '-'], { input: message, env })).trim();
	return { commit, entries };
}
async function authorOf(staging, env) {
	const config = async (key) => {
		const value = await staging.readUser(['config', '--default', '', '--get', key]);
		return value.trim() === '' ? undefined : value.trim();
	};
	const [name, email] = [await config('user.name'), await config('user.email')];
	const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
	const who = name !== undefined && email !== undefined ? { name, email } : bot;
	return {
		GIT_AUTHOR_NAME: env['GIT_AUTHOR_NAME'] ?? who.name,
		GIT_AUTHOR_EMAIL: env['GIT_AUTHOR_EMAIL'] ?? who.email,
		GIT_COMMITTER_NAME: env['GIT_COMMITTER_NAME'] ?? who.name,
		GIT_COMMITTER_EMAIL: env['GIT_COMMITTER_EMAIL'] ?? who.email
	};
}
async function refuseLfs(staging, paths) {
	if (paths.length === 0)
		return;
	const input = paths.map(path => `${staging.prefix + path}\0`).join('');
	const said = await staging.git(['check-attr', '--stdin', '-z', 'filter'], { input });
	const fields = said.split('\0');
	const at = fields.findIndex((value, index) => index % 3 === 2 && value === 'lfs');
	if (at < 0)
		return;
	throw new build_problems .HR('cannot-publish', `${fields[at - 2] ?? ''} is tracked by Git LFS (.gitattributes)`, {
		remedy: 'Exclude it there with "-filter", or set publish.via to artifact.'
	});
}
function modeOf(file, before) {
	const mode = before?.slice(0, 6);
	if (mode === '160000')
		throw new build_problems .HR('cannot-publish', `${file.path} is a submodule`, { remedy: 'Choose another output path.' });
	if (mode === '100644' || mode === '100755')
		return mode;
	return file.executable ? '100755' : '100644';
}
;
const push_failure_otherWay = 'Set publish.via to pull-request, or give github-token a token that may push to this branch (docs/permissions.md).';
async function dryPush(staging, refspec) {
	const result = await push(staging, refspec, ['--dry-run', '--force']);
	if (result.code !== 0)
		throw refused(result, refspec.replace(/^.*:refs\/heads\//, ''));
}
function refused(result, branch) {
	const refusal = refusalOf(result);
	const cause = new GitError(['push'], result);
	if (refusal.kind === 'trouble') {
		const remedy = 'Run the workflow again. Nothing is lost: answers stay in S3, and the next pass publishes them.';
		return new build_problems .HR('service-trouble', `the git remote did not answer the push: ${said(result)}`, { cause, remedy });
	}
	const remedy = refusal.kind === 'forbidden' ? refusal.remedy : push_failure_otherWay;
	return new build_problems .HR('cannot-publish', `the push to ${branch} was refused: ${said(result)}`, { cause, remedy });
}
async function rescued(failure, publication, onRefused) {
	const where = await onRefused?.(publication);
	if (where === undefined)
		return failure;
	return new build_problems .HR(failure.code, failure.message, { cause: failure.cause, remedy: [where, failure.remedy].join(' ') });
}
;
async function openStaging(options) {
	const user = { cwd: options.workspace, env: options.env };
	const { root, prefix } = await workTree(user);
	const userRoot = { ...user, cwd: root };
	const credentials = await findCredentials(userRoot, options);
	const settings = await settingsFor(userRoot, options, credentials.settings);
	const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'bedrock-batch-git-'));
	try {
		const format = (await git(userRoot, ['rev-parse', '--show-object-format'])).trim();
		await git({ cwd: folder, env: options.env }, [
			'init',
			'--quiet',
			'--bare',
			'--template=',
			`--object-format=${format}`,
			folder
		]);
	}
	catch (error) {
		await (0,promises_.rm)(folder, { recursive: true, force: true });
		throw error;
	}
	const place = { cwd: root, env: options.env, settings, secrets: credentials.secrets };
	const redirected = {
		GIT_DIR: folder,
		GIT_WORK_TREE: root,
		GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'staging-index')
	};
	const within = (given = {}) => ({ ...given, env: { ...redirected, ...given.env } });
	return {
		root,
		prefix,
		head: nothing((await tryGit(userRoot, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).stdout),
		headBranch: nothing((await tryGit(userRoot, ['symbolic-ref', '--quiet', '--short', 'HEAD'])).stdout),
		ownCredentials: credentials.own,
		git: (args, given) => git(place, args, within(given)),
		tryGit: (args, given) => tryGit(place, args, within(given)),
		readUser: args => git(userRoot, args),
		[Symbol.asyncDispose]: () => (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 })
	};
}
async function workTree(user) {
	const version = await tryGit(user, ['--version']);
	const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(version.stdout) ?? [];
	if (Number(major) * 1000 + Number(minor) < 2031) {
		throw new build_problems .HR('cannot-publish', `git 2.31 or newer is needed, and this is ${version.stdout.trim()}`, {
			remedy: 'Update git, or set publish.via to artifact.'
		});
	}
	const found = await tryGit(user, ['rev-parse', '--show-toplevel', '--show-prefix']);
	const [root, prefix = ''] = found.stdout.split('\n');
	if (found.code !== 0 || root === undefined || root === '') {
		throw new build_problems .HR('cannot-publish', 'the workspace is not a git working tree', {
			remedy: 'Check the repository out at the root of the workspace with actions/checkout, or set publish.via to artifact.'
		});
	}
	return { root, prefix };
}
async function findCredentials(user, { token, serverUrl }) {
	const persisted = await tryGit(user, ['config', '--get-urlmatch', 'http.extraheader', `${serverUrl}/`]);
	const header = nothing(persisted.stdout);
	if (header !== undefined)
		return { own: true, settings: [], secrets: [header, header.replace(/^.*\s/, '')] };
	if (token === undefined || token === '')
		return { own: true, settings: [], secrets: [] };
	const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
	return {
		own: false,
		settings: [[`http.${serverUrl}/.extraheader`, `AUTHORIZATION: basic ${basic}`]],
		secrets: [token, basic]
	};
}
const carried = /^(http\.|credential\.|url\.|filter\.|core\.(sshcommand|autocrlf|eol|safecrlf|bigfilethreshold)$)/i;
async function settingsFor(user, options, credentials) {
	const listed = await tryGit(user, ['config', '--local', '--includes', '--null', '--list']);
	const local = listed.stdout
		.split('\0')
		.filter(entry => entry !== '')
		.map(entry => {
		const end = entry.indexOf('\n');
		return end < 0 ? [entry, 'true'] : [entry.slice(0, end), entry.slice(end + 1)];
	});
	const url = await remoteUrl(user, options);
	return [...local.filter(([key]) => carried.test(key)), ['remote.origin.url', url], ...credentials];
}
async function remoteUrl(user, { serverUrl, repository }) {
	const remotes = (await tryGit(user, ['remote'])).stdout.split('\n').filter(name => name !== '');
	const remote = remotes.includes('origin') ? 'origin' : remotes[0];
	if (remote !== undefined) {
		const url = nothing((await tryGit(user, ['config', '--get', `remote.${remote}.pushurl`])).stdout) ??
			nothing((await tryGit(user, ['config', '--get', `remote.${remote}.url`])).stdout);
		if (url !== undefined)
			return url;
	}
	if (repository !== undefined)
		return `${serverUrl}/${repository}`;
	throw new build_problems .HR('cannot-publish', 'the repository has no remote to push to', {
		remedy: 'Add a remote, or set publish.via to none.'
	});
}
function nothing(text) {
	const trimmed = text.trim();
	return trimmed === '' ? undefined : trimmed;
}
;
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
	if (value !== null && value !== void 0) {
		if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
		var dispose, inner;
		if (async) {
			if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
			dispose = value[Symbol.asyncDispose];
		}
		if (dispose === void 0) {
			if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
			dispose = value[Symbol.dispose];
			if (async) inner = dispose;
		}
		if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
		if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
		env.stack.push({ value: value, dispose: dispose, async: async });
	}
	else if (async) {
		env.stack.push({ async: true });
	}
	return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
	return function (env) {
		function fail(e) {
			env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
			env.hasError = true;
		}
		var r, s = 0;
		function next() {
			while (r = env.stack.pop()) {
				try {
					if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
					if (r.dispose) {
						var result = r.dispose.call(r.value);
						if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
					}
					else s |= 1;
				}
				catch (e) {
					fail(e);
				}
			}
			if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
			if (env.hasError) throw env.error;
		}
		return next();
	};
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
	var e = new Error(message);
	return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
const mostPushes = 5;
function commitPublisher(options) {
	const ours = new Map();
	return {
		check: () => commit_check(options),
		async publish(publication) {
			const env_1 = { stack: [], error: void 0, hasError: false };
			try {
				const files = await workFiles(options.workspace, publication);
				if (files.length + publication.removed.length === 0)
					return {};
				const staging = __addDisposableResource(env_1, await openStaging(options), true);
				const attempt = new Attempt(options, staging, publication, { files, removed: publication.removed }, ours);
				return await attempt.publish();
			}
			catch (e_1) {
				env_1.error = e_1;
				env_1.hasError = true;
			}
			finally {
				const result_1 = __disposeResources(env_1);
				if (result_1)
					await result_1;
			}
		}
	};
}
async function commit_check(options) {
	const env_2 = { stack: [], error: void 0, hasError: false };
	try {
		checkPaths(options.paths ?? []);
		const staging = __addDisposableResource(env_2, await openStaging(options), true);
		await refuseLfs(staging, options.paths ?? []);
		const branch = targetBranch(options, staging);
		const head = await headOf(staging, branch);
		await dryPush(staging, `${head}:refs/heads/${branch}`);
		const rules = staging.ownCredentials ? undefined : await options.rulesAgainst?.(branch);
		if (rules !== undefined)
			throw new build_problems .HR('cannot-publish', rules, { remedy: push_failure_otherWay });
	}
	catch (e_2) {
		env_2.error = e_2;
		env_2.hasError = true;
	}
	finally {
		const result_2 = __disposeResources(env_2);
		if (result_2)
			await result_2;
	}
}
function targetBranch({ branch, runBranch, ref }, staging) {
	const onBranch = ref === undefined || ref.startsWith('refs/heads/');
	const target = branch ?? runBranch ?? (onBranch ? staging.headBranch : undefined);
	if (target !== undefined)
		return target;
	const here = ref === undefined ? 'HEAD is detached' : `this workflow run is for ${ref}, which is no branch`;
	throw new build_problems .HR('cannot-publish', here, { remedy: 'Run it on a branch, or name one in publish.branch.' });
}
async function headOf(staging, branch) {
	const head = await fetchHead(staging, branch);
	if (head !== undefined)
		return head;
	throw new build_problems .HR('cannot-publish', `the remote has no branch ${branch}`, {
		remedy: 'Create the branch first, or correct publish.branch.'
	});
}
class Attempt {
	options;
	staging;
	publication;
	content;
	ours;
	branch;
	paths;
	sent = new Set();
	constructor(options, staging, publication, content, ours) {
		this.options = options;
		this.staging = staging;
		this.publication = publication;
		this.content = content;
		this.ours = ours;
		this.branch = targetBranch(options, staging);
		this.paths = [...publication.changed, ...publication.removed].map(path => staging.prefix + path);
	}
	async publish() {
		const author = await authorOf(this.staging, this.options.env);
		await refuseLfs(this.staging, this.publication.changed);
		let head = await headOf(this.staging, this.branch);
		const base = await this.baseEntries(head);
		for (let tried = 1;; tried++) {
			const { commit, entries } = await buildCommit(this.staging, this.content, head, this.publication.message, author);
			if (commit === undefined)
				return this.done(entries, this.sent.has(head) ? head : undefined);
			await this.refuseConflict(base, head, entries);
			const refusal = await this.push(commit, tried);
			if (refusal === undefined)
				return this.done(entries, commit);
			this.options.log.info(`The push to ${this.branch} did not go through (${refusal}); trying again on the branch's new head.`);
			await this.options.clock.sleep((0.5 + this.options.clock.random()) * 1000 * 2 ** (tried - 1));
			head = await headOf(this.staging, this.branch);
		}
	}
	async push(commit, tried) {
		const result = await push(this.staging, `${commit}:refs/heads/${this.branch}`);
		if (result.code === 0)
			return undefined;
		const { kind } = refusalOf(result);
		if (kind === 'trouble')
			this.sent.add(commit);
		const again = kind === 'moved' || kind === 'trouble';
		if (again && tried < mostPushes)
			return kind === 'moved' ? 'the branch moved' : said(result);
		if (kind === 'moved')
			throw this.lost(`the branch ${this.branch} moved ${mostPushes} times while the answers were being pushed`);
		throw await rescued(refused(result, this.branch), this.publication, this.options.onRefused);
	}
	async baseEntries(head) {
		const { runBranch } = this.options;
		const isCheckout = this.branch === (this.staging.headBranch ?? runBranch);
		const known = isCheckout && this.staging.head !== undefined
			? await entriesAt(this.staging.readUser, this.staging.head, this.paths)
			: await entriesAt(this.staging.git, head, this.paths);
		return new Map([...known, ...this.ours]);
	}
	async refuseConflict(base, head, wanted) {
		const now = await entriesAt(this.staging.git, head, this.paths);
		const touched = this.paths.filter(path => now.get(path) !== base.get(path) && now.get(path) !== wanted.get(path));
		if (touched.length > 0)
			throw this.lost(`somebody else changed ${touched.slice(0, 5).join(', ')} on ${this.branch} since this pass began`);
	}
	lost(message) {
		const remedy = 'Nothing is lost and nothing is paid again: the answers stay in S3, and the next pass, on a fresh checkout, publishes them.';
		return new build_problems .HR('cannot-publish', message, { remedy });
	}
	done(entries, commitSha) {
		for (const path of this.paths)
			this.ours.set(path, entries.get(path));
		return commitSha === undefined ? {} : { commitSha };
	}
}
;
function noPublisher(paths = []) {
	return {
		async check() {
			checkPaths(paths);
		},
		async publish() {
			return {};
		}
	};
}
;
const mostTitle = 250;
const mostBody = 60_000;
class Pulls {
	rest;
	log;
	names;
	constructor(rest, repository, log) {
		const [owner = '', repo = ''] = repository.split('/');
		this.rest = rest;
		this.log = log;
		this.names = { owner, repo };
	}
	async open(head) {
		return (await this.find(head, 'open'))[0];
	}
	async refusedBefore(head) {
		return (await this.find(head, 'closed'))[0];
	}
	async propose(proposal) {
		const known = await this.open(proposal.head);
		const pull = known === undefined ? await this.create(proposal) : await this.update(known, proposal);
		await this.label(pull.number, proposal.labels);
		return pull;
	}
	async find(head, state) {
		const parameters = {
			...this.names,
			head: `${this.names.owner}:${head}`,
			state,
			sort: 'updated',
			direction: 'desc',
			per_page: 10
		};
		const found = await this.ask('GET /repos/{owner}/{repo}/pulls', parameters);
		const list = Array.isArray(found) ? found.filter(build_json .Gv) : [];
		return list.filter(pull => state === 'open' || (0,build_json.at)(pull, 'merged_at') === undefined).map(readPull);
	}
	async create({ head, base, title, body, draft }) {
		const wanted = { ...this.names, head, base, title: (0,visible .J)(title, mostTitle), body: (0,visible .J)(body, mostBody) };
		try {
			return pullIn(await this.rest.request('POST /repos/{owner}/{repo}/pulls', { ...wanted, draft }));
		}
		catch (error) {
			if (!(error instanceof RestError))
				throw error;
			if (draft && error.status === 422 && /draft/i.test(error.message)) {
				this.log.warning('This repository has no draft pull requests: an ordinary one is opened.');
				return pullIn(await this.ask('POST /repos/{owner}/{repo}/pulls', wanted));
			}
			const known = /already exists/i.test(error.message) ? await this.open(head) : undefined;
			if (known !== undefined)
				return known;
			throw pullFailure(error);
		}
	}
	async update(known, { title, body }) {
		const wanted = { title: (0,visible .J)(title, mostTitle), body: (0,visible .J)(body, mostBody) };
		if (known.title === wanted.title && known.body === wanted.body)
			return known;
		await this.ask('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
			...this.names,
			pull_number: known.number,
			...wanted
		});
		return { ...known, ...wanted };
	}
	async label(number, labels) {
		if (labels.length === 0)
			return;
		try {
			await this.rest.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
				...this.names,
				issue_number: number,
				labels
			});
		}
		catch (error) {
			this.log.warning(`The pull request could not be labelled: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	async ask(route, parameters) {
		try {
			return await this.rest.request(route, parameters);
		}
		catch (error) {
			throw error instanceof RestError ? pullFailure(error) : error;
		}
	}
}
function pullFailure(error) {
	const message = `GitHub answered ${error.status} to the pull request: ${error.message}`;
	if (/not permitted to create or approve pull requests/i.test(error.message)) {
		const remedy = 'Tick "Allow GitHub Actions to create and approve pull requests" in Settings → Actions → General, or give github-token a token of a GitHub App.';
		return new build_problems .HR('cannot-publish', message, { cause: error, remedy });
	}
	if (error.status === 403 || error.status === 404 || error.status === 401) {
		const remedy = 'Add "permissions: pull-requests: write" (and "contents: write") to the workflow job.';
		return new build_problems .HR('cannot-publish', message, { cause: error, remedy });
	}
	if (error.status === 422)
		return new build_problems .HR('cannot-publish', message, {
			cause: error,
			remedy: 'Check publish.base, publish.branch and publish.title.'
		});
	return new build_problems .HR('service-trouble', message, {
		cause: error,
		remedy: 'Run the workflow again. Nothing is lost: answers stay in S3.'
	});
}
function pullIn(body) {
	return readPull((0,build_json .Gv)(body) ? body : {});
}
function readPull(pull) {
	const word = (path) => {
		const found = (0,build_json.at)(pull, path);
		return typeof found === 'string' ? found : '';
	};
	return {
		number: (0,build_json .U9)(pull, 'number') ?? 0,
		url: word('html_url'),
		title: word('title'),
		body: word('body'),
		headSha: word('head.sha')
	};
}
;
var pull_request_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
	if (value !== null && value !== void 0) {
		if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
		var dispose, inner;
		if (async) {
			if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
			dispose = value[Symbol.asyncDispose];
		}
		if (dispose === void 0) {
			if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
			dispose = value[Symbol.dispose];
			if (async) inner = dispose;
		}
		if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
		if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
		env.stack.push({ value: value, dispose: dispose, async: async });
	}
	else if (async) {
		env.stack.push({ async: true });
	}
	return value;
};
var pull_request_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
	return function (env) {
		function fail(e) {
			env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
			env.hasError = true;
		}
		var r, s = 0;
		function next() {
			while (r = env.stack.pop()) {
				try {
					if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
					if (r.dispose) {
						var result = r.dispose.call(r.value);
						if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
					}
					else s |= 1;
				}
				catch (e) {
					fail(e);
				}
			}
			if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
			if (env.hasError) throw env.error;
		}
		return next();
	};
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
	var e = new Error(message);
	return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
const pull_request_mostPushes = 3;
function pullRequestPublisher(options) {
	return {
		check: () => pull_request_check(options),
		async publish(publication) {
			const env_1 = { stack: [], error: void 0, hasError: false };
			try {
				const files = await workFiles(options.workspace, publication);
				if (files.length + publication.removed.length === 0)
					return {};
				const staging = pull_request_addDisposableResource(env_1, await openStaging(options), true);
				await refuseLfs(staging, publication.changed);
				const pushed = await pushBranch(options, staging, publication, files);
				return pushed === undefined ? {} : await propose(options, staging, publication, pushed);
			}
			catch (e_1) {
				env_1.error = e_1;
				env_1.hasError = true;
			}
			finally {
				const result_1 = pull_request_disposeResources(env_1);
				if (result_1)
					await result_1;
			}
		}
	};
}
async function pull_request_check(options) {
	const env_2 = { stack: [], error: void 0, hasError: false };
	try {
		checkPaths(options.paths ?? []);
		restOf(options);
		const staging = pull_request_addDisposableResource(env_2, await openStaging(options), true);
		await refuseLfs(staging, options.paths ?? []);
		const base = await baseHead(options, staging);
		await dryPush(staging, `${base}:refs/heads/${branchOf(options)}`);
	}
	catch (e_2) {
		env_2.error = e_2;
		env_2.hasError = true;
	}
	finally {
		const result_2 = pull_request_disposeResources(env_2);
		if (result_2)
			await result_2;
	}
}
async function pushBranch(options, staging, publication, files) {
	const author = await authorOf(staging, options.env);
	const branch = branchOf(options);
	const message = `${publication.message.trimEnd()}\n\n${trailer(options.specName)}\n`;
	for (let tried = 1;; tried++) {
		const base = await baseHead(options, staging);
		const built = await buildCommit(staging, { files, removed: publication.removed }, base, message, author);
		if (built.commit === undefined)
			return undefined;
		const before = await fetchHead(staging, branch, 2);
		if (before !== undefined) {
			if (await holds(staging, before, built, publication))
				return { commit: before, isNew: false };
			await refuseForeign(options, staging, before, publication);
		}
		const lease = `--force-with-lease=refs/heads/${branch}:${before ?? ''}`;
		const result = await push(staging, `${built.commit}:refs/heads/${branch}`, [lease]);
		if (result.code === 0)
			return { commit: built.commit, isNew: true };
		const { kind } = refusalOf(result);
		const again = (kind === 'moved' || kind === 'trouble') && tried < pull_request_mostPushes;
		if (!again)
			throw await rescued(refused(result, branch), publication, options.onRefused);
		options.log.info(`The push to ${branch} did not go through (${said(result)}); trying again.`);
		await options.clock.sleep((0.5 + options.clock.random()) * 1000 * 2 ** (tried - 1));
	}
}
async function propose(options, staging, publication, { commit, isNew }) {
	const pulls = new Pulls(restOf(options), repositoryOf(options), options.log);
	const head = branchOf(options);
	if (!isNew && (await pulls.open(head)) === undefined) {
		const refusedBefore = await pulls.refusedBefore(head);
		if (refusedBefore?.headSha === commit) {
			options.log.info(`Pull request #${refusedBefore.number} proposed exactly these files and was closed: it is not opened again.`);
			return { commitSha: commit, pullRequest: { number: refusedBefore.number, url: refusedBefore.url } };
		}
	}
	const { title, body } = publication;
	const { labels, draft } = options;
	const pull = await pulls.propose({ head, base: baseBranch(options, staging), title, body, labels, draft });
	return { commitSha: commit, pullRequest: { number: pull.number, url: pull.url } };
}
function trailer(specName) {
	return `Bedrock-Batch-Spec: ${specName}`;
}
async function holds(staging, commit, { entries }, { removed }) {
	const gone = removed.map(path => staging.prefix + path);
	const there = await entriesAt(staging.git, commit, [...entries.keys(), ...gone]);
	return [...entries].every(([path, entry]) => there.get(path) === entry) && gone.every(path => !there.has(path));
}
async function refuseForeign(options, staging, head, publication) {
	const ours = async (commit) => (await staging.git(['log', '-1', '--format=%B', commit])).split('\n').includes(trailer(options.specName));
	if (await ours(head))
		return;
	const parents = (await staging.git(['log', '-1', '--format=%P', head])).trim().split(' ');
	const [first] = parents;
	if (parents.length > 1 && first !== undefined && (await ours(first))) {
		const paths = [...publication.changed, ...publication.removed].map(path => staging.prefix + path);
		const [merged, before] = [await entriesAt(staging.git, head, paths), await entriesAt(staging.git, first, paths)];
		if (paths.every(path => merged.get(path) === before.get(path)))
			return;
	}
	throw new build_problems .HR('cannot-publish', `the branch ${branchOf(options)} has commits that this action did not make`, {
		remedy: 'Merge or close its pull request and delete the branch. Nothing is lost: answers stay in S3, and the next pass publishes them.'
	});
}
async function baseHead(options, staging) {
	const base = baseBranch(options, staging);
	const head = await fetchHead(staging, base);
	if (head !== undefined)
		return head;
	throw new build_problems .HR('cannot-publish', `the remote has no branch ${base}`, { remedy: 'Correct publish.base.' });
}
function baseBranch({ base, runBranch, defaultBranch, branch, specName }, staging) {
	const found = base ?? runBranch ?? defaultBranch ?? staging.headBranch;
	if (found === undefined)
		throw new build_problems .HR('cannot-publish', 'there is no branch to propose changes to', {
			remedy: 'Name one in publish.base.'
		});
	if (found !== branchOf({ branch, specName }))
		return found;
	throw new build_problems .HR('cannot-publish', `publish.branch and the base are both ${found}`, {
		remedy: 'Name another branch in publish.branch.'
	});
}
function branchOf({ branch, specName }) {
	return branch ?? `bedrock-batch/${specName}`;
}
function restOf({ rest }) {
	if (rest !== undefined)
		return rest;
	throw new build_problems .HR('cannot-publish', 'a pull request needs a token', {
		remedy: 'Leave github-token at its default, or give one.'
	});
}
function repositoryOf({ repository }) {
	if (repository !== undefined)
		return repository;
	throw new build_problems .HR('cannot-publish', 'the name of the repository is not known (GITHUB_REPOSITORY)', {
		remedy: 'Run it in a workflow, or set publish.via to none.'
	});
}
;
function createPublisher(options) {
	const { specName, publish, workspace, env, context, token, paths = [], clock, log } = options;
	const place = {
		workspace,
		env,
		token,
		serverUrl: context.serverUrl,
		repository: context.repository,
		paths,
		clock,
		log
	};
	const rest = restFor(options);
	const branches = {
		branch: publish.branch,
		runBranch: context.branch,
		ref: context.ref,
		defaultBranch: context.defaultBranch
	};
	const onRefused = (publication) => bringToSafety(options, publication);
	switch (publish.via) {
		case 'none':
			return noPublisher(paths);
		case 'artifact':
			return artifactPublisher(artifactOptions(options));
		case 'commit':
			return commitPublisher({ ...place, ...branches, onRefused, rulesAgainst: rules(rest, context.repository) });
		case 'pull-request':
			return pullRequestPublisher({
				...place,
				...branches,
				specName,
				base: publish.base,
				labels: publish.labels,
				draft: publish.draft,
				rest,
				onRefused
			});
	}
}
function restFor({ token, context, clock }) {
	return token === undefined || token === '' ? undefined : connectRest({ token, apiUrl: context.apiUrl, clock });
}
function rules(rest, repository) {
	if (rest === undefined || repository === undefined)
		return undefined;
	return branch => rulesAgainst(rest, repository, branch);
}
function artifactOptions({ specName, workspace, env, paths, retentionDays, clock, log, connectArtifacts }) {
	return { specName, workspace, env, paths: paths ?? [], retentionDays, clock, log, connect: connectArtifacts };
}
async function bringToSafety(options, publication) {
	try {
		const { artifact } = await artifactPublisher(artifactOptions(options)).publish(publication);
		return artifact === undefined ? undefined : `The files are in the artifact ${artifact.name} of this workflow run.`;
	}
	catch (error) {
		options.log.warning(`The files could not be uploaded as an artifact either: ${error instanceof Error ? error.message : String(error)}`);
		return undefined;
	}
}
var dist = __webpack_require__(38815);
;
const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const dayMs = 86_400_000;
const mostDays = 366 * 8 + 1;
function nextTime(line, nowMs) {
	const cron = parse(line);
	if (cron === undefined)
		return undefined;
	const after = Math.floor(nowMs / 60_000) * 60_000;
	const firstDay = Math.floor(after / dayMs) * dayMs;
	const times = timesOfDay(cron);
	for (let day = 0; day < mostDays; day++) {
		const midnight = firstDay + day * dayMs;
		if (!fits(cron, new Date(midnight)))
			continue;
		const found = times.find(time => midnight + time > after);
		if (found !== undefined)
			return midnight + found;
	}
	return undefined;
}
function timesOfDay(cron) {
	const ascending = (set) => [...set].sort((a, b) => a - b);
	return ascending(cron.hours).flatMap(hour => ascending(cron.minutes).map(minute => (hour * 60 + minute) * 60_000));
}
function fits(cron, day) {
	if (!cron.months.has(day.getUTCMonth() + 1))
		return false;
	const byDay = cron.days.has(day.getUTCDate());
	const byWeekday = cron.weekdays.has(day.getUTCDay());
	return cron.eitherDay ? byDay || byWeekday : byDay && byWeekday;
}
function parse(line) {
	const [minute, hour, day, month, weekday, ...more] = line.trim().split(/\s+/);
	if (minute === undefined ||
		hour === undefined ||
		day === undefined ||
		month === undefined ||
		weekday === undefined ||
		more.length > 0)
		return undefined;
	const minutes = field(minute, 0, 59);
	const hours = field(hour, 0, 23);
	const days = field(day, 1, 31);
	const months = field(month, 1, 12, monthNames);
	const weekdays = field(weekday, 0, 6, weekdayNames);
	if (!minutes || !hours || !days || !months || !weekdays)
		return undefined;
	return { minutes, hours, days, months, weekdays, eitherDay: !day.startsWith('*') && !weekday.startsWith('*') };
}
function field(text, low, high, names = []) {
	const values = new Set();
	for (const item of text.split(',')) {
		const match = /^(?:\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item);
		if (match === null)
			return undefined;
		const [, from, to, step] = match;
		const first = from === undefined ? low : number(from, low, names);
		const last = to !== undefined ? number(to, low, names) : from === undefined || step !== undefined ? high : first;
		const by = step === undefined ? 1 : Number(step);
		if (!(first >= low && last <= high && first <= last && by >= 1))
			return undefined;
		for (let value = first; value <= last; value += by)
			values.add(value);
	}
	return values;
}
function number(text, low, names) {
	const named = names.indexOf(text.toUpperCase());
	if (named >= 0)
		return named + low;
	return /^\d+$/.test(text) ? Number(text) : NaN;
}
;
function whoCollects({ workflow, now, onGithub, branch, defaultBranch }) {
	if (!onGithub)
		return 'run the action again to collect them';
	if (workflow === undefined)
		return 'the next run of this workflow collects them, if it has a schedule or somebody starts it';
	const schedules = schedulesOf(workflow);
	if (schedules.length === 0) {
		return "nothing will collect this: add a schedule to the workflow (on: schedule: [{cron: '17 * * * *'}]) or start it again by hand";
	}
	const elsewhere = branch !== undefined && defaultBranch !== undefined && branch !== defaultBranch;
	if (elsewhere) {
		return `nothing will collect this on the branch ${branch}: schedules run on ${defaultBranch} only; start the workflow on ${branch} again by hand`;
	}
	return soonest(schedules, now);
}
function soonest(schedules, now) {
	const known = schedules
		.map(schedule => ({ schedule, wait: wait(schedule, now) }))
		.sort((a, b) => (a.wait ?? Infinity) - (b.wait ?? Infinity));
	const first = known[0];
	if (first === undefined)
		return '';
	const { cron, timezone } = first.schedule;
	const sentence = `the schedule \`${(0,visible .J)((0,visible .R)(cron), 60)}\` of this workflow collects them`;
	if (first.wait === undefined)
		return sentence;
	return `${sentence} (next at ${clockFace(wallTime(now, timezone ?? 'UTC') + first.wait, wallTime(now, timezone ?? 'UTC'))} ${timezone ?? 'UTC'})`;
}
function wait({ cron, timezone }, now) {
	try {
		const wall = wallTime(now, timezone ?? 'UTC');
		const next = nextTime(cron, wall);
		return next === undefined ? undefined : next - wall;
	}
	catch {
		return undefined;
	}
}
function wallTime(now, timeZone) {
	if (timeZone === 'UTC')
		return now;
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric'
	})
		.formatToParts(now)
		.reduce((all, { type, value }) => ({ ...all, [type]: Number(value) }), {});
	return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'], parts['hour'], parts['minute']);
}
function clockFace(then, now) {
	const iso = new Date(then).toISOString();
	const sameDay = iso.slice(0, 10) === new Date(now).toISOString().slice(0, 10);
	return sameDay ? iso.slice(11, 16) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
function schedulesOf(workflow) {
	if (workflow.length > 1_000_000)
		return [];
	try {
		const read = (0,dist.parseDocument)(workflow, { logLevel: 'silent' }).toJS({ maxAliasCount: 100 });
		const on = (0,build_json .Gv)(read) ? read['on'] : undefined;
		const list = (0,build_json .Gv)(on) ? on['schedule'] : undefined;
		if (!Array.isArray(list))
			return [];
		return list.flatMap((item) => {
			if (!(0,build_json .Gv)(item) || typeof item['cron'] !== 'string')
				return [];
			return [{ cron: item['cron'], timezone: typeof item['timezone'] === 'string' ? item['timezone'] : undefined }];
		});
	}
	catch {
		return [];
	}
}
var external_node_fs_ = __webpack_require__(73024);
var external_node_timers_promises_ = __webpack_require__(58500);
;
const blockBytes = 1 << 18;
const piecesInUse = 16;
const piecesATurn = 4;
function openScratch(parent) {
	const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'bedrock-batch-'));
	const files = [];
	return {
		create(name) {
			const file = new DiskFile((0,external_node_path_.join)(folder, `${files.length}-${name.replace(/[^\w.-]/g, '_').slice(-60)}`));
			files.push(file);
			return file;
		},
		freeBytes() {
			const facts = (0,external_node_fs_.statfsSync)(folder);
			return facts.bavail * facts.bsize;
		},
		async [Symbol.asyncDispose]() {
			for (const file of files)
				file.discard();
			(0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
		}
	};
}
class DiskFile {
	descriptor;
	pending = Buffer.alloc(0);
	pendingBytes = 0;
	written = 0;
	path;
	open = true;
	constructor(path) {
		this.path = path;
		this.descriptor = (0,external_node_fs_.openSync)(path, 'wx+', 0o600);
	}
	get bytes() {
		return this.written + this.pendingBytes;
	}
	append(text) {
		const offset = this.bytes;
		if (this.pending.length === 0)
			this.pending = Buffer.allocUnsafe(blockBytes);
		if (text.length * 3 > blockBytes - this.pendingBytes)
			this.flush();
		if (text.length * 3 > blockBytes)
			this.write(Buffer.from(text));
		else
			this.pendingBytes += this.pending.write(text, this.pendingBytes);
		return offset;
	}
	readText(offset, length) {
		if (offset + length > this.written)
			this.flush();
		const bytes = Buffer.allocUnsafe(length);
		this.readInto(bytes, offset);
		return bytes.toString('utf8');
	}
	async *stream(ranges = [{ offset: 0, length: this.bytes }]) {
		this.flush();
		const blocks = new Blocks(Math.min(blockBytes, this.written));
		let block = blocks.next();
		let filled = 0;
		let pieces = 0;
		for (const range of joined(ranges)) {
			for (let done = 0; done < range.length;) {
				if (filled === block.length) {
					yield block;
					if (++pieces % piecesATurn === 0)
						await (0,external_node_timers_promises_.setImmediate)();
					block = blocks.next();
					filled = 0;
				}
				const length = Math.min(block.length - filled, range.length - done);
				this.readInto(block.subarray(filled, filled + length), range.offset + done);
				filled += length;
				done += length;
			}
		}
		if (filled > 0)
			yield block.subarray(0, filled);
	}
	appendBytes(bytes) {
		this.flush();
		this.write(bytes);
	}
	discard() {
		if (!this.open)
			return;
		this.open = false;
		this.pending = Buffer.alloc(0);
		(0,external_node_fs_.closeSync)(this.descriptor);
		(0,external_node_fs_.rmSync)(this.path, { force: true });
	}
	readInto(bytes, offset) {
		let done = 0;
		while (done < bytes.length) {
			const got = (0,external_node_fs_.readSync)(this.descriptor, bytes, done, bytes.length - done, offset + done);
			if (got === 0)
				throw new RangeError('read past the end of a temporary file');
			done += got;
		}
	}
	flush() {
		this.write(this.pending.subarray(0, this.pendingBytes));
		this.pendingBytes = 0;
	}
	write(bytes) {
		try {
			for (let done = 0; done < bytes.length;)
				done += (0,external_node_fs_.writeSync)(this.descriptor, bytes, done, bytes.length - done);
		}
		catch (error) {
			if (error.code !== 'ENOSPC')
				throw error;
			throw new build_problems .HR('no-disk', 'the disk is full', {
				cause: error,
				remedy: 'Free some space on the runner, or use a larger one.'
			});
		}
		this.written += bytes.length;
	}
}
class Blocks {
	blocks = [];
	turn = 0;
	size;
	constructor(size) {
		this.size = size;
	}
	next() {
		const turn = this.turn++ % piecesInUse;
		return (this.blocks[turn] ??= Buffer.allocUnsafe(this.size));
	}
}
function* joined(ranges) {
	let open;
	for (const range of ranges) {
		if (open && open.offset + open.length === range.offset) {
			open.length += range.length;
			continue;
		}
		if (open)
			yield open;
		open = { ...range };
	}
	if (open)
		yield open;
}
;
const wildcard = /[*?[\]{}]/;
async function openWorkspace(folder) {
	const root = await (0,promises_.realpath)(folder);
	return {
		stat: path => statInside(root, path),
		read: path => readInside(root, path),
		slice: (path, from, to) => sliceInside(root, path, from, to),
		readText: (path, maxBytes) => readTextInside(root, path, maxBytes),
		glob: pattern => globInside(root, pattern),
		write: (path, content) => writeInside(root, path, content),
		remove: path => removeInside(root, path),
		checkWritable: path => checkPlace(root, path)
	};
}
function refuse(path, message, hint) {
	throw new build_problems .tZ([(0,build_problems .CC)('error', message, { file: path }, hint)]);
}
function workspace_spelled(root, path) {
	if (path === '' || path.includes('\0'))
		refuse(path.replaceAll('\0', '\\0'), 'this is not a file path');
	const absolute = (0,external_node_path_.resolve)(root, path);
	if ((0,external_node_path_.isAbsolute)(path) || (absolute !== root && !absolute.startsWith(root + external_node_path_.sep))) {
		refuse(path, `${path} lies outside the workspace`, 'Paths are relative to the root of the repository.');
	}
	return absolute;
}
async function located(root, path) {
	const absolute = workspace_spelled(root, path);
	const real = await (0,promises_.realpath)(absolute).catch(absent);
	if (real === undefined)
		return undefined;
	if (!real.startsWith(root + external_node_path_.sep))
		refuse(path, `${path} is a link that leads out of the workspace`);
	const facts = await (0,promises_.stat)(real);
	if (facts.isDirectory())
		refuse(path, `${path} is a folder, not a file`, `To read the files in it, write ${path.replace(/\/+$/, '')}/*`);
	if (!facts.isFile())
		refuse(path, `${path} is not a regular file`);
	return real;
}
async function statInside(root, path) {
	const real = await located(root, path);
	return real === undefined ? undefined : { bytes: (await (0,promises_.stat)(real)).size };
}
async function* readInside(root, path) {
	const real = await located(root, path);
	if (real === undefined)
		refuse(path, `there is no file ${path}`);
	yield* piecesOf(real, (await (0,promises_.stat)(real)).size);
}
function piecesOf(file, bytes) {
	return (0,external_node_fs_.createReadStream)(file, { highWaterMark: Math.min(1 << 18, bytes + 1) });
}
async function sliceInside(root, path, from, to) {
	const real = await located(root, path);
	if (real === undefined)
		refuse(path, `there is no file ${path}`);
	const file = await (0,promises_.open)(real, 'r');
	try {
		const bytes = Buffer.alloc(Math.max(0, Math.min(to, (await file.stat()).size) - from));
		const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
		return bytes.subarray(0, bytesRead);
	}
	finally {
		await file.close();
	}
}
async function readTextInside(root, path, maxBytes) {
	const real = await located(root, path);
	if (real === undefined)
		return undefined;
	const { size } = await (0,promises_.stat)(real);
	if (size > maxBytes)
		refuse(path, `${path} has ${size} bytes; at most ${maxBytes} are read`);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(await (0,promises_.readFile)(real));
	}
	catch {
		return refuse(path, `${path} is not UTF-8`, 'Save the file as UTF-8.');
	}
}
async function globInside(root, pattern) {
	if (!wildcard.test(pattern))
		return [pattern];
	if ((0,external_node_path_.isAbsolute)(pattern) || pattern.split('/').includes('..')) {
		refuse(pattern, `the pattern ${pattern} leads outside the workspace`, 'Patterns are relative to the root of the repository.');
	}
	const found = [];
	for await (const entry of (0,promises_.glob)(pattern, { cwd: root, withFileTypes: true, exclude: workspace_hidden })) {
		if (!entry.isDirectory())
			found.push((0,external_node_path_.relative)(root, (0,external_node_path_.join)(entry.parentPath, entry.name)).split(external_node_path_.sep).join('/'));
	}
	return found.sort();
}
function workspace_hidden(entry) {
	return entry.name === '.git' || entry.name === 'node_modules';
}
async function writeInside(root, path, content) {
	const target = await placeFor(root, path);
	const draft = `${target}.${process.pid}.tmp`;
	try {
		const { bytes, sha256 } = await writeDraft(draft, content);
		const changed = (await sha256Of(target)) !== sha256;
		if (changed)
			await (0,promises_.rename)(draft, target);
		return { bytes, sha256, changed };
	}
	finally {
		await (0,promises_.rm)(draft, { force: true });
	}
}
async function checkPlace(root, path) {
	const target = workspace_spelled(root, path);
	const steps = (0,external_node_path_.relative)(root, (0,external_node_path_.dirname)(target))
		.split(external_node_path_.sep)
		.filter(step => step !== '');
	let here = root;
	for (const step of steps) {
		here = (0,external_node_path_.join)(here, step);
		if ((await (0,promises_.lstat)(here).catch(absent)) === undefined)
			return;
		await checkFolder(root, here, path);
	}
	await checkTarget(target, path);
}
async function placeFor(root, path) {
	const target = workspace_spelled(root, path);
	await mkdirInside(root, (0,external_node_path_.dirname)(target), path);
	await checkTarget(target, path);
	return target;
}
async function mkdirInside(root, folder, path) {
	const steps = (0,external_node_path_.relative)(root, folder)
		.split(external_node_path_.sep)
		.filter(step => step !== '');
	let here = root;
	for (const step of steps) {
		here = (0,external_node_path_.join)(here, step);
		if ((await (0,promises_.lstat)(here).catch(absent)) === undefined)
			await (0,promises_.mkdir)(here).catch(there);
		await checkFolder(root, here, path);
	}
}
async function checkFolder(root, folder, path) {
	const real = await (0,promises_.realpath)(folder).catch(absent);
	if (real === undefined)
		refuse(path, `${path} is behind a link that leads nowhere`);
	if (!(await (0,promises_.stat)(real)).isDirectory())
		refuse(path, `${path} cannot be written: ${(0,external_node_path_.relative)(root, folder)} is a file`);
	if (!real.startsWith(root + external_node_path_.sep))
		refuse(path, `${path} is behind a link that leads out of the workspace`);
}
async function checkTarget(target, path) {
	const facts = await (0,promises_.lstat)(target).catch(absent);
	if (facts !== undefined && !facts.isFile())
		refuse(path, `${path} is there and is not a regular file`);
}
async function writeDraft(draft, content) {
	const digest = (0,external_node_crypto_.createHash)('sha256');
	let bytes = 0;
	const file = await (0,promises_.open)(draft, 'w');
	try {
		for await (const some of content) {
			const piece = typeof some === 'string' ? Buffer.from(some) : some;
			digest.update(piece);
			bytes += piece.length;
			await file.appendFile(piece);
		}
	}
	finally {
		await file.close();
	}
	return { bytes, sha256: digest.digest('hex') };
}
async function sha256Of(file) {
	const facts = await (0,promises_.stat)(file).catch(absent);
	if (facts === undefined)
		return undefined;
	const digest = (0,external_node_crypto_.createHash)('sha256');
	for await (const chunk of piecesOf(file, facts.size))
		digest.update(chunk);
	return digest.digest('hex');
}
async function removeInside(root, path) {
	const real = await located(root, path);
	if (real === undefined)
		return false;
	await (0,promises_.rm)(workspace_spelled(root, path));
	return true;
}
function there(error) {
	if (error.code !== 'EEXIST')
		throw error;
}
function absent(error) {
	const code = error.code;
	if (code === 'ENOENT' || code === 'ENOTDIR')
		return undefined;
	throw error;
}
;
class Empty {
}
Object.setPrototypeOf(Empty.prototype, null);
Reflect.deleteProperty(Empty.prototype, 'constructor');
const wide = 1000;
function empty(members) {
	return members > wide ? Object.create(null) : new Empty();
}
function fieldsOfCells(names, cells) {
	const fields = empty(names.length);
	for (let index = 0; index < names.length; index++)
		fields[names[index]] = cells[index];
	return fields;
}
function fieldsOfObject(object) {
	const names = Object.keys(object);
	const fields = empty(names.length);
	for (const name of names)
		fields[name] = object[name];
	return fields;
}
;
function countLines(text, from = 0, to = text.length) {
	let lines = 0;
	for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
		lines++;
	return lines;
}
function columnAt(text, offset) {
	return offset === 0 ? 1 : offset - text.lastIndexOf('\n', offset - 1);
}
;
function jsonFault(error, text, line) {
	const told = error instanceof Error ? error.message : '';
	if (/nested more than/.test(told))
		return { message: told, line };
	if (/Unexpected end|Unterminated/.test(told))
		return { message: 'it breaks off', line: line + countLines(text) };
	const position = Number(/at position (\d+)/.exec(told)?.[1] ?? NaN);
	if (position >= text.trimEnd().length)
		return { message: 'it breaks off', line: line + countLines(text) };
	const message = Number.isNaN(position) ? 'it has a mistake' : `unexpected ${named(text, position)}`;
	if (Number.isNaN(position))
		return { message, line };
	return { message, line: line + countLines(text, 0, position), column: columnAt(text, position) };
}
function named(text, position) {
	const code = text.codePointAt(position);
	if (code === undefined)
		return 'end';
	return code < 32 ? `control character ${code}` : JSON.stringify(String.fromCodePoint(code));
}
function kindOf(value) {
	if (value === null)
		return 'null';
	if (Array.isArray(value))
		return 'an array';
	if (typeof value === 'object')
		return 'an object';
	return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
;
class Backlog {
	rest = '';
	waiting = [];
	length = 0;
	most;
	constructor(most) {
		this.most = most;
	}
	join(text) {
		this.waiting.push(text);
		this.length += text.length;
		if (this.length < this.rest.length && this.rest.length + this.length <= this.most)
			return undefined;
		return this.take();
	}
	take() {
		const whole = this.rest === '' && this.waiting.length === 1 ? (this.waiting[0] ?? '') : this.rest + this.waiting.join('');
		this.rest = '';
		this.waiting = [];
		this.length = 0;
		return whole;
	}
	keep(rest) {
		this.rest = rest;
	}
}
;
const maxDepth = 200;
function exactJson(text) {
	const value = (/\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text));
	if (text.length > 2 * maxDepth && depth(value, maxDepth) < 0) {
		throw new SyntaxError(`nested more than ${maxDepth} levels deep`);
	}
	return value;
}
function keepDigits(_key, value, context) {
	if (typeof value !== 'number' || Number.isSafeInteger(value))
		return value;
	return context?.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value;
}
function depth(value, left) {
	if (left < 0 || value === null || typeof value !== 'object')
		return left;
	let least = left;
	for (const member of Object.values(value)) {
		if (member === null || typeof member !== 'object')
			continue;
		least = Math.min(least, depth(member, left - 1));
		if (least < 0)
			return least;
	}
	return least;
}
;
function reader_nothing() {
	return { fields: [], lines: [] };
}
function tooLong(text, maxBytes) {
	if (text.length > maxBytes)
		return true;
	return text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes;
}
function mebibytes(bytes) {
	return bytes >= 1 << 20 ? `${Math.round((bytes / (1 << 20)) * 10) / 10} MiB` : `${bytes} bytes`;
}
;
class JsonlReader {
	columns = undefined;
	broken = false;
	line = 1;
	backlog;
	seen = false;
	options;
	constructor(options) {
		this.options = options;
		this.backlog = new Backlog(options.maxRowBytes);
	}
	push(text) {
		const found = reader_nothing();
		const whole = this.backlog.join(text);
		if (whole !== undefined)
			this.backlog.keep(this.lines(whole, found));
		return found;
	}
	end() {
		const found = reader_nothing();
		const last = this.broken ? '' : this.lines(this.backlog.take(), found);
		if (!this.broken)
			this.one(last, found);
		return found;
	}
	lines(text, found) {
		let start = 0;
		for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
			this.one(text.slice(start, end), found);
			if (this.broken)
				return '';
			start = end + 1;
			this.line++;
		}
		const rest = text.slice(start);
		if (tooLong(rest, this.options.maxRowBytes))
			this.tooLong();
		return rest;
	}
	one(line, found) {
		if (tooLong(line, this.options.maxRowBytes)) {
			this.tooLong();
			return;
		}
		if (line.trim() === '')
			return;
		const place = { file: this.options.file, line: this.line };
		let value;
		try {
			value = exactJson(line);
		}
		catch (error) {
			const { message, column } = jsonFault(error, line, this.line);
			this.options.problems.error(`the line is not JSON: ${message}`, { ...place, ...(column && { column }) });
			return;
		}
		if (!(0,build_json .Gv)(value)) {
			const hint = 'for one array that holds all rows use the format json';
			this.options.problems.error(`the line must be a JSON object, not ${kindOf(value)}`, place, hint);
			return;
		}
		if (!this.seen)
			this.hint(value);
		this.seen = true;
		this.row(value, this.line, found);
	}
	row(value, line, found) {
		found.fields.push(fieldsOfObject(value));
		found.lines.push(line);
	}
	hint(value) {
		const format = questionFormatOf(value);
		if (format === undefined)
			return;
		const { file, problems } = this.options;
		const place = { file, line: this.line };
		const message = `the lines look like ${format === 'openai-batch' ? 'an OpenAI batch file' : 'Bedrock’s own records'}`;
		problems.warning(message, place, `to send them as the questions they are, set dataset.format to ${format}`);
	}
	tooLong() {
		this.broken = true;
		const message = `the line is longer than ${mebibytes(this.options.maxRowBytes)}`;
		this.options.problems.error(message, { file: this.options.file, line: this.line }, 'one row, one line');
	}
}
function questionFormatOf(value) {
	const has = (...names) => names.every(name => Object.hasOwn(value, name));
	if (has('custom_id', 'url', 'body'))
		return 'openai-batch';
	return has('recordId', 'modelInput') ? 'bedrock-records' : undefined;
}
;
class BedrockRecordsReader extends JsonlReader {
	brought = [];
	push(text) {
		return this.with(super.push(text));
	}
	end() {
		return this.with(super.end());
	}
	row(value, line, found) {
		const { file, problems } = this.options;
		const { modelInput } = value;
		if (Object.hasOwn(value, 'modelOutput')) {
			const hint = 'it is made of the input file, `.jsonl`, without `.out`';
			problems.error('the record has a modelOutput: this is what Bedrock answered, not what it is asked', { file, line }, hint);
			return;
		}
		if (modelInput === undefined || !(0,build_json .Gv)(modelInput)) {
			const kind = modelInput === undefined ? 'is missing' : `must be an object, not ${kindOf(modelInput)}`;
			problems.error(`modelInput ${kind}`, { file, line }, 'a line is {"recordId": "…", "modelInput": {…}}');
			return;
		}
		found.fields.push(fieldsOfObject(value));
		found.lines.push(line);
		this.brought.push({ request: { kind: 'verbatim', modelInput } });
	}
	hint() {
	}
	with(found) {
		const { brought } = this;
		this.brought = [];
		return found.fields.length === 0 ? reader_nothing() : { ...found, brought };
	}
}
;
const cell_nothing = { value: null };
const readings = {
	text: cell => ({ value: cell }),
	number: cell_readNumber,
	boolean: readBoolean,
	json: readJson
};
function readCell(cell, type) {
	return readings[type](cell);
}
function cell_readNumber(cell) {
	const text = cell.trim();
	if (text === '')
		return cell_nothing;
	if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) {
		return { expected: 'a number', hint: 'write it like 1299.5, without thousands separators or currency' };
	}
	const value = Number(text);
	if (Number.isFinite(value) && (Number.isSafeInteger(value) || !/^[+-]?\d+$/.test(text))) {
		return { value: value === 0 ? 0 : value };
	}
	return { expected: 'a number that can be kept exactly', hint: 'keep the column as text' };
}
function readBoolean(cell) {
	const text = cell.trim().toLowerCase();
	if (text === '')
		return cell_nothing;
	if (text === 'true' || text === 'false')
		return { value: text === 'true' };
	return { expected: 'true or false', hint: 'write true or false' };
}
function readJson(cell) {
	if (cell.trim() === '')
		return cell_nothing;
	try {
		return { value: exactJson(cell) };
	}
	catch {
		return { expected: 'JSON', hint: 'text needs quotes in JSON: "red"' };
	}
}
;
const csv_records_quote = '"';
const quoteCode = 34;
const newlineCode = 10;
const returnCode = 13;
const openEnded = -1;
class CsvRecords {
	broken = false;
	line = 1;
	backlog;
	delimiter;
	maxRowBytes;
	events;
	constructor(delimiter, maxRowBytes, events) {
		this.delimiter = delimiter;
		this.maxRowBytes = maxRowBytes;
		this.backlog = new Backlog(maxRowBytes);
		this.events = events;
	}
	push(text) {
		const whole = this.broken ? undefined : this.backlog.join(text);
		if (whole !== undefined)
			this.read(whole, false);
	}
	end() {
		if (!this.broken)
			this.read(this.backlog.take(), true);
	}
	read(text, last) {
		let position = 0;
		let nextQuote = text.indexOf(csv_records_quote);
		while (position < text.length && !this.broken) {
			if (nextQuote !== -1 && nextQuote < position)
				nextQuote = text.indexOf(csv_records_quote, position);
			const newline = text.indexOf('\n', position);
			const plain = nextQuote === -1 || (newline !== -1 && nextQuote > newline);
			if (plain && newline === -1 && !last)
				break;
			const next = plain ? this.plainRecord(text, position, newline) : this.quotedRecord(text, position, last);
			if (next === openEnded)
				break;
			position = next;
		}
		const rest = text.slice(position);
		this.backlog.keep(rest);
		if (!this.broken && tooLong(rest, this.maxRowBytes))
			this.tooLong();
	}
	plainRecord(text, start, newline) {
		const stop = newline === -1 ? text.length : newline;
		const end = stop > start && text.charCodeAt(stop - 1) === returnCode ? stop - 1 : stop;
		if (end > start)
			this.events.record(text.slice(start, end).split(this.delimiter), this.line);
		this.line++;
		return stop + 1;
	}
	quotedRecord(text, start, last) {
		const cells = [];
		let position = start;
		for (;;) {
			const quoted = text.charCodeAt(position) === quoteCode;
			const cell = quoted ? this.quotedCell(text, start, position, last) : this.plainCell(text, start, position, last);
			if (typeof cell === 'number')
				return cell;
			cells.push(cell.text);
			position = cell.end;
			if (position === text.length && !last)
				return openEnded;
			if (text.charCodeAt(position) !== this.delimiter.charCodeAt(0))
				break;
			position++;
			if (position === text.length && !last)
				return openEnded;
		}
		this.events.record(cells, this.line);
		const end = text.charCodeAt(position) === returnCode ? position + 2 : position + 1;
		this.line += countLines(text, start, end);
		return end;
	}
	quotedCell(text, start, opening, last) {
		let value = '';
		let from = opening + 1;
		for (;;) {
			const closing = text.indexOf(csv_records_quote, from);
			if (closing === -1)
				return last ? this.unclosed(text, start, opening) : openEnded;
			if (closing + 1 === text.length && !last)
				return openEnded;
			value += text.slice(from, closing);
			if (text.charCodeAt(closing + 1) !== quoteCode)
				return this.afterQuote(text, start, closing + 1, value, last);
			value += csv_records_quote;
			from = closing + 2;
		}
	}
	afterQuote(text, start, position, value, last) {
		const code = text.charCodeAt(position);
		if (position === text.length || code === this.delimiter.charCodeAt(0) || code === newlineCode) {
			return { text: value, end: position };
		}
		if (code === returnCode) {
			if (position + 1 === text.length && !last)
				return openEnded;
			if (position + 1 === text.length || text.charCodeAt(position + 1) === newlineCode) {
				return { text: value, end: position };
			}
		}
		const message = 'text follows the closing quote of a cell';
		return this.stop(text, start, position, message, 'double the quotes inside a quoted cell: "5"" pipe"');
	}
	plainCell(text, start, position, last) {
		const newline = text.indexOf('\n', position);
		const delimiter = text.indexOf(this.delimiter, position);
		if (newline === -1 && !last)
			return openEnded;
		const lineEnd = newline === -1 ? text.length : newline;
		const isLast = delimiter === -1 || delimiter > lineEnd;
		const stop = isLast ? lineEnd : delimiter;
		const end = isLast && stop > position && text.charCodeAt(stop - 1) === returnCode ? stop - 1 : stop;
		const value = text.slice(position, end);
		const inner = value.indexOf(csv_records_quote);
		if (inner === -1)
			return { text: value, end };
		const line = this.line + countLines(text, start, position);
		const message = 'a quote stands inside a cell that does not start with one';
		this.events.fault(message, line, columnAt(text, position + inner), 'enclose the whole cell in quotes and double the quotes inside: "5"" pipe"');
		this.line = line + 1;
		return lineEnd + 1;
	}
	unclosed(text, start, opening) {
		return this.stop(text, start, opening, 'this quote is never closed', 'every quoted cell must end with a quote');
	}
	stop(text, start, position, message, hint) {
		this.broken = true;
		this.events.fault(message, this.line + countLines(text, start, position), columnAt(text, position), hint);
		return text.length;
	}
	tooLong() {
		this.broken = true;
		const message = `the row that starts here does not end within ${mebibytes(this.maxRowBytes)}`;
		this.events.fault(message, this.line, undefined, 'is a quote not closed?');
	}
}
;
function nearest_nearest(wanted, names) {
	const plain = nearest_squeeze(wanted);
	const bound = Math.max(1, Math.floor(plain.length / 3));
	let best;
	let least = bound + 1;
	for (const name of names.slice(0, 1000)) {
		const distance = editDistance(plain, nearest_squeeze(name).slice(0, plain.length + bound + 1));
		if (distance < least)
			[best, least] = [name, distance];
	}
	return best;
}
function namesHint(wanted, names, what = 'fields') {
	const near = nearest_nearest(wanted, names);
	const shown = names.slice(0, 12).map(nearest_spelled);
	const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
	const list = names.length === 0 ? `there are no ${what}` : `${what}: ${shown.join(', ')}${more}`;
	return near === undefined ? list : `did you mean ${nearest_spelled(near)}? ${list}`;
}
function nearest_spelled(name) {
	const cut = name.length > 60 ? `${name.slice(0, 57)}…` : name;
	return /^[\p{L}\p{N}_-]+$/u.test(cut) ? cut : JSON.stringify(cut);
}
function nearest_squeeze(name) {
	return name.toLowerCase().replace(/[\s_-]/g, '');
}
function editDistance(left, right) {
	let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
	for (let row = 1; row <= left.length; row++) {
		const current = [row];
		for (let column = 1; column <= right.length; column++) {
			const change = left[row - 1] === right[column - 1] ? 0 : 1;
			current[column] = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + change);
		}
		previous = current;
	}
	return previous[right.length] ?? 0;
}
;
class CsvReader {
	columns;
	found = reader_nothing();
	typed = [];
	headerBroken = false;
	records;
	options;
	constructor(delimiter, options) {
		this.options = options;
		this.records = new CsvRecords(delimiter, options.maxRowBytes, {
			record: (cells, line) => this.record(cells, line),
			fault: (message, line, column, hint) => options.problems.error(message, { file: options.file, line, ...(column !== undefined && { column }) }, hint)
		});
	}
	get broken() {
		return this.headerBroken || this.records.broken;
	}
	push(text) {
		this.found = reader_nothing();
		this.records.push(text);
		return this.found;
	}
	end() {
		this.found = reader_nothing();
		this.records.end();
		return this.found;
	}
	record(cells, line) {
		if (this.broken)
			return;
		if (this.columns === undefined) {
			this.header(cells, line);
			return;
		}
		if (cells.length !== this.columns.length) {
			this.ragged(cells.length, this.columns, line);
			return;
		}
		const values = this.typed.length === 0 ? cells : this.typedCells(cells, line);
		this.found.fields.push(fieldsOfCells(this.columns, values));
		this.found.lines.push(line);
	}
	header(names, line) {
		const { file, problems, types } = this.options;
		const fail = (message, hint) => {
			this.headerBroken = true;
			problems.error(message, { file, line }, hint);
		};
		if (names.some(name => /\r(?!\n)/.test(name))) {
			fail('the lines end with a lone CR', 'save the file with LF or CRLF line ends');
			return;
		}
		const firsts = new Map();
		for (const [index, name] of names.entries()) {
			const first = firsts.get(name) ?? index;
			firsts.set(name, first);
			if (name.trim() === '')
				fail(`column ${index + 1} of the header has no name`);
			else if (first !== index)
				fail(`columns ${first + 1} and ${index + 1} are both named ${nearest_spelled(name)}`);
		}
		for (const name of Object.keys(types).filter(typed => !names.includes(typed))) {
			fail(`dataset.types names a column that is not there: ${nearest_spelled(name)}`, namesHint(name, names, 'columns'));
		}
		if (names.length === 1 && /[;\t|]/.test(names[0] ?? '')) {
			problems.warning('the header is one single column', { file, line }, 'cells are separated by commas in .csv and by tabs in .tsv');
		}
		if (this.headerBroken)
			return;
		this.columns = names;
		this.typed = names.flatMap((name, index) => {
			const type = Object.hasOwn(types, name) ? types[name] : undefined;
			return type === undefined || type === 'text' ? [] : [{ index, name, type }];
		});
	}
	ragged(cells, columns, line) {
		const message = `the row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the header has ${columns.length}`;
		const hint = cells > columns.length ? 'a cell that holds the separator needs quotes around it' : undefined;
		this.options.problems.error(message, { file: this.options.file, line }, hint);
	}
	typedCells(cells, line) {
		const values = [...cells];
		for (const { index, name, type } of this.typed) {
			const cell = cells[index] ?? '';
			const reading = readCell(cell, type);
			if ('value' in reading) {
				values[index] = reading.value;
				continue;
			}
			const message = `column ${nearest_spelled(name)} must be ${reading.expected}, not ${JSON.stringify(cell.slice(0, 40))}`;
			this.options.problems.error(message, { file: this.options.file, line }, reading.hint);
		}
		return values;
	}
}
;
const imageFormats = ['png', 'jpeg', 'gif', 'webp'];
const documentFormats = ['pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'];
const videoFormats = ['mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp'];
;
const headBytes = 65_536;
const endings = { htm: 'html', markdown: 'md', text: 'txt', log: 'txt' };
const written = ['csv', 'html', 'txt', 'md'];
function documentFormat(path, head) {
	const ending = endingOf(path);
	const text = latin1(head);
	if (text.slice(0, 1024).includes('%PDF-'))
		return 'pdf';
	if (text.startsWith('PK\u0003\u0004'))
		return officeFormat(text, ending);
	if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
		return ending === 'xls' || ending === 'doc' ? ending : undefined;
	if (!isText(head))
		return undefined;
	if (/^[\s\ufeff]*<(!doctype html|html)[\s>]/i.test(text.replace(/^\xef\xbb\xbf/, '')))
		return 'html';
	return ending !== undefined && written.includes(ending) ? ending : undefined;
}
function documentFault(path, head) {
	const ending = endingOf(path);
	const hint = `documents are ${documentFormats.join(', ')}`;
	if (head.length === 0)
		return { message: 'the file is empty', hint };
	const text = latin1(head);
	const inside = ending === undefined ? 'is no document that models take' : `is not ${ending.toUpperCase()} inside`;
	if (text.startsWith('PK\u0003\u0004') && text.includes('ppt/')) {
		return { message: 'the file is a PowerPoint presentation, which no model takes', hint: 'save it as PDF' };
	}
	if (isText(head)) {
		const message = ending === undefined ? 'the ending of the file names no document format' : `the file ${inside}, but text`;
		return { message, hint };
	}
	return { message: `the file ${inside}`, hint };
}
function officeFormat(text, ending) {
	const word = text.includes('word/');
	const excel = text.includes('xl/');
	if (word !== excel)
		return word ? 'docx' : 'xlsx';
	if (text.includes('ppt/'))
		return undefined;
	return ending === 'docx' || ending === 'xlsx' ? ending : undefined;
}
function isText(head) {
	if (head.includes(0))
		return false;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
		return head.length > 0;
	}
	catch {
		return false;
	}
}
function endingOf(path) {
	const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
	if (Object.hasOwn(endings, ending))
		return endings[ending];
	return documentFormats.find(format => format === ending);
}
function latin1(head) {
	return Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, headBytes)).toString('latin1');
}
;
const firstLine = 'version https://git-lfs.github.com/spec/v1';
function isLfsPointer(head) {
	if (typeof head === 'string')
		return head.startsWith(firstLine);
	return Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, firstLine.length)).toString() === firstLine;
}
const lfsFault = {
	message: 'the file is a Git LFS pointer, the data itself was not checked out',
	hint: 'add `lfs: true` to actions/checkout'
};
;
function pathFacts(path) {
	const base = path.slice(path.lastIndexOf('/') + 1);
	const dot = base.lastIndexOf('.');
	if (dot <= 0)
		return { path, name: base, extension: '' };
	return { path, name: base.slice(0, dot), extension: base.slice(dot + 1).toLowerCase() };
}
;
class DocumentFile {
	columns = ['path', 'name', 'extension', 'format', 'bytes'];
	types = { bytes: 'number' };
	options;
	files;
	constructor(options, files) {
		this.options = options;
		this.files = files;
	}
	async *found() {
		const { file, problems } = this.options;
		const bytes = await this.files.bytes(file);
		const head = await this.files.slice(file, 0, headBytes);
		if (isLfsPointer(head)) {
			problems.error(lfsFault.message, { file }, lfsFault.hint);
			return;
		}
		const format = documentFormat(file, head);
		if (format === undefined) {
			const { message, hint } = documentFault(file, head);
			problems.error(message, { file }, hint);
			return;
		}
		const { path, name, extension } = pathFacts(file);
		const fields = fieldsOfCells(this.columns, [path, name, extension, format, bytes]);
		const document = { format, name: modelName(name), source: { path } };
		yield { fields: [fields], lines: [0], brought: [{ media: { document } }] };
	}
}
function modelName(name) {
	const plain = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^A-Za-z0-9\s()[\]-]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return plain.slice(0, 200).trim() || 'document';
}
;
function checkImage(image, taker, place) {
	const name = image.path.slice(image.path.lastIndexOf('/') + 1);
	const { images, maxImageBytes, maxImagePixels } = taker.abilities;
	if (images.length === 0)
		return [(0,build_problems .CC)('error', `${taker.modelId} takes no images`, place)];
	if (!images.includes(image.format)) {
		const hint = `it takes ${images.map(spoken).join(', ')}`;
		return [(0,build_problems .CC)('error', `${name} is ${spoken(image.format)}, which ${taker.modelId} does not take`, place, hint)];
	}
	const remedy = canShrink(image.format)
		? 'set media.maxPixels to have it made smaller'
		: `${spoken(image.format)} is not made smaller here: save it as PNG or JPEG`;
	const found = [...misnamed(image, name, place)];
	if (maxImageBytes !== undefined && image.bytes > maxImageBytes) {
		const over = megabytes(image.bytes - maxImageBytes);
		const says = `${name} has ${megabytes(image.bytes)}; ${taker.modelId} takes ${megabytes(maxImageBytes)}: ${over} too many`;
		found.push((0,build_problems .CC)('error', says, place, remedy));
	}
	const longer = Math.max(image.width, image.height);
	if (maxImagePixels !== undefined && longer > maxImagePixels) {
		const says = `${name} has ${image.width} × ${image.height} pixels; ${taker.modelId} takes ${maxImagePixels} on a side: ${longer - maxImagePixels} too many`;
		found.push((0,build_problems .CC)('error', says, place, remedy));
	}
	return found;
}
function canShrink(format) {
	return format === 'png' || format === 'jpeg';
}
function misnamed(image, name, place) {
	const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	const said = ending === 'jpg' ? 'jpeg' : ending;
	if (!['png', 'jpeg', 'gif', 'webp'].includes(said) || said === image.format)
		return [];
	return [(0,build_problems .CC)('warning', `${name} is ${spoken(image.format)} inside, and is treated as that`, place)];
}
function spoken(format) {
	return format === 'webp' ? 'WebP' : format.toUpperCase();
}
function megabytes(bytes) {
	if (bytes < 10_000)
		return `${bytes} bytes`;
	return `${Math.round(bytes / 10_000) / 100} MB`;
}
var esm = __webpack_require__(72013);
;
const byType = { png: 'png', jpg: 'jpeg', gif: 'gif', webp: 'webp' };
function inspectImage(bytes) {
	if (imageFormat(bytes) === undefined)
		return undefined;
	try {
		const own = bytes.length === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
		const { type = '', width, height } = (0,esm .R9)(own);
		const format = byType[type];
		return format === undefined || !(width > 0 && height > 0) ? undefined : { format, width, height };
	}
	catch {
		return undefined;
	}
}
function imageFormat(head) {
	const text = Buffer.from(head.buffer, head.byteOffset, Math.min(12, head.length)).toString('latin1');
	if (text.startsWith('\x89PNG\r\n\x1a\n'))
		return 'png';
	if (text.startsWith('\xff\xd8\xff'))
		return 'jpeg';
	if (text.startsWith('GIF87a') || text.startsWith('GIF89a'))
		return 'gif';
	return text.startsWith('RIFF') && text.slice(8) === 'WEBP' ? 'webp' : undefined;
}
const tailBytes = 65_536;
function breaksOff(format, head, tail, fileBytes) {
	const end = Buffer.from(tail.buffer, tail.byteOffset, tail.length);
	switch (format) {
		case 'png':
			return end.lastIndexOf('IEND', undefined, 'latin1') < 0;
		case 'jpeg':
			return end.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0;
		case 'gif':
			return end.lastIndexOf(0x3b) < 0;
		case 'webp':
			return new DataView(head.buffer, head.byteOffset, head.length).getUint32(4, true) + 8 > fileBytes;
	}
}
;
const image_file_headBytes = 1 << 18;
const longHeadBytes = 1 << 24;
class ImageFile {
	columns = ['path', 'name', 'extension', 'format', 'width', 'height', 'bytes'];
	types = { width: 'number', height: 'number', bytes: 'number' };
	options;
	files;
	constructor(options, files) {
		this.options = options;
		this.files = files;
	}
	async *found() {
		const { file, problems } = this.options;
		const bytes = await this.files.bytes(file);
		const facts = await this.inspect(bytes);
		if ('message' in facts) {
			problems.error(facts.message, { file }, facts.hint);
			return;
		}
		const { path, name, extension } = pathFacts(file);
		const { format, width, height } = facts;
		problems.add(...misnamed(facts, extension === '' ? name : `${name}.${extension}`, { file }));
		const fields = fieldsOfCells(this.columns, [path, name, extension, format, width, height, bytes]);
		yield { fields: [fields], lines: [0], brought: [{ media: { image: { format, source: { path } } } }] };
	}
	async inspect(bytes) {
		const { file } = this.options;
		if (bytes === 0)
			return { message: 'the file is empty' };
		let head = await this.files.slice(file, 0, image_file_headBytes);
		if (isLfsPointer(head))
			return lfsFault;
		const format = imageFormat(head);
		if (format === undefined) {
			return { message: 'the file is no PNG, JPEG, GIF or WebP', hint: 'models take no other images' };
		}
		let facts = inspectImage(head);
		if (facts === undefined && bytes > image_file_headBytes) {
			head = await this.files.slice(file, 0, longHeadBytes);
			facts = inspectImage(head);
		}
		const tail = bytes <= head.length ? head : await this.files.slice(file, Math.max(0, bytes - tailBytes), bytes);
		if (breaksOff(format, head, tail, bytes)) {
			return { message: 'the image breaks off', hint: 'was the file written to its end?' };
		}
		return facts ?? { message: 'the image is damaged: its size cannot be read' };
	}
}
;
const hintedKeys = 20;
class JsonPath {
	matched = 0;
	key;
	keys = [];
	steps;
	constructor(path) {
		this.steps = path === undefined || path === '' ? [] : path.split('.');
	}
	text(raw, depth) {
		if (depth !== this.matched || depth === 0)
			return;
		this.key = json_path_unescaped(raw);
		if (this.keys.length < hintedKeys && !this.keys.includes(this.key))
			this.keys.push(this.key);
	}
	comma() {
		this.key = undefined;
	}
	close(depth) {
		this.matched = Math.min(this.matched, depth);
		this.key = undefined;
	}
	open(bracket, depth) {
		if (depth !== this.matched)
			return undefined;
		const suggestion = this.steps.length === 0 && bracket === '[' && depth === 1 ? this.suggest() : undefined;
		if (suggestion !== undefined)
			return suggestion;
		if (depth > 0 && this.key !== this.steps[depth - 1])
			return undefined;
		if (bracket === '[' && depth === this.steps.length)
			return 'found';
		const name = depth === 0 ? 'the document' : nearest_spelled(this.steps.slice(0, depth).join('.'));
		if (bracket === '[')
			return { fault: `${name} is an array, so nothing stands at ${this.path}`, hint: 'shorten `at`' };
		if (depth > 0 && depth === this.steps.length)
			return { fault: `${name} is an object, not an array` };
		this.matched = depth + 1;
		this.key = undefined;
		this.keys.length = 0;
		return undefined;
	}
	missing() {
		if (this.steps.length === 0)
			return { fault: 'the document must be an array of objects' };
		return { fault: `no array stands at ${this.path}`, hint: namesHint(this.steps[0] ?? '', this.keys, 'members') };
	}
	get path() {
		return nearest_spelled(this.steps.join('.'));
	}
	suggest() {
		if (this.key === undefined)
			return undefined;
		return {
			fault: 'the document is an object, not an array of rows',
			hint: `an array stands at ${nearest_spelled(this.key)}: set dataset.at to read the rows from it`
		};
	}
}
function json_path_unescaped(raw) {
	if (!raw.includes('\\'))
		return raw;
	try {
		return JSON.parse(`"${raw}"`);
	}
	catch {
		return raw;
	}
}
;
const json_elements_code = { quote: 34, comma: 44, colon: 58, open: 91, backslash: 92, close: 93, openBrace: 123, closeBrace: 125 };
const json_elements_maxDepth = 1000;
class JsonElements {
	broken = false;
	buffer = '';
	position = 0;
	counted = 0;
	line = 1;
	stack = [];
	state = 'seeking';
	depth = 0;
	elementStart = -1;
	commaBefore = false;
	path;
	backlog;
	maxRowBytes;
	events;
	constructor(path, maxRowBytes, events) {
		this.path = new JsonPath(path);
		this.backlog = new Backlog(maxRowBytes);
		this.maxRowBytes = maxRowBytes;
		this.events = events;
	}
	push(text) {
		if (this.broken)
			return;
		const whole = this.backlog.join(text);
		if (whole !== undefined)
			this.read(whole);
	}
	end() {
		if (!this.broken)
			this.read(this.backlog.take());
		if (this.broken)
			return;
		const isOpen = this.stack.length > 0 || this.position < this.buffer.length;
		if (isOpen)
			this.fail('the document breaks off', this.buffer.length, 'was the file written to its end?');
		else if (this.state === 'seeking')
			this.refuse(this.path.missing());
	}
	read(text) {
		this.buffer = text;
		if (!this.scan())
			return;
		this.forget(this.elementStart === -1 ? this.position : this.elementStart);
		this.backlog.keep(this.buffer);
		if (!tooLong(this.buffer, this.maxRowBytes))
			return;
		const message = `what starts here is longer than ${mebibytes(this.maxRowBytes)}`;
		this.fail(message, 0, 'is a quote or a bracket not closed?');
	}
	scan() {
		while (this.position < this.buffer.length && !this.broken) {
			const char = this.buffer.charCodeAt(this.position);
			if (char === json_elements_code.quote) {
				this.begin();
				const end = stringEnd(this.buffer, this.position);
				if (end === -1)
					return !this.broken;
				if (this.state === 'seeking')
					this.path.text(this.buffer.slice(this.position + 1, end - 1), this.stack.length);
				this.position = end;
				continue;
			}
			if (char > 32)
				this.mark(char);
			this.position++;
		}
		return !this.broken;
	}
	mark(char) {
		switch (char) {
			case json_elements_code.open:
			case json_elements_code.openBrace: {
				this.open(char);
				return;
			}
			case json_elements_code.close:
			case json_elements_code.closeBrace: {
				this.close(char);
				return;
			}
			case json_elements_code.comma: {
				this.comma();
				return;
			}
			default:
				this.begin();
		}
	}
	begin() {
		if (this.stack.length === 0) {
			const after = this.state === 'done' ? 'text follows the end of the document' : this.path.missing().fault;
			this.fail(after, this.position);
			return;
		}
		if (this.elementStart === -1 && this.isBetweenElements())
			this.elementStart = this.position;
	}
	open(char) {
		if (this.state === 'seeking') {
			const step = this.path.open(char === json_elements_code.open ? '[' : '{', this.stack.length);
			if (typeof step === 'object') {
				this.refuse(step);
				return;
			}
			if (step === 'found')
				[this.state, this.depth] = ['inside', this.stack.length + 1];
			else if (this.stack.length === 0 && char === json_elements_code.open) {
				this.refuse(this.path.missing());
				return;
			}
		}
		else
			this.begin();
		if (this.stack.length >= json_elements_maxDepth) {
			this.fail(`nested more than ${json_elements_maxDepth} levels deep`, this.position);
			return;
		}
		this.stack.push(char);
	}
	close(char) {
		if (this.isBetweenElements())
			this.finishArray();
		if (this.broken)
			return;
		if (this.stack.pop() !== char - 2) {
			this.fail('a bracket closes that was not opened', this.position);
			return;
		}
		if (this.state === 'seeking')
			this.path.close(this.stack.length);
	}
	comma() {
		if (this.stack.length === 0) {
			this.begin();
			return;
		}
		if (this.state === 'seeking')
			this.path.comma();
		if (!this.isBetweenElements())
			return;
		if (this.elementStart === -1) {
			this.fail('a row is missing before this comma', this.position);
			return;
		}
		this.finishElement();
		this.commaBefore = true;
	}
	finishArray() {
		if (this.elementStart !== -1)
			this.finishElement();
		else if (this.commaBefore) {
			this.fail('a comma stands before the end of the array', this.position);
			return;
		}
		this.state = 'done';
	}
	finishElement() {
		const start = this.elementStart;
		this.elementStart = -1;
		this.commaBefore = false;
		this.events.element(this.buffer.slice(start, this.position), this.lineAt(start));
	}
	isBetweenElements() {
		return this.state === 'inside' && this.stack.length === this.depth;
	}
	forget(offset) {
		this.lineAt(offset);
		this.buffer = this.buffer.slice(offset);
		this.position -= offset;
		this.counted -= offset;
		if (this.elementStart !== -1)
			this.elementStart -= offset;
	}
	lineAt(offset) {
		if (offset > this.counted) {
			this.line += countLines(this.buffer, this.counted, offset);
			this.counted = offset;
		}
		return this.line;
	}
	refuse({ fault, hint }) {
		this.fail(fault, this.position, hint);
	}
	fail(message, position, hint) {
		this.broken = true;
		this.events.fault(message, this.lineAt(position), hint);
	}
}
function stringEnd(text, start) {
	for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
		let slashes = 0;
		while (text.charCodeAt(end - 1 - slashes) === json_elements_code.backslash)
			slashes++;
		if (slashes % 2 === 0)
			return end + 1;
	}
	return -1;
}
;
class JsonReader {
	columns = undefined;
	found = reader_nothing();
	elements;
	options;
	constructor(options) {
		this.options = options;
		this.elements = new JsonElements(options.at, options.maxRowBytes, {
			element: (text, line) => this.element(text, line),
			fault: (message, line, hint) => options.problems.error(message, { file: options.file, line }, hint)
		});
	}
	get broken() {
		return this.elements.broken;
	}
	push(text) {
		this.found = reader_nothing();
		this.elements.push(text);
		return this.found;
	}
	end() {
		this.found = reader_nothing();
		this.elements.end();
		return this.found;
	}
	element(text, line) {
		const { file, problems } = this.options;
		let value;
		try {
			value = exactJson(text);
		}
		catch (error) {
			const { message, ...where } = jsonFault(error, text, line);
			const column = where.line === line ? undefined : where.column;
			problems.error(`the row is not JSON: ${message}`, { file, line: where.line, ...(column && { column }) });
			return;
		}
		if (!(0,build_json .Gv)(value)) {
			problems.error(`a row must be an object, not ${kindOf(value)}`, { file, line });
			return;
		}
		this.found.fields.push(fieldsOfObject(value));
		this.found.lines.push(line);
	}
}
;
const maxDocumentBytes = 32 * 1024 * 1024;
const maxAliases = 100;
const yaml_maxDepth = 100;
class YamlReader {
	columns = undefined;
	broken = false;
	text = '';
	lines = new dist.LineCounter();
	options;
	constructor(options) {
		this.options = options;
	}
	push(text) {
		if (this.broken)
			return reader_nothing();
		this.text += text;
		if (tooLong(this.text, maxDocumentBytes)) {
			this.fail(`the document is larger than ${mebibytes(maxDocumentBytes)}`, 1, 'YAML is read as a whole; use JSONL or CSV for large datasets');
		}
		return reader_nothing();
	}
	end() {
		if (this.broken)
			return reader_nothing();
		const deep = tooDeep(this.text);
		if (deep !== undefined)
			return this.fail(`nested more than ${yaml_maxDepth} levels deep`, deep);
		try {
			const document = this.parse();
			const list = document === undefined ? undefined : this.list(document);
			return list === undefined || document === undefined ? reader_nothing() : this.rows(list, document);
		}
		catch (error) {
			if (error instanceof RangeError)
				return this.fail('the document is nested too deep', 1);
			throw error;
		}
	}
	parse() {
		const documents = (0,dist .hR)(this.text, {
			lineCounter: this.lines,
			intAsBigInt: true,
			uniqueKeys: true,
			prettyErrors: false,
			logLevel: 'silent'
		});
		const [document, second] = Array.isArray(documents) ? documents : [];
		if (document === undefined)
			return void this.fail('the file is empty', 1);
		if (second !== undefined) {
			return void this.fail('the file holds more than one document', this.lineOf(second.range[0]));
		}
		const { file, problems } = this.options;
		for (const fault of [...document.errors, ...document.warnings]) {
			this.broken = true;
			const { line, col } = this.lines.linePos(fault.pos[0]);
			problems.error(`this is not YAML as it can be read here: ${fault.code.toLowerCase().replaceAll('_', ' ')}`, {
				file,
				line,
				column: col
			});
		}
		return this.broken ? undefined : document;
	}
	list(document) {
		const steps = this.options.at === undefined || this.options.at === '' ? [] : this.options.at.split('.');
		const found = steps.length === 0 ? document.contents : document.getIn(steps, true);
		if ((0,dist.isSeq)(found))
			return found.items.filter(dist .Ll);
		const line = (0,dist .Ll)(found) ? this.lineOf(found.range?.[0] ?? 0) : 1;
		const names = (0,dist.isMap)(document.contents) ? document.contents.items.map(pair => String(pair.key)) : [];
		if (steps.length > 0) {
			const missing = nearest_spelled(steps.join('.'));
			this.fail(`no list stands at ${missing}`, line, namesHint(steps[0] ?? '', names, 'members'));
		}
		else
			this.fail('the document must be a list of mappings', line, 'name the list inside with dataset.at');
		return undefined;
	}
	rows(list, document) {
		if (this.aliases(document) > maxAliases) {
			return this.fail(`the document uses more than ${maxAliases} aliases`, 1, 'write the values out');
		}
		const found = reader_nothing();
		for (const node of list) {
			const line = this.lineOf(node.range?.[0] ?? 0);
			let value;
			try {
				value = plain(node.toJS(document, { maxAliasCount: maxAliases }));
			}
			catch {
				this.fail('the row refers to itself, or to more aliases than allowed', line);
				continue;
			}
			if ((0,build_json .Gv)(value)) {
				found.fields.push(fieldsOfObject(value));
				found.lines.push(line);
			}
			else
				this.fail(`a row must be a mapping, not ${kindOf(value)}`, line);
		}
		return found;
	}
	aliases(document) {
		let count = 0;
		(0,dist .YR)(document, {
			Alias: () => {
				count++;
			}
		});
		return count;
	}
	lineOf(offset) {
		return this.lines.linePos(offset).line;
	}
	fail(message, line, hint) {
		this.broken = true;
		this.options.problems.error(message, { file: this.options.file, line }, hint);
		return reader_nothing();
	}
}
function plain(value) {
	if (typeof value === 'bigint') {
		const number = Number(value);
		return Number.isSafeInteger(number) ? number : String(value);
	}
	if (typeof value === 'string' || typeof value === 'boolean' || value === null)
		return value;
	if (typeof value === 'number')
		return Number.isFinite(value) ? value : null;
	if (Array.isArray(value))
		return value.map(plain);
	if (typeof value !== 'object')
		return null;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
function tooDeep(text) {
	for (const [index, line] of text.split('\n').entries()) {
		let open = 0;
		for (const char of line) {
			if (char === '[' || char === '{')
				open++;
			else if (char === ']' || char === '}')
				open--;
			if (open > yaml_maxDepth)
				return index + 1;
		}
	}
	return undefined;
}
;
const front_matter_maxAliases = 100;
const opening = /^---[ \t]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;
const hint = 'front matter is YAML between two lines of ---';
function readFrontMatter(text) {
	if (/^\+\+\+[ \t]*\n/.test(text))
		return { message: 'the front matter is TOML, which is not read here', line: 1, hint };
	const start = opening.exec(text)?.[0].length;
	if (start === undefined)
		return { matter: {}, body: trimmed(text) };
	const rest = text.slice(start);
	const end = closing.exec(rest);
	if (end === null) {
		if (/^[\w"'-]+[ \t]*:(?:[ \t]|\n)/.test(rest))
			return { message: 'the front matter that starts here is never closed', line: 1, hint };
		return { matter: {}, body: trimmed(text) };
	}
	const matter = readMatter(rest.slice(0, end.index));
	return 'message' in matter ? matter : { matter: matter.value, body: trimmed(rest.slice(end.index + end[0].length)) };
}
function readMatter(yaml) {
	const deep = tooDeep(yaml);
	if (deep !== undefined)
		return { message: 'the front matter is nested too deep', line: deep + 1 };
	const lines = new dist.LineCounter();
	try {
		const document = (0,dist.parseDocument)(yaml, {
			lineCounter: lines,
			intAsBigInt: true,
			uniqueKeys: true,
			prettyErrors: false,
			logLevel: 'silent'
		});
		const fault = document.errors[0] ?? document.warnings[0];
		if (fault !== undefined) {
			const { line, col } = lines.linePos(fault.pos[0]);
			const what = fault.code.toLowerCase().replaceAll('_', ' ');
			return {
				message: `the front matter is not YAML as it can be read here: ${what}`,
				line: line + 1,
				column: col,
				hint
			};
		}
		const value = plain(document.toJS({ maxAliasCount: front_matter_maxAliases }));
		if (value === null)
			return { value: {} };
		if ((0,build_json .Gv)(value))
			return { value };
		return { message: `the front matter must be a mapping, not ${kindOf(value)}`, line: 2, hint };
	}
	catch {
		return {
			message: 'the front matter is nested too deep, or repeats itself too often',
			line: 1 + Math.min(1, countLines(yaml))
		};
	}
}
function trimmed(body) {
	return body.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
;
class WholeText {
	broken = false;
	parts = [];
	length = 0;
	options;
	constructor(options) {
		this.options = options;
	}
	push(text) {
		if (this.broken)
			return;
		this.parts.push(text);
		this.length += text.length;
		if (this.length > this.options.maxRowBytes)
			this.refuse();
	}
	end() {
		const text = this.parts.join('');
		this.parts = [];
		if (!this.broken && tooLong(text, this.options.maxRowBytes))
			this.refuse();
		return this.broken ? undefined : text.replaceAll('\r\n', '\n');
	}
	refuse() {
		this.broken = true;
		const message = `the file is larger than ${mebibytes(this.options.maxRowBytes)}`;
		this.options.problems.error(message, { file: this.options.file }, 'one file is one row here: split it');
	}
}
;
class MarkdownReader {
	columns = undefined;
	broken = false;
	whole;
	options;
	constructor(options) {
		this.whole = new WholeText(options);
		this.options = options;
	}
	push(text) {
		this.whole.push(text);
		this.broken ||= this.whole.broken;
		return reader_nothing();
	}
	end() {
		const text = this.whole.end();
		if (text === undefined)
			return reader_nothing();
		const { file, problems } = this.options;
		const read = readFrontMatter(text);
		if ('message' in read) {
			const { message, line, column, hint } = read;
			this.broken = true;
			problems.error(message, { file, line, ...(column !== undefined && { column }) }, hint);
			return reader_nothing();
		}
		return { fields: [fieldsOfObject(this.fields(read.matter, read.body))], lines: [1] };
	}
	fields(matter, body) {
		const { file, problems } = this.options;
		const { path, name } = pathFacts(file);
		for (const own of ['path', 'body'].filter(member => Object.hasOwn(matter, member))) {
			const message = `the front matter has a field ${own}, which is hidden by the file’s own`;
			problems.warning(message, { file, line: 1 }, 'rename it to use it in a prompt');
		}
		const fields = new Map([
			['name', name],
			...Object.entries(matter),
			['path', path],
			['body', body]
		]);
		return Object.fromEntries(fields);
	}
}
;
const noTools = 'Bedrock’s batch inference calls no tools';
const tools = value => Array.isArray(value) && value.length === 0
	? undefined
	: { message: noTools, hint: 'remove tools and functions; for an answer in JSON, set answer.schema in the spec' };
const openai_body_refused = {
	tools,
	functions: tools,
	n: value => value === 1 ? undefined : { message: 'body.n asks for several answers', hint: 'set samples in the spec instead' },
	logprobs: value => value === false ? undefined : { message: 'models on Bedrock tell no logprobs', hint: 'remove logprobs' },
	top_logprobs: value => value === 0 ? undefined : { message: 'models on Bedrock tell no logprobs', hint: 'remove top_logprobs' },
	response_format: responseFormat,
	modalities: value => Array.isArray(value) && value.every(one => one === 'text')
		? undefined
		: { message: 'body.modalities asks for more than text', hint: 'answers to messages are text here' },
	audio: () => ({ message: 'body.audio asks for sound', hint: 'answers are text here' }),
	web_search_options: () => ({ message: 'batch inference searches nothing', hint: 'remove web_search_options' })
};
function responseFormat(value) {
	const type = (0,build_json .Gv)(value) ? value['type'] : undefined;
	if (type === 'text' || type === 'json_object')
		return undefined;
	return {
		message: 'Bedrock’s batch inference has no structured output, so body.response_format cannot be kept',
		hint: 'remove it, and give the schema to the spec: answer: {format: json, schema: …}'
	};
}
function openai_body_refusals(body) {
	for (const [member, check] of Object.entries(openai_body_refused)) {
		const value = body[member] ?? null;
		const fault = value === null ? undefined : check(value);
		if (fault !== undefined)
			return fault;
	}
	return undefined;
}
const silent = new Set([
	...Object.keys(openai_body_refused).filter(member => member !== 'response_format'),
	...['messages', 'model', 'max_tokens', 'max_completion_tokens', 'temperature', 'top_p', 'stop'],
	...['user', 'metadata', 'store', 'safety_identifier', 'prompt_cache_key', 'prompt_cache_retention', 'service_tier']
]);
const harmless = {
	stream: value => value === false,
	frequency_penalty: value => value === 0,
	presence_penalty: value => value === 0,
	logit_bias: value => (0,build_json .Gv)(value) && Object.keys(value).length === 0,
	response_format: value => (0,build_json .Gv)(value) && value['type'] === 'text',
	tool_choice: value => value === 'none' || value === 'auto',
	function_call: value => value === 'none' || value === 'auto',
	parallel_tool_calls: () => true
};
function leftOut(body) {
	return Object.entries(body).flatMap(([member, value]) => {
		if (value === null || silent.has(member) || harmless[member]?.(value) === true)
			return [];
		if (member === 'response_format') {
			const why = 'body.response_format is not sent: ask for JSON in the messages, and set answer.format to json in the spec';
			return [{ member, why }];
		}
		return [{ member, why: `body.${nearest_spelled(member)} is not sent: it has no counterpart here` }];
	});
}
function readParameters(body) {
	const faults = [];
	const take = (member, what, read) => {
		const value = body[member] ?? null;
		if (value === null)
			return undefined;
		const taken = read(value);
		if (taken === undefined)
			faults.push({ message: `body.${member} must be ${what}` });
		return taken;
	};
	const older = take('max_tokens', 'a whole number of 1 or more', count);
	const maxTokens = take('max_completion_tokens', 'a whole number of 1 or more', count) ?? older;
	const temperature = take('temperature', 'a number from 0 to 2', value => openai_body_within(value, 2));
	const topP = take('top_p', 'a number from 0 to 1', value => openai_body_within(value, 1));
	const stop = take('stop', 'a text or a list of texts', texts);
	return (faults[0] ?? {
		...(maxTokens !== undefined && { maxTokens }),
		...(temperature !== undefined && { temperature }),
		...(topP !== undefined && { topP }),
		...(stop !== undefined && stop.length > 0 && { stop })
	});
}
function count(value) {
	return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
function openai_body_within(value, most) {
	return typeof value === 'number' && value >= 0 && value <= most ? value : undefined;
}
function texts(value) {
	if (typeof value === 'string')
		return [value];
	if (!Array.isArray(value))
		return undefined;
	const all = value.filter(one => typeof one === 'string');
	return all.length === value.length ? all : undefined;
}
;
const openai_embedding_silent = new Set(['input', 'model', 'user']);
function readEmbedding(body) {
	const text = onlyText(body['input'] ?? null);
	if (typeof text !== 'string')
		return text;
	const leftOut = Object.entries(body).flatMap(([member, value]) => {
		if (value === null || openai_embedding_silent.has(member) || (member === 'encoding_format' && value === 'float'))
			return [];
		const hint = member === 'dimensions' ? ': set it by parameters.extra in the spec' : '';
		return [{ member, why: `body.${nearest_spelled(member)} is not sent${hint}` }];
	});
	return { request: { kind: 'embed', text }, leftOut };
}
function onlyText(input) {
	const values = Array.isArray(input) ? input : [input];
	if (values.some(one => typeof one === 'number' || Array.isArray(one))) {
		return {
			message: 'body.input holds tokens, which only the model they were made for can read',
			hint: 'give it the text'
		};
	}
	const [text] = values;
	if (values.length > 1)
		return { message: `body.input holds ${values.length} texts`, hint: 'one text a line, each with its custom_id' };
	if (typeof text === 'string' && text !== '')
		return text;
	return { message: text === '' ? 'body.input is empty' : 'body.input must be a text' };
}
;
function readParts(content, role, at) {
	if (typeof content === 'string')
		return content === '' ? openai_parts_empty(at) : { parts: [{ text: content }] };
	if (!Array.isArray(content))
		return { message: `${at} must be a text or a list of parts` };
	if (content.length === 0)
		return openai_parts_empty(at);
	const parts = [];
	for (const [index, value] of content.entries()) {
		const here = `${at}[${index}]`;
		const part = (0,build_json .Gv)(value) ? readPart(value, here) : { message: `${here} must be an object` };
		if ('message' in part)
			return part;
		if (role !== 'user' && !('text' in part))
			return { message: `${here}: only the user shows images and files` };
		parts.push(part);
	}
	return { parts };
}
function readPart(part, at) {
	const type = typeof part['type'] === 'string' ? part['type'] : '';
	switch (type) {
		case 'text': {
			const text = part['text'] ?? null;
			if (typeof text !== 'string')
				return { message: `${at}.text must be a text` };
			return text === '' ? openai_parts_empty(`${at}.text`) : { text };
		}
		case 'image_url': {
			const image = part['image_url'] ?? null;
			const url = (0,build_json .Gv)(image) ? (image['url'] ?? null) : image;
			return readImage(url, at);
		}
		case 'file':
			return readFile(part['file'] ?? null, at);
		default: {
			return {
				message: type === '' ? `${at} has no type` : `${at}.type is ${nearest_spelled(type)}`,
				hint: 'parts are text, image_url and file'
			};
		}
	}
}
function readImage(url, at) {
	if (typeof url !== 'string')
		return { message: `${at}.image_url has no url` };
	if (/^https?:/i.test(url)) {
		const hint = 'put the image into the line as a data URI: data:image/png;base64,…';
		return { message: `${at}: images are not fetched from the web; what is there tomorrow may be another`, hint };
	}
	const data = readDataUri(url, at);
	if ('message' in data)
		return data;
	const facts = inspectImage(data.bytes);
	if (facts === undefined)
		return { message: `${at} is no PNG, JPEG, GIF or WebP` };
	return { image: { format: facts.format, source: { base64: data.base64 } } };
}
function readFile(file, at) {
	if (!(0,build_json .Gv)(file))
		return { message: `${at}.file must be an object` };
	const url = file['file_data'] ?? null;
	if (typeof url !== 'string') {
		return { message: `${at}: a file that lies with OpenAI cannot be read`, hint: 'put it into the line as file_data' };
	}
	const data = readDataUri(url, at);
	if ('message' in data)
		return data;
	const filename = typeof file['filename'] === 'string' ? file['filename'] : 'document';
	const format = documentFormat(filename, data.bytes);
	if (format === undefined)
		return { message: `${at} is no document that models take` };
	return { document: { format, name: modelName(pathFacts(filename).name), source: { base64: data.base64 } } };
}
function readDataUri(uri, at) {
	const comma = uri.indexOf(',');
	const head = uri.slice(0, comma);
	if (comma < 0 || !/^data:[^,]*;base64$/i.test(head)) {
		return { message: `${at} must be a data URI in base64`, hint: 'as in data:image/png;base64,iVBORw0…' };
	}
	const bytes = Buffer.from(uri.slice(comma + 1), 'base64');
	const base64 = bytes.toString('base64');
	const plain = uri
		.slice(comma + 1)
		.replace(/[\s=]/g, '')
		.replaceAll('-', '+')
		.replaceAll('_', '/');
	if (bytes.length === 0 || plain !== base64.replace(/=+$/, ''))
		return { message: `${at} is not base64` };
	return { base64, bytes };
}
function openai_parts_empty(at) {
	return { message: `${at} is empty`, hint: 'models refuse empty texts' };
}
;
const instructions = new Set(['system', 'developer']);
function readMessages(value) {
	if (!Array.isArray(value) || value.length === 0)
		return { message: 'body.messages must be a list of messages' };
	const system = [];
	const turns = [];
	const warnings = [];
	for (const [index, message] of value.entries()) {
		const at = `messages[${index}]`;
		if (!(0,build_json .Gv)(message))
			return { message: `${at} must be an object` };
		const role = roleOf(message, at);
		if (typeof role === 'object')
			return role;
		const content = readParts(message['content'] ?? null, role, `${at}.content`);
		if ('message' in content)
			return content;
		if (message['name'] !== undefined)
			warnings.push('the name of a message is not sent');
		if (role === 'system') {
			if (turns.length > 0)
				return late(at);
			system.push(...content.parts.flatMap(part => ('text' in part ? [part.text] : [])));
		}
		else if (turns.at(-1)?.role === role)
			turns.at(-1)?.content.push(...content.parts);
		else
			turns.push({ role, content: [...content.parts] });
	}
	if (turns[0]?.role !== 'user')
		return { message: 'the first message besides system must be the user’s' };
	if (turns.at(-1)?.role === 'assistant')
		warnings.push('the last message is the assistant’s: the model goes on from it');
	const request = {
		kind: 'chat',
		...(system.length > 0 && { system: system.join('\n\n') }),
		messages: turns
	};
	return { request, warnings };
}
function roleOf(message, at) {
	const role = message['role'] ?? null;
	if (typeof role !== 'string')
		return { message: `${at}.role must be a text` };
	const calls = message['tool_calls'] ?? message['function_call'] ?? null;
	if (role === 'tool' || role === 'function' || (calls !== null && !(Array.isArray(calls) && calls.length === 0))) {
		return { message: `${at} belongs to a tool call`, hint: 'Bedrock’s batch inference calls no tools' };
	}
	if (instructions.has(role))
		return 'system';
	if (role === 'user' || role === 'assistant')
		return role;
	return { message: `${at}.role is ${nearest_spelled(role)}`, hint: 'roles are system, developer, user and assistant' };
}
function late(at) {
	return {
		message: `${at} is a system message after the first turn`,
		hint: 'models on Bedrock have one system prompt, before all turns: move it there'
	};
}
;
const endpoints = {
	'/v1/completions': 'a bare prompt has no turns; make it a message of the user and the url /v1/chat/completions',
	'/v1/responses': 'write the line for /v1/chat/completions',
	'/v1/moderations': 'Bedrock has no model that answers it',
	'/v1/images/generations': 'draw with a prompt of the spec instead'
};
class OpenAiBatchReader extends JsonlReader {
	columns = ['custom_id', 'method', 'url', 'model', 'body'];
	types = { body: 'json' };
	brought = [];
	warned = new Set();
	push(text) {
		return this.with(super.push(text));
	}
	end() {
		return this.with(super.end());
	}
	row(value, line, found) {
		const read = this.read(value, line);
		if ('message' in read) {
			this.options.problems.error(read.message, { file: this.options.file, line }, read.hint);
			return;
		}
		const { custom_id = null, method = 'POST', url = null, body = null } = value;
		const model = (0,build_json .Gv)(body) ? (body['model'] ?? null) : null;
		found.fields.push(fieldsOfObject({ custom_id, method, url, model, body }));
		found.lines.push(line);
		this.brought.push(read);
	}
	hint() {
	}
	read({ method, url, body }, line) {
		if (method !== undefined && method !== null && method !== 'POST')
			return { message: 'method must be POST' };
		if (typeof url !== 'string') {
			return { message: 'the line has no url', hint: 'it says what the body is: "url": "/v1/chat/completions"' };
		}
		if (body === undefined || !(0,build_json .Gv)(body)) {
			return { message: body === undefined ? 'the line has no body' : `body must be an object, not ${kindOf(body)}` };
		}
		this.warnOfModel(body, line);
		switch (url) {
			case '/v1/chat/completions':
				return this.chat(body, line);
			case '/v1/embeddings':
				return this.embedding(body, line);
			default: {
				const hint = endpoints[url] ?? '/v1/chat/completions and /v1/embeddings are';
				return { message: `${nearest_spelled(url)} is not asked here`, hint };
			}
		}
	}
	chat(body, line) {
		const refused = openai_body_refusals(body);
		if (refused !== undefined)
			return refused;
		const messages = readMessages(body['messages'] ?? null);
		if ('message' in messages)
			return messages;
		const parameters = readParameters(body);
		if ('message' in parameters)
			return parameters;
		for (const { member, why } of leftOut(body))
			this.warn(member, why, line);
		for (const warning of messages.warnings)
			this.warn(warning, warning, line);
		return brought(messages.request, parameters);
	}
	embedding(body, line) {
		const read = readEmbedding(body);
		if ('message' in read)
			return read;
		for (const { member, why } of read.leftOut)
			this.warn(member, why, line);
		return brought(read.request, {});
	}
	warnOfModel(body, line) {
		const model = body['model'];
		if (typeof model !== 'string' || this.warned.has('model'))
			return;
		this.warn('model', `body.model ${nearest_spelled(model)} is not asked: the spec’s model answers every line`, line);
	}
	warn(what, message, line) {
		if (this.warned.has(what))
			return;
		this.warned.add(what);
		this.options.problems.warning(message, { file: this.options.file, line }, 'told once a file');
	}
	with(found) {
		const { brought: all } = this;
		this.brought = [];
		return found.fields.length === 0 ? reader_nothing() : { ...found, brought: all };
	}
}
function brought(request, parameters) {
	return Object.keys(parameters).length === 0 ? { request } : { request, parameters };
}
;
class Damage extends Error {
	name = 'Damage';
}
class Window {
	bytes = new Uint8Array(0);
	at = 0;
	end;
	part;
	files;
	constructor(part, files) {
		this.part = part;
		this.files = files;
		this.end = part.from;
	}
	get left() {
		return this.part.to - this.end + this.bytes.length - this.at;
	}
	get ahead() {
		return this.bytes.subarray(this.at);
	}
	async fill(atLeast) {
		const have = this.bytes.length - this.at;
		if (have >= Math.min(atLeast, this.left))
			return;
		const to = Math.min(this.part.to, this.end + Math.max(atLeast - have, this.part.windowBytes));
		const more = await this.files.slice(this.part.file, this.end, to);
		if (more.length < to - this.end)
			throw new Damage('the file breaks off');
		const joined = new Uint8Array(have + more.length);
		joined.set(this.ahead);
		joined.set(more, have);
		this.bytes = joined;
		this.at = 0;
		this.end = to;
	}
	take(bytes) {
		if (bytes < 0 || bytes > this.bytes.length - this.at)
			throw new Damage('a page is longer than its column');
		this.at += bytes;
		return this.bytes.subarray(this.at - bytes, this.at);
	}
}
;
const magic = 'PAR1';
const parquet_footer_endBytes = 8;
const firstTryBytes = 1 << 16;
const maxFooterBytes = 256 << 20;
async function readFooter(file, files, library) {
	const bytes = await files.bytes(file);
	if (bytes === 0)
		return { message: 'the file is empty' };
	const head = await files.slice(file, 0, 64);
	if (isLfsPointer(head))
		return lfsFault;
	const first = parquet_footer_latin1(head.subarray(0, 4));
	if (first === 'PARE')
		return { message: 'the file is encrypted', hint: 'write it without encryption' };
	if (first !== magic)
		return { message: 'the file is not Parquet inside', hint: 'name its format with dataset.format' };
	const end = await files.slice(file, Math.max(0, bytes - firstTryBytes), bytes);
	if (bytes < 12 || parquet_footer_latin1(end.subarray(-4)) !== magic) {
		return {
			message: 'the file breaks off',
			hint: 'a Parquet file ends with PAR1: was it written, or copied, to its end?'
		};
	}
	const length = new DataView(end.buffer, end.byteOffset + end.length - parquet_footer_endBytes, 4).getUint32(0, true) + parquet_footer_endBytes;
	if (length > bytes || length > maxFooterBytes)
		return { message: 'the end of the file is damaged' };
	const footer = length <= end.length ? end.subarray(-length) : await files.slice(file, bytes - length, bytes);
	return { metadata: decoded(footer, library) };
}
function decoded(footer, library) {
	try {
		return library.parquetMetadata(footer, { geoparquet: false });
	}
	catch {
		throw new Damage('the end of the file is damaged');
	}
}
function parquet_footer_latin1(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
;
async function loadParquet() {
	const [metadata, { parquetHeader }, datapage, assemble, { readPlain }, schema, { DEFAULT_PARSERS }, { compressors }] = await Promise.all([
		Promise.all( [__webpack_require__.e(15), __webpack_require__.e(367)]).then(__webpack_require__.bind(__webpack_require__, 96367)),
		Promise.all( [__webpack_require__.e(15), __webpack_require__.e(969), __webpack_require__.e(167)]).then(__webpack_require__.bind(__webpack_require__, 16167)),
		Promise.all( [__webpack_require__.e(969), __webpack_require__.e(323)]).then(__webpack_require__.bind(__webpack_require__, 83969)),
		__webpack_require__.e( 573).then(__webpack_require__.bind(__webpack_require__, 95573)),
		__webpack_require__.e( 809).then(__webpack_require__.bind(__webpack_require__, 74809)),
		__webpack_require__.e( 286).then(__webpack_require__.bind(__webpack_require__, 28286)),
		__webpack_require__.e( 234).then(__webpack_require__.bind(__webpack_require__, 69234)),
		__webpack_require__.e( 138).then(__webpack_require__.bind(__webpack_require__, 20138))
	]);
	return {
		...metadata,
		parquetHeader,
		parsers: DEFAULT_PARSERS,
		...datapage,
		...assemble,
		readPlain,
		...schema,
		compressors: guarded({ ...compressors, ...parquet_library_native })
	};
}
function guarded(all) {
	const safe = (decompress) => {
		return (input, length) => (length === 0 ? input.subarray(0, 0) : decompress(input, length));
	};
	return Object.fromEntries(Object.entries(all).flatMap(([name, decompress]) => (decompress === undefined ? [] : [[name, safe(decompress)]])));
}
const parquet_library_native = {
	GZIP: (input, length) => (0,external_node_zlib_.gunzipSync)(input, { maxOutputLength: Math.max(1, length) }),
	BROTLI: (input, length) => (0,external_node_zlib_.brotliDecompressSync)(input, { maxOutputLength: Math.max(1, length) }),
	ZSTD: (input, length) => (0,external_node_zlib_.zstdDecompressSync)(input, { maxOutputLength: Math.max(1, length) })
};
;
const maxPageBytes = 256 << 20;
const headerBytes = 16_384;
class ColumnPages {
	window;
	decoder;
	isFlat;
	isRepeated;
	leaf;
	library;
	dictionary;
	rows = [];
	at = 0;
	open = [];
	constructor(leaf, chunk, source, library) {
		const { meta_data: meta } = chunk;
		if (meta === undefined)
			throw new Damage('a column is encrypted');
		if (chunk.file_path !== undefined)
			throw new Damage('a column lies in another file');
		const from = Number(meta.dictionary_page_offset || meta.data_page_offset);
		const { file, windowBytes, files } = source;
		this.window = new Window({ file, from, to: from + Number(meta.total_compressed_size), windowBytes }, files);
		this.leaf = leaf;
		this.library = library;
		const schemaPath = [...leaf.schemaPath];
		this.isFlat = library.isFlatColumn(schemaPath);
		this.isRepeated = library.getMaxRepetitionLevel(schemaPath) > 0;
		const { element } = schemaPath.at(-1) ?? {};
		if (element === undefined)
			throw new Damage('a column has no type');
		const { type, codec, path_in_schema: pathInSchema } = meta;
		this.decoder = {
			pathInSchema,
			type,
			element,
			schemaPath,
			codec,
			parsers: library.parsers,
			compressors: library.compressors
		};
	}
	get ready() {
		return this.rows.length - this.at;
	}
	async fill(rows) {
		while (this.ready < rows) {
			if (this.window.left > 0)
				await this.page();
			else if (this.open.length > 0)
				this.keep(this.open, []);
			else
				throw new Damage('a column has fewer rows than the file says');
		}
	}
	take(rows) {
		this.at += rows;
		return this.rows.slice(this.at - rows, this.at);
	}
	async page() {
		const header = await this.header();
		const { compressed_page_size: packed, uncompressed_page_size: plain } = header;
		if (packed > maxPageBytes || plain > maxPageBytes)
			throw new Damage(`a page has more than ${maxPageBytes >> 20} MiB`);
		await this.window.fill(packed);
		const bytes = this.window.take(packed);
		if (header.type === 'DICTIONARY_PAGE')
			this.dictionary = this.readDictionary(bytes, header);
		else if (header.type === 'DATA_PAGE' || header.type === 'DATA_PAGE_V2')
			this.readData(bytes, header);
	}
	async header() {
		for (let atLeast = headerBytes;; atLeast *= 8) {
			await this.window.fill(atLeast);
			const { ahead, left } = this.window;
			const reader = { view: new DataView(ahead.buffer, ahead.byteOffset, ahead.byteLength), offset: 0 };
			try {
				const header = this.library.parquetHeader(reader);
				this.window.take(reader.offset);
				return header;
			}
			catch (error) {
				if (ahead.length >= left || !(error instanceof RangeError))
					throw error;
			}
		}
	}
	readDictionary(bytes, header) {
		const { codec, compressors, type, element } = this.decoder;
		const count = header.dictionary_page_header?.num_values ?? 0;
		const page = this.library.decompressPage(bytes, header.uncompressed_page_size, codec, compressors);
		const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: 0 };
		return this.converted(this.library.readPlain(reader, type, count, element.type_length));
	}
	readData(bytes, header) {
		const { codec, compressors } = this.decoder;
		const { data_page_header: first, data_page_header_v2: second } = header;
		const told = first ?? second;
		if (told === undefined || told.num_values === 0)
			return;
		const { definitionLevels, repetitionLevels, dataPage } = first === undefined
			? this.library.readDataPageV2(bytes, header, this.decoder)
			: this.library.readDataPage(this.library.decompressPage(bytes, header.uncompressed_page_size, codec, compressors), first, this.decoder);
		const isIndexed = told.encoding === 'PLAIN_DICTIONARY' || told.encoding === 'RLE_DICTIONARY';
		const values = isIndexed ? this.lookedUp(dataPage) : this.converted(dataPage);
		if (this.isFlat)
			this.keep(this.spread(values, definitionLevels, told.num_values), []);
		else
			this.nest(values, definitionLevels, repetitionLevels);
	}
	lookedUp(indexes) {
		const { dictionary } = this;
		if (dictionary === undefined)
			throw new Damage('a page needs a dictionary that is not there');
		const values = [];
		for (const index of indexes) {
			const value = dictionary[Number(index)];
			if (value === undefined)
				throw new Damage('a page names a value that its dictionary does not have');
			values.push(value);
		}
		return values;
	}
	converted(stored) {
		const { convert } = this.leaf.value;
		const values = [];
		for (const value of stored)
			values.push(convert(value));
		return values;
	}
	spread(values, levels, count) {
		const all = levels === undefined || levels.length === 0 ? values : this.withNulls(values, levels);
		if (all.length !== count)
			throw new Damage('a page has fewer values than it says');
		return all;
	}
	withNulls(values, levels) {
		let next = 0;
		return levels.map(level => (level === 0 ? null : (values[next++] ?? null)));
	}
	nest(values, definitions, repetitions) {
		const { schemaPath } = this.decoder;
		const rows = this.library.assembleLists(this.open, definitions, repetitions, values, schemaPath);
		const all = Array.isArray(rows) ? rows : [...rows];
		if (this.isRepeated)
			this.keep(all.slice(0, -1), all.slice(-1));
		else
			this.keep(all, []);
	}
	keep(rows, open) {
		this.rows = this.rows.slice(this.at).concat(rows);
		this.at = 0;
		this.open = open;
	}
}
var external_node_buffer_ = __webpack_require__(4573);
;
class BadValue extends Error {
	name = 'BadValue';
}
function valueType(element) {
	const { type, converted_type: converted, logical_type: logical } = element;
	if (converted === 'BSON' || converted === 'INTERVAL')
		return undefined;
	if (logical?.type === 'BSON' || logical?.type === 'INTERVAL' || logical?.type === 'VARIANT')
		return undefined;
	if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
		const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
		return { cell: 'number', convert: value => decimal(unscaled(value), scale) };
	}
	switch (type) {
		case 'BOOLEAN':
			return { cell: 'boolean', convert: value => Boolean(value) };
		case 'INT32':
		case 'INT64':
			return ofInteger(element);
		case 'INT96':
			return { cell: 'text', convert: value => instant(julian(big(value)), 1000000000n, 'Z') };
		case 'FLOAT':
			return { cell: 'number', convert: value => single(Number(value)) };
		case 'DOUBLE':
			return { cell: 'number', convert: value => finite(Number(value)) };
		case 'BYTE_ARRAY':
		case 'FIXED_LEN_BYTE_ARRAY':
			return ofBytes(element);
		case undefined:
			return undefined;
	}
}
function ofInteger({ type, converted_type: converted, logical_type: logical }) {
	const unsigned = converted?.startsWith('UINT') === true || (logical?.type === 'INTEGER' && !logical.isSigned);
	const bits = type === 'INT32' ? 32 : 64;
	const whole = unsigned ? (value) => BigInt.asUintN(bits, big(value)) : big;
	if (converted === 'DATE' || logical?.type === 'DATE')
		return { cell: 'text', convert: value => date(Number(value)) };
	if (logical?.type === 'TIMESTAMP') {
		const zone = logical.isAdjustedToUTC ? 'Z' : '';
		return { cell: 'text', convert: value => instant(big(value), perSecond[logical.unit], zone) };
	}
	if (logical?.type === 'TIME')
		return { cell: 'text', convert: value => parquet_values_clock(big(value), perSecond[logical.unit]) };
	const legacy = converted === undefined ? undefined : legacyTimes[converted];
	if (legacy !== undefined)
		return { cell: 'text', convert: value => legacy(big(value)) };
	if (type === 'INT32' && !unsigned)
		return { cell: 'number', convert: value => Number(value) };
	return { cell: 'number', convert: value => exact(whole(value)) };
}
function ofBytes({ type, converted_type: converted, logical_type: logical }) {
	if (logical?.type === 'UUID')
		return { cell: 'text', convert: value => uuid(bytes(value)) };
	if (logical?.type === 'FLOAT16')
		return { cell: 'number', convert: value => half(bytes(value)) };
	if (converted === 'JSON' || logical?.type === 'JSON')
		return { cell: 'json', convert: value => json(utf8(bytes(value))) };
	const isText = converted === 'UTF8' || converted === 'ENUM' || logical?.type === 'STRING' || logical?.type === 'ENUM';
	if (isText)
		return { cell: 'text', convert: value => utf8(bytes(value)) };
	const isShape = logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY';
	if (type === 'FIXED_LEN_BYTE_ARRAY' || isShape)
		return { cell: 'text', convert: value => base64(bytes(value)) };
	return { cell: 'text', convert: value => ((0,external_node_buffer_.isUtf8)(bytes(value)) ? utf8(bytes(value)) : base64(bytes(value))) };
}
const perSecond = { MILLIS: 1000n, MICROS: 1000000n, NANOS: 1000000000n };
const legacyTimes = {
	TIMESTAMP_MILLIS: value => instant(value, 1000n, 'Z'),
	TIMESTAMP_MICROS: value => instant(value, 1000000n, 'Z'),
	TIME_MILLIS: value => parquet_values_clock(value, 1000n),
	TIME_MICROS: value => parquet_values_clock(value, 1000000n)
};
function big(value) {
	if (typeof value === 'bigint')
		return value;
	if (value instanceof Uint8Array)
		throw new BadValue('bytes where a number belongs');
	return BigInt(value);
}
function bytes(value) {
	if (value instanceof Uint8Array)
		return value;
	throw new BadValue('a number where bytes belong');
}
function exact(value) {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : String(value);
}
function finite(value) {
	return Number.isFinite(value) ? value : null;
}
function single(value) {
	if (!Number.isFinite(value))
		return null;
	for (let digits = 6; digits < 9; digits++) {
		const short = Number(value.toPrecision(digits));
		if (Math.fround(short) === value)
			return short;
	}
	return Number(value.toPrecision(9));
}
function half(pair) {
	const word = (pair[0] ?? 0) | ((pair[1] ?? 0) << 8);
	const sign = word >> 15 === 0 ? 1 : -1;
	const exponent = (word >> 10) & 0x1f;
	const fraction = (word & 0x3ff) / 1024;
	if (exponent === 0x1f)
		return null;
	return exponent === 0 ? sign * 2 ** -14 * fraction : sign * 2 ** (exponent - 15) * (1 + fraction);
}
function unscaled(value) {
	if (!(value instanceof Uint8Array))
		return big(value);
	if (value.length === 0)
		return 0n;
	return BigInt.asIntN(value.length * 8, BigInt(`0x${Buffer.from(value).toString('hex')}`));
}
function decimal(value, scale) {
	const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
	const sign = value < 0n ? '-' : '';
	const point = digits.length - scale;
	const text = scale > 0 ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}` : `${sign}${digits}`;
	return digits.replace(/^0+/, '').length <= 15 ? Number(text) : text;
}
function date(days) {
	return iso(days * 86_400_000)?.slice(0, 10) ?? String(days);
}
function instant(value, units, zone) {
	const fraction = ((value % units) + units) % units;
	const seconds = (value - fraction) / units;
	const text = iso(Number(seconds) * 1000);
	return text === undefined ? String(value) : `${text.slice(0, 19)}${decimals(fraction, units)}${zone}`;
}
function parquet_values_clock(value, units) {
	const text = value < 0n ? undefined : iso(Number(value / units) * 1000);
	return text === undefined ? String(value) : `${text.slice(11, 19)}${decimals(value % units, units)}`;
}
function decimals(fraction, units) {
	if (fraction === 0n)
		return '';
	const digits = String(fraction).padStart(String(units).length - 1, '0');
	return `.${digits.replace(/(000)+$/, '')}`;
}
function iso(ms) {
	return ms >= -62_167_219_200_000 && ms < 253_402_300_800_000 ? new Date(ms).toISOString() : undefined;
}
function julian(value) {
	return ((value >> 64n) - 2440588n) * 86400000000000n + (value & 0xffffffffffffffffn);
}
function uuid(value) {
	const hex = Buffer.from(value).toString('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
function utf8(value) {
	const buffer = Buffer.from(value.buffer, value.byteOffset, value.length);
	if (!(0,external_node_buffer_.isUtf8)(buffer))
		throw new BadValue('a text that is not UTF-8');
	return buffer.toString('utf8');
}
function base64(value) {
	return Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64');
}
function json(text) {
	try {
		return exactJson(text);
	}
	catch {
		throw new BadValue('a value of type JSON that is not JSON');
	}
}
;
const parquet_schema_maxDepth = 100;
function readSchema(metadata, library) {
	const root = library.parquetSchema(metadata);
	const columns = [];
	const leftOut = [];
	const names = new Set();
	for (const tree of root.children) {
		const { name } = tree.element;
		if (names.has(name))
			throw new Damage('two columns have the same name');
		names.add(name);
		const leaves = leavesOf(tree, [root, tree]);
		if (leaves === undefined)
			leftOut.push(name);
		else
			columns.push(columnOf(tree, leaves));
	}
	return { columns, leftOut };
}
function columnOf(tree, leaves) {
	const isFlat = tree.children.length === 0 && tree.element.repetition_type !== 'REPEATED';
	return { name: tree.element.name, tree, isFlat, leaves, cell: isFlat ? (leaves[0]?.value.cell ?? 'text') : 'json' };
}
function leavesOf(tree, path) {
	if (path.length > parquet_schema_maxDepth)
		throw new Damage(`a column is nested more than ${parquet_schema_maxDepth} levels deep`);
	if (tree.element.logical_type?.type === 'VARIANT')
		return undefined;
	if (tree.children.length === 0) {
		const value = valueType(tree.element);
		return value === undefined ? undefined : [{ schemaPath: path, value }];
	}
	const leaves = [];
	for (const child of tree.children) {
		const below = leavesOf(child, [...path, child]);
		if (below === undefined)
			return undefined;
		leaves.push(...below);
	}
	return leaves;
}
;
const batchBytes = 64 * 1024;
const maxBatchRows = 1000;
const windowsBytes = 64 << 20;
const leastWindowBytes = 128 << 10;
const mostWindowBytes = 8 << 20;
class ParquetFile {
	columns;
	types;
	row = 0;
	options;
	files;
	constructor(options, files) {
		this.options = options;
		this.files = files;
	}
	async *found() {
		const library = await loadParquet();
		try {
			const footer = await readFooter(this.options.file, this.files, library);
			if ('message' in footer)
				this.fail(footer.message, footer.hint);
			else
				yield* this.groups(footer.metadata, library);
		}
		catch (error) {
			if (error instanceof build_problems .HR || error instanceof build_problems .tZ)
				throw error;
			this.fail(this.described(error));
		}
	}
	async *groups(metadata, library) {
		const { columns, leftOut } = readSchema(metadata, library);
		const { file, problems } = this.options;
		for (const name of leftOut) {
			problems.warning(`the column ${nearest_spelled(name)} is left out: its type has no value in JSON`, { file });
		}
		this.columns = columns.map(({ name }) => name);
		this.types = Object.fromEntries(columns.map(({ name, cell }) => [name, cell]));
		for (const group of metadata.row_groups)
			yield* this.rows(group, columns, library);
	}
	async *rows(group, columns, library) {
		const readers = this.open(group, columns, library);
		const names = columns.map(({ name }) => name);
		const all = Number(group.num_rows);
		const bytesPerRow = Math.max(1, Number(group.total_byte_size) / Math.max(1, all));
		const most = Math.min(maxBatchRows, Math.max(1, Math.floor(batchBytes / bytesPerRow)));
		for (let done = 0; done < all; done += most) {
			const rows = Math.min(most, all - done);
			for (const { pages } of readers)
				for (const page of pages)
					if (page.ready < rows)
						await page.fill(rows);
			const cells = readers.map(reader => taken(reader, rows, library));
			const found = { fields: [], lines: [] };
			for (let row = 0; row < rows; row++) {
				found.fields.push(fieldsOfCells(names, cells.map(column => column[row] ?? null)));
				found.lines.push(++this.row);
			}
			yield found;
		}
	}
	open(group, columns, library) {
		const chunks = new Map(group.columns.map(chunk => [chunk.meta_data?.path_in_schema.join('\0') ?? '', chunk]));
		const share = Math.floor(windowsBytes / Math.max(1, group.columns.length));
		const windowBytes = Math.min(mostWindowBytes, Math.max(leastWindowBytes, share));
		const source = { file: this.options.file, files: this.files, windowBytes };
		return columns.map(column => ({
			column,
			pages: column.leaves.map(leaf => {
				const path = leaf.schemaPath.slice(1).map(({ element }) => element.name);
				const chunk = chunks.get(path.join('\0')) ?? chunks.get('');
				if (chunk === undefined)
					throw new Damage(`a row group lacks the column ${nearest_spelled(column.name)}`);
				return new ColumnPages(leaf, chunk, source, library);
			})
		}));
	}
	described(error) {
		const where = this.row === 0 ? '' : ` behind row ${this.row}`;
		if (error instanceof Damage)
			return `the file cannot be read${where}: ${error.message}`;
		if (error instanceof BadValue)
			return `the file cannot be read${where}: it holds ${error.message}`;
		const told = error instanceof Error
			? /^parquet (unsupported (?:encoding|compression codec): \w+)$/.exec(error.message)?.[1]
			: undefined;
		return `the file cannot be read${where}: ${told ?? 'it is damaged'}`;
	}
	fail(message, hint) {
		this.options.problems.error(message, { file: this.options.file }, hint);
	}
}
function taken({ column, pages }, rows, library) {
	const [only] = pages;
	if (column.isFlat && only !== undefined)
		return only.take(rows).map(value => parquet_json(value));
	const data = new Map();
	for (const [index, page] of pages.entries()) {
		data.set((column.leaves[index]?.schemaPath.at(-1)?.path ?? []).join('.'), page.take(rows));
	}
	library.assembleNested(data, column.tree, library.parsers);
	return (data.get(column.tree.path.join('.')) ?? []).map(value => parquet_json(value));
}
function parquet_json(value) {
	if (value === undefined || value === null || typeof value !== 'object')
		return value ?? null;
	if (Array.isArray(value))
		return value.map(parquet_json);
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, parquet_json(member)]));
}
;
async function* pieces(source, size) {
	const buffer = new Uint8Array(size);
	let filled = 0;
	for await (const chunk of source) {
		for (let at = 0; at < chunk.length;) {
			const part = chunk.subarray(at, at + size - filled);
			buffer.set(part, filled);
			filled += part.length;
			at += part.length;
			if (filled < size)
				break;
			yield buffer;
			filled = 0;
		}
	}
	if (filled > 0)
		yield buffer.subarray(0, filled);
}
;
const columns = ['text', 'path', 'name', 'extension'];
class TextReader {
	columns = columns;
	whole;
	file;
	constructor(options) {
		this.whole = new WholeText(options);
		this.file = options.file;
	}
	get broken() {
		return this.whole.broken;
	}
	push(text) {
		this.whole.push(text);
		return reader_nothing();
	}
	end() {
		const text = this.whole.end();
		if (text === undefined)
			return reader_nothing();
		const { path, name, extension } = pathFacts(this.file);
		return { fields: [fieldsOfCells(columns, [text, path, name, extension])], lines: [0] };
	}
}
;
const newline = 10;
class Utf8Text {
	line = 1;
	started = false;
	tail = new Uint8Array(0);
	decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	file;
	problems;
	constructor(file, problems) {
		this.file = file;
		this.problems = problems;
	}
	push(chunk) {
		const bytes = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk]);
		const whole = !this.started && bytes.length < 3 ? 0 : completeLength(bytes);
		this.tail = Uint8Array.from(bytes.subarray(whole));
		return whole === 0 ? '' : this.decode(bytes.subarray(0, whole));
	}
	end() {
		const rest = this.tail;
		this.tail = new Uint8Array(0);
		return rest.length === 0 ? '' : this.decode(rest);
	}
	decode(bytes) {
		if (!this.started && this.isUtf16(bytes))
			return undefined;
		let text;
		try {
			text = this.decoder.decode(bytes);
		}
		catch {
			this.invalid(bytes);
			return;
		}
		if (!this.started) {
			this.started = true;
			if (text.startsWith('\uFEFF'))
				text = text.slice(1);
			if (isLfsPointer(text)) {
				this.pointer();
				return;
			}
		}
		const nul = text.indexOf('\0');
		if (nul !== -1) {
			this.nul(text, nul);
			return;
		}
		this.line += countLines(text);
		return text;
	}
	isUtf16(bytes) {
		const [first, second, third, fourth] = bytes;
		const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
		const bare = (first === 0 && second !== 0 && third === 0) || (first !== 0 && second === 0 && fourth === 0);
		if (!marked && !bare)
			return false;
		this.problems.error('the file is UTF-16, not UTF-8', { file: this.file, line: 1 }, 'save it as UTF-8');
		return true;
	}
	invalid(bytes) {
		const offset = firstInvalid(bytes);
		const line = this.line + countBytes(bytes.subarray(0, offset));
		const value = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
		this.problems.error(`byte 0x${value} is not UTF-8`, { file: this.file, line }, 'save the file as UTF-8; a file from a spreadsheet is often Windows-1252');
	}
	pointer() {
		this.problems.error(lfsFault.message, { file: this.file, line: 1 }, lfsFault.hint);
	}
	nul(text, offset) {
		const line = this.line + countLines(text.slice(0, offset));
		this.problems.error('the file holds a NUL character', { file: this.file, line }, 'is it a text file, in UTF-8?');
	}
}
function completeLength(bytes) {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back];
		if (byte < 0x80)
			return bytes.length;
		if (byte >= 0xc0)
			return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}
function sequenceLength(lead) {
	if (lead >= 0xf0)
		return 4;
	return lead >= 0xe0 ? 3 : 2;
}
function countBytes(bytes) {
	let lines = 0;
	for (const byte of bytes)
		if (byte === newline)
			lines++;
	return lines;
}
function firstInvalid(bytes) {
	let index = 0;
	while (index < bytes.length) {
		const length = validSequence(bytes, index);
		if (length === 0)
			return index;
		index += length;
	}
	return Math.max(0, bytes.length - 1);
}
function validSequence(bytes, index) {
	const lead = bytes[index];
	if (lead < 0x80)
		return 1;
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	const length = sequenceLength(lead);
	const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
	const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
	for (let offset = 1; offset < length; offset++) {
		const byte = bytes[index + offset] ?? 0;
		if (byte < (offset === 1 ? low : 0x80) || byte > (offset === 1 ? high : 0xbf))
			return 0;
	}
	return length;
}
;
const dataset_file_batchBytes = 64 * 1024;
const makers = {
	csv: dataset_file_text(options => new CsvReader(',', options)),
	tsv: dataset_file_text(options => new CsvReader('\t', options)),
	jsonl: dataset_file_text(options => new JsonlReader(options)),
	json: dataset_file_text(options => new JsonReader(options)),
	yaml: dataset_file_text(options => new YamlReader(options)),
	markdown: dataset_file_text(options => new MarkdownReader(options)),
	text: dataset_file_text(options => new TextReader(options)),
	'openai-batch': dataset_file_text(options => new OpenAiBatchReader(options)),
	'bedrock-records': dataset_file_text(options => new BedrockRecordsReader(options)),
	parquet: (options, files) => new ParquetFile(options, files),
	image: (options, files) => new ImageFile(options, files),
	document: (options, files) => new DocumentFile(options, files)
};
function openFile(format, options, files) {
	return makers[format](options, files);
}
function isFilePerRow(format) {
	return format === 'markdown' || format === 'text' || format === 'image' || format === 'document';
}
function dataset_file_text(make) {
	return (options, files) => {
		const reader = make(options);
		return {
			get columns() {
				return reader.columns;
			},
			get types() {
				return reader.types;
			},
			found: () => foundIn(options.file, files, reader, options.problems)
		};
	};
}
async function* foundIn(file, files, reader, problems) {
	const utf8 = new Utf8Text(file, problems);
	for await (const bytes of pieces(files.open(file), dataset_file_batchBytes)) {
		const decoded = utf8.push(bytes);
		if (decoded === undefined)
			return;
		yield reader.push(decoded);
		if (reader.broken)
			return;
	}
	const rest = utf8.end();
	if (rest === undefined)
		return;
	yield reader.push(rest);
	if (!reader.broken)
		yield reader.end();
}
;
function formatOf(files, format, problems) {
	if (format !== undefined)
		return format;
	const found = new Map();
	for (const file of files) {
		const known = formatByExtension(file);
		if (known === undefined) {
			unknown(file, problems);
			return;
		}
		if (!found.has(known))
			found.set(known, file);
	}
	const [first, second] = found;
	if (first !== undefined && second !== undefined) {
		problems.error(`the files of one dataset must have one format, but ${first[1]} is ${first[0]} and ${second[1]} is ${second[0]}`, { file: second[1] }, 'give each format a spec of its own, or name one with `dataset.format`');
		return undefined;
	}
	return first?.[0];
}
function unknown(file, problems) {
	const endings = Object.keys(formatsByExtension).map(ending => `.${ending}`);
	const formats = `${datasetFormats.slice(0, -1).join(', ')} or ${datasetFormats.at(-1) ?? ''}`;
	problems.error(`the ending of ${file} names no dataset format`, { file }, `known endings are ${endings.join(', ')}; for another ending set dataset.format to ${formats}`);
}
;
const { imul } = Math;
const seeds = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93];
function keyHash(text, into) {
	let [a, b, c, d] = [0, 0, 0, 0];
	const { length } = text;
	for (let at = 0; at < length; at += 8) {
		a = mixed(a, pair(text, at), seeds[0], 15, seeds[1]);
		a = (imul(rotated(a, 19) + b, 5) + 0x561ccd1b) | 0;
		b = mixed(b, pair(text, at + 2), seeds[1], 16, seeds[2]);
		b = (imul(rotated(b, 17) + c, 5) + 0x0bcaa747) | 0;
		c = mixed(c, pair(text, at + 4), seeds[2], 17, seeds[3]);
		c = (imul(rotated(c, 15) + d, 5) + 0x96cd1c35) | 0;
		d = mixed(d, pair(text, at + 6), seeds[3], 18, seeds[0]);
		d = (imul(rotated(d, 13) + a, 5) + 0x32ac3b17) | 0;
	}
	a ^= length;
	b ^= length;
	c ^= length;
	d ^= length;
	a = (a + b + c + d) | 0;
	const [b1, c1, d1] = [finished((b + a) | 0), finished((c + a) | 0), finished((d + a) | 0)];
	const a1 = finished(a);
	const sum = (a1 + b1 + c1 + d1) | 0;
	into[0] = sum;
	into[1] = b1 + sum;
	into[2] = c1 + sum;
	into[3] = d1 + sum;
}
function pair(text, at) {
	return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
}
function mixed(state, block, first, turn, second) {
	return state ^ imul(rotated(imul(block, first), turn), second);
}
function rotated(word, turn) {
	return (word << turn) | (word >>> (32 - turn));
}
function finished(word) {
	let mixing = imul(word ^ (word >>> 16), 0x85ebca6b);
	mixing = imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
	return mixing ^ (mixing >>> 16);
}
;
const blockEntries = 65_536;
const words = 4;
class KeyTable {
	size = 0;
	index = new Int32Array(1024);
	hashes = [];
	notes = [];
	hash = new Uint32Array(words);
	add(text, note) {
		keyHash(text, this.hash);
		const slot = this.slotOf(this.hash, 0);
		const found = this.index[slot] ?? 0;
		if (found !== 0)
			return found - 1;
		this.store(note);
		this.index[slot] = this.size;
		if (this.size * 2 > this.index.length)
			this.grow();
		return undefined;
	}
	note(entry) {
		return this.notes[Math.floor(entry / blockEntries)]?.[entry % blockEntries] ?? 0;
	}
	setNote(entry, note) {
		const block = this.notes[Math.floor(entry / blockEntries)];
		if (block !== undefined)
			block[entry % blockEntries] = note;
	}
	store(note) {
		const block = Math.floor(this.size / blockEntries);
		if (block === this.hashes.length) {
			this.hashes.push(new Uint32Array(blockEntries * words));
			this.notes.push(new Uint32Array(blockEntries));
		}
		this.hashes[block]?.set(this.hash, (this.size % blockEntries) * words);
		this.setNote(this.size, note);
		this.size++;
	}
	slotOf(hash, offset) {
		const mask = this.index.length - 1;
		let slot = (hash[offset] ?? 0) & mask;
		for (;;) {
			const entry = this.index[slot] ?? 0;
			if (entry === 0 || this.isSame(entry - 1, hash, offset))
				return slot;
			slot = (slot + 1) & mask;
		}
	}
	isSame(entry, hash, offset) {
		const block = this.hashes[Math.floor(entry / blockEntries)];
		if (block === undefined)
			return false;
		const base = (entry % blockEntries) * words;
		for (let word = 0; word < words; word++)
			if (block[base + word] !== hash[offset + word])
				return false;
		return true;
	}
	grow() {
		this.index = new Int32Array(this.index.length * 2);
		for (let entry = 0; entry < this.size; entry++) {
			const block = this.hashes[Math.floor(entry / blockEntries)];
			if (block === undefined)
				continue;
			this.index[this.slotOf(block, (entry % blockEntries) * words)] = entry + 1;
		}
	}
}
;
const watchedRows = 1000;
const watchedColumns = 200;
const telling = /^(id|key|sku|slug|uuid|code|isbn|ean|.*[_\- ]?id)$/i;
class UniqueColumns {
	rows = 0;
	values;
	see(fields) {
		if (++this.rows > watchedRows)
			return;
		this.values ??= new Map(Object.keys(fields)
			.slice(0, watchedColumns)
			.map(name => [name, new Set()]));
		for (const [name, seen] of this.values) {
			const value = fields[name];
			const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
			if (text === '' || text.length > 512 || seen.has(text))
				this.values.delete(name);
			else
				seen.add(text);
		}
	}
	best() {
		const names = [...(this.values?.keys() ?? [])];
		return names.find(name => telling.test(name)) ?? names[0];
	}
}
;
const maxKeyBytes = 512;
function rowKeys(key, problems) {
	return key === undefined ? new ContentKeys(problems) : new FieldKeys(key, problems);
}
class FieldKeys {
	seen = new KeyTable();
	files = [];
	field;
	problems;
	constructor(field, problems) {
		this.field = field;
		this.problems = problems;
	}
	keyOf(fields, place) {
		const key = this.text(fields, place);
		if (key === undefined)
			return undefined;
		if (this.files.at(-1)?.file !== place.file)
			this.files.push({ file: place.file, first: this.seen.size });
		const before = this.seen.add(key, place.line ?? 0);
		if (before === undefined)
			return key;
		const file = this.files.findLast(one => one.first <= before)?.file ?? place.file;
		const line = this.seen.note(before);
		const message = `the key ${told(key)} is not unique: it stands at ${file}${line === 0 ? '' : `:${line}`} too`;
		this.problems.error(message, place, 'every row needs a key of its own');
		return undefined;
	}
	finish() {
	}
	text(fields, place) {
		const value = fields[this.field];
		if (typeof value === 'string')
			return this.checked(value, place);
		if (typeof value === 'number' || typeof value === 'boolean')
			return JSON.stringify(value);
		const name = nearest_spelled(this.field);
		if (value === undefined) {
			this.problems.error(`the row has no key field ${name}`, place, namesHint(this.field, Object.keys(fields)));
		}
		else if (value === null)
			this.problems.error(`the key field ${name} is empty`, place);
		else
			this.problems.error(`the key field ${name} must be a text or a number, not a list or an object`, place);
		return undefined;
	}
	checked(key, place) {
		const wrong = keys_fault(key);
		if (wrong === undefined)
			return key.length < 13 ? key : ` ${key}`.slice(1);
		this.problems.error(`the key field ${nearest_spelled(this.field)} ${wrong}`, place);
		return undefined;
	}
}
class ContentKeys {
	seen = new KeyTable();
	unique = new UniqueColumns();
	problems;
	constructor(problems) {
		this.problems = problems;
	}
	keyOf(fields) {
		this.unique.see(fields);
		const key = contentHash((0,build_json .dj)(fields));
		const before = this.seen.add(key, 1);
		if (before === undefined)
			return key;
		const copies = this.seen.note(before) + 1;
		this.seen.setNote(before, copies);
		return `${key}-${copies}`;
	}
	finish() {
		const column = this.unique.best();
		this.problems.warning('dataset.key is not set, so a row is named by its content and any change makes it another row', undefined, column === undefined ? 'add a column with a stable id' : `${nearest_spelled(column)} is unique so far: \`key: ${column}\``);
	}
}
function keys_fault(key) {
	if (key.trim() === '')
		return 'is empty';
	if (/[\u0000-\u001f\u007f]/.test(key))
		return 'holds a control character or a line break';
	if (key.length * 3 > maxKeyBytes && Buffer.byteLength(key) > maxKeyBytes)
		return `is longer than ${maxKeyBytes} bytes`;
	return key.isWellFormed() ? undefined : 'holds half a character';
}
function told(key) {
	return JSON.stringify(key.length > 80 ? `${key.slice(0, 77)}…` : key);
}
;
const defaultMaxRowBytes = 16 * 1024 * 1024;
async function* readDataset(source, files, problems) {
	const format = formatOf(source.files, source.format, problems);
	if (format === undefined || !isReadable(source, format, problems))
		return;
	const keys = rowKeys(source.key, problems);
	const state = new Reading(source, keys, problems);
	for (const file of source.files) {
		const opened = openFile(format, readerOptions(source, file, problems), files);
		let rows = 0;
		for await (const found of opened.found()) {
			if (!state.agree(opened, file))
				return;
			rows += found.fields.length;
			const batch = state.batch(found, file);
			if (batch.length > 0)
				yield batch;
			if (state.isOver)
				break;
		}
		if (state.isOver)
			break;
		if (rows === 0 && !problems.any)
			problems.error(emptyMessage(opened, format), { file });
	}
	state.finish();
}
function readerOptions(source, file, problems) {
	const { at, types, maxRowBytes = defaultMaxRowBytes } = source;
	return { file, at, types, maxRowBytes, problems };
}
function emptyMessage({ columns }, format) {
	const isHeaded = columns !== undefined && (format === 'csv' || format === 'tsv');
	return isHeaded ? 'the file has a header and no rows' : 'the file holds no rows';
}
function isReadable(source, format, problems) {
	const inDocument = format === 'json' || format === 'yaml';
	if (source.at !== undefined && !inDocument) {
		problems.error(`dataset.at is for json and yaml, the dataset is ${format}`, undefined, 'remove it');
		return false;
	}
	const typed = Object.keys(source.types)[0];
	if (typed !== undefined && format !== 'csv' && format !== 'tsv') {
		const message = `dataset.types is for csv and tsv; in ${format} the value of ${nearest_spelled(typed)} has its own type`;
		problems.error(message, undefined, 'remove it');
		return false;
	}
	return true;
}
class Reading {
	isOver = false;
	seen = 0;
	kept = 0;
	columns;
	source;
	keys;
	problems;
	constructor(source, keys, problems) {
		this.source = source;
		this.keys = keys;
		this.problems = problems;
	}
	batch(found, file) {
		const { where, limit, hidden } = this.source;
		const rows = [];
		for (const [index, whole] of found.fields.entries()) {
			const fields = withoutHidden(whole, hidden);
			const line = found.lines[index] ?? 0;
			const place = line === 0 ? { file } : { file, line };
			this.seen++;
			if (where !== undefined && !where(fields, place))
				continue;
			const key = this.keys.keyOf(fields, place);
			if (key === undefined)
				continue;
			const brought = found.brought?.[index];
			rows.push(brought === undefined ? { key, fields, place } : { key, fields, place, ...brought });
			if (++this.kept === limit) {
				this.isOver = true;
				return rows;
			}
		}
		if (this.problems.omitted > 0)
			this.isOver = true;
		return rows;
	}
	agree({ columns: all }, file) {
		const columns = visibleOf(all, this.source);
		if (columns === undefined)
			return true;
		this.columns ??= columns;
		const first = this.columns;
		const missing = first.filter(name => !columns.includes(name));
		const more = columns.filter(name => !first.includes(name));
		if (missing.length + more.length === 0)
			return true;
		const differences = [
			...(missing.length > 0 ? [`lacks ${missing.map(nearest_spelled).join(', ')}`] : []),
			...(more.length > 0 ? [`adds ${more.map(nearest_spelled).join(', ')}`] : [])
		];
		const message = `the header ${differences.join(' and ')}, compared with ${this.source.files[0] ?? ''}`;
		this.problems.error(message, { file, line: 1 }, 'the files of one dataset must have the same columns');
		return false;
	}
	finish() {
		this.keys.finish();
		if (this.seen === 0 || this.kept > 0 || this.problems.any || this.source.where === undefined)
			return;
		this.problems.warning(`dataset.where holds for none of ${counted(this.seen, 'row')}`);
	}
}
function visibleOf(names, { hidden = [] }) {
	return names === undefined || hidden.length === 0 ? names : names.filter(name => !hidden.includes(name));
}
function withoutHidden(fields, hidden = []) {
	if (!hidden.some(name => Object.hasOwn(fields, name)))
		return fields;
	const visible = Object.create(null);
	for (const [name, value] of Object.entries(fields))
		if (!hidden.includes(name))
			visible[name] = value;
	return visible;
}
;
function addedFields({ matrix, variants, samples }) {
	return [...Object.keys(matrix), ...(variants.length > 0 ? ['variant'] : []), ...(samples > 1 ? ['sample'] : [])];
}
function isExpanding(expansion) {
	return addedFields(expansion).length > 0;
}
function expandColumns(columns, expansion, problems) {
	const added = addedFields(expansion);
	for (const name of added.filter(one => columns.names.includes(one))) {
		problems.error(`the dataset has a column ${nearest_spelled(name)} already`, undefined, name in expansion.matrix ? 'give the matrix another name' : 'rename the column of the dataset');
	}
	const { matrix } = expansion;
	const types = Object.fromEntries(added.flatMap((name) => {
		const kinds = new Set((matrix[name] ?? []).map(value => typeof value));
		if (name === 'sample' || (kinds.size === 1 && kinds.has('number')))
			return [[name, 'number']];
		return kinds.size === 1 && kinds.has('boolean') ? [[name, 'boolean']] : [];
	}));
	return {
		...columns,
		names: [...columns.names, ...added],
		...(columns.types && { types: { ...columns.types, ...types } })
	};
}
async function* expandRows(batches, expansion) {
	if (!isExpanding(expansion)) {
		yield* batches;
		return;
	}
	const combinations = combinationsOf(expansion);
	for await (const rows of batches) {
		for (const row of rows)
			yield combinations.map(combination => expanded(row, combination));
	}
}
function combinationsOf(expansion) {
	const { matrix, variants, samples } = expansion;
	const factors = Object.entries(matrix);
	if (variants.length > 0)
		factors.push(['variant', variants]);
	if (samples > 1)
		factors.push(['sample', Array.from({ length: samples }, (_, index) => index + 1)]);
	return factors.reduce((made, [name, values]) => made.flatMap(({ suffix, fields }) => values.map(value => ({
		suffix: `${suffix}#${String(value).replace(/[#%]/g, encodeURIComponent)}`,
		fields: [...fields, [name, value]]
	}))), [{ suffix: '', fields: [] }]);
}
function expanded(row, { suffix, fields }) {
	const own = Object.create(null);
	return {
		...row,
		key: `${row.key}${suffix}`,
		fields: Object.assign(own, row.fields, Object.fromEntries(fields))
	};
}
var tokenx_dist = __webpack_require__(52840);
;
const perImage = 2600;
const perVideo = 960 * 288;
const bytesPerPage = 20_000;
const perPage = 3000;
const bytesPerToken = 3;
function mediaTokens(request) {
	if (request.kind === 'verbatim')
		return 0;
	if (request.kind !== 'chat')
		return request.image ? perImage : 0;
	return request.messages.reduce((sum, { content }) => sum + content.reduce((all, part) => all + ofPart(part), 0), 0);
}
function ofPart(part) {
	if ('image' in part)
		return perImage;
	if ('video' in part)
		return perVideo;
	return 'document' in part ? ofDocument(part.document) : 0;
}
function ofDocument({ format, source }) {
	const bytes = 'base64' in source ? (source.base64.length * 3) / 4 : 4_500_000;
	const isText = ['csv', 'html', 'txt', 'md'].includes(format);
	return isText ? Math.ceil(bytes / bytesPerToken) : Math.ceil(bytes / bytesPerPage) * perPage;
}
;
const scripts = {
	languageConfigs: [
		{ pattern: /[\u0600-\u06ff\u0750-\u077f]/, averageCharsPerToken: 3.5 },
		{ pattern: /[\u0590-\u05ff]/, averageCharsPerToken: 2.6 },
		{ pattern: /[\u0900-\u097f]/, averageCharsPerToken: 4 },
		{ pattern: /[\u0e00-\u0e7f]/, averageCharsPerToken: 2.8 }
	]
};
const tokens_base64 = /[A-Za-z0-9+/]{256,}={0,2}/g;
function estimateTokens(text) {
	const plain = text.length < 256 ? text : text.replace(tokens_base64, '');
	return (0,tokenx_dist .BT)(plain, scripts);
}
const perMessage = 4;
class TokenMeter {
	records = 0;
	fixed = 0;
	counted = { letters: 0, tokens: 0 };
	spread = { letters: 0, tokens: 0 };
	restLetters = 0;
	first;
	every;
	constructor(first = 200, every = 100) {
		this.first = first;
		this.every = every;
	}
	add(request) {
		const position = this.records++;
		const letters = sumOver(request, lengthOf);
		this.fixed += mediaTokens(request);
		this.fixed += request.kind === 'chat' ? perMessage * (request.messages.length + 1) : 0;
		const isSpread = position % this.every === 0;
		if (!isSpread && position >= this.first) {
			this.restLetters += letters;
			return;
		}
		const tokens = sumOver(request, estimateTokens);
		this.counted.letters += letters;
		this.counted.tokens += tokens;
		if (!isSpread)
			return;
		this.spread.letters += letters;
		this.spread.tokens += tokens;
	}
	get tokens() {
		const sample = this.records >= this.first * this.every ? this.spread : this.counted;
		const perLetter = sample.letters === 0 ? 0 : sample.tokens / sample.letters;
		return Math.round(this.fixed + this.counted.tokens + this.restLetters * perLetter);
	}
}
function sumOver(request, measure) {
	switch (request.kind) {
		case 'embed':
		case 'draw':
			return measure(request.text ?? '');
		case 'verbatim':
			return measure(JSON.stringify(request.modelInput));
		case 'chat': {
			let sum = request.system === undefined ? 0 : measure(request.system);
			for (const { content } of request.messages)
				for (const part of content)
					sum += 'text' in part ? measure(part.text) : 0;
			return sum;
		}
	}
}
function lengthOf(text) {
	return text.length;
}
;
const closers = { '"': '"', '“': '”', '‘': '’', '«': '»', "'": "'", '`': '`' };
function withoutQuotations(text, isCut) {
	const open = new Set();
	let kept = '';
	let from = 0;
	for (const { 0: mark, index } of text.matchAll(/["“‘«'`]/g)) {
		if (index < from || open.has(mark) || isInWord(text, index - 1))
			continue;
		const end = quotations_closing(text, index + 1, closers[mark] ?? mark);
		if (end === -1 && !isCut)
			open.add(mark);
		if (end === -1 && !isCut)
			continue;
		const behind = end === -1 ? text.length : end + 1;
		const inside = text.slice(index + 1, behind - 1);
		kept += text.slice(from, index);
		kept += isName(inside) || isMessage(text, index) ? text.slice(index, behind) : '"…"';
		from = behind;
	}
	return kept + text.slice(from);
}
function quotations_closing(text, from, mark) {
	let at = text.indexOf(mark, from);
	while (at !== -1 && mark !== '"' && isInWord(text, at - 1) && isInWord(text, at + 1))
		at = text.indexOf(mark, at + 1);
	return at;
}
function isInWord(text, at) {
	return /[\p{L}\p{N}]/u.test(text.charAt(at));
}
function isMessage(text, at) {
	return /message": ?$/i.test(text.slice(Math.max(0, at - 10), at));
}
function isName(quoted) {
	if (quoted.length > 60)
		return false;
	const steps = quoted.split(/[.#/[\]]+/).filter(step => step !== '');
	const [first] = steps;
	return first !== undefined && !place.test(first) && steps.every(step => place.test(step) || isNameOf(step));
}
function isNameOf(step) {
	return names.has(step.toLowerCase()) || /^[a-z]+(?:_[a-z]+)+$|^[a-z]{3,}(?:[A-Z][a-z]*)+$/.test(step);
}
const place = /^\d+$/;
const names = new Set(('temperature messages message system prompt tools tool thinking model content text image images document documents video ' +
	'audio role user assistant name type source input output inputs outputs seed stop stream format bytes data schema url ' +
	'metadata error code string number integer boolean array object null none auto any true false required p k n base64').split(' '));
;
const stable_text_mostCharacters = 2000;
const stable_text_longest = 160;
function stableText(message, recordId) {
	const isCut = message.length > stable_text_mostCharacters;
	const line = message
		.slice(0, stable_text_mostCharacters)
		.toWellFormed()
		.replaceAll(recordId, 'ID')
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\s]+/gu, ' ');
	const text = withoutQuotations(line, isCut)
		.replace(/[A-Za-z\d+/=_-]{16,}/g, word => (isBase64(word) ? stable_text_hole : word))
		.replace(/[\p{L}\p{M}\p{N}_-]+/gu, (word, at, whole) => isOfOneRecord(word, whole.slice(Math.max(0, at - 12), at)) ? stable_text_hole : word);
	return (0,visible .J)(text.replace(holes, 'N').trim(), stable_text_longest);
}
const stable_text_hole = '\uE000';
const holes = new RegExp(`${stable_text_hole}(?:(?:[^\\p{L}\\p{M}\\s${stable_text_hole}]{1,3}|[,;] )${stable_text_hole})*`, 'gu');
function isOfOneRecord(word, before) {
	if (word.length === 3 && /^[1-5]\d\d$/.test(word) && /(?:http|status|code)[ :=(]{0,3}$/i.test(before))
		return false;
	if (/\p{N}/u.test(word))
		return !meant.some(pattern => pattern.test(word));
	return isRandom(word);
}
const meant = [
	/^(?:base64|utf-?(?:8|16|32)|sha-?\d+|md5|s3|ec2|mp[34]|h26[45]|ipv[46]|http[12]|iso-8859-\d+|[45]xx)$/i,
	/^(?:claude|nova|titan|llama|mi[sx]tral|ministral|magistral|voxtral|pixtral|jamba|gpt|deepseek|qwen|kimi|glm|minimax|gemma|nemotron|palmyra)(?:[-\d][\w-]*)?$/i,
	/^(?:command-[a-z]|embed-[a-z]|stable-[a-z]|sd3-|pegasus-|marengo-)[\w-]*$/i
];
function isRandom(word) {
	if (!/^[A-Za-z]{8,}$/.test(word))
		return false;
	if (/^[a-f]+$|^[A-F]+$/.test(word))
		return true;
	if (/^[a-z]+$|^[A-Z]+$/.test(word))
		return word.length >= 18;
	const changes = word.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
	return word.length >= 16 && changes * 3 > word.length;
}
function isBase64(word) {
	const parts = word.split(/[+/=]/);
	return (parts.some(part => /\d/.test(part) && /[a-z]/.test(part) && /[A-Z]/.test(part)) ||
		(parts.length > 1 && isRandom(word.replace(/[^A-Za-z]/g, ''))));
}
;
const passing = new Set([408, 424, 429]);
const statuses = {
	ValidationException: 400,
	ValidationError: 400,
	ServiceQuotaExceededException: 429,
	AccessDeniedException: 403,
	ResourceNotFoundException: 404,
	ModelTimeoutException: 408,
	ModelErrorException: 424,
	ModelStreamErrorException: 424,
	ModelNotReadyException: 429,
	ThrottlingException: 429,
	TooManyRequestsException: 429,
	InternalServerException: 500,
	InternalFailure: 500,
	ServiceUnavailableException: 503,
	ServiceUnavailable: 503
};
const record_error_names = new Map(Object.keys(statuses).map(name => [name.toLowerCase(), name]));
function isRetryable(error) {
	if (error.expired === true)
		return true;
	if (error.retryable === false)
		return false;
	const { status } = record_error_kindOf(error);
	return status === undefined || status < 400 || status >= 500 || passing.has(status);
}
function errorReason(error, recordId) {
	const { name, message } = record_error_kindOf(error);
	const kind = error.expired === true ? 'expired' : stableName(name, recordId);
	const told = stableText(message, recordId);
	return told === '' ? kind : `${kind}: ${told}`;
}
function record_error_kindOf({ code = '', message }) {
	if (typeof code === 'number')
		return ofStatus(code, message);
	const status = /^(?:http\W?)?([1-5]\d\d)\b/i.exec(code)?.[1];
	if (status !== undefined)
		return ofStatus(Number(status), message);
	const named = nameIn(code);
	if (named !== undefined)
		return { ...named, message };
	return nameIn(message) ?? { name: code === '' ? 'error' : code, message };
}
function ofStatus(status, message) {
	return { name: `http ${status}`, status, message };
}
const start = /^\s*(?:an error occurred \()?(?:[\w.]{0,60}[.#])?([a-z]{5,40})\b(?:\) when calling the \w{1,40} operation)?\s*:?\s*/i;
function nameIn(text) {
	const [all = '', word = ''] = start.exec(text.slice(0, 300)) ?? [];
	const name = record_error_names.get(word.toLowerCase());
	const status = name === undefined ? undefined : statuses[name];
	return name === undefined || status === undefined ? undefined : { name, status, message: text.slice(all.length) };
}
function stableName(name, recordId) {
	return /^http \d{3}$/.test(name) ? name : stableText(name, recordId);
}
const mostMessageCharacters = 2000;
const mostCodeCharacters = 100;
function bounded(error) {
	const { code, message } = error;
	return {
		...error,
		...(typeof code === 'string' && { code: (0,visible .J)(code, mostCodeCharacters) }),
		message: (0,visible .J)(message, mostMessageCharacters)
	};
}
;
function interpret(line, parse, reader) {
	if ('missing' in line)
		return { kind: 'missing', reason: 'missing', retryable: true };
	if ('conflict' in line)
		return { kind: 'conflict', reason: 'conflict', retryable: true };
	if ('error' in line) {
		const { error, recordId } = line;
		return {
			kind: 'error',
			reason: errorReason(error, recordId),
			message: error.message,
			retryable: isRetryable(error)
		};
	}
	try {
		return complete(parse(line.modelOutput), reader);
	}
	catch (error) {
		if (!(error instanceof build_json .ym))
			throw error;
		const raw = JSON.stringify(line.modelOutput);
		return { kind: 'invalid', reason: `unknown shape: ${error.message}`, message: error.message, raw, usage: {} };
	}
}
function complete(completion, reader) {
	const { content, reasoning, stop, usage } = completion;
	const reason = cutShort(completion);
	if (reason !== undefined)
		return { kind: 'incomplete', reason, stop, raw: rawText(content), usage };
	const reasoned = reasoning === undefined ? {} : { reasoning };
	if (isPicture(content))
		return { kind: 'answer', value: { ...content }, ...reasoned, usage };
	const reading = reader(content);
	if (!('value' in reading))
		return { kind: 'invalid', ...reading, raw: rawText(content), usage };
	return { kind: 'answer', ...reading, ...reasoned, usage };
}
function cutShort({ stop, stopDetail, content }) {
	switch (stop) {
		case 'end':
		case 'stop-sequence':
			return isEmpty(content) ? 'empty' : undefined;
		case 'max-tokens':
			return 'max_tokens';
		case 'tool-use':
			return 'tool_use';
		case 'refusal':
		case 'filtered':
			return stop;
		case 'other':
			return stopDetail !== undefined && /^[A-Za-z][\w -]{0,40}$/.test(stopDetail)
				? `stopped: ${stopDetail}`
				: 'stopped';
	}
}
function isPicture(content) {
	return typeof content === 'object' && 'base64' in content;
}
function isEmpty(content) {
	if (typeof content === 'string')
		return content.trim() === '';
	return isPicture(content) ? content.base64 === '' : content.length === 0;
}
function rawText(content) {
	if (typeof content === 'string')
		return content;
	return isPicture(content) ? `a picture (${content.format})` : JSON.stringify(content);
}
;
const blockBits = 14;
const blockLength = 1 << blockBits;
class Growing {
	blocks = [];
	make;
	absent;
	constructor(make, absent = 0) {
		this.make = make;
		this.absent = absent;
	}
	get(index) {
		return this.blocks[index >>> blockBits]?.[index & (blockLength - 1)] ?? this.absent;
	}
	set(index, value) {
		const block = (this.blocks[index >>> blockBits] ??= this.fresh());
		block[index & (blockLength - 1)] = value;
	}
	fresh() {
		const block = this.make(blockLength);
		if (this.absent !== 0)
			block.fill(this.absent);
		return block;
	}
}
const offsets = () => new Growing(length => new Float64Array(length), -1);
const lengths = () => new Growing(length => new Uint32Array(length));
const indexes = () => new Growing(length => new Int32Array(length), -1);
const growing_bytes = () => new Growing(length => new Uint8Array(length));
;
const id_table_digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const id_table_valueOf = new Uint8Array(128).fill(255);
for (let value = 0; value < id_table_digits.length; value++)
	id_table_valueOf[id_table_digits.charCodeAt(value)] = value;
const id_table_idLength = 11;
const two32 = 2 ** 32;
class IdTable {
	size = 0;
	high = lengths();
	low = lengths();
	slots = new Int32Array(2048).fill(-1);
	add(id) {
		const [high, low] = split(id);
		const slot = this.slotOf(high, low);
		const known = this.slots[slot] ?? -1;
		if (known >= 0)
			return known;
		const index = this.size++;
		this.high.set(index, high);
		this.low.set(index, low);
		this.slots[slot] = index;
		if (this.size * 2 > this.slots.length)
			this.rehash();
		return index;
	}
	find(id) {
		const [high, low] = split(id);
		return this.slots[this.slotOf(high, low)] ?? -1;
	}
	has(id) {
		return this.find(id) >= 0;
	}
	idAt(index) {
		let high = this.high.get(index);
		let low = this.low.get(index);
		let text = '';
		for (let position = 0; position < id_table_idLength; position++) {
			const carry = (high % 62) * two32 + low;
			high = Math.floor(high / 62);
			low = Math.floor(carry / 62);
			text = id_table_digits.charAt(carry % 62) + text;
		}
		return text;
	}
	slotOf(high, low) {
		const mask = this.slots.length - 1;
		let slot = (low ^ high) & mask;
		for (;;) {
			const index = this.slots[slot] ?? -1;
			if (index < 0 || (this.low.get(index) === low && this.high.get(index) === high))
				return slot;
			slot = (slot + 1) & mask;
		}
	}
	rehash() {
		this.slots = new Int32Array(this.slots.length * 2).fill(-1);
		for (let index = 0; index < this.size; index++) {
			this.slots[this.slotOf(this.high.get(index), this.low.get(index))] = index;
		}
	}
}
function isRecordId(text) {
	return /^[0-9A-Za-z]{11}$/.test(text) && text <= 'LygHa16AHYF';
}
function split(id) {
	let high = 0;
	let low = 0;
	for (let position = 0; position < id.length; position++) {
		low = low * 62 + (id_table_valueOf[id.charCodeAt(position)] ?? 255);
		high = high * 62 + Math.floor(low / two32);
		low %= two32;
	}
	return [high >>> 0, low];
}
;
function parseJson(text) {
	try {
		return JSON.parse(text);
	}
	catch {
		return undefined;
	}
}
function parseShallow(text) {
	const value = parseJson(text);
	return value === undefined || isShallow(value) ? value : undefined;
}
const parse_json_deepest = 500;
function isShallow(value, left = parse_json_deepest) {
	if (value === null || typeof value !== 'object')
		return true;
	if (left === 0)
		return false;
	for (const member of Array.isArray(value) ? value : Object.values(value))
		if (!isShallow(member, left - 1))
			return false;
	return true;
}
;
function outputText(recordId, modelOutput) {
	return { recordId, kind: 'output', text: `{"recordId":${JSON.stringify(recordId)},"modelOutput":${modelOutput}}` };
}
function errorText(recordId, error) {
	return { recordId, kind: 'error', text: JSON.stringify({ recordId, error }) };
}
function missingText(recordId) {
	return { recordId, kind: 'missing', text: JSON.stringify({ recordId, missing: true }) };
}
function conflictText(recordId) {
	return { recordId, kind: 'conflict', text: JSON.stringify({ recordId, conflict: true }) };
}
function readAnswerLine(text) {
	const value = parseShallow(text);
	if (!(0,build_json .Gv)(value))
		return undefined;
	const { recordId, modelOutput, error } = value;
	if (typeof recordId !== 'string')
		return undefined;
	if ((0,build_json .Gv)(modelOutput))
		return { recordId, modelOutput };
	if ((0,build_json .Gv)(error))
		return { recordId, error: readError(error) };
	if (value['missing'] === true)
		return { recordId, missing: true, ...readEnding(value['ending']) };
	if (value['conflict'] === true)
		return { recordId, conflict: true };
	return undefined;
}
const answer_line_endings = ['completed', 'partially-completed', 'failed', 'stopped', 'expired'];
function readEnding(value) {
	const ending = answer_line_endings.find(one => one === value);
	return ending && { ending };
}
function readError(error) {
	const { code, message, expired, retryable } = error;
	return bounded({
		...((typeof code === 'number' || typeof code === 'string') && { code }),
		message: typeof message === 'string' ? message : '',
		...(typeof expired === 'boolean' && { expired }),
		...(typeof retryable === 'boolean' && { retryable })
	});
}
;
const standings = ['none', 'worth-a-retry', 'final', 'answer'];
const words_endings = [
	'completed',
	'partially-completed',
	'failed',
	'stopped',
	'expired'
];
class Words {
	numbers = new Map();
	jobs = [];
	job = -1;
	first = indexes();
	next = indexes();
	jobOf = indexes();
	standing = growing_bytes();
	ending = growing_bytes();
	offset = offsets();
	length = lengths();
	size = 0;
	begin(name, saidAt) {
		this.job = this.numbers.get(name) ?? this.jobs.push({ name, saidAt }) - 1;
		this.numbers.set(name, this.job);
		const job = this.jobs[this.job];
		if (job !== undefined)
			job.saidAt = saidAt;
	}
	say(question, { standing, ending, place }) {
		const word = this.wordOf(question) ?? this.add(question);
		this.standing.set(word, standings.indexOf(standing));
		this.ending.set(word, ending === undefined ? 0 : words_endings.indexOf(ending) + 1);
		this.offset.set(word, place?.offset ?? -1);
		this.length.set(word, place?.length ?? 0);
	}
	saidOf(question) {
		return standings[this.standing.get(this.wordOf(question) ?? -1)] ?? 'none';
	}
	standingOf(question) {
		return standings[this.standing.get(this.bestOf(question))] ?? 'none';
	}
	placeOf(question) {
		const word = this.bestOf(question);
		const offset = this.offset.get(word);
		return offset < 0 ? undefined : { offset, length: this.length.get(word) };
	}
	attemptsOf(question) {
		return this.count(question, word => this.standing.get(word) > 0 && !this.isLate(word));
	}
	timesLate(question) {
		return this.count(question, word => this.isLate(word));
	}
	count(question, counts) {
		let count = 0;
		for (let word = this.first.get(question); word >= 0; word = this.next.get(word))
			if (counts(word))
				count++;
		return count;
	}
	isLate(word) {
		return words_endings[this.ending.get(word) - 1] === 'expired';
	}
	unprocessed(question) {
		let last = this.first.get(question);
		for (let word = this.next.get(last); word >= 0; word = this.next.get(word))
			if (this.isLater(word, last))
				last = word;
		return words_endings[this.ending.get(last) - 1];
	}
	bestOf(question) {
		let best = this.first.get(question);
		for (let word = this.next.get(best); word >= 0; word = this.next.get(word))
			if (this.isBetter(word, best))
				best = word;
		return best;
	}
	isBetter(word, best) {
		const standing = this.standing.get(word);
		const more = standing - this.standing.get(best);
		return more > 0 || (more === 0 && this.isLater(word, best) !== (standings[standing] === 'answer'));
	}
	isLater(word, other) {
		const [one, another] = [this.jobs[this.jobOf.get(word)], this.jobs[this.jobOf.get(other)]];
		if (one === undefined || another === undefined)
			return false;
		return one.saidAt === another.saidAt ? one.name > another.name : one.saidAt > another.saidAt;
	}
	wordOf(question) {
		for (let word = this.first.get(question); word >= 0; word = this.next.get(word))
			if (this.jobOf.get(word) === this.job)
				return word;
		return undefined;
	}
	add(question) {
		const word = this.size++;
		this.jobOf.set(word, this.job);
		this.next.set(word, this.first.get(question));
		this.first.set(question, word);
		return word;
	}
}
;
class Answers {
	lines;
	questions;
	read;
	words = new Words();
	others = new IdTable();
	constructor(lines, questions, read) {
		this.lines = lines;
		this.questions = questions;
		this.read = read;
	}
	beginJob(name, saidAt) {
		this.words.begin(name, saidAt);
	}
	get end() {
		return this.lines.bytes;
	}
	between(start, end) {
		return this.lines.stream([{ offset: start, length: end - start }]);
	}
	keep(recordId, text) {
		const offset = this.lines.append(text);
		const length = this.lines.bytes - offset;
		this.lines.append('\n');
		const index = this.questions.ids.find(recordId);
		return index < 0 ? undefined : this.weigh(index, text, () => ({ offset, length }));
	}
	take(recordId, text) {
		const index = this.questions.ids.find(recordId);
		return index < 0 ? undefined : this.weigh(index, text, () => this.write(text));
	}
	lacks(recordId) {
		const index = this.questions.ids.find(recordId);
		return index >= 0 && this.words.saidOf(index) !== 'answer';
	}
	write(text) {
		const offset = this.lines.append(text);
		return { offset, length: this.lines.bytes - offset };
	}
	weigh(index, text, place) {
		const line = readAnswerLine(text);
		if (line === undefined)
			return undefined;
		const outcome = this.read(line);
		const ending = 'missing' in line ? line.ending : undefined;
		this.words.say(index, { standing: standingOf(outcome), ending, place: place() });
		return outcome;
	}
	failedWhole(index) {
		this.words.say(index, { standing: 'none', ending: 'failed' });
	}
	failedWholeId(recordId) {
		const index = this.questions.ids.find(recordId);
		if (index >= 0)
			this.failedWhole(index);
	}
	passOver(recordId) {
		this.others.add(recordId);
	}
	get unwanted() {
		let unwanted = 0;
		for (let other = 0; other < this.others.size; other++)
			if (!this.questions.ids.has(this.others.idAt(other)))
				unwanted++;
		return unwanted;
	}
	standingOf(index) {
		return this.words.standingOf(index);
	}
	attemptsOf(index) {
		return this.words.attemptsOf(index);
	}
	timesLate(index) {
		return this.words.timesLate(index);
	}
	unprocessed(index) {
		return this.words.unprocessed(index);
	}
	outcomeOf(index) {
		const place = this.words.placeOf(index);
		if (place === undefined)
			return undefined;
		return this.read(JSON.parse(this.lines.readText(place.offset, place.length)));
	}
	answerOf(index) {
		const outcome = this.outcomeOf(index);
		if (outcome?.kind !== 'answer')
			throw new RangeError(`question ${index} has no answer`);
		return outcome;
	}
}
function standingOf(outcome) {
	switch (outcome.kind) {
		case 'answer':
			return 'answer';
		case 'error':
			return outcome.retryable ? 'worth-a-retry' : 'final';
		case 'missing':
		case 'conflict':
			return 'worth-a-retry';
		case 'incomplete':
		case 'invalid':
			return 'final';
	}
}
;
function mayPay(request) {
	return ['run', 'submit', 'try'].includes(request.mode) && request.mayNotPay === undefined;
}
async function beforePaying({ spec, mode }, outside, { cloud, places }) {
	if (mode === 'try')
		return cloud.objects.check();
	const side = sideFiles(spec);
	for (const path of [...spec.outputs.map(output => output.path), side.lock, side.manifest, side.errors]) {
		await outside.workspace.checkWritable(path);
	}
	await outside.publisher.check();
	await cloud.objects.check();
	const output = places.outputS3Uri === undefined ? undefined : readS3Uri(places.outputS3Uri).bucket;
	if (output !== undefined && output !== readS3Uri(places.s3Uri).bucket)
		await cloud.bucket(output).check();
}
async function connectOrPlan(request, outside, draft) {
	try {
		return await connect(request, outside);
	}
	catch (error) {
		const isLockedOut = error instanceof build_problems .HR && lockedOut.has(error.code);
		if (request.mode !== 'plan' || !isLockedOut)
			throw error;
		outside.log.warning(`${error.title}: ${error.message}`);
		draft.note(`Planned from the files alone, without what is in flight or answered already. ${error.title}.`);
		return undefined;
	}
}
const lockedOut = new Set(['no-credentials', 'credentials-expired', 'role-not-assumed']);
async function connect(request, outside) {
	const { aws } = request;
	if (aws === undefined || outside.cloud === undefined) {
		throw new build_problems .HR('not-allowed-here', 'this pass needs AWS, and may not or cannot reach it', {
			remedy: 'Give aws-region and s3-uri; on events of forks only mode: plan runs.'
		});
	}
	const cloud = await outside.cloud();
	const { account } = await cloud.identity();
	const { bucket, prefix } = readS3Uri(aws.s3Uri);
	const specId = specIdOf(request.repositoryId, request.spec.name);
	const store = {
		objects: cloud.objects,
		keys: new Keys(prefix, specId),
		specId,
		bucket,
		scratch: outside.scratch,
		clock: outside.clock
	};
	return { cloud, store, places: aws, account };
}
;
const usualBatchFactor = 0.5;
const others = { source: 'tables kept by third parties, US regions', asOf: '2026-11-20' };
const priceTable = {
	'amazon.titan-embed-text-v2:0': { inputPerMillionUsd: 0.02, outputPerMillionUsd: 0, ...others },
	'amazon.nova-2-multimodal-embeddings-v1:0': {
		inputPerMillionUsd: 0.135,
		outputPerMillionUsd: 0,
		apart: 'pictures',
		...others
	},
	'cohere.embed-english-v3': { inputPerMillionUsd: 0.1, outputPerMillionUsd: 0, apart: 'pictures', ...others },
	'cohere.embed-multilingual-v3': { inputPerMillionUsd: 0.1, outputPerMillionUsd: 0, apart: 'pictures', ...others },
	'cohere.embed-v4:0': { inputPerMillionUsd: 0.12, outputPerMillionUsd: 0, apart: 'pictures', ...others },
	'meta.llama3-1-405b-instruct-v1:0': { inputPerMillionUsd: 2.4, outputPerMillionUsd: 2.4, ...others }
};
const billedApart = [
	[/^stability\./, 'by the picture'],
	[/^twelvelabs\./, 'by the second of video']
];
;
function billedBy(bareId) {
	return billedApart.find(([models]) => models.test(bareId))?.[1];
}
const libraryName = '@pydantic/genai-prices 0.1.8';
const libraryAsOf = '2026-09-23';
async function priceOf(bareId, geography, override) {
	if (override !== undefined)
		return { batchFactor: usualBatchFactor, ...override, source: 'the spec' };
	const row = Object.hasOwn(priceTable, bareId) ? priceTable[bareId] : undefined;
	if (row !== undefined) {
		const { apart, source, ...numbers } = row;
		return {
			batchFactor: usualBatchFactor,
			...numbers,
			source: apart === undefined ? source : `${source}, without ${apart}`
		};
	}
	return fromLibrary(bareId, geography);
}
async function fromLibrary(bareId, geography) {
	const { calcPrice } = await __webpack_require__.e( 294).then(__webpack_require__.bind(__webpack_require__, 82294));
	const candidates = [`${geography ?? 'us'}.${bareId}`, bareId];
	for (const id of candidates) {
		const found = calcPrice({ input_tokens: 1, output_tokens: 1 }, id, {
			providerId: 'aws',
			timestamp: new Date(libraryAsOf)
		});
		if (found === null || stem(found.model.id) !== stem(bareId))
			continue;
		const inputPerMillionUsd = base(found.model_price['input_mtok']);
		if (inputPerMillionUsd === undefined)
			continue;
		const outputPerMillionUsd = base(found.model_price['output_mtok']) ?? 0;
		const source = `${libraryName}, US regions`;
		return { inputPerMillionUsd, outputPerMillionUsd, batchFactor: usualBatchFactor, source, asOf: libraryAsOf };
	}
	return undefined;
}
function stem(id) {
	return id
		.replace(/^(global|regional|us-gov|us|eu|apac|jp|au|ca)\./, '')
		.replace(/(:\d+)+$/, '')
		.replace(/-v1$/, '')
		.replace(/-\d{8}$/, '');
}
function base(price) {
	if (typeof price === 'number')
		return price;
	if (typeof price !== 'object' || price === null || !('base' in price))
		return undefined;
	return typeof price.base === 'number' ? price.base : undefined;
}
;
const noPads = { inputTokens: 0, outputTokens: 0 };
function estimateCost(plan) {
	const { records, maxTokens, expectedOutputTokens, pads = noPads, price } = plan;
	const inputTokens = plan.inputTokens + pads.inputTokens;
	const at = (outputTokens) => outputTokens === undefined
		? undefined
		: actualCost({ inputTokens, outputTokens: records * outputTokens + pads.outputTokens }, price);
	const estimatedUsd = at(maxTokens);
	const expectedUsd = at(expectedOutputTokens);
	return { ...(estimatedUsd !== undefined && { estimatedUsd }), ...(expectedUsd !== undefined && { expectedUsd }) };
}
function actualCost({ inputTokens, outputTokens }, price, way = 'batch') {
	if (price === undefined)
		return undefined;
	const onDemand = (inputTokens * price.inputPerMillionUsd + outputTokens * price.outputPerMillionUsd) / 1_000_000;
	return way === 'batch' ? onDemand * price.batchFactor : onDemand;
}
function expectedOutputTokens(seen, maxTokens) {
	if (seen !== undefined && seen.answers > 0) {
		const mean = seen.outputTokens / seen.answers;
		return maxTokens === undefined ? mean : Math.min(mean, maxTokens);
	}
	return maxTokens === undefined ? undefined : maxTokens / 2;
}
;
const ofPad = { inputTokens: 12, outputTokens: 1 };
const costs_nothing = { batch: 0, onDemand: 0 };
class Costs {
	request;
	price;
	billed;
	meter;
	maxTokens;
	seen;
	constructor(request, known, meter, maxTokens) {
		this.request = request;
		this.price = known.price;
		this.billed = billedBy(known.model.bareId);
		this.meter = meter;
		const { kind } = known.model.family;
		this.maxTokens = kind === 'embed' || kind === 'draw' ? 0 : maxTokens;
		const { manifest } = known.published;
		this.seen = manifest && { answers: manifest.totals.answered, outputTokens: manifest.totals.outputTokens };
	}
	estimate(records, way = 'batch', pads = 0) {
		const share = this.meter.records === 0 ? 0 : records / this.meter.records;
		const { maxTokens } = this;
		return estimateCost({
			records,
			inputTokens: Math.round(this.meter.tokens * share),
			maxTokens,
			expectedOutputTokens: expectedOutputTokens(this.seen, maxTokens),
			pads: {
				inputTokens: pads * ofPad.inputTokens,
				outputTokens: pads * Math.min(ofPad.outputTokens, maxTokens ?? ofPad.outputTokens)
			},
			price: this.price && (way === 'batch' ? this.price : { ...this.price, batchFactor: 1 })
		});
	}
	actual(tokens, way = 'batch') {
		return actualCost({ inputTokens: tokens.input, outputTokens: tokens.output }, this.price, way);
	}
	get basis() {
		if (this.price === undefined)
			return `${this.noPrice}; give it in the spec (price)`;
		return `batch at ${this.price.batchFactor} of on demand, ${sourceOf(this.price)}`;
	}
	get onDemandBasis() {
		return this.price === undefined ? this.basis : `the full price on demand, ${sourceOf(this.price)}`;
	}
	check({ before, beforeOnDemand = 0, now, later = costs_nothing, pads = 0, inFlight, way }) {
		const asked = before + now + later.batch + later.onDemand + pads;
		const nothing = before === 0
			? ' Nothing was asked.'
			: ` ${counted(before, 'record was', 'records were')} asked before, by this pass.`;
		const { maxRecords, maxCostUsd } = this.request.spec.limits;
		const { placeOf } = this.request;
		if (maxRecords !== undefined && asked > maxRecords) {
			const padding = pads === 0 ? '' : `; ${pads} of them only fill a job up`;
			throw new build_problems .HR('too-expensive', `${counted(asked, 'record')} would be asked, limits.maxRecords is ${maxRecords}${padding}`, {
				place: placeOf('limits.maxRecords'),
				remedy: `Raise the limit, or ask fewer rows with dataset.limit or dataset.where.${nothing}`
			});
		}
		if (maxCostUsd === undefined)
			return;
		const parts = [
			this.estimate(now, way),
			this.estimate(beforeOnDemand + later.onDemand, 'on-demand'),
			this.estimate(before - beforeOnDemand + later.batch + inFlight, 'batch', pads)
		].map(part => part.estimatedUsd);
		const estimatedUsd = parts.includes(undefined)
			? undefined
			: parts.reduce((sum, part) => sum + (part ?? 0), 0);
		if (estimatedUsd === undefined) {
			throw new build_problems .HR('too-expensive', `limits.maxCostUsd is ${maxCostUsd}, but the cost cannot be estimated: ${this.unknown}`, {
				place: placeOf('limits.maxCostUsd'),
				remedy: `Set parameters.maxTokens and, where the price is unknown, price in the spec; or remove the limit.${nothing}`
			});
		}
		if (estimatedUsd <= maxCostUsd)
			return;
		throw new build_problems .HR('too-expensive', `the estimate is $${estimatedUsd.toFixed(2)} at full maxTokens, limits.maxCostUsd is ${maxCostUsd}`, {
			place: placeOf('limits.maxCostUsd'),
			remedy: `Raise the limit, lower parameters.maxTokens, or ask fewer rows with dataset.limit.${nothing}`
		});
	}
	get noPrice() {
		return this.billed === undefined
			? 'the price of the model is unknown'
			: `this model is billed ${this.billed}, which is not reckoned with`;
	}
	get unknown() {
		return this.price === undefined ? this.noPrice : 'parameters.maxTokens is not set';
	}
}
function sourceOf({ source, asOf }) {
	return asOf === undefined ? source : `${source} of ${asOf}`;
}
;
function cutShards(sizes, limits) {
	const sums = sumsOf(sizes);
	const total = sums[sizes.length] ?? 0;
	const most = Math.floor(sizes.length / Math.max(1, limits.minRecords));
	if (most === 0)
		return [];
	const fewest = Math.max(1, Math.ceil(sizes.length / limits.maxRecords), Math.ceil(total / limits.maxBytes));
	const even = cutEvenly(sums, Math.min(fewest, most));
	return even.every(cut => isLegal(cut, limits)) ? even : new Cutting(sums, limits).cuts();
}
function sumsOf(sizes) {
	const sums = new Float64Array(sizes.length + 1);
	for (let index = 0; index < sizes.length; index++)
		sums[index + 1] = (sums[index] ?? 0) + (sizes[index] ?? 0);
	return sums;
}
function cutAt(sums, from, to) {
	return { from, to, bytes: (sums[to] ?? 0) - (sums[from] ?? 0) };
}
function cutEvenly(sums, parts) {
	const records = sums.length - 1;
	const bound = (part) => Math.floor((part * records) / parts);
	return Array.from({ length: parts }, (_, part) => cutAt(sums, bound(part), bound(part + 1)));
}
function isLegal({ from, to, bytes }, { minRecords, maxRecords, maxBytes }) {
	return to - from >= Math.max(1, minRecords) && to - from <= maxRecords && bytes <= maxBytes;
}
const shard_leftOut = 2 ** 24;
class Cutting {
	sums;
	limits;
	records;
	least;
	best;
	earliest;
	constructor(sums, limits) {
		this.sums = sums;
		this.limits = limits;
		this.records = sums.length - 1;
		this.least = Math.max(1, limits.minRecords);
		this.best = new Float64Array(sums.length);
		this.earliest = new Uint32Array(sums.length);
		this.weigh();
	}
	cuts() {
		const even = cutEvenly(this.sums, Math.max(1, this.shardsUpTo(this.records)));
		if (this.costOf(this.records) < shard_leftOut && even.every(cut => isLegal(cut, this.limits)))
			return even;
		const cuts = [];
		for (let to = this.records; to > 0;) {
			if (this.costOf(to) === this.costOf(to - 1) + shard_leftOut) {
				to--;
				continue;
			}
			const from = this.fromOf(to);
			cuts.push(cutAt(this.sums, from, to));
			to = from;
		}
		return cuts.reverse();
	}
	weigh() {
		const places = new Uint32Array(this.sums.length);
		let first = 0;
		let end = 0;
		for (let to = 1; to <= this.records; to++) {
			const latest = to - this.least;
			if (latest >= 0) {
				while (end > first && this.costOf(places[end - 1] ?? 0) >= this.costOf(latest))
					end--;
				places[end++] = latest;
			}
			const earliest = this.earliestOf(to);
			this.earliest[to] = earliest;
			while (end > first && (places[first] ?? 0) < earliest)
				first++;
			const without = this.costOf(to - 1) + shard_leftOut;
			this.best[to] = end > first ? Math.min(without, this.costOf(places[first] ?? 0) + 1) : without;
		}
	}
	earliestOf(to) {
		const { maxRecords, maxBytes } = this.limits;
		let from = Math.max(this.earliest[to - 1] ?? 0, to - maxRecords);
		while (from < to && cutAt(this.sums, from, to).bytes > maxBytes)
			from++;
		return from === to && this.least === 1 ? to - 1 : from;
	}
	costOf(records) {
		return this.best[records] ?? 0;
	}
	shardsUpTo(records) {
		return this.costOf(records) % shard_leftOut;
	}
	fromOf(to) {
		const wanted = this.costOf(to) - 1;
		const latest = to - this.least;
		const earliest = this.earliest[to] ?? 0;
		const even = Math.min(latest, Math.max(earliest, to - Math.round(to / this.shardsUpTo(to))));
		for (let step = 0; even - step >= earliest || even + step <= latest; step++) {
			if (even - step >= earliest && this.costOf(even - step) === wanted)
				return even - step;
			if (even + step <= latest && this.costOf(even + step) === wanted)
				return even + step;
		}
		throw new RangeError(`no shard ends at record ${to}`);
	}
}
;
const supportAsOf = '2026-10-01';
const supportSource = 'https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html';
const batchSupport = [
	{
		models: 'amazon.titan-embed-text-v2:0',
		inRegion: 'ap-northeast-1 ap-northeast-2 ca-central-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-2 sa-east-1 us-east-1 us-west-2',
		throughProfile: ''
	},
	{
		models: 'amazon.titan-embed-image-v1',
		inRegion: 'ap-south-1 ap-southeast-2 ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-west-2',
		throughProfile: ''
	},
	{
		models: 'amazon.nova-micro-v1:0',
		inRegion: 'us-east-1 us-gov-west-1',
		throughProfile: 'ap-east-2 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-5 ap-southeast-7 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-2'
	},
	{
		models: 'amazon.nova-lite-v1:0',
		inRegion: 'me-central-1 us-east-1 us-gov-west-1',
		throughProfile: 'ap-east-2 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'amazon.nova-pro-v1:0',
		inRegion: 'ap-southeast-3 me-central-1 us-east-1 us-gov-west-1',
		throughProfile: 'ap-east-2 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'amazon.nova-premier-v1:0',
		inRegion: '',
		throughProfile: 'us-east-1 us-east-2 us-west-2'
	},
	{
		models: 'amazon.nova-2-lite-v1:0',
		inRegion: '',
		throughProfile: 'ap-east-2 ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'amazon.nova-2-multimodal-embeddings-v1:0 mistral.mistral-small-2402-v1:0',
		inRegion: 'us-east-1',
		throughProfile: ''
	},
	{
		models: 'anthropic.claude-3-haiku-20240307-v1:0',
		inRegion: 'ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-central-2 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-west-2',
		throughProfile: ''
	},
	{
		models: 'anthropic.claude-3-sonnet-20240229-v1:0',
		inRegion: 'ap-northeast-2 ap-south-1 ap-southeast-2 ca-central-1 eu-central-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-west-2',
		throughProfile: 'ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 eu-central-1 eu-west-1 eu-west-3 us-east-1 us-west-2'
	},
	{
		models: 'anthropic.claude-3-5-haiku-20241022-v1:0 anthropic.claude-3-opus-20240229-v1:0',
		inRegion: 'us-west-2',
		throughProfile: 'us-east-1'
	},
	{
		models: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
		inRegion: 'ap-northeast-1 ap-northeast-2 ap-southeast-1 eu-central-1 us-east-1 us-east-2 us-west-2',
		throughProfile: 'ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 eu-central-1 eu-west-1 eu-west-3 us-east-1 us-west-2'
	},
	{
		models: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
		inRegion: 'us-west-2',
		throughProfile: 'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 us-east-1 us-east-2 us-west-2'
	},
	{
		models: 'anthropic.claude-3-7-sonnet-20250219-v1:0',
		inRegion: '',
		throughProfile: 'ap-northeast-1 ap-northeast-2 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 eu-central-1 eu-north-1 eu-west-1 eu-west-3 us-east-1 us-east-2 us-west-2'
	},
	{
		models: 'anthropic.claude-sonnet-4-20250514-v1:0',
		inRegion: '',
		throughProfile: 'ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 eu-central-1 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-3 il-central-1 me-central-1 us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'anthropic.claude-haiku-4-5-20251001-v1:0 anthropic.claude-opus-4-5-20251101-v1:0',
		inRegion: '',
		throughProfile: 'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
		inRegion: '',
		throughProfile: 'af-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-gov-east-1 us-gov-west-1 us-west-1 us-west-2'
	},
	{
		models: 'anthropic.claude-opus-4-6-v1',
		inRegion: '',
		throughProfile: 'af-south-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'anthropic.claude-sonnet-4-6',
		inRegion: 'eu-west-2',
		throughProfile: 'af-south-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'anthropic.claude-opus-5',
		inRegion: '',
		throughProfile: 'af-south-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'meta.llama3-1-70b-instruct-v1:0 meta.llama3-1-8b-instruct-v1:0',
		inRegion: 'us-west-2',
		throughProfile: 'us-east-1 us-west-2'
	},
	{
		models: 'meta.llama3-1-405b-instruct-v1:0 mistral.mistral-large-2407-v1:0',
		inRegion: 'us-west-2',
		throughProfile: ''
	},
	{
		models: 'meta.llama3-2-1b-instruct-v1:0 meta.llama3-2-3b-instruct-v1:0',
		inRegion: '',
		throughProfile: 'eu-central-1 eu-west-1 eu-west-3 us-east-1 us-west-2'
	},
	{
		models: 'meta.llama3-2-11b-instruct-v1:0 meta.llama3-2-90b-instruct-v1:0',
		inRegion: '',
		throughProfile: 'us-east-1 us-west-2'
	},
	{
		models: 'meta.llama3-3-70b-instruct-v1:0',
		inRegion: 'us-east-2',
		throughProfile: 'us-east-1 us-east-2 us-west-2'
	},
	{
		models: 'meta.llama4-maverick-17b-instruct-v1:0 meta.llama4-scout-17b-instruct-v1:0',
		inRegion: '',
		throughProfile: 'us-east-1 us-east-2 us-west-1 us-west-2'
	},
	{
		models: 'google.gemma-3-12b-it google.gemma-3-27b-it google.gemma-3-4b-it minimax.minimax-m2 mistral.ministral-3-14b-instruct mistral.ministral-3-8b-instruct mistral.voxtral-mini-3b-2507 mistral.voxtral-small-24b-2507 nvidia.nemotron-nano-12b-v2 nvidia.nemotron-nano-3-30b nvidia.nemotron-nano-9b-v2 openai.gpt-oss-safeguard-120b openai.gpt-oss-safeguard-20b qwen.qwen3-next-80b-a3b qwen.qwen3-vl-235b-a22b',
		inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 eu-south-1 eu-west-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2',
		throughProfile: ''
	},
	{
		models: 'minimax.minimax-m2.1 mistral.devstral-2-123b qwen.qwen3-32b-v1:0 qwen.qwen3-coder-30b-a3b-v1:0 zai.glm-4.7-flash',
		inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-central-1 eu-north-1 eu-south-1 eu-west-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2',
		throughProfile: ''
	},
	{
		models: 'mistral.magistral-small-2509 mistral.ministral-3-3b-instruct mistral.mistral-large-3-675b-instruct moonshot.kimi-k2-thinking',
		inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 sa-east-1 us-east-1 us-east-2 us-west-2',
		throughProfile: ''
	},
	{
		models: 'deepseek.v3-v1:0 qwen.qwen3-coder-480b-a35b-v1:0',
		inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-north-1 eu-west-2 us-east-2 us-west-2',
		throughProfile: ''
	},
	{
		models: 'qwen.qwen3-235b-a22b-2507-v1:0',
		inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-central-1 eu-north-1 eu-south-1 eu-west-2 us-east-2 us-west-2',
		throughProfile: ''
	},
	{
		models: 'qwen.qwen3-coder-next',
		inRegion: 'ap-southeast-2 eu-west-2 us-east-1',
		throughProfile: ''
	},
	{
		models: 'deepseek.v3.2 moonshotai.kimi-k2.5 zai.glm-4.7',
		inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-north-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2',
		throughProfile: ''
	},
	{
		models: 'openai.gpt-oss-120b-1:0 openai.gpt-oss-20b-1:0',
		inRegion: 'ap-northeast-1 ap-south-1 ap-southeast-2 ap-southeast-3 eu-central-1 eu-north-1 eu-south-1 eu-west-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-2 us-gov-west-1',
		throughProfile: ''
	}
];
const withoutBatch = 'anthropic.claude-v2 anthropic.claude-v2:1 anthropic.claude-instant-v1 anthropic.claude-opus-4-20250514-v1:0 ' +
	'anthropic.claude-opus-4-1-20250805-v1:0 anthropic.claude-opus-4-7 anthropic.claude-opus-4-8 anthropic.claude-sonnet-5 ' +
	'anthropic.claude-opus-5-5 anthropic.claude-fable-5 anthropic.claude-fable-5-1 ' +
	'amazon.titan-text-express-v1 amazon.titan-text-lite-v1 amazon.titan-text-premier-v1:0 amazon.titan-embed-text-v1 ' +
	'ai21.jamba-instruct-v1:0 ai21.jamba-1-5-large-v1:0 ai21.jamba-1-5-mini-v1:0 ai21.j2-mid-v1 ai21.j2-ultra-v1 ' +
	'cohere.command-text-v14 cohere.command-light-text-v14 cohere.command-r-v1:0 cohere.command-r-plus-v1:0 ' +
	'cohere.embed-english-v3 cohere.embed-multilingual-v3 cohere.embed-v4:0 ' +
	'meta.llama2-13b-chat-v1 meta.llama2-70b-chat-v1 meta.llama3-8b-instruct-v1:0 meta.llama3-70b-instruct-v1:0 ' +
	'mistral.mistral-7b-instruct-v0:2 mistral.mixtral-8x7b-instruct-v0:1 mistral.mistral-large-2402-v1:0 ' +
	'mistral.pixtral-large-2502-v1:0 deepseek.r1-v1:0 stability.stable-image-core-v1:1 stability.stable-image-ultra-v1:1 ' +
	'stability.sd3-5-large-v1:0 twelvelabs.pegasus-1-2-v1:0';
const batchUnclear = 'zai.glm-5 minimax.minimax-m2.5';
const profileGeographies = {
	'anthropic.claude-haiku-4-5-20251001-v1:0': 'us eu jp au global',
	'anthropic.claude-sonnet-4-5-20250929-v1:0': 'us us-gov eu jp au global',
	'anthropic.claude-opus-4-5-20251101-v1:0': 'us eu global',
	'anthropic.claude-opus-4-6-v1': 'us eu au global',
	'anthropic.claude-sonnet-4-6': 'us eu jp au global',
	'anthropic.claude-opus-5': 'us eu au global',
	'amazon.nova-2-lite-v1:0': 'us eu jp global'
};
const endOfLife = {
	'anthropic.claude-3-haiku-20240307-v1:0': '2026-09-10',
	'anthropic.claude-3-5-haiku-20241022-v1:0': '2026-06-19',
	'anthropic.claude-sonnet-4-20250514-v1:0': '2026-10-14',
	'anthropic.claude-opus-4-1-20250805-v1:0': '2027-01-08',
	'cohere.command-r-v1:0': '2026-08-19',
	'cohere.command-r-plus-v1:0': '2026-08-19',
	'ai21.jamba-1-5-large-v1:0': '2026-11-26',
	'ai21.jamba-1-5-mini-v1:0': '2026-11-26'
};
;
const models = new Map();
for (const row of batchSupport) {
	for (const id of known_models_words(row.models)) {
		models.set(id, {
			batch: 'listed',
			inRegion: known_models_words(row.inRegion),
			throughProfile: known_models_words(row.throughProfile),
			...ending(id)
		});
	}
}
for (const id of known_models_words(withoutBatch)) {
	models.set(id, { batch: 'not-listed', inRegion: [], throughProfile: [], ...ending(id) });
}
for (const id of known_models_words(batchUnclear))
	models.set(id, { batch: 'unclear', inRegion: [], throughProfile: [] });
function knownModel(bareId) {
	return models.get(bareId);
}
function batchOf(bareId) {
	const batch = models.get(bareId)?.batch ?? 'unclear';
	return batch === 'unclear' ? 'unknown' : batch;
}
const knownIds = [...models.keys()].sort();
const knownProviders = new Set(knownIds.map(id => id.split('.', 1)[0] ?? id));
function profilesOf(bareId) {
	const told = profileGeographies[bareId];
	const sources = models.get(bareId)?.throughProfile ?? [];
	const found = told === undefined ? new Set(sources.map(geographyOf)) : new Set(known_models_words(told));
	return geographies
		.filter(one => found.has(one))
		.sort((a, b) => rank(a) - rank(b))
		.map(one => `${one}.${bareId}`);
}
const order = ['us', 'us-gov', 'ca', 'eu', 'jp', 'au', 'apac', 'global'];
function rank(geography) {
	return order.indexOf(geography);
}
function geographyOf(region) {
	if (region.startsWith('us-gov-'))
		return 'us-gov';
	if (region.startsWith('us-') || region.startsWith('ca-'))
		return 'us';
	if (region.startsWith('eu-'))
		return 'eu';
	if (region.startsWith('ap-'))
		return 'apac';
	return undefined;
}
function geographiesAt(region) {
	const home = geographyOf(region);
	if (home === 'us-gov')
		return ['us-gov'];
	const narrow = region === 'ap-northeast-1' || region === 'ap-northeast-3'
		? ['jp']
		: region === 'ap-southeast-2' || region === 'ap-southeast-4'
			? ['au']
			: region.startsWith('ca-')
				? ['ca']
				: [];
	return [...narrow, ...(home === undefined ? [] : [home]), 'global'];
}
function ending(id) {
	const date = endOfLife[id];
	return date === undefined ? {} : { endOfLife: date };
}
function known_models_words(text) {
	return text.split(' ').filter(word => word !== '');
}
;
function adviseOn(model, region, { inference = 'auto', support = {} } = {}) {
	const known = knownModel(model.bareId);
	return [
		...misplaced(model, region),
		...(inference === 'on-demand' ? [] : onBatch(model, known, region, { inference, support })),
		...lastDay(model, known)
	];
}
function mayBeInBatch(bareId, support = {}) {
	return support.batch ?? (support.regions !== undefined || batchOf(bareId) !== 'not-listed');
}
function misplaced({ region: told, geography, bareId }, region) {
	if (told !== undefined && told !== region)
		return [`the model's ARN is of ${told}, but the job would run in ${region}`];
	const home = geographyOf(region);
	if (home === undefined || geography === undefined)
		return [];
	const callable = home === 'apac' ? ['apac', 'jp', 'au', 'global'] : geographiesAt(region);
	if (callable.includes(geography))
		return [];
	const better = profilesFor(bareId, region);
	const instead = better.length === 0 ? '' : `; from there call ${better.join(' or ')}`;
	return [`profiles of "${geography}." are not called from ${region}${instead}`];
}
function onBatch(model, known, region, { inference, support }) {
	if (!mayBeInBatch(model.bareId, support)) {
		const who = support.batch === false ? 'the spec says that there is' : 'AWS lists';
		const when = support.batch === false ? '' : ` (as of ${supportAsOf})`;
		const so = inference === 'batch' ? '; a job for it may be refused' : ', so it is asked on demand, at the full price';
		return [`${who} no batch for ${model.bareId}${when}${so}`];
	}
	if (support.regions !== undefined)
		return support.regions.includes(region) ? [] : [elsewhere(model, region, support)];
	return known?.batch === 'listed' ? onRegion(model, known, region) : [];
}
function elsewhere({ bareId }, region, { regions = [] }) {
	return `the spec lists no batch for ${bareId} in ${region}; it lists ${some(regions)}`;
}
function lastDay({ bareId }, known) {
	return known?.endOfLife === undefined ? [] : [`AWS gives ${known.endOfLife} as the last day of ${bareId}`];
}
function onRegion({ kind, bareId }, { inRegion, throughProfile }, region) {
	const asProfile = kind === 'inference-profile';
	if (kind === 'application-inference-profile' || kind === 'custom-model')
		return [];
	if ((asProfile ? throughProfile : inRegion).includes(region))
		return [];
	const profiles = profilesFor(bareId, region);
	if (!asProfile && throughProfile.includes(region)) {
		if (inRegion.length === 0)
			return [];
		const example = profiles.length === 0 ? '' : `: ${profiles.join(' or ')}`;
		return [`Bedrock takes ${bareId} in batch from ${region} only through an inference profile${example}`];
	}
	if (asProfile && inRegion.includes(region)) {
		return [`AWS lists no batch through an inference profile for ${bareId} in ${region}; use the model id itself there`];
	}
	const elsewhere = asProfile && throughProfile.length > 0 ? throughProfile : [...new Set([...inRegion, ...throughProfile])];
	return [`AWS lists no batch for ${bareId} in ${region}; it lists ${some(elsewhere)} (as of ${supportAsOf})`];
}
function profilesFor(bareId, region) {
	const callable = geographiesAt(region).map(geography => `${geography}.${bareId}`);
	const profiles = profilesOf(bareId);
	return callable.filter(id => profiles.includes(id));
}
function some(regions) {
	const most = 6;
	const shown = regions.toSorted((a, b) => familiarity(a) - familiarity(b)).slice(0, most);
	return shown.join(', ') + (regions.length > most ? ` and ${regions.length - most} more` : '');
}
function familiarity(region) {
	const place = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-northeast-1'].indexOf(region);
	return place < 0 ? 99 : place;
}
;
function chooseWay(load, rules) {
	const { inference, minRecords, belowMinimum } = rules;
	const { records } = load;
	if (inference === 'on-demand')
		return { way: 'on-demand', why: 'inference: on-demand' };
	if (inference === 'auto' && rules.noBatch)
		return way_withoutBatch(load, rules);
	if (records >= minRecords && !load.isUnfit)
		return { way: 'batch', why: `a batch job takes ${minRecords} records or more` };
	const few = records < minRecords
		? `${records} of at least ${minRecords} records for a batch job`
		: `${records} records, of which no ${minRecords} fit into one batch job`;
	if (belowMinimum !== 'on-demand')
		return { way: belowMinimum, why: few };
	if (inference === 'batch')
		return { way: 'hold', why: `${few}, and inference: batch` };
	const { onDemandRecords: most } = rules;
	return onDemand(load, most, few, `${few}, and more than limits.onDemandRecords (${most})`);
}
function way_withoutBatch(load, { onDemandRecords: most }) {
	const why = 'AWS lists no batch for this model';
	const tooMany = `${why}, and ${load.records} records are more than limits.onDemandRecords (${most}); inference: on-demand asks all of them at the full price`;
	return onDemand(load, most, why, tooMany);
}
function onDemand({ records, before = 0 }, most, why, tooMany) {
	if (records > most)
		return { way: 'hold', why: tooMany };
	if (records + before <= most)
		return { way: 'on-demand', why };
	const spent = `${why}; with the ${before} asked before, more than limits.onDemandRecords (${most}) in one pass`;
	return { way: 'hold', why: spent, forNow: true };
}
;
function partsOf({ ask, isLate, bytesOf, onDemandBefore }, rules) {
	const [late, others] = drain(ask, isLate, onDemandBefore, rules);
	const before = onDemandBefore + late.length;
	const choice = chooseWay({ records: others.length, before }, rules);
	if (choice.way !== 'batch')
		return parted([late, drained], ...wholeOrPadded(others, choice, bytesOf, rules));
	const [fit, unfit] = fitting(others, bytesOf, rules);
	const otherwise = chooseWay({ records: unfit.length, before, isUnfit: true }, rules);
	return parted([late, drained], [fit, choice], ...wholeOrPadded(unfit, otherwise, bytesOf, rules));
}
function padsOf({ ask, choice }, { minRecords }) {
	return choice.way === 'pad' ? Math.max(0, minRecords - ask.length) : 0;
}
const drained = { way: 'on-demand', why: 'their job ran out of time' };
function parted(...parts) {
	return parts.filter(([ask]) => ask.length > 0).map(([ask, choice]) => ({ ask, choice }));
}
function drain(ask, isLate, before, { inference, onDemandRecords }) {
	const marks = new Uint8Array(ask.length);
	let room = inference === 'auto' ? onDemandRecords - before : 0;
	for (let position = 0; position < ask.length && room > 0; position++) {
		if (!isLate(ask[position] ?? 0))
			continue;
		marks[position] = 1;
		room--;
	}
	return sorted(ask, marks);
}
function fitting(questions, bytesOf, limits) {
	let fit = new Uint32Array();
	for (let rest = questions;;) {
		const cuts = cut(rest, bytesOf, limits);
		if (cuts.length === 0)
			return [fit, rest];
		const marks = new Uint8Array(rest.length);
		for (const { from, to } of cuts)
			marks.fill(1, from, to);
		const [more, left] = sorted(rest, marks);
		fit = parts_joined(fit, more);
		rest = left;
	}
}
function sorted(questions, marks) {
	return [
		questions.filter((_question, position) => marks[position] === 1),
		questions.filter((_question, position) => marks[position] !== 1)
	];
}
function parts_joined(some, more) {
	const all = new Uint32Array(some.length + more.length);
	all.set(some);
	all.set(more, some.length);
	return all;
}
function wholeOrPadded(ask, choice, bytesOf, { minRecords, maxRecords, maxBytes, padBytes = 0 }) {
	if (choice.way !== 'pad')
		return [[ask, choice]];
	const room = Math.max(1, maxBytes - padBytes * (minRecords - 1));
	const cuts = cut(ask, bytesOf, { minRecords: 1, maxRecords, maxBytes: room });
	return cuts.map(({ from, to }) => [ask.subarray(from, to), choice]);
}
function cut(questions, bytesOf, limits) {
	const sizes = new Float64Array(questions.length);
	for (let position = 0; position < sizes.length; position++)
		sizes[position] = bytesOf(questions[position] ?? 0);
	return cutShards(sizes, limits);
}
;
function sumOf(parts) {
	return parts.reduce((sum, part) => (sum === undefined || part === undefined ? undefined : sum + part), 0);
}
function askedBy({ submissions }) {
	const by = (way) => submissions.filter(one => one.way === way).reduce((sum, one) => sum + one.records, 0);
	return { batch: by('batch'), onDemand: by('on-demand') };
}
function isAllOnDemand(driven) {
	const { batch, onDemand } = askedBy(driven);
	const home = driven.collected;
	return batch === 0 && onDemand + home.length > 0 && home.every(one => one.way === 'on-demand');
}
function runsOf({ collected, submissions }) {
	const own = new Set(submissions.map(one => one.run));
	return collected.filter(one => one.way === 'on-demand' && own.has(one.job.jobName));
}
function estimateOf({ submissions }, costs) {
	return sumOfEstimates(submissions.map(one => costs.estimate(one.records, one.way, one.pads)));
}
function sumOfEstimates(estimates) {
	const estimatedUsd = sumOf(estimates.map(one => one.estimatedUsd));
	const expectedUsd = sumOf(estimates.map(one => one.expectedUsd));
	return { ...(estimatedUsd !== undefined && { estimatedUsd }), ...(expectedUsd !== undefined && { expectedUsd }) };
}
;
function jobReports(driven, costs) {
	const submitted = new Set([
		...driven.submissions.flatMap(one => one.jobArns),
		...driven.created.map(job => job.jobArn)
	]);
	const records = new Map(driven.created.map(job => [job.jobArn, job.records]));
	const collected = new Map(driven.collected.map(one => [one.job.jobArn, one]));
	const shown = new Set(driven.jobs.map(job => job.jobArn));
	const unseen = driven.created.filter(job => !shown.has(job.jobArn)).map(createdReport);
	const seen = driven.jobs
		.filter(job => job.ending === undefined || submitted.has(job.jobArn) || collected.has(job.jobArn))
		.map(job => {
		const home = collected.get(job.jobArn);
		const costUsd = home && costs.actual(home.usage, home.way);
		return {
			...jobReport(job),
			records: job.counts.total || (records.get(job.jobArn) ?? 0),
			submittedByThisPass: submitted.has(job.jobArn),
			collected: home !== undefined,
			...(home && { records: home.tally.asked, tokens: home.usage }),
			...(costUsd !== undefined && { costUsd })
		};
	});
	return [...seen, ...unseen];
}
function createdReport({ jobArn, jobName, status, records }) {
	return { jobArn, jobName, status, records, counts: {}, submittedByThisPass: true, collected: false };
}
function jobReport(job) {
	return {
		jobArn: job.jobArn,
		jobName: readJobName(job.jobName) === undefined ? 'unknown' : job.jobName,
		status: job.status,
		...(job.ending !== undefined && { ending: job.ending }),
		...(job.message !== undefined && { message: job.message }),
		records: job.counts.total ?? 0,
		counts: job.counts,
		submittedByThisPass: false,
		collected: false
	};
}
;
function openSentence(open) {
	const { request, driven } = open;
	const { plan, cutShort, heldBy } = driven;
	const parts = [
		...waiting(open),
		...(plan.counts.hold > 0 ? [heldClause(plan)] : []),
		...(cutShort === undefined ? [] : [`the wait ended early: ${cutShort}`]),
		...(heldBy === undefined ? [] : [submittingNow(heldBy)]),
		...unasked(request, driven),
		...leftAlone(open)
	];
	return parts.join('; ');
}
function untouched(open) {
	return [...waiting(open), ...leftAlone(open)].join('; ');
}
function heldClause({ counts, choice, missing, heldBecause }) {
	const more = missing === 0 ? '' : `; ${counted(missing, 'more is', 'more are')} needed`;
	return `${counted(counts.hold, 'record is', 'records are')} held: ${heldBecause.length > 0 ? heldBecause.join('; ') : choice.why}${more}`;
}
function submittingNow(heldBy) {
	return `${heldBy === 'another pass' ? heldBy : `another pass (${heldBy})`} is submitting for this spec`;
}
function waiting({ request, driven, costs }) {
	const { wait } = driven.plan.counts;
	if (wait === 0)
		return [];
	const records = counted(wait, 'record is', 'records are');
	const { estimatedUsd = 0 } = costs.estimate(wait);
	const place = whereTheyWait(driven);
	if (place === undefined)
		return [
			`${records} staged: their job is looked for; if there is none ten minutes after staging, the next pass that may pay asks them`
		];
	return [`${records} ${place}${estimatedUsd > 0 ? `, at most ${dollars(estimatedUsd)}` : ''}: ${collectorOf(request)}`];
}
function whereTheyWait({ jobs, late, created }) {
	const seen = new Set(jobs.map(job => job.jobArn));
	const live = jobs.filter(job => job.ending === undefined).length + created.filter(job => !seen.has(job.jobArn)).length;
	if (live > 0)
		return `in ${counted(live, 'running job')}`;
	return late.length === 0
		? undefined
		: `in ${counted(late.length, 'job that has', 'jobs that have')} ended and whose output is not there yet`;
}
function collectorOf({ force, whoCollects }) {
	return force ? 'a pass with force: true collects them; other passes leave what is published as it is' : whoCollects;
}
function unasked({ mode, mayNotPay }, { plan, submissions }) {
	const count = plan.counts.ask + plan.counts['ask again'];
	if (count === 0)
		return [];
	const still = `${counted(count, 'record still has', 'records still have')} to be submitted`;
	if (mode === 'collect')
		return [`${still}, by a pass in mode submit or run`];
	const why = mayNotPay ?? submissions.findLast(one => one.left > 0)?.why;
	return [why === undefined ? still : `${still}: ${why}`];
}
function leftAlone({ driven: { plan, jobs }, questions, answers }) {
	if (plan.counts.leave === 0)
		return [];
	let stopped = 0;
	for (const question of questions.needed())
		if (plan.verdictOf(question) === 'leave' && answers.unprocessed(question) === 'stopped')
			stopped++;
	const failed = plan.counts.leave - stopped;
	const records = (count) => `${counted(count, 'record is', 'records are')} left alone since`;
	return [
		...(stopped > 0
			? [`${records(stopped)} a person stopped their job: start the workflow with retry: stopped to ask them again`]
			: []),
		...(failed > 0
			? [`${records(failed)} their job failed${open_records_reasonOf(jobs)}: mend that, then push or start the workflow by hand`]
			: [])
	];
}
function open_records_reasonOf(jobs) {
	const job = jobs.findLast(({ ending }) => ending === 'failed');
	return job === undefined ? '' : ` (${job.jobArn}: ${job.message ?? 'Bedrock gives no reason'})`;
}
;
function reasonsOf(asked, questions, plan) {
	const reasons = {};
	for (const question of asked) {
		const reason = plan?.isRetry(question) === true ? 'retry' : questions.reasonFor(question);
		reasons[reason] = (reasons[reason] ?? 0) + 1;
	}
	return reasons;
}
function bothReasons(some, more) {
	const both = { ...some };
	for (const [reason, count] of Object.entries(more))
		both[reason] = (both[reason] ?? 0) + count;
	return both;
}
;
class Draft {
	rows = {
		wanted: 0,
		carriedOver: 0,
		submitted: 0,
		answered: 0,
		waiting: 0,
		failed: 0,
		held: 0,
		edited: 0,
		removed: 0
	};
	status = 'nothing-to-do';
	changedFiles = [];
	failures = [];
	samples = [];
	request;
	startedAt;
	notes = [];
	extra = {};
	reasons = {};
	records = 0;
	jobs = [];
	cost = { basis: 'nothing was asked' };
	tokens = { input: 0, output: 0 };
	hasBatch = true;
	constructor(request, startedAt) {
		this.request = request;
		this.startedAt = startedAt;
	}
	knows({ model }) {
		this.hasBatch = mayBeInBatch(model.bareId, this.request.spec.support);
		this.extra.api = model.api;
		this.extra.family = model.family.name;
	}
	prepared(prepared, questions) {
		this.rows.wanted = prepared.wanted;
		this.rows.carriedOver = prepared.carriedOver;
		this.rows.answered = prepared.carriedOver;
		this.rows.failed = prepared.givenUp;
		this.records = questions.size;
	}
	note(note) {
		this.notes.push(note);
	}
	open(sentence) {
		if (sentence !== '')
			this.extra.open = sentence;
	}
	get hasAsked() {
		return this.rows.submitted > 0 || this.jobs.some(job => job.submittedByThisPass);
	}
	brokeOff(driven, costs, sentence) {
		this.drove(driven, costs);
		this.rows.waiting = driven.plan.counts.wait;
		this.open(sentence);
	}
	drove(driven, costs) {
		const asked = askedBy(driven);
		this.rows.submitted = asked.batch + asked.onDemand;
		this.extra.onDemand = { records: asked.onDemand, kept: sumOf(runsOf(driven).map(one => one.tally.asked)) ?? 0 };
		this.jobs = jobReports(driven, costs);
		this.reasons = driven.reasons;
		for (const { usage } of driven.collected) {
			this.tokens.input += usage.input;
			this.tokens.output += usage.output;
		}
		const actualUsd = driven.collected.length === 0 ? undefined : sumOf(driven.collected.map(one => costs.actual(one.usage, one.way)));
		this.tellOnDemand(driven, costs);
		if (driven.unwanted > 0)
			this.note(`${counted(driven.unwanted, 'answer')} came to questions that nobody asks any more; kept in S3 and not published.`);
		this.cost = {
			...(this.rows.submitted > 0 && estimateOf(driven, costs)),
			...(actualUsd !== undefined && { actualUsd }),
			basis: isAllOnDemand(driven) ? costs.onDemandBasis : costs.basis
		};
		for (const submission of driven.submissions)
			if (submission.why !== undefined)
				this.note(`${counted(submission.left, 'record is', 'records are')} left for a later pass: ${submission.why}.`);
	}
	tellOnDemand(driven, costs) {
		const submissions = driven.submissions.filter(one => one.way === 'on-demand');
		const records = askedBy(driven).onDemand;
		if (records === 0)
			return;
		const runs = runsOf(driven);
		const dear = sumOf(runs.map(one => costs.actual(one.usage, 'on-demand')));
		const cheap = sumOf(runs.map(one => costs.actual(one.usage, 'batch')));
		const more = dear === undefined || cheap === undefined || dear === 0
			? ''
			: ` for ${draft_usd(dear)}${this.hasBatch && dear > cheap ? `, ${draft_usd(dear - cheap)} more than a batch would have cost` : ''}`;
		this.note(`${counted(records, 'record was', 'records were')} asked on demand${more}: ${this.whyOnDemand(submissions)}.`);
	}
	whyOnDemand(submissions) {
		const { mode, spec } = this.request;
		if (mode === 'try')
			return 'a trial always asks so';
		if (!this.hasBatch)
			return 'AWS lists no batch for this model';
		if (spec.inference === 'on-demand')
			return 'the spec says inference: on-demand';
		const reasons = new Set(submissions.filter(one => one.records > 0).map(one => one.because));
		return [...reasons].join('; ');
	}
	planned(plan, prepared, questions, costs, limits) {
		const toAsk = [...questions.needed()].filter(question => isToAsk(plan?.verdictOf(question)));
		const { wait, hold } = plan?.counts ?? { wait: 0, hold: 0 };
		const asked = toAsk.length - hold;
		this.reasons = reasonsOf(toAsk, questions, plan);
		this.rows.waiting = wait;
		this.rows.held = hold;
		this.extra.toAsk = asked;
		const parts = plan === undefined ? [this.offline(questions, limits)] : [plan, ...plan.later];
		const estimates = parts.map(part => costs.estimate(part.ask.length, wayOf(part), padsOf(part, limits)));
		const isBatch = parts.some(part => part.ask.length > 0 && wayOf(part) === 'batch');
		this.cost = { ...sumOfEstimates(estimates), basis: isBatch || asked === 0 ? costs.basis : costs.onDemandBasis };
		const ways = parts.filter(({ ask }) => ask.length > 0).map(part => ({ part, how: byWhat(part, questions, limits) }));
		if (asked > 0)
			this.note(`${counted(asked, 'record')} would be asked${together(ways, asked)}.`);
		else
			this.note(hold > 0 ? 'Nothing would be asked now.' : 'Nothing would be asked.');
		if (plan !== undefined && hold > 0)
			this.note(`${heldClause(plan)}.`);
		this.extra.shown = prepared.shown.slice(0, 3);
		this.status = 'planned';
	}
	offline(questions, { minRecords }) {
		const ask = Uint32Array.from(questions.needed());
		const { inference, belowMinimum } = this.request.spec;
		if (ask.length >= minRecords)
			return { ask, choice: { way: 'batch', why: '' } };
		if (belowMinimum === 'pad' && inference !== 'on-demand')
			return { ask, choice: { way: 'pad', why: '' } };
		const why = `on demand, or as belowMinimum says: a batch job takes at least ${minRecords}`;
		return { ask, choice: { way: 'hold', why } };
	}
	tried(shown) {
		this.extra.shown = shown;
		this.status = 'tried';
	}
	stopped({ jobs, stopping, mayBeUnlisted }) {
		this.jobs = jobs.map(job => jobReport(job));
		this.status = stopping === 0 ? 'nothing-to-do' : 'done';
		if (stopping > 0)
			this.note('What a stopped job has processed is billed, and the next pass collects it; its unanswered records are asked again only with retry: stopped.');
		if (mayBeUnlisted)
			this.open('a job that was created within the last ten minutes may not be listed yet: run it again then');
	}
	published(published, files) {
		this.extra.published = published;
		Object.assign(this.extra, files);
	}
	files(files) {
		Object.assign(this.extra, files);
	}
	fail(failure) {
		this.extra.failure = failure;
		this.status = 'failed';
	}
	crash(error) {
		this.extra.crash = error;
		this.status = 'failed';
	}
	report(problems, now) {
		const { spec, specPath, mode, aws } = this.request;
		return {
			specName: spec.name,
			specPath,
			mode,
			status: this.status,
			model: spec.model,
			...(aws && { region: aws.region }),
			rows: this.rows,
			records: this.records,
			reasons: this.reasons,
			tokens: this.tokens,
			cost: this.cost,
			jobs: this.jobs,
			failures: this.failures,
			samples: this.samples,
			changedFiles: this.changedFiles,
			problems: problems.list,
			notes: this.notes,
			elapsedMs: now - this.startedAt,
			...this.extra
		};
	}
}
function isToAsk(verdict = 'ask') {
	return verdict === 'ask' || verdict === 'ask again' || verdict === 'hold';
}
function wayOf({ choice }) {
	return choice.way === 'on-demand' ? 'on-demand' : 'batch';
}
function byWhat(part, questions, limits) {
	const { ask, choice } = part;
	switch (choice.way) {
		case 'on-demand':
			return 'on demand';
		case 'hold':
			return choice.why;
		case 'fail':
			return `if belowMinimum: fail did not refuse them: ${choice.why}`;
		case 'pad':
			return `in 1 batch job, filled up with ${padsOf(part, limits)} records that nobody reads`;
		case 'batch': {
			const sizes = ask.map(index => questions.bytesOf(index));
			const jobs = cutShards(sizes, limits).length;
			return `in ${counted(jobs, 'batch job')}`;
		}
	}
}
function together(ways, asked) {
	const [first] = ways;
	if (first === undefined)
		return '';
	if (first.part.ask.length === asked)
		return ` ${first.how}`;
	return `: ${ways.map(({ part, how }) => `${part.ask.length} ${how}`).join(', ')}`;
}
function draft_usd(amount) {
	return amount > 0 && amount < 0.0001 ? 'less than $0.0001' : `$${amount.toFixed(4)}`;
}
;
const members = {
	totalRecords: 'totalRecordCount',
	processedRecords: 'processedRecordCount',
	successRecords: 'successRecordCount',
	errorRecords: 'errorRecordCount',
	inputTokens: 'inputTokenCount',
	outputTokens: 'outputTokenCount',
	cacheReadTokens: 'cacheReadInputTokenCount',
	cacheWriteTokens: 'cacheWriteInputTokenCount'
};
function readManifestOut(text) {
	const value = parseJson(text);
	if (!(0,build_json .Gv)(value))
		return undefined;
	const manifest = {};
	for (const [name, member] of Object.entries(members)) {
		const found = (0,build_json .U9)(value, member);
		if (found !== undefined)
			manifest[name] = found;
	}
	return manifest;
}
function differences(tally, manifest, job = {}, tokens = {}) {
	const { totalRecords, processedRecords, successRecords, errorRecords } = manifest ?? {};
	const processed = tally.outputLines + tally.errorLines;
	return [
		unlike("Bedrock's manifest", 'records', totalRecords, 'the input holds', tally.asked),
		unlike("Bedrock's manifest", 'processed records', processedRecords, 'the output holds', processed),
		unlike("Bedrock's manifest", 'successful records', successRecords, 'the output holds', tally.outputLines),
		unlike("Bedrock's manifest", 'failed records', errorRecords, 'the output holds', tally.errorLines),
		unlike("Bedrock's manifest", 'input tokens', manifest?.inputTokens, 'the answers add up to', tokens.inputTokens),
		unlike("Bedrock's manifest", 'output tokens', manifest?.outputTokens, 'the answers add up to', tokens.outputTokens),
		unlike('The job', 'records', job.total, 'the input holds', tally.asked),
		unlike('The job', 'processed records', job.processed, 'the output holds', processed),
		unlike('The job', 'successful records', job.success, 'the output holds', tally.outputLines),
		unlike('The job', 'failed records', job.error, 'the output holds', tally.errorLines)
	].filter(sentence => sentence !== undefined);
}
function unlike(who, what, told, where, seen) {
	if (told === undefined || seen === undefined || told === seen)
		return undefined;
	return `${who} counts ${told} ${what}, ${where} ${seen}.`;
}
;
const defaultMaxLineBytes = 128 * 1024 * 1024;
const lines_headBytes = 4096;
async function* splitLines(chunks, maxLineBytes = defaultMaxLineBytes) {
	const open = new OpenLine(maxLineBytes);
	let number = 0;
	for await (const chunk of chunks) {
		const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		const lines = [];
		let start = 0;
		for (let end = buffer.indexOf(10); end !== -1; end = buffer.indexOf(10, start)) {
			lines.push(open.close(buffer.subarray(start, end), ++number, true));
			start = end + 1;
		}
		open.hold(buffer.subarray(start));
		if (lines.length > 0)
			yield lines;
	}
	if (!open.empty)
		yield [open.close(Buffer.alloc(0), number + 1, false)];
}
class OpenLine {
	pieces = [];
	bytes = 0;
	most;
	constructor(most) {
		this.most = most;
	}
	get empty() {
		return this.bytes === 0;
	}
	hold(piece) {
		if (piece.length === 0)
			return;
		const before = this.bytes;
		this.bytes += piece.length;
		if (this.bytes <= this.most)
			this.pieces.push(Buffer.from(piece));
		else if (before <= this.most)
			this.pieces = [Buffer.concat([...this.pieces, piece.subarray(0, lines_headBytes)]).subarray(0, lines_headBytes)];
	}
	close(last, number, ended) {
		if (this.bytes === 0 && last.length <= this.most)
			return { bytes: last, number, ended, tooLong: false };
		this.hold(last);
		const tooLong = this.bytes > this.most;
		const bytes = this.pieces.length === 1 && this.pieces[0] ? this.pieces[0] : Buffer.concat(this.pieces);
		this.pieces = [];
		this.bytes = 0;
		return { bytes, number, ended, tooLong };
	}
}
;
const json_bounds_quote = 34;
const backslash = 92;
const json_bounds_deepest = 200;
function valueEnd(bytes, from, depth = 0) {
	const first = bytes[from];
	if (first === json_bounds_quote)
		return json_bounds_stringEnd(bytes, from);
	if (first === 123)
		return depth < json_bounds_deepest ? objectEnd(bytes, from, depth + 1) : -1;
	if (first === 91)
		return depth < json_bounds_deepest ? arrayEnd(bytes, from, depth + 1) : -1;
	return wordEnd(bytes, from);
}
function spaceEnd(bytes, from) {
	let at = from;
	for (let byte = bytes[at]; byte === 32 || byte === 10 || byte === 13 || byte === 9; byte = bytes[at])
		at++;
	return at;
}
function objectEnd(bytes, from, depth) {
	let at = spaceEnd(bytes, from + 1);
	if (bytes[at] === 125)
		return at + 1;
	for (;;) {
		if (bytes[at] !== json_bounds_quote)
			return -1;
		at = json_bounds_stringEnd(bytes, at);
		if (at === -1)
			return -1;
		at = spaceEnd(bytes, at);
		if (bytes[at] !== 58)
			return -1;
		at = valueEnd(bytes, spaceEnd(bytes, at + 1), depth);
		if (at === -1)
			return -1;
		at = spaceEnd(bytes, at);
		if (bytes[at] === 125)
			return at + 1;
		if (bytes[at] !== 44)
			return -1;
		at = spaceEnd(bytes, at + 1);
	}
}
function arrayEnd(bytes, from, depth) {
	let at = spaceEnd(bytes, from + 1);
	if (bytes[at] === 93)
		return at + 1;
	for (;;) {
		at = valueEnd(bytes, at, depth);
		if (at === -1)
			return -1;
		at = spaceEnd(bytes, at);
		if (bytes[at] === 93)
			return at + 1;
		if (bytes[at] !== 44)
			return -1;
		at = spaceEnd(bytes, at + 1);
	}
}
function json_bounds_stringEnd(bytes, from) {
	const { length } = bytes;
	for (let at = from + 1; at < length; at++) {
		const byte = bytes[at] ?? 0;
		if (byte === json_bounds_quote)
			return at + 1;
		if (byte < 32)
			return -1;
		if (byte === backslash && !isEscape(bytes, ++at))
			return -1;
	}
	return -1;
}
const escapes = new Set(Buffer.from('"\\/bfnrt'));
function isEscape(bytes, at) {
	const byte = bytes[at];
	if (byte === 117)
		return isHex(bytes[at + 1]) && isHex(bytes[at + 2]) && isHex(bytes[at + 3]) && isHex(bytes[at + 4]);
	return byte !== undefined && escapes.has(byte);
}
function isHex(byte) {
	return byte !== undefined && ((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102));
}
const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
function wordEnd(bytes, from) {
	let at = from;
	let text = '';
	for (let byte = bytes[at]; byte !== undefined && isWordByte(byte); byte = bytes[++at])
		text += String.fromCharCode(byte);
	return isSmallNumber(text) || word.test(text) ? at : -1;
}
function isWordByte(byte) {
	return ((byte >= 48 && byte <= 57) ||
		(byte >= 97 && byte <= 122) ||
		byte === 45 ||
		byte === 46 ||
		byte === 43 ||
		byte === 69);
}
function isSmallNumber(text) {
	return text.length === 1 && text >= '0' && text <= '9';
}
;
const boundary = Buffer.from('},"modelOutput":{');
const line_slices_quote = 34;
function topLevelSlices(line, how) {
	const slices = {};
	let at = spaceEnd(line, 0);
	if (line[at] !== 123)
		return undefined;
	do {
		at = spaceEnd(line, at + 1);
		const name = memberName(line, at);
		if (name === undefined || slices[name] !== undefined)
			return undefined;
		at = spaceEnd(line, at + name.length + 2);
		if (line[at] !== 58)
			return undefined;
		const start = spaceEnd(line, at + 1);
		const end = name === 'modelInput' && how === 'guess' ? guessEnd(line, start) : valueEnd(line, start);
		if (end === -1)
			return undefined;
		slices[name] = { start, end };
		at = spaceEnd(line, end);
	} while (line[at] === 44);
	return line[at] === 125 && spaceEnd(line, at + 1) === line.length ? slices : undefined;
}
function memberName(line, at) {
	const name = line[at + 1] === 114 ? 'recordId' : line[at + 6] === 73 ? 'modelInput' : 'modelOutput';
	return line_slices_isName(line, at, name) ? name : undefined;
}
function line_slices_isName(line, at, name) {
	if (line[at] !== line_slices_quote || line[at + name.length + 1] !== line_slices_quote)
		return false;
	for (let index = 0; index < name.length; index++)
		if (line[at + 1 + index] !== name.charCodeAt(index))
			return false;
	return true;
}
function guessEnd(line, from) {
	const found = line.indexOf(boundary, from);
	return found === -1 ? -1 : found + 1;
}
;
function readSlices(line, nameOf) {
	const guessed = slicesOf(line, 'guess');
	if (guessed?.echo && 'text' in guessed.echo && nameOf(guessed.echo.text) === guessed.recordId) {
		return { ...guessed, echo: 'agrees' };
	}
	return slicesOf(line, 'read');
}
function slicesOf(line, how) {
	const slices = topLevelSlices(line, how);
	if (!slices?.recordId || !slices.modelOutput || line[slices.modelOutput.start] !== 123)
		return undefined;
	if (slices.modelInput && line[slices.modelInput.start] !== 123)
		return undefined;
	const recordId = plainString(line, slices.recordId);
	if (recordId === undefined)
		return undefined;
	const echo = slices.modelInput && { text: output_line_cut(line, slices.modelInput) };
	return { kind: 'output', recordId, echo, modelOutput: output_line_cut(line, slices.modelOutput) };
}
function readWhole(text) {
	const value = parseJson(text);
	if (!(0,build_json .Gv)(value))
		return undefined;
	const recordId = own(value, 'recordId');
	if (typeof recordId !== 'string')
		return undefined;
	const modelInput = own(value, 'modelInput');
	const echo = (0,build_json .Gv)(modelInput) ? { value: modelInput } : undefined;
	const error = own(value, 'error');
	const modelOutput = own(value, 'modelOutput');
	const isError = (0,build_json .Gv)(error) || typeof error === 'string';
	if (isError && !((0,build_json .Gv)(modelOutput) && saysNothing(error, value)))
		return { kind: 'error', recordId, echo, error: recordError(error, value) };
	if (!(0,build_json .Gv)(modelOutput))
		return { kind: 'nothing', recordId };
	if (!isShallow(modelOutput, parse_json_deepest - 1))
		return { kind: 'error', recordId, echo, error: output_line_tooDeep };
	return { kind: 'output', recordId, echo, modelOutput: JSON.stringify(modelOutput) };
}
const output_line_tooDeep = { message: 'the output is nested too deeply to be read', retryable: false };
function saysNothing(error, line) {
	const said = typeof error === 'string' ? [error.trim()] : Object.values(error);
	return own(line, 'expired') !== true && said.every(one => one === null || one === '' || one === 0 || one === false);
}
function recordError(error, line) {
	if (typeof error === 'string')
		return bounded({ message: error });
	const code = own(error, 'errorCode') ?? own(error, 'code');
	const message = own(error, 'errorMessage') ?? own(error, 'message');
	const expired = own(error, 'expired') ?? own(line, 'expired');
	const retryable = own(error, 'retryable') ?? own(line, 'retryable');
	return bounded({
		...((typeof code === 'number' || typeof code === 'string') && { code: numeric(code) }),
		message: typeof message === 'string' ? message : '',
		...(expired === true && { expired }),
		...(typeof retryable === 'boolean' && { retryable })
	});
}
function numeric(code) {
	return typeof code === 'string' && /^\d{3}$/.test(code) ? Number(code) : code;
}
function own(object, name) {
	return Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
}
function output_line_cut(line, slice) {
	return line.toString('utf8', slice.start, slice.end);
}
function plainString(line, slice) {
	const inside = line.toString('latin1', slice.start + 1, slice.end - 1);
	return line[slice.start] === 34 && /^[0-9A-Za-z_-]+$/.test(inside) ? inside : undefined;
}
;
const mostQuarantined = 20;
const headCharacters = 300;
function newTally() {
	return {
		asked: 0,
		lines: 0,
		outputLines: 0,
		errorLines: 0,
		output: 0,
		error: 0,
		missing: 0,
		conflict: 0,
		echoDiffers: 0,
		echoAbsent: 0,
		duplicates: 0,
		quarantined: 0,
		quarantinedBy: {},
		quarantine: []
	};
}
function quarantine(tally, why, line, bytes) {
	tally.quarantined++;
	tally.quarantinedBy[why] = (tally.quarantinedBy[why] ?? 0) + 1;
	if (tally.quarantine.length >= mostQuarantined)
		return;
	const head = bytes
		.toString('utf8', 0, headCharacters * 4)
		.slice(0, headCharacters)
		.toWellFormed();
	tally.quarantine.push({ why, line, head });
}
;
const byteOrderMark = Buffer.from('\uFEFF');
const batchOfMissing = 1000;
const mostSamples = 100;
async function* readOutput(chunks, job, tally) {
	const reader = new OutputReader(job, tally);
	tally.asked += job.ids.size;
	for await (const lines of splitLines(chunks)) {
		const answers = reader.read(lines);
		if (answers.length > 0)
			yield answers;
	}
	yield* reader.missing();
}
class OutputReader {
	seen = new Map();
	job;
	tally;
	out = [];
	constructor(job, tally) {
		this.job = job;
		this.tally = tally;
	}
	read(lines) {
		this.out = [];
		for (const line of lines)
			this.line(line);
		return this.out;
	}
	*missing() {
		let batch = [];
		for (const recordId of this.job.ids) {
			if (this.seen.has(recordId))
				continue;
			this.tally.missing++;
			batch.push(missingText(recordId));
			if (batch.length < batchOfMissing)
				continue;
			yield batch;
			batch = [];
		}
		if (batch.length > 0)
			yield batch;
	}
	line(line) {
		const bytes = line.number === 1 ? withoutMark(line.bytes) : line.bytes;
		if (isBlank(bytes))
			return;
		this.tally.lines++;
		const fault = line.tooLong ? 'too-long' : this.take(bytes, line.ended);
		if (fault)
			quarantine(this.tally, fault, line.number, bytes);
	}
	take(bytes, ended) {
		const usual = readSlices(bytes, this.job.nameOf);
		const isSound = usual?.echo === 'agrees' && !usual.modelOutput.includes('\uFFFD');
		if (!isSound && !(0,external_node_buffer_.isUtf8)(bytes))
			return ended ? 'not-utf8' : 'cut';
		const said = usual ?? readWhole(bytes.toString('utf8'));
		if (!said)
			return ended ? 'not-json' : 'cut';
		const others = said.kind === 'nothing' ? [] : this.checkEcho(said);
		if (others === 'not-json')
			return ended ? 'not-json' : 'cut';
		if (said.kind === 'output')
			this.tally.outputLines++;
		else if (said.kind === 'error')
			this.tally.errorLines++;
		if (!this.job.ids.has(said.recordId))
			return 'unknown-id';
		if (said.kind === 'nothing')
			return 'no-answer';
		if (others.length > 0)
			this.conflict([said.recordId, ...others]);
		else
			this.settle(said);
		return undefined;
	}
	checkEcho(said) {
		const { recordId, echo } = said;
		if (!echo) {
			this.tally.echoAbsent++;
			return [];
		}
		if (echo === 'agrees')
			return [];
		const value = 'text' in echo ? parseJson(echo.text) : echo.value;
		if (!(0,build_json .Gv)(value))
			return 'not-json';
		if (!isShallow(value)) {
			this.tally.echoDiffers++;
			return [];
		}
		const texts = [(0,build_json .dj)(value), (0,build_json .dj)(withoutNulls(value))];
		const names = texts.map(text => this.job.nameOf(text));
		if (names.includes(recordId) || this.isSample(recordId, texts))
			return [];
		if (this.job.ids.has(recordId))
			this.tally.echoDiffers++;
		return [...new Set(names)].filter(name => this.job.ids.has(name));
	}
	isSample(recordId, texts) {
		for (let sample = 2; sample <= mostSamples; sample++)
			if (texts.some(text => this.job.nameOf(text, sample) === recordId))
				return true;
		return false;
	}
	settle(said) {
		const { recordId, kind } = said;
		const before = this.seen.get(recordId);
		if (before !== undefined)
			this.tally.duplicates++;
		if (before === 'conflict' || (before !== undefined && kind === 'error'))
			return;
		if (before !== kind)
			this.mark(recordId, kind);
		const answer = kind === 'output' ? outputText(recordId, said.modelOutput) : errorText(recordId, said.error);
		this.out.push(before === 'output' ? { ...answer, again: true } : answer);
	}
	conflict(recordIds) {
		for (const recordId of recordIds) {
			if (this.seen.get(recordId) === 'conflict')
				continue;
			this.mark(recordId, 'conflict');
			this.out.push(conflictText(recordId));
		}
	}
	mark(recordId, as) {
		const before = this.seen.get(recordId);
		if (before)
			this.tally[before]--;
		this.tally[as]++;
		this.seen.set(recordId, as);
	}
}
function withoutMark(bytes) {
	return bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
}
function isBlank(bytes) {
	if (bytes.length === 0)
		return true;
	const first = bytes[0];
	return first !== 123 && bytes.toString('latin1').trim() === '';
}
function withoutNulls(value) {
	if (Array.isArray(value))
		return value.map(withoutNulls);
	if (!(0,build_json .Gv)(value))
		return value;
	const kept = Object.entries(value).filter(([, member]) => member !== null);
	return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]));
}
;
function oddities(tally) {
	const { duplicates, echoDiffers, echoAbsent, quarantined, outputLines, errorLines } = tally;
	const lines = outputLines + errorLines;
	return [
		duplicates > 0 && `${linesOf(duplicates)} for a record that had one before: its first good answer counts.`,
		echoDiffers > 0 &&
			`${linesOf(echoDiffers)} back with a question that is not the one asked, nor another of this job: taken by the record's id.`,
		echoAbsent > 0 &&
			echoAbsent < lines &&
			`${linesOf(echoAbsent)} without the question, which others brought: taken by the record's id alone.`,
		quarantined > 0 &&
			`${linesOf(quarantined)} that can be no record's answer (${kindsOf(tally)}): see the errors file.`
	].filter(sentence => sentence !== false);
}
function linesOf(count) {
	return count === 1 ? '1 line came' : `${count} lines came`;
}
function kindsOf({ quarantinedBy }) {
	return Object.entries(quarantinedBy)
		.map(([why, count]) => `${count} ${why}`)
		.join(', ');
}
;
const beforeAnyRecord = /permission|not authori[sz]ed|denied|\bassume|validat|invalid|malformed|minimum|maximum|fewer|less than|more than the|must be in|not found|was found|is not an? |has no |n[o']t exist|not support|unsupported|(?:cannot|could not|can't|couldn't) be read/i;
function wasTurnedAway(message) {
	return message !== undefined && beforeAnyRecord.test(message);
}
;
const attempts = 4;
async function store_download(store, key) {
	return (await downloadVersion(store, key))?.file;
}
async function downloadVersion(store, key) {
	for (let attempt = 1;; attempt++) {
		const stored = await store.objects.get(key);
		if (stored === undefined)
			return undefined;
		const file = store.scratch.create(key.slice(key.lastIndexOf('/') + 1));
		const trouble = await copy(stored.body, file);
		if (trouble === undefined && file.bytes === stored.bytes) {
			return { file, etag: stored.etag, lastModified: stored.lastModified };
		}
		file.discard();
		if (trouble instanceof build_problems .HR)
			throw trouble;
		if (attempt === attempts) {
			throw new build_problems .HR('service-trouble', `s3://${store.bucket}/${key} broke off ${attempts} times`, {
				cause: trouble,
				remedy: 'Nothing is lost: the next pass goes on from here.'
			});
		}
		await store.clock.sleep(500 * 2 ** attempt * (0.5 + store.clock.random()));
	}
}
async function copy(body, file) {
	try {
		for await (const piece of body)
			file.appendBytes(piece);
		return undefined;
	}
	catch (error) {
		return error;
	}
}
function idAtStart(line) {
	const id = /^\{"recordId":"([0-9A-Za-z]{11})"/.exec(line)?.[1];
	return id !== undefined && isRecordId(id) ? [id] : [];
}
async function* store_splitLines(chunks) {
	let rest = [];
	for await (const chunk of chunks) {
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
		const end = bytes.lastIndexOf(10);
		if (end < 0) {
			rest.push(Buffer.from(bytes));
			continue;
		}
		const lines = Buffer.concat([...rest, bytes.subarray(0, end)])
			.toString('utf8')
			.split('\n');
		rest = [Buffer.from(bytes.subarray(end + 1))];
		yield lines;
	}
	const last = Buffer.concat(rest).toString('utf8');
	if (last !== '')
		yield [last];
}
;
const possibleMs = 5 * 60_000;
const promisedMs = 3_600_000;
async function awaitOutput(awaited, job) {
	const { store, key, patienceMs, signal } = awaited;
	const until = store.clock.now() + patienceMs;
	for (let pause = 500;; pause = Math.min(pause * 2, 10_000)) {
		const file = await store_download(store, key);
		if (file !== undefined)
			return await_output_whole(awaited, job, file);
		if (ageOf(store, job) >= mayTakeMs(job))
			return undefined;
		if (store.clock.now() >= until || signal.aborted)
			return 'late';
		await store.clock.sleep(Math.min(pause, until - store.clock.now()), signal);
	}
}
function mayTakeMs(job) {
	if (hasPromised(job))
		return promisedMs;
	return job.ending === 'failed' && wasTurnedAway(job.message) ? Number.NEGATIVE_INFINITY : possibleMs;
}
function hasPromised({ ending, counts }) {
	return ending === 'completed' || ending === 'partially-completed' || (counts.processed ?? 0) > 0;
}
function ageOf(store, job) {
	return store.objects.now() - job.endedAt;
}
async function await_output_whole({ store, manifestKey }, job, file) {
	if (ageOf(store, job) > possibleMs)
		return file;
	const manifest = await readManifest(store, manifestKey);
	const { processed: told, success = 0, error = 0 } = job.counts;
	const processed = Math.max(told ?? success + error, manifest?.processedRecords ?? 0);
	if (processed === 0 || (await linesIn(file)) >= processed)
		return file;
	file.discard();
	return 'late';
}
async function linesIn(file) {
	let lines = 0;
	let last = 10;
	for await (const piece of file.stream()) {
		for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1))
			lines++;
		last = piece.at(-1) ?? last;
	}
	return last === 10 ? lines : lines + 1;
}
async function readManifest(store, key) {
	const file = await store_download(store, key);
	const text = file?.readText(0, Math.min(file.bytes, 65_536));
	file?.discard();
	return text === undefined ? undefined : readManifestOut(text);
}
;
const idBytes = 11;
function idList(count, idAt) {
	const list = Buffer.alloc(count * (idBytes + 1), '\n');
	for (let line = 0; line < count; line++)
		list.write(idAt(line), line * (idBytes + 1), 'latin1');
	return `${list.toString('latin1')}${id_lists_ending(count)}`;
}
function id_lists_ending(count) {
	return `= ${count}\n`;
}
async function readIds(store, key) {
	const file = await store_download(store, key);
	if (file === undefined)
		return undefined;
	const ids = [];
	let last = '';
	for await (const lines of store_splitLines(file.stream())) {
		for (const line of lines)
			if (isRecordId(line))
				ids.push(line);
		last = lines.at(-1) ?? last;
	}
	const end = id_lists_ending(ids.length);
	const isWhole = `${last}\n` === end && file.bytes === ids.length * (idBytes + 1) + end.length;
	file.discard();
	return isWhole ? ids : undefined;
}
async function idsOf(store, shard) {
	const listed = await readIds(store, store.keys.ids(shard));
	if (listed !== undefined)
		return listed;
	const input = (await store_download(store, store.keys.input(shard))) ??
		(await store_download(store, `${store.keys.inputFolder(shard)}${shard}.jsonl`));
	if (input === undefined)
		return undefined;
	const ids = [];
	for await (const lines of store_splitLines(input.stream()))
		for (const line of lines)
			ids.push(...idAtStart(line));
	input.discard();
	return ids;
}
;
async function collect(work, job, patienceMs) {
	const shard = shardNameOf(job.inputS3Uri);
	if (shard === undefined)
		return undefined;
	const listed = await idsOf(work.store, shard);
	const where = outputOf(job, shard);
	const objects = where.bucket === work.store.bucket ? work.cloud.objects : work.cloud.bucket(where.bucket);
	const store = { ...work.store, objects };
	const output = await awaitOutput({ store, ...where, patienceMs, signal: work.signal }, job);
	if (output === 'late')
		return output;
	const mayHaveAnswered = hasPromised(job) || job.counts.processed !== 0;
	if (output === undefined && mayHaveAnswered && (await isKept(work.store, jobIdOf(job.jobArn))))
		return undefined;
	const ids = listed ?? (output && (await idsIn(output)));
	if (ids === undefined) {
		work.log.warning(`${job.jobArn}: the list of its records and its output are gone from S3`);
		return undefined;
	}
	const start = work.answers.end;
	const { told, ...taken } = await takeLines(work, job, new Set(ids), output);
	output?.discard();
	const manifest = await readManifest(store, where.manifestKey);
	await keep(work, jobIdOf(job.jobArn), ids, start);
	return {
		job,
		way: 'batch',
		...taken,
		remarks: output === undefined
			? []
			: [...oddities(taken.tally), ...differences(taken.tally, manifest, job.counts, tokensOf(taken, told))]
	};
}
function outputOf(job, shard) {
	const { bucket, prefix } = readS3Uri(job.outputS3Uri);
	const folder = `${prefix === '' ? '' : `${prefix}/`}${jobIdOf(job.jobArn)}`;
	return { bucket, key: `${folder}/${shard}.jsonl.out`, manifestKey: `${folder}/manifest.json.out` };
}
async function isKept(store, jobId) {
	const file = await store_download(store, store.keys.answersOf(jobId));
	const isThere = file !== undefined && file.bytes > 0;
	file?.discard();
	return isThere;
}
async function takeLines(work, job, ids, output) {
	const tally = newTally();
	const usage = { input: 0, output: 0 };
	const told = { input: 0, output: 0 };
	work.answers.beginJob(job.inputS3Uri === '' ? job.jobName : jobIdOf(job.jobArn), job.submittedAt);
	if (output === undefined && job.ending === 'failed') {
		markFailed(work.answers, ids);
		return { tally, usage, told };
	}
	const late = job.ending === 'stopped' && job.submittedAt < work.stopBefore(job.endedAt ?? work.store.objects.now());
	const ending = late ? 'expired' : job.ending;
	for await (const batch of readOutput(output?.stream() ?? collect_nothing(), { ids, nameOf: work.nameOf }, tally)) {
		for (const { recordId, kind, text, again } of batch) {
			if (again && !work.answers.lacks(recordId))
				continue;
			const line = kind === 'missing' ? JSON.stringify({ recordId, missing: true, ending }) : text;
			const outcome = work.answers.keep(recordId, line);
			const isUnwanted = kind === 'output' && outcome === undefined;
			if (isUnwanted)
				work.answers.passOver(recordId);
			const used = isUnwanted ? work.usageOf(line) : usageIn(outcome);
			add(usage, used);
			add(told, {
				inputTokens: Number(used?.inputTokens !== undefined),
				outputTokens: Number(used?.outputTokens !== undefined)
			});
		}
	}
	return { tally, usage, told };
}
function tokensOf({ tally, usage }, told) {
	const isWhole = (count) => tally.errorLines === 0 && count === tally.outputLines;
	return {
		...(isWhole(told.input) && { inputTokens: usage.input }),
		...(isWhole(told.output) && { outputTokens: usage.output })
	};
}
async function* collect_nothing() {
}
function markFailed(answers, ids) {
	for (const id of ids)
		answers.failedWholeId(id);
}
function usageIn(outcome) {
	return outcome !== undefined && 'usage' in outcome ? outcome.usage : undefined;
}
function add(sum, usage) {
	sum.input += usage?.inputTokens ?? 0;
	sum.output += usage?.outputTokens ?? 0;
}
async function collectNow(work, name, isOver) {
	const { store } = work;
	const lines = store.scratch.create(`${name}.lines`);
	let lastPartAt = 0;
	for await (const page of store.objects.list(`${store.keys.outputs}${name}/`)) {
		for (const { key, lastModified } of page) {
			lastPartAt = Math.max(lastPartAt, lastModified);
			const part = /\/part-\d+\.jsonl\.out$/.test(key) ? await store_download(store, key) : undefined;
			if (part !== undefined)
				for await (const piece of part.stream())
					lines.appendBytes(piece);
			part?.discard();
		}
	}
	const ids = await idsIn(lines);
	const start = work.answers.end;
	const job = { ...onDemandRun(store, name), submittedAt: lastPartAt };
	const { told: _told, ...taken } = await takeLines(work, job, new Set(ids), lines);
	lines.discard();
	if (isOver)
		await keep(work, name, ids, start);
	return { job, way: 'on-demand', ...taken, remarks: [] };
}
async function idsIn(lines) {
	const ids = new Set();
	for await (const batch of store_splitLines(lines.stream())) {
		for (const line of batch) {
			const id = /"recordId":"([0-9A-Za-z]{11})"\}$/.exec(line)?.[1] ?? recordIdOf(line);
			if (id !== undefined)
				ids.add(id);
		}
	}
	return [...ids];
}
function recordIdOf(line) {
	const value = parseJson(line);
	const id = (0,build_json .Gv)(value) ? value['recordId'] : undefined;
	return typeof id === 'string' && isRecordId(id) ? id : undefined;
}
function onDemandRun(store, name) {
	const place = `s3://${store.bucket}/${store.keys.outputs}${name}/`;
	return {
		jobArn: place,
		jobName: name,
		modelId: '',
		ending: 'completed',
		status: 'Completed',
		inputS3Uri: '',
		outputS3Uri: place,
		submittedAt: 0,
		counts: {}
	};
}
async function keep(work, jobId, ids, start) {
	const { answers, store } = work;
	const { end } = answers;
	await store.objects.put(store.keys.answerIdsOf(jobId), idList(ids.length, line => ids[line] ?? ''));
	await store.objects.put(store.keys.answersOf(jobId), { bytes: end - start, open: () => answers.between(start, end) });
}
;
const settleMs = 10 * 60_000;
const collectedName = /^(?:[a-z0-9]{12}|od-[0-9a-f]{16}-g[1-9][0-9]{0,5})$/;
async function observe(cloud, store, remembered) {
	const { keys, objects, specId } = store;
	const listed = (await cloud.jobs.list(specId)).filter(job => readJobName(job.jobName)?.specId === specId);
	const arns = new Set(listed.map(job => job.jobArn));
	const named = [...listed, ...(await remembered.unlisted(cloud, specId, arns))];
	const jobs = named.filter(job => isOurs(job, store));
	const kept = new Map();
	for await (const page of objects.list(keys.answers)) {
		for (const { key, lastModified } of page) {
			const name = key.endsWith('.jsonl') ? key.slice(keys.answers.length, -'.jsonl'.length) : '';
			if (collectedName.test(name))
				kept.set(name, lastModified);
		}
	}
	const runs = await runsOnDemand(store);
	return {
		jobs,
		foreign: named.filter(job => !isOurs(job, store)),
		collected: new Map([...kept].map(([name, keptAt]) => [name, runs.get(name)?.lastPartAt ?? keptAt])),
		unfinished: [...runs.values()].filter(({ name, lastPartAt }) => lastPartAt > (kept.get(name) ?? -1)),
		...(await staged(store, jobs))
	};
}
async function staged({ objects, keys }, jobs) {
	const started = new Set(jobs.map(job => shardNameOf(job.inputS3Uri)));
	const young = [];
	const dead = [];
	const shards = new Set();
	for await (const page of objects.list(keys.inputs)) {
		for (const info of page) {
			const shard = shardNameOf(info.key);
			if (shard === undefined)
				continue;
			shards.add(shard);
			if (!info.key.endsWith('.jsonl') || started.has(shard))
				continue;
			if (objects.now() - info.lastModified < settleMs)
				young.push(info);
			else
				dead.push(info.key);
		}
	}
	return { young, dead, shards };
}
async function runsOnDemand({ objects, keys }) {
	const runs = new Map();
	for await (const page of objects.list(`${keys.outputs}od-`)) {
		for (const { key, lastModified } of page) {
			const name = key.slice(keys.outputs.length).split('/', 1)[0] ?? '';
			if (!/^od-[0-9a-f]{16}-g[1-9][0-9]*$/.test(name))
				continue;
			const { parts = 0, lastPartAt = 0 } = runs.get(name) ?? {};
			runs.set(name, { name, parts: parts + 1, lastPartAt: Math.max(lastPartAt, lastModified) });
		}
	}
	return runs;
}
function isOurs(job, { specId, keys, bucket }) {
	const named = readJobName(job.jobName);
	if (named?.specId !== specId)
		return false;
	const shard = `${named.shard16}-g${named.generation}`;
	const inputs = [keys.input(shard), keys.inputFolder(shard), keys.inputFolder(shard).slice(0, -1)];
	return inputs.some(input => job.inputS3Uri === `s3://${bucket}/${input}`);
}
;
const beatMs = 2 * 60_000;
const trustedMs = settleMs / 2;
const stateSchema = 1;
function nonceFor({ runUrl }, clock) {
	return sha256Hex(`${runUrl} ${clock.now()} ${clock.random()}`).slice(0, 32);
}
async function takeLease(request) {
	const { store } = request;
	const lease = new Lease(request);
	for (let attempt = 0; attempt < 3; attempt++) {
		if ((await store.objects.put(store.keys.lease, lease.text(), { absent: true })) === 'stored')
			return lease.confirmed();
		const stored = await lease_read(store);
		if (stored === undefined)
			continue;
		if (stored.held?.nonce === request.nonce && !stored.held.released)
			return lease.confirmed();
		if (!(await isFree(request, stored)))
			return { heldBy: holderOf(stored) };
		if ((await store.objects.put(store.keys.lease, lease.text(), { etag: stored.etag })) === 'stored')
			return lease.confirmed();
	}
	return { heldBy: 'another pass' };
}
function holderOf({ held }) {
	const { runUrl = '' } = held?.owner ?? {};
	return /^https?:\/\/[!-~]{1,300}$/.test(runUrl) ? runUrl : 'another pass';
}
async function checkState(store) {
	await lease_read(store);
}
async function isLeaseFree(request) {
	const stored = await lease_read(request.store);
	return stored === undefined || (await isFree(request, stored));
}
class Lease {
	request;
	etag = '';
	renewedAt;
	seenAt = 0;
	endBeats;
	constructor(request) {
		this.request = request;
		this.renewedAt = request.store.objects.now();
	}
	text(released = false) {
		const { nonce, owner } = this.request;
		return `${JSON.stringify({ schema: stateSchema, nonce, owner, renewed: this.renewedAt, released })}\n`;
	}
	async renew() {
		const { store } = this.request;
		this.renewedAt = store.objects.now();
		await store.objects.put(store.keys.lease, this.text(), { etag: this.etag });
		return this.refresh();
	}
	async isHeld() {
		return this.request.store.objects.now() - this.seenAt < trustedMs || this.renew();
	}
	async release() {
		await this.endBeats?.();
		const { store } = this.request;
		const give = () => store.objects.put(store.keys.lease, this.text(true), { etag: this.etag });
		if ((await give()) === 'refused' && (await this.refresh()))
			await give();
	}
	async confirmed() {
		if (!(await this.refresh()))
			return { heldBy: 'another pass' };
		this.endBeats = this.request.store.clock.every(beatMs, () => this.beat());
		return { lease: this };
	}
	async beat() {
		if (this.seenAt > 0)
			await this.renew().catch(() => false);
	}
	async refresh() {
		const { store, nonce } = this.request;
		const stored = await lease_read(store);
		const isOurs = stored?.held?.nonce === nonce && !stored.held.released;
		if (isOurs)
			this.etag = stored.etag;
		this.seenAt = isOurs ? this.renewedAt : 0;
		return isOurs;
	}
}
async function lease_read(store) {
	const stored = await downloadVersion(store, store.keys.lease);
	if (stored === undefined)
		return undefined;
	const { file, etag, lastModified } = stored;
	const value = parseShallow(file.readText(0, Math.min(file.bytes, 65_536)));
	file.discard();
	refuseOther(store, value);
	return { held: heldBy(value), etag, lastModified };
}
function refuseOther(store, value) {
	const schema = (0,build_json .Gv)(value) ? value['schema'] : undefined;
	if (schema === undefined || schema === stateSchema)
		return;
	throw new build_problems .HR('bad-state', `s3://${store.bucket}/${store.keys.root}/ has state of schema ${(0,visible .J)(JSON.stringify(schema), 40)}, and this version of the action knows schema ${stateSchema}`, {
		remedy: 'Use the version of the action that wrote it, or a newer one. To start afresh, give another s3-uri: rows that are not published are asked and paid again then. Nothing was asked.'
	});
}
function heldBy(value) {
	if (!(0,build_json .Gv)(value))
		return undefined;
	const word = (path) => {
		const found = (0,build_json.at)(value, path);
		return typeof found === 'string' ? found : '';
	};
	const owner = { runId: word('owner.runId'), runAttempt: word('owner.runAttempt'), runUrl: word('owner.runUrl') };
	return { nonce: word('nonce'), owner, released: value['released'] === true };
}
async function isFree({ store, owner, hasEnded }, { held, lastModified }) {
	if (held?.released || store.objects.now() - lastModified >= settleMs)
		return true;
	if (held === undefined || held.owner.runId === '')
		return false;
	if (held.owner.runId === owner.runId)
		return Number(held.owner.runAttempt) < Number(owner.runAttempt);
	return (await hasEnded(held.owner)) === true;
}
;
const tries = 8;
const troubledTries = 2;
const longestPauseMs = 10 * 60_000;
const shortPauseMs = 30_000;
const graceMs = 3000;
function cutSignal({ signal, store: { clock } }, ended) {
	const cut = new AbortController();
	const wait = () => void clock.sleep(graceMs, ended).then(() => cut.abort());
	if (signal.aborted)
		wait();
	else
		signal.addEventListener('abort', wait, { once: true, signal: ended });
	return cut.signal;
}
async function ask_record_answer(work, index) {
	const { concurrency } = work;
	const { clock } = work.store;
	const recordId = work.questions.ids.idAt(index);
	const modelInput = work.questions.modelInputOf(index);
	let last;
	let troubles = 0;
	for (let attempt = 1; attempt <= tries; attempt++) {
		if (attempt > 1)
			await concurrency.enter();
		const { cuts } = concurrency;
		try {
			if (work.signal.aborted || (attempt > 1 && !(await work.mayGoOn())))
				break;
			last = await work.model.ask({ modelId: work.modelId, api: work.api, modelInput }, work.cut);
		}
		finally {
			concurrency.leave();
		}
		if (last.kind === 'output') {
			concurrency.succeeded();
			return `{"modelInput":${modelInput},"modelOutput":${last.modelOutput},"recordId":"${recordId}"}\n`;
		}
		if (last.kind === 'error')
			break;
		if (last.kind === 'throttled')
			concurrency.throttled(cuts);
		else if (++troubles === troubledTries)
			break;
		const told = last.kind === 'throttled' ? last.retryAfterMs : undefined;
		const pause = Math.min(told ?? 1000 * 2 ** attempt * (0.5 + clock.random()), longestPauseMs);
		if (pause > shortPauseMs && clock.now() + pause > work.deadline)
			break;
		if (attempt < tries)
			await clock.sleep(pause, work.signal);
	}
	if (last === undefined || last.kind === 'output' || last.kind === 'throttled' || work.signal.aborted)
		return undefined;
	if (last.kind === 'trouble')
		work.troubled();
	return `${JSON.stringify({ error: { errorCode: last.code === 0 ? 500 : last.code, errorMessage: last.message }, recordId })}\n`;
}
;
class Concurrency {
	limit;
	cuts = 0;
	most;
	sinceChange = 0;
	underWay = 0;
	waiting = [];
	constructor(first = 4, most = 32) {
		this.limit = first;
		this.most = most;
	}
	enter() {
		return new Promise(resolve => {
			this.waiting.push(resolve);
			this.letIn();
		});
	}
	leave() {
		this.underWay--;
		this.letIn();
	}
	succeeded() {
		if (++this.sinceChange < this.limit)
			return;
		this.sinceChange = 0;
		this.limit = Math.min(this.most, this.limit + 1);
		this.letIn();
	}
	throttled(cuts) {
		if (cuts < this.cuts)
			return;
		this.cuts++;
		this.sinceChange = 0;
		this.limit = Math.max(1, Math.floor(this.limit * 0.75));
	}
	letIn() {
		while (this.underWay < this.limit) {
			const next = this.waiting.shift();
			if (next === undefined)
				return;
			this.underWay++;
			next();
		}
	}
}
;
const recordsPerPart = 20;
class Parts {
	asked = [];
	lines = [];
	cut = 0;
	writing = Promise.resolve();
	failed;
	work;
	name;
	wanted;
	constructor(work, name, wanted) {
		this.work = work;
		this.name = name;
		this.wanted = wanted;
	}
	add(index, line) {
		this.asked.push(index);
		this.lines.push(line);
		if (this.lines.length >= recordsPerPart)
			this.write();
	}
	async written() {
		await this.writing;
		if (this.failed !== undefined)
			throw this.failed.error;
	}
	async end() {
		if (this.lines.length > 0)
			this.write();
		await this.written();
	}
	write() {
		const { log } = this.work;
		const text = this.lines.join('');
		const told = `on demand: ${this.asked.length} of ${counted(this.wanted, 'record')} asked`;
		this.lines = [];
		this.writing = this.writing
			.then(() => this.put(text))
			.then(() => log.info(told))
			.catch((error) => void (this.failed ??= { error }));
	}
	async put(text) {
		const { store } = this.work;
		for (;;) {
			const key = partKey(store, this.name, ++this.cut);
			if ((await store.objects.put(key, text, { absent: true })) === 'stored')
				return;
			if ((await on_demand_parts_textOf(store, key)) === text)
				return;
		}
	}
}
async function on_demand_parts_textOf(store, key) {
	const file = await store_download(store, key);
	const text = file?.readText(0, file.bytes);
	file?.discard();
	return text;
}
function partKey(store, name, part) {
	return `${store.keys.outputs}${name}/part-${part}.jsonl.out`;
}
;
async function askNow(work, wanted) {
	const name = await freeName(work, wanted);
	const parts = new Parts(work, name, wanted.length);
	const concurrency = new Concurrency();
	let why;
	let troubled = 0;
	const ended = new AbortController();
	const single = { ...work, concurrency, cut: cutSignal(work, ended.signal), troubled: () => troubled++ };
	const mayBegin = async (number) => {
		if (work.signal.aborted)
			why ??= cancelled;
		if (why === undefined && number % recordsPerPart === 0) {
			await parts.written();
			why ??= await stopReason(work, number);
		}
		if (why === undefined && !(await work.mayGoOn()))
			why = takenOver;
		return why === undefined;
	};
	let failed;
	const keep = (error) => void (failed ??= { error });
	await inParallel(wanted, concurrency, mayBegin, async (index) => {
		const line = await ask_record_answer(single, index);
		if (line !== undefined)
			parts.add(index, line);
		else
			why ??= await whyNotAsked(work);
	}).catch(keep);
	ended.abort();
	await parts.end().catch(keep);
	return { name, asked: parts.asked, left: wanted.length - parts.asked.length, why, troubled, failed };
}
async function whyNotAsked({ signal, mayGoOn }) {
	if (signal.aborted)
		return cancelled;
	return (await mayGoOn()) ? 'the service throttles' : takenOver;
}
async function freeName(work, wanted) {
	const ids = [...wanted].map(index => work.questions.ids.idAt(index)).join('\n');
	const shard16 = (0,external_node_crypto_.hash)('sha256', ids).slice(0, 16);
	const taken = new Set();
	for await (const page of work.store.objects.list(`${work.store.keys.outputs}od-${shard16}-g`)) {
		for (const { key } of page)
			taken.add(key.slice(work.store.keys.outputs.length).split('/', 1)[0] ?? '');
	}
	for await (const page of work.store.objects.list(`${work.store.keys.answers}od-${shard16}-g`)) {
		for (const { key } of page)
			taken.add(key.slice(work.store.keys.answers.length).replace(/\.\w+$/, ''));
	}
	let generation = 1;
	while (taken.has(`od-${shard16}-g${generation}`))
		generation++;
	return `od-${shard16}-g${generation}`;
}
async function stopReason(work, begun) {
	if (begun > 0 && work.store.clock.now() >= work.deadline)
		return 'the wait is over';
	return (await work.mayStillPay()) ? undefined : takenOver;
}
const takenOver = 'another pass has taken over';
const cancelled = 'the pass was cancelled';
async function inParallel(indexes, concurrency, mayBegin, ask) {
	const running = new Set();
	let failed;
	for (const [number, index] of indexes.entries()) {
		while (running.size >= concurrency.limit * 2)
			await Promise.race(running);
		await concurrency.enter();
		const goesOn = await mayBegin(number).catch((error) => void (failed ??= { error }));
		if (failed !== undefined || goesOn !== true) {
			concurrency.leave();
			break;
		}
		const one = ask(index)
			.catch((error) => void (failed ??= { error }))
			.finally(() => running.delete(one));
		running.add(one);
	}
	await Promise.all(running);
	if (failed !== undefined)
		throw failed.error;
}
;
function refuseTooFew({ ask, choice }) {
	if (choice.way !== 'fail')
		return;
	throw new build_problems .HR('too-few-records', `${counted(ask.length, 'record is', 'records are')} to be asked: ${choice.why}`, {
		remedy: 'Add rows, or write belowMinimum: on-demand, pad or hold in the spec. Nothing was asked.'
	});
}
function refusals_refuseForeign(foreign) {
	const failure = foreignJob(foreign);
	if (failure !== undefined)
		throw failure;
}
function warnOfForeign(foreign, log) {
	const failure = foreignJob(foreign);
	if (failure !== undefined)
		log.warning(`${failure.message}. ${failure.remedy ?? ''}`);
}
function foreignJob(foreign) {
	const live = foreign.find(job => job.ending === undefined);
	if (live === undefined)
		return undefined;
	return new build_problems .HR('bad-state', `${live.jobArn} runs for this spec below another S3 prefix (${live.inputS3Uri})`, {
		remedy: 'Set s3-uri back until it is collected, or stop it with mode: stop. Nothing was asked.'
	});
}
function interrupted(live) {
	const arns = live.map(job => job.jobArn).join(', ');
	return new build_problems .HR('interrupted', arns === '' ? 'nothing is running at Bedrock' : `still running: ${arns}`, {
		remedy: 'Running jobs go on and are paid; the next pass collects them. To end them, run with mode: stop.'
	});
}
;
function storedMediaOf(questions, indexes) {
	const found = new Map();
	for (const index of indexes)
		for (const one of questions.mediaOf(index))
			found.set(one.uri, one);
	return [...found.values()];
}
function namedByContent(canonicalModelInput, media) {
	return media.reduce((text, { uri, sha256 }) => text.replaceAll(JSON.stringify(uri), JSON.stringify(`sha256:${sha256}`)), canonicalModelInput);
}
function keyIn(folder, { uri, sha256 }) {
	const ending = /\.[A-Za-z0-9_]{1,8}$/.exec(uri)?.[0] ?? '';
	return `${folder}media/${sha256}${ending}`;
}
async function bringMedia({ cloud, store }, folder, media) {
	for (const one of media) {
		const { bucket, prefix: key } = readS3Uri(one.uri);
		const from = bucket === store.bucket ? store.objects : cloud.foreignBucket(bucket);
		const facts = await from.head(key);
		if (facts === undefined || facts.etag !== one.etag) {
			throw new build_problems .HR('bad-state', `${one.uri} ${facts === undefined ? 'is gone' : 'has changed'} since it was looked at`, {
				remedy: 'Start the workflow again: the question is then about what lies there now. Nothing was asked about it.'
			});
		}
		const open = async function* () {
			yield* (await from.get(key))?.body ?? [];
		};
		await store.objects.put(keyIn(folder, one), { bytes: facts.bytes, open });
	}
}
async function* linesWith(questions, indexes, places) {
	for (const index of indexes) {
		const line = questions
			.mediaOf(index)
			.reduce((text, one) => text.replaceAll(JSON.stringify(one.uri), JSON.stringify(`s3://${places.bucket}/${keyIn(places.folder, one)}`)), questions.lineOf(index));
		yield Buffer.from(line);
	}
}
const s3_media_brought = /"s3:\/\/[^"]+\/media\/([0-9a-f]{64})(?:\.[A-Za-z0-9_]{1,8})?"/g;
function echoNamer(nameOf) {
	return (text, sample) => nameOf(text.includes('/media/') ? text.replace(s3_media_brought, '"sha256:$1"') : text, sample);
}
;
const creations = 3;
const repetitions = 3;
async function submit_submit(work, wanted) {
	const sizes = wanted.map(index => work.questions.bytesOf(index));
	const cuts = cutShards(sizes, work.limits);
	const jobArns = [];
	let records = 0;
	let again = false;
	let why = cuts.length > work.freeJobs ? 'the quota of active jobs is used up' : undefined;
	for (const [number, cut] of cuts.slice(0, Math.max(0, work.freeJobs)).entries()) {
		if (work.signal.aborted) {
			why = submit_cancelled;
			break;
		}
		const shard = await stage(work, wanted.subarray(cut.from, cut.to), cut.bytes);
		const outcome = await launch(work, shard);
		if (outcome.jobArn === undefined) {
			why = outcome.why;
			again = true;
			break;
		}
		jobArns.push(outcome.jobArn);
		records += shard.records;
		work.created({ jobArn: outcome.jobArn, jobName: shard.jobName, status: 'Submitted', records: shard.records });
		work.log.info(`job ${number + 1} of ${cuts.length}: ${counted(shard.records, 'record')} → ${outcome.jobArn}`);
	}
	return { way: 'batch', jobArns, records, left: wanted.length - records, why, again };
}
async function stage(work, indexes, size) {
	const { store, questions } = work;
	const digest = (0,external_node_crypto_.createHash)('sha256');
	for await (const piece of questions.stream(indexes))
		digest.update(piece);
	const shard16 = digest.digest('hex').slice(0, 16);
	const generation = freeGeneration(work, shard16);
	const name = `${shard16}-g${generation}`;
	const media = storedMediaOf(questions, indexes);
	const folder = store.keys.inputFolder(name);
	const key = media.length === 0 ? store.keys.input(name) : `${folder}${name}.jsonl`;
	const ids = idList(indexes.length, line => questions.ids.idAt(indexes[line] ?? 0));
	await store.objects.put(store.keys.ids(name), ids, { absent: true });
	await bringMedia(work, folder, media);
	const records = media.length === 0
		? { bytes: size, open: () => questions.stream(indexes) }
		: await measured(() => linesWith(questions, indexes, { bucket: store.bucket, folder }));
	if ((await store.objects.put(key, records, { absent: true })) === 'refused')
		await store.objects.put(key, records);
	return {
		name,
		jobName: jobNameOf(work.specName, store.specId, shard16, generation),
		records: indexes.length,
		key,
		content: records,
		inputS3Uri: `s3://${store.bucket}/${media.length === 0 ? key : folder}`
	};
}
async function measured(open) {
	let bytes = 0;
	for await (const piece of open())
		bytes += piece.length;
	return { bytes, open };
}
function withoutSlash(uri) {
	return uri.replace(/\/$/, '');
}
function freeGeneration({ jobs, shards }, shard16) {
	const taken = new Set();
	for (const job of jobs) {
		const parts = readJobName(job.jobName);
		if (parts?.shard16 === shard16)
			taken.add(parts.generation);
	}
	let generation = 1;
	while (taken.has(generation) || shards.has(`${shard16}-g${generation}`))
		generation++;
	return generation;
}
const submit_takenOver = 'another pass has taken over';
const submit_cancelled = 'the pass was cancelled';
async function launch(work, shard) {
	const found = await look(work, shard);
	if (found !== undefined)
		return { jobArn: found };
	let refusals = 0;
	for (let attempt = 1;;) {
		if (attempt === 1 && work.signal.aborted) {
			await unstage(work, shard);
			return { jobArn: undefined, why: submit_cancelled };
		}
		if (!(await work.mayStillPay()))
			return { jobArn: undefined, why: submit_takenOver };
		if (attempt > 1 && !(await renew(work, shard)))
			return { jobArn: undefined, why: submit_takenOver };
		const creation = await create(work, shard, attempt);
		if (creation.kind === 'created')
			return { jobArn: creation.jobArn };
		if (creation.kind === 'later') {
			if (++refusals <= repetitions && (await pauseBeforeNext(work, refusals)))
				continue;
			if (attempt === 1)
				await unstage(work, shard);
			return { jobArn: undefined, why: creation.why };
		}
		const why = creation.kind === 'unknown' ? creation.why : 'the job name is taken by a job that is not listed yet';
		work.log.info(`creating ${shard.jobName}: ${why}; looking for the job`);
		const later = await lookUntilSettled(work, shard);
		if (later !== undefined)
			return { jobArn: later };
		if (attempt++ === creations || work.signal.aborted || work.store.clock.now() >= work.deadline)
			return { jobArn: undefined, why: creation.kind === 'unknown' ? nobodyKnows(shard, why) : why };
	}
}
function nobodyKnows({ jobName }, why) {
	return `nobody knows yet whether Bedrock created the job ${jobName}; the next pass looks for it before it creates one (${why})`;
}
async function create(work, shard, attempt) {
	try {
		return await work.cloud.jobs.create(requestFor(work, shard));
	}
	catch (error) {
		if (attempt === 1)
			await unstage(work, shard);
		throw error;
	}
}
async function renew({ store, mayStillPay }, { key, content }) {
	const staged = await store.objects.head(key);
	if (staged === undefined)
		return false;
	await store.objects.put(key, content, { etag: staged.etag });
	return mayStillPay();
}
async function pauseBeforeNext({ store: { clock }, deadline, signal }, refusals) {
	const pause = 1000 * 2 ** refusals * (0.75 + clock.random() / 2);
	if (clock.now() + pause >= deadline)
		return false;
	await clock.sleep(pause, signal);
	return !signal.aborted;
}
async function unstage({ store, mayStillPay }, { name, key }) {
	try {
		if (!(await mayStillPay()))
			return;
		await store.objects.delete(key);
		await store.objects.delete(store.keys.ids(name));
	}
	catch (error) {
		if (!(error instanceof build_problems .HR))
			throw error;
	}
}
async function look(work, shard) {
	const jobs = await work.cloud.jobs.list(work.store.specId);
	return jobs.find(job => job.jobName === shard.jobName && withoutSlash(job.inputS3Uri) === withoutSlash(shard.inputS3Uri))?.jobArn;
}
async function lookUntilSettled(work, shard) {
	const { clock } = work.store;
	const settled = Math.min(clock.now() + settleMs, work.deadline);
	for (let pause = 1000;; pause = Math.min(pause * 2, 30_000)) {
		const found = await look(work, shard);
		if (found !== undefined || clock.now() >= settled || work.signal.aborted)
			return found;
		await clock.sleep(Math.min(pause * (0.75 + clock.random() / 2), Math.max(0, settled - clock.now())), work.signal);
	}
}
function requestFor(work, shard) {
	const { account, places, common, store } = work;
	return {
		...common,
		jobName: shard.jobName,
		clientRequestToken: clientRequestTokenOf(account, places.region, shard.jobName),
		roleArn: places.serviceRoleArn,
		inputS3Uri: shard.inputS3Uri,
		outputS3Uri: places.outputS3Uri ?? `s3://${store.bucket}/${store.keys.root}/output/`
	};
}
;
const firstPauseMs = 15_000;
const asker_longestPauseMs = 5 * 60_000;
function recordsOf(submissions) {
	return submissions.reduce((sum, one) => sum + one.records, 0);
}
class Asker {
	submissions = [];
	reasons = {};
	heldBy;
	goesOnAtOnce = false;
	work;
	watch;
	openJobs;
	activeWhenRefused = Number.POSITIVE_INFINITY;
	againAt = 0;
	isAtLimit = false;
	toldCost = '';
	refusals = 0;
	constructor(work, watch, openJobs) {
		this.work = work;
		this.watch = watch;
		this.openJobs = openJobs;
	}
	get isPatient() {
		return this.refusals > 0;
	}
	get hasAsked() {
		return this.submissions.some(({ records }) => records > 0);
	}
	async ask(plan) {
		const { submitting, mode } = this.work;
		this.heldBy = undefined;
		this.goesOnAtOnce = false;
		if (submitting === undefined || mode === 'collect' || mode === 'stop')
			return false;
		if (this.watch.failed.length > 0)
			return false;
		if (!this.mayAsk(plan) || !this.isTime())
			return false;
		const taking = await takeLease(this.work.lease);
		if ('heldBy' in taking) {
			this.heldBy = taking.heldBy;
			return false;
		}
		try {
			let now = await this.watch.look();
			if (now.ask.length > 0 && this.watch.dead.length > 0)
				now = await this.bury();
			if (now.ask.length === 0)
				return true;
			if (!this.mayAsk(now))
				return false;
			this.tellCost(now);
			const submission = now.choice.way === 'on-demand'
				? await this.askOnDemand(submitting, taking.lease, now)
				: await this.submit(submitting, taking.lease, now);
			this.settle(submission);
			this.goesOnAtOnce = submission.left === 0 && !submission.again && now.later.length > 0;
			return submission.records > 0;
		}
		finally {
			await this.release(taking.lease);
		}
	}
	async bury() {
		const { store } = this.work.collecting;
		for (const key of this.watch.dead)
			await store.objects.delete(key);
		return this.watch.look();
	}
	backOff() {
		const { clock } = this.work.collecting.store;
		const pause = Math.min(asker_longestPauseMs, firstPauseMs * 2 ** this.refusals++);
		this.againAt = clock.now() + pause * (0.75 + clock.random() / 2);
	}
	isTime() {
		if (this.watch.active < this.activeWhenRefused)
			return true;
		return this.refusals > 0 && this.againAt <= this.work.collecting.store.clock.now();
	}
	settle({ left, again, jobArns }) {
		const live = new Set(this.watch.live.map(job => job.jobArn));
		const active = this.watch.active + jobArns.filter(jobArn => !live.has(jobArn)).length;
		this.activeWhenRefused = left === 0 && !again ? Number.POSITIVE_INFINITY : active;
		if (again)
			this.backOff();
		else
			this.refusals = 0;
	}
	mayAsk(plan) {
		refuseTooFew(plan);
		refusals_refuseForeign(this.watch.foreign);
		try {
			this.checkLimits(plan);
			return true;
		}
		catch (error) {
			if (!(error instanceof build_problems .HR) || !this.hasAsked)
				throw error;
			if (!this.isAtLimit)
				this.leave(plan.ask.length, error.message);
			this.isAtLimit = true;
			return false;
		}
	}
	tellCost({ ask, choice }) {
		const { atMost, log } = this.work;
		const price = atMost(ask.length, choice.way === 'on-demand' ? 'on-demand' : 'batch');
		const line = `${price === undefined ? 'at an unknown price' : `at most ${dollars(price)}`} for ${counted(ask.length, 'record')}`;
		if (line !== this.toldCost)
			log.info(line);
		this.toldCost = line;
	}
	leave(left, why) {
		this.submissions.push({ way: 'batch', jobArns: [], records: 0, left, why, again: false });
		this.work.log.warning(`${counted(left, 'record is', 'records are')} left for a later pass: ${why}`);
	}
	checkLimits(plan) {
		const { rules, checkLimits } = this.work;
		const { ask, choice } = plan;
		const before = recordsOf(this.submissions);
		const beforeOnDemand = recordsOf(this.submissions.filter(one => one.way === 'on-demand'));
		const parts = [plan, ...plan.later];
		const pads = this.submissions.reduce((sum, one) => sum + (one.pads ?? 0), 0);
		const morePads = parts.reduce((sum, part) => sum + padsOf(part, rules), 0);
		const inFlight = this.watch.othersInFlight(plan);
		const way = choice.way === 'on-demand' ? 'on-demand' : 'batch';
		const later = laterOf(plan);
		checkLimits({ before, beforeOnDemand, now: ask.length, later, pads: pads + morePads, inFlight, way });
	}
	count(asked, plan) {
		this.reasons = bothReasons(this.reasons, reasonsOf(asked, this.work.questions, plan));
	}
	async release(lease) {
		try {
			await lease.release();
		}
		catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			this.work.log.warning(`the lease could not be released: ${why}`);
		}
	}
	padded(part) {
		const { questions, rules, padding, log } = this.work;
		const { ask, choice } = part;
		const first = questions.ids.idAt(ask[0] ?? 0);
		const padCount = padsOf(part, rules);
		if (padCount === 0)
			return ask;
		const pads = Array.from({ length: padCount }, (_, number) => {
			const { recordId, modelInput } = padding(`${first} ${number + 1}`);
			return questions.pad(recordId, modelInput);
		});
		log.info(`filling the job up with ${counted(padCount, 'record')} that nobody reads: ${choice.why}`);
		return Uint32Array.from([...ask, ...pads]);
	}
	async askOnDemand(submitting, lease, plan) {
		const { ask, choice } = plan;
		const { collecting, log, signal, deadline, questions } = this.work;
		const { modelId, invocationType: api } = submitting.common;
		const { store } = collecting;
		log.info(`asking ${counted(ask.length, 'record')} on demand: ${choice.why}`);
		const model = await collecting.cloud.onDemand();
		const rights = { mayStillPay: () => lease.renew(), mayGoOn: () => lease.isHeld() };
		const outcome = await askNow({ model, store, questions, modelId, api, ...rights, deadline, signal, log }, ask);
		const { name, asked, left, why, troubled, failed } = outcome;
		this.watch.hasAskedNow(asked);
		this.count(asked, plan);
		if (troubled > 0)
			this.refusals = Math.max(this.refusals, 2);
		const submission = {
			jobArns: [],
			records: asked.length,
			left,
			why,
			again: left > 0 || troubled > 0,
			way: 'on-demand',
			because: choice.why,
			run: name
		};
		this.submissions.push(submission);
		if (failed !== undefined) {
			await this.readBroken(name);
			throw failed.error;
		}
		if (asked.length > 0 && !signal.aborted)
			this.watch.tookHome(await collectNow(collecting, name, true), name);
		return submission;
	}
	async readBroken(name) {
		const run = await collectNow(this.work.collecting, name, false).catch(() => undefined);
		if (run !== undefined)
			this.watch.unfinished.set(name, run);
	}
	async submit(submitting, lease, plan) {
		const { maxActiveJobs, rules, log } = this.work;
		const ask = this.padded(plan);
		const told = (submission) => ({
			...withoutPads(submission, plan.ask.length, ask.length),
			because: plan.choice.why
		});
		const made = new Made(this.openJobs);
		const work = {
			...submitting,
			limits: rules,
			jobs: [...this.watch.jobs, ...this.watch.foreign],
			shards: this.watch.shards,
			freeJobs: maxActiveJobs - this.watch.active,
			mayStillPay: () => lease.renew(),
			created: job => made.add(job)
		};
		const submission = await submit_submit(work, ask).catch((error) => {
			this.watch.hasSubmitted(ask.subarray(0, made.records));
			if (made.records > 0)
				this.submissions.push(told(made.brokenOff(ask.length, error)));
			throw error;
		});
		this.watch.hasSubmitted(ask.subarray(0, submission.records));
		this.count(plan.ask.subarray(0, submission.records), plan);
		await this.openJobs.save();
		const { left, why, ...rest } = told(submission);
		this.submissions.push({ ...rest, left, why });
		if (why !== undefined)
			log.warning(`${counted(left, 'record is', 'records are')} left for a later pass: ${why}`);
		return { ...rest, left, why };
	}
}
function laterOf({ later }) {
	const sum = { batch: 0, onDemand: 0 };
	for (const { ask, choice } of later)
		sum[choice.way === 'on-demand' ? 'onDemand' : 'batch'] += ask.length;
	return sum;
}
class Made {
	records = 0;
	jobArns = [];
	openJobs;
	constructor(openJobs) {
		this.openJobs = openJobs;
	}
	add(job) {
		this.openJobs.add(job);
		this.jobArns.push(job.jobArn);
		this.records += job.records;
	}
	brokenOff(wanted, error) {
		const { jobArns, records } = this;
		const why = error instanceof Error ? error.message : String(error);
		return { way: 'batch', jobArns, records, left: wanted - records, why, again: true };
	}
}
function withoutPads(submission, records, withPads) {
	if (records === withPads)
		return submission;
	return submission.records > 0
		? { ...submission, records, pads: withPads - records }
		: { ...submission, left: records };
}
;
class OpenJobs {
	created = [];
	ledger;
	specId;
	watch;
	saved;
	constructor(ledger, specId, watch) {
		this.ledger = ledger;
		this.specId = specId;
		this.watch = watch;
	}
	add(job) {
		this.created.push(job);
		this.watch.hasCreated(job.jobArn);
		this.ledger.note(this.specId, this.list());
	}
	async save() {
		const jobs = this.list();
		if (arnsOf(jobs) === arnsOf(this.saved ?? this.watch.rememberedJobs))
			return;
		this.saved = jobs;
		await this.ledger.save(this.specId, jobs);
	}
	list() {
		const seen = new Set(this.watch.jobs.map(job => job.jobArn));
		return [...this.watch.live.map(noted), ...this.created.filter(job => !seen.has(job.jobArn)).map(noted)];
	}
}
function noted({ jobArn, jobName, status }) {
	return { jobArn, jobName, status };
}
function arnsOf(jobs) {
	return jobs
		.map(job => job.jobArn)
		.sort()
		.join();
}
;
const progress_firstPauseMs = 1000;
const hourMs = 3_600_000;
function nextPause(round, remainingMs, random, longestMs) {
	const pause = Math.min(longestMs, progress_firstPauseMs * 1.5 ** Math.min(round, 20));
	return Math.max(0, Math.min(pause * (0.8 + 0.4 * random), remainingMs));
}
function longestPause(jobs, now) {
	const live = jobs.filter(job => job.ending === undefined);
	const isLong = live.length > 0 && live.every(job => job.status !== 'Stopping' && now - job.submittedAt >= hourMs);
	return isLong ? 5 * 60_000 : 60_000;
}
function untilDue(jobs, stopBefore) {
	const left = jobs
		.filter(job => job.ending === undefined && job.submittedAt >= stopBefore)
		.map(job => job.submittedAt - stopBefore + 1000);
	return left.reduce((least, ms) => Math.min(least, ms), Number.POSITIVE_INFINITY);
}
function statusesOf(jobs) {
	const live = jobs.filter(job => job.ending === undefined);
	const names = [...new Set(live.map(job => job.status))];
	return names.map(name => `${live.filter(job => job.status === name).length} ${name}`).join(', ');
}
function describeWait(jobs, elapsedMs, created = []) {
	const live = jobs.filter(job => job.ending === undefined);
	const statuses = statusesOf(jobs);
	const sum = (count) => live.reduce((all, job) => all + (job.counts[count] ?? 0), 0);
	const known = new Map(created.map(job => [job.jobArn, job.records]));
	const total = live.reduce((all, job) => all + (job.counts.total || (known.get(job.jobArn) ?? 0)), 0);
	const processed = total === 0 ? sum('processed') : `${sum('processed')} of ${total}`;
	return `${statuses} · ${processed} records processed · ${sum('success')} good, ${sum('error')} with errors · ${progress_duration(elapsedMs)}`;
}
function progress_duration(ms) {
	const seconds = Math.round(ms / 1000);
	if (seconds < 60)
		return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60)
		return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
	return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
const liveStatuses = ['Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping'];
function strangeStatus({ ending, status, jobArn }) {
	if (ending !== undefined || liveStatuses.includes(status))
		return undefined;
	return `${jobArn} has the status "${status}", which this version does not know; it is waited for`;
}
class WaitTeller {
	log;
	startedAt;
	toldAt;
	statuses = '';
	constructor(log, now) {
		this.log = log;
		this.startedAt = now;
		this.toldAt = now;
	}
	tell(jobs, now, created = []) {
		const statuses = statusesOf(jobs);
		if (statuses === '' || (now - this.toldAt < 60_000 && statuses === this.statuses))
			return;
		this.toldAt = now;
		this.statuses = statuses;
		this.log.info(describeWait(jobs, now - this.startedAt, created));
	}
}
;
class Trouble {
	log;
	told;
	isThere = false;
	constructor(log) {
		this.log = log;
	}
	tell(failure) {
		const kind = `${failure.code} ${failure.cause instanceof Error ? failure.cause.name : ''}`;
		if (kind !== this.told)
			this.log.warning(`${failure.title}: ${failure.message}`);
		this.told = kind;
		this.isThere = true;
	}
	endRound() {
		if (this.told !== undefined && !this.isThere) {
			this.log.info('the service answers again');
			this.told = undefined;
		}
		this.isThere = false;
	}
}
;
function decide(facts, rules) {
	if (facts.standing === 'answer')
		return 'carry over';
	if (facts.inFlight)
		return 'wait';
	return decideAnew(facts, facts.askedNow && rules.retry !== 'none' ? { ...rules, retry: 'auto' } : rules);
}
function decideAnew(facts, rules) {
	if (facts.standing === 'final')
		return rules.retry === 'failed' || rules.retry === 'all' ? 'ask again' : 'give up';
	if (facts.unprocessed === 'stopped')
		return rules.retry === 'stopped' || rules.retry === 'all' ? 'ask again' : 'leave';
	if (facts.unprocessed === 'failed')
		return rules.resendFailedJobs && rules.retry !== 'none' ? 'ask' : 'leave';
	return decideWithin(facts, rules);
}
function decideWithin({ attempts, timesLate = 0, isComplaint }, { retries, retry }) {
	const isFirst = attempts === 0 && !isComplaint;
	if (attempts === 0 && timesLate === 0)
		return isFirst ? 'ask' : 'ask again';
	const decision = decideRetry(attempts <= retries && timesLate <= retries + 1, retry);
	return decision === 'ask again' && isFirst ? 'ask' : decision;
}
function decideRetry(isWithinBudget, retry) {
	switch (retry) {
		case 'none':
		case 'stopped':
			return isWithinBudget ? 'set aside' : 'give up';
		case 'auto':
			return isWithinBudget ? 'ask again' : 'give up';
		case 'failed':
		case 'all':
			return 'ask again';
	}
}
;
const verdicts = [
	'carry over',
	'wait',
	'ask',
	'ask again',
	'give up',
	'set aside',
	'leave',
	'hold'
];
function planOf(questions, size, known, rules) {
	const verdicts = new Verdicts(size);
	const asked = new Uint32Array(size);
	const again = new Uint8Array(size);
	const late = new Uint8Array(size);
	let records = 0;
	for (const question of questions) {
		const facts = known.factsOf(question);
		const decision = decide(facts, rules);
		verdicts.give(question, decision);
		if (decision !== 'ask' && decision !== 'ask again')
			continue;
		asked[records++] = question;
		if (decision === 'ask again')
			again[question] = 1;
		if (facts.late)
			late[question] = 1;
	}
	const isLate = (question) => late[question] === 1;
	const parts = partsOf({ ...known, ask: asked.subarray(0, records), isLate }, rules);
	const held = parts.filter(({ ask, choice: { way } }) => way === 'hold' || (way === 'fail' && verdicts.areRetries(ask)));
	for (const part of held)
		verdicts.hold(part);
	const { counts } = verdicts;
	return {
		verdictOf: question => verdicts.of(question),
		isRetry: question => again[question] === 1,
		counts,
		...inOrder(parts, held),
		missing: counts.hold > 0 && !isWithoutBatch(rules) ? Math.max(0, rules.minRecords - counts.hold) : 0,
		heldBecause: counts.hold > 0 ? held.map(({ choice }) => choice.why) : []
	};
}
function isWithoutBatch({ inference, noBatch }) {
	return inference === 'auto' && noBatch === true;
}
function inOrder(parts, held) {
	const open = parts.filter(part => !held.includes(part));
	const first = open.find(({ choice }) => choice.way === 'fail') ?? open[0];
	if (first !== undefined)
		return { ...first, later: open.filter(part => part !== first) };
	const choice = held[0]?.choice ?? { way: 'hold', why: 'nothing is to be asked' };
	return { ask: new Uint32Array(), choice, later: [] };
}
class Verdicts {
	counts = newCounts();
	byQuestion;
	constructor(size) {
		this.byQuestion = new Uint8Array(size);
	}
	of(question) {
		return verdicts[this.byQuestion[question] ?? 0] ?? 'carry over';
	}
	give(question, verdict) {
		this.byQuestion[question] = verdicts.indexOf(verdict);
		this.counts[verdict]++;
	}
	areRetries(questions) {
		return questions.every(question => this.of(question) === 'ask again');
	}
	hold({ ask, choice }) {
		const failed = choice.forNow ? 'set aside' : 'give up';
		const verdict = this.areRetries(ask) ? failed : 'hold';
		for (const question of ask) {
			this.counts[this.of(question)]--;
			this.give(question, verdict);
		}
	}
}
function newCounts() {
	return { 'carry over': 0, wait: 0, ask: 0, 'ask again': 0, 'give up': 0, 'set aside': 0, leave: 0, hold: 0 };
}
;
function holdersOf({ jobs, young }, alsoHolds = () => false) {
	return [
		...jobs
			.filter(job => job.ending === undefined || alsoHolds(job))
			.map(job => ({ key: job.inputS3Uri, arn: job.jobArn })),
		...young.map(({ key }) => ({ key, arn: undefined }))
	];
}
async function markInFlight(store, holders, questions) {
	const inFlight = indexes();
	for (const [number, { key, arn }] of holders.entries()) {
		const shard = shardNameOf(key);
		if (shard === undefined)
			continue;
		for (const id of (await idsOf(store, shard)) ?? noList(arn)) {
			const index = questions.ids.find(id);
			if (index >= 0)
				inFlight.set(index, number);
		}
	}
	return inFlight;
}
function noList(arn) {
	if (arn === undefined)
		return [];
	throw new build_problems .HR('bad-state', `${arn} is running, but the list of its records is gone from S3`, {
		remedy: 'Wait until it has ended, or stop it with mode: stop; then run again. Exclude input/ below the prefix from lifecycle rules.'
	});
}
;
async function recall(store,
collected, jobs, memory, accounted) {
	const recalled = [];
	const broken = new Set();
	const notFailed = new Set(jobs.filter(job => job.ending !== 'failed').map(job => jobIdOf(job.jobArn)));
	const submitted = new Map(jobs.map(job => [jobIdOf(job.jobArn), job.submittedAt]));
	for (const [jobId, saidAt] of collected) {
		const one = await recallJob(store, jobId, memory, {
			saidAt: submitted.get(jobId) ?? saidAt,
			isAccounted: accounted(jobId),
			mayBeEmpty: !notFailed.has(jobId) && !isOnDemand(jobId)
		});
		if (one === 'broken')
			broken.add(jobId);
		else if (one !== undefined)
			recalled.push(one);
	}
	return { recalled, broken };
}
async function recallJob(store, jobId, { questions, answers, usageOf, since = 0 }, { saidAt, isAccounted, mayBeEmpty }) {
	const { keys } = store;
	const ids = await readIds(store, keys.answerIdsOf(jobId));
	const wanted = ids?.map(id => questions.ids.find(id)).filter(index => index >= since && questions.isNeeded(index));
	if (isAccounted && wanted?.length === 0)
		return undefined;
	const file = await store_download(store, keys.answersOf(jobId));
	if (file === undefined)
		return undefined;
	answers.beginJob(jobId, saidAt);
	if (file.bytes === 0 && mayBeEmpty)
		for (const index of wanted ?? [])
			answers.failedWhole(index);
	const kinds = new Map();
	const usage = { input: 0, output: 0 };
	const told = new Set();
	for await (const lines of store_splitLines(file.stream())) {
		for (const line of lines) {
			for (const id of idAtStart(line)) {
				const isWanted = questions.ids.find(id) >= since;
				const isRead = !isWanted || answers.take(id, line) !== undefined;
				if (isRead && line.endsWith('}'))
					told.add(id);
				if (isAccounted)
					continue;
				const used = usageOf(line);
				kinds.set(id, used !== undefined);
				if (used !== undefined && !isWanted)
					answers.passOver(id);
				usage.input += used?.inputTokens ?? 0;
				usage.output += used?.outputTokens ?? 0;
			}
		}
	}
	const isWhole = (file.bytes === 0 && mayBeEmpty) || ids?.every(id => told.has(id)) !== false;
	file.discard();
	if (!isWhole)
		return 'broken';
	if (isAccounted || kinds.size === 0)
		return undefined;
	const answered = [...kinds.values()].filter(Boolean).length;
	return { jobId, answered, failed: kinds.size - answered, usage };
}
function isOnDemand(jobId) {
	return jobId.startsWith('od-');
}
;
const mostAsked = 100;
class Remembered {
	jobs;
	open;
	own = new Set();
	forgotten = new Map();
	constructor(jobs) {
		this.jobs = jobs;
		this.open = new Set(jobs.map(job => job.jobArn));
	}
	add(jobArn) {
		this.own.add(jobArn);
		this.open.add(jobArn);
	}
	async unlisted(cloud, specId, listed) {
		const found = [];
		for (const jobArn of [...this.open].filter(arn => !listed.has(arn)).slice(0, mostAsked)) {
			const word = await askFor(cloud, specId, jobArn);
			if (word === 'stumbled')
				break;
			if ('job' in word)
				found.push(word.job);
			else
				this.forget(jobArn, word.forget);
		}
		return found;
	}
	complaints() {
		const told = [...this.forgotten].map(([why, count]) => `${count === 1 ? '1 job that an earlier workflow run noted is' : `${count} jobs that an earlier workflow run noted are`} passed over: ${why}`);
		this.forgotten.clear();
		return told;
	}
	forget(jobArn, why) {
		if (this.own.has(jobArn))
			return;
		this.open.delete(jobArn);
		this.forgotten.set(why, (this.forgotten.get(why) ?? 0) + 1);
	}
}
async function askFor(cloud, specId, jobArn) {
	const region = /^arn:aws[a-z-]*:bedrock:([a-z0-9-]+):[0-9]{12}:model-invocation-job\/[a-z0-9]{12}$/.exec(jobArn)?.[1];
	if (region !== cloud.region)
		return { forget: `no ARN of a job in ${cloud.region}` };
	try {
		const job = await cloud.jobs.get(jobArn);
		if (job?.jobArn !== jobArn)
			return { forget: 'Bedrock knows no such job' };
		return readJobName(job.jobName)?.specId === specId ? { job } : { forget: 'of another spec' };
	}
	catch (error) {
		if (error instanceof build_problems .HR && error.code === 'service-trouble')
			return 'stumbled';
		noJobOfOurs(error);
		return { forget: 'these credentials may not see it' };
	}
}
function noJobOfOurs(error) {
	if (error instanceof build_problems .HR && (error.code === 'access-denied' || error.code === 'refused-by-bedrock'))
		return undefined;
	throw error;
}
;
const outputLateMs = 60_000;
const longestLifeMs = 168 * 3_600_000;
class Watch {
	collected = [];
	recalled = [];
	unfinished = new Map();
	late = new Map();
	endSeenAt = new Map();
	toldStrange = new Set();
	work;
	done = new Set();
	readUpTo = new Map();
	askedNow = growing_bytes();
	remembered;
	seen;
	inFlight;
	holders = '';
	onDemandBefore = 0;
	constructor(work) {
		this.work = work;
	}
	get jobs() {
		return this.seen?.jobs ?? [];
	}
	get foreign() {
		return this.seen?.foreign ?? [];
	}
	get dead() {
		return this.seen?.dead ?? [];
	}
	get shards() {
		return this.seen?.shards ?? new Set();
	}
	get live() {
		return this.jobs.filter(job => job.ending === undefined);
	}
	get active() {
		return this.live.length + (this.seen?.young.length ?? 0);
	}
	get failed() {
		const ended = [...this.collected.map(one => one.job), ...this.late.values()];
		return ended.filter(job => job.ending === 'failed');
	}
	get rememberedJobs() {
		return this.remembered?.jobs ?? [];
	}
	hasCreated(jobArn) {
		this.remembered?.add(jobArn);
	}
	hasAsked(questions) {
		for (const question of questions)
			this.askedNow.set(question, 1);
	}
	hasAskedNow(questions) {
		this.hasAsked(questions);
		this.onDemandBefore += questions.length;
	}
	hasSubmitted(questions) {
		this.hasAsked(questions);
		for (const question of questions)
			this.inFlight?.set(question, this.jobs.length);
		this.holders = '';
	}
	othersInFlight(plan) {
		let others = 0;
		for (const question of this.unanswered())
			if (plan.verdictOf(question) === 'wait' && this.askedNow.get(question) !== 1)
				others++;
		return others;
	}
	plan() {
		return this.planOf(this.unanswered());
	}
	tookHome(run, name) {
		this.collected.push(run);
		this.done.add(name);
	}
	async look() {
		const { collecting, mode, ledger, log } = this.work;
		const { store, cloud } = collecting;
		this.refuseCancelled();
		if (this.remembered === undefined)
			await checkState(store);
		this.remembered ??= new Remembered(await ledger.load(store.specId));
		const seen = await observe(cloud, store, this.remembered);
		for (const complaint of this.remembered.complaints())
			log.warning(complaint);
		this.seen = seen;
		this.tellStrange(seen.jobs);
		await this.recallFresh(seen);
		for (const run of seen.unfinished)
			await this.readRun(run);
		if (mode !== 'plan')
			await this.takeHome(seen.jobs);
		await this.followUp(seen);
		if (this.work.submitting !== undefined && mode !== 'try')
			await this.stopLate(seen.jobs);
		await this.mark(seen);
		return this.plan();
	}
	refuseCancelled() {
		if (this.work.signal.aborted)
			throw interrupted(this.live);
	}
	tellStrange(jobs) {
		for (const line of jobs.flatMap(job => strangeStatus(job) ?? [])) {
			if (!this.toldStrange.has(line))
				this.work.log.warning(line);
			this.toldStrange.add(line);
		}
	}
	async followUp(seen) {
		const { followUps, questions, answers, collecting, passOver } = this.work;
		for (let since = questions.size; followUps !== undefined && followUps.add() > 0; since = questions.size) {
			const known = [...seen.collected].filter(([jobId]) => !passOver(jobId));
			await recall(collecting.store, known, seen.jobs, { questions, answers, usageOf: collecting.usageOf, since }, () => true);
			for (const run of seen.unfinished)
				if (!passOver(run.name))
					await collectNow(collecting, run.name, false);
			this.inFlight = undefined;
		}
	}
	get asFarAsKnown() {
		return this.planOf(this.inFlight === undefined ? [] : this.unanswered());
	}
	planOf(questions) {
		const { questions: all, rules } = this.work;
		const known = {
			factsOf: (question) => this.factsOf(question),
			bytesOf: (question) => all.bytesOf(question),
			onDemandBefore: this.onDemandBefore
		};
		return planOf(questions, all.size, known, rules);
	}
	async recallFresh(seen) {
		const { collecting, questions, answers, passOver, accounted } = this.work;
		this.refuseCancelled();
		const fresh = [...seen.collected].filter(([jobId]) => !this.done.has(jobId) && !passOver(jobId));
		const memory = { questions, answers, usageOf: collecting.usageOf };
		const { recalled, broken } = await recall(collecting.store, fresh, seen.jobs, memory, accounted);
		for (const one of recalled) {
			const facts = seen.jobs.find(job => jobIdOf(job.jobArn) === one.jobId) ?? onDemandRun(collecting.store, one.jobId);
			this.recalled.push({ ...one, job: facts, way: isOnDemand(one.jobId) ? 'on-demand' : 'batch' });
		}
		for (const jobId of seen.collected.keys())
			if (!broken.has(jobId))
				this.done.add(jobId);
		for (const [jobId] of fresh)
			if (!broken.has(jobId))
				this.unfinished.delete(jobId);
		for (const name of [...broken].filter(isOnDemand))
			this.unfinished.set(name, await collectNow(collecting, name, false));
	}
	async readRun({ name, parts, lastPartAt }) {
		const { collecting, mode, lease, passOver } = this.work;
		const upTo = `${parts} ${lastPartAt}`;
		if (passOver(name))
			return;
		this.refuseCancelled();
		const isOld = collecting.store.objects.now() - lastPartAt >= settleMs;
		const isOver = isOld && mode !== 'plan' && (await isLeaseFree(lease));
		if (this.readUpTo.get(name) === upTo && !isOver)
			return;
		this.unfinished.set(name, await collectNow(collecting, name, isOver));
		this.readUpTo.set(name, upTo);
		if (isOver)
			this.done.add(name);
	}
	async takeHome(jobs) {
		const { collecting, log } = this.work;
		for (const job of jobs) {
			const jobId = jobIdOf(job.jobArn);
			const ended = this.ended(job);
			if (ended === undefined || this.done.has(jobId))
				continue;
			this.refuseCancelled();
			const collected = await collect(collecting, ended, this.patienceFor(job));
			if (collected === 'late') {
				this.tellLate(job);
				continue;
			}
			this.done.add(jobId);
			this.late.delete(job.jobArn);
			if (collected === undefined)
				continue;
			this.collected.push(collected);
			log.info(`collected ${job.jobArn}: ${job.ending}, ${counted(collected.tally.output, 'answer')}, ${counted(collected.tally.error, 'error')}, ${collected.tally.missing} missing`);
			for (const remark of collected.remarks)
				log.warning(`${job.jobArn}: ${remark}`);
		}
	}
	ended(job) {
		const { ending, jobArn, submittedAt } = job;
		if (ending === undefined)
			return undefined;
		const seenAt = this.endSeenAt.get(jobArn) ?? this.work.collecting.store.objects.now();
		this.endSeenAt.set(jobArn, seenAt);
		return { ...job, ending, endedAt: job.endedAt ?? Math.min(seenAt, submittedAt + longestLifeMs) };
	}
	tellLate(job) {
		const until = hasPromised(job) ? 'if it is not there an hour' : 'if none is there five minutes';
		if (!this.late.has(job.jobArn))
			this.work.log.warning(`${job.jobArn} has ended as ${job.status}, but its output is not yet whole below ${job.outputS3Uri}; ${until} after the end, its records count as missing`);
		this.late.set(job.jobArn, job);
	}
	patienceFor(job) {
		const { deadline, collecting } = this.work;
		if (this.late.has(job.jobArn))
			return 0;
		return Math.max(0, Math.min(outputLateMs, deadline - collecting.store.clock.now()));
	}
	async stopLate(jobs) {
		const { collecting, stopBefore, rules, log } = this.work;
		const limit = stopBefore(collecting.store.objects.now());
		const otherwise = {
			auto: `on demand, up to limits.onDemandRecords (${rules.onDemandRecords}) in a pass, and what is more as any other record`,
			batch: 'in a new job, or as belowMinimum says',
			'on-demand': 'on demand'
		}[rules.inference];
		for (const job of jobs) {
			if (job.ending !== undefined || job.status === 'Stopping' || job.submittedAt >= limit)
				continue;
			log.warning(`${job.jobArn} is past its deadline and is stopped; what it has not answered is asked ${otherwise}`);
			await collecting.cloud.jobs.stop(job.jobArn);
		}
	}
	async mark(seen) {
		const { collecting, questions, mode } = this.work;
		const isToFetch = (job) => mode === 'plan' && job.ending !== 'failed' && !seen.collected.has(jobIdOf(job.jobArn));
		const holders = holdersOf(seen, job => this.late.has(job.jobArn) || isToFetch(job));
		const names = [questions.size, ...holders.map(({ key }) => key)].join('\n');
		if (this.inFlight !== undefined && this.holders === names)
			return;
		this.inFlight = await markInFlight(collecting.store, holders, questions);
		this.holders = names;
	}
	*unanswered() {
		const { questions } = this.work;
		for (const question of questions.needed())
			if (questions.lastOf(question) === question)
				yield question;
	}
	factsOf(question) {
		const { answers, questions } = this.work;
		return {
			standing: answers.standingOf(question),
			inFlight: (this.inFlight?.get(question) ?? -1) >= 0,
			attempts: answers.attemptsOf(question),
			timesLate: answers.timesLate(question),
			unprocessed: answers.unprocessed(question),
			askedNow: this.askedNow.get(question) === 1,
			isComplaint: questions.isFollowing(question),
			late: this.work.hasDeadline && answers.unprocessed(question) === 'expired'
		};
	}
}
;
async function drive(work) {
	return new Drive(work).run();
}
class Drive {
	work;
	watch;
	openJobs;
	asker;
	trouble;
	publishedUpTo = 0;
	cutShort;
	isWaiting = false;
	asked = false;
	constructor(work) {
		this.work = work;
		this.watch = new Watch(work);
		this.openJobs = new OpenJobs(work.ledger, work.collecting.store.specId, this.watch);
		this.asker = new Asker(work, this.watch, this.openJobs);
		this.trouble = new Trouble(work.log);
	}
	async run() {
		try {
			return await this.rounds();
		}
		catch (error) {
			this.work.broke(this.facts(this.watch.asFarAsKnown));
			throw error instanceof build_problems .HR && error.code === 'interrupted' ? interrupted(this.watch.live) : error;
		}
	}
	async rounds() {
		const { mode, collecting, signal, log } = this.work;
		const { clock } = collecting.store;
		let plan = await this.firstLook();
		if (this.work.submitting === undefined)
			warnOfForeign(this.watch.foreign, log);
		if (mode === 'plan')
			return this.facts(plan);
		const teller = new WaitTeller(log, clock.now());
		for (let round = 0;; round++) {
			plan = await this.patiently(() => this.ask(plan));
			await this.publishSoFar(plan);
			if (this.isOver(plan))
				return this.result(plan);
			if (round === 0)
				log.info(this.firstWord(plan));
			this.isWaiting = true;
			teller.tell(this.watch.jobs, clock.now(), this.openJobs.created);
			await this.work.rest(this.pause(round));
			if (signal.aborted)
				throw interrupted(this.watch.live);
			plan = await this.patiently(() => this.watch.look());
			this.trouble.endRound();
		}
	}
	async firstLook() {
		const { mode, collecting, deadline, signal } = this.work;
		const { clock } = collecting.store;
		for (let round = 0;; round++) {
			try {
				const plan = await this.watch.look();
				this.trouble.endRound();
				return plan;
			}
			catch (error) {
				const mayWait = mode === 'run' && clock.now() < deadline;
				if (!mayWait || !(error instanceof build_problems .HR) || error.code !== 'service-trouble')
					throw error;
				this.trouble.tell(error);
				this.trouble.endRound();
			}
			await this.work.rest(this.pause(round));
			if (signal.aborted)
				throw interrupted(this.watch.live);
		}
	}
	pause(round) {
		const { collecting, deadline, stopBefore } = this.work;
		const { clock, objects } = collecting.store;
		const { jobs, late } = this.watch;
		const isRestless = late.size > 0 || this.asker.heldBy !== undefined || this.asker.isPatient;
		const longest = longestPause(isRestless ? [] : jobs, objects.now());
		const remaining = Math.min(deadline - clock.now(), untilDue(jobs, stopBefore(objects.now())));
		return nextPause(round, remaining, clock.random(), longest);
	}
	firstWord(plan) {
		const { heldBy, submissions } = this.asker;
		if (heldBy !== undefined)
			return `waiting: ${heldBy} is submitting for this spec`;
		const why = submissions.findLast(one => one.left > 0)?.why ?? 'a service stumbled; it is tried again after a pause';
		if (this.work.mode === 'submit')
			return `waiting to submit ${counted(plan.ask.length, 'record')}: ${why}`;
		return plan.counts.wait > 0 ? `waiting for ${counted(plan.counts.wait, 'record')}` : `waiting: ${why}`;
	}
	async ask(plan) {
		this.asked = false;
		for (let now = plan;;) {
			if (this.cutShort !== undefined || now.ask.length === 0)
				return now;
			if (!(await this.asker.ask(now)))
				return now;
			this.asked = true;
			now = await this.patiently(() => this.watch.look());
			if (!this.asker.goesOnAtOnce)
				return now;
		}
	}
	async patiently(act) {
		try {
			return await act();
		}
		catch (error) {
			if (!(error instanceof build_problems .HR) || !this.mayBePatient)
				throw error;
			if (error.code !== 'service-trouble' && error.code !== 'credentials-expired')
				throw error;
			this.trouble.tell(error);
			this.asker.backOff();
			if (error.code === 'credentials-expired')
				this.cutShort = 'the AWS credentials expired';
			return this.watch.plan();
		}
	}
	get mayBePatient() {
		const { mode, deadline, collecting } = this.work;
		const mayWait = mode === 'run' && collecting.store.clock.now() < deadline;
		return mayWait || this.isWaiting || this.asked || this.asker.hasAsked;
	}
	async publishSoFar(plan) {
		const { collected } = this.watch;
		if (collected.length === this.publishedUpTo || this.isOver(plan))
			return;
		this.publishedUpTo = collected.length;
		await this.work.soFar?.(this.facts(plan));
	}
	isOver(plan) {
		const { mode, deadline, collecting } = this.work;
		if (this.cutShort !== undefined)
			return true;
		const isMoreToAsk = plan.ask.length > 0 && (this.asked || this.asker.isPatient);
		const isRefused = plan.ask.length > 0 && this.asker.isPatient;
		const goesOn = plan.counts.wait > 0 || this.asker.heldBy !== undefined || isMoreToAsk;
		if (mode === 'submit' ? !isRefused : mode !== 'run' || !goesOn)
			return true;
		return collecting.store.clock.now() >= deadline;
	}
	async result(plan) {
		await this.openJobs.save();
		return this.facts(plan);
	}
	facts(plan) {
		const { jobs, collected, unfinished, recalled, failed, late } = this.watch;
		return {
			plan,
			jobs,
			collected: [...collected, ...unfinished.values()],
			recalled,
			submissions: this.asker.submissions,
			reasons: bothReasons(this.asker.reasons, reasonsOf(plan.ask, this.work.questions, plan)),
			unwanted: this.work.answers.unwanted,
			created: this.openJobs.created,
			failedJobs: failed,
			late: [...late.values()],
			heldBy: this.asker.heldBy,
			cutShort: this.cutShort
		};
	}
}
;
const mostListed = 200;
function nextAccount(previous, told) {
	const earlierIds = new Set(previous?.earlier?.ids);
	const jobs = new Map((previous?.jobs ?? []).map(job => [job.jobArn, job]));
	const order = (job) => `${job.jobName} ${job.jobArn}`;
	const news = told.filter(job => !earlierIds.has(manifest_jobs_idOf(job))).sort((a, b) => (order(a) < order(b) ? -1 : 1));
	for (const job of news)
		jobs.set(job.jobArn, job);
	const all = [...jobs.values()];
	const surplus = all.splice(0, Math.max(0, all.length - mostListed));
	const earlier = manifest_jobs_sumOf(previous?.earlier, surplus);
	return { jobs: all, ...(earlier && { earlier }) };
}
function accountedJobs({ jobs, earlier }) {
	return new Set([...(earlier?.ids ?? []), ...jobs.map(manifest_jobs_idOf)]);
}
function manifest_jobs_idOf({ jobArn }) {
	return jobArn.replace(/\/$/, '').replace(/^.*\//, '');
}
function manifest_jobs_sumOf(earlier, jobs) {
	if (jobs.length === 0)
		return earlier;
	const { jobs: _count, ...totals } = totalsOf({ jobs, ...(earlier && { earlier }) });
	return { ...totals, ids: [...(earlier?.ids ?? []), ...jobs.map(manifest_jobs_idOf)] };
}
function totalsOf({ jobs, earlier }) {
	const parts = [...(earlier ? [earlier] : []), ...jobs];
	const sum = (of) => parts.reduce((total, part) => total + of(part), 0);
	const known = parts.every(part => part.costUsd !== undefined);
	return {
		jobs: jobs.length + (earlier?.ids.length ?? 0),
		records: sum(part => part.records),
		answered: sum(part => part.answered),
		failed: sum(part => part.failed),
		inputTokens: sum(part => part.inputTokens),
		outputTokens: sum(part => part.outputTokens),
		...(known && { costUsd: Math.round(sum(part => part.costUsd ?? 0) * 1e6) / 1e6 })
	};
}
function readEarlier(value) {
	if (!(0,build_json .Gv)(value['earlier']))
		return {};
	const { costUsd } = (0,build_json .Ik)(value, 'earlier');
	const earlier = {
		records: manifest_jobs_number(value, 'records'),
		answered: manifest_jobs_number(value, 'answered'),
		failed: manifest_jobs_number(value, 'failed'),
		inputTokens: manifest_jobs_number(value, 'inputTokens'),
		outputTokens: manifest_jobs_number(value, 'outputTokens'),
		...(typeof costUsd === 'number' && { costUsd }),
		ids: (0,build_json .YO)(value, 'earlier.ids').filter(id => typeof id === 'string')
	};
	return { earlier };
}
function orderedEarlier(earlier) {
	const { records, answered, failed, inputTokens, outputTokens, costUsd, ids } = earlier;
	return {
		records,
		answered,
		failed,
		inputTokens,
		outputTokens,
		...(costUsd !== undefined && { costUsd }),
		ids
	};
}
function manifest_jobs_number(value, name) {
	const found = (0,build_json .U9)(value, `earlier.${name}`);
	if (found === undefined)
		throw new build_json .ym(`earlier.${name}`, 'a whole number');
	return found;
}
;
class FollowUps {
	questions;
	answers;
	rules;
	seen = growing_bytes();
	depth = growing_bytes();
	constructor(questions, answers, rules) {
		this.questions = questions;
		this.answers = answers;
		this.rules = rules;
	}
	add() {
		const before = this.questions.size;
		for (const question of [...this.questions.needed()])
			if (this.isInvalid(question))
				this.follow(question);
		return this.questions.size - before;
	}
	isInvalid(question) {
		if (this.seen.get(question) === 1 || this.answers.standingOf(question) !== 'final')
			return false;
		this.seen.set(question, 1);
		return this.depth.get(question) < this.rules.most;
	}
	follow(question) {
		const outcome = this.answers.outcomeOf(question);
		const modelInput = parseJson(this.questions.modelInputOf(question));
		if (outcome?.kind !== 'invalid' || outcome.raw.trim() === '' || !(0,build_json .Gv)(modelInput))
			return;
		if (outcome.reason.startsWith('unknown shape'))
			return;
		const next = (0,build_json .dj)(this.rules.followUp(modelInput, outcome.raw, complaint(outcome)));
		const media = this.questions.mediaOf(question);
		const named = namedByContent(next, media);
		const index = this.questions.add(this.rules.nameOf(named), named);
		this.questions.need(index, next, 'retry');
		this.questions.shows(index, media);
		this.questions.follow(question, index);
		this.depth.set(index, this.depth.get(question) + 1);
	}
}
function complaint({ message, complaint: said = `Your answer cannot be used: ${message}` }) {
	return `${said}\n\nAnswer the question again. Give the corrected answer alone, without an apology or explanation.`;
}
;
function drivingOf(work, { cloud, store, places, account }) {
	const { request, outside, known, questions, answers, costs } = work;
	const { clock, log, signal, turn } = outside;
	const { spec } = request;
	const deadline = turn?.waitUntil(request.waitMs) ?? clock.now() + request.waitMs;
	const nameOf = recordNamer(spec.model, known.model.api);
	const { deadlineHours } = spec;
	const stopBefore = (now) => deadlineHours === undefined ? Number.NEGATIVE_INFINITY : now - deadlineHours * 3_600_000;
	const padding = paddingOf(known, nameOf);
	const accounted = accountedJobs(known.published.manifest ?? { jobs: [] });
	const batch = request.mode !== 'try' && spec.inference !== 'on-demand';
	const serviceRoleArn = places.serviceRoleArn ?? (batch ? undefined : '');
	const submitting = !mayPay(request) || serviceRoleArn === undefined
		? undefined
		: {
			cloud,
			store,
			account,
			places: { ...places, serviceRoleArn },
			specName: spec.name,
			common: commonOf(work),
			questions,
			deadline,
			signal,
			log
		};
	return {
		mode: request.mode,
		questions,
		answers,
		rules: { ...rulesOf(request, known), ...(spec.belowMinimum === 'pad' && { padBytes: padBytesOf(padding) }) },
		followUps: followUpsOf(work, nameOf),
		collecting: {
			cloud,
			store,
			nameOf: echoNamer(nameOf),
			answers,
			log,
			signal,
			usageOf: text => driving_of_usageIn(text, known),
			stopBefore
		},
		stopBefore,
		hasDeadline: deadlineHours !== undefined,
		padding,
		submitting,
		lease: { store, owner: outside.owner, hasEnded: outside.hasEnded, nonce: nonceFor(outside.owner, clock) },
		ledger: outside.ledger,
		maxActiveJobs: known.limits.maxActiveJobs,
		passOver: jobId => request.force && (known.published.manifest === undefined || accounted.has(jobId)),
		checkLimits: asked => costs.check(asked),
		atMost: (records, way) => costs.estimate(records, way).estimatedUsd,
		accounted: jobId => accounted.has(jobId),
		deadline,
		rest: ms => (turn ? turn.rest(ms, signal) : clock.sleep(ms, signal)),
		signal,
		log
	};
}
function followUpsOf({ request, known, questions, answers }, nameOf) {
	const most = request.spec.answer.retryInvalid;
	const followUp = known.model.family.followUp?.bind(known.model.family);
	return most === 0 || followUp === undefined
		? undefined
		: new FollowUps(questions, answers, { most, followUp, nameOf });
}
function paddingOf({ model }, nameOf) {
	return text => {
		const { kind } = model.family;
		const request = kind === 'embed' || kind === 'draw'
			? { kind, text }
			: { kind: 'chat', messages: [{ role: 'user', content: [{ text }] }] };
		const modelInput = (0,build_json .dj)(model.family.render(request, request.kind === 'chat' ? { maxTokens: 1 } : {}));
		return { recordId: nameOf(modelInput), modelInput };
	};
}
function padBytesOf(padding) {
	const { recordId, modelInput } = padding('00000000000 999999');
	return Buffer.byteLength(JSON.stringify({ recordId, modelInput: '' }) + modelInput);
}
function rulesOf({ spec, mode, retry, byPerson }, { limits, model }) {
	return {
		retry,
		retries: spec.limits.retries,
		resendFailedJobs: byPerson,
		minRecords: limits.minRecords,
		maxRecords: limits.maxRecords,
		maxBytes: limits.maxBytes,
		inference: mode === 'try' ? 'on-demand' : spec.inference,
		belowMinimum: spec.belowMinimum,
		onDemandRecords: spec.limits.onDemandRecords,
		noBatch: !mayBeInBatch(model.bareId, spec.support)
	};
}
function driving_of_usageIn(text, known) {
	const line = readAnswerLine(text);
	const outcome = line === undefined
		? undefined
		: interpret(line, output => known.model.family.parse(output), () => ({ value: null }));
	return outcome !== undefined && 'usage' in outcome ? outcome.usage : undefined;
}
function commonOf({ request, known }) {
	const { aws } = request.spec;
	return {
		modelId: request.spec.model,
		invocationType: known.model.api,
		...(aws.bucketOwner !== undefined && { bucketOwner: aws.bucketOwner }),
		...(aws.kmsKeyId !== undefined && { kmsKeyId: aws.kmsKeyId }),
		...(aws.vpc && { vpc: aws.vpc }),
		...(aws.timeoutHours !== undefined && { timeoutHours: aws.timeoutHours }),
		...(aws.tags && { tags: aws.tags })
	};
}
;
const mostGroups = 100;
const mostKeys = 5;
const exampleCharacters = 300;
const rest = 'other reasons';
function failures_failureGroups() {
	const groups = new Groups();
	return {
		add: (reason, key, message, mayRetry) => groups.of(reason).take(key, message, mayRetry === true),
		list: () => groups.list().sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
	};
}
class Group {
	reason;
	count = 0;
	example;
	keys = [];
	mayRetry = true;
	constructor(reason) {
		this.reason = reason;
	}
	take(key, message, mayRetry) {
		if (this.count === 0)
			this.example = message?.slice(0, exampleCharacters).toWellFormed();
		this.count++;
		this.mayRetry &&= mayRetry;
		if (this.keys.length < mostKeys)
			this.keys.push(key);
	}
	join({ count, example, keys, mayRetry }) {
		if (this.count === 0)
			this.example = example;
		this.count += count;
		this.mayRetry &&= mayRetry;
		this.keys = [...this.keys, ...keys].slice(0, mostKeys);
	}
	told() {
		const { reason, count, example, keys, mayRetry } = this;
		return { reason, count, ...(example !== undefined && { example }), keys, ...(mayRetry && { mayRetry }) };
	}
}
class Groups {
	groups = new Map();
	others = new Group(rest);
	isCrowded = false;
	of(reason) {
		const known = this.groups.get(reason);
		if (known !== undefined)
			return known;
		if (this.groups.size >= mostGroups && !this.isCrowded)
			this.merge();
		return this.placeFor(reason);
	}
	list() {
		return [...this.groups.values(), this.others].map(group => group.told()).filter(({ count }) => count > 0);
	}
	placeFor(reason) {
		if (this.isCrowded) {
			for (const group of this.groups.values()) {
				const common = likeness(group.reason, reason);
				if (common !== undefined)
					return this.rename(group, common);
			}
		}
		if (this.groups.size >= mostGroups)
			return this.others;
		const group = new Group(reason);
		this.groups.set(reason, group);
		return group;
	}
	merge() {
		this.isCrowded = true;
		const before = [...this.groups.values()];
		this.groups = new Map();
		for (const group of before)
			this.placeFor(group.reason).join(group);
	}
	rename(group, reason) {
		if (group.reason === reason)
			return group;
		this.groups.delete(group.reason);
		group.reason = reason;
		const same = this.groups.get(reason);
		same?.join(group);
		if (same === undefined)
			this.groups.set(reason, group);
		return same ?? group;
	}
}
function likeness(one, other) {
	const [kind = ''] = one.split(': ', 1);
	if (kind === one || !other.startsWith(`${kind}: `))
		return undefined;
	const [words, others] = [one.split(' '), other.split(' ')];
	if (words.length !== others.length)
		return undefined;
	const common = words.map((word, at) => (word === others[at] ? word : '…'));
	return common.filter(word => word === '…').length * 3 > words.length ? undefined : common.join(' ');
}
;
class OutputUnreadable extends Error {
	name = 'OutputUnreadable';
	line;
	hint;
	constructor(message, line, hint) {
		super(message);
		this.line = line;
		this.hint = hint;
	}
}
async function* format_decoded(chunks) {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	for await (const chunk of chunks)
		yield decode(() => decoder.decode(chunk, { stream: true }));
	yield decode(() => decoder.decode());
}
async function* decodedWithMark(chunks) {
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	for await (const chunk of chunks)
		yield decode(() => decoder.decode(chunk, { stream: true }));
	yield decode(() => decoder.decode());
}
async function wholeText(file) {
	if (file.bytes > 256 << 20)
		throw new OutputUnreadable('the file is larger than 256 MiB');
	let text = '';
	for await (const piece of format_decoded(file.stream()))
		text += piece;
	return text;
}
function decode(text) {
	try {
		return text();
	}
	catch {
		throw new OutputUnreadable('the file is not UTF-8', undefined, 'save it as UTF-8');
	}
}
function newCells() {
	return Object.create(null);
}
;
function membersOf(json, open) {
	if (json[open] !== 123 || valueEnd(json, open) < 0)
		return undefined;
	const members = [];
	let at = spaceEnd(json, open + 1);
	while (json[at] !== 125) {
		const start = at;
		const behind = valueEnd(json, start);
		const value = spaceEnd(json, spaceEnd(json, behind) + 1);
		const end = valueEnd(json, value);
		const name = parseJson(json.subarray(start, behind).toString());
		members.push({ name: typeof name === 'string' ? name : '', start, value, end });
		at = spaceEnd(json, end);
		if (json[at] === 44)
			at = spaceEnd(json, at + 1);
	}
	return members;
}
;
const lockSides = ['ours', 'theirs'];
const marker = /^(?:(<{7})|(\|{7})|(={7})|(>{7}))(?: |\r?$)/;
function isConflictMarker(line) {
	return marker.test(line);
}
async function* oneSide(chunks, side) {
	let part = 'both';
	let rest = '';
	for await (const text of format_decoded(chunks)) {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		const kept = [];
		for (const line of lines) {
			const next = partAfter(line);
			if (next === undefined && (part === 'both' || part === side))
				kept.push(`${line}\n`);
			part = next ?? part;
		}
		if (kept.length > 0)
			yield Buffer.from(kept.join(''));
	}
	if (partAfter(rest) === undefined && (part === 'both' || part === side))
		yield Buffer.from(rest);
}
function partAfter(line) {
	const [, ours, base, theirs, end] = marker.exec(line) ?? [];
	if (ours !== undefined)
		return 'ours';
	if (base !== undefined)
		return 'base';
	if (theirs !== undefined)
		return 'theirs';
	return end === undefined ? undefined : 'both';
}
;
const lockSchema = 1;
function lockOutput(output, columns) {
	const key = columns.find(column => column.from === 'key')?.name;
	return {
		path: output.path,
		format: output.format,
		...(output.merge === true && { merge: true }),
		...(key !== undefined && { key }),
		columns: Object.fromEntries(columns.map(({ name, path }) => [name, path]))
	};
}
const id = /^[0-9A-Za-z]{11}$/;
const sha256 = /^[0-9a-f]{64}$/;
const longestFailure = 200;
function rowText({ key, recordId, answers, paths = [], failure }) {
	const placed = answers.map((hash, index) => (paths[index] ? `${hash} ${paths[index]}` : hash));
	const told = failure === undefined ? placed : [`!${failure.slice(0, longestFailure).toWellFormed()}`];
	return `${JSON.stringify(key)}: ${JSON.stringify([recordId, ...told])}`;
}
function readRow(key, value) {
	const path = `rows[${JSON.stringify(key.slice(0, 80))}]`;
	const [recordId, ...told] = Array.isArray(value) ? value : [];
	if (typeof recordId !== 'string' || !id.test(recordId))
		throw new build_json .ym(path, 'a list that starts with a recordId');
	const [first] = told;
	if (typeof first === 'string' && first.startsWith('!'))
		return { key, recordId, answers: [], failure: first.slice(1) };
	if (!told.every(isPlaced))
		throw new build_json .ym(path, 'hashes after the recordId');
	const paths = told.map(one => one.slice(12));
	const answers = told.map(one => one.slice(0, 11));
	return { key, recordId, answers, ...(paths.some(one => one !== '') && { paths }) };
}
function isPlaced(value) {
	return (typeof value === 'string' && (value === '' || id.test(value.slice(0, 11))) && /^(?:.{11} .+|.{11}|)$/s.test(value));
}
function readHeader(value) {
	return {
		schema: lockSchema,
		spec: (0,build_json .Qq)(value, 'spec'),
		model: (0,build_json .Qq)(value, 'model'),
		api: oneOf(value, 'api', ['InvokeModel', 'Converse']),
		family: (0,build_json .Qq)(value, 'family'),
		revision: wholeNumber(value, 'revision'),
		promptSha256: matching(value, 'promptSha256', sha256),
		parametersSha256: matching(value, 'parametersSha256', sha256),
		answerSha256: matching(value, 'answerSha256', sha256),
		outputs: (0,build_json .YO)(value, 'outputs').map((_, index) => lock_rows_readOutput(value, `outputs[${index}]`))
	};
}
function lock_rows_readOutput(value, at) {
	const key = (0,build_json .Ik)(value, at)['key'];
	const columns = Object.entries((0,build_json .Ik)(value, `${at}.columns`));
	if (!columns.every((column) => typeof column[1] === 'string')) {
		throw new build_json .ym(`${at}.columns`, 'paths');
	}
	return {
		path: (0,build_json .Qq)(value, `${at}.path`),
		format: oneOf(value, `${at}.format`, outputFormats),
		...((0,build_json .Ik)(value, at)['merge'] === true && { merge: true }),
		...(typeof key === 'string' && { key }),
		columns: Object.fromEntries(columns)
	};
}
function oneOf(value, path, words) {
	const found = (0,build_json .Qq)(value, path);
	const word = words.find(one => one === found);
	if (word === undefined)
		throw new build_json .ym(path, words.join(' or '));
	return word;
}
function matching(value, path, pattern) {
	const found = (0,build_json .Qq)(value, path);
	if (!pattern.test(found))
		throw new build_json .ym(path, 'a SHA-256 in hex');
	return found;
}
function wholeNumber(value, path) {
	const found = value[path];
	if (typeof found !== 'number' || !Number.isSafeInteger(found))
		throw new build_json .ym(path, 'a whole number');
	return found;
}
function schemaOf(value) {
	const schema = (0,build_json .Gv)(value) && Object.hasOwn(value, 'schema') ? value['schema'] : undefined;
	return typeof schema === 'number' ? schema : undefined;
}
;
async function* writeLock(header, rows) {
	const members = Object.entries(ordered(header)).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
	yield `{\n${members.join('')}"rows": {`;
	let before = '\n';
	for await (const batch of rows) {
		let text = '';
		for (const row of batch) {
			text += before + rowText(row);
			before = ',\n';
		}
		yield text;
	}
	yield '\n}\n}\n';
}
function ordered({ outputs, ...header }) {
	const { schema, spec, model, api, family, revision, promptSha256, parametersSha256, answerSha256 } = header;
	return { schema, spec, model, api, family, revision, promptSha256, parametersSha256, answerSha256, outputs };
}
async function readLock(chunks, take, begin = () => undefined) {
	if (chunks === undefined)
		return { kind: 'absent' };
	const reader = new LockReader(take, begin);
	try {
		let rest = '';
		for await (const text of format_decoded(chunks)) {
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines)
				reader.line(line);
		}
		reader.line(rest);
		return reader.end();
	}
	catch (error) {
		if (error instanceof Verdict)
			return error.reading;
		if (error instanceof build_json .ym || error instanceof OutputUnreadable)
			return { kind: 'unreadable', why: error.message };
		throw error;
	}
}
class Verdict extends Error {
	reading;
	constructor(reading) {
		super(reading.kind);
		this.reading = reading;
	}
}
const mostKept = 64 * 1024 * 1024;
const plainRow = /^"([^"\\\x00-\x1f]*)": \["([0-9A-Za-z]{11})","([0-9A-Za-z]{11})"\],?$/;
class LockReader {
	state = 'head';
	kept = '';
	header;
	take;
	begin;
	constructor(take, begin) {
		this.take = take;
		this.begin = begin;
	}
	line(line) {
		const first = line.charCodeAt(0);
		if (first !== 34 && isConflictMarker(line))
			throw new Verdict({ kind: 'conflict-markers' });
		if (this.state === 'rows')
			this.row(line);
		else
			this.keep(line);
		if (this.state === 'head' && /^\s*"rows"\s*:\s*\{\s*$/.test(line))
			this.openRows();
	}
	end() {
		switch (this.state) {
			case 'head':
				return this.whole();
			case 'rows':
				throw new build_json .ym('rows', 'the end of the file, but it is cut off');
			case 'loose':
				this.takeAll(`{"rows":{${this.kept}`);
				break;
			case 'tail':
				if (!/^\s*\}\s*$/.test(this.kept))
					throw new build_json .ym('rows', 'the end of the file behind them');
		}
		return this.header ? { kind: 'ok', header: this.header } : { kind: 'absent' };
	}
	keep(line) {
		this.kept += `${line}\n`;
		if (this.kept.length > mostKept)
			throw new build_json .ym('rows', 'one row a line in a file of this size');
	}
	openRows() {
		const head = parseJson(`${this.kept}}}`);
		if (head === undefined || !(0,build_json .Gv)(head) || schemaOf(head) === undefined)
			return;
		this.header = checkedHeader(head);
		this.begin(this.header);
		this.kept = '';
		this.state = 'rows';
	}
	row(line) {
		const [, key, recordId, hash] = plainRow.exec(line) ?? [];
		if (key !== undefined && recordId !== undefined && hash !== undefined) {
			this.take({ key, recordId, answers: [hash] });
			return;
		}
		const text = line.trim();
		if (text === '}') {
			this.state = 'tail';
			return;
		}
		if (text === '')
			return;
		const json = `{${text.endsWith(',') ? text.slice(0, -1) : text}}`;
		const row = parseJson(json);
		if ((0,build_json .Gv)(row)) {
			this.takeRows(row, json);
			return;
		}
		this.state = 'loose';
		this.keep(line);
	}
	whole() {
		if (this.kept.trim() === '')
			return { kind: 'absent' };
		const value = lock_parse(this.kept);
		if (!(0,build_json .Gv)(value))
			throw new build_json .ym('the top', 'an object');
		this.header = checkedHeader(value);
		this.begin(this.header);
		this.takeAll(this.kept);
		return { kind: 'ok', header: this.header };
	}
	takeAll(json) {
		const value = lock_parse(json);
		const rows = (0,build_json .Gv)(value) ? value['rows'] : undefined;
		if (!(0,build_json .Gv)(rows))
			throw new build_json .ym('rows', 'an object');
		const bytes = Buffer.from(json);
		const member = membersOf(bytes, spaceEnd(bytes, 0))?.findLast(({ name }) => name === 'rows');
		this.takeRows(rows, bytes.subarray(member?.value, member?.end).toString());
	}
	takeRows(rows, json) {
		const [first, another] = Object.keys(rows);
		if (first !== undefined && another === undefined) {
			this.take(readRow(first, rows[first]));
			return;
		}
		const bytes = Buffer.from(json);
		for (const { name, value, end } of membersOf(bytes, 0) ?? [])
			this.take(readRow(name, parseJson(bytes.subarray(value, end).toString())));
	}
}
function checkedHeader(value) {
	const schema = schemaOf(value);
	if (schema !== lockSchema)
		throw new Verdict({ kind: 'other-schema', schema });
	return readHeader(value);
}
function lock_parse(text) {
	const value = parseJson(text);
	if (value === undefined)
		throw new build_json .ym('the top', 'JSON');
	return value;
}
;
const manifest_reader_endings = ['completed', 'partially-completed', 'failed', 'stopped', 'expired'];
function readState(value) {
	return {
		spec: (0,build_json .Qq)(value, 'spec'),
		model: (0,build_json .Qq)(value, 'model'),
		api: (0,build_json .Qq)(value, 'api') === 'Converse' ? 'Converse' : 'InvokeModel',
		family: (0,build_json .Qq)(value, 'family'),
		complete: value['complete'] === true,
		rows: {
			wanted: manifest_reader_number(value, 'rows.wanted'),
			answered: manifest_reader_number(value, 'rows.answered'),
			failed: manifest_reader_number(value, 'rows.failed'),
			edited: manifest_reader_number(value, 'rows.edited')
		},
		failures: each(value, 'failures', at => ({
			reason: (0,build_json .Qq)(value, `${at}.reason`),
			count: manifest_reader_number(value, `${at}.count`)
		})),
		files: each(value, 'files', at => manifest_reader_readFile(value, at)),
		jobs: each(value, 'jobs', at => readJob(value, at))
	};
}
function manifest_reader_readFile(value, at) {
	const files = (0,build_json .U9)(value, `${at}.files`);
	return {
		path: (0,build_json .Qq)(value, `${at}.path`),
		rows: manifest_reader_number(value, `${at}.rows`),
		...(files !== undefined && { files }),
		sha256: (0,build_json .Qq)(value, `${at}.sha256`),
		bytes: manifest_reader_number(value, `${at}.bytes`)
	};
}
function readJob(value, at) {
	const told = (0,build_json .Qq)(value, `${at}.ending`);
	const ending = manifest_reader_endings.find(one => one === told);
	if (ending === undefined)
		throw new build_json .ym(`${at}.ending`, manifest_reader_endings.join(' or '));
	const costUsd = (0,build_json .Ik)(value, at)['costUsd'];
	return {
		jobArn: (0,build_json .Qq)(value, `${at}.jobArn`),
		jobName: (0,build_json .Qq)(value, `${at}.jobName`),
		ending,
		records: manifest_reader_number(value, `${at}.records`),
		answered: manifest_reader_number(value, `${at}.answered`),
		failed: manifest_reader_number(value, `${at}.failed`),
		inputTokens: manifest_reader_number(value, `${at}.inputTokens`),
		outputTokens: manifest_reader_number(value, `${at}.outputTokens`),
		...(typeof costUsd === 'number' && { costUsd })
	};
}
function each(value, path, read) {
	return (0,build_json .YO)(value, path).map((_, index) => read(`${path}[${index}]`));
}
function manifest_reader_number(value, path) {
	const found = (0,build_json .U9)(value, path);
	if (found === undefined)
		throw new build_json .ym(path, 'a whole number');
	return found;
}
;
const manifestSchema = 1;
function nextManifest(previous, state) {
	const account = nextAccount(previous, state.jobs);
	const failures = [...state.failures].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
	const { spec, model, api, family, complete, rows, files } = state;
	const totals = totalsOf(account);
	return { schema: manifestSchema, spec, model, api, family, complete, rows, failures, files, ...account, totals };
}
function writeManifest(manifest) {
	const { schema, spec, model, api, family, complete, rows, totals } = manifest;
	const failures = manifest.failures.map(({ reason, count: times }) => ({ reason, count: times }));
	const files = manifest.files.map(({ path, rows: lines, files: count, sha256, bytes }) => count === undefined ? { path, rows: lines, sha256, bytes } : { path, rows: lines, files: count, sha256, bytes });
	const { wanted, answered, failed, edited } = rows;
	const counts = { wanted, answered, failed, edited };
	const account = {
		jobs: manifest.jobs.map(orderedJob),
		...(manifest.earlier && { earlier: orderedEarlier(manifest.earlier) })
	};
	const whole = { schema, spec, model, api, family, complete, rows: counts, failures, files, ...account, totals };
	return `${JSON.stringify(whole, null, 2)}\n`;
}
function orderedJob(job) {
	const { jobArn, jobName, ending, records, answered, failed, inputTokens, outputTokens, costUsd } = job;
	const told = { jobArn, jobName, ending, records, answered, failed, inputTokens, outputTokens };
	return costUsd === undefined ? told : { ...told, costUsd };
}
function manifest_readManifest(text) {
	if (text === undefined || text.trim() === '')
		return { kind: 'absent' };
	const value = parseJson(text);
	if (!(0,build_json .Gv)(value))
		return { kind: 'unreadable', why: 'it is not a JSON object' };
	if (value['schema'] !== manifestSchema)
		return { kind: 'other-schema', schema: (0,build_json .U9)(value, 'schema') };
	try {
		const state = { ...readState(value), ...readEarlier(value) };
		return { kind: 'ok', manifest: { schema: manifestSchema, ...state, totals: totalsOf(state) } };
	}
	catch (error) {
		if (error instanceof build_json .ym)
			return { kind: 'unreadable', why: error.message };
		throw error;
	}
}
;
const mostLabels = 1000;
class AnswerShapes {
	labels;
	characters = new Range();
	numbers = new Range();
	pictures = new Range();
	objects = 0;
	repaired = 0;
	count = 0;
	constructor(labels) {
		this.labels = labels && new Map(labels.map(label => [label, 0]));
	}
	add(answer, repaired = false) {
		this.count++;
		if (repaired)
			this.repaired++;
		if (this.labels)
			this.label(answer);
		else
			this.measure(answer);
	}
	told() {
		if (this.count === 0)
			return undefined;
		const { count, repaired, labels, objects } = this;
		const [characters, dimensions, pictureBytes] = [this.characters.extent, this.numbers.extent, this.pictures.extent];
		return {
			count,
			...(repaired > 0 && { repaired }),
			...(labels && { labels: answer_shapes_sorted(labels) }),
			...(objects > 0 && { objects }),
			...(characters && { characters }),
			...(dimensions && { dimensions }),
			...(pictureBytes && { pictureBytes })
		};
	}
	label(answer) {
		const label = typeof answer === 'string' ? answer : JSON.stringify(answer);
		const known = this.labels;
		if (known && (known.has(label) || known.size < mostLabels))
			known.set(label, (known.get(label) ?? 0) + 1);
	}
	measure(answer) {
		if (typeof answer === 'string')
			this.characters.add(answer.length);
		else if (answer_shapes_isVector(answer))
			this.numbers.add(answer.length);
		else if ((0,build_json .Gv)(answer) && typeof answer['base64'] === 'string')
			this.pictures.add(Buffer.byteLength(answer['base64'], 'base64'));
		else
			this.objects++;
	}
}
class ShapeWatch {
	output;
	column;
	shapes;
	next = 0;
	constructor(outputs, shapes) {
		const at = outputs.map(({ columns }) => columns.findIndex(({ path }) => path === 'answer'));
		this.output = Math.max(0, at.findIndex(index => index >= 0));
		this.column = at[this.output] ?? -1;
		this.shapes = shapes;
	}
	see(output, position, { cells, hash, answer }) {
		if (output !== this.output || position < this.next)
			return;
		this.next = position + 1;
		if (answer !== undefined)
			this.shapes.add(answer.value, answer.repaired);
		else if (hash !== undefined && this.column >= 0)
			this.shapes.add(cells[this.column] ?? null);
	}
}
function answer_shapes_sorted(labels) {
	return [...labels]
		.map(([label, count]) => ({ label, count }))
		.sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1));
}
function answer_shapes_isVector(answer) {
	return Array.isArray(answer) && answer.length > 8 && answer.every(item => typeof item === 'number');
}
class Range {
	count = 0;
	sum = 0;
	least = Infinity;
	most = 0;
	add(value) {
		this.count++;
		this.sum += value;
		this.least = Math.min(this.least, value);
		this.most = Math.max(this.most, value);
	}
	get extent() {
		const { count, sum, least, most } = this;
		return count === 0 ? undefined : { least, mean: Math.round(sum / count), most };
	}
}
;
const mostRawCharacters = 10_000;
const errors_file_mostMessageCharacters = 2_000;
async function* writeErrors(rows, quarantined = []) {
	for await (const batch of rows)
		yield batch.map(row => `${JSON.stringify(lineOf(row))}\n`).join('');
	if (quarantined.length > 0)
		yield quarantined.map(({ why, line, head }) => `${JSON.stringify({ quarantined: why, line, head })}\n`).join('');
}
function lineOf({ key, recordId, reason, message, raw }) {
	return {
		key,
		recordId,
		reason,
		message: (0,visible .J)(message, errors_file_mostMessageCharacters),
		...(raw !== undefined && { raw: errors_file_bounded(raw) })
	};
}
function errors_file_bounded(raw) {
	return raw.length > mostRawCharacters ? `${raw.slice(0, mostRawCharacters).toWellFormed()}…` : raw;
}
async function* readErrors(chunks) {
	for await (const lines of splitLines(chunks))
		yield lines.map(line => readLine(line.bytes)).filter(line => line !== undefined);
}
function readLine(bytes) {
	const value = parseJson(bytes.toString('utf8'));
	if (!(0,build_json .Gv)(value))
		return undefined;
	const { key, recordId, reason, message, raw, quarantined, line, head } = value;
	if (typeof quarantined === 'string' && typeof line === 'number' && typeof head === 'string') {
		const why = reasons.find(one => one === quarantined);
		return why && { quarantined: { why, line, head } };
	}
	if (typeof key !== 'string' || typeof recordId !== 'string' || typeof reason !== 'string')
		return undefined;
	return {
		row: {
			key,
			recordId,
			reason,
			message: typeof message === 'string' ? message : '',
			...(typeof raw === 'string' && { raw })
		}
	};
}
const reasons = [
	'unknown-id',
	'not-json',
	'not-utf8',
	'cut',
	'too-long',
	'no-answer'
];
;
class Standings {
	work;
	constructor(work) {
		this.work = work;
	}
	of(row) {
		const { published } = this.work.known;
		if (row.published < 0)
			return this.asked(row);
		const failure = published.failureOf(row.published);
		if (failure === undefined || row.edited === row.published)
			return {
				kind: 'published',
				row: row.published,
				edited: row.edited !== undefined || published.isEdited(row.published)
			};
		if (this.work.answers.standingOf(row.question) === 'answer')
			return { kind: 'answered', question: row.question };
		return { kind: 'failed', reason: failure, message: failure, known: true };
	}
	asked({ question: first }) {
		const { answers, driven, questions } = this.work;
		const question = answers.standingOf(first) === 'answer' ? first : questions.lastOf(first);
		if (answers.standingOf(question) === 'answer')
			return { kind: 'answered', question };
		const verdict = driven?.plan.verdictOf(question) ?? 'ask';
		if (verdict === 'give up')
			return failed(answers.outcomeOf(question) ?? answers.outcomeOf(first));
		if (verdict === 'set aside')
			return { ...failed(answers.outcomeOf(question)), mayRetry: true };
		return { kind: 'open', why: verdict };
	}
}
function failed(outcome) {
	if (outcome === undefined || outcome.kind === 'answer')
		return { kind: 'failed', reason: 'not asked', message: 'no job answered it', known: false };
	const message = 'message' in outcome ? outcome.message : outcome.reason;
	const raw = 'raw' in outcome ? { raw: outcome.raw } : {};
	return { kind: 'failed', reason: outcome.reason, message, ...raw, known: false };
}
const batchRows = 100;
async function* preparedRows(prepared) {
	for await (const lines of store_splitLines(prepared.rows.stream())) {
		for (let from = 0; from < lines.length; from += batchRows) {
			yield lines.slice(from, from + batchRows).map(line => JSON.parse(line));
		}
	}
}
;
async function earlierErrors({ outside }, path) {
	const failed = new Map();
	const quarantined = [];
	if ((await outside.workspace.stat(path)) === undefined)
		return { failed, quarantined };
	for await (const lines of readErrors(outside.workspace.read(path))) {
		for (const line of lines) {
			if ('row' in line)
				failed.set(line.row.recordId, line.row);
			else
				quarantined.push(line.quarantined);
		}
	}
	return { failed, quarantined };
}
const write_errors_mostQuarantined = 100;
async function writeErrorsFile(work, standings, { path, earlier, put }) {
	const found = work.driven?.collected.flatMap(one => one.tally.quarantine) ?? [];
	const quarantined = [
		...new Map([...earlier.quarantined, ...found].map(line => [JSON.stringify(line), line])).values()
	].slice(-write_errors_mostQuarantined);
	if (work.draft.rows.failed === 0 && quarantined.length === 0)
		return false;
	await put(path, writeErrors(failedRows(work, standings, earlier.failed), quarantined));
	return true;
}
async function* failedRows(work, standings, before) {
	for await (const batch of preparedRows(work.prepared)) {
		yield batch.flatMap((row) => {
			const standing = standings.of(row);
			if (standing.kind !== 'failed')
				return [];
			const recordId = work.questions.ids.idAt(row.question);
			const earlier = standing.known ? before.get(recordId) : undefined;
			const { reason, message, raw } = earlier ?? standing;
			return [{ key: row.key, recordId, reason, message, ...(raw !== undefined && { raw }) }];
		});
	}
}
function toldBefore(standing, { failed }, { questions }, row) {
	if (standing.kind !== 'failed' || !standing.known)
		return standing;
	const before = failed.get(questions.ids.idAt(row.question));
	return before === undefined ? standing : { ...standing, reason: before.reason, message: before.message };
}
;
async function makeWay(work, standings, pictures, changes) {
	const staying = work.known.placement === undefined ? new IdTable() : await stayingFiles(work, standings, pictures);
	for (const file of work.known.published.allFiles())
		if (!staying.has(contentHash(file)))
			await changes.remove(file);
}
async function stayingFiles({ known, prepared, outside }, standings, pictures) {
	const staying = new IdTable();
	const images = known.outputs.map(({ spec }) => spec.format === 'image');
	for await (const batch of preparedRows(prepared)) {
		for (const row of batch) {
			const standing = standings.of(row);
			if (standing.kind !== 'published' && standing.kind !== 'answered')
				continue;
			const from = standing.kind === 'published' ? standing.row : (row.edited ?? -1);
			for (const [number, path] of (row.paths ?? []).entries()) {
				if (path === null)
					continue;
				staying.add(contentHash(path));
				if (images[number] && from >= 0)
					await pictures.keep(number, from, path, outside.scratch);
			}
		}
	}
	return staying;
}
;
function manifestOf(work, files, open) {
	const { request, known, draft, driven, costs } = work;
	const { wanted, answered, failed, edited } = draft.rows;
	return nextManifest(known.published.manifest, {
		spec: request.spec.name,
		model: request.spec.model,
		api: known.model.api,
		family: known.model.family.name,
		complete: open === 0,
		rows: { wanted, answered, failed, edited },
		failures: draft.failures.map(({ reason, count: times }) => ({ reason, count: times })),
		files,
		jobs: manifestJobs(driven, costs)
	});
}
function manifestJobs(driven, costs) {
	const home = (driven?.collected ?? []).map(({ job, tally, usage, way }) => {
		const failed = tally.error + tally.missing + tally.conflict;
		return manifestJob(job, { answered: tally.output, failed, usage, way }, costs);
	});
	const earlier = (driven?.recalled ?? []).map(one => manifestJob(one.job, one, costs));
	return [...earlier, ...home];
}
function manifestJob(job, { answered, failed, usage, way }, costs) {
	const costUsd = costs.actual(usage, way);
	return {
		jobArn: job.jobArn,
		jobName: job.jobName,
		ending: job.ending ?? 'completed',
		records: answered + failed,
		answered,
		failed,
		inputTokens: usage.input,
		outputTokens: usage.output,
		...(costUsd !== undefined && { costUsd: Math.round(costUsd * 1e6) / 1e6 })
	};
}
;
const bodyName = '';
function bodyText(cell) {
	if (cell === null)
		return '';
	const text = typeof cell === 'string' ? cell : JSON.stringify(JSON.parse((0,build_json .dj)(cell)), null, 2);
	return plainBody(text.toWellFormed());
}
function plainBody(text) {
	return text
		.replace(/^\uFEFF/, '')
		.replaceAll('\r\n', '\n')
		.replace(/^\n+/, '')
		.replace(/(?<![\r\n])[\r\n]+$/, '');
}
;
const image_image = {
	async *write(_columns, rows) {
		for await (const [cells] of rows) {
			const bytes = pictureBytes(cells?.[0] ?? null);
			if (bytes === undefined)
				continue;
			yield bytes;
			return;
		}
	},
	async *read(file) {
		const digest = (0,external_node_crypto_.createHash)('sha256');
		for await (const piece of file.stream())
			digest.update(piece);
		const cells = newCells();
		cells[bodyName] = { sha256: digest.digest('hex') };
		yield [{ cells, line: 1 }];
	},
	asRead(cell) {
		const bytes = pictureBytes(cell);
		return bytes === undefined ? cell : { sha256: sha256Hex(bytes) };
	}
};
function pictureBytes(cell) {
	const base64 = (0,build_json .Gv)(cell) ? cell['base64'] : undefined;
	return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : undefined;
}
function pictureFormat(cell) {
	const format = (0,build_json .Gv)(cell) ? cell['format'] : undefined;
	return typeof format === 'string' && pictureBytes(cell) !== undefined ? format : undefined;
}
;
const byKind = {
	chat: 'text',
	embed: 'vector',
	draw: 'picture',
	verbatim: 'text'
};
function answersWith(family) {
	return family.answers ?? byKind[family.kind];
}
;
function checkPictures({ spec, placeOf }, family, problems) {
	const draws = answersWith(family) === 'picture';
	const images = spec.outputs.map(({ format }) => format === 'image');
	for (const [number, isImage] of images.entries()) {
		if (!isImage || draws)
			continue;
		const what = `an image file holds a picture, and ${spec.model} answers with a ${answersWith(family)}`;
		problems.error(what, placeOf(`outputs[${number}].path`), 'Write text to .txt or .md files, vectors to .jsonl or .parquet.');
	}
	if (!draws || images.some(isImage => isImage))
		return;
	const hint = 'Write path: images/{{ sku }}.png to have a file for each.';
	problems.warning('pictures are written as base64 into a table', placeOf('outputs'), hint);
}
class Pictures {
	workspace;
	published;
	tell;
	isTold = false;
	constructor(workspace, published, tell) {
		this.workspace = workspace;
		this.published = published;
		this.tell = tell;
	}
	tellFormat(path, [cell = null]) {
		const format = pictureFormat(cell);
		const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase().replace('jpg', 'jpeg');
		if (this.isTold || format === undefined || format === extension)
			return;
		this.isTold = true;
		this.tell(`The pictures are ${format}, and their files end in .${extension ?? ''}: change the path, or ask the model for another format.`);
	}
	async keep(output, from, path, scratch) {
		const before = this.published.pathOf(output, from);
		const { moved } = this.published;
		if (before === undefined || before === path || moved.ranges.has(before))
			return;
		if ((await this.workspace.stat(before)) === undefined)
			return;
		moved.file ??= scratch.create('pictures');
		const offset = moved.file.bytes;
		for await (const piece of this.workspace.read(before))
			moved.file.appendBytes(piece);
		moved.ranges.set(before, { offset, length: moved.file.bytes - offset });
	}
	async kept(output, from, path, [cell = null]) {
		if (pictureBytes(cell) !== undefined)
			return undefined;
		const before = this.published.pathOf(output, from);
		if (before === path) {
			const sha256 = (0,build_json .Gv)(cell) ? (0,build_json.at)(cell, 'sha256') : undefined;
			const bytes = (await this.workspace.stat(path))?.bytes ?? 0;
			return { bytes, sha256: typeof sha256 === 'string' ? sha256 : '' };
		}
		const { file, ranges } = this.published.moved;
		const range = before === undefined ? undefined : ranges.get(before);
		return { stream: () => (file === undefined || range === undefined ? pictures_nothing() : file.stream([range])) };
	}
}
async function* pictures_nothing() { }
;
function objectWriter(columns) {
	const names = columns.map(({ name }) => JSON.stringify(name));
	return cells => `{${names.map((name, index) => `${name}:${(0,build_json .dj)(cells[index] ?? null)}`).join(',')}}`;
}
function readObject(text, line) {
	const value = parseJson(text);
	if (value === undefined)
		throw new OutputUnreadable('the row is not JSON', line);
	if (!(0,build_json .Gv)(value))
		throw new OutputUnreadable('the row is not a JSON object', line);
	const cells = newCells();
	for (const [name, cell] of Object.entries(value))
		cells[name] = cell;
	return { cells, line };
}
function asRead(cell) {
	return JSON.parse((0,build_json .dj)(cell));
}
;
const jsonl_utf8 = new TextDecoder('utf-8', { fatal: true });
const jsonl = { write, read: jsonl_read, asRead: asRead };
async function* write(columns, rows) {
	const object = objectWriter(columns);
	for await (const batch of rows)
		yield batch.map(cells => `${object(cells)}\n`).join('');
}
async function* jsonl_read(file) {
	for await (const lines of splitLines(file.stream())) {
		const rows = [];
		for (const { bytes, number, tooLong } of lines) {
			if (tooLong)
				throw new OutputUnreadable('the line is too long', number);
			const text = jsonl_decode(bytes, number);
			if (text.trim() !== '')
				rows.push(readObject(text, number));
		}
		yield rows;
	}
}
function jsonl_decode(bytes, line) {
	try {
		return jsonl_utf8.decode(bytes);
	}
	catch {
		throw new OutputUnreadable('the line is not UTF-8', line, 'save the file as UTF-8');
	}
}
;
const openaiColumns = {
	custom_id: 'key',
	answer: 'answer',
	reasoning: 'reasoning',
	input_tokens: 'usage.inputTokens',
	output_tokens: 'usage.outputTokens',
	recordId: 'recordId',
	model: 'model',
	error: 'error'
};
const openaiBatch = {
	tellsFailures: true,
	async *write(columns, rows) {
		const lines = lineWriter(columns);
		for await (const batch of rows)
			yield batch.map(cells => `${JSON.stringify(lines(cells))}\n`).join('');
	},
	async *read(file) {
		for await (const rows of jsonl.read(file))
			yield rows.map(openai_batch_readLine);
	},
	asRead: (cell, { name, vector }) => (name === 'answer' && !openai_batch_isVector(cell, vector) ? content(cell) : asRead(cell))
};
function lineWriter(columns) {
	const vector = columns.some(column => column.vector === true);
	return row => {
		const cells = Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]));
		const id = typeof cells.recordId === 'string' ? cells.recordId : '';
		const response = cells.error === null ? { status_code: 200, request_id: id, body: bodyOf(cells, id, vector) } : null;
		return { id: `batch_req_${id}`, custom_id: cells.custom_id, response, error: cells.error };
	};
}
function bodyOf(cells, id, vector) {
	const { answer, model, reasoning } = cells;
	const usage = usageOf(cells);
	if (openai_batch_isVector(answer, vector)) {
		const data = [{ object: 'embedding', index: 0, embedding: answer }];
		return { object: 'list', data, model, usage };
	}
	const message = {
		role: 'assistant',
		content: content(answer),
		...(reasoning !== null && { reasoning_content: reasoning })
	};
	const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }];
	return { id: `chatcmpl-${id}`, object: 'chat.completion', created: 0, model, choices, usage };
}
function usageOf({ input_tokens: input, output_tokens: output }) {
	if (typeof input !== 'number' && typeof output !== 'number')
		return null;
	const [prompt, completion] = [input, output].map(count => (typeof count === 'number' ? count : 0));
	return {
		prompt_tokens: prompt ?? 0,
		...(typeof output === 'number' && { completion_tokens: output }),
		total_tokens: (prompt ?? 0) + (completion ?? 0)
	};
}
function content(answer) {
	return answer === null || typeof answer === 'string' ? answer : (0,build_json .dj)(answer);
}
function openai_batch_isVector(answer, vector) {
	return vector === true && Array.isArray(answer);
}
function openai_batch_readLine({ cells: line, line: number }) {
	const whole = { ...line };
	if (typeof whole['custom_id'] !== 'string')
		throw new OutputUnreadable('the line has no custom_id', number, 'restore the line');
	const body = member(member(whole, 'response'), 'body');
	const choice = first(member(body, 'choices'));
	const message = member(choice, 'message');
	const usage = member(body, 'usage');
	const embedding = member(first(member(body, 'data')), 'embedding');
	const cells = newCells();
	cells['custom_id'] = whole['custom_id'];
	cells['answer'] = embedding ?? member(message, 'content') ?? null;
	cells['reasoning'] = member(message, 'reasoning_content') ?? null;
	cells['input_tokens'] = usage === null ? null : (member(usage, 'prompt_tokens') ?? null);
	cells['output_tokens'] = member(usage, 'completion_tokens') ?? null;
	cells['recordId'] = member(member(whole, 'response'), 'request_id') ?? null;
	cells['model'] = member(body, 'model') ?? null;
	cells['error'] = whole['error'] ?? null;
	return { cells, line: number };
}
function member(value, name) {
	return (0,build_json .Gv)(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
function first(value) {
	return Array.isArray(value) ? value[0] : undefined;
}
;
const token = /\s*(?:\.\s*([^\s.[\]"']+)|\[\s*(?:(\d+)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\s*\])/y;
function parsePath(text) {
	const root = /^[A-Za-z_][\w-]*/.exec(text.trim())?.[0];
	if (root === undefined)
		return undefined;
	const steps = [root];
	const rest = text.trim().slice(root.length);
	token.lastIndex = 0;
	while (token.lastIndex < rest.length) {
		const match = token.exec(rest);
		if (!match)
			return undefined;
		const [, name, index, double, single] = match;
		if (index !== undefined)
			steps.push(Number(index));
		else
			steps.push(name ?? (double === undefined ? unquoted(single ?? '') : doubleQuoted(double)));
	}
	return steps;
}
function pathText(steps) {
	return steps.map((step, index) => (index === 0 ? String(step) : column_path_spelled(step))).join('');
}
function column_path_spelled(step) {
	if (typeof step === 'number')
		return `[${step}]`;
	return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
function doubleQuoted(text) {
	const value = parseJson(`"${text}"`);
	return typeof value === 'string' ? value : unquoted(text);
}
function unquoted(text) {
	return text.replace(/\\(.)/g, '$1');
}
function follow(value, steps) {
	let here = value;
	for (const step of steps) {
		if (typeof step === 'number')
			here = Array.isArray(here) ? here[step] : undefined;
		else
			here = (0,build_json .Gv)(here) && Object.hasOwn(here, step) ? here[step] : undefined;
	}
	return here ?? null;
}
;
function isFromAnswer(column) {
	return column.from === 'answer' || column.from === 'meta';
}
const columns_roots = ['row', 'key', 'answer', 'usage', 'recordId', 'model', 'reasoning'];
const usages = ['inputTokens', 'outputTokens', 'cacheReadTokens', 'cacheWriteTokens'];
function compileColumns(output, known, placeOf, problems) {
	const columns = [];
	for (const [name, path] of Object.entries(columnsOf(output, known.keyField))) {
		const column = compileColumn(name, path, known, (message, hint) => problems.error(message, placeOf(name), hint));
		if (column)
			columns.push(column);
	}
	return columns;
}
function columnsOf(output, keyField) {
	if (output.merge === true)
		return output.columns ?? defaultMerge;
	if (output.format === 'openai-batch')
		return openaiColumns;
	if (!hasBody(output.format))
		return output.columns ?? { ...keyColumnOf(keyField), answer: 'answer' };
	const front = output.format === 'markdown' ? (output.columns ?? keyColumnOf(keyField)) : {};
	return { ...front, [bodyName]: output.body ?? 'answer' };
}
function keyColumnOf(keyField) {
	if (keyField === undefined || keyField === 'answer')
		return { key: 'key' };
	return Object.fromEntries([[keyField, pathText(['row', keyField])]]);
}
function compileColumn(name, text, known, refuse) {
	if (name === 'error' && text === openaiColumns.error)
		return errorColumn;
	const label = name === bodyName ? 'body' : `column ${JSON.stringify(name)}`;
	const steps = parsePath(text);
	const [root, ...rest] = steps ?? [];
	const wrong = steps ? columns_check(root, rest, known) : noPath(text);
	if (wrong)
		refuse(`${label}: ${wrong.message}`, wrong.hint);
	if (wrong || !steps || !isRoot(root))
		return undefined;
	const isKey = root === 'key' || (root === 'row' && rest.length === 1 && rest[0] === known.keyField);
	const from = isKey ? 'key' : root === 'row' || root === 'answer' ? root : 'meta';
	const vector = root === 'answer' && rest.length === 0 && !isOther(known.answerFormat);
	return { name, path: pathText(steps), from, vector, value: columns_valueOf(root, rest) };
}
const errorColumn = {
	name: 'error',
	path: openaiColumns.error,
	from: 'meta',
	vector: false,
	value: ({ error }) => (error ? { ...error } : null)
};
function isOther(format) {
	return format !== undefined && format !== 'text' && format !== 'embedding';
}
function noPath(text) {
	return {
		message: `${JSON.stringify(text)} is not a path`,
		hint: 'write row.name, row["two words"] or answer.tags[0]'
	};
}
function isRoot(root) {
	return columns_roots.some(known => known === root);
}
function rootHint(root, rest, { fields, keyField }) {
	const field = [...(fields ?? []), keyField].find(one => one === root);
	if (field !== undefined)
		return `write ${pathText(['row', field, ...rest])}`;
	const near = nearest(String(root), columns_roots);
	return near === undefined ? `it starts with ${anyOf(columns_roots)}` : `did you mean ${near}?`;
}
function columns_check(root, rest, known) {
	if (!isRoot(root))
		return { message: `a path cannot start with ${JSON.stringify(root)}`, hint: rootHint(root, rest, known) };
	switch (root) {
		case 'row':
			return checkField(rest[0], known.fields);
		case 'answer':
			return columns_checkAnswer(rest, known);
		case 'usage':
			if (rest.length === 1 && usages.some(one => one === rest[0]))
				return undefined;
			return { message: `usage has ${anyOf(usages)}` };
		case 'key':
		case 'recordId':
		case 'model':
		case 'reasoning':
			return rest.length === 0 ? undefined : { message: `${root} is a text and has no members`, hint: `write ${root}` };
	}
}
function checkField(field, fields) {
	if (typeof field !== 'string')
		return { message: 'row must be followed by a field', hint: 'write row.name or row["two words"]' };
	if (!fields || fields.includes(field))
		return undefined;
	return { message: `the dataset has no field ${JSON.stringify(field)}`, hint: columns_namesHint(field, fields) };
}
function columns_checkAnswer(rest, { answerFormat, answerSchema }) {
	const [first] = rest;
	if (first === undefined || answerFormat === undefined)
		return undefined;
	if (answerFormat === 'text' || answerFormat === 'label') {
		return { message: 'the answer is a text and has no members', hint: 'write answer, or set answer.format: json' };
	}
	const properties = answerSchema?.['properties'];
	if (typeof first !== 'string' || answerSchema?.['additionalProperties'] !== false)
		return undefined;
	const names = Object.keys((properties ?? {}));
	if (names.includes(first))
		return undefined;
	return { message: `the schema of the answer has no property ${JSON.stringify(first)}`, hint: columns_namesHint(first, names) };
}
function columns_namesHint(wanted, names) {
	const near = nearest(wanted, names);
	if (near !== undefined)
		return `did you mean ${JSON.stringify(near)}?`;
	const shown = names.slice(0, 20).map(name => JSON.stringify(name));
	return `there ${names.length === 1 ? 'is' : 'are'} ${shown.join(', ')}${names.length > shown.length ? ' …' : ''}`;
}
function columns_valueOf(root, rest) {
	switch (root) {
		case 'row':
			return ({ fields }) => follow(fields, rest);
		case 'key':
			return ({ key }) => key;
		case 'answer':
			return ({ answer }) => follow(answer, rest);
		case 'usage':
			return ({ usage }) => follow(usage && { ...usage }, rest);
		case 'recordId':
		case 'model':
		case 'reasoning':
			return context => context[root] ?? null;
	}
}
function keyText(cell) {
	return typeof cell === 'string' ? cell : (0,build_json .dj)(cell ?? null);
}
;
function shownText(request) {
	switch (request.kind) {
		case 'verbatim':
			return JSON.stringify(request.modelInput, null, 2);
		case 'embed':
		case 'draw':
			return [
				...(request.image ? [mediaText('image', request.image)] : []),
				...(request.text ? [request.text] : [])
			].join('\n');
		case 'chat': {
			const { system, messages } = request;
			const turns = messages.map(({ role, content }) => ({ role, text: content.map(partText).join('\n') }));
			const [only, another] = turns;
			if (system === undefined && only !== undefined && another === undefined)
				return only.text;
			const head = system === undefined ? [] : [`System:\n${system}`];
			return [...head, ...turns.map(({ role, text }) => `${role === 'user' ? 'User' : 'Assistant'}:\n${text}`)].join('\n\n');
		}
	}
}
function partText(part) {
	if ('text' in part)
		return part.text;
	if ('image' in part)
		return mediaText('image', part.image);
	return 'document' in part ? mediaText('document', part.document) : mediaText('video', part.video);
}
function mediaText(kind, { format, name, source }) {
	const called = name === undefined ? '' : ` “${name}”`;
	if ('path' in source)
		return `[${kind}${called}: ${source.path}]`;
	if ('s3Uri' in source)
		return `[${kind}${called}: ${source.s3Uri}]`;
	return `[${kind}${called}: ${format}, ${Math.ceil((source.base64.length * 3) / 4096)} KiB]`;
}
;
const usual = {
	system: true,
	turns: true,
	prefill: true,
	images: [],
	documents: [],
	videos: [],
	s3Media: false
};
class AbilityCheck {
	model;
	abilities;
	problems;
	told = new Set();
	constructor(model, abilities, problems) {
		this.model = model;
		this.abilities = abilities ?? usual;
		this.problems = problems;
	}
	check(request, place) {
		switch (request.kind) {
			case 'verbatim':
				return;
			case 'draw':
			case 'embed':
				if (request.image)
					this.media('images', request.image, place);
				if (request.kind === 'embed' && request.text === undefined && request.image === undefined)
					this.tell('nothing', 'there is nothing to embed', place);
				if (request.image && request.text !== undefined && !this.abilities.textWithImage)
					this.tell('both', 'takes a text or a picture, not both in one question', place);
				return;
			case 'chat':
				this.chat(request, place);
		}
	}
	chat({ system, messages }, place) {
		const { abilities } = this;
		if (system !== undefined && !abilities.system)
			this.tell('system', 'takes no system prompt', place, 'Write it at the head of prompt.user.');
		if (messages.length > 1 && !abilities.turns)
			this.tell('turns', 'takes one turn of the user only', place, 'Write the turns into prompt.user.');
		if (messages.at(-1)?.role === 'assistant' && !abilities.prefill)
			this.tell('prefill', 'does not take the beginning of its answer', place, 'End the messages with the user’s turn.');
		let images = 0;
		for (const { content } of messages) {
			if (content.length > 0 && content.every(part => 'document' in part))
				this.tell('bare document', 'takes a document only beside a text', place, 'Write prompt.user.');
			for (const part of content) {
				if ('image' in part)
					images++;
				if ('image' in part)
					this.media('images', part.image, place);
				if ('document' in part)
					this.media('documents', part.document, place);
				if ('video' in part)
					this.media('videos', part.video, place);
			}
		}
		const { maxImages, needs } = abilities;
		if (needs === 'video' && !messages.some(({ content }) => content.some(part => 'video' in part)))
			this.tell('video', 'answers about a video, and this row has none', place, 'Name one in prompt.videos.');
		if (maxImages !== undefined && images > maxImages)
			this.tell('count', `takes at most ${maxImages} images in a question, and this row has ${images}`, place);
	}
	media(kind, { format, source }, place) {
		const taken = this.abilities[kind];
		if (taken.length === 0)
			this.tell(kind, `takes no ${kind}`, place, 'See docs/models.md for the models that do.');
		else if (!taken.includes(format))
			this.tell(`${kind} ${format}`, `takes no ${format}; it takes ${taken.join(', ')}`, place);
		else if ('s3Uri' in source && !this.abilities.s3Media)
			this.tell('s3', `takes no ${kind} from S3`, place, 'Put the file into the repository.');
	}
	tell(what, message, place, hint) {
		if (this.told.has(what))
			return;
		this.told.add(what);
		this.problems.error(what === 'nothing' ? message : `${this.model} ${message}`, place, hint);
	}
}
;
function hashOfParameters(spec) {
	return sha256Hex((0,build_json .dj)(spec.parameters));
}
async function prepare(work, batches) {
	const preparation = new Preparation(work);
	for await (const rows of batches) {
		for (const row of rows) {
			const asked = preparation.ask(row);
			if (asked === undefined)
				continue;
			const filled = work.media.isNeeded(asked) ? await work.media.load(asked, row.place, work.problems) : asked;
			if (filled !== undefined)
				preparation.add(row, filled);
		}
	}
	if (work.problems.any)
		throw new build_problems .tZ(work.problems.list);
	return preparation.done();
}
const mostShown = 20;
const mostShapes = 1000;
function sampleOf({ fields }, { samples }) {
	const sample = samples > 1 ? fields['sample'] : 1;
	return typeof sample === 'number' ? sample : 1;
}
class Preparation {
	work;
	nameOf;
	abilities;
	checked = new Set();
	maxTokens;
	shown = [];
	changed;
	wanted = 0;
	carriedOver = 0;
	givenUp = 0;
	constructor(work) {
		this.work = work;
		this.nameOf = recordNamer(work.request.spec.model, work.model.api);
		this.changed = whatChanged(work);
		const { family, bareId } = work.model;
		this.abilities = new AbilityCheck(work.request.spec.model, family.can?.(bareId), work.problems);
		this.maxTokens = work.request.spec.parameters.maxTokens;
	}
	ask(row) {
		const { prompt, problems } = this.work;
		const asked = prompt.fill(row, problems);
		if (asked !== undefined)
			this.abilities.check(asked, row.place);
		return asked;
	}
	add(row, filled) {
		const { model, questions, media, request } = this.work;
		const modelInput = (0,build_json .dj)(filled.kind === 'verbatim' ? filled.modelInput : model.family.render(filled, this.parametersOf(row)));
		const named = media.named(modelInput, filled);
		const recordId = this.nameOf(named, sampleOf(row, request.spec));
		const question = questions.add(recordId, named);
		this.wanted++;
		if (this.shown.length < mostShown)
			this.shown.push({ key: row.key, prompt: shownText(filled) });
		this.settle(row, { question, recordId, modelInput, filled });
	}
	done() {
		const { rows } = this.work;
		const { wanted, carriedOver, givenUp, maxTokens, shown } = this;
		return { rows, wanted, carriedOver, givenUp, maxTokens, shown };
	}
	parametersOf(row) {
		const { parameters } = this.work.request.spec;
		if (row.parameters === undefined)
			return parameters;
		const own = { ...parameters, ...row.parameters };
		if (own.maxTokens !== undefined)
			this.maxTokens = Math.max(this.maxTokens ?? 0, own.maxTokens);
		const shape = JSON.stringify(own);
		if (!this.checked.has(shape) && this.checked.size < mostShapes) {
			this.checked.add(shape);
			const { model, problems } = this.work;
			for (const { severity = 'error', message, hint } of model.family.check?.(model.bareId, own) ?? [])
				problems.add((0,build_problems .CC)(severity, message, row.place, hint));
		}
		return own;
	}
	settle(row, { question, recordId, modelInput, filled }) {
		const { published, request, questions, meter, media } = this.work;
		const before = published.find(row.key);
		if (before >= 0)
			published.markSeen(before);
		const same = before >= 0 && published.mayHold(before, recordId) && !request.force;
		if (same)
			published.confirm(before);
		const from = request.force ? -1 : this.knownAt(recordId, same ? before : -1);
		const failure = same ? published.failureOf(before) : undefined;
		const edited = same && (from !== before || failure !== undefined) && published.isEdited(before);
		this.keep(row, question, { published: from, ...(edited && { edited: before }) });
		if (from >= 0 && (edited || published.failureOf(from) === undefined))
			this.carriedOver++;
		else if (from >= 0)
			this.givenUp++;
		else {
			if (!questions.isNeeded(question))
				meter.add(filled);
			questions.need(question, modelInput, this.reasonFor(before, same, failure));
			questions.shows(question, media.storedIn(filled));
		}
	}
	knownAt(recordId, own) {
		const { published, request } = this.work;
		const isAnswered = own >= 0 && published.failureOf(own) === undefined;
		if (own >= 0 && (isAnswered ? published.isWhole(own) : published.isByHand(own)))
			return own;
		const other = published.answering(recordId);
		if (other >= 0)
			return other;
		const isFinal = published.sameAnswers && request.retry !== 'failed' && request.retry !== 'all';
		if (!isFinal || isAnswered)
			return -1;
		return own >= 0 ? own : published.failing(recordId);
	}
	reasonFor(before, same, failure) {
		if (this.work.request.force && before >= 0)
			return 'forced';
		if (before < 0)
			return 'new';
		if (same)
			return failure === undefined || !this.work.published.sameAnswers ? 'answer not kept' : 'retry';
		return this.changed ?? 'row changed';
	}
	keep(row, question, before) {
		const context = { key: row.key, fields: row.fields };
		const cells = this.work.outputs.map(({ columns }) => columns.map(column => (isFromAnswer(column) ? null : column.value(context))));
		const paths = this.work.placement?.place(row);
		const prepared = {
			key: row.key,
			question,
			...before,
			cells,
			...(paths && { paths }),
			file: row.place.file,
			line: row.place.line ?? 0
		};
		this.work.rows.append(`${JSON.stringify(prepared)}\n`);
	}
}
function whatChanged({ request, published, model, prompt }) {
	const { header } = published;
	if (header === undefined)
		return undefined;
	if (header.model !== request.spec.model || header.api !== model.api)
		return 'model changed';
	if (header.promptSha256 !== prompt.sha256)
		return 'prompt changed';
	if (header.parametersSha256 !== hashOfParameters(request.spec))
		return 'parameters changed';
	return undefined;
}
;
class Changes {
	removed = [];
	changes = new Set();
	workspace;
	constructor(workspace) {
		this.workspace = workspace;
	}
	get changed() {
		return [...this.changes].sort();
	}
	put = async (path, content) => {
		const facts = await this.workspace.write(path, content);
		if (facts.changed)
			this.changes.add(path);
		return facts;
	};
	async remove(path) {
		if (await this.workspace.remove(path))
			this.removed.push(path);
	}
}
;
const maxRowBytes = 128 * 1024 * 1024;
const json_json = { write: json_write, read: json_read, asRead: asRead };
async function* json_write(columns, rows) {
	const object = objectWriter(columns);
	let before = '[\n';
	let any = false;
	for await (const batch of rows) {
		let text = '';
		for (const cells of batch) {
			text += `${before}${object(cells)}`;
			before = ',\n';
			any = true;
		}
		yield text;
	}
	yield any ? '\n]\n' : '[]\n';
}
async function* json_read(file) {
	let rows = [];
	let blank = true;
	const elements = new JsonElements(undefined, maxRowBytes, {
		element: (text, line) => rows.push(readObject(text, line)),
		fault: (message, line, hint) => {
			throw new OutputUnreadable(message, line, hint);
		}
	});
	for await (const text of format_decoded(file.stream())) {
		blank &&= text.trim() === '';
		elements.push(text);
		if (rows.length > 0)
			yield rows;
		rows = [];
	}
	if (!blank)
		elements.end();
	if (rows.length > 0)
		yield rows;
}
;
const jsonObject = {
	async *write(columns, rows) {
		for await (const [cells] of rows) {
			if (cells === undefined)
				continue;
			const members = columns.map(({ name }, index) => `  ${JSON.stringify(name)}: ${indented(cells[index] ?? null)}`);
			yield `{\n${members.join(',\n')}\n}\n`;
			return;
		}
	},
	async *read(file) {
		yield [readObject(await wholeText(file), 1)];
	},
	asRead: asRead
};
function indented(cell) {
	return JSON.stringify(JSON.parse((0,build_json .dj)(cell)), null, 2).replaceAll('\n', '\n  ');
}
;
async function yamlText() {
	const { parseDocument, Document, Scalar, isMap, isScalar, isSeq, LineCounter } = await Promise.resolve( ).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
	const options = { version: '1.2', schema: 'core', merge: false, uniqueKeys: true };
	const node = (value) => {
		if (typeof value === 'string')
			return textNode(value);
		if (Array.isArray(value))
			return value.map(node);
		if (!(0,build_json .Gv)(value))
			return Object.is(value, -0) ? 0 : value;
		return new Map(Object.keys(value)
			.sort()
			.map(key => [textNode(key), node(value[key] ?? null)]));
	};
	const textNode = (text) => {
		const scalar = new Scalar(text.toWellFormed());
		if (/[^\n\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\ue000-\ufdff\ufe10-\ufefe\uff01-\uffef\u{10000}-\u{10ffff}]/u.test(text))
			scalar.type = 'QUOTE_DOUBLE';
		return scalar;
	};
	const plain = (value) => {
		if (isMap(value)) {
			const members = newCells();
			for (const { key, value: member } of value.items) {
				const name = isScalar(key) ? key.value : key;
				members[typeof name === 'string' ? name : String(name)] = plain(member);
			}
			return members;
		}
		if (isSeq(value))
			return value.items.map(plain);
		const data = isScalar(value) ? value.value : value;
		if (typeof data === 'string' || typeof data === 'boolean')
			return data;
		return typeof data === 'number' && Number.isFinite(data) ? data : null;
	};
	return {
		write(columns, cells) {
			const map = new Map(columns.map(({ name }, index) => [textNode(name), node(cells[index] ?? null)]));
			const document = new Document(map, { ...options, aliasDuplicateObjects: false });
			return document.toString({ lineWidth: 0, indentSeq: true });
		},
		read(text, line) {
			const lines = new LineCounter();
			const document = parseDocument(text, { ...options, lineCounter: lines, prettyErrors: false });
			const [error] = document.errors;
			if (error)
				throw new OutputUnreadable('it is not YAML', line - 1 + lines.linePos(error.pos[0]).line);
			return plain(document.contents);
		}
	};
}
function cellsOf(value, line) {
	if (!(0,build_json .Gv)(value))
		throw new OutputUnreadable('the row is not a map', line);
	const cells = newCells();
	for (const [name, cell] of Object.entries(value))
		cells[name] = cell;
	return cells;
}
;
const atOnceCharacters = 256 * 1024;
const yaml = {
	async *write(columns, rows) {
		const yaml = await yamlText();
		let any = false;
		for await (const batch of rows) {
			any ||= batch.length > 0;
			yield batch.map(cells => item(yaml.write(columns, cells))).join('');
		}
		if (!any)
			yield '[]\n';
	},
	async *read(file) {
		const yaml = await yamlText();
		let text = '';
		let line = 1;
		for await (const piece of format_decoded(file.stream())) {
			text += piece;
			const end = text.length < atOnceCharacters ? -1 : text.lastIndexOf('\n- ');
			if (end <= 0)
				continue;
			const whole = text.slice(0, end + 1);
			yield items(yaml, whole, line);
			line += yaml_linesIn(whole);
			text = text.slice(end + 1);
		}
		yield items(yaml, text, line);
	},
	asRead: cell => wellFormed(asRead(cell))
};
function item(map) {
	return `- ${map.replace(/\n(?=[^\n])/g, '\n  ')}`;
}
function items(yaml, text, line) {
	if (text.trim() === '')
		return [];
	const value = yaml.read(text, line);
	if (value === null)
		return [];
	if (!Array.isArray(value))
		throw new OutputUnreadable('the file is not a list', line);
	return value.map(row => ({ cells: cellsOf(row, line), line }));
}
function yaml_linesIn(text) {
	return text.split('\n').length - 1;
}
function wellFormed(cell) {
	if (typeof cell === 'string')
		return cell.toWellFormed();
	if (cell === null || typeof cell !== 'object')
		return cell;
	return JSON.parse(JSON.stringify(cell).replace(/\\ud[89a-f][0-9a-f]{2}/g, '\uFFFD'));
}
;
const markdown = {
	async *write(columns, rows) {
		const yaml = await yamlText();
		const front = columns.filter(({ name }) => name !== bodyName);
		const body = columns.findIndex(({ name }) => name === bodyName);
		for await (const [cells] of rows) {
			if (cells === undefined)
				continue;
			const values = columns.flatMap(({ name }, index) => (name === bodyName ? [] : [cells[index] ?? null]));
			yield page(front, yaml.write(front, values), bodyText(cells[body] ?? null));
			return;
		}
	},
	async *read(file) {
		const text = (await wholeText(file)).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
		const { front, body } = markdown_parts(text);
		const cells = front === undefined ? newCells() : { ...(await frontMatter(front)) };
		cells[bodyName] = plainBody(body);
		yield [{ cells, line: 1 }];
	},
	asRead: (cell, { name }) => (name === bodyName ? bodyText(cell) : wellFormed(asRead(cell)))
};
function page(front, map, body) {
	const head = front.length === 0 ? '---\n---\n' : `---\n${map}---\n`;
	return body === '' ? head : `${head}\n${body}\n`;
}
function markdown_parts(text) {
	const opening = /^---[ \t]*\n/.exec(text);
	if (opening === null)
		return { body: text };
	const rest = text.slice(opening[0].length);
	const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(rest);
	if (closing === null)
		throw new OutputUnreadable('the front matter is not closed', 1, 'end it with a line of ---');
	return { front: rest.slice(0, closing.index), body: rest.slice(closing.index + closing[0].length) };
}
async function frontMatter(text) {
	const value = (await yamlText()).read(text, 2);
	return value === null ? newCells() : cellsOf(value, 2);
}
;
const separated_maxRowBytes = 128 * 1024 * 1024;
const csv = separated(',');
const tsv = separated('\t');
function separated(separator) {
	return {
		write: (columns, rows) => separated_write(separator, columns, rows),
		read: file => separated_read(separator, file),
		asRead: cell => separated_textOf(cell)
	};
}
async function* separated_write(separator, columns, rows) {
	const record = (cells) => {
		if (cells.length === 1 && separated_textOf(cells[0] ?? null) === '')
			return '""\n';
		return `${cells.map(cell => writtenCell(cell, separator)).join(separator)}\n`;
	};
	yield record(columns.map(({ name }) => name));
	for await (const batch of rows)
		yield batch.map(record).join('');
}
function writtenCell(cell, separator) {
	const text = separated_guarded(separated_textOf(cell));
	const isPlain = !/["\n\r\uFEFF]/.test(text) && !text.includes(separator);
	return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
function separated_textOf(cell) {
	if (cell === null)
		return '';
	return (typeof cell === 'string' ? cell : (0,build_json .dj)(cell)).toWellFormed();
}
const separated_number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
function separated_guarded(text) {
	return /^'*[=+\-@\t\r]/.test(text) && !separated_number.test(text) ? `'${text}` : text;
}
function unguarded(text) {
	return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
async function* separated_read(separator, file) {
	const table = new Table(separator);
	for await (const text of format_decoded(file.stream())) {
		table.records.push(text);
		yield table.taken();
	}
	table.records.end();
	yield table.taken();
}
class Table {
	records;
	columns;
	rows = [];
	constructor(separator) {
		this.records = new CsvRecords(separator, separated_maxRowBytes, {
			record: (cells, line) => this.record(cells.map(unguarded), line),
			fault: (message, line, _column, hint) => {
				throw new OutputUnreadable(message, line, hint);
			}
		});
	}
	taken() {
		const rows = this.rows;
		this.rows = [];
		return rows;
	}
	record(texts, line) {
		const { columns } = this;
		if (!columns) {
			this.header(texts, line);
			return;
		}
		if (texts.length !== columns.length) {
			throw new OutputUnreadable(`the row has ${texts.length} cells and the header ${columns.length}`, line);
		}
		const cells = newCells();
		for (const [index, column] of columns.entries())
			cells[column] = texts[index] ?? '';
		this.rows.push({ cells, line });
	}
	header(columns, line) {
		if (new Set(columns).size < columns.length)
			throw new OutputUnreadable('the header names a column twice', line);
		this.columns = columns;
	}
}
;
const markdownTable = {
	async *write(columns, rows) {
		const head = row(columns.map(({ name }) => name));
		yield `${head}| ${columns.map(() => '---').join(' | ')} |\n`;
		for await (const batch of rows)
			yield batch.map(row).join('');
	},
	async *read(file) {
		const table = new markdown_table_Table();
		let rest = '';
		for await (const text of format_decoded(file.stream())) {
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			yield lines.flatMap(line => table.line(line));
		}
		yield table.line(rest);
		table.end();
	},
	asRead: cell => separated_textOf(cell)
};
function row(cells) {
	return `| ${cells.map(markdown_table_written).join(' | ')} |\n`;
}
function markdown_table_written(cell) {
	return separated_textOf(cell)
		.replace(/[\\`*_[\]{}<>|~$&#!]/g, '\\$&')
		.replaceAll('\\&', '&amp;')
		.replaceAll('\\<', '&lt;')
		.replace(/\n/g, '<br>')
		.replace(/[\r\t\v\f\u00a0\u2028\u2029\uFEFF\u0085]/g, character => `&#${character.charCodeAt(0)};`)
		.replace(/^ +|(?<! ) +$/g, spaces => '&#32;'.repeat(spaces.length));
}
function unwritten(cell) {
	return cell.replace(/\\([!-/:-@[-`{-~])|<br\s*\/?>|&(amp|lt|gt|quot|nbsp|#\d{1,7});/gi, (whole, escaped, entity) => {
		if (typeof escaped === 'string')
			return escaped;
		return typeof entity === 'string' ? characterOf(entity.toLowerCase()) : whole.startsWith('<') ? '\n' : whole;
	});
}
const markdown_table_named = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
function characterOf(entity) {
	const code = entity.startsWith('#') ? Number(entity.slice(1)) : NaN;
	return markdown_table_named[entity] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');
}
class markdown_table_Table {
	columns;
	state = 'before';
	number = 0;
	line(text) {
		this.number++;
		if (text.startsWith('<<<<<<< '))
			throw new OutputUnreadable('it has merge-conflict markers', this.number);
		const cells = cellsIn(text.replace(/\r$/, ''));
		switch (this.state) {
			case 'before':
				if (cells)
					this.header(cells);
				return [];
			case 'rule':
				if (!cells?.every(cell => /^:?-+:?$/.test(cell)))
					throw new OutputUnreadable('no rule follows the header', this.number);
				this.state = 'rows';
				return [];
			case 'rows':
				if (cells)
					return [this.row(cells)];
				this.state = 'behind';
				return [];
			case 'behind':
				return [];
		}
	}
	end() {
		if (this.state === 'rule')
			throw new OutputUnreadable('no rule follows the header', this.number);
	}
	header(cells) {
		this.columns = cells.map(unwritten);
		if (new Set(this.columns).size < cells.length)
			throw new OutputUnreadable('the header names a column twice', this.number);
		this.state = 'rule';
	}
	row(texts) {
		const columns = this.columns ?? [];
		if (texts.length !== columns.length) {
			throw new OutputUnreadable(`the row has ${texts.length} cells and the header ${columns.length}`, this.number);
		}
		const cells = newCells();
		for (const [index, column] of columns.entries())
			cells[column] = unwritten(texts[index] ?? '');
		return { cells, line: this.number };
	}
}
function cellsIn(line) {
	const text = line.trim();
	if (!text.startsWith('|'))
		return undefined;
	const cells = [];
	let start = 1;
	for (let at = 1; at < text.length; at++) {
		if (text[at] === '\\')
			at++;
		else if (text[at] === '|') {
			cells.push(markdown_table_trimmed(text.slice(start, at)));
			start = at + 1;
		}
	}
	if (text.slice(start).trim() !== '')
		cells.push(markdown_table_trimmed(text.slice(start)));
	return cells;
}
function markdown_table_trimmed(cell) {
	return cell.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
}
;
class KindOfColumn {
	column;
	kind;
	constructor(column) {
		this.column = column;
	}
	see(cell) {
		if (cell === null || this.kind === 'json')
			return;
		this.kind = common(this.kind, parquet_types_kindOf(cell, this.column));
	}
	get found() {
		return this.kind === 'empty' ? 'texts' : (this.kind ?? 'text');
	}
}
function parquet_types_kindOf(cell, { vector }) {
	if (typeof cell === 'string')
		return 'text';
	if (typeof cell === 'boolean')
		return 'boolean';
	if (typeof cell === 'number')
		return Number.isSafeInteger(cell) ? 'integer' : 'number';
	return Array.isArray(cell) ? listKind(cell, vector) : 'json';
}
function listKind(cell, vector) {
	if (cell.length === 0)
		return 'empty';
	if (cell.every(item => typeof item === 'number'))
		return vector === true ? 'vector' : 'numbers';
	return cell.every(item => typeof item === 'string') ? 'texts' : 'json';
}
function common(one, other) {
	if (one === undefined || one === other)
		return other;
	if (one === 'empty' && isList(other))
		return other;
	if (other === 'empty' && isList(one))
		return one;
	const both = new Set([one, other]);
	return both.has('integer') && both.has('number') ? 'number' : 'json';
}
function isList(kind) {
	return kind === 'vector' || kind === 'texts' || kind === 'numbers';
}
function storedAs(kind, cell) {
	if (cell === null)
		return null;
	if (kind === 'integer')
		return BigInt(Number(cell));
	return kind === 'json' ? JSON.parse((0,build_json .dj)(cell)) : cell;
}
;
const rowsPerGroup = 5000;
const charactersPerGroup = 16 << 20;
const parquet = { write: parquet_write, read: parquet_read, asRead: parquet_asRead };
function parquet_asRead(cell, { vector }) {
	if (vector === true && isNumbers(cell))
		return cell.map(number => Math.fround(number) + 0);
	return wellFormed(asRead(cell));
}
function isNumbers(cell) {
	return Array.isArray(cell) && cell.every(item => typeof item === 'number');
}
async function* parquet_write(columns, rows) {
	const { ByteWriter, ParquetWriter } = await Promise.all( [__webpack_require__.e(15), __webpack_require__.e(649), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 58366));
	const kinds = await parquet_kindsOf(columns, rows);
	const bytes = new ByteWriter();
	const writer = new ParquetWriter({
		writer: bytes,
		schema: parquet_schemaOf(columns, kinds),
		createdBy: 'bedrock-batch-action'
	});
	const written = () => {
		const piece = Uint8Array.from(bytes.getBytes());
		bytes.index = 0;
		return piece;
	};
	for await (const group of groups(columns, rows)) {
		const columnData = columns.map(({ name }, index) => ({
			name,
			data: group.map(cells => storedAs(kinds[index] ?? 'text', cells[index] ?? null))
		}));
		await writer.write({ columnData, rowGroupSize: group.length });
		yield written();
	}
	await writer.finish();
	yield written();
}
async function parquet_kindsOf(columns, rows) {
	const kinds = columns.map(column => new KindOfColumn(column));
	for await (const batch of rows)
		for (const cells of batch)
			for (const [index, kind] of kinds.entries())
				kind.see(cells[index] ?? null);
	return kinds.map(kind => kind.found);
}
async function* groups(columns, rows) {
	let group = [];
	let characters = 0;
	for await (const batch of rows) {
		for (const row of batch) {
			const cells = columns.map((column, index) => parquet_asRead(row[index] ?? null, column));
			group.push(cells);
			characters += JSON.stringify(cells).length;
			if (group.length < rowsPerGroup && characters < charactersPerGroup)
				continue;
			yield group;
			group = [];
			characters = 0;
		}
	}
	if (group.length > 0)
		yield group;
}
const leaves = {
	text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
	boolean: { type: 'BOOLEAN' },
	integer: { type: 'INT64' },
	number: { type: 'DOUBLE' },
	vector: { type: 'FLOAT' },
	numbers: { type: 'DOUBLE' },
	texts: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }
};
function parquet_schemaOf(columns, kinds) {
	const elements = columns.flatMap(({ name }, index) => {
		const kind = kinds[index] ?? 'text';
		if (kind !== 'vector' && kind !== 'numbers' && kind !== 'texts')
			return [{ name, ...leaves[kind], repetition_type: 'OPTIONAL' }];
		return [
			{ name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
			{ name: 'list', repetition_type: 'REPEATED', num_children: 1 },
			{ name: 'element', ...leaves[kind], repetition_type: 'REQUIRED' }
		];
	});
	return [{ name: 'root', num_children: columns.length }, ...elements];
}
const parquet_utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const parsers = {
	stringFromBytes: (bytes) => bytes && parquet_utf8.decode(bytes),
	jsonFromBytes: (bytes) => bytes && JSON.parse(parquet_utf8.decode(bytes))
};
async function* parquet_read(file) {
	const { parquetMetadataAsync, parquetRead, parquetSchema } = await Promise.all( [__webpack_require__.e(15), __webpack_require__.e(969), __webpack_require__.e(649), __webpack_require__.e(167), __webpack_require__.e(537)]).then(__webpack_require__.bind(__webpack_require__, 50537));
	const { compressors } = await __webpack_require__.e( 138).then(__webpack_require__.bind(__webpack_require__, 20138));
	const source = {
		byteLength: file.bytes,
		slice: async (start, end = file.bytes) => {
			const bytes = await file.slice(start, end);
			return Uint8Array.from(bytes).buffer;
		}
	};
	const metadata = await readable(() => parquetMetadataAsync(source));
	const names = parquetSchema(metadata).children.map(({ element }) => element.name);
	let start = 0;
	for (const group of metadata.row_groups) {
		const end = start + Number(group.num_rows);
		const range = { rowStart: start, rowEnd: end };
		const rows = await readable(async () => {
			let found = [];
			await parquetRead({ file: source, metadata, compressors, parsers, ...range, onComplete: all => (found = all) });
			return found;
		});
		const first = start + 1;
		yield rows.map((values, index) => ({ cells: parquet_cellsOf(names, values), line: first + index }));
		start = end;
	}
}
async function readable(act) {
	try {
		return await act();
	}
	catch (error) {
		throw new OutputUnreadable(`it cannot be read: ${error instanceof Error ? error.message : 'no reason given'}`);
	}
}
function parquet_cellsOf(names, values) {
	const cells = newCells();
	for (const [index, name] of names.entries())
		cells[name] = parquet_plain(values[index]);
	return cells;
}
function parquet_plain(value) {
	if (value === null || value === undefined)
		return null;
	if (typeof value === 'string' || typeof value === 'boolean')
		return value;
	if (typeof value === 'number')
		return Number.isFinite(value) ? value + 0 : null;
	if (typeof value === 'bigint')
		return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
	if (value instanceof Date)
		return value.toISOString();
	if (value instanceof Uint8Array)
		return Buffer.from(value).toString('base64');
	if (Array.isArray(value) || ArrayBuffer.isView(value))
		return Array.from(value, parquet_plain);
	return (0,build_json .Gv)(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, parquet_plain(one)])) : null;
}
;
const text_text = {
	async *write(_columns, rows) {
		for await (const [cells] of rows) {
			if (cells === undefined)
				continue;
			yield `${bodyText(cells[0] ?? null)}\n`;
			return;
		}
	},
	async *read(file) {
		const cells = newCells();
		cells[bodyName] = plainBody(await wholeText(file));
		yield [{ cells, line: 1 }];
	},
	asRead: cell => bodyText(cell)
};
;
const formats = {
	csv: csv,
	tsv: tsv,
	jsonl: jsonl,
	json: json_json,
	yaml: yaml,
	parquet: parquet,
	'markdown-table': markdownTable,
	'openai-batch': openaiBatch,
	markdown: markdown,
	'json-object': jsonObject,
	text: text_text,
	image: image_image
};
function formats_formatOf(name) {
	return formats[name];
}
;
class RowsByLine {
	batches;
	batch = [];
	at = 0;
	constructor(rows) {
		this.batches = rows[Symbol.asyncIterator]();
	}
	async cellsOn(line) {
		for (;;) {
			const row = this.batch[this.at];
			if (row === undefined) {
				const next = await this.batches.next();
				if (next.done === true)
					return undefined;
				this.batch = next.value;
				this.at = 0;
			}
			else if (row.line < line)
				this.at++;
			else
				return row.line === line ? row.cells : undefined;
		}
	}
}
;
async function* mergeJsonl(file, merge) {
	const rows = new RowsByLine(merge.rows);
	for await (const lines of splitLines(file)) {
		const pieces = [];
		for (const { bytes, number, ended, tooLong } of lines) {
			if (tooLong)
				throw new OutputUnreadable('the line is too long', number);
			pieces.push(mergedLine(bytes, (await rows.cellsOn(number)) ?? [], number, merge));
			if (ended)
				pieces.push(merge_jsonl_newline);
		}
		yield Buffer.concat(pieces);
	}
}
const merge_jsonl_newline = Buffer.from('\n');
function mergedLine(line, cells, number, { columns, former }) {
	const open = merge_jsonl_opening(line);
	if (open < 0)
		return line;
	const members = membersOf(line, open);
	if (members === undefined)
		throw new OutputUnreadable('the row is not a JSON object', number);
	const names = columns.map(({ name }) => name);
	const known = new Set(members.map(({ name }) => name));
	const kept = members.filter(({ name }) => names.includes(name) || !former.includes(name));
	const last = members.at(-1);
	const pieces = [line.subarray(0, members[0]?.start ?? open + 1)];
	for (const [index, { name, start, value, end }] of kept.entries()) {
		if (index > 0)
			pieces.push(line.subarray(endBefore(members, start), start));
		const place = names.indexOf(name);
		const raw = line.subarray(value, end);
		pieces.push(line.subarray(start, value), place < 0 ? raw : replaced(raw, cells[place] ?? null));
	}
	const spaced = last !== undefined && line.subarray(last.start, last.value).toString().includes(': ');
	for (const [index, name] of names.entries()) {
		if (known.has(name))
			continue;
		pieces.push(pieces.length > 1 ? (spaced ? ', ' : ',') : '');
		pieces.push(`${JSON.stringify(name)}${spaced ? ': ' : ':'}${(0,build_json .dj)(cells[index] ?? null)}`);
	}
	pieces.push(line.subarray(last?.end ?? open + 1));
	return Buffer.concat(pieces.map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
}
function endBefore(members, start) {
	return members.findLast(member => member.end <= start)?.end ?? start;
}
function replaced(raw, cell) {
	const text = (0,build_json .dj)(cell);
	const before = parseJson(raw.toString());
	return before !== undefined && (0,build_json .dj)(before) === text ? raw : text;
}
function merge_jsonl_opening(line) {
	const start = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
	const at = spaceEnd(line, start);
	return at < line.length ? at : -1;
}
;
const raw_records_mostCharacters = 128 << 20;
async function* rawRecords(chunks, separator) {
	const walker = new Walker(separator);
	for await (const piece of decodedWithMark(chunks))
		yield* walker.push(piece);
	yield* walker.end();
}
class Walker {
	rest = '';
	line = 1;
	blank = '';
	separator;
	constructor(separator) {
		this.separator = separator;
	}
	*push(piece) {
		this.rest += piece;
		if (this.rest.length > raw_records_mostCharacters)
			throw new OutputUnreadable('the row is too long', this.line);
		yield* this.records(false);
	}
	*end() {
		yield* this.records(true);
		if (this.blank !== '')
			yield { before: this.blank, cells: [], end: '', line: this.line };
	}
	*records(last) {
		let start = 0;
		while (start < this.rest.length) {
			const record = this.record(start, last);
			if (record === undefined)
				break;
			start = record.stop;
			if (record.cells.length === 1 && record.cells[0] === '')
				this.blank += record.end;
			else {
				yield { before: this.blank, cells: record.cells, end: record.end, line: this.line };
				this.blank = '';
			}
			this.line += record.lines;
		}
		this.rest = this.rest.slice(start);
	}
	record(start, last) {
		const { rest: text, separator } = this;
		const cells = [];
		for (let from = start;;) {
			const end = this.cellEnd(from);
			if (end === undefined)
				return undefined;
			if (end === text.length)
				return last ? raw_records_finished(text, start, end, [...cells, text.slice(from)], '') : undefined;
			cells.push(text.slice(from, end));
			if (text[end] !== separator) {
				if (text[end] === '\r' && end + 1 === text.length && !last)
					return undefined;
				const ending = text.startsWith('\r\n', end) ? '\r\n' : (text[end] ?? '');
				return raw_records_finished(text, start, end + ending.length, cells, ending);
			}
			from = end + 1;
		}
	}
	cellEnd(from) {
		const { rest: text, separator } = this;
		let at = text[from] === '\uFEFF' && this.line === 1 && from === 0 ? from + 1 : from;
		if (text[at] === '"') {
			at = closingQuote(text, at + 1);
			if (at < 0)
				return undefined;
		}
		for (; at < text.length; at++) {
			const character = text[at];
			if (character === separator || character === '\n')
				return at;
			if (character === '\r' && (at + 1 === text.length || text[at + 1] === '\n'))
				return at;
		}
		return at;
	}
}
function closingQuote(text, from) {
	for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
		if (text[at + 1] !== '"')
			return at + 1;
	return -1;
}
function raw_records_finished(text, start, stop, cells, end) {
	let lines = 0;
	for (let at = text.indexOf('\n', start); at >= 0 && at < stop; at = text.indexOf('\n', at + 1))
		lines++;
	return { cells, end, stop, lines };
}
;
async function* mergeSeparated(separator, file, merge) {
	const rows = new RowsByLine(merge.rows);
	let layout;
	let text = '';
	for await (const record of rawRecords(file, separator)) {
		if (record.cells.length === 0)
			text += record.before;
		else if (layout === undefined) {
			layout = new Layout(record, separator, merge);
			text += layout.header(record);
		}
		else
			text += layout.row(record, (await rows.cellsOn(record.line)) ?? []);
		if (text.length < 1 << 16)
			continue;
		yield text;
		text = '';
	}
	yield text;
}
class Layout {
	places;
	added;
	separator;
	merge;
	constructor(header, separator, merge) {
		this.separator = separator;
		this.merge = merge;
		const names = header.cells.map(merge_separated_unquoted);
		this.places = names.map(name => {
			const ours = merge.columns.findIndex(column => column.name === name);
			if (ours >= 0)
				return ours;
			return merge.former.includes(name) ? -1 : undefined;
		});
		this.added = merge.columns.map((_, index) => index).filter(index => !this.places.includes(index));
	}
	header(record) {
		return this.written(record, this.merge.columns.map(({ name }) => name));
	}
	row(record, cells) {
		if (record.cells.length !== this.places.length) {
			const message = `the row has ${record.cells.length} cells and the header ${this.places.length}`;
			throw new OutputUnreadable(message, record.line);
		}
		return this.written(record, cells);
	}
	written(record, cells) {
		const kept = record.cells.flatMap((raw, index) => {
			const place = this.places[index];
			if (place === undefined)
				return [raw];
			return place < 0 ? [] : [this.replaced(raw, cells[place] ?? null)];
		});
		const more = this.added.map(index => writtenCell(cells[index] ?? null, this.separator));
		const { before, end } = record;
		return `${before}${[...kept, ...more].join(this.separator)}${end}`;
	}
	replaced(raw, cell) {
		return unguarded(merge_separated_unquoted(raw)) === separated_textOf(cell) ? raw : writtenCell(cell, this.separator);
	}
}
function merge_separated_unquoted(raw) {
	const text = raw.replace(/^\uFEFF/, '');
	return text.startsWith('"') && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}
;
function merged(format, file, merge) {
	switch (format) {
		case 'csv':
			return mergeSeparated(',', file, merge);
		case 'tsv':
			return mergeSeparated('\t', file, merge);
		case 'jsonl':
			return mergeJsonl(file, merge);
	}
}
;
class FileTotals {
	path;
	lines = [];
	rows = 0;
	bytes = 0;
	constructor(path) {
		this.path = path;
	}
	add(path, rows, facts) {
		this.lines.push(`${path}\n${facts.sha256}`);
		this.rows += rows;
		this.bytes += facts.bytes;
	}
	file() {
		const lines = this.lines.sort().map(line => {
			const [path = '', sha256 = ''] = line.split('\n');
			return `${sha256}  ${path}\n`;
		});
		const { path, rows, bytes } = this;
		return { path, rows, files: lines.length, sha256: sha256Hex(lines.join('')), bytes };
	}
}
;
const grouped_rows_batchRows = 100;
class GroupedRows {
	numbers = new Map();
	first = [];
	last = [];
	counts = [];
	next = indexes();
	offset = offsets();
	length = lengths();
	file;
	size = 0;
	constructor(file) {
		this.file = file;
	}
	add(path, item) {
		const row = this.size++;
		const offset = this.file.append(JSON.stringify(item));
		this.offset.set(row, offset);
		this.length.set(row, this.file.bytes - offset);
		const number = this.numbers.get(path) ?? this.first.push(row) - 1;
		this.numbers.set(path, number);
		const before = this.last[number];
		if (before !== undefined)
			this.next.set(before, row);
		this.last[number] = row;
		this.counts[number] = (this.counts[number] ?? 0) + 1;
	}
	get paths() {
		return this.numbers.keys();
	}
	countOf(path) {
		return this.counts[this.numbers.get(path) ?? -1] ?? 0;
	}
	of(path) {
		return { [Symbol.asyncIterator]: () => this.batches(this.first[this.numbers.get(path) ?? -1] ?? -1) };
	}
	async *batches(first) {
		let batch = [];
		for (let row = first; row >= 0; row = this.next.get(row)) {
			batch.push(JSON.parse(this.file.readText(this.offset.get(row), this.length.get(row))));
			if (batch.length < grouped_rows_batchRows)
				continue;
			yield batch;
			batch = [];
		}
		if (batch.length > 0)
			yield batch;
	}
	discard() {
		this.file.discard();
	}
}
;
function answerCells(output, cells) {
	return Object.fromEntries(slotsOf(output).map(({ column, slot }) => [slot, cells[column] ?? null]));
}
function withOwnLineEnds(cells, published) {
	const isForeign = Object.values(cells).some(cell => typeof cell === 'string' && cell.includes('\r\n'));
	if (!isForeign || cellsHash(cells) === published)
		return cells;
	return Object.fromEntries(Object.entries(cells).map(([slot, cell]) => [
		slot,
		typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : (cell ?? null)
	]));
}
function presentCells(output, cells) {
	const there = slotsOf(output).filter(({ column }) => Object.hasOwn(cells, column));
	return Object.fromEntries(there.map(({ column, slot }) => [slot, cells[column] ?? null]));
}
function columnsLacking(output, cells) {
	return slotsOf(output).flatMap(({ column }) => (Object.hasOwn(cells, column) ? [] : [column]));
}
function datasetCells({ columns }, cells) {
	const names = Object.keys(columns).filter(name => !isAnswerPath(columns[name] ?? ''));
	return Object.fromEntries(names.map(name => [name, cells[name] ?? null]));
}
function freshAnswerCells(columns, cells, format) {
	const byName = Object.fromEntries(columns.map(({ name }, index) => [name, format.asRead(cells[index] ?? null, columns[index] ?? { name })]));
	return answerCells(layoutOf(columns), byName);
}
function cellsHash(cells) {
	return contentHash((0,build_json .dj)(cells));
}
function canCarry(before, now) {
	if (before.format !== now.spec.format)
		return false;
	const there = new Set(slotsOf(before).map(({ slot }) => slot));
	return now.columns.filter(isFromAnswer).every(({ path }) => there.has(path));
}
function carriedCells(columns, context, kept) {
	const slots = new Map(slotsOf(layoutOf(columns)).map(({ column, slot }) => [column, slot]));
	return columns.map(column => isFromAnswer(column) ? keptCell(kept, column, slots.get(column.name)) : column.value(context));
}
function keptCell(kept, { path }, slot = path) {
	return (Object.hasOwn(kept, slot) ? kept[slot] : kept[path]) ?? null;
}
function carriedHash(before, columns, kept, hash) {
	const slots = slotsOf(layoutOf(columns)).map(({ slot }) => slot);
	const known = new Set(slotsOf(before).map(({ slot }) => slot));
	const isSame = slots.length === known.size && slots.every(slot => known.has(slot));
	if (hash !== undefined && (isSame || hash !== cellsHash(kept)))
		return hash;
	const none = { key: '', fields: {} };
	const cells = carriedCells(columns, none, kept);
	return cellsHash(answerCells(layoutOf(columns), Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? null]))));
}
function keyColumn(output) {
	return output.key ?? Object.keys(output.columns).find(name => output.columns[name] === 'key');
}
function slotsOf({ columns }) {
	const times = new Map();
	return Object.entries(columns)
		.filter(([, path]) => isAnswerPath(path))
		.map(([column, path]) => {
		const time = (times.get(path) ?? 0) + 1;
		times.set(path, time);
		return { column, slot: time === 1 ? path : `${path}#${time}` };
	});
}
function isAnswerPath(path) {
	return !/^(?:row|key)(?![\w-])/.test(path);
}
function layoutOf(columns) {
	return { columns: Object.fromEntries(columns.map(({ name, path }) => [name, path])) };
}
;
function output_cells_cellsOf(work, standing, row, to) {
	switch (standing.kind) {
		case 'published':
			return output_cells_carried(work, row, to);
		case 'answered':
			return answered(work, standing.question, row, to);
		case 'failed':
			return formats_formatOf(to.output.spec.format).tellsFailures ? output_cells_failed(work, standing, row, to) : undefined;
		case 'open':
			return undefined;
	}
}
function output_cells_carried({ known }, row, { number, output }) {
	const { published } = known;
	const kept = published.cellsOf(number, row.published);
	if (kept === undefined)
		return undefined;
	const cells = overlay(output, carriedCells(output.columns, output_cells_nothing, kept.cells), row.cells[number] ?? []);
	const edited = row.edited === undefined ? undefined : withEdits(known, number, row.edited, cells);
	const isOwn = edited !== undefined && readHash(output, edited) !== readHash(output, cells);
	const from = isOwn ? (row.edited ?? -1) : row.published;
	const before = published.layoutOf(output.spec.path);
	const said = published.cellsOf(number, from)?.cells ?? kept.cells;
	const old = published.hashOf(number, from);
	const hash = before === undefined ? cellsHash(said) : carriedHash(before, output.columns, said, old);
	return { cells: isOwn ? edited : cells, hash, from };
}
function answered(work, question, row, { number, output }) {
	const { value, usage, reasoning, repaired } = work.answers.answerOf(question);
	const context = {
		...asked(work, question),
		answer: value,
		usage,
		...(reasoning !== undefined && { reasoning })
	};
	const fresh = filled(output, context, row.cells[number] ?? []);
	const hash = readHash(output, fresh);
	const edited = row.edited === undefined ? undefined : withEdits(work.known, number, row.edited, fresh);
	if (edited !== undefined && readHash(output, edited) !== hash)
		return { cells: edited, hash, from: row.edited ?? -1 };
	return { cells: fresh, hash, from: -1, answer: { value, ...(repaired && { repaired }) } };
}
function keepsEdit(work, standing, row) {
	const { edited } = row;
	if (edited === undefined)
		return standing.kind === 'published' && standing.edited;
	return work.known.outputs.some((output, number) => output_cells_cellsOf(work, standing, row, { number, output })?.from === edited);
}
function readHash({ columns, spec }, cells) {
	return cellsHash(freshAnswerCells(columns, cells, formats_formatOf(spec.format)));
}
function output_cells_failed(work, { reason, message }, row, { number, output }) {
	const context = { ...asked(work, row.question), error: { code: reason, message } };
	return { cells: filled(output, context, row.cells[number] ?? []), from: -1 };
}
const output_cells_nothing = { key: '', fields: {} };
function asked(work, question) {
	return { ...output_cells_nothing, recordId: work.questions.ids.idAt(question), model: work.request.spec.model };
}
function withEdits(known, number, row, fresh) {
	const output = known.outputs[number];
	const kept = known.published.cellsOf(number, row);
	if (output === undefined || kept?.edited !== true)
		return undefined;
	const cells = carriedCells(output.columns, output_cells_nothing, kept.cells);
	return fresh.map((cell, index) => {
		const column = output.columns[index];
		return column !== undefined && isFromAnswer(column) && Object.hasOwn(kept.cells, column.path)
			? (cells[index] ?? null)
			: cell;
	});
}
function overlay(output, cells, own) {
	return output.columns.map((column, index) => (isFromAnswer(column) ? cells[index] : own[index]) ?? null);
}
function filled(output, context, own) {
	return output.columns.map((column, index) => (isFromAnswer(column) ? column.value(context) : (own[index] ?? null)));
}
;
async function writeOutput(writing, to) {
	const { spec } = to.output;
	if (isMerge(spec))
		return writeMerged(writing, to);
	if (isPerRow(spec.format))
		return [await writeRowFiles(writing, to)];
	return [hasHoles(spec.path) ? await writeTables(writing, to) : await writeTable(writing, to)];
}
async function* rowsOf(writing, to) {
	let position = -1;
	for await (const batch of preparedRows(writing.work.prepared)) {
		yield batch.flatMap((row) => {
			position++;
			const cells = output_cells_cellsOf(writing.work, writing.standingOf(row), row, to);
			if (cells === undefined)
				return [];
			writing.tell(to, position, cells);
			return [{ row, cells }];
		});
	}
}
async function writeTable(writing, to) {
	const { path, format } = to.output.spec;
	let count = 0;
	const rows = {
		async *[Symbol.asyncIterator]() {
			count = 0;
			for await (const batch of rowsOf(writing, to)) {
				count += batch.length;
				yield batch.map(({ cells }) => cells.cells);
			}
		}
	};
	const { bytes, sha256 } = await writing.put(path, formats_formatOf(format).write(to.output.columns, rows));
	return { path, rows: count, sha256, bytes };
}
async function writeTables(writing, to) {
	const { spec, columns } = to.output;
	const groups = new GroupedRows(writing.work.outside.scratch.create('rows-by-file'));
	const totals = new FileTotals(spec.path);
	for await (const batch of rowsOf(writing, to)) {
		for (const { row, cells } of batch) {
			const path = row.paths?.[to.number];
			if (typeof path === 'string')
				groups.add(path, cells.cells);
		}
	}
	for (const path of groups.paths) {
		totals.add(path, groups.countOf(path), await writing.put(path, formats_formatOf(spec.format).write(columns, groups.of(path))));
	}
	groups.discard();
	return totals.file();
}
const atOnce = 32;
async function writeRowFiles(writing, to) {
	const totals = new FileTotals(to.output.spec.path);
	for await (const batch of rowsOf(writing, to)) {
		for (let start = 0; start < batch.length; start += atOnce) {
			await Promise.all(batch.slice(start, start + atOnce).map(async ({ row, cells }) => {
				const path = row.paths?.[to.number];
				if (typeof path === 'string')
					totals.add(path, 1, await writeRowFile(writing, to, path, cells));
			}));
		}
	}
	return totals.file();
}
async function writeRowFile({ put, pictures }, to, path, { cells, from }) {
	const { spec, columns } = to.output;
	const kept = spec.format === 'image' ? await pictures.kept(to.number, from, path, cells) : undefined;
	if (kept !== undefined)
		return 'bytes' in kept ? kept : put(path, kept.stream());
	if (spec.format === 'image')
		pictures.tellFormat(path, cells);
	return put(path, formats_formatOf(spec.format).write(columns, one(cells)));
}
async function* one(cells) {
	yield [cells];
}
async function writeMerged(writing, to) {
	const { work, put } = writing;
	const { published } = work.known;
	const rows = new GroupedRows(work.outside.scratch.create('rows-by-file'));
	for await (const batch of rowsOf(writing, to))
		for (const { row, cells } of batch)
			rows.add(row.file, [row.line, ...cells.cells]);
	const before = published.layoutsOf(to.output.spec.path);
	const former = before.flatMap(({ merge, columns }) => (merge === true ? Object.keys(columns) : []));
	const columns = to.output.columns;
	const format = mergeFormatOf(work.request.spec) ?? 'csv';
	const files = [];
	for (const [path, source] of published.sources) {
		const merge = { columns, former, rows: mergedRows(rows.of(path)) };
		const facts = await put(path, merged(format, source.stream(), merge));
		files.push({ path, rows: rows.countOf(path), sha256: facts.sha256, bytes: facts.bytes });
	}
	rows.discard();
	return files;
}
async function* mergedRows(batches) {
	for await (const batch of batches)
		yield batch.map(([line, ...cells]) => ({ line, cells }));
}
;
async function writeFiles(work, standings, open) {
	const { request, outside, known, prepared } = work;
	const paths = sideFiles(request.spec);
	const changes = new Changes(outside.workspace);
	const hashes = new Hashes(known.outputs.length);
	const shapes = new AnswerShapes(request.spec.answer.labels);
	const earlier = await earlierErrors(work, paths.errors);
	const pictures = new Pictures(outside.workspace, known.published, message => outside.log.warning(message));
	const standingOf = (row) => toldBefore(standings.of(row), earlier, work, row);
	await makeWay(work, standings, pictures, changes);
	const watch = new ShapeWatch(known.outputs, shapes);
	const writing = {
		work,
		standingOf,
		put: changes.put,
		pictures,
		tell: (to, position, cells) => {
			if (cells.hash !== undefined)
				hashes.set(to.number, position, cells.hash);
			watch.see(to.number, position, cells);
		}
	};
	const files = [];
	for (const [number, output] of known.outputs.entries())
		files.push(...(await writeOutput(writing, { number, output })));
	await changes.put(paths.lock, writeLock(headerOf(work), lockRows(work, standings, hashes)));
	const hasErrors = await writeErrorsFile(work, standings, { path: paths.errors, earlier, put: changes.put });
	if (!hasErrors)
		await changes.remove(paths.errors);
	await changes.put(paths.manifest, once(writeManifest(manifestOf(work, files, open))));
	const answers = shapes.told();
	work.draft.files({
		manifestPath: paths.manifest,
		...(hasErrors && { errorsPath: paths.errors }),
		...(answers && { answers })
	});
	return { changed: changes.changed, removed: changes.removed, complete: open === 0, wanted: prepared.wanted };
}
async function* once(text) {
	yield text;
}
class Hashes {
	known = new IdTable();
	byOutput;
	constructor(outputs) {
		this.byOutput = Array.from({ length: outputs }, () => indexes());
	}
	set(output, row, hash) {
		this.byOutput[output]?.set(row, this.known.add(hash));
	}
	of(row) {
		return this.byOutput.map(output => (output.get(row) < 0 ? '' : this.known.idAt(output.get(row))));
	}
}
async function* lockRows(work, standings, hashes) {
	let position = 0;
	for await (const batch of preparedRows(work.prepared)) {
		yield batch.flatMap((row) => {
			const standing = standings.of(row);
			const answers = hashes.of(position++);
			const named = { key: row.key, recordId: work.questions.ids.idAt(row.question) };
			if (standing.kind === 'open' || (standing.kind === 'failed' && standing.mayRetry))
				return [];
			const failure = standing.kind === 'published' ? work.known.published.failureOf(standing.row) : undefined;
			if (failure !== undefined)
				return [{ ...named, answers: [], failure }];
			if (standing.kind === 'failed')
				return [{ ...named, answers: [], failure: standing.reason }];
			const paths = row.paths?.map(path => path ?? '');
			return [{ ...named, answers, ...(paths && { paths }) }];
		});
	}
}
function headerOf({ request, known }) {
	const { spec } = request;
	const { family, api } = known.model;
	return {
		schema: 1,
		spec: spec.name,
		model: spec.model,
		api,
		family: family.name,
		revision: family.revision,
		promptSha256: known.prompt.sha256,
		parametersSha256: hashOfParameters(spec),
		answerSha256: known.answerSha256,
		outputs: known.outputs.map(output => lockOutput(output.spec, output.columns))
	};
}
;
async function publish(outside, request, written, draft) {
	const { changed, removed } = written;
	draft.changedFiles = [...new Set([...draft.changedFiles, ...changed, ...removed])];
	if (changed.length + removed.length === 0)
		return;
	const { name, publish: wish } = request.spec;
	const title = wish.title ?? `Update answers of ${name}`;
	const published = await outside.publisher.publish({
		specName: name,
		changed,
		removed,
		message: wish.commitMessage ?? `${title}\n\n${counts(draft, written)}`,
		title,
		body: wish.body ?? counts(draft, written)
	});
	draft.published(published, {});
}
function counts({ rows }, { complete, wanted }) {
	const parts = [
		`${rows.answered} of ${counted(wanted, 'row')} ${rows.answered === 1 ? 'has' : 'have'} an answer${complete ? '' : ' so far'}`,
		`${rows.carriedOver} carried over`,
		...(rows.failed > 0 ? [`${rows.failed} given up`] : []),
		...(rows.removed > 0 ? [`${rows.removed} removed`] : []),
		...(rows.edited > 0 ? [`${rows.edited} edited by hand and kept`] : [])
	];
	return `${parts.join(', ')}.`;
}
;
function publishedBefore(published, wanted) {
	if (!published.isLost)
		return { answered: published.answered, gone: published.countGone() };
	const answered = published.manifest?.rows.answered ?? 0;
	return { answered, gone: Math.max(0, answered - wanted) };
}
function checkRemovals(request, published, wanted) {
	const { answered, gone } = publishedBefore(published, wanted);
	const most = mostRemovals(request, answered);
	if (gone <= most)
		return;
	throw new build_problems .HR('too-many-removals', `${gone} of ${answered} published rows are no longer in the dataset; at most ${most} may go in one pass`, {
		place: request.placeOf('dataset.path'),
		remedy: `If that is meant, set limits.maxRemovals: ${gone} in the spec for this change. Nothing was asked or written.`
	});
}
function tooManyLost(request, published, leaving) {
	const { answered, gone } = publishedBefore(published, leaving.wanted);
	const lost = published.isLost ? Math.max(0, answered - gone - leaving.answered) : leaving.lost;
	const most = mostRemovals(request, answered);
	if (lost === 0 || gone + lost <= most)
		return undefined;
	const left = gone === 0 ? '' : `, and ${gone} are no longer in the dataset`;
	return new build_problems .HR('too-many-removals', `${lost} of ${answered} published rows have no answer any more${left}; at most ${most} may go in one pass`, {
		place: request.placeOf('limits.maxRemovals'),
		remedy: `Nothing was published, and what was answered and paid stays in S3. Correct what the summary names as reasons, or start the workflow with retry: failed. To publish without these rows, set limits.maxRemovals: ${gone + lost} in the spec for this change.`
	});
}
function mostRemovals({ spec }, answered) {
	return spec.limits.maxRemovals ?? Math.max(20, Math.ceil(answered / 10));
}
;
async function finish(work) {
	const { draft, request, known } = work;
	const standings = new Standings(work);
	const { open, lost } = await finish_count(work, standings);
	const { driven } = work;
	draft.rows.removed = known.published.countGone();
	explainOpen(work, open);
	explainGivenUp(work);
	const isEmpty = draft.rows.answered + draft.rows.failed === 0;
	const stays = open > 0 && (request.spec.publish.when === 'complete' || isEmpty || isLess(work));
	if (stays || request.mode === 'submit') {
		draft.status = open > 0 || (driven?.submissions.length ?? 0) > 0 ? 'waiting' : 'nothing-to-do';
		if (open === 0 && request.mode === 'submit')
			await leaveToCollect(work);
	}
	else {
		const refusal = finish_refusalOf(work, lost);
		if (refusal !== undefined)
			throw refusal;
		const written = await writeFiles(work, standings, open);
		await publish(work.outside, request, written, draft);
		const isNew = written.changed.length + written.removed.length > 0 || (driven?.collected.length ?? 0) > 0;
		draft.status = open > 0 ? 'partial' : isNew ? 'done' : 'nothing-to-do';
	}
	judge(work);
}
function isLess({ draft, prepared, known: { published } }) {
	const { answered, gone } = publishedBefore(published, prepared.wanted);
	return draft.rows.answered < answered - gone;
}
function finish_refusalOf({ request, draft, prepared, known }, lost) {
	return tooManyLost(request, known.published, { wanted: prepared.wanted, answered: draft.rows.answered, lost });
}
async function publishPart(work) {
	if (work.outside.signal.aborted)
		return;
	const standings = new Standings(work);
	const { open, lost } = await finish_count(work, standings);
	if (work.draft.rows.answered === 0 || isLess(work) || finish_refusalOf(work, lost) !== undefined)
		return;
	await publish(work.outside, work.request, await writeFiles(work, standings, open), work.draft);
}
async function leaveToCollect({ draft, questions }) {
	if (questions.needed().next().done === true)
		return;
	draft.status = 'waiting';
	draft.open('every answer is there; a pass in mode run or collect publishes them');
}
async function finish_count(work, standings) {
	const { rows } = work.draft;
	const { published } = work.known;
	const groups = failures_failureGroups();
	const samples = [];
	Object.assign(rows, { answered: 0, failed: 0, waiting: 0, held: 0, edited: 0 });
	let open = 0;
	let lost = 0;
	const add = (row) => {
		const standing = standings.of(row);
		switch (standing.kind) {
			case 'published':
				rows.answered++;
				if (keepsEdit(work, standing, row))
					rows.edited++;
				break;
			case 'answered':
				rows.answered++;
				if (keepsEdit(work, standing, row))
					rows.edited++;
				if (samples.length < 3)
					samples.push({ key: row.key, answer: work.answers.answerOf(standing.question).value });
				break;
			case 'failed':
				rows.failed++;
				if (published.hasAnswer(published.find(row.key)))
					lost++;
				groups.add(standing.reason, row.key, standing.message, standing.mayRetry);
				break;
			case 'open':
				open++;
				if (standing.why === 'hold')
					rows.held++;
				else if (standing.why === 'wait')
					rows.waiting++;
		}
	};
	for await (const batch of preparedRows(work.prepared))
		for (const row of batch)
			add(row);
	work.draft.failures = groups.list();
	work.draft.samples = samples;
	return { open, lost };
}
function explainOpen(work, open) {
	const { driven, draft } = work;
	if (open > 0 && driven !== undefined)
		draft.open(openSentence({ ...work, driven }));
}
function explainGivenUp({ draft, driven }) {
	if (driven === undefined)
		return;
	const { choice, counts } = driven.plan;
	const isTooFew = (choice.way === 'hold' || choice.way === 'fail') && counts.hold === 0 && counts['give up'] > 0;
	if (isTooFew)
		draft.note(`Retries that are too few to be asked are given up: ${choice.why}.`);
}
function judge({ request, draft, driven }) {
	const isOpen = draft.status !== 'done' && draft.status !== 'nothing-to-do';
	const [failed] = isOpen ? (driven?.failedJobs ?? []) : [];
	if (failed !== undefined) {
		const denied = /permissions? to invokeModel/i.test(failed.message ?? '');
		draft.fail(new build_problems .HR(denied ? 'model-access' : 'job-failed', `${failed.jobArn}: ${failed.message ?? 'Bedrock gives no reason'}`, {
			remedy: denied
				? 'Allow bedrock:InvokeModel to the service role, on the inference profile and on the foundation model in every region it reaches. Then push, or start the workflow again by hand.'
				: 'Nothing of it was processed. Mend the cause, then push or start the workflow by hand: the records are asked again.'
		}));
		return;
	}
	const { answered, failed: failures } = draft.rows;
	const rate = failures / Math.max(1, answered + failures);
	const { maxErrorRate } = request.spec.limits;
	if (draft.status === 'waiting' || draft.status === 'nothing-to-do' || rate <= maxErrorRate)
		return;
	draft.fail(new build_problems .HR('too-many-errors', `${failures} of ${counted(answered + failures, 'row')} ${failures === 1 ? 'has' : 'have'} no answer (${(rate * 100).toFixed(1)} %), limits.maxErrorRate is ${maxErrorRate}${mostOften(draft)}`, {
		place: request.placeOf('limits.maxErrorRate'),
		remedy: 'See the reasons in the summary and the errors file. The answers that came are kept and published; retry: failed asks the others again.'
	}));
}
function mostOften({ failures, rows }) {
	const [group] = failures;
	if (group === undefined)
		return '';
	const reason = (0,visible .J)((0,visible .R)(group.reason), 200).replaceAll('\n', ' ');
	return `; ${group.count === rows.failed ? 'all' : group.count} of them: ${reason}`;
}
;
const maxDecodedPixels = 50_000_000;
const jpegQuality = 85;
const downscale_step = 0.8;
const leastSide = 16;
async function downscale(bytes, format, maxPixels, maxBytes) {
	const facts = inspectImage(bytes);
	if (facts === undefined)
		return { fault: 'the picture cannot be read', hint: 'is the file whole?' };
	const longer = Math.max(facts.width, facts.height);
	const side = Math.min(longer, maxPixels ?? longer);
	if (side === longer && (maxBytes === undefined || bytes.length <= maxBytes))
		return { bytes, format };
	if (!canShrink(format)) {
		const hint = 'save it as PNG or JPEG, or make it smaller yourself';
		return { fault: `${format === 'gif' ? 'a GIF' : 'a WebP'} cannot be made smaller here`, hint };
	}
	if (facts.width * facts.height > maxDecodedPixels) {
		const fault = `${facts.width} × ${facts.height} pixels are too many to make smaller; at most ${maxDecodedPixels} are read`;
		return { fault, hint: 'make it smaller yourself' };
	}
	return shrink(bytes, format, { longer, side, maxBytes });
}
async function shrink(bytes, format, goal) {
	const { Jimp } = await Promise.all( [__webpack_require__.e(811), __webpack_require__.e(379)]).then(__webpack_require__.bind(__webpack_require__, 66379));
	const limits = { maxResolutionInMP: maxDecodedPixels / 1e6, maxMemoryUsageInMB: 2048 };
	let picture;
	try {
		picture = await Jimp.fromBuffer(Buffer.from(bytes), { 'image/jpeg': limits });
	}
	catch {
		return { fault: 'the picture cannot be read', hint: 'is the file whole?' };
	}
	for (let { side } = goal; side >= leastSide; side = Math.floor(side * downscale_step)) {
		const copy = picture.clone();
		if (side < goal.longer)
			copy.scaleToFit({ w: side, h: side });
		const smaller = format === 'png'
			? await copy.getBuffer('image/png')
			: await copy.getBuffer('image/jpeg', { quality: jpegQuality });
		if (goal.maxBytes === undefined || smaller.length <= goal.maxBytes)
			return { bytes: smaller, format };
	}
	return { fault: `the picture does not get below ${goal.maxBytes ?? 0} bytes`, hint: 'allow more bytes' };
}
;
function videoFormat(path, head) {
	const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1');
	if (text.startsWith('\x1a\x45\xdf\xa3'))
		return text.slice(0, 128).includes('webm') ? 'webm' : 'mkv';
	if (text.slice(4, 8) === 'ftyp')
		return ofBrand(text.slice(8, 12));
	if (['moov', 'mdat', 'wide', 'free'].includes(text.slice(4, 8)))
		return 'mov';
	if (text.startsWith('FLV\x01'))
		return 'flv';
	if (text.startsWith('\x30\x26\xb2\x75\x8e\x66\xcf\x11'))
		return 'wmv';
	if (text.startsWith('\0\0\x01\xba') || text.startsWith('\0\0\x01\xb3'))
		return /\.mpg$/i.test(path) ? 'mpg' : 'mpeg';
	return undefined;
}
function ofBrand(brand) {
	if (brand === 'qt  ')
		return 'mov';
	if (/^3g[a-z0-9]{2}$/.test(brand))
		return 'three_gp';
	return /^(avif|avis|heic|heix|mif1|msf1|M4A |M4B |crx )$/.test(brand) ? undefined : 'mp4';
}
;
class MediaFault extends Error {
	name = 'MediaFault';
	hint;
	constructor(message, hint) {
		super(message);
		this.hint = hint;
	}
}
const media_file_mostBytes = 18_000_000;
async function openMedia({ workspace, cloud }, path) {
	if (!path.startsWith('s3://'))
		return inWorkspace(workspace, path);
	if (cloud === undefined)
		throw new MediaFault('it lies in S3, and this pass cannot reach AWS');
	const { bucket, prefix } = readS3Uri(path);
	return objectIn((await cloud()).foreignBucket(bucket), prefix);
}
function inWorkspace(workspace, path) {
	return {
		bytes: async () => (await workspace.stat(path))?.bytes,
		read: () => workspace.slice(path, 0, media_file_mostBytes)
	};
}
function objectIn(objects, key) {
	return {
		bytes: async () => (await objects.head(key))?.bytes,
		read: async () => {
			const pieces = [];
			for await (const piece of (await objects.get(key))?.body ?? [])
				pieces.push(Buffer.from(piece));
			return Buffer.concat(pieces);
		},
		s3: { objects, key }
	};
}
async function contentOf(file) {
	const bytes = await file.bytes();
	if (bytes === undefined)
		throw new MediaFault('there is no such file', 'paths are relative to the root of the repository');
	if (bytes > media_file_mostBytes)
		throw new MediaFault(`the file has ${media_file_megabytes(bytes)}; at most ${media_file_megabytes(media_file_mostBytes)} fit into a question`);
	const content = await file.read();
	if (isLfsPointer(content))
		throw new MediaFault(lfsFault.message, lfsFault.hint);
	return content;
}
async function videoInS3(uri, { objects, key }) {
	const facts = await objects.head(key);
	if (facts === undefined)
		throw new MediaFault('there is no such object');
	const { sha256: told, etag } = facts;
	const digest = (0,external_node_crypto_.createHash)('sha256');
	let head = Buffer.alloc(0);
	const object = await objects.get(key, told === undefined ? undefined : { from: 0, to: media_file_headBytes });
	for await (const piece of object?.body ?? []) {
		digest.update(piece);
		if (head.length < media_file_headBytes)
			head = Buffer.concat([head, piece]);
	}
	return { format: video(uri, head), source: { s3Uri: uri, sha256: told ?? digest.digest('hex'), etag } };
}
const media_file_headBytes = 4096;
function loadedDocument(path, content) {
	const format = documentFormat(path, content);
	if (format !== undefined)
		return { format, source: { base64: media_file_base64(content) } };
	const { message, hint } = documentFault(path, content);
	throw new MediaFault(message, hint);
}
function loadedVideo(path, content) {
	return { format: video(path, content), source: { base64: media_file_base64(content) } };
}
function video(path, head) {
	const format = videoFormat(path, head);
	if (format === undefined)
		throw new MediaFault('this is no video that models take');
	return format;
}
function media_file_base64(bytes) {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}
function media_file_megabytes(bytes) {
	return `${(bytes / 1e6).toFixed(1)} MB`;
}
;
function mediaOf(request) {
	return namedIn(request).map(({ media }) => media);
}
function namedIn(request) {
	if (request.kind === 'verbatim')
		return [];
	if (request.kind !== 'chat')
		return request.image ? [{ kind: 'image', media: request.image }] : [];
	return request.messages.flatMap(({ content }) => content.flatMap((part) => {
		if ('image' in part)
			return [{ kind: 'image', media: part.image }];
		if ('document' in part)
			return [{ kind: 'document', media: part.document }];
		return 'video' in part ? [{ kind: 'video', media: part.video }] : [];
	}));
}
function withMedia(request, put) {
	if (request.kind === 'verbatim')
		return request;
	if (request.kind !== 'chat')
		return request.image ? { ...request, image: put(request.image) } : request;
	const partWith = (part) => {
		if ('image' in part)
			return { image: put(part.image) };
		if ('document' in part)
			return { document: put(part.document) };
		return 'video' in part ? { video: put(part.video) } : part;
	};
	const messages = request.messages.map(message => ({ ...message, content: message.content.map(partWith) }));
	return { ...request, messages };
}
;
const media_mostKept = 32_000_000;
class MediaLoader {
	places;
	taker;
	kept = new Map();
	keptBytes = 0;
	constructor(places, taker) {
		this.places = places;
		this.taker = taker;
	}
	isNeeded(request) {
		return mediaOf(request).some(({ source }) => 'path' in source);
	}
	async load(request, place, problems) {
		const loaded = new Map();
		let whole = true;
		for (const { kind, media } of namedIn(request)) {
			const there = 'path' in media.source ? await this.find(kind, media.source.path, place, problems) : media;
			if (there === undefined)
				whole = false;
			else
				loaded.set(media, { ...media, ...there });
		}
		return whole ? withMedia(request, media => loaded.get(media) ?? media) : undefined;
	}
	storedIn(request) {
		return mediaOf(request).flatMap(({ source }) => 's3Uri' in source ? [{ uri: source.s3Uri, sha256: source.sha256, etag: source.etag ?? '' }] : []);
	}
	named(canonicalModelInput, request) {
		return namedByContent(canonicalModelInput, this.storedIn(request));
	}
	async find(kind, path, place, problems) {
		const name = `${kind} ${path}`;
		const known = this.kept.get(name);
		if (known !== undefined)
			return known;
		try {
			const loaded = await this.read(kind, path, place, problems);
			if (loaded !== undefined)
				this.keep(name, loaded);
			return loaded;
		}
		catch (error) {
			if (!(error instanceof MediaFault))
				throw error;
			problems.error(`${path}: ${error.message}`, place, error.hint);
			return undefined;
		}
	}
	async read(kind, path, place, problems) {
		const file = await openMedia(this.places, path);
		if (kind === 'video' && file.s3 !== undefined)
			return videoInS3(path, file.s3);
		const content = await contentOf(file);
		if (kind === 'document')
			return loadedDocument(path, content);
		return kind === 'video' ? loadedVideo(path, content) : this.image(path, content, place, problems);
	}
	keep(name, loaded) {
		const bytes = 'base64' in loaded.source ? loaded.source.base64.length : 1000;
		if (bytes > media_mostKept / 4)
			return;
		if (this.keptBytes + bytes > media_mostKept) {
			this.kept.clear();
			this.keptBytes = 0;
		}
		this.kept.set(name, loaded);
		this.keptBytes += bytes;
	}
	async image(path, content, place, problems) {
		const { modelId, abilities } = this.taker;
		const bytes = await this.scaled(content);
		const facts = inspectImage(bytes);
		if (facts === undefined)
			throw new MediaFault('this is no PNG, JPEG, GIF or WebP picture, or not a whole one');
		const found = abilities === undefined ? [] : checkImage({ ...facts, bytes: bytes.length, path }, { modelId, abilities }, place);
		for (const one of found)
			problems.add((0,build_problems .CC)(one.severity, one.message, one.place, one.hint));
		if (found.some(one => one.severity === 'error'))
			return undefined;
		return { format: facts.format, source: { base64: media_file_base64(bytes) } };
	}
	async scaled(content) {
		const { abilities, maxPixels } = this.taker;
		const format = inspectImage(content)?.format;
		if (maxPixels === undefined || (format !== 'png' && format !== 'jpeg'))
			return content;
		const scaled = await downscale(content, format, maxPixels, abilities?.maxImageBytes);
		if ('fault' in scaled)
			throw new MediaFault(scaled.fault, scaled.hint);
		return scaled.bytes;
	}
}
var liquid_node = __webpack_require__(48694);
;
const allowedTags = [
	'assign',
	'break',
	'capture',
	'case',
	'comment',
	'continue',
	'echo',
	'for',
	'if',
	'liquid',
	'raw',
	'unless',
	'#'
];
const innerTags = [
	'else',
	'elsif',
	'when',
	'endfor',
	'endif',
	'endcase',
	'endunless',
	'endcapture'
];
const refusedTags = {
	include: 'a prompt is one file and reads no other',
	render: 'a prompt is one file and reads no other',
	layout: 'a prompt is one file and reads no other',
	block: 'a prompt is one file and has no layout',
	cycle: 'use a list and an index instead',
	increment: 'use `assign` and the filter `plus`',
	decrement: 'use `assign` and the filter `minus`',
	tablerow: 'use `for`'
};
const allowedFilters = [
	...['abs', 'at_least', 'at_most', 'ceil', 'divided_by', 'floor', 'minus', 'modulo', 'plus', 'round', 'times'],
	...['append', 'capitalize', 'downcase', 'lstrip', 'normalize_whitespace', 'number_of_words', 'prepend', 'remove'],
	...['remove_first', 'remove_last', 'replace', 'replace_first', 'replace_last', 'rstrip', 'split', 'squish', 'strip'],
	...['strip_newlines', 'truncate', 'truncatewords', 'upcase', 'array_to_sentence_string'],
	...['compact', 'concat', 'find', 'find_index', 'first', 'group_by', 'has', 'join', 'last', 'map', 'pop', 'push'],
	...['reject', 'reverse', 'shift', 'size', 'slice', 'sort', 'sort_natural', 'sum', 'uniq', 'unshift', 'where'],
	...['default', 'inspect', 'json', 'jsonify', 'raw', 'to_integer'],
	...['escape', 'escape_once', 'newline_to_br', 'strip_html', 'xml_escape'],
	...['cgi_escape', 'slugify', 'uri_escape', 'url_decode', 'url_encode'],
	...['base64_decode', 'base64_encode', 'hmac_sha256', 'sha256']
];
function refusedFilter(name) {
	if (name.startsWith('date'))
		return 'it depends on the clock, the time zone and the language of the machine';
	if (name === 'sample')
		return 'it is random, so the same row would be asked again and again';
	return name.endsWith('_exp') ? 'use a `for` with an `if` instead' : undefined;
}
const filterMemory = 32 * 1024 * 1024;
const engine = new liquid_node .HX({
	ownPropertyOnly: true,
	strictVariables: true,
	lenientIf: true,
	groupedExpressions: true,
	memoryLimit: filterMemory,
	templates: {},
	locale: 'en-US'
});
for (const name of Object.keys(engine.tags)) {
	if (!allowedTags.includes(name))
		Reflect.deleteProperty(engine.tags, name);
}
for (const name of Object.keys(engine.filters)) {
	if (!allowedFilters.includes(name))
		engine.unregisterFilter(name);
}
;
const maxOutput = 1024 * 1024;
const maxSteps = 1_000_000;
class RowFault extends Error {
	name = 'RowFault';
	token;
	hint;
	constructor(message, token, hint) {
		super(message);
		this.token = token;
		this.hint = hint;
	}
}
class Frame {
	fields;
	text = '';
	locals = new Map();
	loops = [];
	steps = 0;
	context;
	constructor(fields) {
		this.fields = fields;
	}
	write(text) {
		this.text += text;
		if (this.text.length > maxOutput)
			throw new RowFault(`the prompt is longer than ${maxOutput} characters`);
	}
	spend(steps) {
		this.steps += steps;
		if (this.steps > maxSteps)
			throw new RowFault(`the template takes more than ${maxSteps} steps`);
	}
	get filterContext() {
		this.context ??= new liquid_node .ob({}, engine.options, { sync: true }, { liquid: engine });
		return this.context;
	}
}
;
class Names {
	used = new Set();
	options;
	loops = [];
	assigned = new Set();
	tested = [];
	told = new Set();
	slots = 0;
	constructor(options) {
		this.options = options;
	}
	error(token, message, hint) {
		this.options.problems.error(message, this.options.placeAt(token), hint);
	}
	declare(name) {
		this.assigned.add(name);
	}
	enterLoop(name) {
		this.loops.push({ name, slot: this.slots });
		return this.slots++;
	}
	leaveLoop() {
		this.loops.pop();
	}
	guarded(compile, within) {
		const before = this.tested.length;
		const result = compile();
		within();
		this.tested.length = before;
		return result;
	}
	meaning(name, token, lenient) {
		const loop = this.loops.findLast(one => one.name === name);
		if (loop !== undefined)
			return { kind: 'loop', slot: loop.slot };
		if (this.assigned.has(name))
			return { kind: 'assigned', name, column: this.options.columns.names.includes(name) };
		if (name === 'row')
			return { kind: 'row' };
		return this.column(name, token, lenient) ? { kind: 'column', name } : { kind: 'unknown' };
	}
	column(name, token, lenient) {
		const { columns, strict } = this.options;
		if (lenient)
			this.tested.push(name);
		this.used.add(name);
		if (columns.names.includes(name))
			return true;
		const maybe = !columns.complete && !strict && (lenient || this.tested.includes(name));
		if (this.told.has(`${name} ${token.begin}`))
			return maybe;
		this.told.add(`${name} ${token.begin}`);
		const hint = this.hint(name, token);
		const place = this.options.placeAt(token);
		if (maybe)
			this.options.problems.warning(`no row looked at has a field named ${nearest_spelled(name)}`, place, hint);
		else
			this.options.problems.error(`there is no field named ${nearest_spelled(name)}`, place, hint);
		return maybe;
	}
	useAll() {
		for (const name of this.options.columns.names)
			this.used.add(name);
	}
	typeOf(name) {
		const { columns, types } = this.options;
		if (!columns.complete || types === undefined || !columns.names.includes(name))
			return undefined;
		return Object.hasOwn(types, name) ? types[name] : 'text';
	}
	hint(name, token) {
		const { names } = this.options.columns;
		const dotted = token.getText().replace(/^row\./, '');
		if (dotted !== name && names.includes(dotted))
			return `write row[${JSON.stringify(dotted)}]`;
		return namesHint(name, names);
	}
}
;
function placeIn(start, text, line, column) {
	const first = start.line ?? 1;
	const isFile = start.column === undefined || (first === 1 && start.column === 1);
	if (isFile)
		return { file: start.file, line: first + line - 1, column };
	if (text.includes('\n'))
		return { file: start.file, line: first + line };
	return { file: start.file, line: first, column: start.column + column - 1 };
}
;
class ForLoop {
	i = 0;
	length;
	constructor(length) {
		this.length = length;
	}
	read(name) {
		switch (name) {
			case 'index':
				return this.i + 1;
			case 'index0':
				return this.i;
			case 'rindex':
				return this.length - this.i;
			case 'rindex0':
				return this.length - this.i - 1;
			case 'first':
				return this.i === 0;
			case 'last':
				return this.i === this.length - 1;
			case 'length':
				return this.length;
			default:
				return undefined;
		}
	}
}
function values_member(value, key) {
	if (value === null || value === undefined)
		return value;
	if (value instanceof ForLoop)
		return value.read(key);
	if (Array.isArray(value) && typeof key === 'number')
		return value[key < 0 ? value.length + key : key];
	const own = ownProperty(value, key);
	if (own !== undefined)
		return own;
	if (key === 'size')
		return values_sizeOf(value);
	if (Array.isArray(value) && key === 'first')
		return value[0];
	if (Array.isArray(value) && key === 'last')
		return value.at(-1);
	return undefined;
}
function ownProperty(value, key) {
	if (typeof key !== 'string' && typeof key !== 'number')
		return undefined;
	if (typeof value === 'string')
		return typeof key === 'number' ? value[key] : undefined;
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
		return undefined;
	return value[key];
}
function values_sizeOf(value) {
	if (typeof value === 'string' || Array.isArray(value))
		return value.length;
	return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined;
}
function isTrue(value) {
	const plain = (0,liquid_node .BA)(value);
	return plain !== false && plain !== null && plain !== undefined;
}
function printed(value, token) {
	if (typeof value === 'string')
		return value;
	const plain = (0,liquid_node .BA)(value);
	if (plain === null || plain === undefined)
		return '';
	if (typeof plain === 'number' || typeof plain === 'boolean' || typeof plain === 'string')
		return String(plain);
	const kind = Array.isArray(plain) ? 'a list' : 'an object';
	throw new RowFault(`${token.getText()} is ${kind}, which has no text of its own`, token, Array.isArray(plain) ? 'use `| join: ", "` or `| json`' : 'use `| json`');
}
function weight(value) {
	if (typeof value === 'string')
		return 1 + (value.length >> 6);
	return Array.isArray(value) ? 1 + value.length : 1;
}
function kindOfValue(value) {
	if (typeof value === 'string')
		return 'text';
	if (typeof value === 'number')
		return 'number';
	return typeof value === 'boolean' ? 'boolean' : undefined;
}
const comparisons = {
	'==': equal,
	'!=': (left, right, frame, token) => !equal(left, right, frame, token),
	'<': (left, right, _frame, token) => values_inOrder(left, right, token, sign => sign < 0),
	'>': (left, right, _frame, token) => values_inOrder(left, right, token, sign => sign > 0),
	'<=': (left, right, _frame, token) => values_inOrder(left, right, token, sign => sign <= 0),
	'>=': (left, right, _frame, token) => values_inOrder(left, right, token, sign => sign >= 0),
	contains: (left, right, frame) => {
		frame.spend(weight(left));
		return Boolean((0,liquid_node .qr)(operator('contains')(left, right, frame.filterContext)));
	}
};
function equal(left, right, frame, token) {
	const [leftKind, rightKind] = [kindOfValue(left), kindOfValue(right)];
	if (leftKind !== undefined && rightKind !== undefined) {
		refuseMixed(left, right, token);
		return left === right;
	}
	frame.spend(weight(left));
	return Boolean((0,liquid_node .qr)(operator('==')(left, right, frame.filterContext)));
}
function values_inOrder(left, right, token, holds) {
	if (left === null || left === undefined || right === null || right === undefined)
		return false;
	if (left instanceof liquid_node .ey || right instanceof liquid_node .ey)
		return false;
	refuseMixed(left, right, token);
	if (typeof left === 'number' && typeof right === 'number')
		return holds(left - right);
	if (typeof left === 'string' && typeof right === 'string')
		return holds(left < right ? -1 : left === right ? 0 : 1);
	throw new RowFault(`${token.getText()} needs two numbers or two texts`, token);
}
function refuseMixed(left, right, token) {
	const [leftKind, rightKind] = [kindOfValue(left), kindOfValue(right)];
	if (leftKind === rightKind || leftKind === undefined || rightKind === undefined)
		return;
	throw new RowFault(`a ${leftKind} is compared with a ${rightKind}`, token, comparisonHint);
}
const comparisonHint = 'cells of a CSV are text until `dataset.types` says otherwise: {price: number}';
function operator(name) {
	return liquid_node .lV[name];
}
;
function access(token, names, lenient) {
	if (token.getText().endsWith('.'))
		names.error(token, `${token.getText()} breaks off after the dot`);
	if (token.variable !== undefined) {
		const { evaluate } = compileToken(token.variable, names, lenient);
		return { evaluate: strict(path(evaluate, access_steps(token.props, names)), token, lenient), kind: undefined };
	}
	const root = token.props[0];
	const name = root === undefined ? undefined : constant(root);
	if (name === undefined) {
		names.error(token, 'a field cannot be chosen this way', 'write row[…]');
		return { evaluate: () => undefined, kind: undefined };
	}
	return fromRoot(String(name), token, names, lenient);
}
function fromRoot(name, token, names, lenient) {
	const meaning = names.meaning(name, token, lenient);
	const rest = access_steps(token.props.slice(1), names);
	const end = (read, kind) => ({ evaluate: strict(read, token, lenient), kind });
	switch (meaning.kind) {
		case 'unknown':
			return end(() => undefined);
		case 'loop':
			return end(path(frame => frame.loops[meaning.slot], rest));
		case 'assigned': {
			const column = columnRead(meaning.name);
			return end(path(frame => (frame.locals.has(name) ? frame.locals.get(name) : column(frame)), rest));
		}
		case 'row':
			return end(...rowPath(rest, token, names, lenient));
		case 'column':
			return end(path(columnRead(name), rest), rest.length === 0 ? access_kindOf(name, names) : undefined);
	}
}
function rowPath(rest, token, names, lenient) {
	const [first, ...further] = rest;
	if (first === undefined || !('key' in first)) {
		names.useAll();
		return [path(frame => frame.fields, rest), undefined];
	}
	const name = String(first.key);
	names.column(name, token, lenient);
	return [path(columnRead(name), further), further.length === 0 ? access_kindOf(name, names) : undefined];
}
function access_kindOf(column, names) {
	const type = names.typeOf(column);
	return type === 'json' ? undefined : type;
}
function columnRead(name) {
	if (!(name in Object.prototype))
		return frame => frame.fields[name];
	return frame => (Object.hasOwn(frame.fields, name) ? frame.fields[name] : undefined);
}
function path(read, rest) {
	return rest.reduce((before, step) => {
		if ('key' in step)
			return frame => values_member(before(frame), step.key);
		return frame => values_member(before(frame), step.evaluate(frame));
	}, read);
}
function strict(read, token, lenient) {
	if (lenient)
		return frame => read(frame) ?? null;
	return frame => {
		const value = read(frame);
		if (value === null || value === undefined)
			throw access_missing(token);
		return value;
	};
}
function access_missing(token) {
	const name = token.getText();
	return new RowFault(`${name} has no value in this row`, token, `if that may be, write {{ ${name} | default: "…" }} or {% if ${name} %}`);
}
function access_steps(props, names) {
	return props.map(prop => {
		const key = constant(prop);
		return key === undefined ? { evaluate: compileToken(prop, names, false).evaluate } : { key };
	});
}
function constant(token) {
	if (liquid_node .TG.isQuotedToken(token) || liquid_node .TG.isNumberToken(token) || liquid_node .TG.isWordToken(token)) {
		return token.content;
	}
	return undefined;
}
;
const expression_nothing = { evaluate: () => undefined, kind: undefined };
function compileValue(value, names, lenient, owner) {
	return filtered(value.initial.postfix, value.filters, names, lenient, owner);
}
function filtered(postfix, filters, names, lenient, owner) {
	const guarded = lenient || filters[0]?.name === 'default';
	let evaluate = compilePostfix(postfix, names, guarded, owner).evaluate;
	for (const filter of filters)
		evaluate = compileFilter(filter, evaluate, names, owner);
	return evaluate;
}
function compilePostfix(postfix, names, lenient, owner) {
	const operands = [];
	for (const token of postfix) {
		if (!liquid_node .TG.isOperatorToken(token)) {
			operands.push({ operand: compileToken(token, names, lenient), token });
			continue;
		}
		const right = operands.pop();
		const left = token.operator === 'not' ? right : operands.pop();
		if (right === undefined || left === undefined) {
			names.error(token, `a value is missing beside ${token.operator}`);
			return expression_nothing;
		}
		operands.push({ operand: operation(token, token.operator, left.operand, right.operand, names), token: left.token });
	}
	const [first, second] = operands;
	if (first === undefined)
		return expression_nothing;
	if (second !== undefined)
		adjacent(owner, second.token, names);
	return first.operand;
}
function adjacent(owner, second, names) {
	const words = owner
		.getText()
		.replace(/^\{[{%]-?|-?[%}]\}$/g, '')
		.trim();
	const field = nearest_nearest(words.replace(/^row\./, ''), names.options.columns.names);
	const hint = field !== undefined && /\s/.test(field) ? `write row[${JSON.stringify(field)}]` : 'join values with a filter';
	names.error(second, `${second.getText()} follows another value without an operator`, hint);
}
function compileToken(token, names, lenient) {
	if (liquid_node .TG.isPropertyAccessToken(token))
		return access(token, names, lenient);
	if (liquid_node .TG.isRangeToken(token))
		return { evaluate: range(token, names), kind: undefined };
	if (liquid_node .TG.isFilteredValueToken(token)) {
		if (token.filters.length === 0)
			return compilePostfix(token.initial.postfix, names, lenient, token);
		return { evaluate: filtered(token.initial.postfix, token.filters, names, lenient, token), kind: undefined };
	}
	if (liquid_node .TG.isQuotedToken(token) || liquid_node .TG.isNumberToken(token) || liquid_node .TG.isLiteralToken(token)) {
		const content = token.content;
		return { evaluate: () => content, kind: kindOfValue(content) };
	}
	names.error(token, `${token.getText()} cannot be understood`);
	return expression_nothing;
}
function operation(token, name, left, right, names) {
	const { evaluate: a } = left;
	const { evaluate: b } = right;
	if (name === 'and')
		return { evaluate: frame => isTrue(a(frame)) && isTrue(b(frame)), kind: 'boolean' };
	if (name === 'or')
		return { evaluate: frame => isTrue(a(frame)) || isTrue(b(frame)), kind: 'boolean' };
	if (name === 'not')
		return { evaluate: frame => !isTrue(a(frame)), kind: 'boolean' };
	const compare = comparisons[name];
	if (compare === undefined) {
		names.error(token, `${name} is no operator`);
		return expression_nothing;
	}
	if (name !== 'contains' && left.kind !== undefined && right.kind !== undefined && left.kind !== right.kind) {
		names.error(token, `a ${left.kind} is compared with a ${right.kind}`, comparisonHint);
	}
	return { evaluate: frame => compare(a(frame), b(frame), frame, token), kind: 'boolean' };
}
function range(token, names) {
	const low = compileToken(token.lhs, names, false).evaluate;
	const high = compileToken(token.rhs, names, false).evaluate;
	const { lhs, rhs } = token;
	if (liquid_node .TG.isNumberToken(lhs) && liquid_node .TG.isNumberToken(rhs) && rhs.content - lhs.content >= maxSteps) {
		names.error(token, `the range ${token.getText()} has more than ${maxSteps} numbers`);
	}
	return frame => {
		const [from, to] = [Number(low(frame)), Number(high(frame))];
		if (!Number.isFinite(from) || !Number.isFinite(to)) {
			throw new RowFault(`${token.getText()} needs a number on both sides`, token);
		}
		if (to < from)
			return [];
		frame.spend(to - from + 1);
		return Array.from({ length: Math.floor(to - from + 1) }, (_, index) => from + index);
	};
}
function compileFilter(filter, input, names, owner) {
	const { name } = filter;
	const known = Object.hasOwn(engine.filters, name) ? engine.filters[name] : undefined;
	if (known === undefined) {
		const why = refusedFilter(name);
		const near = nearest_nearest(name, allowedFilters);
		const hint = why ?? (near === undefined ? undefined : `did you mean ${near}?`);
		names.error(owner, `there is no filter named ${name} here`, hint);
		return input;
	}
	const call = handlerOf(known);
	const args = filter.args.map(arg => compileArgument(arg, names));
	return frame => {
		const value = input(frame);
		frame.spend(weight(value));
		const self = { context: frame.filterContext, token: owner, liquid: engine };
		return (0,liquid_node .qr)(call.apply(self, [value, ...args.map(argument => argument(frame))]));
	};
}
function handlerOf(filter) {
	return (typeof filter === 'function' ? filter : filter.handler);
}
function compileArgument(arg, names) {
	if (!Array.isArray(arg))
		return compileToken(arg, names, false).evaluate;
	const [name, token] = arg;
	const value = token === undefined ? () => undefined : compileToken(token, names, false).evaluate;
	return frame => [name, value(frame)];
}
;
function compileLoop(tag, names) {
	const collection = compileToken(tag.collection, names, false).evaluate;
	const cut = compileCut(tag, names);
	const otherwise = compileAll(tag.elseTemplates, names);
	const slot = names.enterLoop(tag.variable);
	const loopSlot = names.enterLoop('forloop');
	const body = compileAll(tag.templates, names);
	names.leaveLoop();
	names.leaveLoop();
	return frame => {
		const whole = itemsOf(collection(frame));
		if (whole.length === 0)
			return otherwise(frame);
		const items = cut(whole, modifier => modifier(frame));
		const loop = new ForLoop(items.length);
		frame.loops[loopSlot] = loop;
		for (const item of items) {
			frame.spend(1);
			frame.loops[slot] = item;
			if (body(frame) === 'break')
				break;
			loop.i++;
		}
		return 'on';
	};
}
function compileCut(tag, names) {
	const modifiers = tag.hash.hash;
	for (const name of Object.keys(modifiers)) {
		if (!['offset', 'limit', 'reversed'].includes(name))
			names.error(tag.token, `for knows no ${name}`);
	}
	const part = (name) => {
		const token = modifiers[name];
		return token === undefined ? undefined : compileToken(token, names, false).evaluate;
	};
	const [offset, limit] = [part('offset'), part('limit')];
	const reversed = Object.hasOwn(modifiers, 'reversed');
	return (items, value) => {
		let rest = items;
		if (offset !== undefined)
			rest = rest.slice(Number(value(offset)));
		if (limit !== undefined)
			rest = rest.slice(0, Number(value(limit)));
		return reversed ? rest.toReversed() : rest;
	};
}
function itemsOf(value) {
	if (Array.isArray(value))
		return value;
	if (typeof value === 'string')
		return value === '' ? [] : [value];
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
;
function declareAssigned(templates, names) {
	for (const template of templates) {
		for (const made of template.localScope?.() ?? [])
			names.declare(made.content);
		declareAssigned(childrenOf(template), names);
	}
}
function childrenOf(template) {
	const children = template.children?.(false, true).next();
	return children?.done === true ? children.value : [];
}
function compileAll(templates, names) {
	const runs = templates.map(template => compileOne(template, names));
	const [only] = runs;
	if (runs.length === 1 && only !== undefined)
		return only;
	return frame => {
		for (const run of runs) {
			const signal = run(frame);
			if (signal !== 'on')
				return signal;
		}
		return 'on';
	};
}
function compileOne(template, names) {
	if (template instanceof liquid_node .k7)
		return compileOutput(template, names);
	if (template instanceof liquid_node .vw)
		return compileTag(template, names);
	const text = liquid_node .TG.isHTMLToken(template.token) ? template.token.getContent() : '';
	return writing(() => text);
}
function compileTag(tag, names) {
	checkRest(tag, names);
	if (tag instanceof liquid_node .MI)
		return compileIf(tag, names, false);
	if (tag instanceof liquid_node .xI)
		return compileIf(tag, names, true);
	if (tag instanceof liquid_node .Du)
		return compileCase(tag, names);
	if (tag instanceof liquid_node .I9)
		return compileLoop(tag, names);
	if (tag instanceof liquid_node .ED)
		return compileAssign(tag, names);
	if (tag instanceof liquid_node .XU)
		return compileCapture(tag, names);
	if (tag instanceof liquid_node .K4)
		return compileEcho(tag, names);
	if (tag instanceof liquid_node .HO)
		return compileAll(tag.templates, names);
	if (tag instanceof liquid_node .Nv)
		return statements_constant(tag.render());
	if (tag instanceof liquid_node .Q9)
		return () => 'break';
	if (tag instanceof liquid_node .uW)
		return () => 'continue';
	if (!(tag instanceof liquid_node .wo || tag instanceof liquid_node .zI))
		names.error(tag.token, `${tag.name} is not available`);
	return () => 'on';
}
function writing(text) {
	return frame => {
		frame.write(text(frame));
		return 'on';
	};
}
function statements_constant(text) {
	return writing(() => text);
}
function compileOutput(output, names) {
	const { token } = output;
	const tokenizer = new liquid_node ._F(token.input, engine.options.operators, undefined, token.contentRange, true);
	tokenizer.readFilteredValue();
	tokenizer.skipBlank();
	if (!tokenizer.end())
		names.error(token, `${token.getText()} goes on after its value`, 'one value, then filters');
	return print(compileValue(output.value, names, false, token), token);
}
function print(evaluate, token) {
	return frame => {
		const value = evaluate(frame);
		frame.write(typeof value === 'string' ? value : printed(value, token));
		return 'on';
	};
}
function compileEcho(tag, names) {
	const value = firstValue(tag);
	return value === undefined ? () => 'on' : print(compileValue(value, names, false, tag.token), tag.token);
}
function compileIf(tag, names, negated) {
	const branches = [];
	const compileFrom = (index) => {
		const branch = tag.branches[index];
		if (branch === undefined)
			return compileAll(tag.elseTemplates ?? [], names);
		let otherwise = () => 'on';
		names.guarded(() => {
			const value = compileValue(branch.value, names, true, tag.token);
			const test = negated && index === 0 ? frame => !isTrue(value(frame)) : value;
			branches.push({ test, run: compileAll(branch.templates, names) });
		}, () => (otherwise = compileFrom(index + 1)));
		return otherwise;
	};
	const otherwise = compileFrom(0);
	return frame => {
		for (const { test, run } of branches)
			if (isTrue(test(frame)))
				return run(frame);
		return otherwise(frame);
	};
}
function compileCase(tag, names) {
	const target = compileValue(tag.value, names, true, tag.token);
	const branches = tag.branches.map(branch => ({
		values: branch.values.map(token => ({ token, evaluate: compileToken(token, names, true).evaluate })),
		run: compileAll(branch.templates, names)
	}));
	const otherwise = compileAll(tag.elseTemplates, names);
	const same = comparisons['=='];
	return frame => {
		const wanted = target(frame);
		let isHit = false;
		for (const { values, run } of branches) {
			if (!values.some(({ token, evaluate }) => same?.(wanted, evaluate(frame), frame, token)))
				continue;
			isHit = true;
			const signal = run(frame);
			if (signal !== 'on')
				return signal;
		}
		return isHit ? 'on' : otherwise(frame);
	};
}
function compileAssign(tag, names) {
	const [made] = tag.localScope();
	const value = firstValue(tag);
	if (made === undefined || value === undefined)
		return () => 'on';
	const evaluate = compileValue(value, names, true, tag.token);
	const name = made.content;
	return frame => {
		frame.locals.set(name, evaluate(frame));
		return 'on';
	};
}
function compileCapture(tag, names) {
	const run = compileAll(tag.templates, names);
	const name = tag.variable;
	return frame => {
		const before = frame.text;
		frame.text = '';
		const signal = run(frame);
		frame.locals.set(name, frame.text);
		frame.text = before;
		return signal;
	};
}
function firstValue(tag) {
	const [value] = tag.arguments();
	return value instanceof liquid_node .WT ? value : undefined;
}
function checkRest(tag, names) {
	if (tag instanceof liquid_node .zI || tag instanceof liquid_node .wo || tag instanceof liquid_node .HO || tag instanceof liquid_node .Nv)
		return;
	const { tokenizer } = tag.token;
	tokenizer.skipBlank();
	if (tokenizer.end())
		return;
	const rest = tokenizer.input.slice(tokenizer.p, tokenizer.N);
	const hint = tag instanceof liquid_node .I9 ? 'filters do not stand in a `for`: `assign` the list first' : undefined;
	names.error(tag.token, `${tag.name} has no use for ${JSON.stringify(rest.slice(0, 40))}`, hint);
}
;
const maxLength = 1024 * 1024;
function compileTemplate(source, columns, problems) {
	const text = normalText(source.text);
	if (text.length > maxLength) {
		problems.error(`the template is longer than ${maxLength} characters`, source.place);
		return undefined;
	}
	const here = new build_problems .Zw();
	const run = compile(text, source.place, columns, here);
	problems.add(...here.list);
	if (run === undefined || here.any)
		return undefined;
	return {
		fields: run.fields,
		render: fields => {
			const frame = new Frame(fields);
			run.run(frame);
			return frame.text;
		}
	};
}
function compile(text, place, columns, problems) {
	const parsed = template_parse(text, place, problems);
	if (parsed === undefined)
		return undefined;
	const names = new Names({
		columns,
		types: columns.types,
		problems,
		placeAt: token => template_placeOf(token, text, place),
		strict: false
	});
	declareAssigned(parsed, names);
	return { run: compileAll(parsed, names), fields: [...names.used].sort() };
}
function normalText(text) {
	return text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n/g, '\n')
		.replace(/\n$/, '');
}
function faultOf(error) {
	if (error instanceof RowFault)
		return error;
	if (error instanceof RangeError || error instanceof URIError)
		return new RowFault('a filter cannot work on this row');
	if (error instanceof Error && (liquid_node .HN.is(error) || error.name === 'AssertionError')) {
		return new RowFault(template_firstLine(error.message));
	}
	throw error;
}
function template_parse(text, place, problems) {
	try {
		return engine.parse(text);
	}
	catch (error) {
		if (error instanceof RangeError) {
			problems.error('the template is nested too deep', place);
			return undefined;
		}
		if (!(error instanceof Error && liquid_node .HN.is(error)))
			throw error;
		const { message, hint } = syntaxFault(template_firstLine(error.message));
		problems.error(message, template_placeOf(error.token, text, place), hint);
		return undefined;
	}
}
function template_firstLine(message) {
	return (message.split('\n')[0] ?? '').replace(/, line:\d+, col:\d+$/, '');
}
function syntaxFault(told) {
	const tag = /^tag "(.*)" not found$/.exec(told)?.[1];
	if (tag === undefined)
		return { message: `the template cannot be read: ${told}` };
	if (innerTags.includes(tag))
		return { message: `${tag} stands outside of its tag` };
	const why = Object.hasOwn(refusedTags, tag) ? refusedTags[tag] : undefined;
	if (why !== undefined)
		return { message: `the tag ${tag} is not available in prompts`, hint: why };
	const near = nearest_nearest(tag, allowedTags);
	const list = `tags: ${allowedTags.join(', ')}`;
	return { message: `there is no tag named ${tag}`, hint: near === undefined ? list : `did you mean ${near}? ${list}` };
}
function template_placeOf(token, text, place) {
	const [line = 1, column = 1] = token.getPosition();
	return placeIn(place, text, line, column);
}
;
const widestFolder = 3000;
class TakenPaths {
	folded = new IdTable();
	exact = new IdTable();
	folders = new IdTable();
	exactOf = indexes();
	outputOf = indexes();
	lineOf = lengths();
	fileOf = indexes();
	files = [];
	numbers = new Map();
	add(path, claim) {
		const known = this.folded.size;
		const index = this.folded.add(contentHash(fold(path)));
		const exact = this.exact.add(contentHash(path));
		if (index < known)
			return this.clashWith(index, exact, claim);
		this.exactOf.set(index, exact);
		this.count(path);
		this.outputOf.set(index, claim.number);
		this.lineOf.set(index, claim.place.line ?? 0);
		this.fileOf.set(index, this.intern(claim.place.file));
		return this.folderClash(path);
	}
	clashWith(index, exact, { number, shares }) {
		const isSame = this.exactOf.get(index) === exact;
		if (isSame && shares && this.outputOf.get(index) === number)
			return undefined;
		const line = this.lineOf.get(index);
		const file = this.files[this.fileOf.get(index)] ?? '';
		const other = line > 0 ? `${file}:${line}` : file;
		if (!isSame) {
			return {
				message: `differs from that of ${other} by case or Unicode form only: on some machines both are one file`,
				hint: 'Put a column into the path that tells them apart, or {{ name | downcase }} if they belong together.'
			};
		}
		return {
			message: `is also that of ${other}`,
			hint: 'Put a column into the path that no two rows share; to have all rows of a path in one file, choose a table format such as jsonl.'
		};
	}
	wide;
	widths = lengths();
	counted = new IdTable();
	count(path) {
		const folder = path.slice(0, path.lastIndexOf('/') + 1);
		const index = this.counted.add(contentHash(folder));
		this.widths.set(index, this.widths.get(index) + 1);
		if (this.widths.get(index) > widestFolder)
			this.wide ??= folder;
	}
	folderClash(path) {
		const hint = 'Put the rows of this output into folders that are no files.';
		if (this.folders.has(contentHash(fold(path))))
			return { message: 'is also a folder of another row', hint };
		for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
			const folder = contentHash(fold(path.slice(0, end)));
			if (this.folders.has(folder))
				return undefined;
			if (this.folded.has(folder))
				return { message: 'lies in a folder that is the file of another row', hint };
			this.folders.add(folder);
		}
		return undefined;
	}
	intern(file) {
		const number = this.numbers.get(file) ?? this.files.push(file) - 1;
		this.numbers.set(file, number);
		return number;
	}
}
;
async function lockHeaders(workspace, path) {
	if ((await workspace.stat(path)) === undefined)
		return [];
	const headers = [];
	for (const side of lockSides) {
		try {
			await readLock(oneSide(workspace.read(path), side), () => undefined, header => {
				headers.push(header);
				throw new Enough();
			});
		}
		catch (error) {
			if (!(error instanceof Enough))
				throw error;
		}
	}
	return headers;
}
class Enough extends Error {
}
async function tellFormerLock(workspace, { name, lock }, problems) {
	const folder = lock.slice(0, lock.lastIndexOf('/') + 1);
	for (const path of await workspace.glob(`${folder}*.lock.json`)) {
		const header = (await lockHeaders(workspace, path)).find(({ spec }) => spec === name);
		if (header === undefined)
			continue;
		const files = header.outputs.map(output => output.path).join(', ');
		problems.warning(`${path} says that this spec wrote ${files}, and ${lock} is not there: edits by hand stay behind in these files`, { file: path }, `To take them along, move the lock as well: git mv ${path} ${lock}`);
	}
}
;
function conflictLine(text) {
	if (!text.includes('<<<<<<< '))
		return undefined;
	const lines = text.split('\n');
	const start = lines.findIndex(line => line.startsWith('<<<<<<< '));
	const middle = lines.findIndex((line, index) => index > start && /^={7}\r?$/.test(line));
	const end = lines.findIndex((line, index) => index > middle && /^>{7}(?: |\r?$)/.test(line));
	return start >= 0 && middle >= 0 && end >= 0 ? start + 1 : undefined;
}
function hasConflict(cells) {
	return Object.values(cells).some(cell => typeof cell === 'string' && conflictLine(cell) !== undefined);
}
;
class RowTaker {
	taking;
	before;
	isTold = false;
	constructor(taking, before) {
		this.taking = taking;
		this.before = before;
	}
	take(index, row, file) {
		const { published, number } = this.taking;
		const cells = withOwnLineEnds(answerCells(this.before, row.cells), published.hashOf(number, index));
		if (hasConflict(cells) && !published.wrote(number, index, cells))
			throw new OutputUnreadable('it has merge-conflict markers', row.line);
		const place = isPerRow(this.before.format) ? { file } : {};
		const lacking = columnsLacking(this.before, row.cells);
		if (lacking.length === 0 || published.wrote(number, index, cells))
			return published.takeCells(number, index, cells, place);
		this.tell(lacking, row, file);
		const present = withOwnLineEnds(presentCells(this.before, row.cells), undefined);
		return published.takeCells(number, index, present, { ...place, isPart: true });
	}
	tell(lacking, { cells, line }, file) {
		const names = lacking.map(name => JSON.stringify(name)).join(', ');
		const strange = Object.keys(cells).find(name => !Object.hasOwn(this.before.columns, name));
		if (strange !== undefined && this.before.merge !== true)
			throw renamed(`${names} is missing, and ${JSON.stringify(strange)} is none of its columns`, line);
		if (this.isTold)
			return;
		this.isTold = true;
		const message = `${names} is missing in ${file}: what it held is written anew; to have it empty, keep it without a value`;
		this.taking.problems.warning(message, { file, line });
	}
}
function renamed(message, line) {
	const remedy = 'Columns are renamed in the spec. Or delete the file: what was edited in it is then lost.';
	return new OutputUnreadable(message, line, remedy);
}
;
async function formerlyMerged(workspace, spec) {
	if (!spec.outputs.some(isMerge))
		return [];
	const { lock } = sideFiles(spec);
	return [...new Set(read_merged_mergedColumns(await lockHeaders(workspace, lock)))];
}
function read_merged_mergedColumns(headers) {
	return headers.flatMap(({ outputs }) => outputs.flatMap(({ merge, columns }) => (merge === true ? Object.keys(columns) : [])));
}
async function keepSources({ workspace, scratch, source, published }) {
	for (const file of source.files) {
		const copy = scratch.create(file.replaceAll('/', '_'));
		for await (const piece of workspace.read(file))
			copy.appendBytes(piece);
		published.sources.set(file, copy);
	}
}
async function mergedInto({ format }, columns, { sources }) {
	for (const [file, copy] of sources) {
		for await (const rows of formats_formatOf(format).read(fileOf(copy))) {
			for (const { cells } of rows) {
				const column = columns.find(({ name }) => Object.hasOwn(cells, name));
				if (column)
					return { file, column: column.name };
			}
		}
	}
	return undefined;
}
async function readMerged(reading, before) {
	const { published, source } = reading;
	const taker = new RowTaker(reading, before);
	const { limit: _rows, where: _condition, ...all } = source;
	for (const [file, copy] of published.sources) {
		const found = rowsIn(copy, before);
		let row = await found.next();
		const content = { open: () => copy.stream(), slice: slicer(copy), bytes: async () => copy.bytes };
		for await (const batch of readDataset({ ...all, files: [file] }, content, new build_problems .Zw())) {
			for (const { key, place } of batch) {
				while (row.done !== true && row.value.line < (place.line ?? 0))
					row = await found.next();
				const index = published.find(key);
				if (row.done !== true && row.value.line === place.line && index >= 0)
					taker.take(index, row.value, file);
			}
		}
	}
}
async function* rowsIn(copy, { format }) {
	for await (const rows of formats_formatOf(format).read(fileOf(copy)))
		yield* rows;
}
function fileOf(copy) {
	const slice = slicer(copy);
	return { bytes: copy.bytes, stream: () => copy.stream(), slice: (from, to) => slice('', from, to) };
}
function slicer(copy) {
	return async (_path, from, to) => {
		const pieces = [];
		const length = Math.max(0, Math.min(to, copy.bytes) - from);
		for await (const piece of copy.stream([{ offset: from, length }]))
			pieces.push(Uint8Array.from(piece));
		return Buffer.concat(pieces);
	};
}
;
async function refuseUnmanaged(workspace, standing) {
	const { outputs, headers } = standing;
	refuseOtherSpec(standing);
	const ours = new Set([...headers.flatMap(header => header.outputs.map(({ path }) => path)), ...unmanaged_told(standing)]);
	for (const { spec } of outputs) {
		if (!hasHoles(spec.path) && !isMerge(spec) && !ours.has(spec.path))
			await refuseFile(workspace, spec.path);
	}
	await refuseColumns(standing);
	if (!standing.isLockAbsent || unmanaged_isOurs(standing))
		return;
	for (const path of [standing.files.manifest, standing.files.errors])
		await refuseFile(workspace, path);
}
function unmanaged_told(standing) {
	const { manifest, isLost } = standing.published;
	return isLost && unmanaged_isOurs(standing) ? (manifest?.files ?? []).map(({ path }) => path) : [];
}
function unmanaged_isOurs({ name, published }) {
	return published.manifest?.spec === name;
}
function refuseOtherSpec({ name, headers, files }) {
	const [other] = headers;
	if (other !== undefined && headers.every(({ spec }) => spec !== name))
		throw ofOtherSpec(files.lock, other.spec);
}
async function refuseFile(workspace, path) {
	if (((await workspace.stat(path))?.bytes ?? 0) > 0)
		throw unmanaged(path);
}
async function refuseColumns(standing) {
	const { outputs, published, headers } = standing;
	if (headers.length === 0 && unmanaged_told(standing).some(path => published.sources.has(path)))
		return;
	const ours = new Set(read_merged_mergedColumns(headers));
	for (const { spec, columns } of outputs) {
		if (!isMerge(spec))
			continue;
		const added = columns.filter(({ name }) => !ours.has(name));
		const found = added.length > 0 ? await mergedInto(spec, added, published) : undefined;
		if (found !== undefined)
			throw unmanagedColumn(found);
	}
}
function unmanaged(path) {
	return new build_problems .HR('unmanaged-output', `${path} is there, but no lock of this spec says that it wrote it`, {
		place: { file: path },
		remedy: 'Write to another path, delete the file, or set adopt: true in the spec to have it overwritten.'
	});
}
function ofOtherSpec(file, other) {
	return new build_problems .HR('unmanaged-output', `${file} says that the spec ${JSON.stringify(other)} writes these outputs`, {
		place: { file },
		remedy: 'Write to another path. If this spec was renamed, set adopt: true in it for one pass: the published answers are carried over.'
	});
}
function unmanagedColumn({ file, column }) {
	return new build_problems .HR('unmanaged-output', `${file} has a column ${JSON.stringify(column)}, but no lock of this spec says that it wrote it`, {
		place: { file, line: 1 },
		remedy: 'Give the merged column another name, or set adopt: true in the spec to have it overwritten.'
	});
}
;
function placementOf({ request, columns, files }, problems) {
	const { spec, specPath, placeOf } = request;
	if (!spec.outputs.some(({ path }) => hasHoles(path)))
		return undefined;
	const outputs = spec.outputs.map((output, number) => {
		if (!hasHoles(output.path))
			return undefined;
		const place = placeOf(`outputs[${number}].path`);
		const segments = segmentsOf(output.path).map(text => compileTemplate({ text, place }, columns, problems));
		return { spec: output, segments: segments.filter(segment => segment !== undefined) };
	});
	return new Placement(outputs, reservedBy(spec, [specPath, ...files, ...textFilesOf(spec)]), problems);
}
function textFilesOf(spec) {
	return [...textsOf(spec).map(({ source }) => source), spec.answer.schema].flatMap(source => source && 'file' in source ? [shortest(source.file)] : []);
}
function reservedBy(spec, reads) {
	const plain = spec.outputs.map(({ path }) => path).filter(path => !hasHoles(path));
	const sides = Object.values(sideFiles(spec)).map((file) => [fold(file), 'a side file of this spec']);
	return new Map([
		...reads.map(file => [fold(file), 'a file that the spec reads']),
		...plain.map(file => [fold(file), 'another output of this spec']),
		...sides
	]);
}
const rename = 'Fill the hole with a filter: {{ name | slugify }}.';
class Placement {
	outputs;
	reserved;
	problems;
	taken = new TakenPaths();
	isTold = false;
	constructor(outputs, reserved, problems) {
		this.outputs = outputs;
		this.reserved = reserved;
		this.problems = problems;
	}
	place(row) {
		return this.outputs.map((output, number) => (output === undefined ? null : this.fill(output, number, row)));
	}
	fill({ spec, segments }, number, row) {
		const filled = this.segmentsFor(segments, row);
		if (filled === undefined)
			return null;
		const path = filled.join('/');
		const fault = filled.map(holeFault).find(found => found !== undefined) ?? outputPathFault(path);
		const reserved = fault === undefined ? this.reserved.get(fold(path)) : undefined;
		if (fault !== undefined || reserved !== undefined) {
			const why = fault ?? `is ${reserved ?? ''}`;
			this.problems.error(`the output path ${shown(path)} of this row ${why}`, row.place, rename);
			return null;
		}
		const clash = this.taken.add(path, { number, shares: !isPerRow(spec.format), place: row.place });
		this.tellWidth();
		if (clash === undefined)
			return path;
		this.problems.error(`the output path ${shown(path)} of this row ${clash.message}`, row.place, clash.hint);
		return null;
	}
	tellWidth() {
		const { wide } = this.taken;
		if (wide === undefined || this.isTold)
			return;
		this.isTold = true;
		this.problems.warning(`${wide === '' ? 'the root of the repository' : shown(wide)} gets more than 3,000 files, and GitHub recommends no more in one folder`, undefined, 'Put a column into the path that parts them: content/{{ category }}/{{ sku }}.md.');
	}
	segmentsFor(segments, row) {
		try {
			return segments.map(segment => segment.render(row.fields));
		}
		catch (error) {
			this.problems.error(`the output path of this row cannot be made: ${faultOf(error).message}`, row.place);
			return undefined;
		}
	}
}
function holeFault(segment) {
	if (segment === '')
		return 'has an empty part';
	if (/[/\\]/.test(segment))
		return 'has a hole filled with a slash';
	return segment === '.' || segment === '..' ? `has a hole filled with ${segment}` : undefined;
}
function shown(path) {
	return JSON.stringify(path.length > 120 ? `${path.slice(0, 120)}…` : path);
}
async function placement_refuseForeign(workspace, { published, placement }, prepared) {
	if (placement === undefined || published.isLost)
		return;
	for await (const batch of preparedRows(prepared)) {
		const strange = batch
			.flatMap(({ paths }) => paths ?? [])
			.filter((path) => path !== null && !published.owns(path));
		const facts = await Promise.all(strange.map(path => workspace.stat(path)));
		const found = strange.find((_, index) => (facts[index]?.bytes ?? 0) > 0);
		if (found !== undefined)
			throw unmanaged(found);
		for (const path of strange)
			await workspace.checkWritable(path);
	}
}
;
const questions_reasons = [
	'new',
	'row changed',
	'prompt changed',
	'parameters changed',
	'model changed',
	'retry',
	'answer not kept',
	'forced'
];
const lineHead = '{"recordId":"00000000000","modelInput":';
const lineTail = '}\n';
class Questions {
	ids = new IdTable();
	lineOffset = offsets();
	lineBytes = lengths();
	why = growing_bytes();
	sums = lengths();
	padding = new Set();
	next = indexes();
	following = growing_bytes();
	media = new Map();
	lines;
	constructor(lines) {
		this.lines = lines;
	}
	add(recordId, canonicalModelInput) {
		const before = this.ids.size;
		const index = this.ids.add(recordId);
		const sum = (0,external_node_zlib_.crc32)(canonicalModelInput);
		if (index === before)
			this.sums.set(index, sum);
		else if (this.sums.get(index) !== sum) {
			throw new build_problems .HR('bad-state', `two different questions have the recordId ${recordId}`, {
				remedy: 'Change the wording of either by a character. Nothing was asked or written.'
			});
		}
		return index;
	}
	get size() {
		return this.ids.size;
	}
	need(index, canonicalModelInput, reason) {
		if (this.isNeeded(index))
			return;
		const offset = this.lines.append(`{"recordId":"${this.ids.idAt(index)}","modelInput":${canonicalModelInput}}\n`);
		this.lineOffset.set(index, offset);
		this.lineBytes.set(index, this.lines.bytes - offset);
		this.why.set(index, questions_reasons.indexOf(reason));
	}
	isNeeded(index) {
		return this.lineOffset.get(index) >= 0;
	}
	reasonFor(index) {
		return questions_reasons[this.why.get(index)] ?? 'new';
	}
	bytesOf(index) {
		return this.lineBytes.get(index);
	}
	pad(recordId, canonicalModelInput) {
		const index = this.add(recordId, canonicalModelInput);
		this.need(index, canonicalModelInput, 'new');
		this.padding.add(index);
		return index;
	}
	shows(index, media) {
		if (media.length > 0 && !this.media.has(index))
			this.media.set(index, media);
	}
	mediaOf(index) {
		return this.media.get(index) ?? [];
	}
	lineOf(index) {
		return this.lines.readText(this.lineOffset.get(index), this.lineBytes.get(index));
	}
	follow(question, another) {
		if (another === question)
			return;
		this.next.set(question, another);
		this.following.set(another, 1);
	}
	isFollowing(question) {
		return this.following.get(question) === 1;
	}
	lastOf(question) {
		let last = question;
		for (let steps = 0; steps < 10 && this.next.get(last) >= 0; steps++)
			last = this.next.get(last);
		return last;
	}
	*needed() {
		for (let index = 0; index < this.size; index++)
			if (this.isNeeded(index) && !this.padding.has(index))
				yield index;
	}
	lineRange(index) {
		return { offset: this.lineOffset.get(index), length: this.lineBytes.get(index) };
	}
	modelInputOf(index) {
		return this.lineOf(index).slice(lineHead.length, -lineTail.length);
	}
	stream(indexes) {
		const ranges = function* (questions) {
			for (const index of indexes)
				yield questions.lineRange(index);
		};
		return this.lines.stream(ranges(this));
	}
}
;
const sampleRows = 1000;
async function readColumns(source, files, problems) {
	const format = formatOf(source.files, source.format, problems);
	if (format === undefined)
		return undefined;
	const here = new build_problems .Zw();
	const sample = new Sample();
	for (const file of isFilePerRow(format) ? source.files : source.files.slice(0, 1)) {
		const opened = openFile(format, readerOptions(source, file, here), files);
		for await (const found of opened.found()) {
			const names = visibleOf(opened.columns, source);
			if (names !== undefined) {
				return { names, complete: true, types: opened.types ?? source.types };
			}
			sample.see(found.fields);
			if (sample.isFull)
				break;
		}
		if (sample.isFull)
			break;
		if (sample.rows === 0 && here.list.length === 0)
			here.error(emptyMessage(opened, format), { file });
	}
	if (sample.rows > 0)
		return { names: visibleOf([...sample.names], source) ?? [], complete: false };
	problems.add(...here.list);
	return undefined;
}
class Sample {
	names = new Set();
	rows = 0;
	get isFull() {
		return this.rows >= sampleRows;
	}
	see(found) {
		for (const fields of found.slice(0, sampleRows - this.rows)) {
			for (const name of Object.keys(fields))
				this.names.add(name);
		}
		this.rows += found.length;
	}
}
;
const gigabyte = 1_000_000_000;
const limits_usual = {
	minRecordsPerJob: 100,
	maxRecordsPerJob: 100_000,
	maxRecordsPerFile: 100_000,
	maxFileBytes: gigabyte,
	maxJobBytes: 5 * gigabyte,
	maxActiveJobs: 100,
	source: 'https://docs.aws.amazon.com/general/latest/gr/bedrock.html#limits_bedrock',
	asOf: '2026-10-01'
};
const largeJobs = /^amazon\.(nova-(lite|pro)-v1|nova-2-multimodal-embeddings-v1):/;
function limitsOf(bareId) {
	return largeJobs.test(bareId) ? { ...limits_usual, maxJobBytes: 100 * gigabyte } : limits_usual;
}
;
function outOfRange(parameters, ranges) {
	return Object.entries(ranges).flatMap(([field, [least, most]]) => {
		const value = parameters[field];
		if (value === undefined || (value >= least && value <= most))
			return [];
		const bounds = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
		return [{ field, message: `${field} must be ${bounds}, not ${value}` }];
	});
}
function tooMany(parameters, field, ceiling, bareId) {
	const value = parameters[field];
	if (value === undefined || ceiling === undefined || value <= ceiling)
		return [];
	return [{ field, message: `${field} is at most ${ceiling} for ${bareId}, not ${value}` }];
}
function noPlaceFor(parameters, fields, who, hint) {
	return fields
		.filter(field => parameters[field] !== undefined)
		.map(field => ({ field, message: `${who} takes no ${field}`, hint }));
}
function aboveCeiling(bareId, parameters, ceilings) {
	const { maxTokens } = parameters;
	const ceiling = ceilings.find(({ models }) => models.test(bareId));
	if (ceiling?.disputed === undefined)
		return tooMany(parameters, 'maxTokens', ceiling?.maxTokens, bareId);
	if (maxTokens === undefined || maxTokens <= ceiling.maxTokens)
		return [];
	return [
		{
			severity: 'warning',
			field: 'maxTokens',
			message: `${bareId} is documented with at most ${ceiling.maxTokens} tokens of answer; ${maxTokens} may be refused record by record`
		}
	];
}
function tooManyStops({ stop }, most, who) {
	if (stop === undefined || stop.length <= most)
		return [];
	return [{ field: 'stop', message: `${who} takes at most ${most} stop sequences, not ${stop.length}` }];
}
function shortByDefault({ maxTokens, extra }, member, tokens, who) {
	if (maxTokens !== undefined || extra?.[member] !== undefined)
		return [];
	return [
		{
			severity: 'warning',
			field: 'maxTokens',
			message: `without maxTokens ${who} ends an answer after ${tokens} tokens`,
			hint: 'write how many tokens an answer may have'
		}
	];
}
;
const claude_rules_rules = [
	{ models: /^anthropic\.claude-(v2|instant|3-(haiku|sonnet|opus)-)/, maxTokens: 4096 },
	{ models: /^anthropic\.claude-3-5-/, maxTokens: 8192 },
	{ models: /^anthropic\.claude-3-7-/, maxTokens: 128_000 },
	{ models: /^anthropic\.claude-opus-4-20/, maxTokens: 32_000 },
	{ models: /^anthropic\.claude-sonnet-4-20/, maxTokens: 64_000 },
	{ models: /^anthropic\.claude-opus-4-1-/, maxTokens: 32_000, sampling: 'one', hearsay: true },
	{ models: /^anthropic\.claude-(sonnet|haiku)-4-5/, maxTokens: 64_000, sampling: 'one' },
	{ models: /^anthropic\.claude-opus-4-5/, maxTokens: 64_000, sampling: 'one', hearsay: true },
	{ models: /^anthropic\.claude-(opus|sonnet)-4-6/, maxTokens: 128_000, sampling: 'one', hearsay: true },
	{ models: /^anthropic\.claude-opus-5$/, maxTokens: 128_000, sampling: 'none' },
	{
		models: /^anthropic\.claude-(opus-4-[78]|opus-5-5|sonnet-5|fable-|mythos-)/,
		maxTokens: 128_000,
		sampling: 'none',
		hearsay: true
	}
];
function checkClaude(bareId, parameters) {
	const rule = claude_rules_rules.find(({ models }) => models.test(bareId));
	return [
		...missingMaxTokens(parameters),
		...tooMany(parameters, 'maxTokens', rule?.maxTokens, bareId),
		...outOfRange(parameters, { temperature: [0, 1], topP: [0, 1], topK: [0, 500] }),
		...sampling(bareId, parameters),
		...blankStops(parameters)
	];
}
function missingMaxTokens({ maxTokens, extra }) {
	if (maxTokens !== undefined || extra?.['max_tokens'] !== undefined)
		return [];
	return [
		{
			field: 'maxTokens',
			message: 'Claude needs maxTokens, the most tokens that one answer may have',
			hint: 'for example maxTokens: 1024; the cost limit is reckoned with it'
		}
	];
}
function sampling(bareId, parameters) {
	const { temperature, topP } = parameters;
	const rule = claude_rules_rules.find(({ models }) => models.test(bareId));
	const severity = rule?.hearsay ? 'warning' : 'error';
	if (rule?.sampling === 'none') {
		return ['temperature', 'topP', 'topK']
			.filter(field => parameters[field] !== undefined)
			.map(field => ({ severity, field, message: `${bareId} takes no ${field}`, hint: `remove ${field}` }));
	}
	if (rule?.sampling !== 'one' || temperature === undefined || topP === undefined)
		return [];
	return [
		{
			severity,
			field: 'topP',
			message: `${bareId} takes temperature or topP, not both`,
			hint: 'remove one of them'
		}
	];
}
function blankStops({ stop = [] }) {
	if (stop.every(sequence => /\S/.test(sequence)))
		return [];
	return [{ field: 'stop', message: 'each stop sequence of Claude needs a character that is no white space' }];
}
;
const wordsAlone = {
	system: true,
	turns: true,
	prefill: false,
	images: [],
	documents: [],
	videos: [],
	s3Media: false
};
const promptAlone = { ...wordsAlone, system: false, turns: false };
function abilitiesIn(rows, bareId, otherwise) {
	return rows.find(([models]) => models.test(bareId))?.[1] ?? otherwise;
}
const usualImageBytes = 3_932_160;
const usualDocumentBytes = 4_718_592;
;
const claude_abilities_words = { ...wordsAlone, prefill: true };
const pictures = {
	...claude_abilities_words,
	images: imageFormats,
	maxImageBytes: usualImageBytes,
	maxImagePixels: 8000,
	maxImages: 20
};
const documents = { ...pictures, documents: ['pdf', 'txt'] };
const latest = { ...documents, prefill: false };
const rows = [
	[/^anthropic\.claude-v2:1/, claude_abilities_words],
	[/^anthropic\.claude-(v2|instant)/, { ...claude_abilities_words, system: false }],
	[/^anthropic\.claude-3-5-haiku-/, claude_abilities_words],
	[/^anthropic\.claude-3-(haiku|sonnet|opus)-/, pictures],
	[/^anthropic\.claude-(3-|(opus|sonnet|haiku)-4(-[15])?(-20|$))/, documents]
];
function claudeAbilities(bareId) {
	return abilitiesIn(rows, bareId, latest);
}
;
const withDocuments = { documents: documentFormats, maxDocumentBytes: usualDocumentBytes };
const withPictures = {
	images: imageFormats,
	maxImageBytes: usualImageBytes,
	maxImagePixels: 8000,
	maxImages: 20
};
const converse_abilities_words = wordsAlone;
const reader = { ...converse_abilities_words, ...withDocuments };
const seer = { ...reader, ...withPictures };
const everything = { ...seer, prefill: true, videos: videoFormats, s3Media: true };
const nova = {
	...converse_abilities_words,
	documents: documentFormats,
	prefill: true,
	images: imageFormats,
	maxImageBytes: 25_000_000,
	maxImagePixels: 8000,
	videos: videoFormats,
	s3Media: true
};
const converse_abilities_rows = [
	[/^amazon\.nova-micro-/, { ...converse_abilities_words, prefill: true }],
	[/^amazon\.nova-(lite|pro|premier|2-lite)-/, nova],
	[/^amazon\.titan-text-premier-/, { ...converse_abilities_words, system: false }],
	[/^amazon\.titan-text-/, { ...reader, system: false }],
	[/^ai21\.j2-/, promptAlone],
	[/^ai21\.jamba-instruct-/, converse_abilities_words],
	[/^ai21\.jamba-/, reader],
	[/^cohere\.command-(light-)?text-/, { ...promptAlone, ...withDocuments }],
	[/^cohere\.command-r/, reader],
	[/^deepseek\./, reader],
	[/^meta\.llama(3-2-(11b|90b)|4)-/, seer],
	[/^meta\.llama/, reader],
	[/^mistral\.(mistral-7b|mixtral-8x7b)-/, { ...reader, system: false }],
	[/^mistral\.(pixtral-|magistral-small-|ministral-3-|mistral-large-3-)/, seer],
	[/^mistral\./, reader],
	[/^openai\.gpt-oss-/, converse_abilities_words],
	[/^google\.gemma-3-/, seer],
	[/^qwen\.qwen3-vl-/, seer],
	[/^moonshotai\.kimi-k2\.5/, seer],
	[/^nvidia\.nemotron-nano-12b-v2/, seer],
	[/^(qwen\.qwen3-|moonshot\.kimi-k2-thinking|zai\.glm-4|minimax\.minimax-m2|nvidia\.nemotron-nano-)/, reader]
];
function converseAbilities(bareId) {
	if (bareId.startsWith('anthropic.claude-'))
		return { ...claudeAbilities(bareId), ...withDocuments, system: true };
	return abilitiesIn(converse_abilities_rows, bareId, everything);
}
;
function askAgain(modelInput, written, answer, complaint) {
	const messages = (0,build_json .YO)(modelInput, 'messages');
	const last = messages.at(-1);
	const begun = (0,build_json .Gv)(last) && last['role'] === 'assistant' ? last : undefined;
	const said = begun ?? { role: 'assistant', content: written(answer.trim() === '' ? '(no answer)' : answer) };
	const whole = begun === undefined || answer.trim() === ''
		? said
		: { ...begun, content: ask_again_joined(begun['content'], written(answer)) };
	return {
		...modelInput,
		messages: [
			...(begun === undefined ? messages : messages.slice(0, -1)),
			whole,
			{ role: 'user', content: written(complaint) },
			...(begun === undefined ? [] : [begun])
		]
	};
}
function ask_again_joined(beginning, rest) {
	if (typeof beginning === 'string' && typeof rest === 'string')
		return beginning + rest;
	return ask_again_isList(beginning) && ask_again_isList(rest) ? [...beginning, ...rest] : rest;
}
function ask_again_isList(value) {
	return Array.isArray(value);
}
;
function base64Of({ source }) {
	if (!('base64' in source))
		throw new TypeError('a family of inline media was given a path or an S3 URI');
	return source.base64;
}
function dataUri(media) {
	return `data:image/${media.format};base64,${base64Of(media)}`;
}
;
function media_source_sourceOf(media) {
	return 's3Uri' in media.source ? { s3Location: locationOf(media.source) } : { bytes: base64Of(media) };
}
function locationOf({ s3Uri, bucketOwner }) {
	return { uri: s3Uri, ...(bucketOwner !== undefined && { bucketOwner }) };
}
;
function chatOf(request) {
	if (request.kind !== 'chat')
		throw new TypeError('a chat family was given a text to embed');
	return request;
}
function embedOf(request) {
	if (request.kind !== 'embed')
		throw new TypeError('an embedding family was given a conversation');
	return request;
}
function drawOf(request) {
	if (request.kind !== 'draw')
		throw new TypeError('a family of pictures was given something else than a picture to draw');
	return request;
}
function verbatimOf(request) {
	if (request.kind !== 'verbatim')
		throw new TypeError('the family verbatim was given no modelInput');
	return request;
}
function question_textOf(part) {
	if (!('text' in part))
		throw new TypeError('a family of texts was given media');
	return part.text;
}
function lonePrompt(request) {
	const { system, messages } = chatOf(request);
	const [only, second] = messages;
	if (only === undefined || second !== undefined || system !== undefined)
		throw new TypeError('a family of single prompts was given a conversation');
	return only.content.map(question_textOf).join('');
}
;
function stopFor(reason, words) {
	if (typeof reason !== 'string')
		return { stop: 'other' };
	const stop = Object.hasOwn(words, reason) ? words[reason] : undefined;
	return { stop: stop ?? 'other', stopDetail: reason };
}
;
function usage_usageIn(told, members) {
	const usage = {};
	if (!(0,build_json .Gv)(told))
		return usage;
	for (const name in members) {
		for (const member of members[name] ?? []) {
			const tokens = told[member];
			if (typeof tokens !== 'number' || !Number.isSafeInteger(tokens) || tokens < 0)
				continue;
			usage[name] = tokens;
			break;
		}
	}
	return usage;
}
;
const meaning = {
	end_turn: 'end',
	stop_sequence: 'stop-sequence',
	max_tokens: 'max-tokens',
	model_context_window_exceeded: 'max-tokens',
	refusal: 'refusal',
	content_filtered: 'filtered',
	guardrail_intervened: 'filtered',
	tool_use: 'tool-use'
};
const converse_body_counts = {
	inputTokens: ['inputTokens'],
	outputTokens: ['outputTokens'],
	cacheReadTokens: ['cacheReadInputTokens', 'cacheReadInputTokenCount'],
	cacheWriteTokens: ['cacheWriteInputTokens', 'cacheWriteInputTokenCount']
};
const contentPath = 'output.message.content';
function systemBlocks({ system }) {
	return system === undefined ? undefined : [{ text: system }];
}
function messageBlocks({ messages }) {
	return messages.map(({ role, content }) => ({ role, content: content.map(blockOf) }));
}
function blockOf(part) {
	if ('image' in part)
		return { image: { format: part.image.format, source: media_source_sourceOf(part.image) } };
	if ('video' in part)
		return { video: { format: part.video.format, source: media_source_sourceOf(part.video) } };
	if ('document' in part) {
		const { format, name = 'document' } = part.document;
		return { document: { format, name, source: media_source_sourceOf(part.document) } };
	}
	return { text: question_textOf(part) };
}
function converseAgain(modelInput, answer, complaint) {
	return askAgain(modelInput, text => [{ text }], answer, complaint);
}
function readMessage(modelOutput) {
	const said = [];
	const thought = [];
	for (const [index, block] of (0,build_json .YO)(modelOutput, contentPath).entries()) {
		if (!(0,build_json .Gv)(block))
			continue;
		const text = stringAt(block, 'text', index);
		if (text !== undefined)
			said.push(text);
		if (!(0,build_json .Gv)(block['reasoningContent']))
			continue;
		const reasoning = stringAt(block, 'reasoningContent.reasoningText.text', index);
		if (reasoning !== undefined)
			thought.push(reasoning);
	}
	return {
		content: said.join(''),
		...(thought.length > 0 && { reasoning: thought.join('\n') }),
		...stopFor(modelOutput['stopReason'], meaning),
		usage: usage_usageIn(modelOutput['usage'], converse_body_counts)
	};
}
function stringAt(block, path, index) {
	const found = (0,build_json.at)(block, path);
	if (found === undefined || typeof found === 'string')
		return found;
	throw new build_json .ym(`${contentPath}[${index}].${path}`, 'a string');
}
;
function withExtra(body, extra) {
	if (extra === undefined)
		return body;
	const merged = { ...body };
	for (const [key, value] of Object.entries(extra)) {
		const before = Object.hasOwn(merged, key) ? merged[key] : undefined;
		const after = (0,build_json .Gv)(before) && (0,build_json .Gv)(value) ? withExtra(before, value) : value;
		if (key === '__proto__')
			Object.defineProperty(merged, key, { value: after, enumerable: true, writable: true });
		else
			merged[key] = after;
	}
	return merged;
}
function extra_present(members) {
	const found = {};
	for (const key in members) {
		const value = members[key];
		if (value !== undefined)
			found[key] = value;
	}
	return found;
}
;
const mostStopSequences = 2500;
const ceilings = [
	{ models: /^mistral\.mistral-large-3-/, maxTokens: 32_768, disputed: true },
	{ models: /^mistral\.magistral-small-2509/, maxTokens: 40_960, disputed: true },
	{ models: /^mistral\.ministral-3-8b-/, maxTokens: 8192, disputed: true },
	{ models: /^deepseek\.v3-/, maxTokens: 8192, disputed: true },
	{ models: /^deepseek\.r1-/, maxTokens: 32_768 },
	{ models: /^meta\.llama4-/, maxTokens: 8192, disputed: true }
];
const notInBatch = ['toolConfig', 'guardrailConfig', 'outputConfig', 'serviceTier', 'requestMetadata'];
const converse = {
	name: 'converse',
	title: 'Converse (any chat model)',
	source: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
	revision: 1,
	modelIds: /./,
	api: 'Converse',
	kind: 'chat',
	render(request, parameters) {
		const chat = chatOf(request);
		const inferenceConfig = extra_present({
			maxTokens: parameters.maxTokens,
			temperature: parameters.temperature,
			topP: parameters.topP,
			stopSequences: parameters.stop
		});
		const body = extra_present({
			system: systemBlocks(chat),
			messages: messageBlocks(chat),
			inferenceConfig: Object.keys(inferenceConfig).length > 0 ? inferenceConfig : undefined
		});
		return withExtra(body, parameters.extra);
	},
	parse: readMessage,
	can: converseAbilities,
	followUp: converseAgain,
	check(bareId, parameters) {
		return [
			...noPlaceFor(parameters, ['topK'], 'Converse', `write it the model's own way, often extra: {additionalModelRequestFields: {top_k: ${parameters.topK ?? 50}}}`),
			...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1] }),
			...aboveCeiling(bareId, parameters, ceilings),
			...sampling(bareId, parameters),
			...tooManyStops(parameters, mostStopSequences, 'Converse'),
			...refusedInBatch(parameters)
		];
	}
};
function refusedInBatch({ extra }) {
	if (extra === undefined)
		return [];
	const problems = [];
	if ('modelId' in extra) {
		problems.push({
			field: 'extra',
			message: 'modelId does not belong into a batch record',
			hint: 'remove it from extra'
		});
	}
	for (const member of notInBatch.filter(name => name in extra)) {
		const message = `batch inference may refuse ${member}: AWS has no tools, guardrails or response formats there`;
		problems.push({ severity: 'warning', field: 'extra', message });
	}
	return problems;
}
;
const claude_meaning = {
	end_turn: 'end',
	stop_sequence: 'stop-sequence',
	max_tokens: 'max-tokens',
	model_context_window_exceeded: 'max-tokens',
	refusal: 'refusal',
	tool_use: 'tool-use'
};
const claude_counts = {
	inputTokens: ['input_tokens'],
	outputTokens: ['output_tokens'],
	cacheReadTokens: ['cache_read_input_tokens'],
	cacheWriteTokens: ['cache_creation_input_tokens']
};
const claude = {
	name: 'claude',
	title: 'Anthropic Claude (Messages)',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html',
	revision: 1,
	modelIds: /^anthropic\.claude-/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const { system, messages } = chatOf(request);
		const body = extra_present({
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: parameters.maxTokens,
			system,
			messages: messages.map(({ role, content }) => ({
				role,
				content: content.map(claude_blockOf)
			})),
			temperature: parameters.temperature,
			top_p: parameters.topP,
			top_k: parameters.topK,
			stop_sequences: parameters.stop
		});
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const blocks = (0,build_json .YO)(modelOutput, 'content');
		const said = claude_textsOf(blocks, 'text');
		const thought = claude_textsOf(blocks, 'thinking');
		return {
			content: said.join(''),
			...(thought.length > 0 && { reasoning: thought.join('\n') }),
			...stopOf(modelOutput),
			usage: usage_usageIn(modelOutput['usage'], claude_counts)
		};
	},
	can: claudeAbilities,
	followUp: (modelInput, answer, complaint) => askAgain(modelInput, text => [textBlock(text)], answer, complaint),
	check: checkClaude
};
function claude_blockOf(part) {
	if ('image' in part)
		return { type: 'image', source: bytesOf(part.image, `image/${part.image.format}`) };
	if ('document' in part)
		return documentBlock(part.document);
	return textBlock(question_textOf(part));
}
function textBlock(text) {
	return { type: 'text', text };
}
function documentBlock(media) {
	const title = media.name === undefined ? {} : { title: media.name };
	if (media.format === 'pdf')
		return { type: 'document', source: bytesOf(media, 'application/pdf'), ...title };
	if (media.format !== 'txt')
		throw new TypeError(`Claude was given a document of the format ${media.format}`);
	const data = Buffer.from(base64Of(media), 'base64').toString('utf8');
	return { type: 'document', source: { type: 'text', media_type: 'text/plain', data }, ...title };
}
function bytesOf(media, mediaType) {
	return { type: 'base64', media_type: mediaType, data: base64Of(media) };
}
function claude_textsOf(blocks, type) {
	const texts = [];
	for (const [index, block] of blocks.entries()) {
		if (!(0,build_json .Gv)(block) || block['type'] !== type)
			continue;
		const text = block[type];
		if (typeof text !== 'string')
			throw new build_json .ym(`content[${index}].${type}`, 'a string');
		texts.push(text);
	}
	return texts;
}
function stopOf(modelOutput) {
	const told = stopFor(modelOutput['stop_reason'], claude_meaning);
	const category = told.stop === 'refusal' ? (0,build_json.at)(modelOutput, 'stop_details.category') : undefined;
	return typeof category === 'string' ? { ...told, stopDetail: `${told.stopDetail}: ${category}` } : told;
}
;
function embedding_embeds(more = {}) {
	return { ...promptAlone, ...more };
}
function onlyExtra(parameters, who, members) {
	const hint = members === '' ? `${who} has no parameters` : `there is only extra: {${members}}`;
	return noPlaceFor(parameters, ['maxTokens', 'temperature', 'topP', 'topK', 'stop'], who, hint);
}
function wrongChoice(extra, allowed) {
	return Object.entries(allowed).flatMap(([member, values]) => {
		const value = extra?.[member];
		if (value === undefined || isOneOf(values, value))
			return [];
		return [{ field: 'extra', message: `${member} must be ${values.join(', ')}` }];
	});
}
function wrongList(extra, allowed) {
	return Object.entries(allowed).flatMap(([member, values]) => {
		const value = extra?.[member];
		if (value === undefined || (Array.isArray(value) && value.every((one) => isOneOf(values, one))))
			return [];
		return [{ field: 'extra', message: `${member} must be a list of ${values.join(', ')}` }];
	});
}
function isOneOf(values, value) {
	return values.some(one => one === value);
}
;
function vector(modelOutput, path) {
	const found = (0,build_json .YO)(modelOutput, path);
	if (found.length === 0)
		throw new build_json .ym(path, 'a list with numbers');
	const stranger = found.findIndex(value => typeof value !== 'number');
	if (stranger >= 0)
		throw new build_json .ym(`${path}[${stranger}]`, 'a number');
	return found;
}
;
const types = ['float', 'int8', 'uint8', 'binary', 'ubinary'];
const inputTypes = ['search_document', 'search_query', 'classification', 'clustering'];
function readVectors(modelOutput) {
	const paths = ['embeddings[0]', ...types.map(type => `embeddings.${type}[0]`)];
	const path = paths.find(one => (0,build_json.at)(modelOutput, one) !== undefined) ?? 'embeddings[0]';
	return { content: vector(modelOutput, path), stop: 'end', usage: {} };
}
function checkCohereEmbed(parameters, who, choices) {
	return [
		...onlyExtra(parameters, who, [...Object.keys(choices), 'embedding_types'].join(', ')),
		...wrongChoice(parameters.extra, choices),
		...wrongList(parameters.extra, { embedding_types: types })
	];
}
;
const cohereEmbedV3 = {
	name: 'cohere-embed-v3',
	title: 'Cohere Embed v3',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html',
	revision: 1,
	modelIds: /^cohere\.embed-(english|multilingual)-v3(:|$)/,
	api: 'InvokeModel',
	kind: 'embed',
	render(request, parameters) {
		const { text, image } = embedOf(request);
		const body = image === undefined
			? { texts: [text ?? ''], input_type: 'search_document' }
			: { images: [dataUri(image)], input_type: 'image' };
		return withExtra(body, parameters.extra);
	},
	parse: readVectors,
	can: () => embedding_embeds({ images: ['jpeg', 'png'], maxImages: 1, maxImageBytes: 5_000_000 }),
	check(_bareId, parameters) {
		return checkCohereEmbed(parameters, 'Cohere Embed v3', {
			input_type: [...inputTypes, 'image'],
			truncate: ['NONE', 'START', 'END']
		});
	}
};
;
const cohereEmbedV4 = {
	name: 'cohere-embed-v4',
	title: 'Cohere Embed v4',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html',
	revision: 1,
	modelIds: /^cohere\.embed-v4(:|$)/,
	api: 'InvokeModel',
	kind: 'embed',
	render(request, parameters) {
		return withExtra({ input_type: 'search_document', ...subject(embedOf(request)) }, parameters.extra);
	},
	parse: readVectors,
	can: () => embedding_embeds({ images: ['jpeg', 'png', 'webp', 'gif'], textWithImage: true, maxImages: 1, maxImageBytes: 5_000_000 }),
	check(_bareId, parameters) {
		return checkCohereEmbed(parameters, 'Cohere Embed v4', {
			input_type: inputTypes,
			truncate: ['NONE', 'LEFT', 'RIGHT'],
			output_dimension: [256, 512, 1024, 1536]
		});
	}
};
function subject({ text, image }) {
	if (image === undefined)
		return { texts: [text ?? ''] };
	if (text === undefined)
		return { images: [dataUri(image)] };
	const content = [
		{ type: 'text', text },
		{ type: 'image_url', image_url: { url: dataUri(image) } }
	];
	return { inputs: [{ content }] };
}
;
const command_r_meaning = {
	complete: 'end',
	stop_sequence: 'stop-sequence',
	max_tokens: 'max-tokens',
	error_limit: 'max-tokens',
	error_toxic: 'filtered',
	error: 'other',
	user_cancel: 'other'
};
const command_r_counts = { inputTokens: ['input_tokens'], outputTokens: ['output_tokens'] };
const speaker = { user: 'USER', assistant: 'CHATBOT' };
const commandR = {
	name: 'command-r',
	title: 'Cohere Command R and R+',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html',
	revision: 1,
	modelIds: /^cohere\.command-r(-plus)?-v\d/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const { system, messages } = chatOf(request);
		const before = messages
			.slice(0, -1)
			.map(({ role, content }) => ({ role: speaker[role], message: wordsOf(content) }));
		const body = extra_present({
			message: wordsOf(messages.at(-1)?.content ?? []),
			chat_history: before.length > 0 ? before : undefined,
			preamble: system,
			max_tokens: parameters.maxTokens,
			temperature: parameters.temperature,
			p: parameters.topP,
			k: parameters.topK,
			stop_sequences: parameters.stop
		});
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const told = modelOutput['finish_reason'];
		const { stop } = stopFor(typeof told === 'string' ? told.toLowerCase() : undefined, command_r_meaning);
		return {
			content: (0,build_json .Qq)(modelOutput, 'text'),
			stop,
			...(typeof told === 'string' && { stopDetail: told }),
			usage: usage_usageIn((0,build_json.at)(modelOutput, 'meta.billed_units'), command_r_counts)
		};
	},
	can: () => wordsAlone,
	followUp(modelInput, answer, complaint) {
		const before = modelInput['chat_history'] === undefined ? [] : (0,build_json .YO)(modelInput, 'chat_history');
		const asked = { role: speaker.user, message: (0,build_json .Qq)(modelInput, 'message') };
		const said = { role: speaker.assistant, message: answer };
		return { ...modelInput, message: complaint, chat_history: [...before, asked, said] };
	},
	check(_bareId, parameters) {
		return outOfRange(parameters, {
			maxTokens: [1, Infinity],
			temperature: [0, 1],
			topP: [0.01, 0.99],
			topK: [0, 500]
		});
	}
};
function wordsOf(content) {
	return content.map(question_textOf).join('');
}
;
const command_meaning = { COMPLETE: 'end', MAX_TOKENS: 'max-tokens', ERROR_TOXIC: 'filtered', ERROR: 'other' };
const command = {
	name: 'command',
	title: 'Cohere Command',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html',
	revision: 1,
	modelIds: /^cohere\.command-(light-)?text-/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const body = extra_present({
			prompt: lonePrompt(request),
			max_tokens: parameters.maxTokens,
			temperature: parameters.temperature,
			p: parameters.topP,
			k: parameters.topK,
			stop_sequences: parameters.stop
		});
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const generation = (0,build_json .YO)(modelOutput, 'generations')[0];
		if (!(0,build_json .Gv)(generation))
			throw new build_json .ym('generations[0]', 'an object');
		return {
			content: (0,build_json .Qq)(modelOutput, 'generations[0].text'),
			...stopFor(generation['finish_reason'], command_meaning),
			usage: {}
		};
	},
	can: () => promptAlone,
	check(_bareId, parameters) {
		return [
			...shortByDefault(parameters, 'max_tokens', 20, 'Cohere Command'),
			...outOfRange(parameters, { maxTokens: [1, 4096], temperature: [0, 5], topP: [0, 1], topK: [0, 500] }),
			...tooManyStops(parameters, 4, 'Cohere Command')
		];
	}
};
;
function promptOf({ system, messages }, format) {
	let prompt = format.begin + (format.systemInTurn ? '' : systemText(system, format));
	for (const [index, { role, content }] of messages.entries()) {
		const inTurn = index === 0 && format.systemInTurn ? systemText(system, format) : '';
		const [before, after] = format[role];
		const begins = role === 'assistant' && index === messages.length - 1;
		prompt += before + inTurn + prompt_format_spoken(content, format) + (begins ? '' : after);
	}
	return messages.at(-1)?.role === 'assistant' ? prompt : prompt + format.answer;
}
function promptAgain(prompt, format, answer, complaint) {
	const { user, assistant } = format;
	const { asked, beginning } = apart(prompt, format);
	const said = assistant[0] + (beginning ?? '') + defused(answer, format) + assistant[1];
	const again = user[0] + defused(complaint, format) + user[1];
	return asked + said + again + (beginning === undefined ? format.answer : assistant[0] + beginning);
}
function apart(prompt, { user, assistant, answer }) {
	if (prompt.endsWith(user[1] + answer))
		return { asked: prompt.slice(0, prompt.length - answer.length) };
	const turn = prompt.lastIndexOf(user[1] + assistant[0]);
	if (turn < 0)
		return { asked: prompt };
	const start = turn + user[1].length;
	return { asked: prompt.slice(0, start), beginning: prompt.slice(start + assistant[0].length) };
}
function systemText(system, format) {
	if (system === undefined)
		return '';
	if (format.system === undefined)
		throw new TypeError('a prompt without a place for it was given a system text');
	return format.system[0] + defused(system, format) + format.system[1];
}
function prompt_format_spoken(content, format) {
	return content.map(part => prompt_format_partText(part, format)).join('');
}
function prompt_format_partText(part, format) {
	return 'image' in part && format.image !== undefined ? format.image : defused(question_textOf(part), format);
}
function defused(text, { marks }) {
	return text.replace(marks, mark => `${mark.slice(0, 1)} ${mark.slice(1)}`);
}
;
const deepseek_r1_meaning = { stop: 'end', length: 'max-tokens' };
const tokens = { good: 8192, most: 32_768 };
const format = {
	marks: /<｜[^｜<>]+｜>/g,
	begin: '<｜begin▁of▁sentence｜>',
	system: ['', ''],
	user: ['<｜User｜>', ''],
	assistant: ['<｜Assistant｜>', '<｜end▁of▁sentence｜>'],
	answer: '<｜Assistant｜><think>\n'
};
const deepseekR1 = {
	name: 'deepseek-r1',
	title: 'DeepSeek-R1',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html',
	revision: 1,
	modelIds: /^deepseek\.r1-/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const body = extra_present({
			prompt: promptOf(chatOf(request), format),
			max_tokens: parameters.maxTokens,
			temperature: parameters.temperature,
			top_p: parameters.topP,
			stop: parameters.stop
		});
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const choice = (0,build_json .YO)(modelOutput, 'choices')[0];
		if (!(0,build_json .Gv)(choice))
			throw new build_json .ym('choices[0]', 'an object');
		const stop = stopFor(choice['stop_reason'], deepseek_r1_meaning);
		return { ...thoughtApart((0,build_json .Qq)(modelOutput, 'choices[0].text'), stop.stop), ...stop, usage: {} };
	},
	can: () => wordsAlone,
	followUp: (modelInput, answer, complaint) => ({
		...modelInput,
		prompt: promptAgain((0,build_json .Qq)(modelInput, 'prompt'), format, answer, complaint)
	}),
	check(bareId, parameters) {
		return [
			...noPlaceFor(parameters, ['topK'], 'DeepSeek-R1', 'remove topK'),
			...tooMany(parameters, 'maxTokens', tokens.most, bareId),
			...moreThanGood(parameters),
			...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1] }),
			...tooManyStops(parameters, 10, 'DeepSeek-R1')
		];
	}
};
function thoughtApart(said, stop) {
	const end = said.indexOf('</think>');
	const thought = (end < 0 ? said : said.slice(0, end)).replace(/^\s*<think>/, '').trim();
	const reasoning = thought === '' ? {} : { reasoning: thought };
	if (end >= 0)
		return { content: said.slice(end + '</think>'.length).trimStart(), ...reasoning };
	return stop === 'max-tokens' ? { content: '', ...reasoning } : { content: said };
}
function moreThanGood({ maxTokens }) {
	if (maxTokens === undefined || maxTokens <= tokens.good || maxTokens > tokens.most)
		return [];
	const message = `AWS says that answers of DeepSeek-R1 degrade above ${tokens.good} tokens`;
	return [{ severity: 'warning', field: 'maxTokens', message, hint: `maxTokens: ${tokens.good}` }];
}
;
const openai_body_meaning = {
	stop: 'end',
	length: 'max-tokens',
	model_length: 'max-tokens',
	content_filter: 'filtered',
	tool_calls: 'tool-use',
	function_call: 'tool-use'
};
const openai_body_counts = { inputTokens: ['prompt_tokens'], outputTokens: ['completion_tokens'] };
function chatBody(chat, parameters, most) {
	const body = extra_present({
		messages: chatMessages(chat),
		[most]: parameters.maxTokens,
		temperature: parameters.temperature,
		top_p: parameters.topP,
		stop: parameters.stop
	});
	return withExtra(body, parameters.extra);
}
function chatMessages({ system, messages }) {
	const turns = messages.map(({ role, content }) => ({ role, content: openai_body_contentOf(content) }));
	return system === undefined ? turns : [{ role: 'system', content: system }, ...turns];
}
function openai_body_contentOf(content) {
	return content.every(part => 'text' in part) ? content.map(question_textOf).join('') : content.map(partOf);
}
function partOf(part) {
	if ('image' in part)
		return { type: 'image_url', image_url: { url: dataUri(part.image) } };
	return { type: 'text', text: question_textOf(part) };
}
function readChoice(modelOutput) {
	const choice = (0,build_json .YO)(modelOutput, 'choices')[0];
	const message = (0,build_json .Gv)(choice) ? choice['message'] : undefined;
	if (!(0,build_json .Gv)(choice) || !(0,build_json .Gv)(message))
		throw new build_json .ym('choices[0].message', 'an object');
	const reasoning = textIn(message, 'reasoning_content') ?? textIn(message, 'reasoning');
	return {
		content: textIn(message, 'content') ?? '',
		...(reasoning !== undefined && { reasoning }),
		...stopFor(choice['finish_reason'] ?? choice['stop_reason'], openai_body_meaning),
		usage: openai_body_usageOf(modelOutput)
	};
}
function textIn(message, member) {
	const found = message[member] ?? undefined;
	if (found === undefined || typeof found === 'string')
		return found;
	throw new build_json .ym(`choices[0].message.${member}`, 'a string');
}
function openai_body_usageOf(modelOutput) {
	const cached = (0,build_json.at)(modelOutput, 'usage.prompt_tokens_details');
	return { ...usage_usageIn(modelOutput['usage'], openai_body_counts), ...usage_usageIn(cached, { cacheReadTokens: ['cached_tokens'] }) };
}
function chatAgain(modelInput, answer, complaint) {
	return askAgain(modelInput, text => text, answer, complaint);
}
;
function checkOpenAi(parameters, who) {
	const problems = [
		...noPlaceFor(parameters, ['topK'], who, 'some models take it by extra: {top_k: …}'),
		...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 2], topP: [0, 1] }),
		...tooManyStops(parameters, 4, who)
	];
	return problems.map(one => (one.field === 'topK' ? one : { severity: 'warning', ...one }));
}
;
const fewTokens = 256;
const gptOss = {
	name: 'gpt-oss',
	title: 'OpenAI gpt-oss',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html',
	revision: 1,
	modelIds: /^openai\.gpt-oss-/,
	api: 'InvokeModel',
	kind: 'chat',
	render: (request, parameters) => chatBody(chatOf(request), parameters, 'max_completion_tokens'),
	parse(modelOutput) {
		const completion = readChoice(modelOutput);
		return typeof completion.content === 'string' ? gpt_oss_thoughtApart(completion, completion.content) : completion;
	},
	can: () => wordsAlone,
	followUp: chatAgain,
	check: (_bareId, parameters) => [...checkOpenAi(parameters, 'gpt-oss'), ...tooFewTokens(parameters)]
};
function gpt_oss_thoughtApart(completion, said) {
	const [, thought, answer] = /^\s*<reasoning>([^]*?)(?:<\/reasoning>([^]*))?$/.exec(said) ?? [];
	if (thought === undefined)
		return completion;
	return { ...completion, content: (answer ?? '').trimStart(), reasoning: thought.trim() };
}
function tooFewTokens({ maxTokens }) {
	if (maxTokens === undefined || maxTokens >= fewTokens)
		return [];
	const message = `reasoning counts into maxTokens: with ${maxTokens} an answer of gpt-oss may end before it begins`;
	return [
		{ severity: 'warning', field: 'maxTokens', message, hint: 'raise maxTokens, or extra: {reasoning_effort: low}' }
	];
}
;
const jamba = {
	name: 'jamba',
	title: 'AI21 Jamba',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html',
	revision: 1,
	modelIds: /^ai21\.jamba-/,
	api: 'InvokeModel',
	kind: 'chat',
	render: (request, parameters) => chatBody(chatOf(request), parameters, 'max_tokens'),
	parse: readChoice,
	can: () => wordsAlone,
	followUp: chatAgain,
	check(bareId, parameters) {
		return [
			...noPlaceFor(parameters, ['topK'], 'Jamba', 'remove topK'),
			...aboveCeiling(bareId, parameters, [{ models: /./, maxTokens: 4096 }]),
			...outOfRange(parameters, { temperature: [0, 2], topP: [0, 1] })
		];
	}
};
;
const jurassic_2_meaning = { endoftext: 'end', stop: 'stop-sequence', length: 'max-tokens' };
const jurassic2 = {
	name: 'jurassic-2',
	title: 'AI21 Jurassic-2',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html',
	revision: 1,
	modelIds: /^ai21\.j2-/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const body = extra_present({
			prompt: lonePrompt(request),
			maxTokens: parameters.maxTokens,
			temperature: parameters.temperature,
			topP: parameters.topP,
			stopSequences: parameters.stop
		});
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const completion = (0,build_json .YO)(modelOutput, 'completions')[0];
		if (!(0,build_json .Gv)(completion))
			throw new build_json .ym('completions[0]', 'an object');
		return {
			content: (0,build_json .Qq)(modelOutput, 'completions[0].data.text'),
			...stopFor((0,build_json.at)(completion, 'finishReason.reason'), jurassic_2_meaning),
			usage: jurassic_2_usageOf(modelOutput)
		};
	},
	can: () => promptAlone,
	check(bareId, parameters) {
		return [
			...noPlaceFor(parameters, ['topK'], 'Jurassic-2', 'remove topK'),
			...aboveCeiling(bareId, parameters, [{ models: /./, maxTokens: 8191 }]),
			...shortByDefault(parameters, 'maxTokens', 200, 'Jurassic-2'),
			...outOfRange(parameters, { temperature: [0, 1], topP: [0, 1] })
		];
	}
};
function jurassic_2_usageOf(modelOutput) {
	const asked = (0,build_json.at)(modelOutput, 'prompt.tokens');
	const said = (0,build_json.at)(modelOutput, 'completions[0].data.tokens');
	return {
		...(Array.isArray(asked) && { inputTokens: asked.length }),
		...(Array.isArray(said) && { outputTokens: said.length })
	};
}
;
const llama_meaning = { stop: 'end', length: 'max-tokens' };
const llama_counts = { inputTokens: ['prompt_token_count'], outputTokens: ['generation_token_count'] };
const llama_ceilings = [
	{ models: /^meta\.llama(2-|3-(8b|70b)-)/, maxTokens: 2048 },
	{ models: /./, maxTokens: 2048, disputed: true }
];
function llamaBody(chat, parameters, format) {
	const images = chat.messages.flatMap(({ content }) => content.flatMap(part => ('image' in part ? [base64Of(part.image)] : [])));
	const body = extra_present({
		prompt: promptOf(chat, format),
		images: images.length > 0 ? images : undefined,
		max_gen_len: parameters.maxTokens,
		temperature: parameters.temperature,
		top_p: parameters.topP
	});
	return withExtra(body, parameters.extra);
}
function readGeneration(modelOutput) {
	return {
		content: (0,build_json .Qq)(modelOutput, 'generation'),
		...stopFor(modelOutput['stop_reason'], llama_meaning),
		usage: usage_usageIn(modelOutput, llama_counts)
	};
}
function llamaAgain(format) {
	return (modelInput, answer, complaint) => ({
		...modelInput,
		prompt: promptAgain((0,build_json .Qq)(modelInput, 'prompt'), format, answer, complaint)
	});
}
function checkLlama(bareId, parameters) {
	return [
		...noPlaceFor(parameters, ['topK', 'stop'], "Llama's own body", 'remove it; api: converse has a place for stop'),
		...aboveCeiling(bareId, parameters, llama_ceilings),
		...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1] })
	];
}
;
const llama_2_format = {
	marks: /<\/?s>|\[\/?INST\]|<<\/?SYS>>/g,
	begin: '',
	system: ['<<SYS>>\n', '\n<</SYS>>\n\n'],
	systemInTurn: true,
	user: ['<s>[INST] ', ' [/INST]'],
	assistant: [' ', ' </s>'],
	answer: ''
};
const llama2 = {
	name: 'llama-2',
	title: 'Meta Llama 2 Chat',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html',
	revision: 1,
	modelIds: /^meta\.llama2-/,
	api: 'InvokeModel',
	kind: 'chat',
	render: (request, parameters) => llamaBody(chatOf(request), parameters, llama_2_format),
	parse: readGeneration,
	can: () => ({ ...wordsAlone, prefill: true }),
	followUp: llamaAgain(llama_2_format),
	check: checkLlama
};
;
const llama_3_format = {
	marks: /<\|[a-z_]+\|>/g,
	begin: '<|begin_of_text|>',
	system: ['<|start_header_id|>system<|end_header_id|>\n\n', '<|eot_id|>'],
	user: ['<|start_header_id|>user<|end_header_id|>\n\n', '<|eot_id|>'],
	assistant: ['<|start_header_id|>assistant<|end_header_id|>\n\n', '<|eot_id|>'],
	answer: '<|start_header_id|>assistant<|end_header_id|>\n\n',
	image: '<|image|>'
};
const llama_3_words = { ...wordsAlone, prefill: true };
const llama3 = {
	name: 'llama-3',
	title: 'Meta Llama 3, 3.1, 3.2, 3.3 Instruct',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html',
	revision: 1,
	modelIds: /^meta\.llama3-(?!1-405b-)/,
	api: 'InvokeModel',
	kind: 'chat',
	render: (request, parameters) => llamaBody(chatOf(request), parameters, llama_3_format),
	parse: readGeneration,
	can: bareId => abilitiesIn([[/^meta\.llama3-2-(11b|90b)-/, { ...llama_3_words, images: imageFormats }]], bareId, llama_3_words),
	followUp: llamaAgain(llama_3_format),
	check: checkLlama
};
;
const llama_4_format = {
	marks: /<\|[a-z_]+\|>/g,
	begin: '<|begin_of_text|>',
	system: ['<|header_start|>system<|header_end|>\n\n', '<|eot|>'],
	user: ['<|header_start|>user<|header_end|>\n\n', '<|eot|>'],
	assistant: ['<|header_start|>assistant<|header_end|>\n\n', '<|eot|>'],
	answer: '<|header_start|>assistant<|header_end|>\n\n',
	image: '<|image|>'
};
const llama4 = {
	name: 'llama-4',
	title: 'Meta Llama 4 Instruct',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html',
	revision: 1,
	modelIds: /^meta\.llama4-/,
	api: 'InvokeModel',
	kind: 'chat',
	render: (request, parameters) => llamaBody(chatOf(request), parameters, llama_4_format),
	parse: readGeneration,
	can: () => ({ ...wordsAlone, prefill: true, images: imageFormats }),
	followUp: llamaAgain(llama_4_format),
	check: checkLlama
};
;
const mistralChat = {
	name: 'mistral-chat',
	title: 'Mistral AI chat completion',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html',
	revision: 1,
	modelIds: /^mistral\.(mistral-large-2407|pixtral-large-2502)-/,
	api: 'InvokeModel',
	kind: 'chat',
	render: (request, parameters) => chatBody(chatOf(request), parameters, 'max_tokens'),
	parse: readChoice,
	can: bareId => abilitiesIn([[/^mistral\.pixtral-/, { ...wordsAlone, images: imageFormats }]], bareId, wordsAlone),
	followUp: chatAgain,
	check(bareId, parameters) {
		return [
			...noPlaceFor(parameters, ['topK'], "Mistral's chat body", 'remove topK'),
			...aboveCeiling(bareId, parameters, [{ models: /^mistral\.mistral-large-2407-/, maxTokens: 8192 }]),
			...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1] })
		];
	}
};
;
const mistral_text_meaning = { stop: 'end', length: 'max-tokens' };
const mistral_text_ceilings = [
	{ models: /^mistral\.mixtral-8x7b-/, maxTokens: 4096 },
	{ models: /./, maxTokens: 8192 }
];
const mistral_text_format = {
	marks: /<\/?s>|\[\/?INST\]/g,
	begin: '<s>',
	user: ['[INST] ', ' [/INST]'],
	assistant: ['\n', '</s>\n'],
	answer: ''
};
const mistralText = {
	name: 'mistral-text',
	title: 'Mistral AI text completion',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html',
	revision: 1,
	modelIds: /^mistral\.(mistral-7b-instruct|mixtral-8x7b-instruct|mistral-(large|small)-2402)-/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const body = extra_present({
			prompt: promptOf(chatOf(request), mistral_text_format),
			max_tokens: parameters.maxTokens,
			stop: parameters.stop,
			temperature: parameters.temperature,
			top_p: parameters.topP,
			top_k: parameters.topK
		});
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const output = (0,build_json .YO)(modelOutput, 'outputs')[0];
		if (!(0,build_json .Gv)(output))
			throw new build_json .ym('outputs[0]', 'an object');
		return { content: (0,build_json .Qq)(modelOutput, 'outputs[0].text'), ...stopFor(output['stop_reason'], mistral_text_meaning), usage: {} };
	},
	can: () => ({ ...wordsAlone, system: false, prefill: true }),
	followUp: (modelInput, answer, complaint) => ({
		...modelInput,
		prompt: promptAgain((0,build_json .Qq)(modelInput, 'prompt'), mistral_text_format, answer, complaint)
	}),
	check(bareId, parameters) {
		return [
			...aboveCeiling(bareId, parameters, mistral_text_ceilings),
			...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0, 1], topK: [1, 200] }),
			...tooManyStops(parameters, 10, 'Mistral')
		];
	}
};
;
const purposes = 'GENERIC_INDEX GENERIC_RETRIEVAL TEXT_RETRIEVAL IMAGE_RETRIEVAL VIDEO_RETRIEVAL DOCUMENT_RETRIEVAL AUDIO_RETRIEVAL CLASSIFICATION CLUSTERING'.split(' ');
const novaMultimodalEmbeddings = {
	name: 'nova-multimodal-embeddings',
	title: 'Amazon Nova Multimodal Embeddings',
	source: 'https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html',
	revision: 1,
	modelIds: /^amazon\.nova-2-multimodal-embeddings-v\d/,
	api: 'InvokeModel',
	kind: 'embed',
	render(request, parameters) {
		const body = {
			schemaVersion: 'nova-multimodal-embed-v1',
			taskType: 'SINGLE_EMBEDDING',
			singleEmbeddingParams: { embeddingPurpose: 'GENERIC_INDEX', ...nova_multimodal_embeddings_subject(embedOf(request)) }
		};
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const cutAt = (0,build_json.at)(modelOutput, 'embeddings[0].truncatedCharLength');
		return {
			content: vector(modelOutput, 'embeddings[0].embedding'),
			stop: 'end',
			...(typeof cutAt === 'number' && { stopDetail: `text cut after ${cutAt} characters` }),
			usage: {}
		};
	},
	can: () => embedding_embeds({ images: ['png', 'jpeg', 'gif', 'webp'], s3Media: true, maxImages: 1, maxImageBytes: 18_750_000 }),
	check(_bareId, parameters) {
		return [
			...onlyExtra(parameters, 'Nova Multimodal Embeddings', 'singleEmbeddingParams: {embeddingPurpose, embeddingDimension}'),
			...wrongParams(parameters)
		];
	}
};
function nova_multimodal_embeddings_subject({ text, image }) {
	return extra_present({
		text: text === undefined ? undefined : { truncationMode: 'NONE', value: text },
		image: image && pictureOf(image)
	});
}
function pictureOf(image) {
	return { format: image.format, source: media_source_sourceOf(image) };
}
function wrongParams({ extra }) {
	const params = extra?.['singleEmbeddingParams'];
	if (!(0,build_json .Gv)(params))
		return [];
	const text = params['text'];
	return [
		...wrongChoice(params, { embeddingPurpose: purposes, embeddingDimension: [256, 384, 1024, 3072] }),
		...wrongChoice((0,build_json .Gv)(text) ? text : undefined, { truncationMode: ['START', 'END', 'NONE'] })
	];
}
;
const nova_ceilings = [
	{ models: /^amazon\.nova-2-/, maxTokens: 65_535, disputed: true },
	{ models: /^amazon\.nova-premier-/, maxTokens: 25_000, disputed: true }
];
const firstGeneration = { told: 5_000, ever: 10_000 };
const nova_words = { ...wordsAlone, prefill: true };
const media = {
	...nova_words,
	images: imageFormats,
	videos: videoFormats,
	s3Media: true,
	maxImageBytes: 25_000_000,
	maxImagePixels: 8000
};
const nova_nova = {
	name: 'nova',
	title: 'Amazon Nova',
	source: 'https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html',
	revision: 1,
	modelIds: /^amazon\.nova-(micro|lite|pro|premier|2-lite)-v\d/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const chat = chatOf(request);
		const inferenceConfig = extra_present({
			maxTokens: parameters.maxTokens,
			temperature: parameters.temperature,
			topP: parameters.topP,
			topK: parameters.topK,
			stopSequences: parameters.stop
		});
		const body = extra_present({
			schemaVersion: 'messages-v1',
			system: systemBlocks(chat),
			messages: messageBlocks(chat),
			inferenceConfig: Object.keys(inferenceConfig).length > 0 ? inferenceConfig : undefined
		});
		return withExtra(body, parameters.extra);
	},
	parse: readMessage,
	can: bareId => (bareId.startsWith('amazon.nova-micro-') ? nova_words : media),
	followUp: converseAgain,
	check(bareId, parameters) {
		const known = nova_ceilings.some(({ models }) => models.test(bareId));
		return [
			...(known
				? aboveCeiling(bareId, parameters, nova_ceilings)
				: [...tooMany(parameters, 'maxTokens', firstGeneration.ever, bareId), ...perhapsTooMany(bareId, parameters)]),
			...outOfRange(parameters, { temperature: [0, 1], topP: [0, 1], topK: [0, 128] })
		];
	}
};
function perhapsTooMany(bareId, { maxTokens, extra }) {
	const { told, ever } = firstGeneration;
	if (maxTokens === undefined || maxTokens <= told || maxTokens > ever)
		return [];
	if ((0,build_json .Gv)(extra?.['inferenceConfig']) && extra['inferenceConfig']['maxTokens'] !== undefined)
		return [];
	return [
		{
			severity: 'warning',
			field: 'maxTokens',
			message: `AWS documents at most ${told} tokens of answer for ${bareId}; ${maxTokens} may be refused record by record`
		}
	];
}
;
const openAiChat = {
	name: 'openai-chat',
	title: 'OpenAI chat body (with `api: invoke`)',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html',
	revision: 1,
	modelIds: /^(qwen\.|moonshot(ai)?\.|zai\.|minimax\.|google\.gemma-|nvidia\.|deepseek\.v3|mistral\.(devstral|magistral|ministral|mistral-large-3|voxtral)-)/,
	api: 'InvokeModel',
	kind: 'chat',
	render: (request, parameters) => chatBody(chatOf(request), parameters, 'max_tokens'),
	parse: readChoice,
	can(bareId) {
		const { images, maxImageBytes, maxImagePixels } = converseAbilities(bareId);
		return {
			...wordsAlone,
			images,
			...(maxImageBytes !== undefined && { maxImageBytes }),
			...(maxImagePixels !== undefined && { maxImagePixels })
		};
	},
	followUp: chatAgain,
	check: (bareId, parameters) => [
		...checkOpenAi(parameters, bareId),
		...(kimi.test(bareId) ? checkKimi(bareId, parameters) : [])
	]
};
const kimi = /^moonshotai\.kimi-/;
function checkKimi(bareId, parameters) {
	const above = aboveCeiling(bareId, parameters, [{ models: kimi, maxTokens: 262_144, disputed: true }]);
	if (parameters.maxTokens !== undefined || parameters.extra?.['max_tokens'] !== undefined)
		return above;
	return [{ severity: 'warning', field: 'maxTokens', message: `${bareId} may refuse a body without maxTokens` }];
}
;
const beginnings = [
	['iVBORw0KGgo', 'png'],
	['/9j/', 'jpeg'],
	['UklGR', 'webp']
];
function picture(modelOutput, path) {
	const base64 = (0,build_json .Qq)(modelOutput, path);
	const format = beginnings.find(([beginning]) => base64.startsWith(beginning))?.[1];
	if (format === undefined)
		throw new build_json .ym(path, 'a PNG, JPEG or WebP in base64');
	return { format, base64 };
}
;
const ratios = ['16:9', '1:1', '21:9', '2:3', '3:2', '4:5', '5:4', '9:16', '9:21'];
function readPicture(modelOutput) {
	const reason = (0,build_json.at)(modelOutput, 'finish_reasons[0]');
	if (typeof reason !== 'string')
		return { content: picture(modelOutput, 'images[0]'), stop: 'end', usage: {} };
	return { content: '', stop: /^filter/i.test(reason) ? 'filtered' : 'other', stopDetail: reason, usage: {} };
}
function checkStability(parameters, who, formats) {
	const { extra } = parameters;
	return [
		...onlyExtra(parameters, who, 'negative_prompt, aspect_ratio, output_format, seed, strength'),
		...wrongChoice(extra, { aspect_ratio: ratios, output_format: formats }),
		...outside(extra, 'strength', 1),
		...outside(extra, 'seed', 4_294_967_295)
	];
}
function outside(extra, member, most) {
	const value = extra?.[member];
	if (value === undefined || (typeof value === 'number' && value >= 0 && value <= most))
		return [];
	return [{ field: 'extra', message: `${member} must be a number from 0 to ${most}` }];
}
;
const stabilityImage = {
	name: 'stability-image',
	title: 'Stability Stable Image Core, Ultra',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-stable-image-core-text-image-request-response.html',
	revision: 1,
	modelIds: /^stability\.stable-image-(core|ultra)-v\d/,
	api: 'InvokeModel',
	kind: 'draw',
	render(request, parameters) {
		const { text, image } = drawOf(request);
		return withExtra(extra_present({ prompt: text, image: image && base64Of(image) }), parameters.extra);
	},
	parse: readPicture,
	can: bareId => embedding_embeds(/-ultra-/.test(bareId) ? { images: ['jpeg', 'png', 'webp'], textWithImage: true, maxImages: 1 } : {}),
	check(_bareId, parameters) {
		return checkStability(parameters, 'Stable Image', ['jpeg', 'png', 'JPEG', 'PNG']);
	}
};
;
const stabilitySd3 = {
	name: 'stability-sd3',
	title: 'Stability Stable Diffusion 3.5 Large',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html',
	revision: 1,
	modelIds: /^stability\.sd3-/,
	api: 'InvokeModel',
	kind: 'draw',
	render(request, parameters) {
		const { text, image } = drawOf(request);
		const start = image && { mode: 'image-to-image', image: base64Of(image), strength: 0.7 };
		return withExtra({ prompt: text, ...start }, parameters.extra);
	},
	parse: readPicture,
	can: () => embedding_embeds({ images: ['jpeg', 'png', 'webp'], textWithImage: true, maxImages: 1 }),
	check(_bareId, parameters) {
		return checkStability(parameters, 'Stable Diffusion 3.5', ['jpeg', 'png', 'webp']);
	}
};
;
const titan_embed_image_lengths = [256, 384, 1024];
const titanEmbedImage = {
	name: 'titan-embed-image',
	title: 'Amazon Titan Multimodal Embeddings G1',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html',
	revision: 1,
	modelIds: /^amazon\.titan-embed-image-v1(:|$)/,
	api: 'InvokeModel',
	kind: 'embed',
	render(request, parameters) {
		const { text, image } = embedOf(request);
		const body = extra_present({ inputText: text, inputImage: image && base64Of(image) });
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		refuseFailure(modelOutput);
		return {
			content: vector(modelOutput, 'embedding'),
			stop: 'end',
			usage: usage_usageIn(modelOutput, { inputTokens: ['inputTextTokenCount'] })
		};
	},
	can: () => embedding_embeds({
		images: ['png', 'jpeg'],
		textWithImage: true,
		maxImages: 1,
		maxImageBytes: 25_000_000,
		maxImagePixels: 2048
	}),
	check(_bareId, parameters) {
		return [
			...onlyExtra(parameters, 'Titan Multimodal Embeddings', 'embeddingConfig: {outputEmbeddingLength}'),
			...wrongLength(parameters)
		];
	}
};
function refuseFailure(modelOutput) {
	const message = (0,build_json.at)(modelOutput, 'message');
	if (message === undefined || message === '')
		return;
	throw new build_json .ym('message', `no failure, which ${JSON.stringify(message).slice(0, 200)} tells,`);
}
function wrongLength({ extra }) {
	const config = extra?.['embeddingConfig'];
	return (0,build_json .Gv)(config) ? wrongChoice(config, { outputEmbeddingLength: titan_embed_image_lengths }) : [];
}
;
const ofV2 = ['dimensions', 'normalize', 'embeddingTypes'];
const titanEmbedTextV1 = {
	name: 'titan-embed-text-v1',
	title: 'Amazon Titan Embeddings G1 - Text',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html',
	revision: 1,
	modelIds: /^amazon\.titan-embed-(text-v1|g1-text-02)(:|$)/,
	api: 'InvokeModel',
	kind: 'embed',
	render(request, parameters) {
		return withExtra({ inputText: embedOf(request).text ?? '' }, parameters.extra);
	},
	parse(modelOutput) {
		return {
			content: vector(modelOutput, 'embedding'),
			stop: 'end',
			usage: usage_usageIn(modelOutput, { inputTokens: ['inputTextTokenCount'] })
		};
	},
	can: () => embedding_embeds(),
	check(_bareId, parameters) {
		return [...onlyExtra(parameters, 'Titan Embeddings G1', ''), ...membersOfV2(parameters)];
	}
};
function membersOfV2({ extra }) {
	return ofV2
		.filter(member => extra !== undefined && member in extra)
		.map(member => ({
		field: 'extra',
		message: `Titan Embeddings G1 takes no ${member}`,
		hint: 'amazon.titan-embed-text-v2:0 does; its vectors are others'
	}));
}
;
const vectorPaths = ['embedding', 'embeddingsByType.float', 'embeddingsByType.binary'];
const titanEmbedTextV2 = {
	name: 'titan-embed-text-v2',
	title: 'Amazon Titan Text Embeddings V2',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html',
	revision: 1,
	modelIds: /^amazon\.titan-embed-text-v2:/,
	api: 'InvokeModel',
	kind: 'embed',
	render(request, parameters) {
		return withExtra({ inputText: embedOf(request).text ?? '' }, parameters.extra);
	},
	parse(modelOutput) {
		const path = vectorPaths.find(one => (0,build_json.at)(modelOutput, one) !== undefined) ?? 'embedding';
		return {
			content: vector(modelOutput, path),
			stop: 'end',
			usage: usage_usageIn(modelOutput, { inputTokens: ['inputTextTokenCount'] })
		};
	},
	can: () => embedding_embeds(),
	check(_bareId, parameters) {
		return [
			...onlyExtra(parameters, 'Titan Text Embeddings V2', 'dimensions, normalize, embeddingTypes'),
			...wrongChoice(parameters.extra, { dimensions: [256, 512, 1024] }),
			...wrongList(parameters.extra, { embeddingTypes: ['float', 'binary'] })
		];
	}
};
;
const titan_text_meaning = {
	FINISHED: 'end',
	FINISH: 'end',
	STOP_CRITERIA_MET: 'stop-sequence',
	LENGTH: 'max-tokens',
	CONTENT_FILTERED: 'filtered'
};
const titan_text_ceilings = [
	{ models: /^amazon\.titan-text-lite-/, maxTokens: 4096 },
	{ models: /^amazon\.titan-text-express-/, maxTokens: 8192 },
	{ models: /^amazon\.titan-text-premier-/, maxTokens: 3072 }
];
const titan_text_format = {
	marks: /(?!)/g,
	begin: '',
	user: ['User: ', '\n'],
	assistant: ['Bot: ', '\n'],
	answer: 'Bot:'
};
const titanText = {
	name: 'titan-text',
	title: 'Amazon Titan Text',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html',
	revision: 1,
	modelIds: /^amazon\.titan-text-(express|lite|premier)-v\d/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const chat = chatOf(request);
		const [only, second] = chat.messages;
		const lone = only !== undefined && second === undefined && chat.system === undefined;
		const textGenerationConfig = extra_present({
			maxTokenCount: parameters.maxTokens,
			stopSequences: parameters.stop,
			temperature: parameters.temperature,
			topP: parameters.topP
		});
		const body = extra_present({
			inputText: lone ? only.content.map(question_textOf).join('') : promptOf(chat, titan_text_format),
			textGenerationConfig: Object.keys(textGenerationConfig).length > 0 ? textGenerationConfig : undefined
		});
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const result = (0,build_json .YO)(modelOutput, 'results')[0];
		if (!(0,build_json .Gv)(result))
			throw new build_json .ym('results[0]', 'an object');
		return {
			content: (0,build_json .Qq)(modelOutput, 'results[0].outputText'),
			...stopFor(result['completionReason'], titan_text_meaning),
			usage: titan_text_usageOf(modelOutput, result)
		};
	},
	can: () => ({ ...wordsAlone, system: false, prefill: true }),
	followUp(modelInput, answer, complaint) {
		const before = (0,build_json .Qq)(modelInput, 'inputText');
		const prompt = /^User: [^]*\nBot:/.test(before) ? before : `User: ${before}\nBot:`;
		return { ...modelInput, inputText: promptAgain(prompt, titan_text_format, answer, complaint) };
	},
	check(bareId, parameters) {
		return [
			...noPlaceFor(parameters, ['topK'], 'Titan Text', 'remove topK'),
			...aboveCeiling(bareId, parameters, titan_text_ceilings),
			...outOfRange(parameters, { maxTokens: [1, Infinity], temperature: [0, 1], topP: [0.000_001, 1] })
		];
	}
};
function titan_text_usageOf(modelOutput, result) {
	return {
		...usage_usageIn(modelOutput, { inputTokens: ['inputTextTokenCount'] }),
		...usage_usageIn(result, { outputTokens: ['tokenCount'] })
	};
}
;
const twelvelabs_pegasus_meaning = { stop: 'end', length: 'max-tokens' };
const twelvelabsPegasus = {
	name: 'twelvelabs-pegasus',
	title: 'TwelveLabs Pegasus 1.2',
	source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html',
	revision: 1,
	modelIds: /^twelvelabs\.pegasus-/,
	api: 'InvokeModel',
	kind: 'chat',
	render(request, parameters) {
		const { prompt, video } = twelvelabs_pegasus_partsOf(chatOf(request));
		const body = extra_present({
			inputPrompt: prompt,
			mediaSource: video && mediaSource(video),
			temperature: parameters.temperature,
			maxOutputTokens: parameters.maxTokens
		});
		return withExtra(body, parameters.extra);
	},
	parse(modelOutput) {
		const reason = (0,build_json .Qq)(modelOutput, 'finishReason');
		return {
			content: (0,build_json .Qq)(modelOutput, 'message'),
			stop: twelvelabs_pegasus_meaning[reason] ?? 'other',
			stopDetail: reason,
			usage: {}
		};
	},
	can: () => embedding_embeds({ videos: videoFormats, s3Media: true, needs: 'video' }),
	check(bareId, parameters) {
		return [
			...noPlaceFor(parameters, ['topP', 'topK', 'stop'], 'Pegasus', 'remove it'),
			...outOfRange(parameters, { temperature: [0, 1] }),
			...tooMany(parameters, 'maxTokens', 4096, bareId)
		];
	}
};
function twelvelabs_pegasus_partsOf({ messages }) {
	const parts = messages.flatMap(({ content }) => content);
	const prompt = parts.flatMap(part => ('text' in part ? [part.text] : [])).join('\n');
	return { prompt, video: parts.flatMap(part => ('video' in part ? [part.video] : []))[0] };
}
function mediaSource(video) {
	return 's3Uri' in video.source ? { s3Location: locationOf(video.source) } : { base64String: base64Of(video) };
}
;
const families = [
	claude,
	nova_nova,
	titanEmbedTextV1,
	titanEmbedTextV2,
	titanEmbedImage,
	novaMultimodalEmbeddings,
	cohereEmbedV3,
	cohereEmbedV4,
	stabilityImage,
	stabilitySd3,
	twelvelabsPegasus,
	titanText,
	jurassic2,
	jamba,
	command,
	commandR,
	llama2,
	llama3,
	llama4,
	mistralText,
	mistralChat,
	deepseekR1,
	gptOss,
	openAiChat,
	converse
];
const onRequest = [openAiChat];
;
function nearest_editDistance(a, b, most) {
	if (Math.abs(a.length - b.length) > most)
		return most + 1;
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + change);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped)
				cost = Math.min(cost, cell(beforeLast, j - 2) + 1);
			row.push(cost);
		}
		if (Math.min(...row) > most)
			return most + 1;
		beforeLast = last;
		last = row;
	}
	return cell(last, b.length);
}
function cell(row, index) {
	return row[index] ?? Infinity;
}
function models_nearest_nearest(word, known) {
	const wanted = word.toLowerCase().replaceAll('_', '-').replaceAll(' ', '-');
	const holding = known.filter(one => wanted.length >= 5 && one.includes(wanted));
	if (holding.length > 0)
		return holding.reduce((best, one) => (one.length < best.length ? one : best));
	let found;
	let most = Math.floor(wanted.length / 3);
	for (const one of known) {
		const distance = nearest_editDistance(wanted, one, most);
		if (distance > most)
			continue;
		found = one;
		most = distance - 1;
	}
	return found;
}
;
const every = '[*]';
function allAt(value, path) {
	const star = path.indexOf(every);
	if (star < 0) {
		const found = (0,build_json.at)(value, path);
		return found === undefined ? [] : [found];
	}
	const list = star === 0 ? value : (0,build_json.at)(value, path.slice(0, star));
	const rest = path.slice(star + every.length);
	return Array.isArray(list) ? list.flatMap(element => allAt(element, rest)) : [];
}
function joinedAt(modelOutput, path) {
	const texts = [];
	for (const found of allAt(modelOutput, path)) {
		if (typeof found !== 'string')
			throw new build_json .ym(path, 'a string');
		texts.push(found);
	}
	return texts.length === 0 ? undefined : texts.join('');
}
;
const stopWords = {
	end_turn: 'end',
	stop: 'end',
	end: 'end',
	eos: 'end',
	endoftext: 'end',
	complete: 'end',
	finish: 'end',
	finished: 'end',
	success: 'end',
	stop_sequence: 'stop-sequence',
	stop_criteria_met: 'stop-sequence',
	max_tokens: 'max-tokens',
	length: 'max-tokens',
	model_length: 'max-tokens',
	model_context_window_exceeded: 'max-tokens',
	error_limit: 'max-tokens',
	refusal: 'refusal',
	content_filter: 'filtered',
	content_filtered: 'filtered',
	guardrail_intervened: 'filtered',
	error_toxic: 'filtered',
	tool_use: 'tool-use',
	tool_call: 'tool-use',
	tool_calls: 'tool-use',
	function_call: 'tool-use'
};
const notInTemplate = ['temperature', 'topP', 'topK', 'stop', 'extra'];
function verbatimFamily(settings) {
	return {
		name: 'verbatim',
		title: 'Verbatim (the template is the modelInput)',
		source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html',
		revision: 1,
		modelIds: /./,
		api: settings.api === 'converse' ? 'Converse' : 'InvokeModel',
		kind: 'verbatim',
		answers: answerKind(settings),
		render: request => verbatimOf(request).modelInput,
		parse: modelOutput => verbatim_read(modelOutput, settings),
		check: (_bareId, parameters) => outsideTheTemplate(parameters)
	};
}
function answerKind({ vector, picture }) {
	if (vector !== undefined)
		return 'vector';
	return picture === undefined ? 'text' : 'picture';
}
function verbatim_read(modelOutput, settings) {
	const stop = stopIn(modelOutput, settings);
	const reasoning = settings.reasoning === undefined ? undefined : joinedAt(modelOutput, settings.reasoning);
	return {
		content: contentIn(modelOutput, settings, stop.stop),
		...(reasoning !== undefined && { reasoning }),
		...stop,
		usage: usageAt(modelOutput, settings)
	};
}
function contentIn(modelOutput, settings, stop) {
	const path = settings.vector ?? settings.picture ?? settings.text ?? '';
	const whole = stop === 'end' || stop === 'stop-sequence';
	if (!whole && allAt(modelOutput, path).length === 0)
		return '';
	if (settings.vector !== undefined)
		return vector(modelOutput, settings.vector);
	if (settings.picture !== undefined)
		return picture(modelOutput, settings.picture);
	const text = joinedAt(modelOutput, path);
	if (text === undefined)
		throw new build_json .ym(path, 'a string');
	return text;
}
function stopIn(modelOutput, { stop: path, endValues = [] }) {
	const reason = path === undefined ? undefined : (0,build_json.at)(modelOutput, path);
	if (reason === undefined)
		return { stop: 'end' };
	if (typeof reason !== 'string')
		return { stop: 'other', stopDetail: JSON.stringify(reason) };
	if (endValues.includes(reason))
		return { stop: 'end', stopDetail: reason };
	return { ...stopFor(reason.toLowerCase(), stopWords), stopDetail: reason };
}
function usageAt(modelOutput, settings) {
	const usage = {};
	for (const name of ['inputTokens', 'outputTokens', 'cacheReadTokens', 'cacheWriteTokens']) {
		const path = settings[name];
		const tokens = path === undefined ? undefined : (0,build_json .U9)(modelOutput, path);
		if (tokens !== undefined)
			usage[name] = tokens;
	}
	return usage;
}
function outsideTheTemplate(parameters) {
	return notInTemplate
		.filter(field => parameters[field] !== undefined)
		.map(field => ({
		field,
		message: `the question goes to the model as it is, so parameters.${field} has no place`,
		hint: 'write it into the JSON of the question, under the name that the model has for it'
	}));
}
;
const notByConverse = /embed|^stability\.|^twelvelabs\.|rerank|titan-image|nova-(canvas|reel|sonic|2-sonic)/;
const onlyByConverse = /^meta\.llama3-1-405b-/;
function resolveModel(modelId, api, known, verbatim) {
	const read = readModelId(modelId);
	if ('problem' in read)
		return withNearest(read, modelId);
	const id = withUnknownGeography(read);
	if (api === 'verbatim')
		return asItIs(id, modelId, verbatim);
	const refusal = incomplete(id) ?? misspelled(id);
	if (refusal !== undefined)
		return refusal;
	const family = familyFor(id, api, known);
	if ('problem' in family)
		return family;
	return { model: { ...id, modelId, family, api: family.api, warnings: warningsOn(id, api) } };
}
function asItIs(id, modelId, settings) {
	if (settings === undefined)
		return { problem: 'api: verbatim needs the block verbatim, which says where the answer stands' };
	const family = verbatimFamily(settings);
	const slip = incomplete(id) ?? misspelled(id);
	const warnings = slip === undefined ? [] : [`${slip.problem}${slip.hint === undefined ? '' : `; ${slip.hint}`}`];
	return { model: { ...id, modelId, family, api: family.api, warnings } };
}
function withUnknownGeography(id) {
	const [first = '', second = ''] = id.bareId.split('.');
	if (id.geography !== undefined || knownProviders.has(first) || !knownProviders.has(second))
		return id;
	return { ...id, bareId: id.bareId.slice(first.length + 1), kind: 'inference-profile' };
}
function withNearest(refusal, written) {
	const found = written.startsWith('arn:') ? undefined : models_nearest_nearest(written, knownIds);
	if (refusal.hint !== undefined || found === undefined)
		return refusal;
	return { ...refusal, hint: `did you mean ${callable(found)}?` };
}
function incomplete({ bareId, kind, geography }) {
	if (kind === 'application-inference-profile' || knownModel(bareId) !== undefined)
		return undefined;
	const whole = knownIds.filter(id => id.startsWith(bareId) && /^(-\d{8})?(-v?\d+)?(:\d+)?$/.test(id.slice(bareId.length)));
	if (whole.length === 0)
		return undefined;
	const meant = whole.map(id => (geography === undefined ? callable(id) : `${geography}.${id}`));
	return {
		problem: `${bareId} is not the whole model id: the date or version is missing`,
		hint: `did you mean ${meant.slice(0, 3).join(' or ')}?`
	};
}
function misspelled({ bareId, kind }) {
	const provider = bareId.split('.', 1)[0] ?? '';
	if (kind === 'application-inference-profile' || knownProviders.has(provider))
		return undefined;
	const meant = models_nearest_nearest(bareId, knownIds);
	if (meant === undefined)
		return undefined;
	return { problem: `no provider on Bedrock is called "${provider}"`, hint: `did you mean ${callable(meant)}?` };
}
function familyFor(id, api, known) {
	const own = ownFamily(id);
	const pinned = known && pinnedFamily(id, api, known);
	if (pinned !== undefined)
		return pinned;
	if (api === 'invoke')
		return own ?? noFamily(id);
	if (api === 'auto' && own !== undefined && !onRequest.includes(own))
		return own;
	if (notByConverse.test(id.bareId)) {
		return {
			problem: `Converse does not take ${id.bareId}`,
			hint: own === undefined ? 'this action has no family for it yet' : 'write api: auto or api: invoke'
		};
	}
	return converse;
}
function ownFamily({ bareId, kind }) {
	if (kind === 'application-inference-profile' || onlyByConverse.test(bareId))
		return undefined;
	return families.find(family => family !== converse && family.modelIds.test(bareId));
}
function pinnedFamily(id, api, known) {
	const wantedApi = { auto: known.api, converse: 'Converse', invoke: 'InvokeModel' }[api];
	const fits = families.filter(family => family.name === known.family && family.api === known.api);
	if (known.api !== wantedApi || !fits.some(family => family === converse || family.modelIds.test(id.bareId)))
		return undefined;
	return (fits.find(family => family.revision === known.revision) ?? {
		problem: `the lock pins revision ${known.revision} of the family ${known.family}, which this version of the action does not have`,
		hint: 'use the version of the action that wrote the lock, or a newer one; removing the lock asks every row again'
	});
}
function noFamily({ bareId, kind }) {
	const hint = 'write api: converse, or api: auto, which takes Converse here';
	if (kind !== 'application-inference-profile')
		return { problem: `api: invoke needs a family for ${bareId}, and there is none`, hint };
	return {
		problem: 'an application inference profile does not tell its model, so api: invoke cannot know its JSON',
		hint
	};
}
function warningsOn(id, api) {
	const { bareId, kind, geography } = id;
	if (kind === 'application-inference-profile') {
		return api === 'auto' ? ['an application inference profile does not tell its model: Converse is used'] : [];
	}
	const known = knownModel(bareId);
	if (known === undefined) {
		const near = models_nearest_nearest(bareId, knownIds);
		const meant = near === undefined ? '' : `; the nearest known one is ${callable(near)}`;
		return [`${bareId} is not among the models known on ${supportAsOf}${meant}`];
	}
	if (kind === 'custom-model')
		return [`the price of a custom model may differ from that of ${bareId}`];
	if (kind === 'inference-profile' && geography === undefined)
		return ['the geography of this inference profile is not known'];
	const profileOnly = known.inRegion.length === 0 && known.throughProfile.length > 0;
	if (kind !== 'foundation-model' || !profileOnly)
		return [];
	return [`Bedrock takes ${bareId} in batch only through an inference profile: ${profilesOf(bareId).join(', ')}`];
}
function callable(bareId) {
	const known = knownModel(bareId);
	if (known?.batch !== 'listed' || known.inRegion.length > 0)
		return bareId;
	return profilesOf(bareId)[0] ?? bareId;
}
;
function compileCondition(text, place, columns, types, problems) {
	const here = new build_problems .Zw();
	const evaluate = condition_compile(text, place, columns, types, here);
	problems.add(...here.list);
	if (evaluate === undefined || here.any)
		return undefined;
	return (fields, where) => condition_holds(evaluate, fields, where, problems);
}
function condition_compile(text, place, columns, types, problems) {
	const parsed = condition_parse(text, place, problems);
	if (parsed === undefined)
		return undefined;
	const names = new Names({ columns, types, problems, placeAt: token => at(token, text, place), strict: true });
	return compilePostfix(parsed.postfix, names, true, parsed.whole).evaluate;
}
function condition_holds(evaluate, fields, place, problems) {
	try {
		return isTrue(evaluate(new Frame(fields)));
	}
	catch (error) {
		const fault = faultOf(error);
		problems.error(`dataset.where: ${fault.message}`, place, fault.hint);
		return false;
	}
}
function condition_parse(text, place, problems) {
	try {
		const tokenizer = new liquid_node ._F(text, engine.options.operators, undefined, undefined, true);
		const whole = tokenizer.readFilteredValue();
		tokenizer.skipBlank();
		if (tokenizer.end() && whole.filters.length === 0)
			return { postfix: whole.initial.postfix, whole };
		const rest = JSON.stringify(text.slice(tokenizer.p, tokenizer.p + 40));
		const message = tokenizer.end() ? 'dataset.where takes no filters' : `dataset.where cannot be read from ${rest} on`;
		problems.error(message, place, operatorsHint);
	}
	catch (error) {
		if (!(error instanceof Error && liquid_node .HN.is(error)))
			throw error;
		const message = (error.message.split('\n')[0] ?? '').replace(/, line:\d+, col:\d+$/, '');
		problems.error(`dataset.where cannot be read: ${message}`, at(error.token, text, place), operatorsHint);
	}
	return undefined;
}
const operatorsHint = 'as in: price > 10 and category == "shoes"; operators: == != > < >= <= contains and or not';
function at(token, text, place) {
	const [line = 1, column = 1] = token.getPosition();
	return placeIn(place, text, line, column);
}
;
const media_name_byKind = { image: imageFormats, document: documentFormats, video: videoFormats };
const spellings = {
	jpg: 'jpeg',
	jpe: 'jpeg',
	htm: 'html',
	text: 'txt',
	markdown: 'md',
	'3gp': 'three_gp'
};
function mediaNamed(kind, name, place, problems) {
	const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	const format = spellings[ending] ?? ending;
	const known = media_name_byKind[kind];
	if (!known.includes(format)) {
		problems.error(`${JSON.stringify(name)} does not end like ${kind === 'image' ? 'an image' : `a ${kind}`}`, place, `known endings are ${known.map(one => `.${one === 'three_gp' ? '3gp' : one}`).join(', ')}`);
		return undefined;
	}
	const media = { format: format, source: { path: name } };
	if (kind === 'image')
		return { image: media };
	return kind === 'video' ? { video: media } : { document: { ...media, name: documentName(name) } };
}
function documentName(path) {
	const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
	const clean = file
		.normalize('NFKD')
		.replace(/[^A-Za-z0-9\-()[\] ]+/g, '-')
		.replace(/ +/g, ' ')
		.trim()
		.slice(0, 200);
	return clean === '' || clean === '-' ? 'document' : clean;
}
;
function filling_filled({ template, source }, row, problems) {
	try {
		const text = template.render(row.fields);
		if (text.isWellFormed())
			return text;
		problems.error('the prompt would hold half a character', row.place, 'a text of this row was cut inside an emoji');
	}
	catch (error) {
		const fault = faultOf(error);
		const where = fault.token === undefined ? source.place : tokenPlace(fault.token.getPosition(), source);
		problems.error(`${fault.message} (${filling_spelled(where)})`, row.place, fault.hint);
	}
	return undefined;
}
function filledAll(turns, row, problems) {
	const said = [];
	for (const { role, text, media } of turns) {
		const words = text === undefined ? '' : filling_filled(text, row, problems);
		if (words === undefined)
			return undefined;
		const parts = [];
		for (const one of media) {
			const names = filling_filled(one, row, problems);
			if (names === undefined)
				return undefined;
			for (const name of names.split('\n').map(line => line.trim())) {
				const part = name === '' ? undefined : mediaNamed(one.kind, name, row.place, problems);
				if (name !== '' && part === undefined)
					return undefined;
				if (part !== undefined)
					parts.push(part);
			}
		}
		said.push({ role, text: words, media: parts });
	}
	return said;
}
function questionOf(kind, { system, turns }, row, problems) {
	const shown = withOwnMedia(turns, row);
	const fault = shown.length === 0 ? 'prompt.user is missing' : emptyTurn(shown);
	if (fault !== undefined) {
		problems.error(fault, row.place);
		return undefined;
	}
	if (kind === 'chat') {
		const messages = shown.map(filling_messageOf);
		return system.trim() === '' ? { kind, messages } : { kind, system, messages };
	}
	const [only] = shown;
	if (kind === 'verbatim')
		return verbatim(only?.text ?? '', row.place, problems);
	return filling_single(kind, only, row, problems);
}
function withOwnMedia(turns, { media }) {
	if (media === undefined || turns.some(turn => turn.media.length > 0))
		return turns;
	const last = turns.findLastIndex(turn => turn.role === 'user');
	if (last < 0)
		return [{ role: 'user', text: '', media: [media] }];
	return turns.map((turn, index) => (index === last ? { ...turn, media: [media] } : turn));
}
function emptyTurn(turns) {
	const empty = turns.findIndex(({ text, media }) => text.trim() === '' && media.length === 0);
	if (empty < 0)
		return undefined;
	return turns.length === 1 ? 'the prompt is empty for this row' : `turn ${empty + 1} is empty for this row`;
}
function filling_messageOf({ role, text, media }) {
	return { role, content: text.trim() === '' ? media : [...media, { text }] };
}
function filling_single(kind, turn, row, problems) {
	const text = turn?.text ?? '';
	const [first, second] = turn?.media ?? [];
	if (second !== undefined || (first !== undefined && !('image' in first))) {
		problems.error('this model takes one picture beside the text, and nothing else', row.place);
		return undefined;
	}
	const image = first && { image: first.image };
	if (kind === 'draw')
		return { kind, text, ...image };
	return { kind, ...(text.trim() !== '' && { text }), ...image };
}
function verbatim(text, place, problems) {
	try {
		const modelInput = JSON.parse(text);
		if ((0,build_json .Gv)(modelInput))
			return { kind: 'verbatim', modelInput };
		problems.error('with api: verbatim the filled template must be a JSON object', place);
	}
	catch (error) {
		problems.error(`with api: verbatim the filled template must be JSON: ${error.message.replace(/"[^]*" is not valid JSON/, 'it is not valid')}`, place, 'put texts in with the filter json, without quotes around it: {"prompt": {{ row.text | json }}}');
	}
	return undefined;
}
function tokenPlace([line = 1, column = 1], source) {
	return placeIn(source.place, normalText(source.text), line, column);
}
function filling_spelled({ file, line, column }) {
	return [file, line, column].filter(part => part !== undefined).join(':');
}
;
function compilePrompt(source, columns, problems) {
	if (!isPossible(source, problems))
		return undefined;
	const compile = (one) => {
		const template = compileTemplate(one, columns, problems);
		return template && { template, source: one };
	};
	const system = source.system && compile(source.system);
	const turns = source.turns.map(turn => compileTurn(turn, compile));
	if ((source.system && system === undefined) || !turns.every(isDefined))
		return undefined;
	const parts = [...(system ? [system] : []), ...turns.flatMap(prompt_partsOf)];
	return {
		sha256: sha256Hex((0,build_json .dj)(prompt_told(source))),
		fields: [...new Set(parts.flatMap(({ template }) => template.fields))].sort(),
		fill: (row, rowProblems) => {
			const head = system === undefined ? '' : filling_filled(system, row, rowProblems);
			const said = filledAll(turns, row, rowProblems);
			if (head === undefined || said === undefined)
				return undefined;
			return questionOf(source.kind, { system: head, turns: said }, row, rowProblems);
		}
	};
}
function rowsAsQuestions() {
	return {
		sha256: sha256Hex((0,build_json .dj)({ kind: 'rows' })),
		fields: [],
		fill: ({ request }) => request
	};
}
function promptByVariant(variants) {
	const prompts = [...variants];
	return {
		sha256: sha256Hex((0,build_json .dj)(Object.fromEntries(prompts.map(([name, { sha256 }]) => [name, sha256])))),
		fields: [...new Set(prompts.flatMap(([, { fields }]) => fields))].sort(),
		fill: (row, problems) => variantOf(row, variants)?.fill(row, problems)
	};
}
function variantOf({ fields }, variants) {
	const { variant } = fields;
	return typeof variant === 'string' ? variants.get(variant) : undefined;
}
function isPossible({ system, turns, kind, place }, problems) {
	if (kind !== 'chat' && system !== undefined) {
		const [what, hint] = noSystem[kind];
		problems.error(what, system.place, hint);
		return false;
	}
	if (kind !== 'chat' && turns.length > 1) {
		problems.error(`there are no turns ${noTurns[kind]}`, place, 'write prompt.user instead of messages');
		return false;
	}
	for (const { text } of turns) {
		if (text === undefined || normalText(text.text).trim() !== '')
			continue;
		problems.error('the template is empty', text.place);
		return false;
	}
	return true;
}
const noSystem = {
	embed: ['an embedding model takes no system prompt', 'remove prompt.system'],
	draw: ['a model that draws takes no system prompt', 'remove prompt.system'],
	verbatim: ['with api: verbatim the template is the whole modelInput', 'write the system prompt into it']
};
const noTurns = { embed: 'in an embedding', draw: 'for a model that draws', verbatim: 'with api: verbatim' };
function compileTurn({ role, text, media }, compile) {
	const own = text && compile(text);
	const shown = media.map(({ kind, source }) => {
		const compiled = compile(source);
		return compiled && { ...compiled, kind };
	});
	if ((text !== undefined && own === undefined) || !shown.every(isDefined))
		return undefined;
	return { role, ...(own && { text: own }), media: shown };
}
function prompt_partsOf({ text, media }) {
	return text === undefined ? media : [...media, text];
}
function prompt_told({ system, turns, kind }) {
	const [only, another] = turns;
	const head = { kind, ...(system && { system: normalText(system.text) }) };
	if (only?.text && another === undefined && only.media.length === 0 && only.role === 'user')
		return { ...head, user: normalText(only.text.text) };
	return {
		...head,
		turns: turns.map(({ role, text, media }) => ({
			role,
			text: text === undefined ? null : normalText(text.text),
			media: media.map(one => [one.kind, normalText(one.source.text)])
		}))
	};
}
function isDefined(value) {
	return value !== undefined;
}
;
const fence = /```[\w-]*[ \t]*\r?\n([\s\S]*?)```/g;
function* jsonIn(text) {
	for (const value of candidatesIn(text))
		if (isShallow(value))
			yield value;
}
function* candidatesIn(text) {
	const whole = parseJson(text);
	if (whole !== undefined) {
		yield whole;
		return;
	}
	for (const [, inside] of text.matchAll(fence)) {
		const value = parseJson(inside ?? '');
		if (value !== undefined)
			yield value;
	}
	yield* bracketed(text);
}
function* bracketed(text) {
	let budget = Math.max(1_000_000, text.length * 16);
	let at = nextOpening(text, 0);
	while (at !== -1 && budget > 0) {
		const end = json_in_text_closing(text, at);
		budget -= (end === -1 ? text.length : end) - at;
		const value = end === -1 ? undefined : parseJson(text.slice(at, end));
		if (value !== undefined)
			yield value;
		at = nextOpening(text, value === undefined ? at + 1 : end);
	}
}
function nextOpening(text, from) {
	for (let at = from; at < text.length; at++)
		if (text[at] === '{' || text[at] === '[')
			return at;
	return -1;
}
function json_in_text_closing(text, from) {
	let depth = 0;
	let quoted = false;
	for (let at = from; at < text.length; at++) {
		const character = text[at];
		if (quoted && character === '\\')
			at++;
		else if (character === '"')
			quoted = !quoted;
		else if (quoted)
			continue;
		else if (character === '{' || character === '[')
			depth++;
		else if ((character === '}' || character === ']') && --depth === 0)
			return at + 1;
	}
	return -1;
}
;
function misfit(reason, message, wanted) {
	return { reason, message, complaint: `Your answer cannot be used: ${reading_sentence(message)} ${wanted}` };
}
function reading_sentence(message) {
	return /[.!?]$/.test(message) ? message : `${message}.`;
}
function shortList(words, most = 10) {
	const shown = words.slice(0, most).map(word => JSON.stringify(word));
	return words.length > shown.length ? `${shown.join(', ')} … (${words.length} labels)` : shown.join(', ');
}
;
const json_reader_nothing = misfit('not JSON', 'answer must be JSON, but no object or array was found in it', 'Answer with nothing but JSON.');
async function jsonReader(check, repair) {
	const mend = repair ? await repairer() : undefined;
	return text => {
		let wrong;
		for (const value of jsonIn(text)) {
			const fault = check?.(value);
			if (!fault)
				return { value };
			wrong ??= fault;
		}
		for (const value of mend?.(text) ?? []) {
			const fault = check?.(value);
			if (!fault)
				return { value, repaired: true };
			wrong ??= fault;
		}
		return wrong ?? json_reader_nothing;
	};
}
const json_reader_mostCharacters = 1_000_000;
async function repairer() {
	const { jsonrepair } = await __webpack_require__.e( 864).then(__webpack_require__.bind(__webpack_require__, 9864));
	return function* (text) {
		if (text.length > json_reader_mostCharacters)
			return;
		for (const candidate of candidates(text)) {
			const value = parseShallow(json_reader_attempt(() => jsonrepair(candidate)) ?? '');
			if (value !== undefined && value !== null && typeof value === 'object')
				yield value;
		}
	};
}
function* candidates(text) {
	const fenced = [...text.matchAll(/```[\w-]*[ \t]*\r?\n([^]*?)(?:\r?\n[ \t]*```|$)/g)].map(([, inside]) => inside ?? '');
	for (const part of [...fenced, text]) {
		const start = part.search(/[{[]/);
		if (start < 0)
			continue;
		const end = Math.max(part.lastIndexOf('}'), part.lastIndexOf(']'));
		if (end > start)
			yield part.slice(start, end + 1);
		yield part.slice(start);
	}
}
function json_reader_attempt(act) {
	try {
		return act();
	}
	catch {
		return undefined;
	}
}
;
const mostWords = 25;
const label_reader_mostCharacters = 200;
const denials = new Set('no not none neither nor never cannot cant isnt arent wasnt doesnt dont didnt wouldnt couldnt shouldnt wont hardly barely scarcely unlikely far anything except fails less opposite doubt false without instead rather or than vs nicht kein keine weder noch oder pas non ni ou aucun sans sin nunca tampoco não nao nem sem ou'.split(' '));
function labelReader(labels) {
	const exact = new Set(labels);
	const loose = new Map();
	for (const label of exact)
		loose.set(bare(label), loose.has(bare(label)) ? undefined : label);
	const byLength = [...loose].filter(([words]) => words !== '').sort(([one], [other]) => other.length - one.length);
	const none = misfit('not one of the labels', `answer must be one of ${shortList(labels)}`, `Answer with one of these labels and nothing else: ${shortList(labels, 200)}.`);
	return text => {
		if (exact.has(text))
			return { value: text };
		const words = bare(text);
		const found = words === '' ? undefined : (loose.get(words) ?? onlyLabel(text, words, byLength));
		return found === undefined ? none : { value: found };
	};
}
function onlyLabel(text, words, labels) {
	let rest = ` ${words} `;
	const named = [];
	for (const label of labels) {
		const [wanted] = label;
		if (!rest.includes(` ${wanted} `))
			continue;
		named.push(label);
		for (let round = 0; round < 2; round++)
			rest = rest.replaceAll(` ${wanted} `, '  ');
	}
	const [first] = named;
	if (first === undefined || named.length > 1)
		return undefined;
	if (rest.split(' ').some(word => denials.has(word)))
		return undefined;
	const isShort = text.length <= label_reader_mostCharacters && words.split(' ').length <= mostWords;
	return isShort || standsAlone(text, first[0]) ? first[1] : undefined;
}
function standsAlone(text, wanted) {
	const lines = text.split(/\r?\n/).filter(line => line.trim() !== '');
	return bare(lines[0] ?? '') === wanted || bare(lines.at(-1) ?? '') === wanted;
}
function bare(text) {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\p{Cf}/gu, '')
		.replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
		.trim();
}
;
const mostInstructions = 2000;
class Program {
	instructions = [];
	flags;
	constructor(flags) {
		this.flags = `u${flags.replace('m', '')}`;
	}
	emit(instruction) {
		return this.instructions.push(instruction) <= mostInstructions;
	}
	add(node) {
		switch (node.kind) {
			case 'one':
				return this.emit({ does: 'one', test: testOf(node.source, this.flags) });
			case 'assert':
				return this.emit({ does: 'assert', what: node.what });
			case 'sequence':
				return node.items.every(item => this.add(item));
			case 'choice':
				return this.choose(node.items);
			case 'group':
				return (this.emit({ does: 'save', slot: node.group * 2 }) &&
					this.add(node.item) &&
					this.emit({ does: 'save', slot: node.group * 2 + 1 }));
			case 'repeat':
				return this.repeat(node);
		}
	}
	choose(items) {
		const ends = [];
		for (const [index, item] of items.entries()) {
			const split = this.instructions.length;
			const isLast = index === items.length - 1;
			if (!isLast && !this.emit({ does: 'split', first: split + 1, second: 0 }))
				return false;
			if (!this.add(item))
				return false;
			if (isLast)
				break;
			ends.push(this.instructions.length);
			if (!this.emit({ does: 'jump', to: 0 }))
				return false;
			this.instructions[split] = { does: 'split', first: split + 1, second: this.instructions.length };
		}
		for (const end of ends)
			this.instructions[end] = { does: 'jump', to: this.instructions.length };
		return true;
	}
	repeat({ item, least, most, lazy, groups }) {
		if (least > mostInstructions)
			return false;
		for (let round = 0; round < least; round++)
			if (!this.round(item, groups))
				return false;
		if (most === Infinity)
			return this.loop(item, lazy, groups);
		if (most - least > mostInstructions)
			return false;
		const splits = [];
		for (let round = least; round < most; round++) {
			splits.push(this.instructions.length);
			if (!this.emit({ does: 'jump', to: 0 }) || !this.round(item, groups))
				return false;
		}
		for (const split of splits)
			this.instructions[split] = branch(split + 1, this.instructions.length, lazy);
		return true;
	}
	loop(item, lazy, groups) {
		const split = this.instructions.length;
		if (!this.emit({ does: 'jump', to: 0 }) || !this.round(item, groups))
			return false;
		if (!this.emit({ does: 'jump', to: split }))
			return false;
		this.instructions[split] = branch(split + 1, this.instructions.length, lazy);
		return true;
	}
	round(item, [from, to]) {
		return (from === to || this.emit({ does: 'forget', from: from * 2, to: to * 2 })) && this.add(item);
	}
}
function branch(inside, behind, lazy) {
	return lazy ? { does: 'split', first: behind, second: inside } : { does: 'split', first: inside, second: behind };
}
function testOf(source, flags) {
	const pattern = new RegExp(`^(?:${source})$`, flags);
	const known = new Uint8Array(128);
	return code => {
		if (code >= 128)
			return pattern.test(String.fromCodePoint(code));
		if (known[code] === 0)
			known[code] = pattern.test(String.fromCharCode(code)) ? 1 : 2;
		return known[code] === 1;
	};
}
;
const pattern_match_mostSteps = 50_000_000;
function compilePattern(pattern) {
	const program = new Program(pattern.flags);
	if (!program.add(pattern.root) || !program.emit({ does: 'match' }))
		return undefined;
	const multiline = pattern.flags.includes('m');
	return text => run(program.instructions, text, pattern.groups.length, multiline);
}
function run(program, text, groups, multiline) {
	if (text.length * program.length > pattern_match_mostSteps)
		return undefined;
	const threads = () => ({ at: [], slots: [], seen: new Uint32Array(program.length) });
	const walk = { program, text, multiline };
	let now = threads();
	let next = threads();
	let best;
	for (let position = 0;;) {
		const code = text.codePointAt(position);
		if (best === undefined)
			pattern_match_follow(walk, now, 0, [position], position);
		if (now.at.length === 0 && best !== undefined)
			break;
		const behind = position + (code !== undefined && code > 0xffff ? 2 : 1);
		for (const [index, at] of now.at.entries()) {
			const instruction = program[at];
			const slots = now.slots[index] ?? [];
			if (instruction?.does === 'match') {
				best = [slots[0], position, ...slots.slice(2)];
				break;
			}
			if (instruction?.does === 'one' && code !== undefined && instruction.test(code))
				pattern_match_follow(walk, next, at + 1, slots, behind);
		}
		if (code === undefined)
			break;
		[now, next] = [next, now];
		next.at.length = 0;
		next.slots.length = 0;
		position = behind;
	}
	return best && pattern_match_taken(text, best, groups);
}
function pattern_match_taken(text, slots, groups) {
	const part = (slot) => {
		const [from, to] = [slots[slot], slots[slot + 1]];
		return from === undefined || to === undefined ? undefined : text.slice(from, to);
	};
	return { text: part(0) ?? '', groups: Array.from({ length: groups }, (_, index) => part(index * 2 + 2)) };
}
function pattern_match_follow(walk, threads, start, slots, position) {
	const open = [[start, slots]];
	for (let one = open.pop(); one !== undefined; one = open.pop()) {
		const [at, taken] = one;
		if (threads.seen[at] === position + 1)
			continue;
		threads.seen[at] = position + 1;
		const instruction = walk.program[at];
		switch (instruction?.does) {
			case 'jump':
				open.push([instruction.to, taken]);
				break;
			case 'split':
				open.push([instruction.second, taken], [instruction.first, taken]);
				break;
			case 'save':
				open.push([at + 1, withSlot(taken, instruction.slot, position)]);
				break;
			case 'forget':
				open.push([
					at + 1,
					taken.map((slot, index) => (index >= instruction.from && index < instruction.to ? undefined : slot))
				]);
				break;
			case 'assert':
				if (pattern_match_holds(instruction.what, walk, position))
					open.push([at + 1, taken]);
				break;
			case 'one':
			case 'match':
				threads.at.push(at);
				threads.slots.push(taken);
				break;
			case undefined:
				break;
		}
	}
}
function withSlot(slots, slot, position) {
	const copy = Array.from({ length: Math.max(slots.length, slot + 1) }, (_, index) => slots[index]);
	copy[slot] = position;
	return copy;
}
function pattern_match_holds(what, { text, multiline }, position) {
	switch (what) {
		case 'start':
			return position === 0 || (multiline && isLineEnd(text, position - 1));
		case 'end':
			return position === text.length || (multiline && isLineEnd(text, position));
		case 'word':
		case 'inside':
			return (isWord(text, position - 1) !== isWord(text, position)) === (what === 'word');
	}
}
function isLineEnd(text, position) {
	return /[\n\r\u2028\u2029]/.test(text.charAt(position));
}
function isWord(text, position) {
	return /\w/.test(text.charAt(position));
}
;
function patternReader(source) {
	const reading = readPattern(source);
	const match = 'pattern' in reading ? compilePattern(reading.pattern) : undefined;
	if (!('pattern' in reading) || match === undefined)
		throw new RangeError('the pattern was not checked');
	const { groups } = reading.pattern;
	const none = misfit('does not match the pattern', 'answer must match answer.pattern, and no part of it does', `Answer so that a part of the text matches the regular expression ${source}`);
	return text => {
		const found = match(text);
		return found === undefined ? none : { value: pattern_reader_valueOf(found, groups) };
	};
}
function pattern_reader_valueOf(found, names) {
	if (names.length === 0)
		return found.text;
	if (names.every(name => name === undefined))
		return found.groups[0] ?? null;
	return Object.fromEntries(names.map((name, index) => [name ?? '', found.groups[index] ?? null]));
}
;
const regExp = Object.assign((source) => {
	const native = new RegExp(source, 'u');
	const reading = readPattern(source);
	const match = 'pattern' in reading ? compilePattern(reading.pattern) : undefined;
	return match === undefined ? native : { test: text => match(text) !== undefined, toString: () => native.toString() };
}, { code: 'RegExp' });
const options = { strict: false, validateFormats: false, ownProperties: true, logger: false, code: { regExp } };
async function compileSchema(schema) {
	const { default: module } = await __webpack_require__.e( 210).then(__webpack_require__.t.bind(__webpack_require__, 52210, 19));
	const validate = new module.Ajv2020(options).compile(schema);
	const names = propertyNames(schema);
	let all;
	const everything = (value) => {
		all ??= new module.Ajv2020({ ...options, allErrors: true }).compile(schema);
		return all(value) ? [] : (all.errors ?? []);
	};
	return value => (validate(value) ? undefined : misfitOf(validate.errors ?? [], everything(value), names));
}
function misfitOf(errors, everything, names) {
	const last = errors.at(-1);
	const error = last?.keyword === 'anyOf' || last?.keyword === 'oneOf' ? last : errors[0];
	const steps = stepsOf(error);
	const what = error?.message ?? 'does not fit the schema';
	const stable = steps.map(step => (names.has(step) ? step : '*')).join('/');
	const message = `answer${steps.map(schema_check_spelled).join('')} ${what}`;
	const more = everything.map(one => `answer${stepsOf(one).map(schema_check_spelled).join('')} ${whatOf(one)}`);
	const told = [...new Set(more.length > 0 ? more : [message])]
		.slice(0, mostTold)
		.map(one => one.slice(0, 300).toWellFormed());
	return {
		...misfit(`schema: ${stable === '' ? 'answer' : `/${stable}`} ${what}`, told.join('; '), wanted),
		message
	};
}
const mostTold = 8;
const wanted = 'Answer again with the whole JSON, corrected, and nothing else.';
function stepsOf(error) {
	return (error?.instancePath ?? '').split('/').slice(1).map(schema_check_unescape);
}
function whatOf({ message = 'does not fit the schema', params }) {
	const { allowedValues, additionalProperty } = params;
	if (Array.isArray(allowedValues))
		return `must be one of ${allowedValues.map(value => JSON.stringify(value)).join(', ')}`;
	return typeof additionalProperty === 'string' ? `${message}: ${JSON.stringify(additionalProperty)}` : message;
}
function schema_check_unescape(step) {
	return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
function schema_check_spelled(step) {
	if (/^\d+$/.test(step))
		return `[${step}]`;
	return /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
function propertyNames(schema, names = new Set()) {
	if (Array.isArray(schema))
		for (const one of schema)
			propertyNames(one, names);
	if (!(0,build_json .Gv)(schema))
		return names;
	const properties = schema['properties'];
	if ((0,build_json .Gv)(properties))
		for (const name of Object.keys(properties))
			names.add(name);
	for (const member of Object.values(schema))
		propertyNames(member, names);
	return names;
}
;
function readingSettings({ retryInvalid: _asking, repair, ...answer }) {
	return { ...answer, ...(repair && { repair }) };
}
async function compileAnswer(answer, schema, place, problems) {
	switch (answer.format) {
		case 'text':
			return textReader(text => ({ value: text }));
		case 'label':
			return textReader(labelReader(answer.labels ?? []));
		case 'regex':
			return textReader(patternReader(answer.pattern ?? ''));
		case 'embedding':
			return readVector;
		case 'json': {
			const check = schema && (await compiled(schema, place, problems));
			return schema && !check ? undefined : textReader(await jsonReader(check, answer.repair === true));
		}
	}
}
async function compiled(schema, place, problems) {
	try {
		return await compileSchema(schema);
	}
	catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		problems.error(`the schema is not a JSON Schema that can be used: ${why}`, place, answer_reader_hintFor(why));
		return undefined;
	}
}
function answer_reader_hintFor(why) {
	if (why.includes('no schema with key or ref'))
		return 'write JSON Schema 2020-12, or leave out "$schema"';
	if (why.includes("can't resolve reference"))
		return 'put the schema that is referred to under "$defs"; nothing is fetched';
	return undefined;
}
function textReader(read) {
	return content => {
		if (typeof content !== 'string')
			return misfit('not text', 'answer must be text, but the model gave a vector', 'Answer with text.');
		return read(content.trim().toWellFormed());
	};
}
function readVector(content) {
	if (typeof content !== 'string')
		return { value: content };
	const message = 'answer must be a vector of numbers, but the model gave text';
	return misfit('not a vector', message, 'Answer with a vector.');
}
;
const maxTextBytes = 4 << 20;
async function readPrompts(request, outside, problems) {
	const reader = new Reader(request, outside, problems);
	const { prompt, expand } = request.spec;
	if (expand === undefined)
		return new Map([['', await reader.read([[prompt, 'prompt']])]]);
	const sources = new Map();
	for (const [variant, own] of Object.entries(expand)) {
		const base = own.user || own.messages ? without(prompt) : prompt;
		sources.set(variant, await reader.read([
			[own, `expand.${variant}`],
			[base, 'prompt']
		]));
	}
	return sources;
}
function without({ user: _user, messages: _messages, ...rest }) {
	return rest;
}
function compilePrompts(sources, kind, columns, problems) {
	const only = sources.get('');
	if (only !== undefined)
		return compilePrompt({ ...only, kind }, columns, problems);
	const prompts = new Map();
	for (const [variant, source] of sources) {
		const prompt = compilePrompt({ ...source, kind }, columns, problems);
		if (prompt !== undefined)
			prompts.set(variant, prompt);
	}
	return prompts.size === sources.size ? promptByVariant(prompts) : undefined;
}
class Reader {
	request;
	outside;
	problems;
	texts = new Map();
	constructor(request, outside, problems) {
		this.request = request;
		this.outside = outside;
		this.problems = problems;
	}
	async read(written) {
		const [system, systemAt] = prompts_first(written, 'system');
		const [user, userAt] = prompts_first(written, 'user');
		const [messages, messagesAt] = prompts_first(written, 'messages');
		const media = this.media(written);
		const turns = [];
		for (const [index, turn] of (messages ?? []).entries()) {
			const path = `${messagesAt}[${index}]`;
			const text = turn.text && (await this.text(turn.text, `${path}.text`));
			turns.push({ role: turn.role, ...(text && { text }), media: this.media([[turn, path]]) });
		}
		if (user !== undefined)
			turns.push({ role: 'user', text: await this.text(user, userAt), media });
		else if (messages !== undefined)
			attach(turns, media);
		else if (media.length > 0)
			turns.push({ role: 'user', media });
		return {
			...(system && { system: await this.text(system, systemAt) }),
			turns,
			place: this.request.placeOf(written[0]?.[1] ?? 'prompt')
		};
	}
	media(written) {
		const kinds = [
			['image', 'images'],
			['document', 'documents'],
			['video', 'videos']
		];
		return kinds.flatMap(([kind, member]) => {
			const [names, at] = prompts_first(written, member);
			return (names ?? []).map((text, index) => ({
				kind,
				source: { text, place: this.request.placeOf(`${at}[${index}]`) }
			}));
		});
	}
	async text(source, path) {
		const { placeOf } = this.request;
		if ('text' in source)
			return { text: source.text, place: placeOf(path) };
		const place = { file: source.file, line: 1, column: 1 };
		const known = this.texts.get(source.file);
		if (known !== undefined)
			return { text: known, place };
		const text = await this.outside.workspace.readText(source.file, maxTextBytes);
		if (text === undefined)
			this.problems.error(`there is no file ${source.file}`, placeOf(`${path}.file`));
		this.texts.set(source.file, text ?? '');
		return { text: text ?? '', place };
	}
}
function prompts_first(written, name) {
	const found = written.find(([holder]) => holder[name] !== undefined);
	return [found?.[0][name], `${found?.[1] ?? ''}.${name}`];
}
function attach(turns, media) {
	const last = turns.findLastIndex(turn => turn.role === 'user');
	const turn = turns[last];
	if (turn !== undefined)
		turns[last] = { ...turn, media: [...turn.media, ...media] };
}
;
function formerOutputs(outputs, before) {
	const paths = new Set(outputs.map(({ spec }) => spec.path));
	const gone = before.filter(({ path, merge }) => !paths.has(path) && !hasHoles(path) && merge !== true);
	const known = new Map(before.filter(({ path }) => paths.has(path)).map(output => [output.path, output]));
	const fresh = outputs.filter(({ spec }) => !known.has(spec.path) && !hasHoles(spec.path) && spec.merge !== true);
	const names = fresh.map(({ spec, columns }) => former_layoutOf(lockOutput(spec, columns)));
	for (const [index, { spec }] of fresh.entries()) {
		const [former, another] = gone.filter(output => former_layoutOf(output) === names[index]);
		const isOnly = names.filter(name => name === names[index]).length === 1;
		if (former !== undefined && another === undefined && isOnly)
			known.set(spec.path, former);
	}
	return known;
}
function former_layoutOf({ format, columns }) {
	return (0,build_json .dj)([format, columns]);
}
;
class Claims {
	size = 0;
	ids = indexes();
	next = indexes();
	first = indexes();
	add(row, id) {
		const entry = this.size++;
		this.ids.set(entry, id);
		this.next.set(entry, this.first.get(row));
		this.first.set(row, entry);
	}
	any(row) {
		return this.first.get(row) >= 0;
	}
	has(row, id) {
		for (let entry = this.first.get(row); entry >= 0; entry = this.next.get(entry))
			if (this.ids.get(entry) === id)
				return true;
		return false;
	}
}
;
class PublishedOutput {
	carries = true;
	files = [];
	offset = offsets();
	length = lengths();
	part = growing_bytes();
	hashes = indexes();
	cells;
	shape;
	fileOf = indexes();
	numbers = new Map();
	places = 0;
	rowAt = indexes();
	next = indexes();
	first = [];
	last = [];
	constructor(path, scratch) {
		this.cells = scratch.create(path.replaceAll('/', '_'));
		this.shape = shapeOf(path);
	}
	hash(row) {
		return this.hashes.get(row);
	}
	setHash(row, hash) {
		this.hashes.set(row, hash);
	}
	setPath(row, path) {
		if (!this.shape.test(path) || outputPathFault(path) !== undefined)
			return;
		const number = this.numbers.get(path) ?? this.files.push(path) - 1;
		this.numbers.set(path, number);
		if (this.fileOf.get(row) === number)
			return;
		this.fileOf.set(row, number);
		const place = this.places++;
		this.rowAt.set(place, row);
		const before = this.last[number];
		if (before === undefined)
			this.first[number] = place;
		else
			this.next.set(before, place);
		this.last[number] = place;
	}
	settlePath(row, path) {
		this.fileOf.set(row, this.numbers.get(path) ?? -1);
	}
	pathOf(row) {
		return this.files[this.fileOf.get(row)];
	}
	holds(path) {
		return this.numbers.has(path);
	}
	*rowsIn(path) {
		const number = this.numbers.get(path);
		if (number === undefined)
			return;
		for (let place = this.first[number] ?? -1; place >= 0; place = this.next.get(place))
			yield this.rowAt.get(place);
	}
	forget() {
		this.offset = offsets();
	}
	move(pairs) {
		const found = pairs.map(([from]) => [this.offset.get(from), this.length.get(from), this.part.get(from)]);
		for (const [from] of pairs)
			this.offset.set(from, -1);
		for (const [index, [offset, length, part]] of found.entries()) {
			const to = pairs[index]?.[1] ?? -1;
			if (to < 0)
				continue;
			this.offset.set(to, offset);
			this.length.set(to, length);
			this.part.set(to, part);
		}
	}
	has(row) {
		return this.offset.get(row) >= 0;
	}
	isWhole(row) {
		return this.has(row) && this.part.get(row) === 0;
	}
	write(row, cells, isPart = false) {
		const offset = this.cells.append(JSON.stringify(cells));
		this.part.set(row, isPart ? 1 : 0);
		this.offset.set(row, offset);
		this.length.set(row, this.cells.bytes - offset);
	}
	read(row) {
		if (!this.has(row))
			return undefined;
		return JSON.parse(this.cells.readText(this.offset.get(row), this.length.get(row)));
	}
}
;
class RowsByRecord {
	last = indexes();
	before = indexes();
	add(record, row) {
		this.before.set(row, this.last.get(record));
		this.last.set(record, row);
	}
	find(record, willDo) {
		let row = this.last.get(record);
		while (row >= 0 && !willDo(row))
			row = this.before.get(row);
		if (record >= 0)
			this.last.set(record, row);
		return row;
	}
}
;
class Published {
	header;
	manifest;
	answered = 0;
	sameAnswers = true;
	isLost = false;
	isMerged = false;
	sources = new Map();
	moved = { file: undefined, ranges: new Map() };
	rows = new IdTable();
	ids = new IdTable();
	record = indexes();
	failure = indexes();
	reasons = [];
	answers = new RowsByRecord();
	failures = new RowsByRecord();
	seen = indexes();
	claims = new Claims();
	sides = [];
	wanted;
	outputs;
	order;
	former = new Map();
	layouts = [];
	scratch;
	constructor(outputs, scratch) {
		this.wanted = outputs;
		this.scratch = scratch;
		this.outputs = outputs.map(({ spec }) => new PublishedOutput(spec.path, scratch));
		this.order = this.outputs;
	}
	get size() {
		return this.rows.size;
	}
	begin(header) {
		this.sides.push(header);
		const layouts = formerOutputs(this.wanted, header.outputs);
		this.layouts.push(layouts);
		this.order = header.outputs.map(output => {
			const { path } = output;
			const known = this.outputs[this.wanted.findIndex(({ spec }) => layouts.get(spec.path) === output)];
			if (known !== undefined)
				return known;
			const former = this.former.get(path) ?? new PublishedOutput(path, this.scratch);
			this.former.set(path, former);
			return former;
		});
	}
	get headers() {
		return this.sides;
	}
	take(row) {
		const known = this.size;
		const index = this.rows.add(contentHash(row.key));
		if (index < known)
			this.takeAgain(index, row);
		else
			this.takeFirst(index, row);
		for (const [number, path] of (row.paths ?? []).entries())
			if (path !== '')
				this.order[number]?.setPath(index, path);
	}
	takeFirst(index, row) {
		this.record.set(index, this.ids.add(row.recordId));
		if (row.failure !== undefined)
			this.failure.set(index, this.intern(row.failure));
		else
			this.answered++;
		for (const [number, hash] of row.answers.entries())
			if (hash !== '')
				this.order[number]?.setHash(index, this.ids.add(hash));
	}
	takeAgain(index, row) {
		this.isMerged = true;
		if (this.says(index, row))
			return;
		this.claims.add(index, this.ids.add(row.recordId));
		if (row.failure === undefined && this.failure.get(index) >= 0) {
			this.failure.set(index, -1);
			this.answered++;
		}
		for (const [number, hash] of row.answers.entries()) {
			if (hash === '')
				continue;
			const output = this.order[number];
			if ((output?.hash(index) ?? -1) < 0)
				output?.setHash(index, this.ids.add(hash));
			else
				this.claims.add(index, this.ids.add(hash));
		}
	}
	says(index, { recordId, answers, failure }) {
		if (this.ids.idAt(this.record.get(index)) !== recordId)
			return false;
		const gaveUp = this.failure.get(index) >= 0;
		if (gaveUp || failure !== undefined)
			return gaveUp && failure !== undefined;
		return this.order.every((output, number) => {
			const hash = answers[number] ?? '';
			return output.hash(index) === (hash === '' ? -1 : this.ids.find(hash));
		});
	}
	find(key) {
		return this.size === 0 ? -1 : this.rows.find(contentHash(key));
	}
	mayHold(row, recordId) {
		const id = this.ids.find(recordId);
		return id >= 0 && (this.record.get(row) === id || this.claims.has(row, id));
	}
	hasAnswer(row) {
		return row >= 0 && this.failure.get(row) < 0;
	}
	confirm(row) {
		;
		(this.failure.get(row) < 0 ? this.answers : this.failures).add(this.record.get(row), row);
	}
	answering(recordId) {
		const record = this.ids.find(recordId);
		const holds = (row) => this.record.get(row) === record && this.failure.get(row) < 0;
		return this.answers.find(record, row => holds(row) && this.isWhole(row) && !this.isEdited(row));
	}
	failing(recordId) {
		const record = this.ids.find(recordId);
		return this.failures.find(record, row => this.record.get(row) === record && this.failureOf(row) !== undefined);
	}
	failureOf(row) {
		return this.claims.any(row) ? undefined : this.reasons[this.failure.get(row)];
	}
	isWhole(row) {
		if (this.claims.any(row) || !this.outputs.every(output => output.carries && output.isWhole(row)))
			return false;
		return this.sameAnswers || this.isEdited(row);
	}
	cellsOf(output, row) {
		const cells = this.outputs[output]?.read(row);
		if (cells === undefined)
			return undefined;
		const isWritten = this.hashOf(output, row) !== undefined;
		return { cells, edited: isWritten ? !this.wrote(output, row, cells) : this.writtenIn(output, row, cells) };
	}
	wrote(output, row, cells) {
		const hash = this.ids.find(cellsHash(cells));
		return hash >= 0 && (this.outputs[output]?.hash(row) === hash || this.claims.has(row, hash));
	}
	isByHand(row) {
		return this.failureOf(row) !== undefined && this.isEdited(row);
	}
	layoutsOf(path) {
		const layouts = this.layouts.flatMap(side => side.get(path) ?? []);
		const here = layouts.filter(one => one.path === path);
		return [...new Map((here.length > 0 ? here : layouts).map(one => [JSON.stringify(one), one])).values()];
	}
	layoutOf(path) {
		const [layout, other] = this.layoutsOf(path);
		return other === undefined ? layout : undefined;
	}
	hashOf(output, row) {
		const hash = this.outputs[output]?.hash(row) ?? -1;
		return hash < 0 ? undefined : this.ids.idAt(hash);
	}
	countEdited(output) {
		let edited = 0;
		for (let row = 0; row < this.size; row++)
			if (this.cellsOf(output, row)?.edited === true)
				edited++;
		return edited;
	}
	isEdited(row) {
		return this.outputs.some((_, output) => this.cellsOf(output, row)?.edited === true);
	}
	writtenIn(output, row, cells) {
		const format = this.wanted[output]?.spec.format;
		if (this.failureOf(row) === undefined || format === undefined || formats_formatOf(format).tellsFailures)
			return false;
		return Object.values(cells).some(cell => cell !== null && cell !== '');
	}
	markSeen(row) {
		this.seen.set(row, 1);
	}
	*inOrder() {
		for (let row = 0; row < this.size; row++)
			if (this.hasAnswer(row))
				yield row;
	}
	pathOf(output, row) {
		return this.outputs[output]?.pathOf(row);
	}
	filesOf(output) {
		return this.outputs[output]?.files ?? [];
	}
	rowsIn(output, path) {
		return this.outputs[output]?.rowsIn(path) ?? [];
	}
	owns(path) {
		return [...this.outputs, ...this.former.values()].some(output => output.holds(path));
	}
	*allFiles() {
		for (const output of [...this.outputs, ...this.former.values()])
			yield* output.files;
	}
	setCarries(output, carries) {
		const one = this.outputs[output];
		if (one !== undefined)
			one.carries = carries;
	}
	forget(output) {
		this.outputs[output]?.forget();
	}
	countGone() {
		let gone = 0;
		for (let row = 0; row < this.size; row++)
			if (this.seen.get(row) < 0 && this.hasAnswer(row))
				gone++;
		return gone;
	}
	takeCells(output, row, cells, { file, isPart } = {}) {
		if (this.cellsOf(output, row)?.edited === true)
			return cells;
		this.outputs[output]?.write(row, cells, isPart);
		if (file !== undefined)
			this.outputs[output]?.settlePath(row, file);
		return cells;
	}
	move(output, pairs) {
		this.outputs[output]?.move(pairs);
	}
	intern(reason) {
		const known = this.reasons.indexOf(reason);
		return known >= 0 ? known : this.reasons.push(reason) - 1;
	}
}
;
const keyless = 'and no column holds the key';
async function matchByPlace(matching, { file, rows, lines }) {
	const { published, number, before, problems } = matching;
	if (published.isMerged) {
		const message = `the lock was merged, and no column of ${file} holds the key: its rows are written anew`;
		problems.warning(message, { file });
		return;
	}
	const ids = new IdTable();
	const strays = [];
	const taker = new RowTaker(matching, before);
	const expected = rows[Symbol.iterator]();
	let matches = true;
	for await (const line of lines) {
		const next = expected.next();
		matches &&= next.done !== true;
		if (next.done === true)
			continue;
		const hash = cellsHash(taker.take(next.value, line, file));
		const was = published.hashOf(number, next.value);
		if (was === undefined || was === hash)
			continue;
		const own = ids.add(hashOf(datasetCells(before, line.cells)));
		strays.push({ row: next.value, hash: ids.add(hash), published: ids.add(was), own });
	}
	if (!matches || expected.next().done !== true) {
		published.forget(number);
		problems.warning(`rows were added to or removed from ${file}, ${keyless}: its rows are written anew`, { file });
		return;
	}
	if (strays.length === 0)
		return;
	const rowOf = match_by_place_rowsOf(strays, await ownNow(matching, strays, ids));
	if (rowOf === undefined)
		return;
	const lost = rowOf.filter(row => row < 0).length;
	published.move(number, strays.map(({ row }, index) => [row, rowOf[index] ?? -1]));
	const found = lost === 0 ? 'by what stands in them' : `but for ${lost}, which are written anew`;
	problems.warning(`the lines of ${file} stand in another order, ${keyless}: their rows were found ${found}`, {
		file
	});
}
function match_by_place_rowsOf(strays, now) {
	const free = new Set(strays.map(({ row }) => row));
	const rowOf = strays.map(() => -1);
	const settle = (find) => {
		for (const [index, stray] of strays.entries()) {
			const row = (rowOf[index] ?? -1) < 0 ? find(stray) : undefined;
			if (row === undefined || !free.delete(row))
				continue;
			rowOf[index] = row;
		}
	};
	const byOwn = grouped([...now].map(([row, own]) => [own, row]));
	settle(({ own }) => (byOwn.get(own)?.length === 1 ? byOwn.get(own)?.[0] : undefined));
	const byHash = grouped(strays.filter(({ row }) => free.has(row)).map(({ published, row }) => [published, row]));
	settle(({ hash }) => byHash.get(hash)?.pop());
	if (!strays.some(({ row }, index) => (rowOf[index] ?? -1) >= 0 && rowOf[index] !== row))
		return undefined;
	if (free.size === 1)
		settle(() => [...free][0]);
	return rowOf;
}
function grouped(pairs) {
	const groups = new Map();
	for (const [key, value] of pairs) {
		const group = groups.get(key);
		if (group)
			group.push(value);
		else
			groups.set(key, [value]);
	}
	return groups;
}
async function ownNow({ published, before, datasetRows }, strays, ids) {
	const now = new Map();
	const columns = Object.keys(datasetCells(before, {}));
	if (columns.length === 0)
		return now;
	const format = formats_formatOf(before.format);
	const steps = columns.map(name => ({ name, steps: parsePath(before.columns[name] ?? '')?.slice(1) ?? [] }));
	const wanted = new Set(strays.map(({ row }) => row));
	for await (const rows of datasetRows()) {
		for (const { key, fields } of rows) {
			const row = published.find(key);
			if (!wanted.has(row))
				continue;
			const cells = steps.map(({ name, steps }) => [name, format.asRead(follow(fields, steps), { name })]);
			now.set(row, ids.add(hashOf(Object.fromEntries(cells))));
		}
	}
	return now;
}
function hashOf(cells) {
	return contentHash((0,build_json .dj)(cells).replaceAll('\\r\\n', '\\n'));
}
;
async function read_outputs_readOutput(reading) {
	const { published, number, output, problems } = reading;
	const { path, format } = output.spec;
	const before = published.layoutOf(path);
	if (published.layoutsOf(path).length > 1) {
		const message = `the two sides of the lock lay ${path} out differently: its rows are written anew, with what a person may have edited in them`;
		problems.warning(message, { file: path });
	}
	if (before === undefined)
		return;
	published.setCarries(number, canCarry(before, output));
	if (before.format === format)
		await readAs(reading, before);
	else
		await forgetFormat(reading, before);
}
async function readAs(reading, before) {
	const { published, number } = reading;
	const { path } = before;
	if (before.merge === true)
		await read_outputs_readable(path, before, () => readMerged(reading, before));
	else if (isPerRow(before.format))
		await readRowFiles(reading, before);
	else if (hasHoles(path)) {
		for (const file of published.filesOf(number)) {
			const rows = published.rowsIn(number, file);
			await read_outputs_readable(file, before, () => readTable(reading, before, { file, rows }));
		}
	}
	else
		await read_outputs_readable(path, before, () => readTable(reading, before, { file: path, rows: published.inOrder() }));
}
async function forgetFormat(reading, before) {
	const { published, number, problems } = reading;
	const { path } = before;
	let lost = ', with what a person may have edited in them';
	try {
		await readAs(reading, before);
		const edited = published.countEdited(number);
		lost = edited === 0 ? '' : `, and what a person edited in ${edited} of them is lost`;
	}
	catch (error) {
		if (!(error instanceof build_problems .tZ))
			throw error;
	}
	published.forget(number);
	problems.warning(`the format of ${path} changed: its rows are written anew${lost}`, { file: path });
}
async function read_outputs_readable(file, { format }, read) {
	try {
		await read();
	}
	catch (error) {
		if (!(error instanceof OutputUnreadable))
			throw error;
		const place = { file, ...(error.line !== undefined && { line: error.line }) };
		const remedy = `Mend it or restore it with git. ${error.hint ?? ''}`.trim();
		throw new build_problems .tZ([(0,build_problems .CC)('error', `${file} is no longer ${format}: ${error.message}`, place, remedy)]);
	}
}
const read_outputs_atOnce = 32;
async function readRowFiles(reading, before) {
	const { published, number } = reading;
	const files = published.filesOf(number);
	const taker = new RowTaker(reading, before);
	for (let start = 0; start < files.length; start += read_outputs_atOnce) {
		await Promise.all(files.slice(start, start + read_outputs_atOnce).map(file => read_outputs_readable(file, before, async () => {
			const [row] = published.rowsIn(number, file);
			const content = await read_outputs_contentOf(reading, before, file).next();
			if (row === undefined || content.done === true)
				return;
			const line = hasConflict(content.value.cells) ? await lineOfConflict(reading, file) : undefined;
			taker.take(row, { ...content.value, ...(line !== undefined && { line }) }, file);
		})));
	}
}
async function lineOfConflict({ workspace }, file) {
	return conflictLine((await workspace.readText(file, 256 << 20)) ?? '');
}
async function readTable(reading, before, table) {
	const { workspace, published } = reading;
	const { file } = table;
	if ((await workspace.stat(file)) === undefined)
		return;
	const column = keyColumn(before);
	const lines = read_outputs_contentOf(reading, before, file);
	if (column === undefined) {
		await matchByPlace({ ...reading, before }, { ...table, lines });
		return;
	}
	const taker = new RowTaker(reading, before);
	for await (const row of lines) {
		if (!Object.hasOwn(row.cells, column))
			throw renamed(`the column ${JSON.stringify(column)}, which holds the key, is missing`, row.line);
		const index = published.find(keyText(row.cells[column]));
		if (index >= 0)
			taker.take(index, row, file);
	}
}
async function* read_outputs_contentOf({ workspace }, { format }, path) {
	const facts = await workspace.stat(path);
	if (facts === undefined)
		return;
	for await (const rows of formats_formatOf(format).read(fileAt(workspace, path, facts.bytes)))
		yield* rows;
}
function fileAt(workspace, path, bytes) {
	return {
		bytes,
		stream: () => workspace.read(path),
		slice: (from, to) => workspace.slice(path, from, to)
	};
}
;
async function readPublished(workspace, scratch, settings, problems) {
	const { name, outputs, source, datasetRows } = settings;
	let published = new Published(outputs, scratch);
	if (outputs.length === 0)
		return published;
	const files = sideFiles({ name, outputs: outputs.map(({ spec }) => spec) });
	const reading = await lockOf(workspace, files.lock, published);
	accept(reading, files.lock, problems);
	if (reading.kind === 'absent')
		await tellFormerLock(workspace, { name, lock: files.lock }, problems);
	const { headers } = published;
	const isRead = reading.kind === 'ok' || reading.kind === 'torn';
	if (!isRead)
		published = new Published(outputs, scratch);
	published.isLost = !isRead && reading.kind !== 'absent';
	published.manifest = await read_published_manifestOf(workspace, files.manifest, problems);
	if (outputs.some(({ spec }) => isMerge(spec)))
		await keepSources({ workspace, scratch, source, published });
	if (!settings.adopt) {
		const isLockAbsent = reading.kind === 'absent';
		await refuseUnmanaged(workspace, { name, outputs, files, published, headers, isLockAbsent });
	}
	if (isRead) {
		published.header = headers.find(({ spec }) => spec === name) ?? headers[0];
		published.isMerged ||= reading.kind === 'torn';
		published.sameAnswers = headers.every(({ answerSha256 }) => answerSha256 === settings.answerSha256);
		for (const [number, output] of outputs.entries())
			await read_outputs_readOutput({ workspace, published, number, output, problems, source, datasetRows });
	}
	return published;
}
async function lockOf(workspace, path, published) {
	if ((await workspace.stat(path)) === undefined)
		return { kind: 'absent' };
	const read = (chunks) => readLock(chunks, row => published.take(row), header => published.begin(header));
	const whole = await read(workspace.read(path));
	if (whole.kind !== 'conflict-markers')
		return whole;
	const sides = [];
	for (const side of lockSides)
		sides.push(await read(oneSide(workspace.read(path), side)));
	const isRead = sides.some(({ kind }) => kind === 'ok');
	return sides.find(({ kind }) => kind === 'other-schema') ?? (isRead ? { kind: 'torn' } : whole);
}
function accept(reading, path, problems) {
	const again = 'Its answers are looked up in S3 again; nothing that is still there is paid twice.';
	switch (reading.kind) {
		case 'ok':
		case 'absent':
			return;
		case 'torn':
			problems.warning(`${path} has merge-conflict markers: what either side says counts as published`, { file: path }, 'Where the sides differ, answers are looked up in S3 again; nothing that is still there is paid twice.');
			return;
		case 'conflict-markers':
			problems.warning(`${path} has merge-conflict markers and counts as absent`, { file: path }, again);
			return;
		case 'unreadable':
			problems.warning(`${path} cannot be read and counts as absent: ${reading.why}`, { file: path }, again);
			return;
		case 'other-schema':
			throw new build_problems .HR('bad-state', `${path} ${schemaWords(reading.schema, lockSchema)}`, {
				place: { file: path },
				remedy: 'Use the version of the action that wrote it, or a newer one. To start afresh, delete it and set adopt: true: answers are looked up in S3, and only what is not there is asked again.'
			});
	}
}
function schemaWords(found, ours) {
	return `${found === undefined ? 'names no schema' : `has schema ${found}`}, and this version of the action reads schema ${ours}`;
}
async function read_published_manifestOf(workspace, path, problems) {
	const text = await workspace.readText(path, 64 << 20);
	if (text === undefined)
		return undefined;
	const reading = manifest_readManifest(text);
	if (reading.kind === 'ok')
		return reading.manifest;
	const why = reading.kind === 'other-schema' ? schemaWords(reading.schema, manifestSchema) : 'cannot be read';
	problems.warning(`${path} ${why}: it is written anew, and its account of earlier jobs is lost`, { file: path });
	return undefined;
}
;
const s3_files_attempts = 4;
class S3Files {
	seen = new Map();
	connect;
	clock;
	constructor(connect, clock) {
		this.connect = connect;
		this.clock = clock;
	}
	async find(pattern) {
		const { bucket, key } = readObjectUri(pattern);
		const wild = key.search(/[*?]/);
		if (wild < 0)
			return (await this.look(pattern)) === undefined ? [] : [pattern];
		const matches = globExpression(key);
		const found = [];
		for await (const page of (await this.bucket(bucket)).list(key.slice(0, wild))) {
			for (const object of page) {
				if (object.key.endsWith('/') || !matches.test(object.key))
					continue;
				const uri = `s3://${bucket}/${object.key}`;
				this.seen.set(uri, { bytes: object.bytes, etag: undefined });
				found.push(uri);
			}
		}
		return found.sort();
	}
	async bytes(uri) {
		const seen = this.seen.get(uri) ?? (await this.look(uri));
		return seen === undefined ? s3_files_absent(uri) : seen.bytes;
	}
	async *open(uri) {
		const all = await this.bytes(uri);
		let at = 0;
		let trouble;
		for (let attempt = 1; at < all; attempt++) {
			await this.pause(attempt, uri, trouble);
			const { body } = await this.get(uri, { from: at, to: all });
			try {
				for await (const piece of body) {
					at += piece.length;
					attempt = 1;
					yield piece;
				}
			}
			catch (error) {
				if (error instanceof build_problems .HR || error instanceof build_problems .tZ)
					throw error;
				trouble = error;
			}
		}
	}
	async slice(uri, from, to) {
		const end = Math.min(to, await this.bytes(uri));
		if (from >= end)
			return new Uint8Array(0);
		let trouble;
		for (let attempt = 1;; attempt++) {
			await this.pause(attempt, uri, trouble);
			const { body } = await this.get(uri, { from, to: end });
			try {
				const bytes = await collected(body);
				if (bytes.length === end - from)
					return bytes;
			}
			catch (error) {
				if (error instanceof build_problems .HR)
					throw error;
				trouble = error;
			}
		}
	}
	async get(uri, range) {
		const { bucket, key } = readObjectUri(uri);
		const object = await (await this.bucket(bucket)).get(key, range);
		if (object === undefined)
			return s3_files_absent(uri);
		this.note(uri, object.etag, undefined);
		return object;
	}
	async look(uri) {
		const { bucket, key } = readObjectUri(uri);
		const head = await (await this.bucket(bucket)).head(key);
		if (head === undefined)
			return undefined;
		this.note(uri, head.etag, head.bytes);
		return this.seen.get(uri);
	}
	note(uri, etag, bytes) {
		const seen = this.seen.get(uri);
		if (seen?.etag !== undefined && seen.etag !== etag) {
			const hint = 'run the workflow again when nobody writes it';
			throw new build_problems .tZ([(0,build_problems .CC)('error', 'the object changed while it was read', { file: uri }, hint)]);
		}
		if (seen?.etag === undefined)
			this.seen.set(uri, { bytes: bytes ?? seen?.bytes ?? 0, etag });
	}
	async pause(attempt, uri, cause) {
		if (attempt === 1)
			return;
		if (attempt > s3_files_attempts) {
			throw new build_problems .HR('service-trouble', `${uri} broke off ${s3_files_attempts} times`, {
				cause,
				remedy: 'Nothing was asked: the next pass reads it again.'
			});
		}
		await this.clock.sleep(500 * 2 ** attempt * (0.5 + this.clock.random()));
	}
	async bucket(name) {
		return (await this.connect()).foreignBucket(name);
	}
}
async function collected(body) {
	const pieces = [];
	for await (const piece of body)
		pieces.push(Uint8Array.from(piece));
	return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
}
function s3_files_absent(uri) {
	throw new build_problems .tZ([(0,build_problems .CC)('error', 'there is no such object', { file: uri })]);
}
;
const abreast = 64;
async function findFiles(request, world, problems) {
	const { spec, placeOf } = request;
	const { path: patterns, format, at, key, types, limit } = spec.dataset;
	const s3 = new S3Files(connection(world), world.clock);
	const found = new Set();
	for (const pattern of patterns) {
		const matching = await filesMatching(pattern, s3, world);
		if ('message' in matching)
			problems.error(matching.message, placeOf('dataset.path'), matching.hint);
		else
			for (const file of matching)
				found.add(file);
	}
	const names = [...found];
	const merged = [...new Set([...mergedColumns(spec), ...(await formerlyMerged(world.workspace, spec))])];
	const files = filesOf(world.workspace, s3);
	const own = key ?? keyOfFormat(formatOf(names, format, new build_problems .Zw()));
	const source = {
		files: names,
		types,
		...(format !== undefined && { format }),
		...(at !== undefined && { at }),
		...(own !== undefined && { key: own }),
		...(limit !== undefined && { limit }),
		...(merged.length > 0 && { hidden: merged })
	};
	return { source, files, bytes: await sources_sum(names, files) };
}
async function filesMatching(pattern, s3, { workspace, cloud }) {
	if (!isObjectUri(pattern)) {
		const found = await inGroups(await workspace.glob(pattern), async (file) => (await workspace.stat(file)) === undefined ? [] : [file]);
		const hint = 'Paths are relative to the root of the repository; is the file checked out?';
		return found.flat().length > 0 ? found.flat() : { message: `no file matches ${pattern}`, hint };
	}
	if (cloud === undefined) {
		const hint = 'Give aws-region and credentials; passes for forks read nothing from AWS.';
		return { message: `the dataset ${pattern} lies in S3, and this pass does not reach AWS`, hint };
	}
	const found = await s3.find(pattern);
	const hint = 'Upper and lower case are different keys; is it the right bucket?';
	return found.length > 0 ? found : { message: `no object matches ${pattern}`, hint };
}
function connection({ cloud }) {
	let connected;
	const connect = async () => {
		if (cloud === undefined)
			throw new build_problems .HR('not-allowed-here', 'this pass does not reach AWS');
		const there = await cloud();
		await there.identity();
		return there;
	};
	return () => (connected ??= connect());
}
function filesOf(workspace, s3) {
	return {
		open: path => (isObjectUri(path) ? s3.open(path) : workspace.read(path)),
		slice: (path, from, to) => (isObjectUri(path) ? s3.slice(path, from, to) : workspace.slice(path, from, to)),
		bytes: async (path) => (isObjectUri(path) ? s3.bytes(path) : ((await workspace.stat(path))?.bytes ?? 0))
	};
}
async function sources_sum(names, files) {
	return (await inGroups(names, name => files.bytes(name))).reduce((all, bytes) => all + bytes, 0);
}
async function inGroups(items, look) {
	const results = [];
	for (let from = 0; from < items.length; from += abreast) {
		results.push(...(await Promise.all(items.slice(from, from + abreast).map(look))));
	}
	return results;
}
function checkDisk({ bytes }, scratch) {
	const needed = (64 << 20) + 3 * bytes;
	const free = scratch.freeBytes();
	if (free >= needed)
		return;
	throw new build_problems .HR('no-disk', `${sources_megabytes(free)} are free, about ${sources_megabytes(needed)} are needed for temporary files`, {
		remedy: 'Free some space on the runner, use a larger one, or point RUNNER_TEMP to a larger disk. Nothing was asked.'
	});
}
function sources_megabytes(bytes) {
	return `${Math.ceil(bytes / 1e6)} MB`;
}
;
function homeOf(region) {
	if (region.startsWith('us-gov-'))
		return 'us-gov';
	if (region.startsWith('us-') && !region.startsWith('us-iso'))
		return 'us';
	if (region.startsWith('ca-'))
		return 'ca';
	if (region === 'eu-west-2' || region === 'eu-central-2')
		return undefined;
	if (/^eu-(west|central|north|south)-\d$/.test(region))
		return 'eu';
	if (region === 'ap-northeast-1' || region === 'ap-northeast-3')
		return 'jp';
	if (region === 'ap-southeast-2' || region === 'ap-southeast-4')
		return 'au';
	return region.startsWith('ap-') ? 'apac' : undefined;
}
function departureOf(model, region, wanted) {
	if (wanted === 'global')
		return undefined;
	return wanted === undefined ? residency_unasked(model, region) : broken(model, region, wanted);
}
function residency_unasked({ geography, bareId }, region) {
	if (geography === undefined || region === undefined)
		return undefined;
	const home = homeOf(region);
	if (home !== undefined && geography !== 'global' && overlaps(geography, home))
		return undefined;
	const where = geography === 'global' ? 'any region of the world' : `the regions of "${geography}."`;
	return {
		severity: 'warning',
		message: `${geography}.${bareId} may hand the questions of ${region} to ${where}`,
		hint: `If they may go there, say so: aws.dataResidency: ${geography}`
	};
}
function broken(model, region, wanted) {
	const hint = remedy(model, region, wanted);
	const because = (message) => ({ severity: 'error', message, hint });
	const home = region === undefined ? undefined : homeOf(region);
	if (region !== undefined && (home === undefined || !residency_within(home, wanted)))
		return because(`aws.dataResidency is ${wanted}, and ${region} lies outside of it`);
	if (model.kind === 'application-inference-profile')
		return because(`aws.dataResidency is ${wanted}, and an application inference profile does not tell where it leads`);
	if (model.kind !== 'inference-profile')
		return undefined;
	if (model.geography === undefined)
		return because(`aws.dataResidency is ${wanted}, and the geography of this inference profile is not known`);
	if (residency_within(model.geography, wanted))
		return undefined;
	return because(`aws.dataResidency is ${wanted}, and ${model.geography}.${model.bareId} may hand the questions to ${model.geography === 'global' ? 'any region of the world' : `the regions of "${model.geography}."`}`);
}
function residency_within(inner, outer) {
	return inner === outer || (outer === 'apac' && (inner === 'jp' || inner === 'au'));
}
function overlaps(a, b) {
	return residency_within(a, b) || residency_within(b, a);
}
function remedy({ bareId, kind }, region, wanted) {
	if (kind === 'application-inference-profile')
		return 'name the model or its system profile, or remove dataResidency';
	const known = knownModel(bareId);
	const isHome = (one) => {
		const home = homeOf(one);
		return home !== undefined && residency_within(home, wanted);
	};
	const callable = region === undefined || !isHome(region) ? undefined : geographiesAt(region);
	const staying = profilesOf(bareId).filter(profile => {
		const geography = profile.slice(0, -bareId.length - 1);
		return residency_within(geography, wanted) && (callable?.includes(geography) ?? true);
	});
	const bare = known?.inRegion.filter(isHome) ?? [];
	const ways = [
		...staying.map(profile => `model: ${profile}`),
		...(bare.length === 0 ? [] : [`model: ${bareId} in ${bare.slice(0, 3).join(', ')}`])
	];
	if (ways.length > 0)
		return `${ways.join(', or ')}${callable === undefined ? `, from a region in ${wanted}` : ''}`;
	return `no way is known to call ${bareId} within ${wanted}; take another model, or remove dataResidency`;
}
;
function checkResidency({ spec, placeOf, aws }, model, problems) {
	const found = departureOf(model, aws?.region ?? spec.aws.region, spec.aws.dataResidency);
	if (found !== undefined)
		problems.add((0,build_problems .CC)(found.severity, found.message, placeOf('model'), found.hint));
}
;
const set_up_maxTextBytes = 4 << 20;
async function setUp(request, outside, problems) {
	const { spec, placeOf } = request;
	const sources = await findFiles(request, outside, problems);
	const { source, files } = sources;
	checkDisk(sources, outside.scratch);
	const templates = await readPrompts(request, outside, problems);
	const schema = await set_up_readSchema(request, outside, problems);
	stopAt(problems);
	const ownColumns = await readColumns(source, files, problems);
	if (ownColumns === undefined)
		throw new build_problems .tZ(problems.list);
	checkKey(request, ownColumns, problems);
	const expansion = expansionOf(spec);
	const columns = expandColumns(ownColumns, expansion, problems);
	const outputs = layOut({ ...request, key: source.key }, columns, schema?.schema, problems);
	const placement = placementOf({ request, columns, files: source.files }, problems);
	const answerSha256 = hashOfAnswers(spec, schema?.schema);
	const published = await readPublished(outside.workspace, outside.scratch, {
		name: spec.name,
		outputs,
		adopt: spec.adopt,
		answerSha256,
		source,
		datasetRows: () => allRows(source, files, expansion)
	}, problems);
	const model = resolve(request, published, problems);
	const prompt = set_up_promptOf(request, templates, model, columns, problems);
	const where = compileWhere(request, ownColumns, problems);
	const format = model && answersWith(model.family) !== 'text' ? otherFormat(request, model, problems) : spec.answer.format;
	const reader = await compileAnswer({ ...spec.answer, format }, schema?.schema, schema?.place ?? placeOf('answer'), problems);
	if (model === undefined || prompt === undefined || reader === undefined || problems.any)
		throw new build_problems .tZ(problems.list);
	const limits = jobLimits(spec, model);
	checkJobLimits(request, limits, problems);
	checkPadding(request, model, problems);
	checkFollowUps(request, model, problems);
	checkPictures(request, model.family, problems);
	stopAt(problems);
	const price = await priceOf(model.bareId, model.geography, spec.price);
	return {
		source: { ...source, ...(where && { where }) },
		files,
		expansion,
		outputs,
		published,
		placement,
		model,
		prompt,
		reader,
		answerSha256,
		limits,
		price
	};
}
function allRows({ limit: _wanted, ...source }, files, expansion) {
	return expandRows(readDataset(source, files, new build_problems .Zw()), expansion);
}
function stopAt(problems) {
	if (problems.any)
		throw new build_problems .tZ(problems.list);
}
function checkJobLimits({ spec, placeOf }, limits, problems) {
	const { minRecords, maxRecords } = limits;
	if (spec.inference === 'on-demand' || minRecords <= maxRecords)
		return;
	const place = placeOf(spec.limits.recordsPerJob === undefined ? 'limits.minRecordsPerJob' : 'limits.recordsPerJob');
	problems.error(`no batch job can be made: it takes at least ${minRecords} records and may hold ${maxRecords}`, place, 'Correct limits.recordsPerJob or limits.minRecordsPerJob, or write inference: on-demand.');
}
function checkPadding({ spec, placeOf }, { family, bareId }, problems) {
	const isText = family.kind === 'embed' || (family.kind === 'chat' && family.can?.(bareId).needs === undefined);
	if (spec.belowMinimum !== 'pad' || isText)
		return;
	problems.error(`belowMinimum: pad fills a job up with short texts, which are no questions for ${spec.model} here`, placeOf('belowMinimum'), 'Write on-demand, hold or fail.');
}
function checkFollowUps({ spec, placeOf }, { family }, problems) {
	if (spec.answer.retryInvalid === 0 || family.followUp !== undefined)
		return;
	problems.error(`answer.retryInvalid tells the model in another turn what was wrong, and ${family.name} has no turns`, placeOf('answer.retryInvalid'), 'Remove it; or write api: converse, where the model has it.');
}
function expansionOf({ matrix, expand, samples }) {
	return { matrix: matrix ?? {}, variants: Object.keys(expand ?? {}), samples };
}
function hashOfAnswers({ answer, verbatim }, schema) {
	const reading = { ...readingSettings(answer), schema: schema ?? null };
	return sha256Hex((0,build_json .dj)(verbatim === undefined ? reading : { ...reading, verbatim }));
}
function set_up_promptOf({ spec }, templates, model, columns, problems) {
	if (bringsQuestions(spec.dataset.format))
		return rowsAsQuestions();
	return compilePrompts(templates, model?.family.kind ?? 'chat', columns, problems);
}
async function set_up_readSchema(request, outside, problems) {
	const { schema } = request.spec.answer;
	const place = request.placeOf('answer.schema');
	if (schema === undefined)
		return undefined;
	if ('inline' in schema)
		return { schema: schema.inline, place };
	const text = await outside.workspace.readText(schema.file, set_up_maxTextBytes);
	if (text === undefined) {
		problems.error(`there is no file ${schema.file}`, place);
		return undefined;
	}
	try {
		const value = JSON.parse(text);
		if ((0,build_json .Gv)(value))
			return { schema: value, place: { file: schema.file, line: 1 } };
		problems.error(`${schema.file} is not a JSON Schema: an object is expected at its top`, {
			file: schema.file,
			line: 1
		});
	}
	catch (error) {
		problems.error(`${schema.file} is not JSON: ${error.message}`, { file: schema.file, line: 1 });
	}
	return undefined;
}
function checkKey({ spec, placeOf }, { names, complete }, problems) {
	const { key } = spec.dataset;
	if (key === undefined || !complete || names.includes(key))
		return;
	problems.error(`the dataset has no column ${nearest_spelled(key)} to be its key`, placeOf('dataset.key'), namesHint(key, names, 'columns'));
	stopAt(problems);
}
function layOut({ spec, placeOf, key }, columns, schema, problems) {
	const names = {
		...(key !== undefined && !isExpanding(expansionOf(spec)) && { keyField: key }),
		...(columns.complete && { fields: columns.names }),
		answerFormat: spec.answer.format,
		...(schema && { answerSchema: schema })
	};
	return spec.outputs.map((output, number) => ({
		spec: output,
		columns: compileColumns(output, names, column => placeOf(`outputs[${number}].columns.${column}`), problems)
	}));
}
function resolve({ spec, placeOf, aws }, { header }, problems) {
	const pinned = header?.model === spec.model ? { api: header.api, family: header.family, revision: header.revision } : undefined;
	const resolution = resolveModel(spec.model, spec.api, pinned, spec.verbatim);
	if ('problem' in resolution) {
		problems.error(resolution.problem, placeOf('model'), resolution.hint);
		return undefined;
	}
	const { model } = resolution;
	checkResidency({ spec, placeOf, aws }, model, problems);
	for (const warning of model.warnings)
		problems.warning(warning, placeOf('model'));
	for (const wrong of model.family.check?.(model.bareId, spec.parameters) ?? []) {
		problems.add((0,build_problems .CC)(wrong.severity ?? 'error', wrong.message, placeOf(`parameters.${wrong.field}`), wrong.hint));
	}
	return model;
}
function compileWhere({ spec, placeOf }, columns, problems) {
	if (spec.dataset.where === undefined)
		return undefined;
	return compileCondition(spec.dataset.where, placeOf('dataset.where'), columns, columns.types ?? spec.dataset.types, problems);
}
function otherFormat({ spec, placeOf }, { family }, problems) {
	const answers = answersWith(family);
	const { format } = spec.answer;
	if (format !== 'text' && !(answers === 'vector' && format === 'embedding')) {
		problems.error(`${spec.model} answers with a ${answers}, not with ${format}`, placeOf('answer'), answers === 'vector' ? 'Leave out the answer block, or write format: embedding.' : 'Leave out the answer block.');
	}
	return answers === 'vector' ? 'embedding' : 'text';
}
function jobLimits(spec, model) {
	const known = limitsOf(model.bareId);
	const { minRecordsPerJob, recordsPerJob, bytesPerJob, activeJobs } = spec.limits;
	return {
		minRecords: minRecordsPerJob ?? known.minRecordsPerJob,
		maxRecords: recordsPerJob ?? Math.min(known.maxRecordsPerJob, known.maxRecordsPerFile),
		maxBytes: bytesPerJob ?? Math.min(known.maxFileBytes, known.maxJobBytes),
		maxActiveJobs: activeJobs ?? known.maxActiveJobs
	};
}
function advise(request, model, problems) {
	const { aws, spec } = request;
	if (aws === undefined)
		return;
	for (const advice of adviseOn(model, aws.region, spec))
		problems.warning(advice, request.placeOf('model'));
}
;
async function stopJobs(work) {
	const known = await jobsOf(work);
	const jobs = [];
	const failures = [];
	for (const job of known) {
		if (job.ending !== undefined)
			continue;
		try {
			const now = await stop(work, job);
			if (now !== undefined)
				jobs.push(now);
		}
		catch (error) {
			if (!(error instanceof build_problems .HR))
				throw error;
			failures.push(error);
			jobs.push(job);
		}
	}
	const stopping = jobs.filter(job => job.status === 'Stopping').length;
	return { jobs, stopping, mayBeUnlisted: await mayBeUnlisted(work, known), failure: stop_oneOf(failures, jobs.length) };
}
async function jobsOf({ cloud, store: { specId }, ledger }) {
	const isOurs = (job) => readJobName(job.jobName)?.specId === specId;
	const jobs = (await cloud.jobs.list(specId)).filter(isOurs);
	const listed = new Set(jobs.map(job => job.jobArn));
	const noted = new Remembered(await ledger.load(specId));
	return [...jobs, ...(await noted.unlisted(cloud, specId, listed))];
}
async function stop({ cloud, log }, job) {
	const { jobArn } = job;
	if (job.status === 'Stopping') {
		log.info(`${jobArn} is being stopped already`);
		return job;
	}
	if ((await cloud.jobs.stop(jobArn)) === 'stopping') {
		log.info(`stopping ${jobArn}`);
		return { ...job, status: 'Stopping' };
	}
	const now = await cloud.jobs.get(jobArn).catch(noJobOfOurs);
	if (now !== undefined && now.ending === undefined && now.status !== 'Stopping')
		throw new build_problems .HR('refused-by-bedrock', `Bedrock does not stop ${jobArn}, whose status is ${now.status}`, {
			remedy: 'Run mode: stop again in a minute, or stop it in the console.'
		});
	if (now === undefined || now.ending !== undefined) {
		log.info(`${jobArn} had ended already`);
		return undefined;
	}
	log.info(`${jobArn} is being stopped already`);
	return now;
}
async function mayBeUnlisted({ store }, jobs) {
	try {
		return (await staged(store, jobs)).young.length > 0;
	}
	catch (error) {
		if (error instanceof build_problems .HR)
			return true;
		throw error;
	}
}
function stop_oneOf(failures, jobs) {
	const [first] = failures;
	if (first === undefined || failures.length === jobs)
		return first;
	const { code, message, remedy, cause } = first;
	return new build_problems .HR(code, `${failures.length} of ${counted(jobs, 'job')} could not be stopped: ${message}`, {
		cause,
		...(remedy !== undefined && { remedy })
	});
}
;
async function* firstRows(batches, most) {
	let left = most;
	for await (const rows of batches) {
		yield rows.slice(0, left);
		left -= rows.length;
		if (left <= 0)
			return;
	}
}
function showQuestion(log, key, prompt, answer) {
	const close = log.group(`Question of row ${key}`);
	log.info(prompt);
	if (answer !== undefined)
		log.info(`→ ${answer}`);
	close();
}
async function showTrial(work) {
	const { draft, prepared, outside, driven } = work;
	const standings = new Standings(work);
	const shown = [];
	let waiting = 0;
	for await (const rows of preparedRows(prepared)) {
		for (const row of rows) {
			const { prompt = '' } = prepared.shown[shown.length] ?? {};
			const standing = standings.of(row);
			if (standing.kind === 'open' && standing.why === 'wait')
				waiting++;
			shown.push({ key: row.key, prompt, ...tried(work, standing) });
		}
	}
	const heldBy = driven?.heldBy;
	for (const { key, prompt, answer, failure } of shown)
		showQuestion(outside.log, key, prompt, failure ?? (typeof answer === 'string' ? answer : JSON.stringify(answer)));
	const unanswered = shown.filter(one => one.answer === undefined).length;
	draft.rows.answered = shown.length - unanswered;
	draft.rows.waiting = heldBy === undefined ? waiting : unanswered;
	draft.rows.failed = unanswered - draft.rows.waiting;
	draft.tried(shown);
	if (heldBy !== undefined && unanswered > 0) {
		draft.status = 'waiting';
		draft.open(`${submittingNow(heldBy)}; try again when it has ended`);
		return;
	}
	draft.note('Nothing was published. What was answered is kept in S3: a pass that asks the same pays nothing for it.');
	if (unanswered < shown.length || draft.rows.failed === 0)
		return;
	const [first] = shown;
	const why = driven?.submissions.find(one => one.why !== undefined)?.why ?? first?.failure;
	draft.fail(new build_problems .HR('too-many-errors', `none of ${counted(shown.length, 'question')} was answered${why === undefined ? '' : `: ${why}`}`, {
		remedy: 'See the reasons beside the questions in the summary.'
	}));
}
function tried({ answers, driven, known: { published } }, standing) {
	switch (standing.kind) {
		case 'answered':
			return { answer: answers.answerOf(standing.question).value };
		case 'published':
			return { answer: published.cellsOf(0, standing.row)?.cells ?? null };
		case 'failed':
			return { failure: standing.message };
		case 'open':
			return {
				failure: standing.why === 'wait'
					? 'it is in a batch job that has not ended'
					: driven?.heldBy === undefined
						? 'it could not be asked now; see the log'
						: submittingNow(driven.heldBy)
			};
	}
}
;
async function pass(request, outside) {
	const problems = new build_problems .Zw();
	const draft = new Draft(request, outside.clock.now());
	try {
		if (request.mode === 'stop')
			await pass_stop(request, outside, draft);
		else
			await pass_run(request, outside, problems, draft);
	}
	catch (error) {
		if (error instanceof build_problems .tZ) {
			problems.add(...error.problems.filter(one => !problems.list.includes(one)));
			draft.fail(new build_problems .HR('bad-input', `${request.specPath} cannot be run as it is`, {
				remedy: draft.hasAsked ? 'Correct what is marked.' : 'Correct what is marked. Nothing was asked or written.'
			}));
		}
		else if (error instanceof build_problems .HR)
			draft.fail(error);
		else
			draft.crash(error);
	}
	return draft.report(problems, outside.clock.now());
}
async function pass_stop(request, outside, draft) {
	const { cloud, store } = await connect(request, outside);
	const stopped = await stopJobs({ cloud, store, ledger: outside.ledger, log: outside.log });
	draft.stopped(stopped);
	if (stopped.failure !== undefined)
		throw stopped.failure;
}
async function pass_run(request, outside, problems, draft) {
	const { log, scratch } = outside;
	const known = await setUp(request, outside, problems);
	draft.knows(known);
	const questions = new Questions(scratch.create('records.jsonl'));
	const meter = new TokenMeter();
	const rows = readDataset(known.source, known.files, problems);
	const media = pass_mediaOf(request, outside, known);
	const expanded = expandRows(rows, known.expansion);
	const prepared = await prepare({ request, ...known, questions, meter, media, rows: scratch.create('rows.jsonl'), problems }, request.mode === 'try' ? firstRows(expanded, request.tryRows ?? 3) : expanded);
	draft.prepared(prepared, questions);
	log.info(`${counted(prepared.wanted, 'row')}: ${counted(prepared.carriedOver, 'has its', 'have their')} answer already, ${counted(prepared.wanted - prepared.carriedOver - prepared.givenUp, 'needs', 'need')} one`);
	if (request.mode !== 'try') {
		checkRemovals(request, known.published, prepared.wanted);
		if (!request.spec.adopt)
			await placement_refuseForeign(outside.workspace, known, prepared);
	}
	const costs = new Costs(request, known, meter, prepared.maxTokens);
	const answers = new Answers(scratch.create('answers.jsonl'), questions, line => interpret(line, output => known.model.family.parse(output), known.reader));
	const open = [...take(questions.needed(), 1)].length > 0;
	let driven;
	if (open) {
		const asking = { request, outside, known, prepared, questions, answers, costs, problems };
		driven = await ask(asking, draft);
		if (driven !== undefined)
			draft.drove(driven, costs);
	}
	if (request.mode === 'plan') {
		draft.planned(driven?.plan, prepared, questions, costs, known.limits);
		if (driven !== undefined)
			draft.open(untouched({ request, driven, questions, answers, costs }));
		for (const { key, prompt } of prepared.shown.slice(0, 3))
			showQuestion(log, key, prompt);
		return;
	}
	if (outside.signal.aborted)
		throw interrupted(driven?.jobs.filter(job => job.ending === undefined) ?? []);
	const finishing = { request, outside, known, prepared, questions, answers, driven, costs, draft };
	if (request.mode === 'try')
		await showTrial(finishing);
	else
		await finish(finishing);
}
function pass_mediaOf({ spec }, { workspace, cloud }, { model }) {
	const { maxPixels } = spec.media;
	return new MediaLoader({ workspace, cloud }, { modelId: spec.model, abilities: model.family.can?.(model.bareId), maxPixels });
}
function* take(items, most) {
	let taken = 0;
	for (const item of items) {
		if (taken++ >= most)
			return;
		yield item;
	}
}
async function ask(work, draft) {
	const { request, outside, known, problems } = work;
	if (request.mode === 'plan' && (outside.cloud === undefined || request.aws === undefined)) {
		draft.note('Planned from the files alone: AWS was not asked what is in flight or answered already.');
		return undefined;
	}
	advise(request, known.model, problems);
	const connection = await connectOrPlan(request, outside, draft);
	if (connection === undefined)
		return undefined;
	if (mayPay(request))
		await beforePaying(request, outside, connection);
	const soFar = request.spec.publish.when === 'partial' && request.mode === 'run'
		? (driven) => publishPart({ ...work, driven, draft })
		: undefined;
	const broke = (driven) => draft.brokeOff(driven, work.costs, driven.plan.counts.wait > 0 ? untouched({ ...work, driven }) : '');
	return drive({ ...drivingOf(work, connection), soFar, broke });
}
;
function checkSpecs(specs) {
	return [...sameNames(specs), ...sameFiles(specs)];
}
function sameNames(specs) {
	const seen = new Map();
	return specs.flatMap(({ spec, placeOf }) => {
		const first = seen.get(spec.name);
		const place = placeOf('name');
		if (!first) {
			seen.set(spec.name, place);
			return [];
		}
		const message = `two specs have the name ${quote(spec.name)}; the other is at ${check_specs_at(first)}`;
		return [{ severity: 'error', message, place, hint: 'Jobs and answers are kept by name: give each spec its own.' }];
	});
}
function sameFiles(specs) {
	const seen = new Map();
	const problems = [];
	for (const [index, { spec, placeOf }] of specs.entries()) {
		const told = new Set();
		for (const { file, path, role } of writtenBy(spec)) {
			const claim = { index, file: fold(file), place: placeOf(spelled(path)), role };
			const other = seen.get(claim.file) ?? [...seen.values()].find(one => one.index !== index && mayMeet(one, claim));
			if (!seen.has(claim.file))
				seen.set(claim.file, claim);
			if (!other || other.index === index || told.has(other.index))
				continue;
			told.add(other.index);
			const message = `${quote(file)} (${role}) is also written by the spec at ${check_specs_at(other.place)} (${other.role})`;
			problems.push({
				severity: 'error',
				message,
				place: claim.place,
				hint: 'Give each spec files of its own, different by more than their extension.'
			});
		}
	}
	return problems;
}
function mayMeet(one, other) {
	if (one.role !== 'output' || other.role !== 'output')
		return false;
	if (hasHoles(one.file) && hasHoles(other.file))
		return shapeOf(one.file).source === shapeOf(other.file).source;
	if (hasHoles(one.file))
		return shapeOf(one.file).test(other.file);
	return hasHoles(other.file) && shapeOf(other.file).test(one.file);
}
function check_specs_at({ file, line }) {
	return line === undefined ? file : `${file}:${line}`;
}
;
const bounds_maxDepth = 64;
const bounds_maxAliases = 100;
const maxTokens = 200_000;
function firstBreach(text) {
	return deepLine(text) ?? deepTokens(text);
}
const bounds_tooDeep = {
	message: `the YAML nests deeper than ${bounds_maxDepth} levels`,
	hint: 'A spec needs five. Put quotes around a text that begins with brackets.'
};
function deepLine(text) {
	const run = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${bounds_maxDepth},}`, 'm').exec(text);
	return run ? { ...bounds_tooDeep, offset: run.index } : undefined;
}
function deepTokens(text) {
	const nesting = new Nesting();
	let offset = 0;
	let tokens = 0;
	let aliases = 0;
	let marked = false;
	for (const source of new dist .JG().lex(text)) {
		const type = marked ? 'scalar' : dist .DB.tokenType(source);
		const isMark = !marked && (type === 'doc-mode' || type === 'scalar' || type === 'flow-error-end');
		marked = isMark && type === 'scalar';
		if (isMark)
			continue;
		if (nesting.after(type, source, offset) > bounds_maxDepth)
			return { ...bounds_tooDeep, offset };
		if (type === 'alias' && ++aliases > bounds_maxAliases) {
			return { message: `the YAML has more than ${bounds_maxAliases} aliases`, hint: 'Write the values out.', offset };
		}
		if (++tokens > maxTokens) {
			return { message: 'the YAML has too many values', hint: 'Put data into a file of its own.', offset };
		}
		offset += source.length;
	}
	return undefined;
}
class Nesting {
	brackets = 0;
	columns = [];
	lineStart = 0;
	freshLine = true;
	after(type, source, offset) {
		if (type === 'flow-map-start' || type === 'flow-seq-start')
			this.brackets++;
		else if (type === 'flow-map-end' || type === 'flow-seq-end')
			this.brackets = Math.max(0, this.brackets - 1);
		else if (type !== 'newline' && type !== 'space' && this.brackets === 0)
			this.block(type, offset - this.lineStart);
		this.endLine(source, offset);
		return this.brackets + this.columns.length;
	}
	block(type, column) {
		const indicator = type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind';
		if (this.freshLine) {
			while ((this.columns.at(-1) ?? -1) >= column)
				this.columns.pop();
			this.columns.push(column);
			this.freshLine = false;
		}
		else if (indicator)
			this.columns.push(column);
	}
	endLine(source, offset) {
		const newline = source.lastIndexOf('\n');
		if (newline < 0)
			return;
		this.lineStart = offset + newline + 1;
		this.freshLine = newline === source.length - 1;
	}
}
;
const maxSpecBytes = 1024 * 1024;
function readUtf8(bytes, file) {
	if (bytes.length > maxSpecBytes) {
		const size = (bytes.length / 1024 / 1024).toFixed(1);
		return bytes_refused(`the spec is ${size} MiB; the most is 1 MiB`, file, 'Put long texts and lists into files of their own.');
	}
	const utf16 = utf16Mark(bytes);
	if (utf16)
		return bytes_refused(`the spec is written in ${utf16}, not in UTF-8`, file, 'Save it as UTF-8 in your editor.');
	const nul = bytes.indexOf(0);
	if (nul >= 0)
		return refusedAt('the spec contains a NUL byte', bytes, nul, file);
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	}
	catch {
		const offset = bytes_firstInvalid(bytes);
		const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0').toUpperCase();
		return refusedAt(`the spec is not valid UTF-8: byte 0x${byte}`, bytes, offset, file);
	}
}
function utf16Mark(bytes) {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe)
		return 'UTF-16 (little endian)';
	if (first === 0xfe && second === 0xff)
		return 'UTF-16 (big endian)';
	if (bytes.length >= 4 && first === 0 && second !== 0 && bytes[2] === 0)
		return 'UTF-16 (big endian)';
	if (bytes.length >= 4 && first !== 0 && second === 0 && bytes[3] === 0)
		return 'UTF-16 (little endian)';
	return undefined;
}
function bytes_firstInvalid(bytes) {
	let valid = 0;
	let invalid = bytes.length;
	while (valid < invalid) {
		const middle = Math.ceil((valid + invalid) / 2);
		if (decodes(bytes.subarray(0, middle), { stream: true }))
			valid = middle;
		else
			invalid = middle - 1;
	}
	while (valid > 0 && !decodes(bytes.subarray(0, valid), { stream: false }))
		valid--;
	return valid;
}
function decodes(bytes, { stream }) {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
		return true;
	}
	catch {
		return false;
	}
}
function bytes_refused(message, file, hint) {
	return { problem: (0,build_problems .CC)('error', message, { file }, hint) };
}
function refusedAt(message, bytes, offset, file) {
	const before = new TextDecoder().decode(bytes.subarray(0, offset));
	const line = before.split('\n').length;
	const column = before.length - before.lastIndexOf('\n');
	return { problem: (0,build_problems .CC)('error', message, { file, line, column }, 'Save it as UTF-8 in your editor.') };
}
var json_schema_processors = __webpack_require__(98439);
var schemas = __webpack_require__(12311);
;
function schema_fields_text(expected = 'text') {
	return schemas .YjP({ error: expected }).min(1, { error: expected });
}
function schema_fields_matching(pattern) {
	return schemas .YjP({ error: pattern.expected }).regex(pattern.test, { error: pattern.expected });
}
function flag() {
	return schemas .zMY({ error: 'true or false' });
}
function schema_fields_oneOf(words) {
	return schemas .k5n(words, { error: anyOf(words) });
}
function schema_fields_wholeNumber(least, most = Number.MAX_SAFE_INTEGER) {
	const error = `a whole number ${schema_fields_range(least, most)}`;
	const field = schemas .Whr({ error }).min(least, { error });
	return most === Number.MAX_SAFE_INTEGER ? field : field.max(most, { error });
}
function amount(least, most = Infinity, { above = false } = {}) {
	const error = above ? `a number above ${least}` : `a number ${schema_fields_range(least, most)}`;
	const field = schemas .aig({ error });
	const bounded = above ? field.gt(least, { error }) : field.min(least, { error });
	return most === Infinity ? bounded : bounded.max(most, { error });
}
function schema_fields_range(least, most) {
	return most === Infinity || most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
}
function schema_fields_list(item, { least = 1, most = Infinity, of = '' } = {}) {
	const error = `a list${of && ` of ${of}`}`;
	const field = schemas .YOg(item, { error });
	const lower = least === 0 ? field : field.min(least, { error: `${error} with at least ${least} ${entries(least)}` });
	return most === Infinity ? lower : lower.max(most, { error: `${error} with at most ${most} ${entries(most)}` });
}
function entries(count) {
	return count === 1 ? 'entry' : 'entries';
}
function stringRecord(value, expected) {
	return schemas .g1P(schemas .YjP(), value, { error: expected });
}
;
const schemaExpected = 'the path of a JSON Schema, or a JSON Schema as a map';
const jsonSchema = schemas .KCZ([schema_fields_text(schemaExpected), schemas ._H3({}, { error: schemaExpected })], { error: schemaExpected })
	.meta({ examples: ['schemas/description.json', { type: 'object', required: ['title'] }] })
	.transform((written) => {
	if (typeof written === 'string')
		return { file: written };
	const file = Object.keys(written).length === 1 ? written['file'] : undefined;
	return typeof file === 'string' ? { file } : { inline: written };
});
const schema_answer_answer = schemas .rej({
	format: schema_fields_oneOf(answerFormats)
		.exactOptional()
		.meta({
		description: 'What an answer is. Default: json with a schema, label with labels, regex with a pattern, otherwise text.',
		examples: ['json']
	}),
	schema: jsonSchema.exactOptional().meta({
		description: 'The JSON Schema (2020-12) that a JSON answer must satisfy: a path, or the schema itself.'
	}),
	labels: schema_fields_list(schema_fields_text('a label'), { least: 2, most: 1000, of: 'labels' })
		.exactOptional()
		.meta({ description: 'The labels of which an answer is one.', examples: [['billing', 'delivery', 'other']] }),
	pattern: schema_fields_text('a regular expression')
		.exactOptional()
		.meta({
		description: 'What is taken out of the text: a regular expression without look-around and back-references. Named groups make an object, one group a text, no group takes the whole match.',
		examples: ['Rating: (?<rating>[1-5])']
	}),
	repair: flag()
		.default(false)
		.meta({
		description: 'Whether JSON that is almost right (a missing quote, a comma too many) is repaired before it is checked.',
		examples: [true]
	}),
	retryInvalid: schema_fields_wholeNumber(0, 3)
		.default(0)
		.meta({
		description: 'How often a record whose answer cannot be used is asked again, with what was wrong with it. Each time is paid.',
		unit: 'times',
		examples: [1]
	})
}, { error: 'a map with format, schema, labels or pattern' });
function implied({ schema, labels, pattern }) {
	if (schema)
		return 'json';
	if (labels)
		return 'label';
	return pattern === undefined ? 'text' : 'regex';
}
const answerSchema = schema_answer_answer
	.prefault({})
	.transform(written => ({
	...written,
	format: written.format ?? implied(written)
}))
	.meta({ description: 'What an answer is, and how it is checked.' });
;
const vpc = schemas .rej({
	subnetIds: schema_fields_list(schema_fields_matching(vpcId), { most: 16, of: 'subnet ids' }).meta({
		description: 'Subnets of the job, 1 to 16.',
		examples: [['subnet-0123456789abcdef0']]
	}),
	securityGroupIds: schema_fields_list(schema_fields_matching(vpcId), { most: 5, of: 'security group ids' }).meta({
		description: 'Security groups of the job, 1 to 5.',
		examples: [['sg-0123456789abcdef0']]
	})
}, { error: 'a map with subnetIds and securityGroupIds' });
const aws = schemas .rej({
	region: schema_fields_matching(region)
		.exactOptional()
		.meta({ description: 'Where jobs run. The bucket must be in the same region.', examples: [region.example] }),
	dataResidency: schema_fields_oneOf(['us', 'eu', 'apac', 'jp', 'au', 'ca', 'us-gov', 'global'])
		.exactOptional()
		.meta({
		description: 'The geography that questions must not leave. A region outside of it, or an inference profile that may lead out of it, is refused. global: anywhere, without a warning.',
		examples: ['eu']
	}),
	serviceRoleArn: schema_fields_matching(roleArn)
		.exactOptional()
		.meta({ description: 'The role with which Bedrock reads and writes the bucket.', examples: [roleArn.example] }),
	s3Uri: schema_fields_matching(s3Uri)
		.exactOptional()
		.meta({ description: 'The folder for questions, answers and saved state.', examples: [s3Uri.example] }),
	outputS3Uri: schema_fields_matching(s3Uri)
		.exactOptional()
		.meta({
		description: 'The folder that Bedrock writes to. Default: below s3Uri.',
		examples: ['s3://my-bucket/answers']
	}),
	kmsKeyId: schema_fields_matching(kmsKeyId)
		.exactOptional()
		.meta({ description: 'The key with which Bedrock encrypts what it writes.', examples: [kmsKeyId.example] }),
	bucketOwner: schema_fields_matching(accountId)
		.exactOptional()
		.meta({
		description: 'The account that owns the bucket, when it is another one. In quotes.',
		examples: [accountId.example]
	}),
	vpc: vpc.exactOptional().meta({ description: 'The VPC through which the job reads the bucket.' }),
	timeoutHours: schema_fields_wholeNumber(24, 168)
		.exactOptional()
		.meta({ description: 'When Bedrock gives a job up. Default: Bedrock’s own.', unit: 'hours', examples: [72] }),
	tags: stringRecord(schema_fields_matching(tagValue), 'a map of tags')
		.exactOptional()
		.meta({ description: 'Tags of the jobs, at most 50.', examples: [{ team: 'catalogue' }] })
}, { error: 'a map such as {region: us-east-1}' });
const awsSchema = aws.prefault({}).meta({ description: 'Where jobs run, and as whom.' });
;
const pathList = schemas .KCZ([schema_fields_text('a path'), schema_fields_list(schema_fields_text('a path'))], { error: 'a path, a glob or a list of them' })
	.meta({
	examples: [
		'data/products.csv',
		['data/2025.csv', 'data/2026.csv'],
		'images/**/*.jpg',
		's3://my-bucket/products/*.parquet'
	]
})
	.transform(path => (typeof path === 'string' ? [path] : path));
const dataset = schemas .rej({
	path: pathList.meta({
		description: 'The files to read: a path, a glob or a list of them, relative to the root of the repository, or S3 URIs. Sorted.'
	}),
	format: schema_fields_oneOf(datasetFormats)
		.exactOptional()
		.meta({
		description: 'How the files are written, see datasets.md. Default: by extension. With openai-batch and bedrock-records the rows are whole questions, and the spec has no prompt.',
		examples: ['csv', 'openai-batch']
	}),
	at: schema_fields_text('a path such as data.items')
		.exactOptional()
		.meta({
		description: 'Where the list of rows stands inside a JSON or YAML document. Default: the document is the list.',
		examples: ['data.items']
	}),
	key: schema_fields_text('the name of a column')
		.exactOptional()
		.meta({
		description: 'The column whose value names a row, unique and never empty. Default: custom_id of an OpenAI batch, recordId of Bedrock’s records, path where a file is a row; else the content of the row, with a warning.',
		examples: ['sku']
	}),
	types: stringRecord(schema_fields_oneOf(cellTypes), 'a map from column to text, number, boolean or json')
		.default({})
		.meta({
		description: 'What the cells of a CSV or TSV column are. Columns that are not named here are text.',
		examples: [{ price: 'number', active: 'boolean' }]
	}),
	where: schema_fields_text('a condition')
		.exactOptional()
		.meta({
		description: 'Rows for which this condition of the template language does not hold are left out.',
		examples: ['price > 10 and category == "shoes"']
	}),
	limit: schema_fields_wholeNumber(1)
		.exactOptional()
		.meta({ description: 'Only the first rows, after where.', unit: 'rows', examples: [500] })
}, { error: 'a path, or a map with path and key' });
const datasetSchema = schemas .KCZ([schema_fields_text('a path'), dataset], { error: 'a path, or a map with path and key' })
	.meta({ examples: ['data/products.csv', { path: 'data/products.csv', key: 'sku' }] })
	.transform(written => (typeof written === 'string' ? { path: [written], types: {} } : written))
	.meta({ description: 'The rows: a path, or a map.' });
;
const limits = schemas .rej({
	maxRecords: schema_fields_wholeNumber(1)
		.exactOptional()
		.meta({ description: 'A pass that would ask more is refused.', unit: 'records', examples: [5000] }),
	maxCostUsd: amount(0, Infinity, { above: true })
		.exactOptional()
		.meta({
		description: 'A pass whose estimate, at full maxTokens, is above this is refused, also where the price is unknown.',
		unit: 'USD',
		examples: [5]
	}),
	maxErrorRate: amount(0, 1)
		.default(0.02)
		.meta({
		description: 'The share of failed records above which a pass fails.',
		unit: 'share of 1',
		examples: [0.05]
	}),
	recordsPerJob: schema_fields_wholeNumber(1)
		.exactOptional()
		.meta({
		description: 'The most records in one batch job. Default: the quota of the model.',
		unit: 'records',
		examples: [20000]
	}),
	bytesPerJob: schema_fields_wholeNumber(1)
		.exactOptional()
		.meta({
		description: 'The largest input file of one batch job. Default: the quota of the model.',
		unit: 'bytes',
		examples: [500000000]
	}),
	minRecordsPerJob: schema_fields_wholeNumber(1)
		.exactOptional()
		.meta({
		description: 'The fewest records in one batch job. Default: the quota of the model.',
		unit: 'records',
		examples: [100]
	}),
	onDemandRecords: schema_fields_wholeNumber(0)
		.default(200)
		.meta({
		description: 'The most records that one pass asks on demand because they are too few for a batch job, or were left at a deadline.',
		unit: 'records',
		examples: [50]
	}),
	activeJobs: schema_fields_wholeNumber(1)
		.exactOptional()
		.meta({
		description: 'The most batch jobs of this model at one time. Default: the quota of the model.',
		unit: 'jobs',
		examples: [10]
	}),
	maxRemovals: schema_fields_wholeNumber(0)
		.exactOptional()
		.meta({
		description: 'A pass that would remove more published rows is refused. Default: 10 % of them, at least 20.',
		unit: 'rows',
		examples: [200]
	}),
	retries: schema_fields_wholeNumber(0, 10)
		.default(2)
		.meta({ description: 'How often a failed record is asked again, and paid again.', unit: 'times', examples: [1] })
}, { error: 'a map of limits such as maxCostUsd' });
const limitsSchema = limits.prefault({}).meta({ description: 'What a pass may do and cost.' });
const price = schemas .rej({
	inputPerMillionUsd: amount(0).meta({
		description: 'The on-demand price of a million input tokens.',
		unit: 'USD',
		examples: [1]
	}),
	outputPerMillionUsd: amount(0).meta({
		description: 'The on-demand price of a million output tokens.',
		unit: 'USD',
		examples: [5]
	}),
	batchFactor: amount(0, 1)
		.exactOptional()
		.meta({ description: 'What batch costs of that price. Default: 0.5.', unit: 'share of 1', examples: [0.5] })
}, { error: 'a map with inputPerMillionUsd and outputPerMillionUsd' });
const priceSchema = price
	.exactOptional()
	.meta({ description: 'The price of the model, where the built-in table is wrong or has none.' });
var core_core = __webpack_require__(88532);
;
const expected = 'a path, a map with path or merge, or a list of them';
const output = schemas .rej({
	path: schema_fields_text('a path')
		.exactOptional()
		.meta({
		description: 'The file to write, relative to the root of the repository; with {{ holes }}, as many files as the rows say. Beside the first output stand lock and manifest.',
		examples: ['generated/descriptions.csv', 'content/{{ sku }}.md']
	}),
	format: schema_fields_oneOf(outputFormats)
		.exactOptional()
		.meta({ description: 'How the file is written. Default: by extension.', examples: ['csv'] }),
	columns: stringRecord(schema_fields_text('a path such as row.sku or answer.title'), 'a map from column to path')
		.exactOptional()
		.meta({
		description: 'The columns, in this order: row.…, key, answer, answer.…, usage.inputTokens, usage.outputTokens, recordId, model or reasoning. Default: the key’s column and answer. Of a Markdown file per row, its front matter.',
		examples: [{ sku: 'row.sku', title: 'answer.title' }]
	}),
	body: schema_fields_text('a path such as answer or answer.text')
		.exactOptional()
		.meta({
		description: 'What a markdown, text or image file holds, as the path of a value; with one file per row. Default: answer.',
		examples: ['answer.text']
	}),
	merge: flag()
		.exactOptional()
		.meta({
		description: 'Instead of a path: add the columns to the dataset’s own files (CSV, TSV, JSONL), and touch nothing else in them.',
		examples: [true]
	})
}, { error: expected });
const noFormat = 'does not say how the file is written: end it in .jsonl, .csv, .tsv, .json, .yaml, .parquet or .md, or set format';
const oneOutput = schemas .KCZ([schema_fields_text('a path'), output], { error: expected }).transform((written, context) => {
	const { merge, path, format, ...whole } = typeof written === 'string' ? { path: written } : written;
	const refuse = (message, member) => {
		context.issues.push({ code: 'custom', input: path, path: typeof written === 'string' ? [] : [member], message });
		return core_core .tm;
	};
	if (merge === true) {
		if (path !== undefined)
			return refuse('merge: true writes the dataset’s own files: remove path', 'path');
		if (format !== undefined)
			return refuse('merge: true keeps the format of the dataset: remove format', 'format');
		return { ...whole, path: '', format: 'csv', merge };
	}
	if (path === undefined)
		return refuse('the output has no path: write path: generated/answers.jsonl, or merge: true', 'path');
	const known = format ?? outputFormatByExtension(path);
	const fault = schema_outputs_pathFault(path) ?? (known === undefined ? noFormat : undefined);
	if (fault === undefined && known !== undefined)
		return { ...whole, path, format: known };
	return refuse(`the output path ${quote(path)} ${fault ?? noFormat}`, 'path');
});
function schema_outputs_pathFault(path) {
	if (!hasHoles(path))
		return outputPathFault(path);
	return templateFault(path) ?? outputPathFault(withStandIns(path));
}
const outputsSchema = schemas .KCZ([
	oneOutput,
	schemas .YOg(oneOutput, { error: expected })
		.min(1, { error: expected })
		.max(20, { error: 'a list of at most 20 files' })
], {
	error: expected
})
	.meta({ written: ['generated/descriptions.csv', ['generated/descriptions.csv', 'generated/descriptions.jsonl']] })
	.transform(written => (Array.isArray(written) ? written : [written]))
	.meta({ description: 'The files to write: a path, a map, or a list of them.' });
;
const parameters = schemas .rej({
	maxTokens: schema_fields_wholeNumber(1)
		.exactOptional()
		.meta({
		description: 'The longest answer. Cost limits reckon with it. Default: what the model takes without it.',
		unit: 'tokens',
		examples: [400]
	}),
	temperature: amount(0, 2)
		.exactOptional()
		.meta({ description: 'How freely the model picks words. Many models stop at 1.', examples: [0.2] }),
	topP: amount(0, 1)
		.exactOptional()
		.meta({ description: 'The share of likely words to pick from.', examples: [0.9] }),
	topK: schema_fields_wholeNumber(0)
		.exactOptional()
		.meta({ description: 'The number of likely words to pick from.', unit: 'words', examples: [40] }),
	stop: schema_fields_list(schema_fields_text('text that ends the answer'), { most: 2500 })
		.exactOptional()
		.meta({ description: 'Texts at which the model stops.', examples: [['END']] }),
	extra: schemas ._H3({}, { error: 'a map of the model’s own parameters' })
		.meta({ examples: [{ thinking: { type: 'disabled' } }] })
		.transform(members => members)
		.exactOptional()
		.meta({
		description: 'Goes verbatim into modelInput, over what was written there.'
	})
}, { error: 'a map of parameters such as maxTokens' });
const parametersSchema = parameters.prefault({}).meta({ description: 'How the model answers.' });
;
const textExpected = 'text, or a map with file: and a path';
const textSource = (...examples) => schemas .KCZ([
	schema_fields_text(),
	schemas .rej({
		file: schema_fields_text('the path of a text file').meta({
			description: 'A text file.',
			examples: ['prompts/describe.md']
		})
	}, { error: textExpected })
], {
	error: textExpected
})
	.meta({ examples })
	.transform(source => (typeof source === 'string' ? { text: source } : source));
const mediaExpected = 'a path or s3:// URI as a template, or a list of them';
const schema_prompt_media = (example, what) => schemas .KCZ([schema_fields_text(mediaExpected), schema_fields_list(schema_fields_text(mediaExpected))], { error: mediaExpected })
	.meta({ examples: [example, [example]] })
	.transform(written => (typeof written === 'string' ? [written] : written))
	.exactOptional()
	.meta({
	description: `${what}: a path from the root of the repository or an s3:// URI, as a template, or a list of them. One that comes out empty is left out; one that comes out as several lines names several.`
});
const attachments = {
	images: schema_prompt_media('{{ row.photo }}', 'Pictures to ask about'),
	documents: schema_prompt_media('contracts/{{ row.id }}.pdf', 'Documents to ask about'),
	videos: schema_prompt_media('s3://my-bucket/videos/{{ row.id }}.mp4', 'Videos to ask about')
};
const turn = schemas .rej({
	role: schema_fields_oneOf(['user', 'assistant']).meta({ description: 'Who speaks.', examples: ['assistant'] }),
	text: textSource('And in one sentence?', { file: 'prompts/second.md' })
		.exactOptional()
		.meta({ description: 'What is said, a template: text, or {file: …}.' }),
	...attachments
}, { error: 'a map with role and text' });
const question = {
	system: textSource('You write for a shop.', { file: 'prompts/system.md' })
		.exactOptional()
		.meta({ description: 'The system prompt, a template: text, or {file: …}.' }),
	user: textSource({ file: 'prompts/describe.md' }, 'Describe {{ row.name }} in one sentence.').exactOptional().meta({
		description: 'The question, a template: text, or {file: …}. For embeddings the text to embed, for pictures what to draw, with api: verbatim the whole modelInput as JSON.'
	}),
	messages: schema_fields_list(turn, { of: 'turns', most: 100 })
		.exactOptional()
		.meta({
		description: 'Several turns instead of user, the user’s first. An assistant’s turn at the end is the beginning of the answer, where the model allows it.',
		written: [
			[
				{ role: 'user', text: 'Classify: I want my money back.' },
				{ role: 'assistant', text: 'refund' },
				{ role: 'user', text: 'Classify: {{ row.text }}' }
			]
		]
	}),
	...attachments
};
const promptSchema = schemas .rej(question, { error: 'a map such as {user: {file: prompts/describe.md}}' })
	.default({})
	.meta({
	description: 'What the model is asked about each row. Only a dataset whose rows are questions already, such as an OpenAI batch file, goes without.'
});
const expandExpected = 'a map from a name to a prompt';
const expandSchema = schemas .g1P(schemas .YjP(), schemas .rej(question, { error: expandExpected }), { error: expandExpected })
	.exactOptional()
	.meta({
	description: 'Several prompts per row, by name. Each takes from prompt what it does not say itself. The name is the row’s field `variant`.',
	written: [{ title: { user: 'A title for {{ row.name }}.' }, teaser: { user: 'Two lines on {{ row.name }}.' } }]
});
const samplesSchema = schema_fields_wholeNumber(1, 100)
	.default(1)
	.meta({
	description: 'Answers per question, each its own record. With more than one the number of the answer is the row’s field `sample`.',
	unit: 'answers',
	examples: [3]
});
const matrixExpected = 'a map from a field to a list of values';
const value = schemas .KCZ([schemas .YjP(), schemas .aig(), schemas .zMY()], { error: 'text, a number, true or false' });
const matrixSchema = schemas .g1P(schemas .YjP(), schema_fields_list(value, { of: 'values', most: 1000 }), { error: matrixExpected })
	.exactOptional()
	.meta({
	description: 'Every row once per value, in all combinations; the value is a field of the row, for prompts, columns and the output path.',
	examples: [{ lang: ['de', 'fr'] }]
});
const mediaSchema = schemas .rej({
	maxPixels: schema_fields_wholeNumber(16, 8000)
		.exactOptional()
		.meta({
		description: 'PNG and JPEG pictures whose longer side is above this are made smaller before they are sent. Default: sent as they are.',
		unit: 'pixels',
		examples: [1568]
	})
}, { error: 'a map with maxPixels' })
	.default({})
	.meta({ description: 'How pictures are prepared.' });
;
const schema_publish_publish = schemas .rej({
	via: schema_fields_oneOf(publishWays)
		.default('commit')
		.meta({ description: 'How answers reach the repository.', examples: ['pull-request'] }),
	when: schema_fields_oneOf(['complete', 'partial'])
		.default('complete')
		.meta({
		description: 'Whether to publish once every row is answered or given up, or after every job.',
		examples: ['partial']
	}),
	branch: schema_fields_text('the name of a branch')
		.exactOptional()
		.meta({
		description: 'The branch to commit to, or that the pull request comes from. Default: the current one, or one of its own.',
		examples: ['generated/descriptions']
	}),
	base: schema_fields_text('the name of a branch')
		.exactOptional()
		.meta({ description: 'The branch that the pull request goes to. Default: the current one.', examples: ['main'] }),
	commitMessage: schema_fields_text()
		.exactOptional()
		.meta({ description: 'The message of the commit.', examples: ['Update product descriptions'] }),
	title: schema_fields_text()
		.exactOptional()
		.meta({ description: 'The title of the pull request.', examples: ['New product descriptions'] }),
	body: schema_fields_text()
		.exactOptional()
		.meta({
		description: 'Text before the counts in the body of the pull request.',
		examples: ['Please read ten of them.']
	}),
	labels: schema_fields_list(schema_fields_text('a label'), { most: 100, least: 0 })
		.default([])
		.meta({ description: 'Labels of the pull request.', examples: [['generated']] }),
	draft: flag()
		.default(false)
		.meta({ description: 'Whether the pull request is opened as a draft.', examples: [true] })
}, { error: 'a map such as {via: pull-request}' });
const publishSchema = schema_publish_publish.prefault({}).meta({ description: 'Where the files go.' });
;
const support = schemas .rej({
	batch: flag()
		.exactOptional()
		.meta({
		description: 'Whether AWS does the model in batch. What it does not is asked on demand with inference: auto. Default: as AWS listed it when this action was released.',
		examples: [true]
	}),
	regions: schema_fields_list(schema_fields_matching(region), { of: 'regions' })
		.exactOptional()
		.meta({
		description: 'The regions from which AWS takes the model in batch, named as the spec names it.',
		examples: [['eu-west-3']]
	})
}, { error: 'a map such as {batch: true}' });
const supportSchema = support.exactOptional().meta({
	description: 'What AWS does with this model in batch, where the built-in table is out of date. The table serves advice; nothing is refused because of it.'
});
;
const schema_verbatim_path = (description, example) => schema_fields_matching(jsonPath)
	.exactOptional()
	.meta({ description, examples: [example] });
const schema_verbatim_verbatim = schemas .rej({
	api: schema_fields_oneOf(['invoke', 'converse'])
		.default('invoke')
		.meta({
		description: 'Whose body the template is: the model’s own (InvokeModel), or that of Converse.',
		examples: ['converse']
	}),
	text: schema_verbatim_path('Where the answer stands, when it is text. `[*]` is every element of a list.', 'content[0].text'),
	vector: schema_verbatim_path('Where the answer stands, when it is a vector.', 'embedding'),
	picture: schema_verbatim_path('Where the answer stands, when it is a picture in base64.', 'images[0]'),
	reasoning: schema_verbatim_path('Where the model’s thinking stands, kept apart from the answer.', 'content[*].thinking'),
	stop: schema_verbatim_path('Where the reason stands for which the model stopped. Default: every answer is whole.', 'stop_reason'),
	endValues: schema_fields_list(schema_fields_text('a word of the model'), { of: 'words' })
		.exactOptional()
		.meta({
		description: 'Words at stop that mean a whole answer, beyond the usual ones such as end_turn, stop and COMPLETE.',
		examples: [['done']]
	}),
	inputTokens: schema_verbatim_path('Where the number of input tokens stands.', 'usage.input_tokens'),
	outputTokens: schema_verbatim_path('Where the number of output tokens stands.', 'usage.output_tokens'),
	cacheReadTokens: schema_verbatim_path('Where the number of tokens read from a cache stands.', 'usage.cache_read_input_tokens'),
	cacheWriteTokens: schema_verbatim_path('Where the number of tokens written to a cache stands.', 'usage.cache_creation_input_tokens')
}, { error: "a map such as {text: 'content[0].text'}" });
const verbatimSchema = schema_verbatim_verbatim.exactOptional().meta({
	description: 'With api: verbatim the template is the whole modelInput, as JSON; this says where in the modelOutput the answer stands. A change here reads known answers anew and asks nothing again.'
});
;
const specSchema = schemas .rej({
	name: schemas .YjP({ error: specName.expected })
		.regex(specName.test, { error: specName.expected })
		.meta({
		description: 'Names the spec; unique in the repository. Another name is another spec, with its own jobs and answers.',
		examples: [specName.example]
	}),
	model: schemas .YjP({ error: 'a model id' })
		.regex(/^[\x21-\x7e]{1,2048}$/, { error: 'a model id, an inference-profile id or an ARN, without spaces' })
		.meta({
		description: 'A model id, an inference-profile id or an ARN.',
		examples: ['us.anthropic.claude-haiku-4-5-20251001-v1:0']
	}),
	api: schema_fields_oneOf(apis)
		.default('auto')
		.meta({
		description: 'In which form the model is asked. What auto chose is pinned in the lock file. With verbatim the template is the whole modelInput.',
		examples: ['converse']
	}),
	verbatim: verbatimSchema,
	dataset: datasetSchema,
	prompt: promptSchema,
	expand: expandSchema,
	samples: samplesSchema,
	matrix: matrixSchema,
	media: mediaSchema,
	parameters: parametersSchema,
	answer: answerSchema,
	outputs: outputsSchema,
	inference: schema_fields_oneOf(['auto', 'batch', 'on-demand'])
		.default('auto')
		.meta({
		description: 'By which way records are asked: batch jobs and, for what is too little for one, on demand (auto); batch jobs only; or on demand only, at the full price.',
		examples: ['batch']
	}),
	belowMinimum: schema_fields_oneOf(['on-demand', 'pad', 'hold', 'fail'])
		.default('on-demand')
		.meta({
		description: 'What to do with fewer records than the model takes in one job: ask them on demand, at the full price; fill the job up with the cheapest records and throw those away; hold them for a later pass; or fail.',
		examples: ['hold']
	}),
	deadlineHours: schema_fields_wholeNumber(1, 168)
		.exactOptional()
		.meta({
		description: 'A job that has not ended so long after it was submitted is stopped. What it left unanswered is asked on demand, up to limits.onDemandRecords in a pass; beyond that, and with inference: batch, as any other record.',
		unit: 'hours',
		examples: [36]
	}),
	aws: awsSchema,
	support: supportSchema,
	limits: limitsSchema,
	price: priceSchema,
	publish: publishSchema,
	adopt: flag()
		.default(false)
		.meta({
		description: 'Take over output files that this spec did not write. Their rows are asked, unless their answers are in S3.',
		examples: [true]
	})
}, { error: 'a map of fields' })
	.meta({
	title: 'Bedrock batch spec',
	description: 'What to ask a model about each row of a dataset, and where the answers go.'
});
;
function specJsonSchema() {
	return json_schema_processors .bl(specSchema, {
		io: 'input',
		target: 'draft-2020-12',
		override: ({ jsonSchema }) => {
			if ((0,build_json .Gv)(jsonSchema.default) && Object.keys(jsonSchema.default).length === 0)
				delete jsonSchema.default;
			if (Array.isArray(jsonSchema['written']))
				jsonSchema.examples = jsonSchema['written'];
			delete jsonSchema['written'];
			if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER)
				delete jsonSchema.maximum;
		}
	});
}
let known;
function specFields() {
	known ??= fieldsOf(specJsonSchema());
	return known;
}
function fieldsOf(schema, path = '') {
	const found = new Map();
	const collect = (fields) => fields.forEach(field => found.has(field.path) || found.set(field.path, field));
	const branches = objects(schema['anyOf']);
	const lists = branches.filter(branch => (0,build_json .Gv)(branch['items']) && branches.length > 1);
	for (const branch of lists.length > 0 ? lists : branches)
		collect(fieldsOf(branch, path));
	if ((0,build_json .Gv)(schema['items']))
		collect(fieldsOf(schema['items'], `${path}[]`));
	const required = Array.isArray(schema['required']) ? schema['required'] : [];
	for (const [name, member] of Object.entries((0,build_json .Gv)(schema['properties']) ? schema['properties'] : {})) {
		if (!(0,build_json .Gv)(member))
			continue;
		const inner = path === '' ? name : `${path}.${name}`;
		collect([{ path: inner, schema: member, required: required.includes(name) }]);
		collect(fieldsOf(member, inner));
	}
	return [...found.values()];
}
function objects(value) {
	return Array.isArray(value) ? value.filter(build_json .Gv) : [];
}
;
const unknown_key_otherNames = {
	dataset: ['input', 'inputs', 'data', 'rows', 'source', 'inputdataconfig', 'csv', 'datasets'],
	'dataset.path': ['file', 'files', 'paths', 'glob', 'uri'],
	'dataset.key': ['id', 'idcolumn', 'keycolumn', 'keyfield', 'primarykey', 'rowkey'],
	'dataset.where': ['filter', 'condition', 'if'],
	'dataset.limit': ['maxrows', 'head', 'first', 'top'],
	'dataset.types': ['columntypes', 'schema', 'columns'],
	'dataset.at': ['jsonpath', 'pointer', 'root'],
	model: ['modelid', 'modelname', 'inferenceprofile', 'foundationmodel'],
	api: ['modelinvocationtype', 'invocationtype', 'endpoint'],
	prompt: ['template', 'prompts', 'message', 'question'],
	'prompt.user': ['template', 'text', 'file', 'prompt', 'message', 'usermessage'],
	'prompt.system': ['systemprompt', 'instructions', 'preamble'],
	'prompt.messages': ['turns', 'conversation', 'history'],
	'prompt.images': ['image', 'picture', 'pictures', 'photos'],
	'prompt.documents': ['document', 'attachments', 'pdf', 'pdfs'],
	'prompt.videos': ['video'],
	'prompt.user.file': ['path'],
	'prompt.system.file': ['path'],
	parameters: ['params', 'inferenceconfig', 'config', 'options', 'settings', 'inference', 'generation'],
	'parameters.maxTokens': [
		'maxtokenstosample',
		'maxgenlen',
		'maxoutputtokens',
		'maxtokencount',
		'maxnewtokens',
		'maxlength'
	],
	'parameters.stop': ['stopsequences', 'stopwords', 'stops'],
	'parameters.temperature': ['temp'],
	'parameters.extra': ['additionalmodelrequestfields', 'modelinput', 'additional'],
	answer: ['response', 'result', 'answers', 'responseformat'],
	'answer.schema': ['jsonschema', 'responseschema', 'outputschema'],
	'answer.labels': ['classes', 'categories', 'choices', 'enum', 'options', 'values'],
	'answer.format': ['type', 'kind'],
	'answer.pattern': ['regex', 'regexp', 'match', 'extract'],
	'answer.repair': ['fix', 'lenient', 'jsonrepair'],
	'answer.retryInvalid': ['retry', 'retries', 'retryinvalidanswers'],
	outputs: ['output', 'out', 'destination', 'outputdataconfig', 'target', 'results'],
	'outputs[].path': ['file', 'destination'],
	'outputs[].columns': ['fields', 'mapping'],
	'outputs[].format': ['type'],
	'outputs[].body': ['content', 'text'],
	'outputs[].merge': ['inplace', 'addcolumns', 'update'],
	'aws.serviceRoleArn': ['role', 'rolearn', 'servicerole', 'executionrole'],
	'aws.s3Uri': ['bucket', 's3', 's3bucket', 'bucketuri', 'inputs3uri', 's3inputuri'],
	'aws.outputS3Uri': ['s3outputuri', 'outputuri', 'outputbucket'],
	'aws.kmsKeyId': ['kmskey', 'kms', 'encryptionkey', 's3encryptionkeyid', 'kmskeyarn'],
	'aws.bucketOwner': ['s3bucketowner', 'accountid', 'account'],
	'aws.timeoutHours': ['timeout', 'timeoutdurationinhours'],
	'aws.vpc': ['vpcconfig'],
	'aws.vpc.subnetIds': ['subnets'],
	'aws.vpc.securityGroupIds': ['securitygroups'],
	'aws.tags': ['tag', 'labels'],
	'limits.maxCostUsd': ['budget', 'maxcost', 'costlimit', 'maxusd', 'maxprice'],
	'limits.maxRecords': ['maxrows', 'max'],
	'limits.maxErrorRate': ['maxerrors', 'errorrate', 'tolerance'],
	'limits.retries': ['retry', 'maxretries', 'attempts', 'maxattempts'],
	'limits.recordsPerJob': ['batchsize', 'maxrecordsperjob', 'shardsize', 'chunksize'],
	'limits.bytesPerJob': ['maxbytesperjob', 'filesize'],
	'limits.minRecordsPerJob': ['minrecords', 'minimum'],
	'limits.activeJobs': ['concurrency', 'maxjobs', 'parallel', 'paralleljobs'],
	expand: ['variants', 'promptsperrow'],
	samples: ['n', 'repeat', 'numsamples'],
	matrix: ['foreach', 'languages', 'product'],
	'verbatim.text': ['path', 'answer', 'content', 'output', 'jsonpath', 'message'],
	'verbatim.vector': ['embedding', 'embeddings'],
	'verbatim.picture': ['image', 'images'],
	'verbatim.stop': ['stopreason', 'finishreason', 'reason'],
	'aws.dataResidency': ['residency', 'geography', 'datalocation', 'sovereignty'],
	belowMinimum: ['minimum', 'toofew'],
	publish: ['pullrequest', 'commit', 'deploy', 'pr'],
	'publish.via': ['mode', 'method', 'way', 'type', 'as'],
	'publish.commitMessage': ['message', 'commit'],
	'publish.body': ['description'],
	'publish.base': ['into', 'target', 'basebranch'],
	price: ['prices', 'pricing', 'cost'],
	adopt: ['overwrite', 'takeover']
};
const notYaml12 = {
	'<<': 'Merge keys are YAML 1.1; write the members out, or use an alias for the whole block.',
	$schema: 'Name the schema in a comment: # yaml-language-server: $schema=…'
};
function unknownKey(parent, key) {
	const where = parent.length === 0 ? 'a spec' : spelled(parent);
	const finding = {
		path: [...parent, key],
		message: `there is no field ${quote(key)} in ${where}`,
		atKey: true
	};
	const old = Object.hasOwn(notYaml12, key) ? notYaml12[key] : undefined;
	return { ...finding, ...(old === undefined ? unknown_key_meant(generic(parent), key) : { hint: old }) };
}
function unknown_key_meant(parent, key) {
	const fields = specFields().map(field => ({ path: field.path, ...unknown_key_split(field.path) }));
	const siblings = fields.filter(field => field.parent === parent);
	const plain = squeeze(key);
	const called = fields.filter(field => squeeze(field.name) === plain || unknown_key_otherNames[field.path]?.includes(plain) === true);
	const here = called.find(field => field.parent === parent);
	if (here)
		return { hint: `Did you mean ${here.name}?`, means: here.name };
	const near = nearest(key, siblings.map(field => field.name));
	const elsewhere = called.find(field => squeeze(field.name) === plain) ?? (near === undefined ? called[0] : undefined);
	if (elsewhere)
		return { hint: `Did you mean ${elsewhere.path.replaceAll('[]', '[0]')}?` };
	if (near !== undefined)
		return { hint: `Did you mean ${near}?`, means: near };
	return { hint: `Its fields are ${siblings.map(field => field.name).join(', ')}.` };
}
function unknown_key_split(path) {
	const dot = path.lastIndexOf('.');
	return { parent: path.slice(0, Math.max(0, dot)), name: path.slice(dot + 1) };
}
function generic(parent) {
	const text = parent
		.map(step => (typeof step === 'number' ? '[]' : `.${step}`))
		.join('')
		.replace(/^\./, '');
	return text === 'outputs' ? 'outputs[]' : text;
}
;
const otherWords = {
	pr: 'pull-request',
	push: 'commit',
	upload: 'artifact',
	off: 'none',
	invokemodel: 'invoke',
	string: 'text',
	str: 'text',
	integer: 'number',
	int: 'number',
	float: 'number',
	bool: 'boolean',
	object: 'json',
	yml: 'yaml',
	ndjson: 'jsonl',
	jsonlines: 'jsonl',
	enum: 'label',
	labels: 'label',
	class: 'label',
	regexp: 'regex',
	pattern: 'regex',
	md: 'markdown',
	txt: 'text',
	png: 'image',
	picture: 'image',
	pictures: 'image',
	openai: 'openai-batch',
	vector: 'embedding',
	embeddings: 'embedding',
	error: 'fail',
	wait: 'hold'
};
function findings(issues, root, places) {
	const found = new Map();
	for (const issue of issues.flatMap(one => issues_leaves(one, []))) {
		for (const finding of issues_explain(issue, root, places)) {
			const name = spelled(finding.path);
			if (!found.has(name))
				found.set(name, finding);
		}
	}
	const meant = new Set([...found.values()].flatMap(({ path, means }) => means === undefined ? [] : [spelled([...path.slice(0, -1), means])]));
	return [...found].map(([name, finding]) => (meant.has(name) ? { ...finding, implied: true } : finding));
}
function issues_leaves(issue, prefix) {
	const path = [...prefix, ...issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))];
	if (issue.code === 'invalid_union') {
		const fitting = issue.errors.filter(branch => !branch.some(isWrongKind));
		if (fitting[0])
			return fitting[0].flatMap(one => issues_leaves(one, path));
	}
	return [{ ...issue, path }];
}
function isWrongKind(issue) {
	if (issue.path.length > 0)
		return false;
	if (issue.code === 'invalid_union')
		return issue.errors.every(branch => branch.some(isWrongKind));
	return issue.code === 'invalid_type';
}
function issues_explain(issue, root, places) {
	const path = issue.path;
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map(key => unknownKey(path, key));
	if (issue.code === 'custom')
		return [{ path, message: issue.message }];
	const value = valueAt(root, path);
	const field = spelled(path);
	if (value === undefined)
		return [{ path, message: `${field} is missing; it must be ${issue.message}` }];
	if (value === null)
		return [{ path, message: `${field} has no value; it must be ${issue.message}` }];
	if (value === '')
		return [{ path, message: `${field} is empty; it must be ${issue.message}` }];
	const wrongKind = issue.code === 'invalid_type' || issue.code === 'invalid_union';
	const source = places.source(path);
	const hint = issue.code === 'invalid_value' ? didYouMean(value, issue.values) : undefined;
	return [
		{
			path,
			message: `${field} must be ${issue.message}, not ${issues_shown(value, source, wrongKind)}`,
			...withHint(hint ?? issues_remedy(issue, value, source))
		}
	];
}
function withHint(hint) {
	return hint === undefined ? {} : { hint };
}
function didYouMean(value, words) {
	const word = String(value);
	const other = otherWords[squeeze(word)];
	const known = words.map(String);
	const near = known.find(one => one === other) ?? nearest(word, known);
	return near === undefined ? undefined : `Did you mean ${near}?`;
}
function issues_shown(value, source, withKind) {
	if (Array.isArray(value))
		return value.length === 0 ? 'an empty list' : 'a list';
	if ((0,build_json .Gv)(value))
		return 'a map';
	if (typeof value === 'string')
		return withKind ? `the text ${quote(value)}` : quote(value);
	const written = source ?? String(value);
	return typeof value === 'number' && withKind ? `the number ${written}` : written;
}
function issues_remedy(issue, value, source) {
	const expected = issue.code === 'invalid_type' ? issue.expected : expectedByUnion(issue);
	const written = source ?? String(value);
	if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
		return `YAML reads ${written} as a ${typeof value}; put it in quotes: "${written}".`;
	}
	if (expected === 'string' && (0,build_json .Gv)(value))
		return 'A text that begins with { or contains ": " must be in quotes.';
	if (typeof value !== 'string')
		return undefined;
	if (expected === 'boolean' && /^(yes|no|on|off|y|n)$/i.test(value)) {
		return `In YAML 1.2 ${value} is text; write ${/^(yes|on|y)$/i.test(value) ? 'true' : 'false'}.`;
	}
	if (expected !== 'number' && expected !== 'int')
		return expected === 'array' ? 'Put it in brackets: [ … ].' : undefined;
	if (/^-?\d+(\.\d+)?$/.test(value))
		return `Remove the quotes: ${value}.`;
	if (/^(yes|no|on|off|y|n)$/i.test(value))
		return `In YAML 1.2 ${value} is text; write a number, or leave the field out.`;
	const alone = /^[^\d-]{0,4}(-?\d+(?:\.\d+)?)\s*[a-z%€$]+$|^[€$]\s*(\d+(?:\.\d+)?)$/i.exec(value);
	if (alone)
		return `Write the number alone: ${alone[1] ?? alone[2] ?? ''}.`;
	if (/^-?\d{1,3}([,_ ]\d{3})+$/.test(value))
		return `Write it without separators: ${value.replace(/[,_ ]/g, '')}.`;
	return undefined;
}
function expectedByUnion(issue) {
	const branches = issue.code === 'invalid_union' ? issue.errors.flat() : [];
	const takesText = branches.some(one => one.code === 'invalid_type' && one.expected === 'string');
	return takesText ? 'string' : undefined;
}
function valueAt(root, path) {
	let here = root;
	for (const step of path) {
		if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step))
			return undefined;
		here = here[step];
	}
	return here;
}
;
function standIn(path) {
	switch (path.map(step => (typeof step === 'number' ? '[]' : step)).join('.')) {
		case 'name':
			return 'spec';
		case 'model':
			return 'model';
		case 'dataset':
		case 'dataset.path':
		case 'dataset.path.[]':
			return 'dataset.csv';
		case 'prompt':
			return { user: 'text' };
		case 'prompt.user':
			return 'text';
		case 'outputs':
			return 'output.jsonl';
		case 'outputs.[]':
		case 'outputs.[].path':
			return `output-${path[1] ?? ''}.jsonl`;
		default:
			return undefined;
	}
}
function mend(value, wrong) {
	const copy = structuredClone(value);
	const broken = wrong.map(path => mendOne(copy, path));
	return { value: copy, broken };
}
function mendOne(root, path) {
	const parentPath = path.slice(0, -1);
	const parent = parentPath.reduce(mend_member, root);
	const name = path.at(-1);
	if (name === undefined || parentPath.length >= path.length)
		return path;
	const instead = standIn(path);
	if (Array.isArray(parent)) {
		if (instead === undefined)
			return mendOne(root, parentPath);
		parent[Number(name)] = instead;
		return path;
	}
	if (!isMap(parent))
		return path;
	if (Object.hasOwn(parent, name)) {
		Reflect.deleteProperty(parent, name);
		return path;
	}
	if (instead === undefined)
		return mendOne(root, parentPath);
	parent[name] = instead;
	return path;
}
function mend_member(value, step) {
	if (Array.isArray(value))
		return value[Number(step)];
	return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
function isMap(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function related(one, other) {
	return one.slice(0, other.length).every((step, index) => step === other[index]);
}
;
class Lines {
	file;
	text;
	starts = [0];
	constructor(text, file) {
		this.file = file;
		this.text = text;
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
			this.starts.push(at + 1);
	}
	place(from, to) {
		let end = Math.max(from, to);
		while (end > from && /\s/.test(this.text.charAt(end - 1)))
			end--;
		const start = this.position(from);
		const last = this.position(end);
		return { file: this.file, ...start, endLine: last.line, endColumn: last.column };
	}
	position(offset) {
		let low = 0;
		let high = this.starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.starts[middle] ?? 0) <= offset)
				low = middle;
			else
				high = middle - 1;
		}
		return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
	}
}
class Places {
	marks = new Map();
	lines;
	constructor(lines) {
		this.lines = lines;
	}
	mark(path, range, source) {
		const mark = this.at(path);
		mark.value = range;
		if (source !== undefined)
			mark.source = source;
	}
	markKey(path, range) {
		this.at(path).key = range;
	}
	markBroken(path) {
		this.at(path).broken = true;
	}
	isBroken(path) {
		return path.some((_, index) => this.marks.get(places_name(path.slice(0, index + 1)))?.broken === true);
	}
	source(path) {
		return this.marks.get(places_name(path))?.source;
	}
	of(path) {
		for (let length = path.length; length > 0; length--) {
			const mark = this.marks.get(places_name(path.slice(0, length)));
			const range = mark?.value ?? mark?.key;
			if (range)
				return this.lines.place(...range);
		}
		return { file: this.lines.file };
	}
	get root() {
		const start = this.marks.get('')?.value?.[0] ?? 0;
		return this.lines.place(start, start);
	}
	ofKey(path) {
		const range = this.marks.get(places_name(path))?.key;
		return range ? this.lines.place(...range) : this.of(path);
	}
	has(path) {
		return this.marks.has(places_name(path));
	}
	at(path) {
		const key = places_name(path);
		const known = this.marks.get(key);
		if (known)
			return known;
		const mark = {};
		this.marks.set(key, mark);
		return mark;
	}
}
function places_name(path) {
	return path.map(String).join('\u0000');
}
;
const syntax_quoted = 'A text that contains ": " or " #", or begins with one of [ ] { } & * ! | > % @ `, must be in quotes.';
const syntax_told = {
	TAB_AS_INDENT: { message: 'a tab stands where YAML wants spaces', hint: 'Indent with spaces.' },
	MULTIPLE_DOCS: {
		message: 'the file holds several YAML documents',
		hint: 'One spec is one file: remove everything from the second --- on.'
	},
	BAD_INDENT: { hint: 'Check the indentation, and that every bracket is closed.' },
	BLOCK_AS_IMPLICIT_KEY: { message: 'a second "name: value" stands on the same line', hint: syntax_quoted },
	BLOCK_IN_FLOW: {
		message: 'a bracket is not closed before the next line begins',
		hint: 'Close it, or indent what belongs into it.'
	},
	BAD_SCALAR_START: { hint: syntax_quoted },
	UNEXPECTED_TOKEN: { hint: syntax_quoted },
	MULTILINE_IMPLICIT_KEY: {
		message: 'a name is spread over several lines',
		hint: 'Is there a line without ": "? A text of several lines begins with | or >.'
	},
	MISSING_CHAR: { hint: 'Is there a quote, a bracket or a ": " missing?' },
	KEY_OVER_1024_CHARS: { message: 'a name is longer than 1,024 characters' }
};
const syntax_harmless = new Set(['MULTIPLE_DOCS', 'BAD_DQ_ESCAPE', 'BAD_SCALAR_START']);
function syntax_parse(text, lines, problems) {
	const document = (0,dist.parseDocument)(text, {
		version: '1.2',
		schema: 'core',
		uniqueKeys: false,
		prettyErrors: false,
		merge: false
	});
	for (const error of document.errors)
		syntax_explain(error, lines, problems);
	const { yaml } = document.directives;
	if (yaml.explicit && yaml.version !== '1.2') {
		problems.error(`the spec is YAML 1.2, not ${yaml.version}`, lines.place(0, 0), 'Remove the line that begins with %YAML.');
		return undefined;
	}
	return document.errors.every(error => syntax_harmless.has(error.code)) ? document : undefined;
}
function syntax_explain(error, lines, problems) {
	const own = syntax_told[error.code];
	const message = own?.message ?? error.message.charAt(0).toLowerCase() + error.message.slice(1);
	problems.error(message, lines.place(error.pos[0], error.pos[1]), own?.hint);
}
;
const maxValues = 50_000;
const untagged = 'Only plain YAML values: remove the tag.';
const tags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(name => `tag:yaml.org,2002:${name}`));
function readTree(document, lines, problems) {
	return new tree_Reader(lines, problems).read(document);
}
const unreadable = Symbol('unreadable');
class tree_Reader {
	places;
	anchors = new Map();
	open = new Set();
	values = 0;
	aliasRange;
	lines;
	problems;
	constructor(lines, problems) {
		this.lines = lines;
		this.problems = problems;
		this.places = new Places(lines);
	}
	read(document) {
		const value = this.value(document.contents, []);
		return { value: value === unreadable ? undefined : value, places: this.places, whole: this.values <= maxValues };
	}
	value(node, path) {
		if (node === null)
			return null;
		const range = this.rangeOf(node);
		if (++this.values > maxValues) {
			if (this.values === maxValues + 1) {
				this.error(range, `the spec stands for more than ${maxValues.toLocaleString('en')} values`, 'Put data into a file of its own, and write out what aliases stand for.');
			}
			return unreadable;
		}
		if ((0,dist .Vj)(node))
			return this.followed(node.source, range, path);
		if (node.anchor !== undefined)
			this.anchors.set(node.anchor, node);
		if (node.tag !== undefined && !tags.has(node.tag)) {
			this.error(range, `the tag ${node.tag} is not allowed`, untagged);
			return unreadable;
		}
		this.places.mark(path, range, (0,dist.isScalar)(node) ? node.source : undefined);
		this.open.add(node);
		const value = this.content(node, path, range);
		this.open.delete(node);
		return value;
	}
	content(node, path, range) {
		if ((0,dist.isMap)(node))
			return this.map(node.items, node.flow === true, path);
		return (0,dist.isSeq)(node) ? this.list(node.items, path) : this.scalar(node, range);
	}
	followed(anchor, range, path) {
		const node = this.anchors.get(anchor);
		if (!node) {
			this.error(range, `the alias *${anchor} has no anchor &${anchor} before it`);
			return unreadable;
		}
		if (this.open.has(node)) {
			this.error(range, `the alias *${anchor} contains itself`, 'Write the value out.');
			return unreadable;
		}
		const outer = this.aliasRange;
		this.aliasRange ??= range;
		const value = this.value(node, path);
		this.aliasRange = outer;
		return value;
	}
	map(pairs, flow, path) {
		const members = {};
		for (const pair of pairs) {
			const key = this.key(pair.key);
			if (key === undefined && flow)
				return unreadable;
			if (key === undefined)
				continue;
			const range = this.rangeOf(pair.key);
			if (Object.hasOwn(members, key)) {
				this.error(range, `${JSON.stringify(key)} stands here for the second time`, 'Remove one of the two.');
				continue;
			}
			this.places.markKey([...path, key], range);
			const value = this.value(pair.value, [...path, key]);
			if (value !== unreadable)
				members[key] = value;
			else
				this.places.markBroken([...path, key]);
		}
		return members;
	}
	key(node) {
		const range = this.rangeOf(node);
		const target = (0,dist .Vj)(node) ? this.anchors.get(node.source) : node;
		if (node.tag !== undefined && !tags.has(node.tag))
			this.error(range, `the tag ${node.tag} is not allowed`, untagged);
		if ((0,dist.isMap)(node) && node.flow) {
			this.error(range, 'a template stands here without quotes', 'YAML reads braces as a map; write "{{ … }}".');
			return undefined;
		}
		if (!target || !(0,dist.isScalar)(target)) {
			this.error(range, 'a map or list cannot be a name', 'A text that begins with { or [ must be in quotes.');
			return undefined;
		}
		const key = target.source;
		if (key !== '__proto__')
			return key;
		this.error(range, '__proto__ cannot be a name');
		return undefined;
	}
	list(nodes, path) {
		const items = nodes.map((node, index) => this.value(node, [...path, index]));
		return items.includes(unreadable) ? unreadable : items;
	}
	scalar(node, range) {
		const { value, source } = node;
		if (typeof value === 'bigint' ||
			(typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))) {
			this.error(range, `the number ${source} is too large to be read exactly`, `Put it in quotes: "${source}".`);
			return unreadable;
		}
		if (typeof value !== 'number' || Number.isFinite(value))
			return value;
		this.error(range, `${source} is not a number that JSON can hold`);
		return unreadable;
	}
	rangeOf(node) {
		return this.aliasRange ?? [node.range[0], node.range[1]];
	}
	error(range, message, hint) {
		this.problems.error(message, this.lines.place(range[0], range[1]), hint);
	}
}
;
const mostProblems = 50;
const mostMends = 6;
const least = 'The least is name, model, dataset, prompt and outputs; see docs/spec.md.';
function decodeSpecBytes(bytes, file) {
	const read = readUtf8(bytes, file);
	return 'text' in read
		? decodeSpec({ text: read.text, file })
		: { spec: undefined, placeOf: () => ({ file }), problems: [read.problem] };
}
function decodeSpec(source) {
	const { file } = source;
	const text = source.text.replace(/^\uFEFF/, '');
	const lines = new Lines(text, file);
	const problems = new build_problems .Zw(mostProblems);
	const document = isBounded(text, lines, problems) ? syntax_parse(text, lines, problems) : undefined;
	if (!document)
		return decode_decoded(undefined, () => ({ file }), problems);
	const { value, places, whole } = readTree(document, lines, problems);
	const placeOf = path => places.of(steps(path));
	if (!whole)
		return decode_decoded(undefined, placeOf, problems);
	if ((0,build_json .Gv)(value))
		return decode_decoded(decode_decode(value, places, problems, file), placeOf, problems);
	if (value === null)
		problems.error('the spec is empty', lines.place(0, 0), least);
	else if (value !== undefined) {
		problems.error(`a spec is a map of fields, not ${Array.isArray(value) ? 'a list' : 'a single value'}`, places.root, least);
	}
	return decode_decoded(undefined, placeOf, problems);
}
function decode_decoded(spec, placeOf, problems) {
	return { spec: problems.any ? undefined : spec, placeOf, problems: decode_told(problems) };
}
function isBounded(text, lines, problems) {
	const nul = text.indexOf('\0');
	const breach = text.length > maxSpecBytes || nul >= 0 ? undefined : firstBreach(text);
	if (text.length > maxSpecBytes)
		problems.error('the spec is longer than 1 MiB', lines.place(0, 0));
	else if (nul >= 0)
		problems.error('the spec contains a NUL character', lines.place(nul, nul));
	else if (breach)
		problems.error(breach.message, lines.place(breach.offset, breach.offset), breach.hint);
	return !problems.any;
}
function decode_decode(written, places, problems, file) {
	let value = written;
	const broken = [];
	for (let round = 0; round < mostMends; round++) {
		const parsed = specSchema.safeParse(value, { reportInput: false });
		if (parsed.success) {
			const spec = placeMerges(parsed.data);
			const found = check(spec, file).filter(finding => !places.isBroken(finding.path) && !broken.some(path => related(path, finding.path)));
			for (const finding of found)
				say(finding, places, problems);
			return spec;
		}
		const found = findings(parsed.error.issues, value, places);
		for (const finding of found) {
			const known = places.isBroken(finding.path) || broken.some(path => related(path, finding.path));
			if (!known && !finding.implied)
				say(finding, places, problems);
		}
		const mended = mend(value, found.map(finding => finding.path));
		value = mended.value;
		broken.push(...found.flatMap((finding, index) => (finding.atKey ? [] : [mended.broken[index] ?? finding.path])));
	}
	return undefined;
}
function say({ path, message, hint, severity, atKey }, places, problems) {
	const place = atKey ? places.ofKey(path) : decode_placeFor(path, places);
	problems.add({ severity: severity ?? 'error', message, place, ...(hint !== undefined && { hint }) });
}
function decode_placeFor(path, places) {
	if (places.has(path))
		return places.of(path);
	const parent = path.slice(0, -1);
	if (parent.length === 0 || (parent.length === 1 && !places.has(parent)))
		return places.root;
	return places.has(parent) && places.source(parent) === undefined ? places.ofKey(parent) : places.of(path);
}
function decode_told(problems) {
	const list = problems.list.toSorted((one, other) => (one.place?.line ?? 0) - (other.place?.line ?? 0) || (one.place?.column ?? 0) - (other.place?.column ?? 0));
	if (problems.omitted === 0)
		return list;
	return [...list, { severity: 'error', message: `and ${problems.omitted} more`, hint: 'Mend these first.' }];
}
;
class Turns {
	clock;
	queue = [];
	isTaken = false;
	until;
	constructor(clock) {
		this.clock = clock;
	}
	async work(act) {
		await this.take();
		try {
			return await act();
		}
		finally {
			this.give();
		}
	}
	turnOf(pause) {
		return {
			waitUntil: waitMs => (this.until ??= this.clock.now() + waitMs),
			rest: async (ms, signal) => {
				pause();
				this.give();
				await this.clock.sleep(ms, signal);
				await this.take();
			}
		};
	}
	async take() {
		if (this.isTaken)
			await new Promise(resolve => this.queue.push(resolve));
		this.isTaken = true;
	}
	give() {
		const next = this.queue.shift();
		if (next === undefined)
			this.isTaken = false;
		else
			next();
	}
}
function groupedLog(log, title) {
	let end = log.group(title);
	const open = () => void (end ??= log.group(title));
	return {
		info(message) {
			open();
			log.info(message);
		},
		warning(message) {
			open();
			log.warning(message);
		},
		group(inner) {
			open();
			return log.group(inner);
		},
		close() {
			end?.();
			end = undefined;
		}
	};
}
;
var run_specs_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
	if (value !== null && value !== void 0) {
		if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
		var dispose, inner;
		if (async) {
			if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
			dispose = value[Symbol.asyncDispose];
		}
		if (dispose === void 0) {
			if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
			dispose = value[Symbol.dispose];
			if (async) inner = dispose;
		}
		if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
		if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
		env.stack.push({ value: value, dispose: dispose, async: async });
	}
	else if (async) {
		env.stack.push({ async: true });
	}
	return value;
};
var run_specs_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
	return function (env) {
		function fail(e) {
			env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
			env.hasError = true;
		}
		var r, s = 0;
		function next() {
			while (r = env.stack.pop()) {
				try {
					if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
					if (r.dispose) {
						var result = r.dispose.call(r.value);
						if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
					}
					else s |= 1;
				}
				catch (e) {
					fail(e);
				}
			}
			if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
			if (env.hasError) throw env.error;
		}
		return next();
	};
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
	var e = new Error(message);
	return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
async function runSpecs(around) {
	const { inputs, problems } = readInputs(around.getInput, around.env);
	if (problems.some(one => one.severity === 'error'))
		throw new build_problems .tZ(problems);
	for (const one of annotations(problems).shown)
		around.log.annotate(one);
	if (inputs.githubToken !== undefined)
		around.log.mask(inputs.githubToken);
	const permission = await permissionFor(around, inputs);
	const workspace = await openWorkspace(around.context.workspace ?? process.cwd());
	const files = await readSpecs(workspace, inputs);
	const aws = connectAws(inputs, around);
	const github = connectGithub(inputs, around);
	const turns = files.length > 1 ? new Turns(clock .m) : undefined;
	const running = { around, inputs, permission, workspace, aws, github, turns };
	const ended = await Promise.allSettled(files.map((file, number) => reportOn(running, file, number)));
	return ended.flatMap(one => {
		if (one.status === 'rejected')
			throw one.reason;
		return one.value ?? [];
	});
}
async function reportOn(running, file, number) {
	if (isReport(file))
		return file;
	const run = async () => running.around.signal.aborted && number > 0 ? undefined : runSpec(running, file);
	return running.turns === undefined ? run() : running.turns.work(run);
}
function isReport(file) {
	return 'status' in file;
}
async function permissionFor({ context, log }, inputs) {
	const permission = whatMayHappen(context, inputs.allowEvents, inputs.mode);
	if (permission instanceof build_problems .HR)
		throw permission;
	if (permission.notice !== undefined)
		log.warning(permission.notice);
	if (!permission.onlyIfHead || (await isStillHead(context, inputs.githubToken, clock .m)))
		return permission;
	log.warning('This is a re-run of an older commit: it collects, and submits nothing. Run the newest commit to submit.');
	const notice = 'this is a re-run of an older commit, and only the newest one is submitted';
	return { ...permission, pay: false, notice };
}
async function readSpecs(workspace, inputs) {
	const paths = new Set();
	for (const pattern of inputs.spec)
		for (const path of await workspace.glob(pattern))
			paths.add(path);
	if (paths.size === 0) {
		throw new build_problems .HR('bad-input', `no spec matches ${inputs.spec.join(', ')}`, {
			remedy: 'Paths are relative to the root of the repository; is it checked out before this step?'
		});
	}
	const decoded = await Promise.all([...paths].map(path => readSpec(workspace, path, inputs)));
	const across = checkSpecs(decoded.flatMap(one => (isReport(one) ? [] : [one])));
	if (across.length > 0)
		throw new build_problems .tZ(across);
	return decoded;
}
async function readSpec(workspace, path, inputs) {
	try {
		if ((await workspace.stat(path)) === undefined) {
			throw new build_problems .HR('bad-input', `there is no spec ${path}`, {
				remedy: 'Paths are relative to the root of the repository; is it checked out before this step?'
			});
		}
		const pieces = [];
		for await (const piece of workspace.read(path))
			pieces.push(piece);
		const { spec, placeOf, problems } = decodeSpecBytes(Buffer.concat(pieces), path);
		if (spec === undefined || problems.some(one => one.severity === 'error'))
			throw new build_problems .tZ(problems);
		return { path, spec, placeOf, problems };
	}
	catch (error) {
		return failedReport(path, inputs.mode, error);
	}
}
async function runSpec(running, file) {
	const env_1 = { stack: [], error: void 0, hasError: false };
	try {
		const { around, inputs, permission, workspace, aws, github, turns } = running;
		const { settled, problems } = settle({ ...inputs, mode: permission.mode }, file.spec, around.env, file.placeOf);
		const found = [...file.problems, ...problems];
		if (problems.some(one => one.severity === 'error'))
			return failedReport(file.path, permission.mode, new build_problems .tZ(found), file.spec);
		const log = groupedLog(around.log, `${file.spec.name} (${file.path})`);
		const scratch = run_specs_addDisposableResource(env_1, openScratch(around.env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)()), true);
		try {
			const request = await run_specs_requestFor(running, file, settled);
			const outside = {
				workspace,
				scratch,
				clock: clock .m,
				log,
				publisher: publisherFor(around, inputs, request.spec, log),
				cloud: permission.aws && request.aws !== undefined ? aws.cloudFor(request.spec, request.aws, permission) : undefined,
				...github,
				signal: around.signal,
				...(turns && { turn: turns.turnOf(() => log.close()) })
			};
			const report = await pass(request, outside);
			return { ...report, problems: [...file.problems, ...report.problems] };
		}
		finally {
			log.close();
		}
	}
	catch (e_1) {
		env_1.error = e_1;
		env_1.hasError = true;
	}
	finally {
		const result_1 = run_specs_disposeResources(env_1);
		if (result_1)
			await result_1;
	}
}
async function run_specs_requestFor({ around, inputs, permission, workspace }, file, settled) {
	const { context } = around;
	const spec = withSettled(file.spec, settled);
	return {
		spec,
		specPath: file.path,
		placeOf: file.placeOf,
		mode: permission.mode,
		retry: inputs.retry,
		force: inputs.force,
		waitMs: inputs.waitMinutes * 60_000,
		tryRows: inputs.tryRows,
		mayNotPay: permission.pay || permission.mode === 'collect' ? undefined : (permission.notice ?? 'this pass may not pay'),
		byPerson: isByPerson(context, inputs),
		repositoryId: context.repositoryId ?? context.repository ?? 'local',
		aws: placesOf(settled),
		whoCollects: permission.mode === 'submit'
			? 'a pass in mode collect or run collects them'
			: await run_specs_collectorOf(around, workspace)
	};
}
function isByPerson({ onGithub, eventName = '' }, { allowEvents }) {
	return !onGithub || eventName === 'push' || eventName === 'workflow_dispatch' || allowEvents.includes(eventName);
}
function withSettled(spec, settled) {
	const { maxCostUsd, maxRecords, publishVia } = settled;
	const limits = {
		...spec.limits,
		...(maxCostUsd !== undefined && { maxCostUsd }),
		...(maxRecords !== undefined && { maxRecords })
	};
	return { ...spec, limits, publish: { ...spec.publish, via: publishVia } };
}
function placesOf({ region, s3Uri, outputS3Uri, serviceRoleArn }) {
	if (region === undefined || s3Uri === undefined)
		return undefined;
	return {
		region,
		s3Uri,
		...(outputS3Uri !== undefined && { outputS3Uri }),
		...(serviceRoleArn !== undefined && { serviceRoleArn })
	};
}
async function run_specs_collectorOf({ context }, workspace) {
	const { workflowPath, onGithub, branch, defaultBranch } = context;
	const workflow = workflowPath === undefined ? undefined : await workspace.readText(workflowPath, 1 << 20).catch(() => undefined);
	return whoCollects({ workflow, now: clock .m.now(), onGithub, branch, defaultBranch });
}
function publisherFor({ env, context }, inputs, spec, log) {
	const side = sideFiles(spec);
	return createPublisher({
		specName: spec.name,
		publish: spec.publish,
		workspace: context.workspace ?? process.cwd(),
		env,
		context,
		token: inputs.githubToken,
		paths: [...spec.outputs.map(output => output.path), side.lock, side.manifest, side.errors],
		clock: clock .m,
		log
	});
}
;
async function act(env, signal) {
	core.saveState('isPost', 'true');
	keepHeapSmall();
	const context = (0,github_context .y)(env, await readEvent(env['GITHUB_EVENT_PATH']));
	const log = (0,github_log .h)(context.onGithub);
	try {
		const reports = await runSpecs({ env, context, log, getInput: core.getInput, signal });
		await present(reports, { env, context, log });
		const isWell = reports.every(report => report.failure === undefined && report.crash === undefined);
		return signal.aborted ? 130 : isWell ? 0 : 1;
	}
	catch (error) {
		await present([failedReport(core.getInput('spec') || 'the input spec', 'run', error)], { env, context, log });
		return 1;
	}
}
async function readEvent(path) {
	if (path === undefined || path === '')
		return {};
	try {
		return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
	}
	catch {
		return {};
	}
}
	}),
	55184:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
	Q: () => ( connectArtifacts)
});
var external_node_async_hooks_ = __webpack_require__(16698);
;
const hushed = new external_node_async_hooks_.AsyncLocalStorage();
const changed = new WeakSet();
async function quietly(act, output = process.stdout) {
	if (!changed.has(output))
		listenTo(output);
	return hushed.run(true, act);
}
function listenTo(output) {
	changed.add(output);
	const write = output.write.bind(output);
	output.write = (chunk, ...rest) => write(typeof chunk === 'string' && hushed.getStore() === true ? asDebug(chunk) : chunk, ...rest);
}
function asDebug(chunk) {
	return chunk.replace(/^(?!::)(?=.)/gm, '::debug::');
}
;
async function connectArtifacts() {
	const { DefaultArtifactClient } = await Promise.all( [__webpack_require__.e(351), __webpack_require__.e(830), __webpack_require__.e(645)]).then(__webpack_require__.bind(__webpack_require__, 9645));
	const client = new DefaultArtifactClient();
	return {
		listArtifacts: () => quietly(() => client.listArtifacts()),
		deleteArtifact: name => quietly(() => client.deleteArtifact(name)),
		uploadArtifact: (name, files, rootDirectory, options) => quietly(() => client.uploadArtifact(name, files, rootDirectory, options))
	};
}
	}),
	79801:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	y: () => ( readContext)
	});
	var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59808);
function readContext(env, event) {
	const get = (name) => (env[name] === '' ? undefined : env[name]);
	const serverUrl = withoutSlash(get('GITHUB_SERVER_URL') ?? 'https://github.com');
	const repository = get('GITHUB_REPOSITORY');
	const runId = get('GITHUB_RUN_ID');
	const workflowRef = get('GITHUB_WORKFLOW_REF');
	const ref = get('GITHUB_REF');
	const payload = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__ .Gv)(event) ? event : {};
	return dropAbsent({
		onGithub: get('GITHUB_ACTIONS') === 'true',
		eventName: get('GITHUB_EVENT_NAME'),
		repository,
		repositoryId: get('GITHUB_REPOSITORY_ID') ?? id(payload, 'repository.id'),
		defaultBranch: word(payload, 'repository.default_branch'),
		runId,
		runAttempt: attempt(get('GITHUB_RUN_ATTEMPT')),
		runUrl: repository !== undefined && runId !== undefined ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
		workflow: get('GITHUB_WORKFLOW'),
		workflowRef,
		workflowPath: workflowPath(workflowRef),
		ref,
		branch: ref?.startsWith('refs/heads/') === true ? ref.slice('refs/heads/'.length) : undefined,
		headRef: get('GITHUB_HEAD_REF'),
		baseRef: get('GITHUB_BASE_REF'),
		sha: get('GITHUB_SHA'),
		actor: get('GITHUB_ACTOR'),
		workspace: get('GITHUB_WORKSPACE'),
		serverUrl,
		apiUrl: withoutSlash(get('GITHUB_API_URL') ?? apiOf(serverUrl)),
		fromFork: fromFork(payload)
	});
}
function fromFork(event) {
	const home = id(event, 'repository.id');
	if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__ .Gv)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, 'pull_request')))
		return home === undefined || id(event, 'pull_request.head.repo.id') !== home;
	if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__ .Gv)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(event, 'workflow_run')))
		return home === undefined || id(event, 'workflow_run.head_repository.id') !== home;
	return undefined;
}
function workflowPath(workflowRef) {
	return /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(workflowRef ?? '')?.[1];
}
function apiOf(serverUrl) {
	return serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`;
}
function attempt(value) {
	return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
function id(value, path) {
	const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, path);
	return typeof found === 'number' || (typeof found === 'string' && found !== '') ? String(found) : undefined;
}
function word(value, path) {
	const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, path);
	return typeof found === 'string' && found !== '' ? found : undefined;
}
function withoutSlash(url) {
	return url.replace(/\/+$/, '');
}
function dropAbsent(facts) {
	return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
	}),
	76528:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	d: () => ( Doubt)
	});
class Doubt extends Error {
	name = 'Doubt';
}
	}),
	62572:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	Cj: () => ( mostLedgerBytes),
	Jc: () => ( ledgerArtifactName),
	NA: () => ( ledgerFileName),
	SC: () => ( readLedger),
	XL: () => ( writeLedger)
	});
	var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
	var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59808);
	var _visible_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49538);
	var _doubt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76528);
const ledgerFileName = 'ledger.json';
const mostLedgerBytes = 1 << 20;
const mostJobs = 1000;
const schema = 1;
function ledgerArtifactName(specId) {
	return `bedrock-batch-${specId}`;
}
function writeLedger(owner, jobs) {
	const kept = jobs.slice(-mostJobs).map(({ jobArn, jobName, status }) => ({ jobArn, jobName, status }));
	const { specId, repositoryId } = owner;
	const ledger = { schema, specId, repositoryId, jobs: kept, sha256: digestOf(owner, kept) };
	return `${JSON.stringify(ledger, undefined, 2)}\n`;
}
function readLedger(bytes, owner) {
	const value = parse(bytes);
	const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(value, 'schema');
	if (found !== schema) {
		throw new _doubt_js__WEBPACK_IMPORTED_MODULE_2__ .d(`it has schema ${told(found)}, and this version of the action reads schema ${schema}; nothing is lost, the pass goes on from Bedrock's list`);
	}
	try {
		if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__ .Qq)(value, 'specId') !== owner.specId)
			throw new _doubt_js__WEBPACK_IMPORTED_MODULE_2__ .d('it is of another spec');
		if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__ .Qq)(value, 'repositoryId') !== owner.repositoryId)
			throw new _doubt_js__WEBPACK_IMPORTED_MODULE_2__ .d('it is of another repository');
		const list = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__ .YO)(value, 'jobs');
		if (list.length > mostJobs)
			throw new _doubt_js__WEBPACK_IMPORTED_MODULE_2__ .d(`it names ${list.length} jobs, more than ${mostJobs}`);
		const jobs = list.map(readJob);
		if ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__ .Qq)(value, 'sha256') !== digestOf(owner, jobs))
			throw new _doubt_js__WEBPACK_IMPORTED_MODULE_2__ .d('its text does not have the SHA-256 that it names');
		return jobs;
	}
	catch (error) {
		if (error instanceof _json_js__WEBPACK_IMPORTED_MODULE_1__ .ym)
			throw new _doubt_js__WEBPACK_IMPORTED_MODULE_2__ .d(`it is not a list of jobs: ${error.message}`);
		throw error;
	}
}
function told(found = null) {
	if (typeof found === 'object' && found !== null)
		return Array.isArray(found) ? '[…]' : '{…}';
	return (0,_visible_js__WEBPACK_IMPORTED_MODULE_3__ .J)((0,_visible_js__WEBPACK_IMPORTED_MODULE_3__ .R)(JSON.stringify(found)), 40);
}
function parse(bytes) {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	}
	catch {
		throw new _doubt_js__WEBPACK_IMPORTED_MODULE_2__ .d('it is not JSON');
	}
}
const shapes = {
	jobArn: /^arn:aws[a-z-]{0,20}:bedrock:[a-z0-9-]{1,30}:[0-9]{12}:model-invocation-job\/[a-z0-9]{12}$/,
	jobName: /^(?:[a-zA-Z0-9][a-zA-Z0-9+.-]{0,62})?$/,
	status: /^[a-zA-Z]{1,40}$/
};
function readJob(value, index) {
	const member = (name) => {
		const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__ .Gv)(value) ? value[name] : undefined;
		if (typeof found !== 'string' || !shapes[name].test(found))
			throw new _json_js__WEBPACK_IMPORTED_MODULE_1__ .ym(`jobs[${index}].${name}`, `the ${name} of a batch job`);
		return found;
	};
	return { jobArn: member('jobArn'), jobName: member('jobName'), status: member('status') };
}
function digestOf({ specId, repositoryId }, jobs) {
	const list = jobs.map(({ jobArn, jobName, status }) => ({ jobArn, jobName, status }));
	return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', (0,_json_js__WEBPACK_IMPORTED_MODULE_1__ .dj)({ schema, specId, repositoryId, jobs: list }));
}
	}),
	25142:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	f: () => ( KeptLedgers)
	});
	var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
	var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
	var _ledger_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62572);
const markName = 'uploaded';
class KeptLedgers {
	folder;
	constructor(folder) {
		this.folder = folder;
	}
	static create(parent) {
		return new KeptLedgers((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, 'bedrock-batch-ledgers-')));
	}
	keep(specId, text) {
		const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, specId);
		const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _ledger_file_js__WEBPACK_IMPORTED_MODULE_2__ .NA);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(`${file}.new`, text);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(`${file}.new`, file);
		return { specId, folder, file, text, uploaded: read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, markName)) === text };
	}
	static markUploaded({ folder, text }) {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, markName), text);
	}
	all() {
		const specIds = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(this.folder).filter(name => /^[0-9a-f]{8}$/.test(name));
		return specIds.flatMap(specId => {
			const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.folder, specId);
			const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _ledger_file_js__WEBPACK_IMPORTED_MODULE_2__ .NA);
			const text = read(file);
			return text === undefined ? [] : [{ specId, folder, file, text, uploaded: read((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, markName)) === text }];
		});
	}
}
function read(file) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).size > _ledger_file_js__WEBPACK_IMPORTED_MODULE_2__ .Cj ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8');
	}
	catch {
		return undefined;
	}
}
	}),
	83351:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	D: () => ( uploadLedger),
	f: () => ( whyNoArtifacts)
	});
	var _artifact_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55184);
async function uploadLedger({ name, file, folder }, connect = _artifact_client_js__WEBPACK_IMPORTED_MODULE_0__ .Q) {
	const client = await connect();
	await clear(client, name);
	await client.uploadArtifact(name, [file], folder, { compressionLevel: 0 });
}
function whyNoArtifacts(env, { serverUrl }) {
	const isThere = (env['ACTIONS_RUNTIME_TOKEN'] ?? '') !== '' && (env['ACTIONS_RESULTS_URL'] ?? '') !== '';
	if (!isThere)
		return 'there is no artifact service here (ACTIONS_RUNTIME_TOKEN is not set)';
	const { hostname } = new URL(serverUrl);
	const isKnown = hostname === 'github.com' || hostname.endsWith('.ghe.com') || hostname.endsWith('.localhost');
	return isKnown ? undefined : 'GitHub Enterprise Server has no artifact service of this kind';
}
async function clear(client, name) {
	const { artifacts } = await client.listArtifacts();
	if (artifacts.some(one => one.name === name))
		await client.deleteArtifact(name);
}
	}),
	81124:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	h: () => ( createLog)
	});
	var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91659);
	var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49538);
function createLog(onGithub, write = line => process.stdout.write(`${line}\n`)) {
	return onGithub ? githubLog(write) : terminalLog(write);
}
function harmless(text) {
	return (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__ .R)(text)
		.replace(/^(\s*):(?=:)/gm, '$1:\u2060')
		.replaceAll('##[', '##\u2060[');
}
function githubLog(write) {
	return {
		info: message => write(harmless(message)),
		warning: message => _actions_core__WEBPACK_IMPORTED_MODULE_0__.warning((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__ .R)(message)),
		error: message => _actions_core__WEBPACK_IMPORTED_MODULE_0__.error((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__ .R)(message)),
		annotate: ({ level, message, ...properties }) => _actions_core__WEBPACK_IMPORTED_MODULE_0__[level]((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__ .R)(message), properties),
		mask: secret => {
			for (const line of secret.split(/\r?\n/))
				if (line.trim() !== '')
					_actions_core__WEBPACK_IMPORTED_MODULE_0__.setSecret(line);
		},
		group(title) {
			_actions_core__WEBPACK_IMPORTED_MODULE_0__.startGroup((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__ .R)(title).replaceAll('\n', ' '));
			return once(() => _actions_core__WEBPACK_IMPORTED_MODULE_0__.endGroup());
		}
	};
}
function terminalLog(write) {
	let depth = 0;
	const put = (text) => write((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__ .R)(text).replace(/^/gm, '  '.repeat(depth)));
	return {
		info: put,
		warning: message => put(`warning: ${message}`),
		error: message => put(`error: ${message}`),
		annotate: ({ level, message, file, startLine, startColumn }) => {
			const where = [file, startLine, startColumn].filter(part => part !== undefined).join(':');
			put(`${where === '' ? '' : `${where}: `}${level}: ${message}`);
		},
		mask: () => undefined,
		group(title) {
			put(title);
			depth++;
			return once(() => depth--);
		}
	};
}
function once(act) {
	let open = true;
	return () => {
		if (open)
			act();
		open = false;
	};
}
	}),
	49843:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	u: () => ( within)
	});
async function within(ms, clock, work) {
	const settled = new AbortController();
	const late = clock.sleep(ms, settled.signal).then(() => {
		throw new Error(`it took longer than ${Math.round(ms / 1000)} s`);
	});
	try {
		return await Promise.race([work, late]);
	}
	finally {
		settled.abort();
	}
}
	}),
	59808:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	Gv: () => ( isObject),
	Ik: () => ( object),
	Qq: () => ( text),
	U9: () => ( count),
	YO: () => ( array),
	at: () => ( at),
	dj: () => ( canonicalJson),
	ym: () => ( ShapeError)
	});
class ShapeError extends Error {
	name = 'ShapeError';
	path;
	constructor(path, expected) {
		super(`expected ${expected} at ${path}`);
		this.path = path;
	}
}
function canonicalJson(value) {
	if (Array.isArray(value))
		return `[${value.map(canonicalJson).join(',')}]`;
	if (value === null || typeof value !== 'object')
		return JSON.stringify(value);
	const object = value;
	let text = '';
	for (const key of Object.keys(object).sort()) {
		const member = object[key];
		if (member === undefined)
			continue;
		text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
	}
	return `{${text}}`;
}
function isObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function at(value, path) {
	let here = value;
	for (const step of path.split(/[.[\]]+/).filter(part => part !== '')) {
		if (Array.isArray(here))
			here = here[Number(step)];
		else if (isObject(here))
			here = Object.hasOwn(here, step) ? here[step] : undefined;
		else
			return undefined;
	}
	return here ?? undefined;
}
function text(value, path) {
	const found = at(value, path);
	if (typeof found !== 'string')
		throw new ShapeError(path, 'a string');
	return found;
}
function array(value, path) {
	const found = at(value, path);
	if (!Array.isArray(found))
		throw new ShapeError(path, 'an array');
	return found;
}
function object(value, path) {
	const found = at(value, path);
	if (!isObject(found))
		throw new ShapeError(path, 'an object');
	return found;
}
function count(value, path) {
	const found = at(value, path);
	return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : undefined;
}
	}),
	52839:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	m: () => ( systemClock)
	});
const systemClock = {
	now: () => Date.now(),
	random: () => Math.random(),
	sleep: (ms, signal) => new Promise(resolve => {
		if (signal?.aborted) {
			resolve();
			return;
		}
		const wake = () => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', wake);
			resolve();
		};
		const timer = setTimeout(wake, ms);
		signal?.addEventListener('abort', wake);
	}),
	every(ms, act) {
		let stopped = false;
		let timer;
		let acting = Promise.resolve();
		const wait = () => {
			if (stopped)
				return;
			timer = setTimeout(() => void (acting = act().then(wait)), ms);
			timer.unref();
		};
		wait();
		return async () => {
			stopped = true;
			clearTimeout(timer);
			await acting;
		};
	}
};
	}),
	30982:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	CC: () => ( problem),
	HR: () => ( Failure),
	Zw: () => ( Problems),
	tZ: () => ( ProblemsFound)
	});
class Problems {
	list = [];
	omitted = 0;
	errors = 0;
	most;
	constructor(most = 50) {
		this.most = most;
	}
	get any() {
		return this.errors > 0;
	}
	error(message, place, hint) {
		this.add(problem('error', message, place, hint));
	}
	warning(message, place, hint) {
		this.add(problem('warning', message, place, hint));
	}
	add(...problems) {
		for (const one of problems) {
			if (one.severity === 'error')
				this.errors++;
			if (this.list.length < this.most)
				this.list.push(one);
			else
				this.omitted++;
		}
	}
}
function problem(severity, message, place, hint) {
	return { severity, message, ...(place && { place }), ...(hint !== undefined && { hint }) };
}
class ProblemsFound extends Error {
	name = 'ProblemsFound';
	problems;
	constructor(problems) {
		super(problems.map(one => one.message).join('; '));
		this.problems = problems;
	}
}
const failures = {
	'bad-input': 'An input or file of yours has a mistake',
	'not-allowed-here': 'This event or branch may not pay',
	'no-credentials': 'No AWS credentials',
	'role-not-assumed': 'The AWS role could not be assumed',
	'wrong-account': 'The credentials belong to another AWS account',
	'access-denied': 'AWS denied an action',
	'pass-role-denied': 'The caller may not pass the service role to Bedrock',
	'model-access': 'The model cannot be used by this account or role',
	'wrong-region': 'Bucket, model or job are in another region',
	'no-bucket': 'The S3 bucket does not exist',
	'refused-by-bedrock': 'Bedrock refused the job',
	'too-few-records': 'Fewer records than the model takes in one job',
	'too-expensive': 'The estimate is above a limit',
	'too-many-removals': 'More published rows would go than allowed',
	'unmanaged-output': 'An output file exists that this spec did not write',
	'cannot-publish': 'The answers cannot be published this way',
	'no-disk': 'Not enough free disk',
	'job-failed': 'A batch job failed as a whole',
	'too-many-errors': 'Too many records failed',
	'service-trouble': 'A service did not answer',
	'credentials-expired': 'The AWS credentials expired',
	interrupted: 'The pass was cancelled',
	'bad-state': 'Saved state cannot be read'
};
class Failure extends Error {
	name = 'Failure';
	code;
	remedy;
	place;
	constructor(code, message, options = {}) {
		super(message, options.cause === undefined ? undefined : { cause: options.cause });
		this.code = code;
		this.remedy = options.remedy;
		this.place = options.place;
	}
	get title() {
		return failures[this.code];
	}
}
	}),
	49538:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	J: () => ( cut),
	R: () => ( visible)
	});
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;
function visible(text) {
	return text
		.replaceAll('\r\n', '\n')
		.replace(hidden, char => `\\u{${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}
function cut(text, most) {
	if (text.length <= most)
		return text;
	const end = most - 1;
	const splitsPair = /[\ud800-\udbff]$/.test(text.slice(0, end));
	return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}
	})
};
