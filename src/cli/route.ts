import {
  RequestError,
  type Caller,
  type Hop,
  type OpenWorkspace,
  type Request,
  type Trace,
} from '../index.ts';
import { oneOf, readArguments } from './arguments.ts';
import { COMMAND_HELP } from './help.ts';
import { EXIT, type Io } from './io.ts';
import { decoded, readFiles, readOne, STDIN } from './read-files.ts';
import { callerOf, REQUEST_OPTIONS, requestOf } from './request-of.ts';
import { open, SETTINGS_OPTIONS } from './settings.ts';
import { traceAsText } from './trace-text.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = ['text', 'json', 'jsonl'] as const;

/** `meshwright route FILES… --url URL`: where a request goes, and why. */
export async function route(args: readonly string[], io: Io): Promise<number> {
  const { values, words } = readArguments('route', args, {
    ...REQUEST_OPTIONS,
    ...SETTINGS_OPTIONS,
    'dns-capture': { type: 'boolean' },
    requests: { type: 'string' },
    format: { type: 'string' },
  });
  if (values.help) {
    io.out(COMMAND_HELP['route'] ?? '');
    return EXIT.ok;
  }
  const many = values.requests !== undefined;
  if (many && values.url !== undefined)
    throw new UsageError('Give one request with --url, or many with --requests: not both.');
  if (values.requests === STDIN && words.includes(STDIN))
    throw new UsageError('Standard input can be the files or the requests, not both.');
  const format = oneOf('--format', values.format ?? (many ? 'jsonl' : 'text'), FORMATS);
  const requests =
    values.requests === undefined
      ? [requestOf(values)]
      : await manyRequests(values.requests, callerOf(values), io);
  const workspace = await open(await readFiles(words, io), values);
  for (const { file, line, column, message } of workspace.unread())
    io.error(`${file}:${line}:${column} is not read, and does not count: ${message}\n`);
  const answers = requests.map((request) => answerTo(workspace, request));
  if (!many && answers[0] && 'error' in answers[0]) throw new RequestError(answers[0].error);
  if (format === 'text') io.out(answers.map((answer) => textOf(answer, workspace)).join('\n'));
  else {
    const said = answers.map((answer) => jsonOf(answer, workspace));
    if (format === 'json') io.out(`${JSON.stringify(many ? said : said[0], null, 2)}\n`);
    else io.out(said.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
  return answers.some((answer) => 'error' in answer) ? EXIT.refused : EXIT.ok;
}

type Answer =
  | { readonly request: Request; readonly hops: readonly Hop[] }
  | { readonly request: Request; readonly error: string };

function answerTo(workspace: OpenWorkspace, request: Request): Answer {
  try {
    return { request, hops: workspace.journey(request) };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { request, error: error.message };
  }
}

const textOf = (answer: Answer, workspace: OpenWorkspace): string =>
  'error' in answer
    ? `${answer.error}\n`
    : answer.hops.map(({ request, trace }) => traceAsText(request, trace, workspace)).join('\nThen ');

/** As the library gives it, and of each step the file and the line; what gateways on the way make of it comes under `onward`. */
function jsonOf(answer: Answer, workspace: OpenWorkspace): object {
  if ('error' in answer) return { error: answer.error };
  const [first, ...onward] = answer.hops.map(({ trace }) => placed(trace, workspace));
  return { ...first, ...(onward.length && { onward }) };
}

const placed = ({ outcome, steps }: Trace, workspace: OpenWorkspace): object => ({
  outcome,
  steps: steps.map((step) => {
    const place = step.resource === undefined ? undefined : workspace.place(step.resource, step.path);
    return place ? { ...step, file: place.file, line: place.line } : step;
  }),
});

/** One request a line; one without a caller is the command line's. */
async function manyRequests(file: string, caller: Caller, io: Io): Promise<readonly Request[]> {
  const text = file === STDIN ? decoded('<stdin>', await io.stdin()) : (await readOne(file)).text;
  return text.split(/\r?\n/).flatMap((line, index): readonly Request[] => {
    if (!line.trim()) return [];
    const value = parsed(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new UsageError(`${file}:${index + 1}: each line is one request as a JSON object.`);
    const given = 'caller' in value ? value.caller : undefined;
    if (given !== undefined && !isCaller(given))
      throw new UsageError(
        `${file}:${index + 1}: "caller" needs a kind, sidecar or gateway, and a namespace.`,
      );
    return [{ ...value, caller: given ?? caller }];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isCaller = (value: unknown): value is Caller =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'sidecar' || value.kind === 'gateway') &&
  'namespace' in value &&
  typeof value.namespace === 'string';
