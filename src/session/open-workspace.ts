import { automaticFix, createChecker, type Problem } from '../checks/index.ts';
import { mermaid, svgPicture, type PictureTheme } from '../exchange/index.ts';
import type { ResourceRef } from '../istio/index.ts';
import { planOperation, type Operation } from '../operations/index.ts';
import { applyChanges, type TextEdit, type TextFile } from '../text/index.ts';
import { allWays, place, topologyJson, type Flow, type TopologyJson } from '../topology/index.ts';
import {
  checkExpectations,
  departureText,
  expectationsIn,
  journey,
  route,
  type Hop,
  type Outcome,
  type Request,
  type Trace,
} from '../traffic/index.ts';
import { parsePath, RefusedError, type Path, type YamlMap, type YamlValue } from '../yaml/index.ts';
import { loadIn, scenarioFrom, type WorkspaceLoad } from './load-scenario.ts';
import { mendAll } from './mend-all.ts';
import { createPipeline } from './pipeline.ts';
import { placeInMesh, placeInText, unreadIn, type PlaceInText, type Unread } from './place-in-text.ts';
import { findResource } from './resource-name.ts';
import { readSettings, type WorkspaceSettings } from './settings.ts';

/** A Kubernetes object of the files, modelled or not. */
export interface WorkspaceResource extends ResourceRef {
  /** As `set` and `remove` take it. */
  readonly id: string;
  readonly apiVersion: string;
  /** False for what is kept and listed, but not understood. */
  readonly modelled: boolean;
  readonly file: string;
  /** 0-based, in the file. */
  readonly document: number;
  /** The whole object as plain data. Not to be changed. */
  readonly value: YamlMap;
}

/** A change that was made: `insert` replaced the characters `from` to `to` (0-based UTF-16 offsets in the text before) of a file. */
export interface WorkspaceEdit extends TextEdit {
  readonly path: string;
}

/** An expectation of a `*.expect.yaml` file, and whether it holds. */
export interface WorkspaceExpectation extends PlaceInText {
  readonly name: string;
  readonly request: Request;
  readonly passed: boolean;
  /** In what the outcome departs from what is expected, each as a few words: `the path is /a, not /b`. */
  readonly departures: readonly string[];
  /** Missing where the request cannot be sent. */
  readonly outcome?: Outcome;
}

/** What a `*.expect.yaml` file says that cannot be read. */
export interface ExpectationObjection extends PlaceInText {
  readonly message: string;
}

/** Files with everything that follows from them; edited by meaning, without touching any other byte. */
export interface OpenWorkspace {
  files(): TextFile[];
  resources(): WorkspaceResource[];
  /** In the order of files and places. Lines and columns from 1. */
  problems(): Problem[];
  /** The documents that cannot be read: nothing of them counts for where requests go. */
  unread(): readonly Unread[];
  /** Where a request goes, and why: `outcome`, and the `steps` that led there. Throws a `RequestError` for one that cannot be sent. */
  route(request: Request): Trace;
  /** The same, and where the destination is a gateway of the mesh, what that gateway makes of it, and so on. */
  journey(request: Request): readonly Hop[];
  /** Where a step of a trace stands: the file and the line that its `resource` and `path` mean; undefined where no file holds it. */
  place(resource: string, path?: Path): PlaceInText | undefined;
  /** What the `*.expect.yaml` files expect of requests, checked; and what of them cannot be read. */
  expectations(): {
    readonly checked: readonly WorkspaceExpectation[];
    readonly objections: readonly ExpectationObjection[];
  };
  /**
   * Sends load, second by second, and tells what pools, circuit breakers, retries and outlier detection make of it. The
   * scenario is YAML, or the same as plain data; `seed` counts before its own. Throws a `RequestError` that says what is wrong
   * with the scenario, `name` being its file, or why its request meets no load.
   */
  load(
    scenario: string | YamlValue,
    options?: { readonly seed?: number; readonly name?: string },
  ): WorkspaceLoad;
  /** Who sends traffic where. */
  topology(): TopologyJson;
  /** The same as a Mermaid flowchart. */
  mermaid(): string;
  /** The canvas as an SVG file, with the problems marked; requests run down unless `flow` says to the right. */
  svg(options?: {
    readonly theme?: PictureTheme;
    readonly flow?: Flow;
    readonly transparent?: boolean;
  }): string;
  /**
   * Writes a value. `resource` is `Kind/namespace/name`, or `Kind/name` where no namespace is written; `path` is like
   * `spec.http[0].timeout`. Returns the edits it made; throws `RefusedError`, with the text as it was, where it cannot be done safely.
   */
  set(resource: string, path: string, value: YamlValue): WorkspaceEdit[];
  /** Takes a field or an item away; its last child leaves the parent empty. Otherwise as `set`. */
  remove(resource: string, path: string): WorkspaceEdit[];
  /**
   * Mends slips of spelling and form, where it is certain what was meant; `wanted` says which of them. Returns those
   * that went. A fix that would bring another error is not made.
   */
  mend(wanted?: (problem: Problem) => boolean): Problem[];
}

/** Opens files, given as text, as one workspace. Throws a `TypeError` when they are not files or the settings cannot be read. */
export function openWorkspace(opened: readonly TextFile[], settings?: WorkspaceSettings): OpenWorkspace {
  let files = checked(opened);
  const pipeline = createPipeline({
    settings: readSettings(settings),
    checks: { createChecker },
  });
  const now = () => pipeline.update(files);

  const operate = (resource: string, path: string, operation: (id: string, path: Path) => Operation) => {
    const { mesh } = now();
    const { id } = findResource(mesh, resource);
    const { changes } = planOperation({ files, mesh }, operation(id, readPath(path)));
    files = applyChanges(files, changes).files;
    pipeline.update(files, changes);
    return changes.flatMap((change) =>
      change.kind === 'edit' ? change.edits.map((edit) => ({ path: change.path, ...edit })) : [],
    );
  };

  const placeOf = (resource: string, path: Path = []): PlaceInText | undefined =>
    placeInMesh(now().mesh, resource, path);

  return {
    files: () => files.map(({ path, text }) => ({ path, text })),
    resources: () =>
      now().mesh.resources.map(({ id, kind, namespace, name, apiVersion, modelled, value, source }) => ({
        id,
        kind,
        namespace,
        name,
        apiVersion,
        modelled,
        file: source.file,
        document: source.document,
        value,
      })),
    problems: () => [...now().problems],
    unread: () => unreadIn(now().mesh.files),
    route: (request) => route(now().mesh, request),
    journey: (request) => journey(now().mesh, request),
    place: placeOf,
    expectations() {
      const { mesh } = now();
      const at = (path: string, document: number, inside: Path): PlaceInText => {
        const file = mesh.files.find((each) => each.path === path);
        return file ? placeInText(file, document, inside) : { file: path, line: 1, column: 1 };
      };
      return {
        checked: checkExpectations(mesh).map(({ file, document, index, expectation, verdict }) => ({
          name: expectation.name,
          ...at(file, document, ['expectations', index, 'name']),
          request: expectation.request,
          passed: verdict.passed,
          departures: verdict.passed ? [] : verdict.departures.map(departureText),
          ...(verdict.trace && { outcome: verdict.trace.outcome }),
        })),
        objections: expectationsIn(mesh).objections.map(({ file, document, path, message }) => ({
          ...at(file, document, path),
          message,
        })),
      };
    },
    load(given, { seed, name } = {}) {
      const scenario = scenarioFrom(given, name);
      return loadIn(now().mesh, seed === undefined ? scenario : { ...scenario, seed }, placeOf);
    },
    topology: () => topologyJson(now().topology),
    mermaid: () => mermaid(now().topology),
    svg({ theme = 'light', flow = 'down', transparent = false } = {}) {
      const { topology, problems } = now();
      return svgPicture(allWays(place(topology, flow)), problems, { theme, transparent }).svg;
    },
    set(resource, path, value) {
      if (!isPlain(value)) {
        throw new RefusedError(
          'not-plain',
          'The value is not plain data (text, numbers, booleans, null, lists, objects).',
        );
      }
      return operate(resource, path, (id, at) => ({ kind: 'set-field', resource: id, path: at, value }));
    },
    mend(wanted = () => true) {
      const start = { files, meaning: now() };
      const result = mendAll(
        start,
        (texts, changes) => pipeline.update(texts, changes),
        (problem) => (wanted(problem) ? automaticFix(problem)?.operation : undefined),
      );
      files = result.files;
      return [...result.mended];
    },
    remove: (resource, path) =>
      operate(resource, path, (id, at) => ({ kind: 'remove-field', resource: id, path: at })),
  };
}

function checked(files: readonly TextFile[]): readonly TextFile[] {
  const paths = new Set<string>();
  return files.map(({ path, text }) => {
    if (typeof path !== 'string' || typeof text !== 'string') {
      throw new TypeError('openWorkspace takes a list of files, each { path: string, text: string }.');
    }
    if (paths.has(path)) throw new TypeError(`Two files have the path ${path}. Give each its own.`);
    paths.add(path);
    return { path, text };
  });
}

function readPath(path: string): Path {
  try {
    return parsePath(path);
  } catch (error) {
    throw new RefusedError('not-found', error instanceof Error ? error.message : String(error));
  }
}

const DEEPEST = 200;

/** What JSON can say, and YAML can hold. */
function isPlain(value: unknown, depth = 0): value is YamlValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every((item) => isPlain(item, depth + 1));
}
