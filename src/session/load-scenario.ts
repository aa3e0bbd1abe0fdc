import type { Mesh } from '../istio/index.ts';
import { lineIndex } from '../text/index.ts';
import {
  readScenario,
  RequestError,
  runLoad,
  type LoadCause,
  type LoadReport,
  type LoadScenario,
  type LoadSuggestion,
} from '../traffic/index.ts';
import { keyRangeAt, locate, nodeAt, parseDocument, type Path, type YamlValue } from '../yaml/index.ts';
import type { PlaceInText } from './place-in-text.ts';

/** A run's report, with the file and the line of what it points at. */
export interface WorkspaceLoad extends Omit<LoadReport, 'causes' | 'suggestions'> {
  readonly causes: readonly (LoadCause & Partial<PlaceInText>)[];
  readonly suggestions: readonly (LoadSuggestion & Partial<PlaceInText>)[];
}

/** What is wrong with a scenario, and where: its path, and the place in its text. */
export interface PlacedFault {
  readonly path: Path;
  readonly message: string;
  /** Offset, from 0; line and column from 1. */
  readonly from: number;
  readonly line: number;
  readonly column: number;
}

/** Reads a scenario's text, or says all that is wrong with it. */
export function readScenarioText(
  text: string,
): { readonly scenario: LoadScenario } | { readonly faults: readonly PlacedFault[] } {
  const document = parseDocument(text);
  const lines = lineIndex(text);
  const fault = (path: Path, message: string, from: number): PlacedFault => ({
    path,
    message,
    from,
    ...lines.position(from),
  });
  const [problem] = document.problems;
  if (document.value === undefined && problem) return { faults: [fault([], problem.message, problem.from)] };
  const { scenario, objections } = readScenario(document.value);
  if (scenario) return { scenario };
  const root = locate(text);
  const offsetOf = (path: Path): number => {
    if (!root) return 0;
    const written = path.findLastIndex((_, index) => nodeAt(root, path.slice(0, index + 1)) !== undefined);
    return written < 0 ? root.from : keyRangeAt(root, path.slice(0, written + 1)).from;
  };
  return { faults: objections.map(({ path, message }) => fault(path, message, offsetOf(path))) };
}

/** Reads a scenario, as text or as plain data. Throws a `RequestError` that says all that is wrong with it, each with its line. */
export function scenarioFrom(given: string | YamlValue, file = 'scenario'): LoadScenario {
  const { scenario, said } = typeof given === 'string' ? fromText(given, file) : fromData(given);
  if (scenario) return scenario;
  throw new RequestError(`The scenario cannot be run.\n${said.join('\n')}`);
}

interface Read {
  readonly scenario?: LoadScenario | undefined;
  readonly said: readonly string[];
}

function fromText(text: string, file: string): Read {
  const read = readScenarioText(text);
  if ('scenario' in read) return { ...read, said: [] };
  return {
    said: read.faults.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
  };
}

function fromData(value: YamlValue): Read {
  const { scenario, objections } = readScenario(value);
  return { scenario, said: objections.map(({ path, message }) => `${path.join('.')} ${message}`.trim()) };
}

/** A report, with the places of what it points at. */
export function placedLoad(
  report: LoadReport,
  place: (resource: string, path?: Path) => PlaceInText | undefined,
): WorkspaceLoad {
  const placed = <T extends LoadCause | LoadSuggestion>(one: T): T & Partial<PlaceInText> =>
    one.resource === undefined ? one : { ...one, ...place(one.resource, one.path) };
  return { ...report, causes: report.causes.map(placed), suggestions: report.suggestions.map(placed) };
}

/** Runs a scenario in a mesh to its end; `place` finds the line of a resource's path. */
export function loadIn(
  mesh: Mesh,
  scenario: LoadScenario,
  place: (resource: string, path?: Path) => PlaceInText | undefined,
): WorkspaceLoad {
  return placedLoad(runLoad(mesh, scenario), place);
}
