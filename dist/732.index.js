export const id = 732;
export const ids = [732];
export const modules = {
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
	86732:
	((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
	__webpack_require__.d(__webpack_exports__, {
	post: () => ( post)
	});
	var _github_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79801);
	var _github_doubt_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(76528);
	var _github_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62572);
	var _github_ledger_kept_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25142);
	var _github_ledger_upload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83351);
	var _github_log_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81124);
	var _github_within_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49843);
	var _node_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52839);
const patienceMs = 10_000;
async function post(env, folder) {
	const context = (0,_github_context_js__WEBPACK_IMPORTED_MODULE_0__ .y)(env, {});
	const log = (0,_github_log_js__WEBPACK_IMPORTED_MODULE_4__ .h)(context.onGithub);
	try {
		const open = new _github_ledger_kept_js__WEBPACK_IMPORTED_MODULE_2__ .f(folder).all().filter(one => !one.uploaded);
		if (open.length === 0 || (0,_github_ledger_upload_js__WEBPACK_IMPORTED_MODULE_3__ .f)(env, context) !== undefined)
			return;
		log.info('The main step ended before it had saved its list of jobs for later workflow runs.');
		await (0,_github_within_js__WEBPACK_IMPORTED_MODULE_6__ .u)(patienceMs, _node_clock_js__WEBPACK_IMPORTED_MODULE_5__ .m, uploadAll(open, context.repositoryId ?? '', log));
	}
	catch (error) {
		const why = error instanceof Error ? error.message : 'no reason given';
		log.warning(`The list of jobs could not be saved: ${why}. The next pass goes on from Bedrock’s own list.`);
	}
}
async function uploadAll(open, repositoryId, log) {
	for (const kept of open) {
		const { specId, text } = kept;
		try {
			const jobs = (0,_github_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__ .SC)(Buffer.from(text), { specId, repositoryId });
			await (0,_github_ledger_upload_js__WEBPACK_IMPORTED_MODULE_3__ .D)({ ...kept, name: (0,_github_ledger_file_js__WEBPACK_IMPORTED_MODULE_1__ .Jc)(specId) });
			_github_ledger_kept_js__WEBPACK_IMPORTED_MODULE_2__ .f.markUploaded(kept);
			log.info(`Saved: ${jobs.map(job => job.jobArn).join(', ')}`);
		}
		catch (error) {
			if (!(error instanceof _github_doubt_js__WEBPACK_IMPORTED_MODULE_7__ .d))
				throw error;
			log.info(`What the main step left for spec ${specId} is not saved: ${error.message}.`);
		}
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
