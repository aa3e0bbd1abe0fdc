import { asText, valueAt } from '../istio/index.ts';
import {
  editDocument,
  parseDocument,
  RefusedError,
  type DocumentEdit,
  type EditedDocument,
  type Path,
  type YamlMap,
  type YamlValue,
} from '../yaml/index.ts';

/** The keys of each map of a scenario, in the order in which they read best. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  '': [
    'name',
    'request',
    'seed',
    'duration',
    'callers',
    'workers',
    'load',
    'endpoints',
    'behaviours',
    'expect',
  ],
  request: ['from', 'gateway', 'url', 'host', 'port', 'path', 'method', 'headers'],
  from: ['namespace', 'labels', 'locality'],
  load: ['rate', 'arrivals', 'concurrency', 'keys', 'phases'],
  phases: ['at', 'rate', 'ramp'],
  endpoints: ['name', 'host', 'subset', 'count', 'locality', 'labels', 'weight', 'latency', 'connect'],
  behaviours: ['where', 'latency', 'connect', 'concurrency', 'errors', 'answers', 'script'],
  where: ['host', 'endpoint', 'locality', 'labels'],
  script: ['from', 'to', 'answers', 'errors', 'latency', 'does'],
};

/** Where a text is short for a map with that text under one key. */
const SHORT: Readonly<Record<string, string>> = { from: 'namespace', gateway: 'namespace', latency: 'p50' };

/** A scenario's text after an edit, or why it stays as it is: a sentence. */
export type ScenarioEdit = { readonly text: string } | { readonly refused: string };

/**
 * Writes a value into a scenario, or takes it away where it is undefined; no other byte changes. Missing parents are made, and
 * parents that would hold nothing go. A list's length as the last index appends.
 */
export const setInScenario = (text: string, path: Path, value: YamlValue | undefined): ScenarioEdit =>
  edited(text, (now) => change(now, path, value));

/** Puts an item into a list of a scenario, before the one at `index`; the list is made where it is not there. */
export const insertInScenario = (text: string, path: Path, index: number, value: YamlValue): ScenarioEdit =>
  edited(text, (now) => {
    const list = valueAt(now, path);
    return Array.isArray(list) && list.length
      ? { kind: 'insert', path, index, value }
      : change(now, path, [value]);
  });

/** Takes a field or an item of a scenario away. */
export const removeFromScenario = (text: string, path: Path): ScenarioEdit =>
  setInScenario(text, path, undefined);

/** What `setInScenario` edits, for a document within a file. Throws `RefusedError`. */
export function editScenario(text: string, path: Path, value: YamlValue | undefined): EditedDocument {
  const edit = change(readable(text), path, value);
  return edit ? editDocument(text, edit) : { edits: [], text };
}

function edited(text: string, plan: (now: YamlValue) => DocumentEdit | undefined): ScenarioEdit {
  try {
    const edit = plan(readable(text));
    return { text: edit ? editDocument(text, edit).text : text };
  } catch (error) {
    if (error instanceof RefusedError) return { refused: error.message };
    throw error;
  }
}

function readable(text: string): YamlValue {
  const { value, problems } = parseDocument(text);
  if (problems.length > 0)
    throw new RefusedError(
      'broken',
      'The scenario’s YAML cannot be read now, so it is not safe to change it from here. Mend it in the text first.',
    );
  return value ?? null;
}

/** Undefined where there is nothing to change. */
function change(now: YamlValue, path: Path, value: YamlValue | undefined): DocumentEdit | undefined {
  if (value === undefined)
    return valueAt(now, path) === undefined ? undefined : { kind: 'remove', path: bare(now, path) };
  const short = path.findIndex((step, index) => {
    const at = path.slice(0, index + 1);
    return index < path.length - 1 && Object.hasOwn(SHORT, step) && asText(valueAt(now, at)) !== undefined;
  });
  if (short >= 0) {
    const at = path.slice(0, short + 1);
    const whole = { [SHORT[String(path[short])] ?? '']: valueAt(now, at) ?? null };
    return { kind: 'set', path: at, value: { ...whole, ...nested(path.slice(short + 1), value) } };
  }
  return { kind: 'set', path, value, ...orderAt(now, path) };
}

/** The order of the keys beside the first one that is missing. */
function orderAt(now: YamlValue, path: Path): { readonly order?: readonly string[] } {
  const missing = path.findIndex((_, index) => valueAt(now, path.slice(0, index + 1)) === undefined);
  const parent = path.slice(0, missing).findLast((step) => typeof step === 'string');
  const order = missing < 0 ? undefined : ORDER[parent ?? ''];
  return order ? { order } : {};
}

/** The place to take away: parents that would hold nothing go with it. */
function bare(now: YamlValue, path: Path): Path {
  const above = path.slice(0, -1);
  if (!above.length) return path;
  const parent = valueAt(now, above);
  const alone = typeof parent === 'object' && parent !== null && Object.keys(parent).length === 1;
  return alone ? bare(now, above) : path;
}

const nested = (path: Path, value: YamlValue): YamlMap => {
  const [step, ...rest] = path;
  return { [String(step)]: rest.length ? nested(rest, value) : value };
};
