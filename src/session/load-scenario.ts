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

/** Reads a scenario, as text or as plain data. Throws a `RequestError` that says all that is wrong with it, each with its line. */
export function scenarioFrom(given: string | YamlValue, file = 'scenario'): LoadScenario {
  if (typeof given !== 'string') return read(given, (path) => path.join('.'));
  const document = parseDocument(given);
  const lines = lineIndex(given);
  const placed = (offset: number): string => {
    const { line, column } = lines.position(offset);
    return `${file}:${line}:${column}`;
  };
  const [problem] = document.problems;
  if (document.value === undefined && problem)
    throw new RequestError(`The scenario cannot be read.\n${placed(problem.from)} ${problem.message}`);
  const root = locate(given);
  const offsetOf = (path: Path): number => {
    if (!root) return 0;
    const written = path.findLastIndex((_, index) => nodeAt(root, path.slice(0, index + 1)) !== undefined);
    return written < 0 ? root.from : keyRangeAt(root, path.slice(0, written + 1)).from;
  };
  return read(document.value, (path) => placed(offsetOf(path)));
}

function read(value: YamlValue | undefined, at: (path: Path) => string): LoadScenario {
  const { scenario, objections } = readScenario(value);
  if (scenario) return scenario;
  const said = objections.map(({ path, message }) => `${at(path)} ${message}`.trim());
  throw new RequestError(`The scenario cannot be run.\n${said.join('\n')}`);
}

/** Runs a scenario in a mesh to its end; `place` finds the line of a resource's path. */
export function loadIn(
  mesh: Mesh,
  scenario: LoadScenario,
  place: (resource: string, path?: Path) => PlaceInText | undefined,
): WorkspaceLoad {
  const report = runLoad(mesh, scenario);
  const placed = <T extends LoadCause | LoadSuggestion>(one: T): T & Partial<PlaceInText> =>
    one.resource === undefined ? one : { ...one, ...place(one.resource, one.path) };
  return { ...report, causes: report.causes.map(placed), suggestions: report.suggestions.map(placed) };
}
